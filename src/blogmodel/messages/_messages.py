"""Messages by gettext catalogs, chosen by a value: no global, no thread-local, no environment."""

from __future__ import annotations

from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from typing import Any

import attrs
from babel import Locale
from babel import UnknownLocaleError as _NotInCldr

from blogmodel.errors import UnknownLocaleError

__all__ = ["Messages"]


@attrs.frozen(repr=False)
class Messages:
    """The library's words for one locale.

    A locale without a catalog falls back to its language, then to the English of the sources:
    fr_CA to fr to en.

    Attributes:
        locale: a BCP 47 or CLDR name, such as ``"fr-CA"``; kept as the CLDR name, ``"fr_CA"``.

    Raises:
        UnknownLocaleError: CLDR has no such locale.

    Example:
        >>> from blogmodel.messages import Messages
        >>> Messages("fr-CA").ngettext("{count} comment", "{count} comments", 0).format(count=0)
        '0 commentaire'
    """

    locale: str
    _catalog: NullTranslations = attrs.field(eq=False, init=False)

    def __attrs_post_init__(self) -> None:
        parsed = _parse(self.locale)
        object.__setattr__(self, "locale", str(parsed))
        object.__setattr__(self, "_catalog", _catalog(parsed))

    def gettext(self, message: str) -> str:
        """Return a message in this locale; one that no catalog has comes back as it is."""
        return self._catalog.gettext(message)

    def ngettext(self, one: str, many: str, count: int) -> str:
        """Return the form of a message that goes with a count: in French 0 and 1 are singular."""
        return self._catalog.ngettext(one, many, count)

    def __repr__(self) -> str:
        return f"Messages({self.locale!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        # Compiled catalogs hold functions, which do not pickle; the locale is all there is to it.
        return (type(self), (self.locale,))


def _parse(locale: object) -> Locale:
    try:
        return Locale.parse(str(locale).replace("-", "_"))
    except (ValueError, _NotInCldr):
        raise UnknownLocaleError(locale) from None


def _catalog(locale: Locale) -> NullTranslations:
    """Chain the catalogs from the most precise to the sources' own English."""
    chain = NullTranslations()
    for name in (locale.language, f"{locale.language}_{locale.territory}"):
        compiled = files("blogmodel.messages") / "locale" / name / "LC_MESSAGES" / "blogmodel.mo"
        if compiled.is_file():
            with compiled.open("rb") as stream:
                catalog = GNUTranslations(stream)
            catalog.add_fallback(chain)
            chain = catalog
    return chain
