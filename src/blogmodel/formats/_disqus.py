"""Disqus's XML export: threads, which are a site's pages, and the posts in them, its comments.

A thread's id is Disqus's own; the identifier and the address that the site gave are kept, so that
comments find their posts again (`blogmodel.formats.attach`). Posts of deleted threads are read as
all others are, and deleted posts keep their place in the conversation.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from blogmodel.formats._draft import UNKNOWN_POST, Draft, digest_id, html_body, laid_out
from blogmodel.formats._entries import Kept, Site, SourceDefectKind
from blogmodel.formats._names import DISQUS
from blogmodel.formats._plain import inner_markup, plain
from blogmodel.formats._xml import Layout, Record, records
from blogmodel.model import (
    Author,
    Comment,
    Extra,
    Origin,
    Post,
    PostStatus,
    Status,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from blogmodel.formats._entries import Entry
    from blogmodel.formats._reading import Options, Source

__all__ = ["entries", "recognises"]

_LAYOUT = Layout(DISQUS, ("disqus",), frozenset({"thread", "post", "category"}))
_ROOT = re.compile(rb"<(?:[\w.-]+:)?disqus[\s>]")
_MOST_PEOPLE = 10_000


def recognises(head: bytes) -> bool:
    """Tell whether a file starts as an export of Disqus does."""
    return _ROOT.search(head) is not None


def entries(source: Source, options: Options) -> Iterator[Entry]:
    """Yield what an export of Disqus holds; the site comes last."""
    export = _Export(options)
    for found in records(source, options, _LAYOUT):
        if not isinstance(found, Record):
            yield found
        elif found.element.tag == "post":
            yield from export.comment(found)
        elif found.element.tag == "thread":
            yield from export.post(found)
        else:
            yield Kept(
                found.element.tag,
                content=Extra.of({"value": plain(found.element)}),
                line=found.line,
            )
    yield Site(id=export.forum)


_OF_POSTS = frozenset("id link title message createdAt author isClosed isDeleted".split())
_OF_COMMENTS = frozenset(
    "id message createdAt author isDeleted isSpam isApproved ipAddress thread parent".split()
)


class _Export:
    """An export that is being read."""

    def __init__(self, options: Options) -> None:
        self._zone = options.zone
        self._people: dict[tuple[str | None, ...], Author] = {}
        self.forum: str | None = None

    def post(self, record: Record) -> Iterator[Entry]:
        draft = Draft(line=record.line, column=record.column, zone=self._zone)
        fields = {child.tag: child for child in record.element}
        texts = _texts(fields)
        draft.id = self._id(record.element, draft, texts)
        self.forum = self.forum or texts.get("forum")
        if "id" in texts:
            draft.extra["identifier"] = texts["id"]
        _keep(fields, _OF_POSTS, draft)
        created = draft.iso("createdAt", texts.get("createdAt"))
        closed = _is(texts, "isClosed", draft)
        if closed:
            draft.extra["isClosed"] = True
        deleted = _is(texts, "isDeleted", draft)
        message = texts.get("message")
        post = Post(
            draft.id,
            title=texts.get("title"),
            body=html_body(message),
            status=PostStatus.TRASHED if deleted else PostStatus.PUBLISHED,
            author=self._author(fields.get("author"), draft),
            published_at=created,
            comments_closed_at=created if closed else None,
            url=draft.url("link", texts.get("link")),
            extra=draft.kept(),
        )
        yield from draft.defects
        yield post

    def comment(self, record: Record) -> Iterator[Entry]:
        draft = Draft(line=record.line, column=record.column, zone=self._zone)
        fields = {child.tag: child for child in record.element}
        texts = _texts(fields)
        draft.id = self._id(record.element, draft, texts)
        if "id" in texts:
            draft.extra["identifier"] = texts["id"]
        _keep(fields, _OF_COMMENTS, draft)
        thread, parent = fields.get("thread"), fields.get("parent")
        post_id = None if thread is None else thread.get("dsq:id")
        if not post_id:
            draft.defect(SourceDefectKind.UNKNOWN_POST)
        address = texts.get("ipAddress")
        comment = Comment(
            draft.id,
            post_id or UNKNOWN_POST,
            author=self._author(fields.get("author"), draft),
            body=html_body(texts.get("message")),
            created_at=draft.iso("createdAt", texts.get("createdAt")),
            parent_id=None if parent is None else parent.get("dsq:id") or None,
            status=_status(texts, draft),
            origin=Origin(address=address) if address else None,
            extra=draft.kept(),
        )
        yield from draft.defects
        yield comment

    def _id(self, element: Element, draft: Draft, texts: dict[str, str]) -> str:
        id_ = element.get("dsq:id")
        if id_:
            return id_
        made = digest_id(element.tag, *texts.values())
        draft.id = made
        draft.defect(SourceDefectKind.MISSING_ID, made)
        return made

    def _author(self, element: Element | None, draft: Draft) -> Author | None:
        if element is None:
            return None
        fields = {child.tag: (child.text or "").strip() for child in element}
        key = tuple(fields.get(name) for name in ("name", "email", "username", "link"))
        known = self._people.get(key)
        if known is not None:
            return known
        before = len(draft.defects)
        others = {
            name: text
            for name, text in fields.items()
            if text and name not in {"name", "email", "username", "link", "isAnonymous"}
        }
        author = draft.author(
            fields.get("name") or fields.get("username"),
            id=fields.get("username"),
            email=fields.get("email"),
            url=fields.get("link"),
            extra=Extra.of(others) if others else None,
        )
        if author and len(draft.defects) == before and len(self._people) < _MOST_PEOPLE:
            self._people[key] = author
        return author


def _texts(fields: dict[str, Element]) -> dict[str, str]:
    """Return the texts of elements that have one."""
    texts = {
        tag: text.strip()
        for tag, element in fields.items()
        if (text := element.text) and not text.isspace()
    }
    message = fields.get("message")
    if message is not None:
        texts["message"] = laid_out(inner_markup(message) if len(message) else message.text or "")
    return texts


def _keep(fields: dict[str, Element], known: frozenset[str], draft: Draft) -> None:
    for tag in fields.keys() - known:
        draft.extra[tag] = plain(fields[tag])


def _is(texts: dict[str, str], name: str, draft: Draft) -> bool:
    text = texts.get(name, "false")
    if text not in {"true", "false"}:
        draft.extra[name] = text
        draft.defect(SourceDefectKind.BAD_VALUE, f"{name}: {text}")
    return text == "true"


def _status(texts: dict[str, str], draft: Draft) -> Status:
    """Return what became of a comment; what is both deleted and spam was judged to be spam."""
    before = len(draft.defects)
    is_spam, is_deleted = _is(texts, "isSpam", draft), _is(texts, "isDeleted", draft)
    if is_spam:
        return Status.SPAM
    if is_deleted:
        return Status.REMOVED
    if texts.get("isApproved") == "false" or len(draft.defects) > before:
        # What is not known is not shown.
        return Status.PENDING
    return Status.PUBLISHED
