"""Conditions on what is taken at all: closed posts, empty and endless texts, repeats, floods."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import attrs

from blogmodel import _checks
from blogmodel.errors import InvalidTypeError, InvalidValueError
from blogmodel.messages import Message
from blogmodel.model import CommentKind
from blogmodel.moderation._choices import check_choices, chosen, shown_choices
from blogmodel.moderation._facts import text_key
from blogmodel.moderation._kinds import Fact, Reason
from blogmodel.moderation._rates import Rate, over_rate
from blogmodel.moderation._rules import Match, Traits
from blogmodel.text import Level

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from blogmodel.moderation._facts import Context
    from blogmodel.moderation._signals import Signals

__all__ = [
    "AlreadySent",
    "Always",
    "ClosedAfter",
    "CommentsClosed",
    "Empty",
    "OfKind",
    "TooLong",
    "TooMany",
    "TooShort",
]


@attrs.frozen
class CommentsClosed:
    """Met from the moment on at which the post takes no more comments."""

    @property
    def traits(self) -> Traits:
        """What a rule asks of it."""
        return Traits(Reason.COMMENTS_CLOSED)

    def find(self, signals: Signals, context: Context, /) -> Iterator[Match]:
        """Compare the post's ``comments_closed_at`` with now."""
        post = signals.submission.post
        if post and post.comments_closed_at and post.comments_closed_at <= context.now:
            yield Match(Message("the post takes no comments any more"))


@attrs.frozen
class ClosedAfter:
    """Met when the post was published longer ago.

    Attributes:
        age: how old a post may be that takes comments.
    """

    age: timedelta

    def __attrs_post_init__(self) -> None:
        positive("ClosedAfter", "age", self.age)

    @property
    def traits(self) -> Traits:
        """What a rule asks of it."""
        return Traits(Reason.COMMENTS_CLOSED)

    def find(self, signals: Signals, context: Context, /) -> Iterator[Match]:
        """Compare the age of the post with the one allowed."""
        post = signals.submission.post
        if post and post.published_at and context.now - post.published_at > self.age:
            days = (context.now - post.published_at).days
            yield Match(
                Message.ngettext(
                    "the post is {count} day old", "the post is {count} days old", days
                )
            )


@attrs.frozen
class Empty:
    """Met when a reader would see no letter, no figure and no sign, only white space."""

    @property
    def traits(self) -> Traits:
        """What a rule asks of it."""
        return Traits(Reason.EMPTY)

    def find(self, signals: Signals, context: Context, /) -> Iterator[Match]:  # noqa: ARG002
        """Look at the text folded, where what shows nothing is gone."""
        if not signals.text.at(Level.FOLDED).text.strip():
            yield Match(Message("there is no text"))


@attrs.frozen
class TooLong:
    """Met by texts of more characters.

    Attributes:
        most: how many characters a text may have, as a reader sees it.
    """

    most: int

    def __attrs_post_init__(self) -> None:
        _checks.count("TooLong", "most", self.most)

    @property
    def traits(self) -> Traits:
        """What a rule asks of it."""
        return Traits(Reason.TOO_LONG)

    def find(self, signals: Signals, context: Context, /) -> Iterator[Match]:  # noqa: ARG002
        """Count the characters."""
        length = len(signals.text.text)
        if length > self.most:
            yield Match(
                Message("{count} characters, more than {most}", count=length, most=self.most)
            )


@attrs.frozen
class TooShort:
    """Met by texts of fewer characters.

    Attributes:
        fewest: how many characters a text is to have, as a reader sees it.
    """

    fewest: int

    def __attrs_post_init__(self) -> None:
        _checks.count("TooShort", "fewest", self.fewest)

    @property
    def traits(self) -> Traits:
        """What a rule asks of it."""
        return Traits(Reason.SHAPE)

    def find(self, signals: Signals, context: Context, /) -> Iterator[Match]:  # noqa: ARG002
        """Count the characters."""
        length = len(signals.text.text)
        if length < self.fewest:
            yield Match(
                Message("{count} characters, fewer than {fewest}", count=length, fewest=self.fewest)
            )


@attrs.frozen
class AlreadySent:
    """Met when its author has sent the same text before; see `Context.sent`."""

    @property
    def traits(self) -> Traits:
        """What a rule asks of it."""
        return Traits(Reason.DUPLICATE, needs=(Fact.SENT,))

    def find(self, signals: Signals, context: Context, /) -> Iterator[Match]:
        """Look its key up."""
        if context.sent and text_key(signals.submission.comment.body) in context.sent:
            yield Match(Message("its author sent the same text before"))


def _rates(rates: Iterable[Rate] | Rate) -> tuple[Rate, ...]:
    return (rates,) if isinstance(rates, Rate) else tuple(rates)


@attrs.frozen
class TooMany:
    """Met when its author has sent too many in too short a time; see `Context.recent`.

    Attributes:
        rates: how many may be sent in which time.
    """

    rates: tuple[Rate, ...] = attrs.field(converter=_rates)

    def __attrs_post_init__(self) -> None:
        if not self.rates:
            raise InvalidValueError("TooMany", "rates", self.rates, "one rate or more")
        for rate in self.rates:
            _checks.instance("TooMany", "rates", rate, Rate, "Rate(3, timedelta(minutes=1))")

    @property
    def traits(self) -> Traits:
        """What a rule asks of it."""
        return Traits(Reason.FLOOD, needs=(Fact.RECENT,))

    def find(self, signals: Signals, context: Context, /) -> Iterator[Match]:  # noqa: ARG002
        """Count what was sent within the time of each rate."""
        over = over_rate(self.rates, context.recent or (), context.now)
        if over is not None:
            seconds = round(over.rate.within.total_seconds())
            yield Match(
                Message(
                    "{count} sent within {seconds} s before this one; {most} may be",
                    count=over.count,
                    seconds=seconds,
                    most=over.rate.most,
                )
            )


def _kinds(kinds: Iterable[CommentKind] | CommentKind) -> tuple[CommentKind, ...]:
    return chosen(kinds, CommentKind)


@attrs.frozen
class OfKind:
    """Met by what came in a certain way, such as pingbacks.

    Attributes:
        kinds: which ways.
    """

    kinds: tuple[CommentKind, ...] = attrs.field(converter=_kinds, repr=shown_choices)

    def __attrs_post_init__(self) -> None:
        check_choices("OfKind", "kinds", self.kinds, CommentKind)

    @property
    def traits(self) -> Traits:
        """What a rule asks of it."""
        return Traits(Reason.IDENTITY)

    def find(self, signals: Signals, context: Context, /) -> Iterator[Match]:  # noqa: ARG002
        """Compare its kind."""
        kind = signals.submission.comment.kind
        if kind in self.kinds:
            yield Match(Message("it came as: {kind}", kind=kind))


@attrs.frozen
class Always:
    """Met by everything: every comment waits here."""

    @property
    def traits(self) -> Traits:
        """What a rule asks of it."""
        return Traits(Reason.PREMODERATION)

    def find(self, signals: Signals, context: Context, /) -> Iterator[Match]:  # noqa: ARG002
        """Find that it is there."""
        yield Match(Message("every comment is read before it is published"))


def positive(owner: str, field: str, value: object) -> None:
    """Require a length of time above zero."""
    if not isinstance(value, timedelta):
        raise InvalidTypeError(owner, field, value, "a timedelta")
    if value <= timedelta(0):
        raise InvalidValueError(owner, field, value, "a time above zero")
