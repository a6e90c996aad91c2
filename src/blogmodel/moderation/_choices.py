"""Fields that choose some members of an enum: kept in the enum's order, shown by their values."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, TypeVar

from blogmodel import _checks
from blogmodel.errors import InvalidTypeError, InvalidValueError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from enum import Enum, StrEnum

_E = TypeVar("_E", bound="Enum")

__all__ = ["check_choices", "chosen", "shown_choices"]


def chosen(given: Iterable[_E] | _E, kind: type[_E]) -> tuple[_E, ...]:
    """Return a tuple in the enum's order of one member, or of several."""
    if isinstance(given, kind):
        return (given,)
    if isinstance(given, AbstractSet | list | tuple) and all(
        isinstance(member, kind) for member in given
    ):
        return tuple(member for member in kind if member in given)
    return given  # type: ignore[return-value] # for `check_choices` to refuse


def check_choices(owner: str, field: str, given: object, kind: type[Enum]) -> None:
    """Require a tuple of one member or more."""
    if not isinstance(given, AbstractSet | list | tuple):
        raise InvalidTypeError(owner, field, given, f"a list of {kind.__name__}")
    for member in given:
        _checks.member(owner, field, member, kind)
    if not given:
        raise InvalidValueError(owner, field, given, "one or more")


def shown_choices(given: tuple[StrEnum, ...]) -> str:
    """Return the values of the members, for a repr."""
    return f"[{', '.join(str(member.value) for member in given)}]"
