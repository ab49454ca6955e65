"""The results page: what was measured, as Markdown."""

from .figures import exponent, ratio
from .words import count, megabytes, seconds, small, table, times

INTRODUCTION = """\
Medians of {runs} runs, peer and Refrain by turns, on all cores of one machine, each run in a process of its
own. A ratio says how many times as long the peer takes; in brackets the lowest and the highest ratio of two
runs that came one after the other. The peers run with the defaults of scikit-learn's `TfidfVectorizer`
(rows in {precision}), Refrain with `--preset sklearn`, which cuts and weighs words the same way. Made by
`Benchmarks/peers/similarity`; the README beside it says how."""

SPEED = """\
Inside the processes: from texts in memory to rows, from rows to what is found. The peer is scikit-learn,
then sparse_dot_topn."""

COMMAND = """\
JSON lines file in → file of the pairs ≥ {threshold:g} out, start-up included; the peers are the two
together in one Python process. Peak memory is the kernel's figure for the whole process; the share is
Refrain's of the peer's."""

DENSE = """\
All cosines of {rows} unit rows of {columns} values in Float32, the result in memory. The peer is NumPy
{numpy}'s `X @ X.T`, which multiplies with `{blas}`."""

SAME = """\
sparse_dot_topn keeps what lies *above* the threshold by the sum it happens to compute, so it misses pairs
whose score is the threshold itself, or comes out just under it. A difference counts as explained if the
exact score lies within 1e-6 of the threshold."""

EXACT = """\
SciPy multiplies scikit-learn's rows in Float64, block by block, without either search. Recall is the share
of what should be found that Refrain finds; wrong is what it finds besides."""

GROWTH = """\
Random samples of each corpus, each part of the next. The exponent is the slope of log time over log
documents by least squares: 1 is linear, 2 quadratic. Refrain's times are medians of all runs, the peer's of
the samples are single runs."""


def page(measured):
    """The page for everything measured so far."""
    sections = {
        "Corpora": corpora_table(measured),
        "Speed": speed_table(measured),
        "The whole command": command_table(measured),
        "The full matrix of dense vectors": dense(measured.get("dense")),
        "Do both find the same?": "\n\n".join([same_table(measured), *differences(measured)]),
        "Against products in Float64": exactness_table(measured),
        "Growth": growth_table(measured),
        "Commands": commands(measured),
    }
    parts = [
        f"# Refrain against its peers, {measured['date']}",
        INTRODUCTION.format(**measured),
        table(["machine", ""], [*measured["machine"].items(), *measured["versions"].items()]),
    ]
    parts += [f"## {title}\n\n{text}" for title, text in sections.items() if text]
    return "\n\n".join(parts) + "\n"


def under(text, columns, rows):
    """A table below a text; nothing where there are no rows."""
    return f"{text}\n\n{table(columns, rows)}" if rows else ""


def measured_in(measured, part):
    """Name and values of each corpus that has this part."""
    return [(name, corpus[part]) for name, corpus in measured["corpora"].items() if part in corpus]


def ratio_cells(taken):
    found = ratio(taken["peer"], taken["refrain"])
    span = f"{times(found.lowest)}–{times(found.highest)}"
    return [seconds(found.peer), seconds(found.refrain), f"**{times(found.of_medians)}** ({span})"]


def work_name(stage):
    kind, _, parameter = stage.partition(" ")
    if kind == "rows":
        return "text → TF-IDF rows"
    return f"pairs ≥ {parameter} from rows" if kind == "pairs" else f"nearest {parameter} from rows"


def corpora_table(measured):
    rows = []
    for name, corpus in measured["corpora"].items():
        shape, limit = corpus.get("stages", {}).get("shape"), corpus.get("stages", {}).get("limit")
        terms, stored = (count(shape[1]), count(shape[2])) if shape else ("–", "–")
        row = [name, count(corpus["documents"]), megabytes(corpus["bytes"]), terms, stored]
        rows.append([*row, count(limit) if limit else "–"])
    return table(["corpus", "documents", "size", "terms", "non-zeros", "peer's top_n for pairs"], rows)


def speed_table(measured):
    rows = [
        [name, work_name(stage), *ratio_cells(taken)]
        for name, stages in measured_in(measured, "stages")
        for stage, taken in stages["seconds"].items()
    ]
    return under(SPEED, ["corpus", "work", "peer", "Refrain", "ratio"], rows)


def command_table(measured):
    rows = []
    for name, command in measured_in(measured, "command"):
        peer, refrain = command["peak"]["peer"], command["peak"]["refrain"]
        memory = [megabytes(peer), megabytes(refrain), f"{refrain / peer:.2f}"]
        rows.append([name, *ratio_cells(command["seconds"]), *memory])
    columns = ["corpus", "peer", "Refrain", "ratio", "peak, peer", "peak, Refrain", "share"]
    return under(COMMAND.format(threshold=measured["thresholds"][0]), columns, rows)


def dense(found):
    if found is None:
        return ""
    if "skipped" in found:
        return f"Not measured: {found['skipped']}."
    size = {"rows": count(found["rows"]), "columns": found["columns"]}
    text = DENSE.format(**size, numpy=found["numpy"], blas="`, `".join(found["blas"]))
    name = f"{size['rows']} × {size['columns']}"
    shown = under(text, ["vectors", "peer", "Refrain", "ratio"], [[name, *ratio_cells(found["seconds"])]])
    if "error" not in found:
        return shown
    error = small(found["error"])
    return f"{shown}\n\nLargest difference of Refrain's matrix from products in Float64: {error}."


def same_table(measured):
    rows = []
    for name, checks in measured_in(measured, "checks"):
        for threshold, found in checks["pairs"].items():
            differing = [count(found[side]) for side in ("onlyRefrain", "onlyPeer", "unexplained")]
            both, error = count(found["both"]), small(found["scoreDifference"])
            rows.append([name, f"pairs ≥ {threshold}", both, *differing, error])
        for nearest, found in checks["nearest"].items():
            differing = found["rowsThatDiffer"]
            work = f"nearest {nearest}: documents with the same scores"
            cells = [count(found["rows"] - differing), "–", "–", count(differing)]
            rows.append([name, work, *cells, small(found["scoreDifference"])])
    columns = [
        "corpus",
        "work",
        "both",
        "Refrain only",
        "peer only",
        "unexplained",
        "largest score difference",
    ]
    return under(SAME, columns, rows)


def differences(measured):
    """The pairs that only one side has, with their exact scores."""
    parts = []
    for name, checks in measured_in(measured, "checks"):
        for threshold, found in checks["pairs"].items():
            total = found["onlyRefrain"] + found["onlyPeer"]
            if total == 0:
                continue
            which = "these" if total == len(found["examples"]) else "the first and last few"
            scores = [f"{example['score']:.17g} ({example['side']})" for example in found["examples"]]
            parts.append(
                f"{name}, ≥ {threshold}: {count(total)} differ, none farther than {small(found['farthest'])} "
                f"from the threshold; exact scores of {which}: {', '.join(scores)}."
            )
    return parts


def exactness_table(measured):
    rows = []
    for name, checks in measured_in(measured, "checks"):
        reference = checks["reference"]
        size = count(reference["rows"])
        for threshold, found in reference["pairs"].items():
            cells = [count(found["expected"]), f"{found['recall']:.3f}", count(found["extra"])]
            rows.append([name, size, f"pairs ≥ {threshold}", *cells, small(found["error"])])
        for nearest, found in reference["nearest"].items():
            recall = found["right"] / found["expected"] if found["expected"] else 1
            cells = [count(found["expected"]), f"{recall:.3f}", count(found["found"] - found["right"])]
            rows.append([name, size, f"nearest {nearest}", *cells, small(found["error"])])
    columns = [
        "corpus",
        "documents against all",
        "work",
        "expected",
        "recall",
        "wrong",
        "largest score error",
    ]
    return under(EXACT, columns, rows)


def growth_table(measured):
    rows = []
    for name, grown in measured_in(measured, "growth"):
        sizes = grown["documents"]
        for stage, taken in grown["seconds"].items():
            for side, label in (("refrain", "Refrain"), ("peer", "peer")):
                course = " · ".join(
                    f"{count(size)}: {seconds(value)}" for size, value in zip(sizes, taken[side], strict=True)
                )
                fitted = f"{exponent(sizes, taken[side]):.2f}"
                rows.append([name, work_name(stage), label, course, fitted])
    return under(GROWTH, ["corpus", "work", "side", "documents: time", "exponent"], rows)


def commands(measured):
    lines = [f"{name}: {command}" for name, command in measured["commands"].items()]
    return "```\n" + "\n".join(lines) + "\n```"
