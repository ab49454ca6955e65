"""What the comparison runs with: Refrain's command, the peers' Python, and the system's NumPy."""

import fcntl
import hashlib
import subprocess
import sys
from pathlib import Path

from .processes import run

PEERS = Path(__file__).resolve().parent.parent
PROJECT = PEERS.parent.parent
CACHE = PEERS / ".cache"
WORKERS = PEERS / "peer"
SYSTEM_PYTHON = Path("/usr/bin/python3")


class NotReady(Exception):
    """Something that the comparison needs is missing."""


def only_one():
    """Makes sure that no other comparison runs here; returns what must stay open meanwhile.

    Two would write to the same files, and spoil each other's times.
    """
    CACHE.mkdir(parents=True, exist_ok=True)
    lock = open(CACHE / "lock", "w", encoding="utf-8")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise NotReady("another comparison is running in this checkout") from error
    return lock


def peer_python(base=None):
    """The Python of an environment with the pinned peers, made on first use.

    The environment is made anew when the requirements change.
    """
    requirements = PEERS / "requirements.txt"
    base = base or sys.executable
    stamp_text = hashlib.sha256(requirements.read_bytes()).hexdigest() + " " + str(base)
    folder = CACHE / "python"
    stamp = folder / "made-for"
    python = folder / "bin" / "python"
    if not (stamp.exists() and stamp.read_text() == stamp_text):
        say(f"making a Python environment in {folder}")
        run([base, "-m", "venv", "--clear", folder])
        run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", requirements])
        stamp.write_text(stamp_text)
    return python


def refrain_command(given=None):
    """Refrain's command: the one given, else this checkout's, built in release mode when needed."""
    if given:
        command = Path(given).resolve()
        if not command.exists():
            raise NotReady(f"there is no {command}")
        return command
    run([PROJECT / "scripts" / "refrain", "--version"])
    return PROJECT / ".build" / "release" / "refrain"


def install_system_packages():
    """Installs what is missing of Debian's packages where it may; it says itself what it could not."""
    subprocess.run([PROJECT / "scripts" / "setup", "--peers"], stdin=subprocess.DEVNULL, check=False)


def system_numpy():
    """The system's Python, if its NumPy is there: it multiplies with the same libblas.so.3 as Refrain.

    NumPy from a package index brings a BLAS of its own.
    """
    if not SYSTEM_PYTHON.exists():
        return None
    asked = subprocess.run([SYSTEM_PYTHON, "-c", "import numpy"], capture_output=True, check=False)
    return SYSTEM_PYTHON if asked.returncode == 0 else None


def say(text):
    """Tells the person what is going on; standard output is for results."""
    print(f"{Path(sys.argv[0]).name}: {text}", file=sys.stderr, flush=True)
