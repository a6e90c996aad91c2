"""Large documents of JSON, walked item by item: what an array holds is read as it comes.

The standard library's decoder reads the items; only what stands between them is looked at here.
"""

from __future__ import annotations

import codecs
import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

from blogmodel.errors import MalformedSourceError
from blogmodel.formats._entries import Damage, Kept, SourceDefect, SourceDefectKind
from blogmodel.model import Extra

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blogmodel.formats._reading import Options, Source

__all__ = ["Item", "items"]

_CHUNK = 1 << 16
_LARGEST = 64 << 20
_SPACE = re.compile(r"[ \t\r\n]*")
# Where a broken item may end: the next one begins as this one did.
_SURROGATE = re.compile("[\ud800-\udfff]")
_SHOWN = 1 << 16


class Item(NamedTuple):
    """A value of a document.

    Attributes:
        path: the name of the array in an object at the top that it stands in; "" for the values
            at the top, and for what stands in an array at the top.
        value: what it is; strings hold no lone surrogates.
        line: the line that it starts on.
    """

    path: str
    value: Any
    line: int


def items(source: Source, options: Options) -> Iterator[Item | SourceDefect | Kept]:
    """Yield the items of the arrays at the top of a document, and its objects without them.

    A document may be one array, one object, or several values one after another, as on lines. An
    object at the top comes after the items of its arrays, with all else that it has.

    Raises:
        MalformedSourceError: it is broken and the caller did not want it repaired.
    """
    walk = _Walk(source, options)
    try:
        yield from walk.document()
    except _BrokenError as error:
        line, column = walk.place()
        if options.damage is Damage.REFUSE:
            raise MalformedSourceError(source.name, str(error), line, column) from None
        rest = walk.rest()
        if rest.strip():
            yield Kept("text", content=Extra.of({"#text": _clean(rest)}), line=line)
        kind = SourceDefectKind.TRUNCATED if walk.at_end else SourceDefectKind.BROKEN_RECORD
        yield SourceDefect(kind, str(error)[:200], line=line, column=column)


class _BrokenError(Exception):
    """The document is no JSON from here on."""


def _refuse(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


class _Walk:
    """A document, of which some text is held."""

    def __init__(self, source: Source, options: Options) -> None:
        self._source = source
        self._decoder = codecs.getincrementaldecoder(options.encoding or "utf-8-sig")("replace")
        self._json = json.JSONDecoder(parse_constant=_refuse)
        self._text = ""
        self._place = 0
        self._line = 1
        self._line_start = 0
        self._counted = 0
        self._size = _CHUNK
        self.at_end = False

    def document(self) -> Iterator[Item]:
        """Yield all values, one after another."""
        while self._peek():
            char = self._text[self._place]
            if char == "[":
                yield from self._array("")
            elif char == "{":
                yield from self._object()
            else:
                yield self._item("")

    def _object(self) -> Iterator[Item]:
        """Yield the items of the arrays of an object at the top, then what else it has."""
        self._take("{")
        line, _ = self.place()
        others: dict[str, Any] = {}
        while self._peek() != "}":
            name = self._item("").value
            if not isinstance(name, str):
                raise _BrokenError("a name must be a string")
            self._take(":")
            if self._peek() == "[":
                yield from self._array(name)
            else:
                others[name] = self._item("").value
            if self._peek() != ",":
                break
            self._take(",")
        self._take("}")
        yield Item("", others, line)

    def _array(self, path: str) -> Iterator[Item]:
        self._take("[")
        if self._peek() == "]":
            self._take("]")
            return
        while True:
            yield self._item(path)
            if self._peek() != ",":
                break
            self._take(",")
        self._take("]")

    def _item(self, path: str) -> Item:
        """Read one whole value; more is read until it is whole."""
        self._peek()
        line, _ = self.place()
        while True:
            try:
                value, end = self._json.raw_decode(self._text, self._place)
            except RecursionError:
                raise _BrokenError("nested too deeply") from None
            except ValueError as error:
                if self._more():
                    continue
                raise _BrokenError(getattr(error, "msg", str(error))) from None
            # What ends where the text ends may go on: 12 may be 123.
            if end == len(self._text) and self._more():
                continue
            self._place = end
            self._size = _CHUNK
            return Item(path, _without_surrogates(value), line)

    def _peek(self) -> str:
        """Return the next character that is no white space; "" at the end."""
        while True:
            match = _SPACE.match(self._text, self._place)
            self._place = match.end() if match else self._place
            if self._place < len(self._text):
                return self._text[self._place]
            if not self._more():
                return ""

    def _take(self, char: str) -> None:
        found = self._peek()
        if found != char:
            said = f"expected {char}, found {found}" if found else f"expected {char}, it ends"
            raise _BrokenError(said)
        self._place += 1

    def _more(self) -> bool:
        """Read on, each time more for the same value; return whether there was anything."""
        if self.at_end:
            return False
        self.place()
        if self._place:
            self._line_start -= self._place
            self._text = self._text[self._place :]
            self._place = self._counted = 0
        if len(self._text) > _LARGEST:
            raise _BrokenError(f"a value of more than {_LARGEST >> 20} MiB")
        data = self._source.read(self._size)
        self._size *= 2
        self._text += self._decoder.decode(data, final=not data)
        self.at_end = not data
        return bool(data)

    def place(self) -> tuple[int, int]:
        """Return the line and the column of what comes next, from 1."""
        newlines = self._text.count("\n", self._counted, self._place)
        if newlines:
            self._line += newlines
            self._line_start = self._text.rfind("\n", 0, self._place) + 1
        self._counted = self._place
        return self._line, self._place - self._line_start + 1

    def rest(self) -> str:
        """Return the start of what could not be read."""
        return self._text[self._place : self._place + _SHOWN]


def _clean(text: str) -> str:
    return _SURROGATE.sub("\ufffd", text)


def _without_surrogates(value: Any) -> Any:  # noqa: ANN401 - any JSON
    """Return a value in which lone surrogates, which no file can hold, are U+FFFD."""
    if isinstance(value, str):
        return value if value.isascii() or not _SURROGATE.search(value) else _clean(value)
    if isinstance(value, list):
        return [_without_surrogates(each) for each in value]
    if isinstance(value, dict):
        return {_without_surrogates(k): _without_surrogates(each) for k, each in value.items()}
    return value
