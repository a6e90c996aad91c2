"""Orders in which siblings stand: by time, by activity, by votes, or by a function of your own.

An `Order` is a value, given to `Thread.view` for all comments, or for the top and for the replies
apart. Those that an order does not tell apart stand by ``(created_at, id)``: equal keys never swap
between two builds. Where an order goes by dates, comments without one stand last.
"""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from math import inf, log10, sqrt
from typing import Any

import attrs

from blogmodel import _checks
from blogmodel.errors import InvalidTypeError, InvalidValueError
from blogmodel.model import Comment
from blogmodel.thread._ages import EARLIEST

__all__ = [
    "Branches",
    "Order",
    "Votes",
    "active",
    "best",
    "controversial",
    "hot",
    "largest_first",
    "most_replies",
    "newest",
    "oldest",
    "smallest_first",
    "top",
]

Votes = Callable[[Comment], tuple[int, int]]
"""What tells the votes for and against a comment; by default its own ``ups`` and ``downs``."""


@attrs.frozen(eq=False)
class Branches:
    """What an order may look at: all comments by number, and what hangs below each.

    Attributes:
        comments: by number; for a missing comment an erased one.
        dates: by number; for a missing comment the date of its earliest reply.
        parents: by number, the parent's number or -1.
        upwards: all numbers, replies before their parents.
        visible: by number, whether the text is shown.
    """

    comments: Sequence[Comment]
    dates: Sequence[datetime | None]
    parents: Sequence[int]
    upwards: Sequence[int]
    visible: Sequence[bool]

    def replies(self) -> list[int]:
        """Return how many visible comments stand below each."""
        counts = [0] * (len(self.comments) + 1)
        for number in self.upwards:
            counts[self.parents[number]] += counts[number] + self.visible[number]
        return counts[:-1]

    def latest(self) -> list[datetime]:
        """Return the date of the latest visible comment of each branch, its top included."""
        dates = [
            (date if visible else None) or EARLIEST
            for date, visible in zip(self.dates, self.visible, strict=True)
        ]
        dates.append(EARLIEST)
        for number in self.upwards:
            parent = self.parents[number]
            dates[parent] = max(dates[parent], dates[number])
        return dates[:-1]


_Keys = Callable[[Branches], Sequence[Any]]


@attrs.frozen(repr=False)
class Order:
    """An order of siblings; make one with the functions of this module.

    Two orders are equal where they were made by one of these with equal arguments.

    Attributes:
        name: what it is called, with its settings; cursors remember it.
        function: the caller's own, where one was given.
        pins: whether pinned comments come before all others.
    """

    name: str
    function: Callable[[Comment], Any] | None = attrs.field(default=None, kw_only=True)
    pins: bool = attrs.field(default=False, kw_only=True)
    _own: bool = attrs.field(default=False, kw_only=True, alias="own")
    _keys: _Keys | None = attrs.field(default=None, eq=False, kw_only=True, alias="keys")
    _largest_first: bool = attrs.field(default=False, kw_only=True, alias="largest_first")
    _by_date: bool = attrs.field(default=False, kw_only=True, alias="by_date")

    def __attrs_post_init__(self) -> None:
        _checks.name("Order", "name", self.name)
        if self._keys is None and self.name != "oldest":
            expected = "made by a function of blogmodel.thread.orders"
            raise InvalidValueError("Order", "name", self.name, expected)

    def pinned_first(self) -> "Order":
        """Return the same order with pinned comments (`Comment.pinned`) before all others.

        Example:
            >>> from blogmodel.thread import orders
            >>> orders.newest().pinned_first()
            Order(newest, pinned first)
        """
        return attrs.evolve(self, pins=True)

    def __repr__(self) -> str:
        return f"Order({self.name}{', pinned first' if self.pins else ''})"


def oldest() -> Order:
    """Return the canonical order: by ``created_at``, those without one last, then by ``id``.

    Example:
        >>> from blogmodel.thread import orders
        >>> orders.oldest()
        Order(oldest)
    """
    return Order("oldest", by_date=True)


def newest() -> Order:
    """Return the order by ``created_at``, the latest first; those without one stand last.

    Example:
        >>> from blogmodel import Comment, Thread
        >>> from blogmodel.thread import orders
        >>> from datetime import UTC, datetime
        >>> dates = {"1": datetime(2011, 6, 1, tzinfo=UTC), "2": datetime(2011, 6, 2, tzinfo=UTC)}
        >>> thread = Thread.build(Comment(i, "p", created_at=at) for i, at in dates.items())
        >>> list(thread.view(order=orders.newest()).walk())
        [Node('2', depth=0), Node('1', depth=0)]
    """
    return Order("newest", keys=_dates, largest_first=True, by_date=True)


def _dates(branches: Branches) -> list[datetime]:
    return [date or EARLIEST for date in branches.dates]


def active() -> Order:
    """Return the order by the latest visible comment of the branch, the latest first.

    A comment counts as part of its own branch. Branches without any date stand last. It is the
    order in which forums list their topics: an answer brings the whole branch to the front.

    Example:
        >>> from blogmodel.thread import orders
        >>> orders.active()
        Order(active)
    """
    return Order("active", keys=Branches.latest, largest_first=True)


def most_replies() -> Order:
    """Return the order by how many visible comments stand below, at any depth, most first.

    Example:
        >>> from blogmodel.thread import orders
        >>> orders.most_replies()
        Order(most-replies)
    """
    return Order("most-replies", keys=Branches.replies, largest_first=True)


def top(*, votes: Votes | None = None) -> Order:
    """Return the order by votes for minus votes against, the most first.

    Example:
        >>> from blogmodel.thread import orders
        >>> orders.top()
        Order(top)
    """
    return _voted("top", _difference, votes)


def _difference(ups: int, downs: int) -> int:
    return ups - downs


_Z_95 = 1.959963984540054
_Z_MOST = 100


def best(*, z: float = _Z_95, votes: Votes | None = None) -> Order:
    """Return the order by the lower bound of the Wilson interval of the share of votes for.

    It is how large the share is likely to be at the least, given how few have voted: by default 60
    of 70 (0.76) stands over 10 of 10 (0.72), and that over 1 of 1 (0.21). Without votes it is 0.

    Args:
        z: the quantile of the normal distribution; 1.96 for a confidence of 95 %.
        votes: what tells the votes; see `Votes`.

    Raises:
        InvalidValueError: z is no number from 0 to 100.

    Source: E. B. Wilson, « Probable inference, the law of succession, and statistical inference »,
    Journal of the American Statistical Association 22 (1927).

    Example:
        >>> from blogmodel.thread import orders
        >>> orders.best(z=1.0)
        Order(best, z=1.0)
    """
    if type(z) not in {int, float} or not 0 <= z <= _Z_MOST:
        raise InvalidValueError("Order", "z", z, "a number from 0 to 100, such as 1.96")
    name = "best" if z == _Z_95 else f"best, z={float(z)!r}"
    return _voted(name, lambda ups, downs: _wilson(ups, downs, z), votes)


def _wilson(ups: int, downs: int, z: float) -> float:
    total = ups + downs
    if not total:
        return 0.0
    share, square = ups / total, z * z
    spread = z * sqrt((share * (1 - share) + square / (4 * total)) / total)
    return (share + square / (2 * total) - spread) / (1 + square / total)


def controversial(*, votes: Votes | None = None) -> Order:
    """Return the order by how many voted and how evenly: (u + d) ** (min / max), the most first.

    It is 0 if one side has no vote.

    Source: the ranking of that name in Reddit's published code (``_sorts.pyx``).

    Example:
        >>> from blogmodel.thread import orders
        >>> orders.controversial()
        Order(controversial)
    """
    return _voted("controversial", _controversy, votes)


def _controversy(ups: int, downs: int) -> float:
    if not ups or not downs:
        return 0.0
    return float((ups + downs) ** (min(ups, downs) / max(ups, downs)))


_HOT_EPOCH = datetime(2005, 12, 8, 7, 46, 43, tzinfo=UTC)
_HOT_SECONDS = 45_000


def hot(*, epoch: datetime = _HOT_EPOCH, votes: Votes | None = None) -> Order:
    """Return the order by votes and age together, so that new comments need fewer votes.

    The key is the logarithm (base 10) of the score's size, with the score's sign, plus the seconds
    from the epoch to ``created_at`` over 45 000: ten times the votes weigh as much as 12.5 hours.
    Comments without a date stand last.

    Args:
        epoch: from when age is counted, aware. It shifts all keys alike, so that no order depends
            on it; stated so that keys stay small.
        votes: what tells the votes; see `Votes`.

    Raises:
        InvalidValueError: the epoch is naive or no datetime.

    Source: the ranking of that name in Reddit's published code (``_sorts.pyx``), whose epoch is the
    default.

    Example:
        >>> from blogmodel.thread import orders
        >>> orders.hot()
        Order(hot)
    """
    start = _checks.moment("Order", "epoch", epoch)
    if start is None:
        raise InvalidTypeError("Order", "epoch", epoch, "an aware datetime")
    tally = _checked(votes)

    def heat(comment: Comment) -> float:
        if comment.created_at is None:
            return -inf
        ups, downs = tally(comment)
        score = ups - downs
        size = log10(max(abs(score), 1))
        age = (comment.created_at - start).total_seconds() / _HOT_SECONDS
        return (size if score > 0 else -size) + age

    name = "hot" if start == _HOT_EPOCH else f"hot, epoch={start.isoformat()}"
    return _by(name, heat, votes)


def largest_first(key: Callable[[Comment], Any], *, name: str) -> Order:
    """Return an order of your own by what a function tells of each comment, the largest first.

    Args:
        key: a function of the comment; what it returns must be comparable. A missing comment is
            given to it as an erased one without a date.
        name: what it is called; cursors made in one order are refused in one of another name.

    Example:
        >>> from blogmodel.thread import orders
        >>> orders.largest_first(lambda comment: len(comment.body.text), name="longest")
        Order(longest)
    """
    return attrs.evolve(_by(_named(name, key), key, key), own=True)


def smallest_first(key: Callable[[Comment], Any], *, name: str) -> Order:
    """Return an order of your own by what a function tells of each comment, the smallest first.

    See `largest_first`, which is its reverse but for those that have equal keys.

    Example:
        >>> from blogmodel.thread import orders
        >>> orders.smallest_first(lambda comment: comment.id.casefold(), name="by id")
        Order(by id)
    """
    return attrs.evolve(largest_first(key, name=name), largest_first=False)


def _named(name: str, key: object) -> str:
    _checks.name("Order", "name", name)
    if not callable(key):
        raise InvalidTypeError("Order", "key", key, "a function of a Comment")
    return name


def _by(
    name: str, key: Callable[[Comment], Any], function: Callable[[Comment], Any] | None
) -> Order:
    def keys(branches: Branches) -> list[Any]:
        return [key(comment) for comment in branches.comments]

    return Order(name, function=function, keys=keys, largest_first=True)


def _voted(name: str, score: Callable[[int, int], float], votes: Votes | None) -> Order:
    tally = _checked(votes)
    return _by(name, lambda comment: score(*tally(comment)), votes)


def _checked(votes: Votes | None) -> Votes:
    """Return a function that tells votes, and refuses those that are no two counts."""
    if votes is None:
        return _own_votes
    if not callable(votes):
        raise InvalidTypeError("Order", "votes", votes, "a function of a Comment")

    def tally(comment: Comment) -> tuple[int, int]:
        told: Any = votes(comment)
        match told:
            case (ups, downs) if isinstance(told, tuple):
                _checks.count("Order", "votes", ups)
                _checks.count("Order", "votes", downs)
                return ups, downs
        raise InvalidTypeError("Order", "votes", told, "a tuple of two counts")

    return tally


def _own_votes(comment: Comment) -> tuple[int, int]:
    return comment.ups, comment.downs
