"""Conditions on who writes, and how the form was filled in."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

import attrs

from blogmodel import _checks
from blogmodel.errors import InvalidTypeError, InvalidValueError
from blogmodel.messages import Message
from blogmodel.moderation._choices import check_choices, chosen, shown_choices
from blogmodel.moderation._hosts import matches_host
from blogmodel.moderation._intake import positive
from blogmodel.moderation._kinds import Fact, Part, Reason, Role
from blogmodel.moderation._places import Place
from blogmodel.moderation._rules import Match, Traits

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import timedelta

    from blogmodel.moderation._facts import Context
    from blogmodel.moderation._signals import Signals

__all__ = [
    "DisposableMail",
    "Honeypot",
    "NewAuthor",
    "OftenRefused",
    "Staff",
    "TooFast",
    "Trusted",
    "Unnamed",
]


def _roles(roles: Iterable[Role] | Role) -> tuple[Role, ...]:
    return chosen(roles, Role)


@attrs.frozen
class Staff:
    """Met when its author writes in one of these capacities; see `Context.role`.

    Attributes:
        roles: which; by default who wrote the post, moderators and admins.
    """

    roles: tuple[Role, ...] = attrs.field(
        default=(Role.POST_AUTHOR, Role.MODERATOR, Role.ADMIN),
        converter=_roles,
        repr=shown_choices,
    )

    def __attrs_post_init__(self) -> None:
        check_choices("Staff", "roles", self.roles, Role)

    @property
    def traits(self) -> Traits:
        """What a rule asks of it."""
        return Traits(Reason.TRUSTED, needs=(Fact.ROLE,))

    def find(self, signals: Signals, context: Context, /) -> Iterator[Match]:  # noqa: ARG002
        """Compare the role."""
        if context.role is not None and context.role in self.roles:
            yield Match(Message("its author is of the staff: {role}", role=context.role))


@attrs.frozen
class Trusted:
    """Met when the site trusts its author; see `Context.is_trusted`."""

    @property
    def traits(self) -> Traits:
        """What a rule asks of it."""
        return Traits(Reason.TRUSTED, needs=(Fact.TRUST,))

    def find(self, signals: Signals, context: Context, /) -> Iterator[Match]:  # noqa: ARG002
        """Ask the fact."""
        if context.is_trusted:
            yield Match(Message("the site trusts its author"))


@attrs.frozen
class NewAuthor:
    """Met when fewer comments of its author were approved before; see `Context.approved`.

    Attributes:
        fewer_than: how many there are to be.
    """

    fewer_than: int = 1

    def __attrs_post_init__(self) -> None:
        _checks.count("NewAuthor", "fewer_than", self.fewer_than)

    @property
    def traits(self) -> Traits:
        """What a rule asks of it."""
        return Traits(Reason.NEW_AUTHOR, needs=(Fact.APPROVED,))

    def find(self, signals: Signals, context: Context, /) -> Iterator[Match]:  # noqa: ARG002
        """Compare the count."""
        approved = context.approved or 0
        if approved < self.fewer_than:
            yield Match(
                Message.ngettext(
                    "{count} comment of its author was approved before",
                    "{count} comments of its author were approved before",
                    approved,
                )
            )


@attrs.frozen
class OftenRefused:
    """Met when many of its author's comments were refused; see `Context.refused`.

    Attributes:
        share: of what was decided, from 0 to 1; met from there on.
        least: how many are to be refused before the share says anything.
    """

    share: float
    least: int = 3

    def __attrs_post_init__(self) -> None:
        share("OftenRefused", "share", self.share)
        _checks.count("OftenRefused", "least", self.least)

    @property
    def traits(self) -> Traits:
        """What a rule asks of it."""
        return Traits(Reason.IDENTITY, needs=(Fact.APPROVED, Fact.REFUSED))

    def find(self, signals: Signals, context: Context, /) -> Iterator[Match]:  # noqa: ARG002
        """Compare the share."""
        approved, refused = context.approved or 0, context.refused or 0
        if refused >= max(self.least, 1) and refused / (approved + refused) >= self.share:
            yield Match(
                Message(
                    "{refused} of {all} comments of its author were refused before",
                    refused=refused,
                    all=approved + refused,
                )
            )


def _domains(domains: Iterable[str]) -> frozenset[str]:
    if isinstance(domains, str) or not isinstance(domains, AbstractSet | list | tuple):
        raise InvalidTypeError("DisposableMail", "domains", domains, "a set or a list of str")
    return frozenset(
        _checks.text("DisposableMail", "domains", domain).strip().lower() for domain in domains
    ) - {""}


@attrs.frozen(repr=False)
class DisposableMail:
    """Met when its author's address is at one of these domains, or below one.

    Attributes:
        domains: such as those of the public lists of disposable mail, which change often and are
            not shipped.
    """

    domains: frozenset[str] = attrs.field(converter=_domains)

    @property
    def traits(self) -> Traits:
        """What a rule asks of it."""
        return Traits(Reason.IDENTITY)

    def find(self, signals: Signals, context: Context, /) -> Iterator[Match]:  # noqa: ARG002
        """Look the domain up, and those above it."""
        author = signals.submission.comment.author
        if author is None or author.email is None:
            return
        at = author.email.rindex("@") + 1
        domain = author.email[at:].lower().rstrip(".")
        if matches_host(domain, self.domains):
            place = Place(Part.EMAIL, at, len(author.email))
            yield Match(Message("disposable mail: {domain}", domain=domain), (place,))

    def __repr__(self) -> str:
        return f"DisposableMail({len(self.domains)} domains)"


def _parts(parts: Iterable[Part] | Part) -> tuple[Part, ...]:
    return chosen(parts, Part)


@attrs.frozen
class Unnamed:
    """Met when its author gave no name, or no address, as WordPress may ask for both.

    Attributes:
        parts: what is to be given, of `Part.NAME`, `Part.EMAIL` and `Part.URL`.
    """

    parts: tuple[Part, ...] = attrs.field(
        default=(Part.NAME, Part.EMAIL), converter=_parts, repr=shown_choices
    )

    def __attrs_post_init__(self) -> None:
        check_choices("Unnamed", "parts", self.parts, Part)

    @property
    def traits(self) -> Traits:
        """What a rule asks of it."""
        return Traits(Reason.IDENTITY)

    def find(self, signals: Signals, context: Context, /) -> Iterator[Match]:  # noqa: ARG002
        """Look which are there."""
        there = {text.part for text in signals.parts(self.parts)}
        lacking = [part for part in self.parts if part not in there]
        if lacking:
            yield Match(Message("not given: {parts}", parts=lacking))


@attrs.frozen
class Honeypot:
    """Met when something was filled into the field that people do not see."""

    @property
    def traits(self) -> Traits:
        """What a rule asks of it."""
        return Traits(Reason.BOT)

    def find(self, signals: Signals, context: Context, /) -> Iterator[Match]:  # noqa: ARG002
        """Look into the field."""
        if signals.submission.honeypot:
            yield Match(Message("the field that people do not see was filled in"))


@attrs.frozen
class TooFast:
    """Met when the form was filled in faster than people do.

    Attributes:
        least: how long it takes at least.
    """

    least: timedelta

    def __attrs_post_init__(self) -> None:
        positive("TooFast", "least", self.least)

    @property
    def traits(self) -> Traits:
        """What a rule asks of it."""
        return Traits(Reason.BOT)

    def find(self, signals: Signals, context: Context, /) -> Iterator[Match]:  # noqa: ARG002
        """Compare the time."""
        taken = signals.submission.filled_in
        if taken is not None and taken < self.least:
            seconds = round(taken.total_seconds(), 1)
            yield Match(Message("the form was filled in within {seconds} s", seconds=seconds))


def share(owner: str, field: str, value: object) -> None:
    """Require a share: a number from 0 to 1."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise InvalidTypeError(owner, field, value, "a number from 0 to 1")
    if not 0 <= value <= 1:
        raise InvalidValueError(owner, field, value, "a number from 0 to 1")
