"""Who acts, as far as a history may tell."""

from __future__ import annotations

import re

import attrs

from blogmodel import _checks
from blogmodel.errors import InvalidTypeError, InvalidValueError
from blogmodel.moderation._kinds import Role

__all__ = ["FINGERPRINT", "Actor", "check_fingerprint"]

FINGERPRINT = re.compile(r"[0-9a-f]{32}|[0-9a-f]{64}")


@attrs.frozen
class Actor:
    """Somebody, or something, that acts on a comment, in one capacity.

    A history outlives the erasure of persons, so it holds no names: an actor is told by a
    fingerprint of their id (`fingerprint`), which a program that has the key can compare.

    Attributes:
        role: in which capacity.
        id: a fingerprint, 32 hexadecimal digits; None where it is not known, or does not matter.

    Raises:
        InvalidValueError: the id is no fingerprint.
        InvalidTypeError: a field is of another type.

    Example:
        >>> from blogmodel.moderation import Actor, Role, fingerprint
        >>> lise = Actor(Role.MODERATOR, fingerprint(b"a secret of this site", "lise"))
        >>> lise == Actor(Role.MODERATOR, fingerprint(b"a secret of this site", "lise"))
        True
    """

    role: Role
    id: str | None = None

    def __attrs_post_init__(self) -> None:
        _checks.member("Actor", "role", self.role, Role)
        if self.id is not None:
            check_fingerprint("Actor", "id", self.id)


def check_fingerprint(owner: str, field: str, value: object) -> None:
    """Require a fingerprint, so that no name and no text gets into a history."""
    if not isinstance(value, str):
        raise InvalidTypeError(owner, field, value, "a fingerprint, such as fingerprint(key, 'x')")
    if not FINGERPRINT.fullmatch(value):
        raise InvalidValueError(
            owner,
            field,
            value,
            "a fingerprint of 32 hexadecimal digits, from fingerprint(key, …), and no name",
        )
