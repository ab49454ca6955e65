"""Prints the versions of the peers, or of the packages named, as JSON."""

import json
import platform
import sys
from importlib.metadata import version

names = sys.argv[1:] or ["scikit-learn", "sparse_dot_topn", "numpy", "scipy"]
print(json.dumps({"Python": platform.python_version(), **{name: version(name) for name in names}}))
