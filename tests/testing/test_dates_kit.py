"""The kit finds every planted fault, and our own dates keep every law."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from blogmodel import dates
from blogmodel.dates import Style
from blogmodel.errors import ConformanceError
from blogmodel.testing import PROFILES, LawOutcome, broken_dates, check_dates, laws, of_dates
from blogmodel.testing._running import try_law
from blogmodel.testing.broken_dates import DateFault

NAMES = [law.name for law in laws.DATE_LAWS]
BY_NAME = {law.name: law for law in laws.DATE_LAWS}
PAGES = Path(__file__).parents[2] / "docs" / "laws"
SEEDS = (1, 2, 3)


@pytest.mark.parametrize("fault", broken_dates.GALLERY, ids=lambda fault: fault.name)
def test_every_planted_fault_is_found_with_any_seed(fault: DateFault) -> None:
    tried = [
        try_law(BY_NAME[fault.law], fault.subject, PROFILES["normal"], seed)[0] for seed in SEEDS
    ]
    assert [finding.outcome for finding in tried] == [LawOutcome.BROKEN] * len(SEEDS)


def test_every_law_has_its_fault_its_page_and_its_public_name() -> None:
    assert len(set(NAMES)) == len(NAMES)
    assert {fault.law for fault in broken_dates.GALLERY} == set(NAMES)
    for law in laws.DATE_LAWS:
        assert getattr(laws, law.name.replace("-", "_")) is law
        page = (PAGES / f"{law.name}.md").read_text("utf-8")
        assert law.statement in " ".join(page.split())


PARSERS = [
    fault.subject.make().parse
    for fault in broken_dates.GALLERY
    if set(fault.subject.make().functions) == {"parse"}
]
NOW = datetime(2011, 6, 24, 16, tzinfo=UTC)


@pytest.mark.parametrize("parser", PARSERS, ids=lambda parser: parser.__name__)
def test_a_faulty_reader_reads_what_its_fault_is_not_about(
    parser: Callable[[str, datetime], date],
) -> None:
    assert parser("24 juin 2011", NOW) == date(2011, 6, 24)
    assert parser("2011-06-24", NOW) == date(2011, 6, 24)
    assert parser("demain", NOW) == date(2011, 6, 25)
    with pytest.raises(ValueError, match="bonjour"):
        parser("bonjour", NOW)


@pytest.mark.parametrize(
    "relative",
    [broken_dates.seconds_without_days, broken_dates.rounded_up],
    ids=lambda relative: relative.__name__,
)
def test_a_faulty_age_is_right_where_its_fault_is_not(
    relative: Callable[[datetime, datetime], str],
) -> None:
    for seconds in (0, 61, 7200):
        moment = NOW - timedelta(seconds=seconds)
        assert relative(moment, NOW) == broken_dates.mended_relative(moment, NOW)
    late = NOW - timedelta(days=1, seconds=5)
    assert relative(late, NOW) == "il y a 1 jour"
    for fault in (broken_dates.months_of_30_days, broken_dates.same_zone_subtracted):
        assert fault(NOW - timedelta(days=3), NOW) == "il y a 3 jours"


def test_what_is_mended_keeps_all_laws() -> None:
    report = check_dates(
        broken_dates.mended_format,
        broken_dates.mended_parse,
        broken_dates.mended_relative,
        zone="America/Montreal",
        locale="fr_CA",
        seed=1,
    )
    assert report.is_sound
    assert report.laws("not applicable") == (
        *("numeric-dates", "short-months", "zone-of-the-moment", "named-days"),
    )


ZONES = ("America/Montreal", "Europe/Paris", "Australia/Lord_Howe")
DAYS = {
    *(Style.DATE, Style.WEEKDAY_DATE, Style.ABBREVIATED_DATE, Style.NUMERIC_DATE, Style.CODED_DATE),
}
NO_DAY = {Style.MONTH, Style.CLOCK, Style.SCREEN_CLOCK}
STYLES = [
    *((style, "fr_CA", "America/Montreal") for style in list(Style)[12:] if style not in NO_DAY),
    *((style, "fr", "Europe/Paris") for style in (Style.STAMP, Style.NUMERIC_DATE)),
    *((Style.RUNNING_TEXT, locale, "Europe/Zurich") for locale in ("fr_BE", "fr_CH")),
    *((Style.ZONED_STAMP, "fr", zone) for zone in ("Australia/Lord_Howe", "Asia/Kolkata")),
]


def reader(locale: str, zone: str) -> Callable[[str, datetime], date]:
    return lambda text, now: dates.parse(text, locale=locale, now=now, tz=zone).value


@pytest.mark.parametrize("style, locale, zone", STYLES)
def test_our_own_styles_hold_and_come_back(style: Style, locale: str, zone: str) -> None:
    def format_(moment: datetime) -> str:
        return dates.format(moment, style, locale=locale, tz=zone)

    report = check_dates(format_, zone=zone, locale=locale, profile="quick", seed=1)
    assert "day-of-the-zone" in report.laws("held")
    precision = "day" if style in DAYS else "minute"
    both = of_dates(format_, reader(locale, zone), zone=zone, locale=locale, precision=precision)
    assert try_law(laws.round_trip, both, PROFILES["quick"], 1)[0].outcome is LawOutcome.HELD


@pytest.mark.parametrize("style", [Style.MONTH, Style.CLOCK, Style.SCREEN_CLOCK])
def test_our_own_styles_without_a_day_hold(style: Style) -> None:
    formatter = dates.Formatter(style, locale="fr_CA", tz="America/Montreal")
    report = check_dates(
        formatter, zone="America/Montreal", locale="fr_CA", profile="quick", seed=1
    )
    assert report.is_sound


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("locale", ["fr_CA", "fr"])
def test_our_own_reader_and_ages_hold(locale: str, zone: str) -> None:
    def relative(moment: datetime, now: datetime) -> str:
        return dates.relative(moment, locale=locale, now=now, tz=zone)

    report = check_dates(
        parse=reader(locale, zone),
        relative=relative,
        zone=zone,
        locale=locale,
        profile="quick",
        seed=1,
    )
    assert report.is_sound
    assert {"never-rounded-up", "months-by-the-calendar", "day-first"} <= set(report.laws("held"))


@pytest.mark.parametrize("zone", ZONES)
def test_our_own_calendar_stamps_hold(zone: str) -> None:
    def relative(moment: datetime, now: datetime) -> str:
        return dates.calendar_stamp(moment, locale="fr_CA", now=now, tz=zone)

    report = check_dates(relative=relative, zone=zone, locale="fr_CA", profile="quick", seed=1)
    assert "named-days" in report.laws("held")
    assert "just-now" in report.laws("not applicable")


def test_cldrs_long_form_lacks_what_the_norm_asks_for() -> None:
    """CLDR's forms are under their own names because they are not the norm's."""
    formatter = dates.Formatter("long", locale="fr", tz="Europe/Paris")
    with pytest.raises(ConformanceError) as caught:
        check_dates(formatter, zone="Europe/Paris", profile="quick", seed=1)
    lacks = caught.value.report.laws("broken")  # type: ignore[attr-defined]
    assert lacks
    report = check_dates(formatter, zone="Europe/Paris", lacks=lacks, profile="quick", seed=1)
    assert report.laws("lacking") == lacks


def test_a_lack_that_is_none_is_told() -> None:
    with pytest.raises(ConformanceError, match="no counterexample was found; remove it from lacks"):
        check_dates(
            broken_dates.mended_format,
            zone="America/Montreal",
            lacks={"first-is-1er"},
            profile="quick",
            seed=1,
        )
