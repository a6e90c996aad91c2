"""XML that is not well-formed, mended where it is plain what was meant.

What people's exports have wrong: ampersands, characters that XML does not have, bytes of another
encoding, HTML's entities, what a version control left. Lines stay where they are.
"""

from __future__ import annotations

import re
from html.entities import html5
from typing import NamedTuple

from blogmodel.formats._entries import SourceDefectKind
from blogmodel.formats._escape import escaped

__all__ = ["Repair", "as_text", "mended", "mended_sections"]


class Repair(NamedTuple):
    """What was mended of one kind.

    Attributes:
        kind: what was wrong.
        text: the first piece.
        lines: how many lines stand before it.
        times: how many such pieces there are.
    """

    kind: SourceDefectKind
    text: str
    lines: int
    times: int


_FOREIGN = re.compile("[\udc80-\udcff]+")
_INVALID = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_CDATA = re.compile(r"(<!\[CDATA\[.*?(?:\]\]>|\Z))", re.DOTALL)
# A reference, or an ampersand that begins none; a less-than sign that begins no tag.
_SIGN = re.compile(
    r"&(?:\#(?P<decimal>\d{1,9});|\#[xX](?P<hex>[0-9a-fA-F]{1,8});"
    r"|(?P<name>[A-Za-z][A-Za-z0-9]{0,31});)?|<(?![A-Za-z_:/!?])"
)
_XML = frozenset({"amp", "lt", "gt", "quot", "apos"})
# A tag; an attribute in it whose value has no quotation marks.
_TAG = re.compile(r"<[A-Za-z_:][^<>]*>")
_BARE = re.compile(r"""(?<=[\w.:-])=(?![\s"'])([^\s"'<>]*[^\s"'<>/])""")
# A CDATA section, up to where its element ends; what ends one and begins the next is right.
_SECTION = re.compile(r"<!\[CDATA\[(.*?)\]\]>(?=\s*</)", re.DOTALL)
_BORDER = "]]]]><![CDATA[>"
_MARKER = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?: [^\n]*)?$", re.MULTILINE)


def as_text(data: bytes) -> str:
    """Return the text of bytes that should be UTF-8; what is not is read as cp1252."""
    return _FOREIGN.sub(_as_cp1252, data.decode(errors="surrogateescape"))


def _as_cp1252(match: re.Match[str]) -> str:
    return match[0].encode(errors="surrogateescape").decode("cp1252", "replace")


def mended(data: bytes) -> tuple[bytes, list[Repair]]:
    """Return a piece of a document in which what is plainly wrong is mended, and what was."""
    return _mended(data, _Work())


def mended_sections(data: bytes) -> tuple[bytes, list[Repair]]:
    """Mend a piece whose CDATA sections hold what ends a CDATA section, and what else is wrong."""
    work = _Work()
    sections = work.sections(data.decode(errors="surrogateescape"))
    return _mended(sections.encode(errors="surrogateescape"), work)


def _mended(data: bytes, work: _Work) -> tuple[bytes, list[Repair]]:
    text = work.replaced(
        SourceDefectKind.WRONG_ENCODING, _FOREIGN, data.decode(errors="surrogateescape")
    )
    text = work.replaced(SourceDefectKind.BAD_CHARACTER, _INVALID, text)
    if "\n<<<<<<<" in f"\n{text}" and "\n>>>>>>>" in text:
        text = work.replaced(SourceDefectKind.CONFLICT_MARKER, _MARKER, text)
    return work.signs(text).encode(), list(work.repairs.values())


class _Work:
    """A piece that is being mended."""

    def __init__(self) -> None:
        self.repairs: dict[SourceDefectKind, Repair] = {}

    def replaced(self, kind: SourceDefectKind, pattern: re.Pattern[str], text: str) -> str:
        """Leave out what a pattern finds; bytes that are not UTF-8 are read as cp1252."""
        lines = _Lines(text)

        def one(match: re.Match[str]) -> str:
            said = _as_cp1252(match) if pattern is _FOREIGN else ""
            self._note(kind, said or match[0], lines.before(match.start()))
            return said

        return pattern.sub(one, text)

    def signs(self, text: str) -> str:
        """Make references of what should be, outside CDATA."""
        lines = _Lines(text)
        pieces: list[str] = []
        place = 0
        for piece in _CDATA.split(text):
            if not piece.startswith("<![CDATA["):
                piece_start = place

                def one(match: re.Match[str], start: int = piece_start) -> str:
                    return self._sign(match, lines, start)

                pieces.append(self._attributes(_SIGN.sub(one, piece), lines.before(place)))
            else:
                pieces.append(piece)
            place += len(piece)
        return "".join(pieces)

    def _attributes(self, text: str, before: int) -> str:
        lines = _Lines(text)

        def tag(match: re.Match[str]) -> str:
            fixed = _bare(match[0]) if "=" in match[0] else match[0]
            if fixed != match[0]:
                number = before + lines.before(match.start())
                self._note(SourceDefectKind.BARE_VALUE, match[0], number)
            return fixed

        return _TAG.sub(tag, text)

    def sections(self, text: str) -> str:
        """Make one section of each that holds what ends one."""
        lines = _Lines(text)

        def one(match: re.Match[str]) -> str:
            inner = match[1].replace(_BORDER, "]]>")
            if "]]>" in match[1].replace(_BORDER, ""):
                self._note(SourceDefectKind.NESTED_CDATA, "]]>", lines.before(match.start()))
            return f"<![CDATA[{inner.replace(']]>', _BORDER)}]]>"

        return _SECTION.sub(one, text)

    def _sign(self, match: re.Match[str], lines: _Lines, start: int) -> str:
        name, code = match["name"], _code(match)
        if name in _XML or (code is not None and _is_allowed(code)):
            return match[0]
        if code is not None:
            kind, said = SourceDefectKind.BAD_CHARACTER, ""
        elif name is None:
            kind, said = SourceDefectKind.BARE_SIGN, escaped(match[0])
        else:
            kind = SourceDefectKind.UNKNOWN_ENTITY
            said = escaped(html5.get(f"{name};", match[0]))
        self._note(kind, match[0], lines.before(start + match.start()))
        return said

    def _note(self, kind: SourceDefectKind, text: str, lines: int) -> None:
        known = self.repairs.get(kind)
        self.repairs[kind] = (
            Repair(kind, text, lines, 1) if known is None else known._replace(times=known.times + 1)
        )


_QUOTED = re.compile(r"""("[^"]*"|'[^']*')""")


def _bare(tag: str) -> str:
    """Put quotation marks around the values that have none, outside those that have."""
    pieces = _QUOTED.split(tag)
    pieces[::2] = [_BARE.sub(r'="\1"', piece) for piece in pieces[::2]]
    return "".join(pieces)


def _code(match: re.Match[str]) -> int | None:
    if match["decimal"]:
        return int(match["decimal"])
    return int(match["hex"], 16) if match["hex"] else None


def _is_allowed(code: int) -> bool:
    # XML 1.0, production 2.
    return (
        code in {0x9, 0xA, 0xD}
        or 0x20 <= code <= 0xD7FF  # noqa: PLR2004 - as above
        or 0xE000 <= code <= 0xFFFD  # noqa: PLR2004
        or 0x10000 <= code <= 0x10FFFF  # noqa: PLR2004
    )


class _Lines:
    """How many lines stand before places in a text, asked for from left to right."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._place = 0
        self._count = 0

    def before(self, place: int) -> int:
        self._count += self._text.count("\n", self._place, place)
        self._place = place
        return self._count
