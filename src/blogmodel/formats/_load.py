"""One door for every format: it is recognised by what is in the source, never by its name."""

import json
import os
import re
from pathlib import Path
from typing import BinaryIO

import attrs

from blogmodel.errors import InvalidTypeError, UnknownFormatError, UnreadableSourceError
from blogmodel.formats._archive import Archive
from blogmodel.formats._decode import decode
from blogmodel.formats.blogger_text import BloggerTextOptions, read_blogger_text

__all__ = ["load"]


def load(
    source: str | os.PathLike[str] | BinaryIO,
    *,
    encoding: str | None = None,
    options: BloggerTextOptions | None = None,
) -> Archive:
    r"""Read a file or a binary stream: posts, comments, what was inferred and what was left.

    Args:
        source: a path, or a stream of bytes that is read to its end and left open.
        encoding: the encoding of the text; None to take its byte order mark's, else UTF-8 where
            the bytes are valid UTF-8, else cp1252.
        options: what the caller knows of the format's text and the text does not tell.

    Raises:
        UnreadableSourceError: the system refuses it.
        EmptySourceError: it holds no text.
        BinarySourceError: it is not text.
        EncodingError: its bytes are not of the encoding.
        UnknownFormatError: it is text of a format that is not read.
        InvalidValueError: no encoding has the name given.
        InvalidTypeError: the source is something else.

    Example:
        >>> import io
        >>> from blogmodel import load
        >>> load(io.BytesIO("Un billet.\nBravo !\nRépondreSupprimer".encode()))
        Archive(blogger-text, 1 posts, 1 comments, 1 inferences, 0 notices)
    """
    name, data = _bytes(source)
    text, used = decode(data, name, encoding)
    format_name = _foreign(text)
    if format_name is not None:
        raise UnknownFormatError(name, format_name)
    known = BloggerTextOptions() if options is None else options
    return attrs.evolve(read_blogger_text(text, known), encoding=used)


def _bytes(source: str | os.PathLike[str] | BinaryIO) -> tuple[str, bytes]:
    if isinstance(source, str | os.PathLike):
        name = os.fsdecode(source)
        try:
            return name, Path(name).read_bytes()
        except (OSError, ValueError) as error:  # ValueError: a name with a NUL in it
            detail = error.strerror if isinstance(error, OSError) else None
            raise UnreadableSourceError(name, detail or str(error)) from error
    if not callable(getattr(source, "read", None)):
        raise InvalidTypeError("load", "source", source, "a path or a stream of bytes")
    name = str(getattr(source, "name", "<stream>"))
    try:
        data: object = source.read()
    except Exception as error:
        detail = error.strerror if isinstance(error, OSError) else None
        raise UnreadableSourceError(name, detail or str(error)) from error
    if not isinstance(data, bytes | bytearray | memoryview):
        found = type(data).__name__
        raise UnreadableSourceError(name, f"its read() gave {found}; open it in binary mode")
    return name, bytes(data)


# Text that is surely something else than the words of a page.
_SIGNATURES = (
    (r"\W{0,3}<\?xml|<(?:feed|rss|rdf:RDF|disqus)\b", "XML"),
    (r"(?i:<!DOCTYPE|<!--|<(?:html|head|body|div|p|article)\b)", "HTML"),
    (r"///DOTCLEAR", "Dotclear"),
    (r"%PDF-", "PDF"),
    (r"\{\\rtf", "RTF"),
)


def _foreign(text: str) -> str | None:
    """Return the name of another format that the text is in, or None."""
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
