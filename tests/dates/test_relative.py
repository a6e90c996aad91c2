"""Relative time: what is told of which age, in which words, and what is refused."""

import copy
import pickle
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import attrs
import pytest
from babel.dates import TIMEDELTA_UNITS, format_timedelta
from dateutil.tz import gettz

from blogmodel.dates._norms import NORMS, RELATIVE
from blogmodel.dates._relative import RelativeFormatter, relative
from blogmodel.dates._thresholds import Thresholds
from blogmodel.errors import (
    InvalidTypeError,
    InvalidValueError,
    UnknownLocaleError,
    UnknownZoneError,
)

NOW = datetime(2011, 6, 24, 13, 7, tzinfo=UTC)
MONTREAL = ZoneInfo("America/Montreal")


def told(age: timedelta, thresholds: Thresholds | None = None, locale: str = "fr_CA") -> str:
    formatter = RelativeFormatter(locale=locale, tz=UTC, thresholds=thresholds or Thresholds())
    return formatter.ago(NOW - age, now=NOW)


def utc(*fields: int) -> datetime:
    return datetime(*fields, tzinfo=UTC)  # type: ignore[misc,arg-type]


@pytest.mark.parametrize(
    "age,past,future",
    [
        (timedelta(0), "à l’instant", "à l’instant"),
        (timedelta(microseconds=1), "à l’instant", "à l’instant"),
        (timedelta(seconds=59, microseconds=999_999), "à l’instant", "à l’instant"),
        (timedelta(seconds=60), "il y a 1 minute", "dans 1 minute"),
        (timedelta(seconds=119), "il y a 1 minute", "dans 1 minute"),
        (timedelta(minutes=5), "il y a 5 minutes", "dans 5 minutes"),
        (timedelta(minutes=59, seconds=59), "il y a 59 minutes", "dans 59 minutes"),
        (timedelta(hours=1), "il y a 1 heure", "dans 1 heure"),
        (timedelta(hours=23, minutes=59), "il y a 23 heures", "dans 23 heures"),
        (timedelta(days=1), "il y a 1 jour", "dans 1 jour"),
        (timedelta(days=7, seconds=-1), "il y a 6 jours", "dans 6 jours"),
        (timedelta(days=7), "il y a 1 semaine", "dans 1 semaine"),
        (timedelta(days=29), "il y a 4 semaines", "dans 4 semaines"),
        (timedelta(days=45), "il y a 1 mois", "dans 1 mois"),
        (timedelta(days=63), "il y a 2 mois", "dans 2 mois"),
    ],
)
def test_the_amount_is_that_of_the_largest_whole_unit(
    age: timedelta, past: str, future: str
) -> None:
    assert (told(age), told(-age)) == (past, future)


@pytest.mark.parametrize(
    "moment,now,expected",
    [
        (utc(2011, 5, 24, 13, 7), NOW, "il y a 1 mois"),
        (utc(2011, 5, 24, 13, 7, 0, 1), NOW, "il y a 4 semaines"),
        (utc(2010, 6, 24, 13, 7), NOW, "il y a 1 an"),
        (utc(2010, 6, 24, 13, 8), NOW, "il y a 11 mois"),
        (utc(2009, 6, 24, 13, 8), NOW, "il y a 1 an"),
        (utc(2009, 6, 24, 13, 7), NOW, "il y a 2 ans"),
        (utc(1811, 6, 25), NOW, "il y a 199 ans"),
        # January's 31st does not come again in February.
        (utc(2011, 1, 31), utc(2011, 2, 28), "il y a 4 semaines"),
        (utc(2011, 1, 31), utc(2011, 2, 28, 23, 59), "il y a 4 semaines"),
        (utc(2011, 1, 31), utc(2011, 3, 1), "il y a 1 mois"),
        (utc(2011, 1, 31, 10), utc(2011, 3, 1, 9, 59), "il y a 4 semaines"),
        (utc(2011, 1, 31, 10), utc(2011, 3, 1, 10), "il y a 1 mois"),
        (utc(2011, 1, 31), utc(2011, 3, 30), "il y a 1 mois"),
        (utc(2011, 1, 31), utc(2011, 3, 31), "il y a 2 mois"),
        (utc(2008, 2, 29), utc(2009, 2, 28), "il y a 11 mois"),
        (utc(2008, 2, 29), utc(2009, 3, 1), "il y a 1 an"),
        (utc(2008, 2, 29), utc(2012, 2, 28), "il y a 3 ans"),
        (utc(2008, 2, 29), utc(2012, 2, 29), "il y a 4 ans"),
        (utc(2011, 2, 28), utc(2011, 3, 28), "il y a 1 mois"),
        (utc(2011, 3, 31), utc(2011, 2, 28), "dans 1 mois"),
    ],
)
def test_months_and_years_are_whole_when_their_day_has_come_again(
    moment: datetime, now: datetime, expected: str
) -> None:
    assert relative(moment, locale="fr", now=now, tz="UTC") == expected


def test_months_are_those_of_the_readers_calendar() -> None:
    # In Montréal from 31 May, 22 h, to 30 June, 22 h; in UTC from 1 June to 1 July.
    moment, now = utc(2011, 6, 1, 2), utc(2011, 7, 1, 2)
    assert relative(moment, locale="fr", now=now, tz="UTC") == "il y a 1 mois"
    assert relative(moment, locale="fr", now=now, tz="America/Montreal") == "il y a 4 semaines"


def test_years_near_an_anniversary_are_those_of_the_readers_calendar() -> None:
    moment, now = utc(2008, 3, 1, 3), utc(2009, 3, 1, 3)
    assert relative(moment, locale="fr", now=now, tz="UTC") == "il y a 1 an"
    # 29 February there, at 22 h, and then 28 February.
    assert relative(moment, locale="fr", now=now, tz="America/Montreal") == "il y a 11 mois"


def test_a_day_is_24_hours_where_clocks_are_put_forward_or_back() -> None:
    formatter = RelativeFormatter(locale="fr", tz=MONTREAL)
    saturday = datetime(2011, 3, 12, 12, tzinfo=MONTREAL)
    sunday = datetime(2011, 3, 13, 12, tzinfo=MONTREAL)  # Of 23 hours.
    assert formatter.ago(saturday, now=sunday) == "il y a 23 heures"
    assert formatter.ago(saturday.astimezone(UTC), now=sunday) == "il y a 23 heures"
    assert formatter.ago(saturday, now=sunday + timedelta(hours=1)) == "il y a 1 jour"
    first = datetime(2011, 11, 6, 1, 30, tzinfo=MONTREAL)
    assert formatter.ago(first, now=first.replace(fold=1)) == "il y a 1 heure"


def test_whatever_zone_a_moment_is_in_it_is_the_same_moment() -> None:
    moment, now = NOW - timedelta(hours=5), NOW.astimezone(timezone(timedelta(hours=-11)))
    for zone in (MONTREAL, ZoneInfo("Asia/Tokyo"), UTC, ZoneInfo("UTC")):
        formatter = RelativeFormatter(locale="fr", tz="Pacific/Apia")
        assert formatter.ago(moment.astimezone(zone), now=now) == "il y a 5 heures"


@pytest.mark.parametrize(
    "day,expected",
    [
        (date(2011, 6, 24), "aujourd’hui"),
        (date(2011, 6, 23), "il y a 1 jour"),
        (date(2011, 6, 25), "dans 1 jour"),
        (date(2011, 6, 18), "il y a 6 jours"),
        (date(2011, 6, 17), "il y a 1 semaine"),
        (date(2011, 5, 25), "il y a 4 semaines"),
        (date(2011, 5, 24), "il y a 1 mois"),
        (date(2010, 6, 25), "il y a 11 mois"),
        (date(2010, 6, 24), "il y a 1 an"),
        (date(2013, 6, 24), "dans 2 ans"),
        (date(2013, 6, 23), "dans 1 an"),
        (date(1, 1, 1), "il y a 2\u00a0010 ans"),
        (date(9999, 12, 31), "dans 7\u00a0988 ans"),
    ],
)
def test_a_date_is_told_in_days_of_the_calendar(day: date, expected: str) -> None:
    assert relative(day, locale="fr_CA", now=NOW, tz="America/Montreal") == expected


def test_today_is_the_readers() -> None:
    now = utc(2011, 6, 24, 3, 30)
    day = date(2011, 6, 24)
    assert relative(day, locale="fr", now=now, tz="UTC") == "aujourd’hui"
    assert relative(day, locale="fr", now=now, tz="America/Montreal") == "dans 1 jour"


def test_english_has_its_own_words() -> None:
    ages = (0, 60, 300, 3600, 86_400, 3 * 86_400, 7 * 86_400, 62 * 86_400)
    assert [told(timedelta(seconds=age), locale="en_CA") for age in ages] == [
        *("just now", "1 minute ago", "5 minutes ago", "1 hour ago", "1 day ago", "3 days ago"),
        *("1 week ago", "2 months ago"),
    ]
    assert told(-timedelta(days=3), locale="en-US") == "in 3 days"
    assert relative(NOW.date(), locale="en", now=NOW, tz=UTC) == "today"


@pytest.mark.parametrize("locale", NORMS)
def test_the_phrases_are_cldrs_code_point_for_code_point(locale: str) -> None:
    formatter = RelativeFormatter(locale=locale, tz=UTC)
    for phrases, direction in ((formatter._past, -1), (formatter._future, 1)):
        for unit, seconds in TIMEDELTA_UNITS[:-1]:
            counted = getattr(phrases, f"{unit}s")
            for count in range(1, 121):
                cldr = format_timedelta(
                    direction * count * seconds,
                    granularity=unit,  # type: ignore[arg-type] # a str to Babel's own types
                    threshold=float("inf"),
                    add_direction=True,
                    locale=locale,
                )
                assert counted[count] == cldr


def test_every_locale_of_the_norms_has_words() -> None:
    assert list(RELATIVE) == list(NORMS)


@pytest.mark.parametrize(
    "locale,hours",
    [
        ("fr", "il y a 1\u202f234 heures"),
        ("fr_CA", "il y a 1\u00a0234 heures"),
        ("en", "1,234 hours ago"),
    ],
)
def test_thousands_are_grouped_as_the_locale_groups_them(locale: str, hours: str) -> None:
    thresholds = Thresholds(days=None, weeks=None, months=None, years=None)
    assert told(timedelta(hours=1234), thresholds, locale) == hours


@pytest.mark.parametrize(
    "locale,ages",
    [
        ("de", ["vor 42 Sekunden", "vor 59 Minuten", "vor 1 Tag", "vor 2 Wochen", "vor 1 Monat"]),
        ("ja", ["42 秒前", "59 分前", "1 日前", "2 週間前", "1 か月前"]),
        (
            "pl",
            [
                "42 sekundy temu",
                "59 minut temu",
                "1 dzień temu",
                "2 tygodnie temu",
                "1 miesiąc temu",
            ],
        ),
    ],
)
def test_other_locales_have_cldrs_phrases_never_rounded_up(locale: str, ages: list[str]) -> None:
    spans = [
        timedelta(seconds=42, microseconds=900_000),
        timedelta(minutes=59, seconds=59),
        timedelta(hours=47),
        timedelta(days=20),
        timedelta(days=45),
    ]
    assert [told(age, locale=locale) for age in spans] == ages


def test_other_locales_tell_the_future_now_and_today_in_cldrs_phrases() -> None:
    assert told(-timedelta(days=3), locale="de") == "in 3 Tagen"
    assert told(timedelta(0), locale="de") == "in 0 Sekunden"
    assert relative(NOW.date(), locale="de", now=NOW, tz=UTC) == "in 0 Tagen"
    assert told(timedelta(minutes=4), Thresholds(minutes=timedelta(minutes=5)), "de") == (
        "vor 240 Sekunden"
    )


@pytest.mark.parametrize(
    "thresholds,age,expected",
    [
        (Thresholds(minutes=timedelta(minutes=5)), timedelta(minutes=4), "à l’instant"),
        (Thresholds(minutes=timedelta(minutes=5)), timedelta(minutes=5), "il y a 5 minutes"),
        (Thresholds(hours=timedelta(hours=2)), timedelta(minutes=119), "il y a 119 minutes"),
        (Thresholds(hours=timedelta(hours=2)), timedelta(minutes=120), "il y a 2 heures"),
        (Thresholds(hours=None), timedelta(hours=23), "il y a 1\u00a0380 minutes"),
        (Thresholds(hours=None), timedelta(hours=24), "il y a 1 jour"),
        (Thresholds(days=timedelta(hours=48)), timedelta(hours=47), "il y a 47 heures"),
        (Thresholds(days=timedelta(hours=48)), timedelta(hours=48), "il y a 2 jours"),
        (Thresholds(days=None), timedelta(hours=167), "il y a 167 heures"),
        (Thresholds(days=None), timedelta(hours=168), "il y a 1 semaine"),
        (Thresholds(weeks=None), timedelta(days=30), "il y a 30 jours"),
        (Thresholds(weeks=None), timedelta(days=31), "il y a 1 mois"),
        (Thresholds(weeks=timedelta(days=14)), timedelta(days=13), "il y a 13 jours"),
        (Thresholds(weeks=timedelta(days=14)), timedelta(days=14), "il y a 2 semaines"),
        (Thresholds(months=timedelta(days=60)), timedelta(days=59), "il y a 8 semaines"),
        (Thresholds(months=timedelta(days=60)), timedelta(days=61), "il y a 2 mois"),
        (Thresholds(months=None), timedelta(days=364), "il y a 52 semaines"),
        (Thresholds(months=None), timedelta(days=365), "il y a 1 an"),
        (Thresholds(weeks=None, months=None), timedelta(days=364), "il y a 364 jours"),
        (Thresholds(years=timedelta(days=730)), timedelta(days=600), "il y a 19 mois"),
        (Thresholds(years=timedelta(days=730)), timedelta(days=729), "il y a 23 mois"),
        (Thresholds(years=timedelta(days=730)), timedelta(days=730), "il y a 2 ans"),
        (Thresholds(years=None), timedelta(days=731), "il y a 24 mois"),
        (Thresholds(date=timedelta(days=30)), timedelta(days=29), "il y a 4 semaines"),
        (Thresholds(date=timedelta(days=30)), timedelta(days=30), "25 mai 2011"),
        (Thresholds(date=timedelta(days=30)), timedelta(days=3000), "7 avril 2003"),
        (Thresholds(date=timedelta(minutes=1)), timedelta(seconds=59), "à l’instant"),
        (Thresholds(date=timedelta(minutes=1)), timedelta(seconds=60), "24 juin 2011"),
        (Thresholds(date=timedelta(days=730)), timedelta(days=500), "il y a 1 an"),
    ],
)
def test_thresholds_say_from_when_on_a_unit_is_used(
    thresholds: Thresholds, age: timedelta, expected: str
) -> None:
    assert told(age, thresholds) == expected
    if age % timedelta(days=1) == timedelta(0):
        assert told_of_date(age, thresholds) == expected


def told_of_date(age: timedelta, thresholds: Thresholds) -> str:
    day = (NOW - age).date()
    return relative(day, locale="fr_CA", now=NOW, tz=UTC, thresholds=thresholds)


def test_a_date_is_never_told_in_less_than_days() -> None:
    thresholds = Thresholds(hours=timedelta(days=3), days=timedelta(days=3))
    assert told_of_date(timedelta(days=1), thresholds) == "il y a 1 jour"


def test_a_plain_date_ahead_is_the_readers_day() -> None:
    thresholds = Thresholds(date=timedelta(days=7))
    moment = utc(2011, 8, 1, 2)
    in_montreal = relative(moment, locale="fr", now=NOW, tz=MONTREAL, thresholds=thresholds)
    assert in_montreal == "31 juillet 2011"
    in_paris = relative(moment, locale="fr", now=NOW, tz="Europe/Paris", thresholds=thresholds)
    assert in_paris == "1er août 2011"


def test_a_plain_date_is_cldrs_long_date_in_other_locales() -> None:
    assert told(timedelta(days=8), Thresholds(date=timedelta(days=7)), "de") == "16. Juni 2011"


FIRST, LAST = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)


@pytest.mark.parametrize(
    "moment,now,expected",
    [
        (FIRST, LAST, "il y a 9\u202f998 ans"),
        (LAST, FIRST, "dans 9\u202f998 ans"),
        (FIRST.replace(tzinfo=timezone(timedelta(hours=14))), FIRST, "il y a 14 heures"),
        (LAST.replace(tzinfo=timezone(timedelta(hours=-12))), LAST, "dans 12 heures"),
        (FIRST, FIRST + timedelta(days=32), "il y a 1 mois"),
        (LAST, LAST - timedelta(days=32), "dans 1 mois"),
    ],
)
@pytest.mark.parametrize("tz", ["America/Montreal", "Asia/Tokyo"])
def test_the_ends_of_the_calendar_are_told(
    moment: datetime, now: datetime, expected: str, tz: str
) -> None:
    assert relative(moment, locale="fr", now=now, tz=tz) == expected


class Odd(datetime):
    """A datetime that subtracts and moves in ways of its own, as those of some libraries do."""

    def __sub__(self, other: Any) -> Any:
        raise AssertionError

    __rsub__ = astimezone = replace = __sub__  # type: ignore[assignment]


def test_a_subclass_of_datetime_is_told_as_what_it_is() -> None:
    moment, now = Odd(2011, 3, 31, 12, tzinfo=UTC), Odd(2011, 6, 30, 12, tzinfo=UTC)
    assert relative(moment, locale="fr", now=now, tz="UTC") == "il y a 2 mois"
    folded = Odd(2011, 11, 6, 1, 30, 5, 7, MONTREAL, fold=1)
    again = datetime(2011, 11, 6, 6, 30, 5, 7, UTC)
    assert relative(folded, locale="fr", now=again, tz="UTC") == "à l’instant"
    assert relative(folded, locale="fr", now=again - timedelta(minutes=1), tz="UTC") == (
        "dans 1 minute"
    )


NAIVE = datetime(2011, 6, 24)  # noqa: DTZ001 - what is refused


@pytest.mark.parametrize(
    "moment,now,field,words",
    [
        (NAIVE, NOW, "moment", "naive"),
        (NOW, NAIVE, "now", "naive"),
        (date(2011, 6, 24), NAIVE, "now", "naive"),
    ],
)
def test_a_naive_datetime_is_refused(moment: date, now: datetime, field: str, words: str) -> None:
    with pytest.raises(InvalidValueError, match=words) as refused:
        relative(moment, locale="fr", now=now, tz="UTC")
    assert refused.value.field == field


@pytest.mark.parametrize(
    "moment,now", [("2011-06-24", NOW), (None, NOW), (NOW, date(2011, 6, 24)), (NOW, None)]
)
def test_what_is_no_moment_is_refused(moment: date, now: datetime) -> None:
    with pytest.raises(InvalidTypeError, match="an aware datetime"):
        relative(moment, locale="fr", now=now, tz="UTC")


def test_unknown_locales_and_zones_are_refused() -> None:
    with pytest.raises(UnknownLocaleError, match="'xx'"):
        RelativeFormatter(locale="xx", tz="UTC")
    with pytest.raises(UnknownZoneError, match="'Montreal'"):
        RelativeFormatter(locale="fr", tz="Montreal")


def test_thresholds_of_another_type_are_refused() -> None:
    with pytest.raises(InvalidTypeError, match="a Thresholds, such as"):
        RelativeFormatter(locale="fr", tz="UTC", thresholds=timedelta(7))  # type: ignore[arg-type]


def test_a_formatter_is_a_value() -> None:
    formatter = RelativeFormatter(locale="fr-CA", tz="America/Montreal")
    same = RelativeFormatter(locale="fr_CA", tz=MONTREAL, thresholds=Thresholds())
    assert formatter == same
    assert hash(formatter) == hash(same)
    assert formatter != attrs.evolve(formatter, locale="fr")
    assert formatter.locale == "fr_CA"
    assert formatter.tz is MONTREAL
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        formatter.locale = "fr"  # type: ignore[misc]
    assert repr(RelativeFormatter(locale="fr-FR", tz=UTC)).startswith(
        "RelativeFormatter(locale='fr', tz=datetime.timezone.utc, thresholds=Thresholds("
    )


@pytest.mark.parametrize("locale", ["fr_CA", "de"])
def test_a_formatter_survives_copies_and_pickling(locale: str) -> None:
    thresholds = Thresholds(date=timedelta(days=3000))
    formatter = RelativeFormatter(locale=locale, tz=MONTREAL, thresholds=thresholds)
    evolved = attrs.evolve(RelativeFormatter(locale="en", tz=MONTREAL), locale=locale)
    again = [pickle.loads(pickle.dumps(formatter)), copy.copy(formatter), copy.deepcopy(formatter)]
    for one in [*again, attrs.evolve(evolved, thresholds=thresholds)]:
        assert one == formatter
        for days in (0, 1, 400, 4000):
            moment = NOW - timedelta(days=days)
            assert one.ago(moment, now=NOW) == formatter.ago(moment, now=NOW)
    assert len(pickle.dumps(formatter)) < 500


@pytest.mark.parametrize(
    "field,value,message",
    [
        ("minutes", timedelta(seconds=59), "must be at least 0:01:00; got"),
        ("minutes", timedelta(seconds=-60), "must be at least 0:01:00; got"),
        ("hours", timedelta(minutes=59), "must be at least 1:00:00; got"),
        ("days", timedelta(hours=23), "must be at least 1 day, 0:00:00; got"),
        ("weeks", timedelta(days=6), "must be at least 7 days, 0:00:00; got"),
        ("months", timedelta(days=27), "must be at least 28 days, 0:00:00; got"),
        ("years", timedelta(days=364), "must be at least 365 days, 0:00:00; got"),
        ("date", timedelta(seconds=59), "must be at least 0:01:00; got"),
        ("hours", timedelta(hours=1, microseconds=5), "must be a whole number of seconds; got"),
        ("date", timedelta(days=1, microseconds=5), "must be a whole number of seconds; got"),
    ],
)
def test_a_threshold_is_whole_seconds_and_no_shorter_than_its_unit(
    field: str, value: timedelta, message: str
) -> None:
    with pytest.raises(InvalidValueError, match=f"Thresholds.{field} {message}") as refused:
        Thresholds(**{field: value})
    assert (refused.value.field, refused.value.value) == (field, value)


@pytest.mark.parametrize(
    "given,message",
    [
        (
            {"minutes": timedelta(hours=2)},
            "Thresholds.hours must be no less than its minutes, 2:00:00; or None to do without",
        ),
        (
            {"days": timedelta(days=8)},
            "Thresholds.weeks must be no less than its days, 8 days, 0:00:00; or None",
        ),
        (
            {"weeks": timedelta(days=30)},
            "Thresholds.months must be no less than its weeks, 30 days, 0:00:00; or None",
        ),
        (
            {"hours": timedelta(days=9), "days": None},
            "Thresholds.weeks must be no less than its hours, 9 days, 0:00:00; or None",
        ),
        (
            {"minutes": timedelta(minutes=5), "date": timedelta(minutes=4)},
            "Thresholds.date must be no less than its minutes, 0:05:00: what is just now has no",
        ),
    ],
)
def test_thresholds_rise_with_their_units(given: dict[str, timedelta | None], message: str) -> None:
    with pytest.raises(InvalidValueError, match=message):
        Thresholds(**given)  # type: ignore[arg-type] # minutes are no None here


@pytest.mark.parametrize(
    "field,value,message",
    [
        ("minutes", None, "Thresholds.minutes must be a timedelta; got None"),
        ("minutes", 60, "Thresholds.minutes must be a timedelta; got 60"),
        ("weeks", 7, "Thresholds.weeks must be a timedelta, or None for never; got 7"),
        ("date", "30", "Thresholds.date must be a timedelta, or None for never; got '30'"),
    ],
)
def test_a_threshold_is_a_timedelta(field: str, value: Any, message: str) -> None:
    with pytest.raises(InvalidTypeError, match=message):
        Thresholds(**{field: value})


def test_thresholds_are_a_value() -> None:
    thresholds = Thresholds(weeks=None)
    assert pickle.loads(pickle.dumps(thresholds)) == thresholds
    assert hash(thresholds) == hash(Thresholds(weeks=None))
    assert len({Thresholds(), Thresholds(), thresholds}) == 2


def test_a_formatter_is_hashable_in_a_zone_of_dateutil() -> None:
    told = RelativeFormatter(locale="fr", tz=gettz("America/Montreal"))
    assert hash(told) == hash(RelativeFormatter(locale="fr", tz=gettz("America/Montreal")))


@pytest.mark.parametrize("locale", ["fr", "de", "br"])
def test_a_word_for_now_can_be_given(locale: str) -> None:
    told = RelativeFormatter(locale=locale, tz="UTC", just_now="tout juste")
    for seconds in (-59, -1, 0, 1, 59):
        moment = NOW - timedelta(seconds=seconds)
        assert told.ago(moment, now=NOW) == "tout juste"
        given = {"locale": locale, "now": NOW, "tz": "UTC", "just_now": "tout juste"}
        assert relative(moment, **given) == "tout juste"
    minute = NOW - timedelta(seconds=60)
    assert told.ago(minute, now=NOW) == relative(minute, locale=locale, now=NOW, tz="UTC")


def test_a_word_for_now_is_part_of_the_value() -> None:
    told = RelativeFormatter(locale="br", tz=UTC, just_now="bremañ")
    again = pickle.loads(pickle.dumps(told))
    assert again == told == RelativeFormatter(locale="br", tz=UTC, just_now="bremañ")
    assert again.ago(NOW, now=NOW) == "bremañ"
    assert told != RelativeFormatter(locale="br", tz=UTC)
    with pytest.raises(InvalidTypeError, match="just_now must be a str"):
        RelativeFormatter(locale="br", tz=UTC, just_now=0)  # type: ignore[arg-type]
