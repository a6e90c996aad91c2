"""Movable Type's import format, which TypePad and others write too.

Entries end with a line of eight hyphens, the sections of one with a line of five. A text that holds
such a line cannot be told from the end of its section: Movable Type itself cuts it there, and so is
it read; what follows is kept and told. The format has no ids and no zone, and base Movable Type no
parents; ``ID:``, ``PARENT ID:`` and ``REPLY TO:``, which some exports add, are read.

Source: the appendix « Import/Export Format » of Movable Type's documentation.
"""

from __future__ import annotations

import re
from datetime import datetime
from itertools import pairwise
from typing import TYPE_CHECKING

from blogmodel.errors import MalformedSourceError
from blogmodel.formats._draft import Draft, digest_id, html_body
from blogmodel.formats._entries import Damage, Kept, SourceDefect, SourceDefectKind
from blogmodel.formats._lines import lines
from blogmodel.model import (
    Body,
    Comment,
    CommentKind,
    Extra,
    MediaType,
    Origin,
    Post,
    PostStatus,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blogmodel.formats._entries import Entry
    from blogmodel.formats._reading import Options, Source

__all__ = ["EXTENDED", "entries", "recognises"]

EXTENDED = "extended_body"
"""Where the part of a body that stands after « read more » begins, in the extra of a post."""

_KEY = re.compile(rb"([A-Z][A-Z ]{1,30}):[ \t]?(.*)", re.DOTALL)
_FIRST = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:AUTHOR|TITLE|BASENAME|STATUS|ALLOW COMMENTS|ALLOW PINGS"
    rb"|CONVERT BREAKS|PRIMARY CATEGORY|CATEGORY|DATE|TAGS|NO ENTRY|UNIQUE URL):"
)
# What an export is known by too: the line before a section and the one that names it.
_BEGINS = re.compile(rb"-----\n(?:BODY|EXTENDED BODY|EXCERPT|KEYWORDS|COMMENT|PING):")
_MANY = 3
# A comment in a text: the line before it may have been lost.
_BEGUN = re.compile(
    r"^(COMMENT|PING):[ \t]*\n((?:AUTHOR|EMAIL|IP|URL|DATE|TITLE):.*)$", re.MULTILINE
)
# Other formats may quote one.
_OTHERS = re.compile(rb"(?:\xef\xbb\xbf)?\s*[<{\[]")
_BOM = b"\xef\xbb\xbf"
_SECTION, _ENTRY = b"-----", b"--------"
_TEXTS = frozenset({"BODY", "EXTENDED BODY", "EXCERPT", "KEYWORDS"})
_RESPONSES = frozenset({"COMMENT", "PING"})
_STATUSES = {
    "publish": PostStatus.PUBLISHED,
    "future": PostStatus.SCHEDULED,
    "draft": PostStatus.DRAFT,
}
_OF_POSTS = frozenset(
    "AUTHOR|TITLE|BASENAME|STATUS|DATE|CATEGORY|PRIMARY CATEGORY|TAGS|UNIQUE URL|ALLOW COMMENTS|ID"
    "|CONVERT BREAKS|NO ENTRY".split("|")
)
_OF_RESPONSES = frozenset(
    "AUTHOR|EMAIL|IP|URL|DATE|TITLE|BLOG NAME|ID|PARENT ID|PARENT|REPLY TO".split("|")
)
# The keys that a comment may start with; any other line begins its text.
_HEAD = _OF_RESPONSES | {"VISIBLE", "STATUS", "APPROVED"}


def recognises(head: bytes) -> bool:
    """Tell whether a file starts as an export of Movable Type does; a line of it may be broken."""
    start = [line.rstrip() for line in head.removeprefix(_BOM)[:10_000].splitlines()]
    keys = next((n for n, line in enumerate(start) if line and not _KEY.fullmatch(line)), 0)
    if _FIRST.match(head) and keys > 0 and start[keys] == _SECTION:
        return True
    if _OTHERS.match(head) or not any(map(_BEGINS.fullmatch, map(b"\n".join, pairwise(start)))):
        return False
    return sum(_FIRST.match(line) is not None for line in start) >= _MANY


def entries(source: Source, options: Options) -> Iterator[Entry]:
    """Yield what an export of Movable Type holds."""
    taken: dict[str, int] = {}
    held: list[tuple[int, str]] = []
    number = 0
    for number, raw in lines(source):
        line = raw.removesuffix(b"\r").removeprefix(_BOM if number == 1 else b"")
        if line.rstrip() == _ENTRY:
            yield from _entry(held, options, taken)
            held = []
            continue
        text = _text(line, options)
        if text is None:
            defect = SourceDefect(
                SourceDefectKind.WRONG_ENCODING, repr(line[:40]), line=number, column=1
            )
            if options.damage is Damage.REFUSE:
                raise MalformedSourceError(source.name, f"{defect.kind}: {defect.text}", number, 1)
            yield defect
            text = line.decode("cp1252", "replace")
        held.append((number, text))
    if any(text.strip() for _, text in held):
        if options.damage is Damage.REFUSE:
            raise MalformedSourceError(source.name, "it ends in the middle of an entry", number, 1)
        yield from _entry(held, options, taken)
        yield SourceDefect(SourceDefectKind.TRUNCATED, "the last entry has no end", line=number)


def _text(line: bytes, options: Options) -> str | None:
    try:
        return line.decode(options.encoding or "utf-8")
    except UnicodeError:
        return None


class _Section:
    """A section of an entry: its name, its keys, its text."""

    def __init__(self, name: str, line: int) -> None:
        self.name = name
        self.line = line
        self.fields: dict[str, list[str]] = {}
        self.text: list[str] = []

    def first(self, *keys: str) -> str | None:
        """Return the first value there is of some keys."""
        found = (value for key in keys for value in self.fields.get(key, ()))
        return next((value for value in found if value), None)

    def body(self) -> str:
        """Return the text as its lines are."""
        return "\n".join(self.text)


def _sections(entry: list[tuple[int, str]]) -> Iterator[_Section]:
    """Yield the sections of an entry: its head, which has no name, and those that have."""
    section: _Section | None = None
    is_head = True
    for number, line in entry:
        if line.rstrip() == _SECTION.decode():
            if section is not None:
                yield section
            section, is_head = None, False
            continue
        if section is None:
            if not line.strip():
                continue
            name = line.partition(":")[0].strip()
            is_named = name in _TEXTS | _RESPONSES and not is_head
            section = _Section(name if is_named else "", number)
            if is_named:
                continue
        match = _KEY.fullmatch(line.encode())
        key = match[1].decode() if match else ""
        if match and not section.text and _is_key(section.name, key):
            section.fields.setdefault(key, []).append(match[2].decode().strip())
        elif section.text or section.name or line.strip():
            section.text.append(line)
    if section is not None:
        yield section


def _is_key(section: str, key: str) -> bool:
    if section in _RESPONSES:
        return key in _HEAD
    return not section


def _entry(
    entry: list[tuple[int, str]], options: Options, taken: dict[str, int]
) -> Iterator[Entry]:
    """Yield the post of an entry, and the comments and trackbacks on it."""
    head, *others = [*_sections(entry)] or [_Section("", 0)]
    if not entry or (not head.fields and not others and not head.text):
        return
    draft = Draft(line=head.line, zone=options.zone)
    texts = {section.name: section.body() for section in others if section.name in _TEXTS}
    for section in [head, *others]:
        if not section.name and section.text:
            yield Kept("text", content=Extra.of({"#text": section.body()}), line=section.line)
            draft.defect(SourceDefectKind.BROKEN_RECORD, section.text[0])
        elif begun := _BEGUN.search(section.body()):
            draft.defect(
                SourceDefectKind.BROKEN_RECORD, f"a text that holds {begun[1]}: {begun[2]}"
            )
    basename, url = head.first("BASENAME"), head.first("UNIQUE URL")
    id_ = head.first("ID") or basename or url
    if id_ is None:
        id_ = digest_id(head.first("TITLE"), head.first("DATE"), texts.get("BODY"))
        draft.defect(SourceDefectKind.MISSING_ID, id_)
    id_ = _free(id_, taken)
    draft.id = id_
    if head.fields.get("NO ENTRY") != ["1"]:
        yield from _post(head, texts, draft)
    numbers: dict[str, int] = {}
    for section in others:
        if section.name in _RESPONSES:
            yield from _response(section, id_, options, numbers)


def _free(id_: str, taken: dict[str, int]) -> str:
    """Return an id that no other has: the second of a name gets its number."""
    taken[id_] = taken.get(id_, 0) + 1
    return id_ if taken[id_] == 1 else f"{id_}-{taken[id_]}"


def _post(head: _Section, texts: dict[str, str], draft: Draft) -> Iterator[Entry]:
    for key, values in head.fields.items():
        if key not in _OF_POSTS and any(values):
            draft.extra[key] = values[0] if len(values) == 1 else list(values)
    closed = head.first("ALLOW COMMENTS") == "0"
    if closed or head.first("ALLOW COMMENTS") == "2":
        draft.extra["ALLOW COMMENTS"] = head.first("ALLOW COMMENTS")
    breaks = head.first("CONVERT BREAKS")
    if breaks not in {None, "0"}:
        draft.extra["CONVERT BREAKS"] = breaks
    kind = MediaType.MARKDOWN if breaks and breaks.startswith("markdown") else MediaType.HTML
    body, extended = texts.get("BODY", "").strip("\n"), texts.get("EXTENDED BODY", "").strip("\n")
    if extended:
        # One body for readers; where its second part begins is kept for writers.
        draft.extra[EXTENDED] = len(body) + 2
        body = f"{body}\n\n{extended}"
    keywords = texts.get("KEYWORDS", "").strip()
    if keywords:
        draft.extra["KEYWORDS"] = keywords
    excerpt = texts.get("EXCERPT", "").strip()
    published = _moment(head.first("DATE"), draft)
    categories = [*head.fields.get("PRIMARY CATEGORY", ()), *head.fields.get("CATEGORY", ())]
    tags = [*categories, *_tags(head.first("TAGS") or "")]
    if head.first("TAGS") and any(categories):
        draft.extra["categories"] = list(dict.fromkeys(filter(None, categories)))
    status = (head.first("STATUS") or "publish").lower()
    if status not in _STATUSES:
        draft.extra["STATUS"] = status
        draft.defect(SourceDefectKind.BAD_VALUE, f"STATUS: {status}")
    is_draft = _STATUSES.get(status, PostStatus.DRAFT) is PostStatus.DRAFT
    post = Post(
        draft.id or "",
        title=head.first("TITLE"),
        body=Body(body, kind) if body else Body(""),
        summary=html_body(excerpt) if excerpt else None,
        status=_STATUSES.get(status, PostStatus.DRAFT),
        author=draft.author(head.first("AUTHOR")),
        published_at=None if is_draft and published is None else published,
        comments_closed_at=published if closed else None,
        url=draft.url("UNIQUE URL", head.first("UNIQUE URL")),
        slug=head.first("BASENAME"),
        tags=list(dict.fromkeys(filter(None, tags))),
        extra=draft.kept(),
    )
    yield from draft.defects
    yield post


_TAG = re.compile(r'"([^"]*)"|([^,"]+)')


def _tags(text: str) -> list[str]:
    """Return the tags of a line: separated by commas, in quotation marks where they hold one."""
    return [(quoted or bare).strip() for quoted, bare in _TAG.findall(text)]


def _response(
    section: _Section, post_id: str, options: Options, numbers: dict[str, int]
) -> Iterator[Entry]:
    draft = Draft(line=section.line, zone=options.zone)
    text = section.body().strip("\n")
    told = section.first("ID")
    made = digest_id(post_id, section.name, text, *map(str, section.fields.items()))
    draft.id = _free(told or f"{post_id}-{made.removeprefix('made-')}", numbers)
    for key in ("TITLE", "BLOG NAME"):
        if section.first(key):
            draft.extra["title" if key == "TITLE" else key] = section.first(key)
    address = section.first("IP")
    is_ping = section.name == "PING"
    comment = Comment(
        draft.id,
        post_id,
        author=draft.author(
            section.first("AUTHOR") or (section.first("BLOG NAME", "TITLE") if is_ping else None),
            email=section.first("EMAIL"),
            url=section.first("URL"),
        ),
        body=html_body(text),
        created_at=_moment(section.first("DATE"), draft),
        parent_id=section.first("PARENT ID", "PARENT", "REPLY TO"),
        kind=CommentKind.TRACKBACK if is_ping else CommentKind.COMMENT,
        origin=Origin(address=address) if address else None,
        extra=draft.kept(),
    )
    yield from draft.defects
    yield comment


_FORMS = ("%m/%d/%Y %I:%M:%S %p", "%m/%d/%Y %H:%M:%S", "%m/%d/%Y %I:%M %p", "%m/%d/%Y %H:%M")


def _moment(text: str | None, draft: Draft) -> datetime | None:
    """Read « MM/DD/YYYY hh:mm:ss AM|PM », where the last is left out on a clock of 24 hours."""
    if text is None:
        return None
    for form in _FORMS:
        try:
            local = datetime.strptime(text, form)  # noqa: DTZ007 - the zone is the caller's
        except ValueError:
            continue
        return draft.placed("DATE", text, local)
    draft.extra["DATE"] = text
    draft.defect(SourceDefectKind.BAD_DATE, f"DATE: {text}")
    return None
