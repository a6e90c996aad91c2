"""Filters that tell how long ago it was, each with one fault that real software has."""

from datetime import datetime, timedelta

from blogmodel import dates
from blogmodel.testing.broken_dates._montreal import ZONE

__all__ = [
    "always_plural",
    "days_of_24_hours",
    "mended_relative",
    "months_of_30_days",
    "past_only",
    "rounded_up",
    "same_zone_subtracted",
    "seconds_without_days",
    "straight_apostrophe",
    "without_years",
    "zero_minutes",
]

_MINUTE, _HOUR, _DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


def mended_relative(moment: datetime, now: datetime) -> str:
    """Tell « il y a 5 minutes », with no fault that the kit knows."""
    return dates.relative(moment, locale="fr_CA", now=now, tz=ZONE)


def _told(count: int, unit: str, *, ahead: str = "") -> str:
    several = "s" if count > 1 and unit != "mois" else ""
    return f"{ahead or 'il y a'} {count} {unit}{several}"


def _near(age: timedelta, moment: datetime, now: datetime) -> str:
    """Tell an age in the past by subtraction, floored, in days at most."""
    if age < _MINUTE or moment > now:
        return mended_relative(moment, now)
    if age < _HOUR:
        return _told(age // _MINUTE, "minute")
    if age < _DAY:
        return _told(age // _HOUR, "heure")
    return _told(age // _DAY, "jour")


def without_years(moment: datetime, now: datetime) -> str:
    """Fail past the end of a table of units, which nobody tried with an old post."""
    if abs(now - moment) > timedelta(days=366):
        raise IndexError("list index out of range")
    return mended_relative(moment, now)


def past_only(moment: datetime, now: datetime) -> str:
    """Tell the future as a negative past, when the clock of the writer's machine is ahead."""
    return mended_relative(moment, now).replace("dans ", "il y a -")


def zero_minutes(moment: datetime, now: datetime) -> str:
    """Tell less than a minute as « il y a 0 minute », as Django's ``timesince`` does."""
    told = mended_relative(moment, now)
    return "il y a 0 minute" if told == "à l’instant" else told


def rounded_up(moment: datetime, now: datetime) -> str:
    """Round to the nearest unit, as Babel's ``format_timedelta`` and Moment's ``fromNow`` do."""
    age = now - moment
    if age < _DAY:
        return _near(age, moment, now)
    return _told(round(age / _DAY), "jour")


def months_of_30_days(moment: datetime, now: datetime) -> str:
    """Count months of 30 days and years of 365, so that a year has twelve months and five days."""
    days = (now - moment) // _DAY
    if days < 30:  # noqa: PLR2004 - the fault itself
        return mended_relative(moment, now)
    return _told(days // 365, "an") if days >= 365 else _told(days // 30, "mois")  # noqa: PLR2004


def always_plural(moment: datetime, now: datetime) -> str:
    """Put an « s » after every number: « il y a 1 jours »."""
    told = mended_relative(moment, now)
    return f"{told}s" if told[-1] != "s" and told != "à l’instant" else told


def days_of_24_hours(moment: datetime, now: datetime) -> str:
    """Call « hier » what is 24 to 48 hours ago, whatever the calendar says."""
    days = (now - moment) // _DAY
    return {1: "hier", 2: "avant-hier"}.get(days) or mended_relative(moment, now)


def seconds_without_days(moment: datetime, now: datetime) -> str:
    """Take ``timedelta.seconds`` for the whole of it; the days are in another attribute."""
    return _near(timedelta(seconds=(now - moment).seconds), moment, now)


def same_zone_subtracted(moment: datetime, now: datetime) -> str:
    """Subtract two datetimes of one zone: Python then subtracts what their clocks show."""
    return _near(now - moment, moment, now)


def straight_apostrophe(moment: datetime, now: datetime) -> str:
    """Write the apostrophe of the keyboard."""
    return mended_relative(moment, now).replace("’", "'")
