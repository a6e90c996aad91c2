"""The laws of single fields; a refusal names the class, the field, the value and what is right."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeVar

from blogmodel.errors import InvalidTypeError, InvalidValueError

if TYPE_CHECKING:
    from enum import Enum

_T = TypeVar("_T")
_E = TypeVar("_E", bound="Enum")

# RFC 5321 and 5322 allow far more than any form field does; this refuses only what cannot be one.
_EMAIL = re.compile(r"[^\s@]+@[^\s@]+")
# An absolute link of the web on one line, without what no URL holds (RFC 3986, appendix C). It is
# still to be escaped in a page.
_URL = re.compile(r'[Hh][Tt][Tt][Pp][Ss]?://[^\s/?#<>"\x00-\x1f\x7f][^\s<>"\x00-\x1f\x7f]*')
# BCP 47 (« fr-CA ») or CLDR (« fr_CA »), by shape alone.
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8})*")


def string(owner: str, field: str, value: object) -> str:
    """Require a str, whatever is in it; the fastest calls ask themselves."""
    if not isinstance(value, str):
        raise InvalidTypeError(owner, field, value, "a str")
    return value


def text(owner: str, field: str, value: object) -> str:
    """Require a str that can be written to a file: no lone surrogates."""
    if not isinstance(value, str):
        raise InvalidTypeError(owner, field, value, "a str")
    if not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError as error:
            raise InvalidValueError(
                owner, field, value, f"Unicode text, without the lone surrogate at {error.start}"
            ) from None
    return value


def identifier(owner: str, field: str, value: object) -> None:
    """Require an id: any str that is not empty."""
    if not text(owner, field, value):
        raise InvalidValueError(owner, field, value, "a str that is not empty")


def optional_identifier(owner: str, field: str, value: object) -> None:
    """Require an id, or None."""
    if value is not None:
        identifier(owner, field, value)


def name(owner: str, field: str, value: object) -> None:
    """Require a name: a str with something else than white space in it."""
    if not text(owner, field, value).strip():
        raise InvalidValueError(owner, field, value, "a name that is not blank")


def optional_text(owner: str, field: str, value: object) -> None:
    """Require text, or None where it is unknown."""
    if value is not None:
        text(owner, field, value)


def email(owner: str, field: str, value: object) -> None:
    """Require an e-mail address, or None."""
    if value is not None and not _EMAIL.fullmatch(text(owner, field, value)):
        raise InvalidValueError(owner, field, value, "an e-mail address such as 'a@example.org'")


def url(owner: str, field: str, value: object) -> None:
    """Require an absolute web address, or None; ``javascript:`` and its like are refused."""
    if value is not None and not _URL.fullmatch(text(owner, field, value)):
        raise InvalidValueError(owner, field, value, "an absolute http or https URL")


def is_plain_url(value: str) -> bool:
    """Tell at a glance whether a str is an address that `url` would pass; some others are too."""
    return value.isascii() and _URL.fullmatch(value) is not None


def language(owner: str, field: str, value: object) -> None:
    """Require a language tag, or None."""
    if value is not None and not _LANGUAGE.fullmatch(text(owner, field, value)):
        raise InvalidValueError(owner, field, value, "a language tag such as 'fr-CA' or 'fr_CA'")


def count(owner: str, field: str, value: object) -> None:
    """Require a whole number from 0 on that every store holds; True is not one."""
    if type(value) is not int:
        raise InvalidTypeError(owner, field, value, "an int")
    if not 0 <= value <= LARGEST:
        raise InvalidValueError(owner, field, value, "0 or more, and below 2 ** 63")


LARGEST = 2**63 - 1


def flag(owner: str, field: str, value: object) -> None:
    """Require True or False."""
    if type(value) is not bool:
        raise InvalidTypeError(owner, field, value, "True or False")


def instance(owner: str, field: str, value: object, kind: type[_T], example: str) -> None:
    """Require a value of one class."""
    if not isinstance(value, kind):
        raise InvalidTypeError(owner, field, value, f"{article(kind)}, such as {example}")


def optional_instance(owner: str, field: str, value: object, kind: type[_T], example: str) -> None:
    """Require a value of one class, or None."""
    if value is not None:
        instance(owner, field, value, kind, example)


def member(owner: str, field: str, value: object, kind: type[_E]) -> None:
    """Require a member of an enum."""
    if not isinstance(value, kind):
        names = ", ".join(f"{kind.__name__}.{member.name}" for member in kind)
        raise InvalidTypeError(owner, field, value, f"one of {names}")


def texts(owner: str, field: str, value: object) -> None:
    """Require a tuple of str that are not empty."""
    if not isinstance(value, tuple):
        raise InvalidTypeError(owner, field, value, "a tuple or a list of str")
    for item in value:
        identifier(owner, field, item)


def aware(owner: str, field: str, value: object) -> datetime:
    """Require a datetime that knows its offset; return it as it is.

    Raises:
        InvalidValueError: it is naive, or its zone cannot tell its offset.
        InvalidTypeError: it is no datetime.
    """
    if not isinstance(value, datetime):
        raise InvalidTypeError(owner, field, value, "an aware datetime")
    if value.tzinfo is UTC:
        return value
    try:
        offset = value.utcoffset()
    except Exception as error:
        raise InvalidValueError(
            owner, field, value, f"an aware datetime whose zone tells its offset ({error})"
        ) from error
    if offset is None:
        raise InvalidValueError(
            owner, field, value, "an aware datetime; this one is naive, so give it a tzinfo"
        )
    return value


def moment(owner: str, field: str, value: object) -> datetime | None:
    """Require an aware datetime, or None; return it in UTC."""
    if value is None:
        return None
    if type(value) is datetime and value.tzinfo is UTC and not value.fold:
        return value
    known = aware(owner, field, value)
    try:
        there = known.astimezone(UTC)
    except OverflowError:
        raise InvalidValueError(
            owner, field, value, "between the years 1 and 9999 once it is in UTC"
        ) from None
    return datetime(
        there.year,
        there.month,
        there.day,
        there.hour,
        there.minute,
        there.second,
        there.microsecond,
        UTC,
    )


def article(kind: type) -> str:
    """Name a class with its article: « an Author », « a Body »."""
    return f"{'an' if kind.__name__[0] in 'AEIO' else 'a'} {kind.__name__}"
