"""Exports in JSON: Remark42, Commento, JSON Feed, and the walk that reads them item by item."""

import io
import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blogmodel import Author, Body, Comment, MediaType, Post, Status
from blogmodel.errors import BlogModelError, MalformedSourceError
from blogmodel.formats import Archive, Damage, Format, Kept, Site, SourceDefect, _json_stream, load
from blogmodel.formats import SourceDefectKind as Kind
from blogmodel.formats._json_stream import Item, items
from blogmodel.formats._reading import Options

NOON = datetime(2009, 3, 12, 12, 0, tzinfo=UTC)


def loaded(data: Any, **options: Any) -> Archive:
    text = data if isinstance(data, str) else json.dumps(data, ensure_ascii=False)
    return load(io.BytesIO(text.encode()), **options)


def kinds(archive: Archive) -> list[tuple[Kind, str]]:
    return [(defect.kind, defect.text) for defect in archive.defects]


# The walk.


class Stream(io.BytesIO):
    name = "doc.json"


def walked(text: str, **options: Any) -> list[Any]:
    return list(items(Stream(text.encode(errors="surrogatepass")), Options(**options)))


def found(text: str) -> list[tuple[str, Any]]:
    return [(item.path, item.value) for item in walked(text) if isinstance(item, Item)]


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=8,
)


@given(st.lists(values, max_size=5), st.sampled_from([None, 1, " "]))
def test_an_array_is_its_items(listed: list[Any], indent: Any) -> None:
    assert found(json.dumps(listed, indent=indent)) == [("", value) for value in listed]


@given(st.dictionaries(st.text(max_size=3), values, max_size=5))
def test_an_object_is_the_items_of_its_arrays_and_the_rest(fields: dict[str, Any]) -> None:
    arrays = [(k, each) for k, v in fields.items() if isinstance(v, list) for each in v]
    rest = {k: v for k, v in fields.items() if not isinstance(v, list)}
    assert found(json.dumps(fields)) == [*arrays, ("", rest)]


@given(st.lists(values, max_size=9), st.integers(1, 9))
def test_chunks_make_no_difference(listed: list[Any], size: int) -> None:
    whole = _json_stream._CHUNK
    _json_stream._CHUNK = size
    try:
        assert [value for _, value in found(json.dumps(listed))] == listed
    finally:
        _json_stream._CHUNK = whole


def test_values_may_follow_one_another() -> None:
    assert found('{"a": 1}\n{"a": 2}\n12 "x"\n') == [
        ("", {"a": 1}),
        ("", {"a": 2}),
        ("", 12),
        ("", "x"),
    ]
    assert [item.line for item in walked('[1,\n2,\n\n{"a":\n3}]')] == [1, 2, 4]


BROKEN = [
    ('[1, 2, {"a": ', Kind.TRUNCATED, 2),
    ('[1, 2, {"a" 3}, 4]', Kind.BROKEN_RECORD, 2),
    ("[1, 2", Kind.TRUNCATED, 2),
    ("[1, 2}", Kind.BROKEN_RECORD, 2),
    ("[1, NaN]", Kind.BROKEN_RECORD, 1),
    ('{"a": 1', Kind.TRUNCATED, 0),
    ("{1: 2}", Kind.BROKEN_RECORD, 0),
    ('{"a": [1', Kind.TRUNCATED, 1),
    ("[" * 100_000, Kind.BROKEN_RECORD, 0),
]


@pytest.mark.parametrize("text, kind, whole", BROKEN)
def test_what_is_whole_is_read_and_the_rest_is_kept(text: str, kind: Kind, whole: int) -> None:
    said = walked(text)
    assert sum(isinstance(each, Item) for each in said) == whole
    [defect] = [each for each in said if isinstance(each, SourceDefect)]
    assert (defect.kind in {kind, Kind.TRUNCATED}, defect.line) == (True, 1)
    with pytest.raises(MalformedSourceError, match=r"doc\.json"):
        walked(text, damage=Damage.REFUSE)


def test_a_value_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_json_stream, "_LARGEST", 1_000)
    monkeypatch.setattr(_json_stream, "_CHUNK", 100)
    said = walked(f'["a", "{"x" * 9_000}", "b"]')
    assert [each.value for each in said if isinstance(each, Item)] == ["a"]
    assert [each.kind for each in said if isinstance(each, SourceDefect)] == [Kind.BROKEN_RECORD]


def test_lone_surrogates_become_what_files_can_hold() -> None:
    assert found('["\\ud800", {"a\\udfff": "é"}, "\\ud83d\\ude42"]') == [
        ("", "\ufffd"),
        ("", {"a\ufffd": "é"}),
        ("", "🙂"),
    ]


@given(st.text(alphabet='[]{},:"0a \n\\', max_size=30))
def test_any_text_is_read_or_told(text: str) -> None:
    for damage in Damage:
        try:
            walked(text, damage=damage)
        except BlogModelError:
            continue


# Remark42.


def remark(id_: str, **fields: Any) -> dict[str, Any]:
    return {"id": id_, "locator": {"site": "s", "url": "https://a.example/1"}, **fields}


FIRST = {"version": 1, "users": [{"id": "u"}], "posts": []}


def test_a_backup_of_remark42_is_a_comment_a_line() -> None:
    lines = [
        FIRST,
        remark(
            "1",
            pid="",
            text="<p>Oui</p>",
            orig="Oui",
            user={"name": "Zoé", "id": "github_1", "picture": "x", "ip": "hash", "admin": False},
            score=1,
            votes={"a": True, "b": True, "c": False},
            time="2009-03-12T12:00:00Z",
            edit={"time": "2009-03-12T12:05:00Z", "summary": "faute"},
            title="Été",
            pin=True,
            imported=True,
        ),
        remark("2", pid="1", text="<p>Non</p>", score=-2, time="hier", edit={}),
        remark("3", pid="1", delete=True, text="x", orig="x", user=7, locator=None),
    ]
    archive = loaded("\n".join(json.dumps(line) for line in lines))
    assert archive.format is Format.REMARK42
    [post] = archive.posts
    assert (post.id, post.title, post.url) == ("https://a.example/1", "Été", "https://a.example/1")
    one, two, three = archive.comments
    assert (one.body, one.pinned) == (Body("Oui", MediaType.MARKDOWN), True)
    assert (one.ups, one.downs, one.created_at) == (2, 1, NOON)
    assert one.updated_at == NOON.replace(minute=5)
    assert one.author is not None
    assert (one.author.id, one.author.extra.as_dict()) == (
        "github_1",
        {"picture": "x", "ip": "hash"},
    )
    assert one.extra.as_dict() == {"edit": {"summary": "faute"}, "imported": True}
    assert (two.parent_id, two.downs, two.body) == ("1", 2, Body("<p>Non</p>", MediaType.HTML))
    assert (two.updated_at, two.extra.as_dict()) == (None, {"time": "hier"})
    assert (three.status, three.body, three.post_id) == (Status.REMOVED, Body(""), "unknown")
    assert kinds(archive)[:2] == [(Kind.BAD_DATE, "time: hier"), (Kind.UNKNOWN_POST, "")]
    assert [kept.name for kept in archive.kept] == ["users"]


def test_replies_stand_in_what_they_answer() -> None:
    reply: dict[str, Any] = {"comment": remark("0", locator={"url": "/1"})}
    for number in range(1, 90):
        reply = {"comment": remark(str(number), locator={"url": "/1"}, pid=""), "replies": [reply]}
    tree = {"comments": [reply, {"comment": 7}, {"comment": {"text": "Oui"}, "replies": ["x"]}, 8]}
    archive = loaded(tree)
    assert len(archive.comments) == 91
    assert archive.posts == (Post("/1", extra=archive.posts[0].extra),)
    assert archive.posts[0].extra.as_dict() == {"uri": "/1"}
    assert [kept.name for kept in archive.kept] == ["comment", "reply", "comments"]
    assert Kind.MISSING_ID in {kind for kind, _ in kinds(archive)}


def test_a_plain_list_of_the_api_is_read() -> None:
    assert [c.id for c in loaded([remark("1"), remark("2")]).comments] == ["1", "2"]
    assert loaded({**FIRST, "zut": 1}).kept[-1].name == "value"


# Commento.


def test_a_comment_of_remark42_that_is_none_is_kept_and_told() -> None:
    archive = loaded({"comments": [{"comment": remark("1")}, {"commennt": remark("2")}]})
    assert [comment.id for comment in archive.comments] == ["1"]
    assert [kept.name for kept in archive.kept] == ["comments"]
    assert kinds(archive) == [(Kind.UNKNOWN_KIND, "a comment that is none")]
    tree = {"comments": [{"comment": remark("1"), "reples": [{"comment": remark("2")}]}]}
    archive = loaded(tree)
    assert [comment.id for comment in archive.comments] == ["1"]
    assert [kept.name for kept in archive.kept] == ["reples"]
    assert kinds(archive) == [(Kind.UNKNOWN_KIND, "reples")]
    lines = [FIRST, remark("1"), {"id": "2", "text": "Oui"}, {"autre": 1}]
    archive = loaded("\n".join(map(json.dumps, lines)))
    assert [comment.id for comment in archive.comments] == ["1"]
    assert [(d.kind, d.line) for d in archive.defects] == [(Kind.UNKNOWN_KIND, 3)]


def commento(**fields: Any) -> dict[str, Any]:
    return {
        "commentHex": "c1",
        "domain": "a.example",
        "url": "/1",
        "commenterHex": "z",
        "markdown": "*Oui*",
        "parentHex": "root",
        "state": "approved",
        "creationDate": "2009-03-12T12:00:00Z",
        **fields,
    }


ZOE = {
    "commenterHex": "z",
    "name": "Zoé",
    "email": "z@a.example",
    "link": "undefined",
    "provider": "google",
}


@pytest.mark.parametrize("order", [1, -1])
def test_commenters_may_come_before_or_after(order: int) -> None:
    fields = [("version", 1), ("comments", [commento()]), ("commenters", [ZOE])][::order]
    archive = loaded(dict(fields))
    assert archive.format is Format.COMMENTO
    [told] = archive.comments
    assert told.author is not None
    assert told == Comment(
        "c1",
        "a.example/1",
        author=Author("Zoé", id="z", email="z@a.example", extra=told.author.extra),
        body=Body("*Oui*", MediaType.MARKDOWN),
        created_at=NOON,
    )
    assert archive.posts[0].url == "https://a.example/1"


@pytest.mark.parametrize(
    "fields, status",
    [
        ({"state": "unapproved"}, Status.PENDING),
        ({"state": "flagged"}, Status.PENDING),
        ({"state": "zut"}, Status.PENDING),
        ({"deleted": True}, Status.REMOVED),
        ({"state": None}, Status.PUBLISHED),
    ],
)
def test_the_state_of_a_comment(fields: dict[str, Any], status: Status) -> None:
    archive = loaded({"comments": [commento(**fields)]})
    assert archive.comments[0].status is status
    assert kinds(archive) == (
        [(Kind.BAD_VALUE, "state: zut")] if fields.get("state") == "zut" else []
    )


def test_what_commento_has_beside_is_kept() -> None:
    odd = commento(commentHex=None, domain=None, markdown="", html="<p>Oui</p>", score=-3, vote=1)
    answer = commento(commentHex="c2", parentHex="c1", score=2, commenterHex="anonymous")
    archive = loaded(
        {
            "comments": [odd, answer, commento(commentHex="c3", markdown="", score="x"), 7],
            "commenters": [{"commenterHex": "y", "name": ""}, 8],
            "domains": {"a": 1},
        }
    )
    one, two, three = archive.comments
    assert (one.post_id, one.downs, one.body.text) == ("/1", 3, "<p>Oui</p>")
    assert one.extra.as_dict() == {"commenterHex": "z", "vote": 1}
    assert (two.parent_id, two.ups, two.author, two.extra.as_dict()) == ("c1", 2, None, {})
    assert three.body == Body("")
    assert [kept.name for kept in archive.kept] == ["comments", "commenters", "commenters", "value"]
    assert [kind for kind, _ in kinds(archive)] == [Kind.MISSING_ID, Kind.BAD_VALUE]


def test_comments_of_commento_under_another_name_are_kept_and_told() -> None:
    archive = loaded({"commenst": [commento(), commento()], "commenters": []})
    assert archive.comments == ()
    assert [kept.name for kept in archive.kept] == ["commenst", "commenst"]
    assert kinds(archive) == [(Kind.UNKNOWN_KIND, "commenst")]


# JSON Feed.

JSON_FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Mon blogue",
    "home_page_url": "https://a.example/",
    "language": "fr-CA",
    "authors": [{"name": "Zoé", "url": "https://zoe.example/"}, {}],
    "zut": 1,
    "items": [
        {
            "id": "1",
            "url": "https://a.example/1",
            "title": "Été",
            "content_html": "<p>Oui</p>",
            "summary": "Court",
            "date_published": "2009-03-12T12:00:00Z",
            "date_modified": "2009-03-12T12:00:00Z",
            "authors": [{"name": "Zoé"}, {"name": "Luc"}],
            "tags": ["sirop", 7, ""],
            "language": "fr",
            "image": "x",
            "_comments": [
                {"id": "c", "in_reply_to": "1", "content_text": "Non", "author": {"name": "Luc"}},
                {"id": "d", "in_reply_to": "c", "content_html": "<b>Si</b>"},
                7,
            ],
        },
        {"content_text": "Sans rien", "tags": "x"},
        8,
    ],
}


def test_a_json_feed_is_posts_and_the_comments_in_its_extension() -> None:
    archive = loaded(JSON_FEED)
    assert archive.format is Format.JSON_FEED
    assert archive.site == Site(
        title="Mon blogue",
        url="https://a.example/",
        language="fr-CA",
        authors=(Author("Zoé", url="https://zoe.example/"),),
    )
    one, other = archive.posts
    assert one == Post(
        "1",
        title="Été",
        body=Body("<p>Oui</p>", MediaType.HTML),
        summary="Court",
        author=Author("Zoé"),
        published_at=NOON,
        language="fr",
        url="https://a.example/1",
        tags=["sirop"],
        extra=one.extra,
    )
    assert one.extra.as_dict() == {"authors": [{"name": "Zoé"}, {"name": "Luc"}], "image": "x"}
    assert (other.body.text, other.tags) == ("Sans rien", ())
    first, second = archive.comments
    assert (first.parent_id, first.body, first.author) == (None, Body("Non"), Author("Luc"))
    assert (second.parent_id, second.body) == ("c", Body("<b>Si</b>", MediaType.HTML))
    assert {kept.name for kept in archive.kept} == {"zut", "items", "_comments"}
    assert kinds(archive) == [(Kind.MISSING_ID, other.id)]


def test_a_json_feed_of_version_1_has_one_author() -> None:
    feed = {"version": "https://jsonfeed.org/version/1", "author": {"name": "Zoé"}, "items": []}
    assert loaded(feed).site == Site(authors=(Author("Zoé"),))
    feed["author"] = {}
    assert loaded({**feed, "hubs": [1]}).site is None
    assert loaded({**feed, "autres": [1]}).kept == (
        Kept("autres", content=loaded({**feed, "autres": [1]}).kept[0].content),
    )


def test_what_is_nested_too_deeply_to_be_kept_is_kept_as_text() -> None:
    deep: Any = 1
    for _ in range(150):
        deep = [deep]
    [kept] = loaded({"version": "https://jsonfeed.org/version/1", "zut": {"a": deep}}).kept
    assert kept.content.as_dict()["#text"].startswith("{'a': [[[")


@pytest.mark.parametrize(
    "text, format_",
    [
        ('{"commentHex": "a", "comments": [{"commentHex": "c", "url": "/1"}, ', Format.COMMENTO),
        ('[{"locator": {"url": "/1"}, "id": "1"}, ', Format.REMARK42),
        ('{"version": "https://jsonfeed.org/version/1", "items": [{"id": "1"}, ', Format.JSON_FEED),
    ],
)
def test_a_file_that_ends_too_early_gives_what_is_whole(text: str, format_: Format) -> None:
    archive = loaded(text)
    assert archive.format is format_
    assert len(archive.posts) == 1
    assert [kind for kind, _ in kinds(archive)] == [Kind.TRUNCATED]


def test_what_looks_like_a_comment_later_in_a_file_is_not_recognised() -> None:
    with pytest.raises(BlogModelError):
        loaded('zut {"locator": {"url": "/1"}}', format=Format.HTML)
    assert loaded('zut "locator": {').format is Format.BLOGGER_TEXT


def test_a_site_may_be_told_of_a_post() -> None:
    archive = loaded([remark("1", locator={"site": "s", "url": "https://a b"})])
    assert archive.posts[0].extra.as_dict() == {"uri": "https://a b", "site": "s"}
