"""Days by their names, stamps by the day, and what is refused."""

from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from blogmodel.dates._calendar import calendar_day, calendar_stamp
from blogmodel.dates._format import Formatter
from blogmodel.dates._norms import NORMS
from blogmodel.dates._styles import Style
from blogmodel.errors import (
    InvalidTypeError,
    InvalidValueError,
    StyleError,
    UnknownLocaleError,
    UnknownZoneError,
)

MONTREAL = ZoneInfo("America/Montreal")
NOW = datetime(2011, 6, 24, 9, 7, tzinfo=MONTREAL)
TODAY = date(2011, 6, 24)


@pytest.mark.parametrize(
    "day,french,english",
    [
        (date(2011, 6, 21), "21 juin 2011", "June 21, 2011"),
        (date(2011, 6, 22), "avant-hier", "June 22, 2011"),
        (date(2011, 6, 23), "hier", "yesterday"),
        (TODAY, "aujourd’hui", "today"),
        (date(2011, 6, 25), "demain", "tomorrow"),
        (date(2011, 6, 26), "après-demain", "June 26, 2011"),
        (date(2011, 6, 27), "27 juin 2011", "June 27, 2011"),
        (date(2011, 7, 1), "1er juillet 2011", "July 1, 2011"),
        (date(1, 1, 1), "1er janvier 0001", "January 1, 0001"),
    ],
)
def test_days_around_today_have_names_and_others_a_date(
    day: date, french: str, english: str
) -> None:
    for locale, expected in (("fr_CA", french), ("fr-BE", french), ("en", english)):
        assert calendar_day(day, locale=locale, now=NOW, tz="America/Montreal") == expected


def test_days_are_those_of_the_readers_zone() -> None:
    moment = datetime(2011, 6, 24, 3, 59, tzinfo=UTC)
    assert calendar_day(moment, locale="fr", now=NOW, tz="UTC") == "aujourd’hui"
    assert calendar_day(moment, locale="fr", now=NOW, tz="America/Montreal") == "hier"
    assert calendar_day(moment, locale="fr", now=NOW, tz="Pacific/Kiritimati") == "hier"


def test_two_minutes_ago_was_yesterday_when_it_was_before_midnight() -> None:
    now = datetime(2011, 6, 24, 0, 1, tzinfo=MONTREAL)
    moment = now - timedelta(minutes=2)
    assert calendar_day(moment, locale="fr", now=now, tz=MONTREAL) == "hier"


@pytest.mark.parametrize("day,hours", [(date(2011, 3, 13), 23), (date(2011, 11, 6), 25)])
def test_a_day_has_its_name_whatever_its_length(day: date, hours: int) -> None:
    now = datetime(day.year, day.month, day.day + 1, 0, 30, tzinfo=MONTREAL).astimezone(UTC)
    almost = now - timedelta(hours=hours, minutes=30)
    assert calendar_day(almost, locale="fr", now=now, tz=MONTREAL) == "hier"
    before = almost - timedelta(microseconds=1)
    assert calendar_day(before, locale="fr", now=now, tz=MONTREAL) == "avant-hier"


@pytest.mark.parametrize(
    "locale,yesterday,long_ago",
    [
        ("fr", "hier à 09:07", "24 juin 2010 à 09:07"),
        ("fr_CA", "hier à 9\u00a0h\u00a007", "24 juin 2010 à 9\u00a0h\u00a007"),
        ("en", "yesterday at 9:07\u202fAM", "June 24, 2010 at 9:07\u202fAM"),
    ],
)
def test_a_stamp_has_the_days_name_and_the_clock_of_screens(
    locale: str, yesterday: str, long_ago: str
) -> None:
    moments = (NOW - timedelta(days=1), NOW.replace(year=2010))
    stamps = [calendar_stamp(moment, locale=locale, now=NOW, tz=MONTREAL) for moment in moments]
    assert stamps == [yesterday, long_ago]


def test_stamps_tell_the_clock_of_the_readers_zone() -> None:
    stamp = calendar_stamp(NOW, locale="fr", now=NOW, tz="Asia/Tokyo")
    assert stamp == "aujourd’hui à 22:07"


def test_stamps_reach_as_far_as_the_names_do() -> None:
    ahead = [NOW + timedelta(days=days) for days in range(-3, 4)]
    assert [calendar_stamp(moment, locale="fr", now=NOW, tz=MONTREAL) for moment in ahead] == [
        "21 juin 2011 à 09:07",
        *(f"{day} à 09:07" for day in ("avant-hier", "hier", "aujourd’hui", "demain")),
        "après-demain à 09:07",
        "27 juin 2011 à 09:07",
    ]


@pytest.mark.parametrize("locale", NORMS)
def test_dates_clocks_and_stamps_are_those_of_their_styles(locale: str) -> None:
    moment = NOW - timedelta(days=30)
    style = {
        style: Formatter(style, locale=locale, tz=MONTREAL)
        for style in (Style.DATE, Style.STAMP, Style.SCREEN_CLOCK)
    }
    day = calendar_day(moment, locale=locale, now=NOW, tz=MONTREAL)
    assert day == style[Style.DATE](moment)
    assert calendar_stamp(moment, locale=locale, now=NOW, tz=MONTREAL) == style[Style.STAMP](moment)
    assert calendar_stamp(NOW, locale=locale, now=NOW, tz=MONTREAL).endswith(
        style[Style.SCREEN_CLOCK](NOW)
    )


def test_at_the_ends_of_the_calendar_days_have_their_names() -> None:
    first, last = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)
    for end, zone in ((first, MONTREAL), (last, ZoneInfo("Asia/Tokyo"))):
        assert calendar_day(end, locale="fr", now=end, tz=zone) == "aujourd’hui"


class Odd(datetime):
    """A datetime that moves in ways of its own."""

    def astimezone(self, tz: Any = None) -> Any:
        raise AssertionError


def test_subclasses_of_datetime_are_told_as_what_they_are() -> None:
    moment, now = (Odd(2011, 6, day, 13, 7, tzinfo=UTC) for day in (23, 24))
    assert calendar_day(moment, locale="fr", now=now, tz="UTC") == "hier"
    assert calendar_stamp(moment, locale="fr", now=now, tz=MONTREAL) == "hier à 09:07"


@pytest.mark.parametrize(
    "style, write", [("calendar-day", calendar_day), ("calendar-stamp", calendar_stamp)]
)
def test_a_locale_without_norms_is_refused_whatever_the_day(style: str, write: Any) -> None:
    for moment in (NOW, NOW - timedelta(days=99)):
        with pytest.raises(StyleError, match=r"only fr, fr_CA, .* have it") as refused:
            write(moment, locale="de-DE", now=NOW, tz=MONTREAL)
        assert (refused.value.style, refused.value.locale) == (style, "de_DE")


@pytest.mark.parametrize("write", [calendar_day, calendar_stamp])
def test_what_no_moment_zone_or_locale_is_is_refused(write: Any) -> None:
    naive = datetime(2011, 6, 24)  # noqa: DTZ001 - what is refused
    for moment, now, field in ((naive, NOW, "moment"), (NOW, naive, "now")):
        with pytest.raises(InvalidValueError, match="naive") as refused:
            write(moment, locale="fr", now=now, tz="UTC")
        assert (refused.value.class_name, refused.value.field) == (write.__name__, field)
    for given in ({"moment": "hier", "now": NOW}, {"moment": NOW, "now": TODAY}):
        with pytest.raises(InvalidTypeError, match="an aware datetime"):
            write(**given, locale="fr", tz="UTC")
    with pytest.raises(UnknownZoneError):
        write(NOW, locale="fr", now=NOW, tz="Montreal")
    with pytest.raises(UnknownLocaleError):
        write(NOW, locale="xx", now=NOW, tz="UTC")


def test_a_date_has_no_stamp() -> None:
    with pytest.raises(InvalidTypeError, match=r"calendar_stamp\.moment must be an aware datetime"):
        calendar_stamp(TODAY, locale="fr", now=NOW, tz="UTC")  # type: ignore[arg-type]


class _Broken(tzinfo):
    def utcoffset(self, _: datetime | None, /) -> timedelta:
        raise RuntimeError("no table")


@pytest.mark.parametrize("write", [calendar_day, calendar_stamp])
def test_a_zone_that_fails_is_told(write: Any) -> None:
    with pytest.raises(InvalidValueError, match="no table"):
        write(NOW, locale="fr", now=NOW, tz=_Broken())
