"""What is measured: functions that run both sides by turns on the same input and return plain values."""

import shutil
import statistics
from dataclasses import dataclass, field
from pathlib import Path

from .environment import CACHE, WORKERS, say
from .processes import ProgramFailed, alternating, run, run_json


@dataclass
class Comparison:
    """The two sides, and the options that both are given."""

    refrain: Path
    python: Path
    numpy_python: Path | None
    threads: int
    runs: int
    thresholds: list
    nearest: list
    precision: str
    also_checked: list
    reference_rows: int
    commands: dict = field(default_factory=dict)

    def note(self, name, command):
        """Keeps a command for the results page, with the paths of this machine left out."""
        words = [Path(word).name if isinstance(word, Path) else str(word) for word in command]
        self.commands.setdefault(name, " ".join(words))
        return command


def stage_names(comparison):
    """The stages that both sides time, in order."""
    return [
        "rows",
        *(f"pairs {threshold:g}" for threshold in comparison.thresholds),
        *(f"nearest {count}" for count in comparison.nearest),
    ]


def peer_stages(comparison, corpus, save=None, thresholds=None, nearest=None):
    thresholds = comparison.thresholds if thresholds is None else thresholds
    nearest = comparison.nearest if nearest is None else nearest
    command = [
        comparison.python,
        WORKERS / "stages.py",
        corpus.path,
        "--threads",
        comparison.threads,
        "--precision",
        comparison.precision,
        "--at-least",
        *thresholds,
        "--nearest",
        *nearest,
    ]
    return run_json(comparison.note("stages, peer", command) + (["--save", save] if save else []))


def refrain_stages(comparison, corpus, nearest=None):
    nearest = comparison.nearest if nearest is None else nearest
    command = [
        comparison.refrain,
        "benchmark",
        corpus.path,
        "--preset",
        "sklearn",
        "--runs",
        1,
        "--no-scaling",
        "--stages",
        "vectorize,pairs" + (",nearest" if nearest else ""),
        "--at-least",
        listed(comparison.thresholds),
    ]
    command += ["--nearest", listed(nearest)] if nearest else []
    command += ["--threads", comparison.threads, "--format", "json"]
    return stage_seconds(run_json(comparison.note("stages, Refrain", command)))


def listed(values):
    return ",".join(f"{value:g}" for value in values)


def stage_seconds(report):
    """The seconds of each stage of `refrain benchmark`, under the peers' names."""
    seconds = {}
    for stage in report["stages"]:
        parameter = stage.get("parameter")
        name = stage["name"] if parameter is None else f"{stage['name']} {parameter:g}"
        seconds[name] = stage["seconds"]["median"]
    if "vectorize" in seconds:
        seconds["rows"] = seconds["vectorize"]
    return seconds


def refrain_versions(comparison):
    """Refrain's version, its compiler, and the BLAS that it multiplies with."""
    document = fresh_folder("versions") / "document.jsonl"
    document.write_text('{"id": "a", "text": "one"}\n', encoding="utf-8")
    options = ["--stages", "read", "--runs", 1, "--no-scaling", "--format", "json"]
    found = run_json([comparison.refrain, "benchmark", document, *options])
    speeds = {
        f"{speed['precision']}, threads: {speed['threads']}": f"{speed['value']:.0f}"
        for speed in found["blas"]["gigaflops"]
    }
    return {
        "Refrain's version": found["refrain"],
        "Swift": found["swift"],
        "BLAS": found["blas"]["name"],
        "BLAS, measured GFLOP/s": "; ".join(f"{name}: {value}" for name, value in speeds.items()),
    }


def stages(comparison, corpus):
    """Seconds of every stage in every run."""
    peer, refrain = alternating(
        comparison.runs,
        lambda: peer_stages(comparison, corpus),
        lambda: refrain_stages(comparison, corpus),
        lambda text: say(f"{corpus.name}: stages, {text}"),
    )
    return {
        "shape": peer[0]["shape"],
        "limit": peer[0]["limit"],
        "seconds": {
            name: {"peer": [run[name] for run in peer], "refrain": [run[name] for run in refrain]}
            for name in stage_names(comparison)
        },
    }


def whole_command(comparison, corpus):
    """Wall seconds and peak memory of the whole processes, JSON lines in, pairs out."""
    threshold = comparison.thresholds[0]
    folder = fresh_folder("command")
    peer_command = [
        comparison.python,
        WORKERS / "pairs_command.py",
        corpus.path,
        folder / "peer.jsonl",
        "--threads",
        comparison.threads,
        "--precision",
        comparison.precision,
        "--at-least",
        f"{threshold:g}",
    ]
    refrain_command = [
        comparison.refrain,
        "pairs",
        corpus.path,
        "--preset",
        "sklearn",
        "--at-least",
        f"{threshold:g}",
        "--threads",
        comparison.threads,
        "--quiet",
        "--output",
        folder / "refrain.jsonl",
    ]
    peer, refrain = alternating(
        comparison.runs,
        lambda: run(comparison.note("whole command, peer", peer_command)),
        lambda: run(comparison.note("whole command, Refrain", refrain_command)),
        lambda text: say(f"{corpus.name}: whole command, {text}"),
    )
    return {
        "threshold": threshold,
        "seconds": {"peer": [r.seconds for r in peer], "refrain": [r.seconds for r in refrain]},
        "peak": {
            "peer": statistics.median(r.peak_bytes for r in peer),
            "refrain": statistics.median(r.peak_bytes for r in refrain),
        },
    }


def checks(comparison, corpus):
    """Whether both found the same, and how Refrain's findings stand against products in Float64."""
    folder = fresh_folder("found")
    thresholds = [*comparison.thresholds, *comparison.also_checked]
    say(f"{corpus.name}: finding with the peer what is to be compared")
    peer_stages(comparison, corpus, save=folder, thresholds=thresholds)
    say(f"{corpus.name}: finding the same with Refrain")
    common = [comparison.refrain, "pairs", corpus.path, "--preset", "sklearn", "--quiet", "--output"]
    for threshold in thresholds:
        run([*common, folder / f"pairs-{threshold:g}.jsonl", "--at-least", f"{threshold:g}"])
    for count in comparison.nearest:
        run([*common, folder / f"nearest-{count}.jsonl", "--nearest", count])
    say(f"{corpus.name}: comparing, and multiplying in Float64")
    command = [
        comparison.python,
        WORKERS / "compare.py",
        corpus.path,
        folder,
        "--at-least",
        *thresholds,
        "--nearest",
        *comparison.nearest,
        "--reference-rows",
        comparison.reference_rows,
        "--processes",
        comparison.threads,
    ]
    return run_json(comparison.note("checks", command))


def growth(comparison, samples, stages_of_whole):
    """Seconds over nested samples: medians of all runs for Refrain, one run for the peer.

    The last sample is the corpus itself, whose stages are measured already.
    """
    names = [f"pairs {threshold:g}" for threshold in comparison.thresholds]
    sizes = [sample.documents for sample in samples]
    seconds = {name: {"peer": [], "refrain": []} for name in names}
    for sample in samples[:-1]:
        say(f"{sample.name}: growth")
        refrain = [refrain_stages(comparison, sample, nearest=[]) for _ in range(comparison.runs)]
        peer = peer_stages(comparison, sample, nearest=[])
        for name in names:
            seconds[name]["refrain"].append(statistics.median(run[name] for run in refrain))
            seconds[name]["peer"].append(peer[name])
    for name in names:
        for side in ("peer", "refrain"):
            seconds[name][side].append(statistics.median(stages_of_whole["seconds"][name][side]))
    return {"documents": sizes, "seconds": seconds}


def dense_matrix(comparison, rows=10_000, columns=512):
    """The full matrix of dense vectors: NumPy on the system's BLAS against Refrain on the same."""
    if comparison.numpy_python is None:
        return {"skipped": "the system's NumPy is not installed (apt-get install python3-numpy)"}
    worker = [comparison.numpy_python, WORKERS / "dense_matrix.py"]
    folder = fresh_folder("dense")
    vectors = folder / f"vectors-{rows}x{columns}.npy"
    run([*worker, "make", vectors, "--rows", rows, "--columns", columns])
    refrain_command = [
        comparison.refrain,
        "benchmark",
        "--vectors",
        vectors,
        "--stages",
        "matrix",
        "--runs",
        1,
        "--no-scaling",
        "--threads",
        comparison.threads,
        "--format",
        "json",
    ]
    peer, refrain = alternating(
        comparison.runs,
        lambda: run_json(comparison.note("matrix, peer", [*worker, "multiply", vectors])),
        lambda: stage_seconds(run_json(comparison.note("matrix, Refrain", refrain_command))),
        lambda text: say(f"dense matrix, {text}"),
    )
    result = {
        "rows": rows,
        "columns": columns,
        "numpy": peer[0]["numpy"],
        "blas": peer[0]["blas"],
        "seconds": {"peer": [r["seconds"] for r in peer], "refrain": [r["matrix"] for r in refrain]},
    }
    matrix = folder / "matrix.npy"
    try:
        run([comparison.refrain, "matrix", "--vectors", vectors, "--quiet", "--output", matrix])
    except ProgramFailed:
        say("this Refrain writes no matrix of foreign vectors: its scores are not checked")
        return result
    return result | run_json([*worker, "judge", vectors, "--matrix", matrix])


def fresh_folder(name):
    folder = CACHE / "work" / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder
