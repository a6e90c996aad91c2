"""What each law says of each way of breaking it, on the least example."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from unittest import SkipTest
from zoneinfo import ZoneInfo

import pytest

from blogmodel.errors import LawBrokenError
from blogmodel.testing import Subject, broken_dates, laws, of_dates
from blogmodel.testing._law import Law

DAY, FIRST, NOON = date(2011, 6, 24), date(2011, 5, 1), time(12)
NOW = datetime(2011, 6, 24, 16, tzinfo=UTC)
HOUR = timedelta(hours=1)


def always(given: object) -> Callable[..., Any]:
    return lambda *_: given


def sample_then(text: str) -> Callable[[datetime], str]:
    """Write one right date in January 2011, and one text on all other days."""

    def format_(moment: datetime) -> str:
        return (
            "vendredi 21 janv. 2011 à 9\xa0h\xa007 HNE"
            if ((moment.year, moment.month) == (2011, 1))
            else text
        )

    return format_


def fails(*_: object) -> Any:
    raise ValueError("unsupported")


FORMATS: list[tuple[Law[...], str, tuple[Any, ...], str]] = [
    (laws.every_moment_is_written, " ", (NOW,), "nothing is written"),
    (laws.day_of_the_zone, "25 juin 2011", (DAY,), "tells the day 25; in America/Montreal it is"),
    (laws.day_of_the_zone, "2011-06-25", (DAY,), "tells the day 25"),
    (laws.day_of_the_zone, "25/06/2011", (DAY,), "tells the day 25"),
    (laws.year_of_the_calendar, "24 juin", (2011,), "tells the year nowhere; it is 2011"),
    (laws.true_names, "mardi 24 juin", (DAY,), "says « mardi »; it is vendredi"),
    (laws.true_names, "vendredi 24 mai", (DAY,), "says « mai »; it is juin"),
    (laws.true_names, "vendredi", (DAY,), "has no name that can be read; it is juin"),
    (laws.first_is_1er, "1 mai 2011", (FIRST,), "has « 1 mai »; it is « 1er mai »"),
    (laws.first_is_1er, "01 mai 2011", (FIRST,), "has « 01 mai »"),
    (laws.bare_days, "2e mai 2011", (FIRST,), "has « 2e mai »; it is « 2 mai »"),
    (laws.french_names, "Friday 24 juin", (DAY,), "has « Friday », which is English"),
    (laws.small_letters, "le Vendredi 24 juin", (DAY,), "has « Vendredi », not « vendredi »"),
    (laws.small_letters, "24 JUIN 2011", (DAY,), "has « JUIN », not « juin »"),
    (laws.accents_written, "24 f?vrier", (date(2011, 2, 24),), "has no « février » that can be"),
    (
        laws.accents_written,
        "24 aout",
        (date(2011, 8, 24),),
        "« aout » without its accent: « août »",
    ),
    (laws.short_months, "24 juil 2011", (date(2011, 7, 24),), "« juil »; it is « juill. »"),
    (laws.clock_of_the_zone, "le 24 juin", (DAY, NOON), "tells no clock; in America/Montreal"),
    (laws.clock_of_the_zone, "9:07 et 10:07", (DAY, NOON), "tells « 9:07 » and « 10:07 »"),
    (laws.zone_of_the_moment, "à 12 h EST", (DAY,), "says EST; at that moment it is HAE"),
    (laws.zone_of_the_moment, "à 12 h UTC-5", (DAY,), "another offset from UTC than -0400"),
    (laws.clock_figures, "09 h", (time(9),), "has a zero before its hour; it is « 9 h »"),
    (laws.clock_figures, "9 h 00", (time(9),), "has « 00 » after a full hour; it is « 9 h »"),
    (laws.clock_figures, "9 h 7", (time(9, 7),), "one figure for its minutes; it is « 9 h 07 »"),
    (laws.no_break_clocks, "9 h", (time(9),), "has U\\+0020 beside its « h »; it is U\\+00A0"),
    (laws.no_break_clocks, "9h", (time(9),), "has nothing beside its « h »"),
    (laws.quebec_clocks, "09:07", (time(9, 7),), "has « 09:07 »; it is « 9 h … »"),
    (laws.typographic_apostrophes, "d'août", (NOW, HOUR), "has « d'août »; it is « d’août »"),
]


@pytest.mark.parametrize("law, text, args, told", FORMATS, ids=lambda given: str(given)[:40])
def test_what_is_written_wrong_is_told(
    law: Law[...], text: str, args: tuple[Any, ...], told: str
) -> None:
    subject = of_dates(sample_then(text), zone="America/Montreal", locale="fr-CA")
    with pytest.raises(LawBrokenError, match=told) as caught:
        law(subject, *args)
    assert f"written:   {text!r}" in str(caught.value)
    assert "UTC, which is 20" in caught.value.story


RIGHT: list[tuple[Law[...], str, tuple[Any, ...]]] = [
    (laws.day_of_the_zone, "24/06/2011", (DAY,)),
    (laws.day_of_the_zone, "2011-06-24", (DAY,)),
    (laws.first_is_1er, "1<sup>er</sup>&nbsp;mai 2011", (FIRST,)),
    (laws.bare_days, "2&nbsp;mai 2011", (FIRST,)),
    (laws.french_names, "24 juin", (DAY,)),
    (laws.small_letters, "Vendredi 24 JUN 2011", (DAY,)),
    (laws.accents_written, "24 févr. 2011", (date(2011, 2, 24),)),
    (laws.accents_written, "24 AOÛ 2011", (date(2011, 8, 24),)),
    (laws.accents_written, "24 August 2011", (date(2011, 8, 24),)),
    (laws.short_months, "24 JUL 2011", (date(2011, 7, 24),)),
    (laws.short_months, "24 July 2011", (date(2011, 7, 24),)),
    (laws.no_break_clocks, "9&nbsp;h&nbsp;07", (time(9, 7),)),
    (laws.no_break_clocks, "midi", (NOON,)),
    (laws.clock_figures, "9 h 10", (time(9, 10),)),
    (laws.quebec_clocks, "minuit", (time(0),)),
    (laws.typographic_apostrophes, "d’août", (NOW, HOUR)),
]


@pytest.mark.parametrize("law, text, args", RIGHT, ids=lambda given: str(given)[:40])
def test_what_is_written_right_is_left_alone(
    law: Law[...], text: str, args: tuple[Any, ...]
) -> None:
    law(of_dates(sample_then(text), zone="America/Montreal", locale="fr_CA"), *args)


@pytest.mark.parametrize("locale, right", [("fr", "juil."), ("fr_CA", "juill.")])
def test_july_is_shortened_by_the_locale(locale: str, right: str) -> None:
    def subject(text: str) -> Subject:
        return of_dates(sample_then(text), zone="America/Montreal", locale=locale)

    july = date(2011, 7, 24)
    laws.short_months(subject(f"24 {right} 2011"), july)
    with pytest.raises(LawBrokenError, match=f"it is « {right} »"):
        laws.short_months(subject("24 jul. 2011"), july)


def test_a_month_alone_that_changes_in_the_evening_is_told_beside_noon() -> None:
    def format_(moment: datetime) -> str:
        return f"{broken_dates.in_utc(moment).split()[-2]} 2011"

    with pytest.raises(LawBrokenError, match="tells another day than at noon") as caught:
        laws.day_of_the_zone(of_dates(format_, zone="America/Montreal"), date(2011, 6, 30))
    assert caught.value.story.count("written:") == 2


def test_a_day_that_a_zone_skipped_is_no_fault() -> None:
    def format_(moment: datetime) -> str:
        there = moment.astimezone(ZoneInfo("Pacific/Apia"))
        return f"{there.day} décembre {there.year}"

    laws.day_of_the_zone(of_dates(format_, zone="Pacific/Apia"), date(2011, 12, 30))


@pytest.mark.parametrize("locale, right", [("fr", "24/06/2011"), ("fr_CA", "2011-06-24")])
def test_figures_have_the_form_of_the_locale(locale: str, right: str) -> None:
    def subject(text: str) -> Subject:
        return of_dates(always(text), zone="Europe/Paris", locale=locale)

    laws.numeric_dates(subject(right), DAY)
    laws.numeric_dates(subject("2011-06-24"), DAY)
    for wrong in ("06/24/2011", "24/06/11", "24.06.2011"):
        with pytest.raises(LawBrokenError, match=f"has {wrong}; it is {right}"):
            laws.numeric_dates(subject(wrong), DAY)


AGES: list[tuple[Law[...], str, tuple[Any, ...], str]] = [
    (laws.every_age_is_told, "", (NOW, HOUR, 1), "nothing is told"),
    (laws.past_and_future, "1 hour ago", (NOW, HOUR, 1), "is not told with « il y a »"),
    (laws.past_and_future, "il y a 1 heure", (NOW, HOUR, -1), "is no « dans » with a number"),
    (laws.past_and_future, "dans -1 heure", (NOW, HOUR, -1), "is no « dans » with a number"),
    (
        laws.just_now,
        "il y a 42 secondes",
        (NOW, 42),
        "is said of 42 seconds; it is « à l’instant »",
    ),
    (laws.never_rounded_up, "il y a 1 heure", (NOW, HOUR - HOUR / 60, 1), "whole is 0 heure"),
    (laws.never_rounded_up, "il y a 2 jours", (NOW, 36 * HOUR, 1), "whole is 1 jour"),
    (laws.one_is_singular, "il y a 1 heures", (NOW, HOUR, 1), "« 1 heures »; it is « heure »"),
    (laws.one_is_singular, "il y a 2 heure", (NOW, HOUR, 1), "« 2 heure »; it is « heures »"),
    (laws.named_days, "hier", (NOW, HOUR, 1), "is said of a day that is today in America"),
    (laws.named_days, "demain", (NOW, 24 * HOUR, 1), "that is 1 days ago"),
    (laws.named_days, "hier", (NOW, 48 * HOUR, -1), "that is 2 days ahead"),
    (laws.typographic_apostrophes, "aujourd'hui", (NOW, HOUR), "it is « aujourd’hui »"),
]


def ages_then(law: Law[...], text: str, args: tuple[Any, ...]) -> Callable[..., str]:
    """Tell right what laws look at first, and one text of all else."""
    moment = NOW - args[1] * (args[2] if len(args) > 2 else 1) if law is not laws.just_now else None

    def relative(given: datetime, now: datetime) -> str:
        if law is laws.just_now and (now - given) < timedelta(minutes=1):
            return text
        if given == moment or law is laws.typographic_apostrophes:
            return text
        return "hier" if law is laws.named_days else "il y a 5 minutes"

    return relative


@pytest.mark.parametrize("law, text, args, told", AGES, ids=lambda given: str(given)[:40])
def test_what_is_told_wrong_is_told(
    law: Law[...], text: str, args: tuple[Any, ...], told: str
) -> None:
    subject = of_dates(relative=ages_then(law, text, args), zone="America/Montreal")
    with pytest.raises(LawBrokenError, match=told) as caught:
        law(subject, *args)
    assert f"told:      {text!r}" in str(caught.value)


@pytest.mark.parametrize(
    "text", ["hier à 9 h 07", "24 juin 2011", "2011-06-24", "il y a 1 heure", "il y a une heure"]
)
def test_a_day_a_date_or_an_age_tells_the_past(text: str) -> None:
    laws.past_and_future(of_dates(relative=always(text), zone="America/Montreal"), NOW, HOUR, 1)


def test_laws_of_ages_leave_alone_what_tells_none() -> None:
    def relative(moment: datetime, now: datetime) -> str:
        days = (now - moment).days
        return {0: "il y a 5 minutes", 100: "il y a 3 mois"}.get(days, "24 juin 2011")

    subject = of_dates(relative=relative, zone="America/Montreal")
    week = timedelta(days=7)
    laws.never_rounded_up(subject, NOW, week, 1)
    laws.months_by_the_calendar(subject, NOW, 10 * week, 1)
    laws.one_is_singular(subject, NOW, week, 1)
    laws.never_longer_ago(subject, NOW, week, week)


def test_the_calendar_says_how_many_months_and_years_are_whole() -> None:
    def subject(text: str) -> Subject:
        return of_dates(relative=always(text), zone="America/Montreal")

    days = timedelta(days=1)
    laws.months_by_the_calendar(subject("il y a 1 mois"), NOW, 45 * days, 1)
    laws.months_by_the_calendar(subject("il y a 1 an"), NOW, 366 * days, 1)
    with pytest.raises(LawBrokenError, match="whole is 1 mois"):
        laws.months_by_the_calendar(subject("il y a 2 mois"), NOW, 45 * days, 1)
    with pytest.raises(LawBrokenError, match="whole is 0 an"):
        laws.months_by_the_calendar(subject("il y a 1 an"), NOW, 364 * days, 1)


@pytest.mark.parametrize("text", ["dans 2 jours", "24 juin", "à l’instant", "avant-hier"])
def test_what_has_no_length_in_the_past_is_compared_with_nothing(text: str) -> None:
    subject = of_dates(relative=always(text), zone="America/Montreal")
    laws.never_longer_ago(subject, NOW, HOUR, HOUR)


def test_a_reading_without_its_clock_is_told() -> None:
    subject = of_dates(parse=always(DAY), zone="America/Montreal")
    with pytest.raises(LawBrokenError, match="is read as 2011-06-24, without its clock") as caught:
        laws.clocks_read(subject, DAY, NOON, " à ", "{0} h {1:02}")
    assert "it is:     2011-06-24 16:00:00 UTC" in caught.value.story


def test_signs_that_look_like_others_are_shown_as_their_codes() -> None:
    subject = of_dates(parse=always(None), zone="America/Montreal")
    with pytest.raises(LawBrokenError, match=r"'1er fe\\u0301vrier 2011' is refused"):
        laws.decomposed_read(subject, date(2011, 2, 1))
    with pytest.raises(LawBrokenError, match=r"avant\\u2010hier") as caught:
        laws.any_hyphen_read(subject, "\u2010")
    assert "refused:   parse() gave None" in caught.value.story


def test_moments_that_clocks_skip_say_nothing() -> None:
    subject = of_dates(parse=always(None), zone="America/Montreal")
    laws.clocks_read(subject, date(2011, 3, 13), time(2, 30), " à ", "{0} h {1:02}")
    laws.last_year_meant(subject, datetime(2012, 2, 29, 17, tzinfo=UTC), 0)
    laws.ages_read(subject, datetime(2012, 1, 31, 17, tzinfo=UTC), "mois", 1, spelled=False)


NOT_APPLICABLE: list[tuple[Law[...], str, tuple[Any, ...], str]] = [
    (laws.year_of_the_calendar, "?", (2011,), "it writes no year of four figures"),
    (laws.true_names, "?", (DAY,), "it names no month and no day of the week"),
    (laws.numeric_dates, "?", (DAY,), "it writes no date in figures alone"),
    (laws.first_is_1er, "?", (DAY,), "it writes no day before a month's name"),
    (laws.small_letters, "?", (DAY,), "it names no month and no day of the week"),
    (laws.accents_written, "?", (DAY,), "it names no month"),
    (laws.short_months, "24 juin", (DAY,), "it shortens no month"),
    (laws.clock_of_the_zone, "?", (DAY, NOON), "it writes no clock"),
    (laws.zone_of_the_moment, "?", (DAY,), "it writes no code of a zone"),
    (laws.no_break_clocks, "9:07", (NOON,), "it writes no clock with « h »"),
    (laws.quebec_clocks, "9:07", (NOON,), "its locale is not fr_CA"),
    (laws.round_trip, "?", (DAY, NOON), r"it has no parse\(\)"),
]


@pytest.mark.parametrize("law, text, args, told", NOT_APPLICABLE, ids=lambda given: str(given)[:40])
def test_a_law_about_what_is_not_written_does_not_apply(
    law: Law[...], text: str, args: tuple[Any, ...], told: str
) -> None:
    with pytest.raises(SkipTest, match=told):
        law(of_dates(always(text), zone="Europe/Paris"), *args)


@pytest.mark.parametrize(
    "law, args, told",
    [
        (laws.just_now, (NOW, 1), "it does not tell 5 minutes as « il y a 5 minutes »"),
        (laws.months_by_the_calendar, (NOW, HOUR, 1), "it tells neither months nor years"),
        (laws.named_days, (NOW, HOUR, 1), "it tells no day by its name"),
    ],
)
def test_a_law_about_what_is_not_told_does_not_apply(
    law: Law[...], args: tuple[Any, ...], told: str
) -> None:
    for relative in (always("?"), fails):
        with pytest.raises(SkipTest, match=told):
            law(of_dates(relative=relative, zone="Europe/Paris"), *args)


def test_a_filter_that_always_fails_breaks_the_law_of_every_moment_alone() -> None:
    subject = of_dates(fails, zone="Europe/Paris")
    with pytest.raises(LawBrokenError, match=r"format\(\) raised ValueError: unsupported"):
        laws.every_moment_is_written(subject, NOW)
    with pytest.raises(SkipTest, match="it names no month"):
        laws.accents_written(subject, DAY)
