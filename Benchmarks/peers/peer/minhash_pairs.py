"""Near copies as people find them in Python: JSON lines in, shingling, MinHash, LSH, JSON lines of pairs out.

The pairs are what the index proposes, unverified: that is the least that can be done with it. Documents
without tokens are left out, for their signatures would all be the same."""

import argparse
import json

import shingle_sets

SEED = 42
# rensa's bands are the user's choice; 16 of 8 rows are those of its documentation for this threshold.
RENSA_BANDS = 16


def rensa_candidates(sets, threshold, permutations):
    from rensa import RMinHash, RMinHashLSH

    signatures = RMinHash.from_token_sets(map(list, sets), permutations, SEED)
    index = RMinHashLSH(threshold, permutations, RENSA_BANDS)
    index.insert_many(signatures)
    return index.query_all(signatures)


def datasketch_candidates(sets, threshold, permutations):
    from datasketch import MinHash, MinHashLSH

    encoded = ([shingle.encode() for shingle in shingles] for shingles in sets)
    signatures = MinHash.bulk(encoded, num_perm=permutations, seed=SEED)
    index = MinHashLSH(threshold=threshold, num_perm=permutations)
    with index.insertion_session() as session:
        for number, signature in enumerate(signatures):
            session.insert(number, signature)
    return (index.query(signature) for signature in signatures)


LIBRARIES = {"rensa": rensa_candidates, "datasketch": datasketch_candidates}


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("corpus")
    arguments.add_argument("output")
    arguments.add_argument("--library", choices=LIBRARIES, required=True)
    arguments.add_argument("--at-least", type=float, required=True)
    arguments.add_argument("--permutations", type=int, required=True)
    given = arguments.parse_args()
    ids, texts = shingle_sets.read(given.corpus)
    sets = [shingle_sets.shingles(text) for text in texts]
    ids = [name for name, shingles in zip(ids, sets) if shingles]
    sets = [shingles for shingles in sets if shingles]
    found = LIBRARIES[given.library](sets, given.at_least, given.permutations)
    with open(given.output, "w", encoding="utf-8") as out:
        for number, candidates in enumerate(found):
            for other in sorted(candidates):
                if other > number:
                    out.write(json.dumps({"a": ids[number], "b": ids[other]}) + "\n")


main()
