"""WordPress's eXtended RSS, the export of WordPress: versions 1.0, 1.1 and 1.2.

An item is a post whatever its type, if somebody commented on it; without comments, what is
WordPress's own (attachments, menus, revisions) is kept as it is. Times are those in GMT; where
there is none, the local time counts in the zone that the caller gives.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from blogmodel.formats._draft import UNKNOWN_POST, Draft, changed, digest_id, html_body, laid_out
from blogmodel.formats._entries import Kept, SourceDefectKind
from blogmodel.formats._plain import plain, text_of
from blogmodel.formats._write_wxr import ID, PARENT
from blogmodel.model import (
    Author,
    Comment,
    CommentKind,
    Extra,
    Origin,
    Post,
    PostKind,
    PostStatus,
    Status,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from xml.etree.ElementTree import Element

    from blogmodel.formats._entries import Entry
    from blogmodel.formats._reading import Options
    from blogmodel.formats._xml import Record

__all__ = ["Wordpress"]

_KINDS = {"post": PostKind.POST, "page": PostKind.PAGE}
# What WordPress makes for itself; a type that is not here is some plugin's, and its items posts.
_OWN_TYPES = frozenset(
    "attachment revision nav_menu_item custom_css customize_changeset oembed_cache user_request "
    "wp_block wp_template wp_template_part wp_global_styles wp_navigation wp_font_family "
    "wp_font_face".split()
)
_STATUSES = {
    "publish": PostStatus.PUBLISHED,
    "inherit": PostStatus.PUBLISHED,
    "future": PostStatus.SCHEDULED,
    "pending": PostStatus.PENDING,
    "draft": PostStatus.DRAFT,
    "auto-draft": PostStatus.DRAFT,
    "private": PostStatus.PRIVATE,
    "trash": PostStatus.TRASHED,
}
_APPROVED = {
    "1": Status.PUBLISHED,
    "approve": Status.PUBLISHED,
    "approved": Status.PUBLISHED,
    "0": Status.PENDING,
    "hold": Status.PENDING,
    "spam": Status.SPAM,
    "trash": Status.REMOVED,
    "post-trashed": Status.REMOVED,
}
_COMMENT_KINDS = {
    "": CommentKind.COMMENT,
    "comment": CommentKind.COMMENT,
    "pingback": CommentKind.PINGBACK,
    "trackback": CommentKind.TRACKBACK,
    "webmention": CommentKind.WEBMENTION,
}
_NO_DATE = "0000-00-00 00:00:00"
_MOST_PEOPLE = 10_000

_OF_POSTS = frozenset(
    "title link pubDate dc:creator guid description content:encoded excerpt:encoded wp:post_id "
    "wp:post_date wp:post_date_gmt wp:post_modified wp:post_modified_gmt wp:post_name wp:status "
    "wp:post_type wp:comment_status category wp:postmeta".split()
)
# Values that say nothing, for what is kept by its own name.
_NOTHING = frozenset({"", "0"})
_OF_COMMENTS = frozenset(
    "wp:comment_id wp:comment_author wp:comment_author_email wp:comment_author_url "
    "wp:comment_author_IP wp:comment_date wp:comment_date_gmt wp:comment_content "
    "wp:comment_approved wp:comment_type wp:comment_parent wp:comment_user_id wp:comment_agent "
    "wp:commentmeta".split()
)


class Wordpress:
    """The items of one site.

    Attributes:
        authors: the people that the export lists.
    """

    def __init__(self, options: Options) -> None:
        self._zone = options.zone
        self.authors: tuple[Author, ...] = ()
        self._by_login: dict[str, Author] = {}
        self._people: dict[tuple[str | None, ...], Author] = {}
        # The post that the latest comments are on.
        self._commented: str | None = None
        self._item: Element | None = None

    def author(self, element: Element) -> Iterator[Entry]:
        """Take one of the people that the export lists."""
        texts = {child.tag: text_of(child).strip() for child in element}
        draft = Draft()
        login = texts.get("wp:author_login")
        name = texts.get("wp:author_display_name") or login
        extra = {
            tag.removeprefix("wp:author_"): text
            for tag, text in texts.items()
            if text
            and tag not in {"wp:author_display_name", "wp:author_id", "wp:author_email"}
            and (tag, text) != ("wp:author_login", name)
        }
        author = draft.author(
            name,
            id=texts.get("wp:author_id"),
            email=texts.get("wp:author_email"),
            extra=Extra.of(extra) if extra else None,
        )
        yield from draft.defects
        if author is None:
            yield Kept(element.tag, content=Extra.of({"value": plain(element)}))
            return
        self.authors = (*self.authors, author)
        if login:
            self._by_login.setdefault(login, author)

    def post(self, record: Record, fields: Mapping[str, Sequence[Element]]) -> Iterator[Entry]:
        """Yield the post that an item is; what is WordPress's own is kept."""
        texts = {tag: text_of(own[0]).strip() for tag, own in fields.items()}
        draft = Draft(line=record.line, column=record.column, zone=self._zone)
        draft.id = _post_id(record.element)
        kind = texts.get("wp:post_type") or "post"
        if kind in _OWN_TYPES and (draft.id is None or self._commented != draft.id):
            content = plain(record.element)
            yield Kept(
                kind,
                content=Extra.of(content if isinstance(content, dict) else {"value": content}),
                line=record.line,
            )
            return
        if draft.id is None:
            draft.id = digest_id(texts.get("title"), texts.get("content:encoded"))
            draft.defect(SourceDefectKind.MISSING_ID, draft.id)
        if kind not in _KINDS:
            draft.extra["wp:post_type"] = kind
        _keep_post(fields, texts, draft)
        status = _post_status(texts, draft)
        published = self._published(texts, draft, status)
        content = texts.get("content:encoded", "")
        excerpt = texts.get("excerpt:encoded") or None
        if texts.get("wp:comment_status") == "closed":
            draft.extra["wp:comment_status"] = "closed"
        post = Post(
            draft.id,
            title=texts.get("title") or None,
            body=html_body(_text(fields, "content:encoded")),
            summary=html_body(excerpt) if excerpt else None,
            kind=_KINDS.get(kind, PostKind.OTHER),
            status=status,
            author=self._creator(texts.get("dc:creator"), draft),
            published_at=published,
            updated_at=changed(
                _gmt(texts.get("wp:post_modified_gmt"), "wp:post_modified_gmt", draft), published
            ),
            comments_closed_at=(published if texts.get("wp:comment_status") == "closed" else None),
            url=draft.url("link", texts.get("link")),
            slug=texts.get("wp:post_name") or None,
            tags=_tags(fields, draft),
            extra=draft.kept(),
        )
        yield from draft.defects
        yield post

    def _creator(self, login: str | None, draft: Draft) -> Author | None:
        if not login:
            return None
        known = self._by_login.get(login)
        return known if known is not None else draft.author(login, field="dc:creator")

    def _published(
        self, texts: Mapping[str, str], draft: Draft, status: PostStatus
    ) -> datetime | None:
        """Return when a post was published: by GMT, by the feed's date, or by the local clock."""
        moment = _gmt(texts.get("wp:post_date_gmt"), "wp:post_date_gmt", draft)
        if moment is not None:
            return moment
        is_out = status in {PostStatus.PUBLISHED, PostStatus.PRIVATE}
        if is_out and texts.get("pubDate") and " -0001 " not in texts["pubDate"]:
            return draft.rfc822("pubDate", texts["pubDate"])
        local = texts.get("wp:post_date")
        if not local or local == _NO_DATE:
            return None
        if not is_out and self._zone is None:
            # Nobody saw it at that time.
            draft.extra["wp:post_date"] = local
            return None
        return draft.iso("wp:post_date", local)

    def comment(self, record: Record, item: Element) -> Iterator[Entry]:
        """Yield a comment of an item, of which all before it was read."""
        draft = Draft(line=record.line, column=record.column, zone=self._zone)
        fields: dict[str, Element] = {}
        meta: list[list[str]] = []
        own: dict[str, str] = {}
        for child in record.element:
            if child.tag == "wp:commentmeta":
                pair = _meta(child)
                if pair[0] in {ID, PARENT}:
                    own[pair[0]] = pair[1]
                else:
                    meta.append(pair)
            else:
                fields[child.tag] = child
        texts = {
            tag: (element.text or "") if not len(element) else text_of(element)
            for tag, element in fields.items()
        }
        draft.id = own.get(ID) or texts.get("wp:comment_id", "").strip() or None
        post_id = self._post_of(item)
        if draft.id is None:
            draft.id = digest_id(post_id, *texts.values())
            draft.defect(SourceDefectKind.MISSING_ID, draft.id)
        if post_id == UNKNOWN_POST:
            draft.defect(SourceDefectKind.UNKNOWN_POST)
        for tag, text in texts.items():
            if tag not in _OF_COMMENTS and text.strip() not in _NOTHING:
                draft.extra[tag] = text if not len(fields[tag]) else plain(fields[tag])
        if meta:
            draft.extra["wp:commentmeta"] = meta
        created = _gmt(texts.get("wp:comment_date_gmt"), "wp:comment_date_gmt", draft)
        if created is None:
            local = texts.get("wp:comment_date", "").strip()
            created = draft.iso("wp:comment_date", local) if local != _NO_DATE else None
        told = texts.get("wp:comment_parent", "").strip()
        parent = own.get(PARENT) or (told if told not in _NOTHING else None)
        comment = Comment(
            draft.id,
            post_id,
            author=self._commenter(texts, draft),
            body=html_body(_comment_text(texts)),
            created_at=created,
            parent_id=parent,
            status=_status(texts, draft),
            kind=_kind(texts, draft),
            origin=_origin(texts),
            extra=draft.kept(),
        )
        yield from draft.defects
        yield comment

    def _post_of(self, item: Element) -> str:
        if item is self._item and self._commented is not None:
            return self._commented
        self._item, self._commented = item, _post_id(item)
        return self._commented or UNKNOWN_POST

    def _commenter(self, texts: Mapping[str, str], draft: Draft) -> Author | None:
        user = texts.get("wp:comment_user_id", "").strip()
        key = (
            texts.get("wp:comment_author", "").strip(),
            texts.get("wp:comment_author_email", "").strip(),
            texts.get("wp:comment_author_url", "").strip(),
            user if user not in _NOTHING else None,
        )
        known = self._people.get(key)
        if known is not None:
            return known
        before = len(draft.defects)
        name, email, url, id_ = key
        author = draft.author(name, id=id_, email=email, url=url, field="wp:comment_author")
        if author and len(draft.defects) == before and len(self._people) < _MOST_PEOPLE:
            self._people[key] = author
        return author


def _post_id(item: Element) -> str | None:
    """Return the id of a post, of which all may not have been read yet."""
    named: dict[str, str] = {}
    for child in item:
        if child.tag in _IDS:
            named.setdefault(child.tag, text_of(child).strip())
        elif child.tag == "wp:postmeta":
            key, value = _meta(child)
            if key == ID:
                return value
    return next((named[tag] for tag in _IDS if named.get(tag)), None)


_IDS = ("wp:post_id", "guid", "link")


def _text(fields: Mapping[str, Sequence[Element]], tag: str) -> str:
    own = fields.get(tag)
    return text_of(own[0]) if own else ""


def _meta(element: Element) -> list[str]:
    texts = {child.tag: text_of(child) for child in element}
    return [texts.get("wp:meta_key", ""), texts.get("wp:meta_value", "")]


def _keep_post(
    fields: Mapping[str, Sequence[Element]], texts: Mapping[str, str], draft: Draft
) -> None:
    """Keep what a post has beside what the model knows, unless it says nothing."""
    for tag, own in fields.items():
        if tag not in _OF_POSTS and (len(own) > 1 or texts[tag] not in _NOTHING):
            draft.extra[tag] = plain(own[0]) if len(own) == 1 else [plain(each) for each in own]
    if draft.extra.get("wp:ping_status") == "open":
        del draft.extra["wp:ping_status"]
    if texts.get("description"):
        draft.extra["description"] = texts["description"]
    guid = texts.get("guid")
    if guid and guid != texts.get("link"):
        draft.extra["guid"] = guid
    meta = [pair for each in fields.get("wp:postmeta", ()) if (pair := _meta(each))[0] != ID]
    if meta:
        draft.extra["wp:postmeta"] = meta


def _tags(fields: Mapping[str, Sequence[Element]], draft: Draft) -> list[str]:
    """Return the names of a post's categories and tags, each once; what they are is kept."""
    terms = [
        [each.get("domain", ""), each.get("nicename", ""), text_of(each).strip()]
        for each in fields.get("category", ())
    ]
    if any(domain != "post_tag" or nicename for domain, nicename, _ in terms):
        draft.extra["category"] = terms
    names = [name for domain, _, name in terms if name and domain != "post_format"]
    return list(dict.fromkeys(names))


def _post_status(texts: Mapping[str, str], draft: Draft) -> PostStatus:
    word = texts.get("wp:status") or "publish"
    status = _STATUSES.get(word)
    if status is None:
        draft.extra["wp:status"] = word
        draft.defect(SourceDefectKind.BAD_VALUE, f"wp:status: {word}")
        return PostStatus.DRAFT
    if word in {"auto-draft", "inherit"}:
        draft.extra["wp:status"] = word
    if status is PostStatus.PUBLISHED and texts.get("wp:post_password"):
        # Whoever has the password reads it.
        draft.extra["wp:status"] = word
        return PostStatus.PRIVATE
    return status


def _status(texts: Mapping[str, str], draft: Draft) -> Status:
    word = texts.get("wp:comment_approved", "1").strip()
    status = _APPROVED.get(word)
    if status is None:
        draft.extra["wp:comment_approved"] = word
        draft.defect(SourceDefectKind.BAD_VALUE, f"wp:comment_approved: {word}")
        return Status.PENDING
    if word == "post-trashed":
        draft.extra["wp:comment_approved"] = word
    return status


def _kind(texts: Mapping[str, str], draft: Draft) -> CommentKind:
    word = texts.get("wp:comment_type", "").strip()
    kind = _COMMENT_KINDS.get(word)
    if kind is None:
        draft.extra["wp:comment_type"] = word
        return CommentKind.COMMENT
    return kind


def _origin(texts: Mapping[str, str]) -> Origin | None:
    address = texts.get("wp:comment_author_IP", "").strip() or None
    agent = texts.get("wp:comment_agent", "").strip() or None
    return Origin(address=address, agent=agent) if address or agent else None


def _comment_text(texts: Mapping[str, str]) -> str:
    return laid_out(texts.get("wp:comment_content", ""))


def _gmt(text: str | None, field: str, draft: Draft) -> datetime | None:
    value = text.strip() if text else ""
    if not value or value.startswith("0000-00-00"):
        return None
    try:
        return datetime.fromisoformat(value).replace(tzinfo=UTC)
    except ValueError:
        return draft.iso(field, value)
