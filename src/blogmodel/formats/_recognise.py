"""What a file is, by what is in it; its name tells nothing."""

from __future__ import annotations

import codecs
import json
import re
from typing import TYPE_CHECKING, NamedTuple

from blogmodel.formats import (
    _atom,
    _disqus,
    _json_lines,
    _rss,
)
from blogmodel.formats._archive import Format

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from blogmodel.formats._entries import Entry
    from blogmodel.formats._reading import Options
    from blogmodel.formats._sources import OpenSource

    _Read = Callable[[OpenSource, Options], Iterator[Entry]]

__all__ = ["READERS", "Reader", "foreign", "recognised"]


class Reader(NamedTuple):
    """A format, how it is recognised, and what reads it."""

    format: Format
    recognises: Callable[[bytes], bool]
    entries: _Read


def _takeout(head: bytes) -> bool:
    return _atom.recognises(head) and (
        b"schemas.google.com/blogger/2018" in head or b"<blogger:type" in head
    )


def _blogger(head: bytes) -> bool:
    return _atom.recognises(head) and _atom.recognises_blogger(head)


def _wordpress(head: bytes) -> bool:
    return _rss.recognises(head) and _rss.recognises_wordpress(head)


# The first that recognises a file reads it.
READERS: tuple[Reader, ...] = (
    Reader(Format.JSON, _json_lines.recognises, _json_lines.entries),
    Reader(Format.DISQUS, _disqus.recognises, _disqus.entries),
    Reader(Format.TAKEOUT, _takeout, _atom.entries),
    Reader(Format.BLOGGER_ATOM, _blogger, _atom.entries),
    Reader(Format.WXR, _wordpress, _rss.entries),
    Reader(Format.ATOM, _atom.recognises, _atom.entries),
    Reader(Format.RSS, _rss.recognises, _rss.entries),
)


def recognised(head: bytes) -> Reader | None:
    """Return the reader of the format that a file starts in; None where none is known."""
    start = _in_utf8(head)
    return next((reader for reader in READERS if reader.recognises(start)), None)


_WIDE = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"<\0?\0", "utf-16-le"),
    (b"\0<\0?", "utf-16-be"),
)


def _in_utf8(head: bytes) -> bytes:
    """Return the start of a file such that what is ASCII in it looks so."""
    encoding = next((name for mark, name in _WIDE if head.startswith(mark)), None)
    return head if encoding is None else head.decode(encoding, "replace").encode(errors="replace")


# Text that is surely something else than the words of a page.
_SIGNATURES = (
    (r"\W{0,3}<\?xml|<(?:feed|rss|rdf:RDF|disqus)\b", "XML"),
    (r"(?i:<!DOCTYPE|<!--|<(?:html|head|body|div|p|article)\b)", "HTML"),
    (r"///DOTCLEAR", "Dotclear"),
    (r"%PDF-", "PDF"),
    (r"\{\\rtf", "RTF"),
)


def foreign(text: str) -> str | None:
    """Return the name of another format that a text is in, or None for the words of a page."""
    start = text.lstrip("\ufeff").lstrip()
    if _is_movable_type(start):
        return "Movable Type"
    for pattern, name in _SIGNATURES:
        if re.match(pattern, start):
            return name
    return "JSON" if start[0] in "{[" and _is_json(start) else None


# The keys that an entry of such an export starts with.
_KEYS = re.compile(
    r"(?:AUTHOR|TITLE|BASENAME|STATUS|ALLOW COMMENTS|ALLOW PINGS|CONVERT BREAKS|PRIMARY CATEGORY"
    r"|CATEGORY|DATE|TAGS|NO ENTRY|UNIQUE URL):"
)


def _is_movable_type(text: str) -> bool:
    lines = text[:10_000].splitlines()
    keys = next((n for n, line in enumerate(lines) if not _KEYS.match(line)), 0)
    return keys > 0 and lines[keys] == "-----"


def _is_json(text: str) -> bool:
    """Tell whether a text is JSON, or objects of it one after another."""
    try:
        value, end = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        return False
    rest = text[end:].lstrip()
    return not rest or (isinstance(value, dict) and rest.startswith("{"))
