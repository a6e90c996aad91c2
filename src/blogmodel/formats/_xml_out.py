"""XML in pieces: elements with their text escaped.

What XML 1.0 cannot hold, control characters and U+FFFE and U+FFFF, is left out; a carriage return
is written as a reference, since a parser would make a line feed of it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from blogmodel.formats._escape import attribute, escaped

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["element", "held", "start_tag"]


def element(
    name: str, text: str | None = None, attributes: Mapping[str, str | None] | None = None
) -> str:
    """Return an element of text alone. Attributes that are None are left out."""
    tag = start_tag(name, attributes)
    if text is None:
        return f"{tag[:-1]}/>"
    content = escaped(held(text))
    if "\r" in content:
        content = content.replace("\r", "&#13;")
    return f"{tag}{content}</{name}>"


def start_tag(name: str, attributes: Mapping[str, str | None] | None = None) -> str:
    """Return a start tag. Attributes that are None are left out."""
    if not attributes:
        return f"<{name}>"
    written = "".join(
        f" {key}={attribute(held(value))}" for key, value in attributes.items() if value is not None
    )
    return f"<{name}{written}>"


def held(text: str) -> str:
    """Return a text without the characters that XML 1.0 cannot hold."""
    return text if text.isprintable() else _NOT_HELD.sub("", text)


# What is printable is never one of them.
_NOT_HELD = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
