"""Movable Type's import format.

It cannot hold: parents, votes, pins, languages, statuses of comments (only those that are
published, and trackbacks, are written: all would be published), pages, private posts, e-mail of
posts' authors, fractions of a second. Times are of the zone that is given; bodies are HTML or
Markdown. A line of hyphens that would end a section is written with a space after it in a
reference, so that it ends nothing.
"""

from __future__ import annotations

import re
from datetime import UTC
from typing import TYPE_CHECKING

from blogmodel.formats._markup import as_html
from blogmodel.formats._movable_type import EXTENDED
from blogmodel.model import CommentKind, MediaType, PostStatus, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime, tzinfo

    from blogmodel.model import Body, Comment, Post

__all__ = ["movable_type_pieces"]

_STATUSES = {
    PostStatus.PUBLISHED: "Publish",
    PostStatus.SCHEDULED: "Future",
}
_RULE = re.compile(r"^(-{5}|-{8})[ \t]*$", re.MULTILINE)
_END = "-----\n"


def movable_type_pieces(
    posts: Iterable[Post], comments: Iterable[Comment], zone: tzinfo = UTC
) -> Iterator[str]:
    """Yield an import file of Movable Type, piece by piece."""
    by_post: dict[str, list[Comment]] = {}
    for comment in comments:
        if comment.status is Status.PUBLISHED:
            by_post.setdefault(comment.post_id, []).append(comment)
    for post in posts:
        yield from _head(post, zone)
        yield from _texts(post)
        for comment in by_post.get(post.id, ()):
            yield from _response(comment, zone)
        yield "--------\n"


def _head(post: Post, zone: tzinfo) -> Iterator[str]:
    extra = post.extra.as_dict() if post.extra else {}
    breaks = extra.get("CONVERT BREAKS")
    if post.body.media_type is MediaType.MARKDOWN:
        breaks = breaks or "markdown"
    told = extra.get("categories")
    categories = told if isinstance(told, list) else []
    yield from _fields(
        ("AUTHOR", post.author.name if post.author else None),
        ("TITLE", post.title),
        ("BASENAME", post.slug or post.id),
        ("STATUS", _STATUSES.get(post.status, "Draft")),
        ("ALLOW COMMENTS", "0" if post.comments_closed_at else "1"),
        ("CONVERT BREAKS", breaks if isinstance(breaks, str) else "0"),
        *(("CATEGORY", category) for category in categories),
        ("UNIQUE URL", post.url),
        ("DATE", _date(post.published_at, zone)),
        ("TAGS", ",".join(f'"{tag}"' for tag in post.tags if tag not in categories) or None),
    )
    yield _END


def _fields(*fields: tuple[str, object]) -> Iterator[str]:
    for key, value in fields:
        if value:
            yield f"{key}: {' '.join(str(value).split())}\n"


def _date(moment: datetime | None, zone: tzinfo) -> str | None:
    return None if moment is None else f"{moment.astimezone(zone):%m/%d/%Y %I:%M:%S %p}"


def _texts(post: Post) -> Iterator[str]:
    extra = post.extra.as_dict() if post.extra else {}
    body = _text(post.body)
    place = extra.get(EXTENDED)
    if isinstance(place, int) and 0 < place <= len(body):
        yield f"BODY:\n{body[: place - 2]}\n{_END}EXTENDED BODY:\n{body[place:]}\n{_END}"
    else:
        yield f"BODY:\n{body}\n{_END}"
    if post.summary:
        yield f"EXCERPT:\n{_text(post.summary)}\n{_END}"
    keywords = extra.get("KEYWORDS")
    if isinstance(keywords, str):
        yield f"KEYWORDS:\n{_safe(keywords)}\n{_END}"


def _text(body: Body) -> str:
    return _safe(body.text if body.media_type is MediaType.MARKDOWN else as_html(body))


def _safe(text: str) -> str:
    return _RULE.sub(lambda match: f"{match[1][:-1]}&#45;", text.replace("\r\n", "\n"))


def _response(comment: Comment, zone: tzinfo) -> Iterator[str]:
    author, origin = comment.author, comment.origin
    is_ping = comment.kind is not CommentKind.COMMENT
    yield "PING:\n" if is_ping else "COMMENT:\n"
    yield from _fields(
        ("BLOG NAME" if is_ping else "AUTHOR", author.name if author else None),
        ("EMAIL", author.email if author else None),
        ("IP", origin.address if origin else None),
        ("URL", author.url if author else None),
        ("DATE", _date(comment.created_at, zone)),
    )
    yield f"{_text(comment.body)}\n{_END}"
