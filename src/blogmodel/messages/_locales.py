"""Locales by name: those of the norms without Babel, all others by it; and whom each falls back to.

`blogmodel.dates` has the like for itself: rooms on one floor do not know each other.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from blogmodel.errors import UnknownLocaleError

if TYPE_CHECKING:
    from babel import Locale

__all__ = ["NORMS", "fallbacks", "locale_name", "parsed"]

NORMS = ("fr", "fr_CA", "fr_BE", "fr_CH", "en", "en_CA")

# What CLDR's likely subtags make the same: French is France's, English the United States'.
_SAME = {"fr_FR": "fr", "en_US": "en"}
_NAMED = {
    written: name
    for same, name in [*((name, name) for name in NORMS), *_SAME.items()]
    for written in (same, same.replace("_", "-"))
}


def locale_name(locale: str) -> str:
    """Return the CLDR name of a locale, given by its CLDR or BCP 47 name.

    Raises:
        UnknownLocaleError: CLDR has no such locale.
    """
    if not isinstance(locale, str):
        raise UnknownLocaleError(locale)
    known = _NAMED.get(locale)
    if known is not None:
        return known
    try:
        # POSIX names go on with an encoding and a modifier: fr_CA.UTF-8, fr_BE@euro.
        return _by_cldr(locale.partition("@")[0].partition(".")[0])
    except UnknownLocaleError:
        raise UnknownLocaleError(locale) from None


@lru_cache(maxsize=256)
def _by_cldr(locale: str) -> str:
    name = str(parsed(locale))
    return _NAMED.get(name, name)


def parsed(locale: str) -> Locale:
    """Return Babel's locale of that name.

    Raises:
        UnknownLocaleError: CLDR has no such locale.
    """
    from babel import Locale  # noqa: PLC0415 - the norms' locales need no Babel
    from babel import UnknownLocaleError as NotInCldr  # noqa: PLC0415

    try:
        return Locale.parse(locale.replace("-", "_"))
    except (ValueError, NotInCldr):
        raise UnknownLocaleError(locale) from None


def fallbacks(name: str) -> tuple[str, ...]:
    """Return a locale and those it falls back to, English last: fr_CA, fr, en.

    A script is kept, save the language's own: zh_Hant_TW falls back to zh_Hant, never to zh, which
    is written otherwise.

    Args:
        name: as `locale_name` returns it.
    """
    language, *parts = name.split("_")
    script = next((f"_{part}" for part in parts if len(part) == _SCRIPT), "")
    territory = next((f"_{part}" for part in parts if len(part) in _TERRITORY), "")
    names = [f"{language}{script}{territory}", f"{language}{script}"]
    if script and script == _own_script(language):
        names += [f"{language}{territory}", language]
    return tuple(dict.fromkeys([*names, "en"]))


_SCRIPT, _TERRITORY = 4, (2, 3)


def _own_script(language: str) -> str:
    """Return the script that a language is written in where none is named, as « _Hans » of zh."""
    from babel.core import get_global  # noqa: PLC0415 - few locales name a script

    likely: str = get_global("likely_subtags").get(language, "")
    return "".join(f"_{part}" for part in likely.split("_") if len(part) == _SCRIPT)
