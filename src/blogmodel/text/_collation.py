"""Order as a dictionary has it: keys that compare as French and English readers expect."""

from __future__ import annotations

from codecs import charmap_decode, utf_16_be_encode
from functools import cache
from typing import NamedTuple

import attrs

from blogmodel.errors import InvalidTypeError
from blogmodel.text._collation_table import version
from blogmodel.text._collation_weights import weights_of
from blogmodel.text._locales import supported_locale

__all__ = ["Collator", "collation_key"]


@attrs.frozen(repr=False)
class Collator:
    """The order of one locale: base letters first, then accents, then case, small letters first.

    The order is that of CLDR's root collation, which is ICU's for French and English; accents are
    compared from the end in fr_CA (cote, côte, coté, côté), and from the start elsewhere (cote,
    coté, côte, côté). Spaces and punctuation count, and come before figures and letters. What is
    still equal is ordered by code points, so that the order is total.

    Attributes:
        locale: a BCP 47 or CLDR name of a French or an English locale; kept as ``"fr_CA"``,
            ``"fr"`` or ``"en"``, whose order it has.

    Raises:
        UnknownLocaleError: it is not a locale's name.
        UnsupportedLocaleError: it is neither French nor English, and may have another order.

    Source: Unicode Technical Standard #10; CLDR's root collation; for fr_CA its rule
    ``[backwards 2]``.

    Example:
        >>> from blogmodel.text import Collator
        >>> sorted(["côté", "coté", "côte", "cote"], key=Collator("fr_CA").key)
        ['cote', 'côte', 'coté', 'côté']
        >>> sorted(["zèbre", "Émile", "eau", "écu"], key=Collator("fr").key)
        ['eau', 'écu', 'Émile', 'zèbre']
    """

    locale: str

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "locale", supported_locale("Collator", self.locale, _LOCALES))

    def key(self, text: str) -> bytes:
        """Return the key by which a text is ordered, to be compared as bytes.

        Keys may be stored, as a database compares bytes: they stay the same while `version` does.
        Two texts have the same key only if they are the same. It takes linear time.

        Raises:
            InvalidTypeError: it is not a str.
        """
        if not isinstance(text, str):
            raise InvalidTypeError("Collator", "key", text, "a str")
        latin = _latin()
        if latin.single.issuperset(text):
            data = text.encode("latin-1")
            primaries = _mapped(data, latin.single_primaries)
            if text.isascii() and latin.small.issuperset(text):
                # Most words end here; the general way would give the same.
                return b"%b\0\0\0\0%b" % (utf_16_be_encode(primaries)[0], data)
        elif latin.characters.issuperset(text):
            primaries = text.translate(latin.primaries)
        else:
            return _key(text, *self._weights(text))
        secondaries = tertiaries = b""
        if not text.isascii():
            secondaries = text.translate(latin.secondaries).encode("latin-1")
            if self.locale == _BACKWARDS:
                secondaries = secondaries[::-1]
        if not latin.small.issuperset(text):
            tertiaries = text.translate(latin.tertiaries).encode("latin-1")
        return _joined(text.encode(), utf_16_be_encode(primaries)[0], secondaries, tertiaries)

    @property
    def version(self) -> str:
        """What the order was made from; keys that were stored under another version are stale.

        Example:
            >>> from blogmodel.text import Collator
            >>> Collator("fr").version
            'CLDR 41, UCA 14.0.0'
        """
        return version()

    def _weights(self, text: str) -> tuple[str, str, str]:
        if self.locale != _BACKWARDS:
            return weights_of(text)
        # U+FFFE divides fields that are ordered one after the other, in each of them backwards.
        fields = [weights_of(field) for field in text.split(_DIVIDER)]
        between = weights_of(_DIVIDER)
        return (
            between.primaries.join(field.primaries for field in fields),
            between.secondaries.join(field.secondaries[::-1] for field in fields),
            between.tertiaries.join(field.tertiaries for field in fields),
        )

    def __repr__(self) -> str:
        return f"Collator({self.locale!r})"


def collation_key(text: str, *, locale: str) -> bytes:
    """Return the key of one text in the order of a locale: `Collator.key` of its `Collator`.

    Raises:
        InvalidTypeError: the text is not a str.
        UnknownLocaleError: the locale is not a locale's name.
        UnsupportedLocaleError: it is neither French nor English.

    Example:
        >>> from blogmodel.text import collation_key
        >>> collation_key("élan", locale="fr") < collation_key("Émile", locale="fr")
        True
    """
    return Collator(locale).key(text)


_BACKWARDS = "fr_CA"
_LOCALES = ("fr", _BACKWARDS, "en")
_LATIN_1 = 0xFF
_DIVIDER = "\ufffe"
_COMMON_SECONDARY, _COMMON_TERTIARY = b"\x01", b"\x02"


def _key(text: str, primaries: str, secondaries: str, tertiaries: str) -> bytes:
    return _joined(
        text.encode("utf-8", "surrogatepass"),
        utf_16_be_encode(primaries, "surrogatepass")[0],
        secondaries.encode("latin-1"),
        tertiaries.encode("latin-1"),
    )


def _joined(text: bytes, primaries: bytes, secondaries: bytes, tertiaries: bytes) -> bytes:
    # Where all weights of a level are the least there is, to leave them out changes no comparison.
    if not secondaries.strip(_COMMON_SECONDARY):
        secondaries = b""
    if not tertiaries.strip(_COMMON_TERTIARY):
        tertiaries = b""
    return b"%b\0\0%b\0%b\0%b" % (primaries, secondaries, tertiaries, text)


def _mapped(data: bytes, table: str) -> str:
    # Some type checkers know no tables that are texts, which are the fast ones.
    return charmap_decode(data, "strict", table)[0]  # pyright: ignore[reportArgumentType]


class _Latin(NamedTuple):
    """The weights of characters that neither contract nor combine with any of them.

    Attributes:
        characters: all of them.
        small: those whose tertiary weights are all common.
        single: those of Latin-1 that have one primary weight.
        primaries: by character, as the other levels are.
        single_primaries: those of the single ones once more, by their bytes.
    """

    characters: frozenset[str]
    small: frozenset[str]
    single: frozenset[str]
    primaries: dict[int, str]
    secondaries: dict[int, str]
    tertiaries: dict[int, str]
    single_primaries: str


@cache
def _latin() -> _Latin:
    # « l· » contracts.
    codes = {*range(0x20, 0x7F), *range(0xA0, 0x180), *map(ord, "‐‑–—‘’“”…\u2009\u202f€")} - {0xB7}
    weights = {code: weights_of(chr(code)) for code in codes}
    primaries, secondaries, tertiaries = (
        {code: each[level] for code, each in weights.items()} for level in range(3)
    )
    single = {code for code in codes if code <= _LATIN_1 and len(primaries[code]) == 1}
    small = {code for code in codes if not tertiaries[code].encode().strip(_COMMON_TERTIARY)}
    return _Latin(
        characters=frozenset(map(chr, codes)),
        small=frozenset(map(chr, small)),
        single=frozenset(map(chr, single)),
        primaries=primaries,
        secondaries=secondaries,
        tertiaries=tertiaries,
        single_primaries="".join(
            primaries[code] if code in single else " " for code in range(_LATIN_1 + 1)
        ),
    )
