from collections.abc import Collection

import pytest
from hypothesis import find, given
from hypothesis import strategies as st

from blogmodel import Comment, Thread
from blogmodel.errors import InvalidTypeError, InvalidValueError
from blogmodel.testing import strategies as blog
from blogmodel.thread import DefectKind, OnDefect

LEAST = {
    DefectKind.DUPLICATE_ID: [("c0", None), ("c0", None)],
    DefectKind.SELF_PARENT: [("c0", "c0")],
    DefectKind.ORPHAN: [("c0", "gone")],
    DefectKind.FOREIGN_PARENT: [("q0", None), ("c0", "q0")],
    DefectKind.CYCLE: [("c0", "c1"), ("c1", "c0")],
    DefectKind.REPLY_BEFORE_PARENT: [("c0", None), ("c1", "c0")],
}


def found(comments: list[Comment], policy: OnDefect = OnDefect.PROMOTE) -> set[DefectKind]:
    return {defect.kind for defect in Thread.build(comments, on_defect=policy).defects}


@pytest.mark.parametrize("kind", DefectKind)
def test_a_kind_that_is_asked_for_is_found_and_no_other(kind: DefectKind) -> None:
    @given(blog.broken_comment_lists(kinds=[kind]))
    def draw(comments: list[Comment]) -> None:
        assert found(comments) == found(comments, OnDefect.PLACEHOLDER) == {kind}
        assert len(comments) <= 12

    draw()


@given(st.data(), st.sets(st.sampled_from(DefectKind), min_size=2))
def test_kinds_that_are_asked_for_are_found_together(
    data: st.DataObject, kinds: set[DefectKind]
) -> None:
    comments = data.draw(blog.broken_comment_lists(kinds=kinds))
    assert found(comments) == found(comments, OnDefect.PLACEHOLDER) == kinds
    assert len(comments) <= 12


@pytest.mark.parametrize("kind", DefectKind)
def test_a_defect_comes_down_to_the_comments_that_have_it(kind: DefectKind) -> None:
    comments = find(blog.broken_comment_lists(kinds=[kind]), lambda _: True)
    assert [(comment.id, comment.parent_id) for comment in comments] == LEAST[kind]


def test_rings_of_several_are_found_and_sound_comments_beside_them() -> None:
    def big(comments: list[Comment]) -> bool:
        defects = Thread.build(comments).defects
        return any(len(defect.ids) > 3 for defect in defects) and len(comments) > 5

    comments = find(blog.broken_comment_lists(kinds={DefectKind.CYCLE}), big)
    assert len(comments) == 6


@pytest.mark.parametrize("kind", DefectKind)
def test_a_defect_is_found_more_than_once(kind: DefectKind) -> None:
    def twice(comments: list[Comment]) -> bool:
        return len(Thread.build(comments).defects) > 1

    assert found(find(blog.broken_comment_lists(kinds={kind}), twice)) == {kind}


@pytest.mark.parametrize(
    "kinds, least",
    [
        ([DefectKind.ORPHAN], 1),
        ([DefectKind.CYCLE], 2),
        (list(DefectKind), 10),
    ],
)
def test_a_list_is_long_enough_for_all_kinds(kinds: Collection[DefectKind], least: int) -> None:
    with pytest.raises(InvalidValueError, match=rf"max_size must be {least} or more"):
        blog.broken_comment_lists(kinds=kinds, max_size=least - 1)
    comments = find(blog.broken_comment_lists(kinds=kinds, max_size=least), lambda _: True)
    assert found(comments) == set(kinds)


def test_kinds_that_are_none_are_refused() -> None:
    with pytest.raises(InvalidValueError, match=r"kinds must be one DefectKind or more"):
        blog.broken_comment_lists(kinds=())
    with pytest.raises(InvalidTypeError, match=r"kinds must be one of DefectKind\.DUPLICATE_ID"):
        blog.broken_comment_lists(kinds=["orphan"])  # type: ignore[list-item]


@pytest.mark.parametrize("kind", DefectKind)
def test_every_kind_is_found_where_none_is_asked_for(kind: DefectKind) -> None:
    comments = find(blog.broken_comment_lists(), lambda comments: kind in found(comments))
    assert len(comments) <= 2


@given(blog.broken_comment_lists(max_size=3))
def test_lists_keep_to_their_size(comments: list[Comment]) -> None:
    assert len(comments) <= 3
