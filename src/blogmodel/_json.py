"""JSON read and written without losing anything: what the standard decoder lets pass is refused."""

import json
import math
from collections import Counter
from decimal import Decimal
from typing import Any, NoReturn

from blogmodel.errors import shown

__all__ = ["canonical", "decode"]


def decode(text: str) -> object:
    """Return what a JSON text says.

    Raises:
        ValueError: it is not JSON, names a field twice, holds a number that no float can, or is
            nested too deeply to be read.
    """
    try:
        return json.loads(
            text, object_pairs_hook=_unique, parse_constant=_refuse_constant, parse_float=_finite
        )
    except RecursionError:
        raise ValueError("nested too deeply") from None


def canonical(value: object) -> str:
    """Return the one JSON text of a plain value: sorted names, no spaces.

    Raises:
        ValueError: it is not plain: made of dict with str keys, list, str, int, float, bool, None.
    """
    if _depth(value) > _DEEPEST:
        raise ValueError(f"nested deeper than {_DEEPEST} levels")
    try:
        text = json.dumps(
            value, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")
        )
        same = json.loads(text) == value
    except (TypeError, RecursionError) as error:
        raise ValueError(f"not plain JSON ({error})") from None
    if not same:
        raise ValueError("not plain JSON (names must be str, sequences must be lists)")
    return text


# So that what was read can be written from wherever a program calls, whatever its own depth.
_DEEPEST = 100


def _depth(value: object) -> int:
    """Return how many levels of lists and dicts a value has, looking no further than too many."""
    depth, level = 0, [value]
    while level and depth <= _DEEPEST:
        inner = [
            part
            for outer in level
            if isinstance(outer, dict | list)
            for part in (outer.values() if isinstance(outer, dict) else outer)
        ]
        depth += any(isinstance(outer, dict | list) for outer in level)
        level = inner
    return depth


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        [(twice, _)] = Counter(name for name, _ in pairs).most_common(1)
        raise ValueError(f"the name {shown(twice)} stands twice in one object")
    return fields


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


def _finite(digits: str) -> float:
    number = float(digits)
    if math.isinf(number) or Decimal(repr(number)) != Decimal(digits):
        raise ValueError(f"no float holds the number {shown(digits)}")
    return number
