"""Blogger's own entries: the Atom backup of 2008 to 2025, and the feed of Google Takeout.

In both, a comment's id looks as a post's does: what an entry is stands in a category, or in
``blogger:type``. In the backup ``thr:in-reply-to`` names the post and the related link the comment
that is answered; in Takeout ``blogger:parent`` and ``blogger:inReplyTo`` do.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import attrs

from blogmodel.errors import BlogModelError
from blogmodel.formats._atom_entry import body_of, is_draft, title_of
from blogmodel.formats._draft import UNKNOWN_POST, Draft, changed, digest_id
from blogmodel.formats._entries import Kept, SourceDefectKind
from blogmodel.formats._plain import plain
from blogmodel.model import Body, Comment, Extra, Post, PostKind, PostStatus, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blogmodel.formats._atom_entry import AtomEntry, People
    from blogmodel.formats._entries import Entry, Site
    from blogmodel.formats._xml import Record

__all__ = ["Blogger", "removal"]

_KIND = "http://schemas.google.com/g/2005#kind"
_SETTING = re.compile(r"\.settings\.(.+)\Z", re.DOTALL)
_KINDS = {"post": PostKind.POST, "page": PostKind.PAGE}
# Takeout's words; what is not known here is not shown.
_POST_STATUSES = {
    "LIVE": PostStatus.PUBLISHED,
    "DRAFT": PostStatus.DRAFT,
    "SCHEDULED": PostStatus.SCHEDULED,
    "SOFT_TRASHED": PostStatus.TRASHED,
    "TRASHED": PostStatus.TRASHED,
}
_COMMENT_STATUSES = {
    "LIVE": Status.PUBLISHED,
    "PENDING": Status.PENDING,
    "SPAM": Status.SPAM,
    "SPAM_COMMENT": Status.SPAM,
    "EMPTIED": Status.WITHDRAWN,
    "GHOSTED": Status.REMOVED,
    "SOFT_TRASHED": Status.REMOVED,
    "TRASHED": Status.REMOVED,
}
_KNOWN = frozenset(
    "title content summary author app:control blogger:type blogger:status blogger:parent "
    "blogger:inReplyTo blogger:created blogger:filename blogger:trashed".split()
)
# The setting, and the field of the site that it is.
_SITE = {
    "BLOG_NAME": "title",
    "BLOG_DESCRIPTION": "description",
    "BLOG_LOCALE": "language",
    "BLOG_TIME_ZONE": "zone",
}


class Blogger:
    """The entries of one blog.

    Args:
        people: its authors.
    """

    def __init__(self, people: People) -> None:
        self._people = people
        self._settings: dict[str, object] = {}

    def entry(self, entry: AtomEntry, record: Record) -> Iterator[Entry] | None:
        """Yield what an entry of Blogger's is; return None for any other."""
        kind = next(
            (c.get("term", "").rpartition("#")[2] for c in entry.categories
             if c.get("scheme") == _KIND),
            None,
        ) or (entry.text("blogger:type") or "").lower()  # fmt: skip
        if not kind:
            return None
        if kind == "comment":
            return self._comment(entry)
        if kind in _KINDS:
            return self._post(entry, _KINDS[kind])
        return self._other(entry, kind, record)

    def _other(self, entry: AtomEntry, kind: str, record: Record) -> Iterator[Entry]:
        text = entry.text("content") or ""
        setting = _SETTING.search(entry.text("id") or "")
        if kind == "settings" and setting is not None:
            self._settings[setting[1]] = text
            return
        if kind not in {"settings", "template"}:
            entry.draft.id = entry.text("id")
            entry.draft.defect(SourceDefectKind.UNKNOWN_KIND, kind)
            yield from entry.draft.defects
        content = plain(record.element)
        fields = content if isinstance(content, dict) else {"#text": content}
        yield Kept(kind, content=Extra.of(fields), line=record.line)

    def _post(self, entry: AtomEntry, kind: PostKind) -> Iterator[Entry]:
        draft = entry.draft
        draft.id = _id(entry)
        created = draft.iso("published", entry.text("published") or entry.text("blogger:created"))
        updated = draft.iso("updated", entry.text("updated"))
        status = self._post_status(entry)
        is_dated = status is not PostStatus.DRAFT
        if not is_dated and entry.text("published"):
            draft.extra["published"] = entry.text("published")
        filename = entry.text("blogger:filename")
        if filename is not None:
            draft.extra["filename"] = filename
        entry.keep_others(_KNOWN)
        author = self._people.author(entry.fields.get("author"), draft)
        post = Post(
            draft.id,
            title=title_of(entry.fields.get("title")),
            body=body_of(entry.fields.get("content"), draft) or "",
            summary=body_of(entry.fields.get("summary"), draft, "summary"),
            kind=kind,
            status=status,
            author=author,
            published_at=created if is_dated else None,
            updated_at=changed(updated, created),
            url=draft.url("link", entry.link("alternate")),
            slug=_slug(filename or entry.link("alternate") or ""),
            tags=[
                category["term"]
                for category in entry.categories
                if category.get("scheme") != _KIND and category.get("term")
            ],
            extra=draft.kept(),
        )
        yield from draft.defects
        yield post

    def _post_status(self, entry: AtomEntry) -> PostStatus:
        word = entry.text("blogger:status")
        if word is None:
            return PostStatus.DRAFT if is_draft(entry) else PostStatus.PUBLISHED
        if word not in _POST_STATUSES:
            entry.draft.extra["blogger:status"] = word
            entry.draft.defect(SourceDefectKind.BAD_VALUE, f"blogger:status: {word}")
        return _POST_STATUSES.get(word, PostStatus.DRAFT)

    def _comment(self, entry: AtomEntry) -> Iterator[Entry]:
        draft = entry.draft
        draft.id = _id(entry)
        post_id = _post_id(entry)
        if post_id == UNKNOWN_POST:
            draft.defect(SourceDefectKind.UNKNOWN_POST)
        url = entry.link("alternate")
        created = self._created(entry, url)
        updated = draft.iso("updated", entry.text("updated"))
        entry.keep_others(_KNOWN)
        body = body_of(entry.fields.get("content"), draft)
        status = self._comment_status(entry)
        if entry.properties.get("blogger.contentRemoved") == "true":
            said = "" if body is None else body.text
            status, body = removal(said), None
            if said:
                draft.extra["removed"] = said
        author = self._people.author(entry.fields.get("author"), draft)
        comment = Comment(
            draft.id,
            post_id,
            author=author,
            body=body or _EMPTY,
            created_at=created,
            parent_id=_parent_id(entry, draft.id),
            updated_at=changed(updated, created) if created else updated,
            status=status,
            url=draft.url("link", url),
            extra=draft.kept(),
        )
        yield from draft.defects
        yield comment

    def _comment_status(self, entry: AtomEntry) -> Status:
        word = entry.text("blogger:status")
        if word is None:
            return Status.PUBLISHED
        if word not in _COMMENT_STATUSES:
            entry.draft.extra["blogger:status"] = word
            entry.draft.defect(SourceDefectKind.BAD_VALUE, f"blogger:status: {word}")
        return _COMMENT_STATUSES.get(word, Status.PENDING)

    def _created(self, entry: AtomEntry, url: str | None) -> datetime | None:
        """Return when a comment was written, as exactly as its entry tells."""
        draft = entry.draft
        exact = _exact(url)
        published = entry.text("published") or entry.text("blogger:created")
        stamp = draft.iso("published", published)
        if stamp is None:
            return exact or self._displayed(entry)
        if exact is not None and stamp.second == stamp.microsecond == 0:
            # Old stamps have minutes only; the link has the very moment.
            return exact if timedelta() <= exact - stamp < timedelta(minutes=1) else stamp
        return stamp

    def _displayed(self, entry: AtomEntry) -> datetime | None:
        """Read the date as the blog shows it: the last resort."""
        shown = entry.properties.get("blogger.displayTime")
        if not shown:
            return None
        locale = str(self._settings.get("BLOG_LOCALE") or "fr")
        zone = entry.draft.zone or self._zone()
        from blogmodel.dates import parse  # noqa: PLC0415 - few entries need it

        moment: object = None
        # Without a year there is nothing to tell it by.
        if _YEAR.search(shown):
            try:
                moment = parse(shown, locale=locale, tz=zone or UTC, now=_ANY_TIME).value
            except BlogModelError:
                moment = None
        if not isinstance(moment, datetime):
            entry.draft.extra["displayTime"] = shown
            entry.draft.defect(SourceDefectKind.BAD_DATE, f"displayTime: {shown}")
            return None
        if zone is None:
            return entry.draft.placed("displayTime", shown, moment.replace(tzinfo=None))
        return moment

    def _zone(self) -> ZoneInfo | None:
        try:
            return ZoneInfo(str(self._settings.get("BLOG_TIME_ZONE") or ""))
        except (ValueError, OSError, ZoneInfoNotFoundError):
            return None

    def site(self, known: Site) -> Site:
        """Return what is known of the site, with what its settings say of it."""
        if not self._settings:
            return known
        told: dict[str, Any] = {
            field: self._settings[setting]
            for setting, field in _SITE.items()
            if self._settings.get(setting)
        }
        language = Draft().language("language", told.pop("language", None))
        return attrs.evolve(
            known, **told, language=language, settings=Extra.of(dict(self._settings))
        )


_EMPTY = Body("")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# What is read has a year and a month: when it is read makes no difference.
_ANY_TIME = datetime(2000, 1, 1, tzinfo=UTC)


def _id(entry: AtomEntry) -> str:
    id_ = entry.text("id")
    if id_ is None:
        id_ = digest_id(entry.text("title"), entry.text("content"), entry.text("published"))
        entry.draft.id = id_
        entry.draft.defect(SourceDefectKind.MISSING_ID, id_)
    return id_


_COMMENTS_FEED = re.compile(r"/feeds/(\d+)/(\d+)/comments/default/(\d+)")
_ID = re.compile(r"(.*\.post-)\d+\Z", re.DOTALL)


def _post_id(entry: AtomEntry) -> str:
    told = entry.text("blogger:parent")
    if told is not None:
        return told
    for reply in entry.replies_to:
        if reply.get("ref"):
            return reply["ref"]
    # Its own address in the blog's feeds names the post.
    for rel in ("self", "edit"):
        found = _COMMENTS_FEED.search(entry.link(rel) or "")
        if found is not None:
            return f"tag:blogger.com,1999:blog-{found[1]}.post-{found[2]}"
    return UNKNOWN_POST


def _parent_id(entry: AtomEntry, own: str) -> str | None:
    told = entry.text("blogger:inReplyTo")
    if told is not None:
        return told
    for link in entry.links:
        if link.get("rel") == "related":
            found = _COMMENTS_FEED.search(link.get("href", ""))
            prefix = _ID.match(own)
            if found is not None:
                start = prefix[1] if prefix else f"tag:blogger.com,1999:blog-{found[1]}.post-"
                return f"{start}{found[3]}"
    # What other programs write as Blogger's names the comment too, after the post.
    refs = [reply["ref"] for reply in entry.replies_to[1:] if reply.get("ref")]
    return refs[0] if refs and refs[0] != own else None


_SHOWN_AT = re.compile(r"[?&]showComment=(\d{1,15})")


def _exact(url: str | None) -> datetime | None:
    found = _SHOWN_AT.search(url or "")
    if found is None:
        return None
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=int(found[1]))


_SLUG = re.compile(r"/([^/?#]+?)(?:\.html?)?(?:[?#].*)?\Z")


def _slug(url: str) -> str | None:
    found = _SLUG.search(url)
    return found[1] if found and ".html" in url else None


# « supprimé par un administrateur du blog », and the same in the other languages of Blogger.
_BY_ADMINISTRATOR = re.compile(
    r"administ|amminist|管理|администр|διαχειρ|yönetici|관리자|beheerder|ylläpit|správc",
    re.IGNORECASE,
)


def removal(sentence: str) -> Status:
    """Tell who deleted a comment, by the sentence that Blogger puts in its place."""
    return Status.REMOVED if _BY_ADMINISTRATOR.search(sentence) else Status.WITHDRAWN
