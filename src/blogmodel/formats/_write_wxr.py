"""WordPress's eXtended RSS, version 1.2.

WordPress numbers its posts and comments. Ids that are numbers stay what they are; any other gets a
number, and stands beside it as metadata, so that it is found again. What was read of an export of
WordPress (metadata, terms, parents) is written again.

It cannot hold: pins, votes, languages, addresses of comments, fractions of a second, and statuses
of comments beyond published, waiting, spam and trash. Bodies are HTML.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from blogmodel.formats._markup import as_html
from blogmodel.formats._plain import markup_of
from blogmodel.formats._write_xml import cdata, element, plain_time, rfc822
from blogmodel.model import Author, Post, PostKind, PostStatus, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from blogmodel.formats._entries import Kept, Site
    from blogmodel.model import Comment

__all__ = ["ID", "PARENT", "wxr_pieces"]

ID = "_blogmodel_id"
"""The metadata that holds an id that is no number."""
PARENT = "_blogmodel_parent"
"""The metadata that holds the id of a parent that is no number."""

_FIRST = """<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0"
  xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
  xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:wfw="http://wellformedweb.org/CommentAPI/"
  xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
"""
_LAST = "</channel>\n</rss>\n"

_STATUSES = {
    PostStatus.PUBLISHED: "publish",
    PostStatus.SCHEDULED: "future",
    PostStatus.PENDING: "pending",
    PostStatus.DRAFT: "draft",
    PostStatus.PRIVATE: "private",
    PostStatus.TRASHED: "trash",
}
_APPROVED = {
    Status.PUBLISHED: "1",
    Status.PENDING: "0",
    Status.SHADOWED: "0",
    Status.SPAM: "spam",
    Status.REJECTED: "trash",
    Status.REMOVED: "trash",
    Status.WITHDRAWN: "trash",
    Status.ERASED: "trash",
}


def wxr_pieces(
    site: Site | None,
    posts: Iterable[Post],
    comments: Iterable[Comment],
    kept: Iterable[Kept] = (),
) -> Iterator[str]:
    """Yield an export of WordPress, piece by piece.

    Comments need a post there: where it is not given, it is a draft without a text.
    """
    items = list(posts)
    by_post: dict[str, list[Comment]] = {}
    for comment in comments:
        by_post.setdefault(comment.post_id, []).append(comment)
    given = {post.id for post in items}
    items += [Post(id_, status=PostStatus.DRAFT) for id_ in by_post if id_ not in given]
    numbers = _Numbers(items, by_post)
    people = _People([*(site.authors if site else ()), *(post.author for post in items)])
    yield _FIRST
    yield from _head(site)
    yield from people.written()
    others = [(each.name, each.content.as_dict()) for each in kept]
    yield from (
        f"{markup_of(name, content.get('value'))}\n"
        for name, content in others
        if name.startswith("wp:")
    )
    for post in items:
        yield from _item(post, by_post.get(post.id, ()), numbers, people)
    yield from (
        f"{markup_of('item', content)}\n" for _, content in others if "wp:post_type" in content
    )
    yield _LAST


def _head(site: Site | None) -> Iterator[str]:
    if site is not None:
        yield f"{element('title', site.title)}\n"
        yield f"{element('link', site.url)}\n"
        yield f"{element('description', site.description)}\n"
        if site.language:
            yield f"{element('language', site.language)}\n"
    yield f"{element('wp:wxr_version', '1.2')}\n"
    if site is not None and site.url:
        yield f"{element('wp:base_site_url', site.url)}\n{element('wp:base_blog_url', site.url)}\n"


class _Numbers:
    """Numbers for ids: their own where they are some, else the next that nothing has."""

    def __init__(self, posts: Sequence[Post], by_post: dict[str, list[Comment]]) -> None:
        self._posts = _numbered([post.id for post in posts])
        self._comments = _numbered(
            [(post.id, comment.id) for post in posts for comment in by_post.get(post.id, ())]
        )

    def post(self, id_: str) -> int:
        return self._posts[id_]

    def comment(self, post_id: str, id_: str) -> int | None:
        return self._comments.get((post_id, id_))


def _numbered(keys: Sequence[Any]) -> dict[Any, int]:
    numbers: dict[Any, int] = {}
    taken: set[int] = set()
    others = []
    for key in dict.fromkeys(keys):
        own = key if isinstance(key, str) else key[1]
        number = int(own) if _is_number(own) else 0
        if number and number not in taken:
            numbers[key] = number
            taken.add(number)
        else:
            others.append(key)
    following = max(taken, default=0)
    for key in others:
        following += 1
        numbers[key] = following
    return numbers


_LONGEST = 18


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and text[0] != "0" and len(text) <= _LONGEST


class _People:
    """The people who write the blog, by login."""

    def __init__(self, authors: Iterable[Author | None]) -> None:
        self._logins: dict[Author, str] = {}
        for author in authors:
            if author is not None and author not in self._logins:
                self._logins[author] = self._login(author)

    def _login(self, author: Author) -> str:
        said = author.extra.as_dict().get("login") if author.extra else None
        login = said if isinstance(said, str) and said.strip() else author.name.strip()
        taken = set(self._logins.values())
        number, free = 1, login
        while free in taken:
            number += 1
            free = f"{login} {number}"
        return free

    def login(self, author: Author | None) -> str | None:
        return None if author is None else self._logins[author]

    def written(self) -> Iterator[str]:
        for author, login in self._logins.items():
            if author == Author(login):
                continue  # The posts say all that is known.
            others = author.extra.as_dict() if author.extra else {}
            parts = [
                element("wp:author_id", author.id) if author.id else "",
                cdata("wp:author_login", login),
                element("wp:author_email", author.email) if author.email else "",
                cdata("wp:author_display_name", author.name),
                *(
                    cdata(f"wp:author_{name}", text)
                    for name, text in others.items()
                    if name in {"first_name", "last_name"} and isinstance(text, str)
                ),
            ]
            yield f"<wp:author>{''.join(parts)}</wp:author>\n"


def _item(
    post: Post, comments: Sequence[Comment], numbers: _Numbers, people: _People
) -> Iterator[str]:
    extra = post.extra.as_dict() if post.extra else {}
    yield "<item>\n"
    lines = [
        cdata("title", post.title or ""),
        element("link", post.url) if post.url else "",
        element("pubDate", rfc822(post.published_at)) if post.published_at else "",
        cdata("dc:creator", people.login(post.author) or ""),
        _guid(post, extra),
        cdata("description", _str(extra, "description") or ""),
        cdata("content:encoded", as_html(post.body)),
        cdata("excerpt:encoded", as_html(post.summary) if post.summary else ""),
        element("wp:post_id", str(numbers.post(post.id))),
        element("wp:post_date", _str(extra, "wp:post_date") or plain_time(post.published_at)),
        element("wp:post_date_gmt", plain_time(post.published_at)),
        element("wp:post_modified", plain_time(post.updated_at)) if post.updated_at else "",
        element("wp:post_modified_gmt", plain_time(post.updated_at)) if post.updated_at else "",
        element("wp:comment_status", "open" if post.comments_closed_at is None else "closed"),
        element("wp:ping_status", _str(extra, "wp:ping_status") or "open"),
        cdata("wp:post_name", post.slug or ""),
        element("wp:status", _str(extra, "wp:status") or _STATUSES[post.status]),
        element("wp:post_parent", _str(extra, "wp:post_parent") or "0"),
        element("wp:menu_order", _str(extra, "wp:menu_order") or "0"),
        cdata("wp:post_type", _type(post, extra)),
        cdata("wp:post_password", _str(extra, "wp:post_password") or ""),
        element("wp:is_sticky", _str(extra, "wp:is_sticky") or "0"),
        element("wp:attachment_url", _str(extra, "wp:attachment_url"))
        if _str(extra, "wp:attachment_url")
        else "",
        *_terms(post, extra),
        *_metadata("wp:postmeta", _post_meta(post, extra, numbers)),
    ]
    yield from (f"{line}\n" for line in lines if line)
    for comment in comments:
        yield from _comment(comment, numbers)
    yield "</item>\n"


def _str(extra: dict[str, Any], name: str) -> str | None:
    value = extra.get(name)
    return value if isinstance(value, str) else None


def _type(post: Post, extra: dict[str, Any]) -> str:
    if post.kind is PostKind.OTHER:
        return _str(extra, "wp:post_type") or "other"
    return post.kind.value


def _guid(post: Post, extra: dict[str, Any]) -> str:
    guid = extra.get("guid")
    if isinstance(guid, str):
        return element("guid", guid, isPermaLink="false")
    return element("guid", post.url, isPermaLink="true") if post.url else ""


def _terms(post: Post, extra: dict[str, Any]) -> Iterator[str]:
    """Yield the terms of an export that was read; tags that are none of them are new ones."""
    known: set[str] = set()
    terms = extra.get("category")
    for term in terms if isinstance(terms, list) else ():
        if isinstance(term, list) and len(term) == 3 and all(isinstance(t, str) for t in term):  # noqa: PLR2004
            domain, nicename, name = term
            if domain == "post_format" or name in post.tags:
                known.add(name)
                yield cdata("category", name, domain=domain or None, nicename=nicename or None)
    for tag in post.tags:
        if tag not in known:
            yield cdata("category", tag, domain="post_tag")


def _post_meta(post: Post, extra: dict[str, Any], numbers: _Numbers) -> Iterator[tuple[str, str]]:
    if str(numbers.post(post.id)) != post.id:
        yield ID, post.id
    yield from _pairs(extra.get("wp:postmeta"))


def _pairs(meta: object) -> Iterator[tuple[str, str]]:
    for pair in meta if isinstance(meta, list) else ():
        if isinstance(pair, list) and len(pair) == 2 and all(isinstance(p, str) for p in pair):  # noqa: PLR2004
            yield pair[0], pair[1]


def _metadata(name: str, pairs: Iterable[tuple[str, str]]) -> Iterator[str]:
    for key, value in pairs:
        inner = f"{cdata('wp:meta_key', key)}{cdata('wp:meta_value', value)}"
        yield f"<{name}>{inner}</{name}>"


def _comment(comment: Comment, numbers: _Numbers) -> Iterator[str]:
    extra = comment.extra.as_dict() if comment.extra else {}
    author, origin = comment.author, comment.origin
    number = numbers.comment(comment.post_id, comment.id)
    parent = (
        None if comment.parent_id is None else numbers.comment(comment.post_id, comment.parent_id)
    )
    told = _str(extra, "wp:comment_type")
    lines = [
        element("wp:comment_id", str(number)),
        cdata("wp:comment_author", author.name if author else ""),
        element("wp:comment_author_email", author.email if author else None),
        element("wp:comment_author_url", author.url if author else None),
        element("wp:comment_author_IP", origin.address if origin else None),
        element("wp:comment_date", plain_time(comment.created_at)),
        element("wp:comment_date_gmt", plain_time(comment.created_at)),
        cdata("wp:comment_content", as_html(comment.body)),
        element(
            "wp:comment_approved",
            _str(extra, "wp:comment_approved") or _APPROVED[comment.status],
        ),
        element("wp:comment_type", told or comment.kind.value),
        element("wp:comment_parent", str(parent or _outside(comment.parent_id))),
        element("wp:comment_user_id", _outside(author.id if author else None)),
        element("wp:comment_agent", origin.agent) if origin and origin.agent else "",
        *_metadata("wp:commentmeta", _comment_meta(comment, extra, number, parent)),
    ]
    yield "<wp:comment>\n"
    yield from (f"  {line}\n" for line in lines if line)
    yield "</wp:comment>\n"


def _outside(id_: str | None) -> str:
    """Return the id of what is not written here, if it is a number; else WordPress's for nobody."""
    return id_ if id_ is not None and _is_number(id_) else "0"


def _comment_meta(
    comment: Comment, extra: dict[str, Any], number: int | None, parent: int | None
) -> Iterator[tuple[str, str]]:
    if str(number) != comment.id:
        yield ID, comment.id
    above = comment.parent_id
    if above is not None and (not _is_number(above) if parent is None else str(parent) != above):
        yield PARENT, above
    yield from _pairs(extra.get("wp:commentmeta"))
