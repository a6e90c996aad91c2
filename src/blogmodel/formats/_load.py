"""All that a source holds, gathered: what needs the whole of it is found out here."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, BinaryIO

import attrs

from blogmodel.formats._archive import Archive, Format
from blogmodel.formats._draft import UNKNOWN_POST
from blogmodel.formats._entries import Damage, Kept, Site, SourceDefect, SourceDefectKind
from blogmodel.formats._findings import Inference, Notice
from blogmodel.formats._read import Reading, read
from blogmodel.model import Comment, Extra, Post

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterator, Sequence
    from datetime import tzinfo

    from blogmodel.formats._entries import Progress
    from blogmodel.formats.blogger_text import BloggerTextOptions

__all__ = ["load"]


def load(  # noqa: PLR0913 - as read
    source: str | os.PathLike[str] | BinaryIO,
    *,
    format: Format | None = None,  # noqa: A002 - the word for it
    encoding: str | None = None,
    zone: tzinfo | None = None,
    damage: Damage = Damage.REPAIR,
    clean: Callable[[str], str] | None = None,
    progress: Callable[[Progress], None] | None = None,
    options: BloggerTextOptions | None = None,
) -> Archive:
    r"""Read a file or a binary stream: the site, posts, comments, and all that there is beside.

    It takes what `read` takes and gathers what that yields. Two things need the whole: a comment
    in reply to another, where a feed tells no more, gets the post of that one; ids that stand
    twice under one post, and posts that are not there, are listed among the defects.

    Raises:
        SourceError: as `read`: the source cannot be read, or not as any format that is known.
        InvalidValueError: no encoding has the name given.
        InvalidTypeError: an argument is something else.

    Example:
        >>> import io
        >>> from blogmodel import load
        >>> load(io.BytesIO("Un billet.\nBravo !\nRépondreSupprimer".encode()))
        Archive(blogger-text, 1 posts, 1 comments, 1 inferences)
    """
    with read(
        source,
        format=format,
        encoding=encoding,
        zone=zone,
        damage=damage,
        clean=clean,
        progress=progress,
        options=options,
    ) as reading:
        return _gathered(reading)


def _gathered(reading: Reading) -> Archive:
    sites: list[Site] = []
    posts: list[Post] = []
    comments: list[Comment] = []
    kept: list[Kept] = []
    defects: list[SourceDefect] = []
    inferences: list[Inference] = []
    notices: list[Notice] = []
    places: dict[type, list[Any]] = {
        Site: sites,
        Post: posts,
        Comment: comments,
        Kept: kept,
        SourceDefect: defects,
        Inference: inferences,
        Notice: notices,
    }
    for entry in reading:
        places[type(entry)].append(entry)
    told = [site for site in sites if site != Site()]
    # Several blogs in one archive of files.
    kept += [
        Kept("site", content=Extra.of({"title": site.title, "url": site.url, "id": site.id}))
        for site in told[1:]
    ]
    placed = list(_under_their_posts(comments, {post.id for post in posts}))
    # An archive that was written and is read again tells its own.
    told_before = set(defects)
    defects += [defect for defect in _amiss(posts, placed) if defect not in told_before]
    return Archive(
        reading.format or Format.BLOGGER_TEXT,
        site=told[0] if told else None,
        posts=tuple(posts),
        comments=tuple(placed),
        kept=tuple(kept),
        defects=tuple(defects),
        inferences=tuple(inferences),
        notices=tuple(notices),
        encoding=reading.encoding,
    )


def _under_their_posts(comments: Sequence[Comment], posts: set[str]) -> Iterator[Comment]:
    """Give a comment that stands under another the post that this one stands under."""
    by_id = {comment.id: comment for comment in comments}
    for comment in comments:
        above = comment.post_id
        if above in posts or above not in by_id or above == comment.id:
            yield comment
            continue
        seen = {comment.id}
        while above not in posts and above in by_id and above not in seen:
            seen.add(above)
            above = by_id[above].post_id
        yield attrs.evolve(comment, post_id=above, parent_id=comment.parent_id or comment.post_id)


def _amiss(posts: Sequence[Post], comments: Sequence[Comment]) -> Iterator[SourceDefect]:
    for id_, times in Counter(post.id for post in posts).items():
        if times > 1:
            yield SourceDefect(SourceDefectKind.DUPLICATE_ID, f"{times} posts", subject_id=id_)
    own = {post.id for post in posts}
    twice = Counter((comment.post_id, comment.id) for comment in comments)
    for (_, id_), times in twice.items():
        if times > 1:
            yield SourceDefect(SourceDefectKind.DUPLICATE_ID, f"{times} comments", subject_id=id_)
    for id_, times in Counter(comment.post_id for comment in comments).items():
        if id_ not in own and id_ != UNKNOWN_POST:
            said = f"{times} comments" if times > 1 else "1 comment"
            yield SourceDefect(SourceDefectKind.UNKNOWN_POST, said, subject_id=id_)
