"""Locales by name: those of the norms without Babel, all others by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blogmodel.dates._norms import NORMS
from blogmodel.errors import StyleError, UnknownLocaleError

if TYPE_CHECKING:
    from babel import Locale

    from blogmodel.dates._norms import Norms

__all__ = ["cldr_locale", "locale_name", "required_norms"]

# What CLDR's likely subtags make the same: French is France's, English the United States'.
_SAME = {"fr_FR": "fr", "en_US": "en"}
_NAMED = {
    written: name
    for same, name in [*((name, name) for name in NORMS), *_SAME.items()]
    for written in (same, same.replace("_", "-"))
}


def locale_name(locale: object) -> str:
    """Return the CLDR name of a locale; the norms' locales by the name that their table has.

    Raises:
        UnknownLocaleError: CLDR has no such locale.
    """
    known = _NAMED.get(locale) if isinstance(locale, str) else None
    if known is None:
        name = str(cldr_locale(locale))
        known = _NAMED.get(name, name)
    return known


def required_norms(style: str, locale: object) -> Norms:
    """Return the norms of a locale for what has no other form: a style, or a public call.

    Raises:
        StyleError: the locale has CLDR's forms alone.
        UnknownLocaleError: CLDR has no such locale.
    """
    name = locale_name(locale)
    norms = NORMS.get(name)
    if norms is None:
        known = ", ".join(NORMS)
        raise StyleError(
            style, name, f"only {known} have it; CLDR's styles, such as 'long', are there in all"
        )
    return norms


def cldr_locale(locale: object) -> Locale:
    """Return Babel's locale of that name.

    Raises:
        UnknownLocaleError: CLDR has no such locale.
    """
    from babel import Locale  # noqa: PLC0415 - the norms' forms need no Babel
    from babel import UnknownLocaleError as NotInCldr  # noqa: PLC0415

    try:
        return Locale.parse(str(locale).replace("-", "_"))
    except (ValueError, NotInCldr):
        raise UnknownLocaleError(locale) from None
