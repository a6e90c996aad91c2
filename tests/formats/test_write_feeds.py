"""What the web reads: Atom, RSS, JSON Feed, JSON-LD, ActivityStreams; and what it must not."""

import io
import json
from datetime import UTC, datetime
from typing import Any

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from blogmodel import Author, Body, Comment, MediaType, Origin, Post, PostStatus, Status
from blogmodel.errors import InvalidTypeError, InvalidValueError
from blogmodel.formats import Archive, FeedOptions, Format, Site, load, lost, pieces
from blogmodel.formats._bodies import Rewriting
from blogmodel.formats._iris import id_of, iri
from blogmodel.formats._json_out import script_safe
from blogmodel.formats._write_activity import activity_pieces
from blogmodel.formats._write_atom import atom_pieces
from blogmodel.formats._write_json_feed import json_feed_pieces
from blogmodel.formats._write_rss import rss_pieces
from blogmodel.model import Extra
from blogmodel.testing.strategies import comment_lists, comments, posts

NOON = datetime(2009, 3, 12, 12, 0, tzinfo=UTC)
SITE = Site(
    title="Mon blogue",
    description="Ici",
    url="https://a.example/",
    language="fr_CA",
    authors=(Author("Zoé", url="https://zoe.example/"),),
    settings=Extra.of({"cle": "SECRET"}),
)
POST = Post(
    "1",
    title="Été & hiver",
    body=Body("<p>Oui</p>", MediaType.HTML),
    summary="Court",
    author=Author(
        "Zoé", id="SECRET", email="secret@SECRET.example", extra=Extra.of({"a": "SECRET"})
    ),
    published_at=NOON,
    updated_at=NOON.replace(hour=13),
    language="fr",
    url="https://a.example/1",
    tags=("sirop d’érable",),
    extra=Extra.of({"a": "SECRET"}),
)
COMMENTS = (
    Comment(
        "a",
        "1",
        body="Un\n\ndeux",
        created_at=NOON,
        author=Author("Luc"),
        url="https://a.example/1#a",
    ),
    Comment("b", "1", body="SECRET", status=Status.REMOVED, parent_id="a", author=Author("SECRET")),
    Comment(
        "c",
        "1",
        body=Body("*Trois*", MediaType.MARKDOWN),
        parent_id="b",
        updated_at=NOON,
        origin=Origin(address="SECRET", agent="SECRET"),
        ups=2,
    ),
    Comment("d", "1", body="SECRET", status=Status.SPAM),
    Comment("e", "2", body="SECRET"),
)
HIDDEN = Post("2", title="SECRET", status=PostStatus.DRAFT)
ARCHIVE = Archive(Format.JSON, site=SITE, posts=(POST, HIDDEN), comments=COMMENTS)
PUBLIC = [
    Format.ATOM,
    Format.RSS,
    Format.JSON_FEED,
    Format.JSON_LD,
    Format.ACTIVITY_STREAMS,
    Format.HTML,
]
FEEDS = [Format.ATOM, Format.RSS, Format.JSON_FEED]


def text(format_: Format, archive: Archive = ARCHIVE, options: Any = None) -> str:
    return "".join(pieces(archive, format_, options))


@pytest.mark.parametrize("format_", PUBLIC)
def test_the_public_reads_nothing_that_is_not_for_it(format_: Format) -> None:
    assert "SECRET" not in text(format_)
    assert "secret" not in text(format_)


secrets = st.just("5ecret")


@given(st.lists(posts(), max_size=3), st.lists(comments(post_ids=st.just("p")), max_size=4))
def test_whatever_is_private_stays_so(posts: list[Post], comments: list[Comment]) -> None:
    mark = "5ecret@5ecret.example"
    extra = Extra.of({"x": mark})
    who = Author("Zoé", id=mark, email=mark, extra=extra)
    archive = Archive(
        Format.JSON,
        site=Site(title="T", settings=extra, authors=(who,)),
        posts=(
            Post("p", author=who, extra=extra),
            *(Post(f"p{n}", title=mark, status=PostStatus.PRIVATE) for n, _ in enumerate(posts)),
        ),
        comments=tuple(
            Comment(
                f"c{n}",
                "p",
                author=who,
                origin=Origin(address=mark, agent=mark, referrer=mark),
                status=comment.status,
                body="5ecret" if comment.status is not Status.PUBLISHED else "public",
                parent_id=f"c{n - 1}" if n else None,
                extra=extra,
            )
            for n, comment in enumerate(comments)
        ),
    )
    for format_ in PUBLIC:
        assert "5ecret" not in text(format_, archive)


def parsed(format_: Format, archive: Archive = ARCHIVE, options: Any = None) -> Any:
    told = feedparser.parse(text(format_, archive, options).encode())
    assert not told.bozo
    return told


@pytest.mark.parametrize("format_", [Format.ATOM, Format.RSS])
def test_another_reader_of_feeds_reads_the_same(format_: Format) -> None:
    told = parsed(format_)
    assert told.feed.title == "Mon blogue"
    assert told.entries[0].title == "Été & hiver"
    assert told.entries[0].content[0].value == "<p>Oui</p>"
    assert told.entries[0].published_parsed[:5] == (2009, 3, 12, 12, 0)
    assert [tag.term for tag in told.entries[0].tags] == ["sirop d’érable"]


def test_a_comment_answers_the_nearest_that_is_shown_and_its_post() -> None:
    tree = etree.fromstring(text(Format.ATOM).encode())
    names = {"a": "http://www.w3.org/2005/Atom", "t": "http://purl.org/syndication/thread/1.0"}
    ids = [id_of(each) for each in tree.xpath("a:entry/a:id/text()", namespaces=names)]
    assert ids == ["1", "a", "c"]
    refs = [
        [id_of(ref) for ref in entry.xpath("t:in-reply-to/@ref", namespaces=names)]
        for entry in tree.xpath("a:entry", namespaces=names)
    ]
    assert refs == [[], ["1"], ["a", "1"]]
    assert tree.xpath("string(a:entry[1]/t:total)", namespaces=names) == "2"


def test_a_carriage_return_stays_one() -> None:
    archive = Archive(Format.JSON, posts=(Post("1", title="a\r\nb"),), comments=())
    assert "<title>a&#13;\nb</title>" in text(Format.ATOM, archive)


def test_atom_has_what_it_requires() -> None:
    archive = Archive(Format.JSON, posts=(Post("1"),), comments=(Comment("2", "1"),))
    tree = etree.fromstring(text(Format.ATOM, archive).encode())
    for element in (tree, *tree.iter("{http://www.w3.org/2005/Atom}entry")):
        names = [child.tag.rpartition("}")[2] for child in element]
        assert {"id", "title", "updated"} <= set(names)
    authors = tree.xpath("//*[local-name()='entry']/*[local-name()='author']/*/text()")
    assert authors == ["Author unknown"] * 2
    assert tree.findtext("{http://www.w3.org/2005/Atom}updated") == "1970-01-01T00:00:00Z"


OPTIONS = FeedOptions(
    feed_url="https://a.example/feed",
    base_url="https://b.example/",
    updated_at=NOON,
    default_author="Quelqu’un",
    comments_url="https://a.example/{id}/c",
    comments_feed_url="https://a.example/{id}/f",
    comment_post_url="https://a.example/{id}/p",
)


def test_those_who_publish_say_what_nothing_else_tells() -> None:
    atom, rss = text(Format.ATOM, options=OPTIONS), text(Format.RSS, options=OPTIONS)
    for feed in (atom, rss):
        assert "https://a.example/feed" in feed
        assert "https://a.example/1/f" in feed
    assert "tag:b.example,2005:blogmodel:post:1" in atom
    assert "Quelqu’un" in atom
    told = parsed(Format.RSS, options=OPTIONS).entries[0]
    assert (told.slash_comments, told.wfw_comment) == ("2", "https://a.example/1/p")
    assert told.comments == "https://a.example/1/c"
    assert json.loads(text(Format.JSON_FEED, options=OPTIONS))["feed_url"] == OPTIONS.feed_url


@pytest.mark.parametrize(
    "fields, error",
    [
        ({"feed_url": "ici"}, InvalidValueError),
        ({"comments_url": "https://a.example/"}, InvalidValueError),
        ({"updated_at": datetime(2009, 3, 12)}, InvalidValueError),  # noqa: DTZ001
        ({"default_author": " "}, InvalidValueError),
    ],
)
def test_what_is_said_must_be_right(fields: Any, error: type[Exception]) -> None:
    with pytest.raises(error):
        FeedOptions(**fields)


@pytest.mark.parametrize("format_", PUBLIC)
def test_the_options_of_another_format_are_refused(format_: Format) -> None:
    with pytest.raises(InvalidTypeError, match=r"write\.options"):
        text(format_, options=7)


def test_comments_alone_are_a_feed_of_their_own() -> None:
    alone = [
        Comment("a", "1"),
        Comment("b", "1", parent_id="a"),
        Comment("s", "3", status=Status.SPAM),
    ]
    for made in (atom_pieces, rss_pieces):
        told = load(io.BytesIO("".join(made(None, [], alone, FeedOptions())).encode()))
        assert [(c.id, c.post_id, c.parent_id) for c in told.comments] == [
            ("a", "1", None),
            ("b", "1", "a"),
        ]


@given(comment_lists(post_id="p"))
def test_a_conversation_survives_in_atom_and_json_feed(listed: list[Comment]) -> None:
    archive = Archive(Format.JSON, posts=(Post("p"),), comments=tuple(listed))
    for format_ in (Format.ATOM, Format.JSON_FEED):
        again = load(io.BytesIO(text(format_, archive).encode()), format=format_)
        assert {c.id: (c.post_id, c.parent_id) for c in again.comments} == {
            c.id: ("p", c.parent_id) for c in listed
        }
        assert all(not thread.defects for thread in again.threads().values())


@given(st.lists(posts(), max_size=3), st.lists(comments(), max_size=4))
def test_whatever_is_written_can_be_read(listed: list[Post], said: list[Comment]) -> None:
    archive = Archive(Format.JSON, posts=tuple(listed), comments=tuple(said))
    for format_ in (Format.ATOM, Format.RSS):
        etree.fromstring(text(format_, archive).encode())
    for format_ in (Format.JSON_FEED, Format.JSON_LD, Format.ACTIVITY_STREAMS):
        json.loads(text(format_, archive))
    for format_ in FEEDS:
        lost(archive, format_)


@given(st.text(min_size=1))
def test_an_id_is_found_again_in_its_iri(id_: str) -> None:
    made = iri(id_)
    assert id_of(made) == id_
    assert made.split(":")[0] in {"tag", "http", "https", "urn"}


def test_json_feed_is_read_again() -> None:
    again = load(io.BytesIO(text(Format.JSON_FEED).encode()))
    assert again.posts[0].url == POST.url
    assert again.posts[0].body == POST.body
    assert [(c.id, c.parent_id) for c in again.comments] == [("a", None), ("c", "a")]
    fields = {loss.field for loss in lost(ARCHIVE, Format.JSON_FEED)}
    assert {"post", "comment", "site.settings", "post.author"} <= fields


def test_linked_data_is_flat_and_safe_in_a_script() -> None:
    archive = Archive(Format.JSON, posts=(Post("1", body="</script>"),), comments=COMMENTS[:1])
    assert "</script" not in text(Format.JSON_LD, archive)
    assert json.loads(text(Format.JSON_LD, archive))["blogPost"][0]["articleBody"] == "</script>"
    told = json.loads(text(Format.JSON_LD))
    assert (told["@type"], told["name"]) == ("Blog", "Mon blogue")
    [post] = told["blogPost"]
    assert (post["headline"], post["articleBody"], post["commentCount"]) == (
        "Été & hiver",
        "Oui",
        2,
    )
    first, second = post["comment"]
    assert first["parentItem"] == {"@id": post["@id"]}
    assert second["parentItem"] == {"@id": first["@id"]}
    assert (second["text"], second["upvoteCount"], "author" in second) == ("Trois", 2, False)
    assert script_safe('"<>&\u2028"') == '"\\u003c\\u003e\\u0026\\u2028"'


def test_activities_have_tombstones() -> None:
    told = json.loads(text(Format.ACTIVITY_STREAMS))
    assert [each["type"] for each in told["orderedItems"]] == [
        "Article",
        "Note",
        "Tombstone",
        "Note",
    ]
    article, first, gone, second = told["orderedItems"]
    assert article["tag"] == [{"type": "Hashtag", "name": "#sirop d’érable".replace(" ", "")}]
    assert first["content"] == "<p>Un</p><p>deux</p>"
    assert (gone["inReplyTo"], second["inReplyTo"]) == (first["id"], gone["id"])
    assert second["source"] == {"content": "*Trois*", "mediaType": "text/markdown"}
    assert gone.keys() == {"type", "id", "formerType", "inReplyTo"}


def test_bodies_are_cleaned_and_rendered_where_that_is_asked_for() -> None:
    listed = [
        Post("1", body=Body("<b>a</b>", MediaType.HTML)),
        Post("2", body=Body("*b*", MediaType.MARKDOWN)),
    ]
    for made in (atom_pieces, rss_pieces):
        feed = "".join(made(None, listed, [], FeedOptions(), clean=str.upper, markdown=str.title))
        assert "&lt;B&gt;A&lt;/B&gt;" in feed
    for made_ in (json_feed_pieces, activity_pieces):
        assert "<B>A</B>" in "".join(made_(None, listed, [], FeedOptions(), clean=str.upper))
    assert Rewriting().text(Body("a")) == "a"


def test_what_is_no_post_or_comment_is_refused() -> None:
    for made in (atom_pieces, rss_pieces, json_feed_pieces, activity_pieces):
        with pytest.raises(InvalidTypeError):
            "".join(made(None, [7], [], FeedOptions()))  # type: ignore[list-item]
        with pytest.raises(InvalidTypeError):
            "".join(made(None, [], [7], FeedOptions()))  # type: ignore[list-item]


def test_ids_that_stand_twice_have_iris_of_their_own() -> None:
    twice = [Comment("a", "1", body="x"), Comment("a", "1", body="y", parent_id="a")]
    archive = Archive(Format.JSON, posts=(Post("1"), Post("1")), comments=tuple(twice))
    tree = etree.fromstring(text(Format.ATOM, archive).encode())
    ids = tree.xpath("//*[local-name()='entry']/*[local-name()='id']/text()")
    assert len(ids) == len(set(ids)) == 4


def test_a_blog_is_named_by_its_place_and_a_person_never_by_an_address() -> None:
    assert 'tag:a.example,2005:blogmodel:%2Fnotes:post:1"' in text(
        Format.JSON_LD,
        Archive(
            Format.JSON, site=Site(url="https://A.example/notes/"), posts=(Post("1"),), comments=()
        ),
    )
    assert "blogmodel.invalid" in text(
        Format.JSON_LD,
        Archive(Format.JSON, site=Site(url="https://[::1]/"), posts=(Post("1"),), comments=()),
    )
    who = Author("zoe@example.org", email="zoe@example.org")
    feed = text(Format.ATOM, Archive(Format.JSON, posts=(Post("1", author=who),), comments=()))
    assert "<name>zoe</name>" in feed
    odd = Site(language="zz")
    feed = text(Format.ATOM, Archive(Format.JSON, site=odd, posts=(Post("1"),), comments=()))
    assert "Author unknown" in feed
