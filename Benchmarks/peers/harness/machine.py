"""What the figures were taken on."""

import os
import platform
import subprocess
from datetime import UTC, datetime
from pathlib import Path


def description():
    """Name and value of what a reader must know of the machine, in order."""
    return {
        "processor": processor(),
        "cores": str(cores()),
        "memory": f"{memory_bytes() / 2**30:.1f} GiB",
        "system": f"{platform.system()} {platform.release()}, {distribution()}",
        "time": datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"),
        "load average at the start": f"{load():.2f}",
    }


def cores():
    """How many cores this process may use: what both sides are told to use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()


def load():
    """How many processes wanted to run in the last minute."""
    return os.getloadavg()[0]


def processor():
    for line in _lines("/proc/cpuinfo"):
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.processor() or platform.machine()


def memory_bytes():
    return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")


def distribution():
    for line in _lines("/etc/os-release"):
        if line.startswith("PRETTY_NAME="):
            return line.split("=", 1)[1].strip().strip('"')
    return platform.platform()


def commit(project):
    """The commit that is measured, marked if the tree differs from it."""
    found = subprocess.run(
        ["git", "-C", project, "describe", "--always", "--dirty", "--abbrev=10"],
        capture_output=True,
        text=True,
        check=False,
    )
    return found.stdout.strip() or "unknown"


def _lines(path):
    return Path(path).read_text(encoding="utf-8").splitlines() if Path(path).exists() else []
