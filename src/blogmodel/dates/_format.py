"""Dates, clocks and both, written in a style of the norms or of CLDR."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from blogmodel.dates._cldr import CLDR_STYLES, cldr_writer
from blogmodel.dates._locales import locale_name, required_norms
from blogmodel.dates._norm_styles import DAY_STYLES, norm_writer
from blogmodel.dates._styles import Style
from blogmodel.dates._zones import zone
from blogmodel.errors import StyleError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, tzinfo

    from blogmodel.dates._norm_styles import Write

__all__ = ["Formatter", "format", "has_clock"]


def format(  # noqa: A001 - `dates.format` says what it is
    moment: date, style: Style | str, *, locale: str, tz: tzinfo | str | None = None
) -> str:
    r"""Write a date, a clock or both.

    A date without a clock can be written in the styles that have none, and in CLDR's ``SHORT``,
    ``MEDIUM``, ``LONG`` and ``FULL``, which write it alone. It has no zone, and none changes it.

    Years before 1000 have four figures in the norms' styles, « 24 juin 0099 », so that nobody reads
    1999; CLDR's patterns have them as they are.

    Args:
        moment: an aware datetime, or a date.
        style: a style, or its value, as templates have it: ``"stamp"``.
        locale: a locale of CLDR, ``"fr_CA"`` or ``"fr-CA"``; for the norms' styles one of theirs.
        tz: the zone in which a datetime is shown, or its IANA name; its own by default.

    Raises:
        StyleError: there is no such style, not in that locale, or not for a date without a clock.
        InvalidValueError: the datetime is naive, or outside the years 1 to 9999 in that zone.
        UnknownLocaleError: CLDR has no such locale.
        UnknownZoneError: ``tz`` is no zone.

    >>> from datetime import UTC, date, datetime
    >>> moment = datetime(2011, 6, 24, 22, tzinfo=UTC)
    >>> format(moment, Style.STAMP, locale="fr_CA", tz="America/Montreal")
    '24 juin 2011 à 18\xa0h'
    >>> format(moment, Style.RUNNING_TEXT, locale="fr", tz="Europe/Paris")
    'le samedi 25 juin 2011, à minuit'
    >>> format(date(2011, 5, 1), "date", locale="fr")
    '1er mai 2011'
    >>> format(moment, Style.LONG, locale="de")
    '24. Juni 2011 um 22:00:00 UTC'

    Source: for the norms those named in `blogmodel.dates`; Unicode CLDR 47 by Babel, with its own
    patterns for a date at its time.
    """
    return Formatter(style, locale=locale, tz=tz)(moment)


@attrs.frozen(init=False)
class Formatter:
    r"""What `format` does, made ready once for many dates of one style, locale and zone.

    Attributes:
        style: the style.
        locale: the CLDR name of the locale.
        tz: the zone in which datetimes are shown; None for their own.

    Raises:
        StyleError: there is no such style, or not in that locale.
        UnknownLocaleError: CLDR has no such locale.
        UnknownZoneError: ``tz`` is no zone.

    >>> from datetime import UTC, datetime
    >>> stamp = Formatter("stamp", locale="fr-CA", tz="America/Montreal")
    >>> stamp(datetime(2011, 6, 24, 13, 7, tzinfo=UTC))
    '24 juin 2011 à 9\xa0h\xa007'
    """

    style: Style = attrs.field(repr=str)
    locale: str
    # Zones of dateutil are equal by value and have no hash.
    tz: tzinfo | None = attrs.field(hash=False)
    # Calling a value calls what its class has as __call__; a slot of that name is the writer
    # itself, which saves a second call on every date.
    __call__: Callable[[date], str] = attrs.field(init=False, eq=False, repr=False)

    def __init__(self, style: Style | str, *, locale: str, tz: tzinfo | str | None = None) -> None:
        name = locale_name(locale)
        known = _style(style, name)
        here = None if tz is None else zone(tz)
        object.__setattr__(self, "style", known)
        object.__setattr__(self, "locale", name)
        object.__setattr__(self, "tz", here)
        object.__setattr__(self, "__call__", _writer(known, name, here))

    def __reduce__(self) -> tuple[Callable[..., Formatter], tuple[object, ...]]:
        return (_again, (self.style, self.locale, self.tz))


def has_clock(style: Style) -> bool:
    """Tell whether a style writes a clock."""
    return style not in _WITHOUT_CLOCK


_WITHOUT_CLOCK = frozenset(DAY_STYLES) | {style for style, (_, at) in CLDR_STYLES.items() if not at}


def _again(style: Style, locale: str, tz: tzinfo | None) -> Formatter:
    return Formatter(style, locale=locale, tz=tz)


def _style(style: object, locale: str) -> Style:
    try:
        return Style(style)
    except ValueError:
        names = ", ".join(known.value for known in Style)
        raise StyleError(
            style, locale, f"there is none of that name; give one of {names}"
        ) from None


def _writer(style: Style, name: str, here: tzinfo | None) -> Write:
    if style in CLDR_STYLES:
        return cldr_writer(style, name, here)
    return norm_writer(style, required_norms(style.value, name), here)
