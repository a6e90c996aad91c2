"""RSS: WordPress's export in it (WXR), feeds of posts, and feeds of comments.

An item of a feed is a comment where it is in reply to something (RFC 4685), or where its address
leads to a comment of a page, as WordPress's feeds of comments do; any other is a post.

Sources: RSS 2.0, RSS 1.0 and its modules, the Comment API of wfw, RFC 4685.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from blogmodel.formats._draft import UNKNOWN_POST, Draft, digest_id, html_body
from blogmodel.formats._entries import Kept, Site, SourceDefectKind
from blogmodel.formats._iris import id_of
from blogmodel.formats._names import RSS
from blogmodel.formats._plain import plain, text_of
from blogmodel.formats._wxr import Wordpress
from blogmodel.formats._xml import Layout, Record, records
from blogmodel.model import Author, Comment, Extra, Post

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from blogmodel.formats._entries import Entry
    from blogmodel.formats._reading import Options, Source

__all__ = ["entries", "recognises", "recognises_wordpress"]

_LAYOUT = Layout(RSS, ("rss", "RDF"), frozenset({"item"}), frozenset({"wp:comment"}), "channel")
_ROOT = re.compile(rb"<(?:rss|(?:[\w.-]+:)?RDF)[\s>]")
_WORDPRESS = re.compile(rb"wordpress\.org/export/|<wp:")


def recognises(head: bytes) -> bool:
    """Tell whether a file starts as RSS does."""
    return _ROOT.search(head) is not None


def recognises_wordpress(head: bytes) -> bool:
    """Tell whether a file that is RSS is an export of WordPress."""
    return _WORDPRESS.search(head) is not None


def entries(source: Source, options: Options) -> Iterator[Entry]:
    """Yield what a file of RSS holds; the site comes last."""
    feed = _Feed(options)
    for found in records(source, options, _LAYOUT):
        if not isinstance(found, Record):
            yield found
        elif found.inside is not None:
            yield from feed.wordpress.comment(found, found.inside)
        elif found.element.tag == "item":
            yield from feed.item(found)
        else:
            yield from feed.beside(found.element)
    yield feed.site()


# What a channel says of the feed alone.
_OF_THE_FEED = frozenset(
    "pubDate lastBuildDate generator docs ttl cloud image atom:link wp:wxr_version "
    "wp:base_site_url items managingEditor webMaster skipHours skipDays textInput rating".split()
)


class _Feed:
    """A channel that is being read."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._head: dict[str, str] = {}
        self.wordpress = Wordpress(options)

    def beside(self, element: Element) -> Iterator[Entry]:
        """Take what the channel says of itself."""
        tag = element.tag
        if tag == "channel":
            # RSS 1.0 has its items beside it.
            for child in element:
                yield from self.beside(child)
        elif tag == "wp:author":
            yield from self.wordpress.author(element)
        elif tag in {"title", "link", "description", "language", "wp:base_blog_url"}:
            self._head.setdefault(tag, text_of(element).strip())
        elif tag not in _OF_THE_FEED:
            yield Kept(tag, content=Extra.of({"value": plain(element)}))

    def item(self, record: Record) -> Iterator[Entry]:
        fields: dict[str, list[Element]] = {}
        for child in record.element:
            fields.setdefault(child.tag, []).append(child)
        if any(tag.startswith("wp:") for tag in fields):
            yield from self.wordpress.post(record, fields)
            return
        draft = Draft(line=record.line, column=record.column, zone=self._options.zone)
        value = _item(fields, draft)
        yield from draft.defects
        yield value

    def site(self) -> Site:
        draft = Draft()
        head = self._head
        return Site(
            title=head.get("title") or None,
            description=head.get("description") or None,
            url=draft.url("url", head.get("wp:base_blog_url") or head.get("link")),
            language=draft.language("language", head.get("language")),
            authors=self.wordpress.authors,
        )


_KNOWN = frozenset(
    "title link guid description content:encoded author dc:creator pubDate dc:date category "
    "thr:in-reply-to".split()
)
# « …/billet/#comment-12 »: where WordPress's feeds of comments lead.
_COMMENT = re.compile(r"(.+?)#(?:comment-?|c)(\d+)\Z", re.DOTALL)


def _item(fields: dict[str, list[Element]], draft: Draft) -> Post | Comment:
    texts = {tag: text_of(own[0]).strip() for tag, own in fields.items()}
    guid = texts.get("guid", "")
    link = texts.get("link") or (guid if guid.startswith(("http://", "https://")) else "")
    draft.id = id_of(guid) or link or None
    if draft.id is None:
        draft.id = digest_id(*texts.values())
        draft.defect(SourceDefectKind.MISSING_ID, draft.id)
    for tag, own in fields.items():
        if tag not in _KNOWN:
            draft.extra[tag] = plain(own[0]) if len(own) == 1 else [plain(each) for each in own]
    content, description = texts.get("content:encoded"), texts.get("description")
    body = html_body(content or description)
    summary = html_body(description) if content and description else None
    author = _author(texts, draft)
    if texts.get("dc:date"):
        moment = draft.iso("dc:date", texts["dc:date"])
    else:
        moment = draft.rfc822("pubDate", texts.get("pubDate"))
    title = texts.get("title") or None
    answered = fields.get("thr:in-reply-to", ())
    replies = [id_of(ref) for reply in answered if (ref := reply.get("ref"))]
    place = _COMMENT.match(link)
    if not replies and place is None:
        return Post(
            draft.id,
            title=title,
            body=body,
            summary=summary,
            author=author,
            published_at=moment,
            url=draft.url("link", link),
            tags=[tag for own in fields.get("category", ()) if (tag := text_of(own).strip())],
            extra=draft.kept(),
        )
    if title is not None:
        draft.extra["title"] = title
    post_id = replies[-1] if replies else place[1] if place else UNKNOWN_POST
    return Comment(
        draft.id,
        post_id,
        parent_id=replies[0] if len(replies) > 1 else None,
        author=author,
        body=body,
        created_at=moment,
        url=draft.url("link", link),
        extra=draft.kept(),
    )


# « zoe@example.org (Zoé) », as RSS has its authors.
_MAILBOX = re.compile(r"(?P<email>[^\s@()]+@[^\s@()]+)\s*(?:\((?P<name>[^()]*)\))?")


def _author(texts: dict[str, str], draft: Draft) -> Author | None:
    name, email = texts.get("dc:creator"), None
    written = texts.get("author", "")
    mailbox = _MAILBOX.fullmatch(written)
    if mailbox is not None:
        email = mailbox["email"]
        name = name or mailbox["name"]
    else:
        name = name or written
    return draft.author(name, email=email)
