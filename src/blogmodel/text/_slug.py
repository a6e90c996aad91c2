"""Slugs: the part of a URL that is made from a title or a tag."""

from __future__ import annotations

import re
from collections.abc import Container, Sized
from functools import cache
from unicodedata import normalize

from blogmodel.errors import InvalidTypeError, InvalidValueError
from blogmodel.text._fold import fold

__all__ = ["slug"]

_NONE: tuple[()] = ()


def slug(
    text: str, *, fallback: str, max_length: int | None = None, taken: Container[str] = _NONE
) -> str:
    """Return the slug of a title or a tag, such as « l-ete-aujourd-hui ».

    It has small letters of ASCII and figures, in words with single hyphens between them. Letters
    lose their marks, « œ » is « oe », « æ » « ae », « ß » « ss », « ø » « o »; « n° » is « no ».
    All else only parts words, apostrophes too, so that « 3,5 » is « 3-5 », « 50 % » « 50 » and
    « C++ » « c ». Scripts other than Latin are left out: how to romanise them depends on the
    language.

    The slug of a slug is the same. NFC and NFD make no difference. O(characters), and a look into
    ``taken`` for each slug tried.

    Args:
        text: a title or a tag.
        fallback: the slug of a text that leaves nothing, such as « billet ».
        max_length: how many characters at most; it is cut between words where the first one is not
            longer, and neither a letter alone nor a short form such as « qu » is left at the end.
        taken: what is not to be returned: then « -2 » is put after it, « -3 » and so on.

    Raises:
        InvalidValueError: the fallback is no slug, or too long; ``max_length`` is less than 1;
            all is taken.
        InvalidTypeError: an argument is of another type; ``taken`` is a str or an iterator.

    Example:
        >>> from blogmodel.text import slug
        >>> slug("L’été, aujourd’hui : œuvres & Cie", fallback="billet")
        'l-ete-aujourd-hui-oeuvres-cie'
        >>> slug("Le temps de l’érable", fallback="billet", max_length=12)
        'le-temps-de'
        >>> slug("Érable", fallback="billet", taken={"erable", "erable-2"})
        'erable-3'
        >>> slug("…", fallback="billet")
        'billet'
    """
    if not isinstance(text, str):
        raise InvalidTypeError("slug", "text", text, "a str")
    if max_length is not None:
        _check_length(max_length)
    _check_fallback(fallback, max_length)
    _check_taken(taken)
    made = _hyphened(text) or fallback
    if max_length is not None and len(made) > max_length:
        made = _cut(made, max_length)
    return made if taken is _NONE or made not in taken else _numbered(made, max_length, taken)


def _check_length(max_length: object) -> None:
    if type(max_length) is not int:
        raise InvalidTypeError("slug", "max_length", max_length, "an int, or None")
    if max_length < 1:
        raise InvalidValueError("slug", "max_length", max_length, "1 or more")


def _check_fallback(fallback: object, max_length: int | None) -> None:
    if not isinstance(fallback, str):
        raise InvalidTypeError("slug", "fallback", fallback, "a str")
    if not _SLUG.fullmatch(fallback):
        raise InvalidValueError("slug", "fallback", fallback, "a slug itself, such as 'billet'")
    if max_length is not None and len(fallback) > max_length:
        expected = f"a slug of at most {max_length} characters"
        raise InvalidValueError("slug", "fallback", fallback, expected)


def _check_taken(taken: object) -> None:
    # A str has its parts in it, and an iterator loses what is looked for.
    if taken is not _NONE and (
        isinstance(taken, str | bytes | bytearray) or not isinstance(taken, Container)
    ):
        raise InvalidTypeError("slug", "taken", taken, "a container of slugs, such as a set")


_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def _hyphened(text: str) -> str:
    """Return a text as a slug, or nothing where nothing is left of it."""
    try:
        # Most French text is in this encoding, and bytes are translated far faster.
        plain = text.replace("\u202f", " ").encode("cp1252").translate(_by_bytes(), b"\xad")
    except UnicodeEncodeError:
        bare = _MARKS.sub("", text)
        return _hyphened(bare) if bare != text else _hyphened_by_letters(text)
    if not plain.isascii():
        plain = plain.replace(b"\x9c", b"oe").replace(b"\xe6", b"ae")
        if not plain.isascii():
            return _hyphened_by_letters(text)
    return b"-".join(plain.split()).decode("ascii")


@cache
def _by_bytes() -> bytes:
    """Return what each byte of cp1252 becomes; what does not become one byte is not ASCII."""
    table = bytearray(b" " * 0x80 + bytes(range(0x80, 0x100)))
    for code in range(0x100):
        letter = bytes((code,)).decode("cp1252", "replace")
        made = _hyphened_by_letters(letter)
        if len(made) <= 1 and letter != "°":
            table[code] = ord(made or " ")
    table[0x8C], table[0xC6] = 0x9C, 0xE6  # Œ and Æ.
    return bytes(table)


def _hyphened_by_letters(text: str) -> str:
    folded = fold(text.translate(_BEFORE)).translate(_LETTERS)
    return "-".join(_WORD.findall(_NUMBER.sub("no ", folded)))


_MARKS = re.compile("[\u0300-\u036f]+")
_WORD = re.compile(r"[a-z0-9]+")
_NUMBER = re.compile(r"(?<![a-z0-9])n°")
# What would become other letters or figures than it is read as.
_BEFORE = {ord("™"): " ", ord("℠"): " ", ord("µ"): "u"} | {
    ord(sign): f" {normalize('NFKD', sign)} " for sign in "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞↉"
}
# Letters that folding leaves, those of the languages of French Africa too.
_LETTERS = str.maketrans("ƒəɛɔɲɓɗɖɣƴʋĸ", "feeonbddgyvk")


def _cut(made: str, most: int) -> str:
    """Return a slug cut between words, without the short forms that would end it."""
    # A hyphen right after the most is where a word ends.
    kept = made[: made.rfind("-", 0, most + 1) + 1].split("-")[:-1]
    while kept and _is_remnant(kept[-1]):
        kept.pop()
    return "-".join(kept) or made[:most].rstrip("-")


def _is_remnant(word: str) -> bool:
    return (len(word) == 1 and word.isalpha()) or word in _SHORT_FORMS


_SHORT_FORMS = frozenset(
    {"qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "aujourd", "quelqu", "presqu"}
)


def _numbered(made: str, most: int | None, taken: Container[str]) -> str:
    """Return a slug with the first number that makes it free."""
    # One more than there are cannot all be taken.
    tries = len(taken) + 1 if isinstance(taken, Sized) else _TRIES
    for number in range(2, tries + 2):
        end = f"-{number}"
        room = len(made) if most is None else most - len(end)
        if room < 1:
            break
        numbered = (made if len(made) <= room else _cut(made, room)) + end
        if numbered not in taken:
            return numbered
    raise InvalidValueError(
        "slug", "taken", taken, f"a container that leaves one like {made!r} free"
    )


# For a container that does not tell its length, and may hold whatever it is asked for.
_TRIES = 10_000
