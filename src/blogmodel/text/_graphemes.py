"""Where a text may be cut without tearing apart what is read as one character."""

from __future__ import annotations

import re
from functools import cache

from blogmodel.text._breaks import marks

__all__ = ["whole_until"]


def whole_until(text: str, start: int, limit: int) -> int:
    """Return the last place, from start to limit, that is within no grapheme.

    O(limit - start), and the length of the grapheme that the limit is in.

    Source: the extended grapheme clusters of UAX #29; where these would need one more table, what
    joins in some case is taken to join in all.
    """
    place = start
    for match in _pattern().finditer(text, start):
        if match.end() > limit:
            break
        place = match.end()
    return place


@cache
def _pattern() -> re.Pattern[str]:
    joiners = r"\u200d\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2"
    viramas = r"\u094d\u09cd\u0acd\u0b4d\u0c4d\u0d4d\u1039\u17d2"
    return re.compile(
        rf"""
        (?: \r\n | [\U0001f1e6-\U0001f1ff]{{2}}
          | (?:[\u1100-\u115f\ua960-\ua97c]++[\uac00-\ud7a3]?+|[\uac00-\ud7a3])
            [\u1160-\u11ff\ud7b0-\ud7fb]*+
          | [\u1160-\u11ff\ud7b0-\ud7fb]++
          | . )
        (?: [{marks()}] | (?<=[{joiners}])\S | (?<=[{viramas}])\w )*+
        """,
        re.VERBOSE | re.DOTALL,
    )
