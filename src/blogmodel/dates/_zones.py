"""Time zones by name, and moments in them."""

from __future__ import annotations

from datetime import datetime, tzinfo
from zoneinfo import ZoneInfo

from blogmodel import _checks
from blogmodel.errors import InvalidValueError, UnknownZoneError

__all__ = ["in_zone", "zone"]


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


def in_zone(owner: str, field: str, moment: object, here: tzinfo | None) -> datetime:
    """Return an aware datetime in a zone, its own by default.

    Raises:
        InvalidValueError: it is naive, or cannot be told in that zone.
        InvalidTypeError: it is no datetime.
    """
    known = _checks.aware(owner, field, moment)
    if here is None:
        return known
    try:
        return known.astimezone(here)
    except Exception as error:  # A zone is foreign code, and raises what it likes.
        raise InvalidValueError(
            owner, field, moment, f"a datetime that can be told in {here} ({error})"
        ) from error
