"""Writes parity-NAME.json beside every corpus-NAME.json of a folder: what scikit-learn's TfidfVectorizer makes
of it under each combination of options below. Called by regenerate-parity-fixtures."""

import json
import pathlib
import platform
import sys

import numpy
import scipy
import sklearn
from sklearn.feature_extraction.text import TfidfVectorizer

STOP_WORDS = ["the", "a", "and", "of", "to", "in", "is", "that", "der", "die", "und", "la", "le", "de"]

CASES = {
    "defaults": {},
    "sublinear": {"sublinear_tf": True},
    "binary": {"binary": True},
    "no idf": {"use_idf": False},
    "plain idf": {"smooth_idf": False},
    "l1": {"norm": "l1"},
    "no norm": {"norm": None},
    "min_df 2": {"min_df": 2},
    "max_df .5": {"max_df": 0.5},
    "min_df share, max_df count": {"min_df": 0.15, "max_df": 3},
    "max_features": {"max_features": 12},
    "max_features binary": {"max_features": 3, "binary": True},
    "words 1-2": {"ngram_range": (1, 2)},
    "words 2-3": {"ngram_range": (2, 3)},
    "char 2-4": {"analyzer": "char", "ngram_range": (2, 4)},
    "char 1-1": {"analyzer": "char", "ngram_range": (1, 1), "sublinear_tf": True},
    "char_wb 3-5": {"analyzer": "char_wb", "ngram_range": (3, 5)},
    "char_wb 5-6": {"analyzer": "char_wb", "ngram_range": (5, 6), "min_df": 2},
    "stop words": {"stop_words": STOP_WORDS},
    "stop words, words 1-2": {"stop_words": STOP_WORDS, "ngram_range": (1, 2)},
    "all at once": {
        "stop_words": STOP_WORDS, "ngram_range": (1, 3), "sublinear_tf": True, "smooth_idf": False,
        "min_df": 2, "max_df": 0.8, "norm": "l1",
    },
}


def stable_selection(documents, options):
    """scikit-learn picks among equally frequent terms by an unstable sort. Take a number of features at which
    there is no tie, so that the frozen result means something."""
    wanted = options.get("max_features")
    if wanted is None:
        return options
    free = {key: value for key, value in options.items() if key != "max_features"}
    vectorizer = TfidfVectorizer(**free, use_idf=False, norm=None)
    totals = sorted(numpy.asarray(vectorizer.fit_transform(documents).sum(axis=0)).ravel(), reverse=True)
    limits = [k for k in range(1, len(totals)) if totals[k - 1] > totals[k]]
    return {**options, "max_features": min(limits, key=lambda k: (abs(k - wanted), k))}


def frozen(documents, options):
    options = stable_selection(documents, options)
    vectorizer = TfidfVectorizer(**options)
    matrix = vectorizer.fit_transform(documents).tocsr()
    matrix.sort_indices()
    rows = []
    for row in range(matrix.shape[0]):
        part = slice(matrix.indptr[row], matrix.indptr[row + 1])
        rows.append([
            [int(column) for column in matrix.indices[part]],
            [float(f"{value:.9g}") for value in matrix.data[part]],
        ])
    return {"options": options, "terms": vectorizer.get_feature_names_out().tolist(), "rows": rows}


def main(folder):
    versions = {
        "python": platform.python_version(), "scikit-learn": sklearn.__version__,
        "numpy": numpy.__version__, "scipy": scipy.__version__,
    }
    print(versions)
    for source in sorted(folder.glob("corpus-*.json")):
        documents = json.loads(source.read_text(encoding="utf-8"))
        cases = {name: frozen(documents, options) for name, options in CASES.items()}
        target = folder / source.name.replace("corpus-", "parity-")
        result = {"versions": versions, "cases": cases}
        target.write_text(
            json.dumps(result, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
        print(target, target.stat().st_size, "bytes")


main(pathlib.Path(sys.argv[1]))
