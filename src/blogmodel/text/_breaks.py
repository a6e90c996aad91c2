"""The characters that join into words and graphemes, as what stands inside […] in a pattern.

They are after Word_Break of Unicode 17, unless it is said otherwise.
"""

from __future__ import annotations

from functools import cache
from itertools import chain, count, groupby
from unicodedata import category

__all__ = [
    "APOSTROPHES",
    "CONNECTORS",
    "HYPHENS",
    "KATAKANA",
    "MID_LETTER",
    "MID_NUMBER",
    "SINGLE",
    "SPACES",
    "marks",
]

APOSTROPHES = "'’‘ʼ＇"
HYPHENS = "-\u2010\u2011"
# White space at which a line may break: all but U+00A0, U+2007 and U+202F.
SPACES = r"\t-\r\x1c-\x20\x85\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000"
# U+202F is one of these in Unicode, for Mongolian; in French it is a space.
CONNECTORS = r"_\u203f\u2040\u2054\ufe33\ufe34\ufe4d-\ufe4f\uff3f"
# The colon is one of these in Unicode, for Swedish; not in CLDR.
MID_LETTER = r".'’‘·\u0387\u055f\u05f4\u2024\u2027\ufe52\uff07\uff0e"
MID_NUMBER = (
    r".,;'’‘\u037e\u0589\u060c\u060d\u066c\u07f8\u2024\u2044\ufe50\ufe52\ufe54"
    r"\uff07\uff0c\uff0e\uff1b"
)
KATAKANA = (
    r"\u3031-\u3035\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9f"
    r"\U0001aff0-\U0001affe\U0001b000\U0001b120-\U0001b128\U0001b155\U0001b164-\U0001b168"
)
# Ideographs and hiragana: each is a word of its own.
SINGLE = (
    r"\u3006\u3007\u3021-\u3029\u3038-\u303a\u3041-\u3096\u309d-\u309f\u3400-\u4dbf\u4e00-\u9fff"
    r"\uf900-\ufad9\U00016fe4-\U00018df2\U0001b001-\U0001b11f\U0001b132-\U0001b152"
    r"\U0001b170-\U0001b2fb\U0001f200\U00020000-\U0003ffff"
)


@cache
def marks() -> str:
    """Return what never stands apart from the character before it: marks, and what is not seen.

    They are those of the interpreter's own Unicode, as its letters are.
    """
    codes = [code for code in chain.from_iterable(_WITH_MARKS) if category(chr(code)) in _KINDS]
    codes.remove(0x200B)  # Where a line may break, words end.
    places = zip(codes, count(), strict=False)
    runs = [[code for code, _ in run] for _, run in groupby(places, lambda at: at[0] - at[1])]
    found = "".join(f"{chr(run[0])}-{chr(run[-1])}" for run in runs)
    return f"{found}\U0001f3fb-\U0001f3ff\uff9e\uff9f"


_KINDS = frozenset({"Mn", "Mc", "Me", "Cf"})
# Not where there are but ideographs, Hangul, hieroglyphs and emoji.
_WITH_MARKS = (
    range(0xAD, 0x3400),
    range(0xA000, 0xAC00),
    range(0xF900, 0x12000),
    range(0x13000, 0x17000),
    range(0x18E00, 0x1F000),
    range(0xE0000, 0xE0200),
)
