"""The whole job as people do it in Python: JSON lines in, JSON lines of similar pairs out."""

import argparse
import json

import similar_rows


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("corpus")
    arguments.add_argument("output")
    arguments.add_argument("--threads", type=int, required=True)
    arguments.add_argument("--at-least", type=float, required=True)
    arguments.add_argument("--precision", default="float64")
    given = arguments.parse_args()
    ids, texts = similar_rows.read(given.corpus)
    rows = similar_rows.tfidf_rows(texts, given.precision)
    first, second, scores = similar_rows.pairs(rows, given.at_least, given.threads)
    with open(given.output, "w", encoding="utf-8") as out:
        for a, b, score in zip(first.tolist(), second.tolist(), scores.tolist()):
            out.write(json.dumps({"a": ids[a], "b": ids[b], "score": score}) + "\n")


main()
