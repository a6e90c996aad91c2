"""Two exports of one blog, or more, made one; and comments brought to the posts they belong to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlsplit

import attrs

from blogmodel.formats._entries import SourceDefectKind
from blogmodel.model import Body, Comment, Post, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable

    from blogmodel.formats._archive import Archive

__all__ = ["attach", "merge"]

_Value = TypeVar("_Value", Post, Comment)


def merge(first: Archive, *others: Archive) -> Archive:
    """Return one archive of several of one blog, such as a backup and a later one.

    What has the same id (a comment: under the same post) is one. The one that was changed later
    counts, of two that were not the one in the later archive; what it does not tell is taken from
    the other. What is erased in one stays erased. Merging an archive with itself changes nothing.

    Args:
        first: an archive; its format and encoding are those of the result.
        others: the others, from older to newer.

    Example:
        >>> from blogmodel import Comment, Post
        >>> from blogmodel.formats import Archive, Format, merge
        >>> old = Archive(Format.JSON, posts=(Post("1", title="Été"),), comments=())
        >>> new = Archive(Format.JSON, posts=(Post("1"),), comments=(Comment("2", "1"),))
        >>> merge(old, new)
        Archive(json, 1 posts, 1 comments)
        >>> merge(old, new).posts[0].title
        'Été'
    """
    archives = (first, *others)
    sites = [archive.site for archive in archives if archive.site is not None]
    site = None
    for told in sites:
        site = told if site is None else _filled(told, site)
    posts = _united((post for archive in archives for post in archive.posts), lambda post: post.id)
    comments = _united(
        (comment for archive in archives for comment in archive.comments),
        lambda comment: (comment.post_id, comment.id),
    )
    present = {post.id for post in posts}
    return attrs.evolve(
        first,
        site=site,
        posts=posts,
        comments=comments,
        kept=_once(kept for archive in archives for kept in archive.kept),
        defects=_once(
            defect
            for archive in archives
            for defect in archive.defects
            if not (defect.kind is SourceDefectKind.UNKNOWN_POST and defect.subject_id in present)
        ),
        inferences=_once(one for archive in archives for one in archive.inferences),
        notices=_once(notice for archive in archives for notice in archive.notices),
    )


_T = TypeVar("_T", bound="Hashable")


def _once(values: Iterable[_T]) -> tuple[_T, ...]:
    return tuple(dict.fromkeys(values))


def _united(values: Iterable[_Value], key: Callable[[_Value], Hashable]) -> tuple[_Value, ...]:
    known: dict[Hashable, _Value] = {}
    for value in values:
        before = known.get(key(value))
        known[key(value)] = value if before is None else _one(before, value)
    return tuple(known.values())


def _one(older: _Value, newer: _Value) -> _Value:
    """Return one value of two of the same id."""
    if older == newer:
        return older
    for value in (newer, older):
        if value.status is Status.ERASED:
            return value
    if older.updated_at and (newer.updated_at is None or older.updated_at > newer.updated_at):
        older, newer = newer, older
    return _filled(newer, older)


_Attrs = TypeVar("_Attrs")


def _filled(value: _Attrs, by: _Attrs) -> _Attrs:
    """Return a value in which what it does not tell is taken from another."""
    told = {
        field.name: getattr(by, field.name)
        for field in attrs.fields(type(value))  # type: ignore[arg-type]
        if _is_blank(getattr(value, field.name))
    }
    return attrs.evolve(value, **told) if told else value  # type: ignore[misc]


def _is_blank(field: object) -> bool:
    return field is None or field == () or (isinstance(field, Body) and not field.text)


def attach(archive: Archive, posts: Iterable[Post]) -> Archive:
    """Return an archive of comments under the posts of a blog that was read elsewhere.

    What a comment service calls a thread is a post of the blog: the one of the same id, of the
    identifier that the blog gave the service, or of the same address, whatever its scheme, a
    ``www.``, a final slash or ``index.html``, and what follows ``?`` or ``#`` where that makes no
    difference between posts. Posts that nobody commented on are there too; threads that belong to
    no post keep their own.

    Args:
        archive: the comments, as of Disqus, Isso, Remark42 or Commento.
        posts: the blog's posts.

    Example:
        >>> from blogmodel import Comment, Post
        >>> from blogmodel.formats import Archive, Format, attach
        >>> disqus = Archive(
        ...     Format.DISQUS,
        ...     posts=(Post("99", url="http://www.blog.example/ete/"),),
        ...     comments=(Comment("1", "99"),),
        ... )
        >>> attach(disqus, [Post("7", url="https://blog.example/ete")]).comments
        (Comment('1', '7'),)
    """
    own = tuple(posts)
    ids = {post.id for post in own}
    by_address: dict[str, str] = {}
    for post in own:
        for address in _addresses(post):
            by_address.setdefault(address, post.id)
    found: dict[str, str] = {}
    for thread in archive.posts:
        names = [thread.id, *_identifiers(thread)]
        places = (by_address.get(address) for address in _addresses(thread))
        match = next((name for name in names if name in ids), None) or next(
            (place for place in places if place is not None), None
        )
        if match is not None:
            found[thread.id] = match
    left = tuple(thread for thread in archive.posts if thread.id not in found)
    return attrs.evolve(
        archive,
        posts=(*own, *left),
        comments=tuple(
            attrs.evolve(comment, post_id=found[comment.post_id])
            if comment.post_id in found
            else comment
            for comment in archive.comments
        ),
        defects=tuple(
            defect
            for defect in archive.defects
            if not (defect.kind is SourceDefectKind.UNKNOWN_POST and defect.subject_id in ids)
        ),
    )


def _identifiers(thread: Post) -> list[str]:
    """Return what the blog called a post to the service; WordPress says « 12 https://… »."""
    said = thread.extra.as_dict().get("identifier") if thread.extra else None
    if not isinstance(said, str):
        return []
    return [said, *said.split()[:1]]


_INDEX = re.compile(r"/(?:index\.(?:html?|php))?\Z")


def _addresses(post: Post) -> list[str]:
    """Return the addresses that a post goes by, from the most exact on."""
    extra = post.extra.as_dict() if post.extra else {}
    said = [post.url, extra.get("uri"), extra.get("url"), extra.get("identifier")]
    found: list[str] = []
    for text in said:
        if isinstance(text, str) and (text.startswith(("http://", "https://", "/"))):
            found += _forms(text)
    return found


def _forms(address: str) -> list[str]:
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return []
    path = _INDEX.sub("", parts.path)
    exact = f"{host}{path}?{parts.query}" if parts.query else f"{host}{path}"
    # « ?p=12 » is the post; « ?utm_source=… » is not: the path alone is tried where it says much.
    return [exact, f"{host}{path}"] if parts.query and path else [exact]
