"""Who is to be erased."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum, auto
from typing import TYPE_CHECKING

import attrs

from blogmodel import _checks
from blogmodel.errors import InvalidTypeError, InvalidValueError
from blogmodel.text import fold

if TYPE_CHECKING:
    from blogmodel.model import Author

__all__ = ["NameMatch", "Person"]


class NameMatch(Enum):
    """Whether a name alone says whose a comment is."""

    NEVER = auto()
    """Two people can have one name; only an id or an address tells."""
    ALWAYS = auto()
    """Every comment under one of the names is the person's."""


def _texts(given: Iterable[str]) -> tuple[str, ...]:
    if isinstance(given, str) or not isinstance(given, Iterable):
        raise InvalidTypeError("Person", "names", given, "a list of str")
    return tuple(given)


@attrs.frozen(repr=False)
class Person:
    """Who is to be erased, by all that tells them.

    Attributes:
        ids: those of accounts, as `Author.id` has them.
        names: all that they wrote under, short forms too.
        emails: addresses.
        urls: of pages of theirs.
        addresses: network addresses.
        match: whether a name alone says whose a comment is.

    Raises:
        InvalidValueError: nothing tells the person, or a text is blank.
        InvalidTypeError: a field is of another type.

    Example:
        >>> from blogmodel.moderation import Person
        >>> Person(ids=["zoe"], names=["Zoé Tremblay", "Zoé"], emails=["zoe@example.org"])
        Person(…)
    """

    ids: tuple[str, ...] = attrs.field(default=(), converter=_texts, kw_only=True)
    names: tuple[str, ...] = attrs.field(default=(), converter=_texts, kw_only=True)
    emails: tuple[str, ...] = attrs.field(default=(), converter=_texts, kw_only=True)
    urls: tuple[str, ...] = attrs.field(default=(), converter=_texts, kw_only=True)
    addresses: tuple[str, ...] = attrs.field(default=(), converter=_texts, kw_only=True)
    match: NameMatch = attrs.field(default=NameMatch.NEVER, kw_only=True)

    def __attrs_post_init__(self) -> None:
        for field in ("ids", "names", "emails", "urls", "addresses"):
            for text in getattr(self, field):
                _checks.name("Person", field, text)
        _checks.member("Person", "match", self.match, NameMatch)
        if not (self.ids or self.names or self.emails or self.urls or self.addresses):
            raise InvalidValueError("Person", "ids", (), "given, or names, or addresses")

    def wrote(self, author: Author | None) -> bool:
        """Tell whether an author is the person."""
        if author is None:
            return False
        if author.id is not None and author.id in self.ids:
            return True
        emails = {email.lower() for email in self.emails}
        if author.email is not None and author.email.lower() in emails:
            return True
        if self.match is NameMatch.NEVER:
            return False
        return fold(author.name).strip() in {fold(name).strip() for name in self.names}

    def contacts(self) -> set[str]:
        """Return the addresses of all kinds, pages without scheme and last slash too."""
        pages = {url.partition("://")[2].rstrip("/") or url for url in self.urls}
        return {*self.emails, *self.urls, *pages, *self.addresses}

    def __repr__(self) -> str:
        return "Person(…)"
