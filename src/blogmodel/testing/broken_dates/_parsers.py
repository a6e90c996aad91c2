"""Readers of dates of Montréal, each with one fault that real software has."""

import re
import unicodedata
from datetime import UTC, date, datetime, timedelta

from blogmodel import dates
from blogmodel.testing.broken_dates._montreal import MONTHS, WEEKDAYS, ZONE

__all__ = [
    "accents_needed",
    "ascii_hyphens",
    "clock_left_out",
    "clock_taken_for_utc",
    "composed_only",
    "day_first_iso",
    "filled_from_now",
    "first_letters",
    "french_names_only",
    "full_months_only",
    "last_midnight",
    "mended_parse",
    "month_first",
    "months_back_of_30_days",
    "moved_to_weekday",
    "numbers_only",
    "one_format_only",
    "plain_spaces_only",
    "rolled_over",
    "small_letters_only",
    "straight_only",
    "swapped_when_needed",
    "this_year",
    "yesterday_in_utc",
]


def mended_parse(text: str, now: datetime) -> date:
    """Read French dates, with no fault that the kit knows."""
    return dates.parse(text, locale="fr_CA", now=now, tz=ZONE).value


def one_format_only(text: str, now: datetime) -> date:
    """Read « 24 juin 2011 » alone, as one pattern of strptime does, and nothing before it."""
    if re.match(rf"le\b|{'|'.join(WEEKDAYS)}", text):
        raise ValueError(f"time data {text!r} does not match format '%d %B %Y'")
    return mended_parse(text, now)


def numbers_only(text: str, now: datetime) -> date:
    """Take the day for a number: ``int("1er")`` is an error."""
    if re.match(r"1(er|ᵉʳ)", text):
        raise ValueError(f"invalid literal for int() with base 10: {text[:3]!r}")
    return mended_parse(text, now)


def clock_taken_for_utc(text: str, now: datetime) -> date:
    """Take the clock that a page shows for UTC, as an import on a server does."""
    value = mended_parse(text, now)
    if isinstance(value, datetime) and re.search(r"\dh|h \d|h$|:", text) and "T" not in text:
        return value.astimezone(ZONE).replace(tzinfo=UTC)
    return value


def last_midnight(text: str, now: datetime) -> date:
    """Take « minuit » for the end of its day."""
    value = mended_parse(text, now)
    return value + timedelta(days=1) if "minuit" in text else value


def day_first_iso(text: str, now: datetime) -> date:
    """Read 2011-04-03 as 4 March, as dateutil does when it is told ``dayfirst=True``."""
    match = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", text)
    if match and int(match[3]) <= 12:  # noqa: PLR2004 - months of a year
        return date(int(match[1]), int(match[3]), int(match[2]))
    return mended_parse(text, now)


def french_names_only(text: str, now: datetime) -> date:
    """Refuse « Fri, 24 Jun 2011 », as strptime does once the process's locale is French."""
    if "+0000" in text:
        raise ValueError(f"time data {text!r} does not match format '%a, %d %b %Y %H:%M:%S %z'")
    return mended_parse(text, now)


def month_first(text: str, now: datetime) -> date:
    """Read 03/04/2011 as 4 March, as dateutil does by default."""
    match = re.fullmatch(r"(\d\d?)/(\d\d?)/(\d{4})", text)
    if match and int(match[1]) <= 12 and int(match[2]) <= 31:  # noqa: PLR2004 - as above
        return date(int(match[3]), int(match[1]), int(match[2]))
    return mended_parse(text, now)


def swapped_when_needed(text: str, now: datetime) -> date:
    """Try the other order where the first one gives no date, as dateutil does."""
    try:
        return mended_parse(text, now)
    except ValueError:
        return mended_parse(re.sub(r"^(\d\d)/(\d\d)/", r"\2/\1/", text), now)


def moved_to_weekday(text: str, now: datetime) -> date:
    """Move on to the weekday that is told, as PHP's ``strtotime`` does."""
    day = mended_parse(text, now)
    word = text.partition(" ")[0]
    if word in WEEKDAYS and not isinstance(day, datetime):
        return day + timedelta(days=(WEEKDAYS.index(word) - day.weekday()) % 7)
    return day


def yesterday_in_utc(text: str, now: datetime) -> date:
    """Count « hier » from the server's today: in the evening that is tomorrow."""
    if text == "hier":
        return now.astimezone(UTC).date() - timedelta(days=1)
    return mended_parse(text, now)


def months_back_of_30_days(text: str, now: datetime) -> date:
    """Go back 30 days for each month."""
    match = re.fullmatch(r"il y a (\d+) mois", text)
    return now - timedelta(days=30 * int(match[1])) if match else mended_parse(text, now)


def this_year(text: str, now: datetime) -> date:
    """Take the year of now, as dateutil does: in January, « 24 décembre » is in the future."""
    if re.fullmatch(r"\w+ [^\W\d]+", text) and text[0].isdecimal():
        return mended_parse(f"{text} {now.astimezone(ZONE).year}", now)
    return mended_parse(text, now)


def full_months_only(text: str, now: datetime) -> date:
    """Know the months in full alone: « 24 févr. 2011 » is refused."""
    if re.search(r"\b(janv|févr|avr|juill?|sept|oct|nov|déc)\b", text):
        raise ValueError(f"no month in {text!r}")
    return mended_parse(text, now)


def small_letters_only(text: str, now: datetime) -> date:
    """Look months up as they stand: « 24 JUIN 2011 » is refused."""
    if text != text.lower() and "T" not in text.strip("JUIN"):
        raise KeyError(text)
    return mended_parse(text, now)


def accents_needed(text: str, now: datetime) -> date:
    """Look months up with their accents: « fevrier », as people type it, is refused."""
    if re.search("fevrier|aout|decembre", text):
        raise KeyError(text)
    return mended_parse(text, now)


def composed_only(text: str, now: datetime) -> date:
    """Compare code points: « é » as a letter and a mark, as macOS saves it, is another word."""
    if text != unicodedata.normalize("NFC", text):
        raise KeyError(text)
    return mended_parse(text, now)


def plain_spaces_only(text: str, now: datetime) -> date:
    """Split at U+0020: what has no-break spaces is one word."""
    if re.search("[\u00a0\u202f\u2009]", text):
        raise ValueError("not enough values to unpack (expected 3, got 1)")
    return mended_parse(text, now)


def straight_only(text: str, now: datetime) -> date:
    """Know « aujourd'hui » with the apostrophe of the keyboard alone."""
    if "’" in text:
        raise KeyError(text)
    return mended_parse(text, now)


def ascii_hyphens(text: str, now: datetime) -> date:
    """Know the hyphen of the keyboard alone; word processors put others."""
    if re.search("[\u2010-\u2013]", text):
        raise ValueError(f"Invalid isoformat string: {text!r}")
    return mended_parse(text, now)


def rolled_over(text: str, now: datetime) -> date:
    """Roll 31 février over to 3 March, as JavaScript's ``Date`` and PHP's ``strtotime`` do."""
    match = re.fullmatch(rf"(\d+) ({'|'.join(MONTHS)}) (\d{{4}})", text)
    if match:
        first = date(int(match[3]), MONTHS.index(match[2]) + 1, 1)
        return first + timedelta(days=int(match[1]) - 1)
    return mended_parse(text, now)


def clock_left_out(text: str, now: datetime) -> date:
    """Search for a day, and leave out what is not understood beside it, such as 25 h."""
    try:
        return mended_parse(text, now)
    except ValueError:
        return mended_parse(text.partition(" à ")[0], now)


def filled_from_now(text: str, now: datetime) -> date:
    """Fill what is missing from today: dateutil reads « 2011 » as this day and month of 2011."""
    if re.fullmatch(r"\d{4}", text):
        return now.replace(year=int(text))
    return mended_parse(text, now)


def first_letters(text: str, now: datetime) -> date:
    """Know a month by its first letter where the rest is spoilt: « ao?t » is read as April."""
    try:
        return mended_parse(text, now)
    except ValueError:
        match = re.fullmatch(r"(\w+) (\w)[^ ]*[?\ufffdÃ][^ ]* (\d{4})", text)
        if match is None:
            raise
        month = next(name for name in MONTHS if name.startswith(match[2]))
        return mended_parse(f"{match[1]} {month} {match[3]}", now)
