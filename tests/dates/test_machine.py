import pickle
from datetime import UTC, date, datetime, timedelta, timezone
from html.parser import HTMLParser

import pytest
from dateutil.parser import isoparse
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape
from rfc3339_validator import validate_rfc3339

from blogmodel.dates import Style
from blogmodel.dates._format import format  # noqa: A004 - its public name
from blogmodel.dates._machine import TimeElement, rfc3339, time_element
from blogmodel.errors import InvalidTypeError, InvalidValueError, StyleError, UnknownZoneError

MOMENT = datetime(2011, 6, 24, 13, 7, tzinfo=UTC)


@pytest.mark.parametrize(
    "moment, tz, text",
    [
        (MOMENT, None, "2011-06-24T13:07:00Z"),
        (MOMENT.replace(second=5, microsecond=20), None, "2011-06-24T13:07:05.000020Z"),
        (MOMENT, "America/Montreal", "2011-06-24T09:07:00-04:00"),
        (MOMENT.replace(microsecond=500_000), "Asia/Kolkata", "2011-06-24T18:37:00.500000+05:30"),
        (MOMENT, "UTC", "2011-06-24T13:07:00+00:00"),
        (MOMENT, timezone(timedelta(hours=-4)), "2011-06-24T09:07:00-04:00"),
        (MOMENT.astimezone(timezone(timedelta(hours=2))), None, "2011-06-24T13:07:00Z"),
        (datetime(99, 1, 2, tzinfo=UTC), None, "0099-01-02T00:00:00Z"),
    ],
)
def test_a_moment_by_rfc_3339(moment: datetime, tz: str | None, text: str) -> None:
    assert rfc3339(moment, tz=tz) == text


def test_an_offset_with_seconds_is_told_in_utc() -> None:
    old = datetime(1880, 1, 1, 12, tzinfo=UTC)  # Paris was 9 min 21 s ahead then.
    assert rfc3339(old, tz="Europe/Paris") == "1880-01-01T12:00:00Z"
    odd = old.replace(tzinfo=timezone(timedelta(minutes=9, seconds=21)))
    assert rfc3339(odd) == "1880-01-01T11:50:39Z"


@given(
    st.datetimes(timezones=st.timezones() | st.just(UTC), allow_imaginary=False),
    st.none() | st.timezones(),
)
def test_what_rfc3339_writes_is_valid_and_the_same_moment(
    moment: datetime, tz: timezone | None
) -> None:
    try:
        text = rfc3339(moment, tz=tz)
    except InvalidValueError:
        assert moment.year in {1, 9999}
        return
    assert validate_rfc3339(text)
    assert isoparse(text) == moment.astimezone(UTC)
    assert ("." in text) == bool(moment.microsecond)
    if tz is None:
        assert text.endswith("Z")


def test_what_is_no_moment_is_refused() -> None:
    with pytest.raises(InvalidValueError, match=r"rfc3339\.moment .* naive"):
        rfc3339(datetime(2011, 6, 24))  # noqa: DTZ001 - the point of the test
    with pytest.raises(InvalidTypeError, match=r"rfc3339\.moment must be an aware datetime"):
        rfc3339(date(2011, 6, 24))  # type: ignore[arg-type]
    with pytest.raises(InvalidValueError, match="can be told in Asia/Tokyo"):
        rfc3339(datetime.max.replace(tzinfo=UTC), tz="Asia/Tokyo")
    with pytest.raises(UnknownZoneError):
        rfc3339(MOMENT, tz="Mars/Olympus")


LATE = datetime(2011, 7, 1, 2, tzinfo=UTC)


@pytest.mark.parametrize(
    "moment, style, machine, text",
    [
        (LATE, "stamp", "2011-07-01T02:00:00Z", "30 juin 2011 à 22:00"),
        (LATE, "clock", "2011-07-01T02:00:00Z", "22\u00a0h"),
        (LATE, "long", "2011-07-01T02:00:00Z", "30 juin 2011 à 22:00:00 UTC−4"),
        (LATE, "short-time", "2011-07-01T02:00:00Z", "22:00"),
        (LATE, "date", "2011-06-30", "30 juin 2011"),
        (LATE, "long-date", "2011-06-30", "30 juin 2011"),
        (LATE, "month", "2011-06", "juin 2011"),
        (date(2011, 7, 1), "weekday-date", "2011-07-01", "vendredi 1er juillet 2011"),
        (date(2011, 7, 1), "long", "2011-07-01", "1 juillet 2011"),
        (date(2011, 7, 1), Style.MONTH, "2011-07", "juillet 2011"),
        (date(99, 7, 1), "month", "0099-07", "juillet 0099"),
    ],
)
def test_it_is_as_exact_for_machines_as_for_people(
    moment: date, style: Style | str, machine: str, text: str
) -> None:
    element = time_element(moment, style, locale="fr", tz="America/Montreal")
    assert element == TimeElement(machine, text)
    assert str(element) == f'<time datetime="{machine}">{text}</time>'


def test_errors_are_those_of_format() -> None:
    with pytest.raises(StyleError, match="it has a clock"):
        time_element(date(2011, 6, 24), "stamp", locale="fr")
    with pytest.raises(InvalidValueError, match="naive"):
        time_element(datetime(2011, 6, 24), "date", locale="fr")  # noqa: DTZ001 - as above
    with pytest.raises(InvalidTypeError, match="an aware datetime or a date"):
        time_element("2011-06-24", "date", locale="fr")  # type: ignore[arg-type]


def test_an_element_is_a_value() -> None:
    element = TimeElement("2011-06", "juin 2011")
    assert pickle.loads(pickle.dumps(element)) == element
    assert {element: 1}[TimeElement("2011-06", "juin 2011")] == 1
    assert repr(element) == "TimeElement(machine='2011-06', text='juin 2011', title=None)"
    assert element != TimeElement("2011-06", "Juin 2011")


def test_an_element_may_have_a_title() -> None:
    element = TimeElement("2011-06-24", "hier", title="le « 24 » & <demi>")
    assert str(element) == (
        '<time datetime="2011-06-24" title="le « 24 » &amp; &lt;demi&gt;">hier</time>'
    )


@pytest.mark.parametrize("field, value", [("machine", 3), ("text", None), ("title", 3)])
def test_an_element_holds_texts(field: str, value: object) -> None:
    fields = {"machine": "2011", "text": "2011", field: value}
    with pytest.raises(InvalidTypeError, match=f"TimeElement.{field} must be a str"):
        TimeElement(**fields)  # type: ignore[arg-type]


class _Time(HTMLParser):
    """What a browser makes of an element."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, attrs))

    def handle_data(self, data: str) -> None:
        self.text += data


@given(st.text(st.characters(exclude_characters="\r\x00", codec="utf-8")))
def test_whatever_is_in_it_a_browser_reads_it_back(text: str) -> None:
    browser = _Time()
    browser.feed(str(TimeElement(text, text)))
    browser.close()
    assert browser.tags == [("time", [("datetime", text)])]
    assert browser.text == text


def test_templates_leave_it_as_it_is() -> None:
    element = time_element(MOMENT, "stamp", locale="fr_CA")
    assert escape(element) == str(element) == element.__html__()
    assert "<b>" not in str(TimeElement("<b>", "<b>"))
    assert str(TimeElement('"', "'")) == '<time datetime="&quot;">&#x27;</time>'


def test_the_text_is_what_format_writes() -> None:
    for style in Style:
        element = time_element(MOMENT, style, locale="fr_CA", tz="America/Montreal")
        assert element.text == format(MOMENT, style, locale="fr_CA", tz="America/Montreal")
