"""Commento's export, and Commento++'s: comments and commenters in one document of JSON.

Comments wait for the commenters, who come after them: what is known of a comment does not depend on
the order of the file. A flagged comment waits for a moderator, as one that is not approved does.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from blogmodel.formats._draft import Draft, digest_id
from blogmodel.formats._entries import SourceDefect, SourceDefectKind
from blogmodel.formats._json_stream import Item, items
from blogmodel.formats._json_values import kept_item, leftovers, text_in
from blogmodel.model import Author, Body, Comment, Extra, MediaType, Post, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blogmodel.formats._entries import Entry
    from blogmodel.formats._reading import Options, Source

__all__ = ["entries", "recognises"]

_KEY = re.compile(rb'"(?:commentHex|commenterHex)"\s*:')
_ROOT = "root"
_ANONYMOUS = "anonymous"
_STATES = {
    "approved": Status.PUBLISHED,
    "unapproved": Status.PENDING,
    "flagged": Status.PENDING,
}
_OF_COMMENTS = frozenset(
    "commentHex domain url commenterHex markdown html parentHex score state creationDate direction "
    "deleted".split()
)
_OF_COMMENTERS = frozenset("commenterHex email name link".split())


def recognises(head: bytes) -> bool:
    """Tell whether a file starts as an export of Commento does."""
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and _KEY.search(head) is not None


def entries(source: Source, options: Options) -> Iterator[Entry]:
    """Yield what an export of Commento holds."""
    people: dict[str, Author] = {}
    waiting: list[Item] = []
    known = {"", "comments", "commenters"}
    for found in items(source, options):
        if not isinstance(found, Item):
            yield found
        elif found.path == "comments" and isinstance(found.value, dict):
            waiting.append(found)
        elif found.path == "commenters" and isinstance(found.value, dict):
            yield from _person(found, people)
        elif found.path or not isinstance(found.value, dict) or found.value.keys() - {"version"}:
            yield kept_item(found)
            if found.path not in known:
                known.add(found.path)
                yield SourceDefect(SourceDefectKind.UNKNOWN_KIND, found.path, line=found.line)
    posts: set[str] = set()
    for item in waiting:
        yield from _comment(item, people, posts, options)


def _person(item: Item, people: dict[str, Author]) -> Iterator[Entry]:
    fields: dict[str, Any] = item.value
    draft = Draft(line=item.line)
    id_ = text_in(fields, "commenterHex")
    others = {k: v for k, v in fields.items() if k not in _OF_COMMENTERS and v not in (None, "")}
    link = text_in(fields, "link")
    author = draft.author(
        text_in(fields, "name"),
        id=id_,
        email=text_in(fields, "email"),
        url=None if link == "undefined" else link,
        extra=Extra.of(others) if others else None,
    )
    yield from draft.defects
    if author is None or not id_:
        yield kept_item(item)
    else:
        people[id_] = author


def _comment(
    item: Item, people: dict[str, Author], posts: set[str], options: Options
) -> Iterator[Entry]:
    fields: dict[str, Any] = item.value
    draft = Draft(line=item.line, zone=options.zone)
    domain, path = text_in(fields, "domain") or "", text_in(fields, "url") or "/"
    post_id = f"{domain}{path}"
    if post_id not in posts:
        posts.add(post_id)
        address = f"https://{post_id}" if domain else None
        place = Draft(line=item.line, id=post_id)
        yield Post(post_id, url=place.url("url", address), extra=Extra.of({"uri": path}))
    draft.id = text_in(fields, "commentHex")
    if draft.id is None:
        draft.id = digest_id(post_id, text_in(fields, "markdown"), str(fields.get("creationDate")))
        draft.defect(SourceDefectKind.MISSING_ID, draft.id)
    leftovers(fields, _OF_COMMENTS, draft)
    person = text_in(fields, "commenterHex")
    author = people.get(person or "")
    if author is None and person not in {None, _ANONYMOUS}:
        draft.extra["commenterHex"] = person
    parent = text_in(fields, "parentHex")
    markdown, html = text_in(fields, "markdown"), text_in(fields, "html")
    body = Body(markdown, MediaType.MARKDOWN) if markdown else Body(html or "", MediaType.HTML)
    ups, downs = _votes(fields, draft)
    comment = Comment(
        draft.id,
        post_id,
        author=author,
        body=body if body.text else Body(""),
        created_at=draft.iso("creationDate", text_in(fields, "creationDate")),
        parent_id=None if parent in {None, _ROOT} else parent,
        status=_status(fields, draft),
        ups=ups,
        downs=downs,
        extra=draft.kept(),
    )
    yield from draft.defects
    yield comment


def _votes(fields: dict[str, Any], draft: Draft) -> tuple[int, int]:
    """Return votes for and against; the score says but their difference."""
    score = fields.get("score", 0)
    if type(score) is int and score < 0:
        return 0, draft.count("score", -score)
    return draft.count("score", score), 0


def _status(fields: dict[str, Any], draft: Draft) -> Status:
    if fields.get("deleted") is True:
        return Status.REMOVED
    state = text_in(fields, "state") or "approved"
    if state not in _STATES:
        draft.extra["state"] = state
        draft.defect(SourceDefectKind.BAD_VALUE, f"state: {state}")
    elif state == "flagged":
        draft.extra["state"] = state
    return _STATES.get(state, Status.PENDING)
