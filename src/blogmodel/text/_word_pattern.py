"""The pattern of words, by which they are found one after the other."""

from __future__ import annotations

import re
from functools import cache

from blogmodel.text._breaks import (
    APOSTROPHES,
    CONNECTORS,
    KATAKANA,
    MID_LETTER,
    MID_NUMBER,
    SINGLE,
    marks,
)

__all__ = ["ELIDED", "word_pattern"]


def word_pattern(text: str) -> re.Pattern[str]:
    """Return the pattern that finds the words of a text.

    Its first group is a short form, its second any other word; where it matches without a group
    there is no word.
    """
    return _pattern(addresses=any(sign in text for sign in ("@", "://", "www.", "Www.", "WWW.")))


_A = f"[{APOSTROPHES}]"
_END = rf"(?![\w{APOSTROPHES}])"
# A short form, but not that of « c’te », « m’dame », « D’oh », « s’more », nor of the names
# « N’Djamena » and « T’Challa ».
ELIDED = rf"""(?:
    [CcÇç]\u0327?{_A} (?!(?i:te|tes|mon){_END})
  | [LlDdJjMmTtSsNn]{_A}
    (?!(?i:dames?|enfin|jeune?s?|lady|lord|man|mores?|oh|sieurs?|ya|you|[st]){_END})
  | (?:[Jj][Uu][Ss]|[Ll][Oo][Rr][Ss]|[Pp][Uu][Ii][Ss]|[Qq][Uu][Oo][Ii])?[Qq][Uu]{_A}
)(?<![CDMNST]{_A}(?=[BCDFGJKLMNPQRSTVWXZ][a-zà-ÿ]))"""

# No part of these patterns is ever tried again with less, and each is of bounded length or starts
# only where the one before it ended, so that finding all words takes time linear in the text.
_ADDRESS = r"""
    (?:[Hh][Tt][Tt][Pp][Ss]?://|(?:[Ww]ww|WWW)\.)
    (?:[.,;:!?'’…*\]]*+(?:[^\s<>"«»“”().,;:!?'’…*\]]++|\([^\s<>"«»“”()]*+\)))++
  | [\w.+-]{1,64}+@[^\W_][\w-]{0,62}+(?:\.[^\W_][\w-]{0,62}+){1,9}+
"""


@cache
def _pattern(*, addresses: bool) -> re.Pattern[str]:
    letter = rf"[^\W\d{CONNECTORS}{SINGLE}{KATAKANA}]"
    mark = rf"(?:(?=[^\x00-\xac])[{marks()}]++)"  # The first look spares most texts the second.
    letters = rf"""{letter}++(?:{mark}{letter}*+)*+
        (?:[{MID_LETTER}]{mark}?+(?={letter})|(?<=[א-ת])"(?=[א-ת]))?+"""
    digits = rf"""\d++(?:{mark}\d*+)*+
        (?:[{MID_NUMBER}]{mark}?+(?=\d)|[\u00a0\u202f](?=\d{{3}}(?!\d)))?+"""
    core = rf"(?:(?:{letters}|{digits})++|(?:[{KATAKANA}]++{mark}?+)++)"
    connectors = rf"(?:[{CONNECTORS}]++{mark}?+)++"
    return re.compile(
        rf"""
    (?=[\w{CONNECTORS}])(?:
    ({ELIDED}(?=[^\W_]|[«“„"(\[*_]))
  | ( {f"(?:{_ADDRESS}){mark}?+ |" if addresses else ""}
      [A-Za-zÀ-ÖØ-öø-ɏ]++(?=[\s,;…)»-]|\.\s|\Z)
    | (?:{connectors})?+{core}(?:{connectors}{core}?+)*+(?:(?<=[א-ת])'{mark}?+)?+
    | [{SINGLE}]{mark}?+ )
  | {connectors})
        """,
        re.VERBOSE,
    )
