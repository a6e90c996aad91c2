"""Pages of Blogger, saved as HTML: the flat comments of before 2011, and the threaded ones since.

A comment's address has the very moment it was written at, whatever the language of the page; the
date that is shown counts only where there is no such address, and only in French and English.
Ids are those of Blogger's backup, so that a page and a backup merge by id. Flat pages tell no
parents: `blogmodel.thread.find_replies` finds those that people wrote as « @Nom : ».
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from blogmodel.errors import BlogModelError, MalformedSourceError, MissingExtraError
from blogmodel.formats._blogger_atom import removal
from blogmodel.formats._draft import Draft, digest_id, html_body
from blogmodel.formats._entries import Damage, Site, SourceDefect, SourceDefectKind
from blogmodel.formats._mend import as_text
from blogmodel.model import Author, Body, Comment, Post, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blogmodel.formats._entries import Entry
    from blogmodel.formats._reading import Options, Source

    _Node = Any  # what selectolax makes, which has no types of its own for some versions

__all__ = ["entries", "recognises"]

_LARGEST = 32 << 20
_HTML = re.compile(rb"<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
_GENERATOR = re.compile(
    rb"""<meta[^>]+(?:content=["']blogger["'][^>]+name=["']generator|name=["']generator["'][^>]+content=["']blogger)""",
    re.IGNORECASE,
)
_MARKUP = re.compile(rb"comments-block|comment-thread|comment-footer|comment-data|post-body")
_END = re.compile(r"</html\s*>", re.IGNORECASE)
_CHARSET = re.compile(rb"""charset\s*=\s*["']?([\w.:-]{1,40})""", re.IGNORECASE)


def recognises(head: bytes) -> bool:
    """Tell whether a file is a page that Blogger made."""
    if _HTML.search(head) is None:
        return False
    if _GENERATOR.search(head) is not None:
        return True
    return b"blogger.com/" in head and _MARKUP.search(head) is not None


def entries(source: Source, options: Options) -> Iterator[Entry]:
    """Yield the posts of a page, the comments under them, and the site.

    Raises:
        MissingExtraError: blogmodel[pages] is not installed.
        MalformedSourceError: the page is larger than any real one.
    """
    try:
        from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415 - an extra
    except ModuleNotFoundError:
        raise MissingExtraError("saved HTML pages", "pages") from None
    data = b""
    while (piece := source.read(1 << 20)) and len(data) <= _LARGEST:
        data += piece
    if len(data) > _LARGEST:
        raise MalformedSourceError(source.name, f"a page of more than {_LARGEST >> 20} MiB")
    text, defect = _decoded(data, options)
    if defect is not None:
        if options.damage is Damage.REFUSE:
            raise MalformedSourceError(source.name, f"{defect.kind}: {defect.text}")
        yield defect
    if _END.search(text) is None:
        if options.damage is Damage.REFUSE:
            raise MalformedSourceError(source.name, "it ends too early: no </html>")
        yield SourceDefect(SourceDefectKind.TRUNCATED, "no </html>")
    yield from _Page(LexborHTMLParser(text), text, options).read()


def _decoded(data: bytes, options: Options) -> tuple[str, SourceDefect | None]:
    """Return the text of a page: by its mark, what it declares, or as UTF-8 with cp1252 in it."""
    for mark, name in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(name, "replace"), None
    declared = _CHARSET.search(data[:4096])
    name = options.encoding or (declared[1].decode() if declared else "utf-8")
    try:
        return data.decode(name).removeprefix("\ufeff"), None
    except (LookupError, ValueError):
        said = f"bytes that are not {name}, read as UTF-8 and cp1252"
        return as_text(data), SourceDefect(SourceDefectKind.WRONG_ENCODING, said)


_BLOG = re.compile(r"blog(?:ID|Id)['\"]?\s*[=:]\s*['\"]?(\d+)")
_NUMBER = re.compile(r"(\d+)")
_COMMENT_ID = re.compile(r"c(\d{5,})\Z")
_WRITTEN = re.compile(r"""<(?:li|dt)\b[^<>]{0,200}?\sid\s*=\s*["']?c(\d{5,})["'\s>]""")
_EXACT = re.compile(r"[?&]showComment=(\d{1,15})")
_PROFILE = re.compile(r"https?://(?:www\.|draft\.)?blogger\.com/profile/(\d+)")
# « Luc a dit… », and what Blogger says in the other languages of old pages.
_SAID = re.compile(
    r"\s+(?:a dit|said|hat gesagt|dijo|ha detto|disse|zei)\s*(?:…|\.{3}|:)?\s*\Z", re.IGNORECASE
)
# What stands in the place of a deleted comment.
_REMOVED = re.compile(
    r"Ce (?:commentaire|message) a été supprimé|This (?:comment|post) has been removed"
    r"|Dieser Kommentar wurde|Este comentario ha sido eliminado|Questo commento è stato eliminato"
    r"|Este comentário foi removido|Deze reactie is verwijderd"
)
_ORIGIN = re.compile(r"https?://[^/?#]+")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# What is read has a year: when it is read makes no difference.
_ANY_TIME = datetime(2000, 1, 1, tzinfo=UTC)


class _Page:
    """A page that was parsed."""

    def __init__(self, tree: _Node, text: str, options: Options) -> None:
        self._tree = tree
        self._text = text
        self._zone = options.zone
        blog = tree.css_first('meta[itemprop="blogId"]')
        known = _attribute(blog, "content")
        found = _BLOG.search(text)
        self._blog = known or (found[1] if found else None)
        root = tree.css_first("html")
        self._language = _attribute(root, "lang") or ""

    def read(self) -> Iterator[Entry]:
        canonical = self._tree.css_first('link[rel="canonical"]')
        address = _attribute(canonical, "href")
        posts = self._posts()
        only = address if len(posts) < 2 else None  # noqa: PLR2004 - the page is one post's
        ids = []
        for node in posts or [None]:
            post, defects = self._post(node, only)
            yield from defects
            yield post
            ids.append(post.id)
        # A page of several posts has no comments.
        yield from self._comments(ids[0])
        yield self._site(address)

    def _posts(self) -> list[_Node]:
        """Return the elements of posts; of one in another, the outer."""
        for selector in (".post-outer", ".hentry", ".post", "article"):
            found = [
                node
                for node in self._tree.css(selector)
                if node.css_first(".post-title, .entry-title, .post-body, .entry-content")
            ]
            if found:
                return found
        return []

    def _id(self, number: str | None) -> str | None:
        if number is None:
            return None
        return f"tag:blogger.com,1999:blog-{self._blog}.post-{number}" if self._blog else number

    def _post(self, node: _Node, address: str | None) -> tuple[Post, list[SourceDefect]]:
        place = self._tree.body if node is None else node
        draft = Draft(zone=self._zone)
        title = _first(
            place, "h1.post-title, h2.post-title, h3.post-title, .entry-title, .post-title"
        )
        body = _first(place, ".post-body, .entry-content")
        link = _first(place, ".post-title a, .entry-title a, a.timestamp-link")
        url = address or _attribute(link, "href")
        html = "" if body is None else (body.inner_html or "").strip()
        number = self._post_number(place, body)
        draft.id = self._id(number) or url
        if draft.id is None:
            draft.id = digest_id(_text(title), html)
            draft.defect(SourceDefectKind.MISSING_ID, draft.id)
        labels = place.css(".post-labels a, a[rel=tag]")
        post = Post(
            draft.id,
            title=_text(title),
            body=html_body(html),
            author=self._post_author(place, draft),
            published_at=self._published(place, draft),
            url=draft.url("link", url),
            tags=list(dict.fromkeys(filter(None, map(_text, labels)))),
            extra=draft.kept(),
        )
        return post, draft.defects

    def _post_number(self, place: _Node, body: _Node) -> str | None:
        meta = _first(place, 'meta[itemprop="postId"]')
        if meta is not None:
            return _attribute(meta, "content")
        for told in (
            _attribute(body, "id"),
            *(_attribute(a, "name") for a in place.css("a[name]")),
        ):
            found = re.fullmatch(r"(?:post-body-)?(\d{5,})", told or "")
            if found is not None:
                return found[1]
        return None

    def _post_author(self, place: _Node, draft: Draft) -> Author | None:
        named = _first(place, '.post-author .fn, [itemprop="author"] [itemprop="name"], .fn')
        name = _text(named)
        link = _first(place, '.post-author a[href], [itemprop="author"] a[href]')
        url = _attribute(link, "href")
        profile = _PROFILE.match(url or "")
        return draft.author(name, id=profile[1] if profile else None, url=url)

    def _published(self, place: _Node, draft: Draft) -> datetime | None:
        for selector, name in (
            ("abbr.published[title]", "title"),
            ('[itemprop="datePublished"][title]', "title"),
            ('[itemprop="datePublished"][content]', "content"),
            ("time[datetime]", "datetime"),
        ):
            told = _attribute(_first(place, selector), name)
            if told:
                return draft.iso("published", told)
        day = _text(_first(place, ".date-header")) or _text(_first(self._tree, ".date-header"))
        clock = _text(_first(place, ".timestamp-link, .post-timestamp"))
        if day is None:
            return None
        return self._shown("date", f"{day} {clock}" if clock else day, draft)

    def _shown(self, field: str, text: str, draft: Draft) -> datetime | None:
        """Read a date as the page shows it, where it is one in French or English."""
        from blogmodel.dates import parse  # noqa: PLC0415 - few pages need it

        locales = ["fr", "en"] if not self._language.startswith("en") else ["en", "fr"]
        for locale in locales if _YEAR.search(text) else ():
            try:
                value = parse(text, locale=locale, tz=self._zone or UTC, now=_ANY_TIME).value
            except BlogModelError:
                continue
            if isinstance(value, datetime):
                return (
                    value if self._zone else draft.placed(field, text, value.replace(tzinfo=None))
                )
        draft.extra[field] = text
        draft.defect(SourceDefectKind.BAD_DATE, f"{field}: {text}")
        return None

    # Comments.

    def _comments(self, post_id: str) -> Iterator[Entry]:
        threaded = [node for node in self._tree.css("li.comment") if _number(node) is not None]
        count = 0
        if threaded:
            for node in threaded:
                yield from self._threaded(node, post_id)
            count = len(threaded)
        else:
            found = self._tree.css("#comments dt, #comments-block dt, .comments dt")
            # Each once, whichever selectors it is found by.
            heads = {head.mem_id: head for head in found}
            for head in heads.values():
                yield from self._flat(head, post_id)
            count = len(heads)
        yield from self._told(count)
        written = len(set(_WRITTEN.findall(self._text)))
        if written > count:
            said = f"{written} comments are written in the page, {count} are read"
            yield SourceDefect(SourceDefectKind.BROKEN_RECORD, said)

    def _told(self, count: int) -> Iterator[SourceDefect]:
        """Tell where the page says another number of comments, or has others elsewhere."""
        heading = _text(_first(self._tree, "#comments h4, .comments h4, #comments h3"))
        told = _NUMBER.search(heading or "")
        if heading and told and int(told[1][:9]) != count:
            yield SourceDefect(SourceDefectKind.BAD_VALUE, heading)
        elsewhere = _first(self._tree, 'a[href*="commentPage="]')
        if elsewhere is not None:
            said = "other pages of comments: " + (_attribute(elsewhere, "href") or "")
            yield SourceDefect(SourceDefectKind.TRUNCATED, said[:200])

    def _threaded(self, node: _Node, post_id: str) -> Iterator[Entry]:
        name = _own(node, "cite")
        link = _own(node, ".datetime a, .comment-timestamp a")
        body = _own(node, ".comment-content, .comment-body")
        above = _outer(node)
        parent = self._id(_number(above)) if above is not None else None
        kind = _attribute(name, "class") or ""
        yield from self._comment(
            self._id(_number(node)),
            post_id,
            name=_text(name),
            page=_attribute(_first(name, "a[href]"), "href"),
            link=link,
            body=body,
            parent=parent,
            is_owner="blog-author" in kind,
        )

    def _flat(self, head: _Node, post_id: str) -> Iterator[Entry]:
        named = _first(head, 'a[rel="nofollow"], a[rel*="nofollow"]')
        anchor = _attribute(head, "id") or _attribute(_first(head, "a[name]"), "name")
        found = _COMMENT_ID.match(anchor or "")
        body = link = None
        following = head.next
        while following is not None and following.tag != "dt":
            if following.tag == "dd":
                if "comment-footer" in (_attribute(following, "class") or ""):
                    link = _first(following, 'a[href*="showComment="], .comment-timestamp a')
                elif body is None:
                    body = following
            following = following.next
        yield from self._comment(
            self._id(found[1]) if found else None,
            post_id,
            name=_SAID.sub("", _text(named) or _text(head) or "") or None,
            page=_attribute(named, "href"),
            link=link,
            body=body,
            parent=None,
            is_owner="blog-author" in (_attribute(head, "class") or ""),
        )

    def _comment(  # noqa: PLR0913 - what a comment is made of
        self,
        id_: str | None,
        post_id: str,
        *,
        name: str | None,
        page: str | None,
        link: _Node,
        body: _Node,
        parent: str | None,
        is_owner: bool,
    ) -> Iterator[Entry]:
        draft = Draft(zone=self._zone, id=id_)
        html = "" if body is None else (body.inner_html or "").strip()
        sentence = _text(body) or ""
        url = _attribute(link, "href")
        if draft.id is None:
            draft.id = digest_id(post_id, name, html, url)
            draft.defect(SourceDefectKind.MISSING_ID, draft.id)
        status = Status.PUBLISHED
        is_gone = _first(body, ".deleted-comment") is not None
        if is_gone or _REMOVED.match(sentence):
            status, html = removal(sentence), ""
            draft.extra["removed"] = sentence
        if is_owner:
            draft.extra["blog-author"] = True
        profile = _PROFILE.match(page or "")
        exact = _EXACT.search(url or "")
        shown = _text(link)
        created = None
        if exact is not None:
            created = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=int(exact[1]))
        elif shown is not None:
            created = self._shown("date", shown, draft)
        comment = Comment(
            draft.id,
            post_id,
            author=draft.author(name, id=profile[1] if profile else None, url=page),
            body=html_body(html) if html else Body(""),
            created_at=created,
            parent_id=parent,
            status=status,
            url=draft.url("link", url),
            extra=draft.kept(),
        )
        yield from draft.defects
        yield comment

    def _site(self, address: str | None) -> Site:
        draft = Draft()
        title = _text(
            _first(self._tree, "#header h1, .header h1, .Header h1, #header .title, h1.title")
        )
        origin = _ORIGIN.match(address or "")
        url = draft.url("url", f"{origin[0]}/") if origin else None
        language = draft.language("language", self._language)
        return Site(title=title, url=url, language=language)


def _first(node: _Node, selector: str) -> _Node:
    return None if node is None else node.css_first(selector)


def _attribute(node: _Node, name: str) -> str | None:
    value = None if node is None else node.attributes.get(name)
    return value.strip() or None if isinstance(value, str) else None


def _text(node: _Node) -> str | None:
    return None if node is None else " ".join(node.text().split()) or None


def _number(node: _Node) -> str | None:
    """Return the number of a comment: of its element, or of the anchor in it."""
    found = _COMMENT_ID.match(_attribute(node, "id") or "")
    return found[1] if found else None


def _outer(node: _Node) -> _Node:
    """Return the comment that an element stands in."""
    above = node.parent
    while above is not None and not (above.tag == "li" and _number(above) is not None):
        above = above.parent
    return above


def _own(comment: _Node, selector: str) -> _Node:
    """Return an element of a comment itself, not of the replies in it."""
    found = _first(comment, selector)
    return found if found is not None and _outer(found) == comment else None
