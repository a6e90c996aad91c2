"""The ladder of folding: each level takes for the same what the one before still tells apart."""

from __future__ import annotations

from enum import Enum
from functools import total_ordering

from blogmodel import _checks
from blogmodel.text._fold import FOLDS, fold
from blogmodel.text._leet import one_upright, spelled, stretched
from blogmodel.text._looks import LOOKS, looks_plain
from blogmodel.text._mapped import MappedText
from blogmodel.text._spaced import runs, together
from blogmodel.text._traced import Traced

__all__ = ["Level", "at_level", "climbed"]


@total_ordering
class Level(Enum):
    """How much of what people disguise a word with is taken off; in order, the least first.

    They compare by it, ``Level.FOLDED < Level.LEET``.
    """

    PLAIN = "plain"
    """The text itself."""
    FOLDED = "folded"
    """Without case, accents, ligatures and invisible characters, as `fold` returns it."""
    CONFUSABLE = "confusable"
    """And letters of other scripts, and fancy ones, as the Latin ones that they look like."""
    LEET = "leet"
    """And figures and signs in words as the letters that they stand for, « i » and « l » as one
    letter, and stretched letters once."""
    SPACED = "spaced"
    """And letters that are set apart as one word."""

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Level):
            return NotImplemented
        return _RANKS[self] < _RANKS[other]


_RANKS = {level: rank for rank, level in enumerate(Level)}


def at_level(text: str, level: Level) -> MappedText:
    r"""Return a text at a level of folding, mapped to where each of its characters came from.

    What it is for is to compare two texts, or to look for one in another, both at the same level;
    above `Level.FOLDED` it is nothing to read: at `Level.LEET` « hotel » is « hotei », and so is
    « h0te1 ».

    - `Level.FOLDED` is `fold`.
    - `Level.CONFUSABLE` looks at each character before its case is folded, since « Н » looks like
      H and « η » like n; then it is folded. ASCII is only folded.
    - `Level.LEET` is made of that. In words, which have at least one letter, the figures
      ``0 1 3 4 5 7 8 9`` and the signs ``@ $ € £ ¢ ¥ ! | ¡ +`` become letters. Left alone are
      numbers with what they count (« 3e », « 1er », « 9h07 », « 5 km », « 4x4 »), prices (« 20k€ »,
      « US$5 »), codes such as « h1n1 », a lone figure after less than four letters (« mp3 »), and
      longer numbers: of two figures or more at the edge of a word, of three within it. At the edge
      of a word ``! | ¡ +`` stay what they are, and so does ``@`` before it. Then three of a letter
      in a row, or more, become one (« viaaaagra »; but « iii », « www » and « créée » stay as they
      are), and « l » becomes « i ».
    - `Level.SPACED` is made of that. Letters set apart by the same separator, up to three spaces
      or ``. - – — _ * · • ~ /``, are put together: four or more by spaces or slashes, three or
      more by the others.

    What becomes nothing belongs to the character before it: spans of neighbours touch. Texts of
    `Level.FOLDED` and of `Level.CONFUSABLE` stay the same when they are put at their level again.

    It takes time linear in the text.

    Source: UTS #39 of Unicode 15, confusables.txt, for what looks like what.

    Raises:
        InvalidTypeError: the text is no str, or the level no Level.
        InvalidValueError: the text has a lone surrogate.

    Example:
        >>> from blogmodel.text import Level, at_level
        >>> mapped = at_level("V\u200bіаgrа!", Level.CONFUSABLE)
        >>> mapped.text, mapped.span(0, 6)
        ('viagra!', (0, 7))
        >>> at_level("V.1.@.G.R.A", Level.SPACED).text
        'viagra'
    """
    _checks.text("at_level", "text", text)
    _checks.member("at_level", "level", level, Level)
    traced = climbed(text, level)
    return MappedText(traced.text, text, tuple(traced.places), tuple(traced.ends()))


def climbed(text: str, level: Level) -> Traced:
    """Return a text at a level; it may have lone surrogates."""
    if level is Level.PLAIN:
        return Traced(text, text, lambda: range(len(text)))
    if level is Level.FOLDED or looks_plain(text):
        traced = Traced(fold(text), text, lambda: FOLDS.places(text))
    else:
        traced = Traced(text.translate(LOOKS), text, lambda: LOOKS.places(text))
    if level <= Level.CONFUSABLE:
        return traced
    letters = traced.retold(spelled(traced.text))
    single = letters.without(stretched(letters.text))
    leet = single.retold(one_upright(single.text))
    if level is Level.LEET:
        return leet
    found = runs(leet.text)
    words = leet.retold(together(leet.text, found))
    return words.without(gap for run in found for gap in run.gaps)
