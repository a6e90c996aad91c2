"""Conditions on the way a comment is written, whatever it says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from blogmodel import _checks
from blogmodel.messages import Message, Percent
from blogmodel.moderation._choices import check_choices, chosen, shown_choices
from blogmodel.moderation._kinds import Fact, Reason
from blogmodel.moderation._near import printed
from blogmodel.moderation._rules import Match, Traits
from blogmodel.moderation._writers import share
from blogmodel.text import DangerKind, Level

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from blogmodel.moderation._facts import Context
    from blogmodel.moderation._signals import Signals

__all__ = ["Deceives", "NearDuplicate", "Repeats", "Shouts"]

_MOST = 20


@attrs.frozen
class Shouts:
    """Met when much of a text is in capitals.

    Attributes:
        share: of its letters that have a small form, from 0 to 1; met from there on.
        least: how many such letters there are to be: « OK » does not shout.
    """

    share: float = 0.7
    least: int = 20

    def __attrs_post_init__(self) -> None:
        share("Shouts", "share", self.share)
        _checks.count("Shouts", "least", self.least)

    @property
    def traits(self) -> Traits:
        """What a rule asks of it."""
        return Traits(Reason.SHAPE)

    def find(self, signals: Signals, context: Context, /) -> Iterator[Match]:  # noqa: ARG002
        """Count capitals and small letters."""
        text = signals.text.text
        large, least = sum(map(str.isupper, text)), max(self.least, 1)
        if large < self.share * least:
            return
        small = sum(map(str.islower, text))
        if large + small >= least and large / (large + small) >= self.share:
            part = Percent(round(large / (large + small), 2))
            yield Match(Message("{share} of its letters are capitals", share=part))


# A letter or a sign many times, or a short word many times. Both are found in linear time: what is
# repeated is taken as it stands, and nothing is tried again with less of it.
_SIGNS = re.compile(r"(\S)\1{4,}")
_WORDS = re.compile(r"\b(\w{1,30})(?:\W{1,3}\1\b){3,}")


@attrs.frozen
class Repeats:
    """Met by a sign that stands many times in a row, or a word: « !!!!!!!! », « oui oui oui oui ».

    Attributes:
        signs: how often a sign, at least 5; dots, dashes and the like may always be repeated.
        words: how often a word, at least 4.
    """

    signs: int = 8
    words: int = 5

    def __attrs_post_init__(self) -> None:
        _checks.count("Repeats", "signs", self.signs)
        _checks.count("Repeats", "words", self.words)

    @property
    def traits(self) -> Traits:
        """What a rule asks of it."""
        return Traits(Reason.SHAPE)

    def find(self, signals: Signals, context: Context, /) -> Iterator[Match]:  # noqa: ARG002
        """Look for runs."""
        text = signals.text
        for found in _SIGNS.finditer(text.text):
            if len(found[0]) >= self.signs and found[1] not in _RULERS:
                message = Message(
                    "“{sign}”, {count} times in a row", sign=found[1], count=len(found[0])
                )
                yield Match(message, (text.place(found.span()),))
                break
        for found in _WORDS.finditer(text.text):
            count = len(re.findall(r"\w+", found[0]))
            if count >= self.words:
                message = Message("“{sign}”, {count} times in a row", sign=found[1], count=count)
                yield Match(message, (text.place(found.span()),))
                break


_RULERS = frozenset(".-–—_*=~·•#…")


def _kinds(kinds: Iterable[DangerKind] | DangerKind) -> tuple[DangerKind, ...]:
    return chosen(kinds, DangerKind)


@attrs.frozen
class Deceives:
    """Met by what is made to deceive the eye, or this program: see `blogmodel.text.dangers`.

    Attributes:
        kinds: the ways that count; all by default.
    """

    kinds: tuple[DangerKind, ...] = attrs.field(
        default=tuple(DangerKind), converter=_kinds, repr=shown_choices
    )

    def __attrs_post_init__(self) -> None:
        check_choices("Deceives", "kinds", self.kinds, DangerKind)

    @property
    def traits(self) -> Traits:
        """What a rule asks of it."""
        return Traits(Reason.SHAPE)

    def find(self, signals: Signals, context: Context, /) -> Iterator[Match]:  # noqa: ARG002
        """Yield one match for each way, with its places."""
        for kind in self.kinds:
            found = [danger for danger in signals.dangers if danger.kind is kind]
            if found:
                places = tuple(signals.text.place(danger.span) for danger in found[:_MOST])
                yield Match(Message("it deceives the eye: {kind}", kind=kind), places)


@attrs.frozen
class NearDuplicate:
    """Met when nearly the same was sent of late, by anybody; see `Context.seen`.

    Attributes:
        least: how similar, from 0 to 1.
        words: how many words a text is to have: short ones are much alike.
    """

    least: float = 0.8
    words: int = 8

    def __attrs_post_init__(self) -> None:
        share("NearDuplicate", "least", self.least)
        _checks.count("NearDuplicate", "words", self.words)

    @property
    def traits(self) -> Traits:
        """What a rule asks of it."""
        return Traits(Reason.NEAR_DUPLICATE, needs=(Fact.SEEN,))

    def find(self, signals: Signals, context: Context, /) -> Iterator[Match]:
        """Look for the nearest."""
        if not context.seen:
            return
        own = printed(signals.text.at(Level.CONFUSABLE).text)
        if own.size < self.words:
            return
        for near in context.seen.nearest(own, least=self.least):
            if near.key != signals.submission.comment.id:
                alike = Percent(round(near.similarity, 2))
                message = Message("{share} the same as comment {id}", share=alike, id=near.key)
                yield Match(message)
                return
