"""Documents and their shingles, cut the same way as Refrain's with `--preset sklearn`.

A token is two word characters or more in a row of the lower-cased text, scikit-learn's default; a shingle is
five tokens in a row. A shorter text is one shingle of all its tokens."""

import json
import re

WIDTH = 5
TOKEN = re.compile(r"(?u)\b\w\w+\b")


def read(path):
    """Ids and texts of a corpus in JSON lines."""
    ids, texts = [], []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            document = json.loads(line)
            ids.append(document["id"])
            texts.append(document["text"])
    return ids, texts


def shingles(text):
    """The distinct shingles of a text."""
    tokens = TOKEN.findall(text.lower())
    if len(tokens) < WIDTH:
        return {" ".join(tokens)} if tokens else set()
    return {" ".join(tokens[start : start + WIDTH]) for start in range(len(tokens) - WIDTH + 1)}
