"""Bytes to text: no encoding is guessed among many, and nothing is repaired."""

import codecs
import re

from blogmodel.errors import BinarySourceError, EmptySourceError, EncodingError, InvalidValueError
from blogmodel.formats._labels import GARBLED_LABEL

__all__ = ["decode", "garbled", "require_encoding"]

_BOMS = (
    # UTF-32 first: its little-endian mark starts with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# No text holds these; tab, line feed, form feed and carriage return it may.
_CONTROLS = r"[\x00-\x08\x0b\x0e-\x1f\x7f]"
# What DOS wrote at the end of a text.
_END = "\x1a"


def decode(data: bytes, source: str, encoding: str | None) -> tuple[str, str]:
    """Return the text of some bytes, and the encoding they were read in.

    A byte order mark stays in the text, so that places in it are those of the bytes decoded. An
    encoding given is taken at its word. Else a byte order mark tells; else what is valid UTF-8
    is UTF-8; else the bytes are cp1252, which French pages of the 2000s were saved in.

    Raises:
        EmptySourceError: there is nothing but white space.
        BinarySourceError: it is not text.
        EncodingError: the bytes are not of the encoding given, or of neither that is tried.
        InvalidValueError: no encoding has that name.
    """
    if encoding is None:
        marked = next((name for mark, name in _BOMS if data.startswith(mark)), None)
        if marked is None and (byte := re.search(_CONTROLS.encode(), data.rstrip(_END.encode()))):
            raise BinarySourceError(source, f"byte 0x{byte[0].hex()} at {byte.start()}")
        tried = (marked,) if marked else ("utf-8", "cp1252")
    else:
        require_encoding(encoding)
        tried = (encoding,)
    text, used = _first(data, source, tried)
    text = text.rstrip(_END)
    if control := re.search(_CONTROLS, text):
        raise BinarySourceError(source, f"U+{ord(control[0]):04X} at {control.start()}")
    if not text.strip("\ufeff").strip():
        raise EmptySourceError(source, f"{len(data)} bytes")
    return text, used


def _first(data: bytes, source: str, encodings: tuple[str, ...]) -> tuple[str, str]:
    for encoding in encodings:
        try:
            return data.decode(encoding), encoding
        except UnicodeError:
            continue
    raise EncodingError(source, ", ".join(encodings))


def require_encoding(encoding: str) -> None:
    """Require the name of a codec that makes text of bytes; « hex » makes bytes of bytes."""
    try:
        codecs.lookup(encoding)
        b"text".decode(encoding, "replace")
    except (LookupError, ValueError, TypeError):
        expected = "the name of a text encoding that Python knows"
        raise InvalidValueError("read", "encoding", encoding, expected) from None


# What the bytes 0x80 to 0xBF, which continue a character of UTF-8, look like in cp1252 or latin-1.
_CONTINUATION = bytes(range(0x80, 0xC0)).decode("cp1252", "ignore") + "\x80-\x9f"
_GARBLED = re.compile(f"[ÂÃÅ][{_CONTINUATION}]|â[{_CONTINUATION}]{{2}}")
# What French text has beyond ASCII; chance pairs such as « Å° » give other letters.
_FRENCH = re.compile("[\xa0-ÿŒœŸ‐-›€™\u202f]")


def garbled(text: str) -> re.Match[str] | None:
    """Return the first place that seems to have been decoded wrongly.

    It is UTF-8 read as cp1252 (« dÃ©jÃ  »), the replacement character that a decoder leaves, or a
    label of which only the é is missing (« R?pondre »).
    """
    lost = re.search("\ufffd", text) or GARBLED_LABEL.search(text)
    return next(filter(_was_french, _GARBLED.finditer(text)), lost)


def _was_french(match: re.Match[str]) -> bool:
    read_as = (char.encode("latin-1" if char <= "\xff" else "cp1252") for char in match[0])
    return bool(_FRENCH.fullmatch(b"".join(read_as).decode("utf-8")))
