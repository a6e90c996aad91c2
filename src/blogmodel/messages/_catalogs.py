"""Compiled gettext catalogs: read from their bytes, and those of the library by locale."""

from __future__ import annotations

import struct
from functools import cache, lru_cache
from typing import TYPE_CHECKING

import attrs

from blogmodel.errors import InvalidValueError, UnknownLocaleError
from blogmodel.messages._locales import fallbacks, parsed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from decimal import Decimal
    from importlib.abc import Traversable

__all__ = ["Catalog", "read", "shipped"]


@attrs.frozen(eq=False)
class Catalog:
    """What a compiled catalog holds.

    Attributes:
        language: by its header; empty where that does not tell.
        entries: the forms of each message, by its key: the English text, after its context and
            U+0004 where it has one.
        rule: which form goes with a whole number, by the header's ``Plural-Forms``.
    """

    language: str
    entries: Mapping[str, tuple[str, ...]]
    rule: Callable[[int], int]

    def form(self, forms: tuple[str, ...], count: int | Decimal) -> str:
        """Return the one of the forms that goes with a count."""
        whole = abs(count) if isinstance(count, int) else _of_a_kind(self.language, abs(count))
        try:
            chosen = self.rule(whole)
        except ArithmeticError:  # A header may divide by nothing.
            chosen = -1
        return forms[chosen] if 0 <= chosen < len(forms) else forms[-1]


def _of_a_kind(language: str, count: Decimal) -> int:
    """Return a whole number with which the same form goes as with one that is not whole.

    The rules of gettext know whole numbers alone; CLDR's tell that « 1,5 » goes with 1 in French
    and with 2 in English.
    """
    try:
        kind = parsed(language).plural_form
    except UnknownLocaleError:
        return int(count)
    wanted = kind(count)
    return next((whole for whole in _WHOLE if kind(whole) == wanted), int(count))


# Every form that a language has for whole numbers goes with one of these; few languages have one
# for 0 or for a million alone.
_WHOLE = (*range(1, 201), 0, 1_000_000)


@lru_cache(maxsize=256)
def shipped(locale: str) -> tuple[Catalog, ...]:
    """Return the library's catalogs for a locale, the most precise first, English last.

    Args:
        locale: as `locale_name` returns it.
    """
    return tuple(_shipped(name) for name in fallbacks(locale) if name in _names())


@cache
def _names() -> frozenset[str]:
    return frozenset(folder.name for folder in _folder().iterdir() if (folder / _FILE).is_file())


@cache
def _shipped(name: str) -> Catalog:
    return read((_folder() / name / _FILE).read_bytes())


def _folder() -> Traversable:
    from importlib.resources import files  # noqa: PLC0415 - paid by the first locale

    return files("blogmodel.messages") / "locale"


_FILE = "LC_MESSAGES/blogmodel.mo"


@lru_cache(maxsize=64)
def read(compiled: bytes) -> Catalog:
    """Read the bytes of a .mo file.

    Source: the manual of GNU gettext, « The Format of GNU MO Files ».

    Raises:
        InvalidValueError: they are no such file, or its plural rule is none.
    """
    from gettext import c2py  # noqa: PLC0415 - nothing else needs it, nor what it imports

    try:
        texts = dict(_texts(compiled))
        headers = dict(_headers(texts.pop(b"", b"").decode("ascii", "replace")))
        charset = headers.get("content-type", "").partition("charset=")[2] or "utf-8"
        entries = {
            key.decode(charset).partition("\0")[0]: tuple(text.decode(charset).split("\0"))
            for key, text in texts.items()
        }
        rule = c2py(headers.get("plural-forms", "").partition("plural=")[2].strip("; ") or "n != 1")
    except (struct.error, ValueError, LookupError) as error:
        expected = f"the bytes of a compiled gettext catalog, a .mo file ({error})"
        raise InvalidValueError("Messages", "catalogs", compiled, expected) from error
    told = {key: forms for key, forms in entries.items() if all(forms)}
    return Catalog(headers.get("language", ""), told, rule)


def _texts(compiled: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield each key and its text.

    Raises:
        ValueError, struct.error: these are no such bytes.
    """
    order = _ORDERS.get(compiled[:4])
    if order is None:
        raise ValueError("it does not begin as one")
    count, keys, texts = struct.unpack_from(f"{order}3I", compiled, 8)
    for number in range(count):
        yield (
            _text(compiled, *struct.unpack_from(f"{order}2I", compiled, keys + 8 * number)),
            _text(compiled, *struct.unpack_from(f"{order}2I", compiled, texts + 8 * number)),
        )


_ORDERS = {b"\xde\x12\x04\x95": "<", b"\x95\x04\x12\xde": ">"}


def _text(compiled: bytes, length: int, start: int) -> bytes:
    if start + length > len(compiled):
        raise ValueError("it ends before its texts")
    return compiled[start : start + length]


def _headers(text: str) -> Iterator[tuple[str, str]]:
    for line in text.splitlines():
        name, _, value = line.partition(":")
        yield name.strip().lower(), value.strip()
