"""A law: what always holds, how it is checked, and what it is tried with."""

from collections.abc import Callable
from typing import Any, Concatenate, Generic, ParamSpec, Protocol

import attrs

from blogmodel.errors import LawBrokenError
from blogmodel.testing._handle import Broken
from blogmodel.testing._profile import Profile
from blogmodel.testing._subject import Subject

__all__ = ["Bench", "Law"]

P = ParamSpec("P")


class Bench(Protocol):
    """Where an implementation is tried: it opens adapters, and remembers what was done to them."""

    def story(self) -> str:
        """Return what was done, on several lines."""
        ...

    def close(self) -> Broken | None:
        """Let go of what was opened; return what is wrong with that."""
        ...

    def probe(self) -> None:
        """Make sure that the subject can be tried at all."""
        ...


@attrs.frozen(eq=False, repr=False)
class Law(Generic[P]):
    """A law; call it with a `Subject` and what it is to be tried with.

    Attributes:
        name: a few words with hyphens, by which ``lacks`` and reports know it.
        statement: what it says, as a sentence.
        needs: the methods without which it does not apply.
        cases: the strategy for what it is tried with after the subject, as a tuple.
        machine: the state machine that tries it instead, where there is one.

    Raises:
        LawBrokenError: it does not hold.
        unittest.SkipTest: it does not apply.

    Example:
        >>> from blogmodel.testing import laws, of_builder
        >>> laws.nothing_lost.statement
        'Every comment is shown exactly once.'
        >>> laws.nothing_lost(of_builder(lambda comments: []), [])
    """

    name: str
    statement: str
    needs: frozenset[str]
    cases: Callable[[Profile], Any]
    machine: Callable[["Law[...]", Subject], Any] | None
    _bench: Callable[[Subject, frozenset[str]], Any]
    _check: Callable[Concatenate[Any, P], None]

    def __call__(self, subject: Subject, /, *args: P.args, **kwargs: P.kwargs) -> None:
        """Try the law once."""
        __tracebackhide__ = True
        bench: Bench = self.bench(subject)
        try:
            try:
                self._check(bench, *args, **kwargs)
            finally:
                closing = bench.close()
            if closing is not None:
                raise closing
        except Broken as broken:
            raise self.error(bench, broken) from broken.__cause__

    def probe(self, subject: Subject) -> None:
        """Make sure that a subject can be tried at all.

        Raises:
            UnfitAdapterError: it cannot.
        """
        bench: Bench = self.bench(subject, frozenset())
        try:
            bench.probe()
        finally:
            bench.close()

    def error(self, bench: Bench, broken: Broken) -> LawBrokenError:
        """Return what tells that the law does not hold."""
        story = "\n\n".join(filter(None, [bench.story(), broken.drawing]))
        return LawBrokenError(self.name, self.statement, broken.problem, story)

    def bench(self, subject: Subject, *needs: frozenset[str]) -> Any:  # noqa: ANN401 - of a kind
        """Return where a subject is tried; it has to have what the law needs, or what is said."""
        return self._bench(subject, *(needs or (self.needs,)))

    def __repr__(self) -> str:
        return f"<Law {self.name}>"
