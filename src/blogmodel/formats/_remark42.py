"""Remark42: its backup, one comment a line after a first line, and what its API gives.

In the backup the post is the address that a comment stands under; in a tree from the API replies
stand in what they answer. The hashed address of a writer is no address, and is kept.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from blogmodel.formats._draft import UNKNOWN_POST, Draft, digest_id, html_body
from blogmodel.formats._entries import SourceDefect, SourceDefectKind
from blogmodel.formats._json_stream import Item, items
from blogmodel.formats._json_values import kept_item, leftovers, text_in
from blogmodel.model import Author, Body, Comment, Extra, MediaType, Post, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blogmodel.formats._entries import Entry
    from blogmodel.formats._reading import Options, Source

__all__ = ["entries", "recognises"]

_KEY = re.compile(rb'"locator"\s*:\s*\{')
_BACKUP = re.compile(rb'\s*\{\s*"version"\s*:\s*\d+\s*,\s*"users"\s*:')
_OF_COMMENTS = frozenset(
    "id pid text orig user locator score votes vote time edit pin delete title".split()
)
_OF_USERS = frozenset("name id".split())
# What a first line, or a tree, has beside the comments.
_BESIDE = frozenset({"version", "info", "node"})
# What only a comment, or a node of a tree, has.
_COMMENTS = frozenset({"comment", "locator"})


def recognises(head: bytes) -> bool:
    """Tell whether a file starts as a backup of Remark42, or an answer of its API, does."""
    start = head.removeprefix(b"\xef\xbb\xbf")
    if not start.lstrip().startswith((b"{", b"[")):
        return False
    return _KEY.search(start) is not None or _BACKUP.match(start) is not None


def entries(source: Source, options: Options) -> Iterator[Entry]:
    """Yield what Remark42 holds."""
    reader = _Reader(options)
    for found in items(source, options):
        if not isinstance(found, Item):
            yield found
        elif isinstance(found.value, dict) and found.value.keys() & _COMMENTS:
            yield from reader.tree(found)
        elif found.path or not isinstance(found.value, dict) or found.value.keys() - _BESIDE:
            yield kept_item(found)
            if found.path == "comments" or (not found.path and _looks(found.value)):
                kind = SourceDefectKind.UNKNOWN_KIND
                yield SourceDefect(kind, "a comment that is none", line=found.line)


def _looks(value: object) -> bool:
    """Tell whether something at the top, which is no comment, has what only a comment has."""
    return isinstance(value, dict) and not _OF_COMMENTS.isdisjoint(value)


class _Reader:
    def __init__(self, options: Options) -> None:
        self._zone = options.zone
        self._posts: set[str] = set()

    def tree(self, item: Item) -> Iterator[Entry]:
        """Yield a comment and the replies in it, however deep."""
        waiting: list[Any] = [item.value]
        while waiting:
            node = waiting.pop()
            if not isinstance(node, dict):
                yield kept_item(Item("reply", node, item.line))
                continue
            fields = node.get("comment", node)
            replies = node.get("replies") if "comment" in node else None
            if isinstance(fields, dict):
                yield from self._comment(fields, item.line)
            else:
                yield kept_item(Item("comment", fields, item.line))
            # Replies under another name would be lost with all in them.
            for name in node.keys() - {"comment", "replies"} if "comment" in node else ():
                yield kept_item(Item(name, node[name], item.line))
                yield SourceDefect(SourceDefectKind.UNKNOWN_KIND, name, line=item.line)
            waiting += reversed(replies) if isinstance(replies, list) else []

    def _comment(self, fields: dict[str, Any], line: int) -> Iterator[Entry]:
        draft = Draft(line=line, zone=self._zone)
        locator = fields.get("locator")
        place = locator if isinstance(locator, dict) else {}
        post_id = text_in(place, "url")
        if post_id is None:
            draft.defect(SourceDefectKind.UNKNOWN_POST)
        elif post_id not in self._posts:
            self._posts.add(post_id)
            yield self._post(post_id, place, text_in(fields, "title"))
        draft.id = text_in(fields, "id")
        if draft.id is None:
            draft.id = digest_id(post_id, text_in(fields, "text"), text_in(fields, "time"))
            draft.defect(SourceDefectKind.MISSING_ID, draft.id)
        leftovers(fields, _OF_COMMENTS, draft)
        deleted = fields.get("delete") is True
        orig = text_in(fields, "orig")
        body = Body(orig, MediaType.MARKDOWN) if orig else html_body(text_in(fields, "text"))
        ups, downs = _votes(fields, draft)
        comment = Comment(
            draft.id,
            post_id or UNKNOWN_POST,
            author=_author(fields.get("user"), draft),
            body=Body("") if deleted else body,
            created_at=draft.iso("time", text_in(fields, "time")),
            updated_at=_edited(fields.get("edit"), draft),
            parent_id=text_in(fields, "pid"),
            status=Status.REMOVED if deleted else Status.PUBLISHED,
            pinned=fields.get("pin") is True,
            ups=ups,
            downs=downs,
            extra=draft.kept(),
        )
        yield from draft.defects
        yield comment

    def _post(self, post_id: str, place: dict[str, Any], title: str | None) -> Post:
        is_address = post_id.startswith(("http://", "https://"))
        draft = Draft(id=post_id)
        url = draft.url("url", post_id) if is_address else None
        site = text_in(place, "site")
        extra = {"uri": post_id} if url is None else {}
        if site:
            extra["site"] = site
        return Post(post_id, title=title, url=url, extra=Extra.of(extra))


def _author(user: object, draft: Draft) -> Author | None:
    if not isinstance(user, dict):
        return None
    others = {
        k: v for k, v in user.items() if k not in _OF_USERS and v not in (None, "", False, [], {})
    }
    return draft.author(
        text_in(user, "name"),
        id=text_in(user, "id"),
        extra=Extra.of(others) if others else None,
    )


def _edited(edit: object, draft: Draft) -> Any:  # noqa: ANN401 - a moment or None
    if not isinstance(edit, dict):
        return None
    summary = text_in(edit, "summary")
    if summary is not None:
        draft.extra["edit"] = {"summary": summary}
    return draft.iso("edit.time", text_in(edit, "time"))


def _votes(fields: dict[str, Any], draft: Draft) -> tuple[int, int]:
    """Count the votes; where only the score is told, it is all there is."""
    votes = fields.get("votes")
    if isinstance(votes, dict) and votes:
        ups = sum(vote is True for vote in votes.values())
        return ups, len(votes) - ups
    score = fields.get("score", 0)
    if type(score) is int and score < 0:
        return 0, draft.count("score", -score)
    return draft.count("score", score), 0
