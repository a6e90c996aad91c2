"""One call that proves as much of a program's dates as examples can."""

from collections.abc import Callable, Iterable

from blogmodel.testing._dates import DatePrecision, Format, Parse, Relative, of_dates
from blogmodel.testing._profile import Profile
from blogmodel.testing._report import ConformanceReport, LawFinding
from blogmodel.testing._running import try_all
from blogmodel.testing.laws import DATE_LAWS

__all__ = ["check_dates"]


def check_dates(  # noqa: PLR0913 - each is asked for by its name
    format: Format | None = None,  # noqa: A002 - what it is called in `Dates`
    parse: Parse | None = None,
    relative: Relative | None = None,
    *,
    zone: str,
    locale: str = "fr",
    precision: DatePrecision | str = DatePrecision.MINUTE,
    lacks: Iterable[str] = (),
    profile: Profile | str = "normal",
    seed: int | None = None,
    tell: Callable[[LawFinding], None] | None = None,
) -> ConformanceReport:
    """Try all laws of French dates on a program's own filters; see `Dates` for the three.

    Args:
        format: writes an aware datetime.
        parse: reads a text, given when it is read; raises, or returns None, to refuse.
        relative: tells how long ago a moment was, given when it is read.
        zone: the zone in which its dates are, by its name in the IANA database.
        locale: the French that they are in; ``fr_CA`` is Québec's, any other that of France.
        precision: the smallest unit that ``format`` tells.
        lacks: names of laws that they are known not to keep. One that they keep after all fails.
        profile: how hard to try, or the name of one of ``PROFILES``.
        seed: for the same examples each time; otherwise Hypothesis's own settings hold.
        tell: is given each finding as it comes.

    Raises:
        ConformanceError: a law is broken, or a declared lack is none; it has the report.
        InvalidValueError: there is no function at all, no law is called as a lack is, no profile or
            precision so.
        InvalidTypeError: something is no function.
        UnknownZoneError: there is no such zone.
        UnsupportedLocaleError: the locale is not French.
        AdapterError: a function gives something else than it should.

    Example:
        >>> from blogmodel.testing import check_dates
        >>> def french(moment):
        ...     return moment.strftime("%d/%m/%Y")
        >>> check_dates(french, zone="America/Montreal", profile="quick", seed=1)
        Traceback (most recent call last):
        ...
        blogmodel.errors.ConformanceError: french, up to 25 examples a law:
        ...
        day-of-the-zone: The day that is written is the day in the zone, ...
        '01/... tells the day 1; in America/Montreal it is ...-31
        <BLANKLINE>
        moment: ... 04:30:00 UTC, which is ... 23:30:00 in America/Montreal
        written: ...
        ...
    """
    __tracebackhide__ = True
    subject = of_dates(
        format, parse, relative, zone=zone, locale=locale, precision=precision, lacks=lacks
    )
    return try_all(subject, DATE_LAWS, profile=profile, seed=seed, tell=tell)
