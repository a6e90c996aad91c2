"""What those who publish a feed say that neither the site nor its posts tell."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

import attrs

from blogmodel import _checks
from blogmodel.errors import InvalidValueError

if TYPE_CHECKING:
    from datetime import datetime

__all__ = ["FeedOptions"]


@attrs.frozen(kw_only=True)
class FeedOptions:
    """What those who publish a feed say that neither the site nor its posts tell.

    Three of them are templates of addresses, in which ``{id}`` stands for the post's id,
    percent-encoded.

    Attributes:
        feed_url: where the feed itself will stand; feeds link to themselves, so that a copy of one
            tells where it is from.
        base_url: where the blog stands, if the site does not tell or tells it wrong. Ids that are
            no IRIs are made of it, so give one that does not change.
        updated_at: when the feed last changed. Atom wants it before any entry: where it is None,
            the posts are held in memory until the latest moment of them and their comments is
            known. It is kept in UTC.
        default_author: who wrote what nobody is known to have written, since Atom wants an author
            of each entry; « Auteur inconnu », in the site's language, where it is None.
        comments_url: a template of the page that shows the comments of a post; the post's own page
            where it is None.
        comments_feed_url: a template of the feed of the comments on a post (wfw:commentRss).
        comment_post_url: a template of the address that takes comments on a post (wfw:comment).

    Raises:
        InvalidValueError: an address is none, a template has no ``{id}``, a moment is naive.
        InvalidTypeError: a field is of another type.

    Example:
        >>> from blogmodel.formats import FeedOptions
        >>> options = FeedOptions(comments_url="https://blog.example/{id}/commentaires")
        >>> options.page_of_comments("été", None)
        'https://blog.example/%C3%A9t%C3%A9/commentaires'
    """

    feed_url: str | None = None
    base_url: str | None = None
    updated_at: datetime | None = None
    default_author: str | None = None
    comments_url: str | None = None
    comments_feed_url: str | None = None
    comment_post_url: str | None = None

    def __attrs_post_init__(self) -> None:
        _checks.url("FeedOptions", "feed_url", self.feed_url)
        _checks.url("FeedOptions", "base_url", self.base_url)
        moment = _checks.moment("FeedOptions", "updated_at", self.updated_at)
        object.__setattr__(self, "updated_at", moment)
        if self.default_author is not None:
            _checks.name("FeedOptions", "default_author", self.default_author)
        for field in ("comments_url", "comments_feed_url", "comment_post_url"):
            template = getattr(self, field)
            _checks.url("FeedOptions", field, template)
            if template is not None and "{id}" not in template:
                raise InvalidValueError(
                    "FeedOptions", field, template, "a template such as 'https://blog.example/{id}'"
                )

    def page_of_comments(self, post_id: str, post_url: str | None) -> str | None:
        """Return where the comments of a post are shown; None where that is not known."""
        return post_url if self.comments_url is None else _filled(self.comments_url, post_id)

    def feed_of_comments(self, post_id: str) -> str | None:
        """Return where the feed of a post's comments stands; None where there is none."""
        return None if self.comments_feed_url is None else _filled(self.comments_feed_url, post_id)

    def place_for_comments(self, post_id: str) -> str | None:
        """Return where comments on a post are sent to; None where there is no such place."""
        return None if self.comment_post_url is None else _filled(self.comment_post_url, post_id)


def _filled(template: str, post_id: str) -> str:
    return template.replace("{id}", quote(post_id, safe=""))
