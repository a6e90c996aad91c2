"""The short way of French typography: plain sentences, whose marks stand where marks do.

A mark is looked at once, by an expression that begins with it, so that what is between is passed
over as fast as a text is searched; then all of its kind are replaced together. What stands in any
other way, or may be an address, code or a smiley, is left to the edits, which know all cases.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Marks", "marks_of", "typeset_sentences"]


class Mark(NamedTuple):
    """One mark: what tells that one stands in another way, and how the others are replaced."""

    char: str
    odd: Callable[[str], object]
    joined: Callable[[str, str], str] | None
    new: str
    spaced: str


Marks = tuple[Mark, ...]

_NBSP = "\u00a0"
# What ends a word or a part of a sentence, and what may come after a mark.
_BEFORE = r"[\w».)…%$€]"
_AFTER = {"!": r"[\s.,)»…!?]", "?": r"[\s.,)»…!?]", ";": r"[\s»]", ":": r"[\s«»]"}


def marks_of(high: str) -> Marks:
    """Return the marks of a locale, from what it has before « ; ! ? »."""
    # Last come those that need wider characters, in which all is searched more slowly.
    return (
        Mark(
            "«",
            re.compile(rf"«(?![ {_NBSP}]?[^\s»])").search,
            re.compile(r"«(?!\s)").sub,
            f"«{_NBSP}",
            "« ",
        ),
        Mark(
            "»",
            re.compile(rf"»(?<![^\s«]»)(?<![^\s«][ {_NBSP}]»)").search,
            re.compile(r"»(?<!\s»)").sub,
            f"{_NBSP}»",
            " »",
        ),
        _mark(":", _NBSP),
        *(_mark(char, high) for char in ";!?"),
    )


def _mark(char: str, space: str) -> Mark:
    mark = re.escape(char)
    after = rf"(?={_AFTER[char]}|\Z)"
    places = [rf"(?<={_BEFORE}{mark}){after}", rf"(?<={_BEFORE}[ {space}]{mark}){after}"]
    if char in "!?":
        places.append(rf"(?<=[!?]{mark}){after}")
    if char == ":":
        places = [place + _NO_SCHEME for place in places] + ["(?<=[0-9]:)(?=[0-9])"]
    return Mark(
        char,
        re.compile(rf"{mark}(?!{'|'.join(places)})").search,
        re.compile(rf"{mark}(?<={_BEFORE}{mark}){after}").sub if space else None,
        space + char,
        " " + char,
    )


_NO_SCHEME = "(?<!http:)(?<!https:)(?<!ftp:)(?<!mailto:)"


def typeset_sentences(text: str, marks: Marks) -> str | None:
    """Return a text with its marks in place, but for its numbers; None if it is not so simple."""
    if any(map(text.__contains__, _ODD)) or ("w" in text and "www." in text):
        return None
    for char, odd, joined, new, spaced in marks:
        if char in text:
            if odd(text):
                return None
            if joined:
                text = joined(new, text)
            text = text.replace(spaced, new)
    if "'" in text:
        if _ODD_APOSTROPHE(text):
            return None
        text = text.replace("'", "’")
    return text.replace("...", "…") if not _ODD_DOTS(text) else None


_ODD = "@/<&`\\[]_"
_ODD_APOSTROPHE = re.compile(r"'(?:(?<![^\W\d_]')|(?![^\W_]))").search
_ODD_DOTS = re.compile(r"\.\.\.(?:(?<=\.\.\.\.)|(?=[.0-9]))").search
