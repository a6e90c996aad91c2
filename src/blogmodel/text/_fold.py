"""Folding: the form of a text in which a search compares it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import category, combining, normalize

from blogmodel.errors import InvalidTypeError
from blogmodel.text._traced import CharacterTable

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["DIRECTION", "FOLDS", "IGNORABLE", "LETTERS", "UNSEEN", "fold", "folded"]


def fold(text: str) -> str:
    """Return a text without case, accents and ligatures, so that « etat » finds « État ».

    Marks go, and so do characters that show nothing: the soft hyphen, zero-width characters,
    variation selectors. Compatibility forms become plain ones (full-width letters, superscripts,
    no-break spaces), apostrophes the one of ASCII, the two hyphens U+2010 and U+2011 too. Letters
    that Unicode does not take apart, but that a French keyboard lacks, become those that a
    reader types for them: œ oe, æ ae, ø o, ł l, đ and ð d, ħ h, ŧ t, ŋ n, þ th, ß ss, ı i.

    It is done character by character: two texts folded and joined are the joined text folded. So
    a text folds the same in NFC and in NFD. Folding twice changes nothing more. It takes time
    linear in the text.

    Source: the caseless matching of Unicode 15, section 3.13 (D146), and the default-ignorable
    code points that NFKC_Casefold (D147) removes; then marks removed.

    Raises:
        InvalidTypeError: it is no str.

    Example:
        >>> from blogmodel.text import fold
        >>> fold("L’Œuvre de l’État")
        "l'oeuvre de l'etat"
    """
    if not isinstance(text, str):
        raise InvalidTypeError("fold", "text", text, "a str")
    if text.isascii():
        return text.lower()
    # Windows-1252 has all of French but the narrow space, and bytes are translated five times as
    # fast; only these become more than one character.
    even = text.replace("\u202f", " ").replace("œ", "oe").replace("…", "...")
    try:
        plain = even.encode("cp1252").translate(_BYTES)
    except UnicodeEncodeError:
        return text.translate(FOLDS)
    return text.translate(FOLDS) if _OTHER in plain else plain.decode("cp1252")


# Where Unicode has Default_Ignorable_Code_Point (DerivedCoreProperties.txt, 15.0).
_DIRECTION_RANGES = ((0x61C, 0x61C), (0x200E, 0x200F), (0x202A, 0x202E), (0x2066, 0x2069))
_UNSEEN_RANGES = (
    *((0xAD, 0xAD), (0x34F, 0x34F), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F)),
    *((0x200B, 0x200D), (0x2060, 0x2065), (0x206A, 0x206F), (0x3164, 0x3164), (0xFE00, 0xFE0F)),
    *((0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0), (0xFFF0, 0xFFF8), (0x1BCA0, 0x1BCA3)),
    *((0x1D173, 0x1D17A), (0xE0000, 0xE0FFF)),
)
DIRECTION, UNSEEN = (
    "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges)
    for ranges in (_DIRECTION_RANGES, _UNSEEN_RANGES)
)
"""What changes the direction of writing, and what else shows nothing, for a class of characters."""
IGNORABLE = DIRECTION + UNSEEN
_IGNORED = frozenset(
    chr(code)
    for first, last in (*_DIRECTION_RANGES, *_UNSEEN_RANGES)
    for code in range(first, last + 1)
)
LETTERS = str.maketrans(
    {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ŋ": "n"}
    | {"þ": "th", "ı": "i", "ȷ": "j"}
    | dict.fromkeys("‘’ʼ´\u1ffd", "'")
    | dict.fromkeys("\u2010\u2011", "-")
)
"""What letters and signs become that Unicode does not take apart, or not so."""


def folded(text: str, letters: Mapping[int, str]) -> str:
    """Return what a character becomes, when those letters become what the table says."""
    while True:
        # A letter may be in the table with its case, its form or its marks, or without them.
        plain = _bare(normalize("NFKD", text.translate(letters))).translate(letters).casefold()
        if plain == text:
            return text
        text = plain


def _bare(text: str) -> str:
    return "".join([char for char in text if not _is_unseen(char)])


def _is_unseen(char: str) -> bool:
    return bool(combining(char)) or char in _IGNORED or category(char) == "Me"


def _fold(char: str) -> str:
    return folded(char, LETTERS)


def _byte(byte: int) -> bytes:
    """Fold a byte of Windows-1252, or say that it does not become one byte of it."""
    plain = _fold(bytes([byte]).decode("cp1252", "replace"))
    made = plain.encode("cp1252", "ignore")
    return made if len(made) == len(plain) == 1 else _OTHER


FOLDS = CharacterTable(_fold)
"""What each character folds to."""
_OTHER = b"\x81"  # There is no such byte in Windows-1252.
_BYTES = b"".join(map(_byte, range(256)))
