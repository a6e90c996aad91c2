"""What readers yield: the site, posts and comments, what was kept, what was wrong."""

from __future__ import annotations

from enum import Enum, StrEnum, auto
from typing import TypeAlias

import attrs

from blogmodel import _checks
from blogmodel.errors import InvalidTypeError
from blogmodel.formats._findings import Inference, Notice
from blogmodel.model import Author, Comment, Extra, Post

__all__ = ["Damage", "Entry", "Kept", "Progress", "Site", "SourceDefect", "SourceDefectKind"]


@attrs.frozen(repr=False)
class Site:
    """What a source tells of the blog as a whole. What it does not tell is None.

    Attributes:
        title: plain text.
        description: the line under the title, plain text.
        url: where the blog stands, absolute.
        id: the blog's id in the source.
        language: a tag such as ``"fr-CA"``.
        zone: the name of the blog's time zone, as the source writes it.
        authors: the people who write the blog, where the source lists them.
        settings: the engine's own settings. They can hold e-mail addresses and keys: no writer of
            what the public reads carries them.

    Raises:
        InvalidValueError: a field holds what it may not; the message names it.

    Example:
        >>> from blogmodel.formats import Site
        >>> Site(title="Génération Agile", url="https://agile.example/")
        Site('Génération Agile')
    """

    title: str | None = attrs.field(default=None, kw_only=True)
    description: str | None = attrs.field(default=None, kw_only=True)
    url: str | None = attrs.field(default=None, kw_only=True)
    id: str | None = attrs.field(default=None, kw_only=True)
    language: str | None = attrs.field(default=None, kw_only=True)
    zone: str | None = attrs.field(default=None, kw_only=True)
    authors: tuple[Author, ...] = attrs.field(default=(), kw_only=True)
    settings: Extra = attrs.field(default=Extra(), kw_only=True)

    def __attrs_post_init__(self) -> None:
        _checks.optional_text("Site", "title", self.title)
        _checks.optional_text("Site", "description", self.description)
        _checks.url("Site", "url", self.url)
        _checks.optional_identifier("Site", "id", self.id)
        _checks.language("Site", "language", self.language)
        _checks.optional_text("Site", "zone", self.zone)
        if type(self.authors) is not tuple:
            raise InvalidTypeError("Site", "authors", self.authors, "a tuple of Author")
        for author in self.authors:
            _checks.instance("Site", "authors", author, Author, "Author('Marie')")
        _checks.instance("Site", "settings", self.settings, Extra, "Extra.of({'key': 'value'})")

    def __repr__(self) -> str:
        return f"Site({self.title or self.url or self.id!r})"


@attrs.frozen(repr=False)
class Kept:
    """A piece of a source that is none of the values here: kept as it was, and listed.

    Attributes:
        name: what the source calls it, such as ``"wp:category"`` or ``"attachment"``.
        content: its fields, by the source's own names.
        line: the line that it starts on, from 1, where the source has lines; two that were kept of
            different lines may be equal.

    Raises:
        InvalidValueError: a field holds what it may not; the message names it.
    """

    name: str
    content: Extra = attrs.field(default=Extra(), kw_only=True)
    line: int | None = attrs.field(default=None, kw_only=True, eq=False)

    def __attrs_post_init__(self) -> None:
        _checks.identifier("Kept", "name", self.name)
        _checks.instance("Kept", "content", self.content, Extra, "Extra.of({'key': 'value'})")
        if self.line is not None:
            _checks.count("Kept", "line", self.line)

    def __repr__(self) -> str:
        return f"Kept({self.name!r}{'' if self.line is None else f', line={self.line}'})"


class SourceDefectKind(StrEnum):
    """What can be wrong in a source; the reader went on, and did what is said of each."""

    JUNK_BEFORE = "junk-before"
    """Characters before the document begins; left out."""
    UNDECLARED_PREFIX = "undeclared-prefix"
    """A namespace prefix that is not declared, or as nobody's; taken for the one it usually has."""
    BAD_CHARACTER = "bad-character"
    """A character that the format cannot hold; left out."""
    BARE_SIGN = "bare-sign"
    """An ampersand or a less-than sign that begins nothing; taken for itself."""
    BARE_VALUE = "bare-value"
    """An attribute whose value has no quotation marks; given them."""
    NESTED_CDATA = "nested-cdata"
    """The end of a CDATA section inside one; taken for text."""
    UNKNOWN_ENTITY = "unknown-entity"
    """A reference that XML does not have; taken for HTML's, or left as it is written."""
    WRONG_ENCODING = "wrong-encoding"
    """Bytes that are not of the document's encoding; read as cp1252."""
    CONFLICT_MARKER = "conflict-marker"
    """A line that a version control left there; left out."""
    DOCTYPE = "doctype"
    """A document type; not read, and nothing was fetched."""
    BROKEN_RECORD = "broken-record"
    """A record that cannot be read; kept as it is written, and what follows is read."""
    TRUNCATED = "truncated"
    """The source ends too early; what is whole was read, the rest is kept as it is written."""
    TOO_LARGE = "too-large"
    """A record, or a file in an archive of files, larger than any real one; passed over."""
    MISSING_ID = "missing-id"
    """A post or comment without an id; given one made of its content."""
    DUPLICATE_ID = "duplicate-id"
    """An id that another of the same post has; both are read."""
    BAD_DATE = "bad-date"
    """A date that cannot be read, or none that can be; its text is in ``extra``."""
    NAIVE_DATE = "naive-date"
    """A local time of which nobody told the zone; no moment, its text is in ``extra``."""
    BAD_VALUE = "bad-value"
    """A field that holds what it may not; left empty, its text is in ``extra``."""
    UNKNOWN_KIND = "unknown-kind"
    """A record of a kind that the format does not have; kept."""
    UNKNOWN_POST = "unknown-post"
    """A comment on a post that the source does not have; read as it is."""


@attrs.frozen
class SourceDefect:
    """Something wrong in a source. Its kind says what the reader did about it.

    Attributes:
        kind: what is wrong.
        text: the piece of the source, or what is wrong with it, in a few words.
        line: the line, from 1, where the source has lines.
        column: the column, from 1, in code points.
        subject_id: the post or comment that it is about.
    """

    kind: SourceDefectKind
    text: str = ""
    line: int | None = attrs.field(default=None, kw_only=True)
    column: int | None = attrs.field(default=None, kw_only=True)
    subject_id: str | None = attrs.field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        _checks.member("SourceDefect", "kind", self.kind, SourceDefectKind)
        _checks.text("SourceDefect", "text", self.text)
        for field in ("line", "column"):
            if getattr(self, field) is not None:
                _checks.count("SourceDefect", field, getattr(self, field))
        _checks.optional_identifier("SourceDefect", "subject_id", self.subject_id)


class Damage(Enum):
    """What to do where a source is not as its format wants it."""

    REPAIR = auto()
    """Read what can be read, and list what was wrong among the defects."""
    REFUSE = auto()
    """Raise `blogmodel.errors.MalformedSourceError`, with the line and the column."""


@attrs.frozen
class Progress:
    """How far a reader has come.

    Attributes:
        done: how many bytes of the source were read.
        total: how many it has; None where that cannot be known.
        posts: how many posts were found.
        comments: how many comments were found.
    """

    done: int
    total: int | None = None
    posts: int = 0
    comments: int = 0


Entry: TypeAlias = Site | Post | Comment | Kept | SourceDefect | Inference | Notice
"""What `blogmodel.formats.read` yields."""
