from datetime import timedelta
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from blogmodel.errors import InvalidTypeError, InvalidValueError, PolicyError
from blogmodel.model import Author, Comment, Extra, Origin
from blogmodel.moderation import RETENTION, Due, Expiry, Keep, PersonalField, Retention
from blogmodel.testing.strategies import comments

from support.moderating import NOW

FULL = Comment(
    "c1",
    "p1",
    author=Author("Zoé", email="zoe@example.org", url="https://zoe.example/"),
    created_at=NOW,
    origin=Origin(address="192.0.2.77", agent="Navigateur/1", referrer="https://exemple.ca/"),
    extra=Extra.of({"karma": 3}),
)
DAY = timedelta(days=1)


def after(days: int, retention: Retention = RETENTION) -> Comment:
    (made,) = retention.apply([FULL], NOW + days * DAY)
    return made


def test_the_schedule_to_start_from() -> None:
    assert after(29) is FULL
    assert after(30).origin == attrs.evolve(FULL.origin, address="192.0.2.0/24")
    assert after(90).origin == Origin(address="192.0.2.0/24")
    assert after(365).origin is None
    assert after(365).author == FULL.author
    assert after(1095).author == Author("Zoé", url="https://zoe.example/")


def test_every_field_can_be_dropped() -> None:
    everything = Retention([Keep(field, timedelta(0)) for field in PersonalField])
    assert after(0, everything) == Comment("c1", "p1", author=Author("Zoé"), created_at=NOW)


def test_of_two_rules_the_one_that_drops_counts() -> None:
    for rules in (
        [Keep(PersonalField.ADDRESS, DAY), Keep(PersonalField.ADDRESS, DAY, Expiry.CUT)],
        [Keep(PersonalField.ADDRESS, DAY, Expiry.CUT), Keep(PersonalField.ADDRESS, DAY)],
    ):
        assert [due.then for due in Retention(rules).due([FULL], NOW + DAY)] == [Expiry.DROP]


def test_what_is_due_is_told_before_it_is_done() -> None:
    assert RETENTION.due([FULL], NOW + 400 * DAY) == (
        Due("c1", PersonalField.ADDRESS, Expiry.DROP, NOW + 365 * DAY),
        Due("c1", PersonalField.AGENT, Expiry.DROP, NOW + 90 * DAY),
        Due("c1", PersonalField.REFERRER, Expiry.DROP, NOW + 90 * DAY),
    )


def test_comments_without_a_date_keep_all() -> None:
    undated = attrs.evolve(FULL, created_at=None)
    assert RETENTION.apply([undated], NOW + 9_999 * DAY) == (undated,)


def test_an_address_that_is_a_fingerprint_is_not_cut() -> None:
    hashed = attrs.evolve(FULL, origin=Origin(address="ab" * 16))
    assert RETENTION.apply([hashed], NOW + 31 * DAY) == (hashed,)


@given(comments(), st.integers(0, 1_500))
def test_what_was_done_is_not_due_again(comment: Comment, days: int) -> None:
    if comment.created_at is None or comment.created_at.year > 9_000:
        return
    now = comment.created_at + days * DAY
    made = RETENTION.apply([comment], now)
    assert RETENTION.due(made, now) == ()
    assert RETENTION.apply(made, now) == made
    assert (RETENTION.due([comment], now) == ()) == (made[0] is comment)
    assert made[0].body == comment.body


def test_a_schedule_is_read_from_a_table() -> None:
    made = Retention.from_mapping(
        {"origin.address": {"cut": "12 h", "drop": "365 d"}, "author.email": "730 d"}
    )
    assert made == Retention(
        [
            Keep(PersonalField.ADDRESS, timedelta(hours=12), Expiry.CUT),
            Keep(PersonalField.ADDRESS, 365 * DAY),
            Keep(PersonalField.EMAIL, 730 * DAY),
        ]
    )


@pytest.mark.parametrize(
    "fields, message",
    [
        (3, "retention: must be a table; got 3"),
        ({"author.age": "1 d"}, "retention, author.age: is no field; there are origin.address, "),
        ({"author.email": 3}, "retention, author.email: must be a time such as '30 d'"),
        ({"author.email": "soon"}, "retention, author.email: must be a time such as '30 d'"),
        ({"author.email": {"burn": "1 d"}}, "retention, author.email: must have 'cut' and 'drop'"),
        ({"author.email": {"cut": "1 d"}}, "retention, author.email: must be Expiry.DROP, but"),
    ],
)
def test_what_is_wrong_with_a_table_is_told(fields: Any, message: str) -> None:
    with pytest.raises(PolicyError) as caught:
        Retention.from_mapping(fields)
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize(
    "make",
    [
        lambda: Keep("x", DAY),
        lambda: Keep(PersonalField.EMAIL, 3),
        lambda: Keep(PersonalField.EMAIL, -DAY),
        lambda: Keep(PersonalField.EMAIL, DAY, "x"),
        lambda: Keep(PersonalField.EMAIL, DAY, Expiry.CUT),
        lambda: Retention(3),
        lambda: Retention([3]),
        lambda: RETENTION.due([3], NOW),
        lambda: RETENTION.due([], NOW.replace(tzinfo=None)),
        lambda: RETENTION.apply([], NOW.replace(tzinfo=None)),
    ],
)
def test_other_values_are_refused(make: Any) -> None:
    with pytest.raises((InvalidTypeError, InvalidValueError)):
        make()
