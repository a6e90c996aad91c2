from datetime import datetime

import attrs
import pytest
from hypothesis import find, given
from hypothesis import strategies as st

from blogmodel import (
    Author,
    Body,
    Comment,
    CommentKind,
    Origin,
    Post,
    PostKind,
    PostStatus,
    Status,
    from_json,
    to_json,
)
from blogmodel.model import Unknown
from blogmodel.testing import strategies as blog

AUTHOR = Author("Zoé")
COMMENT = Comment(
    "1",
    "p",
    author=AUTHOR,
    body=Body("Oui"),
    created_at=blog.START,
    parent_id="2",
    updated_at=blog.START,
    status=Status.SPAM,
    kind=CommentKind.PINGBACK,
    ups=3,
    downs=4,
    pinned=True,
    language="fr",
    url="https://example.org/",
    origin=Origin(address="192.0.2.1"),
)
POST = Post(
    "p",
    title="Été",
    body=Body("Oui"),
    summary=Body("O"),
    kind=PostKind.PAGE,
    status=PostStatus.DRAFT,
    author=AUTHOR,
    published_at=blog.START,
    updated_at=blog.START,
    language="fr",
    url="https://example.org/",
    slug="été",
    tags=["a"],
    comments_closed_at=blog.START,
)


@given(
    blog.comments(
        ids=st.just("1"),
        post_ids=st.just("p"),
        parent_ids=st.just("2"),
        authors=st.just(AUTHOR),
        bodies=st.just(Body("Oui")),
        created_at=st.just(blog.START),
        updated_at=st.just(blog.START),
        statuses=st.just(Status.SPAM),
        kinds=st.just(CommentKind.PINGBACK),
        ups=st.just(3),
        downs=st.just(4),
        pinned=st.just(True),  # noqa: FBT003 - a value of the field
        languages=st.just("fr"),
        urls=st.just("https://example.org/"),
        origins=blog.origins(addresses=st.just("192.0.2.1"), agents=st.none(), referrers=st.none()),
    )
)
def test_every_field_of_a_comment_can_be_fixed(comment: Comment) -> None:
    assert comment == COMMENT


@given(
    blog.posts(
        ids=st.just("p"),
        titles=st.just("Été"),
        bodies=st.just(Body("Oui")),
        summaries=st.just(Body("O")),
        kinds=st.just(PostKind.PAGE),
        statuses=st.just(PostStatus.DRAFT),
        authors=st.just(AUTHOR),
        published_at=st.just(blog.START),
        updated_at=st.just(blog.START),
        languages=st.just("fr"),
        urls=st.just("https://example.org/"),
        slugs=st.just("été"),
        tags=st.just(["a"]),
        comments_closed_at=st.just(blog.START),
    )
)
def test_every_field_of_a_post_can_be_fixed(post: Post) -> None:
    assert post == POST


@pytest.mark.parametrize("value", [COMMENT, POST], ids=["comment", "post"])
def test_no_field_of_these_is_forgotten_here(value: Comment | Post) -> None:
    unset = [
        field.name
        for field in attrs.fields(type(value))
        if getattr(value, field.name) in (None, field.default)
    ]
    assert unset == ["extra"]


def test_values_shrink_to_what_a_person_can_read() -> None:
    assert find(blog.comments(), lambda _: True) == Comment("c0", "p0", body="Merci !")
    assert find(blog.posts(), lambda _: True) == Post("p0", body="Merci !")
    assert find(blog.comments(), lambda comment: comment.author is not None).author == AUTHOR
    assert find(blog.comments(), lambda comment: comment.created_at is not None).created_at == (
        blog.START
    )
    assert find(blog.origins(), lambda _: True) == Origin()


@pytest.mark.parametrize("status", Status)
def test_every_status_is_drawn(status: Status) -> None:
    found = find(blog.comments(), lambda comment: comment.status is status)
    assert found == Comment("c0", "p0", body="Merci !", status=status)


@given(blog.comments(extra=blog.extras()))
def test_kept_fields_stand_in_all_that_a_comment_is_made_of(comment: Comment) -> None:
    assert from_json(to_json(comment), Comment, unknown=Unknown.KEEP) == comment


def test_kept_fields_are_found_in_the_author_the_body_and_the_origin() -> None:
    comments = blog.comments(extra=blog.extras())
    assert find(comments, lambda one: one.author is not None and bool(one.author.extra))
    assert find(comments, lambda one: bool(one.body.extra))
    assert find(comments, lambda one: one.origin is not None and bool(one.origin.extra))


@given(blog.comments(created_at=blog.moments(earliest=blog.START)))
def test_a_strategy_of_another_kind_is_used_as_it_is(comment: Comment) -> None:
    assert isinstance(comment.created_at, datetime)
    assert comment.created_at >= blog.START
