"""Every error that blogmodel raises, in one small family.

::

    BlogModelError
    ├── InvalidValueError         ValueError    a field of a value holds what it may not
    │   └── InvalidTypeError      TypeError     … because it is of another type
    ├── DocumentError             ValueError    a dict or a JSON text is not one of our documents
    │   ├── UnknownFieldsError    ValueError    … it has fields that this version does not know
    │   └── VersionError          ValueError    … it is of a version that this one cannot read
    ├── UnknownCommentError       LookupError   a thread has no comment of that id
    ├── UnknownPostError          LookupError   an archive has no post of that id
    ├── ThreadDefectsError        ValueError    the comments have defects, and these were to raise
    ├── MoveError                 ValueError    a comment cannot be moved there
    ├── MergeError                ValueError    two threads cannot be merged as they are
    ├── CursorError               ValueError    a text is no cursor of this view
    ├── PathError                 ValueError    bytes that are no path of a comment, or another's
    ├── NestedSetError            ValueError    left and right numbers that are no forest's
    ├── SourceError               ValueError    a file cannot be read as a blog
    │   ├── UnreadableSourceError OSError       … the system refuses it
    │   ├── EmptySourceError      ValueError    … it holds no text
    │   ├── BinarySourceError     ValueError    … it is not text
    │   ├── EncodingError         ValueError    … its bytes are not of the encoding
    │   ├── UnknownFormatError    ValueError    … it is text of a format that is not read
    │   └── MalformedSourceError  ValueError    … it breaks its format, and that was to raise
    ├── UnwritableTargetError     OSError       a file cannot be written
    ├── PolicyError               ValueError    a policy's configuration is not right
    ├── WordListError             ValueError    a list of words is not right
    ├── TransitionError           ValueError    a comment cannot make that move now
    │   ├── NotAllowedError       PermissionError … because of who asks for it
    │   └── StaleVersionError     ValueError    … because its history has gone on since
    ├── TamperedHistoryError      ValueError    a history is not as it was written
    ├── ExternalServiceError      OSError       another service gave no answer that can be used
    ├── UnknownLocaleError        LookupError   a locale that is not one
    ├── UnsupportedLocaleError    LookupError   a locale that a part has no rules for
    ├── UnknownZoneError          LookupError   a time zone that is not one
    ├── StyleError                ValueError    a date cannot be written in that style
    ├── DateError                 ValueError    a text is not read as a date
    ├── MissingExtraError         ImportError   a part that needs an extra to be installed
    ├── LawBrokenError            AssertionError an implementation breaks a law of the testing kit
    ├── ConformanceError          AssertionError … or several, and there is a report of all
    └── AdapterError              TypeError     an adapter gives the testing kit what it cannot read
        └── UnfitAdapterError     TypeError     … or cannot be tried at all

Every error carries what went wrong as attributes, survives pickling, and its message says what was
wrong with which value and what would be right.
"""

from __future__ import annotations

TYPE_CHECKING = False  # `typing` need not be imported for it.

if TYPE_CHECKING:
    from typing import Any, Self

__all__ = [
    "AdapterError",
    "BinarySourceError",
    "BlogModelError",
    "ConformanceError",
    "CursorError",
    "DateError",
    "DocumentError",
    "EmptySourceError",
    "EncodingError",
    "ExternalServiceError",
    "InvalidTypeError",
    "InvalidValueError",
    "LawBrokenError",
    "MalformedSourceError",
    "MergeError",
    "MissingExtraError",
    "MoveError",
    "NestedSetError",
    "NotAllowedError",
    "PathError",
    "PolicyError",
    "SourceError",
    "StaleVersionError",
    "StyleError",
    "TamperedHistoryError",
    "ThreadDefectsError",
    "TransitionError",
    "UnfitAdapterError",
    "UnknownCommentError",
    "UnknownFieldsError",
    "UnknownFormatError",
    "UnknownLocaleError",
    "UnknownPostError",
    "UnknownZoneError",
    "UnreadableSourceError",
    "UnsupportedLocaleError",
    "UnwritableTargetError",
    "VersionError",
    "WordListError",
]


class BlogModelError(Exception):
    """The root: ``except BlogModelError`` catches all that the library raises."""


class InvalidValueError(BlogModelError, ValueError):
    """A field of a value holds what it may not.

    Attributes:
        class_name: the class whose field it is, such as ``"Comment"``.
        field: the field's name.
        value: what was given.
        expected: what would be right, in words.
    """

    def __init__(self, class_name: str, field: str, value: object, expected: str) -> None:
        super().__init__(class_name, field, value, expected)
        self.class_name = class_name
        self.field = field
        self.value = value
        self.expected = expected

    def __str__(self) -> str:
        return f"{self.class_name}.{self.field} must be {self.expected}; got {shown(self.value)}"


class InvalidTypeError(InvalidValueError, TypeError):
    """A field of a value holds something of another type; the attributes are its parent's."""


class DocumentError(BlogModelError, ValueError):
    """A dict or a JSON text is not one of our documents.

    Attributes:
        path: where in the document, such as ``"comment.author"``; the kind of document at the top.
        problem: what is wrong there and what would be right.
    """

    def __init__(self, path: str, problem: str) -> None:
        super().__init__(path, problem)
        self.path = path
        self.problem = problem

    def __str__(self) -> str:
        return f"{self.path}: {self.problem}"


class UnknownFieldsError(DocumentError):
    """A document has fields that this version does not know.

    Attributes:
        path: where in the document.
        fields: the unknown names, sorted.
    """

    def __init__(self, path: str, fields: tuple[str, ...]) -> None:
        names = _listed(fields)
        super().__init__(path, f"unknown fields {names}; remove them, or read with Unknown.KEEP")
        self.fields = fields

    def __reduce__(self) -> tuple[type[Self], tuple[object, ...]]:
        return (type(self), (self.path, self.fields))


class VersionError(DocumentError):
    """A document says a version that this one cannot read.

    Attributes:
        path: the kind of document.
        version: what it says.
    """

    def __init__(self, path: str, version: object, supported: int) -> None:
        super().__init__(
            path, f"version {shown(version)} cannot be read; this blogmodel reads {supported}"
        )
        self.version = version
        self.supported = supported

    def __reduce__(self) -> tuple[type[Self], tuple[object, ...]]:
        return (type(self), (self.path, self.version, self.supported))


class UnknownCommentError(BlogModelError, LookupError):
    """A thread has no comment of that id; ``comment_id`` is the id."""

    def __init__(self, comment_id: object) -> None:
        super().__init__(comment_id)
        self.comment_id = comment_id

    def __str__(self) -> str:
        return f"no comment {shown(self.comment_id)} in this thread"


class UnknownPostError(BlogModelError, LookupError):
    """An archive has no post of that id; ``post_id`` is the id."""

    def __init__(self, post_id: object) -> None:
        super().__init__(post_id)
        self.post_id = post_id

    def __str__(self) -> str:
        return f"no post {shown(self.post_id)} in this archive"


class ThreadDefectsError(BlogModelError, ValueError):
    """The comments have defects, and the policy was to raise; ``defects`` are all of them."""

    def __init__(self, defects: tuple[Any, ...]) -> None:
        super().__init__(defects)
        self.defects = defects

    def __str__(self) -> str:
        rest = len(self.defects) - 1
        return f"{self.defects[0]}" + (f" (and {rest} more)" if rest else "")


class MoveError(BlogModelError, ValueError):
    """A comment cannot be moved under that parent.

    Attributes:
        comment_id: the comment that was to move.
        parent_id: where it was to go.
        reason: why not, in words.
    """

    def __init__(self, comment_id: str, parent_id: str, reason: str) -> None:
        super().__init__(comment_id, parent_id, reason)
        self.comment_id = comment_id
        self.parent_id = parent_id
        self.reason = reason

    def __str__(self) -> str:
        moved, parent = shown(self.comment_id), shown(self.parent_id)
        return (
            f"{moved} cannot move under {parent}: {self.reason}; "
            "choose a comment of the same post outside its replies"
        )


class MergeError(BlogModelError, ValueError):
    """Two threads cannot be merged as they are.

    Attributes:
        ids: the comments that stand in the way, sorted.
        reason: why, in words, and what would help.
    """

    def __init__(self, ids: tuple[str, ...], reason: str) -> None:
        super().__init__(ids, reason)
        self.ids = ids
        self.reason = reason

    def __str__(self) -> str:
        return f"{_listed(self.ids)} cannot be merged: {self.reason}"


class CursorError(BlogModelError, ValueError):
    """A text is no cursor of this view, or its place is gone.

    Attributes:
        cursor: what was given.
        reason: what is wrong with it, in words.
    """

    def __init__(self, cursor: object, reason: str) -> None:
        super().__init__(cursor, reason)
        self.cursor = cursor
        self.reason = reason

    def __str__(self) -> str:
        return f"cursor {shown(self.cursor)} is {self.reason}"


class PathError(BlogModelError, ValueError):
    """Bytes are no path of a comment in a thread, or not the path of that one.

    Attributes:
        path: what was given.
        at: the byte, from 0, where it goes wrong.
        problem: what is wrong there and what would be right.
    """

    def __init__(self, path: bytes, at: int, problem: str) -> None:
        super().__init__(path, at, problem)
        self.path = path
        self.at = at
        self.problem = problem

    def __str__(self) -> str:
        return f"path {shown(self.path)}, byte {self.at}: {self.problem}"


class NestedSetError(BlogModelError, ValueError):
    """Left and right numbers are not those of a forest, or not those of that thread.

    Attributes:
        comment_id: the row where it shows.
        problem: what is wrong there and what would be right.
    """

    def __init__(self, comment_id: str, problem: str) -> None:
        super().__init__(comment_id, problem)
        self.comment_id = comment_id
        self.problem = problem

    def __str__(self) -> str:
        return f"nested set of {shown(self.comment_id)}: {self.problem}"


class SourceError(BlogModelError, ValueError):
    """A file or a stream cannot be read as a blog.

    Attributes:
        source: its name, as the caller gave it.
        detail: what was found there; each case says what that is.
    """

    _words = "{source}: {detail}"

    def __init__(self, source: str, detail: str) -> None:
        super().__init__(source, detail)
        self.source = source
        self.detail = detail

    def __str__(self) -> str:
        return self._words.format(source=self.source, detail=self.detail)


class UnreadableSourceError(SourceError, OSError):
    """The system refuses the source: ``detail`` is its reason, ``__cause__`` its error."""

    def __str__(self) -> str:
        # OSError has one of its own, for its errno and strerror.
        return SourceError.__str__(self)


class EmptySourceError(SourceError):
    """The source holds no text; ``detail`` tells how many bytes it has."""

    _words = "{source}: no text in it ({detail})"


class BinarySourceError(SourceError):
    """The source is not text; ``detail`` is the first byte or character that no text has."""

    _words = "{source}: not text ({detail})"


class EncodingError(SourceError):
    """The source's bytes are of none of the encodings tried; ``detail`` names these."""

    _words = "{source}: its bytes are in none of the encodings tried ({detail}); give theirs"


class UnknownFormatError(SourceError):
    """The source is text in a format that this version does not read; ``detail`` names it."""

    _words = "{source}: this is {detail}, which is not read"


class MalformedSourceError(SourceError):
    """A file breaks the rules of its format, and the caller did not want it repaired.

    Attributes:
        source: the file's name.
        detail: what is wrong.
        line: the line, from 1; None where there are no lines.
        column: the column, from 1, in code points.
    """

    def __init__(
        self, source: str, detail: str, line: int | None = None, column: int | None = None
    ) -> None:
        super().__init__(source, detail)
        self.line = line
        self.column = column

    def __str__(self) -> str:
        place = "" if self.line is None else f" at line {self.line}, column {self.column}"
        return f"{self.source}: {self.detail}{place}"

    def __reduce__(self) -> tuple[type[Self], tuple[object, ...]]:
        return (type(self), (self.source, self.detail, self.line, self.column))


class UnwritableTargetError(BlogModelError, OSError):
    """A file or a stream cannot be written.

    Attributes:
        target: its name, as the caller gave it.
        detail: the system's reason.
    """

    def __init__(self, target: str, detail: str) -> None:
        super().__init__(target)  # OSError takes the first of two for a number.
        self.target = target
        self.detail = detail

    def __str__(self) -> str:
        return f"{self.target}: it cannot be written ({self.detail})"

    def __reduce__(self) -> tuple[type[Self], tuple[object, ...]]:
        return (type(self), (self.target, self.detail))


class PolicyError(BlogModelError, ValueError):
    """The configuration of a policy, or of one of its rules, is not right.

    Attributes:
        rule: the rule's id, or its place such as ``"rule 3"``; ``"policy"`` for what stands above
            all rules.
        key: the key that is wrong; None where it is the whole rule.
        problem: what is wrong with it and what would be right.
    """

    def __init__(self, rule: str, key: str | None, problem: str) -> None:
        super().__init__(rule, key, problem)
        self.rule = rule
        self.key = key
        self.problem = problem

    def __str__(self) -> str:
        place = self.rule if self.key is None else f"{self.rule}, {self.key}"
        return f"{place}: {self.problem}"


class WordListError(BlogModelError, ValueError):
    """An entry of a list of words is not right.

    Attributes:
        entry: the entry's number, from 1.
        term: the entry, as it was given.
        problem: what is wrong with it and what would be right.
    """

    def __init__(self, entry: int, term: object, problem: str) -> None:
        super().__init__(entry, term, problem)
        self.entry = entry
        self.term = term
        self.problem = problem

    def __str__(self) -> str:
        return f"entry {self.entry}, {shown(self.term)}: {self.problem}"


class TransitionError(BlogModelError, ValueError):
    """A comment cannot make that move as it stands.

    Attributes:
        comment_id: the comment.
        event: the kind of event that was asked for, such as ``"approve"``.
        reason: why not, and what would be right.
    """

    def __init__(self, comment_id: str, event: str, reason: str) -> None:
        super().__init__(comment_id, event, reason)
        self.comment_id = comment_id
        self.event = event
        self.reason = reason

    def __str__(self) -> str:
        return f"cannot {self.event} comment {shown(self.comment_id)}: {self.reason}"


class NotAllowedError(TransitionError, PermissionError):
    """A comment cannot make that move for whoever asks for it; the attributes are its parent's."""

    def __str__(self) -> str:
        # OSError, above PermissionError, has one of its own.
        return TransitionError.__str__(self)


class StaleVersionError(TransitionError):
    """A comment's history has gone on since the version that the caller has seen.

    Attributes:
        comment_id: the comment.
        event: the kind of event that was asked for.
        expected: the version that the caller has seen.
        current: the version that there is.
    """

    def __init__(self, comment_id: str, event: str, expected: str, current: str) -> None:
        reason = f"you saw version {shown(expected)} and it is at {shown(current)}; look again"
        super().__init__(comment_id, event, reason)
        self.expected = expected
        self.current = current

    def __reduce__(self) -> tuple[type[Self], tuple[object, ...]]:
        return (type(self), (self.comment_id, self.event, self.expected, self.current))


class TamperedHistoryError(BlogModelError, ValueError):
    """A history is not as it was written: an event was changed, left out or put in.

    Attributes:
        comment_id: whose history.
        event: the hash of the event where it shows.
        problem: what is wrong there.
    """

    def __init__(self, comment_id: str, event: str, problem: str) -> None:
        super().__init__(comment_id, event, problem)
        self.comment_id = comment_id
        self.event = event
        self.problem = problem

    def __str__(self) -> str:
        return f"history of {shown(self.comment_id)}, event {shown(self.event)}: {self.problem}"


class ExternalServiceError(BlogModelError, OSError):
    """Another service gave no answer that can be used.

    Attributes:
        service: its name.
        detail: what it answered, or what went wrong on the way.
    """

    def __init__(self, service: str, detail: str) -> None:
        super().__init__(service, detail)
        self.service = service
        self.detail = detail

    def __str__(self) -> str:
        return f"{self.service}: {self.detail}"


class UnknownLocaleError(BlogModelError, LookupError):
    """Not a locale; ``locale`` is what was given."""

    def __init__(self, locale: object) -> None:
        super().__init__(locale)
        self.locale = locale

    def __str__(self) -> str:
        return f"unknown locale {shown(self.locale)}; give one such as 'fr_CA', 'fr' or 'en'"


class UnsupportedLocaleError(BlogModelError, LookupError):
    """A locale that a part of the library has no rules for.

    Attributes:
        part: what was asked for.
        locale: the locale it was asked in.
        supported: those it has rules for.
    """

    def __init__(self, part: str, locale: str, supported: tuple[str, ...]) -> None:
        super().__init__(part, locale, supported)
        self.part = part
        self.locale = locale
        self.supported = supported

    def __str__(self) -> str:
        known = ", ".join(self.supported)
        return f"{self.part} has no rules for {shown(self.locale)}; it has those of {known}"


class UnknownZoneError(BlogModelError, LookupError):
    """Not a time zone; ``zone`` is what was given."""

    def __init__(self, zone: object) -> None:
        super().__init__(zone)
        self.zone = zone

    def __str__(self) -> str:
        return (
            f"unknown time zone {shown(self.zone)}; "
            "give a name of the IANA database such as 'America/Montreal', or a tzinfo"
        )


class StyleError(BlogModelError, ValueError):
    """A date cannot be written in that style.

    Attributes:
        style: the style that was asked for.
        locale: the locale it was asked in.
        problem: why not, and what would be right.
    """

    def __init__(self, style: object, locale: str, problem: str) -> None:
        super().__init__(style, locale, problem)
        self.style = style
        self.locale = locale
        self.problem = problem

    def __str__(self) -> str:
        return f"style {shown(self.style)} in {shown(self.locale)}: {self.problem}"


class DateError(BlogModelError, ValueError):
    """A text is not read as a date.

    Attributes:
        text: the text.
        reason: why not: a value of `blogmodel.dates.Refusal`.
        problem: what is wrong in this text, in words, and what would be right.
    """

    def __init__(self, text: object, reason: str, problem: str) -> None:
        super().__init__(text, reason, problem)
        self.text = text
        self.reason = reason
        self.problem = problem

    def __str__(self) -> str:
        return f"{shown(self.text)} is not read as a date: {self.problem}"


class MissingExtraError(BlogModelError, ImportError):
    """A part of the library needs an extra that is not installed.

    Attributes:
        part: what was asked for.
        extra: the extra to install.
    """

    def __init__(self, part: str, extra: str) -> None:
        super().__init__(part, extra)
        self.part = part
        self.extra = extra

    def __str__(self) -> str:
        return (
            f"{self.part} needs the extra {self.extra!r}: "
            f"python -m pip install 'blogmodel[{self.extra}]'"
        )


class LawBrokenError(BlogModelError, AssertionError):
    """An implementation breaks a law of the testing kit.

    Attributes:
        law: the law's name, such as ``"nothing-lost"``.
        statement: what it says.
        problem: what is wrong, in words.
        story: what was done, what was expected and what came, drawn on several lines.
    """

    def __init__(self, law: str, statement: str, problem: str, story: str = "") -> None:
        super().__init__(law, statement, problem, story)
        self.law = law
        self.statement = statement
        self.problem = problem
        self.story = story

    def __str__(self) -> str:
        told = f"{self.law}: {self.statement}\n{self.problem}"
        return f"{told}\n\n{self.story}" if self.story else told


class ConformanceError(BlogModelError, AssertionError):
    """An implementation does not keep what it says it keeps; ``report`` tells all of it."""

    def __init__(self, report: object) -> None:
        super().__init__(report)
        self.report = report

    def __str__(self) -> str:
        return str(self.report)


class AdapterError(BlogModelError, TypeError):
    """An adapter gives the testing kit what it cannot read.

    Attributes:
        call: the method, such as ``"walk"``.
        value: what it gave.
        expected: what would be right, in words.
    """

    def __init__(self, call: str, value: object, expected: str) -> None:
        super().__init__(call, value, expected)
        self.call = call
        self.value = value
        self.expected = expected

    def __str__(self) -> str:
        return f"{self.call} must give {self.expected}; got {shown(self.value)}"


class UnfitAdapterError(AdapterError):
    """An adapter cannot be tried at all, so that nothing is said of any law.

    Attributes:
        subject: what reports call it.
        problem: what is wrong, in words.
    """

    def __init__(self, subject: str, problem: str) -> None:
        super().__init__(subject, None, problem)
        self.subject = subject
        self.problem = problem

    def __str__(self) -> str:
        return f"{self.subject} cannot be tried: {self.problem}"

    def __reduce__(self) -> tuple[type[Self], tuple[object, ...]]:
        return (type(self), (self.subject, self.problem))


_SHOWN = 80
_NAMED = 5


def _listed(names: tuple[str, ...]) -> str:
    """Name the first few, and how many more there are."""
    listed = ", ".join(shown(name) for name in names[:_NAMED])
    return listed if len(names) <= _NAMED else f"{listed} and {len(names) - _NAMED} more"


def shown(value: object) -> str:
    """Return the repr of a value, cut so that an error stays one readable line."""
    try:
        text = repr(value[: _SHOWN + 1] if isinstance(value, str | bytes) else value)
    except Exception:  # noqa: BLE001 - a repr is foreign code, and an error has to be told
        return f"a value of {type(value).__name__} that has no repr"
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
