"""Sentences of a text, with French abbreviations, quotations and spaces before marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from blogmodel import _checks
from blogmodel.text._pairs import around, outermost, pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    Span = tuple[int, int]

__all__ = ["Sentence", "sentence_spans", "sentences"]


@attrs.frozen
class Sentence:
    """A sentence of a text.

    Attributes:
        text: the sentence, without the white space around it.
        span: where it starts and ends in the text.
    """

    text: str
    span: tuple[int, int]


def sentences(text: str) -> Iterator[Sentence]:
    """Yield the sentences of a text, in order; only white space stands between them.

    A sentence ends at « . », « ! », « ? » or « … » with the marks that close after it, where white
    space and no small letter follows: « Oh ! dit-il » goes on. It does not end after « M. »,
    « p. ex. », « art. 5 », « J. K. » and their like, nor inside of « », “ ”, ( ) and [ ]. A blank
    line ends it, and so does a line break before an item of a list.

    O(characters).

    Raises:
        InvalidTypeError: the text is not a str.

    Example:
        >>> from blogmodel.text import sentences
        >>> for sentence in sentences("Oh ! dit M. Roy. « Déjà l’été ? Non ! » On rit… Fin."):
        ...     print(sentence.text)
        Oh ! dit M. Roy.
        « Déjà l’été ? Non ! »
        On rit…
        Fin.
    """
    _checks.string("sentences", "text", text)
    return (Sentence(text[start:end], (start, end)) for start, end in sentence_spans(text))


def sentence_spans(text: str) -> Iterator[Span]:
    """Yield where each sentence starts and ends."""
    closed = outermost(pairs(text))
    start = _from(text, 0)
    for match in _STOP.finditer(text):
        if match["line"] is not None:
            end = _until(text, start, match.start())
        elif match["more"] is None or _ends(text, start, match, around(closed, match.start())):
            end = match.end()
        else:
            continue
        if start < end:
            yield start, end
            start = _from(text, match.end())
    end = _until(text, start, len(text))
    if start < end:
        yield start, end


# Each part is taken whole or not at all, so that finding all stops is linear; a set that stands
# first is found fast.
_STOP = re.compile(
    r"""
    (?P<first> [.!?…‽⁇⁈⁉。！？｡\n\r\x85\u2029] )
    (?: (?<=[.!?…‽⁇⁈⁉]) (?P<more> [.!?…‽⁇⁈⁉]*+ (?:[ \u00a0\u202f]?[!?…]++)*+ )
        (?: [ \u00a0\u202f]?» | [”"'’)\]*_~] | \[\d{1,3}\] | [¹²³⁰⁴-⁹]
          | [ \u00a0\u202f][:;=]['’^o-]?[()DPp|/*](?![\w:;]) )*+
      | (?<=[。！？｡]) [。！？｡]*+ [」』）”’»]*+
      | (?P<line> (?<=\u2029)
        | (?<=[\n\r\x85]) (?<!\r(?=\n))
          (?: [^\S\n\r\x85]*+ (?:\r\n|[\n\r\x85])
            | (?=[^\S\n\r\x85]*+(?:[-*+•–—]|\d{1,3}[.)])[^\S\n\r\x85]) ) ) )
    """,
    re.VERBOSE,
)
_NOT_OPENING = re.compile(r"""[^\s«“„"'‘’(\[*_~—–•·¿¡-]""")


def _ends(text: str, start: int, stop: re.Match[str], pair: Span | None) -> bool:
    """Tell whether a sentence ends where its mark and what closes after it do."""
    end = stop.end()
    if end < len(text) and not text[end].isspace():
        return False
    # A bracket within a sentence does not end it, whatever mark stands in the bracket.
    if pair is not None and (end < pair[1] or (text[pair[0]] in "([" and start < pair[0])):
        return False
    found = _NOT_OPENING.search(text, end)
    if found is None:
        return True
    following = text[found.start() : found.start() + _LONG]
    if following[0].islower() or following[0] in ",;:»)]":
        return False
    is_dot = stop["first"] == "." and not stop["more"]
    return not is_dot or not _is_abbreviated(text, start, stop.start(), following)


_LONG = 12
_SHORT = 6  # No abbreviation has as many letters.
_ABBREVIATION = re.compile(
    r"""(?<!\w)(?:
    M|MM|Mmes?|Mlles?|Mgr|Me|[DP]re?s?|Ste?s?|Mr|Mrs|Ms
  | [Cc]\.?[ \u00a0]?-à-d|[Pp](?:ar|\.)[ \u00a0\u202f]?ex|[Aa]pr?|[Aa]v|[Bb]d|[Bb]lvd|[Bb]oul|[Cc]f
  | [Cc]ap|[Cc]h|[Cc]hap|[Cc]hr|[Cc]oll|[Dd]ép|[Dd]ir|[EeÉé]ds?|[Ee]nv|[Gg]én|[Hh]on|[Pp]h|[Pp]rof
  | [Rr]év|[Tt]h|[Tt]él|[Tt]rad|[Vv]s
    )\Z""",
    re.VERBOSE,
)
_BEFORE_FIGURES = re.compile(
    r"""(?<!\w)(?:
    [Aa]l|[Aa]pp|[Aa]rt|[Bb]ur|[Ee]xt|[Ff]ig|[Mm]ax|[Mm]in|[Nn]os?|[Nn]°?|[Pp]l|[Pp]p?|[Ss]ect|[Tt]|[Tt]abl|[Vv]ol
  | [Jj]anv|[Ff]évr?|[Aa]vr|[Jj]uill?|[Ss]ept|[Oo]ct|[Nn]ov|[Dd]éc
    )\Z""",
    re.VERBOSE,
)
_FIGURES = re.compile(r"\d|[IVXLC]+\b")
_INITIAL = re.compile(r"(?<![\w.])[A-ZÀ-Ý](?:\.-?[A-ZÀ-Ý])?\Z")
_ERA = re.compile(r"(?<!\w)[Aa](?:v|pr?)\.[ \u00a0\u202f]?J\.-C\Z")
_NUMBERING = re.compile(r"(?:[-*+•–—]\s)?(?:\d{1,3}|[IVXLC]{1,5}|[a-z])")


def _is_abbreviated(text: str, start: int, dot: int, following: str) -> bool:
    """Tell whether a dot belongs to the word before it: an abbreviation, an initial, a number."""
    if dot - start > _SHORT and text[dot - _SHORT : dot].isalpha():
        return False
    before = text[max(start, dot - _LONG) : dot]
    if _ABBREVIATION.search(before) or _NUMBERING.fullmatch(text, start, dot):
        return True
    if _FIGURES.match(following) and _BEFORE_FIGURES.search(before):
        return True
    return bool(_INITIAL.search(before)) and not _ERA.search(before)


def _from(text: str, place: int) -> int:
    """Return where the text goes on from a place."""
    found = _SEEN.search(text, place)
    return found.start() if found else len(text)


def _until(text: str, start: int, place: int) -> int:
    """Return where the text between two places ends."""
    while place > start and text[place - 1].isspace():
        place -= 1
    return place


_SEEN = re.compile(r"\S")
