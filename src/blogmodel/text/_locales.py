"""Locales by name, for rules that a few of them have: no Babel is needed for it."""

from __future__ import annotations

import re

from blogmodel.errors import UnknownLocaleError, UnsupportedLocaleError

__all__ = ["supported_locale"]

# A language, and perhaps a script and a territory (BCP 47 or CLDR, in any case).
_LOCALE = re.compile(
    r"(?P<language>[a-z]{2,3})(?:[-_](?P<script>[a-z]{4}))?(?:[-_](?P<territory>[a-z]{2}|\d{3}))?",
    re.IGNORECASE,
)


def supported_locale(what: str, locale: object, supported: tuple[str, ...]) -> str:
    """Return the supported locale that a locale falls back to: fr_BE to fr, fr-CA to fr_CA.

    Args:
        what: the public call whose rules they are, for the error.
        locale: a BCP 47 or CLDR name.
        supported: CLDR names, each a language with or without a territory.

    Raises:
        UnknownLocaleError: it is not a locale's name.
        UnsupportedLocaleError: it falls back to none of those supported.
    """
    match = _LOCALE.fullmatch(locale) if isinstance(locale, str) else None
    if match is None:
        raise UnknownLocaleError(locale)
    language, territory = match["language"].lower(), (match["territory"] or "").upper()
    for name in (f"{language}_{territory}", language):
        if name in supported:
            return name
    raise UnsupportedLocaleError(what, match[0], supported)
