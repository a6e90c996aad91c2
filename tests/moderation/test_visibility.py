from datetime import timedelta
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from blogmodel.errors import InvalidTypeError, InvalidValueError
from blogmodel.model import Author, Comment, Status
from blogmodel.moderation import Rights, Role, Shown, Sight, Viewer, sees, shown_as
from blogmodel.testing.strategies import comment_lists
from blogmodel.thread import Thread

from support.moderating import NOW

ZOE = Author("Zoé", id="zoe")
VISITOR, OWN, COOKIE = Viewer(), Viewer(id="zoe"), Viewer(wrote={"c1"})
HOST = Viewer(id="lise", posts={"p"})
MODERATOR, ADMIN = Viewer(Role.MODERATOR), Viewer(Role.ADMIN)
APPROVES = Rights(post_author_approves=True)

# Visitor, its author, the post's author, the post's author who may approve, moderator.
TABLE = {
    Status.PUBLISHED: "plain plain plain plain plain",
    Status.PENDING: "hidden waiting hidden waiting waiting",
    Status.SHADOWED: "hidden plain refused refused refused",
    Status.SPAM: "hidden refused hidden refused refused",
    Status.REJECTED: "hidden refused hidden refused refused",
    Status.REMOVED: "hidden refused refused refused refused",
    Status.WITHDRAWN: "hidden withdrawn hidden hidden withdrawn",
    Status.ERASED: "hidden hidden hidden hidden hidden",
}


def comment(status: Status, **fields: Any) -> Comment:
    return Comment("c1", "p", author=ZOE, status=status, **fields)


@pytest.mark.parametrize("status", Status)
def test_the_table_of_who_sees_what(status: Status) -> None:
    written = comment(status, updated_at=NOW)
    viewers = [(VISITOR, None), (OWN, None), (HOST, None), (HOST, APPROVES), (MODERATOR, None)]
    found = [shown_as(viewer, written, NOW, rights).value for viewer, rights in viewers]
    assert found == TABLE[status].split()
    assert shown_as(COOKIE, written, NOW) is shown_as(OWN, written, NOW)
    assert shown_as(ADMIN, written, NOW) is shown_as(MODERATOR, written, NOW)
    assert shown_as(Viewer(Role.POLICY), written, NOW) is shown_as(VISITOR, written, NOW)


@pytest.mark.parametrize(
    "fields, rights, shown",
    [
        ({"updated_at": NOW - timedelta(days=30)}, None, True),
        ({"updated_at": NOW - timedelta(days=30, seconds=1)}, None, False),
        ({}, None, False),
        ({}, Rights(restore_window=None), True),
        ({"updated_at": NOW - timedelta(1)}, Rights(restore_window=timedelta(0)), False),
    ],
)
def test_its_author_sees_what_they_withdrew_as_long_as_it_can_come_back(
    fields: dict[str, Any],
    rights: Rights | None,
    shown: bool,  # noqa: FBT001 - a case
) -> None:
    written = comment(Status.WITHDRAWN, **fields)
    assert sees(OWN, written, NOW, rights) == shown


def test_who_is_several_sees_what_any_of_them_sees() -> None:
    both = Viewer(id="zoe", posts={"p"})
    assert shown_as(both, comment(Status.SHADOWED), NOW) is Shown.PLAIN
    assert shown_as(both, comment(Status.REMOVED), NOW) is Shown.REFUSED
    assert shown_as(both, comment(Status.PENDING), NOW) is Shown.WAITING


def test_nobody_without_an_id_passes_for_an_author_without_one() -> None:
    anonymous = Comment("c2", "p", author=Author("Zoé"), status=Status.PENDING)
    assert not sees(Viewer(), anonymous, NOW)
    assert not sees(OWN, attrs.evolve(anonymous, author=None), NOW)


VIEWERS = st.builds(
    Viewer,
    st.sampled_from(Role),
    id=st.sampled_from([None, "zoe", "luc"]),
    wrote=st.frozensets(st.sampled_from([f"c{n}" for n in range(12)]), max_size=3),
    posts=st.frozensets(st.sampled_from(["p", "q"])),
)
RIGHTS = st.builds(Rights, post_author_approves=st.booleans())


@st.composite
def mixed(draw: st.DrawFn) -> list[Comment]:
    """Draw comments of every status, by several authors."""
    return [
        attrs.evolve(
            drawn,
            status=draw(st.sampled_from(Status)),
            author=draw(st.sampled_from([None, ZOE, Author("Luc", id="luc"), Author("Zoé")])),
            updated_at=draw(st.sampled_from([None, NOW, NOW - timedelta(days=31)])),
        )
        for drawn in draw(comment_lists())
    ]


@given(mixed(), VIEWERS, RIGHTS)
def test_the_count_is_what_is_shown(
    comments: list[Comment], viewer: Viewer, rights: Rights
) -> None:
    view = Thread.build(comments).view(sees=viewer.at(NOW, rights))
    visible = [written.id for written in comments if sees(viewer, written, NOW, rights)]
    nodes = list(view.walk())
    shown = [node for node in nodes if not node.is_placeholder]
    assert len(view) == len(shown) == len(visible)
    assert {node.comment.id for node in shown} == set(visible)
    paged = [node for page in view.pages(3) for node in page.nodes if not node.is_placeholder]
    assert len(paged) == len(visible)
    for node in nodes:
        if node.is_placeholder:
            assert node.comment.body.text == ""
            assert node.comment.author is None
            assert any(below.comment.id in visible for below in node.descendants())


@given(mixed(), VIEWERS, RIGHTS)
def test_more_rights_never_show_less(
    comments: list[Comment], viewer: Viewer, rights: Rights
) -> None:
    for written in comments:
        if sees(VISITOR, written, NOW, rights):
            assert sees(viewer, written, NOW, rights)
        if sees(viewer, written, NOW, Rights()):
            assert sees(viewer, written, NOW, APPROVES)
            assert sees(ADMIN, written, NOW) or written.status is Status.ERASED


def test_a_sight_is_a_value() -> None:
    assert VISITOR.at(NOW) == Sight(Viewer(), NOW)
    assert hash(VISITOR.at(NOW)) == hash(Sight(Viewer(), NOW))


@pytest.mark.parametrize(
    "make",
    [
        lambda: Viewer("x"),
        lambda: Viewer(id=""),
        lambda: Viewer(wrote="c1"),
        lambda: Viewer(posts=3),
        lambda: Sight("x", NOW),
        lambda: Sight(Viewer(), NOW.replace(tzinfo=None)),
        lambda: Sight(Viewer(), NOW, "x"),
    ],
)
def test_other_values_are_refused(make: Any) -> None:
    with pytest.raises((InvalidTypeError, InvalidValueError)):
        make()
