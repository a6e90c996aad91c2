"""The text a reader sees of HTML, slowly and from the tree of another parser."""

from typing import Any

import html5lib

__all__ = ["naive_text"]

UNSEEN = set(
    "annotation annotation-xml audio canvas datalist defs desc head iframe metadata meter noembed"
    " noframes noscript object progress rp script style template textarea title video".split()
)
BLOCKS = set(
    "address article aside blockquote caption center dd details dialog dir div dl dt fieldset"
    " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li listing main menu"
    " nav ol optgroup option p plaintext pre search section summary table ul xmp".split()
)
PRESERVED = {"pre", "listing", "plaintext", "xmp"}


def naive_text(html: str) -> str:
    """Return the words of HTML in the order of its tree, blocks as line feeds, spaces collapsed.

    It does not tell one line feed from two, nor cells from lines.
    """
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("dom"), namespaceHTMLElements=True)
    parts: list[str] = []
    _walk(parser.parseFragment(html), parts)
    return squeezed("".join(parts))


def squeezed(text: str) -> str:
    """Return a text with one space for all of its white space, and none at its edges."""
    return " ".join(text.split())


def _walk(node: Any, parts: list[str]) -> None:
    for child in node.childNodes:
        if child.nodeType == child.TEXT_NODE:
            parts.append(child.data)
        elif child.nodeType == child.ELEMENT_NODE:
            name = child.tagName
            if name in UNSEEN or child.hasAttribute("hidden"):
                continue
            is_html = child.namespaceURI == "http://www.w3.org/1999/xhtml"
            is_apart = is_html and (name in BLOCKS or name in {"br", "tr", "td", "th"})
            parts.append("\n" * is_apart)
            _walk(child, parts)
            parts.append("\n" * is_apart)
