"""An entry of an Atom feed (RFC 4287, RFC 4685), taken apart."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Any

from blogmodel.formats._draft import html_body
from blogmodel.formats._plain import inner_markup, plain, text_of
from blogmodel.model import Author, Body, Extra, MediaType

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

    from blogmodel.formats._draft import Draft

__all__ = ["AtomEntry", "People", "body_of", "is_draft", "title_of"]

# What has no use once the entry was read, or is another form of what is read.
_LEFT_OUT = frozenset({"updated", "published", "id", "thr:total", "media:thumbnail"})
# Blogger writes this for everybody.
_NO_ADDRESS = "noreply@blogger.com"
_PROFILE = re.compile(r"https?://(?:www\.|draft\.)?blogger\.com/profile/(\d+)")


class AtomEntry:
    """The parts of an entry, by what they are.

    Attributes:
        draft: what becomes of them.
        fields: elements that stand once, by name; the first of each.
        links: the attributes of its links, in their order.
        categories: the attributes of its categories, in their order.
        replies_to: the attributes of each ``thr:in-reply-to``, in their order.
        properties: Google's own, by name.
    """

    __slots__ = ("categories", "draft", "fields", "links", "properties", "replies_to")

    def __init__(self, entry: Element, draft: Draft) -> None:
        self.draft = draft
        self.fields: dict[str, Element] = {}
        self.links: list[Mapping[str, str]] = []
        self.categories: list[Mapping[str, str]] = []
        self.replies_to: list[Mapping[str, str]] = []
        self.properties: dict[str, str] = {}
        for child in entry:
            tag = child.tag
            if tag == "link":
                self.links.append(child.attrib)
            elif tag == "category":
                self.categories.append(child.attrib)
            elif tag == "thr:in-reply-to":
                self.replies_to.append(child.attrib)
            elif tag == "gd:extendedProperty":
                self.properties[child.get("name", "")] = child.get("value", "")
            elif tag not in self.fields:
                self.fields[tag] = child
            else:
                self._keep_another(tag, child)

    def _keep_another(self, tag: str, child: Element) -> None:
        name = f"{tag} (others)"
        known: Any = self.draft.extra.get(name, [])
        self.draft.extra[name] = [*known, plain(child)]

    def text(self, name: str) -> str | None:
        """Return the text of an element; None where it is not there or empty."""
        element = self.fields.get(name)
        return (text_of(element).strip() or None) if element is not None else None

    def link(self, rel: str) -> str | None:
        """Return the address of the first link of a kind."""
        for link in self.links:
            if link.get("rel", "alternate") == rel and link.get("href"):
                return link["href"]
        return None

    def keep_others(self, known: frozenset[str]) -> None:
        """Keep what is none of the known elements."""
        for name, element in self.fields.items():
            if name not in known and name not in _LEFT_OUT:
                self.draft.extra[name] = plain(element)
        files = [dict(link) for link in self.links if link.get("rel") == "enclosure"]
        if files:
            self.draft.extra["enclosures"] = files


class People:
    """The authors of a feed: each is made once."""

    _MOST = 10_000

    def __init__(self) -> None:
        self._known: dict[tuple[str, str, str], Author] = {}

    def author(self, element: Element | None, draft: Draft) -> Author | None:
        """Return the author that an element tells of; None where it names nobody."""
        if element is None:
            return None
        name = url = email = ""
        for child in element:
            if child.tag == "name":
                name = (child.text or "").strip()
            elif child.tag == "uri":
                url = (child.text or "").strip()
            elif child.tag == "email":
                email = (child.text or "").strip()
        key = name, url, email
        author = self._known.get(key)
        if author is not None:
            return author
        profile = _PROFILE.match(url)
        before = len(draft.defects)
        made = draft.author(
            name,
            id=profile[1] if profile else None,
            email=None if email == _NO_ADDRESS else email,
            url=url,
            extra=_others(element),
        )
        if made is not None and len(draft.defects) == before and len(self._known) < self._MOST:
            self._known[key] = made
        return made


def _others(element: Element) -> Extra | None:
    others = {
        child.tag: plain(child)
        for child in element
        if child.tag not in {"name", "uri", "email", "gd:image", "blogger:type"}
    }
    return Extra.of(others) if others else None


def body_of(element: Element | None, draft: Draft, field: str = "content") -> Body | None:
    """Return a text construct as a body; None where there is none.

    A media type that is neither text, HTML nor Markdown is kept, and its text is plain.
    """
    if element is None:
        return None
    kind = element.get("type", "text")
    if element.get("src"):
        draft.extra[f"{field}_src"] = element.get("src")
    if kind in {"html", "text/html"}:
        return html_body(text_of(element))
    if kind == "xhtml":
        division = element[0] if len(element) == 1 else element
        return html_body(inner_markup(division).strip())
    if kind == "text/markdown":
        return Body(text_of(element), MediaType.MARKDOWN)
    if kind not in {"text", "text/plain"}:
        draft.extra[f"{field}_type"] = kind
        if len(element):
            return Body(inner_markup(element), MediaType.HTML)
    return Body(text_of(element))


def is_draft(entry: AtomEntry) -> bool:
    """Tell whether an entry is not published yet (RFC 5023, section 13.1.1)."""
    control = entry.fields.get("app:control")
    return control is not None and any(
        child.tag == "app:draft" and text_of(child).strip() == "yes" for child in control
    )


def title_of(element: Element | None) -> str | None:
    """Return a title as plain text; None where there is none."""
    if element is None:
        return None
    text = text_of(element)
    if element.get("type") in {"html", "text/html"}:
        text = html.unescape(_MARKS.sub("", text))
    return " ".join(text.split()) or None


_MARKS = re.compile(r"</?[A-Za-z][^<>]*>")
