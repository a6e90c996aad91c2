"""Values to and from plain dicts and JSON, by the published schema, version 1.

A document is flat: the fields of the value under their own names, moments as RFC 3339 in UTC, enums
by their values, ``type`` and ``version`` beside them. Nothing is lost on the way out or in: what
is not known is refused or kept, as the caller says.
"""

import json
import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from enum import Enum, auto
from typing import Any, TypeVar, overload

from blogmodel import _checks, _json
from blogmodel.errors import DocumentError, UnknownFieldsError, VersionError, shown
from blogmodel.model._kinds import CommentKind, MediaType, PostKind, PostStatus, Status
from blogmodel.model._values import Author, Body, Comment, Extra, Origin, Post

__all__ = ["Unknown", "from_dict", "from_json", "json_schema", "to_dict", "to_json"]

_VERSION = 1
_Value = TypeVar("_Value", Author, Post, Comment)


class Unknown(Enum):
    """What to do with the fields of a document that this version does not know."""

    REFUSE = auto()
    """Raise `blogmodel.errors.UnknownFieldsError`."""
    KEEP = auto()
    """Keep them in the value's ``extra``; they are written out again."""


def to_dict(value: Author | Post | Comment) -> dict[str, Any]:
    """Return a value as a plain dict, ready for any JSON encoder.

    Everything is in it, the e-mail address and the origin too: it is what a store keeps. Drop what
    readers must not see first (`Comment.without_origin`).

    Raises:
        DocumentError: the value is not an Author, a Post or a Comment.

    Example:
        >>> from blogmodel import Author, to_dict
        >>> to_dict(Author("Marie"))["name"]
        'Marie'
    """
    kind = _TYPES.get(type(value))
    if kind is None:
        raise DocumentError("document", f"cannot be made of {shown(value)}; give {_EXPECTED}")
    return {"type": kind, "version": _VERSION, **_fields(value)}


@overload
def from_dict(
    data: Mapping[str, object], *, unknown: Unknown = Unknown.REFUSE
) -> Author | Post | Comment: ...


@overload
def from_dict(
    data: Mapping[str, object], cls: type[_Value], *, unknown: Unknown = Unknown.REFUSE
) -> _Value: ...


def from_dict(
    data: Mapping[str, object], cls: type[Any] | None = None, *, unknown: Unknown = Unknown.REFUSE
) -> Any:
    """Return the value that a plain dict holds.

    Fields that may be left out take the value's own defaults.

    Args:
        data: what `to_dict` returned, here or in an older version.
        cls: `Author`, `Post` or `Comment`; None for the one that the document says.
        unknown: whether fields that this version does not know are refused or kept.

    Raises:
        DocumentError: it is not a document of that class; `UnknownFieldsError` and `VersionError`
            are cases of it.
        InvalidValueError: a field holds what it may not.

    Example:
        >>> from blogmodel import Author, from_dict
        >>> from_dict({"type": "author", "version": 1, "name": "Marie"}, Author)
        Author('Marie')
    """
    return _read(_object(data, _name(cls)), cls, unknown)


def to_json(value: Author | Post | Comment) -> str:
    """Return a value as one line of JSON; see `to_dict` for what is in it.

    Raises:
        DocumentError: the value is not an Author, a Post or a Comment.

    Example:
        >>> from blogmodel import Author, to_json
        >>> to_json(Author("Zoé"))
        '{"type":"author","version":1,"name":"Zoé","id":null,"email":null,"url":null}'
    """
    text = json.dumps(to_dict(value), ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    for char, escaped in _LINE_ENDS:
        text = text.replace(char, escaped)
    return text


# Line ends to Unicode, and so to str.splitlines(), though not to JSON.
_LINE_ENDS = [(char, f"\\u{ord(char):04x}") for char in "\x85\u2028\u2029"]


@overload
def from_json(
    text: str | bytes, *, unknown: Unknown = Unknown.REFUSE
) -> Author | Post | Comment: ...


@overload
def from_json(
    text: str | bytes, cls: type[_Value], *, unknown: Unknown = Unknown.REFUSE
) -> _Value: ...


def from_json(
    text: str | bytes, cls: type[Any] | None = None, *, unknown: Unknown = Unknown.REFUSE
) -> Any:
    """Return the value that a JSON text holds; bytes are UTF-8, with or without a BOM.

    Args:
        text: what `to_json` returned, here or in an older version.
        cls: `Author`, `Post` or `Comment`; None for the one that the document says.
        unknown: whether fields that this version does not know are refused or kept.

    Example:
        >>> from blogmodel import Author, from_json
        >>> from_json('{"type": "author", "version": 1, "name": "Zoé"}', Author)
        Author('Zoé')

    Raises:
        DocumentError: it is not JSON, names a field twice, or is not a document of that class.
        InvalidValueError: a field holds what it may not.
    """
    kind = _name(cls)
    if not isinstance(text, str | bytes):
        raise DocumentError(kind, f"must be JSON in a str or in bytes; got {shown(text)}")
    try:
        data = _json.decode(text.decode("utf-8-sig") if isinstance(text, bytes) else text)
    except ValueError as error:
        raise DocumentError(kind, f"not JSON that can be read: {error}") from None
    return _read(_object(data, kind), cls, unknown)


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of the documents, as published with the package."""
    from importlib.resources import files  # noqa: PLC0415 - needed by few programs, and slow

    schema: dict[str, Any] = json.loads(
        files("blogmodel.model").joinpath("schema-1.json").read_text("utf-8")
    )
    return schema


_TYPES: dict[type, str] = {Author: "author", Post: "post", Comment: "comment"}
_EXPECTED = "Author, Post or Comment"


def _fields(value: Any) -> dict[str, Any]:  # noqa: ANN401 - any of the attrs values
    fields = {name: _plain(getattr(value, name)) for name in _READERS[type(value)]}
    return {**fields, **value.extra.as_dict()} if value.extra else fields


def _plain(value: object) -> object:
    match value:
        case Enum():
            return value.value
        case datetime():
            return value.replace(tzinfo=None).isoformat() + "Z"
        case tuple():
            return list(value)
        case Author() | Body() | Origin():
            if type(value) not in _READERS:
                raise DocumentError("document", f"cannot be made of {type(value).__name__} values")
            return _fields(value)
        case _:
            return value


def _name(cls: type | None) -> str:
    # A class that cannot be hashed is none.
    return _TYPES.get(cls, "document") if isinstance(cls, type) else "document"


def _read(fields: dict[str, Any], cls: type | None, unknown: Unknown) -> Any:  # noqa: ANN401
    """Return the value of a document, once its type and version are those that can be read."""
    _checks.member("from_dict", "unknown", unknown, Unknown)
    cls = _said(fields) if cls is None else cls
    kind = _name(cls)
    if kind not in _TYPES.values():
        raise DocumentError("document", f"cannot be read as {shown(cls)}; give {_EXPECTED}")
    if fields.get("type") != kind:
        raise DocumentError(kind, f"'type' must be {kind!r}; got {shown(fields.get('type'))}")
    version = fields.get("version")
    if type(version) is not int or version != _VERSION:
        raise VersionError(kind, version, _VERSION)
    del fields["type"], fields["version"]
    return _build(fields, cls, kind, unknown)


def _said(fields: dict[str, Any]) -> type:
    """Return the class of which a document says that it is."""
    for cls, name in _TYPES.items():
        if fields.get("type") == name:
            return cls
    names = ", ".join(map(repr, _TYPES.values()))
    problem = f"'type' must be one of {names}; got {shown(fields.get('type'))}"
    raise DocumentError("document", problem)


def _object(data: object, path: str) -> dict[str, Any]:
    if not isinstance(data, Mapping):
        raise DocumentError(path, f"must be an object; got {shown(data)}")
    return dict(data)


def _build(fields: dict[str, Any], cls: type[Any], path: str, unknown: Unknown) -> Any:  # noqa: ANN401
    readers = _READERS[cls]
    missing = [name for name in _REQUIRED[cls] if name not in fields]
    if missing:
        raise DocumentError(path, f"{', '.join(missing)} missing")
    others = {name: value for name, value in fields.items() if name not in readers}
    if others and unknown is Unknown.REFUSE:
        raise UnknownFieldsError(path, tuple(sorted(others, key=str)))
    known = {
        name: readers[name](value, f"{path}.{name}", unknown)
        for name, value in fields.items()
        if name in readers
    }
    return cls(**known, extra=Extra.of(others)) if others else cls(**known)


_Reader = Callable[[Any, str, Unknown], Any]


def _as_is(value: object, _path: str, _unknown: Unknown) -> object:
    # The value's own laws say what is right.
    return value


# RFC 3339, section 5.6, to the microsecond: what is finer could not be kept.
_STAMP = re.compile(
    r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:[Zz]|[+-]\d\d:[0-5]\d)", re.ASCII
)


def _moment(value: object, path: str, _unknown: Unknown) -> datetime | None:
    if value is None:
        return None
    if isinstance(value, str) and _STAMP.fullmatch(value):
        try:
            return datetime.fromisoformat(value.upper()).astimezone(UTC)
        except (ValueError, OverflowError) as error:
            raise DocumentError(path, f"no such moment as {shown(value)} ({error})") from None
    raise DocumentError(
        path,
        "must be an RFC 3339 moment to the microsecond at most, such as '2011-06-24T13:07:00Z'; "
        f"got {shown(value)}",
    )


def _member(kind: type[Enum]) -> _Reader:
    names = ", ".join(str(member.value) for member in kind)

    def read(value: object, path: str, _unknown: Unknown) -> Enum:
        try:
            return kind(value)
        except ValueError:
            raise DocumentError(path, f"must be one of {names}; got {shown(value)}") from None

    return read


def _list(value: object, path: str, _unknown: Unknown) -> tuple[object, ...]:
    if not isinstance(value, list):
        raise DocumentError(path, f"must be a list; got {shown(value)}")
    return tuple(value)


def _required(cls: type) -> _Reader:
    def read(value: object, path: str, unknown: Unknown) -> object:
        return _build(_object(value, path), cls, path, unknown)

    return read


def _optional(cls: type) -> _Reader:
    def read(value: object, path: str, unknown: Unknown) -> object:
        return None if value is None else _build(_object(value, path), cls, path, unknown)

    return read


# In the order in which documents are written: that of the values' own fields.
_READERS: dict[type, dict[str, _Reader]] = {
    Author: dict.fromkeys(("name", "id", "email", "url"), _as_is),
    Body: {"text": _as_is, "media_type": _member(MediaType)},
    Origin: dict.fromkeys(("address", "agent", "referrer"), _as_is),
    Post: {
        "id": _as_is,
        "title": _as_is,
        "body": _required(Body),
        "summary": _optional(Body),
        "kind": _member(PostKind),
        "status": _member(PostStatus),
        "author": _optional(Author),
        "published_at": _moment,
        "updated_at": _moment,
        "language": _as_is,
        "url": _as_is,
        "slug": _as_is,
        "tags": _list,
        "comments_closed_at": _moment,
    },
    Comment: {
        "id": _as_is,
        "post_id": _as_is,
        "author": _optional(Author),
        "body": _required(Body),
        "created_at": _moment,
        "parent_id": _as_is,
        "updated_at": _moment,
        "status": _member(Status),
        "kind": _member(CommentKind),
        "ups": _as_is,
        "downs": _as_is,
        "pinned": _as_is,
        "language": _as_is,
        "url": _as_is,
        "origin": _optional(Origin),
    },
}
_REQUIRED: dict[type, tuple[str, ...]] = {
    Author: ("name",),
    Body: ("text", "media_type"),  # Nothing guesses what a text is written in.
    Origin: (),
    Post: ("id",),
    Comment: ("id", "post_id"),
}
