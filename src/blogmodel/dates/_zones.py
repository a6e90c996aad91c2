"""Time zones by name, and moments in them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from blogmodel.errors import InvalidTypeError, InvalidValueError, UnknownZoneError

__all__ = ["aware", "in_zone", "zone"]


def zone(tz: tzinfo | str) -> tzinfo:
    """Return a time zone: one given as such, or one of the IANA database by its name.

    Raises:
        UnknownZoneError: the database has no such zone, or it is no zone at all.
    """
    if isinstance(tz, tzinfo):
        return tz
    try:
        return ZoneInfo(tz)
    except Exception:  # noqa: BLE001 - ZoneInfo raises many kinds, of files and of values
        raise UnknownZoneError(tz) from None


def aware(owner: str, field: str, moment: object) -> datetime:
    """Require a datetime that knows its offset; return it as it is.

    Raises:
        InvalidValueError: it is naive, or its zone cannot tell its offset.
        InvalidTypeError: it is no datetime.
    """
    if not isinstance(moment, datetime):
        raise InvalidTypeError(owner, field, moment, "an aware datetime")
    if moment.tzinfo is UTC:
        return moment
    try:
        offset: timedelta | None = moment.utcoffset()
    except Exception as error:
        raise InvalidValueError(
            owner, field, moment, f"an aware datetime whose zone tells its offset ({error})"
        ) from error
    if offset is None:
        raise InvalidValueError(
            owner, field, moment, "an aware datetime; this one is naive, so give it a tzinfo"
        )
    return moment


def in_zone(owner: str, field: str, moment: object, here: tzinfo | None) -> datetime:
    """Return an aware datetime in a zone, its own by default.

    Raises:
        InvalidValueError: it is naive, or cannot be told in that zone.
        InvalidTypeError: it is no datetime.
    """
    known = aware(owner, field, moment)
    if here is None:
        return known
    try:
        return known.astimezone(here)
    except Exception as error:  # A zone is foreign code, and raises what it likes.
        raise InvalidValueError(
            owner, field, moment, f"a datetime that can be told in {here} ({error})"
        ) from error
