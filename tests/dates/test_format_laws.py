"""What holds of every style, locale, zone and moment."""

import os
import pickle
import re
import subprocess
import sys
from datetime import UTC, date, datetime, tzinfo

import pytest
from babel import localedata
from hypothesis import assume, given
from hypothesis import strategies as st

from blogmodel.dates import Style
from blogmodel.dates._format import Formatter, format, has_clock  # noqa: A004 - its public name
from blogmodel.dates._norms import NORMS
from blogmodel.errors import StyleError

FRENCH = [norms.locale for norms in NORMS.values() if norms.language == "fr"]
CLDR = list(Style)[:12]
MONTHS = "|".join(
    re.escape(month)
    for norms in NORMS.values()
    for month in (*norms.months, *norms.short_months, *norms.codes)
)
ZONES = st.none() | st.timezones() | st.just(UTC)
FIRST, LAST = datetime(1, 1, 3), datetime(9999, 12, 29)  # noqa: DTZ001 - they get zones
MOMENTS = st.datetimes(FIRST, LAST, timezones=st.timezones() | st.just(UTC), allow_imaginary=False)


@st.composite
def wanted(draw: st.DrawFn) -> tuple[Style, str]:
    """Draw a style and a locale that has it."""
    style = draw(st.sampled_from(Style))
    locales = list(NORMS)
    if style is Style.CODED_DATE:
        locales = ["fr_CA"]
    elif style in CLDR:
        locales = draw(st.sampled_from([list(NORMS), sorted(localedata.locale_identifiers())]))
    return style, draw(st.sampled_from(locales))


@given(wanted(), MOMENTS, ZONES)
def test_a_text_is_one_line_without_space_around(
    wish: tuple[Style, str], moment: datetime, tz: tzinfo | None
) -> None:
    style, locale = wish
    text = format(moment, style, locale=locale, tz=tz)
    assert text
    assert text == text.strip()
    assert len(text.splitlines()) == 1


@given(wanted(), MOMENTS, ZONES)
def test_a_formatter_writes_what_format_does(
    wish: tuple[Style, str], moment: datetime, tz: tzinfo | None
) -> None:
    style, locale = wish
    formatter = Formatter(style, locale=locale, tz=tz)
    text = format(moment, style.value, locale=locale.replace("_", "-"), tz=tz)
    assert formatter(moment) == text
    again = pickle.loads(pickle.dumps(formatter))
    assert again == formatter
    assert hash(again) == hash(formatter)
    assert again(moment) == text


@given(wanted(), MOMENTS, st.timezones())
def test_a_zone_given_is_the_zone_of_the_moment(
    wish: tuple[Style, str], moment: datetime, tz: tzinfo
) -> None:
    style, locale = wish
    there = format(moment.astimezone(tz), style, locale=locale)
    assert format(moment, style, locale=locale, tz=tz) == there
    assert format(moment.astimezone(UTC), style, locale=locale, tz=tz) == there


@given(wanted(), MOMENTS, ZONES)
def test_a_style_of_dates_writes_the_day_alone(
    wish: tuple[Style, str], moment: datetime, tz: tzinfo | None
) -> None:
    style, locale = wish
    assume(not has_clock(style))
    there = moment if tz is None else moment.astimezone(tz)
    assert format(moment, style, locale=locale, tz=tz) == (
        format(there.date(), style, locale=locale)
    )


@given(wanted(), st.dates())
def test_a_date_is_written_or_refused_by_its_style_alone(
    wish: tuple[Style, str], day: date
) -> None:
    style, locale = wish
    takes = not has_clock(style) or style.value in {"short", "medium", "long", "full"}
    if takes:
        assert format(day, style, locale=locale)
    else:
        with pytest.raises(StyleError):
            format(day, style, locale=locale)


@given(st.sampled_from(list(Style)[12:]), st.sampled_from(FRENCH), MOMENTS, ZONES)
def test_no_bare_1_stands_before_a_month(
    style: Style, locale: str, moment: datetime, tz: tzinfo | None
) -> None:
    assume(style is not Style.CODED_DATE or locale == "fr_CA")
    for day in (moment, moment.replace(day=1)):
        text = format(day, style, locale=locale, tz=tz)
        assert not re.search(rf"(?<!\d)0?1\s+({MONTHS})", text)
        if "1er" in text:
            assert re.search(rf"(^|\s)1er ({MONTHS})", text)


@given(MOMENTS, ZONES, st.sampled_from([s for s in Style if s not in CLDR]))
def test_quebec_never_has_slashes(moment: datetime, tz: tzinfo | None, style: Style) -> None:
    text = format(moment, style, locale="fr_CA", tz=tz)
    assert "/" not in text
    if style is Style.NUMERIC_DATE:
        assert text == f"{(moment if tz is None else moment.astimezone(tz)).date()}"


@given(st.sampled_from(list(NORMS)), MOMENTS)
def test_the_norms_tell_years_in_four_figures(locale: str, moment: datetime) -> None:
    for style in (Style.DATE, Style.NUMERIC_DATE, Style.MONTH, Style.RUNNING_TEXT, Style.STAMP):
        text = format(moment, style, locale=locale)
        assert re.search(rf"(?<!\d){moment.year:04}(?!\d)", text)


PROGRAM = """
import locale, sys, time
from datetime import UTC, date, datetime
from blogmodel.dates import Style
from blogmodel.dates._format import format
try:
    locale.setlocale(locale.LC_ALL, "")
except locale.Error:
    pass
time.time = time.time_ns = time.localtime = None
for name in ("fr", "fr_CA", "en", "de"):
    for style in list(Style)[: 12 if name == "de" else None]:
        if style is not Style.CODED_DATE:
            for tz in (None, "Asia/Tokyo"):
                moment = datetime(2011, 6, 24, 13, 7, tzinfo=UTC)
                sys.stdout.buffer.write(format(moment, style, locale=name, tz=tz).encode() + b"\\n")
"""


def test_neither_the_system_s_locale_nor_its_zone_nor_its_clock_changes_a_text() -> None:
    variables = ["LC_ALL", "LC_TIME", "LANG", "LANGUAGE", "TZ"]
    kept = {name: value for name, value in os.environ.items() if name not in variables}
    texts = {
        subprocess.run(  # noqa: S603 - our own interpreter
            [sys.executable, "-c", PROGRAM],
            env=kept | dict.fromkeys(variables[:4], name) | {"TZ": zone},
            capture_output=True,
            check=True,
        ).stdout
        for name, zone in [
            ("C", "UTC"),
            ("de_DE.UTF-8", "Asia/Tokyo"),
            ("fr_CA.UTF-8", "America/Montreal"),
            ("no_such", "Mars/Olympus"),
        ]
    }
    assert len(texts) == 1
    assert len(texts.pop().splitlines()) == 2 * (3 * (len(Style) - 1) + 12)
