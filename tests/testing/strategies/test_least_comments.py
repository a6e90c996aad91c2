"""Whatever comments a test fails on, Hypothesis brings them down to the fewest and plainest."""

from collections.abc import Callable
from datetime import timedelta
from random import Random

import attrs
import pytest
from hypothesis import find, settings
from hypothesis import strategies as st

from blogmodel import Author, Body, Comment, MediaType, Status
from blogmodel.testing import strategies as blog
from blogmodel.testing.strategies import Shape

Predicate = Callable[[list[Comment]], bool]


def by_id(comments: list[Comment]) -> dict[str, Comment]:
    return {comment.id: comment for comment in comments}


def depth(comments: list[Comment], comment: Comment) -> int:
    known = by_id(comments)
    return 0 if comment.parent_id is None else 1 + depth(comments, known[comment.parent_id])


def deep(least: int) -> Predicate:
    return lambda comments: any(depth(comments, comment) >= least for comment in comments)


def replies(comments: list[Comment], parent_id: str | None) -> list[Comment]:
    return [comment for comment in comments if comment.parent_id == parent_id]


def place(comments: list[Comment], comment_id: str) -> int:
    return [comment.id for comment in comments].index(comment_id)


def a_reply_comes_before_its_parent(comments: list[Comment]) -> bool:
    return any(
        comment.parent_id and place(comments, comment.parent_id) > place(comments, comment.id)
        for comment in comments
    )


def siblings(condition: Callable[[Comment, Comment], bool]) -> Predicate:
    """Ask something of two siblings, in the order in which they come."""
    return lambda comments: any(
        condition(one, other)
        for number, one in enumerate(comments)
        for other in comments[number + 1 :]
        if one.parent_id == other.parent_id
    )


def minutes(comment: Comment) -> int:
    """Return how long after the start a comment was written."""
    assert comment.created_at is not None
    return (comment.created_at - blog.START) // timedelta(minutes=1)


def told(comments: list[Comment]) -> str:
    """Write comments in their order: id, parent, minutes after the start."""
    parts = []
    for comment in comments:
        parent = f"<{comment.parent_id}" if comment.parent_id else ""
        since = f"+{minutes(comment)}" if minutes(comment) else ""
        parts.append(f"{comment.id}{parent}{since}")
    return " ".join(parts)


LEAST: dict[str, tuple[Predicate, str]] = {
    "nothing": (lambda _: True, ""),
    "a comment": (bool, "c0"),
    "five comments": (lambda comments: len(comments) >= 5, "c0 c1 c2 c3 c4"),
    "a reply": (deep(1), "c0 c1<c0"),
    "a chain of three": (deep(2), "c0 c1<c0 c2<c1"),
    "a chain of six": (deep(5), "c0 c1<c0 c2<c1 c3<c2 c4<c3 c5<c4"),
    "two replies to one": (
        lambda comments: any(len(replies(comments, one.id)) >= 2 for one in comments),
        "c0 c1<c0 c2<c0",
    ),
    "two with replies": (
        lambda comments: (
            sum(bool(replies(comments, one.id)) for one in replies(comments, None)) > 1
        ),
        "c0 c1<c0 c2 c3<c2",
    ),
    "a sibling with a reply": (
        lambda comments: any(
            one.parent_id
            and len(replies(comments, one.parent_id)) > 1
            and replies(comments, one.id)
            for one in comments
        ),
        "c0 c1<c0 c2<c0 c3<c2",
    ),
    "the top again after a reply": (
        lambda comments: any(
            one.parent_id is None and other.parent_id is not None and one.id > other.id
            for one in comments
            for other in comments
        ),
        "c0 c1<c0 c2",
    ),
    "a reply before its parent": (a_reply_comes_before_its_parent, "c1<c0 c0"),
    "three in the other order": (
        lambda comments: (
            len(comments) > 2
            and [one.id for one in comments] == sorted((c.id for c in comments), reverse=True)
        ),
        "c2 c1 c0",
    ),
    "siblings of one date and the other order": (
        siblings(lambda one, other: one.created_at == other.created_at and one.id > other.id),
        "c1 c0",
    ),
    "siblings of other dates than their order": (
        siblings(lambda one, other: minutes(one) > minutes(other) and one.id < other.id),
        "c0+1 c1",
    ),
    "a reply later than its parent": (
        lambda comments: any(
            one.parent_id and one.created_at != by_id(comments)[one.parent_id].created_at
            for one in comments
        ),
        "c0 c1<c0+1",
    ),
    "ids of which the text is in another order": (
        lambda comments: any(one.id == "c10" for one in comments),
        "c0 c1 c2 c3 c4 c5 c6 c7 c8 c9 c10",
    ),
}


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("what", LEAST)
def test_the_least_comments_are_found(what: str, seed: int) -> None:
    condition, least = LEAST[what]
    found = find(
        blog.comment_lists(),
        condition,
        settings=settings(max_examples=2_000, database=None),
        random=Random(seed),  # noqa: S311 - no secret
    )
    assert told(found) == least


@pytest.mark.parametrize(
    "what", ["a chain of three", "two with replies", "a reply before its parent"]
)
@pytest.mark.parametrize("shape", Shape)
def test_shapes_come_down_to_the_same(what: str, shape: Shape) -> None:
    condition, least = LEAST[what]
    assert told(find(blog.comment_lists(shape=shape), condition)) == least


FULL = blog.comment_lists(
    authors=blog.authors(),
    bodies=blog.bodies(),
    statuses=st.sampled_from([Status.PUBLISHED, Status.SPAM]),
)


def hidden_above_visible(comments: list[Comment]) -> bool:
    return any(
        one.status is Status.PUBLISHED
        and one.parent_id is not None
        and by_id(comments)[one.parent_id].status is Status.SPAM
        for one in comments
    )


def test_what_else_a_comment_has_comes_down_too() -> None:
    one = Comment("c0", "p", author=Author("Zoé"), body="Merci !", created_at=blog.START)
    assert find(FULL, bool) == [one]
    spam, reply = find(FULL, hidden_above_visible)
    assert spam == attrs.evolve(one, status=Status.SPAM)
    assert reply == attrs.evolve(one, id="c1", parent_id="c0")


def test_people_and_texts_come_down_to_those_that_matter() -> None:
    people = blog.comment_lists(authors=blog.names().map(Author))
    first, second = find(people, lambda comments: len({c.author for c in comments}) > 1)
    assert {first.author, second.author} == {Author("Zoé"), Author("Luc")}
    html = find(FULL, lambda comments: any(c.body.media_type is MediaType.HTML for c in comments))
    assert [comment.body for comment in html] == [Body("Merci !", MediaType.HTML)]
