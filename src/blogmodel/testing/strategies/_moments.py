"""Moments: when things are written, and the edges of calendars and zones."""

from datetime import UTC, datetime

from hypothesis import strategies as st

__all__ = ["START", "moments"]

START = datetime(2011, 6, 24, 13, 7, tzinfo=UTC)
"""When the conversations that are drawn begin."""


def moments() -> st.SearchStrategy[datetime]:
    """Return a strategy for aware datetimes in UTC, 1970 and the years before it included."""
    return st.datetimes(timezones=st.just(UTC))
