"""Laws as test cases: a class with a test a law, for pytest and for unittest."""

import sys
from collections.abc import Callable, Iterable
from types import FrameType, SimpleNamespace
from typing import Any, overload
from unittest import SkipTest, TestCase

from blogmodel.errors import AdapterError, ConformanceError, InvalidTypeError
from blogmodel.testing import strategies as _strategies  # noqa: F401 - says which extra is missing
from blogmodel.testing._choices import Choices
from blogmodel.testing._each_example import EachExample, InSavepoints, is_of_django
from blogmodel.testing._law import Law
from blogmodel.testing._profile import Profile
from blogmodel.testing._report import ConformanceReport, LawFinding, LawOutcome
from blogmodel.testing._running import known_lacks, profile_of, try_law
from blogmodel.testing._story import without_ours
from blogmodel.testing._subject import Build, Subject, of_builder, of_factory
from blogmodel.testing.laws import STORE_LAWS, TREE_LAWS

__all__ = ["law_tests", "store_tests", "threading_tests"]

# unittest leaves the frames of modules that say this out of what it shows.
__unittest = True

Decorator = Callable[[Callable[[], Any]], type[TestCase]]


def threading_tests(  # noqa: PLR0913 - each is asked for by its name
    build: Build,
    *,
    choices: Choices | None = None,
    lacks: Iterable[str] = (),
    profile: Profile | str | None = None,
    seed: int | None = None,
    base: type[TestCase] = TestCase,
) -> type[TestCase]:
    """Return a test case with a test for each law about trees, of a function that builds one.

    Bind it to a name in a test module. A law that does not apply is skipped with the reason, a
    declared lack passes as long as it is one.

    Args:
        build: as `check_threading` takes it.
        choices: what the function chose where a law leaves a choice.
        lacks: names of laws that it is known not to keep. One that it keeps after all fails.
        profile: how hard to try, or the name of one of ``PROFILES``; where there is none, pytest's
            option ``--blogmodel-profile`` says it, and otherwise it is « normal ».
        seed: for the same examples each time; otherwise Hypothesis's own settings hold.
        base: the class to derive from, such as Django's ``TestCase``.

    Raises:
        InvalidValueError: no law is called as a lack is, or no profile so.
        InvalidTypeError: ``build`` cannot be called, or ``base`` is no test case.

    Example:
        >>> from blogmodel import Thread
        >>> from blogmodel.testing import threading_tests
        >>> def build(comments):
        ...     return [(node.comment.id, node.depth) for node in Thread.build(comments).walk()]
        >>> TestMyThreads = threading_tests(build, profile="quick", seed=1)
        >>> TestMyThreads("test_nothing_lost").shortDescription()
        'Every comment is shown exactly once.'
        >>> TestMyThreads("test_nothing_lost").run().wasSuccessful()
        True
    """
    subject = of_builder(build, choices=choices or Choices(), lacks=lacks)
    return _made(subject, TREE_LAWS, profile, seed, base, _caller())


@overload
def store_tests(
    make_store: Callable[[], Any],
    *,
    choices: Choices | None = None,
    lacks: Iterable[str] = (),
    profile: Profile | str | None = None,
    seed: int | None = None,
    base: type[TestCase] = TestCase,
) -> type[TestCase]: ...


@overload
def store_tests(
    *,
    choices: Choices | None = None,
    lacks: Iterable[str] = (),
    profile: Profile | str | None = None,
    seed: int | None = None,
    base: type[TestCase] = TestCase,
) -> Decorator: ...


def store_tests(  # noqa: PLR0913 - each is asked for by its name
    make_store: Callable[[], Any] | None = None,
    *,
    choices: Choices | None = None,
    lacks: Iterable[str] = (),
    profile: Profile | str | None = None,
    seed: int | None = None,
    base: type[TestCase] = TestCase,
) -> type[TestCase] | Decorator:
    """Return a test case with a test for each law about conversations, of a store.

    As a decorator of the adapter's class, with or without arguments, it puts the test case in the
    class's place.

    Args:
        make_store: returns an adapter of a store with nothing in it, or is its class; see `Store`.
        choices: what the store chose where a law leaves a choice.
        lacks: names of laws that it is known not to keep. One that it keeps after all fails.
        profile: as in `threading_tests`.
        seed: for the same examples each time; otherwise Hypothesis's own settings hold.
        base: the class to derive from, such as Django's ``TestCase``.

    Raises:
        InvalidValueError: no law is called as a lack is, or no profile so.
        InvalidTypeError: ``make_store`` cannot be called or is a test case, or ``base`` is none.

    Example:
        >>> from blogmodel.testing import store_tests
        >>> @store_tests(lacks={"arrival-order", "late-parents"})
        ... class TestMyStore:
        ...     def __init__(self):
        ...         self.rows = []
        ...
        ...     def add(self, comment):
        ...         self.rows.append((comment.id, 0))
        ...
        ...     def walk(self):
        ...         return self.rows
        >>> TestMyStore("test_nothing_lost").run().wasSuccessful()
        True
    """
    asking = _caller()

    def tests(make_store: Callable[[], Any]) -> type[TestCase]:
        if _is_test_case(make_store):
            raise InvalidTypeError(
                "store_tests", "make_store", make_store, "an adapter's class; give base= a TestCase"
            )
        subject = of_factory(make_store, choices=choices or Choices(), lacks=lacks)
        return _made(subject, STORE_LAWS, profile, seed, base, asking)

    return tests if make_store is None else tests(make_store)


def law_tests(
    subject: Subject,
    laws: Iterable[Law[Any]],
    *,
    profile: Profile | str | None = None,
    seed: int | None = None,
    base: type[TestCase] = TestCase,
) -> type[TestCase]:
    """Return a test case with a test for each of some laws.

    Args:
        subject: what is tried.
        laws: what it is tried with.
        profile: as in `threading_tests`.
        seed: for the same examples each time; otherwise Hypothesis's own settings hold.
        base: the class to derive from, such as Django's ``TestCase``.

    Raises:
        InvalidValueError: no law is called as a lack is, or no profile so.
        InvalidTypeError: ``base`` is no test case.

    Example:
        >>> from blogmodel.testing import law_tests, laws, naive, of_factory
        >>> TestMine = law_tests(of_factory(naive.NaiveStore), [laws.nothing_lost])
        >>> [name for name in dir(TestMine) if name.startswith("test")]
        ['test_nothing_lost']
    """
    return _made(subject, tuple(laws), profile, seed, base, _caller())


def _caller() -> FrameType:
    """Return where a test case is asked for; it is told as one of that module."""
    return sys._getframe(2)  # noqa: SLF001 - as typing and collections ask it


def _made(  # noqa: PLR0913, PLR0917 - as the three above give them
    subject: Subject,
    laws: tuple[Law[Any], ...],
    profile: Profile | str | None,
    seed: int | None,
    base: type[TestCase],
    asking: FrameType,
) -> type[TestCase]:
    if not _is_test_case(base):
        raise InvalidTypeError("law_tests", "base", base, "a unittest.TestCase or one derived")
    known_lacks(subject.lacks, laws)
    tests = [_test_of(law) for law in laws]
    name = subject.name.rpartition(".")[2]
    made = type(
        name,
        (Conforming, *([InSavepoints] if is_of_django(base) else []), base),
        {
            "__module__": asking.f_globals.get("__name__", "__main__"),
            "__qualname__": name,
            "__doc__": f"What {subject.name} keeps.",
            "conformance_subject": subject,
            "conformance_profile": None if profile is None else profile_of(profile),
            "conformance_seed": seed,
            **{test.__name__: test for test in tests},
        },
    )
    # pytest tells a test's place in a file by this; else it would be a line of this module.
    place = SimpleNamespace(__code__=asking.f_code.replace(co_firstlineno=asking.f_lineno))
    for test in tests:
        vars(test)["place_as"] = place
    return made


def _is_test_case(thing: object) -> bool:
    return isinstance(thing, type) and issubclass(thing, TestCase)


def _test_of(law: Law[Any]) -> Callable[["Conforming"], None]:
    def test(self: Conforming) -> None:
        __tracebackhide__ = True
        self.conformance_try(law)

    test.__name__ = f"test_{law.name.replace('-', '_')}"
    test.__qualname__ = test.__name__
    test.__doc__ = law.statement
    return test


class Conforming:
    """What the test cases have besides their tests.

    Attributes:
        conformance_subject: what is tried.
        conformance_profile: how hard; None until a law is tried where whoever runs the tests may
            say.
        conformance_seed: for the same examples each time.
        conformance_findings: what came of the laws that were tried so far.
    """

    conformance_subject: Subject
    conformance_profile: Profile | None
    conformance_seed: int | None

    def __init__(self, methodName: str = "runTest") -> None:  # noqa: N803 - as unittest has it
        super().__init__(methodName)  # type: ignore[call-arg]
        self.conformance_findings: list[LawFinding] = []
        _find_name(type(self))

    def conformance_try(self, law: Law[Any]) -> None:
        """Try a law, as a test does.

        Raises:
            LawBrokenError: it does not hold.
            ConformanceError: it is declared as a lack, and holds.
            AdapterError: a method gives something else than it should.
            SkipTest: it does not apply.
        """
        __tracebackhide__ = True
        subject = self.conformance_subject
        self.conformance_profile = profile = self.conformance_profile or profile_of("normal")
        try:
            with EachExample(self) as each:
                finding, error = try_law(each.within(law), subject, profile, self.conformance_seed)
        except AdapterError as misread:
            raise without_ours(misread) from misread.__cause__
        self.conformance_findings.append(finding)
        if finding.outcome is LawOutcome.NOT_APPLICABLE:
            raise SkipTest(finding.told)
        if finding.outcome is LawOutcome.BROKEN and error is not None:
            raise without_ours(error)
        if finding.is_failure:
            raise ConformanceError(ConformanceReport(subject.name, (finding,), profile.examples))


def _find_name(cls: type) -> None:
    """Call a class as its module does, so that it can be pickled, and asked for by its name."""
    module = sys.modules.get(cls.__module__)
    for name, value in list(vars(module).items()) if module else ():
        if value is cls:
            cls.__name__ = cls.__qualname__ = name
            return
