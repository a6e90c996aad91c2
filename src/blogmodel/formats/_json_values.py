"""Fields of JSON that may hold anything."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from blogmodel.errors import InvalidValueError
from blogmodel.formats._entries import Kept
from blogmodel.model import Extra

if TYPE_CHECKING:
    from collections.abc import Mapping

    from blogmodel.formats._draft import Draft
    from blogmodel.formats._json_stream import Item

__all__ = ["kept_item", "leftovers", "text_in"]


def text_in(fields: Mapping[str, Any], name: str) -> str | None:
    """Return a text; a number is one too; None where there is nothing."""
    value = fields.get(name)
    if isinstance(value, str):
        return value or None
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else None


def leftovers(fields: Mapping[str, Any], known: frozenset[str], draft: Draft) -> None:
    """Keep what is none of the known fields, unless it says nothing."""
    for name, value in fields.items():
        if name not in known and value not in (None, "", [], {}, False):
            draft.extra[name] = value


def kept_item(item: Item) -> Kept:
    """Return what is none of the values here, as it was."""
    try:
        content = Extra.of({"value": item.value})
    except InvalidValueError:
        # Nested deeper than can be kept.
        content = Extra.of({"#text": repr(item.value)[: 1 << 16]})
    return Kept(item.path or "value", content=content, line=item.line)
