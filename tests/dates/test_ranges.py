from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blogmodel.dates._format import format  # noqa: A004 - its public name
from blogmodel.dates._ranges import format_range
from blogmodel.errors import InvalidTypeError, InvalidValueError, StyleError, UnknownZoneError

FRENCH = ["fr", "fr_CA", "fr-BE", "fr_CH", "fr_FR"]


@pytest.mark.parametrize(
    "start, end, french, english",
    [
        ("2011-05-07", "2011-05-09", "du 7 au 9 mai 2011", "from May 7 to 9, 2011"),
        ("2011-05-01", "2011-05-03", "du 1er au 3 mai 2011", "from May 1 to 3, 2011"),
        ("2011-04-30", "2011-05-02", "du 30 avril au 2 mai 2011", "from April 30 to May 2, 2011"),
        ("2011-04-30", "2011-05-01", "du 30 avril au 1er mai 2011", "from April 30 to May 1, 2011"),
        (
            "2010-12-30",
            "2011-01-02",
            "du 30 décembre 2010 au 2 janvier 2011",
            "from December 30, 2010, to January 2, 2011",
        ),
        (
            "2010-05-01",
            "2011-05-01",
            "du 1er mai 2010 au 1er mai 2011",
            "from May 1, 2010, to May 1, 2011",
        ),
        ("2011-05-07", "2011-05-07", "le 7 mai 2011", "on May 7, 2011"),
        ("2011-05-01", "2011-05-01", "le 1er mai 2011", "on May 1, 2011"),
        ("0099-05-01", "0099-05-02", "du 1er au 2 mai 0099", "from May 1 to 2, 0099"),
        (
            "0099-12-31",
            "0100-01-01",
            "du 31 décembre 0099 au 1er janvier 0100",
            "from December 31, 0099, to January 1, 0100",
        ),
    ],
)
def test_what_both_days_have_in_common_is_written_once(
    start: str, end: str, french: str, english: str
) -> None:
    days = date.fromisoformat(start), date.fromisoformat(end)
    assert {format_range(*days, locale=locale) for locale in FRENCH} == {french}
    assert {format_range(*days, locale=locale) for locale in ("en", "en-CA")} == {english}


def test_datetimes_are_the_days_that_they_fall_on_in_the_zone() -> None:
    start, end = datetime(2011, 5, 8, 2, tzinfo=UTC), datetime(2011, 5, 9, 2, tzinfo=UTC)
    assert format_range(start, end, locale="fr") == "du 8 au 9 mai 2011"
    montreal = format_range(start, end, locale="fr", tz="America/Montreal")
    assert montreal == "du 7 au 8 mai 2011"
    assert format_range(start, date(2011, 5, 9), locale="fr", tz="America/Montreal") == (
        "du 7 au 9 mai 2011"
    )


def test_an_earlier_hour_of_the_same_day_is_that_day() -> None:
    start, end = datetime(2011, 5, 8, 9, tzinfo=UTC), datetime(2011, 5, 8, 8, tzinfo=UTC)
    assert format_range(start, end, locale="fr") == "le 8 mai 2011"


def test_an_end_before_the_start_is_refused() -> None:
    with pytest.raises(InvalidValueError, match=r"format_range\.end must be on 2011-05-09 or"):
        format_range(date(2011, 5, 9), date(2011, 5, 7), locale="fr")


def test_what_is_no_day_is_refused_by_name() -> None:
    naive = datetime(2011, 5, 7)  # noqa: DTZ001 - the point of the test
    with pytest.raises(InvalidValueError, match=r"format_range\.start .* naive"):
        format_range(naive, date(2011, 5, 9), locale="fr")
    with pytest.raises(InvalidTypeError, match=r"format_range\.end must be an aware datetime or a"):
        format_range(date(2011, 5, 7), "2011-05-09", locale="fr")  # type: ignore[arg-type]
    with pytest.raises(UnknownZoneError):
        format_range(date(2011, 5, 7), date(2011, 5, 9), locale="fr", tz="Mars/Olympus")


def test_other_locales_have_no_ranges() -> None:
    with pytest.raises(StyleError, match="'range' in 'de': only fr, fr_CA"):
        format_range(date(2011, 5, 7), date(2011, 5, 9), locale="de")


@given(st.dates(), st.dates(), st.sampled_from([*FRENCH, "en", "en_CA"]))
def test_a_range_ends_as_its_last_day_is_written(one: date, other: date, locale: str) -> None:
    start, end = sorted([one, other])
    text = format_range(start, end, locale=locale)
    last = format(end, "date", locale=locale)
    assert text.endswith(last.rsplit(maxsplit=1)[-1])
    if (start.year, start.month) != (end.year, end.month) or locale.startswith("fr"):
        assert text.endswith(f" {last}")
    if start.year != end.year:
        assert f" {format(start, 'date', locale=locale)}" in text
