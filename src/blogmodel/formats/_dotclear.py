"""Dotclear's flat backup: tables of quoted values, one row a line, in any order.

Posts and comments wait for the tables that they point at (categories, tags, settings); what is held
is one blog's. There are no parents in the format. Passwords and keys of the blog's people are
never kept.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from blogmodel.errors import MalformedSourceError
from blogmodel.formats._draft import UNKNOWN_POST, Draft, changed, digest_id, html_body
from blogmodel.formats._entries import Damage, Kept, Site, SourceDefect, SourceDefectKind
from blogmodel.formats._lines import lines
from blogmodel.model import (
    Author,
    Body,
    Comment,
    CommentKind,
    Extra,
    MediaType,
    Origin,
    Post,
    PostKind,
    PostStatus,
    Status,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blogmodel.formats._entries import Entry
    from blogmodel.formats._reading import Options, Source

__all__ = ["entries", "recognises"]

_MARK = b"///DOTCLEAR|"
# What a backup is known by where its first line is broken.
_ROWS = re.compile(
    rb"^\[(?:category|setting|user|post|meta|comment)[ \t]+\w+(?:,\w+)+\]\r?\n\"", re.MULTILINE
)
_TABLE = re.compile(r"\[(\w+)[ \t]+([\w,]+)\]")
_VALUE = re.compile(r'"((?:[^"\\]|\\.)*)"(?:,|$)', re.DOTALL)
_ESCAPES = {"n": "\n", "r": "\r", '"': '"', "\\": "\\"}
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_HELD = frozenset({"category", "meta", "post", "comment", "setting", "user"})
_SECRET = re.compile(r"pwd|passw|key|token|secret", re.IGNORECASE)
_KINDS = {"post": PostKind.POST, "page": PostKind.PAGE}
_POST_STATUSES = {
    "1": PostStatus.PUBLISHED,
    "0": PostStatus.DRAFT,
    "-1": PostStatus.SCHEDULED,
    "-2": PostStatus.PENDING,
}
_COMMENT_STATUSES = {
    "1": Status.PUBLISHED,
    "0": Status.REMOVED,
    "-1": Status.PENDING,
    "-2": Status.SPAM,
}
_FORMATS = {"xhtml": MediaType.HTML, "markdown": MediaType.MARKDOWN}
_OF_POSTS = frozenset(
    "post_id blog_id user_id cat_id post_dt post_tz post_upddt post_password post_type post_format "
    "post_url post_lang post_title post_excerpt post_excerpt_xhtml post_content "
    "post_content_xhtml post_words post_meta post_status post_open_comment nb_comment nb_trackback "
    "post_open_tb".split()
)
_OF_COMMENTS = frozenset(
    "comment_id post_id comment_dt comment_tz comment_upddt comment_author comment_email "
    "comment_site comment_content comment_words comment_ip comment_status comment_spam_status "
    "comment_spam_filter comment_trackback".split()
)
_Row = dict[str, str]


def recognises(head: bytes) -> bool:
    """Tell whether a file starts as a backup of Dotclear does, or has a table of one."""
    return head.removeprefix(b"\xef\xbb\xbf").startswith(_MARK) or _ROWS.search(head) is not None


def entries(source: Source, options: Options) -> Iterator[Entry]:
    """Yield what a backup of Dotclear holds; the site comes last."""
    tables: dict[str, list[tuple[int, _Row]]] = {name: [] for name in _HELD}
    name = ""
    columns: list[str] = []
    for number, raw in lines(source):
        line = raw.removesuffix(b"\r").decode(options.encoding or "utf-8", "replace")
        if number == 1 or not line.strip():
            continue
        table = _TABLE.fullmatch(line.strip())
        if table is not None:
            name, columns = table[1], table[2].split(",")
            continue
        values = [_unescaped(value) for value in _VALUE.findall(line)]
        if not name or len(values) != len(columns):
            said = f"{len(values)} values for {len(columns)} columns"
            if options.damage is Damage.REFUSE:
                raise MalformedSourceError(source.name, said, number, 1)
            yield Kept(name or "line", content=Extra.of({"#text": line[: 1 << 20]}), line=number)
            yield SourceDefect(SourceDefectKind.BROKEN_RECORD, said, line=number, column=1)
            continue
        row = dict(zip(columns, values, strict=True))
        if name in _HELD:
            tables[name].append((number, row))
        else:
            yield Kept(name, content=Extra.of({**row}), line=number)
    yield from _Backup(tables, options).read()


def _unescaped(value: str) -> str:
    return (
        _ESCAPE.sub(lambda match: _ESCAPES.get(match[1], match[0]), value)
        if "\\" in value
        else value
    )


class _Backup:
    def __init__(self, tables: dict[str, list[tuple[int, _Row]]], options: Options) -> None:
        self._tables = tables
        self._zone = options.zone
        self._categories = {
            row.get("cat_id"): row.get("cat_title") for _, row in tables["category"]
        }
        self._users = {row.get("user_id", ""): row for _, row in tables["user"]}
        self._tags: dict[str, list[str]] = {}
        self._metas: dict[str, list[list[str]]] = {}
        for _, row in tables["meta"]:
            post = row.get("post_id", "")
            if row.get("meta_type") == "tag":
                self._tags.setdefault(post, []).append(row.get("meta_id", ""))
            else:
                meta = [row.get("meta_type", ""), row.get("meta_id", "")]
                self._metas.setdefault(post, []).append(meta)

    def read(self) -> Iterator[Entry]:
        for number, row in self._tables["post"]:
            yield from self._post(number, row)
        for number, row in self._tables["comment"]:
            yield from self._comment(number, row)
        for number, row in self._tables["category"]:
            yield Kept("category", content=Extra.of({**row}), line=number)
        settings = {
            f"{row.get('setting_ns', '')}.{row.get('setting_id', '')}": (
                None if _SECRET.search(row.get("setting_id", "")) else row.get("setting_value")
            )
            for _, row in self._tables["setting"]
        }
        authors = tuple(filter(None, (self._person(id_, Draft()) for id_ in self._users)))
        draft = Draft()
        yield Site(
            zone=settings.get("system.blog_timezone") or None,
            language=draft.language("lang", settings.get("system.lang")),
            authors=authors,
            settings=Extra.of({**settings}),
        )

    def _person(self, id_: str, draft: Draft) -> Author | None:
        row = self._users.get(id_, {})
        names = [row.get("user_firstname", ""), row.get("user_name", "")]
        name = row.get("user_displayname") or " ".join(filter(None, names)) or id_
        return draft.author(
            name,
            id=id_ if row else None,
            email=row.get("user_email"),
            url=row.get("user_url"),
            field="user",
        )

    def _moment(self, row: _Row, field: str, zone: str, draft: Draft) -> datetime | None:
        """Read a local time, of the zone that its row names, else of the caller's."""
        text = row.get(field, "")
        if not text or text.startswith("0000"):
            return None
        try:
            local = datetime.fromisoformat(text)
        except ValueError:
            return draft.iso(field, text)
        known = _zone(row.get(zone, ""))
        if local.tzinfo is None and known is not None:
            return local.replace(tzinfo=known).astimezone(_UTC)
        return draft.placed(field, text, local)

    def _post(self, number: int, row: _Row) -> Iterator[Entry]:
        draft = Draft(line=number, zone=self._zone)
        id_ = row.get("post_id") or ""
        if not id_:
            id_ = digest_id(row.get("post_title"), row.get("post_content"))
            draft.id = id_
            draft.defect(SourceDefectKind.MISSING_ID, id_)
        draft.id = id_
        for name, value in row.items():
            if name not in _OF_POSTS and value not in {"", "0"} and not _SECRET.search(name):
                draft.extra[name] = value
        word = row.get("post_status", "1")
        status = _POST_STATUSES.get(word)
        if status is None:
            draft.extra["post_status"] = word
            draft.defect(SourceDefectKind.BAD_VALUE, f"post_status: {word}")
        if row.get("post_password") and status is PostStatus.PUBLISHED:
            draft.extra["post_password"] = row["post_password"]
            status = PostStatus.PRIVATE
        type_ = row.get("post_type") or "post"
        if type_ not in _KINDS:
            draft.extra["post_type"] = type_
        if self._metas.get(id_):
            draft.extra["meta"] = self._metas[id_]
        excerpt, content = self._texts(row, draft)
        published = self._moment(row, "post_dt", "post_tz", draft)
        category = self._categories.get(row.get("cat_id"))
        tags = [*([category] if category else []), *self._tags.get(id_, ())]
        updated = self._moment(row, "post_upddt", "post_tz", draft)
        closed = row.get("post_open_comment") == "0"
        post = Post(
            id_,
            title=row.get("post_title") or None,
            body=content,
            summary=excerpt if excerpt.text else None,
            kind=_KINDS.get(type_, PostKind.OTHER),
            status=status or PostStatus.DRAFT,
            author=self._person(row["user_id"], draft) if row.get("user_id") else None,
            published_at=published,
            updated_at=changed(updated, published),
            language=draft.language("post_lang", row.get("post_lang")),
            comments_closed_at=published if closed else None,
            slug=row.get("post_url") or None,
            tags=list(dict.fromkeys(filter(None, tags))),
            extra=draft.kept(),
        )
        yield from draft.defects
        yield post

    def _texts(self, row: _Row, draft: Draft) -> tuple[Body, Body]:
        """Return the excerpt and the body; of wiki text, the HTML that Dotclear made of it."""
        form = row.get("post_format", "xhtml")
        if form in _FORMATS:
            texts = row.get("post_excerpt", ""), row.get("post_content", "")
            return tuple(Body(text, _FORMATS[form]) if text else Body("") for text in texts)  # type: ignore[return-value]
        draft.extra["post_format"] = form
        for name in ("post_excerpt", "post_content"):
            if row.get(name):
                draft.extra[name] = row[name]
        return html_body(row.get("post_excerpt_xhtml")), html_body(row.get("post_content_xhtml"))

    def _comment(self, number: int, row: _Row) -> Iterator[Entry]:
        draft = Draft(line=number, zone=self._zone)
        post_id = row.get("post_id") or UNKNOWN_POST
        id_ = row.get("comment_id") or digest_id(post_id, row.get("comment_content"))
        draft.id = id_
        if not row.get("comment_id"):
            draft.defect(SourceDefectKind.MISSING_ID, id_)
        for name, value in row.items():
            if name not in _OF_COMMENTS and value not in {"", "0"}:
                draft.extra[name] = value
        spam: dict[str, Any] = {
            name: row[name]
            for name in ("comment_spam_status", "comment_spam_filter")
            if row.get(name) not in {None, "", "0"}
        }
        draft.extra.update(spam)
        word = row.get("comment_status", "1")
        status = _COMMENT_STATUSES.get(word)
        if status is None:
            draft.extra["comment_status"] = word
            draft.defect(SourceDefectKind.BAD_VALUE, f"comment_status: {word}")
        created = self._moment(row, "comment_dt", "comment_tz", draft)
        updated = self._moment(row, "comment_upddt", "comment_tz", draft)
        address = row.get("comment_ip")
        is_trackback = row.get("comment_trackback") == "1"
        comment = Comment(
            id_,
            post_id,
            author=draft.author(
                row.get("comment_author"),
                email=row.get("comment_email"),
                url=row.get("comment_site"),
            ),
            body=html_body(row.get("comment_content")),
            created_at=created,
            updated_at=changed(updated, created),
            status=status or Status.PENDING,
            kind=CommentKind.TRACKBACK if is_trackback else CommentKind.COMMENT,
            origin=Origin(address=address) if address else None,
            extra=draft.kept(),
        )
        yield from draft.defects
        yield comment


_UTC = ZoneInfo("UTC")


def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name) if name else None
    except (ValueError, OSError, ZoneInfoNotFoundError):
        return None
