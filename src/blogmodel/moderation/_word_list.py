"""Lists of words, looked for in a text all at once, each at its own level of folding."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING

import attrs

from blogmodel import _checks
from blogmodel.errors import InvalidTypeError, WordListError
from blogmodel.moderation._rules import points
from blogmodel.moderation._word_index import WordIndex
from blogmodel.text import Level
from blogmodel.text._levels import climbed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from blogmodel.text._traced import Traced

__all__ = ["Term", "TermMatch", "WordHit", "WordList", "at_level"]


class TermMatch(StrEnum):
    """How a term is meant."""

    WORD = "word"
    """A whole word; « art » is not in « arte », and is in « l’art »."""
    PREFIX = "prefix"
    """What a word starts with; « arnaqu » is in « arnaqueur »."""
    SUBSTRING = "substring"
    """Letters and signs wherever they stand, as in WordPress; « press » is in « expression »."""
    PHRASE = "phrase"
    """Whole words in a row, with any white space or one hyphen between."""


@attrs.frozen
class Term:
    """An entry of a list of words.

    Attributes:
        text: what is looked for.
        match: how it is meant.
        level: the level of folding at which it and a text are compared.
        points: what it adds to a score in place of its rule's points; None for these.

    Raises:
        InvalidValueError: the text is blank, or the points are no finite number.
        InvalidTypeError: a field is of another type.
    """

    text: str
    match: TermMatch = TermMatch.WORD
    level: Level = attrs.field(default=Level.FOLDED, kw_only=True)
    points: float | None = attrs.field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        _checks.name("Term", "text", self.text)
        _checks.member("Term", "match", self.match, TermMatch)
        _checks.member("Term", "level", self.level, Level)
        if self.points is not None:
            points("Term", "points", self.points)


@attrs.frozen
class WordHit:
    """An entry that a text has.

    Attributes:
        term: the entry.
        span: where in the text, as it was given.
    """

    term: Term
    span: tuple[int, int]


# How a term is meant, at which level, with which points: most lists have a few such kinds.
_Kind = tuple[TermMatch, Level, float | None]


class WordList:
    r"""Words, phrases, prefixes and parts of words, to be looked for in texts all at once.

    An entry at `Level.FOLDED` is found whatever its case and accents; at higher levels, in disguise
    too: see `Level`. Words are those of `blogmodel.text.words`, so that « l’arnaque » has the
    word « arnaque », « aujourd’hui » has no word « hui », and words end at a hyphen. An entry's
    edge that is a sign asks for no edge of a word. Of the same text, meaning and level twice, the
    first counts: `lint_words` tells.

    It is a value. It is built in some 2 µs an entry; to look 100,000 entries up in a comment takes
    tens of microseconds beside folding: see the benchmarks.

    Raises:
        WordListError: nothing that can be looked for is left of an entry at its level.
        InvalidTypeError: an entry is no Term.

    Example:
        >>> from blogmodel.moderation import Term, TermMatch, WordList
        >>> from blogmodel.text import Level
        >>> words = WordList([
        ...     Term("arnaque"),
        ...     Term("viagra", level=Level.SPACED),
        ...     Term("casino en ligne", TermMatch.PHRASE),
        ... ])
        >>> [(hit.term.text, hit.span) for hit in words.find("L’ARNAQUE du V.1.@.G.R.A !")]
        [('arnaque', (2, 9)), ('viagra', (13, 24))]
    """

    __slots__ = ("_indexes", "_kinds", "_texts", "_which")

    def __init__(self, terms: Iterable[Term]) -> None:
        given: object = terms
        if isinstance(given, str) or not isinstance(given, Iterable):
            raise InvalidTypeError("WordList", "terms", terms, "a list of Term")
        kept = list(terms)
        for term in kept:
            _checks.instance("WordList", "terms", term, Term, "Term('arnaque')")
        kinds = list(dict.fromkeys((term.match, term.level, term.points) for term in kept))
        numbers = {kind: number for number, kind in enumerate(kinds)}
        which = [numbers[term.match, term.level, term.points] for term in kept]
        self._set([term.text for term in kept], kinds, which)

    @classmethod
    def from_lines(
        cls,
        text: str,
        *,
        match: TermMatch = TermMatch.SUBSTRING,
        level: Level = Level.FOLDED,
        points: float | None = None,
    ) -> WordList:
        r"""Return the list that a text has one entry a line of, as those of WordPress.

        White space at the edges of a line and blank lines do not count. An entry with white space
        in it is a phrase where words are meant.

        Args:
            text: the lines.
            match: how they are meant; as parts of words by default, as WordPress means them.
            level: the level of folding of all of them.
            points: what each adds to a score.

        Raises:
            WordListError: nothing that can be looked for is left of an entry at its level.
            InvalidTypeError: an argument is of another type.

        Example:
            >>> from blogmodel.moderation import WordList
            >>> words = WordList.from_lines("casino\nviagra\n")
            >>> [hit.span for hit in words.find("Des casinos !")]
            [(4, 10)]
        """
        _checks.text("WordList", "text", text)
        Term("x", match, level=level, points=points)  # To have it checked as a term's.
        lines = [line for line in map(str.strip, text.lstrip("\ufeff").splitlines()) if line]
        kinds: list[_Kind] = [(match, level, points)]
        which = [0] * len(lines)
        if match is TermMatch.WORD:
            kinds.append((TermMatch.PHRASE, level, points))
            which = [int(len(line.split()) > 1) for line in lines]
        made = cls.__new__(cls)
        made._set(lines, kinds, which)  # noqa: SLF001 - its own
        return made

    def _set(self, texts: list[str], kinds: list[_Kind], which: list[int]) -> None:
        self._texts = tuple(texts)
        self._kinds = tuple(kinds)
        self._which = tuple(which)
        levels = dict.fromkeys(level for _, level, _ in kinds)
        self._indexes = {level: self._index(level) for level in levels}

    def _index(self, level: Level) -> WordIndex:
        """Return what finds the entries of a level."""
        of_level = [own is level for _, own, _ in self._kinds]
        numbers = [number for number, kind in enumerate(self._which) if of_level[kind]]
        matches = [match for match, _, _ in self._kinds]
        texts = dict(zip(numbers, self._at(level, numbers), strict=True))
        by_match: dict[TermMatch, dict[str, int]] = {match: {} for match in TermMatch}
        of_kind = [by_match[match] for match in matches]
        for number, text in texts.items():
            kind = self._which[number]
            problem = _problem(text, matches[kind])
            if problem is not None:
                raise WordListError(number + 1, self._texts[number], problem)
            of_kind[kind].setdefault(text, number)
        whole = by_match[TermMatch.WORD], by_match[TermMatch.PHRASE]
        return WordIndex(
            texts,
            upright=level >= Level.LEET,
            whole=[number for entries in whole for number in entries.values()],
            prefixes=by_match[TermMatch.PREFIX].values(),
            anywhere=by_match[TermMatch.SUBSTRING],
        )

    def _at(self, level: Level, numbers: list[int]) -> list[str]:
        """Return entries at their level, those of words with single spaces."""
        texts = _at_level([self._texts[number] for number in numbers], level)
        parts = [match is TermMatch.SUBSTRING for match, _, _ in self._kinds]
        return [
            text if parts[self._which[number]] else " ".join(text.split())
            for number, text in zip(numbers, texts, strict=True)
        ]

    def find(self, text: str) -> tuple[WordHit, ...]:
        """Return the entries that a text has, by their places.

        Of one entry, places do not overlap; those of several may. O(characters), times the number
        of different lengths that parts of words have which share a few letters with the text; and
        for each word, prefix and phrase that the text may have, what `str.find` takes.

        Raises:
            InvalidTypeError: it is no str.

        Example:
            >>> from blogmodel.moderation import Term, WordList
            >>> WordList([Term("thé")]).find("Du the, du théâtre")
            (WordHit(term=Term(text='thé', ...), span=(3, 6)),)
        """
        _checks.string("WordList", "text", text)
        return self.find_in(lambda level: climbed(text, level))

    def find_in(self, at: Callable[[Level], Traced]) -> tuple[WordHit, ...]:
        """Return the entries that a text has; it is asked for at the levels that are needed."""
        hits: list[WordHit] = []
        for level, index in self._indexes.items():
            traced = at(level)
            # Several places may come of one character, such as « ß ».
            spans = {
                (number, traced.span(start, end)) for start, end, number in index.find(traced.text)
            }
            hits += (WordHit(self._term(number), span) for number, span in spans)
        return tuple(sorted(hits, key=lambda hit: (hit.span, hit.term.text)))

    def _term(self, number: int) -> Term:
        match, level, own_points = self._kinds[self._which[number]]
        return Term(self._texts[number], match, level=level, points=own_points)

    @property
    def terms(self) -> tuple[Term, ...]:
        """The entries, in the order in which they were given. O(entries)."""
        return tuple(map(self._term, range(len(self._texts))))

    def __len__(self) -> int:
        return len(self._texts)

    def __iter__(self) -> Iterator[Term]:
        return map(self._term, range(len(self._texts)))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, WordList):
            return NotImplemented
        return self._texts == other._texts and self._meant() == other._meant()

    def _meant(self) -> tuple[_Kind, ...]:
        return tuple(self._kinds[number] for number in self._which)

    def __hash__(self) -> int:
        return hash(self._texts)

    def __reduce__(self) -> tuple[object, ...]:
        return _restored, (self._texts, self._kinds, self._which)

    def __repr__(self) -> str:
        return f"WordList({len(self._texts)} terms)"


def _restored(texts: tuple[str, ...], kinds: tuple[_Kind, ...], which: tuple[int, ...]) -> WordList:
    made = WordList.__new__(WordList)
    made._set(list(texts), list(kinds), list(which))  # noqa: SLF001 - its own
    return made


def _at_level(texts: list[str], level: Level) -> list[str]:
    """Return texts at a level: all at once, which is much faster than one by one."""
    lines = "\n\n".join(texts)
    if lines.count("\n") == 2 * (len(texts) - 1):  # No entry has a line feed of its own.
        return climbed(lines, level).text.split("\n\n")
    return [climbed(text, level).text for text in texts]


_LETTER = re.compile(r"[^\W_]")


def _problem(text: str, match: TermMatch) -> str | None:
    """Return what is wrong with an entry at its level, or None."""
    if not text or text.isspace():
        return "nothing is left of it at its level"
    if match is TermMatch.SUBSTRING:
        return None
    if not _LETTER.search(text):
        return "it has no letter; give TermMatch.SUBSTRING for signs"
    if match is TermMatch.WORD and " " in text:
        return "it is of several words; give TermMatch.PHRASE"
    return None


def at_level(words: WordList) -> list[str]:
    """Return the entries of a list as they are compared, in their order."""
    made = [""] * len(words)
    for index in words._indexes.values():  # noqa: SLF001 - its own
        for number, text in index.texts.items():
            made[number] = text
    return made
