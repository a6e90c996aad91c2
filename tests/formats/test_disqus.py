"""The XML export of Disqus."""

import io
from datetime import UTC, datetime

import pytest

from blogmodel import Author, Body, Comment, MediaType, Origin, Post, PostStatus, Status
from blogmodel.formats import Archive, Format, Site, load, lost
from blogmodel.formats import SourceDefectKind as Kind

START = '<disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">'
NOON = datetime(2009, 3, 12, 12, 0, tzinfo=UTC)


def disqus(*inner: str) -> Archive:
    return load(io.BytesIO("\n".join([START, *inner, "</disqus>"]).encode()))


def kinds(archive: Archive) -> list[tuple[Kind, str]]:
    return [(defect.kind, defect.text) for defect in archive.defects]


THREAD = """<thread dsq:id="9"><id>billet-1</id><forum>agile</forum><link>https://a.example/1</link>
    <title>Été</title><message><p>Oui &amp; non</p></message>
    <createdAt>2009-03-12T12:00:00Z</createdAt>
    <author><name>Zoé</name><email>zoe@example.org</email><username>zoe</username>
    <isAnonymous>false</isAnonymous><link>https://zoe.example/</link><rank>3</rank></author>
    <ipAddress>192.0.2.7</ipAddress><isClosed>true</isClosed><isDeleted>false</isDeleted></thread>"""
POST = """<post dsq:id="{}"><id/><message><![CDATA[<p>Oui</p>]]></message>
    <createdAt>2009-03-12T12:00:00Z</createdAt>{}<author><name>Luc</name></author>
    <ipAddress>192.0.2.8</ipAddress><thread dsq:id="9"/></post>"""


def test_a_thread_is_a_post() -> None:
    archive = disqus(THREAD)
    assert archive.format is Format.DISQUS
    assert archive.site == Site(id="agile")
    [told] = archive.posts
    assert told.author is not None
    assert told.author.extra.as_dict() == {"rank": "3"}
    assert told == Post(
        "9",
        title="Été",
        body=Body("<p>Oui &amp; non</p>", MediaType.HTML),
        author=Author(
            "Zoé",
            id="zoe",
            email="zoe@example.org",
            url="https://zoe.example/",
            extra=told.author.extra,
        ),
        published_at=NOON,
        comments_closed_at=NOON,
        url="https://a.example/1",
        extra=told.extra,
    )
    assert told.extra.as_dict() == {
        "identifier": "billet-1",
        "forum": "agile",
        "ipAddress": "192.0.2.7",
        "isClosed": True,
    }


def test_a_post_is_a_comment() -> None:
    archive = disqus(THREAD, POST.format(1, ""), POST.format(2, '<parent dsq:id="1"/>'))
    one, other = archive.comments
    assert one == Comment(
        "1",
        "9",
        author=Author("Luc"),
        body=Body("<p>Oui</p>", MediaType.HTML),
        created_at=NOON,
        origin=Origin(address="192.0.2.8"),
    )
    assert (other.parent_id, other.author) == ("1", one.author)
    assert other.author is one.author


@pytest.mark.parametrize(
    "flags, status, told",
    [
        ("<isDeleted>false</isDeleted><isSpam>false</isSpam>", Status.PUBLISHED, []),
        ("<isDeleted>true</isDeleted>", Status.REMOVED, []),
        ("<isDeleted>true</isDeleted><isSpam>true</isSpam>", Status.SPAM, []),
        ("<isApproved>false</isApproved>", Status.PENDING, []),
        ("<isSpam>7</isSpam>", Status.PENDING, [(Kind.BAD_VALUE, "isSpam: 7")]),
        ("<isDeleted>7</isDeleted>", Status.PENDING, [(Kind.BAD_VALUE, "isDeleted: 7")]),
    ],
)
def test_the_status_of_a_comment(flags: str, status: Status, told: list[object]) -> None:
    archive = disqus(THREAD, POST.format(1, flags))
    assert archive.comments[0].status is status
    assert kinds(archive) == told


def test_a_deleted_thread_is_in_the_trash() -> None:
    [told] = disqus('<thread dsq:id="9"><id/><isDeleted>true</isDeleted></thread>').posts
    assert told == Post("9", status=PostStatus.TRASHED)


def test_a_comment_without_an_id_a_thread_or_an_author_is_read() -> None:
    archive = disqus("<post><message>Oui</message><likes>3</likes><author/></post>")
    [told] = archive.comments
    assert (told.post_id, told.author, told.extra.as_dict()) == ("unknown", None, {"likes": "3"})
    assert kinds(archive) == [(Kind.MISSING_ID, told.id), (Kind.UNKNOWN_POST, "")]


def test_a_wrong_address_is_told_for_each_comment_that_has_it() -> None:
    wrong = "<author><name>Luc</name><email>luc</email></author>"
    post = '<post dsq:id="{}"><thread dsq:id="9"/>' + wrong + "<id>x</id></post>"
    archive = disqus(THREAD, post.format(1), post.format(2))
    assert kinds(archive) == [(Kind.BAD_VALUE, "author_email: luc")] * 2
    assert archive.comments[0].extra.as_dict()["identifier"] == "x"


def test_a_category_is_kept() -> None:
    [kept] = disqus('<category dsq:id="1"><title>Général</title></category>').kept
    assert kept.name == "category"
    assert kept.content.as_dict() == {"value": {"@dsq:id": "1", "title": "Général"}}


def test_it_is_written_again() -> None:
    archive = disqus(THREAD, POST.format(1, ""), POST.format(2, '<parent dsq:id="1"/>'))
    assert [loss.field for loss in lost(archive, Format.DISQUS)] == ["post.author", "post.extra"]
