"""Names of XML elements: the namespaces of feeds and exports, by the prefixes that people know.

A third of real exports use prefixes that they never declare; some bind a known prefix to something
else. An element is known here by the usual prefix of its namespace, whatever the document calls it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from xml.etree.ElementTree import Element

__all__ = ["ATOM", "DISQUS", "RSS", "Names"]

ATOM = "http://www.w3.org/2005/Atom"
DISQUS = "http://disqus.com"
RSS = "http://purl.org/rss/1.0/"
"""Of RSS 1.0; the elements of the others are in no namespace."""

# Each namespace, without what differs between versions, and its usual prefix.
_PREFIXES = {
    ATOM: "atom",
    "http://purl.org/atom/ns": "atom",
    DISQUS: "disqus",
    "http://disqus.com/disqus-internals": "dsq",
    "http://schemas.google.com/blogger/2018": "blogger",
    "http://schemas.google.com/g/2005": "gd",
    "http://purl.org/syndication/thread/1.0": "thr",
    "http://purl.org/atom/app": "app",
    "http://www.w3.org/2007/app": "app",
    "http://purl.org/rss/1.0": "rss",
    "http://purl.org/rss/1.0/modules/content": "content",
    "http://purl.org/rss/1.0/modules/slash": "slash",
    "http://purl.org/dc/elements/1.1": "dc",
    "http://purl.org/dc/terms": "dcterms",
    "http://wellformedweb.org/CommentAPI": "wfw",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns": "rdf",
    "http://www.w3.org/1999/xhtml": "xhtml",
    "http://www.w3.org/XML/1998/namespace": "xml",
    "http://a9.com/-/spec/opensearch/1.1": "openSearch",
    "http://a9.com/-/spec/opensearchrss/1.0": "openSearch",
    "http://search.yahoo.com/mrss": "media",
    "http://www.georss.org/georss": "georss",
    "http://www.w3.org/2001/XMLSchema-instance": "xsi",
}
# WordPress's own, of every version, by http or https.
_WORDPRESS = re.compile(r"https?://wordpress\.org/export/[\d.]+(/excerpt)?")
_USUAL = frozenset({*_PREFIXES.values(), "wp", "excerpt"})
# A namespace of each usual prefix.
_URIS = {prefix: uri for uri, prefix in reversed(_PREFIXES.items())}
_URIS["wp"] = "http://wordpress.org/export/1.2/"
# They need no declaration.
_BUILT_IN = {"xml": "http://www.w3.org/XML/1998/namespace", "xmlns": "xmlns"}


def _prefix_of(uri: str) -> str | None:
    """Return the usual prefix of a namespace, or None where it has none."""
    if match := _WORDPRESS.fullmatch(uri.rstrip("/")):
        return "excerpt" if match[1] else "wp"
    return _PREFIXES.get(uri.rstrip("/#"))


class Names:
    """What the prefixes of a document stand for.

    Attributes:
        usual: whether elements are called in the document as they are known here, as far as the
            declarations on its root tell.
    """

    def __init__(self, home: str) -> None:
        self._home = _prefix_of(home)
        self._scope: dict[str, str] = dict(_BUILT_IN)
        self.usual = True
        self._undeclared = self._pattern()

    def declare(self, attributes: Mapping[str, str]) -> int:
        """Take the declarations on the root; return how many there are."""
        declared = dict(_declared(attributes))
        self._scope = {**self._scope, **declared}
        self.usual = all(
            self._resolved(prefix, "x", self._scope) == (f"{prefix}:x" if prefix else "x")
            for prefix in self._scope
            if prefix not in _BUILT_IN
        )
        self._undeclared = self._pattern()
        return len(declared)

    def suppose(self, root: str, needed: Iterable[str]) -> Iterator[str]:
        """Take a namespace that is nobody's, as the root declares one that is needed, for that one.

        Args:
            root: the name of the root; its namespace, or the default one, has to be the home.
            needed: the prefixes of others, as they are usually called.

        Yields:
            The declarations that are not taken at their word.
        """
        wanted = [("", self._home), (root.rpartition(":")[0], self._home)]
        wanted += [(prefix, prefix) for prefix in sorted(needed)]
        for prefix, usual in wanted:
            uri = self._scope.get(prefix)
            known = {_prefix_of(each) for each in self._scope.values()}
            if uri and usual is not None and usual not in known and _prefix_of(uri) is None:
                name = f"xmlns:{prefix}" if prefix else "xmlns"
                self.declare({name: _URIS[usual]})
                yield f'{name}="{uri}"'

    def _pattern(self) -> re.Pattern[bytes]:
        missing = "|".join(sorted(_USUAL - self._scope.keys()))
        return re.compile(rf"<(?:{missing}):".encode())

    def odd(self, data: bytes, declarations: int = 0) -> bool:
        """Tell whether names in some bytes may be other than they look.

        They may where the bytes declare prefixes, more than so many, or use some undeclared.
        """
        return (
            not self.usual
            or data.count(b"xmlns") > declarations
            or self._undeclared.search(data) is not None
        )

    def written(self, name: str) -> Iterator[str]:
        """Yield what an element of such a name is called in the document, as its root declares."""
        prefix, _, local = name.rpartition(":")
        yield name
        for given, uri in self._scope.items():
            if given and _prefix_of(uri) == (prefix or self._home):
                yield f"{given}:{local}"

    def resolve(self, element: Element) -> set[str]:
        """Give an element, and all in it, the names they are known by.

        Returns:
            The prefixes that are not declared.
        """
        undeclared: set[str] = set()
        waiting = [(element, self._scope)]
        while waiting:
            current, around = waiting.pop()
            attributes = current.attrib
            declared = dict(_declared(attributes))
            if declared:
                around = {**around, **declared}
            prefix, _, local = current.tag.rpartition(":")
            if prefix and prefix not in around:
                undeclared.add(prefix)
            current.tag = self._resolved(prefix, local, around)
            for name in [name for name in attributes if ":" in name or name == "xmlns"]:
                value = attributes.pop(name)
                prefix, _, local = name.rpartition(":")
                if prefix != "xmlns" and name != "xmlns":
                    attributes[self._resolved(prefix, local, around)] = value
            waiting += [(child, around) for child in current]
        return undeclared

    def _resolved(self, prefix: str, local: str, scope: Mapping[str, str]) -> str:
        uri = scope.get(prefix)
        if uri is None:
            # Undeclared: a default namespace that nobody set, or what the prefix usually is.
            return f"{prefix}:{local}" if prefix and prefix != self._home else local
        if not uri:
            return local
        usual = _prefix_of(uri)
        if usual is not None:
            return local if usual == self._home else f"{usual}:{local}"
        # Something else: it must not pass for what is known here.
        taken = not prefix or prefix in _USUAL
        return f"{{{uri}}}{local}" if taken else f"{prefix}:{local}"


def _declared(attributes: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name, value in attributes.items():
        if name == "xmlns":
            yield "", value
        elif name.startswith("xmlns:"):
            yield name[6:], value
