"""What stands in plain texts of the web and is no French: addresses, code, smileys, references."""

from __future__ import annotations

import re
from bisect import bisect_left
from html.entities import html5
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Kept", "may_be_reference"]

Span = tuple[int, int]


class Kept:
    """The spans of a text that stay as they are."""

    def __init__(self, text: str, more: Sequence[Span]) -> None:
        self._text = text
        names = list(_names(text))
        references = list(_found(_REFERENCE, text)) if "&" in text else []
        self._names = {end for _, end in names}
        self._references = {place for span in references for place in span}
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted((*names, *references, *_code(text), *more)):
            if self._ends and start < self._ends[-1]:
                self._ends[-1] = max(end, self._ends[-1])
            else:
                self._starts.append(start)
                self._ends.append(end)

    def overlaps(self, start: int, end: int) -> bool:
        """Tell whether a span lies in one of them, or has a part in it."""
        place = bisect_left(self._starts, end) - 1
        return place >= 0 and self._ends[place] > start

    def allows(self, start: int, end: int, new: str) -> bool:
        """Tell whether an edit leaves them as they are.

        A mark that is joined to an address would become a part of it, and a reference may be a
        space already.
        """
        if self.overlaps(start, end):
            return False
        if start == end:
            return start not in self._references
        if new:
            return True
        if self._text[end : end + 1] == ";" and may_be_reference(self._text, start):
            return False
        return start not in self._names and start not in self._references


# Each expression begins with what is searched fastest, and reads no run of characters twice. Of
# addresses only that part is told in which a mark could stand.
# Brackets belong to an address in pairs alone: « (voir http://example.org/) ! ».
_ADDRESS = r"""(?:[^\s<>«»"()]++|\([^\s<>«»"()]*+\))"""
_URL = re.compile(rf"://{_ADDRESS}*+")
_HOST = re.compile(rf"(?:www\.(?<!\wwww\.)|mailto:|doi:){_ADDRESS}++")
_EMAIL = re.compile(r"@(?<=\w@)[\w-]++(?:\.[\w-]++)++")
_PATH = re.compile(rf"/(?<=\w/){_ADDRESS}*+")
_BACKSLASHED = re.compile(r"(?<!\S)[^\s\\]*+\\\S*+")
_SMILEY = re.compile(
    r"[:;](?:"
    r"(?<![^\s(«][:;])['’]?[-^o~]?[()\[\]{}|/\\*$@#<>DPpOoSXx03]++(?!\w)"
    r"|(?<![\w:;]:)(?<=:)[A-Za-z0-9_+-]++:(?![\w:]))"
)
_REFERENCE = re.compile(
    r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});",
)
_OPEN_REFERENCE = re.compile(r"&(#?[A-Za-z0-9]{1,31})\Z")
_TAG = re.compile(r"<[/!]?[A-Za-z-][^<>]*+>")
_BACKQUOTED = re.compile(r"`(?:``[^`]*+```|`[^`]++``|[^`\n]++`)")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]++\]:?")
_LINK_END = re.compile(r"\]\([^()\n]*+\)")


def may_be_reference(text: str, end: int) -> bool:
    """Tell whether a semicolon would end a reference if it stood in a place."""
    match = _OPEN_REFERENCE.search(text, max(0, end - _LONGEST_REFERENCE), end)
    return match is not None and (match[1].startswith("#") or f"{match[1]};" in html5)


_LONGEST_REFERENCE = 33


def _found(pattern: re.Pattern[str], text: str) -> Iterator[Span]:
    return (match.span() for match in pattern.finditer(text))


def _names(text: str) -> Iterator[Span]:
    """Yield the spans that what is joined to them becomes a part of."""
    if ":" in text or ";" in text:
        yield from _found(_SMILEY, text)
        if "://" in text:
            yield from _found(_URL, text)
    if "www." in text or "mailto:" in text or "doi:" in text:
        yield from _found(_HOST, text)
    if "@" in text:
        yield from _found(_EMAIL, text)
    if "/" in text:
        yield from _paths(text)
    if "\\" in text:
        yield from _found(_BACKSLASHED, text)


def _code(text: str) -> Iterator[Span]:
    if "<" in text:
        yield from _found(_TAG, text)
    if "`" in text:
        yield from _found(_BACKQUOTED, text)
    if "[^" in text:
        yield from _found(_FOOTNOTE, text)
    if "](" in text:
        yield from _found(_LINK_END, text)


def _paths(text: str) -> Iterator[Span]:
    """Yield the paths of hosts without a scheme: « x.org/a?b »."""
    for start, end in _found(_PATH, text):
        if _DOMAIN.search(text, max(0, start - _LONGEST_HOST), start):
            yield start, end


_DOMAIN = re.compile(r"""\w\.[A-Za-z][^\s<>«»"]*\Z""")
_LONGEST_HOST = 64
