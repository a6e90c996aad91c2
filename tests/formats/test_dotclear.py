"""Dotclear's flat backup."""

import io
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from blogmodel import (
    Author,
    Body,
    Comment,
    CommentKind,
    MediaType,
    Origin,
    Post,
    PostKind,
    PostStatus,
    Status,
)
from blogmodel.errors import MalformedSourceError
from blogmodel.formats import Archive, Damage, Format, load
from blogmodel.formats import SourceDefectKind as Kind

NOON = datetime(2009, 3, 12, 12, 0, tzinfo=UTC)


def table(name: str, *rows: dict[str, str]) -> str:
    columns = list(dict.fromkeys(column for row in rows for column in row))
    lines = [f"[{name} {','.join(columns)}]"]
    for row in rows:
        values = (row.get(column, "") for column in columns)
        lines.append(",".join(f'"{_escaped(value)}"' for value in values))
    return "\n".join(lines)


def _escaped(value: str) -> str:
    for char, escape in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\r", "\\r")):
        value = value.replace(char, escape)
    return value


def backup(*tables: str, **options: Any) -> Archive:
    text = "\n\n".join(["///DOTCLEAR|2.25.3|single", *tables])
    return load(io.BytesIO(text.encode()), **options)


POST = {
    "post_id": "7",
    "user_id": "zoe",
    "cat_id": "1",
    "post_dt": "2009-03-12 13:00:00",
    "post_tz": "Europe/Paris",
    "post_upddt": "2009-03-12 13:00:00",
    "post_type": "post",
    "post_format": "xhtml",
    "post_url": "2009/03/12/ete",
    "post_lang": "fr",
    "post_title": 'L\'"été"',
    "post_excerpt": "<p>Court</p>",
    "post_content": "<p>a\\b\nc</p>",
    "post_status": "1",
    "post_open_comment": "0",
    "post_notes": "à revoir",
}
COMMENT = {
    "comment_id": "1",
    "post_id": "7",
    "comment_dt": "2009-03-12 13:00:00",
    "comment_tz": "Europe/Paris",
    "comment_upddt": "2009-03-12 13:05:00",
    "comment_author": "Luc",
    "comment_email": "l@a.example",
    "comment_site": "https://luc.example/",
    "comment_content": "<p>Oui</p>",
    "comment_ip": "192.0.2.7",
    "comment_status": "1",
    "comment_trackback": "0",
}
TABLES = [
    table("category", {"cat_id": "1", "cat_title": "Sirop"}),
    table("post", POST),
    table("comment", COMMENT),
    table(
        "meta",
        {"meta_id": "érable", "meta_type": "tag", "post_id": "7"},
        {"meta_id": "x", "meta_type": "series", "post_id": "7"},
    ),
    table("user", {"user_id": "zoe", "user_firstname": "Zoé", "user_name": "Roy", "user_pwd": "s"}),
    table(
        "setting",
        {"setting_id": "blog_timezone", "setting_ns": "system", "setting_value": "Europe/Paris"},
        {"setting_id": "lang", "setting_ns": "system", "setting_value": "fr"},
        {"setting_id": "api_key", "setting_ns": "x", "setting_value": "secret"},
    ),
    table("link", {"link_id": "1", "link_href": "https://b.example/"}),
]


@pytest.mark.parametrize("order", [1, -1])
def test_tables_may_come_in_any_order(order: int) -> None:
    archive = backup(*TABLES[::order])
    assert archive.format is Format.DOTCLEAR
    zoe = Author("Zoé Roy", id="zoe")
    assert archive.posts == (
        Post(
            "7",
            title='L\'"été"',
            body=Body("<p>a\\b\nc</p>", MediaType.HTML),
            summary=Body("<p>Court</p>", MediaType.HTML),
            author=zoe,
            published_at=NOON,
            language="fr",
            comments_closed_at=NOON,
            slug="2009/03/12/ete",
            tags=("Sirop", "érable"),
            extra=archive.posts[0].extra,
        ),
    )
    assert archive.posts[0].extra.as_dict() == {"meta": [["series", "x"]], "post_notes": "à revoir"}
    assert archive.comments == (
        Comment(
            "1",
            "7",
            author=Author("Luc", email="l@a.example", url="https://luc.example/"),
            body=Body("<p>Oui</p>", MediaType.HTML),
            created_at=NOON,
            updated_at=NOON.replace(minute=5),
            origin=Origin(address="192.0.2.7"),
        ),
    )
    site = archive.site
    assert site is not None
    assert (site.zone, site.language, site.authors) == ("Europe/Paris", "fr", (zoe,))
    assert site.settings.as_dict()["x.api_key"] is None
    assert {kept.name for kept in archive.kept} == {"category", "link"}
    assert archive.defects == ()


@pytest.mark.parametrize(
    "fields, status, kind",
    [
        ({"post_status": "0"}, PostStatus.DRAFT, PostKind.POST),
        ({"post_status": "-1"}, PostStatus.SCHEDULED, PostKind.POST),
        ({"post_status": "-2", "post_type": "page"}, PostStatus.PENDING, PostKind.PAGE),
        ({"post_status": "9", "post_type": "galerie"}, PostStatus.DRAFT, PostKind.OTHER),
        ({"post_password": "sésame"}, PostStatus.PRIVATE, PostKind.POST),
    ],
)
def test_the_status_and_kind_of_a_post(
    fields: dict[str, str], status: PostStatus, kind: PostKind
) -> None:
    archive = backup(table("post", {**POST, **fields}))
    assert (archive.posts[0].status, archive.posts[0].kind) == (status, kind)
    assert bool(archive.defects) is (fields.get("post_status") == "9")


@pytest.mark.parametrize(
    "fields, status, kind",
    [
        ({"comment_status": "0"}, Status.REMOVED, CommentKind.COMMENT),
        ({"comment_status": "-1"}, Status.PENDING, CommentKind.COMMENT),
        ({"comment_status": "-2", "comment_spam_filter": "f"}, Status.SPAM, CommentKind.COMMENT),
        ({"comment_status": "9", "mood": "gai"}, Status.PENDING, CommentKind.COMMENT),
        ({"comment_trackback": "1"}, Status.PUBLISHED, CommentKind.TRACKBACK),
    ],
)
def test_the_status_and_kind_of_a_comment(
    fields: dict[str, str], status: Status, kind: CommentKind
) -> None:
    archive = backup(table("post", POST), table("comment", {**COMMENT, **fields}))
    assert (archive.comments[0].status, archive.comments[0].kind) == (status, kind)
    assert bool(archive.defects) is (fields.get("comment_status") == "9")


@pytest.mark.parametrize(
    "form, content, made, body",
    [
        ("markdown", "*Oui*", "", Body("*Oui*", MediaType.MARKDOWN)),
        ("wiki", "''Oui''", "<p><em>Oui</em></p>", Body("<p><em>Oui</em></p>", MediaType.HTML)),
        ("xhtml", "", "", Body("")),
    ],
)
def test_a_body_says_what_it_is_written_in(form: str, content: str, made: str, body: Body) -> None:
    fields = {"post_format": form, "post_content": content, "post_content_xhtml": made}
    [told] = backup(table("post", {**POST, **fields, "post_excerpt": ""})).posts
    assert (told.body, told.summary) == (body, None)
    assert (told.extra.as_dict().get("post_content") == content) is (form == "wiki")


@pytest.mark.parametrize(
    "moment, zone, expected, told",
    [
        ("2009-03-12 13:00:00", "CET", NOON, False),
        ("2009-03-12 08:00:00", "zut", NOON, False),
        ("2009-03-12T12:00:00+00:00", "Europe/Paris", NOON, False),
        ("0000-00-00 00:00:00", "", None, False),
        ("hier", "", None, True),
    ],
)
def test_times_are_of_the_zone_of_their_row_else_of_the_one_given(
    moment: str, zone: str, expected: datetime | None, told: object
) -> None:
    row = {**POST, "post_dt": moment, "post_tz": zone, "post_upddt": ""}
    archive = backup(table("post", row), zone=ZoneInfo("America/Toronto"))
    assert archive.posts[0].published_at == expected
    assert bool(archive.defects) is told


def test_a_row_that_fits_no_table_is_kept_and_told() -> None:
    broken = table("post", POST) + '\n"8","x"'
    archive = backup('"sans table"', broken)
    assert [kept.name for kept in archive.kept] == ["line", "post"]
    assert [d.kind for d in archive.defects] == [Kind.BROKEN_RECORD] * 2
    with pytest.raises(MalformedSourceError, match="2 values for 16 columns at line 5"):
        backup(broken, damage=Damage.REFUSE)


def test_a_backup_is_known_by_its_tables_where_its_first_line_is_broken() -> None:
    text = "\n\n".join(
        ["///DOT?LEAR|2.25.3|single", table("post", POST), table("comment", COMMENT)]
    )
    archive = load(io.BytesIO(text.encode()))
    assert archive.format is Format.DOTCLEAR
    assert (len(archive.posts), len(archive.comments)) == (1, 1)


def test_what_has_no_id_gets_one() -> None:
    archive = backup(
        table("post", {**POST, "post_id": "", "user_id": "", "cat_id": ""}),
        table("comment", {**COMMENT, "comment_id": "", "post_id": ""}),
    )
    assert [d.kind for d in archive.defects] == [Kind.MISSING_ID] * 2
    assert (archive.posts[0].author, archive.comments[0].post_id) == (None, "unknown")
