"""What is amiss in a list of words, told before anybody is told off by it."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from typing import TYPE_CHECKING

import attrs

from blogmodel import _checks
from blogmodel.messages import Message
from blogmodel.moderation._word_list import Term, TermMatch, WordList, at_level
from blogmodel.text import words as words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["WordFlaw", "WordFlawKind", "lint_words"]


class WordFlawKind(StrEnum):
    """In which way an entry is amiss."""

    REPEATED = "repeated"
    """It stands there twice."""
    CONTRADICTORY = "contradictory"
    """It stands there twice, with other points."""
    SUBSUMED = "subsumed"
    """Another entry finds whatever it finds."""
    SHORT = "short"
    """A part of words of one or two letters, which is nearly everywhere."""
    HITS_APPROVED = "hits-approved"
    """It is in texts that were approved."""


@attrs.frozen
class WordFlaw:
    """An entry of a list that is amiss.

    Attributes:
        kind: in which way.
        term: the entry.
        other: the one it is in conflict with, if any.
        count: in how many approved texts it is.
        examples: words of those in which it is, the most frequent first.
    """

    kind: WordFlawKind
    term: Term
    other: Term | None = None
    count: int = 0
    examples: tuple[str, ...] = ()

    @property
    def message(self) -> Message:
        """What to tell whoever keeps the list."""
        term = self.term.text
        match self.kind:
            case WordFlawKind.REPEATED:
                return Message("“{term}” is there twice", term=term)
            case WordFlawKind.CONTRADICTORY:
                return Message("“{term}” is there twice, with other points", term=term)
            case WordFlawKind.SUBSUMED:
                other = self.other.text if self.other else ""
                return Message("“{term}” is found by “{other}” already", term=term, other=other)
            case WordFlawKind.SHORT:
                return Message("“{term}” is so short that it is nearly everywhere", term=term)
            case _:
                return Message.ngettext(
                    "“{term}” is in {count} approved text: {examples}",
                    "“{term}” is in {count} approved texts: {examples}",
                    self.count,
                    term=term,
                    examples=list(self.examples),
                )


def lint_words(words: WordList, *, approved: Iterable[str] = ()) -> tuple[WordFlaw, ...]:
    r"""Return what is amiss in a list: repeats, contradictions, what is of no use or hits too much.

    O(characters of the list), and a look-up for each approved text.

    Args:
        words: the list.
        approved: plain texts that were approved, such as last year's comments.

    Raises:
        InvalidTypeError: an argument is of another type.

    Example:
        >>> from blogmodel.messages import Messages
        >>> from blogmodel.moderation import TermMatch, WordList, lint_words
        >>> words = WordList.from_lines("con\ncasino\ncasino en ligne")
        >>> for flaw in lint_words(words, approved=["Le Conseil contient tout."]):
        ...     print(flaw.kind.value, flaw.term.text, flaw.examples)
        subsumed casino en ligne ()
        hits-approved con ('conseil', 'contient')
    """
    _checks.instance("lint_words", "words", words, WordList, "WordList([…])")
    return (*_repeated(words), *_short(words), *_subsumed(words), *_hits(words, approved))


def _repeated(words: WordList) -> Iterator[WordFlaw]:
    seen: dict[tuple[str, TermMatch, object], Term] = {}
    for term, text in zip(words, at_level(words), strict=True):
        first = seen.setdefault((text, term.match, term.level), term)
        if first is not term:
            same = first.points == term.points
            kind = WordFlawKind.REPEATED if same else WordFlawKind.CONTRADICTORY
            yield WordFlaw(kind, term, first)


_SHORTEST = 3


def _short(words: WordList) -> Iterator[WordFlaw]:
    for term, text in zip(words, at_level(words), strict=True):
        if term.match is TermMatch.SUBSTRING and len(text.strip()) < _SHORTEST:
            yield WordFlaw(WordFlawKind.SHORT, term)


def _subsumed(words: WordList) -> Iterator[WordFlaw]:
    """Yield the entries that a part of a word, or a start of one, finds too.

    The other entry must be of the same level or a higher one, and not shorter than it must be.
    """
    terms = list(words)
    wide = [term for term in terms if term.match in (TermMatch.SUBSTRING, TermMatch.PREFIX)]
    if not wide:
        return
    # A list is looked up in each of its own entries.
    finder = WordList(wide)
    for term in terms:
        for hit in finder.find(term.text):
            other = hit.term
            if other != term and other.level >= term.level and _covers(other, term, hit.span):
                yield WordFlaw(WordFlawKind.SUBSUMED, term, other)
                break


def _covers(other: Term, term: Term, span: tuple[int, int]) -> bool:
    same = span == (0, len(term.text))
    if other.match is TermMatch.SUBSTRING:
        if term.match is TermMatch.PHRASE and len(other.text.split()) > 1:
            return False  # A phrase has any white space, or a hyphen, between its words.
        # The same text as a part of words finds more than as a word.
        return not same or term.match is not TermMatch.SUBSTRING
    # The start of a word finds what begins with a word: not what may begin within one.
    return term.match is not TermMatch.SUBSTRING and (not same or term.match is not other.match)


_EXAMPLES = 5


def _hits(words: WordList, approved: Iterable[str]) -> Iterator[WordFlaw]:
    counts: Counter[Term] = Counter()
    examples: dict[Term, Counter[str]] = {}
    for text in approved:
        hits = words.find(text)
        counts.update({hit.term for hit in hits})
        if hits:
            spans = [(word.span, word.folded) for word in words_of(text)]
            for hit in hits:
                start, end = hit.span
                met = [word for (first, last), word in spans if first < end and start < last]
                examples.setdefault(hit.term, Counter())[" ".join(met) or text[start:end]] += 1
    for term, count in sorted(counts.items(), key=lambda item: (-item[1], item[0].text)):
        often = examples[term].most_common()
        often.sort(key=lambda item: (-item[1], item[0]))
        shown = tuple(word for word, _ in often[:_EXAMPLES])
        yield WordFlaw(WordFlawKind.HITS_APPROVED, term, count=count, examples=shown)
