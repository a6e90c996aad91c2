"""JSON read and written without losing anything: what the standard decoder lets pass is refused."""

import json
import math
from typing import Any, NoReturn

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


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"the name {twice!r} stands twice in one object")
    return fields


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


def _finite(digits: str) -> float:
    number = float(digits)
    if math.isinf(number):
        raise ValueError(f"the number {digits} is too large")
    return number
