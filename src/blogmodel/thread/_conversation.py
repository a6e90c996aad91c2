"""A conversation as far as it has gone, and whom the next comment answers.

A confidence is a product: where the name stands in the text, how it fits, how many comments it
leaves. The factors were measured on generated conversations; the page on replies has the figures.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

import attrs

from blogmodel.model import Author, Comment, Status
from blogmodel.thread._evidence import Evidence
from blogmodel.thread._mentions import name_key
from blogmodel.thread._names import Fit, Match, Names
from blogmodel.thread._openings import Call, Place, calls, words_of
from blogmodel.thread._proposals import ReplyRule
from blogmodel.thread._quotations import Quotation, Said, quotation
from blogmodel.thread._reading import Link, Reading, read

__all__ = ["Choice", "Conversation", "Text", "text_of"]

_PLACES = {Place.AT: 1.0, Place.VOCATIVE: 0.98, Place.PASSING: 0.6}
_FITS = {Fit.WHOLE: 1.0, Fit.FIRST_WORDS: 0.98, Fit.BEGINNING: 0.85, Fit.MORE: 0.6}

# Which comment a name means: the only one of the only person so named …
_ONLY = 0.99
# … the nearest, which speaks to the one who writes, to nobody, or to somebody else …
_TO_ME = 0.97
_NEAREST = 0.9
_ELSEWHERE = 0.8
# … the nearest by any of several people; the writer's own, where there is no other.
_SEVERAL_PEOPLE = 0.5
_ONESELF = 0.3
# The post, where its author has, or has not, said anything under it.
_POST = 0.99
_POST_OR_COMMENT = 0.5
# Several people are spoken to.
_SEVERAL_CALLED = 0.5

_LINK = 0.99
_LINK_IN_PASSING = 0.7
_QUOTED = 0.97
_QUOTED_AND_NAMED = 0.99
_QUOTED_BY_SEVERAL = 0.6
_NAMED_NOT_QUOTED = 0.6
_HOST_ANSWERS = 0.6
_QUESTION = 0.3

# How many of a person's comments, and of the quotations and links of one text, are looked at.
_SIGHT = 50
_QUOTATIONS = 8
_LINKS = 8

# Names that many people go by.
_NOBODY = frozenset({"anonyme", "anonymous", "guest", "inconnu", "invite", "unknown", "visiteur"})

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


@attrs.frozen
class _Person:
    """Who wrote a comment: a name, and what tells two of one name apart, where that is known."""

    key: str
    mark: str | None

    def may_be(self, other: "_Person") -> bool:
        """Tell whether two are one person, as far as is known."""
        same = self.key == other.key and self.key not in _NOBODY
        return same and (None in (self.mark, other.mark) or self.mark == other.mark)


def _person(author: Author | None) -> _Person | None:
    if author is None:
        return None
    return _Person(name_key(author.name), author.id or author.email or author.url)


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
    _host: _Person | None = attrs.field(init=False)
    _host_names: Names = attrs.field(init=False, factory=Names)
    _names: Names = attrs.field(init=False, factory=Names)
    _people: dict[int, _Person | None] = attrs.field(init=False, factory=dict)
    _by_key: dict[str, list[int]] = attrs.field(init=False, factory=dict)
    _numbers: dict[str, int] = attrs.field(init=False, factory=dict)
    _targets: dict[int, int | None] = attrs.field(init=False, factory=dict)
    _since_host: list[int] = attrs.field(init=False, factory=list)
    _last: int | None = attrs.field(init=False, default=None)
    _last_text: Text | None = attrs.field(init=False, default=None)

    def __attrs_post_init__(self) -> None:
        self._host = _person(self.post_author)
        if self._host:
            self._host_names.add(self._host.key)

    def choose(self, number: int, text: Text) -> Choice | None:
        """Find whom a comment answers; None where nothing tells, or there is no text."""
        if self.comments[number].status is Status.ERASED or not text.own.strip():
            return None
        me = _person(self.comments[number].author)
        return (
            self._by_link(number, text)
            or self._by_words(number, me, text)
            or self._by_arrival(number, me)
        )

    def add(self, number: int, text: Text, choice: Choice | None) -> None:
        """Note a comment that has arrived, and whom it answers."""
        comment = self.comments[number]
        person = _person(comment.author)
        self._people[number] = person
        if person:
            self._names.add(person.key)
            self._by_key.setdefault(person.key, []).append(number)
        if comment.parent_id is not None:
            self._targets[number] = self._numbers.get(comment.parent_id)
        elif choice and choice.rule is not ReplyRule.ARRIVAL:
            self._targets[number] = choice.target
        self._numbers[comment.id] = number
        self.said.add(number, text.own)
        self._since_host = [] if self._is_host(person) else [*self._since_host[-1:], number]
        self._last, self._last_text = number, text

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

    def _by_words(self, number: int, me: _Person | None, text: Text) -> Choice | None:
        named = self._called(number, me, text)
        comment_id = self.comments[number].id
        quoted, sources = self._sources(number, me, text)
        if named is None and quoted is None:
            return None
        if quoted is not None:
            evidence = text.reading.evidence(quoted.start, quoted.end, comment_id)
            if named is None or named.call.place is Place.PASSING:
                sure = _QUOTED if len(sources) == 1 else _QUOTED_BY_SEVERAL
                return Choice(
                    sources[0], ReplyRule.QUOTATION, evidence, sure, tuple(sources[1:])
                )
            theirs = [source for source in sources if self._is_named(source, named)]
            if theirs:
                rule = ReplyRule.QUOTATION
                return Choice(theirs[0], rule, evidence, _QUOTED_AND_NAMED, tuple(theirs[1:]))
            named = attrs.evolve(
                named,
                confidence=round(named.confidence * _NAMED_NOT_QUOTED, 2),
                others=(sources[0], *(n for n in named.others if n != sources[0])),
            )
        assert named is not None  # noqa: S101
        return self._choice(named, text, comment_id)

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
        person = self._people[number]
        return person is not None and person.key in named.match.keys

    def _sources(
        self, number: int, me: _Person | None, text: Text
    ) -> tuple[Quotation | None, list[int]]:
        for quoted in text.quotations:
            sources = self.said.sources(quoted, lambda n: self._may_answer(n, number, me))
            if sources:
                return quoted, sources
        return None, []

    def _may_answer(self, target: int, number: int, me: _Person | None) -> bool:
        return self.reached[target] < number and not self._is(target, me)

    def _is(self, number: int, me: _Person | None) -> bool:
        person = self._people[number]
        return me is not None and person is not None and person.may_be(me)

    def _called(self, number: int, me: _Person | None, text: Text) -> _Named | None:
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

    def _named(
        self, number: int, me: _Person | None, call: Call, words: list[str]
    ) -> _Named | None:
        match = _match(self._names, call, words)
        host = None if me and self._is_host(me) else _match(self._host_names, call, words)
        nearest, own, alone = self._comments_of(match, number, me) if match else ([], [], True)
        factor = _PLACES[call.place]
        if host and (match is None or not nearest or _fits_as_well(host, match)):
            sure = _POST_OR_COMMENT if nearest else _POST
            sure = round(factor * _FITS[host.fit] * sure, 2)
            return _Named(call, host, None, tuple(nearest), sure)
        if match is None:
            return None
        if not nearest:
            if not own:
                return None
            sure = round(factor * _FITS[match.fit] * _ONESELF, 2)
            return _Named(call, match, own[0], tuple(own[1:]), sure)
        factor *= _FITS[match.fit] * (_SEVERAL_PEOPLE if host or not alone else 1)
        sure = round(factor * self._nearness(nearest, me), 2)
        return _Named(call, match, nearest[0], tuple(nearest[1:]), sure)

    def _nearness(self, nearest: list[int], me: _Person | None) -> float:
        """Tell how surely the nearest of a person's comments is meant."""
        if len(nearest) == 1:
            return _ONLY
        target = self._targets.get(nearest[0])
        if target is None:
            return _NEAREST
        return _TO_ME if self._is(target, me) else _ELSEWHERE

    def _comments_of(
        self, match: Match, number: int, me: _Person | None
    ) -> tuple[list[int], list[int], bool]:
        """Return the comments that a name means, the writer's own, and whether one person is meant.

        Both nearest first.
        """
        earlier = [
            target
            for key in match.keys
            for target in islice(reversed(self._by_key[key]), _SIGHT)
            if self.reached[target] < number
        ]
        earlier.sort(reverse=True)
        others = [target for target in earlier if not self._is(target, me)]
        own = [target for target in earlier if self._is(target, me)]
        people = {self._people[target] for target in others}
        keys = {person.key for person in people if person}
        marks = {person.mark for person in people if person and person.mark}
        alone = len(keys) <= 1 and len(marks) <= 1 and not (keys & _NOBODY and len(others) > 1)
        return others, own, alone

    # By the order of arrival.

    def _by_arrival(self, number: int, me: _Person | None) -> Choice | None:
        last = self._last
        if last is None or self._last_text is None or not self._may_answer(last, number, me):
            return None
        question = _last_match(_QUESTIONS, self._last_text.own)
        line = question or _FIRST_LINE.search(self._last_text.own)
        if line is None or self.comments[last].status is Status.ERASED:
            return None
        if self._is_host(me) and len(self._since_host) == 1:
            sure = _HOST_ANSWERS
        elif question:
            sure = _QUESTION
        else:
            return None
        evidence = self._last_text.reading.evidence(*_stripped(line), self.comments[last].id)
        return Choice(last, ReplyRule.ARRIVAL, evidence, sure)

    def _is_host(self, person: _Person | None) -> bool:
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
    others = [one.target for one in named if one.target not in (None, latest.target)]
    if len({one.target for one in named}) == 1:
        return latest
    return attrs.evolve(
        latest,
        confidence=round(latest.confidence * _SEVERAL_CALLED, 2),
        others=tuple(dict.fromkeys((*(n for n in others if n is not None), *latest.others))),
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
