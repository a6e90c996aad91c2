"""Pieces of XML: what the writers of XML share."""

from __future__ import annotations

import re
from email.utils import format_datetime
from typing import TYPE_CHECKING

from blogmodel.formats._escape import attribute, escaped

if TYPE_CHECKING:
    from datetime import datetime

__all__ = ["cdata", "element", "plain_time", "rfc822", "zulu"]

# XML 1.0 has no way to write these, not even as references.
_INVALID = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def element(name: str, text: str | None = None, **attributes: str | None) -> str:
    """Return an element of text; attributes that are None are left out."""
    said = "".join(
        f" {known.replace('__', ':')}={attribute(_INVALID.sub('', value))}"
        for known, value in attributes.items()
        if value is not None
    )
    return f"<{name}{said}/>" if not text else f"<{name}{said}>{_escaped(text)}</{name}>"


def cdata(name: str, text: str, **attributes: str | None) -> str:
    """Return an element whose text is in a CDATA section, as WordPress writes what is markup."""
    valid = _INVALID.sub("", text)
    if not valid or "\r" in valid:
        # A carriage return would be read as a line feed.
        return element(name, valid, **attributes)
    start = element(name, **attributes).removesuffix("/>")
    return f"{start}><![CDATA[{valid.replace(']]>', ']]]]><![CDATA[>')}]]></{name}>"


def _escaped(text: str) -> str:
    # A carriage return that stands for itself would be read as a line feed.
    return escaped(_INVALID.sub("", text)).replace("\r", "&#13;")


def zulu(moment: datetime | None) -> str | None:
    """Return a moment by RFC 3339, in UTC."""
    return None if moment is None else f"{moment.replace(tzinfo=None).isoformat()}Z"


def plain_time(moment: datetime | None) -> str:
    """Return a moment in UTC as databases write it; zeros where there is none."""
    if moment is None:
        return "0000-00-00 00:00:00"
    return moment.replace(tzinfo=None).isoformat(sep=" ")


def rfc822(moment: datetime | None) -> str | None:
    """Return a moment by RFC 822, in GMT."""
    return None if moment is None else format_datetime(moment, usegmt=True)
