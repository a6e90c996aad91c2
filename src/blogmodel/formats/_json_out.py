"""JSON in pieces: objects whose lists are too long to be held."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

__all__ = ["dumped", "known", "listed", "opened", "script_safe"]


def dumped(value: object) -> str:
    """Return a value as JSON, on one line."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def known(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields that are told: neither None nor empty lists."""
    return {name: value for name, value in fields.items() if value is not None and value != []}


def opened(fields: Mapping[str, Any]) -> str:
    """Return an object of one field at least, without the brace at its end."""
    return dumped(fields)[:-1]


def listed(name: str, items: Iterable[Iterable[str]]) -> Iterator[str]:
    """Yield one more field of an opened object: a list, of items that come in pieces."""
    yield f',"{name}":['
    before = "\n"
    for item in items:
        yield before
        yield from item
        before = ",\n"
    yield "\n]"


def script_safe(json_text: str) -> str:
    r"""Return JSON that can stand in a ``<script>`` of a page: no character in it ends one.

    It says the same to every parser of JSON. A piece of a document can be given as well: the
    characters that are escaped stand in strings alone.

    Example:
        >>> from blogmodel.formats._json_out import script_safe
        >>> print(script_safe('{"text": "</script> & co"}'))
        {"text": "\u003c/script\u003e \u0026 co"}
    """
    return json_text.translate(_ESCAPES)


_ESCAPES = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}
