import pickle

import pytest

from blogmodel import errors
from blogmodel.errors import (
    BlogModelError,
    DocumentError,
    InvalidTypeError,
    InvalidValueError,
    MissingExtraError,
    MoveError,
    SourceError,
    ThreadDefectsError,
    UnknownCommentError,
    UnknownFieldsError,
    UnknownLocaleError,
    UnreadableSourceError,
    VersionError,
    shown,
)

EXAMPLES: list[tuple[BlogModelError, type[Exception], str]] = [
    (
        InvalidValueError("Comment", "id", "", "a str that is not empty"),
        ValueError,
        "Comment.id must be a str that is not empty; got ''",
    ),
    (
        InvalidTypeError("Comment", "id", 3, "a str"),
        TypeError,
        "Comment.id must be a str; got 3",
    ),
    (DocumentError("post.tags", "must be a list"), ValueError, "post.tags: must be a list"),
    (
        UnknownFieldsError("author", ("karma", "x")),
        ValueError,
        "author: unknown fields 'karma', 'x'; remove them, or read with Unknown.KEEP",
    ),
    (
        VersionError("author", 2, 1),
        ValueError,
        "author: version 2 cannot be read; this blogmodel reads 1",
    ),
    (UnknownCommentError("c9"), LookupError, "no comment 'c9' in this thread"),
    (errors.UnknownPostError("p9"), LookupError, "no post 'p9' in this archive"),
    (ThreadDefectsError(("orphan: 'a'",)), ValueError, "orphan: 'a'"),
    (ThreadDefectsError(("orphan: 'a'", "b", "c")), ValueError, "orphan: 'a' (and 2 more)"),
    (
        MoveError("a", "b", "it hangs below it"),
        ValueError,
        "'a' cannot move under 'b': it hangs below it; "
        "choose a comment of the same post outside its replies",
    ),
    (
        errors.MergeError(("a", "b"), "both threads have them; give rename"),
        ValueError,
        "'a', 'b' cannot be merged: both threads have them; give rename",
    ),
    (
        errors.CursorError("x", "not a cursor, or one that was cut or changed"),
        ValueError,
        "cursor 'x' is not a cursor, or one that was cut or changed",
    ),
    (
        errors.PathError(b"\x05", 0, "no moment starts with 0x05"),
        ValueError,
        "path b'\\x05', byte 0: no moment starts with 0x05",
    ),
    (
        errors.NestedSetError("a", "the number 3 is missing"),
        ValueError,
        "nested set of 'a': the number 3 is missing",
    ),
    (SourceError("page.txt", "odd"), ValueError, "page.txt: odd"),
    (UnreadableSourceError("page.txt", "No such file"), OSError, "page.txt: No such file"),
    (errors.EmptySourceError("p", "0 bytes"), ValueError, "p: no text in it (0 bytes)"),
    (errors.BinarySourceError("p", "byte 0x00 at 3"), ValueError, "p: not text (byte 0x00 at 3)"),
    (
        errors.EncodingError("p", "utf-8, cp1252"),
        ValueError,
        "p: its bytes are in none of the encodings tried (utf-8, cp1252); give theirs",
    ),
    (
        errors.UnknownFormatError("p", "XML"),
        ValueError,
        "p: this is XML, which is not read",
    ),
    (errors.MalformedSourceError("p", "bad"), ValueError, "p: bad"),
    (
        errors.MalformedSourceError("p", "mismatched tag", 3, 7),
        ValueError,
        "p: mismatched tag at line 3, column 7",
    ),
    (
        errors.UnwritableTargetError("p", "No space left"),
        OSError,
        "p: it cannot be written (No space left)",
    ),
    (
        errors.PolicyError("links", "most", "must be 0 or more; got -1"),
        ValueError,
        "links, most: must be 0 or more; got -1",
    ),
    (errors.PolicyError("rule 3", None, "no type"), ValueError, "rule 3: no type"),
    (
        errors.WordListError(2, "", "nothing is left of it at this level"),
        ValueError,
        "entry 2, '': nothing is left of it at this level",
    ),
    (
        errors.TransitionError("c1", "reject", "it is published; remove it"),
        ValueError,
        "cannot reject comment 'c1': it is published; remove it",
    ),
    (
        errors.NotAllowedError("c1", "erase", "only an admin may"),
        PermissionError,
        "cannot erase comment 'c1': only an admin may",
    ),
    (
        errors.StaleVersionError("c1", "approve", "a3", "b4"),
        ValueError,
        "cannot approve comment 'c1': you saw version 'a3' and it is at 'b4'; look again",
    ),
    (
        errors.TamperedHistoryError("c1", "ab12", "what it follows is not there"),
        ValueError,
        "history of 'c1', event 'ab12': what it follows is not there",
    ),
    (
        errors.ExternalServiceError("Akismet", "status 500"),
        OSError,
        "Akismet: status 500",
    ),
    (
        UnknownLocaleError("xx"),
        LookupError,
        "unknown locale 'xx'; give one such as 'fr_CA', 'fr' or 'en'",
    ),
    (
        errors.UnsupportedLocaleError("typeset", "de", ("fr", "fr_CA")),
        LookupError,
        "typeset has no rules for 'de'; it has those of fr, fr_CA",
    ),
    (
        errors.UnknownZoneError("Mars/Base"),
        LookupError,
        "unknown time zone 'Mars/Base'; "
        "give a name of the IANA database such as 'America/Montreal', or a tzinfo",
    ),
    (
        errors.StyleError("code", "fr", "only fr_CA has month codes"),
        ValueError,
        "style 'code' in 'fr': only fr_CA has month codes",
    ),
    (
        errors.DateError("mai", "bare-month", "a month alone is no date; give its year"),
        ValueError,
        "'mai' is not read as a date: a month alone is no date; give its year",
    ),
    (
        MissingExtraError("the shell", "cli"),
        ImportError,
        "the shell needs the extra 'cli': python -m pip install 'blogmodel[cli]'",
    ),
    (
        errors.LawBrokenError("nothing-lost", "Every comment is shown.", "'c0' is missing"),
        AssertionError,
        "nothing-lost: Every comment is shown.\n'c0' is missing",
    ),
    (
        errors.LawBrokenError("nothing-lost", "Every comment is shown.", "no c0", "1. add c0"),
        AssertionError,
        "nothing-lost: Every comment is shown.\nno c0\n\n1. add c0",
    ),
    (errors.ConformanceError("build: 1 broken"), AssertionError, "build: 1 broken"),
    (
        errors.AdapterError("walk", None, "rows, each a Row or (id, depth)"),
        TypeError,
        "walk must give rows, each a Row or (id, depth); got None",
    ),
    (
        errors.UnfitAdapterError("MyStore", "it has no walk()"),
        TypeError,
        "MyStore cannot be tried: it has no walk()",
    ),
]


@pytest.mark.parametrize("error, builtin, message", EXAMPLES)
def test_an_error_says_what_is_wrong_and_is_the_builtin_it_is_a_case_of(
    error: BlogModelError, builtin: type[Exception], message: str
) -> None:
    assert isinstance(error, BlogModelError)
    assert isinstance(error, builtin)
    assert str(error) == message


@pytest.mark.parametrize("error, builtin, message", EXAMPLES)
def test_an_error_survives_pickling(
    error: BlogModelError, builtin: type[Exception], message: str
) -> None:
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is type(error)
    assert isinstance(again, builtin)
    assert str(again) == message
    assert vars(again) == vars(error)


def test_every_error_is_drawn_in_the_tree_and_tried_here() -> None:
    tree = errors.__doc__ or ""
    classes = {name for name in errors.__all__ if name != "BlogModelError"}
    assert all(name in tree for name in classes)
    assert classes == {type(error).__name__ for error, _, _ in EXAMPLES}


def test_a_value_whose_repr_fails_is_told_by_its_class() -> None:
    class Bad:
        def __repr__(self) -> str:
            raise RuntimeError

    assert shown(Bad()) == "a value of Bad that has no repr"


def test_a_long_value_is_cut_in_the_message() -> None:
    assert shown("x" * 200) == "'" + "x" * 78 + "…"
    assert shown("x" * 78) == "'" + "x" * 78 + "'"
