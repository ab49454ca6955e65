"""All pairs of documents with a Jaccard similarity of at least 4/5, found exactly; written as JSON lines.

What recall is measured against. Shingles are numbered by their 64-bit hashes and ordered rarest first; of a
set of n, any pair above the threshold shares one of the first n - ceil(4n/5) + 1 (Chaudhuri, Ganti and Kaushik,
"A Primitive Operator for Similarity Joins in Data Cleaning", 2006). Whoever shares one is compared, hashes
first, then the shingles themselves. NumPy only; nothing of Refrain's or the peers'."""

import argparse
import json

import numpy as np
import shingle_sets


def hashes(texts):
    """The distinct hashes of each document, one after the other, and where each document begins."""
    parts = []
    starts = np.zeros(len(texts) + 1, dtype=np.int64)
    for number, text in enumerate(texts):
        part = np.fromiter(map(hash, shingle_sets.shingles(text)), dtype=np.int64)
        parts.append(np.unique(part))
        starts[number + 1] = starts[number] + len(parts[-1])
    return np.concatenate(parts), starts


def ranked(values, starts):
    """The shingles of each document as ranks, the rarest in the corpus first."""
    _, numbers, counts = np.unique(values, return_inverse=True, return_counts=True)
    rank_of = np.empty(len(counts), dtype=np.int64)
    rank_of[np.argsort(counts, kind="stable")] = np.arange(len(counts))
    ranks = rank_of[numbers]
    documents = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
    order = np.lexsort((ranks, documents))
    return ranks[order], documents


def candidates(ranks, documents, starts):
    """Pairs of documents that share a rank among their rarest, each once."""
    sizes = np.diff(starts)
    prefixes = sizes - (4 * sizes + 4) // 5 + 1
    within = np.arange(len(ranks)) - starts[documents] < prefixes[documents]
    ranks, documents = ranks[within], documents[within]
    order = np.lexsort((documents, ranks))
    ranks, documents = ranks[order], documents[order]
    borders = np.flatnonzero(np.diff(ranks)) + 1
    pairs = set()
    for group in np.split(documents, borders):
        if len(group) == 1:
            continue
        for position, first in enumerate(group[:-1].tolist()):
            others = group[position + 1 :]
            small, large = np.minimum(sizes[others], sizes[first]), np.maximum(sizes[others], sizes[first])
            pairs.update((first, other) for other in others[5 * small >= 4 * large].tolist())
    return sorted(pairs)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("corpus")
    arguments.add_argument("output")
    given = arguments.parse_args()
    ids, texts = shingle_sets.read(given.corpus)
    values, starts = hashes(texts)
    ranks, documents = ranked(values, starts)
    found = proposed = 0
    with open(given.output, "w", encoding="utf-8") as out:
        for first, second in candidates(ranks, documents, starts):
            proposed += 1
            a, b = (values[starts[number] : starts[number + 1]] for number in (first, second))
            overlap = len(np.intersect1d(a, b, assume_unique=True))
            if 5 * overlap < 4 * (len(a) + len(b) - overlap):
                continue
            left, right = (shingle_sets.shingles(texts[number]) for number in (first, second))
            overlap, union = len(left & right), len(left | right)
            if 5 * overlap >= 4 * union:
                out.write(json.dumps({"a": ids[first], "b": ids[second], "score": overlap / union}) + "\n")
                found += 1
    print(json.dumps({"pairs": found, "compared": proposed}))


main()
