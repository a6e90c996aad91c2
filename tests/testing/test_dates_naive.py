"""The oracles of dates, on texts that anybody can judge."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from blogmodel.testing.naive import _ages as ages
from blogmodel.testing.naive import _dates as told


def test_texts_are_looked_at_as_browsers_show_them() -> None:
    assert told.plain("<time>1<sup>er</sup>&nbsp;fe\u0301vr.</time>") == "1er\xa0févr."
    assert told.bare("Févr.") == "fevr"


@pytest.mark.parametrize(
    "text, months",
    [
        ("vendredi 24 juin 2011", [6]),
        ("juin", [6]),
        ("1er mai", [5]),
        ("24 MAR 2011", [3]),
        ("24 févr. 2011", [2]),
        ("June 24, 2011", [6]),
        ("may be", []),
        ("la mer et le sept", []),
        ("24/06/2011", []),
    ],
)
def test_months_are_found_by_their_names(text: str, months: list[int]) -> None:
    assert [name.number for name in told.months_in(text)] == months


@pytest.mark.parametrize(
    "text, days",
    [
        ("vendredi 24 juin", [4]),
        ("ven. 24 juin", [4]),
        ("mar. 21 juin", [1]),
        ("24 mar. 2011", []),
        ("Fri 24 juin", [4]),
        ("la mer", []),
    ],
)
def test_days_of_the_week_are_found_by_their_names(text: str, days: list[int]) -> None:
    assert [name.number for name in told.weekdays_in(text)] == days


@pytest.mark.parametrize(
    "text, clocks",
    [
        ("à 9 h 07", [("9", "07", (" ", " "))]),
        ("à 9h", [("9", "", ("",))]),
        ("à 9 heures 07", [("9", "07", ())]),
        ("2011-06-24T09:07:33", [("09", "07", ())]),
        ("à midi", [("12", "0", ())]),
        ("à minuit", [("0", "0", ())]),
        ("24 juin", []),
        ("UTC-04:00", []),
    ],
)
def test_clocks_are_found_with_their_spaces(
    text: str, clocks: list[tuple[str, str, tuple[str, ...]]]
) -> None:
    assert [(one.hour, one.minute, one.spaces) for one in told.clocks_in(text)] == clocks


def test_years_have_four_figures() -> None:
    assert told.years_in("24 juin 2011, 24/06/2012, n° 12345, 1.2013") == [2011, 2012]


@pytest.mark.parametrize(
    "text, hours",
    [("UTC", 0), ("UTC−4", -4), ("UTC+5:30", 5.5), ("GMT-05:00", -5), ("à 9 h", None)],
)
def test_offsets_are_found(text: str, hours: float | None) -> None:
    assert told.offset_in(text) == (None if hours is None else timedelta(hours=hours))


def test_a_code_fits_the_offset_and_the_season() -> None:
    zone = ZoneInfo("America/Montreal")
    summer = datetime(2011, 6, 24, 12, tzinfo=zone)
    assert told.fits("HAE", summer)
    assert not told.fits("HNA", summer)
    assert not told.fits("HNE", summer)
    assert not told.fits("EDT", summer)


def test_changes_of_clocks_are_found_to_the_second() -> None:
    assert told.clock_changes(ZoneInfo("America/Montreal"), 2011) == [
        datetime(2011, 3, 13, 7, tzinfo=UTC),
        datetime(2011, 11, 6, 6, tzinfo=UTC),
    ]
    assert told.clock_changes(ZoneInfo("UTC"), 2011) == []
    assert told.clock_changes(ZoneInfo("UTC"), 9998) == []


@pytest.mark.parametrize(
    "text, age",
    [
        ("il y a 5 minutes", (True, 5, "minute")),
        ("Il y a environ 1\u202f234 ans", (True, 1234, "an")),
        ("dans une heure", (False, 1, "heure")),
        ("il y a -3 jours", (True, -3, "jour")),
        ("il y a 2 années", (True, 2, "an")),
        ("il y a 5 min", (True, 5, "minute")),
        ("il y a 5 commentaires", None),
        ("à l’instant", None),
    ],
)
def test_ages_are_found(text: str, age: tuple[bool, int, str] | None) -> None:
    found = ages.age_in(text)
    assert (found and (found.past, found.count, found.unit)) == age


@pytest.mark.parametrize(
    "text, day",
    [
        ("hier à 9 h", -1),
        ("avant-hier", -2),
        ("Aujourd’hui", 0),
        ("après-demain", 2),
        ("lundi", None),
    ],
)
def test_days_are_found_by_their_names_around_today(text: str, day: int | None) -> None:
    assert ages.named_day_in(text) == day


@pytest.mark.parametrize(
    "start, end, months",
    [
        ((2011, 5, 24), (2011, 6, 23), {0}),
        ((2011, 5, 24), (2011, 6, 24), {1}),
        ((2011, 1, 31), (2011, 2, 28), {0, 1}),
        ((2011, 1, 31), (2011, 3, 1), {1}),
        ((2008, 2, 29), (2009, 2, 28), {11, 12}),
    ],
)
def test_months_are_counted_up_the_calendar(
    start: tuple[int, int, int], end: tuple[int, int, int], months: set[int]
) -> None:
    assert ages.whole_months(datetime(*start), datetime(*end)) == months  # noqa: DTZ001
