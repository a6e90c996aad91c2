"""What a French date that somebody wrote tells, word by word and figure by figure.

It knows the norms' words by heart and nothing of how dates are written or read elsewhere in the
library: each function looks at the text once, for one thing.
"""

import html
import re
import unicodedata
from datetime import UTC, datetime, timedelta, tzinfo

import attrs

__all__ = [
    "CODES",
    "MONTHS",
    "SHORT_MONTHS",
    "WEEKDAYS",
    "ZONE_CODES",
    "Clock",
    "Day",
    "Figures",
    "Name",
    "bare",
    "clock_changes",
    "clocks_in",
    "days_in",
    "figures_in",
    "fits",
    "is_english",
    "months_in",
    "offset_in",
    "plain",
    "weekdays_in",
    "years_in",
    "zone_codes_in",
]

MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août"),
    *("septembre", "octobre", "novembre", "décembre"),
)
SHORT_MONTHS = (
    *("janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août"),
    *("sept.", "oct.", "nov.", "déc."),
)
CODES = ("JAN", "FÉV", "MAR", "AVR", "MAI", "JUN", "JUL", "AOÛ", "SEP", "OCT", "NOV", "DÉC")
WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_ENGLISH_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july", "august"),
    *("september", "october", "november", "december"),
)
_ENGLISH_WEEKDAYS = (
    *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
)
# As people shorten them, right or wrong.
_SHORT = {
    1: "jan janv",
    2: "fev fevr feb",
    3: "mar",
    4: "avr apr",
    6: "jun jui",
    7: "jul juil juill",
    8: "aou aug",
    9: "sep sept",
    10: "oct",
    11: "nov",
    12: "dec",
}
ZONE_CODES = {
    **{"HNT": -3.5, "HAT": -2.5, "HNA": -4, "HAA": -3, "HNE": -5, "HAE": -4},
    **{"HNC": -6, "HAC": -5, "HNR": -7, "HAR": -6, "HNP": -8, "HAP": -7},
}


def plain(text: str) -> str:
    """Return a text as a browser shows it: no tags, no entities, accents on their letters."""
    return unicodedata.normalize("NFC", html.unescape(re.sub(r"<[^>]*>", "", text)))


def bare(word: str) -> str:
    """Return a word in small letters, without accents and dots."""
    marks = unicodedata.normalize("NFD", word.lower())
    return "".join(letter for letter in marks if not unicodedata.combining(letter)).strip(".")


_MONTH_NAMES = {bare(name): number for number, name in enumerate(MONTHS, 1)}
_BESIDE_FIGURES = {
    **{name: number for number, names in _SHORT.items() for name in names.split()},
    **{name: number for number, name in enumerate(_ENGLISH_MONTHS, 1)},
}
_WEEKDAY_NAMES = {
    **{bare(name): number for number, name in enumerate(WEEKDAYS)},
    **{name: number for number, name in enumerate(_ENGLISH_WEEKDAYS)},
}
_SHORT_WEEKDAYS = {
    **{name[:3]: number for number, name in enumerate(WEEKDAYS)},
    **{name[:3]: number for number, name in enumerate(_ENGLISH_WEEKDAYS)},
}


@attrs.frozen
class Name:
    """The name of a month, from 1, or of a day of the week, from 0 for Monday, where it stands."""

    word: str
    number: int
    opens: bool


_PIECE = re.compile(r"[^\W\d_]+\.?|\d+")


def months_in(text: str) -> list[Name]:
    """Return the names of months in a text; what is no French name in full, beside figures only."""
    return [
        Name(word, number, not before)
        for before, word, after in _neighbours(text)
        if (number := _month(before, word, after))
    ]


def _neighbours(text: str) -> list[tuple[str, str, str]]:
    pieces = ["", *_PIECE.findall(plain(text)), ""]
    return list(zip(pieces, pieces[1:-1], pieces[2:], strict=False))


def _month(before: str, word: str, after: str) -> int:
    name = bare(word)
    beside = before.isdecimal() or before in _FIRST or after.isdecimal()
    return _MONTH_NAMES.get(name) or (beside and _BESIDE_FIGURES.get(name)) or 0


_FIRST = ("er", "ᵉʳ")


def weekdays_in(text: str) -> list[Name]:
    """Return the names of days of the week in a text; short ones with their dot, or English."""
    found = []
    for before, word, after in _neighbours(text):
        name = bare(word)
        number = _WEEKDAY_NAMES.get(name)
        if number is None and (word.endswith(".") or after.isdecimal()):
            number = None if _month(before, word, "") else _SHORT_WEEKDAYS.get(name)
        if number is not None:
            found.append(Name(word, number, not before))
    return found


def is_english(name: Name) -> bool:
    """Tell whether a name is an English one, and could be no French one, not even shortened."""
    return bare(name.word) in _ENGLISH


_ENGLISH = {
    *(*_ENGLISH_MONTHS, *_ENGLISH_WEEKDAYS),
    *("feb", "apr", "aug", "mon", "tue", "wed", "thu", "fri", "sat", "sun"),
}


@attrs.frozen
class Day:
    """The day of a month before its name: its figures, and what is glued to them."""

    figures: str
    ending: str
    month: str


def days_in(text: str) -> list[Day]:
    """Return the days in a text that a month's name follows."""
    found = []
    for match in re.finditer(r"(?<![\w,.:/-])(\d{1,2})([^\W\d_]{0,3})\s+([^\W\d_]+)", plain(text)):
        figures, ending, month = match.groups()
        if _month("1", month, ""):
            found.append(Day(figures, ending, month))
    return found


def years_in(text: str) -> list[int]:
    """Return the numbers of four figures in a text."""
    return [int(year) for year in re.findall(r"(?<!\d)(?<!\d[.,])\d{4}(?!\d)", plain(text))]


@attrs.frozen
class Figures:
    """A date in figures: its three numbers, and what stands between them."""

    first: str
    second: str
    third: str
    between: str
    text: str


def figures_in(text: str) -> list[Figures]:
    """Return the dates in figures alone that a text has."""
    pattern = r"(?<!\d)(\d{1,4})([/.-])(\d{1,2})\2(\d{1,4})(?!\d)"
    return [
        Figures(match[1], match[3], match[4], match[2], match[0])
        for match in re.finditer(pattern, plain(text))
    ]


@attrs.frozen
class Clock:
    """A clock: its figures as they stand, the spaces around « h », and the whole of it."""

    hour: str
    minute: str
    text: str
    spaces: tuple[str, ...] = ()


def clocks_in(text: str) -> list[Clock]:
    """Return the clocks in a text: « 9 h 07 », « 9 heures 07 », « 09:07 », midi and minuit."""
    told = plain(text)
    found = []
    for match in re.finditer(r"(?<![\d:])(\d{1,2})(\s*)h(?:(\s*)(\d{1,2}))?(?![\w])", told):
        spaces = (match[2], match[3]) if match[4] else (match[2],)
        found.append(Clock(match[1], match[4] or "", match[0], spaces))
    by_colon = re.finditer(r"(?<![\d:+−-])(\d{1,2})(?::| heures? ?)(\d{1,2})(?!\d)", told)
    found += [Clock(match[1], match[2], match[0]) for match in by_colon]
    named = re.findall(r"\b(midi|minuit)\b", told)
    return found + [Clock("12" if name == "midi" else "0", "0", name) for name in named]


def zone_codes_in(text: str) -> list[str]:
    """Return Québec's codes of zones in a text, and their English twins."""
    return re.findall(r"\b(?:H[NA][TAECRP]|[NAECMP][SD]T)\b", plain(text))


def fits(code: str, there: datetime) -> bool:
    """Tell whether a code is that of a zone's state at a moment."""
    offset, saving = there.utcoffset(), bool(there.dst())
    hours = ZONE_CODES.get(code)
    return hours is not None and offset == timedelta(hours=hours) and saving == (code[1] == "A")


def offset_in(text: str) -> timedelta | None:
    """Return the offset from UTC that a text tells."""
    match = re.search(r"\b(?:UTC|GMT)(?:([+−-])(\d{1,2})(?::?(\d{2}))?)?", plain(text))
    if match is None:
        return None
    offset = timedelta(hours=int(match[2] or 0), minutes=int(match[3] or 0))
    return offset if match[1] == "+" else -offset


def clock_changes(zone: tzinfo, year: int) -> list[datetime]:
    """Return when a zone's clocks were changed in a year, to the second, by looking at each day."""
    start = datetime(year, 1, 1, tzinfo=UTC)
    found = []
    for day in range(366):
        low, high = start + timedelta(days=day), start + timedelta(days=day + 1)
        if _offset(low, zone) == _offset(high, zone):
            continue
        while high - low > timedelta(seconds=1):
            middle = low + timedelta(seconds=(high - low) // timedelta(seconds=2))
            low, high = (
                (low, middle) if _offset(middle, zone) != _offset(low, zone) else (middle, high)
            )
        found.append(high)
    return found


def _offset(moment: datetime, zone: tzinfo) -> timedelta | None:
    return moment.astimezone(zone).utcoffset()
