"""Where a text may be cut: at a space, in no quotation, with nothing left dangling."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from itertools import takewhile

from blogmodel.text._breaks import APOSTROPHES, KATAKANA, SINGLE, SPACES
from blogmodel.text._graphemes import whole_until
from blogmodel.text._pairs import around, outermost, pairs
from blogmodel.text._word_pattern import ELIDED
from blogmodel.text._words import places

__all__ = ["cut", "cut_after"]


def cut(text: str, limit: int, mark: str) -> int:
    """Return where to cut a text, at a limit or before it.

    Args:
        text: the text, without white space around it.
        limit: the last place that may be, before the text's end.
        mark: what will stand there.
    """
    solid = _solid(text, mark)
    gaps = takewhile(limit.__ge__, (match.start() for match in _GAP.finditer(text)))
    ends = [end for end in gaps if end > solid]
    return cut_after(text, ends, mark) if ends else _cut_within(text, limit, mark)


def cut_after(text: str, ends: list[int], mark: str) -> int:
    """Return where to cut a text: at the last of some places that is in no quotation or bracket.

    One that begins before the first place cannot be kept whole, and is not minded.

    Args:
        text: the text.
        ends: the places, sorted, at least one.
        mark: what will stand there.
    """
    closed = outermost(pair for pair in pairs(text, ends[-1]) if pair[0] >= ends[0])
    end = ends[-1]
    while (pair := around(closed, end)) is not None:
        end = ends[bisect_right(ends, pair[0]) - 1]
    return _trimmed(text, end, mark)


def _cut_within(text: str, limit: int, mark: str) -> int:
    """Return where to cut a text whose first space comes after the limit."""
    solid = _solid(text, mark)
    if limit <= solid:
        return 0
    end = 0
    for start, stop, is_elided in places(text):
        if stop > limit:
            limit = min(limit, start) if is_elided else limit
            break
        if not is_elided and start >= solid:
            end = stop
    return end or _trimmed(text, whole_until(text, 0, limit), mark)


def _trimmed(text: str, end: int, mark: str) -> int:
    """Return where a text ends without what may not stand before the mark."""
    loose = _loose(mark)
    while end:
        last = text[end - 1]
        if last in loose or last.isspace():
            end -= 1
        elif last in APOSTROPHES and (short := _SHORT_FORM.search(text, max(0, end - 8), end)):
            end = short.start()
        else:
            break
    return end


def _loose(mark: str) -> str:
    return f"{_LOOSE}.…" if mark.startswith(("…", "...")) else _LOOSE


def _solid(text: str, mark: str) -> int:
    """Return how much of a text's beginning is nothing but what may not stand before the mark."""
    found = _loose_pattern(_loose(mark)).match(text)
    return found.end() if found else 0


@cache
def _loose_pattern(loose: str) -> re.Pattern[str]:
    return re.compile(rf"(?:[\s{re.escape(loose)}]|(?:{ELIDED})++(?!\w))*+", re.VERBOSE)


# What opens or joins, and so stands for nothing where nothing follows.
_LOOSE = ",;:–—―-([{«“„‘¿¡&|•·"
_SHORT_FORM = re.compile(rf"(?<![^\W{SINGLE}{KATAKANA}]){ELIDED}\Z", re.VERBOSE)
_SPACE = f"[{SPACES}]"
# « M. Roy », « Mme Roy », « J. Roy »: no cut between.
_NAMED = ("Mme", "Mmes", "Mlle", "Mlles", "Me", "Mgr", "Dr", "Dre", "Pr", "Pre", "St", "Ste")
_TITLES = (r"[A-ZÀ-Ý]\.", r"MM\.", *(f"{title}{dot}" for title in _NAMED for dot in ("", r"\.")))
# « n° 5 », « p. 12 »: nor there.
_NUMBERED = ("n°", "no", "nos", r"p\.", r"pp\.", r"art\.", r"fig\.", r"vol\.", r"chap\.")
_AFTER_NUMBERED = "".join(rf"(?<!(?<!\w){word}{_SPACE}(?=\d))" for word in _NUMBERED)
# « 23 h 30 », « 5 km »: nor there.
_IN_MEASURES = (
    r"(?<!\d\x20(?=(?:h|min|s|km|m|cm|mm|kg|g|mg|l|L|ml|mL|°C|°F)(?!\w)|\d{3}(?!\d)))"
    r"(?<!\bh\x20(?=[0-5]\d(?!\d)))"
)
_AFTER_TITLES = "".join(rf"(?<!(?<!\w){title}{_SPACE})" for title in _TITLES)
# White space where a line may break in French, as it is typed: not « dit : », « 50 % », « 10 000 ».
# A set that stands first is found fast.
_GAP = re.compile(
    rf"""
    {_SPACE} (?<!{_SPACE}{_SPACE}) {_AFTER_TITLES} {_AFTER_NUMBERED} {_IN_MEASURES} {_SPACE}*+
    (?![\u00a0\u2007\u202f]*+(?:[!?;:»”)\]}}%‰€…]|\$(?!\w)))
    """,
    re.VERBOSE,
)
