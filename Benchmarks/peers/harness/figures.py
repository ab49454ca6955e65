"""Arithmetic on measurements."""

import math
import statistics
from dataclasses import dataclass


@dataclass(frozen=True)
class Ratio:
    """How many times as long the peer takes."""

    peer: float
    refrain: float
    of_medians: float
    lowest: float
    highest: float


def ratio(peer_seconds, refrain_seconds):
    """The ratio of the medians, and the range of the ratios of runs that came one after the other."""
    of_neighbours = [peer / refrain for peer, refrain in zip(peer_seconds, refrain_seconds)]
    peer, refrain = statistics.median(peer_seconds), statistics.median(refrain_seconds)
    return Ratio(peer, refrain, peer / refrain, min(of_neighbours), max(of_neighbours))


def exponent(sizes, seconds):
    """The slope of log time over log size by least squares: 1 is linear growth, 2 quadratic."""
    x = [math.log(size) for size in sizes]
    y = [math.log(second) for second in seconds]
    mean_x, mean_y = statistics.fmean(x), statistics.fmean(y)
    return sum((a - mean_x) * (b - mean_y) for a, b in zip(x, y)) / sum((a - mean_x) ** 2 for a in x)
