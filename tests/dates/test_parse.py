import pickle
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

import pytest

from blogmodel import dates
from blogmodel.dates import Form, Order, Precision, Reading, Refusal
from blogmodel.errors import (
    DateError,
    InvalidTypeError,
    InvalidValueError,
    StyleError,
    UnknownLocaleError,
    UnknownZoneError,
)

MONTREAL = ZoneInfo("America/Montreal")
NOW = datetime(2011, 6, 24, 15, 37, 45, tzinfo=MONTREAL)


def read(text: str, **told: object) -> Reading:
    arguments: dict[str, object] = {"locale": "fr_CA", "now": NOW, "tz": MONTREAL, **told}
    return dates.parse(text, **arguments)  # type: ignore[arg-type]


def refused(text: str, **told: object) -> DateError:
    with pytest.raises(DateError) as caught:
        read(text, **told)
    return caught.value


def here(*figures: int) -> datetime:
    return datetime(*figures, tzinfo=MONTREAL)  # type: ignore[arg-type, misc]


def test_a_reading_says_what_it_is_and_how_sure() -> None:
    text = "Écrit par Zoé le lundi 24 juin 2011, vers 9 h 07 (HAE)."
    assert read(text) == Reading(
        value=datetime(2011, 6, 24, 13, 7, tzinfo=UTC),
        precision=Precision.MINUTE,
        form=Form.WRITTEN,
        start=text.index("le lundi"),
        stop=text.index("."),
        approximate=True,
        weekday_disagrees=True,
        offset=timedelta(hours=-4),
    )


def test_a_reading_is_shown_in_short() -> None:
    assert repr(read("lundi 24 juin 2011, vers 9 h")) == (
        "Reading(2011-06-24T13:00:00+00:00, minute, written, approximate, weekday_disagrees, 0:28)"
    )
    assert repr(read("7-9 mai 2011")) == "Reading(2011-05-07/2011-05-09, day, range, 0:12)"


def test_a_reading_survives_pickling_and_is_hashable() -> None:
    reading = read("24 juin 2011")
    assert pickle.loads(pickle.dumps(reading)) == reading
    assert hash(reading) == hash(read("24 juin 2011"))


@pytest.mark.parametrize(
    "text, form",
    [
        ("2011-06-24T09:07:00Z", Form.ISO),
        ("2011-06", Form.ISO),
        ("2011-W25", Form.ISO),
        ("2011-175", Form.ISO),
        ("20110624T090700", Form.ISO),
        ("Fri, 24 Jun 2011 09:07:00 +0000", Form.RFC_822),
        ("Fri Jun 24 09:07:00 2011", Form.RFC_822),
        ("24 juin 2011 à 9 h 07", Form.WRITTEN),
        ("June 24, 2011", Form.WRITTEN),
        ("24/06/2011", Form.NUMERIC),
        ("06/2011", Form.NUMERIC),
        ("2011/06/24", Form.NUMERIC),
        ("9 h 07", Form.CLOCK),
        ("hier", Form.CALENDAR),
        ("il y a 3 jours", Form.RELATIVE),
        ("du 7 au 9 mai 2011", Form.RANGE),
    ],
)
def test_the_form_is_told(text: str, form: Form) -> None:
    assert read(text).form is form


@pytest.mark.parametrize(
    "text, value",
    [
        # Clocks.
        ("24 juin 2011 à 9 h", here(2011, 6, 24, 9)),
        ("24 juin 2011 9h07min33s", here(2011, 6, 24, 9, 7, 33)),
        ("24 juin 2011, 9 heures 7 min", here(2011, 6, 24, 9, 7)),
        ("24 juin 2011 à 09.07:33 h", here(2011, 6, 24, 9, 7, 33)),
        ("24 juin 2011 à 9 h du matin", here(2011, 6, 24, 9)),
        ("24 juin 2011 à 9 h du soir", here(2011, 6, 24, 21)),
        ("24 juin 2011 à 21 h du soir", here(2011, 6, 24, 21)),
        ("24 juin 2011 à 3 h de l’après-midi", here(2011, 6, 24, 15)),
        ("24 juin 2011 à 9 h et quart", here(2011, 6, 24, 9, 15)),
        ("24 juin 2011 à 9 h et demie", here(2011, 6, 24, 9, 30)),
        ("24 juin 2011 à 9 h moins le quart", here(2011, 6, 24, 8, 45)),
        ("24 juin 2011 à 9 h pile", here(2011, 6, 24, 9)),
        ("24 juin 2011 (9 h 07)", here(2011, 6, 24, 9, 7)),
        ("June 24, 2011 at 12:07 AM", here(2011, 6, 24, 0, 7)),
        ("June 24, 2011 at 12:07 p.m.", here(2011, 6, 24, 12, 7)),
        ("Mar 14, 2011, 9 pm", here(2011, 3, 14, 21)),
        ("mar 14 juin 2011 à 21 h", here(2011, 6, 14, 21)),
        ("June 24, 2011, 9 pm", here(2011, 6, 24, 21)),
        ("2011-06-24 09:07:33.5", here(2011, 6, 24, 9, 7, 33, 500000)),
        ("2011-06-24T09:07:33,123456789", here(2011, 6, 24, 9, 7, 33, 123456)),
        ("14:30, 24/06/2011", here(2011, 6, 24, 14, 30)),
        ("9 h 07 – le 24 juin 2011", here(2011, 6, 24, 9, 7)),
        ("à 9 h 07", here(2011, 6, 24, 9, 7)),
        ("vers midi", here(2011, 6, 24, 12)),
        # Zones.
        ("24 juin 2011 à 9 h 07 HNE", datetime(2011, 6, 24, 14, 7, tzinfo=UTC)),
        ("24 juin 2011 à 9 h 07 HAT", datetime(2011, 6, 24, 11, 37, tzinfo=UTC)),
        ("24 juin 2011 à 9 h 07 UTC−5:30", datetime(2011, 6, 24, 14, 37, tzinfo=UTC)),
        ("24 juin 2011 à 9 h 07 (UTC+2)", datetime(2011, 6, 24, 7, 7, tzinfo=UTC)),
        ("24 juin 2011 à 9 h 07 TU", datetime(2011, 6, 24, 9, 7, tzinfo=UTC)),
        ("2011-06-24T09:07:00-04:00[America/Montreal]", here(2011, 6, 24, 9, 7)),
        ("Fri Jun 24 2011 09:07:00 GMT-0400 (Eastern Daylight Time)", here(2011, 6, 24, 9, 7)),
        ("Fri, 24 Jun 2011 09:07:00 -0400 (EDT)", here(2011, 6, 24, 9, 7)),
        ("Fri Jun 24 09:07:00 PDT 2011", here(2011, 6, 24, 12, 7)),
        ("Fri Jun 24 09:07:00 +0200 2011", here(2011, 6, 24, 3, 7)),
        # « est » is a verb.
        ("Le 24 juin 2011 à 9 h 07 est un jour de fête", here(2011, 6, 24, 9, 7)),
        ("Le 24 janvier 2011 à 9 h 07 est un lundi", here(2011, 1, 24, 9, 7)),
        ("24 janvier 2011 à 9 h 07 EST", here(2011, 1, 24, 9, 7)),
        ("24 juin 2011 à 9 h 07 PAR ZOÉ", here(2011, 6, 24, 9, 7)),
    ],
)
def test_a_clock_is_read_in_the_zone_that_is_written_or_else_the_readers(
    text: str, value: datetime
) -> None:
    assert read(text).value == value


@pytest.mark.parametrize(
    "text, value, end",
    [
        ("du 30 avril au 2 mai 2011", date(2011, 4, 30), date(2011, 5, 2)),
        ("du 30 décembre au 2 janvier 2011", date(2010, 12, 30), date(2011, 1, 2)),
        ("du vendredi 24 au dimanche 26 juin 2011", date(2011, 6, 24), date(2011, 6, 26)),
        ("from April 30 to May 2, 2011", date(2011, 4, 30), date(2011, 5, 2)),
        ("from December 30, 2010, to January 2, 2011", date(2010, 12, 30), date(2011, 1, 2)),
        ("May 7 to 9, 2011", date(2011, 5, 7), date(2011, 5, 9)),
        ("May 7-9", date(2011, 5, 7), date(2011, 5, 9)),
        ("2011-06-24/2011-06-26", date(2011, 6, 24), date(2011, 6, 26)),
        ("24/06/2011 - 26/06/2011", date(2011, 6, 24), date(2011, 6, 26)),
        ("entre le 7 mai 2011 et le 9 juin 2011", date(2011, 5, 7), date(2011, 6, 9)),
        ("juin-août 2011", date(2011, 6, 1), date(2011, 8, 1)),
        ("de décembre à février 2011", date(2010, 12, 1), date(2011, 2, 1)),
        ("de juin 2010 à août 2011", date(2010, 6, 1), date(2011, 8, 1)),
        ("les 7 et 8 mai 2011", date(2011, 5, 7), date(2011, 5, 8)),
        ("7 au 9 mai", date(2011, 5, 7), date(2011, 5, 9)),
        ("24 juin 2011 de 9 h à 11 h", here(2011, 6, 24, 9), here(2011, 6, 24, 11)),
        (
            "du 24 juin 2011 à 9 h au 26 juin 2011 à 11 h",
            here(2011, 6, 24, 9),
            here(2011, 6, 26, 11),
        ),
    ],
)
def test_a_range_gives_both_ends(text: str, value: date, end: date) -> None:
    reading = read(text)
    assert (reading.value, reading.end) == (value, end)
    assert reading.form is Form.RANGE


def test_a_range_says_when_either_weekday_disagrees() -> None:
    assert not read("du vendredi 24 au dimanche 26 juin 2011").weekday_disagrees
    assert read("du jeudi 24 au dimanche 26 juin 2011").weekday_disagrees
    assert read("du vendredi 24 au lundi 26 juin 2011").weekday_disagrees
    assert read("du jeudi 30 juin 2011 au samedi 2 juillet 2011").weekday_disagrees is False
    assert read("du jeudi 30 juin 2011 au lundi 2 juillet 2011").weekday_disagrees


@pytest.mark.parametrize(
    "text, reason",
    [
        ("", Refusal.NO_DATE),
        (" « » ", Refusal.NO_DATE),
        ("bonjour", Refusal.NO_DATE),
        ("éé", Refusal.NO_DATE),
        ("F?vrier 2011", Refusal.NO_DATE),
        ("en 2011", Refusal.BARE_YEAR),
        ("mai", Refusal.BARE_MONTH),
        ("sept", Refusal.BARE_NUMBER),
        ("12,5", Refusal.BARE_NUMBER),
        ("lundi", Refusal.AMBIGUOUS),
        ("ce lundi", Refusal.NO_DATE),
        ("mai 68", Refusal.AMBIGUOUS),
        ("sept. 11", Refusal.AMBIGUOUS),
        ("11-06-24", Refusal.AMBIGUOUS),
        ("24 juin 2011 9:07-11:00", Refusal.AMBIGUOUS),
        ("quelques jours", Refusal.AMBIGUOUS),
        ("il y a un mois et demi", Refusal.AMBIGUOUS),
        ("dans 3 jours plus tôt", Refusal.AMBIGUOUS),
        ("24 juni 2011", Refusal.UNKNOWN_MONTH),
        ("Jüni 24, 2011", Refusal.UNKNOWN_MONTH),
        ("24 brumaire 2011", Refusal.UNKNOWN_MONTH),
        ("31 avril 2011", Refusal.IMPOSSIBLE_DATE),
        ("31 avril", Refusal.IMPOSSIBLE_DATE),
        ("30 février", Refusal.IMPOSSIBLE_DATE),
        ("2011-13-01", Refusal.IMPOSSIBLE_DATE),
        ("2011-W53", Refusal.IMPOSSIBLE_DATE),
        ("2011-366", Refusal.IMPOSSIBLE_DATE),
        ("0000-100", Refusal.IMPOSSIBLE_DATE),
        ("Fri Feb 31 09:07:00 2011", Refusal.IMPOSSIBLE_DATE),
        ("du 29 au 31 avril 2011", Refusal.IMPOSSIBLE_DATE),
        ("du 9 au 7 mai 2011", Refusal.IMPOSSIBLE_DATE),
        ("du 31 février au 2 mars 2011", Refusal.IMPOSSIBLE_DATE),
        ("du 29 février au 2 mars 2011", Refusal.IMPOSSIBLE_DATE),
        ("0000-06-24", Refusal.OUT_OF_RANGE),
        ("24 h", Refusal.IMPOSSIBLE_CLOCK),
        ("13 am", Refusal.IMPOSSIBLE_CLOCK),
        ("Publié à 25 h", Refusal.IMPOSSIBLE_CLOCK),
        ("deux trois mai 2011", Refusal.UNREAD_REST),
        ("24 juin 2011 à 9 h 20 et demie", Refusal.IMPOSSIBLE_CLOCK),
        ("24 juin 2011 à 23:59:60", Refusal.IMPOSSIBLE_CLOCK),
        ("250 h", Refusal.IMPOSSIBLE_CLOCK),
        ("13 mars 2011 à 2 h 30", Refusal.SKIPPED_CLOCK),
        ("24 juin 2011 à 9 h 07 JST", Refusal.UNKNOWN_ZONE),
        ("Fri Jun 24 09:07:00 XYZ 2011", Refusal.UNKNOWN_ZONE),
        ("24 juin 2011 à 9 h 07, heure de Paris", Refusal.UNKNOWN_ZONE),
        ("June 24, 2011 at 9:07 Pacific Island time", Refusal.UNKNOWN_ZONE),
        ("24 juin 2011 à 9 h 07 UTC+25", Refusal.UNKNOWN_ZONE),
        ("le 3 juin 2011 ou le 4 juin 2011", Refusal.SEVERAL_DATES),
        ("3 juin 2011 et 4 juin 2011", Refusal.SEVERAL_DATES),
        ("les 7 et 12 mai 2011", Refusal.SEVERAL_DATES),
        ("132 juin 2011", Refusal.UNREAD_REST),
        ("24 juin 2011 14", Refusal.UNREAD_REST),
        ("24 juin 2011bis", Refusal.UNREAD_REST),
        ("la veille du 24 juin 2011", Refusal.UNREAD_REST),
        ("le 24 juin de l’an dernier", Refusal.SEVERAL_DATES),
        ("44 av. J.-C. le 15 mars 44 av. J.-C.", Refusal.UNREAD_REST),
        ("3 juin 2011, réunion à 9 h 07", Refusal.UNREAD_REST),
        ("il y a 99999999 ans", Refusal.OUT_OF_RANGE),
        ("il y a 999999999 jours", Refusal.OUT_OF_RANGE),
    ],
)
def test_a_refusal_says_why(text: str, reason: Refusal) -> None:
    error = refused(text)
    assert error.reason == reason
    assert error.text == text
    assert str(error).endswith(error.problem)


def test_a_misspelt_month_has_its_likely_name_told() -> None:
    assert refused("24 juni 2011").problem == "« juni » is no month; did you mean « juin »?"


def test_moments_beyond_the_years_are_refused() -> None:
    assert refused("31/12/9999 à 23 h", tz="America/Montreal").reason == Refusal.OUT_OF_RANGE
    first = datetime(1, 1, 2, tzinfo=UTC)
    last = datetime(9999, 12, 30, tzinfo=UTC)
    for text in (
        "avant-hier",
        "dimanche dernier",
        "le mois dernier",
        "24 juin",
        "la semaine dernière",
    ):
        assert refused(text, now=first, tz=UTC).reason == Refusal.OUT_OF_RANGE
    for text in ("après-demain", "le mois prochain", "24 juin prochain", "lundi prochain"):
        assert refused(text, now=last, tz=UTC).reason == Refusal.OUT_OF_RANGE


@pytest.mark.parametrize(
    "text, value",
    [
        ("24 juin", date(2011, 6, 24)),
        ("25 juin", date(2010, 6, 25)),
        ("29 février", date(2008, 2, 29)),
        ("29 février prochain", date(2012, 2, 29)),
        ("24 juin dernier", date(2010, 6, 24)),
        ("24 juin prochain", date(2012, 6, 24)),
        ("25 juin prochain", date(2011, 6, 25)),
        ("24 juin à 15 h 37", here(2011, 6, 24, 15, 37)),
        ("24 juin à 15 h 38", here(2010, 6, 24, 15, 38)),
        ("lundi prochain", date(2011, 6, 27)),
        ("vendredi prochain", date(2011, 7, 1)),
        ("vendredi à 9 h", here(2011, 6, 24, 9)),
        ("lundi soir à 8 h", here(2011, 6, 20, 20)),
        ("hier soir à 9 h 07", here(2011, 6, 23, 21, 7)),
        ("next Monday", date(2011, 6, 27)),
        ("last Friday", date(2011, 6, 17)),
        ("le mois prochain", date(2011, 7, 1)),
        ("next year", date(2012, 1, 1)),
        ("last week", date(2011, 6, 13)),
        ("the day before yesterday", date(2011, 6, 22)),
    ],
)
def test_what_is_not_told_is_taken_from_now(text: str, value: date) -> None:
    assert read(text).value == value


@pytest.mark.parametrize(
    "text, value, precision, approximate",
    [
        ("il y a 2 ans", date(2009, 6, 24), Precision.YEAR, False),
        ("il y a un an et demi", date(2009, 12, 24), Precision.MONTH, False),
        ("il y a un jour et demi", here(2011, 6, 23, 3, 37), Precision.HOUR, False),
        ("il y a une heure et quart", here(2011, 6, 24, 14, 22), Precision.MINUTE, False),
        ("il y a une demi-heure", here(2011, 6, 24, 15, 7), Precision.MINUTE, False),
        ("trois quarts d’heure", here(2011, 6, 24, 14, 52), Precision.MINUTE, False),
        ("2 ans, 3 mois et 4 jours", date(2009, 3, 20), Precision.DAY, False),
        ("1 jour 2 heures", here(2011, 6, 23, 13, 37), Precision.HOUR, False),
        ("10 s", here(2011, 6, 24, 15, 37, 35), Precision.SECOND, False),
        ("il y a une quinzaine", date(2011, 6, 9), Precision.DAY, True),
        ("il y a une dizaine de minutes", here(2011, 6, 24, 15, 27), Precision.MINUTE, True),
        ("environ 3 jours", date(2011, 6, 21), Precision.DAY, True),
        ("3 jours environ", date(2011, 6, 21), Precision.DAY, True),
        ("dans quatre-vingt-onze jours", date(2011, 9, 23), Precision.DAY, False),
        ("3 days from now", date(2011, 6, 27), Precision.DAY, False),
        ("il y a 1 h 30", here(2011, 6, 24, 14, 7), Precision.MINUTE, False),
        ("il y a 1 h 30 min", here(2011, 6, 24, 14, 7), Precision.MINUTE, False),
        ("just now", here(2011, 6, 24, 15, 37), Precision.MINUTE, False),
        ("Commenté il y a 3 sem.", date(2011, 6, 3), Precision.WEEK, False),
    ],
)
def test_relative_times_have_the_precision_of_their_unit(
    text: str, value: date, precision: Precision, *, approximate: bool
) -> None:
    reading = read(text)
    assert (reading.value, reading.precision) == (value, precision)
    assert reading.approximate is approximate


@pytest.mark.parametrize(
    "text", ["deux trois jours", "il y a 2 heures de route", "en 3 jours, vite"]
)
def test_what_only_looks_like_a_relative_time_is_no_date(text: str) -> None:
    assert refused(text).reason == Refusal.NO_DATE


@pytest.mark.parametrize(
    "text", ["vers le 3 juin 2011", "autour du 3 juin 2011", "around June 3, 2011"]
)
def test_a_date_that_is_not_exact_says_so(text: str) -> None:
    reading = read(text)
    assert (reading.value, reading.approximate) == (date(2011, 6, 3), True)
    assert (reading.start, reading.stop) == (0, len(text))


@pytest.mark.parametrize("text", ["vers", "autour du 3", "le ", "du ", "à ", "vers le "])
def test_the_beginning_of_a_date_is_none(text: str) -> None:
    assert refused(text).reason == Refusal.NO_DATE


def test_a_date_is_read_before_the_beginning_of_a_range() -> None:
    assert read("3 juin 2011 au").value == date(2011, 6, 3)


def test_a_clock_shown_twice_is_read_as_the_first_and_says_so() -> None:
    twice = read("6 novembre 2011 à 1 h 30")
    assert (twice.value, twice.repeated) == (datetime(2011, 11, 6, 5, 30, tzinfo=UTC), True)
    told = read("6 novembre 2011 à 1 h 30 HNE")
    assert (told.value, told.repeated) == (datetime(2011, 11, 6, 6, 30, tzinfo=UTC), False)
    named = read("6 novembre 2011 à 1 h 30, heure normale de l’Est")
    assert (named.value, named.repeated) == (datetime(2011, 11, 6, 6, 30, tzinfo=UTC), False)


def test_the_readers_own_zone_is_known_by_its_code() -> None:
    tokyo = ZoneInfo("Asia/Tokyo")
    reading = read("24 juin 2011 à 9 h 07 (JST)", tz=tokyo)
    assert reading.value == datetime(2011, 6, 24, 9, 7, tzinfo=tokyo)
    assert reading.offset == timedelta(hours=9)
    shanghai = read("24 juin 2011 à 9 h 07 CST", tz="Asia/Shanghai")
    assert shanghai.offset == timedelta(hours=8)


def test_the_order_of_figures_is_the_locales_or_the_one_given() -> None:
    assert read("03/04/2011").value == date(2011, 4, 3)
    assert read("03/04/2011", locale="en").value == date(2011, 3, 4)
    assert read("03/04/2011", locale="en_CA").value == date(2011, 4, 3)
    assert read("03/04/2011", order="month-first").value == date(2011, 3, 4)
    assert read("03/04/2011", order=Order.MONTH_FIRST).value == date(2011, 3, 4)
    assert read("24-06-11", locale="fr").value == date(2011, 6, 24)
    assert read("Sept 11", locale="en").value == date(2010, 9, 11)


@pytest.mark.parametrize("year, text", [(9995, "24/06/11"), (20, "24/06/50")])
def test_a_year_of_two_figures_may_be_beyond_all_years(year: int, text: str) -> None:
    error = refused(text, locale="fr", now=datetime(year, 12, 31, tzinfo=UTC), tz="UTC")
    assert error.reason == Refusal.OUT_OF_RANGE


def test_words_that_say_about_may_stand_in_a_long_row() -> None:
    assert refused("vers " * 2000).reason == Refusal.NO_DATE
    assert dates.find("environ le " * 2000, locale="fr", now=NOW, tz=MONTREAL) == ()


def test_a_range_of_clocks_may_leave_the_years() -> None:
    text = "0001-01-01 05:00 UTC+5 - 06:00"
    assert read(text, tz="UTC").value == datetime(1, 1, 1, tzinfo=UTC)
    error = refused("9999-12-31 18:00 UTC-5 - 19:00", tz="Asia/Tokyo")
    assert error.reason == Refusal.OUT_OF_RANGE


def test_a_name_that_both_states_of_a_zone_have_does_not_tell_them_apart() -> None:
    text = "dimanche 26 octobre 2014 à 01:30:00 heure normale de Moscou"
    reading = read(text, locale="fr", tz="Europe/Moscow")
    assert (reading.repeated, reading.offset) == (True, None)
    assert reading.stop == len(text)


def test_a_year_of_two_figures_is_at_most_nineteen_years_ahead() -> None:
    assert read("24/06/30").value == date(2030, 6, 24)
    assert read("24/06/31").value == date(1931, 6, 24)


@pytest.mark.parametrize(
    "text, span",
    [
        ("  24  juin\n2011 !", (2, 15)),
        ("24 de\u0301cembre 2011", (0, 17)),
        ("\u200b24 juin 2011", (1, 13)),
        ("Le 24\u202fjuin\u00a02011.", (0, 15)),
    ],
)
def test_places_are_those_of_the_text_as_it_was_given(text: str, span: tuple[int, int]) -> None:
    reading = read(text)
    assert (reading.start, reading.stop) == span


@pytest.mark.parametrize(
    "text, found",
    [
        (
            "Du 7 au 9 mai 2011, puis le 3 juin 2011 à 9 h 07 et hier.",
            ["Du 7 au 9 mai 2011", "le 3 juin 2011 à 9 h 07", "hier"],
        ),
        ("31 février 2011, puis le 3 juin 2011", ["le 3 juin 2011"]),
        ("https://exemple.org/2011/06/24/billet", []),
        ("Je passe 45 minutes à 9 h 07, un 5 à 7.", []),
        ("132 juin 2011, 3 juin 2011bis", []),
        ("Né il y a 3 jours, parti dans 2 heures", ["il y a 3 jours", "dans 2 heures"]),
    ],
)
def test_a_running_text_gives_all_its_dates(text: str, found: list[str]) -> None:
    readings = dates.find(text, locale="fr", now=NOW, tz=MONTREAL)
    assert [text[reading.start : reading.stop] for reading in readings] == found


class _NoOffset(tzinfo):
    def utcoffset(self, _: datetime | None, /) -> None:
        return None


@pytest.mark.parametrize(
    "told, error",
    [
        ({"now": datetime(2011, 6, 24)}, InvalidValueError),  # noqa: DTZ001 - a naive one
        ({"now": date(2011, 6, 24)}, InvalidTypeError),
        ({"now": datetime(2011, 6, 24, tzinfo=_NoOffset())}, InvalidValueError),
        ({"tz": "Mars/Base"}, UnknownZoneError),
        ({"tz": 3}, UnknownZoneError),
        ({"tz": _NoOffset()}, InvalidValueError),
        ({"locale": "xx"}, UnknownLocaleError),
        ({"locale": "de"}, StyleError),
        ({"order": "first"}, InvalidValueError),
    ],
)
def test_what_the_reader_is_told_is_checked(
    told: dict[str, object], error: type[Exception]
) -> None:
    with pytest.raises(error):
        read("24 juin 2011 à 9 h 07", **told)


@pytest.mark.parametrize("call", [dates.parse, dates.find])
def test_only_texts_are_read(call: object) -> None:
    with pytest.raises(InvalidTypeError, match="text must be a str; got 3"):
        call(3, locale="fr", now=NOW, tz=MONTREAL)  # type: ignore[operator]


@pytest.mark.parametrize(
    "now, tz",
    [
        (datetime(1, 1, 1, tzinfo=UTC), "America/Montreal"),
        (datetime(9999, 12, 31, 23, tzinfo=UTC), "Asia/Tokyo"),
    ],
)
def test_now_must_be_between_the_years_in_the_readers_zone(now: datetime, tz: str) -> None:
    with pytest.raises(InvalidValueError, match="must be a datetime that can be told in"):
        read("hier", now=now, tz=tz)


def test_a_zone_whose_offset_fails_is_told() -> None:
    class Broken(tzinfo):
        def utcoffset(self, _: datetime | None, /) -> timedelta:
            raise RuntimeError("no table")

    with pytest.raises(InvalidValueError, match="no table"):
        read("hier", now=datetime(2011, 6, 24, tzinfo=Broken()))
    for text in ("hier", "24 juin 2011 à 9 h"):
        with pytest.raises(InvalidValueError, match="no table"):
            read(text, tz=Broken())


class _OldZone(tzinfo):
    """A zone of the old kind, which knows no folds: of a clock alone it tells its first offset."""

    def __init__(self, zone: ZoneInfo) -> None:
        self.zone = zone

    def utcoffset(self, moment: datetime | None, /) -> timedelta:
        assert moment is not None
        return self.zone.utcoffset(moment.replace(year=1880, tzinfo=self.zone)) or timedelta(0)

    def dst(self, _: datetime | None, /) -> timedelta:
        return timedelta(0)

    def tzname(self, _: datetime | None, /) -> str:
        raise NotImplementedError

    def fromutc(self, moment: datetime, /) -> datetime:
        there = moment.replace(tzinfo=UTC).astimezone(self.zone)
        return there.replace(tzinfo=timezone(there.utcoffset() or timedelta(0)))


def test_zones_that_know_no_folds_are_asked_what_their_clocks_show() -> None:
    old = _OldZone(MONTREAL)
    assert read("24 juin 2011 à 9 h", tz=old).value == here(2011, 6, 24, 9)
    assert read("24 juin 2011 à 9 h HAE", tz=old).value == here(2011, 6, 24, 9)
    assert refused("13 mars 2011 à 2 h 30", tz=old).reason == Refusal.SKIPPED_CLOCK
    twice = read("6 novembre 2011 à 1 h 30", tz=old)
    assert (twice.value, twice.repeated) == (datetime(2011, 11, 6, 5, 30, tzinfo=UTC), True)
    tokyo = _OldZone(ZoneInfo("Asia/Tokyo"))
    assert read("31/12/9999 à 20 h", tz=tokyo).value == datetime(9999, 12, 31, 11, tzinfo=UTC)
    # Where a day before or after is beyond the years, the rest is still asked.
    assert read("1/1/0001 à 12 h HNE", tz=old).offset == timedelta(hours=-5)
    assert refused("31/12/9999 à 23 h 59", tz=old).reason == Refusal.OUT_OF_RANGE
    assert refused("31/12/9999 à 23 h 59 HNE", tz=old).reason == Refusal.OUT_OF_RANGE


def test_fixed_offsets_are_zones() -> None:
    assert read("24 juin 2011 à 9 h", tz=timezone(timedelta(hours=2))).value == datetime(
        2011, 6, 24, 7, tzinfo=UTC
    )
