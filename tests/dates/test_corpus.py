"""The corpus of dates holds together, and every text in it is read as the norms say."""

import importlib.util
import re
import sys
import unicodedata
from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path
from types import ModuleType
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from blogmodel import dates
from blogmodel.errors import DateError

PATH = Path(__file__).parents[2] / "benchmarks" / "date_corpus.py"


def loaded() -> ModuleType:
    spec = importlib.util.spec_from_file_location("date_corpus", PATH)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # attrs looks annotations up there.
    spec.loader.exec_module(module)
    return module


CORPUS = loaded()
DAYS = [
    *("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    *("mon", "tue", "wed", "thu", "fri", "sat", "sun"),
]
NUMBER = re.compile(rf"\b(?:{'|'.join(DAYS)})\b", re.IGNORECASE)
BY_THE_READER = "weekdays, last and next"
# What may or may not be held to be part of a date that is found.
BEFORE = re.compile(r"(?:(?:le|la|du|au|à|on|the|at)\s+|l[’'])+", re.IGNORECASE)


def name(row: Any) -> str:
    """Name a test after its text, in ASCII, so that it can be asked for on a command line."""
    return f"{row.locale} {ascii(row.text)[1:-1]} {row.tz}".replace("::", ":")


def local_day(value: date, tz: str) -> date:
    return value.astimezone(ZoneInfo(tz)).date() if isinstance(value, datetime) else value


def weekdays_told(text: str) -> list[int]:
    return [DAYS.index(day.lower()) % 7 for day in NUMBER.findall(text)]


def test_the_corpus_is_as_large_as_it_says() -> None:
    assert len(CORPUS.READ) >= 420
    assert len(CORPUS.REFUSED) >= 70
    assert len(CORPUS.FIND) >= 60
    assert CORPUS.ROWS == CORPUS.READ + CORPUS.REFUSED
    kinds = Counter(row.kind for row in CORPUS.READ)
    assert len(kinds) == 20
    assert min(kinds.values()) >= 10
    locales = {row.locale for row in CORPUS.ROWS}
    assert locales == {"fr", "fr_CA", "fr_BE", "fr_CH", "en", "en_CA"}


@pytest.mark.parametrize("rows", [CORPUS.ROWS, CORPUS.FIND], ids=["read", "found"])
def test_no_text_is_there_twice_for_one_reader(rows: Any) -> None:
    readers = Counter((row.text, row.locale, row.tz) for row in rows)
    assert [reader for reader, count in readers.items() if count > 1] == []


def test_an_accent_is_composed_or_not_but_the_corpus_means_what_it_says() -> None:
    decomposed = [row for row in CORPUS.ROWS if unicodedata.normalize("NFC", row.text) != row.text]
    assert {row.kind for row in decomposed} == {"code points"}
    assert len(decomposed) >= 6


def test_every_day_and_every_kind_of_moment_is_told_at_its_own_precision() -> None:
    by_clock = {dates.Precision.HOUR, dates.Precision.MINUTE, dates.Precision.SECOND}
    for row in CORPUS.READ:
        assert row.refusal is None
        assert isinstance(row.expected, datetime) == (row.precision in by_clock), row
        if isinstance(row.expected, datetime):
            assert row.expected.tzinfo is UTC
            assert row.precision is dates.Precision.SECOND or not row.expected.second, row
        if row.precision is dates.Precision.WEEK and "-W" in row.text:
            assert row.expected.isocalendar()[:2] == (int(row.text[:4]), int(row.text[6:8]))
            assert row.expected.weekday() == 0


def test_a_range_ends_after_it_begins() -> None:
    ranges = [row for row in CORPUS.READ if row.end]
    assert len(ranges) >= 30
    assert all(row.expected < row.end for row in ranges)


def test_a_weekday_written_is_the_dates_own_unless_the_row_says_so() -> None:
    checked = 0
    for row in CORPUS.READ:
        told = weekdays_told(row.text)
        if not told or row.kind == BY_THE_READER:
            continue
        ends = [local_day(end, row.tz) for end in (row.expected, row.end) if end]
        right = [end.weekday() for end in ends]
        if len(told) == len(right):
            checked += 1
            assert (told != right) == row.weekday_disagrees, row
    assert checked >= 60


def test_a_last_weekday_is_within_the_week_before_and_a_next_one_within_the_week_after() -> None:
    today = CORPUS.NOW.date()
    rows = [row for row in CORPUS.READ if re.search(r"(?i)dernier$|prochain$|^last", row.text)]
    for row in rows:
        if told := weekdays_told(row.text):
            assert [row.expected.weekday()] == told
            days = (row.expected - today).days
            assert 1 <= (days if row.text.endswith("prochain") else -days) <= 7, row


def test_a_text_without_a_year_is_the_last_time_that_the_day_came() -> None:
    rows = [row for row in CORPUS.READ if row.kind == "no year"]
    assert len(rows) >= 20
    for row in rows:
        today = CORPUS.NOW.astimezone(ZoneInfo(row.tz)).date()
        day = local_day(row.expected, row.tz)
        leap = (day.month, day.day) == (2, 29)
        assert day <= today < day.replace(year=day.year + (4 if leap else 1)), row


def test_a_refusal_is_one_that_there_is_and_tells_nothing_else() -> None:
    for row in CORPUS.REFUSED:
        assert row.refusal in set(dates.Refusal)
        assert (row.expected, row.end, row.precision) == (None, None, None)


def test_spans_of_dates_to_be_found_stand_in_order_and_begin_and_end_with_more_than_space() -> None:
    for row in CORPUS.FIND:
        bounds = [bound for span in row.spans for bound in span]
        assert bounds == sorted(set(bounds))
        found = [row.text[start:stop] for start, stop in row.spans]
        assert found == [text.strip() for text in found]
        assert not set(row.text) & set("⟦⟧¶")


@pytest.mark.parametrize("row", CORPUS.READ, ids=name)
def test_a_date_is_read_as_the_norms_say(row: Any) -> None:
    reading = dates.parse(row.text, locale=row.locale, now=CORPUS.NOW, tz=row.tz)
    told = (reading.value, reading.end, reading.precision, reading.weekday_disagrees)
    assert told == (row.expected, row.end, row.precision, row.weekday_disagrees)
    assert isinstance(reading.value, datetime) == isinstance(row.expected, datetime)
    if row.approximate is not None:
        assert reading.approximate == row.approximate


@pytest.mark.parametrize("row", CORPUS.REFUSED, ids=name)
def test_what_is_no_date_is_refused_for_the_reason_that_holds(row: Any) -> None:
    with pytest.raises(DateError) as caught:
        dates.parse(row.text, locale=row.locale, now=CORPUS.NOW, tz=row.tz)
    assert caught.value.reason == row.refusal


@pytest.mark.parametrize("row", CORPUS.FIND, ids=name)
def test_dates_are_found_where_they_stand_in_a_text(row: Any) -> None:
    found = dates.find(row.text, locale=row.locale, now=CORPUS.NOW, tz=row.tz)
    assert isinstance(found, tuple)
    spans = [without_article(row.text, reading.start, reading.stop) for reading in found]
    assert spans == [without_article(row.text, *span) for span in row.spans]
    for reading in found:
        alone = row.text[reading.start : reading.stop]
        again = dates.parse(alone, locale=row.locale, now=CORPUS.NOW, tz=row.tz)
        assert (again.value, again.end, again.precision) == (
            reading.value,
            reading.end,
            reading.precision,
        )


def without_article(text: str, start: int, stop: int) -> tuple[int, int]:
    article = BEFORE.match(text, start, stop)
    return (article.end() if article else start, stop)
