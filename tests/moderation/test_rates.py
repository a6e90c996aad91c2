from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blogmodel.errors import InvalidTypeError, InvalidValueError
from blogmodel.moderation import OverRate, Rate, over_rate, parse_rate

from support.moderating import NOW


def ago(seconds: float) -> Any:
    return NOW - timedelta(seconds=seconds)


MINUTE = Rate(3, timedelta(minutes=1))


@pytest.mark.parametrize(
    "times, count, retry",
    [
        ([0, 1, 2], 3, 58),
        ([59.999999, 1, 2], 3, 0.000001),
        ([2, 50, 10, 30], 4, 30),
        ([-1, 0, 1, 2], 3, 58),
    ],
)
def test_a_rate_that_is_reached_says_when_the_next_one_may_come(
    times: list[float], count: int, retry: float
) -> None:
    over = over_rate([MINUTE], map(ago, times), NOW)
    assert over == OverRate(MINUTE, count, NOW + timedelta(seconds=retry))


@pytest.mark.parametrize("times", [[], [0, 1], [60, 1, 2], [-1, -2, -3]])
def test_a_rate_that_is_not_reached_is_none(times: list[float]) -> None:
    assert over_rate([MINUTE], map(ago, times), NOW) is None


def test_of_two_rates_the_one_that_takes_longest_is_told() -> None:
    slow = Rate(1, timedelta(hours=1))
    over = over_rate([MINUTE, slow, Rate(1, timedelta(seconds=9))], [ago(1)] * 3, NOW)
    assert over is not None
    assert over.rate == slow


@given(st.lists(st.integers(-30, 90), max_size=8), st.integers(1, 4), st.integers(1, 60))
def test_at_the_moment_told_one_more_may_come_and_not_before(
    seconds: list[int], most: int, within: int
) -> None:
    rate = Rate(most, timedelta(seconds=within))
    times = [ago(second) for second in seconds if second >= 0]
    over = over_rate([rate], times, NOW)
    if over is not None:
        assert over_rate([rate], times, over.retry_at) is None
        before = over.retry_at - timedelta(microseconds=1)
        assert over_rate([rate], times, before) is not None


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.sampled_from("smhd"))
def test_a_rate_is_text_and_back(most: int, count: int, unit: str) -> None:
    rate = parse_rate(f"{most}/{count}{unit}")
    assert parse_rate(str(rate)) == rate


def test_a_rate_is_told_in_its_largest_unit() -> None:
    assert str(Rate(2, timedelta(minutes=90))) == "2/90m"
    assert str(Rate(2, timedelta(days=2))) == "2/2d"
    assert str(Rate(2, timedelta(seconds=1.5))) == "2/1.5s"


@pytest.mark.parametrize("text", ["", "3", "3/", "0/1m", "3/0m", "3/1w", "-3/1m", "3/1.5s", "٣/1m"])
def test_what_is_no_rate_is_refused(text: str) -> None:
    with pytest.raises(InvalidValueError, match=r"such as '3/1m'"):
        parse_rate(text)


@pytest.mark.parametrize(
    "make",
    [
        lambda: Rate(0, timedelta(1)),
        lambda: Rate("3", timedelta(1)),
        lambda: Rate(3, timedelta(0)),
        lambda: Rate(3, 60),
        lambda: parse_rate(3),
        lambda: over_rate([3], [], NOW),
        lambda: over_rate([MINUTE], [NOW.replace(tzinfo=None)], NOW),
        lambda: over_rate([MINUTE], [], NOW.replace(tzinfo=None)),
    ],
)
def test_other_values_are_refused(make: Any) -> None:
    with pytest.raises((InvalidTypeError, InvalidValueError)):
        make()
