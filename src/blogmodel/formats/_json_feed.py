"""JSON Feed, versions 1 and 1.1; comments, which it has none of, are read in ``_comments``.

Source: https://www.jsonfeed.org/version/1.1/
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import attrs

from blogmodel.formats._draft import Draft, changed, digest_id, html_body
from blogmodel.formats._entries import Site, SourceDefectKind
from blogmodel.formats._json_stream import Item, items
from blogmodel.formats._json_values import kept_item, leftovers, text_in
from blogmodel.model import Author, Body, Comment, Post

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blogmodel.formats._entries import Entry
    from blogmodel.formats._reading import Options, Source

__all__ = ["COMMENTS", "entries", "recognises"]

COMMENTS = "_comments"
"""The extension in which an item has its comments."""

_VERSION = re.compile(rb'"version"\s*:\s*"https?:\\?/\\?/(?:www\.)?jsonfeed\.org')
_OF_ITEMS = frozenset(
    "id url title content_html content_text summary date_published date_modified author authors "
    "tags language".split()
) | {COMMENTS}
_OF_COMMENTS = frozenset(
    "id url in_reply_to content_html content_text date_published date_modified author authors "
    "language".split()
)
_OF_FEEDS = frozenset(
    "version title description home_page_url language author feed_url next_url icon favicon "
    "expired hubs user_comment".split()
)


def recognises(head: bytes) -> bool:
    """Tell whether a file starts as a JSON Feed does."""
    return _VERSION.search(head) is not None


def entries(source: Source, options: Options) -> Iterator[Entry]:
    """Yield what a JSON Feed holds; the site comes last."""
    site = Site()
    authors: tuple[Author, ...] = ()
    draft = Draft()
    for found in items(source, options):
        if not isinstance(found, Item):
            yield found
        elif found.path == "items" and isinstance(found.value, dict):
            yield from _item(found, options)
        elif found.path == "authors":
            author = _author({"author": found.value}, draft)
            authors += (author,) if author else ()
        elif not found.path and isinstance(found.value, dict):
            fields: dict[str, Any] = found.value
            if "author" in fields and (author := _author(fields, draft)):
                authors += (author,)
            site = Site(
                title=text_in(fields, "title"),
                description=text_in(fields, "description"),
                url=draft.url("home_page_url", text_in(fields, "home_page_url")),
                language=draft.language("language", text_in(fields, "language")),
            )
            for name in fields.keys() - _OF_FEEDS:
                yield kept_item(Item(name, fields[name], found.line))
        elif found.path not in _OF_FEEDS:
            yield kept_item(found)
    yield from draft.defects
    yield attrs.evolve(site, authors=authors)


def _item(item: Item, options: Options) -> Iterator[Entry]:
    fields: dict[str, Any] = item.value
    draft = Draft(line=item.line, zone=options.zone)
    draft.id = _id(fields, draft)
    leftovers(fields, _OF_ITEMS, draft)
    tags = fields.get("tags")
    published = draft.iso("date_published", text_in(fields, "date_published"))
    updated = draft.iso("date_modified", text_in(fields, "date_modified"))
    summary = text_in(fields, "summary")
    post = Post(
        draft.id,
        title=text_in(fields, "title"),
        body=_body(fields),
        summary=summary,
        author=_author(fields, draft),
        published_at=published,
        updated_at=changed(updated, published),
        language=draft.language("language", text_in(fields, "language")),
        url=draft.url("url", text_in(fields, "url")),
        tags=[tag for tag in tags if isinstance(tag, str) and tag]
        if isinstance(tags, list)
        else [],
        extra=draft.kept(),
    )
    yield from draft.defects
    yield post
    comments = fields.get(COMMENTS)
    for each in comments if isinstance(comments, list) else ():
        if isinstance(each, dict):
            yield from _comment(each, post.id, item.line, options)
        else:
            yield kept_item(Item(COMMENTS, each, item.line))


def _comment(fields: dict[str, Any], post_id: str, line: int, options: Options) -> Iterator[Entry]:
    draft = Draft(line=line, zone=options.zone)
    draft.id = _id(fields, draft)
    leftovers(fields, _OF_COMMENTS, draft)
    created = draft.iso("date_published", text_in(fields, "date_published"))
    updated = draft.iso("date_modified", text_in(fields, "date_modified"))
    parent = text_in(fields, "in_reply_to")
    comment = Comment(
        draft.id,
        post_id,
        author=_author(fields, draft),
        body=_body(fields),
        created_at=created,
        updated_at=changed(updated, created),
        parent_id=None if parent == post_id else parent,
        language=draft.language("language", text_in(fields, "language")),
        url=draft.url("url", text_in(fields, "url")),
        extra=draft.kept(),
    )
    yield from draft.defects
    yield comment


def _id(fields: dict[str, Any], draft: Draft) -> str:
    id_ = text_in(fields, "id") or text_in(fields, "url")
    if id_ is None:
        id_ = digest_id(text_in(fields, "title"), _body(fields).text)
        draft.id = id_
        draft.defect(SourceDefectKind.MISSING_ID, id_)
    return id_


def _body(fields: dict[str, Any]) -> Body:
    html = text_in(fields, "content_html")
    return html_body(html) if html else Body(text_in(fields, "content_text") or "")


def _author(fields: dict[str, Any], draft: Draft) -> Author | None:
    """Return the first author; the others are kept."""
    told = fields.get("authors")
    people = told if isinstance(told, list) else [fields.get("author")]
    known = [person for person in people if isinstance(person, dict)]
    if len(known) > 1:
        draft.extra["authors"] = known
    if not known:
        return None
    return draft.author(text_in(known[0], "name"), url=text_in(known[0], "url"))
