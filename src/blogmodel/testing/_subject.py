"""What is put under test: how a new one is made, and what it says of itself."""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import Any

import attrs

from blogmodel.errors import InvalidTypeError
from blogmodel.model import Comment
from blogmodel.testing._choices import Choices
from blogmodel.testing._patience import Patience
from blogmodel.testing._rows import Row

__all__ = ["Build", "Subject", "of_builder", "of_factory"]

Rows = Iterable[Row | tuple[str, int]]
Build = Callable[[Sequence[Comment]], Rows | Awaitable[Rows]]
"""A tree builder: comments of one post in the order of arrival become rows in the order shown."""


@attrs.frozen(kw_only=True)
class Subject:
    """An implementation under test.

    Attributes:
        name: what reports call it.
        make: returns a new adapter with nothing in it, or an awaitable of one.
        choices: what it chose where a law leaves a choice.
        lacks: the laws that it does not keep, by name.
        patience: how long a call of it may take.
    """

    name: str
    make: Callable[[], Any]
    choices: Choices = attrs.field(factory=Choices)
    lacks: frozenset[str] = attrs.field(default=frozenset(), converter=frozenset)
    patience: Patience = attrs.field(factory=Patience, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        if not callable(self.make):
            raise InvalidTypeError("Subject", "make", self.make, "something to call")


def of_builder(build: Build, **fields: Any) -> Subject:  # noqa: ANN401 - those of a Subject
    """Return a tree builder as a subject.

    Example:
        >>> from blogmodel.testing import laws, of_builder
        >>> laws.nothing_lost(of_builder(lambda comments: [(c.id, 0) for c in comments]), [])
    """
    return Subject(name=_name_of(build), make=lambda: _Built(build), **fields)


def of_factory(make: Callable[[], Any], **fields: Any) -> Subject:  # noqa: ANN401 - as above
    """Return what a function makes, such as a store, as a subject."""
    return Subject(name=_name_of(make), make=make, **fields)


def _name_of(thing: object) -> str:
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
