"""What other services are asked about a comment, and what they say."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

import attrs

from blogmodel import _checks
from blogmodel.errors import InvalidValueError
from blogmodel.model import Comment, CommentKind, Post

if TYPE_CHECKING:
    from datetime import datetime

__all__ = ["AkismetRequest", "ExternalOutcome", "ExternalVerdict", "akismet_request"]


class ExternalOutcome(StrEnum):
    """What another service says of a comment."""

    HAM = "ham"
    """It is none of what the service looks for."""
    SPAM = "spam"
    DISCARD = "discard"
    """It is spam beyond doubt."""
    UNSURE = "unsure"


@attrs.frozen
class ExternalVerdict:
    """What a service says of a comment, for `Context.external`.

    Attributes:
        service: its name.
        outcome: what it says.
        detail: what else it says, in its own words.

    Raises:
        InvalidValueError: a field holds what it may not; the message names it.
    """

    service: str
    outcome: ExternalOutcome
    detail: str = ""

    def __attrs_post_init__(self) -> None:
        _checks.name("ExternalVerdict", "service", self.service)
        _checks.member("ExternalVerdict", "outcome", self.outcome, ExternalOutcome)
        _checks.text("ExternalVerdict", "detail", self.detail)


_TYPES = {
    CommentKind.COMMENT: "comment",
    CommentKind.PINGBACK: "pingback",
    CommentKind.TRACKBACK: "trackback",
    CommentKind.WEBMENTION: "webmention",
}


@attrs.frozen(repr=False)
class AkismetRequest:
    """What Akismet is asked about one comment; the same is sent when it was wrong.

    The names are those of its API, save for the site and the key, which
    `blogmodel.moderation.akismet.Akismet` adds.

    Attributes:
        user_ip: the network address that the comment came from; Akismet cannot do without.
        user_agent: the browser that it came from.
        referrer: the page that its writer came from.
        permalink: where its post stands.
        comment_type: what it is: ``"comment"``, ``"reply"``, ``"pingback"`` and so on.
        comment_author: its author's name.
        comment_author_email: its author's address.
        comment_author_url: its author's page.
        comment_content: the text.
        comment_date_gmt: when it was written.
        comment_post_modified_gmt: when the post was published.
        blog_lang: the languages of the site, with commas: ``"fr_ca, en"``.
        blog_charset: the encoding of the site's forms.
        user_role: the writer's role on the site, where it has one; to Akismet, what an
            ``"administrator"`` writes is never spam.
        honeypot_field_name: the name of the field that people do not see, where the form has one.
        recheck_reason: why it is asked again.
        is_test: whether Akismet is to learn nothing from it.

    Raises:
        InvalidValueError: there is no network address, or a field holds what it may not.

    Source: https://akismet.com/developers/detailed-docs/comment-check/
    """

    user_ip: str
    user_agent: str | None = attrs.field(default=None, kw_only=True)
    referrer: str | None = attrs.field(default=None, kw_only=True)
    permalink: str | None = attrs.field(default=None, kw_only=True)
    comment_type: str = attrs.field(default="comment", kw_only=True)
    comment_author: str | None = attrs.field(default=None, kw_only=True)
    comment_author_email: str | None = attrs.field(default=None, kw_only=True)
    comment_author_url: str | None = attrs.field(default=None, kw_only=True)
    comment_content: str | None = attrs.field(default=None, kw_only=True)
    comment_date_gmt: datetime | None = attrs.field(default=None, kw_only=True)
    comment_post_modified_gmt: datetime | None = attrs.field(default=None, kw_only=True)
    blog_lang: str | None = attrs.field(default=None, kw_only=True)
    blog_charset: str | None = attrs.field(default="UTF-8", kw_only=True)
    user_role: str | None = attrs.field(default=None, kw_only=True)
    honeypot_field_name: str | None = attrs.field(default=None, kw_only=True)
    recheck_reason: str | None = attrs.field(default=None, kw_only=True)
    is_test: bool = attrs.field(default=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if not _checks.text("AkismetRequest", "user_ip", self.user_ip).strip():
            raise InvalidValueError(
                "AkismetRequest", "user_ip", self.user_ip, "the network address it came from"
            )
        for field in _MOMENTS:
            there = _checks.moment("AkismetRequest", field, getattr(self, field))
            object.__setattr__(self, field, there)
        _checks.flag("AkismetRequest", "is_test", self.is_test)
        for field in _TEXTS:
            _checks.optional_text("AkismetRequest", field, getattr(self, field))

    def fields(self) -> dict[str, str]:
        """Return the fields as they go over the wire, without those that are not known."""
        sent = {"user_ip": self.user_ip}
        for field in _TEXTS:
            value = getattr(self, field)
            if value is not None:
                sent[field] = value
        for field in _MOMENTS:
            moment = getattr(self, field)
            if moment is not None:
                sent[field] = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
        return {**sent, "is_test": "1"} if self.is_test else sent

    def __repr__(self) -> str:
        return f"AkismetRequest({self.comment_type!r}, …)"


_MOMENTS = ("comment_date_gmt", "comment_post_modified_gmt")
_TEXTS = (
    "user_agent referrer permalink comment_type comment_author comment_author_email"
    " comment_author_url comment_content blog_lang blog_charset user_role honeypot_field_name"
    " recheck_reason"
).split()


def akismet_request(  # noqa: PLR0913 - what the model does not know
    comment: Comment,
    *,
    post: Post | None = None,
    languages: str | None = None,
    user_role: str | None = None,
    honeypot_field_name: str | None = None,
    recheck_reason: str | None = None,
    is_test: bool = False,
) -> AkismetRequest:
    """Return what to ask Akismet about a comment: all that the model knows of it.

    Args:
        comment: the comment; its origin must tell the network address.
        post: what it stands under.
        languages: those of the site; the post's own by default.
        user_role: see `AkismetRequest`.
        honeypot_field_name: see `AkismetRequest`.
        recheck_reason: see `AkismetRequest`.
        is_test: see `AkismetRequest`.

    Raises:
        InvalidValueError: the comment has no network address.
        InvalidTypeError: an argument is of another type.

    Example:
        >>> from blogmodel import Author, Comment, Origin
        >>> from blogmodel.moderation import akismet_request
        >>> comment = Comment("2", "1", author=Author("Zoé"), body="Merci !", parent_id="1",
        ...     origin=Origin(address="192.0.2.7"))
        >>> akismet_request(comment).fields()
        {'user_ip': '192.0.2.7', 'comment_type': 'reply', 'comment_author': 'Zoé', ...}
    """
    _checks.instance("akismet_request", "comment", comment, Comment, "Comment('2', '1')")
    _checks.optional_instance("akismet_request", "post", post, Post, "Post('1')")
    origin, author = comment.origin, comment.author
    if origin is None or origin.address is None:
        raise InvalidValueError(
            "akismet_request", "comment", comment, "one whose origin tells the network address"
        )
    is_reply = comment.kind is CommentKind.COMMENT and comment.parent_id is not None
    language = languages or (post.language if post else None)
    return AkismetRequest(
        origin.address,
        user_agent=origin.agent,
        referrer=origin.referrer,
        permalink=post.url if post else None,
        comment_type="reply" if is_reply else _TYPES[comment.kind],
        comment_author=author.name if author else None,
        comment_author_email=author.email if author else None,
        comment_author_url=author.url if author else None,
        comment_content=comment.body.text,
        comment_date_gmt=comment.created_at,
        comment_post_modified_gmt=post.published_at if post else None,
        blog_lang=language.replace("-", "_").lower() if language else None,
        user_role=user_role,
        honeypot_field_name=honeypot_field_name,
        recheck_reason=recheck_reason,
        is_test=is_test,
    )
