"""What in a text is made to deceive the reader's eye, or the program's."""

from __future__ import annotations

from enum import Enum
from operator import attrgetter
from typing import TYPE_CHECKING

import attrs

from blogmodel import _checks
from blogmodel.text._dressed import fancy, homoglyphs
from blogmodel.text._leet import disguised, spelled
from blogmodel.text._levels import Level, climbed
from blogmodel.text._looks import LOOKS
from blogmodel.text._spaced import is_word, runs
from blogmodel.text._unseen import directions, heaps, invisible

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Danger", "DangerKind", "dangers"]


class DangerKind(Enum):
    """In which way a part of a text deceives."""

    INVISIBLE = "invisible"
    """Characters that show nothing, such as zero-width spaces, tags and fillers, without need."""
    BIDI = "bidi"
    """What changes the direction of writing without need, so that the text reads otherwise than
    it is stored."""
    HOMOGLYPH = "homoglyph"
    """A word of several scripts that looks Latin."""
    FULL_WIDTH = "full-width"
    """A word in full-width, mathematical or other fancy letters."""
    COMBINING_FLOOD = "combining-flood"
    """Marks stacked beyond what languages write."""
    LEET = "leet"
    """A word with figures or signs for letters."""
    SPACED = "spaced"
    """A word whose letters are set apart."""


@attrs.frozen
class Danger:
    """A part of a text that deceives.

    Attributes:
        kind: in which way.
        span: where in the text. Of what is invisible, and of marks, it is what could be cut out;
            of words it is the word.
        reads: what the word is read as, folded; empty where there is nothing to be read.
    """

    kind: DangerKind
    span: tuple[int, int]
    reads: str = ""


def dangers(text: str) -> tuple[Danger, ...]:
    r"""Return what in a text is made to deceive, by its place.

    A danger is a fact about the text and no verdict: people do write « B O N N E  A N N É E ».
    One is rather missed than seen in honest text: French in NFC or NFD, emoji and flags, Persian
    with its non-joiners, Hebrew and Arabic with vowels and directions, whole words of other
    scripts, formulas, « H1N1 », « S.N.C.F. ». So look for what is banned at each `Level`, whether
    there are dangers or not.

    It takes time linear in the text.

    Source: UTS #39 and UTS #55 of Unicode, for scripts that are mixed, marks and directions; the
    rest is this library's own.

    Raises:
        InvalidTypeError: it is no str.

    Example:
        >>> from blogmodel.text import dangers
        >>> for danger in dangers("Du v\u200biagra, du vіаgrа et du v.i.a.g.r.a"):
        ...     print(danger.kind.value, danger.span, danger.reads or "-")
        invisible (4, 5) -
        homoglyph (15, 21) viagra
        spaced (28, 39) viagra
    """
    _checks.string("dangers", "text", text)
    found = [*_unseen(text), *_dressed(text), *_respelt(text)]
    return tuple(sorted(found, key=attrgetter("span")))


def _unseen(text: str) -> Iterator[Danger]:
    for span in invisible(text):
        yield Danger(DangerKind.INVISIBLE, span)
    if text.isascii():
        return
    for span in directions(text):
        yield Danger(DangerKind.BIDI, span)
    for span in heaps(text):
        yield Danger(DangerKind.COMBINING_FLOOD, span)


def _dressed(text: str) -> Iterator[Danger]:
    for start, end in homoglyphs(text):
        yield Danger(DangerKind.HOMOGLYPH, (start, end), text[start:end].translate(LOOKS))
    for start, end in fancy(text):
        yield Danger(DangerKind.FULL_WIDTH, (start, end), text[start:end].translate(LOOKS))


def _respelt(text: str) -> Iterator[Danger]:
    traced = climbed(text, Level.CONFUSABLE)
    for start, end in disguised(traced.text):
        span = traced.span(start, end)
        word = text[slice(*span)]
        # Keys and the like change between capitals and small letters: « sn0jnQ ».
        if word.isupper() or word[1:].islower():
            yield Danger(DangerKind.LEET, span, spelled(traced.text[start:end]))
    for run in runs(traced.text):
        start, end = traced.span(run.start, run.end)
        letters = run.letters(traced.text)
        if is_word(letters, run, text[start : end + 1]):
            yield Danger(DangerKind.SPACED, (start, end), letters)
