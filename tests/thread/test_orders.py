import pickle
from datetime import UTC, datetime, timedelta, timezone
from math import inf, log10, nan, sqrt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blogmodel import Comment, Status, Thread
from blogmodel.errors import CursorError, InvalidTypeError, InvalidValueError
from blogmodel.thread import OnDefect, Order, orders, published


def at(minute: int) -> datetime:
    return datetime(2011, 6, 24, 9, minute, tzinfo=UTC)


def voted(comment_id: str, ups: int, downs: int, minute: int = 0) -> Comment:
    return Comment(comment_id, "p", ups=ups, downs=downs, created_at=at(minute))


def ids(comments: list[Comment], order: Order, **given: Any) -> str:
    view = Thread.build(comments).view(order=order, **given)
    return " ".join(node.comment.id for node in view.walk())


def test_newest_puts_undated_comments_last_and_ties_by_id() -> None:
    comments = [
        Comment("u", "p"),
        Comment("b", "p", created_at=at(1)),
        Comment("a", "p", created_at=at(1)),
        Comment("c", "p", created_at=at(2)),
    ]
    assert ids(comments, orders.newest()) == "c a b u"


def test_an_order_is_for_the_top_for_replies_or_for_both() -> None:
    comments = [
        Comment("a", "p", created_at=at(1)),
        Comment("b", "p", created_at=at(2)),
        Comment("a1", "p", created_at=at(3), parent_id="a"),
        Comment("a2", "p", created_at=at(4), parent_id="a"),
    ]
    newest, oldest = orders.newest(), orders.oldest()
    assert ids(comments, newest) == "b a a2 a1"
    assert ids(comments, newest, replies=oldest) == "b a a1 a2"
    assert ids(comments, oldest, replies=newest) == "a a2 a1 b"


def test_active_goes_by_the_latest_visible_reply() -> None:
    comments = [
        Comment("a", "p", created_at=at(1)),
        Comment("b", "p", created_at=at(2)),
        Comment("a1", "p", created_at=at(3), parent_id="a"),
        Comment("b1", "p", created_at=at(9), parent_id="b", status=Status.SPAM),
        Comment("u", "p"),
    ]
    assert ids(comments, orders.active(), sees=published) == "a a1 b u"
    assert ids(comments, orders.active()) == "b b1 a a1 u"


def test_most_replies_counts_all_that_is_visible_below() -> None:
    comments = [
        Comment("a", "p"),
        Comment("b", "p"),
        Comment("b1", "p", parent_id="b"),
        Comment("c", "p"),
        Comment("c1", "p", parent_id="c", status=Status.SPAM),
        Comment("c2", "p", parent_id="c1"),
        Comment("c3", "p", parent_id="c2"),
    ]
    assert ids(comments, orders.most_replies(), sees=published) == "c c1 c2 c3 b b1 a"


def test_top_is_votes_for_minus_votes_against() -> None:
    comments = [voted("a", 3, 3), voted("b", 5, 1), voted("c", 0, 2), voted("d", 2**62, 0)]
    assert ids(comments, orders.top()) == "d b a c"


def test_best_goes_by_the_least_that_the_share_is_likely_to_be() -> None:
    comments = [voted("one", 1, 0), voted("ten", 10, 0), voted("many", 60, 10), voted("none", 0, 0)]
    assert ids(comments, orders.best()) == "many ten one none"
    assert ids(comments, orders.best(z=0)) == "one ten many none"


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.floats(0, 10))
def test_the_bound_solves_wilsons_equation(ups: int, downs: int, z: float) -> None:
    low = orders._wilson(ups, downs, z)
    count = ups + downs
    if not count:
        assert low == 0
        return
    share = ups / count
    assert -1e-9 <= low <= share + 1e-9
    # The share lies z standard deviations over the bound: that is how Wilson derives it.
    assert share - low == pytest.approx(z * sqrt(max(low * (1 - low), 0) / count), abs=1e-6)


def test_the_bound_is_the_one_that_tables_give() -> None:
    assert orders._wilson(10, 0, 1.959963984540054) == pytest.approx(0.7224672)
    assert orders._wilson(60, 10, 1.959963984540054) == pytest.approx(0.7565613, abs=1e-3)


@pytest.mark.parametrize("z", [-1, nan, inf, "2", True, None, 10**400, 101])
def test_a_quantile_that_is_none_is_refused(z: Any) -> None:
    with pytest.raises(InvalidValueError, match=r"Order\.z must be a number from 0 to 100"):
        orders.best(z=z)


def test_controversial_needs_votes_on_both_sides() -> None:
    comments = [voted("a", 100, 0), voted("b", 50, 50), voted("c", 60, 40), voted("d", 1, 1)]
    assert ids(comments, orders.controversial()) == "b c d a"
    assert orders._controversy(60, 40) == 100 ** (40 / 60)
    assert orders._controversy(0, 5) == orders._controversy(5, 0) == 0


def test_hot_weighs_ten_times_the_votes_as_twelve_and_a_half_hours() -> None:
    start = datetime(2011, 6, 24, tzinfo=UTC)
    day = timedelta(hours=12.5)
    comments = [
        Comment("old and loved", "p", ups=100, created_at=start),
        Comment("new", "p", ups=9, created_at=start + day),
        Comment("newer", "p", ups=1, created_at=start + 2 * day),
        Comment("hated", "p", downs=100, created_at=start + 2 * day),
        Comment("undated", "p", ups=10**6),
    ]
    expected = "old and loved newer new hated undated"
    assert ids(comments, orders.hot()) == expected
    assert ids(comments, orders.hot(epoch=start)) == expected
    [heat] = orders.hot(epoch=start)._keys(  # type: ignore[misc]
        orders.Branches([comments[1]], [None], [-1], [0], [True])
    )
    assert heat == pytest.approx(log10(9) + 1)


@pytest.mark.parametrize(
    "epoch, error",
    [(datetime(2011, 1, 1), InvalidValueError), (None, InvalidTypeError), (3, InvalidTypeError)],  # noqa: DTZ001
)
def test_an_epoch_that_is_none_is_refused(epoch: Any, error: type[Exception]) -> None:
    with pytest.raises(error, match=r"Order\.epoch must be an aware datetime"):
        orders.hot(epoch=epoch)


def test_the_epochs_zone_does_not_matter() -> None:
    there = datetime(2011, 1, 1, tzinfo=timezone(timedelta(hours=-5)))
    assert orders.hot(epoch=there) == orders.hot(epoch=there.astimezone(UTC))


def test_votes_may_come_from_elsewhere() -> None:
    told = {"a": (1, 0), "b": (9, 0)}

    def votes(comment: Comment) -> tuple[int, int]:
        return told[comment.id]

    comments = [Comment("a", "p"), Comment("b", "p")]
    for order in (orders.top(votes=votes), orders.best(votes=votes)):
        assert ids(comments, order) == "b a"
    dated = [Comment(c.id, "p", created_at=at(1)) for c in comments]
    assert ids(dated, orders.hot(votes=votes)) == "b a"
    told["a"] = (2, 2)
    assert ids(comments, orders.controversial(votes=votes)) == "a b"


@pytest.mark.parametrize(
    "told, error",
    [
        ((-1, 0), InvalidValueError),
        ((1,), InvalidTypeError),
        (3, InvalidTypeError),
        ((1.5, 0), InvalidTypeError),
        ((True, 0), InvalidTypeError),
    ],
)
def test_votes_that_are_no_two_counts_are_refused(told: Any, error: type[Exception]) -> None:
    with pytest.raises(error, match=r"Order\.votes must be"):
        Thread.build([Comment("a", "p")]).view(order=orders.top(votes=lambda _: told))
    with pytest.raises(InvalidTypeError, match="a function of a Comment"):
        orders.top(votes=told)


def test_an_order_of_ones_own_is_a_function_of_the_comment() -> None:
    comments = [Comment("a", "p", body="xx"), Comment("b", "p", body="x"), Comment("c", "p")]

    def length(comment: Comment) -> int:
        return len(comment.body.text)

    assert ids(comments, orders.largest_first(length, name="length")) == "a b c"
    assert ids(comments, orders.smallest_first(length, name="length")) == "c b a"
    assert ids(comments, orders.smallest_first(lambda _: 0, name="none")) == "a b c"


def test_one_name_may_stand_for_both_directions() -> None:
    comments = [Comment("a", "p"), Comment("b", "p")]
    comments += [Comment(f"a{n}", "p", parent_id="a", ups=n) for n in (1, 2)]

    def ups(comment: Comment) -> int:
        return comment.ups

    largest, smallest = (
        make(ups, name="x") for make in (orders.largest_first, orders.smallest_first)
    )
    assert ids(comments, largest, replies=smallest) == "a a1 a2 b"
    assert ids(comments, smallest, replies=largest) == "a a2 a1 b"
    cursor = Thread.build(comments).view(order=largest).page(1).next
    with pytest.raises(CursorError):
        Thread.build(comments).view(order=smallest).page(1, after=cursor)


def test_a_key_that_is_no_number_is_refused() -> None:
    order = orders.smallest_first(lambda _: nan, name="nan")
    with pytest.raises(InvalidValueError, match="a function that tells no NaN; got 'nan'"):
        Thread.build([Comment("a", "p")]).view(order=order)


def test_keys_that_cannot_be_compared_are_refused() -> None:
    comments = [Comment("a", "p"), Comment("b", "p", created_at=at(1))]
    mixed = orders.largest_first(lambda comment: comment.created_at or 3, name="mixed")
    with pytest.raises(InvalidTypeError, match="results can be compared; got 'mixed'"):
        Thread.build(comments).view(order=mixed)


@pytest.mark.parametrize("name, key", [("", len), (" ", len), (3, len), ("x", 3)])
def test_an_order_needs_a_name_and_a_function(name: Any, key: Any) -> None:
    for make in (orders.largest_first, orders.smallest_first):
        with pytest.raises(InvalidValueError, match=r"Order\.(name|key) must be"):
            make(key, name=name)


def test_pinned_comments_come_first_where_that_is_asked_for() -> None:
    comments = [
        voted("a", 1, 0),
        voted("b", 9, 0),
        Comment("c", "p", pinned=True),
        Comment("d", "p", pinned=True, ups=3),
    ]
    assert ids(comments, orders.top().pinned_first()) == "d c b a"
    assert ids(comments, orders.oldest().pinned_first()) == "c d a b"


def test_a_missing_comment_stands_by_its_earliest_reply() -> None:
    comments = [
        Comment("a", "p", created_at=at(1)),
        Comment("b", "p", created_at=at(2), parent_id="x"),
        Comment("c", "p", created_at=at(3)),
        Comment("d", "p", created_at=at(4), parent_id="x"),
    ]
    thread = Thread.build(comments, on_defect=OnDefect.PLACEHOLDER)
    walk = [node.comment.id for node in thread.view(order=orders.newest()).walk()]
    assert walk == ["c", "x", "d", "b", "a"]


def test_an_order_is_made_by_its_functions_alone() -> None:
    with pytest.raises(InvalidValueError, match=r"made by a function of blogmodel\.thread\.orders"):
        Order("hottest")


def test_orders_are_values() -> None:
    assert orders.best() == orders.best(z=1.959963984540054) != orders.best(z=1)
    assert orders.best(z=1) == orders.best(z=1.0)
    assert orders.newest() != orders.newest().pinned_first()
    assert orders.largest_first(len, name="x") != orders.smallest_first(len, name="x")  # type: ignore[arg-type]
    votes = orders._own_votes
    assert orders.largest_first(votes, name="top") != orders.top(votes=votes)
    assert orders.top(votes=orders._own_votes) != orders.top()
    assert hash(orders.hot()) == hash(orders.hot())
    assert repr(orders.best(z=1.5)) == "Order(best, z=1.5)"
    assert pickle.loads(pickle.dumps(orders.newest())) == orders.newest()


def test_the_epoch_and_the_quantile_that_are_not_given_are_those_of_the_sources() -> None:
    epoch = datetime(2005, 12, 8, 7, 46, 43, tzinfo=UTC)
    assert orders.hot(epoch=epoch) == orders.hot()
    assert orders.hot(epoch=epoch + timedelta(seconds=1)).name == (
        "hot, epoch=2005-12-08T07:46:44+00:00"
    )
    assert orders.best(z=1.959963984540054) == orders.best()
    assert orders.best(z=100).name == "best, z=100.0"


def keys(order: Order, *comments: Comment) -> list[Any]:
    """Return what an order compares of some comments without replies."""
    count = len(comments)
    dates = [comment.created_at for comment in comments]
    shown = [True] * count
    branches = orders.Branches(comments, dates, [-1] * count, range(count), shown)
    assert order._keys is not None
    return list(order._keys(branches))


def test_heat_is_the_size_of_the_score_with_its_sign_and_the_age_over_45_000_seconds() -> None:
    start = datetime(2011, 6, 24, tzinfo=UTC)
    day = start + timedelta(seconds=90_000)
    told = keys(
        orders.hot(epoch=start),
        Comment("a", "p", ups=105, downs=5, created_at=day),
        Comment("b", "p", ups=5, downs=105, created_at=day),
        Comment("c", "p", ups=4, downs=4, created_at=day),
        Comment("d", "p", ups=1, created_at=start),
        Comment("e", "p", downs=1, created_at=start),
        Comment("f", "p", ups=9),
    )
    assert told == [4.0, 0.0, 2.0, 0.0, 0.0, -inf]


def test_scores_are_what_their_names_say() -> None:
    comment = Comment("a", "p", ups=7, downs=3)
    assert keys(orders.top(), comment) == [4]
    assert keys(orders.controversial(), comment) == [10 ** (3 / 7)]
    assert keys(orders.best(z=2), comment) == [pytest.approx(0.3913312)]
    assert keys(orders.best(z=0), Comment("b", "p"), comment) == [0.0, 0.7]
    assert keys(orders.newest(), comment) == [datetime.min.replace(tzinfo=UTC)]
    assert keys(orders.active(), comment) == [datetime.min.replace(tzinfo=UTC)]
    assert keys(orders.most_replies(), comment, comment) == [0, 0]
