"""Expat and the tree builder, put together: bytes in, the children of a feed or a channel out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element, ParseError, TreeBuilder
from xml.parsers import expat

import attrs

from blogmodel.formats._escape import attribute
from blogmodel.formats._plain import PLACE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from blogmodel.formats._names import Names

__all__ = [
    "ERRORS",
    "Layout",
    "OtherRootError",
    "Parser",
    "RefusedError",
    "UnknownEntityError",
    "place_of",
]


@attrs.frozen
class Layout:
    """Where the records of a kind of document stand.

    Attributes:
        home: the namespace whose elements are known by their bare names.
        records: the names of records.
        parts: the names of what stands in records and is yielded apart, such as comments.
        roots: the names that the root may have; the first is the usual one.
        channel: the name of the element of the usual root that the records stand in; "" where
            they stand in the root itself.
    """

    home: str
    roots: tuple[str, ...]
    records: frozenset[str]
    parts: frozenset[str] = frozenset()
    channel: str = ""


class UnknownEntityError(Exception):
    """A reference to an entity that a document type elsewhere may declare."""


class RefusedError(Exception):
    """A document type that declares something, or a document of another kind."""


class OtherRootError(RefusedError):
    """A document of another kind, by the name of its root."""


ERRORS = (expat.ExpatError, UnknownEntityError)

_BUFFER = 1 << 16


class Parser:
    """One run of expat over a document, or over a piece of one.

    Attributes:
        container: the feed or the channel, with those of its children that nobody took yet.
        outside: the elements that the records stand in, from the root on.
        doctype: the document type, where there is one.
        supposed: the declarations on the root that are not taken at their word.
        root_place: where the root starts, as `place` has it.
    """

    def __init__(self, names: Names, layout: Layout) -> None:
        self.container: Element | None = None
        self.outside: list[Element] = []
        self.doctype: str | None = None
        self.supposed: tuple[str, ...] = ()
        self.root_place = (0, 1, 0)
        self._names = names
        self._layout = layout
        self._builder = TreeBuilder()
        self._expat = expat.ParserCreate("utf-8")
        self._expat.buffer_text = True
        self._expat.buffer_size = _BUFFER
        self._expat.StartElementHandler = self._start
        self._expat.EndElementHandler = self._builder.end
        self._expat.CharacterDataHandler = self._builder.data
        self._expat.StartDoctypeDeclHandler = self._start_doctype
        self._expat.SkippedEntityHandler = self._skip

    def parse(self, data: bytes) -> None:
        """Read on.

        Raises:
            ExpatError: the document is not well-formed.
            UnknownEntityError: it uses an entity that is not declared in it.
            RefusedError: its document type declares something.
            OtherRootError: its root is another.
        """
        self._expat.Parse(data, False)  # noqa: FBT003 - expat's own

    def close(self) -> None:
        """Read no further; raises as `parse` does where the document ends too early."""
        self._expat.Parse(b"", True)  # noqa: FBT003 - expat's own

    @property
    def place(self) -> tuple[int, int, int]:
        """Where the parser is, or stopped: byte, line, column, from 0, 1 and 0."""
        return (
            self._expat.ErrorByteIndex,
            self._expat.ErrorLineNumber,
            self._expat.ErrorColumnNumber,
        )

    def _current(self) -> tuple[int, int, int]:
        parser = self._expat
        return parser.CurrentByteIndex, parser.CurrentLineNumber, parser.CurrentColumnNumber

    def open_elements(self) -> Sequence[Element]:
        """Return what is open in the container, from the outside; text that follows is lost."""
        path = self._path()
        return path[path.index(self.container) + 1 :] if self.container in path else []

    def is_between(self) -> bool:
        """Tell whether what comes next stands in the container itself; text of it is lost."""
        return self._path()[-1:] == [self.container]

    def _path(self) -> list[Element]:
        """Return all that is open, from the root on; nothing while there is no container."""
        if self.container is None:
            return []
        # What is begun now stands in the innermost.
        try:
            probe = self._builder.start("probe", {})
        except ParseError:  # The root is closed already.
            return []
        self._builder.end("probe")
        path = self.outside[:1]
        while path[-1][-1] is not probe:
            path.append(path[-1][-1])
        path[-1].remove(probe)
        return path

    def prologue(self) -> bytes:
        """Return the start tags of what the records stand in; the channel's if it has none."""
        tags = [_start_tag(element) for element in self.outside]
        for element in self.outside[1:]:
            is_channel = element.tag.rpartition(":")[2] == self._layout.channel
            if not is_channel and element not in self._path():
                tags[1] = f"<{self._layout.channel}>".encode()
        return b"".join(tags)

    def _start_doctype(self, name: str, system: str | None, public: str | None, own: int) -> None:
        if own:
            raise RefusedError("a document type that declares something is refused")
        self.doctype = " ".join(part for part in (name, public, system) if part)

    def _skip(self, name: str, _is_parameter: int) -> None:
        raise UnknownEntityError(name)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        """Take the root, and the channel in it; from then on, only note where records start."""
        element = self._builder.start(tag, attributes)
        self.outside.append(element)
        if len(self.outside) == 1:
            self.root_place = self._current()
            root = tag.rpartition(":")[2]
            if root not in self._layout.roots:
                raise OtherRootError(f"the root is {root}, not {self._layout.roots[0]}")
            if self._layout.channel and root == self._layout.roots[0]:
                return
        self.container = element
        for outer in self.outside:
            self._names.declare(outer.attrib)
        names = self._layout.records | self._layout.parts
        needed = {name.rpartition(":")[0] for name in names} - {""}
        self.supposed = tuple(self._names.suppose(self.outside[0].tag, needed))
        current, start = self._current, self._builder.start
        watched = frozenset(known for name in names for known in self._names.written(name))

        def begin(tag: str, attributes: dict[str, Any]) -> None:
            if tag in watched:
                attributes[PLACE] = current()
            start(tag, attributes)

        self._expat.StartElementHandler = begin


def _start_tag(element: Element) -> bytes:
    attributes = "".join(f" {name}={attribute(value)}" for name, value in element.attrib.items())
    return f"<{element.tag}{attributes}>".encode()


def place_of(element: Element) -> tuple[int, int, int] | None:
    """Return where a record starts, as the parser that read it counts; None for what is none."""
    place: Any = element.attrib.get(PLACE)
    return place  # type: ignore[no-any-return]
