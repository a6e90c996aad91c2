"""What is put under test: how a new one is made, and what it says of itself."""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import Any

import attrs

from blogmodel import _checks
from blogmodel.errors import InvalidTypeError
from blogmodel.model import Comment
from blogmodel.testing._choices import Choices
from blogmodel.testing._patience import Patience
from blogmodel.testing._rows import Rows

__all__ = ["Build", "Subject", "name_of", "of_builder", "of_factory"]

Build = Callable[[Sequence[Comment]], Rows | Awaitable[Rows]]
"""A tree builder: comments of one post in the order of arrival become rows in the order shown."""


def _names(given: Iterable[str]) -> frozenset[str]:
    names = [] if isinstance(given, str) or not isinstance(given, Iterable) else list(given)
    if (not names and given) or not all(isinstance(name, str) for name in names):
        raise InvalidTypeError("Subject", "lacks", given, "a set of names of laws")
    return frozenset(names)


@attrs.frozen(kw_only=True)
class Subject:
    """An implementation under test.

    Attributes:
        name: what reports call it.
        make: returns a new adapter with nothing in it, or an awaitable of one.
        choices: what it chose where a law leaves a choice.
        lacks: the laws that it does not keep, by name.
        patience: how long a call of it may take.

    Raises:
        InvalidTypeError: ``make`` cannot be called, or a field is of another type.

    Example:
        >>> from blogmodel.testing import Subject, laws
        >>> from blogmodel.testing.broken import MendedStore
        >>> mine = Subject(name="mine", make=MendedStore, lacks={"ties-by-id"})
        >>> laws.nothing_lost(mine, [])
    """

    name: str
    make: Callable[[], Any]
    choices: Choices = attrs.field(factory=Choices)
    lacks: frozenset[str] = attrs.field(default=frozenset(), converter=_names)
    patience: Patience = attrs.field(factory=Patience, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        if not callable(self.make):
            raise InvalidTypeError("Subject", "make", self.make, "something to call")
        _checks.instance("Subject", "choices", self.choices, Choices, "Choices()")


def of_builder(build: Build, **fields: Any) -> Subject:  # noqa: ANN401 - those of a Subject
    """Return a tree builder as a subject.

    Args:
        build: what takes comments of one post in any order, and returns the rows that are shown.
        fields: those of a `Subject` besides its name and what makes it.

    Raises:
        InvalidTypeError: it cannot be called.

    Example:
        >>> from blogmodel.testing import laws, of_builder
        >>> laws.nothing_lost(of_builder(lambda comments: [(c.id, 0) for c in comments]), [])
    """
    if not callable(build):
        raise InvalidTypeError("Subject", "build", build, "something to call")
    return Subject(name=name_of(build), make=lambda: _Built(build), **fields)


def of_factory(make: Callable[[], Any], **fields: Any) -> Subject:  # noqa: ANN401 - as above
    """Return what a function makes, such as a store, as a subject.

    Args:
        make: what returns a new adapter with nothing in it, such as its class.
        fields: those of a `Subject` besides its name and what makes it.

    Raises:
        InvalidTypeError: it cannot be called.

    Example:
        >>> from blogmodel.testing import laws, of_factory
        >>> from blogmodel.testing.broken import MendedStore
        >>> laws.nothing_lost(of_factory(MendedStore), [])
    """
    return Subject(name=name_of(make), make=make, **fields)


def name_of(thing: object) -> str:
    """Return what reports call a function, a class, or something else that can be called."""
    return str(getattr(thing, "__qualname__", None) or type(thing).__qualname__)


@attrs.define
class _Built:
    """A tree builder as the store that it is: it holds comments, and builds when it is asked."""

    build: Build
    comments: list[Comment] = attrs.field(factory=list)

    def load(self, comments: Sequence[Comment]) -> None:
        self.comments = list(comments)

    def walk(self) -> object:
        return self.build(list(self.comments))
