"""Dates written: a formatter and single calls, beside Babel, arrow, pendulum and ICU."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import arrow
import pendulum
from babel import Locale
from babel.dates import format_datetime

from _timing import compare, table
from blogmodel.dates import Formatter, format, rfc3339  # noqa: A004 - its public name

try:
    import icu
except ImportError:  # It has to be built, against ICU's own library.
    icu = None

COUNT = 2_000
ROUNDS = 15
ZONE = ZoneInfo("America/Montreal")
QUEBEC = Locale("fr", "CA")
START = datetime(2009, 1, 1, 13, 7, tzinfo=UTC)
MOMENTS = [START + timedelta(hours=7 * number, minutes=number) for number in range(COUNT)]
THERE = [moment.astimezone(ZONE) for moment in MOMENTS]

Write = Callable[[datetime], str]


def over(write: Write, moments: list[datetime]) -> Callable[[], object]:
    """Return what writes all moments."""

    def run() -> None:
        for moment in moments:
            write(moment)

    return run


def compared(title: str, base: str, writers: dict[str, tuple[Write, list[datetime]]]) -> None:
    """Print the times of several writers."""
    peers = {name: over(*writer) for name, writer in writers.items()}
    table(title, compare(peers, rounds=ROUNDS), base, per=COUNT)


def by_babel(pattern: str, zone: ZoneInfo | None = None) -> Write:
    """Return Babel's way of writing in Québec."""
    return lambda moment: format_datetime(moment, pattern, tzinfo=zone, locale=QUEBEC)


def by_pendulum(moment: datetime) -> str:
    """Write as pendulum's documentation shows."""
    return pendulum.instance(moment).in_tz("America/Montreal").format("D MMMM Y à H [h] mm", "fr")


def by_arrow(moment: datetime) -> str:
    """Write as arrow's documentation shows."""
    return arrow.get(moment).to(ZONE).format("D MMMM YYYY [à] H [h] mm", locale="fr")


def by_icu(pattern: str) -> Write:
    """Return ICU's way of writing in Québec, by a formatter made once."""
    formatter = icu.SimpleDateFormat(pattern, icu.Locale("fr_CA"))
    formatter.setTimeZone(icu.TimeZone.createTimeZone("America/Montreal"))
    return lambda moment: formatter.format(moment.timestamp())


def by_format(style: str) -> Write:
    """Return the way of a single call."""
    return lambda moment: format(moment, style, locale="fr_CA", tz=ZONE)


def stamps() -> None:
    """Time « 24 juin 2011 à 9 h 07 »."""
    pattern = "d MMMM y 'à' H\u00a0'h'\u00a0mm"
    ours = Formatter("stamp", locale="fr_CA", tz=ZONE)
    writers = {
        "Formatter": (ours, MOMENTS),
        "format": (by_format("stamp"), MOMENTS),
        "Babel": (by_babel(pattern, ZONE), MOMENTS),
        "pendulum": (by_pendulum, MOMENTS),
        "arrow": (by_arrow, MOMENTS),
    }
    if icu is not None:
        writers["ICU, made once"] = (by_icu(pattern), MOMENTS)
        assert writers["ICU, made once"][0](MOMENTS[9]) == ours(MOMENTS[9])
    assert by_babel(pattern, ZONE)(MOMENTS[9]) == ours(MOMENTS[9])
    compared("A stamp of fr_CA, from UTC to a zone", "Formatter", writers)
    here = Formatter("stamp", locale="fr_CA")
    writers = {"Formatter": (here, THERE), "Babel": (by_babel(pattern), THERE)}
    assert by_babel(pattern)(THERE[9]) == here(THERE[9])
    compared("A stamp of fr_CA, in the zone already", "Formatter", writers)


def styles() -> None:
    """Time each style of the norms."""
    writers: dict[str, tuple[Write, list[datetime]]] = {
        style: (Formatter(style, locale="fr_CA", tz=ZONE), MOMENTS)
        for style in (
            *("stamp", "date", "weekday-date", "numeric-date", "month", "clock"),
            *("zoned-stamp", "running-text"),
        )
    }
    writers["rfc3339"] = (rfc3339, MOMENTS)
    compared("Styles of fr_CA, from UTC to a zone", "stamp", writers)


def cldr() -> None:
    """Time CLDR's styles."""
    for style in ("short", "medium", "long", "full"):
        writers = {
            "Formatter": (Formatter(style, locale="fr_CA", tz=ZONE), MOMENTS),
            "format": (by_format(style), MOMENTS),
            "Babel": (by_babel(style, ZONE), MOMENTS),
        }
        compared(f"CLDR's {style} style of fr_CA, from UTC to a zone", "Formatter", writers)


if __name__ == "__main__":
    stamps()
    styles()
    cldr()
