"""Character references as HTML decodes them in text, with a map back."""

from __future__ import annotations

import re
from html.entities import html5

from blogmodel.text._skeleton import Piece

__all__ = ["attribute", "decoded", "literal"]

_ENDS = r"(?P<end>\r\n?)|\x00"
_ENDS_ONLY = re.compile(_ENDS)
_REFERENCES_TOO = re.compile(
    r"&#(?:[xX](?P<hex>[0-9a-fA-F]+)|(?P<figures>[0-9]+));?"
    rf"|&(?P<name>[A-Za-z][A-Za-z0-9]{{0,30}};?)|{_ENDS}"
)


def decoded(markup: Piece, start: int, end: int) -> Piece:
    """Return a part of the text of HTML as its reader has it.

    References are decoded by the longest name that fits, with or without its semicolon, line ends
    become line feeds, and NUL is left out, as the HTML standard has it for text. It takes time
    linear in the part.

    Source: https://html.spec.whatwg.org/multipage/parsing.html#character-reference-state
    """
    return _read(_REFERENCES_TOO, markup, start, end)


def literal(markup: Piece, start: int, end: int) -> Piece:
    """Return a part of a text in which HTML knows no references."""
    return _read(_ENDS_ONLY, markup, start, end)


def attribute(value: str) -> str:
    """Return the value of an attribute as HTML has it.

    What looks like a reference without its semicolon stays as it is where a letter, a figure or =
    follows: « ?a=1&copy=2 ».

    Source: https://html.spec.whatwg.org/multipage/parsing.html#named-character-reference-state
    """
    if "&" not in value and "\r" not in value and "\0" not in value:
        return value
    return _REFERENCES_TOO.sub(_meant, value)


def _meant(match: re.Match[str]) -> str:
    if match[0] == "\0":
        return "\ufffd"
    text, length = _meaning(match)
    rest = match[0][length:]
    if length and match.lastgroup == "name" and match[0][length - 1] != ";":
        after = rest[:1] or match.string[match.end() : match.end() + 1]
        if after == "=" or (after.isascii() and after.isalnum()):
            return match[0]
    return text + rest


def _read(special: re.Pattern[str], markup: Piece, start: int, end: int) -> Piece:
    if not special.search(markup.text, start, end):
        return markup.part(start, end)
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = start
    for match in special.finditer(markup.text, start, end):
        text, length = _meaning(match)
        if not length:
            continue
        first, last = match.start(), match.start() + length
        parts += markup.text[at:first], text
        starts += [*markup.starts[at:first], *[markup.starts[first]] * len(text)]
        ends += [*markup.ends[at:first], *[markup.ends[last - 1]] * len(text)]
        at = last
    rest = markup.part(at, end)
    return Piece("".join([*parts, rest.text]), [*starts, *rest.starts], [*ends, *rest.ends])


def _meaning(match: re.Match[str]) -> tuple[str, int]:
    """Return what a match stands for and how much of it does; 0 where it stands for itself."""
    kind, whole = match.lastgroup, match.end() - match.start()
    if kind == "name":
        return _named(match["name"])
    if kind == "hex":
        return _numbered(match["hex"], 16), whole
    if kind == "figures":
        return _numbered(match["figures"], 10), whole
    return ("\n" if kind == "end" else ""), whole


def _named(name: str) -> tuple[str, int]:
    for length in range(len(name), 1, -1):
        text = html5.get(name[:length])
        if text is not None:
            return text, length + 1
    return "", 0


def _numbered(figures: str, base: int) -> str:
    figures = figures.lstrip("0")
    # int() refuses thousands of figures, and takes time for hundreds.
    code = int(figures or "0", base) if len(figures) <= _LONGEST else _OUTSIDE
    if code in _WINDOWS:
        return _WINDOWS[code]
    if not code or code >= _OUTSIDE or code in _SURROGATES:
        return "\ufffd"
    return chr(code)


_LONGEST = 7
_OUTSIDE = 0x110000
_SURROGATES = range(0xD800, 0xE000)
# Old pages number characters as Windows does.
_WINDOWS = {
    code: bytes((code,)).decode("cp1252")
    for code in range(0x80, 0xA0)
    if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
