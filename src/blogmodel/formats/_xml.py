"""XML read record by record: what stands in a feed, a channel, a list, one element at a time.

The parser is the standard expat without namespaces, since a third of real exports use prefixes
that they never declare; prefixes are resolved here (`blogmodel.formats._names`). A record is built
by the standard library's own tree builder and let go as soon as it was yielded, so that memory
does not grow with the document.

What is broken is isolated: the record that the parser stumbled over is cut out of the document,
mended (`blogmodel.formats._mend`) and parsed alone; what follows it is read as if nothing had been.
What was never closed has all that follows in itself: it is cut where the next record begins.
Document types that declare anything are refused, and nothing is ever fetched.
"""

from __future__ import annotations

import re
from collections import deque
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple
from xml.etree.ElementTree import Element  # noqa: TC003 - what Record's annotations need

import attrs

from blogmodel.errors import MalformedSourceError
from blogmodel.formats._entries import Damage, Kept, SourceDefect, SourceDefectKind
from blogmodel.formats._mend import as_text, mended, mended_sections
from blogmodel.formats._names import Names
from blogmodel.formats._plain import PLACE
from blogmodel.formats._utf8 import Pace, chunks
from blogmodel.formats._xml_parser import (
    ERRORS,
    Layout,
    OtherRootError,
    Parser,
    RefusedError,
    place_of,
)
from blogmodel.model import Extra

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence

    from blogmodel.formats._mend import Repair
    from blogmodel.formats._reading import Options, Source

__all__ = ["Layout", "Record", "records"]

# What follows a broken record is read again in small pieces, so that many cost no more than one.
_PIECE = 1 << 16
# No real record is larger, or has more elements.
_LARGEST = 64 << 20
_MOST_ELEMENTS = 250_000
# How much of a record whose parts are yielded as they come is held, for mending the rest of it.
_HELD = 8 << 20
# How much is kept of what cannot be read.
_SHOWN = 1 << 20
# The longest tag that is looked for over the border of two pieces.
_OVERLAP = 256
_DECLARATION = re.compile(
    rb"""\s(xmlns(?::[A-Za-z_][\w.-]{0,30})?)\s*=\s*("[!#-%'-;=-~]{0,200}"|'[!-%(-;=-~]{0,200}')"""
)


class Record(NamedTuple):
    """An element in the root or the channel of a document, or a part of such a one.

    Attributes:
        element: the element; its names, and those in it, are resolved.
        line: where it starts; None for what is no record.
        column: the same, from 1.
        inside: the record that it is a part of, as far as it was read; None for what is no part.
    """

    element: Element
    line: int | None = None
    column: int | None = None
    inside: Element | None = None


_Found = Record | SourceDefect | Kept


def records(source: Source, options: Options, layout: Layout) -> Iterator[_Found]:
    """Yield the records of a document, what stands beside them, and what was wrong.

    Parts come before the record that they stand in.

    Raises:
        MalformedSourceError: nothing can be read of it, it declares entities, or it is broken and
            the caller did not want it repaired.
    """
    defects: list[SourceDefect] = []
    pace = Pace()
    document = _Document(source.name, options.damage, layout, pace)
    for chunk in chunks(source, options.encoding, defects.append, pace):
        yield from map(document.wrong, defects)
        defects.clear()
        yield from document.feed(chunk)
    yield from map(document.wrong, defects)
    yield from document.end()


@attrs.define
class _Broken:
    """Where a document is broken, and what is looked for to go on.

    Attributes:
        kind: what is wrong.
        detail: what the parser says.
        line: where it says so.
        column: the same.
        start: the byte that the piece to mend starts at; None where nothing can be mended.
        element: the record that is broken; None between records.
        is_head: whether what is broken stands before the first record.
        seen: the byte from which on its end is looked for.
        is_last: whether the document has no other record.
    """

    kind: SourceDefectKind
    detail: str
    line: int
    column: int
    start: int | None
    element: Element | None
    is_head: bool
    seen: int
    is_last: bool = False

    def defect(self) -> SourceDefect:
        return SourceDefect(self.kind, self.detail, line=self.line, column=self.column)


@attrs.frozen
class _Place:
    """A place in the document: its byte from 0, its line and its column from 1."""

    byte: int = 0
    line: int = 1
    column: int = 1

    def after(self, data: bytes) -> _Place:
        lines = data.count(b"\n")
        last = len(data[data.rfind(b"\n") + 1 :].decode(errors="replace"))
        return _Place(
            self.byte + len(data), self.line + lines, last + 1 if lines else self.column + last
        )


class _Document:
    """A document that is being read: its parser, and its bytes since the last whole record."""

    def __init__(self, name: str, damage: Damage, layout: Layout, pace: Pace) -> None:
        self._pace = pace
        self._name = name
        self._damage = damage
        self._layout = layout
        tags = "|".join(sorted(map(re.escape, layout.records)))
        self._starts = re.compile(rf"<(?:[\w.-]+:)?(?:{tags})(?=[\s/>])".encode())
        self._ends = re.compile(rf"</(?:[\w.-]+:)?(?:{tags})\s*>".encode())
        # Those that are more than a reference to a record.
        known = "|".join(sorted(map(re.escape, layout.records | layout.parts)))
        self._ends_in_text = re.compile(rf"</(?:[\w.-]+:)?(?:{known})\s*>")
        self._full = re.compile(rf"<(?:[\w.-]+:)?(?:{tags})(?:\s[^<>]*)?(?<!/)>".encode())
        self._names = Names(layout.home)
        self._parser = Parser(self._names, layout)
        # Where in the document the parser began, and how many bytes it was given before.
        self._from = _Place()
        self._ahead = 0
        # What may be needed again, and where it starts.
        self._held: deque[bytes] = deque()
        self._held_from = _Place()
        self._fed = 0
        self._broken: _Broken | None = None
        self._odd = False
        self._elements = 0
        # What was yielded already: parts of the open record, elements before the first record.
        self._parts = 0
        self._beside = 0
        self._skipped_beside = 0
        self._has_records = False
        self._has_head = False
        self._told_of: set[str] = set()

    def wrong(self, defect: SourceDefect) -> SourceDefect:
        """Return a defect, unless the caller does not want any."""
        if self._damage is Damage.REFUSE:
            said = f"{defect.kind}: {defect.text}" if defect.text else str(defect.kind)
            raise MalformedSourceError(self._name, said, defect.line, defect.column)
        return defect

    def feed(self, data: bytes) -> Iterator[_Found]:
        """Read on."""
        waiting = deque([data])
        while waiting:
            piece = waiting.popleft()
            self._held.append(piece)
            self._fed += len(piece)
            if self._broken is None:
                yield from self._parse(piece)
            if self._broken is not None:
                rest = yield from self._go_on(self._broken)
                starts = range(0, len(rest), _PIECE)
                waiting.extendleft(rest[start : start + _PIECE] for start in reversed(starts))

    def _parse(self, piece: bytes) -> Iterator[_Found]:
        is_first = self._parser.container is None
        try:
            self._parser.parse(piece)
        except RefusedError as error:
            raise self._refused(str(error)) from None
        except ERRORS as error:
            yield from self._break(error)
            return
        yield from self._told()
        declared = sum(
            name.startswith("xmlns") for outer in self._parser.outside for name in outer.attrib
        )
        is_odd = self._names.odd(piece, declared if is_first else 0)
        self._odd = self._odd or is_odd
        parts = self._parts
        has_whole = yield from self._harvest(1)
        if has_whole:
            self._odd = is_odd
        self._pace.found(has_whole or self._parts > parts)
        yield from self._bound(piece)

    def _refused(self, detail: str) -> MalformedSourceError:
        _, line, column = self._there(self._parser.place)
        return MalformedSourceError(self._name, detail, line, column)

    def _told(self) -> Iterator[SourceDefect]:
        """Yield what the document says before its records; each once, though it is read again."""
        doctype = self._parser.doctype
        if doctype is not None and doctype not in self._told_of:
            self._told_of.add(doctype)
            yield self.wrong(SourceDefect(SourceDefectKind.DOCTYPE, doctype))
        for declaration in self._parser.supposed:
            if declaration not in self._told_of:
                self._told_of.add(declaration)
                _, line, column = self._there(self._parser.root_place)
                kind = SourceDefectKind.UNDECLARED_PREFIX
                yield self.wrong(SourceDefect(kind, declaration, line=line, column=column))

    def _there(self, place: tuple[int, int, int]) -> tuple[int, int, int]:
        """Return a place in the document for one of the parser's."""
        byte, line, column = place
        first = self._from.column - self._ahead if line == 1 else 1
        return (
            self._from.byte + byte - self._ahead,
            self._from.line + line - 1,
            max(column + first, 1),
        )

    # Records.

    def _harvest(self, left: int) -> Generator[_Found, None, bool]:
        """Yield what is whole: all children of the container but so many last ones."""
        container = self._parser.container
        if container is None:
            return False
        whole = container[: len(container) - left]
        del container[: len(whole)]
        for element in whole:
            yield from self._record(element)
        if whole:
            self._parts = self._elements = 0
        if left and len(container):
            yield from self._parts_so_far(container[0])
            self._let_go(container[0])
        return bool(whole)

    def _record(self, element: Element, parts: int | None = None) -> Iterator[_Found]:
        """Yield an element, after its parts but those that were yielded before."""
        place = place_of(element)
        _, line, column = self._there(place) if place else (None, None, None)
        if self._odd:
            for prefix in self._names.resolve(element) - self._told_of:
                self._told_of.add(prefix)
                yield self.wrong(
                    SourceDefect(
                        SourceDefectKind.UNDECLARED_PREFIX, prefix, line=line, column=column
                    )
                )
        if element.tag not in self._layout.records:
            if self._skipped_beside < self._beside and not self._has_records:
                self._skipped_beside += 1
                return
            self._beside += not self._has_records
            self._skipped_beside += not self._has_records
            element.attrib.pop(PLACE, None)
            yield Record(element)
            return
        self._has_records = True
        element.attrib.pop(PLACE, None)
        if self._layout.parts:
            yield from self._parts_of(element, list(element), parts or 0)
        yield from self._overrun(element, line, column)
        yield Record(element, line, column)

    def _overrun(
        self, element: Element, line: int | None, column: int | None
    ) -> Iterator[SourceDefect]:
        """Tell of a section that was not closed, and ends with the one of a later record."""
        text = "".join(element.itertext())
        section = text.rfind("<![CDATA[")
        if section >= 0 and (end := self._ends_in_text.search(text, 0, section)):
            kind = SourceDefectKind.BROKEN_RECORD
            said = f"a text that holds {end[0]}"
            yield self.wrong(SourceDefect(kind, said, line=line, column=column))

    def _parts_of(self, record: Element, children: list[Element], skip: int) -> Iterator[_Found]:
        parts = [child for child in children if child.tag in self._layout.parts]
        if parts:
            record[: len(children)] = [c for c in children if c.tag not in self._layout.parts]
        for part in parts[skip:]:
            place = place_of(part)
            _, line, column = self._there(place) if place else (None, None, None)
            part.attrib.pop(PLACE, None)
            yield from self._overrun(part, line, column)
            yield Record(part, line, column, inside=record)

    def _parts_so_far(self, record: Element) -> Iterator[_Found]:
        # Where names are not what they look, parts wait for the whole record.
        if self._layout.parts and record.tag in self._layout.records and not self._odd:
            children = record[:-1]
            found = list(self._parts_of(record, children, 0))
            if found:
                self._parts += sum(isinstance(each, Record) for each in found)
                self._elements = 0
                yield from found

    def _let_go(self, record: Element) -> None:
        """Forget the bytes before the record that is being read."""
        place = place_of(record)
        if place is not None:
            byte, line, column = self._there(place)
            self._hold_from(_Place(byte, line, column))

    def _hold_from(self, place: _Place) -> None:
        surplus = place.byte - self._held_from.byte
        if surplus < 0:
            return  # Let go before, as of a record that is too large to be held.
        while surplus and surplus >= len(self._held[0]):
            surplus -= len(self._held.popleft())
        if surplus:
            self._held[0] = self._held[0][surplus:]
        self._held_from = place

    def _bound(self, piece: bytes) -> Iterator[_Found]:
        """Give up what is larger than any real record."""
        self._elements += piece.count(b"<")
        size = self._fed - self._held_from.byte
        if self._parts and size > _HELD:
            # Its parts go out as they come; only what is broken in it could not be mended.
            self._hold_from(self._held_from.after(b"".join(self._held)))
        elif size > _LARGEST or self._elements > _MOST_ELEMENTS:
            yield from self._told()
            _, line, column = self._there(self._parser.place)
            path = self._parser.open_elements()
            self._elements = 0
            yield from self._harvest(1 if path else 0)
            self._broken = _Broken(
                SourceDefectKind.TOO_LARGE,
                f"more than {_LARGEST >> 20} MiB or {_MOST_ELEMENTS:,} elements",
                line,
                column,
                start=None,
                element=path[0] if path else None,
                is_head=False,
                seen=self._fed,
            )
            yield self.wrong(self._broken.defect())
            self._hold_from(self._held_from.after(b"".join(self._held)))

    # What is broken.

    def _break(self, error: Exception) -> Iterator[_Found]:
        """Note where the document is broken, once all before was yielded."""
        yield from self._told()
        byte, line, column = self._there(self._parser.place)
        detail = str(error).partition(":")[0] if str(error) else "an entity that is not declared"
        if self._damage is Damage.REFUSE:
            raise MalformedSourceError(self._name, detail, line, column) from None
        self._odd = True
        path = self._parser.open_elements()
        record = path[0] if path and place_of(path[0]) else None
        is_head = not (self._has_head or self._has_records) and not any(
            place_of(child) for child in self._parser.container or ()
        )
        start: int | None = self._held_from.byte
        if not is_head:
            yield from self._harvest(1 if path else 0)
            if record is not None and (place := place_of(record)):
                start = self._there(place)[0]
            else:
                start = self._start_of(path, byte)
        self._broken = _Broken(
            SourceDefectKind.BROKEN_RECORD, detail, line, column, start, record, is_head, byte
        )

    def _start_of(self, path: Sequence[Element], byte: int) -> int:
        """Return where something that is no record starts: after a tag, or with its own."""
        # Where it was never closed, records stand in it.
        inner = next(filter(None, map(place_of, path[0].iter())), None) if path else None
        end = byte if inner is None else self._there(inner)[0]
        before = b"".join(self._held)[: end - self._held_from.byte]
        at = before.rfind(f"<{path[0].tag}".encode()) if path else before.rfind(b">") + 1
        return self._held_from.byte + max(at, 0)

    def _go_on(self, broken: _Broken) -> Generator[_Found, None, bytes]:
        """Look for the end of what is broken; yield what can be mended of it.

        Returns:
            What is to be read again; nothing while the end was not found.
        """
        text = self._held_since(broken.seen)
        first = self._fed - len(text)
        pattern = self._starts if broken.element is None else self._ends
        found = pattern.search(text, max(broken.seen - first, 0))
        if found is None:
            broken.seen = max(broken.seen, self._fed - _OVERLAP)
            if self._fed - self._held_from.byte > _LARGEST and not broken.is_head:
                yield from self._give_up(broken)
            return b""
        end = first + (found.start() if broken.element is None else found.end())
        whole = b"".join(self._held)
        cut = end - self._held_from.byte
        rest = yield from self._mend(broken, whole[:cut], self._held_from.after(whole[:cut]))
        return rest + whole[cut:]

    def _held_since(self, byte: int) -> bytes:
        """Return what is held from a byte on, and what stands before it in its piece."""
        pieces: list[bytes] = []
        size = self._fed - byte
        for piece in reversed(self._held):
            if size <= 0 and pieces:
                break
            pieces.append(piece)
            size -= len(piece)
        return b"".join(reversed(pieces))

    def _give_up(self, broken: _Broken) -> Iterator[_Found]:
        if broken.start is not None:
            broken.start = None
            yield self._unreadable(broken, b"".join(self._held))
            yield self.wrong(broken.defect())
        last = self._held[-1]
        self._hold_from(self._held_from.after(b"".join([*self._held][:-1])))
        self._held = deque([last])

    def _mend(self, broken: _Broken, whole: bytes, there: _Place) -> Generator[_Found, None, bytes]:
        """Yield what can be read of what is broken, and begin again after it.

        Returns:
            What of it is to be read again.
        """
        self._broken = None
        self._has_head = True
        self._fed = there.byte
        self._held.clear()
        start, self._held_from = self._held_from, there
        if broken.is_head:
            return (yield from self._mend_head(broken, whole, there))
        parts, self._parts = self._parts, 0
        prologue = self._parser.prologue()
        if broken.start is None:
            pass
        elif broken.element is not None and broken.start < start.byte:
            # Its beginning was let go: what was read of it stands.
            yield self.wrong(broken.defect())
            yield from self._record(broken.element, 0)
        else:
            region = whole[broken.start - start.byte :]
            before = start.after(whole[: broken.start - start.byte])
            yield from self._mend_region(broken, region, before, prologue, parts)
        self._restart(prologue, there)
        return b""

    def _restart(self, head: bytes, there: _Place) -> None:
        self._parser = Parser(self._names, self._layout)
        self._parser.parse(head)
        self._from, self._ahead = there, len(head)

    def _mend_head(
        self, broken: _Broken, whole: bytes, there: _Place
    ) -> Generator[_Found, None, bytes]:
        """Yield what can be read of the head, and begin again at the first record."""
        repairs = self._read_head(whole, there)
        first = self._starts.search(whole)
        rest = b""
        if first is not None and (repairs is None or not self._parser.is_between()):
            # Something before the records was never closed, and they stand in it.
            whole, rest = whole[: first.start()], whole[first.start() :]
            there = self._held_from = _Place().after(whole)
            self._fed = there.byte
            repairs = self._read_head(whole, there)
        if repairs is not None and (self._parser.is_between() or (broken.is_last and not rest)):
            yield from (self._repaired(repair, _Place()) for repair in repairs)
            return rest
        # What was read before the break stands.
        if self._parser.container is None and broken.is_last and not rest:
            raise MalformedSourceError(self._name, broken.detail, broken.line, broken.column)
        path = self._parser.open_elements()
        if any(map(len, path)):
            yield self._unreadable(broken, whole)
        yield self.wrong(broken.defect())
        found = self._children()
        for element in path:
            # What was never closed is kept as it is written; what stands in it stood after it.
            found[-1:] = list(element) or [element]
        for element in found:
            yield from self._record(element)
        prologue = (
            self._parser.prologue() if self._parser.container is not None else self._supposed(whole)
        )
        self._names = Names(self._layout.home)
        self._restart(prologue, there)
        return rest

    def _read_head(self, head: bytes, there: _Place) -> list[Repair] | None:
        """Read a head as it can be mended; return what was, or None where it cannot be."""
        for mend in (mended, mended_sections):
            fixed, repairs = mend(head)
            self._names = Names(self._layout.home)
            self._skipped_beside = 0
            try:
                self._restart(fixed, there)
            except (*ERRORS, OtherRootError):
                continue
            except RefusedError as error:
                raise self._refused(str(error)) from None
            self._from = attrs.evolve(there, line=there.line - fixed.count(b"\n"))
            return repairs
        return None

    def _supposed(self, head: bytes) -> bytes:
        """Return the start tags that a document of this kind should have had."""
        layout = self._layout
        declared = dict(_DECLARATION.findall(head))
        declared.setdefault(b"xmlns", f'"{layout.home}"'.encode())
        said = b"".join(b" %b=%b" % pair for pair in declared.items())
        channel = f"<{layout.channel}>" if layout.channel else ""
        return b"<%b%b>%b" % (layout.roots[0].encode(), said, channel.encode())

    def _mend_region(
        self, broken: _Broken, region: bytes, before: _Place, prologue: bytes, parts: int
    ) -> Iterator[_Found]:
        repairs = self._read_region(region, before, prologue)
        # A record that was never closed has those that follow it in itself.
        is_whole = repairs is not None and not self._parser.open_elements()
        pieces = [region] if is_whole else self._apart(region)
        if len(pieces) == 1:
            yield from self._read_of(broken, region, before, repairs)
            if not repairs or not self._children():
                yield self.wrong(broken.defect())
            yield from self._found_in(region, parts)
            return
        yield self.wrong(broken.defect())
        for piece in pieces:
            repairs = self._read_region(piece, before, prologue)
            there = attrs.evolve(broken, line=before.line)
            yield from self._read_of(there, piece, before, repairs)
            yield from self._found_in(piece, parts)
            before, parts = before.after(piece), 0

    def _apart(self, region: bytes) -> list[bytes]:
        """Return the pieces of what cannot be mended: each record in it, and what is before."""
        starts = [match.start() for match in self._full.finditer(region)]
        borders = sorted({0, *starts, len(region)})
        return [region[start:end] for start, end in pairwise(borders)]

    def _read_region(self, region: bytes, before: _Place, prologue: bytes) -> list[Repair] | None:
        """Read a piece as it can be mended; return what was, or None where it cannot be."""
        for mend in (mended, mended_sections):
            fixed, repairs = mend(region)
            self._restart(prologue, before)
            try:
                self._parser.parse(fixed)
            except ERRORS:
                continue
            return repairs
        self._restart(prologue, before)
        return None

    def _read_of(
        self, broken: _Broken, region: bytes, before: _Place, repairs: list[Repair] | None
    ) -> Iterator[_Found]:
        for repair in repairs or ():
            yield self._repaired(repair, before)
        if not self._children() and region.strip():
            yield self._unreadable(broken, region)

    def _children(self) -> list[Element]:
        return [] if self._parser.container is None else list(self._parser.container)

    def _found_in(self, region: bytes, parts: int) -> Iterator[_Found]:
        path = list(self._parser.open_elements())
        for child in self._children():
            if child in path[:1]:
                yield from self._cut_off(path, region, parts)
            else:
                yield from self._record(child, parts)

    def _repaired(self, repair: Repair, before: _Place) -> SourceDefect:
        more = f" (and {repair.times - 1} more)" if repair.times > 1 else ""
        return self.wrong(
            SourceDefect(
                repair.kind,
                f"{repair.text[:_SHOWN_TEXT]}{more}",
                line=before.line + repair.lines,
            )
        )

    def _unreadable(self, broken: _Broken, region: bytes) -> Kept:
        name = "text" if broken.element is None else broken.element.tag
        return Kept(name, content=_raw(region), line=broken.line)

    def _cut_off(self, path: list[Element], region: bytes, parts: int) -> Iterator[_Found]:
        """Yield what is whole of a record that ends too early, and all of it as it is written."""
        record = path[0]
        place = place_of(record)
        line = self._there(place)[1] if place else None
        yield Kept(record.tag, content=_raw(region), line=line)
        if len(path) > 1:
            record.remove(path[1])
        if len(record):
            yield from self._record(record, parts)

    def end(self) -> Iterator[_Found]:
        """Read no further."""
        while self._broken is not None:
            broken = self._broken
            broken.is_last = True
            whole = b"".join(self._held)
            rest = yield from self._mend(broken, whole, self._held_from.after(whole))
            if rest:
                yield from self.feed(rest)
            if not broken.is_head:
                return
        try:
            self._parser.close()
        except ERRORS as error:
            yield from self._end_early(error)
        else:
            yield from self._told()
            yield from self._harvest(0)

    def _end_early(self, error: Exception) -> Iterator[_Found]:
        detail = str(error).partition(":")[0]
        _, line, column = self._there(self._parser.place)
        if self._parser.container is None or self._damage is Damage.REFUSE:
            said = f"it ends too early: {detail}"
            raise MalformedSourceError(self._name, said, line, column) from None
        self._odd = True
        path = list(self._parser.open_elements())
        parts = self._parts
        region = b"".join(self._held)
        yield from self._harvest(1 if path else 0)
        if path:
            yield from self._cut_off(path, region, parts)
        yield SourceDefect(SourceDefectKind.TRUNCATED, detail, line=line, column=column)


_SHOWN_TEXT = 80


def _raw(region: bytes) -> Extra:
    return Extra.of({"#markup": as_text(region[:_SHOWN])})
