"""Elements of XML as plain values, as text, and as the markup they were."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blogmodel.formats._escape import attribute, escaped

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

__all__ = ["PLACE", "inner_markup", "markup_of", "plain", "text_of"]

PLACE = ""
"""The attribute in which the reader notes where an element starts; no document can have it."""

# Deeper, an element is kept as its markup.
_DEEPEST = 20


def text_of(element: Element | None) -> str:
    """Return all text in an element; "" where there is none."""
    if element is None:
        return ""
    return "".join(element.itertext()) if len(element) else element.text or ""


def plain(element: Element, depth: int = 0) -> object:
    """Return an element as plain JSON.

    It is its text where it has nothing else; else an object of its attributes (``@name``), its
    children by name, a list of them where several have one name, and its text (``#text``).
    """
    attributes = {f"@{name}": value for name, value in element.attrib.items() if name != PLACE}
    if not attributes and not len(element):
        return element.text or ""
    if depth >= _DEEPEST:
        return "".join(_markup(element))
    fields: dict[str, object] = dict(attributes)
    several: dict[str, list[object]] = {}
    for child in element:
        several.setdefault(child.tag, []).append(plain(child, depth + 1))
    fields.update({name: own[0] if len(own) == 1 else own for name, own in several.items()})
    text = "".join([element.text or "", *(child.tail or "" for child in element)])
    if text.strip():
        fields["#text"] = text
    return fields


def markup_of(name: str, value: object) -> str:
    """Return the element that `plain` made a value of, or one that is read as the same value."""
    if isinstance(value, str):
        return f"<{name}>{escaped(value)}</{name}>" if value else f"<{name}/>"
    if not isinstance(value, dict):
        return ""
    attributes, inner = "", [escaped(str(value.get("#text", "")))]
    for key, child in value.items():
        if key.startswith("@"):
            attributes += f" {key[1:]}={attribute(str(child))}"
        elif key != "#text":
            inner += [
                markup_of(key, each) for each in (child if isinstance(child, list) else [child])
            ]
    return f"<{name}{attributes}>{''.join(inner)}</{name}>"


def inner_markup(element: Element) -> str:
    """Return what stands in an element, as markup; XHTML is HTML's."""
    pieces = [escaped(element.text or "")]
    for child in element:
        pieces.extend(_markup(child))
        pieces.append(escaped(child.tail or ""))
    return "".join(pieces)


# They have no end tag in HTML.
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())


def _markup(element: Element) -> Iterator[str]:
    """Yield an element as markup, however deep it is."""
    # What is still to be written: elements, and the end tags and tails between them.
    waiting: list[Element | str] = [element]
    while waiting:
        current = waiting.pop()
        if isinstance(current, str):
            yield current
            continue
        tag = current.tag.removeprefix("xhtml:")
        attributes = "".join(
            f" {name}={attribute(value)}" for name, value in current.attrib.items() if name != PLACE
        )
        yield f"<{tag}{attributes}>"
        yield escaped(current.text or "")
        if tag not in _VOID or len(current) or current.text:
            waiting.append(f"</{tag}>")
        for child in reversed(current):
            waiting.append(escaped(child.tail or ""))
            waiting.append(child)
