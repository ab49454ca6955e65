"""Makes unit rows for the dense product, times NumPy's `X @ X.T` on them, or judges a matrix made from them.

Runs with the system's Python, whose NumPy multiplies with the libblas.so.3 that Refrain is linked with too.
"""

import argparse
import json
import time

import numpy


def make(path, rows, columns):
    values = numpy.random.default_rng(1).standard_normal((rows, columns), dtype=numpy.float32)
    numpy.save(path, values / numpy.linalg.norm(values, axis=1, keepdims=True))


def multiply(path):
    vectors = numpy.load(path)
    # Refrain's stages run once to warm up before they are timed; so does this.
    product = vectors @ vectors.T
    del product
    began = time.perf_counter()
    product = vectors @ vectors.T
    seconds = time.perf_counter() - began
    print(
        json.dumps(
            {"seconds": seconds, "shape": list(product.shape), "numpy": numpy.__version__, "blas": blas()}
        )
    )


def judge(path, matrix):
    """The largest difference between a matrix of scores and the products in Float64."""
    vectors = numpy.load(path).astype(numpy.float64)
    vectors /= numpy.linalg.norm(vectors, axis=1, keepdims=True)
    found = numpy.load(matrix, mmap_mode="r")
    error = 0.0
    for start in range(0, len(vectors), 500):
        exact = vectors[start : start + 500] @ vectors.T
        error = max(error, float(numpy.abs(found[start : start + 500] - exact).max()))
    print(json.dumps({"error": error, "shape": list(found.shape)}))


def blas():
    """The file of libblas.so.3 that answers, as the loader's map of this process tells it."""
    with open("/proc/self/maps", encoding="utf-8") as lines:
        files = {line.split()[-1] for line in lines if "/libblas.so" in line}
    return sorted(files)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("work", choices=["make", "multiply", "judge"])
    arguments.add_argument("vectors")
    arguments.add_argument("--rows", type=int, default=10_000)
    arguments.add_argument("--columns", type=int, default=512)
    arguments.add_argument("--matrix")
    given = arguments.parse_args()
    if given.work == "make":
        make(given.vectors, given.rows, given.columns)
    elif given.work == "multiply":
        multiply(given.vectors)
    else:
        judge(given.vectors, given.matrix)


main()
