"""The peers' way from texts to similar pairs, as their documentation shows it: scikit-learn's defaults, then
sparse_dot_topn on all cores. Everything that is measured or compared goes through these functions."""

import json
import os

import numpy
from sklearn.feature_extraction.text import TfidfVectorizer
from sparse_dot_topn import sp_matmul_topn

# The widest score that sparse_dot_topn stores.
SCORE_BYTES = 8


def read(path):
    """The ids and texts of JSON lines."""
    ids, texts = [], []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            ids.append(record["id"])
            texts.append(record["text"])
    return ids, texts


def tfidf_rows(texts, precision="float64"):
    return TfidfVectorizer(dtype=numpy.dtype(precision)).fit_transform(texts)


def all_of(row_count):
    """The `top_n` that asks for all pairs: as many as there are rows, where sparse_dot_topn can.

    On several threads it reserves room for rows · top_n products in advance, at most 2³¹ − 1: with more,
    release 1.2.0 ends in std::bad_array_new_length or a segmentation fault. From 46,341 rows on top_n must be
    smaller.
    """
    room = min(2**31 - 1, os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // SCORE_BYTES)
    return min(row_count, room // row_count)


def products(rows, threads, *, count, threshold=None, ranked=False):
    """The products above a threshold of each row with all rows, itself included, at most `count` of them."""
    return sp_matmul_topn(
        rows, rows.T.tocsr(), top_n=count, threshold=threshold, sort=ranked, n_threads=threads
    )


def all_products(rows, threshold, threads):
    """All products above a threshold of each row with all rows; ends the program if one may be missing."""
    limit = all_of(rows.shape[0])
    found = products(rows, threads, count=limit, threshold=threshold)
    fullest = int(numpy.diff(found.indptr).max(initial=0))
    if limit < rows.shape[0] and fullest >= limit:
        raise SystemExit(f"a row has {fullest} pairs or more, and sparse_dot_topn cannot list more here")
    return found


def pairs(rows, threshold, threads):
    """First row, second row and score of all pairs above a threshold; the first row is the earlier one."""
    found = all_products(rows, threshold, threads).tocoo()
    later = found.col > found.row
    return found.row[later], found.col[later], found.data[later]
