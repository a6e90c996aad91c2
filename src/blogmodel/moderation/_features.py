"""What a text is learned by: its words, pairs of them, bits of them, its links and its shape."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from blogmodel import _checks
from blogmodel.moderation._hosts import host_of
from blogmodel.text import Level, at_level, fold, links

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from blogmodel.text import MappedText

    _Note = Callable[[str, tuple[int, int]], None]

__all__ = ["features", "places_of", "said_features"]

_LONGEST = 20_000  # What comes after so many characters says nothing new.
# French short forms are words of their own, as in `blogmodel.text.words`, but plainer and faster.
_WORD = re.compile(
    r"(?:(?<![^\W_])(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu)'(?=[^\W_]))|[^\W_]+(?:'[^\W_]+)?"
)
_BITS = (4, 5, 6)
_LONGEST_WORD = 30


def features(text: str) -> frozenset[str]:
    """Return what a text is learned by: each feature once, by name.

    Words are folded, so that case and accents tell nothing apart, and so French and English are
    read alike; « l’arnaque » is « l' » and « arnaque ». The names start with what they are: « w » a
    word, « p » a pair of neighbours, « c » a few letters in a row within a word, « h » the host of
    a link, « s » the shape of the text.

    A text of nothing that shows has none. O(characters), of the first 20,000.

    Raises:
        InvalidTypeError: it is no str.

    Example:
        >>> from blogmodel.moderation import features
        >>> sorted(name for name in features("Allez voir !!") if name[0] != "c")
        ['p:^ allez', 'p:allez voir', 's:exclaims', 's:short', 'w:allez', 'w:voir']
    """
    _checks.string("features", "text", text)
    found = set(said_features(text))
    for word in set(_WORD.findall(fold(text[:_LONGEST]))):
        edged = f" {word[:_LONGEST_WORD]} "
        for size in _BITS:
            found.update([f"c:{edged[at : at + size]}" for at in range(len(edged) - size + 1)])
    return frozenset(found)


def said_features(text: str) -> Iterator[str]:
    """Yield the features that a person would call so: words, pairs, links and shape."""
    text = text[:_LONGEST]
    folded = fold(text)
    if not folded.strip():
        return
    found = _WORD.findall(folded)
    yield from map("w:".__add__, found)
    before = ["^", *found]
    yield from (f"p:{one} {other}" for one, other in zip(before, found, strict=False))
    yield from _shape(text, found)
    for link in links(text):
        yield "s:link"
        host = host_of(link.target)
        if host is not None:
            yield f"h:{host}"


def _shape(text: str, words: list[str]) -> Iterator[str]:
    letters = sum(map(str.isalpha, text))
    if letters > 9 and sum(map(str.isupper, text)) > 0.6 * letters:  # noqa: PLR2004 - shares
        yield "s:capitals"
    yield "s:short" if len(words) < 5 else "s:long" if len(words) > 25 else "s:middle"  # noqa: PLR2004 - sizes
    if sum(map(str.isdigit, text)) > 0.1 * len(text):
        yield "s:figures"
    for sign, name in _SIGNS.items():
        if sign in text:
            yield name
    if not text.isascii():
        yield "s:other-signs"


_SIGNS = {
    "!!": "s:exclaims",
    "??": "s:asks",
    "$": "s:money",
    "€": "s:money",
    "%": "s:percent",
    "@": "s:at",
    "#": "s:hash",
    "<br": "s:break",
    "&": "s:reference",
    "\n": "s:lines",
    "...": "s:dots",
    "…": "s:dots",
}


def places_of(names: Iterable[str], text: str) -> dict[str, tuple[tuple[int, int], ...]]:
    """Return where in a text some features stand, the first few times; a shape stands nowhere."""
    wanted = set(names)
    text = text[:_LONGEST]
    places: dict[str, list[tuple[int, int]]] = {name: [] for name in wanted}

    def note(name: str, span: tuple[int, int]) -> None:
        if name in wanted and len(places[name]) < _FEW and span not in places[name]:
            places[name].append(span)

    # Places are those of the text that was given, so a lone surrogate may not move them.
    mapped = at_level(_LONE.sub("\ufffd", text), Level.FOLDED)
    before, first = "^", None
    for match in _WORD.finditer(mapped.text):
        word, (start, end) = match[0], match.span()
        note(f"w:{word}", mapped.span(start, end))
        note(f"p:{before} {word}", mapped.span(start if first is None else first, end))
        before, first = word, start
        _note_bits(note, word, mapped, start)
    for link in links(text):
        note(f"h:{host_of(link.target)}", link.span)
    return {name: tuple(spans) for name, spans in places.items()}


def _note_bits(note: _Note, word: str, mapped: MappedText, start: int) -> None:
    word = word[:_LONGEST_WORD]
    edged = f" {word} "
    for size in _BITS:
        for at in range(len(edged) - size + 1):
            first, last = max(at - 1, 0), min(at - 1 + size, len(word))
            note(f"c:{edged[at : at + size]}", mapped.span(start + first, start + last))


_FEW = 3
_LONE = re.compile("[\ud800-\udfff]")
