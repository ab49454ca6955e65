"""The results page: what was measured, as Markdown."""

from .figures import exponent, ratio
from .words import count, megabytes, seconds, table, times


def page(measured):
    """The page for everything measured so far."""
    sections = {
        "Speed": speed_table(measured), "The whole command": command_table(measured),
        "The full matrix of dense vectors": dense(measured["dense"]) if "dense" in measured else "",
        "Do both find the same?": "\n\n".join([same_table(measured), *differences(measured)]),
        "Against products in Float64": exactness_table(measured), "Growth": growth_table(measured),
        "Commands": commands(measured)}
    parts = [f"# Refrain against its peers, {measured['date']}", introduction(measured), machine(measured)]
    parts += [f"## {title}\n\n{text}" for title, text in sections.items() if text]
    return "\n\n".join(parts) + "\n"


def introduction(measured):
    return (
        f"Medians of {measured['runs']} runs, peer and Refrain by turns, on all cores of one machine, each run in a "
        "process of its own. A ratio says how many times as long the peer takes; in brackets the lowest and the "
        "highest ratio of two runs that came one after the other. The peers run with the defaults of "
        f"scikit-learn's `TfidfVectorizer` (rows in {measured['precision']}), Refrain with `--preset sklearn`, "
        "which cuts and weighs words the same way. Made by `Benchmarks/peers/similarity`, which its README explains.")


def machine(measured):
    return table(["", ""], [*measured["machine"].items(), *measured["versions"].items()])


def under(text, columns, rows):
    """A table below a text; nothing where there are no rows."""
    return f"{text}\n\n{table(columns, rows)}" if rows else ""


def ratio_cells(taken):
    found = ratio(taken["peer"], taken["refrain"])
    return [
        seconds(found.peer), seconds(found.refrain),
        f"**{times(found.of_medians)}** ({times(found.lowest)}–{times(found.highest)})"]


def work_name(stage):
    kind, _, parameter = stage.partition(" ")
    return {
        "rows": "text → TF-IDF rows", "pairs": f"pairs ≥ {parameter} from rows",
        "nearest": f"nearest {parameter} from rows"}[kind]


def speed_table(measured):
    rows = []
    for name, corpus in measured["corpora"].items():
        for stage, taken in corpus.get("stages", {"seconds": {}})["seconds"].items():
            rows.append([name, work_name(stage), *ratio_cells(taken)])
    return table(["corpus", "work", "peer", "Refrain", "ratio"], rows)


def command_table(measured):
    rows = []
    for name, corpus in measured["corpora"].items():
        if "command" in corpus:
            command = corpus["command"]
            peaks = command["peak"]
            rows.append([
                name, megabytes(corpus["bytes"]), *ratio_cells(command["seconds"]), megabytes(peaks["peer"]),
                megabytes(peaks["refrain"]), f"{peaks['refrain'] / peaks['peer']:.2f}"])
    threshold = measured["thresholds"][0]
    text = (
        f"JSON lines file in → file of the pairs ≥ {threshold:g} out, start-up included. Peak memory is the "
        "kernel's, of the whole process; its ratio is Refrain's share of the peer's.")
    columns = ["corpus", "size", "peer", "Refrain", "ratio", "peak, peer", "peak, Refrain", "share"]
    return under(text, columns, rows)


def dense(found):
    if "skipped" in found:
        return f"Not measured: {found['skipped']}."
    taken = found["seconds"]
    size = f"{count(found['rows'])} × {found['columns']}"
    text = (
        f"All cosines of {size} unit rows in Float32, the result in memory; the peer is NumPy {found['numpy']}'s "
        f"`X @ X.T`, which multiplies with {', '.join(found['blas'])}.")
    rows = [[size, *ratio_cells(taken)]]
    error = (
        f"Largest difference of Refrain's matrix from products in Float64: {found['error']:.1e}."
        if "error" in found else "")
    return "\n\n".join(part for part in (
        text, table(["vectors", "peer", "Refrain", "ratio"], rows), error) if part)


def same_table(measured):
    rows = []
    for name, corpus in measured["corpora"].items():
        checks = corpus.get("checks", {"pairs": {}, "nearest": {}})
        for threshold, found in checks["pairs"].items():
            rows.append([
                name, f"pairs ≥ {threshold}", count(found["both"]), count(found["onlyRefrain"]),
                count(found["onlyPeer"]), count(found["unexplained"]), f"{found['scoreDifference']:.1e}"])
        for nearest, found in checks["nearest"].items():
            same = found["rows"] - found["rowsThatDiffer"]
            rows.append([
                name, f"nearest {nearest}, rows with the same scores", count(same), "–", "–",
                count(found["rowsThatDiffer"]), f"{found['scoreDifference']:.1e}"])
    text = (
        "sparse_dot_topn keeps what lies *above* the threshold by the sum it happens to compute, so it misses pairs "
        "whose score is the threshold itself, or rounds to just under it. A difference counts as explained if the "
        "exact score lies within 1e-6 of the threshold.")
    columns = ["corpus", "work", "both", "Refrain only", "peer only", "unexplained", "largest score difference"]
    return under(text, columns, rows)


def differences(measured):
    """The pairs that only one side has, with their exact scores."""
    parts = []
    for name, corpus in measured["corpora"].items():
        for threshold, found in corpus.get("checks", {"pairs": {}})["pairs"].items():
            if not found["examples"]:
                continue
            total = found["onlyRefrain"] + found["onlyPeer"]
            listed = ", ".join(
                f"{example['score']:.17g} ({example['side']})" for example in found["examples"])
            parts.append(
                f"{name}, ≥ {threshold}: {count(total)} differ, none farther than {found['farthest']:.1e} from the "
                f"threshold; exact scores of {'these' if total <= 10 else 'the first and last five'}: {listed}.")
    return parts


def exactness_table(measured):
    rows = []
    for name, corpus in measured["corpora"].items():
        reference = corpus.get("checks", {}).get("reference", {"pairs": {}, "nearest": {}})
        for threshold, found in reference["pairs"].items():
            rows.append([
                name, count(reference["rows"]), f"pairs ≥ {threshold}", count(found["expected"]),
                f"{found['recall']:.3f}", count(found["extra"]), f"{found['error']:.1e}"])
        for nearest, found in reference["nearest"].items():
            recall = found["right"] / found["expected"] if found["expected"] else 1
            rows.append([
                name, count(reference["rows"]), f"nearest {nearest}", count(found["expected"]), f"{recall:.3f}",
                count(found["found"] - found["right"]), f"{found['error']:.1e}"])
    text = (
        "SciPy multiplies scikit-learn's rows in Float64, block by block, without either search. Recall is the share "
        "of what should be found that Refrain finds; wrong is what it finds besides.")
    columns = ["corpus", "documents against all", "work", "expected", "recall", "wrong", "largest score error"]
    return under(text, columns, rows)


def growth_table(measured):
    rows = []
    for name, corpus in measured["corpora"].items():
        grown = corpus.get("growth", {"seconds": {}})
        for stage, taken in grown["seconds"].items():
            for side, label in (("refrain", "Refrain"), ("peer", "peer")):
                times_taken = " · ".join(
                    f"{count(size)}: {seconds(value)}" for size, value in zip(grown["documents"], taken[side]))
                fitted = exponent(grown["documents"], taken[side])
                rows.append([name, work_name(stage), label, times_taken, f"{fitted:.2f}"])
    text = (
        "Random samples of each corpus, each part of the next. The exponent is the slope of log time over log "
        "documents by least squares: 1 is linear, 2 quadratic. Refrain's times are medians of all runs, the peer's of "
        "the samples are single runs.")
    return under(text, ["corpus", "work", "side", "documents: time", "exponent"], rows)


def commands(measured):
    lines = [f"{name}: {command}" for name, command in measured["commands"].items()]
    return "```\n" + "\n".join(lines) + "\n```"


def failures(measured):
    """What contradicts the promises: any of these makes the comparison fail."""
    found = []
    for name, corpus in measured["corpora"].items():
        checks = corpus.get("checks")
        if not checks:
            continue
        for threshold, compared in checks["pairs"].items():
            if compared["unexplained"]:
                found.append(f"{name}, pairs ≥ {threshold}: {compared['unexplained']} unexplained differences")
        for nearest, compared in checks["nearest"].items():
            if compared["rowsThatDiffer"]:
                found.append(f"{name}, nearest {nearest}: {compared['rowsThatDiffer']} rows differ")
        for threshold, judged in checks["reference"]["pairs"].items():
            if judged["missed"] or judged["extra"] or judged["error"] > 1e-6:
                found.append(f"{name}, pairs ≥ {threshold}: not those of the products in Float64")
        for nearest, judged in checks["reference"]["nearest"].items():
            if not judged["expected"] == judged["found"] == judged["right"] or judged["error"] > 1e-6:
                found.append(f"{name}, nearest {nearest}: not those of the products in Float64")
    if measured.get("dense", {}).get("error", 0) > 1e-6:
        found.append("dense matrix: a score is off by more than 1e-6")
    return found
