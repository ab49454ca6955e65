"""What is measured of the search for near copies: functions that return plain values."""

import statistics
from dataclasses import dataclass, field
from pathlib import Path

from .corpora import corpus_name, described, prepared
from .environment import CACHE, WORKERS, say
from .measurements import fresh_folder
from .processes import alternating, run, run_json

THRESHOLD = "0.8"
PERMUTATIONS = 128


@dataclass
class DuplicateComparison:
    """The two sides, and the options that both are given."""

    refrain: Path
    python: Path
    threads: int
    runs: int
    slow_runs: int
    commands: dict = field(default_factory=dict)

    def note(self, name, command):
        """Keeps a command for the results page, with the paths of this machine left out."""
        words = [Path(word).name if isinstance(word, Path) else str(word) for word in command]
        self.commands.setdefault(name, " ".join(words))
        return command


def joined(sources, folder):
    """One corpus out of several; where there are several, ids begin with the corpus's name."""
    parts = [prepared(source, folder) for source in sources]
    if len(parts) == 1:
        return parts[0]
    name = "+".join(corpus_name(source) for source in sources)
    target = folder / f"{name}.jsonl"
    if not (target.exists() and all(target.stat().st_mtime >= part.path.stat().st_mtime for part in parts)):
        with open(target, "wb") as out:
            for part in parts:
                start = b'{"id": "'
                with open(part.path, "rb") as lines:
                    out.writelines(start + f"{part.name}/".encode() + line.removeprefix(start) for line in lines)
    return described(name, target)


def peer_command(comparison, corpus, library, output):
    options = ["--library", library, "--at-least", THRESHOLD, "--permutations", PERMUTATIONS]
    command = [comparison.python, WORKERS / "minhash_pairs.py", corpus.path, output, *options]
    return comparison.note(library, command)


def refrain_command(comparison, corpus, output):
    options = ["--jaccard", THRESHOLD, "--preset", "sklearn", "--threads", comparison.threads, "--quiet"]
    command = [comparison.refrain, "duplicates", corpus.path, *options, "--output", output]
    return comparison.note("Refrain", command)


def measured(comparison, corpus):
    """Seconds and peaks of all sides, and what each found of what there is."""
    folder = fresh_folder("duplicates")
    found = {name: folder / f"{name}.jsonl" for name in ("rensa", "datasketch", "refrain")}
    runs = {"rensa": comparison.runs, "datasketch": comparison.slow_runs}
    result = {}
    for library, count in runs.items():
        if count == 0:
            continue
        peer, refrain = alternating(
            count,
            lambda library=library: run(peer_command(comparison, corpus, library, found[library])),
            lambda: run(refrain_command(comparison, corpus, found["refrain"])),
            lambda text, library=library: say(f"{corpus.name}: {library}, {text}"),
        )
        result[library] = {
            "seconds": {"peer": [r.seconds for r in peer], "refrain": [r.seconds for r in refrain]},
            "peak": {
                "peer": statistics.median(r.peak_bytes for r in peer),
                "refrain": statistics.median(r.peak_bytes for r in refrain),
            },
        }
    truth, compared = all_pairs(comparison, corpus)
    pairs = [f"{library}={found[library]}" for library in result]
    worker = [comparison.python, WORKERS / "judge_duplicates.py", truth]
    judged = run_json([*worker, "--pairs", *pairs, "--families", found["refrain"]])
    return {"peers": result, "judged": judged | {"compared": compared}}


def all_pairs(comparison, corpus):
    """The file of all pairs there are, made once for a corpus, and how many pairs were compared for it."""
    target = CACHE / "corpora" / f"{corpus.name}-pairs.jsonl"
    count = target.with_suffix(".compared")
    if not (count.exists() and count.stat().st_mtime > corpus.path.stat().st_mtime):
        say(f"{corpus.name}: finding all pairs there are, once")
        worker = [comparison.python, WORKERS / "exact_pairs.py", corpus.path, target]
        count.write_text(str(run_json(worker, {"PYTHONHASHSEED": "0"})["compared"]))
    return target, int(count.read_text())
