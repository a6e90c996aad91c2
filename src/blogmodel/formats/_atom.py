"""Atom feeds of posts and comments, with the threading of RFC 4685; Blogger's exports among them.

An entry in reply to something is a comment, any other is a post. Where an entry is in reply to
several things, the first is the comment that it answers, the last its post. Blogger's own entries
say what they are (`blogmodel.formats._blogger_atom`).

Sources: RFC 4287 (Atom), RFC 4685 (threading), RFC 5023 (drafts).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypedDict

from blogmodel.formats._atom_entry import AtomEntry, People, body_of, is_draft, title_of
from blogmodel.formats._blogger_atom import Blogger
from blogmodel.formats._draft import UNKNOWN_POST, Draft, changed, digest_id
from blogmodel.formats._entries import Kept, Site, SourceDefectKind
from blogmodel.formats._iris import id_of
from blogmodel.formats._names import ATOM
from blogmodel.formats._plain import plain, text_of
from blogmodel.formats._xml import Layout, Record, records
from blogmodel.model import Author, Body, Comment, Extra, Post, PostStatus

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from xml.etree.ElementTree import Element

    from blogmodel.formats._entries import Entry
    from blogmodel.formats._reading import Options, Source

__all__ = ["entries", "recognises", "recognises_blogger"]

_LAYOUT = Layout(ATOM, ("feed",), frozenset({"entry"}))
_FEED = re.compile(rb"<(?:[\w.-]+:)?feed[\s>]")
_BLOGGER = re.compile(
    rb"schemas\.google\.com/blogger/20(?:08/kind#|18)|\.archive</id>|<blogger:type"
)
_KNOWN = frozenset({"title", "content", "summary", "author", "app:control", "issued", "modified"})


def recognises(head: bytes) -> bool:
    """Tell whether a file starts as an Atom feed does."""
    return _FEED.search(head) is not None and (b"2005/Atom" in head or b"purl.org/atom" in head)


def recognises_blogger(head: bytes) -> bool:
    """Tell whether an Atom feed is one of Blogger's exports."""
    return _BLOGGER.search(head) is not None


def entries(source: Source, options: Options) -> Iterator[Entry]:
    """Yield what an Atom feed holds; the site comes last."""
    feed = _Feed(options)
    for found in records(source, options, _LAYOUT):
        if not isinstance(found, Record):
            yield found
        elif found.element.tag == "entry":
            yield from feed.entry(found)
        else:
            yield from feed.beside(found.element)
    yield feed.site()


# What a feed says of itself that is said of the site, or of the feed alone.
_OF_THE_FEED = frozenset(
    "updated generator openSearch:totalResults openSearch:startIndex openSearch:itemsPerPage "
    "subtitle rights logo icon category contributor".split()
)


class _Feed:
    """A feed that is being read."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._people = People()
        self._blogger = Blogger(self._people)
        self._head: dict[str, Element] = {}
        self._links: list[Element] = []
        self._authors: list[Author] = []

    def entry(self, record: Record) -> Iterator[Entry]:
        draft = Draft(line=record.line, column=record.column, zone=self._options.zone)
        entry = AtomEntry(record.element, draft)
        blogger = self._blogger.entry(entry, record)
        if blogger is not None:
            yield from blogger
            return
        value = _comment(entry, self._people) if entry.replies_to else _post(entry, self._people)
        yield from draft.defects
        yield value

    def beside(self, element: Element) -> Iterator[Entry]:
        """Take what the feed says of itself."""
        if element.tag == "link":
            self._links.append(element)
        elif element.tag == "author":
            draft = Draft()
            author = self._people.author(element, draft)
            yield from draft.defects
            if author is not None:
                self._authors.append(author)
        elif element.tag in {"id", "title", "subtitle", "tagline"}:
            self._head.setdefault(element.tag, element)
        elif element.tag not in _OF_THE_FEED:
            yield Kept(element.tag, content=Extra.of({"value": plain(element)}))

    def site(self) -> Site:
        draft = Draft()
        links = {link.get("rel", "alternate"): link.get("href") for link in reversed(self._links)}
        subtitle = self._head.get("subtitle", self._head.get("tagline"))
        known = Site(
            title=title_of(self._head.get("title")),
            description=title_of(subtitle),
            url=draft.url("url", links.get("alternate")),
            id=text_of(self._head.get("id")).strip() or None,
            authors=tuple(dict.fromkeys(self._authors)),
        )
        return self._blogger.site(known)


def _post(entry: AtomEntry, people: People) -> Post:
    draft = entry.draft
    made = _made(entry, people)
    summary = body_of(entry.fields.get("summary"), draft, "summary")
    entry.keep_others(_KNOWN)
    return Post(
        draft.id or "",
        title=title_of(entry.fields.get("title")),
        body=made["body"] or summary or "",
        summary=summary if made["body"] is not None else None,
        status=PostStatus.DRAFT if is_draft(entry) else PostStatus.PUBLISHED,
        author=made["author"],
        published_at=made["created"],
        updated_at=made["updated"],
        url=made["url"],
        tags=[category["term"] for category in entry.categories if category.get("term")],
        extra=draft.kept(),
    )


def _comment(entry: AtomEntry, people: People) -> Comment:
    draft = entry.draft
    made = _made(entry, people)
    named = [
        reply.get("ref") or reply.get("href") or reply.get("source") for reply in entry.replies_to
    ]
    refs = [id_of(ref) for ref in named if ref]
    if not refs:
        draft.defect(SourceDefectKind.UNKNOWN_POST, "a reply to nothing that is named")
    summary = body_of(entry.fields.get("summary"), draft, "summary")
    entry.keep_others(_KNOWN)
    if len(refs) > _COMMENT_AND_POST:
        draft.extra["in_reply_to"] = refs
    title = title_of(entry.fields.get("title"))
    if title is not None:
        draft.extra["title"] = title
    return Comment(
        draft.id or "",
        refs[-1] if refs else UNKNOWN_POST,
        parent_id=refs[0] if len(refs) > 1 and refs[0] != refs[-1] else None,
        author=made["author"],
        body=made["body"] or summary or "",
        created_at=made["created"],
        updated_at=made["updated"],
        url=made["url"],
        extra=draft.kept(),
    )


_COMMENT_AND_POST = 2


class _Made(TypedDict):
    """What posts and comments are both made of."""

    author: Author | None
    body: Body | None
    created: datetime | None
    updated: datetime | None
    url: str | None


def _made(entry: AtomEntry, people: People) -> _Made:
    draft = entry.draft
    told = entry.text("id") or entry.link("alternate")
    draft.id = None if told is None else id_of(told)
    if draft.id is None:
        draft.id = digest_id(entry.text("title"), entry.text("content"), entry.text("published"))
        draft.defect(SourceDefectKind.MISSING_ID, draft.id)
    created = draft.iso("published", entry.text("published") or entry.text("issued"))
    updated = draft.iso("updated", entry.text("updated") or entry.text("modified"))
    return {
        "author": people.author(entry.fields.get("author"), draft),
        "body": body_of(entry.fields.get("content"), draft),
        # An old feed may have but one of the two.
        "created": created or updated,
        "updated": changed(updated, created) if created else None,
        "url": draft.url("link", entry.link("alternate")),
    }
