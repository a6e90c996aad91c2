"""Filters as people have them: foreign, unfinished, asynchronous, or wrong."""

from datetime import UTC, date, datetime, time
from time import sleep
from typing import Any
from unittest import SkipTest
from zoneinfo import ZoneInfo

import attrs
import pytest

from blogmodel.errors import (
    AdapterError,
    InvalidTypeError,
    InvalidValueError,
    LawBrokenError,
    UnknownZoneError,
    UnsupportedLocaleError,
)
from blogmodel.testing import DatePrecision, Patience, of_dates, of_factory
from blogmodel.testing import broken_dates as broken
from blogmodel.testing import laws as known

DAY = date(2011, 6, 24)
NOW = datetime(2011, 6, 24, 16, tzinfo=UTC)
ZONE = "America/Montreal"
ZONE_INFO = ZoneInfo(ZONE)


def test_filters_are_called_after_their_functions() -> None:
    class Mine:
        def __call__(self, moment: datetime) -> str:
            return broken.mended_format(moment)

    assert of_dates(broken.mended_format, broken.mended_parse, zone=ZONE).name == (
        "mended_format, mended_parse"
    )
    assert of_dates(Mine(), zone=ZONE).name.endswith("Mine")


@pytest.mark.parametrize(
    "fields, error, told",
    [
        ({}, InvalidValueError, "Dates.format must be a function, or parse or relative one"),
        ({"format": "d/m/Y"}, InvalidTypeError, "Dates.format must be something to call"),
        ({"parse": 1}, InvalidTypeError, "Dates.parse must be something to call"),
        ({"format": str, "precision": "hour"}, InvalidValueError, "one of day, minute, second"),
        ({"format": str, "zone": "Mars/Olympus"}, UnknownZoneError, "'Mars/Olympus'"),
        ({"format": str, "locale": "en_CA"}, UnsupportedLocaleError, "no rules for 'en_CA'"),
    ],
)
def test_what_is_given_wrong_is_refused(
    fields: dict[str, Any], error: type[Exception], told: str
) -> None:
    with pytest.raises(error, match=told):
        of_dates(**{"zone": ZONE} | fields)


def test_coroutines_are_awaited() -> None:
    async def format_(moment: datetime) -> str:
        return broken.mended_format(moment)

    async def parse(text: str, now: datetime) -> date:
        return broken.mended_parse(text, now)

    known.round_trip(of_dates(format_, parse, zone=ZONE, locale="fr_CA"), DAY, time(9, 7))


def test_a_filter_that_does_not_end_is_told_after_the_time_that_a_subject_gives() -> None:
    reader = of_dates(parse=lambda *_: sleep(60), zone=ZONE)
    with pytest.raises(LawBrokenError, match=r"parse\(\) does not end"):
        known.any_case_read(attrs.evolve(reader, patience=Patience(0.1)), DAY)


def test_what_is_not_implemented_counts_as_not_there() -> None:
    def parse(*_: object) -> date:
        raise NotImplementedError

    with pytest.raises(SkipTest, match=r"parse\(\) is not implemented"):
        known.any_case_read(of_dates(parse=parse, zone=ZONE), DAY)
    with pytest.raises(SkipTest, match=r"it has no relative\(\)"):
        known.just_now(of_dates(parse=parse, zone=ZONE), NOW, 0)


@pytest.mark.parametrize("error", [RecursionError, AssertionError])
def test_a_reader_that_fails_does_not_refuse(error: type[Exception]) -> None:
    def parse(*_: object) -> Any:
        raise error("too deep")

    with pytest.raises(LawBrokenError, match=r"parse\(\) raised"):
        known.never_guessed(of_dates(parse=parse, zone=ZONE), "mai")
    with pytest.raises(LawBrokenError, match=r"format\(\) raised"):
        known.naive_refused(of_dates(parse, zone=ZONE), DAY)


@pytest.mark.parametrize("value", ["2011-06-24", 1, datetime(2011, 6, 24)])  # noqa: DTZ001
def test_a_reading_that_is_no_date_is_the_adapters_error(value: Any) -> None:
    subject = of_dates(parse=lambda *_: value, zone=ZONE)
    with pytest.raises(AdapterError, match="parse must give an aware datetime, a date, or None"):
        known.any_case_read(subject, DAY)


def test_a_text_that_is_none_is_the_adapters_error() -> None:
    subject = of_dates(lambda _: None, relative=lambda *_: None, zone=ZONE)  # type: ignore[arg-type, return-value]
    with pytest.raises(AdapterError, match="format must give a str; got None"):
        known.every_moment_is_written(subject, NOW)
    with pytest.raises(AdapterError, match="relative must give a str; got None"):
        known.every_age_is_told(subject, NOW, NOW - NOW, 1)


def test_a_law_of_dates_is_tried_on_dates() -> None:
    with pytest.raises(AdapterError, match=r"make must give what of_dates\(\) makes"):
        known.every_moment_is_written(of_factory(dict), NOW)


def test_naive_moments_are_tried_on_what_is_there() -> None:
    known.naive_refused(of_dates(broken.mended_format, zone=ZONE), DAY)
    known.naive_refused(of_dates(relative=broken.mended_relative, zone=ZONE), DAY)
    for law, args in (
        (known.naive_refused, (DAY,)),
        (known.typographic_apostrophes, (NOW, NOW - NOW)),
    ):
        with pytest.raises(SkipTest, match=r"it has no format\(\) and no relative\(\)"):
            law(of_dates(parse=broken.mended_parse, zone=ZONE), *args)


def test_a_moment_far_from_utc_is_told_as_it_was_given() -> None:
    with pytest.raises(LawBrokenError, match="given as 2011-06-24 09:07:00-07:00"):
        known.equal_instants_alike(of_dates(broken.own_offset, zone=ZONE), DAY, time(12, 7), -7)


def test_a_date_alone_comes_back_by_its_day() -> None:
    subject = of_dates(
        lambda moment: f"{moment.astimezone(ZONE_INFO):%Y-%m-%d}",
        broken.mended_parse,
        zone=ZONE,
        precision=DatePrecision.DAY,
    )
    known.round_trip(subject, DAY, time(23, 30))


def test_seconds_come_back_where_they_are_written() -> None:
    def format_(moment: datetime) -> str:
        return f"{moment.astimezone(ZONE_INFO):%Y-%m-%d %H:%M:%S}"

    def shortened(moment: datetime) -> str:
        return format_(moment)[:-3]

    clock = time(9, 7, 33)
    known.round_trip(
        of_dates(format_, broken.mended_parse, zone=ZONE, precision="second"), DAY, clock
    )
    known.round_trip(of_dates(shortened, broken.mended_parse, zone=ZONE), DAY, clock)
    with pytest.raises(LawBrokenError, match="another moment than the one it tells"):
        known.round_trip(
            of_dates(shortened, broken.mended_parse, zone=ZONE, precision="second"), DAY, clock
        )
