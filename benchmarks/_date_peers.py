"""The libraries that people reach for to read dates, each set up as well as it can be.

Each is told all that our reader is told: the moment, the reader's locale and zone, that French days
come before months and that English is read too. Each is set up once for each locale and zone, and
timed without that.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial
from itertools import product
from zoneinfo import ZoneInfo

from blogmodel import dates
from date_corpus import NOW, ROWS

__all__ = ["Reader", "Readers", "peers"]

Reader = Callable[[str], date | None]
"""Reads one text; refuses it by None or by an error. A naive datetime is in the reader's zone."""

Readers = dict[tuple[str, str], Reader]
"""One for each locale and zone."""

_WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_ENGLISH_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    ("janvier", "janv", "jan", "january"),
    ("février", "fevrier", "févr", "fevr", "fév", "feb", "february"),
    ("mars", "mar", "march"),
    ("avril", "avr", "apr", "april"),
    ("mai", "may"),
    ("juin", "jun", "june"),
    ("juillet", "juill", "juil", "jul", "july"),
    ("août", "aout", "aoû", "aug", "august"),
    ("septembre", "sept", "sep", "september"),
    ("octobre", "oct", "october"),
    ("novembre", "nov", "november"),
    ("décembre", "decembre", "déc", "dec", "december"),
)
_HOURS = {
    "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
    "HNE": -5, "HAE": -4, "HNC": -6, "HAC": -5, "HNR": -7, "HAR": -6, "HNP": -8, "HAP": -7,
    "HNA": -4, "HAA": -3, "HNT": -3.5, "HAT": -2.5,
}


def _month_first(locale: str) -> bool:
    return locale == "en"


def _ours(locale: str, tz: str) -> Reader:
    parse = getattr(dates, "parse", None)
    if parse is None:
        raise ImportError("blogmodel.dates has no parse yet")
    return lambda text: parse(text, locale=locale, now=NOW, tz=tz).value


def _dateparser(locale: str, tz: str) -> Reader:
    """With the languages in the reader's order, as ``use_given_order`` has it."""
    from dateparser.date import DateDataParser  # noqa: PLC0415 - it may not be installed

    settings = {
        "RELATIVE_BASE": NOW.astimezone(ZoneInfo(tz)).replace(tzinfo=None),
        "TIMEZONE": tz,
        "RETURN_AS_TIMEZONE_AWARE": True,
        "DATE_ORDER": "MDY" if _month_first(locale) else "DMY",
        "PREFER_DATES_FROM": "past",
        "PREFER_DAY_OF_MONTH": "first",
    }
    languages = ["en", "fr"] if locale.startswith("en") else ["fr", "en"]
    parser = DateDataParser(languages=languages, use_given_order=True, settings=settings)
    return lambda text: parser.get_date_data(text).date_obj


def _dateutil(locale: str, tz: str) -> Reader:
    """ISO 8601 by its reader for that, all else by the other, with a French ``parserinfo``."""
    from dateutil import parser  # noqa: PLC0415 - as above

    class French(parser.parserinfo):  # type: ignore[misc]
        JUMP = [  # noqa: RUF012 - as dateutil has it
            *(*parser.parserinfo.JUMP, "le", "à", "du", "er", "ᵉʳ", "’", "\u00a0", "\u202f"),
        ]
        WEEKDAYS = [  # noqa: RUF012
            (french, french[:3], english, english[:3])
            for french, english in zip(_WEEKDAYS, _ENGLISH_WEEKDAYS, strict=True)
        ]
        MONTHS = list(_MONTHS)  # noqa: RUF012
        HMS = [  # noqa: RUF012
            ("h", "heure", "heures", "hour", "hours"),
            ("m", "min", "minute", "minutes"),
            ("s", "sec", "seconde", "secondes", "second", "seconds"),
        ]
        AMPM = [("am", "a", "a.m."), ("pm", "p", "p.m.")]  # noqa: RUF012

    isoparse = parser.isoparser().isoparse
    today = NOW.astimezone(ZoneInfo(tz)).replace(hour=0, minute=0, second=0, tzinfo=None)
    seconds = {name: int(hours * 3600) for name, hours in _HOURS.items()}
    parse = partial(
        parser.parser(French(dayfirst=not _month_first(locale))).parse,
        default=today,
        tzinfos=seconds,
    )

    def read(text: str) -> datetime:
        try:
            return isoparse(text)
        except ValueError:
            return parse(text)

    return read


_ARROW_DAYS = [
    *("D MMMM YYYY", "dddd D MMMM YYYY", "D MMM YYYY", "ddd D MMM YYYY", "Do MMMM YYYY"),
    *("[le] D MMMM YYYY", "[le] dddd D MMMM YYYY", "dddd, D MMMM YYYY", "MMMM YYYY"),
    *("MMMM D, YYYY", "dddd, MMMM D, YYYY", "MMM D, YYYY", "ddd, D MMM YYYY"),
]
_ARROW_CLOCKS = [
    *("", " [à] H [h] mm", " [à] H[h]mm", " [à] H:mm", " [à] H [h]", " [à] H:mm:ss"),
    *(", [à] H [h] mm", ", H [h] mm", " H [h] mm", " H[h]mm", " H:mm", " H:mm:ss", ", H:mm:ss"),
    *(" [at] h:mm A", ", h:mm A", " [à] h:mm A", " H:mm:ss Z"),
]


def _arrow(locale: str, tz: str) -> Reader:
    """Its parser of ISO 8601; then formats, in two languages; then ``dehumanize``, likewise.

    Not by ``arrow.get``, which puts the zone that it is given over the one in the text.
    """
    import arrow  # noqa: PLC0415 - as above
    from arrow.parser import DateTimeParser  # noqa: PLC0415

    days = ["M/D/YYYY", "M/D/YY"] if _month_first(locale) else ["D/M/YYYY", "D/M/YY"]
    days += ["D.M.YYYY", "D.M.YY", "D-M-YYYY", "D M YYYY", "YYYY/M/D"]
    clocked = product([*_ARROW_DAYS, *days], _ARROW_CLOCKS)
    formats = [f"{day}{clock}" for day, clock in clocked]
    formats.sort(key=len, reverse=True)  # A format is content with a part of the text.
    named = {"fr_BE": "fr", "fr_CH": "fr"}.get(locale, locale).replace("_", "-")
    now = arrow.get(NOW).to(tz)
    parsers = [DateTimeParser(each, 1024) for each in dict.fromkeys((named, "en"))]
    tries: list[Callable[[str], datetime]] = [parsers[0].parse_iso]
    tries += [partial(parser.parse, fmt=formats) for parser in parsers]
    tries += [lambda text, each=each: now.dehumanize(text, each).datetime for each in (named, "en")]

    def read(text: str) -> datetime | None:
        for each in tries:
            try:
                return each(text)
            except ValueError:
                continue
        return None

    return read


def _pendulum(locale: str, tz: str) -> Reader:
    import pendulum  # noqa: PLC0415 - as above

    now = pendulum.instance(NOW.astimezone(ZoneInfo(tz)))
    options = {
        "strict": False,
        "day_first": not _month_first(locale),
        "year_first": False,
        "now": now,
        "tz": tz,
    }
    return lambda text: pendulum.parse(text, **options)


_ICU = [
    *("yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ssXXX", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm:ss"),
    *("yyyy-MM-dd'T'HH:mmXXX", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm", "yyyy-DDD", "yyyy-MM"),
    *("YYYY-'W'ww-e", "yyyy/MM/dd", "EEE, d MMM yyyy HH:mm:ss Z", "EEE MMM d HH:mm:ss zzz yyyy"),
]
_ICU_DAYS = [
    *("d MMMM y", "EEEE d MMMM y", "'le' d MMMM y", "'le' EEEE d MMMM y", "d'er' MMMM y"),
    *("d MMM y", "EEE d MMM y", "MMMM y"),
]
_ICU_CLOCKS = [
    *("", " 'à' H 'h' mm", " 'à' H'h'mm", " 'à' HH:mm", ", 'à' H 'h' mm", " 'à' H 'h'", " HH:mm"),
    *(" H'h'mm", " HH:mm:ss"),
]
_ICU_ENGLISH = ["MMMM d, y", "EEEE, MMMM d, y", "MMM d, y", "d MMMM y", "MMMM y"]
_ICU_ENGLISH_CLOCKS = ["", " 'at' h:mm a", ", h:mm a", " HH:mm"]


def _pyicu(locale: str, tz: str) -> Reader:
    """Not lenient; of the whole text; patterns first, then the locale's styles, longest first."""
    import icu  # noqa: PLC0415 - as above

    here, english = icu.Locale(locale), icu.Locale("en")
    numeric = ["M/d/yy"] if _month_first(locale) else ["d/M/yy", "d.M.yy", "d-M-yy", "d M yy"]
    numeric += [f"{day} HH:mm" for day in numeric]
    clocked = [f"{day}{clock}" for day, clock in product(_ICU_DAYS, _ICU_CLOCKS)]
    in_english = [f"{day}{clock}" for day, clock in product(_ICU_ENGLISH, _ICU_ENGLISH_CLOCKS)]
    styles = [getattr(icu.DateFormat, f"k{name}") for name in ("Full", "Long", "Medium", "Short")]
    formats = [
        *(icu.SimpleDateFormat(pattern, english) for pattern in [*numeric, *_ICU]),
        *(icu.SimpleDateFormat(pattern, here) for pattern in clocked),
        *(icu.SimpleDateFormat(pattern, english) for pattern in in_english),
        *(icu.DateFormat.createDateTimeInstance(*both, here) for both in product(styles, styles)),
        *(icu.DateFormat.createDateInstance(style, here) for style in styles),
    ]
    there = icu.TimeZone.createTimeZone(tz)
    for each in formats:
        each.setTimeZone(there)
        each.setLenient(False)
    calendar = icu.Calendar.createInstance(there, icu.Locale("en_GB"))  # With the weeks of ISO.
    calendar.setLenient(False)

    def read(text: str) -> datetime | None:
        for each in formats:
            position = icu.ParsePosition(0)
            calendar.clear()
            calendar.setTimeZone(there)  # Reading another sets it.
            each.parse(text, calendar, position)
            if position.getErrorIndex() == -1 and position.getIndex() == len(text) > 0:
                return datetime.fromtimestamp(calendar.getTime(), UTC)
        return None

    return read


def _parsedatetime(locale: str, tz: str) -> Reader:
    """In one language at a time, French first where the reader's is: it knows no two at once."""
    import parsedatetime  # noqa: PLC0415 - as above

    ids = ["en_US"] if locale.startswith("en") else ["fr_FR", "en_US"]
    calendars = []
    for name in ids:
        constants = parsedatetime.Constants(name, usePyICU=False)
        if not _month_first(locale):
            constants.dp_order = ["d", "m", "y"]
        calendars.append(
            parsedatetime.Calendar(constants, version=parsedatetime.VERSION_CONTEXT_STYLE)
        )
    now = NOW.astimezone(ZoneInfo(tz)).replace(tzinfo=None)

    def read(text: str) -> datetime | None:
        for calendar in calendars:
            moment, context = calendar.parseDT(text, sourceTime=now)
            if context.hasDateOrTime:
                return moment
        return None

    return read


_MAKERS: dict[str, Callable[[str, str], Reader]] = {
    "blogmodel": _ours,
    "dateparser": _dateparser,
    "dateutil": _dateutil,
    "arrow": _arrow,
    "pendulum": _pendulum,
    "PyICU": _pyicu,
    "parsedatetime": _parsedatetime,
}


def peers() -> tuple[dict[str, Readers], dict[str, str]]:
    """Return the readers by name; and by name why some are missing."""
    warnings.simplefilter("ignore")  # They warn of their own insides, and of what they read.
    settings = dict.fromkeys((row.locale, row.tz) for row in ROWS)
    ready, missing = {}, {}
    for name, make in _MAKERS.items():
        try:
            ready[name] = {setting: make(*setting) for setting in settings}
        except ImportError as error:
            missing[name] = f"not installed ({error})"
    return ready, missing
