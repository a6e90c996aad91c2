"""Exports of one blog made one, and comments brought to the posts they belong to."""

from datetime import UTC, datetime
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from blogmodel import Author, Comment, Post, Status
from blogmodel.formats import (
    Archive,
    Format,
    Kept,
    Site,
    SourceDefect,
    SourceDefectKind,
    attach,
    merge,
)
from blogmodel.model import Extra
from blogmodel.testing.strategies import comments, posts

NOON = datetime(2009, 3, 12, 12, 0, tzinfo=UTC)


def archive(*values: Post | Comment, **more: Any) -> Archive:
    return Archive(
        Format.JSON,
        posts=tuple(value for value in values if isinstance(value, Post)),
        comments=tuple(value for value in values if isinstance(value, Comment)),
        **more,
    )


few = st.sampled_from("ab")
archives = st.builds(
    lambda posts, comments: archive(*posts, *comments),
    st.lists(posts(), max_size=2, unique_by=lambda post: post.id),
    st.lists(comments(ids=few, post_ids=few), max_size=3, unique_by=lambda c: (c.post_id, c.id)),
)


@given(archives)
def test_an_archive_merged_with_itself_is_what_it_was(one: Archive) -> None:
    assert merge(one) == merge(one, one) == one


@given(archives, archives)
def test_what_is_in_either_is_in_both(one: Archive, other: Archive) -> None:
    both = merge(one, other)
    assert {post.id for post in both.posts} == {p.id for a in (one, other) for p in a.posts}
    ids = {(c.post_id, c.id) for a in (one, other) for c in a.comments}
    assert [(c.post_id, c.id) for c in both.comments] == list(
        dict.fromkeys((c.post_id, c.id) for a in (one, other) for c in a.comments)
    )
    assert len(both.comments) == len(ids)
    erased = {
        (c.post_id, c.id) for a in (one, other) for c in a.comments if c.status is Status.ERASED
    }
    assert all(c.status is Status.ERASED for c in both.comments if (c.post_id, c.id) in erased)


@given(archives, archives, archives)
def test_merging_step_by_step_finds_the_same(one: Archive, two: Archive, three: Archive) -> None:
    ids = [post.id for post in merge(one, two, three).posts]
    assert ids == [post.id for post in merge(merge(one, two), three).posts]


def test_the_later_change_counts_and_what_it_does_not_tell_is_taken_from_the_other() -> None:
    old = Post("1", title="Ancien", url="https://a.example/1", updated_at=NOON)
    new = Post("1", title="Neuf", updated_at=NOON.replace(hour=13))
    expected = attrs.evolve(new, url=old.url)
    assert merge(archive(old), archive(new)).posts == (expected,)
    assert merge(archive(new), archive(old)).posts == (expected,)


def test_of_two_that_were_not_changed_the_one_of_the_later_archive_counts() -> None:
    old, new = Comment("1", "p", body="a"), Comment("1", "p", body="b", author=Author("Zoé"))
    assert merge(archive(old), archive(new)).comments == (new,)
    assert merge(archive(new), archive(old)).comments == (attrs.evolve(old, author=new.author),)


def test_what_is_erased_in_one_stays_erased() -> None:
    erased = Comment("1", "p", status=Status.ERASED)
    known = Comment("1", "p", body="Oui", author=Author("Zoé"), updated_at=NOON)
    assert merge(archive(erased), archive(known)).comments == (erased,)
    assert merge(archive(known), archive(erased)).comments == (erased,)


def test_sites_and_what_was_kept_are_merged_too() -> None:
    kept = Kept("zut")
    missing = SourceDefect(SourceDefectKind.UNKNOWN_POST, "1 comment", subject_id="p")
    other = SourceDefect(SourceDefectKind.BAD_DATE, "hier")
    one = archive(Comment("1", "p"), site=Site(title="a"), kept=(kept,), defects=(missing, other))
    two = archive(Post("p"), site=Site(url="https://a.example/"), kept=(kept,))
    both = merge(one, two)
    assert both.site == Site(title="a", url="https://a.example/")
    assert (both.kept, both.defects) == ((kept,), (other,))
    assert merge(two, archive()).site == two.site


# Comments of a service, under the posts of the blog.


def thread(**fields: Any) -> Archive:
    return archive(Post("t", **fields), Comment("c", "t"))


@pytest.mark.parametrize(
    "fields, post",
    [
        ({"url": "http://www.a.example/1/"}, Post("7", url="https://a.example/1")),
        ({"url": "https://a.example/1/index.html"}, Post("7", url="https://a.example/1")),
        ({"url": "https://a.example/?p=7"}, Post("7", url="https://a.example/?p=7")),
        ({"url": "https://a.example/1?utm=x#c"}, Post("7", url="https://a.example/1")),
        ({"extra": Extra.of({"identifier": "7"})}, Post("7")),
        ({"extra": Extra.of({"identifier": "7 https://a.example/?p=7"})}, Post("7")),
        (
            {"extra": Extra.of({"identifier": "https://a.example/1"})},
            Post("7", url="https://a.example/1"),
        ),
        ({"extra": Extra.of({"uri": "/1/"})}, Post("7", extra=Extra.of({"uri": "/1"}))),
    ],
)
def test_a_thread_finds_its_post(fields: dict[str, Any], post: Post) -> None:
    told = attach(thread(**fields), [post])
    assert told.posts == (post,)
    assert [comment.post_id for comment in told.comments] == ["7"]


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"url": "https://a.example/2"},
        {"url": "https://b.example/1"},
        {"url": "https://a.example/?p=8"},
        {"extra": Extra.of({"identifier": 7})},
        {"extra": Extra.of({"uri": "https://[1"})},
    ],
)
def test_a_thread_that_belongs_to_no_post_stays(fields: dict[str, Any]) -> None:
    posts = [Post("7", url="https://a.example/1"), Post("9", url="https://a.example/?p=9")]
    told = attach(thread(**fields), posts)
    assert [post.id for post in told.posts] == ["7", "9", "t"]
    assert told.comments == (Comment("c", "t"),)


def test_a_post_of_the_same_id_is_the_one_and_is_missed_no_more() -> None:
    missing = SourceDefect(SourceDefectKind.UNKNOWN_POST, "1 comment", subject_id="t")
    told = attach(archive(Comment("c", "t"), defects=(missing,)), [Post("t")])
    assert (told.posts, told.defects) == ((Post("t"),), ())
