"""Peers timed side by side, in turn, in one process; what is told is the ratio of medians."""

import gc
import statistics
import time
from collections.abc import Callable, Mapping

__all__ = ["compare", "table"]


def compare(
    peers: Mapping[str, Callable[[], object]],
    *,
    rounds: int = 7,
    clock: Callable[[], float] = time.perf_counter,
) -> dict[str, float]:
    """Return the median seconds of each peer; they take turns, so that noise falls on all.

    Where nothing is read or waited for, `time.process_time` is the steadier clock: it stands still
    while others have the processor.
    """
    times: dict[str, list[float]] = {name: [] for name in peers}
    for _ in range(rounds):
        for name, run in peers.items():
            gc.collect()
            start = clock()
            run()
            times[name].append(clock() - start)
    return {name: statistics.median(taken) for name, taken in times.items()}


def table(title: str, medians: Mapping[str, float], base: str, *, per: int = 1) -> None:
    """Print the medians, in microseconds for each of ``per`` things, as ratios to a base."""
    print(f"\n{title}")
    for name, median in medians.items():
        ratio = median / medians[base]
        print(f"  {name:<44} {median / per * 1e6:>12.3f} µs  {ratio:>7.2f}")
