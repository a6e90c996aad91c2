import importlib
import sys

import pytest
from hypothesis import find, given
from hypothesis import strategies as st

from blogmodel import Comment, Thread
from blogmodel.errors import MissingExtraError
from blogmodel.testing import strategies as blog
from blogmodel.thread import DefectKind


@given(blog.authors(names=st.just("Zoé")), blog.comments(ids=st.just("1"), post_ids=st.just("p")))
def test_what_a_user_fixes_is_kept(author: object, comment: Comment) -> None:
    assert repr(author).startswith("Author('Zoé'")
    assert (comment.id, comment.post_id) == ("1", "p")


@given(blog.comments(parent_ids=st.none()))
def test_a_strategy_for_parents_is_kept(comment: Comment) -> None:
    assert comment.parent_id is None


@given(blog.comment_lists(max_size=5, post_id="q"))
def test_lists_of_comments_keep_to_their_size_and_post(comments: list[Comment]) -> None:
    assert len(comments) <= 5
    assert {comment.post_id for comment in comments} <= {"q"}


def test_without_its_extra_the_room_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "blogmodel.testing.strategies")
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    with pytest.raises(MissingExtraError, match=r"blogmodel\[testing\]"):
        importlib.import_module("blogmodel.testing.strategies")


@pytest.mark.parametrize("kind", DefectKind)
def test_every_defect_is_found_and_shrinks_to_what_a_person_can_read(kind: DefectKind) -> None:
    found = find(
        blog.broken_comment_lists(),
        lambda comments: any(d.kind is kind for d in Thread.build(comments).defects),
    )
    assert len(found) <= 2


def test_the_least_chain_of_three_is_found() -> None:
    found = find(
        blog.comment_lists(),
        lambda comments: any(node.depth == 2 for node in Thread.build(comments).walk()),
    )
    assert sorted((comment.id, comment.parent_id) for comment in found) == [
        ("c0", None),
        ("c1", "c0"),
        ("c2", "c1"),
    ]


def test_comments_that_do_not_matter_are_not_in_the_least_example() -> None:
    def late(comments: list[Comment]) -> bool:
        return any(
            comment.parent_id in {other.id for other in comments[place:]}
            for place, comment in enumerate(comments)
        )

    found = find(blog.comment_lists(min_size=0), late)
    assert [comment.id for comment in found] == ["c1", "c0"]


def test_siblings_of_one_date_are_drawn_in_both_orders() -> None:
    def swapped(comments: list[Comment]) -> bool:
        dates = [(comment.parent_id, comment.created_at) for comment in comments]
        return len(comments) == 2 and dates[0] == dates[1] and comments[0].id == "c1"

    assert [comment.id for comment in find(blog.comment_lists(), swapped)] == ["c1", "c0"]
