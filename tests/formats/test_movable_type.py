"""Movable Type's import format, read and written."""

import io
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blogmodel import (
    Author,
    Body,
    Comment,
    CommentKind,
    MediaType,
    Origin,
    Post,
    PostStatus,
    Status,
)
from blogmodel.errors import BlogModelError, MalformedSourceError
from blogmodel.formats import Archive, Damage, Format, _movable_type, load, lost, pieces
from blogmodel.formats import SourceDefectKind as Kind

NOON = datetime(2009, 3, 12, 12, 0, tzinfo=UTC)
TORONTO = ZoneInfo("America/Toronto")
ENTRY = """AUTHOR: Zoé
TITLE: Été
BASENAME: ete
STATUS: Publish
ALLOW COMMENTS: 1
CONVERT BREAKS: 0
PRIMARY CATEGORY: Sirop
CATEGORY: Sirop
DATE: 03/12/2009 08:00:00 AM
TAGS: "tire, neige",érable
-----
BODY:
<p>Oui</p>
-----
EXTENDED BODY:
<p>La suite</p>
-----
EXCERPT:
Court
-----
KEYWORDS:
sucre
-----
COMMENT:
AUTHOR: Luc
EMAIL: luc@a.example
IP: 192.0.2.7
URL: https://luc.example/
DATE: 03/12/2009 08:00:00 AM
Bravo !
URL: ceci est du texte.
-----
PING:
TITLE: Vu ici
URL: https://b.example/
IP: 192.0.2.8
BLOG NAME: Autre blogue
DATE: 03/12/2009 20:00:00
Extrait
-----
--------
"""


def loaded(text: str | bytes, **options: Any) -> Archive:
    data = text.encode() if isinstance(text, str) else text
    return load(io.BytesIO(data), **{"zone": TORONTO, **options})


def entry(head: str, *sections: str) -> str:
    return (
        "".join(f"{part}\n-----\n" for part in (f"TITLE: T\n{head}".strip(), *sections))
        + "--------\n"
    )


def kinds(archive: Archive) -> list[tuple[Kind, str]]:
    return [(defect.kind, defect.text) for defect in archive.defects]


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_an_entry_is_a_post_and_what_people_answered(ends: str, mark: str) -> None:
    archive = loaded(mark + ENTRY.replace("\n", ends))
    assert archive.format is Format.MOVABLE_TYPE
    assert archive.posts == (
        Post(
            "ete",
            title="Été",
            body=Body("<p>Oui</p>\n\n<p>La suite</p>", MediaType.HTML),
            summary=Body("Court", MediaType.HTML),
            author=Author("Zoé"),
            published_at=NOON,
            slug="ete",
            tags=("Sirop", "tire, neige", "érable"),
            extra=archive.posts[0].extra,
        ),
    )
    assert archive.posts[0].extra.as_dict() == {
        "KEYWORDS": "sucre",
        "categories": ["Sirop"],
        "extended_body": 12,
    }
    comment, ping = archive.comments
    assert comment == Comment(
        comment.id,
        "ete",
        author=Author("Luc", email="luc@a.example", url="https://luc.example/"),
        body=Body("Bravo !\nURL: ceci est du texte.", MediaType.HTML),
        created_at=NOON,
        origin=Origin(address="192.0.2.7"),
    )
    assert (ping.kind, ping.author) == (
        CommentKind.TRACKBACK,
        Author("Autre blogue", url="https://b.example/"),
    )
    assert ping.created_at == datetime(2009, 3, 13, 0, 0, tzinfo=UTC)
    assert ping.extra.as_dict() == {"title": "Vu ici", "BLOG NAME": "Autre blogue"}
    assert archive.defects == ()


def test_the_same_file_gives_the_same_ids_and_equal_comments_two() -> None:
    same = "COMMENT:\nAUTHOR: Luc\nOui"
    one, other = (loaded(entry("BASENAME: a", same, same)) for _ in range(2))
    assert one == other
    assert len({comment.id for comment in one.comments}) == 2
    twice = loaded(entry("BASENAME: a") + entry("BASENAME: a"))
    assert [post.id for post in twice.posts] == ["a", "a-2"]


def test_ids_and_parents_that_some_exports_add_are_read() -> None:
    archive = loaded(
        entry(
            "ID: 7\nUNIQUE URL: https://a.example/7\nNO ENTRY: 0",
            "COMMENT:\nID: 1\nAUTHOR: Luc\nOui",
            "COMMENT:\nID: 2\nPARENT ID: 1\nAUTHOR: Zoé\nNon",
        )
    )
    assert (archive.posts[0].id, archive.posts[0].url) == ("7", "https://a.example/7")
    assert [(c.id, c.parent_id) for c in archive.comments] == [("1", None), ("2", "1")]


@pytest.mark.parametrize(
    "head, status, closed",
    [
        ("STATUS: Draft", PostStatus.DRAFT, False),
        ("STATUS: future\nALLOW COMMENTS: 2", PostStatus.SCHEDULED, False),
        ("STATUS: publish\nALLOW COMMENTS: 0", PostStatus.PUBLISHED, True),
        ("STATUS: zut", PostStatus.DRAFT, False),
    ],
)
def test_the_status_of_a_post(head: str, status: PostStatus, closed: object) -> None:
    archive = loaded(entry(f"BASENAME: a\nDATE: 03/12/2009 08:00 AM\n{head}"))
    assert archive.posts[0].status is status
    assert (archive.posts[0].comments_closed_at is not None) is closed
    assert kinds(archive) == ([(Kind.BAD_VALUE, "STATUS: zut")] if "zut" in head else [])


def test_markdown_is_told_by_the_way_breaks_are_converted() -> None:
    body = "BODY:\n*Oui*"
    told = loaded(entry("BASENAME: a\nCONVERT BREAKS: markdown_with_smartypants", body)).posts[0]
    assert told.body == Body("*Oui*", MediaType.MARKDOWN)
    told = loaded(entry("BASENAME: a\nCONVERT BREAKS: 1\nMOOD: gai\nMOOD: vif", body)).posts[0]
    assert told.body.media_type is MediaType.HTML
    assert told.extra.as_dict() == {"CONVERT BREAKS": "1", "MOOD": ["gai", "vif"]}


@pytest.mark.parametrize("date", ["03/12/2009 08:00:00 AM", "03/12/2009 08:00"])
def test_times_have_no_zone_but_the_one_given(date: str) -> None:
    text = entry(f"BASENAME: a\nDATE: {date}")
    assert loaded(text).posts[0].published_at == NOON
    archive = loaded(text, zone=None)
    assert archive.posts[0].published_at is None
    assert kinds(archive) == [(Kind.NAIVE_DATE, f"DATE: {date}")]


def test_a_date_that_is_none_is_told() -> None:
    archive = loaded(entry("BASENAME: a\nDATE: hier"))
    assert kinds(archive) == [(Kind.BAD_DATE, "DATE: hier")]


def test_an_entry_may_be_for_its_comments_alone() -> None:
    archive = loaded(entry("BASENAME: a\nNO ENTRY: 1", "COMMENT:\nAUTHOR: Luc\nOui"))
    assert archive.posts == ()
    assert [comment.post_id for comment in archive.comments] == ["a"]


def test_what_has_no_id_gets_one() -> None:
    archive = loaded(entry(""))
    assert kinds(archive) == [(Kind.MISSING_ID, archive.posts[0].id)]


def test_text_that_belongs_to_no_section_is_kept_and_told() -> None:
    archive = loaded(entry("BASENAME: a", "BODY:\nAvant", "Après la coupure", "BODY:"))
    assert archive.posts[0].body.text == ""
    assert [kept.content.as_dict() for kept in archive.kept] == [{"#text": "Après la coupure"}]
    assert kinds(archive) == [(Kind.BROKEN_RECORD, "Après la coupure")]


@pytest.mark.parametrize(
    "wrong, right",
    [("AU?HOR: Zoé", "AUTHOR: Zoé"), ("DATE 03/12", "DATE: 03/12"), ("--+--\nBODY", "-----\nBODY")],
)
def test_a_broken_line_makes_no_other_format_of_it(wrong: str, right: str) -> None:
    archive = loaded(ENTRY.replace(right, wrong, 1))
    assert archive.format is Format.MOVABLE_TYPE
    assert len(archive.comments) == len(loaded(ENTRY).comments)
    assert any(defect.kind is Kind.BROKEN_RECORD for defect in archive.defects)


def test_a_comment_in_a_text_is_told() -> None:
    archive = loaded(ENTRY.replace("-----\nCOMMENT:", "----\nCOMMENT:", 1))
    assert len(archive.comments) == len(loaded(ENTRY).comments) - 1
    assert (Kind.BROKEN_RECORD, "a text that holds COMMENT: AUTHOR: Luc") in kinds(archive)
    assert Kind.BROKEN_RECORD not in {kind for kind, _ in kinds(loaded(ENTRY))}


def test_another_format_that_quotes_an_export_is_none() -> None:
    assert _movable_type.recognises(ENTRY.encode())
    assert not _movable_type.recognises(b"<rss>" + ENTRY.encode())
    assert not _movable_type.recognises(b"Un billet.\n-----\nBODY:\nTITLE: a\n")


def test_bytes_of_cp1252_are_read_and_told() -> None:
    archive = loaded(ENTRY.encode("cp1252"))
    assert archive.posts[0].title == "Été"
    assert {kind for kind, _ in kinds(archive)} == {Kind.WRONG_ENCODING}
    assert loaded(ENTRY.encode("cp1252"), encoding="cp1252").defects == ()
    with pytest.raises(MalformedSourceError, match="wrong-encoding"):
        loaded(ENTRY.encode("cp1252"), damage=Damage.REFUSE)


def test_a_file_that_ends_in_an_entry_is_told() -> None:
    text = ENTRY + "TITLE: Autre\n-----\nBODY:\nOu"
    archive = loaded(text)
    assert [post.title for post in archive.posts] == ["Été", "Autre"]
    assert kinds(archive)[-1] == (Kind.TRUNCATED, "the last entry has no end")
    with pytest.raises(MalformedSourceError, match="in the middle of an entry"):
        loaded(text, damage=Damage.REFUSE)
    assert loaded(ENTRY + "\n\n--------\n\n").defects == ()


@given(
    st.lists(st.sampled_from([*ENTRY.splitlines(), "-----", "--------", "", "\x00"]), max_size=12)
)
def test_any_lines_are_read_or_told(lines: list[str]) -> None:
    for damage in Damage:
        try:
            loaded("\n".join(["TITLE: T", "-----", *lines]), damage=damage)
        except BlogModelError:
            continue


# Written.

words = st.text(
    st.characters(exclude_categories=["C", "Z"], exclude_characters='",'), min_size=1, max_size=6
).filter(lambda text: text.strip("-"))
bodies = st.sampled_from(["<p>Oui</p>", "<p>a</p>\n\n<p>b</p>", "é"])
moments = st.datetimes(
    datetime(1990, 1, 1),  # noqa: DTZ001 - Hypothesis adds the zone
    datetime(2030, 1, 1),  # noqa: DTZ001
    timezones=st.just(UTC),
).map(lambda moment: moment.replace(microsecond=0))
posts = st.builds(
    lambda slug, **fields: Post(slug, slug=slug, **fields),
    words,
    title=st.none() | words,
    body=bodies.map(lambda text: Body(text, MediaType.HTML)),
    summary=st.none() | bodies.map(lambda text: Body(text, MediaType.HTML)),
    author=st.none() | words.map(Author),
    status=st.sampled_from([PostStatus.PUBLISHED, PostStatus.DRAFT, PostStatus.SCHEDULED]),
    published_at=st.none() | moments,
    url=st.sampled_from([None, "https://a.example/1"]),
    tags=st.lists(words, max_size=3, unique=True),
)


@given(st.lists(posts, max_size=3, unique_by=lambda post: post.id))
def test_posts_are_given_back(written: list[Post]) -> None:
    archive = Archive(Format.JSON, posts=tuple(written), comments=())
    assert lost(archive, Format.MOVABLE_TYPE) == ()


def test_an_archive_of_it_is_written_again_without_loss() -> None:
    archive = loaded(ENTRY)
    fields = {loss.field for loss in lost(archive, Format.MOVABLE_TYPE)}
    assert fields == {"comment", "comment (made by the format)"}
    again = load(io.BytesIO("".join(pieces(archive, Format.MOVABLE_TYPE)).encode()), zone=UTC)
    assert again.posts == archive.posts
    assert [(c.body, c.author, c.created_at, c.kind) for c in again.comments] == [
        (c.body, c.author, c.created_at, c.kind) for c in archive.comments
    ]


def test_a_line_of_hyphens_ends_nothing_and_what_is_not_published_is_left_out() -> None:
    body = Body("a\n-----\nb\r\n--------  \nc", MediaType.MARKDOWN)
    hidden = Comment("1", "p", status=Status.SPAM, body="x")
    archive = Archive(Format.JSON, posts=(Post("p", body=body),), comments=(hidden,))
    again = load(
        io.BytesIO("".join(pieces(archive, Format.MOVABLE_TYPE)).encode()),
    )
    assert again.posts[0].body == Body("a\n----&#45;\nb\n-------&#45;\nc", MediaType.MARKDOWN)
    assert again.comments == ()
