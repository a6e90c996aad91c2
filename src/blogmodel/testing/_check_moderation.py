"""One call that proves as much of a moderation queue as examples can."""

from collections.abc import Callable, Iterable
from typing import Any

from blogmodel.moderation import Rights
from blogmodel.testing._profile import Profile
from blogmodel.testing._queue_bench import of_queue
from blogmodel.testing._report import ConformanceReport, LawFinding
from blogmodel.testing._running import try_all
from blogmodel.testing.laws._moderation_lists import MODERATION_LAWS

__all__ = ["check_moderation"]


def check_moderation(  # noqa: PLR0913 - each is asked for by its name
    make_queue: Callable[[], Any],
    *,
    rights: Rights | None = None,
    lacks: Iterable[str] = (),
    profile: Profile | str = "normal",
    seed: int | None = None,
    tell: Callable[[LawFinding], None] | None = None,
) -> ConformanceReport:
    """Try all laws about moderation on a queue.

    Args:
        make_queue: returns an adapter of a queue with nothing in it; see `ModerationQueue`.
        rights: what the site lets people do; ``Rights()`` where nothing is said. A queue that knows
            no windows has None there.
        lacks: names of laws that it is known not to keep. One that it keeps after all fails.
        profile: how hard to try, or the name of one of ``PROFILES``.
        seed: for the same examples each time; otherwise Hypothesis's own settings hold.
        tell: is given each finding as it comes.

    Raises:
        ConformanceError: a law is broken, or a declared lack is none; it has the report.
        InvalidValueError: no law is called as a lack is, or no profile so.
        AdapterError: a method gives something else than it should.

    Example:
        >>> from blogmodel.testing import check_moderation
        >>> from blogmodel.testing.broken_queues import RestoresToPublished
        >>> check_moderation(RestoresToPublished, profile="quick", seed=1)
        Traceback (most recent call last):
        ...
        blogmodel.errors.ConformanceError: RestoresToPublished, up to 25 examples a law:
        ...
        restore-as-before: What was removed or withdrawn and is restored has the status that ...
        c1 is published after restore; expected pending
        <BLANKLINE>
        what was done:                                          expected   came
          1. submit c1, by zoe-17, found pending, at 2011-06-24 13:08   pending    pending
        ...
    """
    __tracebackhide__ = True
    subject = of_queue(make_queue, rights=rights, lacks=lacks)
    return try_all(subject, MODERATION_LAWS, profile=profile, seed=seed, tell=tell)
