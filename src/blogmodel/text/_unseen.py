"""Characters that nobody sees, and marks in heaps: where they make sense, and where not."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING
from unicodedata import category, combining

from blogmodel.text._fold import DIRECTION, UNSEEN

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["directions", "heaps", "invisible"]

# With controls, empty Braille, and what annotates lines in East Asia.
_UNSEEN = rf"\x00-\x08\x0e-\x1f\x7f\u2800\ufff9-\ufffb{UNSEEN}"


def invisible(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of invisible characters where no honest text has them.

    Honest are: what joins emoji and chooses their look, tags of flags, joiners and selectors beside
    letters without case (Persian, Hindi, Thai, Mongolian), a soft hyphen with two letters on either
    side, a lone one that divides no word (many sites leave one at the end of a comment).
    O(characters).
    """
    for match in _INVISIBLE.finditer(text):
        start, end = match.span()
        # Some sites end each comment so, and some files begin so.
        start += start == 0 and text[0] == _BYTE_ORDER_MARK
        end -= end == len(text) and start < end and text[-1] == _BYTE_ORDER_MARK
        before, after = text[max(start - 2, 0) : start], text[end : end + 2]
        if start < end and not _makes_sense(text[start:end], before, after):
            yield start, end


def directions(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of what changes the direction of writing where it makes no sense.

    Overrides never do. Embeddings and isolates do where something in the text is written from the
    right, and when they are closed in their paragraph; marks do where something is written from the
    right, but not within a word of letters with case. O(characters).

    Source: UAX #9; what is not closed reaches over the text that follows.
    """
    if not _DIRECTIONS.search(text):
        return
    from_right = _FROM_RIGHT.search(text) is not None
    places = [place for line in _PARAGRAPH.finditer(text) for place in _unmatched(text, line)]
    for match in _DIRECTIONS.finditer(text):
        start, end = match.span()
        within = _is_cased(text[start - 1 : start]) and _is_cased(text[end : end + 1])
        if not from_right or match[0] in _OVERRIDES or (match[0] in _MARKS and within):
            places.append(start)
    yield from _spans(sorted(set(places)))


def heaps(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of marks that are more than any language puts on one letter.

    These are four on a letter with case, where Greek has three; seven on others, where Hebrew has
    dots, vowels and accents of chant; and three times the same on any. O(characters).

    Source: UTS #39, section 5.4, which forbids more than four on any, and the same one twice.
    """
    for match in _NO_WORD.finditer(text):
        start = match.start()
        for is_mark, group in groupby(match[0], _is_mark):
            marks = "".join(group)
            if is_mark and _is_heap(marks, text[start - 1 : start]):
                yield start, start + len(marks)
            start += len(marks)


_BYTE_ORDER_MARK = "\ufeff"
_INVISIBLE = re.compile(f"[{_UNSEEN}]+")
_SOFT_HYPHEN = "\xad"
_HYPHENATED = 2  # So many letters stand at least on either side of a hyphen.


def _makes_sense(run: str, before: str, after: str) -> bool:
    """Tell whether invisible characters have a use between those two characters on either side."""
    last, first = before[-1:], after[:1]
    if any(pattern.fullmatch(run) and use(last, first) for pattern, use in _USES):
        return True
    both = before + after
    return run == _SOFT_HYPHEN and len(both) == 2 * _HYPHENATED and both.isalpha()


def _between_symbols(last: str, first: str) -> bool:
    return _is_symbol(last) and _is_symbol(first)


def _beside_symbol(last: str, first: str) -> bool:
    return _is_symbol(last) or _is_symbol(first)


def _beside_uncased(last: str, first: str) -> bool:
    return _is_uncased(last) or _is_uncased(first)


def _after_flag(last: str, _: str) -> bool:
    return last == "\U0001f3f4"


def _after_no_letter(last: str, _: str) -> bool:
    return not _is_cased(last)


def _not_between_letters(last: str, first: str) -> bool:
    return not (last.isalpha() and first.isalpha())


def _not_in_word(last: str, first: str) -> bool:
    return not (last.isalnum() and first.isalnum())


_USES = (
    # Emoji of several, the tags of regional flags, how a symbol looks.
    (re.compile("\ufe0f?\u200d"), _between_symbols),
    (re.compile("[\U000e0020-\U000e007e]+\U000e007f"), _after_flag),
    (re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]"), _after_no_letter),
    # Non-joiners between flags, empty Braille, musical beams.
    (re.compile("[\u200c\u2800\U0001d173-\U0001d17a]+"), _beside_symbol),
    # Joiners and breaks, fillers of Korean, vowels of Khmer, selectors of Mongolian, shorthand.
    (
        re.compile(
            "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060\U0001bca0-\U0001bca3]"
        ),
        _beside_uncased,
    ),
    # Operators between factors: « 2x ».
    (re.compile("[\u2061-\u2064]"), _not_between_letters),
    # What is left over, and what forbids or allows a line break.
    (re.compile("[\xad\u200b-\u200d\u2060\ufeff]"), _not_in_word),
)


def _is_cased(char: str) -> bool:
    return char.isalpha() and char.lower() != char.upper()  # And no letter in a circle.


def _is_uncased(char: str) -> bool:
    return category(char)[0] in "LM" and not _is_cased(char) if char else False


def _is_symbol(char: str) -> bool:
    """Tell whether a character may be an emoji; newer ones have no category yet."""
    return category(char) in {"So", "Sk", "Sm", "Cn"} if char else False


_DIRECTIONS = re.compile(f"[{DIRECTION}]")
_FROM_RIGHT = re.compile(
    "[\u05d0-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_PARAGRAPH = re.compile(r"[^\n\r\x1c-\x1e\x85\u2029]+")
_MARKS = frozenset("\u061c\u200e\u200f")
_OVERRIDES = frozenset("\u202d\u202e")
_EMBEDDING, _ISOLATE = "\u202c", "\u2069"  # What closes them.
_CLOSED_BY = dict.fromkeys("\u202a\u202b\u202d\u202e", _EMBEDDING) | dict.fromkeys(
    "\u2066\u2067\u2068", _ISOLATE
)


def _unmatched(text: str, paragraph: re.Match[str]) -> list[int]:
    """Return the places of what is opened and not closed in a paragraph, or closed unopened."""
    opened: list[tuple[int, str]] = []
    isolates = 0
    unopened: list[int] = []
    for match in _DIRECTIONS.finditer(text, *paragraph.span()):
        char, place = match[0], match.start()
        if char in _CLOSED_BY:
            opened.append((place, _CLOSED_BY[char]))
            isolates += _CLOSED_BY[char] == _ISOLATE
        elif char == _ISOLATE and isolates:
            # It closes what was opened within the isolate too (X6a).
            while opened.pop()[1] != _ISOLATE:
                pass
            isolates -= 1
        elif char == _EMBEDDING and opened and opened[-1][1] == _EMBEDDING:
            opened.pop()
        elif char not in _MARKS:
            unopened.append(place)
    return [*unopened, *(place for place, _ in opened)]


def _spans(places: list[int]) -> Iterator[tuple[int, int]]:
    """Yield the spans of places that are next to each other."""
    for _, run in groupby(enumerate(places), lambda pair: pair[1] - pair[0]):
        together = [place for _, place in run]
        yield together[0], together[-1] + 1


_NO_WORD = re.compile(r"[^\w\s\x00-\u02ff]{3,}")  # Marks are no word to `re`.
_MOST, _MOST_UNCASED = 3, 6


def _is_mark(char: str) -> bool:
    return category(char)[0] == "M"


def _is_heap(marks: str, letter: str) -> bool:
    stacked = [mark for mark in marks if combining(mark)]  # Others are vowels and the like.
    if len(stacked) > (_MOST if _is_cased(letter) else _MOST_UNCASED):
        return True
    return any(map(_thrice, stacked, stacked[1:], stacked[2:]))


def _thrice(first: str, second: str, third: str) -> bool:
    return first == second == third
