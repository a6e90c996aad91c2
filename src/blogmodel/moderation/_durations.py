"""Lengths of time as people write them in a configuration."""

from __future__ import annotations

import re
from datetime import timedelta

__all__ = ["read_duration"]

_UNITS = {"s": 1, "min": 60, "h": 3600, "d": 86_400}
_DURATION = re.compile(r"([0-9]{1,6}(?:\.[0-9]{1,3})?) ?(s|min|h|d)")


def read_duration(text: object) -> timedelta | None:
    """Return the time that a text such as « 90 s », « 15 min » or « 30 d » tells, or None."""
    found = _DURATION.fullmatch(text) if isinstance(text, str) else None
    return found and timedelta(seconds=float(found[1]) * _UNITS[found[2]])
