"""Why a learned score is what it is."""

from __future__ import annotations

import json
import math
import sys
from enum import StrEnum
from typing import Any

import attrs

from blogmodel.errors import DocumentError, VersionError, shown

__all__ = ["SpamLabel", "Weight", "document_of", "number_in", "share_of"]


class SpamLabel(StrEnum):
    """What moderators made of a comment, for what learns from it."""

    SPAM = "spam"
    HAM = "ham"
    """It is none."""


@attrs.frozen
class Weight:
    """What a feature of a text speaks for.

    Attributes:
        feature: its name; see `features`.
        weight: how much, in natural log-odds: above 0 for spam, below 0 against it.
        spans: where it stands in the text, if anywhere; the first few places.
    """

    feature: str
    weight: float
    spans: tuple[tuple[int, int], ...] = ()


_STEEPEST = 700.0


def share_of(log_odds: float) -> float:
    """Return the share that log-odds are, from 0 to 1."""
    return 1 / (1 + math.exp(-max(-_STEEPEST, min(_STEEPEST, log_odds))))


def document_of(text: object, kind: str, fields: tuple[str, ...]) -> dict[str, Any]:
    """Return the fields of a JSON document of a kind, version 1, and no others."""
    if not isinstance(text, str | bytes):
        raise DocumentError(kind, f"must be JSON in a str or in bytes; got {shown(text)}")
    try:
        document = json.loads(text, object_pairs_hook=_unique)
    except (ValueError, RecursionError) as error:
        raise DocumentError(kind, f"not JSON that can be read: {error}") from None
    if not isinstance(document, dict) or document.get("type") != kind:
        raise DocumentError(kind, f"must be an object with 'type' {kind!r}")
    if type(document.get("version")) is not int or document["version"] != 1:
        raise VersionError(kind, document.get("version"), 1)
    del document["type"], document["version"]
    if set(document) != set(fields):
        odd = ", ".join(sorted(set(document) ^ set(fields)))
        raise DocumentError(kind, f"must have {', '.join(fields)} and no others; look at {odd}")
    return document


def number_in(kind: str, field: str, value: object) -> float:
    """Require a finite number in a document."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) <= _LARGEST:
        raise DocumentError(f"{kind}.{field}", f"must be a finite number; got {shown(value)}")
    return value


_LARGEST = sys.float_info.max


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        raise ValueError("a name stands twice in one object")
    return fields
