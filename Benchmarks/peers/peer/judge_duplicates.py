"""Compares what each side found with all pairs there are; prints JSON."""

import argparse
import json
from collections import Counter


def read(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def pair(a, b):
    return (a, b) if a < b else (b, a)


def judged_pairs(records, truth):
    """Pairs as an index proposes them: how many of those there are it has, and how many it has besides."""
    found = {pair(record["a"], record["b"]) for record in records}
    right = len(found & truth.keys())
    return {"found": len(found), "right": right}


def judged_families(records, truth):
    """Families and template groups.

    A family states the pairs of its representative with each member; the other pairs follow from them. A pair
    is accounted for if one of its documents is a member, which stands for its representative, or if both are
    siblings of one template. Two documents that are both kept and no siblings are a pair that was missed.
    """
    families = {record["id"]: record for record in records if "family" in record}
    templates = {record["id"]: record["template"] for record in records if "template" in record}
    members = {name for name, record in families.items() if record["verdict"] != "representative"}

    def is_accounted_for(a, b):
        siblings = a in templates and templates[a] == templates.get(b)
        return a in members or b in members or siblings

    stated = {
        pair(name, record["representative"]): record
        for name, record in families.items()
        if record["verdict"] in ("identical", "same-text", "near-copy")
    }
    by_shingles = {key: record for key, record in stated.items() if record["score"] >= 0.8}
    return {
        "accounted": sum(is_accounted_for(a, b) for a, b in truth),
        "stated": len(by_shingles),
        "statedRight": len(by_shingles.keys() & truth.keys()),
        "byAlignment": len(stated) - len(by_shingles),
        "scoreError": max(
            (abs(record["score"] - truth[key]) for key, record in by_shingles.items() if key in truth), default=0
        ),
        "verdicts": Counter(record["verdict"] for record in families.values()),
        "siblings": len(templates),
    }


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("truth")
    arguments.add_argument("--pairs", nargs="*", default=[], help="NAME=FILE")
    arguments.add_argument("--families")
    given = arguments.parse_args()
    truth = {pair(record["a"], record["b"]): record["score"] for record in read(given.truth)}
    peers = dict(named.split("=", 1) for named in given.pairs)
    result = {
        "truth": len(truth),
        "peers": {name: judged_pairs(read(path), truth) for name, path in peers.items()},
    }
    if given.families:
        result["refrain"] = judged_families(read(given.families), truth)
    print(json.dumps(result))


main()
