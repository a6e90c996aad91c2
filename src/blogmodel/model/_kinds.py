"""The closed sets that the values are made of."""

from enum import StrEnum

__all__ = ["CommentKind", "MediaType", "PostKind", "PostStatus", "Status"]


class Status(StrEnum):
    """What has become of a comment.

    Who sees a comment of each status, and which moves lead from one to another, is moderation's to
    say; the model only names them.
    """

    PENDING = "pending"
    """Waits for a decision."""
    PUBLISHED = "published"
    """Everybody sees it."""
    SHADOWED = "shadowed"
    """Only its author and the moderators see it."""
    SPAM = "spam"
    """Judged to be spam."""
    REJECTED = "rejected"
    """Refused, never published."""
    REMOVED = "removed"
    """Taken down after it was published."""
    WITHDRAWN = "withdrawn"
    """Deleted by its author."""
    ERASED = "erased"
    """A tombstone without text or identity; nothing comes after."""


class CommentKind(StrEnum):
    """How a comment came."""

    COMMENT = "comment"
    """Written by a person at the post."""
    PINGBACK = "pingback"
    """Another site's link, announced by XML-RPC."""
    TRACKBACK = "trackback"
    """Another site's link, announced with an excerpt."""
    WEBMENTION = "webmention"
    """Another site's link, by the W3C's Webmention."""


class PostKind(StrEnum):
    """What a post is to its blog."""

    POST = "post"
    """One of the blog's dated posts."""
    PAGE = "page"
    """A page that stands apart from them, such as « À propos »."""
    OTHER = "other"
    """Of a kind that an engine or a plugin added; where the source names it, ``extra`` does."""


class PostStatus(StrEnum):
    """Whether a post is there for its readers."""

    PUBLISHED = "published"
    """Everybody sees it."""
    SCHEDULED = "scheduled"
    """Is to be published at its date."""
    PENDING = "pending"
    """Waits for an editor."""
    DRAFT = "draft"
    """Not finished."""
    PRIVATE = "private"
    """Only some see it, such as the blog's own people, or those who have a password."""
    TRASHED = "trashed"
    """Thrown away, and still there."""


class MediaType(StrEnum):
    """What a body is written in, by its IANA name."""

    PLAIN = "text/plain"
    HTML = "text/html"
    MARKDOWN = "text/markdown"
