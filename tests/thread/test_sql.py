"""Statements, on SQLite and on PostgreSQL, give what the thread says."""

import importlib
import pickle
import sqlite3
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blogmodel import Comment, Thread, from_json, to_json
from blogmodel.errors import InvalidTypeError, InvalidValueError, MoveError
from blogmodel.testing import strategies as blog
from blogmodel.thread import (
    AdjacencySQL,
    Dialect,
    NestedSet,
    NestedSetSQL,
    Node,
    OnDefect,
    PathSQL,
    child_path,
    decode_path,
    nested_sets,
    path_of,
    paths,
    subtree_range,
    thread_from_nested_sets,
    thread_from_paths,
)

from support import databases
from support.databases import Database

POLICIES = st.sampled_from([OnDefect.PROMOTE, OnDefect.PLACEHOLDER])
COMMENTS = blog.broken_comment_lists() | blog.comment_lists()
EXAMPLES = settings(max_examples=40)
Row = tuple[Any, ...]


@pytest.fixture(scope="module", params=Dialect)
def database(request: pytest.FixtureRequest) -> Iterator[Database]:
    dialects = {Dialect.SQLITE: databases.sqlite, Dialect.POSTGRESQL: databases.postgresql}
    with dialects[request.param]() as opened:
        yield opened


def built(comments: list[Comment], policy: OnDefect = OnDefect.PROMOTE) -> Thread:
    """Build a thread that nothing was set aside of."""
    standing = Thread.build(comments, on_defect=policy).comments
    return Thread.build(standing, on_defect=policy)


def path_row(comment: Comment, path: bytes, post_id: str = "p") -> dict[str, object]:
    return {
        "post_id": post_id,
        "id": comment.id,
        "parent_id": comment.parent_id,
        "path": path,
        "document": to_json(comment),
    }


def store_paths(database: Database, thread: Thread, sql: PathSQL | None = None) -> PathSQL:
    sql = sql or PathSQL(database.dialect)
    database.set_up(sql)
    rows = [(node.comment, path_of(node)) for node in thread.walk()]
    for post_id in ("p", "another"):
        database.run_all(sql.insert, [path_row(*row, post_id) for row in rows])
    return sql


def path_rows(nodes: list[Node]) -> list[Row]:
    return [(node.comment.id, path_of(node), to_json(node.comment)) for node in nodes]


def under(node: Node, nodes: list[Node]) -> list[Node]:
    return nodes[node.position : node.position + node.size]


def pages(database: Database, sql: str, after: object, key: int, **more: object) -> list[Row]:
    """Read page after page; fail where one is longer than it was to be."""
    read: list[Row] = []
    while page := database.rows(sql, post_id="p", after=after, size=2, **more):
        assert len(page) <= 2
        read += page
        after = page[-1][key]
    return read


@EXAMPLES
@given(comments=COMMENTS, policy=POLICIES)
def test_pages_by_path_are_the_walk(
    database: Database, comments: list[Comment], policy: OnDefect
) -> None:
    thread = built(comments, policy)
    sql = store_paths(database, thread)
    read = pages(database, sql.page, b"", 1)
    assert read == path_rows(list(thread.walk()))
    rows = [(from_json(document, Comment), path) for _, path, document in read]
    assert thread_from_paths(rows, on_defect=policy) == thread


@EXAMPLES
@given(comments=COMMENTS, policy=POLICIES)
def test_subtrees_ancestors_and_counts_by_path_are_the_threads(
    database: Database, comments: list[Comment], policy: OnDefect
) -> None:
    thread = built(comments, policy)
    sql = store_paths(database, thread)
    nodes = list(thread.walk())
    for node in nodes:
        low, high = subtree_range(path_of(node))
        bounds = {"post_id": "p", "low": low, "high": high}
        assert database.rows(sql.subtree, **bounds) == path_rows(under(node, nodes))
        assert database.rows(sql.count, **bounds) == [(node.size,)]
        below = pages(database, sql.subtree_page, low, 1, high=high)
        assert below == path_rows(under(node, nodes)[1:])
        above = [step.id for step in decode_path(low)[:-1]]
        ids = {f"id_{number}": name for number, name in enumerate(above, 1)}
        if ids:
            read = database.rows(sql.ancestors(len(ids)), post_id="p", **ids)
            assert read == path_rows([thread.node(name) for name in above])


@EXAMPLES
@given(comments=COMMENTS)
def test_replies_are_those_who_name_a_comment(database: Database, comments: list[Comment]) -> None:
    thread = built(comments)
    sql = store_paths(database, thread)
    nodes = list(thread.walk())
    for name in ("a", "b", "c0", "c1"):
        read = database.rows(sql.replies, post_id="p", parent_id=name)
        assert read == path_rows([node for node in nodes if node.comment.parent_id == name])


@EXAMPLES
@given(data=st.data(), comments=blog.comment_lists().filter(bool))
def test_a_branch_is_moved_in_the_table_as_in_the_thread(
    database: Database, data: st.DataObject, comments: list[Comment]
) -> None:
    thread = built(comments)
    names = [comment.id for comment in comments]
    moved = data.draw(st.sampled_from(names))
    parent = data.draw(st.none() | st.sampled_from(names))
    try:
        after = thread.move(moved, parent)
    except MoveError:
        return
    sql = store_paths(database, thread)
    low, high = subtree_range(path_of(thread.node(moved)))
    comment = after.node(moved).comment
    path = child_path(None if parent is None else path_of(thread.node(parent)), comment)
    database.rows(sql.move, post_id="p", low=low, high=high, path=path)
    database.rows(sql.update, **path_row(comment, path))
    assert pages(database, sql.page, b"", 1) == path_rows(list(after.walk()))
    rest = database.rows(sql.page, post_id="another", after=b"", size=99)
    assert rest == path_rows(list(thread.walk()))


def test_a_late_comment_moves_the_orphans_that_waited_for_it(database: Database) -> None:
    early = [Comment("a", "p"), Comment("b", "p", parent_id="x"), Comment("c", "p", parent_id="b")]
    sql = store_paths(database, Thread.build(early))
    after = Thread.build([*early, Comment("x", "p", parent_id="a")])
    stored = {name: path for name, path, _ in pages(database, sql.page, b"", 1)}
    assert database.rows(sql.replies, post_id="p", parent_id="x")[0][0] == "b"
    for name, path in paths(after):
        if stored.get(name) != path:
            write = sql.update if name in stored else sql.insert
            database.rows(write, **path_row(after.node(name).comment, path))
    assert pages(database, sql.page, b"", 1) == path_rows(list(after.walk()))


def odd_thread() -> Thread:
    names = ["a\0b", "\0", "\x01", "é", "\U0001f600"]
    comments = [Comment("top", "p"), Comment(names[0], "p")]
    comments += [Comment(name, "p", parent_id=above) for above, name in pairwise(names)]
    return Thread.build(comments)


def test_sqlite_keeps_and_moves_ids_of_any_text() -> None:
    thread = odd_thread()
    after = thread.move("\0", "top")
    low, high = subtree_range(path_of(thread.node("\0")))
    path = path_of(after.node("\0"))
    with databases.sqlite() as opened:
        sql = store_paths(opened, thread)
        opened.rows(sql.move, post_id="p", low=low, high=high, path=path)
        opened.rows(sql.update, **path_row(after.node("\0").comment, path))
        assert pages(opened, sql.page, b"", 1) == path_rows(list(after.walk()))
        assert opened.rows("SELECT DISTINCT typeof(path) FROM comment") == [("blob",)]


def test_sqlite_with_texts_in_utf_16_keeps_them_and_refuses_to_move() -> None:
    thread = odd_thread()
    low, high = subtree_range(path_of(thread.node("\0")))
    with databases.sqlite("UTF-16le") as opened:
        sql = store_paths(opened, thread)
        with pytest.raises(sqlite3.IntegrityError, match=r"NOT NULL constraint failed"):
            opened.rows(sql.move, post_id="p", low=low, high=high, path=b"x")
        assert pages(opened, sql.page, b"", 1) == path_rows(list(thread.walk()))


def test_postgresql_refuses_an_id_with_a_nul() -> None:
    with databases.postgresql() as opened:
        refusal = importlib.import_module("psycopg").DataError
        with pytest.raises(refusal, match=r"cannot contain NUL"):
            store_paths(opened, odd_thread())


def test_a_long_conversation_keeps_its_order_where_index_entries_are_short(
    database: Database,
) -> None:
    comments = [
        Comment(f"c{n:03}", "p", parent_id=f"c{n - 1:03}" if n else None) for n in range(400)
    ]
    comments += [Comment(f"d{n}", "p", parent_id=f"c{n}00") for n in range(4)]
    thread = Thread.build(comments)
    sql = store_paths(database, thread)
    nodes = list(thread.walk())
    assert pages(database, sql.page, b"", 1) == path_rows(nodes)
    for node in nodes[::60]:
        low, high = subtree_range(path_of(node))
        read = database.rows(sql.subtree, post_id="p", low=low, high=high)
        assert read == path_rows(under(node, nodes))


def test_pages_and_subtrees_are_read_by_the_index(database: Database) -> None:
    thread = Thread.build(
        [
            Comment(f"{n:04}", "p", parent_id=f"{n - n % 9:04}" if n % 9 else None)
            for n in range(3000)
        ]
    )
    sql = store_paths(database, thread)
    database.rows("ANALYZE")
    low, high = subtree_range(path_of(thread.node("0900")))
    explain = "EXPLAIN QUERY PLAN " if database.dialect is Dialect.SQLITE else "EXPLAIN "
    for text, parameters in (
        (sql.page, {"after": low, "size": 50}),
        (sql.subtree, {"low": low, "high": high}),
        (sql.count, {"low": low, "high": high}),
        (sql.subtree_page, {"after": low, "high": high, "size": 50}),
    ):
        plan = database.rows(explain + text, post_id="p", **parameters)
        assert "comment_by_path" in str(plan), plan
        assert "TEMP B-TREE" not in str(plan), plan


def store_sets(database: Database, thread: Thread) -> NestedSetSQL:
    sql = NestedSetSQL(database.dialect)
    database.set_up(sql)
    for post_id in ("p", "another"):
        rows = [
            {
                "post_id": post_id,
                "id": one.id,
                "left": one.left,
                "right": one.right,
                "depth": one.depth,
                "is_placeholder": one.is_placeholder,
                "document": to_json(thread.node(one.id).comment),
            }
            for one in nested_sets(thread)
        ]
        database.run_all(sql.insert, rows)
    return sql


@EXAMPLES
@given(comments=COMMENTS, policy=POLICIES)
def test_nested_sets_in_a_table_are_the_thread(
    database: Database, comments: list[Comment], policy: OnDefect
) -> None:
    thread = built(comments, policy)
    sql = store_sets(database, thread)
    nodes = list(thread.walk())
    sets = list(nested_sets(thread))
    rows = [
        (s.id, s.left, s.right, s.depth, s.is_placeholder, to_json(node.comment))
        for s, node in zip(sets, nodes, strict=True)
    ]
    read = pages(database, sql.page, 0, 1)
    assert read == rows
    for node in nodes:
        one = {"post_id": "p", "id": node.comment.id}
        assert database.rows(sql.subtree, **one) == under(node, rows)  # type: ignore[arg-type]
        assert database.rows(sql.count, **one) == [(node.size,)]
        above = [rows[at] for at in range(node.position) if node in under(nodes[at], nodes)]
        assert database.rows(sql.ancestors, **one) == above
    pairs = [
        (
            from_json(document, Comment),
            NestedSet(name, left, right, depth=depth, is_placeholder=bool(placed)),
        )
        for name, left, right, depth, placed, document in read
    ]
    assert thread_from_nested_sets(pairs, on_defect=policy) == thread
    database.rows(sql.clear, post_id="p")
    assert database.rows(sql.page, post_id="p", after=0, size=99) == []
    assert len(database.rows(sql.page, post_id="another", after=0, size=99)) == len(rows)


@EXAMPLES
@given(comments=COMMENTS)
def test_recursive_queries_follow_the_parents_that_comments_name(
    database: Database, comments: list[Comment]
) -> None:
    thread = built(comments)
    sql = AdjacencySQL(database.dialect)
    database.set_up(sql)
    for post_id in ("p", "another"):
        rows = [path_row(comment, b"", post_id) for comment in thread.comments]
        database.run_all(sql.insert, [{**row} for row in rows])
    documents = {comment.id: to_json(comment) for comment in thread.comments}
    assert dict(database.rows(sql.thread, post_id="p")) == documents
    parents = {comment.id: comment.parent_id for comment in thread.comments}
    lines = {name: list(line(name, parents)) for name in parents}
    for name in parents:
        one = {"post_id": "p", "id": name}
        above = database.rows(sql.ancestors, **one)
        assert sorted(above) == sorted((other, documents[other]) for other in lines[name])
        below = [other for other in parents if name in lines[other]]
        read = database.rows(sql.subtree, **one)
        assert sorted(read) == sorted((other, documents[other]) for other in below)
        assert database.rows(sql.count, **one) == [(len(below),)]


def line(name: str, parents: dict[str, str | None]) -> Iterator[str]:
    """Follow the parents from a comment on, itself first, until one is missing or met again."""
    met: set[str] = set()
    above: str | None = name
    while above is not None and above in parents and above not in met:
        yield above
        met.add(above)
        above = parents[above]


def test_words_of_sql_are_names_like_any_other(database: Database) -> None:
    thread = Thread.build([Comment("a", "p"), Comment("b", "p", parent_id="a")])
    table, post_id, name, parent_id, path, document = "select", "Group", "order", "_", "one", "it"
    sql = PathSQL(
        database.dialect,
        table=table,
        post_id=post_id,
        id=name,
        parent_id=parent_id,
        path=path,
        document=document,
    )
    store_paths(database, thread, sql)
    assert pages(database, sql.page, b"", 1) == path_rows(list(thread.walk()))
    adjacency = AdjacencySQL(
        database.dialect, table, post_id=post_id, id=name, parent_id=parent_id, document=document
    )
    assert len(database.rows(adjacency.subtree, post_id="p", id="a")) == 2


@pytest.mark.parametrize("kind", [PathSQL, NestedSetSQL, AdjacencySQL])
@pytest.mark.parametrize(
    "name",
    ["", "a b", 'a"', "a; DROP TABLE post", "1a", "é", "a.b", "a\n", "x" * 49, "%(a)s", ":a"],
)
def test_a_name_that_could_inject_is_refused(kind: Any, name: str) -> None:
    for field in ("table", "post_id", "document"):
        with pytest.raises(InvalidValueError, match=rf"{kind.__name__}\.{field} must be 1 to 48"):
            kind(Dialect.SQLITE, **{field: name})


def test_columns_are_not_one_and_the_same() -> None:
    with pytest.raises(InvalidValueError, match=r"document must be another name than that of id"):
        PathSQL(Dialect.SQLITE, document="ID")
    assert PathSQL(Dialect.SQLITE, table="id").table == "id"


@pytest.mark.parametrize("fields", [{"dialect": "sqlite"}, {"table": None}])
def test_what_is_no_dialect_or_no_name_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(InvalidTypeError, match=f"PathSQL.{next(iter(fields))} must be"):
        PathSQL(**{"dialect": Dialect.SQLITE} | fields)


@pytest.mark.parametrize("count", [0, -1, True, "1"])
def test_nobody_is_not_looked_up(count: Any) -> None:
    with pytest.raises(InvalidValueError, match=r"PathSQL\.count must be"):
        PathSQL(Dialect.SQLITE).ancestors(count)


def test_statements_are_a_value() -> None:
    for kind in (PathSQL, NestedSetSQL, AdjacencySQL):
        sql = kind(Dialect.POSTGRESQL)
        assert pickle.loads(pickle.dumps(sql)) == sql
        assert len({sql, kind(Dialect.POSTGRESQL)}) == 1
        assert sql != kind(Dialect.SQLITE)
