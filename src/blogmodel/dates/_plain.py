"""The plain form of a text in which dates are looked for: one spelling of what people vary."""

from __future__ import annotations

from unicodedata import combining, normalize

__all__ = ["Places", "plain"]

Places = list[int] | None
"""Where each character of a plain text begins in its source; None where it is at the same place."""


def plain(text: str) -> tuple[str, Places]:
    """Return a text in small letters, without accents, with one kind of space and of hyphen.

    Runs of white space become one space, and marks and invisible characters go; the places tell
    where each character was, with the length of the source at their end. It takes linear time.
    """
    # After the table no letter is left whose small form is longer than itself.
    even = text.lower() if text.isascii() else text.translate(_PLAIN).lower()
    # Of what is not even, all but spaces in a row is not printable, once marks have become NUL.
    if even.isprintable() and "  " not in even:
        return even, None
    return _evened(even)


def _evened(text: str) -> tuple[str, list[int]]:
    kept: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        if char.isspace():
            if not kept or kept[-1] != " ":
                kept.append(" ")
                places.append(place)
        elif char not in _INVISIBLE:
            kept.append(char)
            places.append(place)
    return "".join(kept), [*places, len(text)]


def _bare(char: str) -> str:
    """Return a letter in its small form without its marks, or nothing if it is not one letter."""
    bare = "".join(part for part in normalize("NFKD", char.lower()) if not combining(part))
    return bare if len(bare) == 1 and bare.isalpha() else ""


_MARK = "\0"
_LETTERS = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
_RAISED = tuple(map(ord, "ᵉʳˢᵗʰⁿᵈʷ"))
_PLAIN = {
    **{code: bare for code in (*_LETTERS, *_RAISED) if (bare := _bare(chr(code)))},
    **dict.fromkeys((0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000), " "),
    **dict.fromkeys((*range(0x2010, 0x2014), 0x2212), "-"),
    **dict.fromkeys((0x2018, 0x2019, 0x2BC, 0xB4), "'"),
    **dict.fromkeys(range(0x300, 0x370), _MARK),
}
_INVISIBLE = frozenset(f"{_MARK}\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
