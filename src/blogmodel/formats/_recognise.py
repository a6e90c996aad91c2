"""What a file is, by what is in it; its name tells nothing."""

from __future__ import annotations

import codecs
import json
import re
from typing import TYPE_CHECKING, NamedTuple

from blogmodel.formats import (
    _atom,
    _blogger_page,
    _commento,
    _disqus,
    _dotclear,
    _isso,
    _json_feed,
    _json_lines,
    _movable_type,
    _remark42,
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
    Reader(Format.ISSO, _isso.recognises, _isso.entries),
    Reader(Format.JSON, _json_lines.recognises, _json_lines.entries),
    Reader(Format.JSON_FEED, _json_feed.recognises, _json_feed.entries),
    Reader(Format.COMMENTO, _commento.recognises, _commento.entries),
    Reader(Format.DOTCLEAR, _dotclear.recognises, _dotclear.entries),
    Reader(Format.MOVABLE_TYPE, _movable_type.recognises, _movable_type.entries),
    Reader(Format.REMARK42, _remark42.recognises, _remark42.entries),
    Reader(Format.DISQUS, _disqus.recognises, _disqus.entries),
    Reader(Format.TAKEOUT, _takeout, _atom.entries),
    Reader(Format.BLOGGER_ATOM, _blogger, _atom.entries),
    Reader(Format.WXR, _wordpress, _rss.entries),
    Reader(Format.ATOM, _atom.recognises, _atom.entries),
    Reader(Format.BLOGGER_PAGE, _blogger_page.recognises, _blogger_page.entries),
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
    (r"\W{0,3}<\?(?!php)|<(?:feed|rss|rdf:RDF|disqus)\b", "XML"),
    (r"(?i:<!DOCTYPE|<!--|<(?:html|head|body|div|p|article)\b)", "HTML"),
    # Its first tag, however broken.
    (r"""<[^<>]{0,400}xmlns|(?:\S{1,60}\s+){1,3}xmlns(?::[\w.-]+)?\s*=\s*["']""", "XML"),
    (r"%PDF-", "PDF"),
    (r"\{\\rtf", "RTF"),
    # It may be cut, or broken.
    (r"(?:\[\s*)?\{\s*\"", "JSON"),
    (r"\S?\s*\"\w{1,40}\"\s*:\s*(?:[\"\[{\d]|true|false|null)", "JSON"),
)


def foreign(text: str) -> str | None:
    """Return the name of another format that a text is in, or None for the words of a page."""
    start = text.lstrip("\ufeff").lstrip()
    for pattern, name in _SIGNATURES:
        if re.match(pattern, start):
            return name
    return "JSON" if start[0] in "{[" and _is_json(start) else None


def _is_json(text: str) -> bool:
    """Tell whether a text is JSON, or objects of it one after another."""
    try:
        value, end = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        return False
    rest = text[end:].lstrip()
    return not rest or (isinstance(value, dict) and rest.startswith("{"))
