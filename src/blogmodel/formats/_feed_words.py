"""What all feeds write the same way: moments, languages, titles, names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blogmodel.errors import UnknownLocaleError
from blogmodel.formats._public import Public, public_name
from blogmodel.formats._xml_out import held
from blogmodel.messages import Label, Messages

if TYPE_CHECKING:
    from datetime import datetime

    from blogmodel.formats._entries import Site
    from blogmodel.formats._feed_options import FeedOptions
    from blogmodel.model import Author

__all__ = ["author_of", "moment_text", "tag_of", "title_of", "unknown_author"]


def moment_text(moment: datetime) -> str:
    """Return a moment in UTC by RFC 3339, to the microsecond where it has any.

    Example:
        >>> from datetime import UTC, datetime
        >>> from blogmodel.formats._feed_words import moment_text
        >>> moment_text(datetime(2011, 6, 24, 13, 7, tzinfo=UTC))
        '2011-06-24T13:07:00Z'
    """
    return f"{moment.replace(tzinfo=None).isoformat()}Z"


def tag_of(language: str | None) -> str | None:
    """Return a language as BCP 47 writes it: « fr-CA » for « fr_CA »."""
    return None if language is None else language.replace("_", "-")


def title_of(site: Site | None, public: Public) -> str:
    """Return the title of a blog; one without any is called by its address."""
    return (site.title if site else None) or public.url or ""


def author_of(author: Author | None) -> str | None:
    """Return the name of an author; None where nobody is known, or nothing of it can be written."""
    name = "" if author is None else public_name(author)
    return name if held(name).strip() else None


def unknown_author(site: Site | None, options: FeedOptions) -> str:
    """Return what stands for the name of an unknown author."""
    if options.default_author is not None:
        return options.default_author
    try:
        messages = Messages((site.language if site else None) or "en")
    except UnknownLocaleError:
        messages = Messages("en")
    return messages.label(Label.AUTHOR_UNKNOWN)
