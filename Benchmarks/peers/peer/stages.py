"""Times the stages of the peers in one process and prints them as JSON.

With --save, the pairs and neighbours found are kept for the comparison with Refrain's; saving is not timed.
"""

import argparse
import json
import pathlib
import time

import numpy
import similar_rows

# Refrain's stages run once to warm up before they are timed. What takes longer than this many seconds here is
# not changed by that, and not repeated.
WORTH_WARMING_UP = 10


def timed(work, *arguments, **options):
    """Seconds of some work, and its result; short work runs once before it is timed."""
    seconds, result = timed_once(work, *arguments, **options)
    if seconds < WORTH_WARMING_UP:
        del result
        seconds, result = timed_once(work, *arguments, **options)
    return seconds, result


def timed_once(work, *arguments, **options):
    began = time.perf_counter()
    result = work(*arguments, **options)
    return time.perf_counter() - began, result


def save(folder, name, products):
    found = products.tocoo()
    numpy.savez(folder / f"{name}.npz", row=found.row, column=found.col, score=found.data)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("corpus")
    arguments.add_argument("--threads", type=int, required=True)
    arguments.add_argument("--at-least", type=float, nargs="*", default=[])
    arguments.add_argument("--nearest", type=int, nargs="*", default=[])
    arguments.add_argument("--precision", default="float64")
    arguments.add_argument("--save", type=pathlib.Path)
    given = arguments.parse_args()

    seconds, (_, texts) = timed(similar_rows.read, given.corpus)
    figures = {"read": seconds}
    figures["rows"], rows = timed(similar_rows.tfidf_rows, texts, given.precision)
    figures |= {"shape": [*rows.shape, rows.nnz], "limit": similar_rows.all_of(rows.shape[0])}
    del texts
    for threshold in given.at_least:
        figures[f"pairs {threshold:g}"], found = timed(
            similar_rows.all_products, rows, threshold, given.threads
        )
        if given.save:
            save(given.save, f"pairs-{threshold:g}", found)
        del found
    for count in given.nearest:
        # One more, as each row is its own nearest.
        figures[f"nearest {count}"], found = timed(
            similar_rows.products, rows, given.threads, count=count + 1, ranked=True
        )
        if given.save:
            save(given.save, f"nearest-{count}", found)
        del found
    print(json.dumps(figures))


main()
