from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import find, given, settings
from hypothesis import strategies as st

from blogmodel import Author, Body, Comment, Status, Thread
from blogmodel.errors import InvalidTypeError, InvalidValueError
from blogmodel.testing import strategies as blog
from blogmodel.testing.strategies import Arrival, Shape
from blogmodel.testing.strategies._forests import arrived
from blogmodel.thread import OnDefect

SOME = st.sampled_from([None, datetime(1969, 7, 20, tzinfo=UTC), blog.START])
FULL = blog.comment_lists(
    authors=blog.authors(),
    bodies=blog.bodies(),
    statuses=st.sampled_from(Status),
    dates=blog.moments(),
)


def depths(comments: list[Comment]) -> list[int]:
    """Return how deep comments stand, in the order of the walk."""
    return [node.depth for node in Thread.build(comments, on_defect=OnDefect.RAISE).walk()]


@given(st.one_of(blog.comment_lists(shape=shape) for shape in (None, *Shape)))
def test_comments_are_sound_whatever_their_shape(comments: list[Comment]) -> None:
    assert len(depths(comments)) == len(comments) <= 12


@given(FULL | blog.comment_lists(dates=SOME))
def test_comments_are_sound_whatever_their_dates(comments: list[Comment]) -> None:
    assert len(depths(comments)) == len(comments)


@given(blog.comment_lists(min_size=2, max_size=5, post_id="q", deepest=1))
def test_lists_keep_to_their_sizes_their_post_and_their_depth(comments: list[Comment]) -> None:
    assert 2 <= len(comments) <= 5
    assert {comment.post_id for comment in comments} == {"q"}
    assert max(depths(comments)) <= 1


@given(blog.comment_lists(deepest=0))
def test_a_depth_of_none_is_a_flat_list(comments: list[Comment]) -> None:
    assert not any(comment.parent_id for comment in comments)


@given(
    blog.comment_lists(
        authors=st.just(Author("Zoé")),
        bodies=st.just(Body("Oui")),
        statuses=st.just(Status.SPAM),
        dates=st.just(blog.START),
    )
)
def test_what_a_user_fixes_is_kept(comments: list[Comment]) -> None:
    for comment in comments:
        assert (comment.author, comment.body) == (Author("Zoé"), Body("Oui"))
        assert (comment.status, comment.created_at) == (Status.SPAM, blog.START)


@given(blog.comment_lists(arrival=Arrival.WRITTEN))
def test_written_comments_come_by_their_numbers(comments: list[Comment]) -> None:
    assert [comment.id for comment in comments] == [f"c{n}" for n in range(len(comments))]


@given(blog.comment_lists(arrival=Arrival.REVERSED))
def test_reversed_comments_come_the_last_one_first(comments: list[Comment]) -> None:
    assert [c.id for c in comments] == [f"c{n}" for n in reversed(range(len(comments)))]


@given(st.permutations(range(5)))
def test_any_order_of_arrival_can_be_drawn(order: list[int]) -> None:
    turns = [order.index(number) for number in range(5)]
    assert arrived(range(5), turns) == order


def test_things_of_one_turn_keep_their_order() -> None:
    assert arrived("abcd", [1, 0, 1, 0]) == ["b", "d", "a", "c"]


def shares(shape: Shape) -> Counter[str]:
    """Count how comments of a shape stand to those before them, and how deep."""
    found: Counter[str] = Counter()

    @settings(max_examples=100, derandomize=True, database=None)
    @given(blog.comment_lists(min_size=12, shape=shape, arrival=Arrival.WRITTEN))
    def draw(comments: list[Comment]) -> None:
        drawn = depths(comments)
        found["all"] += len(drawn)
        found["top"] += drawn.count(0)
        found["one"] += drawn.count(1)
        found["deep"] += sum(depth >= 4 for depth in drawn)
        found["under the last"] += sum(after > before for before, after in pairwise(drawn))

    draw()
    return found


def test_each_shape_shows() -> None:
    wide, chain, forum, reddit = map(shares, Shape)
    assert wide["top"] > wide["all"] / 2
    assert chain["under the last"] > chain["all"] / 2
    assert forum["one"] > forum["all"] / 2
    assert reddit["deep"] > 0
    assert reddit["top"] < reddit["all"] / 2 < reddit["all"] - reddit["deep"]


@pytest.mark.parametrize("shape", Shape)
def test_any_tree_can_be_of_any_shape(shape: Shape) -> None:
    chain = find(
        blog.comment_lists(shape=shape), lambda comments: max(depths(comments), default=0) > 3
    )
    flat = find(blog.comment_lists(shape=shape), lambda comments: len(comments) > 2)
    assert depths(chain) == [0, 1, 2, 3, 4]
    assert depths(flat) == [0, 0, 0]


@given(blog.comment_lists(min_size=12, authors=blog.authors(), bodies=blog.bodies()))
def test_few_people_write_a_thread(comments: list[Comment]) -> None:
    assert len({comment.author for comment in comments}) <= 6
    assert len({comment.body for comment in comments}) <= 8


def test_what_is_no_part_of_a_thread_is_refused() -> None:
    with pytest.raises(InvalidValueError, match=r"comment_lists\.post_id must be a str that"):
        blog.comment_lists(post_id="")
    with pytest.raises(InvalidValueError, match=r"comment_lists\.deepest must be 0 or more"):
        blog.comment_lists(deepest=-1)
    with pytest.raises(InvalidTypeError, match=r"comment_lists\.shape must be one of Shape\.WIDE"):
        blog.comment_lists(shape="wide")  # type: ignore[arg-type]
    with pytest.raises(InvalidTypeError, match=r"comment_lists\.arrival must be one of Arrival\."):
        blog.comment_lists(arrival="reversed")  # type: ignore[arg-type]


@settings(max_examples=50)
@given(blog.comment_lists(min_size=50, max_size=50, authors=blog.authors(), bodies=blog.bodies()))
def test_large_threads_are_drawn_too(comments: list[Comment]) -> None:
    assert len(depths(comments)) == 50


@given(blog.comment_lists())
def test_without_dates_of_its_own_a_reply_comes_within_minutes(comments: list[Comment]) -> None:
    written = {comment.id: comment.created_at or blog.START for comment in comments}
    for comment in comments:
        since = written[comment.id] - written.get(comment.parent_id or "", blog.START)
        assert timedelta(0) <= since <= timedelta(minutes=3)
