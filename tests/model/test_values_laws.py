"""Making a value has a short way; it must lead where the thorough check alone leads."""

from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import Any
from unittest import mock
from zoneinfo import ZoneInfo

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from blogmodel import (
    Author,
    Body,
    Comment,
    CommentKind,
    MediaType,
    Origin,
    Post,
    PostKind,
    PostStatus,
    Status,
)
from blogmodel.errors import InvalidValueError
from blogmodel.model import Extra

CHECKED: list[type[Any]] = [Author, Body, Comment, Post]


class Text(str):
    __slots__ = ()


class Count(int):
    pass


class Stamp(datetime):
    pass


class Many(tuple[str, ...]):
    __slots__ = ()


class NoOffset(tzinfo):
    def utcoffset(self, _moment: datetime | None, /) -> None:
        return None

    def dst(self, _moment: datetime | None, /) -> None:
        return None


class Everything:
    """Equal to anything; only its class tells what it is not."""

    def __eq__(self, _other: object) -> bool:
        return True

    __hash__ = None  # type: ignore[assignment]


@attrs.frozen(repr=False)
class Pseudonym(Author):
    pass


@attrs.frozen(repr=False)
class Markup(Body):
    pass


@attrs.frozen(repr=False)
class Mailbox(Origin):
    pass


@attrs.frozen(repr=False)
class More(Extra):
    pass


ZONES = [
    UTC,
    timezone(timedelta(0), "UTC"),  # equal to UTC, and another object
    timezone(timedelta(hours=2)),
    timezone(timedelta(hours=-23, minutes=-59)),
    ZoneInfo("UTC"),
    ZoneInfo("America/Toronto"),
    NoOffset(),
    None,
]
MOMENTS: list[object] = [
    cls(year, month, day, 1, 30, fold=fold, tzinfo=zone)
    for cls in (datetime, Stamp)
    for year, month, day in [(1, 1, 1), (2011, 11, 6), (9999, 12, 31)]
    for fold in (0, 1)
    for zone in ZONES
]
TEXTS: list[object] = [
    "",
    " ",
    "\t\n",
    "\u00a0",
    "\u2007",
    "\x00",
    "\x1f",
    "\u200d",
    "7",
    "Zoé",
    "李明",
    "a\nb",
    "\U0001f642",
    "\ud83d\ude42",  # a pair, as JSON escapes it: still two lone surrogates to Python
    *("\ud800", "\udfff", "a\udc80", "Zoé\ud800"),
    *(Text("7"), Text(""), Text("Zoé"), Text("\ud800")),
    b"7",
    mock.NonCallableMock(spec=str),
]
LANGUAGES: list[object] = ["fr", "fr_CA", "fr-", "français", Text("fr"), "f\ud800"]
EMAILS: list[object] = ["a@b", "a b@c", Text("a@b"), "\ud800@b"]
URLS: list[object] = ["http://a", "ftp://a", "http://a b", Text("http://a"), "http://\ud800"]
COUNTS: list[object] = [
    *(0, 1, 2**31, 2**63 - 1, 2**63, 2**64, -1, -(2**63), 10**5000),
    *(True, False, 0.0, 1.0, float("nan"), "0", Count(0), Count(1), Count(-1)),
]
FLAGS: list[object] = [True, False, 0, 1, Count(1), "True"]
AUTHORS: list[object] = [Author("Zoé"), Pseudonym("Zoé"), "Zoé", mock.NonCallableMock(spec=Author)]
BODIES: list[object] = [
    *(Body(""), Body("Été", MediaType.HTML), Markup("a"), "", "Été", "\ud800", Text("a"), b"a"),
    mock.NonCallableMock(spec=Body),
]
ORIGINS: list[object] = [Origin(address="192.0.2.7"), Mailbox(), "192.0.2.7"]
MEMBERS: list[object] = [
    *(*Status, *CommentKind, *MediaType, *PostKind, *PostStatus),
    *("published", "comment", "text/plain", "post"),
]
EXTRAS: list[object] = [
    *(Extra(), Extra("{}"), Extra(" {} "), Extra(Text("{}")), More(), More('{"x": 1}')),
    *(Extra.of({"x": 1}), Extra.of({"type": "x"}), Extra.of({"extra": 1, "id": 2, "name": 3})),
    *({}, "{}"),
]
TAGS: list[object] = [
    *((), [], ("a", "é"), ["a", ""], ("\ud800",), ("a", 1), Many(), Many(["a"]), "sirop", set()),
]

# The odd values of each field; those of any other are wrong for it.
ODD: dict[str, list[object]] = {
    **dict.fromkeys(("id", "post_id", "parent_id", "name", "text", "title", "slug"), TEXTS),
    **dict.fromkeys(("created_at", "updated_at", "published_at", "comments_closed_at"), MOMENTS),
    **dict.fromkeys(("status", "kind", "media_type"), MEMBERS),
    **dict.fromkeys(("ups", "downs"), COUNTS),
    "author": AUTHORS,
    "body": BODIES,
    "summary": BODIES,
    "origin": ORIGINS,
    "extra": EXTRAS,
    "tags": TAGS,
    "pinned": FLAGS,
    "language": LANGUAGES,
    "email": EMAILS,
    "url": URLS,
}
WRONG: list[object] = [
    None,
    Everything(),
    object(),
    7,
    "7",
    [],
    mock.NonCallableMock(spec=datetime),
]
REQUIRED: dict[str, object] = {"id": "2", "post_id": "1", "name": "Marie", "text": "Merci"}


def thoroughly(cls: type[Any], fields: dict[str, Any]) -> Any:
    """Make a value by the thorough check alone, without the condition before it."""
    value = object.__new__(cls)
    for field in attrs.fields(cls):
        given_or_default = fields.get(field.name, field.default)
        convert = field.converter or (lambda same: same)
        object.__setattr__(value, field.name, convert(given_or_default))
    value._check()
    return value


def outcome(make: Any, cls: type[Any], fields: dict[str, Any]) -> object:
    """Tell all that can be seen of a value, or of its refusal."""
    try:
        value = make(cls, fields)
    except InvalidValueError as error:
        return type(error), str(error), error.class_name, error.field, id(error.value)
    except TypeError as error:  # a mock is no datetime, whatever it says
        return type(error), str(error)
    return {
        field.name: seen(field.name, fields, getattr(value, field.name))
        for field in attrs.fields(cls)
    }


def seen(name: str, fields: dict[str, Any], kept: Any) -> object:
    """Tell whether a field was kept as given, and what became of it where it was not."""
    if name in fields and kept is fields[name]:
        return "as given"
    if isinstance(kept, datetime):
        return type(kept), kept.isoformat(), kept.tzinfo is UTC, kept.fold
    return type(kept), kept


def the_same(cls: type[Any], fields: dict[str, Any]) -> None:
    made = outcome(lambda cls, fields: cls(**fields), cls, fields)
    assert made == outcome(thoroughly, cls, fields)


def required(cls: type[Any]) -> dict[str, object]:
    names = [field.name for field in attrs.fields(cls) if field.default is attrs.NOTHING]
    return {name: REQUIRED[name] for name in names}


EACH = [(cls, field.name) for cls in CHECKED for field in attrs.fields(cls)]


@pytest.mark.parametrize("cls, name", EACH)
def test_one_odd_field_fares_as_by_the_thorough_check(cls: type[Any], name: str) -> None:
    for value in ODD[name] + WRONG:
        the_same(cls, required(cls) | {name: value})


@st.composite
def cases(draw: st.DrawFn) -> tuple[type[Any], dict[str, Any]]:
    """Draw a class and fields for it, of which most are left out or right, and some odd."""
    cls = draw(st.sampled_from(CHECKED))
    fields: dict[str, Any] = required(cls)
    names = [field.name for field in attrs.fields(cls)]
    for name in draw(st.lists(st.sampled_from(names), unique=True, max_size=6)):
        odd = st.sampled_from(ODD[name])
        drawn = {str: st.text(st.characters(), max_size=6), int: st.integers()}
        kinds = {type(value) for value in ODD[name]}
        free = [strategy for kind, strategy in drawn.items() if kind in kinds]
        moments = st.datetimes(timezones=st.sampled_from(ZONES), allow_imaginary=True)
        free += [moments] if datetime in kinds else []
        fields[name] = draw(st.one_of(odd, *free, st.sampled_from(WRONG)))
    return cls, fields


@given(cases())
@example((Comment, {"id": "2", "post_id": "1", "created_at": datetime(2011, 6, 24, tzinfo=UTC)}))
def test_all_fields_fare_as_by_the_thorough_check(case: tuple[type[Any], dict[str, Any]]) -> None:
    the_same(*case)


@pytest.mark.parametrize(
    "cls, fields",
    [
        (Author, {"name": "Zoé", "id": "7"}),
        (Body, {"text": "Été", "media_type": MediaType.HTML}),
        (Post, {"id": "1", "title": "Été", "published_at": datetime(2011, 6, 24, tzinfo=UTC)}),
        (Comment, {"id": "2", "post_id": "1", "parent_id": "1", "ups": 3, "extra": Extra("{}")}),
    ],
)
def test_what_bulk_readers_make_goes_the_short_way(
    cls: type[Any], fields: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cls, "_check", lambda _self: pytest.fail("the long way"))
    cls(**fields)
