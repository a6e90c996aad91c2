"""A phrase looked for in a text, whatever its case, accents and disguise."""

from __future__ import annotations

from blogmodel import _checks
from blogmodel.text._levels import Level, climbed

__all__ = ["find"]


def find(query: str, text: str, *, level: Level = Level.FOLDED) -> tuple[tuple[int, int], ...]:
    """Return the spans of a text where it says what is looked for.

    Both are compared at a level of folding (see `at_level`); spans are those of the text as it was
    given. They are in order and do not overlap: of matches that do, the first counts. Words
    are not looked at: « art » is found in « arte ».

    A span covers whole characters with their marks: « e » finds all of « œ », and both code
    points of an « é » of two. A query that is empty, or that becomes nothing at the level, finds
    nothing.

    It takes time linear in the text, but for texts made for it (that of `str.find`).

    Args:
        query: what is looked for, spaces included.
        text: where.
        level: at which level both are compared.

    Raises:
        InvalidTypeError: the query or the text is no str, or the level no Level.

    Example:
        >>> from blogmodel.text import Level, find
        >>> find("etat", "L’État, c’est moi")
        ((2, 6),)
        >>> find("viagra", "Pas de V.1.@.G.R.A ici", level=Level.SPACED)
        ((7, 18),)
    """
    for field, value in (("query", query), ("text", text)):
        _checks.string("find", field, value)
    _checks.member("find", "level", level, Level)
    wanted = climbed(query, level).text
    if not wanted:
        return ()
    made = climbed(text, level)
    spans: list[tuple[int, int]] = []
    start = made.text.find(wanted)
    while start >= 0:
        span = made.span(start, start + len(wanted))
        spans.append(span)
        # What comes of the last character of a match is not matched again.
        start = made.text.find(wanted, made.starting_at(span[1], start + 1))
    return tuple(spans)
