"""A conversation as far as it has gone, and whom the next comment answers.

A confidence is a product: where the name stands in the text, how it fits, how many comments it
leaves. The factors were measured on generated conversations; the page on replies has the figures.
"""

import re
from collections.abc import Sequence
from itertools import islice

import attrs

from blogmodel.model import Author, Comment, Status
from blogmodel.thread._evidence import Evidence
from blogmodel.thread._names import Fit, Match, Names
from blogmodel.thread._openings import Call, Place, calls, words_of
from blogmodel.thread._people import People, Person, person_of
from blogmodel.thread._proposals import ReplyRule
from blogmodel.thread._quotations import Quotation, Said, quotation
from blogmodel.thread._reading import Link, Reading, read

__all__ = ["Choice", "Conversation", "Text", "text_of"]

_PLACES = {Place.AT: 1.0, Place.VOCATIVE: 0.98, Place.PASSING: 0.8}
_FITS = {Fit.WHOLE: 1.0, Fit.FIRST_WORDS: 0.98, Fit.BEGINNING: 0.85, Fit.MORE: 0.6}

# Which comment a name means: the only one of the only person so named …
_ONLY = 0.99
# … the nearest, which speaks to the one who writes; or from which the one before is far, or near …
_TO_ME = 0.97
_FAR_FROM_OTHERS = 0.95
_APART_FROM_OTHERS = 0.87
_AMONG_OTHERS = 0.65
_FAR, _APART = 12, 6
# … the nearest, where the post's author could be meant too; the writer's own, for want of others.
_HOST_MAY_BE_MEANT = 0.5
_ONESELF = 0.25
# The post, where its author has, or has not, said anything under it.
_POST = 0.99
_POST_OR_COMMENT = 0.45
# Several people are spoken to.
_SEVERAL_CALLED = 0.5

_LINK = 0.99
_LINK_IN_PASSING = 0.7
_QUOTED = 0.97
_QUOTED_AND_NAMED = 0.99
_QUOTED_BY_SEVERAL = 0.85
_NAMED_NOT_QUOTED = 0.6
_HOST_ANSWERS = 0.33
_QUESTION = 0.13

# How many quotations and links of one text are looked at.
_QUOTATIONS = 8
_LINKS = 8

_FITNESS = list(Fit)
# What may stand before an id in a fragment: « c12 », « comment-12 ».
_BEFORE_ID = re.compile(r"[^\W\d]*[-_:.]?")
_LONGEST_FRAGMENT = 80
_BEFORE_LINK = re.compile(r"\s*(?:@\s?)?")
_QUESTIONS = re.compile(r"[^.!?\n]{1,300}\?")
_FIRST_LINE = re.compile(r"\S[^\n]{0,79}")


@attrs.frozen
class Text:
    """A comment's text, its own words, and what it quotes, the longest first."""

    reading: Reading
    own: str
    quotations: tuple[Quotation, ...]


def text_of(comment: Comment) -> Text:
    """Read a comment's text."""
    reading = read(comment.body)
    spans = islice(reading.quotations, _QUOTATIONS)
    found = [quotation(reading.text, start, end) for start, end in spans]
    kept = sorted((q for q in found if q), key=lambda q: len(q.runs), reverse=True)
    return Text(reading, reading.own(), tuple(kept))


@attrs.frozen
class Choice:
    """Whom a comment answers: the number of another, or None for the post; and how surely."""

    target: int | None
    rule: ReplyRule
    evidence: Evidence
    confidence: float
    others: tuple[int, ...] = ()


@attrs.frozen
class _Named:
    """Whom a call means: the nearest comment or the post, and the others that it could mean."""

    call: Call
    match: Match
    target: int | None
    others: tuple[int, ...]
    confidence: float


@attrs.define
class Conversation:
    """The comments of one post that have arrived.

    Attributes:
        comments: all of the thread.
        reached: by comment, the number that a reply to it must be higher than.
        said: their words, as far as anybody quotes them.
        post_author: who wrote the post.
    """

    comments: Sequence[Comment]
    reached: Sequence[int]
    said: Said
    post_author: Author | None
    _host: Person | None = attrs.field(init=False)
    _host_names: Names = attrs.field(init=False, factory=Names)
    _people: People = attrs.field(init=False)
    _numbers: dict[str, int] = attrs.field(init=False, factory=dict)
    _targets: dict[int, int | None] = attrs.field(init=False, factory=dict)
    _since_host: list[int] = attrs.field(init=False, factory=list)
    _last: tuple[int, Text] | None = attrs.field(init=False, default=None)

    def __attrs_post_init__(self) -> None:
        self._people = People(self.reached)
        self._host = person_of(self.post_author)
        if self._host:
            self._host_names.add(self._host.key)

    def choose(self, number: int, text: Text) -> Choice | None:
        """Find whom a comment answers; None where nothing tells, or there is no text."""
        if self.comments[number].status is Status.ERASED or not text.own.strip():
            return None
        me = person_of(self.comments[number].author)
        return (
            self._by_link(number, text)
            or self._by_words(number, me, text)
            or self._by_arrival(number, me)
        )

    def add(self, number: int, text: Text, choice: Choice | None) -> None:
        """Note a comment that has arrived, and whom it answers."""
        comment = self.comments[number]
        person = person_of(comment.author)
        self._people.add(number, person)
        if comment.parent_id is not None:
            self._targets[number] = self._numbers.get(comment.parent_id)
        elif choice and choice.rule is not ReplyRule.ARRIVAL:
            self._targets[number] = choice.target
        self._numbers[comment.id] = number
        self.said.add(number, text.own)
        self._since_host = [] if self._is_host(person) else [*self._since_host[-1:], number]
        self._last = number, text

    # By a link.

    def _by_link(self, number: int, text: Text) -> Choice | None:
        reading = text.reading
        for link in islice(reading.links, _LINKS):
            target = self._linked(link.fragment[:_LONGEST_FRAGMENT])
            if target is None or self.reached[target] >= number or _quoted(link, reading):
                continue
            line = text.own.rfind("\n", 0, link.start) + 1
            opens = _BEFORE_LINK.fullmatch(text.own, line, link.start)
            evidence = reading.evidence(link.start, link.end, self.comments[number].id)
            sure = _LINK if opens else _LINK_IN_PASSING
            return Choice(target, ReplyRule.LINK, evidence, sure)
        return None

    def _linked(self, fragment: str) -> int | None:
        """Return the comment whose id ends a fragment, after nothing but a word such as « c »."""
        match = _BEFORE_ID.match(fragment)
        longest = match.end() if match else 0
        starts = (start for start in range(longest + 1) if fragment[start:] in self._numbers)
        return next((self._numbers[fragment[start:]] for start in starts), None)

    # By names and quotations.

    def _by_words(self, number: int, me: Person | None, text: Text) -> Choice | None:
        named = self._called(number, me, text)
        quoted = self._by_quotation(number, me, text, named)
        if named is None or (quoted and quoted.confidence == _QUOTED_AND_NAMED):
            return quoted
        comment_id = self.comments[number].id
        if quoted is None or quoted.target is None:
            return self._choice(named, text, comment_id)
        if named.call.place is Place.PASSING:
            return quoted
        sure = round(named.confidence * _NAMED_NOT_QUOTED, 2)
        others = (quoted.target, *(n for n in named.others if n != quoted.target))
        named = attrs.evolve(named, confidence=sure, others=others)
        return self._choice(named, text, comment_id)

    def _by_quotation(
        self, number: int, me: Person | None, text: Text, named: _Named | None
    ) -> Choice | None:
        """Find who is quoted, by somebody who is named as well if that can be."""
        for quoted in text.quotations:
            sources = self.said.sources(
                quoted, lambda n: self.reached[n] < number and not self._people.wrote(me, n)
            )
            if not sources:
                continue
            theirs = [source for source in sources if named and self._is_named(source, named)]
            sure = _QUOTED if len(sources) == 1 else _QUOTED_BY_SEVERAL
            sure = _QUOTED_AND_NAMED if theirs else sure
            chosen, *others = theirs or sources
            evidence = text.reading.evidence(quoted.start, quoted.end, self.comments[number].id)
            return Choice(chosen, ReplyRule.QUOTATION, evidence, sure, tuple(others))
        return None

    def _choice(self, named: _Named, text: Text, comment_id: str) -> Choice:
        call = named.call
        whole = named.match.words == len(call.words)
        end = call.end if whole else call.words[named.match.words - 1][1]
        vocative = call.place is Place.VOCATIVE
        return Choice(
            named.target,
            ReplyRule.VOCATIVE if vocative else ReplyRule.MENTION,
            text.reading.evidence(call.start, end, comment_id),
            named.confidence,
            named.others,
        )

    def _is_named(self, number: int, named: _Named) -> bool:
        person = self._people.author(number)
        return person is not None and person.key in named.match.keys

    def _called(self, number: int, me: Person | None, text: Text) -> _Named | None:
        """Return whom the text speaks to: at its start rather than in passing."""
        found: dict[Place, list[_Named]] = {}
        for call in calls(text.own):
            named = self._named(number, me, call, words_of(call, text.own))
            if named:
                found.setdefault(call.place, []).append(named)
        for place in (Place.AT, Place.VOCATIVE, Place.PASSING):
            if place in found:
                return _one_of(found[place])
        return None

    def _named(self, number: int, me: Person | None, call: Call, words: list[str]) -> _Named | None:
        match = _match(self._people.names, call, words)
        host = None if me and self._is_host(me) else _match(self._host_names, call, words)
        meant = self._people.meant(match, number, me)
        nearest = (*meant.theirs, *meant.alike)
        factor = _PLACES[call.place]
        if host and (match is None or not nearest or _fits_as_well(host, match)):
            sure = _POST_OR_COMMENT if nearest else _POST
            sure = round(factor * _FITS[host.fit] * sure, 2)
            return _Named(call, host, None, nearest, sure)
        if match is None:
            return None
        if nearest:
            likely = min(meant.likely, _HOST_MAY_BE_MEANT) if host else meant.likely
            factor *= likely * self._nearness(meant.theirs or nearest, me)
        else:
            factor *= _ONESELF
        sure = round(factor * _FITS[match.fit], 2)
        targets = nearest or meant.own
        return _Named(call, match, targets[0], tuple(targets[1:]), sure) if targets else None

    def _nearness(self, nearest: Sequence[int], me: Person | None) -> float:
        """Tell how surely the nearest of a person's comments is meant."""
        target = self._targets.get(nearest[0])
        if len(nearest) == 1:
            return _ONLY
        if target is not None and self._people.wrote(me, target):
            return _TO_ME
        apart = nearest[0] - nearest[1]
        if apart >= _FAR:
            return _FAR_FROM_OTHERS
        return _APART_FROM_OTHERS if apart >= _APART else _AMONG_OTHERS

    # By the order of arrival.

    def _by_arrival(self, number: int, me: Person | None) -> Choice | None:
        if self._last is None:
            return None
        last, text = self._last
        if self.reached[last] >= number or self._people.wrote(me, last):
            return None
        question = _last_match(_QUESTIONS, text.own)
        line = question or _FIRST_LINE.search(text.own)
        if line is None or self.comments[last].status is Status.ERASED:
            return None
        if self._is_host(me) and len(self._since_host) == 1:
            sure = _HOST_ANSWERS
        elif question:
            sure = _QUESTION
        else:
            return None
        evidence = text.reading.evidence(*_stripped(line), self.comments[last].id)
        return Choice(last, ReplyRule.ARRIVAL, evidence, sure)

    def _is_host(self, person: Person | None) -> bool:
        return person is not None and self._host is not None and person.may_be(self._host)


def _match(names: Names, call: Call, words: list[str]) -> Match | None:
    if call.place is Place.VOCATIVE:
        return names.whole(words)
    return names.match(words, closed=call.closed)


def _fits_as_well(one: Match, other: Match) -> bool:
    return _FITNESS.index(one.fit) <= _FITNESS.index(other.fit)


def _one_of(named: list[_Named]) -> _Named:
    """Choose among several people who are spoken to alike: the one who spoke last."""
    latest = max(named, key=lambda one: -1 if one.target is None else one.target)
    targets = {one.target for one in named}
    if len(targets) == 1:
        return latest
    others = (n for n in targets if n is not None and n != latest.target)
    return attrs.evolve(
        latest,
        confidence=round(latest.confidence * _SEVERAL_CALLED, 2),
        others=tuple(dict.fromkeys((*sorted(others, reverse=True), *latest.others))),
    )


def _quoted(link: Link, reading: Reading) -> bool:
    return any(start <= link.start < end for start, end in reading.quotations)


def _last_match(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    last = None
    for match in pattern.finditer(text):
        last = match
    return last


def _stripped(match: re.Match[str]) -> tuple[int, int]:
    text = match[0]
    return match.start() + len(text) - len(text.lstrip()), match.start() + len(text.rstrip())
