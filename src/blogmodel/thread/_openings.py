"""Whom a text speaks to: « @Nom : », « @Nom » in passing, « Bonjour Nom, »."""

import re
from collections.abc import Iterator
from enum import Enum, auto
from itertools import islice

import attrs

from blogmodel.thread._reading import SKIPPED

__all__ = ["Call", "Place", "calls", "words_of"]


class Place(Enum):
    """Where in a text somebody is spoken to, and how."""

    AT = auto()
    """After an at sign, at the start of a line."""
    PASSING = auto()
    """After an at sign, elsewhere."""
    VOCATIVE = auto()
    """By name alone, at the start of the text."""


@attrs.frozen
class Call:
    """Words that may start with a name, and what says so.

    Attributes:
        place: where and how.
        start: where in the text the call starts, at sign included.
        words: where each word starts and ends.
        end: where the call ends if all the words are the name, closing mark included.
        closed: whether a colon or a comma stands after the words.
    """

    place: Place
    start: int
    words: tuple[tuple[int, int], ...]
    end: int
    closed: bool


# How many calls of one text are looked at.
_CALLS = 8

_WORD = r"[^\s@,:;!?()\[\]«»\"“”…<>/\\\ufffc]{1,40}"
_SPACE = r"[^\S\n]"
# Not within an e-mail address or a URL.
_AT = re.compile(
    rf"(?<![\w.@/+=-])@{_SPACE}?(?P<words>{_WORD}(?:{_SPACE}{{1,3}}{_WORD}){{0,5}})(?![@/\\])"
    rf"(?P<close>{_SPACE}{{0,3}}(?::(?!//)|,))?"
)
_GREETING = (
    r"(?:(?:re[- ]?)?bonjour|bonsoir|salut|all[oô]|coucou|hello|hey|hé|hi|ch[eè]re?|bravo|oui|non"
    r"|désolée?|d['’]accord|tout à fait|exact|bien dit|bon|ah|ben|eh bien|et|mais"
    r"|(?P<thanks>(?:un grand |mille )?mercis?(?: beaucoup| bien)?))"
)
_LONGEST_GREETING = 40
_BEFORE_AT = re.compile(rf"(?:{_GREETING}[\s,!.]{{0,3}})?\s*", re.IGNORECASE)
# « @Luc et @Marie », « @Luc, @Marie »: what ends the words before the second.
_JOINED = re.compile(r".*(?:\s(?:et|and|y|ou)|[,&/+:])\s*", re.IGNORECASE | re.DOTALL)
# The name is as short as a mark lets it be.
_VOCATIVE = re.compile(
    rf"\s*(?:{_GREETING}(?:{_SPACE}*+,)?{_SPACE}++)?"
    rf"(?P<words>{_WORD}(?:{_SPACE}{{1,3}}{_WORD}){{0,4}}?)"
    rf"(?P<close>{_SPACE}{{0,3}}(?:[,!…;]|:(?!//))|{_SPACE}*(?:\n|\Z)|{_SPACE}[-–—]{_SPACE}"
    rf"|(?(thanks){_SPACE}(?=(?:pour|de|d['’]|du|des)\b)|(?!)))",
    re.IGNORECASE,
)
# A text that starts with whole lines of quotation starts after them.
_LEAD = re.compile(rf"[\s{SKIPPED}]*\n")
_WORDS = re.compile(r"\S+")


def calls(own: str) -> Iterator[Call]:
    """Yield those that a text speaks to, at signs first; quotations are blanked in it."""
    before: re.Match[str] | None = None
    for match in islice(_AT.finditer(own), _CALLS):
        opens = _opens(own, match.start()) or (before is not None and _joined(own, before, match))
        before = match if opens else None
        yield _call(match, Place.AT if opens else Place.PASSING)
    lead = _LEAD.match(own)
    vocative = _VOCATIVE.match(own, lead.end() if lead else 0)
    if vocative:
        yield _call(vocative, Place.VOCATIVE)


def _opens(own: str, at: int) -> bool:
    line = own.rfind("\n", 0, at) + 1
    return at - line <= _LONGEST_GREETING and _BEFORE_AT.fullmatch(own, line, at) is not None


def _joined(own: str, before: re.Match[str], match: re.Match[str]) -> bool:
    between = own[before.start("words") : match.start()]
    reaches = not own[before.end() : match.start()].strip(" \u00a0,&/+:")
    return reaches and _JOINED.fullmatch(between) is not None


def words_of(call: Call, own: str) -> list[str]:
    """Return the words of a call."""
    return [own[start:end] for start, end in call.words]


def _call(match: re.Match[str], place: Place) -> Call:
    at = match.start("words")
    words = tuple((at + w.start(), at + w.end()) for w in _WORDS.finditer(match["words"]))
    closed = bool(match["close"])
    start = at if place is Place.VOCATIVE else match.start()
    end = match.end("words") + len((match["close"] or "").rstrip())
    return Call(place, start, words, end, closed)
