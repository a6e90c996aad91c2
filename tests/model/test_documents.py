import json
from datetime import UTC, datetime
from typing import Any

import pytest

from blogmodel import (
    Author,
    Body,
    Comment,
    MediaType,
    Origin,
    Post,
    Status,
    from_dict,
    from_json,
    to_dict,
    to_json,
)
from blogmodel.errors import (
    DocumentError,
    InvalidTypeError,
    InvalidValueError,
    UnknownFieldsError,
    VersionError,
)
from blogmodel.model import Unknown

ZOE: dict[str, Any] = {"type": "author", "version": 1, "name": "Zoé"}
POST: dict[str, Any] = {"type": "post", "version": 1, "id": "1"}
COMMENT: dict[str, Any] = {"type": "comment", "version": 1, "id": "2", "post_id": "1"}


def test_a_comment_is_written_flat_under_its_own_names() -> None:
    comment = Comment(
        "2",
        "1",
        author=Author("Zoé"),
        body=Body("<p>Oui</p>", MediaType.HTML),
        created_at=datetime(2011, 6, 24, 13, 7, tzinfo=UTC),
        status=Status.PENDING,
        origin=Origin(address="192.0.2.7"),
    )
    assert to_dict(comment) == {
        "type": "comment",
        "version": 1,
        "id": "2",
        "post_id": "1",
        "author": {"name": "Zoé", "id": None, "email": None, "url": None},
        "body": {"text": "<p>Oui</p>", "media_type": "text/html"},
        "created_at": "2011-06-24T13:07:00Z",
        "parent_id": None,
        "updated_at": None,
        "status": "pending",
        "kind": "comment",
        "ups": 0,
        "downs": 0,
        "pinned": False,
        "language": None,
        "url": None,
        "origin": {"address": "192.0.2.7", "agent": None, "referrer": None},
    }


def test_json_is_one_line_of_plain_letters() -> None:
    text = to_json(Post("1", title="Été\n", tags=["érable"]))
    assert "\n" not in text
    assert '"Été\\n"' in text
    assert '"tags":["érable"]' in text


def test_what_is_left_out_takes_the_defaults() -> None:
    assert from_dict(ZOE, Author) == Author("Zoé")
    assert from_dict(POST, Post) == Post("1")
    assert from_dict(COMMENT, Comment) == Comment("2", "1")


def test_no_line_end_of_unicodes_is_in_the_line() -> None:
    comment = Comment("2", "1", body="a\u2028b\u2029c\x85d\x0ce\x1cf\r\n")
    assert len(to_json(comment).splitlines()) == 1
    assert from_json(to_json(comment), Comment) == comment


def test_the_class_is_the_one_that_the_document_says() -> None:
    assert from_dict(ZOE) == Author("Zoé")
    assert from_json(json.dumps(POST)) == Post("1")
    assert from_dict(COMMENT | {"x": 1}, unknown=Unknown.KEEP) == from_dict(
        COMMENT | {"x": 1}, Comment, unknown=Unknown.KEEP
    )
    with pytest.raises(DocumentError, match="must be one of 'author', 'post', 'comment'; got 'x'"):
        from_dict({"type": "x", "version": 1})
    with pytest.raises(DocumentError, match=r"^document: not JSON"):
        from_json("")


def test_json_is_read_from_text_and_from_bytes_with_or_without_a_mark() -> None:
    text = json.dumps(ZOE, ensure_ascii=False)
    for given in (text, text.encode(), b"\xef\xbb\xbf" + text.encode()):
        assert from_json(given, Author) == Author("Zoé")


@pytest.mark.parametrize(
    "stamp, moment",
    [
        ("2011-06-24T13:07:00Z", datetime(2011, 6, 24, 13, 7, tzinfo=UTC)),
        ("2011-06-24t09:07:00.25-04:00", datetime(2011, 6, 24, 13, 7, 0, 250_000, UTC)),
        ("0001-01-01T00:00:00Z", datetime(1, 1, 1, tzinfo=UTC)),
        (None, None),
    ],
)
def test_moments_are_rfc_3339(stamp: str | None, moment: datetime | None) -> None:
    assert from_dict(COMMENT | {"created_at": stamp}, Comment).created_at == moment


def test_unknown_fields_are_refused_with_their_names() -> None:
    with pytest.raises(UnknownFieldsError, match="unknown fields 'karma', 'x'") as caught:
        from_dict(ZOE | {"x": 1, "karma": 2}, Author)
    assert caught.value.fields == ("karma", "x")
    assert caught.value.path == "author"


def test_unknown_fields_are_kept_at_every_depth_and_written_again() -> None:
    data = to_dict(Comment("2", "1", author=Author("Zoé"), origin=Origin(agent="x")))
    data["karma"] = 12
    data["author"]["badges"] = ["or"]
    data["body"]["charset"] = None
    data["origin"]["asn"] = 64496
    comment = from_dict(data, Comment, unknown=Unknown.KEEP)
    assert comment.extra.as_dict() == {"karma": 12}
    assert comment.author is not None
    assert comment.author.extra.as_dict() == {"badges": ["or"]}
    assert to_dict(comment) == data
    with pytest.raises(UnknownFieldsError, match=r"comment\.author: unknown fields 'badges'"):
        from_dict({name: value for name, value in data.items() if name != "karma"}, Comment)


REFUSED: list[tuple[dict[str, Any], type[Any], type[Exception], str]] = [
    ({}, Author, DocumentError, "author: 'type' must be 'author'; got None"),
    (POST, Comment, DocumentError, "comment: 'type' must be 'comment'; got 'post'"),
    ({"type": "author", "name": "Zoé"}, Author, VersionError, "version None cannot be read"),
    (ZOE | {"version": 2}, Author, VersionError, "version 2 cannot be read"),
    (ZOE | {"version": True}, Author, VersionError, "version True cannot be read"),
    ({"type": "author", "version": 1}, Author, DocumentError, "author: name missing"),
    ({"type": "comment", "version": 1}, Comment, DocumentError, "comment: id, post_id missing"),
    (COMMENT | {"body": "x"}, Comment, DocumentError, "comment.body: must be an object; got 'x'"),
    (COMMENT | {"body": None}, Comment, DocumentError, "comment.body: must be an object"),
    (COMMENT | {"body": {"text": ""}}, Comment, DocumentError, "comment.body: media_type missing"),
    (
        COMMENT | {"body": {"text": "", "media_type": "text/rtf"}},
        Comment,
        DocumentError,
        "comment.body.media_type: must be one of text/plain, text/html, text/markdown",
    ),
    (COMMENT | {"author": []}, Comment, DocumentError, "comment.author: must be an object"),
    (COMMENT | {"author": {}}, Comment, DocumentError, "comment.author: name missing"),
    (COMMENT | {"status": "gone"}, Comment, DocumentError, "comment.status: must be one of pend"),
    (COMMENT | {"status": []}, Comment, DocumentError, "comment.status: must be one of pending"),
    (COMMENT | {"kind": None}, Comment, DocumentError, "comment.kind: must be one of comment"),
    (COMMENT | {"ups": None}, Comment, InvalidTypeError, "Comment.ups must be an int"),
    (COMMENT | {"ups": -1}, Comment, InvalidValueError, "Comment.ups must be 0 or more"),
    (COMMENT | {"id": ""}, Comment, InvalidValueError, "Comment.id must be a str that is not"),
    (POST | {"tags": "a"}, Post, DocumentError, "post.tags: must be a list; got 'a'"),
    (POST | {"tags": [1]}, Post, InvalidTypeError, "Post.tags must be a str"),
]


@pytest.mark.parametrize("data, cls, error, message", REFUSED)
def test_a_document_that_is_not_one_is_refused_and_told_why(
    data: dict[str, Any], cls: type[Any], error: type[Exception], message: str
) -> None:
    with pytest.raises(error) as caught:
        from_dict(data, cls)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    "stamp",
    [
        "2011-06-24",
        "2011-06-24T13:07:00",
        "2011-06-24T13:07Z",
        "20110624T130700Z",
        "2011-06-24T13:07:00.1234567Z",
        "2011-02-30T13:07:00Z",
        "2011-06-24T25:07:00Z",
        "2011-06-24T13:07:00+00:60",
        "2011-06-24T13:07:00-24:00",
        "0001-01-01T00:00:00+01:00",
        "9999-12-31T23:59:59-01:00",
        "٢٠١١-06-24T13:07:00Z",
        1308920820,
    ],
)
def test_a_moment_that_cannot_be_kept_whole_is_refused(stamp: object) -> None:
    with pytest.raises(DocumentError, match=r"^comment\.created_at: "):
        from_dict(COMMENT | {"created_at": stamp}, Comment)


@pytest.mark.parametrize(
    "text, problem",
    [
        ("", "not JSON that can be read"),
        ("{", "not JSON that can be read"),
        ('{"a": 1, "a": 2}', "the name 'a' stands twice"),
        ('{"a": NaN}', "NaN is not JSON"),
        ('{"a": 1e999}', "no float holds the number '1e999'"),
        ('{"a": 1.0000000000000000001}', "no float holds the number"),
        ('{"a": 1e-400}', "no float holds the number"),
        ("{" + '"k": 1, ' * 3 + '"a": 2}', "the name 'k' stands twice"),
        ("[" * 100_000, "nested too deeply"),
        (f'{{"a": {"9" * 5000}}}', "not JSON that can be read"),
        (b"\xff", "not JSON that can be read"),
        ("[]", "must be an object; got []"),
        ("null", "must be an object; got None"),
    ],
)
def test_json_that_would_lose_something_is_refused(text: str | bytes, problem: str) -> None:
    with pytest.raises(DocumentError) as caught:
        from_json(text, Comment)
    assert caught.value.path == "comment"
    assert problem in caught.value.problem


def test_only_the_three_documents_are_written_and_read() -> None:
    with pytest.raises(DocumentError, match="give Author, Post or Comment"):
        to_dict(Body("x"))  # type: ignore[arg-type]
    with pytest.raises(DocumentError, match="give Author, Post or Comment"):
        from_dict(ZOE, Body)  # type: ignore[type-var]
    with pytest.raises(DocumentError, match="give Author, Post or Comment"):
        from_dict(ZOE, [])  # type: ignore[call-overload]
    with pytest.raises(DocumentError, match="must be an object"):
        from_dict([], Author)  # type: ignore[call-overload]
    with pytest.raises(
        InvalidTypeError, match=r"one of Unknown\.REFUSE, Unknown\.KEEP; got 'keep'"
    ):
        from_dict(ZOE, Author, unknown="keep")  # type: ignore[call-overload]


@pytest.mark.parametrize("text", [None, 3, bytearray(b"{}")])
def test_json_is_text_or_bytes(text: Any) -> None:
    with pytest.raises(DocumentError, match="must be JSON in a str or in bytes"):
        from_json(text)


def test_values_of_other_classes_inside_are_refused() -> None:
    class Writer(Author):
        pass

    with pytest.raises(DocumentError, match="cannot be made of Writer values"):
        to_dict(Comment("2", "1", author=Writer("Zoé")))


def test_many_unknown_fields_are_told_shortly() -> None:
    with pytest.raises(UnknownFieldsError, match="'a0', 'a1', 'a10', 'a11', 'a12' and 35 more"):
        from_dict(ZOE | {f"a{number}": 1 for number in range(40)}, Author)


@pytest.mark.parametrize("depth, kept", [(98, True), (99, True), (100, False), (5_000, False)])
def test_kept_fields_may_be_nested_100_levels(depth: int, kept: bool) -> None:  # noqa: FBT001
    text = '{"type":"author","version":1,"name":"Zoé","k":' + "[" * depth + "]" * depth + "}"
    if kept:
        author = from_json(text, Author, unknown=Unknown.KEEP)
        assert from_json(to_json(author), Author, unknown=Unknown.KEEP) == author
    else:
        with pytest.raises((DocumentError, InvalidValueError), match="nested"):
            from_json(text, Author, unknown=Unknown.KEEP)


def test_a_document_too_deep_to_keep_is_refused() -> None:
    deep: dict[str, Any] = {}
    inner = deep
    for _ in range(5_000):
        inner["a"] = inner = {}
    with pytest.raises(
        InvalidValueError, match=r"Extra\.text must be plain JSON .* that has no repr"
    ):
        from_dict(ZOE | {"deep": deep}, Author, unknown=Unknown.KEEP)
