"""Names of time zones: the norms' codes, CLDR's names, and offsets from UTC for all others."""

from __future__ import annotations

from bisect import bisect_right
from datetime import UTC, datetime, timedelta, tzinfo
from typing import TYPE_CHECKING, Literal

import attrs

from blogmodel.dates._locales import cldr_locale, required_norms
from blogmodel.dates._metazones import (
    EPOCH,
    FRENCH_DRAFTS,
    FRENCH_SHORT,
    HISTORY,
    RENAMED,
    STANDARD,
)
from blogmodel.dates._norms import ZONE_CODES
from blogmodel.dates._zones import in_zone, zone

if TYPE_CHECKING:
    from babel import Locale

__all__ = ["cldr_zone", "zone_code", "zone_name", "zone_state"]

Width = Literal["short", "long"]

_ZERO, _SECOND = timedelta(0), timedelta(seconds=1)


def zone_code(moment: datetime, *, locale: str, tz: tzinfo | str | None = None) -> str:
    """Return the short name of a moment's zone by the norms.

    In ``fr_CA`` the twelve codes HNE HAE HNA HAA HNT HAT HNC HAC HNR HAR HNP HAP, in ``en`` and
    ``en_CA`` EST, EDT and so on, by the zone's real state: what the tz database calls it at that
    moment, at the offset that goes with the name. China's CST is not Winnipeg's, Regina in July is
    HNC, and Whitehorse HNR since November 2020. All other zones, and all zones in ``fr``, ``fr_BE``
    and ``fr_CH``, are told by their offset as CLDR writes it short: « UTC−5 », « UTC+5:30 »,
    « UTC »; in English « GMT-5 », « GMT ».

    Args:
        moment: an aware datetime.
        locale: a locale of the norms.
        tz: the zone to tell it in; its own by default.

    Raises:
        InvalidValueError: the moment is naive, or outside the years 1 to 9999 in that zone.
        UnknownZoneError: ``tz`` is no zone.
        UnknownLocaleError: ``locale`` is no locale.
        StyleError: it is one that has no norms.

    >>> from datetime import UTC, datetime
    >>> moment = datetime(2011, 6, 24, 13, 7, tzinfo=UTC)
    >>> zone_code(moment, locale="fr_CA", tz="America/Montreal")
    'HAE'
    >>> zone_code(moment, locale="fr", tz="America/Montreal")
    'UTC−4'

    Source: OQLF for the codes, Unicode CLDR 47 and UTS 35 for offsets.
    """
    norms = required_norms("zone-code", locale)
    moment = in_zone("zone_code", "moment", moment, None if tz is None else zone(tz))
    offset = moment.utcoffset() or _ZERO
    code = ZONE_CODES.get(norms.locale, {}).get((zone_state(moment), offset))
    return code or _NORM_OFFSETS[norms.language].short(offset)


def zone_name(moment: datetime, *, locale: str, tz: tzinfo | str | None = None) -> str:
    """Return the long name of a moment's zone by CLDR, with its state: standard or daylight time.

    Where CLDR has no such name, and for a zone that is a mere offset, it is the offset as CLDR
    writes it long: « UTC−05:00 ».

    Args:
        moment: an aware datetime.
        locale: any locale that CLDR has.
        tz: the zone to tell it in; its own by default.

    Raises:
        InvalidValueError: the moment is naive, or outside the years 1 to 9999 in that zone.
        UnknownZoneError: ``tz`` is no zone.
        UnknownLocaleError: ``locale`` is no locale.

    >>> from datetime import UTC, datetime
    >>> moment = datetime(2011, 6, 24, 13, 7, tzinfo=UTC)
    >>> zone_name(moment, locale="fr_CA", tz="America/Montreal")
    'heure avancée de l’Est'
    >>> zone_name(moment, locale="fr", tz="Europe/Paris")
    'heure d’été d’Europe centrale'

    Source: Unicode CLDR 47, UTS 35 part 4.
    """
    return cldr_zone(
        in_zone("zone_name", "moment", moment, None if tz is None else zone(tz)),
        cldr_locale(locale),
        "long",
    )


def cldr_zone(moment: datetime, locale: Locale, width: Width) -> str:
    """Return what CLDR's pattern letters ``z`` (short) and ``zzzz`` (long) show.

    That is the specific name that does not tell the place or, where there is none, the localized
    offset: ``O`` and ``OOOO``. The moment is aware, and in the zone to be named.

    Source: UTS 35 part 4, *Time Zone Format Terminology*. O(log n) in the changes of a zone's name.
    """
    name = _specific_name(moment, locale, width)
    if name is not None:
        return name
    offset = moment.utcoffset() or _ZERO
    offsets = _cldr_offsets(locale)
    return offsets.short(offset) if width == "short" else offsets.long(offset)


def zone_state(moment: datetime) -> str:
    """Return what the moment's zone calls itself then; empty where it has no word for it."""
    try:
        return moment.tzname() or ""
    except NotImplementedError:  # Of a tzinfo that tells its offset alone, which it may.
        return ""


def _specific_name(moment: datetime, locale: Locale, width: Width) -> str | None:
    zone_id = _zone_id(moment.tzinfo)
    if zone_id is None:
        return None
    metazone = _metazone(zone_id, moment)
    if locale.language == "fr":
        if width == "short" and zone_id == "Etc/UTC":
            return "UTC"
        if _is_draft(metazone, locale, width):
            return None
    state = "daylight" if _is_daylight(zone_id, metazone, moment) else "standard"
    for names in (locale.time_zones.get(zone_id, {}), locale.meta_zones.get(metazone, {})):
        name: str | None = names.get(width, {}).get(state)
        if name and name != _NO_NAME:
            return name
    return None


# CLDR's mark of a name that is not to be taken from the locale above.
_NO_NAME = "∅∅∅"


def _zone_id(tz: tzinfo | None) -> str | None:
    """Return CLDR's id of a zone: UTC, or one that tells its name as zoneinfo's or pytz's do."""
    from babel.core import get_global  # noqa: PLC0415 - the norms' codes need no Babel

    if tz is UTC:
        return "Etc/UTC"
    name = getattr(tz, "key", None) or getattr(tz, "zone", None)
    if not isinstance(name, str):
        return None
    newest: str = get_global("zone_aliases").get(name, name)
    return RENAMED.get(newest, newest)


def _metazone(zone_id: str, moment: datetime) -> str | None:
    from babel.core import get_global  # noqa: PLC0415 - the norms' codes need no Babel

    history = HISTORY.get(zone_id)
    if history is None:
        only: str | None = get_global("meta_zones").get(zone_id)
        return only
    ends, metazones = history
    # A difference, since the same moment in UTC may be outside the years 1 to 9999.
    return metazones[bisect_right(ends, moment - EPOCH)]


def _is_draft(metazone: str | None, locale: Locale, width: Width) -> bool:
    if width == "long":
        return metazone in FRENCH_DRAFTS
    return metazone not in FRENCH_SHORT.get(locale.territory or "", ())


def _is_daylight(zone_id: str, metazone: str | None, moment: datetime) -> bool:
    standard = STANDARD.get((zone_id, metazone))
    if standard is not None:
        return (moment.utcoffset() or _ZERO) > standard
    # Of any sign: zoneinfo infers an hour less for CEST in Vilnius from some builds of tzdata.
    return bool(moment.dst())


@attrs.frozen
class _Offsets:
    """How a locale writes offsets from UTC: the words around, the signs, and between the figures.

    UTS 35 part 4, *localized GMT format*: the hour without a leading zero and no « 00 » minutes
    when short, always two figures and the minutes when long; seconds where there are any.
    """

    utc: str
    plus: str = "+%s"
    minus: str = "-%s"
    colon: str = ":"

    def short(self, offset: timedelta) -> str:
        hours, minutes, seconds = _parts(offset)
        figures = (str(hours), *((f"{minutes:02}",) if minutes or seconds else ()))
        return self._written(offset, figures, seconds)

    def long(self, offset: timedelta) -> str:
        hours, minutes, seconds = _parts(offset)
        return self._written(offset, (f"{hours:02}", f"{minutes:02}"), seconds)

    def _written(self, offset: timedelta, figures: tuple[str, ...], seconds: int) -> str:
        if abs(offset) < _SECOND:
            return self.utc.replace("%s", "").strip(_BLANKS)
        clock = self.colon.join((*figures, *((f"{seconds:02}",) if seconds else ())))
        return self.utc % ((self.minus if offset < _ZERO else self.plus) % clock)


def _parts(offset: timedelta) -> tuple[int, int, int]:
    minutes, seconds = divmod(abs(offset) // _SECOND, 60)
    return *divmod(minutes, 60), seconds


# Beside white space, the left-to-right mark after a negative offset in Hebrew.
_BLANKS = " \u200e"

_NORM_OFFSETS = {"fr": _Offsets("UTC%s", minus="\u2212%s"), "en": _Offsets("GMT%s")}

# CLDR 47's hourFormat, which Babel has not, where it is not +HH:mm;-HH:mm, as signs and colon.
_TRUE_MINUS = ("+%s", "\u2212%s", ":")
_DOTTED = ("+%s", "-%s", ".")
_PLAIN = ("+%s", "-%s", ":")
_HOUR_FORMATS = {
    "am": ("+%s", "-%s", ""),
    "bs": ("+%s", " -%s", ":"),
    "bs_Cyrl": _PLAIN,
    "da": _DOTTED,
    "et": _TRUE_MINUS,
    "eu": ("+%s", "\u2013%s", ":"),
    "fa": ("\u200e+%s", "\u200e\u2212%s", ":"),
    "fi": _DOTTED,
    "fr": _TRUE_MINUS,
    "he": ("\u200e+%s", "-%s\u200e", ":"),
    "hr": ("+%s", " -%s", ":"),
    "ht": _TRUE_MINUS,
    "id": _DOTTED,
    "lij": _TRUE_MINUS,
    "lt": _TRUE_MINUS,
    "ms_ID": _DOTTED,
    "nds": _DOTTED,
    "se": _TRUE_MINUS,
    "se_FI": _PLAIN,
    "si": _DOTTED,
    "sl": _DOTTED,
    "sv": _TRUE_MINUS,
}


def _cldr_offsets(locale: Locale) -> _Offsets:
    signs = _HOUR_FORMATS.get(str(locale)) or _HOUR_FORMATS.get(locale.language, _PLAIN)
    return _Offsets(locale.zone_formats["gmt"], *signs)
