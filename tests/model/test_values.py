import pickle
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

import attrs
import pytest

from blogmodel import Author, Body, Comment, CommentKind, MediaType, Origin, Post, Status
from blogmodel.errors import InvalidTypeError, InvalidValueError
from blogmodel.model import Extra

MONTREAL = ZoneInfo("America/Toronto")
NOON = datetime(2011, 6, 24, 12, 0, tzinfo=UTC)


def test_what_is_not_told_is_none() -> None:
    post, comment = Post("1"), Comment("2", "1")
    assert (post.title, post.author, post.published_at, post.language) == (None,) * 4
    assert (comment.author, comment.created_at, comment.parent_id, comment.origin) == (None,) * 4
    assert comment.status is Status.PUBLISHED
    assert comment.kind is CommentKind.COMMENT
    assert (comment.ups, comment.downs, comment.pinned) == (0, 0, False)


def test_a_str_given_as_body_is_plain_text() -> None:
    assert Comment("2", "1", body="Merci").body == Body("Merci", MediaType.PLAIN)
    assert Post("1", body="Merci").body == Body("Merci")
    assert Post("1", body=Body("<p>", MediaType.HTML)).body.media_type is MediaType.HTML


def test_tags_given_as_a_list_become_a_tuple() -> None:
    assert Post("1", tags=["sirop", "érable"]).tags == ("sirop", "érable")


@pytest.mark.parametrize(
    "given, kept",
    [
        (NOON, NOON),
        (datetime(2011, 6, 24, 8, 0, tzinfo=MONTREAL), NOON),
        (datetime(2011, 6, 24, 14, 0, tzinfo=timezone(timedelta(hours=2))), NOON),
        # Clocks go back at 2 h: the first 1 h 30 is at 5:30 UTC, the second at 6:30.
        (
            datetime(2011, 11, 6, 1, 30, tzinfo=MONTREAL),
            datetime(2011, 11, 6, 5, 30, tzinfo=UTC),
        ),
        (
            datetime(2011, 11, 6, 1, 30, fold=1, tzinfo=MONTREAL),
            datetime(2011, 11, 6, 6, 30, tzinfo=UTC),
        ),
        (datetime(2011, 6, 24, 12, 0, fold=1, tzinfo=UTC), NOON),
    ],
)
def test_moments_are_kept_in_utc(given: datetime, kept: datetime) -> None:
    for moment in (
        Comment("2", "1", created_at=given).created_at,
        Comment("2", "1", updated_at=given).updated_at,
        Post("1", published_at=given).published_at,
        Post("1", updated_at=given).updated_at,
        Post("1", comments_closed_at=given).comments_closed_at,
    ):
        assert moment == kept
        assert moment is not None
        assert moment.tzinfo is UTC
        assert moment.fold == 0


def test_a_subclass_of_datetime_is_kept_as_a_datetime() -> None:
    class Stamp(datetime):
        pass

    kept = Comment("2", "1", created_at=Stamp(2011, 6, 24, 12, tzinfo=UTC)).created_at
    assert type(kept) is datetime
    assert kept == NOON


class NoZone(tzinfo):
    def __init__(self, offset: object) -> None:
        self.offset = offset

    def utcoffset(self, _moment: datetime | None, /) -> Any:
        if isinstance(self.offset, Exception):
            raise self.offset
        return self.offset

    def dst(self, _moment: datetime | None, /) -> None:
        return None


@pytest.mark.parametrize("offset", [timedelta(days=3), "no", RuntimeError("x")])
def test_a_zone_that_does_not_tell_its_offset_is_refused(offset: object) -> None:
    moment = datetime(2011, 6, 24, tzinfo=NoZone(offset))
    with pytest.raises(InvalidValueError, match="whose zone tells its offset"):
        Comment("2", "1", created_at=moment)


def test_a_zone_without_an_offset_leaves_a_moment_naive() -> None:
    with pytest.raises(InvalidValueError, match="this one is naive"):
        Comment("2", "1", created_at=datetime(2011, 6, 24, tzinfo=NoZone(None)))


def comment(**fields: object) -> Comment:
    given: dict[str, Any] = {"id": "2", "post_id": "1"} | fields
    return Comment(given.pop("id"), given.pop("post_id"), **given)


def post(**fields: object) -> Post:
    given: dict[str, Any] = {"id": "1"} | fields
    return Post(given.pop("id"), **given)


def author(**fields: object) -> Author:
    given: dict[str, Any] = {"name": "Zoé"} | fields
    return Author(given.pop("name"), **given)


def body(**fields: object) -> Body:
    given: dict[str, Any] = {"text": "a"} | fields
    return Body(**given)


def origin(**fields: object) -> Origin:
    given: dict[str, Any] = fields
    return Origin(**given)


REFUSED = [
    (comment, "id", "", "a str that is not empty"),
    (comment, "id", 7, "a str"),
    (comment, "id", "\ud800", "without the lone surrogate at 0"),
    (comment, "post_id", "", "a str that is not empty"),
    (comment, "post_id", None, "a str"),
    (comment, "author", "Zoé", "an Author, such as Author('Marie')"),
    (comment, "body", None, "a Body, such as Body('…') or a str"),
    (comment, "created_at", datetime(2011, 6, 24), "this one is naive"),  # noqa: DTZ001
    (comment, "created_at", "2011-06-24", "an aware datetime"),
    (
        comment,
        "created_at",
        datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=2))),
        "between the years 1 and 9999",
    ),
    (comment, "updated_at", datetime(2011, 6, 24), "this one is naive"),  # noqa: DTZ001
    (comment, "parent_id", "", "a str that is not empty"),
    (comment, "status", "published", "one of Status.PENDING, Status.PUBLISHED"),
    (comment, "kind", None, "one of CommentKind.COMMENT"),
    (comment, "ups", -1, "0 or more"),
    (comment, "ups", True, "an int"),
    (comment, "downs", 2**63, "below 2 ** 63"),
    (comment, "downs", 1.5, "an int"),
    (comment, "pinned", 1, "True or False"),
    (comment, "language", "français", "a language tag such as 'fr-CA'"),
    (comment, "origin", "192.0.2.7", "an Origin, such as Origin(address='…')"),
    (comment, "extra", {}, "an Extra, such as Extra.of"),
    (comment, "extra", Extra.of({"ups": 3}), "no fields of the value itself"),
    (comment, "extra", Extra.of({"type": "x"}), "no fields of the value itself"),
    (post, "id", "", "a str that is not empty"),
    (post, "title", 3, "a str"),
    (post, "body", 3, "a Body"),
    (post, "author", 3, "an Author"),
    (post, "published_at", datetime(2011, 6, 24), "this one is naive"),  # noqa: DTZ001
    (post, "updated_at", 0, "an aware datetime"),
    (post, "language", "", "a language tag"),
    (post, "url", "javascript:alert(1)", "an absolute http or https URL"),
    (post, "url", "/2011/06/billet.html", "an absolute http or https URL"),
    (post, "url", "https://", "an absolute http or https URL"),
    (post, "url", "https://example.org/a b", "an absolute http or https URL"),
    (post, "tags", "sirop", "a tuple or a list of str"),
    (post, "tags", ["sirop", ""], "a str that is not empty"),
    (post, "comments_closed_at", "demain", "an aware datetime"),
    (author, "name", "", "a name that is not blank"),
    (author, "name", " \u00a0\n", "a name that is not blank"),
    (author, "name", None, "a str"),
    (author, "id", "", "a str that is not empty"),
    (author, "email", "zoe", "an e-mail address"),
    (author, "email", "", "an e-mail address"),
    (author, "email", "a b@example.org", "an e-mail address"),
    (author, "url", "ftp://example.org", "an absolute http or https URL"),
    (author, "url", "http\u017f://example.org", "an absolute http or https URL"),
    (author, "url", "http://" + "a" * 100_000 + " ", "an absolute http or https URL"),
    (author, "url", 'http://example.org/"><script>', "an absolute http or https URL"),
    (body, "text", b"a", "a str"),
    (body, "media_type", "text/html", "one of MediaType.PLAIN"),
    (origin, "address", 7, "a str"),
    (origin, "agent", b"", "a str"),
    (origin, "referrer", 7, "a str"),
]


@pytest.mark.parametrize("make, field, value, expected", REFUSED)
def test_a_refusal_names_the_class_the_field_the_value_and_what_is_right(
    make: Any,
    field: str,
    value: object,
    expected: str,
) -> None:
    with pytest.raises(InvalidValueError) as caught:
        make(**{field: value})
    error = caught.value
    assert error.class_name == make.__name__.capitalize()
    assert error.field == field
    assert expected in error.expected
    assert f"{error.class_name}.{field} must be {error.expected}; got " in str(error)


def test_a_number_too_long_to_print_is_refused_in_words() -> None:
    with pytest.raises(InvalidValueError, match="got a value of int that has no repr"):
        comment(ups=10**5000)


def test_a_wrong_type_is_also_a_type_error() -> None:
    with pytest.raises(InvalidTypeError):
        comment(id=7)
    with pytest.raises(TypeError):
        comment(ups="3")


@pytest.mark.parametrize("url", ["http://exemple.ca", "HTTPS://example.org/été?a=1#b"])
def test_web_addresses_are_taken(url: str) -> None:
    assert Author("Zoé", url=url).url == url


@pytest.mark.parametrize("language", ["fr", "fr-CA", "fr_CA", "zh-Hant-TW"])
def test_language_tags_of_both_kinds_are_taken_as_they_are(language: str) -> None:
    assert Post("1", language=language).language == language


def test_values_are_frozen() -> None:
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        comment().ups = 3  # type: ignore[misc]


def test_a_change_is_a_new_value_and_is_checked_too() -> None:
    assert attrs.evolve(comment(), ups=3).ups == 3
    with pytest.raises(InvalidValueError):
        attrs.evolve(comment(), ups=-3)


def test_no_repr_shows_where_a_comment_came_from_or_an_address() -> None:
    secret = Origin(address="192.0.2.7", agent="Lynx", referrer="https://example.org/moi")
    written = comment(origin=secret, author=Author("Zoé", email="zoe@example.org"))
    for text in (repr(written), str(written), repr(secret), repr(written.author), f"{secret}"):
        assert "192.0.2.7" not in text
        assert "Lynx" not in text
        assert "example.org" not in text


def test_the_origin_can_be_dropped_whole() -> None:
    written = comment(origin=Origin(address="192.0.2.7"), body="Merci")
    assert written.without_origin() == comment(body="Merci")


@pytest.mark.parametrize(
    "value, expected",
    [
        (Author("Zoé", id="7"), "Author('Zoé', id='7')"),
        (Body("x" * 90), f"Body('{'x' * 39}…')"),
        (Body("a", MediaType.MARKDOWN), "Body('a', text/markdown)"),
        (Post("1"), "Post('1')"),
        (Post("1", title="Été"), "Post('1', title='Été')"),
        (Comment("2", "1"), "Comment('2', '1')"),
        (
            Comment("2", "1", author=Author("Zoé"), parent_id="0", body="Oui"),
            "Comment('2', '1', author='Zoé', parent_id='0', body='Oui')",
        ),
        (Extra.of({"b": 1, "a": 2}), "Extra(a, b)"),
    ],
)
def test_a_repr_is_short_and_tells_what_it_is(value: object, expected: str) -> None:
    assert repr(value) == expected


def test_extra_holds_one_json_object_in_canonical_form() -> None:
    assert Extra('{ "b": [1, 2], "a": {"é": null} }') == Extra.of({"a": {"é": None}, "b": [1, 2]})
    assert Extra.of({"a": 1}).as_dict() == {"a": 1}
    assert not Extra()
    assert Extra.of({"a": 1})


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{", '{"a": 1, "a": 2}', '{"a": NaN}', '{"a": 1e999}', "[" * 100_000, "{}x"],
)
def test_extra_refuses_what_is_not_one_json_object(text: str) -> None:
    with pytest.raises(InvalidValueError, match=r"Extra\.text must be one JSON object"):
        Extra(text)


@pytest.mark.parametrize(
    "fields",
    [{1: "a"}, {"a": {1: 2}}, {"a": (1, 2)}, {"a": float("nan")}, {"a": object()}, {"a": "\ud800"}],
)
def test_extra_refuses_what_json_would_change(fields: Any) -> None:
    with pytest.raises(InvalidValueError, match=r"Extra\.text"):
        Extra.of(fields)


def test_values_are_hashable_and_picklable() -> None:
    values = [
        Author("Zoé", email="a@b"),
        Body("a"),
        Origin(agent="x"),
        post(tags=["a"], published_at=NOON, extra=Extra.of({"x": [1]})),
        comment(created_at=NOON, origin=Origin(address="192.0.2.7")),
    ]
    for value in values:
        again = pickle.loads(pickle.dumps(value))
        assert again == value
        assert hash(again) == hash(value)
