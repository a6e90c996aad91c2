"""What a test case sets up before each example and undoes after it, as Hypothesis names it.

A test case has many tests, and each of ours has many examples. One that has ``setup_example`` and
``teardown_example`` gets them called around each.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from importlib import import_module
from types import TracebackType
from typing import Any, Self

import attrs

from blogmodel.testing._handle import Broken
from blogmodel.testing._law import Bench, Law
from blogmodel.testing._subject import Subject

__all__ = ["EachExample", "InSavepoints", "is_of_django"]


@attrs.define
class EachExample:
    """Examples of one test, of which one at a time is tried."""

    case: Any
    _is_set_up: bool = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.end()

    def begin(self) -> None:
        """Set up for an example; one that never ended, since it did not apply, ends now."""
        self.end()
        self.case.setup_example()
        self._is_set_up = True

    def end(self) -> None:
        """Undo what was set up."""
        if self._is_set_up:
            self._is_set_up = False
            self.case.teardown_example(None)

    def within(self, law: Law[Any]) -> Law[Any]:
        """Return a law whose examples are tried so; itself where nothing is to be set up."""
        if not hasattr(self.case, "setup_example"):
            return law

        def bench(subject: Subject, needs: frozenset[str]) -> _SetUpBench:
            self.begin()
            return _SetUpBench(law.bench(subject, needs), self.end)

        return attrs.evolve(law, bench=bench)


@attrs.define
class _SetUpBench:
    """A bench for the time of one example."""

    _inner: Bench
    _end: Callable[[], None]

    def __getattr__(self, name: str) -> object:
        return getattr(self._inner, name)

    def close(self) -> Broken | None:
        try:
            return self._inner.close()
        finally:
            self._end()


class InSavepoints:
    """What makes each example leave no trace in the transaction of a test of Django's.

    Without it an error of the database would spoil the transaction for all examples after it.
    """

    databases: frozenset[str]
    _undoing: ExitStack

    def setup_example(self) -> None:
        """Remember how the databases are."""
        self._undoing = ExitStack()
        for name in sorted(self.databases):
            self._undoing.enter_context(_undone(name))

    def teardown_example(self, example: object) -> None:
        """Make the databases as they were."""
        del example
        self._undoing.close()


@contextmanager
def _undone(database: str) -> Iterator[None]:
    transaction: Any = import_module("django.db.transaction")
    with transaction.atomic(using=database):
        yield
        transaction.set_rollback(True, using=database)


def is_of_django(base: type) -> bool:
    """Tell whether each test of a class is a transaction of Django's, without importing Django."""
    return any(
        f"{cls.__module__}.{cls.__qualname__}" == "django.test.testcases.TestCase"
        for cls in base.__mro__
    )
