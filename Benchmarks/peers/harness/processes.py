"""Running other programs, and how long they took and how much memory they held."""

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass


@dataclass(frozen=True)
class Outcome:
    seconds: float
    peak_bytes: int
    cpu_seconds: float
    output: str


class ProgramFailed(Exception):
    """A program that is measured ended with an error."""


def run(command, environment=None):
    """Runs a program to its end; its diagnostics go to ours.

    The kernel reports the peak of the program's own memory (`ru_maxrss`, by wait4). A child begins with the
    pages of the process that starts it, so this process must stay small: it never imports NumPy.
    """
    began = time.perf_counter()
    process = subprocess.Popen(
        [str(part) for part in command],
        stdout=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        env={**os.environ, **(environment or {})},
    )
    output = process.stdout.read().decode()
    process.stdout.close()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise ProgramFailed(f"{shown(command)} ended with status {process.returncode}")
    # Linux counts in KiB, macOS in bytes.
    unit = 1 if sys.platform == "darwin" else 1024
    return Outcome(seconds, usage.ru_maxrss * unit, usage.ru_utime + usage.ru_stime, output)


def run_json(command, environment=None):
    """Runs a program that prints one JSON document, and reads it."""
    outcome = run(command, environment)
    try:
        return json.loads(outcome.output)
    except ValueError as error:
        raise ProgramFailed(f"{shown(command)} printed no JSON: {error}") from error


def shown(command):
    """A command as a person would type it."""
    return " ".join(str(part) for part in command)


def alternating(count, peer, refrain, announce):
    """Runs two measurements by turns, so that whatever slows the machine down slows both.

    Returns the results of each in the order of the runs.
    """
    results = [], []
    for number in range(1, count + 1):
        for name, measurement, found in zip(("peer", "Refrain"), (peer, refrain), results):
            announce(f"run {number} of {count}, {name}")
            found.append(measurement())
    return results
