from datetime import UTC, datetime

import attrs
import pytest
from hypothesis import find, given
from hypothesis import strategies as st

from blogmodel import Comment, Status, Thread
from blogmodel.errors import InvalidTypeError, InvalidValueError
from blogmodel.testing import Add, Change, Delete, Edit, Hide, Move, Restore
from blogmodel.testing import strategies as blog
from blogmodel.thread import OnDefect

KINDS: list[type[Change]] = [Add, Edit, Hide, Restore, Delete, Move]
LISTS = blog.comment_lists(statuses=st.sampled_from(Status)) | blog.broken_comment_lists()
PAIRS = LISTS.flatmap(lambda comments: st.tuples(st.just(comments), blog.changes(comments)))


class Page:
    """A page that is slow and obvious, and refuses what is not possible."""

    def __init__(self, comments: list[Comment]) -> None:
        self.comments = {one.id: one for one in comments}
        self.there = {
            one.id for one in comments if self.comments[one.id].status is not Status.ERASED
        }
        self.hidden = {
            name for name in self.there if self.comments[name].status is not Status.PUBLISHED
        }

    def make(self, change: Change) -> None:
        match change:
            case Add(comment):
                assert comment.id not in self.comments
                assert comment.parent_id is None or comment.parent_id in self.there
                self.comments[comment.id] = comment
                self.there.add(comment.id)
            case Edit(name, text):
                assert name in self.there
                self.comments[name] = attrs.evolve(self.comments[name], body=text)
            case Delete(name):
                self.there.remove(name)
                self.hidden.discard(name)
            case Hide(name):
                assert name in self.there - self.hidden
                self.hidden.add(name)
            case Restore(name):
                self.hidden.remove(name)
            case Move(name, parent_id):
                assert name in self.there
                assert parent_id is None or parent_id in self.there
                assert name not in self.above(parent_id)
                self.comments[name] = attrs.evolve(self.comments[name], parent_id=parent_id)

    def above(self, name: str | None) -> set[str]:
        """Return a comment and all that stand above it, deleted ones too."""
        passed: set[str] = set()
        while name in self.comments and name not in passed:
            passed.add(name)
            name = self.comments[name].parent_id
        return passed


@given(PAIRS)
def test_every_change_is_possible_when_its_turn_comes(
    pair: tuple[list[Comment], list[Change]],
) -> None:
    comments, changes = pair
    assert len(changes) <= 8
    page = Page(comments)
    for change in changes:
        page.make(change)


@given(
    blog.comment_lists().flatmap(
        lambda comments: st.tuples(
            st.just(comments), blog.changes(comments, kinds=[Add, Edit, Move])
        )
    )
)
def test_sound_comments_stay_so(pair: tuple[list[Comment], list[Change]]) -> None:
    comments, changes = pair
    page = Page(comments)
    for change in changes:
        page.make(change)
    kept = [attrs.evolve(one, created_at=None) for one in page.comments.values()]
    assert len(Thread.build(kept, on_defect=OnDefect.RAISE)) == len(kept)


THREE = [
    Comment("c0", "q"),
    Comment("c1", "q", parent_id="c0"),
    Comment("c2", "q", status=Status.SPAM),
]
LEAST = {
    Add: "add n0",
    Edit: "edit c0: 'Texte 1'",
    Hide: "hide c0",
    Restore: "restore c2",
    Delete: "delete c0",
    Move: "move c0 to the top",
}


def told(change: Change) -> str:
    """Return what a change is, without when and where."""
    return str(change).partition(", at ")[0]


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_alone_is_drawn_and_comes_down_to_the_least(kind: type[Change]) -> None:
    changes = find(blog.changes(THREE, kinds={kind}), bool)
    assert list(map(told, changes)) == [LEAST[kind]]
    among_all = find(blog.changes(THREE), lambda made: any(isinstance(m, kind) for m in made))
    assert list(map(told, among_all)) == [LEAST[kind]]


def test_what_follows_from_a_change_is_found() -> None:
    def answered(changes: list[Change]) -> bool:
        added = [change.comment for change in changes if isinstance(change, Add)]
        return any(one.parent_id == other.id for one in added for other in added)

    def deleted_again(changes: list[Change]) -> bool:
        return bool(changes) and isinstance(changes[-1], Delete) and changes[-1].id == "n0"

    assert list(map(told, find(blog.changes(THREE), answered))) == [
        "add n0",
        "add n1, which answers n0",
    ]
    assert list(map(told, find(blog.changes([]), deleted_again))) == ["add n0", "delete n0"]


def test_nothing_is_moved_under_itself_by_way_of_a_deleted_comment() -> None:
    chain = [Comment("c0", "p"), Comment("c1", "p", parent_id="c0")]
    chain.append(Comment("c2", "p", parent_id="c1"))

    @given(blog.changes(chain, kinds=[Delete, Move]))
    def draw(changes: list[Change]) -> None:
        page = Page(chain)
        for change in changes:
            page.make(change)

    draw()


def test_new_comments_come_after_the_others_with_ids_and_a_post_that_fit() -> None:
    taken = [Comment("n0", "q", created_at=blog.START)]
    (added,) = find(blog.changes(taken, kinds=[Add], texts=st.just("Oui")), bool)
    assert isinstance(added, Add)
    assert (added.comment.id, added.comment.post_id) == ("n1", "q")
    assert added.comment.body.text == "Oui"
    assert added.comment.created_at is not None
    assert added.comment.created_at > blog.START
    last = datetime.max.replace(tzinfo=UTC)
    (late,) = find(blog.changes([Comment("c0", "q", created_at=last)], kinds=[Add]), bool)
    assert isinstance(late, Add)
    assert late.comment.created_at == last


def test_an_empty_page_can_only_be_added_to() -> None:
    assert find(blog.changes([], post_id="q"), bool) == [
        Add(Comment("n0", "q", body="Texte 1", created_at=find_date()))
    ]
    kinds = set(KINDS) - {Add}

    @given(blog.changes([Comment("c0", "p", status=Status.ERASED)], kinds=kinds))
    def draw(changes: list[Change]) -> None:
        assert changes == []

    draw()


def find_date() -> datetime:
    """Return when the first comment is written on a page that has none."""
    return blog.START.replace(minute=8)


def test_what_is_no_change_is_refused() -> None:
    with pytest.raises(InvalidTypeError, match=r"changes\.kinds must be some of Add, Edit, Hide"):
        blog.changes([], kinds=[Comment])  # type: ignore[list-item]
    with pytest.raises(InvalidValueError, match=r"changes\.kinds must be one kind or more"):
        blog.changes([], kinds=[])
    with pytest.raises(InvalidTypeError, match=r"changes\.comments must be a Comment"):
        blog.changes(["c0"])  # type: ignore[list-item]
    with pytest.raises(InvalidValueError, match=r"changes\.post_id"):
        blog.changes([], post_id="")
    with pytest.raises(InvalidValueError, match=r"changes\.max_size"):
        blog.changes([], max_size=-1)
