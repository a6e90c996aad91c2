"""What a tree of comments always is: complete, the same whatever the order of arrival, in order."""

from collections.abc import Sequence

from blogmodel.model import Comment
from blogmodel.testing._handle import Broken
from blogmodel.testing._store_bench import StoreBench
from blogmodel.testing.laws._cases import arrivals, sound, tied, tied_arrivals
from blogmodel.testing.laws._making import shown_alike, store_law

__all__ = [
    "arrival_order",
    "nothing_lost",
    "parents_first",
    "siblings_by_date",
    "ties_by_id",
    "ties_steady",
    "walking_changes_nothing",
]


@store_law("nothing-lost", "Every comment is shown exactly once.", sound)
def nothing_lost(bench: StoreBench, comments: Sequence[Comment]) -> None:
    """Require every comment to be shown once."""
    bench.holding(comments).expect_ids()


@store_law(
    "parents-first",
    "Every reply stands below its parent, one step further in, and each subtree is whole.",
    sound,
)
def parents_first(bench: StoreBench, comments: Sequence[Comment]) -> None:
    """Require the tree that the comments tell, in whatever order siblings are."""
    bench.holding(comments).expect_tree()


@store_law(
    "arrival-order",
    "The order in which comments arrive does not matter: replies may come before their parents.",
    arrivals,
)
def arrival_order(bench: StoreBench, comments: Sequence[Comment], again: Sequence[Comment]) -> None:
    """Require the same rows of the same comments in two orders of arrival."""
    shown_alike(bench.holding(comments), bench.holding(again))


@store_law(
    "ties-steady",
    "Comments of one date stand in the same order every time they are shown.",
    tied_arrivals,
)
def ties_steady(bench: StoreBench, comments: Sequence[Comment], again: Sequence[Comment]) -> None:
    """Require the same rows of tied comments in two orders of arrival."""
    shown_alike(bench.holding(comments), bench.holding(again))


@store_law("siblings-by-date", "Siblings stand in the order of their dates.", sound)
def siblings_by_date(bench: StoreBench, comments: Sequence[Comment]) -> None:
    """Require siblings of different dates in order."""
    bench.holding(comments).expect()


@store_law("ties-by-id", "Siblings of one date stand in the order of their ids.", tied)
def ties_by_id(bench: StoreBench, comments: Sequence[Comment]) -> None:
    """Require siblings of equal dates in the order of their ids."""
    bench.holding(comments).expect()


@store_law("walking-changes-nothing", "Showing a conversation twice shows it twice alike.", sound)
def walking_changes_nothing(bench: StoreBench, comments: Sequence[Comment]) -> None:
    """Require two walks of one store to be the same, and the comments to be as they were."""
    store = bench.holding(comments)
    one, other = store.walk(), store.walk()
    if one != other:
        raise Broken("a second walk shows something else", one, other, heads=("first", "second"))
