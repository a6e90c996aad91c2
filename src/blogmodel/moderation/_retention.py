"""How long each field of a comment is kept, as data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import attrs

from blogmodel import _checks
from blogmodel.errors import InvalidTypeError, InvalidValueError, PolicyError, shown
from blogmodel.model import Comment, Extra, Origin
from blogmodel.moderation._addresses import cut_address
from blogmodel.moderation._durations import read_duration

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["RETENTION", "Due", "Expiry", "Keep", "PersonalField", "Retention"]


class PersonalField(StrEnum):
    """A field of a comment that tells of a person."""

    ADDRESS = "origin.address"
    AGENT = "origin.agent"
    REFERRER = "origin.referrer"
    EMAIL = "author.email"
    URL = "author.url"
    EXTRA = "extra"
    """Fields of other engines that were kept; nobody knows what they tell."""


class Expiry(StrEnum):
    """What is done with a field when its time is over."""

    CUT = "cut"
    """A network address becomes its network."""
    DROP = "drop"


@attrs.frozen
class Keep:
    """How long a field is kept.

    Attributes:
        field: which.
        time: how long after the comment came.
        then: what is done with it.

    Raises:
        InvalidValueError: the time is below zero, or something else than an address is to be cut.
        InvalidTypeError: a field is of another type.
    """

    field: PersonalField
    time: timedelta
    then: Expiry = Expiry.DROP

    def __attrs_post_init__(self) -> None:
        _checks.member("Keep", "field", self.field, PersonalField)
        if not isinstance(self.time, timedelta):
            raise InvalidTypeError("Keep", "time", self.time, "a timedelta")
        if self.time < timedelta(0):
            raise InvalidValueError("Keep", "time", self.time, "zero or more")
        _checks.member("Keep", "then", self.then, Expiry)
        if self.then is Expiry.CUT and self.field is not PersonalField.ADDRESS:
            raise InvalidValueError("Keep", "then", self.then, "Expiry.DROP, but for an address")


@attrs.frozen
class Due:
    """A field whose time is over.

    Attributes:
        comment_id: whose.
        field: which.
        then: what is to be done with it.
        since: from when on.
    """

    comment_id: str
    field: PersonalField
    then: Expiry
    since: datetime


def _rules(rules: Iterable[Keep]) -> tuple[Keep, ...]:
    if not isinstance(rules, list | tuple):
        raise InvalidTypeError("Retention", "rules", rules, "a list of Keep")
    return tuple(rules)


@attrs.frozen
class Retention:
    """How long each field is kept. What no rule names is kept; comments without a date keep all.

    Attributes:
        rules: in any order.

    Raises:
        InvalidTypeError: a rule is no Keep.

    Example:
        >>> from datetime import UTC, datetime
        >>> from blogmodel import Comment, Origin
        >>> from blogmodel.moderation import RETENTION
        >>> came = datetime(2026, 1, 1, tzinfo=UTC)
        >>> comment = Comment("2", "1", created_at=came, origin=Origin(address="192.0.2.77"))
        >>> [due.then.value for due in RETENTION.due([comment], datetime(2026, 3, 1, tzinfo=UTC))]
        ['cut']
        >>> RETENTION.apply([comment], datetime(2026, 3, 1, tzinfo=UTC))[0].origin.address
        '192.0.2.0/24'
    """

    rules: tuple[Keep, ...] = attrs.field(converter=_rules)

    def __attrs_post_init__(self) -> None:
        for rule in self.rules:
            _checks.instance("Retention", "rules", rule, Keep, "Keep(PersonalField.EMAIL, …)")

    @classmethod
    def from_mapping(cls, fields: Mapping[str, object]) -> Retention:
        """Return what a mapping tells, such as a table of TOML: field by field, times as texts.

        Raises:
            PolicyError: a field is not known, or a time is none; it names the field.

        Example:
            >>> from blogmodel.moderation import Retention
            >>> made = Retention.from_mapping(
            ...     {"origin.address": {"cut": "30 d", "drop": "365 d"}, "author.email": "730 d"}
            ... )
            >>> len(made.rules)
            3
        """
        if not isinstance(fields, Mapping):
            raise PolicyError("retention", None, f"must be a table; got {shown(fields)}")
        rules: list[Keep] = []
        for name, given in fields.items():
            try:
                field = PersonalField(name)
            except ValueError:
                known = ", ".join(field.value for field in PersonalField)
                raise PolicyError(
                    "retention", str(name), f"is no field; there are {known}"
                ) from None
            times = given if isinstance(given, Mapping) else {"drop": given}
            rules += [_keep(field, name, then, time) for then, time in times.items()]
        return cls(rules)

    def due(self, comments: Iterable[Comment], now: datetime) -> tuple[Due, ...]:
        """Return what is to be done now, comment by comment. O(comments).

        Raises:
            InvalidTypeError: one of them is no Comment.
            InvalidValueError: the moment is naive.
        """
        _checks.aware("Retention", "now", now)
        return tuple(due for comment in comments for due in self._due(comment, now))

    def _due(self, comment: Comment, now: datetime) -> list[Due]:
        _checks.instance("Retention", "comments", comment, Comment, "Comment('2', '1')")
        came = comment.created_at
        if came is None:
            return []
        over: dict[PersonalField, Due] = {}
        for rule in self.rules:
            if now - came < rule.time or not _is_there(comment, rule):
                continue
            # To be dropped is more than to be cut.
            if rule.field not in over or rule.then is Expiry.DROP:
                over[rule.field] = Due(comment.id, rule.field, rule.then, came + rule.time)
        return [over[field] for field in PersonalField if field in over]

    def apply(self, comments: Iterable[Comment], now: datetime) -> tuple[Comment, ...]:
        """Return the comments without what is due; those of which nothing is are the same ones.

        Raises:
            InvalidTypeError: one of them is no Comment.
            InvalidValueError: the moment is naive.
        """
        _checks.aware("Retention", "now", now)
        return tuple(_without(comment, self._due(comment, now)) for comment in comments)


def _keep(field: PersonalField, name: str, then: object, time: object) -> Keep:
    try:
        expiry = Expiry(str(then))
    except ValueError:
        raise PolicyError(
            "retention", name, f"must have 'cut' and 'drop' at most; got {shown(then)}"
        ) from None
    length = read_duration(time)
    if length is None:
        raise PolicyError(
            "retention", name, f"must be a time such as '30 d' or '12 h'; got {shown(time)}"
        )
    try:
        return Keep(field, length, expiry)
    except InvalidValueError as error:
        raise PolicyError("retention", name, f"must be {error.expected}") from None


def _is_there(comment: Comment, rule: Keep) -> bool:
    value: Any = _READ[rule.field](comment)
    if not value:
        return False
    if rule.then is Expiry.DROP:
        return True
    try:
        return cut_address(value) != str(value)
    except InvalidValueError:
        return False  # A fingerprint, or what another engine had in its place.


_READ: dict[PersonalField, Callable[[Comment], Any]] = {
    PersonalField.ADDRESS: lambda comment: comment.origin and comment.origin.address,
    PersonalField.AGENT: lambda comment: comment.origin and comment.origin.agent,
    PersonalField.REFERRER: lambda comment: comment.origin and comment.origin.referrer,
    PersonalField.EMAIL: lambda comment: comment.author and comment.author.email,
    PersonalField.URL: lambda comment: comment.author and comment.author.url,
    PersonalField.EXTRA: lambda comment: comment.extra,
}


def _without(comment: Comment, dues: list[Due]) -> Comment:
    for due in dues:
        part, _, field = due.field.value.partition(".")
        if due.field is PersonalField.EXTRA:
            comment = attrs.evolve(comment, extra=Extra())
            continue
        owner = getattr(comment, part)
        value = cut_address(getattr(owner, field)) if due.then is Expiry.CUT else None
        changed = attrs.evolve(owner, **{field: value})
        # An origin of which nothing is left is none.
        kept = None if changed == Origin() else changed
        changes: dict[str, Any] = {part: kept}
        comment = attrs.evolve(comment, **changes)
    return comment


RETENTION = Retention(
    (
        Keep(PersonalField.ADDRESS, timedelta(days=30), Expiry.CUT),
        Keep(PersonalField.ADDRESS, timedelta(days=365)),
        Keep(PersonalField.AGENT, timedelta(days=90)),
        Keep(PersonalField.REFERRER, timedelta(days=90)),
        Keep(PersonalField.EMAIL, timedelta(days=3 * 365)),
    )
)
"""A schedule to start from: addresses are cut after 30 days and go after a year, browsers and
pages of origin after 90 days, e-mail after three years. What a site needs and may keep is for its
owner to know."""
