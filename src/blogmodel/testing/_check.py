"""One call that proves as much of an implementation as examples can."""

from collections.abc import Callable, Iterable
from typing import Any

from blogmodel.testing._choices import Choices
from blogmodel.testing._profile import Profile
from blogmodel.testing._report import ConformanceReport, LawFinding
from blogmodel.testing._running import try_all
from blogmodel.testing._subject import Build, of_builder, of_factory
from blogmodel.testing.laws import STORE_LAWS, TREE_LAWS

__all__ = ["check_store", "check_threading"]


def check_threading(  # noqa: PLR0913 - each is asked for by its name
    build: Build,
    *,
    choices: Choices | None = None,
    lacks: Iterable[str] = (),
    profile: Profile | str = "normal",
    seed: int | None = None,
    tell: Callable[[LawFinding], None] | None = None,
) -> ConformanceReport:
    """Try all laws about trees on a function that builds one.

    Args:
        build: takes comments of one post in any order of arrival, and returns rows in the order in
            which they are shown: each a `Row`, or (id, depth).
        choices: what the function chose where a law leaves a choice.
        lacks: names of laws that it is known not to keep. One that it keeps after all fails.
        profile: how hard to try, or the name of one of ``PROFILES``.
        seed: for the same examples each time; otherwise Hypothesis's own settings hold.
        tell: is given each finding as it comes.

    Raises:
        ConformanceError: a law is broken, or a declared lack is none; it has the report.
        InvalidValueError: no law is called as a lack is, or no profile so.
        AdapterError: the function gives something else than rows.

    Example:
        >>> from blogmodel.testing import check_threading
        >>> def flat(comments):
        ...     return [(comment.id, 0) for comment in comments]
        >>> check_threading(flat, profile="quick", seed=1)
        Traceback (most recent call last):
        ...
        blogmodel.errors.ConformanceError: flat, up to 25 examples a law:
        ...
        parents-first: Every reply stands below its parent, one step further in, and each ...
        'c1' stands at the top; it belongs under 'c0'
        <BLANKLINE>
        what was done:
          1. add c0, at 2011-06-24 13:07
          2. add c1, which answers c0, at 2011-06-24 13:08
        <BLANKLINE>
        expected    came
        c0          c0
        └─ c1     ≠ c1
        ...
    """
    __tracebackhide__ = True
    subject = of_builder(build, choices=choices or Choices(), lacks=lacks)
    return try_all(subject, TREE_LAWS, profile=profile, seed=seed, tell=tell)


def check_store(  # noqa: PLR0913 - each is asked for by its name
    make_store: Callable[[], Any],
    *,
    choices: Choices | None = None,
    lacks: Iterable[str] = (),
    profile: Profile | str = "normal",
    seed: int | None = None,
    tell: Callable[[LawFinding], None] | None = None,
) -> ConformanceReport:
    """Try all laws about conversations on a store.

    Args:
        make_store: returns an adapter of a store with nothing in it; see `Store`.
        choices: what the store chose where a law leaves a choice.
        lacks: names of laws that it is known not to keep. One that it keeps after all fails.
        profile: how hard to try, or the name of one of ``PROFILES``.
        seed: for the same examples each time; otherwise Hypothesis's own settings hold.
        tell: is given each finding as it comes.

    Raises:
        ConformanceError: a law is broken, or a declared lack is none; it has the report.
        InvalidValueError: no law is called as a lack is, or no profile so.
        AdapterError: a method gives something else than it should.

    Example:
        >>> from blogmodel.testing import check_store
        >>> from blogmodel.testing.broken import MendedStore
        >>> report = check_store(MendedStore, profile="quick", seed=1)
        >>> report.is_sound, len(report.laws("broken"))
        (True, 0)
    """
    __tracebackhide__ = True
    subject = of_factory(make_store, choices=choices or Choices(), lacks=lacks)
    return try_all(subject, STORE_LAWS, profile=profile, seed=seed, tell=tell)
