"""How laws about dates are written down, and what they are tried with."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Concatenate, ParamSpec

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from blogmodel.testing._dates_bench import DatesBench
from blogmodel.testing._law import Law

__all__ = ["CLOCKS", "DAYS", "NOWS", "OLD_DAYS", "PARTS", "ages", "cases", "date_law", "of_month"]

P = ParamSpec("P")

_YEARS = st.integers(1900, 2100)
DAYS = st.one_of(
    st.dates(date(1900, 1, 1), date(2100, 12, 31)),
    st.builds(date, _YEARS, st.integers(1, 12), st.just(1)),
    st.builds(date, _YEARS, st.just(12), st.just(31)),
)
"""Days that a blog shows, the first and the last ones of years and months often among them."""
OLD_DAYS = st.dates(date(1973, 1, 1), date(2037, 12, 31))
"""Days that old pages have; until 1972 there was a zone whose clocks were off by half a minute."""
CLOCKS = st.times().map(lambda clock: clock.replace(microsecond=0)) | st.builds(
    time, st.integers(0, 23), st.sampled_from([0, 1, 30])
)
NOWS = st.datetimes(
    datetime(1973, 1, 1),  # noqa: DTZ001 - bounds have no zone
    datetime(2037, 12, 31),  # noqa: DTZ001 - as above
    timezones=st.just(UTC),
).map(lambda now: now.replace(microsecond=0))


def of_month(*months: int) -> SearchStrategy[date]:
    """Return days of some months."""
    return st.builds(date, _YEARS, st.sampled_from(months), st.integers(1, 28))


def ages(least: timedelta, most: timedelta) -> SearchStrategy[timedelta]:
    """Return ages to the second, each length of unit often among them."""
    spans = st.timedeltas(least, most) | st.timedeltas(least, min(most, timedelta(days=70)))
    return spans.map(lambda span: timedelta(span.days, span.seconds)).filter(
        lambda age: least <= age <= most
    )


_SECONDS = (60, 3600, 86_400, 7 * 86_400, 30 * 86_400, 31 * 86_400, 365 * 86_400)
PARTS = st.builds(
    lambda unit, count, hundredths: timedelta(seconds=unit * count + unit * hundredths // 100),
    st.sampled_from(_SECONDS),
    st.integers(1, 12),
    st.integers(0, 99),
)
"""Ages of a few units and a part of one."""


def cases(*parts: SearchStrategy[Any]) -> Callable[[object], SearchStrategy[Any]]:
    """Return cases that are the same whatever the profile."""
    return lambda _: st.tuples(*parts)


def date_law(
    name: str, statement: str, *parts: SearchStrategy[Any], needs: str = ""
) -> Callable[[Callable[Concatenate[DatesBench, P], None]], Law[P]]:
    """Make a law of a function that checks it on a bench."""

    def made(check: Callable[Concatenate[DatesBench, P], None]) -> Law[P]:
        def checked(bench: DatesBench, /, *args: P.args, **kwargs: P.kwargs) -> None:
            bench.open()
            check(bench, *args, **kwargs)

        tried = cases(*parts)
        return Law[P](name, statement, frozenset(needs.split()), tried, None, DatesBench, checked)

    return made
