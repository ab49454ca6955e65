"""Prints the versions of the peers as JSON."""

import json
import platform
from importlib.metadata import version

names = ["scikit-learn", "sparse_dot_topn", "numpy", "scipy"]
print(json.dumps({"Python": platform.python_version(), **{name: version(name) for name in names}}))
