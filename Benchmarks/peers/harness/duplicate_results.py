"""The results page of the search for near copies, as Markdown."""

from .results import commands, ratio_cells
from .words import count, megabytes, small, table

INTRODUCTION = """\
Near copies of {documents} documents ({size}): all pairs with a Jaccard similarity of at least 0.8 of their
word 5-grams. From a file in JSON lines to a file of what was found, start-up included, each run in a process
of its own on all cores of one machine, peer and Refrain by turns. A ratio says how many times as long the
peer takes; in brackets the lowest and the highest ratio of two runs that came one after the other. Made by
`Benchmarks/peers/duplicates`; the README beside it says how."""

SPEED = """\
The peers cut words in Python (two word characters or more, lower-cased: scikit-learn's tokens), make sets of
5-grams and MinHash signatures of 128 permutations, and write the pairs their index proposes, unverified.
Refrain cuts the same words (`--preset sklearn`), verifies every pair, looks for contained documents and
templates as well, and writes families with verdicts. Peak memory is the kernel's figure for the whole
process; the share is Refrain's of the peer's."""

RECALL = """\
All {truth} pairs there are were found by a program of its own: NumPy, prefix filter, {compared} pairs
compared set by set. Recall is the share of them that a side has; wrong is what it proposes besides.
Verified, a peer's wrong pairs would go and its recall stay. Refrain writes families, no pairs: a pair counts
as found if one of the two is a member that its representative stands for, or if both are siblings of one
template; a pair of which both are kept counts as missed. Its wrong ones are members whose pair with the
representative is none of those there are."""


def page(measured):
    judged = measured["found"]["judged"]
    refrain = judged["refrain"]
    sections = {
        "Speed": f"{SPEED}\n\n{speed(measured)}",
        "Recall": f"{RECALL.format(truth=count(judged['truth']), compared=count(judged['compared']))}"
        f"\n\n{recall(judged)}\n\n{details(refrain)}",
        "Commands": commands(measured),
    }
    size = megabytes(measured["bytes"])
    parts = [
        f"# Near copies: Refrain against its peers, {measured['date']}",
        INTRODUCTION.format(documents=count(measured["documents"]), size=size),
        table(["machine", ""], [*measured["machine"].items(), *measured["versions"].items()]),
    ]
    parts += [f"## {title}\n\n{text}" for title, text in sections.items()]
    return "\n\n".join(parts) + "\n"


def speed(measured):
    rows = []
    for library, taken in measured["found"]["peers"].items():
        peer, refrain = taken["peak"]["peer"], taken["peak"]["refrain"]
        memory = [megabytes(peer), megabytes(refrain), f"{refrain / peer:.2f}"]
        rows.append([library, len(taken["seconds"]["peer"]), *ratio_cells(taken["seconds"]), *memory])
    return table(
        ["peer", "runs", "peer's time", "Refrain", "ratio", "peak, peer", "peak, Refrain", "share"], rows
    )


def recall(judged):
    truth = judged["truth"]
    rows = []
    for library, found in judged["peers"].items():
        share = found["right"] / truth if truth else 1
        rows.append([library, count(found["found"]), f"{share:.4f}", count(found["found"] - found["right"])])
    refrain = judged["refrain"]
    share = refrain["accounted"] / truth if truth else 1
    wrong = refrain["stated"] - refrain["statedRight"]
    rows.append(["Refrain", f"{count(refrain['stated'])} stated", f"{share:.4f}", count(wrong)])
    return table(["side", "pairs", "recall", "wrong"], rows)


def details(refrain):
    verdicts = ", ".join(f"{name} {count(number)}" for name, number in sorted(refrain["verdicts"].items()))
    return (
        f"Refrain's families: {verdicts}; siblings of templates: {count(refrain['siblings'])}. "
        f"Near copies by alignment, below the threshold of shingles: {count(refrain['byAlignment'])}. "
        f"Largest difference of a score from the exact one: {small(refrain['scoreError'])}."
    )


def failures(measured):
    """What contradicts the promise that nothing is missed and every score is right."""
    judged = measured["found"]["judged"]
    refrain = judged["refrain"]
    if refrain["accounted"] != judged["truth"]:
        yield f"pairs missed: {judged['truth'] - refrain['accounted']}"
    if refrain["stated"] != refrain["statedRight"]:
        yield f"wrong pairs: {refrain['stated'] - refrain['statedRight']}"
    if refrain["scoreError"] > 1e-9:
        yield f"a score is off by {refrain['scoreError']:.1e}"
