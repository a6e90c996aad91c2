"""What the tables of comments are made of, in both dialects, as migrations have it."""

import pytest

from blogmodel.thread import AdjacencySQL, Dialect, NestedSetSQL, PathSQL

TYPES = {Dialect.SQLITE: ("BLOB", "INTEGER"), Dialect.POSTGRESQL: ("BYTEA", "BIGINT")}


@pytest.mark.parametrize("dialect", Dialect)
def test_a_table_with_paths_is_created_with_two_indexes(dialect: Dialect) -> None:
    key = {"sqlite": '"path"', "postgresql": 'substr("path", 1, 1024)'}[dialect]
    assert PathSQL(dialect).create == (
        f"""CREATE TABLE "comment" (
    "post_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "parent_id" TEXT,
    "path" {TYPES[dialect][0]} NOT NULL,
    "document" TEXT NOT NULL,
    PRIMARY KEY ("post_id", "id")
)""",
        f'CREATE INDEX "comment_by_path" ON "comment" ("post_id", {key})',
        'CREATE INDEX "comment_by_parent" ON "comment" ("post_id", "parent_id")',
    )


@pytest.mark.parametrize("dialect", Dialect)
def test_a_table_with_intervals_is_created_with_one_index(dialect: Dialect) -> None:
    number = TYPES[dialect][1]
    assert NestedSetSQL(dialect).create == (
        f"""CREATE TABLE "comment_set" (
    "post_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "lft" {number} NOT NULL,
    "rgt" {number} NOT NULL,
    "depth" {number} NOT NULL,
    "is_placeholder" BOOLEAN NOT NULL,
    "document" TEXT NOT NULL,
    PRIMARY KEY ("post_id", "id")
)""",
        'CREATE UNIQUE INDEX "comment_set_by_left" ON "comment_set" ("post_id", "lft")',
    )


@pytest.mark.parametrize("dialect", Dialect)
def test_a_table_with_parents_is_created_with_one_index(dialect: Dialect) -> None:
    assert AdjacencySQL(dialect).create == (
        """CREATE TABLE "comment" (
    "post_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "parent_id" TEXT,
    "document" TEXT NOT NULL,
    PRIMARY KEY ("post_id", "id")
)""",
        'CREATE INDEX "comment_by_parent" ON "comment" ("post_id", "parent_id")',
    )


ROW = '"id", "path", "document"'
KEY, PATH = 'substr("path", 1, 1024)', '"path"'


def test_statements_by_path_are_compared_by_the_indexed_bytes_first_where_entries_are_short() -> (
    None
):
    lite, postgres = PathSQL(Dialect.SQLITE), PathSQL(Dialect.POSTGRESQL)
    head = f'SELECT {ROW} FROM "comment"\nWHERE "post_id" = :post_id AND '  # noqa: S608 - compared
    assert lite.page == f'{head}"path" > :after\nORDER BY "path" LIMIT :size'
    assert lite.subtree == f'{head}"path" >= :low AND "path" < :high\nORDER BY "path"'
    assert lite.subtree_page == (
        f'{head}"path" > :after AND "path" < :high\nORDER BY "path" LIMIT :size'
    )
    assert lite.replies == f'{head}"parent_id" = :parent_id\nORDER BY "path"'
    head = head.replace(":post_id", "%(post_id)s")
    after = f"{KEY} >= substr(%(after)s, 1, 1024) AND {PATH} > %(after)s"
    low = f"{KEY} >= substr(%(low)s, 1, 1024) AND {PATH} >= %(low)s"
    high = f"{KEY} <= substr(%(high)s, 1, 1024) AND {PATH} < %(high)s"
    assert postgres.page == f"{head}{after}\nORDER BY {KEY}, {PATH} LIMIT %(size)s"
    assert postgres.subtree == f"{head}{low} AND {high}\nORDER BY {KEY}, {PATH}"
    assert postgres.subtree_page == (
        f"{head}{after} AND {high}\nORDER BY {KEY}, {PATH} LIMIT %(size)s"
    )
    assert postgres.count.partition("\n")[2] == (
        f'WHERE "post_id" = %(post_id)s AND {low} AND {high}'
    )


def test_a_move_joins_the_new_path_and_what_follows_the_old_one() -> None:
    assert PathSQL(Dialect.SQLITE).move == (
        """UPDATE "comment" SET "path" = CASE length(CAST('a' AS BLOB)) WHEN 1"""
        """ THEN CAST(:path || substr("path", length(:low) + 1) AS BLOB) END
WHERE "post_id" = :post_id AND "path" >= :low AND "path" < :high"""
    )
    assert PathSQL(Dialect.POSTGRESQL).move.partition("\n")[0] == (
        'UPDATE "comment" SET "path" = %(path)s || substr("path", length(%(low)s) + 1)'
    )


def test_statements_by_interval_join_the_comment_that_is_asked_for() -> None:
    sql = NestedSetSQL(Dialect.SQLITE)
    row = ", ".join(
        f'one."{name}"' for name in ("id", "lft", "rgt", "depth", "is_placeholder", "document")
    )
    assert sql.page == (
        f'SELECT {row}\nFROM "comment_set" AS one\n'
        'WHERE one."post_id" = :post_id AND one."lft" > :after\nORDER BY one."lft" LIMIT :size'
    )
    head = (
        f'SELECT {row}\nFROM "comment_set" AS it JOIN "comment_set" AS one'
        ' ON one."post_id" = it."post_id"\nWHERE it."post_id" = :post_id AND it."id" = :id AND '
    )
    assert sql.subtree == f'{head}one."lft" BETWEEN it."lft" AND it."rgt"\nORDER BY one."lft"'
    assert sql.ancestors == (
        f'{head}one."lft" < it."lft" AND one."rgt" > it."rgt"\nORDER BY one."lft"'
    )


def test_statements_by_parent_follow_them_until_nobody_is_new() -> None:
    sql = AdjacencySQL(Dialect.SQLITE)
    known = """WITH RECURSIVE "known ones" ("id", "parent_id") AS (
    SELECT "id", "parent_id" FROM "comment" WHERE "post_id" = :post_id AND "id" = :id
    UNION
    SELECT one."id", one."parent_id" FROM "known ones" AS known
    JOIN "comment" AS one ON one."post_id" = :post_id AND """
    rest = """
)
SELECT {} FROM "known ones" AS known
JOIN "comment" AS one ON one."post_id" = :post_id AND one."id" = known."id\""""
    row = 'one."id", one."document"'
    assert sql.subtree == f'{known}one."parent_id" = known."id"{rest.format(row)}'
    assert sql.ancestors == f'{known}one."id" = known."parent_id"{rest.format(row)}'
    assert sql.count == f'{known}one."parent_id" = known."id"{rest.format("count(*)")}'
    assert sql.thread == 'SELECT "id", "document" FROM "comment" WHERE "post_id" = :post_id'
