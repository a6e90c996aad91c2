"""Isso's database."""

import io
import random
import sqlite3
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from blogmodel import Author, Body, Comment, MediaType, Origin, Post, Status
from blogmodel.errors import BlogModelError, MalformedSourceError
from blogmodel.formats import Archive, Damage, Format, _isso, load
from blogmodel.formats import SourceDefectKind as Kind

TABLES = """
CREATE TABLE threads (id INTEGER PRIMARY KEY, uri TEXT UNIQUE, title TEXT);
CREATE TABLE comments (tid INTEGER, id INTEGER PRIMARY KEY, parent INTEGER, created FLOAT,
  modified FLOAT, mode INTEGER, remote_addr TEXT, text TEXT, author TEXT, email TEXT,
  website TEXT, likes INTEGER, dislikes INTEGER, voters BLOB, notification INTEGER);
CREATE TABLE preferences (key TEXT, value TEXT);
INSERT INTO preferences VALUES ('session-key', 'secret');
"""
ROW = (
    "INSERT INTO comments VALUES (1, {}, {}, 1236859200.25, NULL, {}, '192.0.2.0', {}, 'Zoé',"
    " 'z@a.example', 'https://zoe.example/', 3, 1, X'00', 0);"
)


def database(*statements: str, tables: str = TABLES) -> bytes:
    connection = sqlite3.connect(":memory:")
    connection.executescript(tables + "\n".join(statements))
    data = connection.serialize()
    connection.close()
    return data


def loaded(data: bytes, **options: Any) -> Archive:
    return load(io.BytesIO(data), **options)


THREAD = "INSERT INTO threads VALUES (1, '/été/', 'Été');"


def test_threads_are_posts_and_comments_are_in_markdown() -> None:
    data = database(THREAD, ROW.format(1, "NULL", 1, "'*Oui*'"), ROW.format(2, 1, 2, "'Non'"))
    archive = loaded(data)
    assert archive.format is Format.ISSO
    assert archive.posts == (Post("1", title="Été", extra=archive.posts[0].extra),)
    assert archive.posts[0].extra.as_dict() == {"uri": "/été/"}
    assert archive.comments[0] == Comment(
        "1",
        "1",
        author=Author("Zoé", email="z@a.example", url="https://zoe.example/"),
        body=Body("*Oui*", MediaType.MARKDOWN),
        created_at=datetime(2009, 3, 12, 12, 0, 0, 250_000, tzinfo=UTC),
        ups=3,
        downs=1,
        origin=Origin(address="192.0.2.0"),
    )
    assert (archive.comments[1].parent_id, archive.comments[1].status) == ("1", Status.PENDING)
    assert [kept.name for kept in archive.kept] == ["preferences"]
    assert "secret" not in repr(archive.kept[0].content.as_dict())


def test_a_file_is_read_where_it_lies(tmp_path: Path) -> None:
    path = tmp_path / "l'été #1?.db"
    path.write_bytes(database(THREAD))
    assert load(path).posts[0].title == "Été"
    assert list(tmp_path.iterdir()) == [path]


def test_a_deleted_comment_is_a_tombstone_and_another_mode_waits() -> None:
    archive = loaded(
        database(THREAD, ROW.format(1, "NULL", 4, "''"), ROW.format(2, "NULL", 9, "'?'"))
    )
    assert [(c.status, c.body.text) for c in archive.comments] == [
        (Status.WITHDRAWN, ""),
        (Status.PENDING, "?"),
    ]
    assert [(d.kind, d.text) for d in archive.defects] == [(Kind.BAD_VALUE, "mode: 9")]


def test_an_address_is_the_posts_and_what_a_later_version_adds_is_kept() -> None:
    tables = TABLES.replace("notification INTEGER", "mood TEXT").replace(
        "uri TEXT UNIQUE", "uri TEXT"
    )
    archive = loaded(
        database(
            "INSERT INTO threads VALUES (1, 'https://a.example/1', NULL);",
            "INSERT INTO threads VALUES (2, 'https://a b', NULL);",
            "INSERT INTO comments (tid, id, mode, mood, created) VALUES (1, 1, 1, 'gai', 'hier');",
            tables=tables,
        )
    )
    assert [post.url for post in archive.posts] == ["https://a.example/1", None]
    assert archive.posts[1].extra.as_dict() == {"uri": "https://a b"}
    [told] = archive.comments
    assert (told.author, told.created_at, told.origin) == (None, None, None)
    assert told.extra.as_dict() == {"mood": "gai", "created": "hier"}


def test_rows_without_what_makes_them_one_are_kept_and_told() -> None:
    tables = "CREATE TABLE threads (id, uri, title); CREATE TABLE comments (tid, id, mode, voters);"
    data = database(
        "INSERT INTO threads VALUES (NULL, '/1', NULL);",
        "INSERT INTO comments VALUES (NULL, 1, 1, X'00');",
        tables=tables,
    )
    archive = loaded(data)
    assert [(kept.name, kept.content.as_dict()) for kept in archive.kept] == [
        ("threads", {"id": None, "uri": "/1", "title": None}),
        ("comments", {"tid": None, "id": 1, "mode": 1}),
    ]
    assert [(defect.kind, defect.text) for defect in archive.defects] == [
        (Kind.BROKEN_RECORD, "threads: a row without an id"),
        (Kind.BROKEN_RECORD, "comments: a row without an id"),
    ]
    with pytest.raises(MalformedSourceError, match="threads: a row without an id"):
        loaded(data, damage=Damage.REFUSE)


def test_another_database_is_refused() -> None:
    view = "CREATE VIEW comments AS SELECT 1 AS id; CREATE TABLE threads (id);"
    for tables in ("CREATE TABLE a (b);", view):
        with pytest.raises(MalformedSourceError, match="no tables of Isso's"):
            loaded(database(tables=tables))


def test_a_file_that_cannot_be_opened_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> Any:
        raise sqlite3.OperationalError("unable to open database file")

    data = database(THREAD)
    monkeypatch.setattr(sqlite3, "connect", refuse)
    with pytest.raises(MalformedSourceError, match="no database: unable to open"):
        loaded(data)


@pytest.mark.parametrize("data", [b"SQLite format 3\0", b"SQLite format 3\0" + b"x" * 9_000])
def test_what_is_no_database_is_refused(data: bytes, tmp_path: Path) -> None:
    with pytest.raises(MalformedSourceError, match="no database"):
        loaded(data)
    path = tmp_path / "a.db"
    path.write_bytes(data)
    with pytest.raises(MalformedSourceError, match="no database"):
        load(path)


def test_text_of_another_encoding_and_damaged_pages_are_told_or_refused() -> None:
    data = bytearray(database(THREAD, *(ROW.format(n, "NULL", 1, "'é'") for n in range(400))))
    assert len(loaded(bytes(data).replace("Zoé".encode(), b"Zo\xe9\xe9")).comments) == 400
    told: set[str] = set()
    chance = random.Random(1)  # noqa: S311 - the same damage each time
    for _ in range(60):
        broken = bytearray(data)
        for _ in range(40):
            broken[chance.randrange(100, len(broken))] = chance.randrange(256)
        for damage in Damage:
            try:
                archive = loaded(bytes(broken), damage=damage)
                told |= {str(defect.kind) for defect in archive.defects}
            except BlogModelError as error:
                told.add(type(error).__name__)
    assert {"broken-record", "MalformedSourceError"} <= told


def test_no_query_takes_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_isso, "_STEPS", 10)
    monkeypatch.setattr(_isso, "_MOST_LOOKS", 20)
    archive = loaded(database(THREAD, *(ROW.format(n, "NULL", 1, "'é'") for n in range(400))))
    assert [d.text for d in archive.defects if d.kind is Kind.BROKEN_RECORD] == [
        "comments: interrupted"
    ]
