"""Cursors: a place in a walk as a short, URL-safe text, found again after the thread has changed.

A cursor holds the comment it stands at and, for each comment above that one, what its siblings are
ordered by. While the comment is where it was, that is looked up at once. When it is gone, or moved,
the place is still known: after all siblings that would stand before it.
"""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from enum import IntEnum
from hashlib import blake2b
from typing import Any

import attrs

from blogmodel.errors import CursorError
from blogmodel.thread._ages import Age, age_of

__all__ = ["LEVELS", "Cursor", "Level", "Resume", "decode", "encode", "is_plain", "mark"]

_VERSION = 1
_SUM = 4
_MARK = 2

LEVELS = 12
"""How many levels a cursor holds at most: the comment's and those right above it."""


class Resume(IntEnum):
    """Where a cursor continues."""

    START = 0
    """At the beginning."""
    AFTER_NODE = 1
    """At what follows the comment: its first reply, if it has any."""
    AFTER_BRANCH = 2
    """At what follows the comment's whole branch."""
    SIBLINGS = 3
    """At the comment's next sibling, and only to the end of their parent's branch."""
    REPLIES = 4
    """At the comment's first reply, and only to the end of its branch."""


@attrs.frozen
class Level:
    """A comment of the way from the top to a cursor's place, and how it stood among its siblings.

    Attributes:
        id: the comment's id.
        date: its date, or None.
        pinned: whether it was pinned.
        key: its key, where the order has keys of its own; in a list, so that there may be none.
    """

    id: str
    date: datetime | None
    pinned: bool
    key: tuple[Any, ...] = ()

    @property
    def age(self) -> Age:
        """What the canonical order compares."""
        return age_of(self.date, self.id)


@attrs.frozen
class Cursor:
    """A place in a walk.

    Attributes:
        resume: where it continues.
        order: the mark of the view's order.
        whole: whether the levels reach up to the top.
        levels: from the highest down to the comment that the cursor stands at.
    """

    resume: Resume
    order: bytes
    whole: bool
    levels: tuple[Level, ...]


def mark(text: str) -> bytes:
    """Return a few bytes that differ where texts do, nearly always."""
    return blake2b(text.encode(), digest_size=_MARK).digest()


def encode(cursor: Cursor) -> str:
    """Return a cursor as a text that a URL may hold as it is."""
    data = bytearray([_VERSION, cursor.resume << 1 | cursor.whole])
    data += cursor.order
    earlier = 0
    for level in cursor.levels:
        flags = (level.date is not None) | level.pinned << 1 | bool(level.key) << 2
        data.append(flags)
        data += _sized(level.id.encode())
        if level.date is not None:
            stamp = _microseconds(level.date)
            data += _varint(_zigzag(stamp - earlier))
            earlier = stamp
        if level.key:
            data += _sized(json.dumps(_plain(level.key[0]), separators=(",", ":")).encode())
    return _written(data + _sum(data))


def decode(text: str) -> Cursor:
    """Return the cursor that a text holds.

    Raises:
        CursorError: the text is not one that `encode` made.
    """
    if type(text) is not str:
        raise CursorError(text, "not a text; give what Page.next or MoreReplies.cursor holds")
    try:
        data = urlsafe_b64decode(text.encode("ascii") + b"=" * (-len(text) % 4))
    except ValueError:
        raise CursorError(text, "not a cursor: it holds other characters than one") from None
    if len(data) < _MARK + _SUM + 2 or data[-_SUM:] != _sum(data[:-_SUM]):
        raise CursorError(text, "not a cursor, or one that was cut or changed")
    if _written(data) != text:
        raise CursorError(text, "not a cursor: it is written otherwise than one")
    if data[0] != _VERSION:
        raise CursorError(text, f"of version {data[0]}; this blogmodel reads {_VERSION}")
    try:
        resume, whole = Resume(data[1] >> 1), bool(data[1] & 1)
        levels = tuple(_levels(_Bytes(data[2 + _MARK : -_SUM])))
    except (ValueError, LookupError, TypeError, OverflowError, RecursionError):
        raise CursorError(text, "not a cursor: it does not hold what one does") from None
    if bool(levels) == (resume is Resume.START):
        raise CursorError(text, "not a cursor: it does not hold what one does")
    return Cursor(resume, bytes(data[2 : 2 + _MARK]), whole, levels)


def _written(data: bytes | bytearray) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode()


def _sum(data: bytes | bytearray) -> bytes:
    return blake2b(data, digest_size=_SUM).digest()


_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def _microseconds(moment: datetime) -> int:
    return (moment - _EPOCH) // _MICROSECOND


def _moment(microseconds: int) -> datetime:
    return _EPOCH + microseconds * _MICROSECOND


def _zigzag(number: int) -> int:
    return number << 1 if number >= 0 else (-number << 1) - 1


def _varint(number: int) -> bytes:
    data = bytearray()
    while number > 0x7F:  # noqa: PLR2004 - seven bits a byte
        data.append(number & 0x7F | 0x80)
        number >>= 7
    data.append(number)
    return bytes(data)


def _sized(data: bytes) -> bytes:
    return _varint(len(data)) + data


# No count and no stamp has more bits.
_WIDEST = 70


@attrs.define
class _Bytes:
    """Bytes that are read from the front; a ValueError where they end too soon, or never."""

    data: bytes
    at: int = 0

    def take(self, count: int) -> bytes:
        taken = self.data[self.at : self.at + count]
        if len(taken) < count:
            raise ValueError
        self.at += count
        return taken

    def varint(self) -> int:
        number = shift = 0
        while True:
            byte = self.take(1)[0]
            number |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:  # noqa: PLR2004 - the last one
                return number
            if shift > _WIDEST:
                raise ValueError

    def sized(self) -> bytes:
        return self.take(self.varint())

    def signed(self) -> int:
        number = self.varint()
        return -(number + 1 >> 1) if number & 1 else number >> 1


def _levels(data: _Bytes) -> Iterator[Level]:
    stamp = 0
    while data.at < len(data.data):
        flags = data.take(1)[0]
        comment_id = data.sized().decode()
        date = None
        if flags & 1:
            stamp += data.signed()
            date = _moment(stamp)
        key = (_value(json.loads(data.sized())),) if flags & 4 else ()
        yield Level(comment_id, date, bool(flags & 2), key)


# Keys in JSON: a datetime is {"t": microseconds}, a tuple is a list; what has no such form is left
# out.
def is_plain(key: object) -> bool:
    """Tell whether a cursor can hold a key: a short scalar, a datetime, or a few of these."""
    if isinstance(key, tuple):
        return len(key) <= _PARTS and all(map(_is_short, key))
    return _is_short(key)


_PARTS = 4
_LONGEST = 80


def _is_short(key: object) -> bool:
    if type(key) is str:
        return len(key) <= _LONGEST
    if type(key) is int:
        return key.bit_length() <= _LONGEST
    return type(key) in {float, bool} or (type(key) is datetime and key.tzinfo is UTC)


def _plain(key: Any) -> Any:  # noqa: ANN401 - a key
    if isinstance(key, tuple):
        return [_plain(part) for part in key]
    if isinstance(key, datetime):
        return {"t": _microseconds(key)}
    return key


def _value(plain: Any) -> Any:  # noqa: ANN401 - a key
    if isinstance(plain, list):
        return tuple(map(_value, plain))
    return _moment(plain["t"]) if isinstance(plain, dict) else plain
