"""One door for every format: it is recognised by what is in the source, never by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

import attrs

from blogmodel import _checks
from blogmodel.errors import UnknownFormatError
from blogmodel.formats._archive import Format
from blogmodel.formats._decode import decode, require_encoding
from blogmodel.formats._entries import Damage, Progress
from blogmodel.formats._reading import Options
from blogmodel.formats._recognise import READERS, foreign, recognised
from blogmodel.formats._sources import OpenSource, is_container, opened
from blogmodel.formats.blogger_text import BloggerTextOptions, read_blogger_text
from blogmodel.model import Body, Comment, MediaType, Post

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterator
    from datetime import tzinfo
    from types import TracebackType
    from typing import Self

    from blogmodel.formats._entries import Entry

__all__ = ["Reading", "read"]


def read(  # noqa: PLR0913 - what a caller may know that the source does not tell
    source: str | os.PathLike[str] | BinaryIO,
    *,
    format: Format | None = None,  # noqa: A002 - the word for it
    encoding: str | None = None,
    zone: tzinfo | None = None,
    damage: Damage = Damage.REPAIR,
    clean: Callable[[str], str] | None = None,
    progress: Callable[[Progress], None] | None = None,
    options: BloggerTextOptions | None = None,
) -> Reading:
    r"""Read a file or a binary stream, piece by piece, in memory that does not grow with it.

    What comes are posts, comments, the site (last, when all that tells of it was read), what was
    not understood (`Kept`), what is wrong (`SourceDefect`), and of the saved text of a page what
    was inferred and noticed. Comments may come before their post. A file in an archive of files
    (zip, tar, gzip) is read where it stands.

    Args:
        source: a path, or a stream of bytes that is left open.
        format: the format; None to recognise it by what is in the source.
        encoding: the encoding of the text; None to find out.
        zone: that of times of which the source does not tell it. Without it such a time is no
            moment: it is kept as text, and a defect says so.
        damage: whether what is broken is repaired and listed, or refused.
        clean: what every HTML body is given to, such as `clean_html`; None to leave HTML as it is.
        progress: is called now and then, and at the end, with how far the reading has come.
        options: what the caller knows of a Blogger page's text and the text does not tell.

    Returns:
        An iterator of entries; used in a ``with`` statement it closes the file in any case.

    Raises:
        UnreadableSourceError: the system refuses it; reading may raise it too.
        EmptySourceError: it holds no text.
        BinarySourceError: it is not text, nor anything that is read.
        EncodingError: its bytes are not of the encoding.
        UnknownFormatError: it is text of a format that is not read.
        MalformedSourceError: reading finds nothing that can be read, or damage that was to be
            refused.
        InvalidValueError: no encoding has the name given.
        InvalidTypeError: an argument is something else.

    Example:
        >>> import io
        >>> from blogmodel import formats
        >>> feed = b'''<feed xmlns="http://www.w3.org/2005/Atom">
        ... <entry><id>1</id><title>Un billet</title></entry></feed>'''
        >>> [entry for entry in formats.read(io.BytesIO(feed)) if isinstance(entry, Post)]
        [Post('1', title='Un billet')]
    """
    if encoding is not None:
        require_encoding(encoding)
    if format is not None:
        _checks.member("read", "format", format, Format)
    _checks.member("read", "damage", damage, Damage)
    _checks.optional_instance(
        "read", "options", options, BloggerTextOptions, "BloggerTextOptions()"
    )
    given = Options(zone=zone, encoding=encoding, damage=damage)
    there = opened(source, "read")
    try:
        return Reading(there, given, format, options or BloggerTextOptions(), clean, progress)
    except BaseException:
        there.close()
        raise


class Reading:
    """A source that is being read: an iterator of entries.

    Attributes:
        format: what the source is; in an archive of files, what the latest file is.
        encoding: the one that a text without markup was decoded in; None for other formats.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - what read was given
        self,
        source: OpenSource,
        given: Options,
        format: Format | None,  # noqa: A002 - as read has it
        page: BloggerTextOptions,
        clean: Callable[[str], str] | None,
        progress: Callable[[Progress], None] | None,
    ) -> None:
        self.format = format
        self.encoding: str | None = None
        self._source = source
        self._given = given
        self._page = page
        self._clean = clean
        self._progress = progress
        self._done = self._posts = self._comments = 0
        if format is not None:
            self._entries = self._forced(format)
        elif is_container(source.head):
            from blogmodel.formats._containers import members  # noqa: PLC0415 - few files need it

            self._entries = members(source, given, self._member)
        else:
            found = self._found(source, given)
            self._entries = self._text() if found is None else found

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Entry:
        try:
            entry = next(self._entries)
        except BaseException:
            self._tell()
            self.close()
            raise
        if isinstance(entry, Post):
            self._posts += 1
        elif isinstance(entry, Comment):
            self._comments += 1
        if self._source.done != self._done:
            self._tell()
        return entry if self._clean is None else _cleaned(entry, self._clean)

    def _tell(self) -> None:
        self._done = self._source.done
        if self._progress is not None:
            progress = Progress(self._done, self._source.total, self._posts, self._comments)
            self._progress(progress)

    def _forced(self, format: Format) -> Iterator[Entry]:  # noqa: A002 - as read has it
        reader = next((reader for reader in READERS if reader.format is format), None)
        if reader is not None:
            return reader.entries(self._source, self._given)
        if format is Format.BLOGGER_TEXT:
            return self._text()
        raise UnknownFormatError(self._source.name, f"{format}, which is written only")

    def _found(self, source: OpenSource, given: Options) -> Iterator[Entry] | None:
        reader = recognised(source.head)
        if reader is None:
            return None
        self.format = reader.format
        return reader.entries(source, given)

    def _member(self, source: OpenSource, given: Options) -> Iterator[Entry] | None:
        return self._found(source, given)

    def _text(self) -> Iterator[Entry]:
        """Read the saved text of a page; all of it, since labels at its end tell of its start."""
        name = self._source.name
        text, self.encoding = decode(self._source.rest(), name, self._given.encoding)
        another = None if self.format is Format.BLOGGER_TEXT else foreign(text)
        if another is not None:
            raise UnknownFormatError(name, another)
        self.format = Format.BLOGGER_TEXT
        archive = read_blogger_text(text, self._page)
        return iter((*archive.posts, *archive.comments, *archive.inferences, *archive.notices))

    def close(self) -> None:
        """Close the file, if it was opened here."""
        self._source.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _cleaned(entry: Entry, clean: Callable[[str], str]) -> Entry:
    if isinstance(entry, Comment):
        return attrs.evolve(entry, body=_clean_body(entry.body, clean))
    if isinstance(entry, Post):
        summary = entry.summary
        return attrs.evolve(
            entry,
            body=_clean_body(entry.body, clean),
            summary=None if summary is None else _clean_body(summary, clean),
        )
    return entry


def _clean_body(body: Body, clean: Callable[[str], str]) -> Body:
    if body.media_type is not MediaType.HTML:
        return body
    return attrs.evolve(body, text=clean(body.text))
