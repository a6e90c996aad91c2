"""Author, Body, Origin, Post, Comment: what they hold, and the laws that they keep.

The laws stand in ``__attrs_post_init__``, not in converters: decoders such as msgspec build attrs
classes without running converters, and call that hook all the same. It has two parts, because
bulk readers make values by the million: one condition that is true only of fields that keep every
law beyond doubt (exact types, ASCII, nothing to bring to UTC), then, where that cannot be said at a
glance, ``_check``, which alone tells what is wrong and normalises. The condition may be too narrow,
never too wide: what it passes, ``_check`` would have passed and left as it is.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Self

import attrs

from blogmodel import _checks, _json
from blogmodel.errors import InvalidValueError
from blogmodel.model._kinds import CommentKind, MediaType, PostKind, PostStatus, Status

__all__ = ["Author", "Body", "Comment", "Extra", "Origin", "Post"]


@attrs.frozen(repr=False)
class Extra:
    """The fields of a document that this version does not know, kept as they were read.

    It is empty unless a document was read with ``Unknown.KEEP``; written again, the fields are
    there again. Make one with `Extra.of`, read it with `as_dict`.

    Attributes:
        text: the fields as one JSON object, in canonical form.

    Raises:
        InvalidValueError: the text is not one JSON object.

    Example:
        >>> from blogmodel.model import Extra
        >>> Extra.of({"karma": 12}).as_dict()
        {'karma': 12}
    """

    text: str = "{}"

    def __attrs_post_init__(self) -> None:
        text = _checks.text("Extra", "text", self.text)
        if text == "{}":
            return
        try:
            fields = _json.decode(text)
            kept = _json.canonical(fields)
        except ValueError as error:
            raise InvalidValueError("Extra", "text", text, f"one JSON object ({error})") from None
        if not isinstance(fields, dict):
            raise InvalidValueError("Extra", "text", text, "one JSON object")
        object.__setattr__(self, "text", kept)

    @classmethod
    def of(cls, fields: Mapping[str, object]) -> Self:
        """Keep these fields.

        Raises:
            InvalidValueError: they are not plain JSON.
        """
        try:
            text = _json.canonical(dict(fields))
        except ValueError as error:
            raise InvalidValueError("Extra", "text", fields, f"plain JSON ({error})") from None
        # It is canonical: made without asking again.
        made = object.__new__(cls)
        object.__setattr__(made, "text", _checks.text("Extra", "text", text))
        return made

    def as_dict(self) -> dict[str, Any]:
        """Return the fields as a new plain dict."""
        if not self:
            return {}
        fields: dict[str, Any] = _json.decode(self.text)  # type: ignore[assignment]
        return fields

    def __bool__(self) -> bool:
        return self.text != "{}"

    def __repr__(self) -> str:
        return f"Extra({', '.join(self.as_dict())})"


_NOTHING = Extra()

# A document says its kind and its version under these names.
_RESERVED = frozenset({"type", "version"})


def _keep(value: Any, extra: object) -> None:  # noqa: ANN401 - any of the values below
    """Require kept fields that do not pass for the value's own."""
    if extra is _NOTHING:
        return
    owner = type(value)
    _checks.instance(owner.__name__, "extra", extra, Extra, "Extra.of({'karma': 12})")
    if _apart(extra, owner):
        return
    own = {field.name for field in attrs.fields(owner)} | _RESERVED
    taken = sorted(own.intersection(value.extra.as_dict()))
    if taken:
        raise InvalidValueError(
            owner.__name__, "extra", taken, "only names that are no fields of the value itself"
        )


def _apart(extra: object, owner: type) -> bool:
    """Tell whether kept fields surely have no name of a value's own; where nested, they may."""
    if type(extra) is not Extra:
        return False
    pattern = _OWN.get(owner)
    return pattern is not None and pattern.search(extra.text) is None


# For each class, its own names as they stand in canonical JSON; filled in where they are known.
_OWN: dict[type, re.Pattern[str]] = {}


@attrs.frozen(repr=False)
class Author:
    """Who wrote something, as far as the source tells.

    Attributes:
        name: the name that readers see; not blank.
        id: the person's id in the source, where it has one.
        email: the address, for the site's own use; never in a repr.
        url: the person's page, absolute.
        extra: unknown fields that were kept.

    Raises:
        InvalidValueError: a field holds what it may not; the message names it.

    Example:
        >>> from blogmodel import Author
        >>> Author("Génération Agile")
        Author('Génération Agile')
    """

    name: str
    id: str | None = attrs.field(default=None, kw_only=True)
    email: str | None = attrs.field(default=None, kw_only=True)
    url: str | None = attrs.field(default=None, kw_only=True)
    extra: Extra = attrs.field(default=_NOTHING, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if not (
            type(self.name) is str
            # No lone surrogate is printable.
            and self.name.isprintable()
            and self.name.strip()
            and (self.id is None or (type(self.id) is str and self.id and self.id.isascii()))
            and self.email is None
            and self.url is None
            and (self.extra is _NOTHING or (type(self.extra) is Extra and not self.extra))
        ):
            self._check()

    def _check(self) -> None:
        _checks.name("Author", "name", self.name)
        _checks.optional_identifier("Author", "id", self.id)
        _checks.email("Author", "email", self.email)
        _checks.url("Author", "url", self.url)
        _keep(self, self.extra)

    def __repr__(self) -> str:
        return f"Author({_short(self.name)}{'' if self.id is None else f', id={_short(self.id)}'})"


@attrs.frozen(repr=False)
class Body:
    """A text and what it is written in; nothing guesses one from the other.

    Attributes:
        text: the text, exactly as it came.
        media_type: plain text unless said otherwise.
        extra: unknown fields that were kept.

    Raises:
        InvalidValueError: a field holds what it may not; the message names it.

    Example:
        >>> from blogmodel import Body, MediaType
        >>> Body("<p>Merci !</p>", MediaType.HTML)
        Body('<p>Merci !</p>', text/html)
    """

    text: str
    media_type: MediaType = MediaType.PLAIN
    extra: Extra = attrs.field(default=_NOTHING, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if not (
            type(self.media_type) is MediaType
            and (self.extra is _NOTHING or (type(self.extra) is Extra and not self.extra))
        ):
            self._check()
        elif type(self.text) is not str or not self.text.isascii():
            # Most bodies are not ASCII; nothing else is left to check in them.
            _checks.text("Body", "text", self.text)

    def _check(self) -> None:
        _checks.text("Body", "text", self.text)
        _checks.member("Body", "media_type", self.media_type, MediaType)
        _keep(self, self.extra)

    def __repr__(self) -> str:
        kind = "" if self.media_type is MediaType.PLAIN else f", {self.media_type}"
        return f"Body({_short(self.text)}{kind})"


@attrs.frozen(repr=False)
class Origin:
    """What a moderator may need of where a comment came from, and a reader must never see.

    It stands apart from the rest so that it can be dropped whole (`Comment.without_origin`), and
    no repr shows it.

    Attributes:
        address: the network address, as the source wrote it.
        agent: the browser's or program's name for itself.
        referrer: the page that the writer came from.
        extra: unknown fields that were kept.

    Raises:
        InvalidValueError: a field holds what it may not; the message names it.
    """

    address: str | None = attrs.field(default=None, kw_only=True)
    agent: str | None = attrs.field(default=None, kw_only=True)
    referrer: str | None = attrs.field(default=None, kw_only=True)
    extra: Extra = attrs.field(default=_NOTHING, kw_only=True)

    def __attrs_post_init__(self) -> None:
        _checks.optional_text("Origin", "address", self.address)
        _checks.optional_text("Origin", "agent", self.agent)
        _checks.optional_text("Origin", "referrer", self.referrer)
        _keep(self, self.extra)

    def __repr__(self) -> str:
        return "Origin(…)"


def _body(value: Body | str) -> Body:
    if type(value) is Body:
        return value
    return Body(value) if isinstance(value, str) else value


def _tags(value: Sequence[str]) -> tuple[str, ...]:
    # Anything else, a lone str among it, is for the validator to refuse.
    return tuple(value) if isinstance(value, list) else value  # type: ignore[return-value]


_EMPTY = Body("")


@attrs.frozen(repr=False)
class Post:
    """A post: what is written, by whom, when. What the source does not tell is None.

    Moments are aware and kept in UTC; give them in any zone.

    Attributes:
        id: opaque, not empty.
        title: plain text; None where the source has none.
        body: a `Body`; a str given is plain text.
        summary: what stands for the body in lists and feeds, where its author wrote one.
        kind: a post of the blog unless said otherwise.
        status: published unless said otherwise.
        author: None where the source does not tell.
        published_at: None for a draft, or where the source does not tell.
        updated_at: the last change, where known.
        language: a tag such as ``"fr-CA"``, where known.
        url: where it stands, absolute.
        slug: its name in its URL, where the source tells it apart.
        tags: in the author's order; a list given becomes a tuple.
        comments_closed_at: from when no comment is taken; None where they stay open.
        extra: unknown fields that were kept.

    Raises:
        InvalidValueError: a field holds what it may not; the message names it.

    Example:
        >>> from blogmodel import Post
        >>> Post("1", title="Mon premier billet", body="Bonjour !")
        Post('1', title='Mon premier billet')
    """

    id: str
    title: str | None = attrs.field(default=None, kw_only=True)
    body: Body = attrs.field(default=_EMPTY, converter=_body, kw_only=True)
    summary: Body | None = attrs.field(
        default=None, converter=attrs.converters.optional(_body), kw_only=True
    )
    kind: PostKind = attrs.field(default=PostKind.POST, kw_only=True)
    status: PostStatus = attrs.field(default=PostStatus.PUBLISHED, kw_only=True)
    author: Author | None = attrs.field(default=None, kw_only=True)
    published_at: datetime | None = attrs.field(default=None, kw_only=True)
    updated_at: datetime | None = attrs.field(default=None, kw_only=True)
    language: str | None = attrs.field(default=None, kw_only=True)
    url: str | None = attrs.field(default=None, kw_only=True)
    slug: str | None = attrs.field(default=None, kw_only=True)
    tags: tuple[str, ...] = attrs.field(default=(), converter=_tags, kw_only=True)
    comments_closed_at: datetime | None = attrs.field(default=None, kw_only=True)
    extra: Extra = attrs.field(default=_NOTHING, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if not (
            self.language is None
            and ((url := self.url) is None or (type(url) is str and _checks.is_plain_url(url)))
            and ((slug := self.slug) is None or (type(slug) is str and slug.isascii()))
            and (self.summary is None or type(self.summary) is Body)
            and type(self.kind) is PostKind
            and type(self.status) is PostStatus
            and type(self.id) is str
            and self.id
            and self.id.isascii()
            and (self.title is None or (type(self.title) is str and self.title.isprintable()))
            and type(self.body) is Body
            and (self.author is None or type(self.author) is Author)
            and (
                (moment := self.published_at) is None
                or (type(moment) is datetime and moment.tzinfo is UTC and not moment.fold)
            )
            and (
                (moment := self.updated_at) is None
                or (type(moment) is datetime and moment.tzinfo is UTC and not moment.fold)
            )
            and type(self.tags) is tuple
            and not self.tags
            and (
                (moment := self.comments_closed_at) is None
                or (type(moment) is datetime and moment.tzinfo is UTC and not moment.fold)
            )
            and (self.extra is _NOTHING or _apart(self.extra, Post))
        ):
            self._check()

    def _check(self) -> None:
        _checks.identifier("Post", "id", self.id)
        _checks.optional_text("Post", "title", self.title)
        _checks.instance("Post", "body", self.body, Body, "Body('…') or a str")
        _checks.optional_instance("Post", "summary", self.summary, Body, "Body('…') or a str")
        _checks.member("Post", "kind", self.kind, PostKind)
        _checks.member("Post", "status", self.status, PostStatus)
        _checks.optional_instance("Post", "author", self.author, Author, "Author('Marie')")
        _in_utc(self, "published_at", self.published_at)
        _in_utc(self, "updated_at", self.updated_at)
        _checks.language("Post", "language", self.language)
        _checks.url("Post", "url", self.url)
        _checks.optional_text("Post", "slug", self.slug)
        _checks.texts("Post", "tags", self.tags)
        _in_utc(self, "comments_closed_at", self.comments_closed_at)
        _keep(self, self.extra)

    def __repr__(self) -> str:
        title = "" if self.title is None else f", title={_short(self.title)}"
        return f"Post({_short(self.id)}{title})"


@attrs.frozen(repr=False)
class Comment:
    """A comment on a post. It knows its parent's id; nothing holds replies inside it.

    Moments are aware and kept in UTC; give them in any zone. What the source does not tell is None.

    Attributes:
        id: opaque, not empty.
        post_id: the post it stands under.
        author: None where the source does not tell.
        body: a `Body`; a str given is plain text.
        created_at: None where the source has no date, as on old pages; such comments come after
            the dated ones, by id.
        parent_id: the comment that it answers; None for one that answers the post.
        updated_at: the last change, where known.
        status: published unless said otherwise.
        kind: how it came; written at the post unless said otherwise.
        ups: votes for it.
        downs: votes against it.
        pinned: whether it is to stand first where that is asked for.
        language: a tag such as ``"fr-CA"``, where known.
        url: where it stands, absolute.
        origin: what a reader must never see; see `Origin` and `without_origin`.
        extra: unknown fields that were kept.

    Raises:
        InvalidValueError: a field holds what it may not; the message names it.

    Example:
        >>> from blogmodel import Author, Comment
        >>> Comment("2", "1", author=Author("Marie"), body="Merci !", parent_id="1")
        Comment('2', '1', author='Marie', parent_id='1', body='Merci !')
    """

    id: str
    post_id: str
    author: Author | None = attrs.field(default=None, kw_only=True)
    body: Body = attrs.field(default=_EMPTY, converter=_body, kw_only=True)
    created_at: datetime | None = attrs.field(default=None, kw_only=True)
    parent_id: str | None = attrs.field(default=None, kw_only=True)
    updated_at: datetime | None = attrs.field(default=None, kw_only=True)
    status: Status = attrs.field(default=Status.PUBLISHED, kw_only=True)
    kind: CommentKind = attrs.field(default=CommentKind.COMMENT, kw_only=True)
    ups: int = attrs.field(default=0, kw_only=True)
    downs: int = attrs.field(default=0, kw_only=True)
    pinned: bool = attrs.field(default=False, kw_only=True)
    language: str | None = attrs.field(default=None, kw_only=True)
    url: str | None = attrs.field(default=None, kw_only=True)
    origin: Origin | None = attrs.field(default=None, kw_only=True)
    extra: Extra = attrs.field(default=_NOTHING, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if not (
            self.language is None
            and ((url := self.url) is None or (type(url) is str and _checks.is_plain_url(url)))
            and type(self.id) is str
            and self.id
            and self.id.isascii()
            and type(self.post_id) is str
            and self.post_id
            and self.post_id.isascii()
            and (self.author is None or type(self.author) is Author)
            and type(self.body) is Body
            and (
                (moment := self.created_at) is None
                or (type(moment) is datetime and moment.tzinfo is UTC and not moment.fold)
            )
            and (
                (parent := self.parent_id) is None
                or (type(parent) is str and parent and parent.isascii())
            )
            and (
                (moment := self.updated_at) is None
                or (type(moment) is datetime and moment.tzinfo is UTC and not moment.fold)
            )
            and type(self.status) is Status
            and type(self.kind) is CommentKind
            and type(self.ups) is int
            and (not self.ups or 0 < self.ups <= _checks.LARGEST)
            and type(self.downs) is int
            and (not self.downs or 0 < self.downs <= _checks.LARGEST)
            and (self.origin is None or type(self.origin) is Origin)
            and (self.extra is _NOTHING or _apart(self.extra, Comment))
            and type(self.pinned) is bool
        ):
            self._check()

    def _check(self) -> None:
        _checks.identifier("Comment", "id", self.id)
        _checks.identifier("Comment", "post_id", self.post_id)
        _checks.optional_instance("Comment", "author", self.author, Author, "Author('Marie')")
        _checks.instance("Comment", "body", self.body, Body, "Body('…') or a str")
        _in_utc(self, "created_at", self.created_at)
        _checks.optional_identifier("Comment", "parent_id", self.parent_id)
        _in_utc(self, "updated_at", self.updated_at)
        _checks.member("Comment", "status", self.status, Status)
        _checks.member("Comment", "kind", self.kind, CommentKind)
        _checks.count("Comment", "ups", self.ups)
        _checks.count("Comment", "downs", self.downs)
        _checks.flag("Comment", "pinned", self.pinned)
        _checks.language("Comment", "language", self.language)
        _checks.url("Comment", "url", self.url)
        _checks.optional_instance("Comment", "origin", self.origin, Origin, "Origin(address='…')")
        _keep(self, self.extra)

    def without_origin(self) -> Self:
        """Return the same comment without what a reader must never see of where it came from.

        Example:
            >>> from blogmodel import Comment, Origin
            >>> comment = Comment("1", "1", origin=Origin(address="192.0.2.7"))
            >>> comment.without_origin().origin is None
            True
        """
        return attrs.evolve(self, origin=None)

    def __repr__(self) -> str:
        author = "" if self.author is None else f", author={_short(self.author.name)}"
        parent = "" if self.parent_id is None else f", parent_id={_short(self.parent_id)}"
        body = f", body={_short(self.body.text)}" if self.body.text else ""
        return f"Comment({_short(self.id)}, {_short(self.post_id)}{author}{parent}{body})"


_OWN.update(
    {
        owner: re.compile(
            f'"(?:{"|".join(sorted({field.name for field in attrs.fields(owner)} | _RESERVED))})":'
        )
        for owner in (Author, Body, Origin, Post, Comment)
    }
)


def _in_utc(value: Post | Comment, field: str, moment: object) -> None:
    there = _checks.moment(type(value).__name__, field, moment)
    if there is not moment:
        object.__setattr__(value, field, there)


_SHOWN = 40


def _short(text: str) -> str:
    return repr(text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…")
