"""Filters that write dates of Montréal, each with one fault that real software has."""

from datetime import UTC, datetime, timedelta, timezone

from blogmodel.testing.broken_dates._montreal import MONTHS, WEEKDAYS, ZONE

__all__ = [
    "accents_lost",
    "bare_first",
    "breaking_spaces",
    "c_locale",
    "capital_names",
    "colon_clock",
    "fixed_offset",
    "in_utc",
    "iso_year",
    "mended_format",
    "month_first_figures",
    "naive_taken",
    "one_code_all_year",
    "own_offset",
    "since_1970",
    "sunday_first",
    "three_letters",
    "twelve_hours",
    "zero_clock",
    "zero_day",
]

_NBSP = "\u00a0"


def _here(moment: datetime) -> datetime:
    if moment.utcoffset() is None:
        raise ValueError(f"{moment} has no zone")
    return moment.astimezone(ZONE)


def _day(there: datetime) -> str:
    return "1er" if there.day == 1 else str(there.day)


def _clock(there: datetime) -> str:
    minutes = f"{_NBSP}{there:%M}" if there.minute else ""
    return f"{there.hour}{_NBSP}h{minutes}"


def _date(there: datetime) -> str:
    return f"{_day(there)} {MONTHS[there.month - 1]} {there.year}"


def _dated(there: datetime) -> str:
    return f"{WEEKDAYS[there.weekday()]} {_date(there)}"


def mended_format(moment: datetime) -> str:
    """Write « vendredi 24 juin 2011 à 9 h 07 », with no fault that the kit knows."""
    there = _here(moment)
    return f"{_dated(there)} à {_clock(there)}"


def since_1970(moment: datetime) -> str:
    """Fail before 1970, as ``datetime.fromtimestamp`` does on Windows with what is negative."""
    if moment.timestamp() < 0:
        raise OSError(22, "Invalid argument")
    return mended_format(moment)


def in_utc(moment: datetime) -> str:
    """Show the day in UTC, where the server keeps it: an evening is on the next day."""
    return _dated(moment.astimezone(UTC))


def iso_year(moment: datetime) -> str:
    """Write the year of the week (``%G``, in Java ``YYYY``) for the year of the day (``%Y``)."""
    there = _here(moment)
    return f"{_day(there)} {MONTHS[there.month - 1]} {there:%G}"


def sunday_first(moment: datetime) -> str:
    """Count from Sunday, as JavaScript's ``getDay`` does, in a list that begins with Monday."""
    there = _here(moment)
    return f"{WEEKDAYS[there.isoweekday() % 7]} {_date(there)}"


def month_first_figures(moment: datetime) -> str:
    """Write figures as the United States do: 06/24/2011."""
    return f"{_here(moment):%m/%d/%Y}"


def own_offset(moment: datetime) -> str:
    """Show a moment in the zone that it happens to have; the caller had converted most."""
    there = moment.astimezone(ZONE) if moment.tzinfo is UTC else moment
    return f"{_date(there)} à {_clock(there)}"


def bare_first(moment: datetime) -> str:
    """Write « 1 avril », as the long date of CLDR's data for French, and of Django, has it."""
    there = _here(moment)
    return f"{there.day} {MONTHS[there.month - 1]} {there.year}"


def zero_day(moment: datetime) -> str:
    """Write « 02 mai », as ``%d`` of strftime does."""
    there = _here(moment)
    day = "1er" if there.day == 1 else f"{there:%d}"
    return f"{day} {MONTHS[there.month - 1]} {there.year}"


_ENGLISH = (
    "January February March April May June July August September October November December"
).split()


def c_locale(moment: datetime) -> str:
    """Write « 24 June 2011 »: strftime's names are those of the process, in English by default."""
    there = _here(moment)
    return f"{_day(there)} {_ENGLISH[there.month - 1]} {there.year}"


def capital_names(moment: datetime) -> str:
    """Write « Vendredi 24 Juin 2011 », as a template with ``|title`` does."""
    return _dated(_here(moment)).title().replace("1Er", "1er")


def accents_lost(moment: datetime) -> str:
    """Write « fevrier » and « aout », as a table of names that was typed or saved in ASCII has."""
    return _date(_here(moment)).translate(str.maketrans("éû", "eu"))


def three_letters(moment: datetime) -> str:
    """Cut the months after three letters, as Django's format ``b`` has them in French."""
    there = _here(moment)
    short = "jan fév mar avr mai jui jul aoû sep oct nov déc".split()
    return f"{_day(there)} {short[there.month - 1]} {there.year}"


def fixed_offset(moment: datetime) -> str:
    """Show the hour at five hours behind UTC, all year: in summer it is an hour off."""
    there = moment.astimezone(timezone(timedelta(hours=-5)))
    return f"{_date(there)} à {_clock(there)}"


def one_code_all_year(moment: datetime) -> str:
    """Write HNE in summer too: the code is in the template, not the moment's."""
    return f"{mended_format(moment)} HNE"


def zero_clock(moment: datetime) -> str:
    """Write « 09 h 00 », as ``%H h %M`` of strftime does."""
    there = _here(moment)
    return f"{_date(there)} à {there:%H}{_NBSP}h{_NBSP}{there:%M}"


def breaking_spaces(moment: datetime) -> str:
    """Put plain spaces around « h », so that a line of a narrow screen ends in « 9 »."""
    return mended_format(moment).replace(_NBSP, " ")


def colon_clock(moment: datetime) -> str:
    """Write « 09:07 », as ``%H:%M`` of strftime does, to readers in Québec."""
    there = _here(moment)
    return f"{_date(there)} à {there:%H:%M}"


def naive_taken(moment: datetime) -> str:
    """Take a naive datetime for one in the machine's own zone, as ``astimezone`` does."""
    return _date(moment.astimezone(ZONE))


def twelve_hours(moment: datetime) -> str:
    """Write the hour of a clock of twelve (``%I``), so that 21 h 07 is « 9 h 07 »."""
    there = _here(moment)
    return f"{_date(there)} à {_clock(there.replace(hour=there.hour % 12))}"
