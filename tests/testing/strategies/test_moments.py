from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import find, given

from blogmodel.errors import InvalidValueError, UnknownZoneError
from blogmodel.testing import strategies as blog

TORONTO = ZoneInfo("America/Toronto")
SYDNEY = ZoneInfo("Australia/Sydney")
SECOND = timedelta(seconds=1)
FIRST = datetime.min.replace(tzinfo=UTC)
LAST = datetime.max.replace(tzinfo=UTC)


def offset(moment: datetime, zone: ZoneInfo) -> timedelta | None:
    return moment.astimezone(zone).utcoffset()


def changes(
    zone: ZoneInfo, way: Callable[[timedelta, timedelta], bool]
) -> Callable[[datetime], bool]:
    def condition(moment: datetime) -> bool:
        if moment.year in (1, 9999):
            return False
        before, after = offset(moment - SECOND, zone), offset(moment, zone)
        assert before is not None
        assert after is not None
        return way(before, after)

    return condition


EDGES: dict[str, Callable[[datetime], bool]] = {
    "the first second after a gap": changes(TORONTO, lambda before, after: after > before),
    "the last second before a gap": lambda m: changes(TORONTO, lambda b, a: a > b)(m + SECOND),
    "the first second of a fold": changes(TORONTO, lambda before, after: after < before),
    "a time that a day has twice": lambda m: m.astimezone(TORONTO).fold == 1,
    "midnight": lambda m: m.astimezone(TORONTO).strftime("%H%M%S%f") == "000000000000",
    "a leap day": lambda m: (m.month, m.day) == (2, 29),
    "the last microsecond of a year": lambda m: (
        (m + timedelta(microseconds=1)).year != m.year if m < LAST else False
    ),
    "before 1970": lambda m: m.year < 1970,
    "more than 32 bits hold": lambda m: m.timestamp() > 2**31 - 1,
    "a microsecond": lambda m: bool(m.microsecond),
}


@pytest.mark.parametrize("edge", EDGES)
def test_every_edge_is_found(edge: str) -> None:
    assert EDGES[edge](find(blog.moments(), EDGES[edge]))


def test_edges_are_those_of_the_zone() -> None:
    gap = changes(SYDNEY, lambda before, after: after > before)
    found = find(blog.moments(zone="Australia/Sydney"), gap)
    assert found.astimezone(SYDNEY).hour == 3
    assert gap(find(blog.moments(zone=SYDNEY), gap))


@given(blog.moments())
def test_moments_are_in_utc_and_of_centuries_that_blogs_are_of(moment: datetime) -> None:
    assert moment.tzinfo is UTC
    assert 1900 <= moment.year <= 2100


@given(blog.moments(earliest=blog.START, latest=blog.START + SECOND))
def test_moments_keep_to_their_bounds(moment: datetime) -> None:
    assert blog.START <= moment <= blog.START + SECOND


def test_the_first_and_the_last_year_are_drawn_where_the_bounds_let_them() -> None:
    everything = blog.moments(earliest=FIRST, latest=LAST)
    assert find(everything, lambda moment: moment.year == 1) == FIRST
    assert find(everything, lambda moment: moment.year == 9999) <= LAST
    # The day after the one before is none in the calendar of most of Europe.
    assert find(everything, lambda moment: moment == datetime(1582, 10, 15, tzinfo=UTC))


def test_moments_shrink_to_a_plain_date_or_the_nearest() -> None:
    assert find(blog.moments(), lambda _: True) == blog.START
    assert find(blog.moments(latest=FIRST + SECOND, earliest=FIRST), lambda _: True) == (
        FIRST + SECOND
    )


def test_bounds_and_zones_that_are_none_are_refused() -> None:
    with pytest.raises(InvalidValueError, match=r"moments\.earliest must be an aware datetime"):
        blog.moments(earliest=datetime(2011, 6, 24))  # noqa: DTZ001 - what is refused
    with pytest.raises(
        InvalidValueError, match=r"moments\.latest must be 2011-06-24 13:07.* later"
    ):
        blog.moments(earliest=blog.START, latest=blog.START - SECOND)
    with pytest.raises(UnknownZoneError):
        blog.moments(zone="Amérique/Montréal")


@given(blog.stamps(max_size=20))
def test_stamps_are_of_few_moments(stamps: list[datetime]) -> None:
    assert len(stamps) <= 20
    assert {stamp - blog.START for stamp in stamps} <= {timedelta(minutes=n) for n in range(3)}


def test_stamps_that_are_equal_are_found_in_any_order() -> None:
    later, sooner = find(blog.stamps(), lambda stamps: stamps != sorted(stamps))
    assert (later - blog.START, sooner) == (timedelta(minutes=1), blog.START)
    three = find(blog.stamps(min_size=3, apart=SECOND, different=2), lambda s: len(set(s)) == 2)
    assert sorted({stamp - blog.START for stamp in three}) == [timedelta(0), SECOND]


def test_stamps_that_cannot_be_are_refused() -> None:
    with pytest.raises(InvalidValueError, match=r"stamps\.different must be 1 or more; got 0"):
        blog.stamps(different=0)
    with pytest.raises(InvalidValueError, match=r"stamps\.since must be an aware datetime"):
        blog.stamps(since=datetime(2011, 6, 24))  # noqa: DTZ001 - what is refused
    with pytest.raises(InvalidValueError, match=r"stamps\.since must be such that 2 moments"):
        blog.stamps(since=LAST, different=2)
