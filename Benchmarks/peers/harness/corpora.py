"""Corpora in one form that both sides read alike, and nested samples of them."""

import gzip
import json
import random
from dataclasses import dataclass
from pathlib import Path

SAMPLE_SEED = 20260101


@dataclass(frozen=True)
class Corpus:
    name: str
    path: Path
    documents: int
    bytes: int


def prepared(source, folder):
    """Writes a corpus as JSON lines with `id` and `text`, titles put before their texts.

    Both sides then read the same bytes, and neither has to know the other's way with titles, missing ids or
    compressed files.
    """
    source = Path(source)
    name = corpus_name(source)
    target = folder / f"{name}.jsonl"
    made_from, file = target.with_suffix(".source"), source.stat()
    source_stamp = f"{source.resolve()} {file.st_size} {file.st_mtime_ns}"
    if not (target.exists() and made_from.exists() and made_from.read_text() == source_stamp):
        partial = target.with_suffix(".partial")
        opened = gzip.open if source.suffix == ".gz" else open
        with opened(source, "rt", encoding="utf-8") as records, open(partial, "wb") as out:
            for number, line in enumerate(line for line in records if line.strip()):
                # Half a surrogate pair can stand in JSON, but not in UTF-8.
                out.write(prepared_line(json.loads(line), number).encode("utf-8", errors="replace"))
        partial.rename(target)
        made_from.write_text(source_stamp)
    return described(name, target)


def corpus_name(source):
    return Path(source).name.removesuffix(".gz").removesuffix(".jsonl")


def prepared_line(record, number):
    title = record.get("title")
    text = f"{title}\n{record['text']}" if title else record["text"]
    document = {"id": str(record.get("id", number)), "text": text}
    return json.dumps(document, ensure_ascii=False) + "\n"


def described(name, path):
    with open(path, "rb") as lines:
        documents = sum(1 for _ in lines)
    return Corpus(name, path, documents, path.stat().st_size)


def nested_samples(corpus, folder, steps=(8, 4, 2)):
    """Samples of 1/8, 1/4 and 1/2 of a corpus, each part of the next, smallest first; then the corpus itself.

    Documents keep their order. What is drawn depends on the number of documents and a fixed seed only.
    """
    order = list(range(corpus.documents))
    random.Random(SAMPLE_SEED).shuffle(order)
    samples = []
    for step in steps:
        chosen = set(order[: corpus.documents // step])
        target = folder / f"{corpus.name}-1-of-{step}.jsonl"
        if not (target.exists() and target.stat().st_mtime > corpus.path.stat().st_mtime):
            with open(corpus.path, "rb") as lines, open(target, "wb") as out:
                out.writelines(line for number, line in enumerate(lines) if number in chosen)
        samples.append(described(target.stem, target))
    return [*samples, corpus]
