"""Compares what Refrain and the peers found with each other, and Refrain's with products in Float64.

The reference multiplies scikit-learn's rows with SciPy, block by block, and uses neither the peers' search
nor Refrain's. Prints JSON."""

import argparse
import json
import multiprocessing
import pathlib
from dataclasses import dataclass

import numpy
import similar_rows

# A difference in what was found is explained by rounding if the exact score lies this near the threshold.
EXPLAINED = 1e-6
# Refrain decides by scores rounded to nine decimals.
ROUNDING = 5e-10
# What a sum of the same products in another order can differ by, amply.
ORDER = 1e-12
BLOCK = 128


@dataclass
class Pairs:
    """Pairs by ascending key: first row · row count + second row, first < second."""

    keys: numpy.ndarray
    scores: numpy.ndarray


def ordered(first, second, scores, count):
    low, high = numpy.minimum(first, second), numpy.maximum(first, second)
    keys, places = numpy.unique(low.astype(numpy.int64) * count + high, return_index=True)
    return Pairs(keys, numpy.asarray(scores, numpy.float64)[places])


def refrain_lists(path, row_of):
    """First row, second row and score of each line that Refrain wrote."""
    first, second, scores = [], [], []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            pair = json.loads(line)
            first.append(row_of[pair["a"]])
            second.append(row_of[pair["b"]])
            scores.append(pair["score"])
    return (
        numpy.array(first, numpy.int64),
        numpy.array(second, numpy.int64),
        numpy.array(scores, numpy.float64),
    )


def peer_lists(path):
    found = numpy.load(path)
    return found["row"], found["column"], found["score"]


def peer_pairs(path, count):
    first, second, scores = peer_lists(path)
    later = second > first
    return ordered(first[later], second[later], scores[later], count)


def compared_pairs(refrain, peer, rows, threshold):
    """Which pairs only one side has, and whether rounding at the threshold explains each."""
    only_refrain = numpy.setdiff1d(refrain.keys, peer.keys, assume_unique=True)
    only_peer = numpy.setdiff1d(peer.keys, refrain.keys, assume_unique=True)
    _, ours, theirs = numpy.intersect1d(refrain.keys, peer.keys, assume_unique=True, return_indices=True)
    differing = numpy.concatenate([only_refrain, only_peer])
    exact = exact_scores(rows, differing)
    distances = numpy.abs(exact - threshold)
    shown = range(len(differing)) if len(differing) <= 10 else [*range(5), *range(-5, 0)]
    examples = [
        {"side": "Refrain" if place % len(differing) < len(only_refrain) else "peer", "score": exact[place]}
        for place in shown
    ]
    return {
        "refrain": len(refrain.keys),
        "peer": len(peer.keys),
        "both": len(ours),
        "onlyRefrain": len(only_refrain),
        "onlyPeer": len(only_peer),
        "unexplained": int((distances > EXPLAINED).sum()),
        "farthest": largest(distances),
        "scoreDifference": largest(numpy.abs(refrain.scores[ours] - peer.scores[theirs])),
        "examples": examples,
    }


def exact_scores(rows, keys, slice_size=100_000):
    parts = [numpy.zeros(0)]
    for start in range(0, len(keys), slice_size):
        first, second = numpy.divmod(keys[start : start + slice_size], rows.shape[0])
        parts.append(numpy.asarray(rows[first].multiply(rows[second]).sum(axis=1)).ravel())
    return numpy.concatenate(parts)


def largest(values):
    return float(values.max()) if len(values) else 0.0


def neighbour_table(first, second, scores, row_count, width):
    """Neighbours in ranks, one row each; -1 and 0 where there are fewer."""
    starts = numpy.searchsorted(first, numpy.arange(row_count))
    ranks = numpy.arange(len(first)) - starts[first]
    if (numpy.diff(first) < 0).any() or (ranks >= width).any():
        raise SystemExit(f"neighbours are not in order, or a row has more than {width} of them")
    rows = numpy.full((row_count, width), -1, numpy.int64)
    table = numpy.zeros((row_count, width))
    rows[first, ranks] = second
    table[first, ranks] = scores
    return rows, table


def compared_neighbours(refrain_scores, path):
    """In how many rows the k best scores differ by more than rounding explains."""
    first, second, scores = peer_lists(path)
    other = second != first
    order = numpy.lexsort((-scores[other], first[other]))
    first, second, scores = first[other][order], second[other][order], scores[other][order]
    row_count, count = refrain_scores.shape
    # Where more rows are equal than neighbours asked for, a row may not be among its own: one is left over.
    _, table = neighbour_table(first, second, scores, row_count, count + 1)
    difference = numpy.abs(table[:, :count] - refrain_scores).max(axis=1)
    return {
        "rows": row_count,
        "rowsThatDiffer": int((difference > EXPLAINED).sum()),
        "scoreDifference": largest(difference),
    }


# What the processes of the reference share; a fork inherits it.
shared = {}


def reference_block(chosen):
    """All pairs of some rows near or above the lowest threshold, and a judgement of their neighbours."""
    rows, others, floor = shared["rows"], shared["others"], shared["floor"]
    products = rows[chosen] @ others
    first, second, scores = [], [], []
    judged = {count: {"expected": 0, "found": 0, "right": 0, "error": 0.0} for count in shared["nearest"]}
    spread = numpy.zeros(rows.shape[0])
    for place, row in enumerate(chosen):
        part = slice(products.indptr[place], products.indptr[place + 1])
        columns, values = products.indices[part], products.data[part]
        kept = (values >= floor) & (columns != row)
        first.append(numpy.full(kept.sum(), row))
        second.append(columns[kept])
        scores.append(values[kept])
        if not judged:
            continue
        spread[columns] = values
        spread[row] = 0
        for count, (neighbours, found) in shared["nearest"].items():
            judge_neighbours(judged[count], count, spread[columns], neighbours[row], found[row], spread)
        spread[columns] = 0
    return numpy.concatenate(first), numpy.concatenate(second), numpy.concatenate(scores), judged


def judge_neighbours(judged, count, values, neighbours, found_scores, spread):
    """A neighbour is right if its exact score reaches the k-th best one."""
    positive = values[values > ROUNDING]
    expected = min(count, len(positive))
    found, places = numpy.unique(neighbours[neighbours >= 0], return_index=True)
    exact = spread[found]
    kth_best = (
        numpy.partition(positive, len(positive) - expected)[len(positive) - expected] if expected else 0
    )
    judged["expected"] += expected
    judged["found"] += len(found)
    judged["right"] += int((exact >= kth_best - 2 * ROUNDING - ORDER).sum())
    judged["error"] = max(judged["error"], largest(numpy.abs(exact - found_scores[places])))


def reference(rows, chosen, thresholds, nearest, processes):
    """The pairs of the chosen rows with all others, from products in Float64; a judgement of neighbours."""
    shared.update(
        rows=rows, others=rows.T.tocsr(), nearest=nearest, floor=min(thresholds, default=1) - EXPLAINED
    )
    blocks = [chosen[start : start + BLOCK] for start in range(0, len(chosen), BLOCK)]
    first, second, scores = [], [], []
    judged = {count: {"expected": 0, "found": 0, "right": 0, "error": 0.0} for count in nearest}
    with multiprocessing.get_context("fork").Pool(processes) as pool:
        for a, b, score, part in pool.imap(reference_block, blocks):
            first.append(a)
            second.append(b)
            scores.append(score)
            for count, sums in part.items():
                for name in ("expected", "found", "right"):
                    judged[count][name] += sums[name]
                judged[count]["error"] = max(judged[count]["error"], sums["error"])
    pairs = ordered(*map(numpy.concatenate, (first, second, scores)), rows.shape[0])
    return pairs, judged


def judged_pairs(refrain, exact, chosen, row_count, threshold):
    """Refrain's pairs that touch the chosen rows against the exact ones."""
    is_chosen = numpy.zeros(row_count, bool)
    is_chosen[chosen] = True
    touching = is_chosen[refrain.keys // row_count] | is_chosen[refrain.keys % row_count]
    keys, scores = refrain.keys[touching], refrain.scores[touching]
    allowed = exact.keys[exact.scores >= threshold - ROUNDING - ORDER]
    required = exact.keys[exact.scores >= threshold - ROUNDING + ORDER]
    _, ours, theirs = numpy.intersect1d(keys, exact.keys, assume_unique=True, return_indices=True)
    missed = len(numpy.setdiff1d(required, keys, assume_unique=True))
    return {
        "expected": len(required),
        "recall": 1 - missed / len(required) if len(required) else 1.0,
        "missed": missed,
        "extra": len(numpy.setdiff1d(keys, allowed, assume_unique=True)),
        "error": largest(numpy.abs(scores[ours] - exact.scores[theirs])),
    }


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("corpus")
    arguments.add_argument(
        "found", type=pathlib.Path, help="folder of NAME.npz (peer) and NAME.jsonl (Refrain)"
    )
    arguments.add_argument("--at-least", type=float, nargs="*", default=[])
    arguments.add_argument("--nearest", type=int, nargs="*", default=[])
    arguments.add_argument("--reference-rows", type=int, required=True)
    arguments.add_argument("--processes", type=int, required=True)
    given = arguments.parse_args()

    ids, texts = similar_rows.read(given.corpus)
    rows = similar_rows.tfidf_rows(texts).tocsr()
    del texts
    row_of = {name: row for row, name in enumerate(ids)}
    count = len(ids)
    result = {"pairs": {}, "nearest": {}, "reference": {"pairs": {}, "nearest": {}}}

    found = {}
    for threshold in given.at_least:
        name = f"pairs-{threshold:g}"
        listed = refrain_lists(given.found / f"{name}.jsonl", row_of)
        found[threshold] = ordered(*listed, count)
        compared = compared_pairs(
            found[threshold], peer_pairs(given.found / f"{name}.npz", count), rows, threshold
        )
        result["pairs"][f"{threshold:g}"] = compared | {"repeated": len(listed[0]) - compared["refrain"]}
    tables = {}
    for nearest in given.nearest:
        name = f"nearest-{nearest}"
        tables[nearest] = neighbour_table(
            *refrain_lists(given.found / f"{name}.jsonl", row_of), count, nearest
        )
        result["nearest"][str(nearest)] = compared_neighbours(tables[nearest][1], given.found / f"{name}.npz")

    draw = numpy.random.default_rng(1).permutation(count)[: given.reference_rows]
    chosen = numpy.sort(draw)
    exact, judged = reference(rows, chosen, given.at_least, tables, given.processes)
    result["reference"]["rows"] = len(chosen)
    result["reference"]["nearest"] = {str(nearest): sums for nearest, sums in judged.items()}
    for threshold in given.at_least:
        result["reference"]["pairs"][f"{threshold:g}"] = judged_pairs(
            found[threshold], exact, chosen, count, threshold
        )
    print(json.dumps(result))


main()
