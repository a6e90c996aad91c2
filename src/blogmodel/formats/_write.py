"""One door out: an archive in any format that is written, and what would be lost on the way."""

from __future__ import annotations

import io
import os
from collections import Counter
from contextlib import suppress
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import attrs

from blogmodel import _checks
from blogmodel.errors import InvalidTypeError, UnknownFormatError, UnwritableTargetError
from blogmodel.formats._archive import Archive, Format
from blogmodel.formats._entries import Site
from blogmodel.formats._feed_options import FeedOptions
from blogmodel.formats._json_lines import json_lines
from blogmodel.formats._load import load
from blogmodel.formats._write_disqus import disqus_pieces
from blogmodel.formats._write_movable_type import movable_type_pieces
from blogmodel.formats._write_wxr import wxr_pieces

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from blogmodel.formats.html_page import HtmlOptions
    from blogmodel.model import Comment, Post

    _Options = HtmlOptions | FeedOptions | None

__all__ = ["Loss", "lost", "pieces", "write"]


def write(
    archive: Archive,
    target: str | os.PathLike[str] | BinaryIO,
    format: Format,  # noqa: A002 - the word for it
    options: HtmlOptions | FeedOptions | None = None,
) -> None:
    """Write an archive to a file or a binary stream, in UTF-8.

    A file that is there is replaced once the new one is whole.

    Args:
        archive: what to write.
        target: a path, or a stream of bytes that is left open.
        format: the format; `lost` tells what it cannot hold.
        options: what a page of HTML, or a feed, is to be like; None for what the site tells.

    Raises:
        UnwritableTargetError: the system refuses it.
        UnknownFormatError: the format is read only.
        InvalidTypeError: an argument is something else.

    Example:
        >>> import io
        >>> from blogmodel import Post
        >>> from blogmodel.formats import Archive, Format, write
        >>> there = io.BytesIO()
        >>> archive = Archive(Format.JSON, posts=(Post("1", title="Été"),), comments=())
        >>> write(archive, there, Format.WXR)
        >>> b"<title>" in there.getvalue()
        True
    """
    written = pieces(archive, format, options)
    if isinstance(target, str | os.PathLike):
        _to_file(written, Path(os.fsdecode(target)))
    elif callable(getattr(target, "write", None)):
        _to_stream(written, target, str(getattr(target, "name", "<stream>")))
    else:
        raise InvalidTypeError("write", "target", target, "a path or a stream of bytes")


def pieces(
    archive: Archive,
    format: Format,  # noqa: A002 - the word for it
    options: HtmlOptions | FeedOptions | None = None,
) -> Iterator[str]:
    r"""Return an iterator over the pieces of an archive in some format, which joined are the text.

    Raises:
        UnknownFormatError: the format is read only.
        InvalidTypeError: an argument is something else.

    Example:
        >>> from blogmodel import Post
        >>> from blogmodel.formats import Archive, Format, pieces
        >>> archive = Archive(Format.JSON, posts=(Post("1"),), comments=())
        >>> next(pieces(archive, Format.JSON))
        '{"type":"archive","version":1}\n'
    """
    _checks.instance("pieces", "archive", archive, Archive, "load('export.xml')")
    _checks.member("pieces", "format", format, Format)
    writer = _WRITERS.get(format)
    if writer is None:
        raise UnknownFormatError("pieces", f"{format}, which is read only")
    return writer(archive, options)


def _json(archive: Archive, _: object) -> Iterator[str]:
    site = () if archive.site is None else (archive.site,)
    return json_lines(
        (
            *site,
            *archive.posts,
            *archive.comments,
            *archive.kept,
            *archive.defects,
            *archive.inferences,
            *archive.notices,
        )
    )


def _wxr(archive: Archive, _: object) -> Iterator[str]:
    return wxr_pieces(archive.site, archive.posts, archive.comments, archive.kept)


def _disqus(archive: Archive, _: object) -> Iterator[str]:
    return disqus_pieces(archive.site, archive.posts, archive.comments)


def _movable_type(archive: Archive, _: object) -> Iterator[str]:
    return movable_type_pieces(archive.posts, archive.comments)


def _html(archive: Archive, options: _Options) -> Iterator[str]:
    from blogmodel.formats.html_page import HtmlOptions, html_pieces  # noqa: PLC0415 - slow to load

    site = archive.site
    _checks.optional_instance("write", "options", options, HtmlOptions, "HtmlOptions('fr')")
    known = (
        options
        if isinstance(options, HtmlOptions)
        else HtmlOptions((site.language if site else None) or "fr")
    )
    return html_pieces(archive.posts, archive.comments, site=site, options=known)


def _atom(archive: Archive, options: _Options) -> Iterator[str]:
    from blogmodel.formats._write_atom import atom_pieces  # noqa: PLC0415 - few programs need it

    return atom_pieces(archive.site, archive.posts, archive.comments, _of_feeds(options))


def _rss(archive: Archive, options: _Options) -> Iterator[str]:
    from blogmodel.formats._write_rss import rss_pieces  # noqa: PLC0415 - as above

    return rss_pieces(archive.site, archive.posts, archive.comments, _of_feeds(options))


def _json_feed(archive: Archive, options: _Options) -> Iterator[str]:
    from blogmodel.formats._write_json_feed import json_feed_pieces  # noqa: PLC0415 - as above

    return json_feed_pieces(archive.site, archive.posts, archive.comments, _of_feeds(options))


def _json_ld(archive: Archive, options: _Options) -> Iterator[str]:
    from blogmodel.formats._write_jsonld import json_ld_pieces  # noqa: PLC0415 - as above

    return json_ld_pieces(archive.site, archive.posts, archive.comments, _of_feeds(options))


def _activity(archive: Archive, options: _Options) -> Iterator[str]:
    from blogmodel.formats._write_activity import activity_pieces  # noqa: PLC0415 - as above

    return activity_pieces(archive.site, archive.posts, archive.comments, _of_feeds(options))


def _of_feeds(options: _Options) -> FeedOptions:
    _checks.optional_instance("write", "options", options, FeedOptions, "FeedOptions()")
    return options if isinstance(options, FeedOptions) else FeedOptions()


_WRITERS: Mapping[Format, Callable[[Archive, _Options], Iterator[str]]] = {
    Format.JSON: _json,
    Format.WXR: _wxr,
    Format.DISQUS: _disqus,
    Format.MOVABLE_TYPE: _movable_type,
    Format.HTML: _html,
    Format.ATOM: _atom,
    Format.RSS: _rss,
    Format.JSON_FEED: _json_feed,
    Format.JSON_LD: _json_ld,
    Format.ACTIVITY_STREAMS: _activity,
    Format.MOVABLE_TYPE: _movable_type,
}


def _to_stream(written: Iterable[str], stream: BinaryIO, name: str) -> None:
    for piece in written:
        try:
            stream.write(piece.encode())
        except Exception as error:
            raise _unwritable(name, error) from error


def _to_file(written: Iterable[str], path: Path) -> None:
    part = path.with_name(f"{path.name[:200]}.part")
    try:
        with part.open("wb") as stream:
            _to_stream(written, stream, str(path))
        part.replace(path)
    except (OSError, ValueError) as error:
        raise _unwritable(str(path), error) from error
    finally:
        with suppress(OSError, ValueError):
            part.unlink(missing_ok=True)


def _unwritable(name: str, error: Exception) -> UnwritableTargetError:
    detail = error.strerror if isinstance(error, OSError) else None
    return UnwritableTargetError(name, detail or str(error))


@attrs.frozen
class Loss:
    """Something of an archive that a format cannot hold.

    Attributes:
        field: what it is, such as ``"comment.parent_id"``; ``"comment"`` for whole comments.
        count: how many of its posts or comments lose it.
        example: the id of the first.
    """

    field: str
    count: int
    example: str


def lost(archive: Archive, format: Format) -> tuple[Loss, ...]:  # noqa: A002 - the word for it
    """Tell what an archive would lose in a format, before it is lost.

    The format itself is asked: the archive is written in it and read again, and what is no more as
    it was is told, by field. What was inferred, noticed and found wrong in the archive's own source
    is not compared. Where nothing is told, reading what is written gives the same archive.

    Raises:
        UnknownFormatError: the format is read only, or written only.

    Example:
        >>> from blogmodel import Post
        >>> from blogmodel.formats import Archive, Format, lost
        >>> archive = Archive(Format.JSON, posts=(Post("1", language="fr"),), comments=())
        >>> lost(archive, Format.WXR)
        (Loss(field='post.language', count=1, example='1'),)
        >>> lost(archive, Format.JSON)
        ()
    """
    if format in _WRITTEN_ONLY:
        raise UnknownFormatError("lost", f"{format}, which is written only")
    text = "".join(pieces(archive, format))
    # It is written in UTC there, and does not say so.
    zone = UTC if format is Format.MOVABLE_TYPE else None
    again = load(io.BytesIO(text.encode()), format=format, zone=zone)
    found = [
        *_of_values("post", archive.posts, again.posts, lambda post: post.id),
        *_of_values(
            "comment",
            archive.comments,
            again.comments,
            lambda comment: (comment.post_id, comment.id),
        ),
        *_of_site(archive.site or Site(), again.site or Site()),
        *(("kept", kept.name) for kept in (Counter(archive.kept) - Counter(again.kept)).elements()),
    ]
    counts = Counter(field for field, _ in found)
    first = dict(reversed(found))
    return tuple(Loss(field, count, first[field]) for field, count in counts.items())


_WRITTEN_ONLY = frozenset({Format.JSON_LD, Format.ACTIVITY_STREAMS, Format.HTML})


def _of_values(
    name: str,
    before: Iterable[Post] | Iterable[Comment],
    after: Iterable[Post] | Iterable[Comment],
    key: Callable[[Any], object],
) -> Iterator[tuple[str, str]]:
    there: dict[object, list[Post | Comment]] = {}
    for value in after:
        there.setdefault(key(value), []).append(value)
    for value in before:
        again = there.get(key(value))
        if not again:
            yield name, value.id
            continue
        other = again.pop(0)
        for field in attrs.fields(type(value)):
            if getattr(value, field.name) != getattr(other, field.name):
                yield f"{name}.{field.name}", value.id
    for rest in there.values():
        for value in rest:
            yield f"{name} (made by the format)", value.id


def _of_site(before: Site, after: Site) -> Iterator[tuple[str, str]]:
    for field in attrs.fields(Site):
        if getattr(before, field.name) != getattr(after, field.name):
            yield f"site.{field.name}", before.id or before.url or before.title or ""
