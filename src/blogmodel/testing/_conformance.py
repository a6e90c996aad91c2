"""What a test of pytest's tries laws with: the run's profile, and a report at its end."""

from collections.abc import Callable, Iterable
from typing import Any

import attrs

from blogmodel.testing import strategies as _strategies  # noqa: F401 - says which extra is missing
from blogmodel.testing._choices import Choices
from blogmodel.testing._law import Law
from blogmodel.testing._profile import Profile
from blogmodel.testing._report import ConformanceReport, LawFinding
from blogmodel.testing._running import profile_of, try_all
from blogmodel.testing._subject import Build, Subject, of_builder, of_factory
from blogmodel.testing.laws import STORE_LAWS, TREE_LAWS

__all__ = ["Conformance"]


@attrs.frozen(kw_only=True)
class Conformance:
    """The calls of the kit as a run of tests makes them; pytest's fixture ``conformance`` is one.

    Attributes:
        profile: how hard to try where a call does not say it, or the name of one of ``PROFILES``.
        note: is given each finding as it comes, and the profile.

    Example:
        >>> from blogmodel import Thread
        >>> from blogmodel.testing import Conformance
        >>> def build(comments):
        ...     return [(node.comment.id, node.depth) for node in Thread.build(comments).walk()]
        >>> def test_my_threads(conformance: Conformance) -> None:
        ...     conformance.check_threading(build)
        >>> test_my_threads(Conformance(profile="quick", note=lambda finding, profile: None))
    """

    profile: Profile | str
    note: Callable[[LawFinding, Profile], None]

    def check_threading(
        self,
        build: Build,
        *,
        choices: Choices | None = None,
        lacks: Iterable[str] = (),
        profile: Profile | str | None = None,
        seed: int | None = None,
    ) -> ConformanceReport:
        """Try all laws about trees; see `check_threading`."""
        __tracebackhide__ = True
        subject = of_builder(build, choices=choices or Choices(), lacks=lacks)
        return self.check(subject, TREE_LAWS, profile=profile, seed=seed)

    def check_store(
        self,
        make_store: Callable[[], Any],
        *,
        choices: Choices | None = None,
        lacks: Iterable[str] = (),
        profile: Profile | str | None = None,
        seed: int | None = None,
    ) -> ConformanceReport:
        """Try all laws about conversations; see `check_store`."""
        __tracebackhide__ = True
        subject = of_factory(make_store, choices=choices or Choices(), lacks=lacks)
        return self.check(subject, STORE_LAWS, profile=profile, seed=seed)

    def check(
        self,
        subject: Subject,
        laws: Iterable[Law[Any]],
        *,
        profile: Profile | str | None = None,
        seed: int | None = None,
    ) -> ConformanceReport:
        """Try some laws on a subject.

        Raises:
            ConformanceError: a law is broken, or a declared lack is none; it has the report.
            InvalidValueError: no law is called as a lack is, or no profile so.
        """
        __tracebackhide__ = True
        how = profile_of(profile or self.profile)
        return try_all(
            subject,
            tuple(laws),
            profile=how,
            seed=seed,
            tell=lambda finding: self.note(finding, how),
        )
