"""Ids as IRIs, as feeds and linked data want them, and back.

The rule: an id that is an IRI of its own (``tag:``, ``http:``, ``https:``, ``urn:``) stands as it
is. Any other is put into one of ours, RFC 4151's ``tag:``, each part percent-encoded::

    tag:blog.example,2005:blogmodel:post:12
    tag:blog.example,2005:blogmodel:comment:12:34          post 12, comment 34
    tag:blog.example,2005:blogmodel:%2Fnotes:post:12       a blog at blog.example/notes
    tag:blogmodel.invalid,2005:blogmodel:post:12           a blog that tells no address

An id that looks like one of ours is put into one of ours too, so that what `id_of` takes out is
always what was put in. Where an id stands twice in a document, the second has ``:2`` at the end.
The year is the same for all blogs, since an id must not change: it is the one of RFC 4151.
"""

from __future__ import annotations

import re
from urllib.parse import quote, unquote

__all__ = ["Iris", "id_of", "iri", "namespace"]


def iri(id: str, space: str = "tag:blogmodel.invalid,2005:blogmodel:post:") -> str:  # noqa: A002 - it is one
    """Return the IRI of an id.

    Args:
        id: the id.
        space: what the IRI begins with where the id is none: `namespace`, and ``blog:``, ``post:``
            or ``comment:`` with the post's id, percent-encoded, and a colon.

    Example:
        >>> from blogmodel.formats._iris import iri
        >>> iri("12")
        'tag:blogmodel.invalid,2005:blogmodel:post:12'
        >>> iri("tag:blogger.com,1999:blog-1.post-2")
        'tag:blogger.com,1999:blog-1.post-2'
    """
    return id if _is_iri(id) and not _OWN.fullmatch(id) else f"{space}{_quoted(id)}"


def id_of(iri: str) -> str:
    """Return the id that an IRI was made of; an IRI that is none of ours is an id itself.

    Example:
        >>> from blogmodel.formats._iris import id_of
        >>> id_of("tag:blog.example,2005:blogmodel:comment:12:%C3%A9t%C3%A9")
        'été'
    """
    own = _OWN.fullmatch(iri)
    return unquote(own[1]) if own else iri


def namespace(url: str | None) -> str:
    """Return what the IRIs of a blog begin with; whoever reads it over HTTPS has the same ones."""
    place = _PLACE.match(url) if url else None
    if place is None:
        return "tag:blogmodel.invalid,2005:blogmodel:"
    host, path = place["host"].lower(), place["path"].rstrip("/")
    if not _DNS.fullmatch(host):
        host, path = "blogmodel.invalid", host + path
    return f"tag:{host},2005:blogmodel:{f'{_quoted(path)}:' if path else ''}"


class Iris:
    """Gives the IRIs of one document; none of them twice."""

    __slots__ = ("_given", "_space")

    def __init__(self, url: str | None) -> None:
        self._space = namespace(url)
        self._given: dict[str, int] = {}

    def blog(self, id: str | None) -> str:  # noqa: A002 - the field's own name
        """Return the IRI of the blog itself."""
        return self._once(id or "blog", f"{self._space}blog:")

    def post(self, id: str) -> str:  # noqa: A002 - the field's own name
        """Return the IRI of the next post, of that id."""
        return self._once(id, f"{self._space}post:")

    def comment(self, post_id: str, id: str) -> str:  # noqa: A002 - the field's own name
        """Return the IRI of the next comment, of that id."""
        return self._once(id, f"{self._space}comment:{_quoted(post_id)}:")

    def _once(self, id: str, space: str) -> str:  # noqa: A002 - the field's own name
        found = iri(id, space)
        count = self._given[found] = self._given.get(found, 0) + 1
        return found if count == 1 else f"{space}{_quoted(id)}:{count}"


def _quoted(text: str) -> str:
    return quote(text, safe="")


_OWN = re.compile(
    r"tag:[a-z0-9.-]+,2005:blogmodel:(?:(?!blog:|post:|comment:)[^:]+:)?"
    r"(?:blog|post|comment:[^:]+):([^:]+)(?::[0-9]+)?"
)
# The characters of RFC 3987 that need no escape, brackets left out; then what must come before.
_PART = r"(?:[!$&-;=?@A-Z_a-z~\u00a1-\ud7ff\uf900-\ufdcf\ufdf0-\uffef]|%[0-9A-Fa-f]{2})"
_IRI = re.compile(
    r"(?:https?://(?=[^/?#])|tag:[A-Za-z0-9.@_-]+,[0-9]{4}(?:-[0-9]{2}){0,2}:"
    rf"|urn:[A-Za-z0-9][A-Za-z0-9-]{{1,31}}:){_PART}+(?:#{_PART}*)?"
)
_PLACE = re.compile(r"https?://(?:[^/?#]*@)?(?P<host>[^/?#:]*)(?P<path>[^#]*)", re.IGNORECASE)
_DNS = re.compile(r"[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?")


def _is_iri(id: str) -> bool:  # noqa: A002 - the field's own name
    return id[:4] in _SCHEMES and id.isprintable() and _IRI.fullmatch(id) is not None


_SCHEMES = frozenset({"http", "tag:", "urn:"})
