"""Which faults the kit is known to find, and the law that finds each."""

import attrs

from blogmodel.testing._dates import Format, Parse, Relative, of_dates
from blogmodel.testing._fault import Fault
from blogmodel.testing._subject import Subject
from blogmodel.testing.broken_dates import _ages, _formats, _parsers

__all__ = ["GALLERY", "DateFault"]


@attrs.frozen
class DateFault(Fault):
    """A fault of a filter for readers in Montréal, in ``fr_CA``, and what finds it.

    Attributes:
        subject: the filter with the fault.
        law: the name of the law that it breaks.
    """


def _subject(
    format: Format | None = None,  # noqa: A002 - what it is called in `Dates`
    parse: Parse | None = None,
    relative: Relative | None = None,
) -> Subject:
    return of_dates(format, parse, relative, zone="America/Montreal", locale="fr_CA")


_FORMATS: dict[str, Format] = {
    "every-moment-is-written": _formats.since_1970,
    "day-of-the-zone": _formats.in_utc,
    "year-of-the-calendar": _formats.iso_year,
    "true-names": _formats.sunday_first,
    "numeric-dates": _formats.month_first_figures,
    "equal-instants-alike": _formats.own_offset,
    "first-is-1er": _formats.bare_first,
    "bare-days": _formats.zero_day,
    "french-names": _formats.c_locale,
    "small-letters": _formats.capital_names,
    "accents-written": _formats.accents_lost,
    "short-months": _formats.three_letters,
    "clock-of-the-zone": _formats.fixed_offset,
    "zone-of-the-moment": _formats.one_code_all_year,
    "clock-figures": _formats.zero_clock,
    "no-break-clocks": _formats.breaking_spaces,
    "quebec-clocks": _formats.colon_clock,
    "naive-refused": _formats.naive_taken,
}
_RELATIVES: dict[str, Relative] = {
    "typographic-apostrophes": _ages.straight_apostrophe,
    "every-age-is-told": _ages.without_years,
    "past-and-future": _ages.past_only,
    "just-now": _ages.zero_minutes,
    "never-rounded-up": _ages.rounded_up,
    "months-by-the-calendar": _ages.months_of_30_days,
    "one-is-singular": _ages.always_plural,
    "named-days": _ages.days_of_24_hours,
    "never-longer-ago": _ages.seconds_without_days,
    "ages-of-instants": _ages.same_zone_subtracted,
}
_PARSERS: dict[str, Parse] = {
    "written-dates-read": _parsers.one_format_only,
    "first-read": _parsers.numbers_only,
    "clocks-read": _parsers.clock_taken_for_utc,
    "noon-and-midnight-read": _parsers.last_midnight,
    "iso-first": _parsers.day_first_iso,
    "mail-dates-read": _parsers.french_names_only,
    "day-first": _parsers.month_first,
    "weekday-never-moves": _parsers.moved_to_weekday,
    "named-days-read": _parsers.yesterday_in_utc,
    "ages-read": _parsers.months_back_of_30_days,
    "last-year-meant": _parsers.this_year,
    "short-months-read": _parsers.full_months_only,
    "any-case-read": _parsers.small_letters_only,
    "bare-letters-read": _parsers.accents_needed,
    "decomposed-read": _parsers.composed_only,
    "any-space-read": _parsers.plain_spaces_only,
    "any-apostrophe-read": _parsers.straight_only,
    "any-hyphen-read": _parsers.ascii_hyphens,
    "impossible-days-refused": _parsers.rolled_over,
    "impossible-clocks-refused": _parsers.clock_left_out,
    "never-swapped": _parsers.swapped_when_needed,
    "never-guessed": _parsers.filled_from_now,
    "broken-accents": _parsers.first_letters,
}

GALLERY: tuple[DateFault, ...] = (
    *(DateFault(_subject(format=fault), law) for law, fault in _FORMATS.items()),
    *(DateFault(_subject(relative=fault), law) for law, fault in _RELATIVES.items()),
    DateFault(_subject(_formats.twelve_hours, _parsers.mended_parse), "round-trip"),
    *(DateFault(_subject(parse=fault), law) for law, fault in _PARSERS.items()),
)
"""All of them, one for each law at least."""
