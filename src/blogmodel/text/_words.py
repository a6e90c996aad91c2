"""Words of a text, where French elides too: « l’arnaque » is « l’ » and « arnaque »."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from blogmodel import _checks
from blogmodel.text._breaks import HYPHENS
from blogmodel.text._fold import fold
from blogmodel.text._word_pattern import word_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Word", "counted", "places", "words"]


@attrs.frozen
class Word:
    """A word of a text.

    Attributes:
        text: the word as it is written.
        span: where it starts and ends in the text.
        is_elided: it is a short form such as « l’ » or « qu’ », its apostrophe with it.
    """

    text: str
    span: tuple[int, int]
    is_elided: bool = False

    @property
    def folded(self) -> str:
        """The word without case, accents and ligatures, as `fold` has it."""
        return fold(self.text)


def words(text: str) -> Iterator[Word]:
    """Yield the words of a text, in order.

    Every letter and digit of the text is in exactly one word. French short forms are words of
    their own: « l’ », « d’ », « qu’ », « jusqu’ », and in familiar French before consonants too:
    « j’te ». « aujourd’hui », « quelqu’un », « presqu’île », « entr’acte » and « O’Brien » are one
    word each. Words end at a hyphen: « rendez-vous » are two, « c’est-à-dire » four. A number
    keeps its marks: « 3,14 », and « 10 000 » where its space does not break. A web address
    with its scheme or « www. », and an e-mail address, are one word each. Each ideograph and each
    hiragana is a word; what is written without spaces in Thai and its like is one. Emoji are none.

    They are made one by one, as they are asked for. O(characters).

    Source: the word boundaries of UAX #29, as CLDR has them, but for what is said here.

    Raises:
        InvalidTypeError: the text is not a str.

    Example:
        >>> from blogmodel.text import words
        >>> [word.text for word in words("L’arnaque d’aujourd’hui")]
        ['L’', 'arnaque', 'd’', 'aujourd’hui']
        >>> [word.folded for word in words("Jusqu’à l’Été") if not word.is_elided]
        ['a', 'ete']
    """
    _checks.string("words", "text", text)
    return (Word(text[start:end], (start, end), elided) for start, end, elided in places(text))


def places(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield where each word starts and ends, and whether it is elided."""
    for match in word_pattern(text).finditer(text):
        kind = match.lastindex
        if kind is not None:
            start, end = match.span()
            yield start, end, kind == 1


def counted(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each word starts and ends, as people count them.

    A short form counts with the word it belongs to, and words joined by hyphens are one:
    « l’arnaque », « c’est-à-dire ».
    """
    start, end, whole, joins = 0, -1, False, False
    for first, last, is_elided in places(text):
        gap = first - end
        if not (joins if not gap else gap == 1 and text[end] in HYPHENS):
            if whole:
                yield start, end
            start, whole = first, False
        end, joins = last, is_elided
        whole = whole or not is_elided
    if whole:
        yield start, end
