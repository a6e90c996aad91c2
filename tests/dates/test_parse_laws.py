"""Reading what the writer wrote gives the same moment, and no text makes the reader stumble."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import assume, example, given
from hypothesis import strategies as st

from blogmodel import dates
from blogmodel.dates import Form, Precision, Reading, Refusal, Style
from blogmodel.errors import DateError, StyleError

NOW = datetime(2011, 6, 24, 19, 37, 45, tzinfo=UTC)
LOCALES = ("fr", "fr_CA", "fr_BE", "fr_CH", "en", "en_CA")
ZONES = (
    *("America/Montreal", "America/St_Johns", "America/Regina", "America/Whitehorse"),
    *("Europe/Paris", "Europe/Dublin", "Europe/Zurich", "Africa/Casablanca", "Asia/Kolkata"),
    *("Australia/Lord_Howe", "Pacific/Apia", "America/Sao_Paulo", "Asia/Tehran", "UTC"),
)
# Written without a year, or with two figures of it: only moments near enough are meant.
SHORT_YEARS = {Style.SHORT, Style.SHORT_DATE}
CLOCKS = {
    *(Style.SHORT_TIME, Style.MEDIUM_TIME, Style.LONG_TIME, Style.FULL_TIME),
    *(Style.CLOCK, Style.SCREEN_CLOCK),
}
DAYS = {
    *(Style.SHORT_DATE, Style.MEDIUM_DATE, Style.LONG_DATE, Style.FULL_DATE),
    *(Style.DATE, Style.WEEKDAY_DATE, Style.ABBREVIATED_DATE, Style.NUMERIC_DATE),
    Style.CODED_DATE,
}
SECONDS = {
    *(Style.MEDIUM, Style.LONG, Style.FULL),
    *(Style.MEDIUM_TIME, Style.LONG_TIME, Style.FULL_TIME),
}

zones = st.sampled_from(ZONES) | st.timezone_keys()
moments = st.integers(-30_600_000_000, 253_000_000_000).map(
    lambda seconds: datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
)
# Around the changes of clocks, where moments are told apart by their zone alone.
changes = st.builds(
    lambda change, minutes: change + timedelta(minutes=minutes),
    st.sampled_from(
        [
            datetime(2011, 3, 13, 7, tzinfo=UTC),
            datetime(2011, 11, 6, 6, tzinfo=UTC),
            datetime(2011, 3, 27, 1, tzinfo=UTC),
            datetime(2011, 10, 30, 1, tzinfo=UTC),
            datetime(2011, 4, 2, 15, tzinfo=UTC),
            datetime(2010, 11, 7, 2, tzinfo=UTC),
        ]
    ),
    st.integers(-180, 180),
)


def at_precision(moment: datetime, precision: Precision) -> datetime:
    if precision is Precision.SECOND:
        return moment.replace(microsecond=0)
    return moment.replace(second=0, microsecond=0)


def said_twice(reading: Reading, zone: ZoneInfo) -> set[datetime]:
    """Return the moments that the reader's clocks showed alike."""
    assert isinstance(reading.value, datetime)
    there = reading.value.astimezone(zone)
    return {there.replace(fold=fold).astimezone(UTC) for fold in (0, 1)}


@given(moments | changes, st.sampled_from(Style), st.sampled_from(LOCALES), zones)
@example(datetime(2011, 11, 6, 6, 30, tzinfo=UTC), Style.STAMP, "fr_CA", "America/Montreal")
@example(datetime(2011, 11, 6, 5, 30, tzinfo=UTC), Style.FULL, "fr", "America/Montreal")
@example(datetime(2011, 11, 6, 6, 30, tzinfo=UTC), Style.ZONED_STAMP, "fr_CA", "America/Montreal")
@example(datetime(1960, 4, 24, 6, 59, 59, tzinfo=UTC), Style.LONG, "fr_CA", "America/Regina")
def test_reading_what_was_written_gives_the_same_moment(
    moment: datetime, style: Style, locale: str, key: str
) -> None:
    zone = ZoneInfo(key)
    here = moment.astimezone(zone)
    # Offsets of the years before zones have seconds, which no clock shows with its minutes.
    assume(here.utcoffset() % timedelta(minutes=1) == timedelta(0))  # type: ignore[operator]
    now = NOW
    if style in CLOCKS or style in SHORT_YEARS:
        assume(abs(moment.year - NOW.year) < 19 or style in CLOCKS)
        now = moment
    try:
        text = dates.format(moment, style, locale=locale, tz=zone)
    except StyleError:
        assert style is Style.CODED_DATE
        return
    reading = dates.parse(text, locale=locale, now=now, tz=zone)
    assert (reading.start, reading.stop) == (0, len(text))
    assert not reading.weekday_disagrees
    assert not reading.approximate
    if style is Style.MONTH:
        assert (reading.value, reading.precision) == (here.date().replace(day=1), Precision.MONTH)
    elif style in DAYS:
        assert (reading.value, reading.precision) == (here.date(), Precision.DAY)
    else:
        precision = Precision.SECOND if style in SECONDS else Precision.MINUTE
        assert reading.precision is precision
        # Where clocks are put back, a style without a zone cannot tell the two moments apart.
        same = said_twice(reading, zone) if reading.repeated else {reading.value}
        assert at_precision(moment, precision) in same


@given(moments | changes, zones, st.sampled_from([Style.ZONED_STAMP, Style.FULL]))
def test_a_zone_that_is_written_tells_repeated_clocks_apart(
    moment: datetime, key: str, style: Style
) -> None:
    zone = ZoneInfo(key)
    here = moment.astimezone(zone)
    assume(here.utcoffset() % timedelta(minutes=1) == timedelta(0))  # type: ignore[operator]
    text = dates.format(moment, style, locale="fr_CA", tz=zone)
    reading = dates.parse(text, locale="fr_CA", now=NOW, tz=zone)
    if style is Style.ZONED_STAMP:
        # Its code is the zone's state, or the offset itself.
        assert not reading.repeated
        assert reading.offset == here.utcoffset()
        assert reading.value == at_precision(moment, reading.precision)
    elif reading.repeated:
        # CLDR has one name for both states of this zone.
        twins = said_twice(reading, zone)
        names = {dates.zone_name(twin, locale="fr_CA", tz=zone) for twin in twins}
        assert len(names) == 1
        assert at_precision(moment, reading.precision) in twins
    else:
        assert reading.value == at_precision(moment, reading.precision)


@given(
    st.dates(date(1000, 1, 1), date(9999, 12, 1)),
    st.integers(0, 800),
    st.sampled_from(LOCALES),
)
def test_a_range_comes_back_with_both_ends(first: date, days: int, locale: str) -> None:
    last = min(first + timedelta(days), date(9999, 12, 31)) if first.year < 9990 else first
    text = dates.format_range(first, last, locale=locale)
    reading = dates.parse(text, locale=locale, now=NOW, tz=UTC)
    assert (reading.value, reading.end or reading.value) == (first, last)


@given(
    st.timedeltas(timedelta(0), timedelta(days=20_000)),
    st.sampled_from([-1, 1]),
    st.sampled_from(LOCALES),
    st.sampled_from(ZONES),
)
def test_relative_time_is_read_as_the_amount_that_it_tells(
    age: timedelta, sign: int, locale: str, key: str
) -> None:
    moment = NOW + sign * age
    text = dates.relative(moment, locale=locale, now=NOW, tz=key)
    reading = dates.parse(text, locale=locale, now=NOW, tz=key)
    assert reading.form is Form.RELATIVE
    zone = ZoneInfo(key)
    # What is told is the whole amount, so the moment is there or further off.
    if isinstance(reading.value, datetime):
        told, actual = reading.value, moment.replace(second=0, microsecond=0)
        slack: timedelta = timedelta(minutes=1)
    else:
        told, actual = reading.value, moment.astimezone(zone).date()  # type: ignore[assignment]
        slack = timedelta(days=1)
    further = (told - actual) * -sign
    widest = {
        Precision.MINUTE: timedelta(minutes=2),
        Precision.HOUR: timedelta(hours=1, minutes=1),
        Precision.DAY: timedelta(days=1),
        Precision.WEEK: timedelta(days=7),
        Precision.MONTH: timedelta(days=31),
        Precision.YEAR: timedelta(days=366),
    }[reading.precision]
    assert -slack <= further <= widest


@given(
    st.timedeltas(timedelta(days=-900), timedelta(days=900)),
    st.sampled_from(LOCALES),
    st.sampled_from(ZONES),
)
def test_calendar_stamps_come_back_to_the_minute(age: timedelta, locale: str, key: str) -> None:
    moment = NOW + age
    text = dates.calendar_stamp(moment, locale=locale, now=NOW, tz=key)
    reading = dates.parse(text, locale=locale, now=NOW, tz=key)
    same = said_twice(reading, ZoneInfo(key)) if reading.repeated else {reading.value}
    assert moment.replace(second=0, microsecond=0) in same
    day = dates.calendar_day(moment, locale=locale, now=NOW, tz=key)
    assert dates.parse(day, locale=locale, now=NOW, tz=key).value == (
        moment.astimezone(ZoneInfo(key)).date()
    )


PIECES = (
    "il y a dans en hier demain avant-hier aujourd’hui midi minuit lundi vendredi mar. mai juin "
    "juillet sept. févr. May June Fri, le à du au de et ou 1er 1 2 9 24 31 75 99 2011 0000 9999999 "
    "h min s : - – / . , ; ( ) [ ] T Z W25 + − +02:00 UTC GMT HAE EST AM p.m. jour jours mois ans "
    "heures secondes quelques une quinzaine environ dernier prochain demie quart moins presque ago "
    "from to next last heure temps d’été universel time 2011-06-24 24/06/2011 09:07 9h07"
).split()
fuzz = st.lists(st.sampled_from(PIECES) | st.text(max_size=2), max_size=12).flatmap(
    lambda pieces: st.sampled_from([" ", "", "\u00a0", "  "]).map(lambda space: space.join(pieces))
)


def answer(text: str, locale: str, key: str) -> Reading | DateError:
    try:
        return dates.parse(text, locale=locale, now=NOW, tz=key)
    except DateError as refused:
        return refused


@given(st.text() | fuzz, st.sampled_from(LOCALES), st.sampled_from(ZONES))
def test_any_text_is_read_or_refused(text: str, locale: str, key: str) -> None:
    reading = answer(text, locale, key)
    if isinstance(reading, DateError):
        assert reading.text == text
        assert reading.reason in set(Refusal)
    else:
        assert 0 <= reading.start < reading.stop <= len(text)
        assert reading.end is None or reading.value <= reading.end
        if isinstance(reading.value, datetime):
            assert reading.value.tzinfo is UTC
    found = dates.find(text, locale=locale, now=NOW, tz=key)
    places = [place for read in found for place in (read.start, read.stop)]
    assert places == sorted(places)
    assert all(read.start < read.stop for read in found)


@given(fuzz)
def test_the_same_text_is_read_the_same_in_any_spelling(text: str) -> None:
    def told(written: str) -> object:
        reading = answer(written, "fr_CA", "America/Montreal")
        if isinstance(reading, DateError):
            return reading.reason
        return (reading.value, reading.end, reading.precision, reading.form)

    assume("−" not in text)
    for one, other in ((" ", "\u202f"), (" ", "\u2009"), ("-", "\u2011"), ("'", "’")):
        assert told(text.replace(other, one)) == told(text.replace(one, other))
    assert told(text) == told(text.replace("é", "e\u0301"))


@given(st.dates(date(1000, 1, 1)), st.sampled_from(LOCALES))
def test_iso_is_never_read_in_another_order(day: date, locale: str) -> None:
    for order in (None, *dates.Order):
        reading = dates.parse(day.isoformat(), locale=locale, now=NOW, tz=UTC, order=order)
        assert reading.value == day


@given(
    st.from_regex(
        r"\A[012][0-9]{3}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9]"
        r"(\.[0-9]{1,9})?(Z|[+-][012][0-9]:[0-7][0-9])\Z"
    )
)
@example("0001-01-01T00:00:00+05:00")
@example("2011-02-29T09:07:00Z")
@example("2011-06-24T09:07:60Z")
def test_what_programs_write_is_read_as_people_write_it(text: str) -> None:
    stamp, written = answer(text, "fr", "UTC"), answer(text.replace("T", "t"), "fr", "UTC")
    if isinstance(stamp, Reading):
        assert stamp == written
    else:
        assert isinstance(written, DateError)
        assert stamp.reason == written.reason
