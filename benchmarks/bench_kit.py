"""How long the testing kit takes, and whether it finds what was planted; with --quick, less of it.

Each fault of the gallery is looked for with several seeds by the law that it breaks, and what keeps
every law is tried with as many: a fault that is missed and a false alarm are both counted.
"""

import re
import statistics
import sys
import time
from collections.abc import Callable

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import seed as seeded

from blogmodel import Comment, Thread
from blogmodel.errors import ConformanceError, LawBrokenError
from blogmodel.testing import PROFILES, Profile, Subject, check_store, check_threading
from blogmodel.testing._running import try_law
from blogmodel.testing.broken import GALLERY, Fault, MendedStore, mended
from blogmodel.testing.laws import STORE_LAWS
from blogmodel.testing.strategies import comment_lists

NORMAL = PROFILES["normal"]
SEEDS = range(3) if "--quick" in sys.argv else range(20)
LAWS = {law.name: law for law in STORE_LAWS}


def timed(run: Callable[[], object]) -> float:
    """Return the seconds of the processor that something takes."""
    start = time.process_time()
    run()
    return time.process_time() - start


def threaded(comments: list[Comment]) -> list[tuple[str, int]]:
    """Build a tree with the library's own thread."""
    return [(node.comment.id, node.depth) for node in Thread.build(comments).walk()]


def draw(examples: int, size: int) -> None:
    """Draw threads of just so many comments, and do nothing with them."""

    @seeded(1)
    @settings(
        max_examples=examples,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(comment_lists(min_size=size, max_size=size))
    def drawn(comments: list[Comment]) -> None:
        assert len(comments) == size

    drawn()


def laws_of(subject: Subject) -> None:
    """Print the examples a second of each law that applies, the slowest first."""
    print(f"\nexamples a second, {subject.name}")
    taken: dict[str, float] = {}
    for law in STORE_LAWS:
        start = time.process_time()
        finding, _ = try_law(law, subject, NORMAL, 1)
        if finding.outcome == "held":
            taken[law.name] = time.process_time() - start
    for name, seconds in sorted(taken.items(), key=lambda item: -item[1]):
        # The chain is one example, whatever the profile.
        examples = 1 if name == "deep-chains" else NORMAL.examples
        print(f"  {name:<26}{seconds:>8.2f} s{examples / seconds:>10.0f}")


def size_of(error: LawBrokenError) -> int:
    """Return how many steps a story has; a chain is one step."""
    return len(re.findall(r"^ +\d+\. ", error.story, re.MULTILINE))


def look_for(fault: Fault, profile: Profile) -> tuple[int, list[float], list[int]]:
    """Return how often a fault is found, the seconds that took, and the steps of the stories."""
    seconds, sizes = [], []
    for seed in SEEDS:
        start = time.process_time()
        _, error = try_law(LAWS[fault.law], fault.subject, profile, seed)
        if error is not None:
            seconds.append(time.process_time() - start)
            sizes.append(size_of(error))
    return len(seconds), seconds or [0.0], sizes or [0]


def gallery(profile: Profile) -> None:
    """Print what becomes of each fault."""
    print(f"\nfaults, {len(SEEDS)} seeds each, profile {profile.name}")
    print(f"  {'fault':<26}{'law':<24}{'found':>6}{'median s':>10}{'max s':>8}{'steps':>9}")
    total, slowest = 0, 0.0
    for fault in GALLERY:
        found, seconds, sizes = look_for(fault, profile)
        total += found
        slowest = max(slowest, *seconds)
        least, most = min(sizes), max(sizes)
        steps = f"{least}" if least == most else f"{least}-{most}"
        print(
            f"  {fault.name:<26}{fault.law:<24}{found:>6}"
            f"{statistics.median(seconds):>10.2f}{max(seconds):>8.2f}{steps:>9}"
        )
    print(f"  found {total} of {len(GALLERY) * len(SEEDS)}; the slowest took {slowest:.2f} s")


def false_alarms(profile: Profile) -> None:
    """Print how often something is said of what keeps every law."""
    alarms = 0
    for seed in SEEDS:
        for check, subject in ((check_threading, mended), (check_store, MendedStore)):
            try:
                check(subject, profile=profile, seed=seed)
            except ConformanceError as error:
                alarms += 1
                print(error)
    print(f"\nfalse alarms: {alarms} of {2 * len(SEEDS)}, profile {profile.name}")


if __name__ == "__main__":
    print(f"500 examples of 50 comments drawn: {timed(lambda: draw(500, 50)):.2f} s")
    sound: tuple[tuple[str, Callable[..., object], Callable[..., object]], ...] = (
        ("check_threading(Thread)", check_threading, threaded),
        ("check_threading(mended)", check_threading, mended),
        ("check_store(MendedStore)", check_store, MendedStore),
    )
    for name, check, subject in sound:
        seconds = timed(lambda check=check, subject=subject: check(subject, seed=1))  # type: ignore[misc]
        print(f"{name}, profile normal: {seconds:.2f} s")
    laws_of(Subject(name="MendedStore", make=MendedStore))
    gallery(NORMAL)
    gallery(PROFILES["quick"])
    false_alarms(NORMAL)
