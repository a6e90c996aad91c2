"""The library's own documents, one a line: the one format that loses nothing.

The first line says what follows: ``{"type":"archive","version":1}``. Posts and comments are the
documents of `blogmodel.to_json`; the site, what was kept, what was wrong, what was inferred and
noticed have documents of the same make. Lines may come in any order; those of documents alone,
without the first line, are read too. It is a backup, with e-mail addresses and all: nothing that
the public should read.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from blogmodel import _json
from blogmodel.errors import BlogModelError, DocumentError, MalformedSourceError
from blogmodel.formats._entries import (
    Damage,
    Kept,
    Site,
    SourceDefect,
    SourceDefectKind,
)
from blogmodel.formats._findings import Inference, InferredField, Notice, NoticeKind, Rule
from blogmodel.formats._lines import lines
from blogmodel.model import Author, Comment, Extra, Post, Unknown, from_dict, to_dict
from blogmodel.thread import Evidence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from blogmodel.formats._entries import Entry
    from blogmodel.formats._reading import Options, Source

__all__ = ["entries", "json_line", "json_lines", "recognises"]

_VERSION = 1
_FIRST = re.compile(
    rb'(?:\xef\xbb\xbf)?\s*\{\s*"type"\s*:\s*'
    rb'"(?:archive|site|post|comment|kept|defect|inference|notice)"'
)


def recognises(head: bytes) -> bool:
    """Tell whether a file starts with one of the library's documents."""
    return _FIRST.match(head) is not None


def json_lines(values: Iterable[Entry]) -> Iterator[str]:
    """Yield the lines of an archive: its first one, then one for each value, each with its end."""
    yield _dumped({"type": "archive", "version": _VERSION})
    yield from map(json_line, values)


def json_line(value: Entry) -> str:
    """Return the line of one value, with its end."""
    fields: dict[str, Any]
    match value:
        case Post() | Comment():
            return _dumped(to_dict(value))
        case Site():
            fields = {
                "title": value.title,
                "description": value.description,
                "url": value.url,
                "id": value.id,
                "language": value.language,
                "zone": value.zone,
                "authors": [to_dict(author) for author in value.authors],
                "settings": value.settings.as_dict(),
            }
        case Kept():
            fields = {"name": value.name, "content": value.content.as_dict(), "line": value.line}
        case SourceDefect():
            fields = {
                "kind": value.kind.value,
                "text": value.text,
                "line": value.line,
                "column": value.column,
                "subject_id": value.subject_id,
            }
        case Inference():
            fields = {
                "subject_id": value.subject_id,
                "field": value.field.value,
                "value": value.value,
                "rule": value.rule.value,
                "evidence": _of_evidence(value.evidence),
                "confidence": value.confidence,
                "adopted": value.adopted,
                "alternatives": list(value.alternatives),
            }
        case _:
            fields = {"kind": value.kind.value, "evidence": _of_evidence(value.evidence)}
    return _dumped({"type": _TYPES[type(value)], "version": _VERSION, **fields})


_TYPES: dict[type, str] = {
    Site: "site",
    Kept: "kept",
    SourceDefect: "defect",
    Inference: "inference",
    Notice: "notice",
}


def _of_evidence(evidence: Evidence) -> dict[str, object]:
    return {
        "text": evidence.text,
        "start": evidence.start,
        "end": evidence.end,
        "comment_id": evidence.comment_id,
    }


# Line ends to Unicode, though not to JSON.
_LINE_ENDS = [(char, f"\\u{ord(char):04x}") for char in "\x85\u2028\u2029"]


def _dumped(fields: dict[str, Any]) -> str:
    text = json.dumps(fields, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    for char, escaped in _LINE_ENDS:
        text = text.replace(char, escaped)
    return f"{text}\n"


def entries(source: Source, options: Options) -> Iterator[Entry]:
    """Yield what the lines hold, in their order; a line that cannot be read is kept."""
    for number, line in lines(source):
        if not line.strip():
            continue
        try:
            fields = _fields(line)
            value = _value(fields)
        except (BlogModelError, ValueError, TypeError, KeyError, RecursionError) as error:
            said = f"a field is missing: {error}" if isinstance(error, KeyError) else str(error)
            if options.damage is Damage.REFUSE:
                raise MalformedSourceError(source.name, said, number, 1) from None
            text = line[:_SHOWN].decode(errors="replace")
            yield Kept("line", content=Extra.of({"#text": text}), line=number)
            yield SourceDefect(SourceDefectKind.BROKEN_RECORD, said[:200], line=number, column=1)
            continue
        if value is not None:
            yield value


_SHOWN = 1 << 20


def _fields(line: bytes) -> dict[str, Any]:
    fields = _json.decode(line.decode("utf-8-sig"))
    if not isinstance(fields, dict):
        raise DocumentError("line", "must be an object")
    return fields


def _value(fields: dict[str, Any]) -> Entry | None:
    kind = fields.get("type")
    if kind == "post":
        return from_dict(fields, Post, unknown=Unknown.KEEP)
    if kind == "comment":
        return from_dict(fields, Comment, unknown=Unknown.KEEP)
    if fields.get("version") != _VERSION:
        raise DocumentError(str(kind), f"version must be {_VERSION}")
    if kind == "archive":
        return None
    read = _READERS.get(str(kind))
    if read is None:
        raise DocumentError("line", f"'type' is none that is known: {kind!r}")
    return read(fields)


def _site(fields: dict[str, Any]) -> Site:
    return Site(
        title=fields.get("title"),
        description=fields.get("description"),
        url=fields.get("url"),
        id=fields.get("id"),
        language=fields.get("language"),
        zone=fields.get("zone"),
        authors=tuple(
            from_dict(author, Author, unknown=Unknown.KEEP) for author in fields.get("authors", ())
        ),
        settings=Extra.of(fields.get("settings", {})),
    )


def _kept(fields: dict[str, Any]) -> Kept:
    return Kept(
        fields["name"], content=Extra.of(fields.get("content", {})), line=fields.get("line")
    )


def _defect(fields: dict[str, Any]) -> SourceDefect:
    return SourceDefect(
        SourceDefectKind(fields["kind"]),
        fields.get("text", ""),
        line=fields.get("line"),
        column=fields.get("column"),
        subject_id=fields.get("subject_id"),
    )


def _evidence(fields: dict[str, Any]) -> Evidence:
    return Evidence(
        fields["text"],
        start=fields["start"],
        end=fields["end"],
        comment_id=fields.get("comment_id"),
    )


def _inference(fields: dict[str, Any]) -> Inference:
    return Inference(
        fields["subject_id"],
        InferredField(fields["field"]),
        value=fields["value"],
        rule=Rule(fields["rule"]),
        evidence=_evidence(fields["evidence"]),
        confidence=fields["confidence"],
        adopted=fields["adopted"],
        alternatives=tuple(fields.get("alternatives", ())),
    )


def _notice(fields: dict[str, Any]) -> Notice:
    return Notice(NoticeKind(fields["kind"]), _evidence(fields["evidence"]))


_READERS: dict[str, Callable[[dict[str, Any]], Entry]] = {
    "site": _site,
    "kept": _kept,
    "defect": _defect,
    "inference": _inference,
    "notice": _notice,
}
