import pickle
from datetime import UTC, datetime
from typing import Any

import pytest

from blogmodel import Author, Comment, Status, Thread
from blogmodel.errors import (
    InvalidTypeError,
    MoveError,
    ThreadDefectsError,
    UnknownCommentError,
)
from blogmodel.thread import Defect, DefectAction, DefectKind, OnDefect

SELF = DefectKind.SELF_PARENT
ORPHAN = DefectKind.ORPHAN
FOREIGN = DefectKind.FOREIGN_PARENT
CYCLE = DefectKind.CYCLE
EARLY = DefectKind.REPLY_BEFORE_PARENT
SHARED = DefectKind.DUPLICATE_ID


def at(minute: int) -> datetime:
    return datetime(2011, 6, 24, 13, minute, tzinfo=UTC)


def comment(
    name: str, parent: str | None = None, minute: int | None = None, **more: Any
) -> Comment:
    post_id = more.pop("post_id", "p")
    created_at = None if minute is None else at(minute)
    return Comment(name, post_id, parent_id=parent, created_at=created_at, **more)


def drawn(thread: Thread) -> str:
    """Draw a thread as a line: a(b(c) d) e."""
    text = ""
    depth = 0
    for node in thread.walk():
        text += "(" if node.depth > depth else ")" * (depth - node.depth) + " "
        text += node.comment.id + ("?" if node.is_placeholder else "")
        depth = node.depth
    return (text + ")" * depth).strip()


@pytest.mark.parametrize("given", [None, comment("a"), 3])
def test_what_is_no_collection_of_comments_is_refused(given: Any) -> None:
    with pytest.raises(InvalidTypeError, match=r"Thread\.comments must be an iterable of Comment"):
        Thread.build(given)


@pytest.mark.parametrize("policy", ["raise", None])
def test_a_policy_that_is_none_is_refused(policy: Any) -> None:
    with pytest.raises(InvalidTypeError, match=r"one of OnDefect\.PROMOTE, OnDefect\.PLACEHOLDER"):
        Thread.build([], on_defect=policy)


def test_comments_in_any_order_become_a_tree() -> None:
    comments = [
        comment("d", "a", 4),
        comment("c", "b", 3),
        comment("e", None, 5),
        comment("a", None, 1),
        comment("b", "a", 2),
    ]
    assert drawn(Thread.build(comments)) == "a(b(c) d) e"
    assert drawn(Thread.build(reversed(comments))) == "a(b(c) d) e"


def test_no_comments_are_a_thread_too() -> None:
    thread = Thread.build([])
    assert (len(thread), list(thread.walk()), thread.roots, thread.defects) == (0, [], (), ())


def test_siblings_stand_oldest_first_then_by_id_and_those_without_a_date_last() -> None:
    thread = Thread.build(
        [
            comment("1"),
            comment("z", None, 1),
            comment("b", None, 2),
            comment("a", None, 2),
            comment("0"),
        ]
    )
    assert drawn(thread) == "z a b 0 1"


def test_comments_in_the_order_of_time_are_taken_over_as_they_are() -> None:
    comments = tuple(comment(f"{n}", None, n) for n in range(5))
    assert Thread.build(comments).comments is comments
    assert Thread.build(comments[::-1]).comments == comments


def test_what_takes_time_is_computed_once_a_version() -> None:
    thread = Thread.build([comment("a", None, 5)]).add(comment("b", None, 6))
    assert thread.comments is thread.comments
    assert thread.view(sees=lambda _: True)._forest is thread.view(sees=lambda _: False)._forest
    late = thread.add(comment("c", None, 1))
    assert late.comments is late.comments
    assert late.view(sees=lambda _: True)._forest is late.view(sees=lambda _: False)._forest


@pytest.mark.parametrize("parent", [None, "a", "x", "c"])
@pytest.mark.parametrize("minute", [1, 9])
def test_a_comment_that_comes_leaves_the_others_laid_out(parent: str | None, minute: int) -> None:
    thread = Thread.build([comment("a", None, 5), comment("b", "a", 6)])
    added = thread.add(comment("c", parent, minute))
    assert added._forest.layout is thread._forest.layout
    assert added == Thread.build(added.comments)
    assert added.defects == Thread.build(added.comments).defects


def test_an_edit_leaves_all_laid_out_unless_it_moves_its_comment() -> None:
    thread = Thread.build([comment("a", None, 5), comment("b", "a", 6)])
    edited = thread.replace(comment("b", "a", 6, body="Oui"))
    assert edited._forest.layout is thread._forest.layout
    assert edited.node("b").comment.body.text == "Oui"
    for moved in (comment("b", None, 6), comment("b", "a", 7), comment("b", "a", 6, post_id="q")):
        assert thread.replace(moved)._forest.layout is not thread._forest.layout


@pytest.mark.parametrize("parent", ["c", "b"])
def test_where_placeholders_stand_for_others_only_an_orphan_has_all_laid_out(parent: str) -> None:
    thread = Thread.build(
        [comment("a", None, 5), comment("b", None, 6, post_id="q")], on_defect=OnDefect.PLACEHOLDER
    )
    added = thread.add(comment("c", parent, 9))
    assert added._forest.layout is thread._forest.layout
    assert [defect.action for defect in added.defects] == ["promoted"]
    placed = thread.add(comment("c", "x", 9))
    assert placed._forest.layout is not thread._forest.layout
    assert [defect.action for defect in placed.defects] == ["placed"]


def test_a_node_knows_its_place() -> None:
    thread = Thread.build([comment("a"), comment("b", "a"), comment("c", "b"), comment("d", "a")])
    a, b = thread.node("a"), thread.node("b")
    assert (a.depth, a.position, a.size, a.parent) == (0, 0, 4, None)
    assert (b.depth, b.position, b.size, b.parent) == (1, 1, 2, a)
    assert [node.comment.id for node in a.children] == ["b", "d"]
    assert thread.node("c").children == ()
    assert thread.roots == (a,)
    assert [node.comment.id for node in thread.walk()] == ["a", "b", "c", "d"]


def test_a_node_is_a_value() -> None:
    comments = [comment("a"), comment("b", "a")]
    node, same = Thread.build(comments).node("b"), Thread.build(comments[::-1]).node("b")
    assert node == same
    assert hash(node) == hash(same)
    assert node != Thread.build(comments).node("a")
    assert node != "b"
    assert pickle.loads(pickle.dumps(node)) == node
    assert repr(node) == "Node('b', depth=1)"


def test_a_thread_is_a_value() -> None:
    comments = [comment("a", "x"), comment("a", "y"), comment("b", "a")]
    thread = Thread.build(comments)
    again = pickle.loads(pickle.dumps(thread))
    assert again == thread == Thread.build(comments[::-1])
    assert hash(again) == hash(thread)
    assert thread != Thread.build(comments, on_defect=OnDefect.PLACEHOLDER)
    assert thread != Thread.build(comments[1:])
    assert repr(thread) == "Thread(2 comments, 2 defects)"


def test_a_subclass_of_comment_is_a_comment() -> None:
    class Rated(Comment):
        pass

    thread = Thread.build([comment("a"), Rated("b", "p", parent_id="a")])
    assert drawn(thread) == "a(b)"
    assert drawn(thread.add(Rated("c", "p", parent_id="b"))) == "a(b(c))"


def test_a_thread_is_not_equal_to_what_is_none() -> None:
    assert Thread.build([]) != 3
    assert Thread.build([]) == Thread.build([])


def test_ids_are_looked_up() -> None:
    thread = Thread.build([comment("a")], on_defect=OnDefect.PLACEHOLDER)
    assert "a" in thread
    assert "b" not in thread
    assert 7 not in thread
    with pytest.raises(UnknownCommentError, match="no comment 'b' in this thread"):
        thread.node("b")


def test_only_comments_are_threaded() -> None:
    with pytest.raises(InvalidTypeError, match=r"Thread\.comments must be made of Comment values"):
        Thread.build([comment("a"), "b"])  # type: ignore[list-item]


@pytest.mark.parametrize(
    "comments, tree, defects",
    [
        ([comment("a", "x")], "a", [(ORPHAN, ("a", "x"), "promoted")]),
        ([comment("a", "a")], "a", [(SELF, ("a",), "promoted")]),
        (
            [comment("a", "b"), comment("b", None, post_id="q")],
            "a b",
            [(FOREIGN, ("a", "b"), "promoted")],
        ),
        (
            [
                comment("a", "c", 3),
                comment("b", "a", 2),
                comment("c", "b", 4),
                comment("d", "a", 9),
            ],
            "b(c(a(d)))",
            [
                (CYCLE, ("b", "a", "c"), "promoted"),
                (EARLY, ("a", "c"), "kept"),
            ],
        ),
        (
            [comment("a", "b", 1), comment("b", "a", 1)],
            "a(b)",
            [(CYCLE, ("a", "b"), "promoted")],
        ),
        (
            [comment("a", "b", 1), comment("b", None, 2)],
            "b(a)",
            [(EARLY, ("a", "b"), "kept")],
        ),
        ([comment("a", "b", 1), comment("b")], "b(a)", []),
        ([comment("a", "b"), comment("b", None, 1)], "b(a)", []),
    ],
)
def test_a_defect_is_told_and_nothing_is_lost(
    comments: list[Comment], tree: str, defects: list[tuple[DefectKind, tuple[str, ...], str]]
) -> None:
    thread = Thread.build(comments)
    assert drawn(thread) == tree
    assert [(d.kind, d.ids, d.action) for d in thread.defects] == defects


def test_two_rings_are_each_cut_at_their_earliest_comment() -> None:
    thread = Thread.build(
        [
            comment("a", "b"),
            comment("b", "a"),
            comment("d", "c"),
            comment("c", "d"),
            comment("e", "d"),
        ]
    )
    assert drawn(thread) == "a(b) c(d(e))"
    assert [d.ids for d in thread.defects] == [("a", "b"), ("c", "d")]


def test_a_promoted_comment_keeps_what_it_says() -> None:
    node = Thread.build([comment("a", "x")]).node("a")
    assert node.parent is None
    assert node.comment.parent_id == "x"


def test_of_comments_with_one_id_the_one_changed_last_stands() -> None:
    old = comment("a", None, 1, body="première version")
    edited = comment("a", None, 1, body="seconde version", updated_at=at(9))
    undated = comment("a", body="sans date")
    for comments in ([old, edited, undated], [undated, edited, old]):
        thread = Thread.build(comments)
        assert thread.comments == (edited,)
        assert thread.set_aside == (old, undated)
        assert thread.defects == (
            Defect(SHARED, ("a",), action=DefectAction.SET_ASIDE, comments=(old, undated)),
        )


def test_the_same_comment_twice_stands_once() -> None:
    thread = Thread.build([comment("a"), comment("a")])
    assert thread.comments == thread.set_aside == (comment("a"),)


def test_microseconds_tell_which_of_two_comments_changed_last() -> None:
    late = datetime(9000, 1, 1, 0, 0, 0, 1, UTC)
    old, new = comment("a", updated_at=late.replace(microsecond=0)), comment("a", updated_at=late)
    assert Thread.build([old, new]).comments == (new,)


def test_orphans_hang_under_a_placeholder_where_that_is_asked_for() -> None:
    thread = Thread.build(
        [
            comment("a", None, 1),
            comment("b", "y", 2),
            comment("c", "x", 3),
            comment("d", None, 4),
            comment("e", "x", 5),
            comment("f", "c", 6),
            comment("g", "g", 7),
        ],
        on_defect=OnDefect.PLACEHOLDER,
    )
    assert drawn(thread) == "a y?(b) x?(c(f) e) d g"
    assert [(d.kind, d.ids, d.action) for d in thread.defects] == [
        (ORPHAN, ("b", "y"), "placed"),
        (ORPHAN, ("c", "x"), "placed"),
        (ORPHAN, ("e", "x"), "placed"),
        (SELF, ("g",), "promoted"),
    ]
    placeholder = thread.node("x")
    assert placeholder.comment == Comment("x", "p", status=Status.ERASED)
    assert placeholder.is_placeholder
    assert not thread.node("c").is_placeholder
    assert "x" not in thread
    assert len(thread) == 7


def test_a_placeholder_gives_way_to_the_comment_it_stood_for() -> None:
    thread = Thread.build([comment("b", "a", 2)], on_defect=OnDefect.PLACEHOLDER)
    assert drawn(thread.add(comment("a", None, 1))) == "a(b)"


def test_defects_raise_where_that_is_asked_for_and_all_are_told() -> None:
    with pytest.raises(ThreadDefectsError) as caught:
        Thread.build([comment("a", "x"), comment("b", "b")], on_defect=OnDefect.RAISE)
    assert [str(defect) for defect in caught.value.defects] == [
        "orphan: 'a', 'x' (refused)",
        "self-parent: 'b' (refused)",
    ]
    assert len(Thread.build([comment("a")], on_defect=OnDefect.RAISE)) == 1


def test_a_comment_is_added_replaced_and_removed() -> None:
    thread = Thread.build([comment("a"), comment("b", "a")])
    assert drawn(thread.add(comment("c", "b"))) == "a(b(c))"
    assert drawn(thread.replace(comment("b"))) == "a b"
    assert drawn(thread.remove("a")) == "b"
    assert thread.remove("a").defects[0].kind is ORPHAN
    assert drawn(thread) == "a(b)"


def test_only_a_comment_replaces_one() -> None:
    with pytest.raises(InvalidTypeError, match="made of Comment values"):
        Thread.build([comment("a")]).replace("a")  # type: ignore[arg-type]


def test_replacing_and_removing_take_all_comments_of_an_id() -> None:
    thread = Thread.build([comment("a", body="1"), comment("a", body="2"), comment("b")])
    assert thread.remove("a") == Thread.build([comment("b")])
    assert thread.replace(comment("a")) == Thread.build([comment("a"), comment("b")])


def test_a_branch_is_moved() -> None:
    thread = Thread.build([comment("a"), comment("b", "a"), comment("c", "b"), comment("d")])
    assert drawn(thread.move("b", "d")) == "a d(b(c))"
    assert drawn(thread.move("b", None)) == "a b(c) d"


def test_a_comment_is_moved_under_a_placeholder() -> None:
    thread = Thread.build([comment("a", "x"), comment("b")], on_defect=OnDefect.PLACEHOLDER)
    assert drawn(thread.move("b", "x")) == "x?(a b)"


@pytest.mark.parametrize("parent", ["b", "c", "e"])
def test_a_move_that_would_make_a_ring_is_refused(parent: str) -> None:
    thread = Thread.build(
        [comment("a"), comment("b", "a"), comment("c", "b"), comment("d", "b"), comment("e", "d")]
    )
    with pytest.raises(MoveError, match=f"'b' cannot move under '{parent}'"):
        thread.move("b", parent)


def test_a_comment_cannot_move_under_another_posts() -> None:
    thread = Thread.build([comment("a"), comment("b", None, post_id="q")])
    with pytest.raises(MoveError, match="that comment stands under another post"):
        thread.move("a", "b")


def test_moving_takes_all_comments_of_an_id() -> None:
    thread = Thread.build([comment("a", body="1"), comment("a", body="2"), comment("b")])
    moved = thread.move("a", "b")
    assert drawn(moved) == "b(a)"
    assert len(moved.set_aside) == 1


def test_a_placeholder_is_of_one_post() -> None:
    thread = Thread.build(
        [comment("a", "x", 1), comment("b", "x", 2, post_id="q"), comment("c", "x", 3)],
        on_defect=OnDefect.PLACEHOLDER,
    )
    assert drawn(thread) == "x?(a c) b"
    assert [(d.ids, d.action) for d in thread.defects] == [
        (("a", "x"), "placed"),
        (("b", "x"), "promoted"),
        (("c", "x"), "placed"),
    ]


def test_a_reply_under_another_post_than_the_placeholder_is_an_orphan_when_added_too() -> None:
    first, other = comment("a", "x", 1), comment("b", "x", 2, post_id="q")
    placed = OnDefect.PLACEHOLDER
    added = Thread.build([first], on_defect=placed).add(other)
    assert added == Thread.build([first, other], on_defect=placed)
    assert [(d.kind, d.ids, d.action) for d in added.defects] == [
        (ORPHAN, ("a", "x"), "placed"),
        (ORPHAN, ("b", "x"), "promoted"),
    ]


def test_a_comment_that_is_not_there_is_neither_replaced_removed_nor_moved() -> None:
    thread = Thread.build([comment("a", "x")], on_defect=OnDefect.PLACEHOLDER)
    for change in (
        lambda: thread.replace(comment("z")),
        lambda: thread.remove("z"),
        lambda: thread.remove("x"),  # A placeholder is no comment.
        lambda: thread.move("z", None),
        lambda: thread.move("a", "z"),
    ):
        with pytest.raises(UnknownCommentError):
            change()


def test_a_chain_of_100_000_replies_builds_and_walks() -> None:
    count = 100_000
    chain = [Comment(f"{n:06}", "p", parent_id=f"{n - 1:06}" if n else None) for n in range(count)]
    thread = Thread.build(reversed(chain))
    assert [node.depth for node in thread.walk()] == list(range(count))
    assert thread.node("099999").depth == count - 1
    assert thread.node("000000").size == count
    assert thread.defects == ()
    assert pickle.loads(pickle.dumps(thread)) == thread


def test_a_ring_of_100_000_replies_is_cut_once() -> None:
    count = 100_000
    ring = [Comment(f"{n:06}", "p", parent_id=f"{(n - 1) % count:06}") for n in range(count)]
    thread = Thread.build(ring)
    assert [defect.kind for defect in thread.defects] == [CYCLE]
    assert thread.node("099999").depth == count - 1


def test_authors_and_bodies_do_not_matter_to_the_shape() -> None:
    plain = Thread.build([comment("a"), comment("b", "a")])
    told = Thread.build([comment("a", author=Author("Zoé")), comment("b", "a", body="Oui")])
    assert drawn(plain) == drawn(told)
