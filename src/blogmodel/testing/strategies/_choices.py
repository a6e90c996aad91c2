"""What the strategies ask of what they are given, and how they go on with it."""

from collections.abc import Callable, Collection, Iterable, Sequence
from enum import Enum
from math import prod
from typing import Any, TypeVar

from hypothesis import strategies as st

from blogmodel import _checks
from blogmodel.errors import InvalidValueError

__all__ = [
    "check_sizes",
    "combined",
    "from_bank",
    "made",
    "no_longer",
    "of_kinds",
    "one_of_some",
    "or_else",
]

_T = TypeVar("_T")
_E = TypeVar("_E", bound=Enum)


def or_else(
    strategy: st.SearchStrategy[_T] | None, default: st.SearchStrategy[_T]
) -> st.SearchStrategy[_T]:
    """Return what a user fixed, or the default."""
    return default if strategy is None else strategy


def made(
    name: str, function: Callable[..., _T], *strategies: st.SearchStrategy[Any]
) -> st.SearchStrategy[_T]:
    """Return a strategy for what a function makes of what others draw.

    It does what ``st.builds`` does, but what a test fails on is written as the value itself, and
    not as a call of a function that only this package has; and the strategy as its name, which is
    short: Hypothesis warns of long ones.
    """

    def draw_made(draw: st.DrawFn) -> _T:
        return function(*map(draw, strategies))

    draw_made.__name__ = draw_made.__qualname__ = name
    return st.composite(draw_made)()


def from_bank(bank: Iterable[_T]) -> st.SearchStrategy[_T]:
    """Return a strategy for one of some values; it shrinks to the first of them.

    It does what ``st.sampled_from`` does, but its repr does not show the bank.
    """
    values = tuple(bank)
    return made("from_bank", values.__getitem__, st.integers(0, len(values) - 1))


def of_kinds(owner: str, kinds: Collection[_E] | None, kind: type[_E]) -> list[_E]:
    """Return the members of an enum that a user wants, in the enum's order; None is all of them.

    Raises:
        InvalidValueError: it is none at all.
        InvalidTypeError: one is no member.
    """
    if kinds is None:
        return list(kind)
    for one in kinds:
        _checks.member(owner, "kinds", one, kind)
    if not kinds:
        raise InvalidValueError(owner, "kinds", kinds, f"one {kind.__name__} or more, or None")
    return [one for one in kind if one in kinds]


def no_longer(texts: Iterable[str], max_size: int | None) -> list[str]:
    """Return the texts that have no more characters than that, each once."""
    return [text for text in dict.fromkeys(texts) if max_size is None or len(text) <= max_size]


def check_sizes(owner: str, min_size: int, max_size: int | None) -> None:
    """Require sizes that go together.

    Raises:
        InvalidValueError: one is below 0, or the largest is less than the least.
        InvalidTypeError: one is no int.
    """
    _checks.count(owner, "min_size", min_size)
    if max_size is None:
        return
    _checks.count(owner, "max_size", max_size)
    if max_size < min_size:
        raise InvalidValueError(owner, "max_size", max_size, f"{min_size} or more, as min_size is")


def one_of_some(
    owner: str, max_size: int | None, ways: Sequence[st.SearchStrategy[_T]]
) -> st.SearchStrategy[_T]:
    """Return a strategy that takes one of some ways.

    Raises:
        InvalidValueError: there is none, since all are longer than is allowed.
    """
    if not ways:
        raise InvalidValueError(owner, "max_size", max_size, "more, for what is of these kinds")
    return st.one_of(ways)


def combined(*banks: Sequence[str]) -> st.SearchStrategy[str]:
    """Return a strategy for phrases, with one part of each bank in turn; all is drawn at once."""

    def phrase(number: int) -> str:
        parts: list[str] = []
        for bank in banks:
            number, which = divmod(number, len(bank))
            parts.append(bank[which])
        return " ".join(parts)

    return made("combined", phrase, st.integers(0, prod(map(len, banks)) - 1))
