"""Relative time beside its peers: how fast each is, and how often each tells the norms' amount."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from time import process_time
from zoneinfo import ZoneInfo

import arrow
import humanize
import pendulum
from babel import Locale
from babel.dates import format_timedelta

from _timing import compare, table
from blogmodel.dates import RelativeFormatter, calendar_day, calendar_stamp, relative

LOOP = 1000
NOW = datetime(2011, 6, 24, 13, 7, tzinfo=UTC)
FRENCH = Locale.parse("fr")
FORMATTER = RelativeFormatter(locale="fr", tz=ZoneInfo("Europe/Paris"))


def ours(moment: datetime, now: datetime) -> str:
    """Tell it by a formatter made once."""
    return FORMATTER.ago(moment, now=now)


def ours_once(moment: datetime, now: datetime) -> str:
    """Tell it by the function, which makes a formatter each time."""
    return relative(moment, locale="fr", now=now, tz="Europe/Paris")


def babel(moment: datetime, now: datetime) -> str:
    """Tell it by Babel, with its locale parsed once."""
    return format_timedelta(moment - now, add_direction=True, locale=FRENCH)


def humanized(moment: datetime, now: datetime) -> str:
    """Tell it by humanize, in the language that was activated for the process."""
    return humanize.naturaltime(moment, when=now)


def arrows(moment: datetime, now: datetime) -> str:
    """Tell it by arrow, its value made anew, as of a column of a database."""
    return arrow.get(moment).humanize(now, locale="fr")


def pendulums(moment: datetime, now: datetime) -> str:
    """Tell it by pendulum, its values made anew."""
    there, here = pendulum.instance(moment), pendulum.instance(now)
    told: str = there.diff_for_humans(here, absolute=False, locale="fr")
    # Beside another moment it says « avant » and « après », where it says these beside its clock.
    for beside, alone in (("avant", "il y a"), ("après", "dans")):
        if told.endswith(f" {beside}"):
            return f"{alone} {told.removesuffix(f' {beside}')}"
    return told


PEERS: dict[str, Callable[[datetime, datetime], str]] = {
    "RelativeFormatter.ago": ours,
    "relative": ours_once,
    "Babel format_timedelta": babel,
    "humanize naturaltime": humanized,
    "arrow humanize": arrows,
    "pendulum diff_for_humans": pendulums,
}
AGES = {
    "seconds": timedelta(seconds=30),
    "minutes": timedelta(minutes=5, seconds=12),
    "hours": timedelta(hours=5),
    "days": timedelta(days=3),
    "ahead, days": timedelta(days=-3),
    "weeks": timedelta(days=16),
    "months": timedelta(days=100),
    "years": timedelta(days=1000),
    "years, at the anniversary": timedelta(days=1096),
}


def speed(name: str, moment: datetime, now: datetime) -> None:
    """Print what each takes to tell one age."""
    runs = {
        peer: lambda tell=tell: [tell(moment, now) for _ in range(LOOP)]
        for peer, tell in PEERS.items()
    }
    # The formatter and Babel as a loop calls them, without a function of this file in between.
    ago, babels = FORMATTER.ago, format_timedelta
    runs["RelativeFormatter.ago"] = lambda: [ago(moment, now=now) for _ in range(LOOP)]
    runs["Babel format_timedelta"] = lambda: [
        babels(moment - now, add_direction=True, locale=FRENCH) for _ in range(LOOP)
    ]
    medians = compare(runs, rounds=11, clock=process_time)
    table(f"Telling {name}", medians, "RelativeFormatter.ago", per=LOOP)


def calendar() -> None:
    """Print what days by their names take, which no peer has."""
    moment, zone = NOW - timedelta(days=1), ZoneInfo("America/Montreal")
    given = {"locale": "fr_CA", "now": NOW, "tz": zone}
    runs: dict[str, Callable[[], object]] = {
        "calendar_day": lambda: [calendar_day(moment, **given) for _ in range(LOOP)],
        "calendar_stamp": lambda: [calendar_stamp(moment, **given) for _ in range(LOOP)],
        "making a formatter": lambda: [
            RelativeFormatter(locale="fr_CA", tz=zone) for _ in range(LOOP)
        ],
    }
    medians = compare(runs, rounds=11, clock=process_time)
    table("By the calendar", medians, "calendar_day", per=LOOP)


def at(text: str) -> datetime:
    """Return a moment in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


# The moment and what the norms tell of it, by now; all in UTC.
ROWS: dict[str, list[tuple[str, str]]] = {
    "2011-06-24T13:07:00": [
        ("2011-06-24T13:07:00", "à l’instant"),
        ("2011-06-24T13:06:50", "à l’instant"),
        ("2011-06-24T13:06:01", "à l’instant"),
        ("2011-06-24T13:06:00", "il y a 1 minute"),
        ("2011-06-24T13:05:15", "il y a 1 minute"),
        ("2011-06-24T13:05:00", "il y a 2 minutes"),
        ("2011-06-24T13:02:00", "il y a 5 minutes"),
        ("2011-06-24T12:37:00", "il y a 30 minutes"),
        ("2011-06-24T12:20:00", "il y a 47 minutes"),
        ("2011-06-24T12:08:00", "il y a 59 minutes"),
        ("2011-06-24T12:07:00", "il y a 1 heure"),
        ("2011-06-24T11:27:00", "il y a 1 heure"),
        ("2011-06-24T11:07:00", "il y a 2 heures"),
        ("2011-06-24T08:00:00", "il y a 5 heures"),
        ("2011-06-23T16:00:00", "il y a 21 heures"),
        ("2011-06-23T13:08:00", "il y a 23 heures"),
        ("2011-06-23T13:07:00", "il y a 1 jour"),
        ("2011-06-22T14:00:00", "il y a 1 jour"),
        ("2011-06-22T13:07:00", "il y a 2 jours"),
        ("2011-06-18T13:07:00", "il y a 6 jours"),
        ("2011-06-17T14:00:00", "il y a 6 jours"),
        ("2011-06-17T13:07:00", "il y a 1 semaine"),
        ("2011-06-12T13:07:00", "il y a 1 semaine"),
        ("2011-06-10T13:07:00", "il y a 2 semaines"),
        ("2011-05-26T13:07:00", "il y a 4 semaines"),
        ("2011-05-24T13:07:00", "il y a 1 mois"),
        ("2011-05-10T13:07:00", "il y a 1 mois"),
        ("2011-04-26T13:07:00", "il y a 1 mois"),
        ("2011-04-24T13:07:00", "il y a 2 mois"),
        ("2011-01-24T13:07:00", "il y a 5 mois"),
        ("2010-07-10T13:07:00", "il y a 11 mois"),
        ("2010-06-25T13:07:00", "il y a 11 mois"),
        ("2010-06-24T13:07:00", "il y a 1 an"),
        ("2009-08-24T13:07:00", "il y a 1 an"),
        ("2009-06-25T13:07:00", "il y a 1 an"),
        ("2009-06-24T13:07:00", "il y a 2 ans"),
        ("2001-06-30T13:07:00", "il y a 9 ans"),
        ("2001-06-24T13:07:00", "il y a 10 ans"),
        ("2011-06-24T13:07:40", "à l’instant"),
        ("2011-06-24T13:12:30", "dans 5 minutes"),
        ("2011-06-24T14:06:30", "dans 59 minutes"),
        ("2011-06-25T12:07:00", "dans 23 heures"),
        ("2011-06-27T13:07:00", "dans 3 jours"),
        ("2011-07-08T13:07:00", "dans 2 semaines"),
        ("2011-08-20T13:07:00", "dans 1 mois"),
        ("2012-06-23T13:07:00", "dans 11 mois"),
        ("2012-06-24T13:07:00", "dans 1 an"),
    ],
    "2011-02-28T12:00:00": [
        ("2011-01-31T12:00:00", "il y a 4 semaines"),
        ("2011-01-28T12:00:00", "il y a 1 mois"),
        ("2010-12-31T12:00:00", "il y a 1 mois"),
    ],
    "2009-02-28T12:00:00": [("2008-02-29T12:00:00", "il y a 11 mois")],
    "2009-03-01T12:00:00": [("2008-02-29T12:00:00", "il y a 1 an")],
}
_SPELLINGS = {
    "'": "’",
    "\u00a0": " ",
    "\u202f": " ",
    " un ": " 1 ",
    " une ": " 1 ",
    "maintenant": "à l’instant",
}


def amount(told: str) -> str:
    """Return what is told without how it is spelt, so that only another amount is a fault."""
    for spelt, plain in _SPELLINGS.items():
        told = told.replace(spelt, plain)
    # Seconds are no amount that the norms tell, and « quelques secondes » is now to them.
    return re.sub(r"(?:il y a|dans) \S+ secondes?", "à l’instant", told)


def accuracy() -> None:
    """Print how many of the rows each tells as the norms do."""
    rows = [(at(then), at(now), told) for now, some in ROWS.items() for then, told in some]
    print(f"\nTold as the norms do, of {len(rows)}: in amount and unit; word for word")
    for peer, tell in PEERS.items():
        answers = [(tell(moment, now), expected) for moment, now, expected in rows]
        amounts = sum(amount(told) == amount(expected) for told, expected in answers)
        words = sum(told == expected for told, expected in answers)
        print(f"  {peer:<44} {amounts:>5} {words:>5}")
    assert all(ours(moment, now) == told for moment, now, told in rows)


def whole_days() -> None:
    """Print what a date without a clock takes."""
    day = date(2011, 3, 1)
    runs: dict[str, Callable[[], object]] = {
        "RelativeFormatter.ago of a date": lambda: [
            FORMATTER.ago(day, now=NOW) for _ in range(LOOP)
        ]
    }
    medians = compare(runs, rounds=11, clock=process_time)
    table("Dates without a clock", medians, "RelativeFormatter.ago of a date", per=LOOP)


if __name__ == "__main__":
    humanize.activate("fr_FR")
    for unit, age in AGES.items():
        speed(unit, NOW - age, NOW)
    here = NOW.astimezone(ZoneInfo("America/Montreal"))
    speed("minutes, in a zone", here - timedelta(minutes=5), here)
    whole_days()
    calendar()
    accuracy()
