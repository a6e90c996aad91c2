"""Adding, moving, splitting and merging: the result is what building it anew would give."""

from collections.abc import Sequence

from hypothesis import strategies as st

from blogmodel.errors import shown
from blogmodel.model import Comment
from blogmodel.testing._changes import Add, Move
from blogmodel.testing._handle import Broken
from blogmodel.testing._profile import Profile
from blogmodel.testing._store_bench import StoreBench, named
from blogmodel.testing.laws._cases import (
    BEFORE_AFTER,
    Comments,
    in_time,
    one_chosen,
    some,
    sound,
)
from blogmodel.testing.laws._making import store_law
from blogmodel.testing.naive import NaiveStore
from blogmodel.testing.strategies import comment_lists

__all__ = [
    "add_equals_rebuild",
    "merges_keep_all",
    "moves_by_date",
    "moves_refuse_rings",
    "moves_take_branches",
    "splits_keep_all",
]


@store_law(
    "add-equals-rebuild",
    "Adding comments one by one gives what filling at once gives.",
    sound,
    needs="add",
)
def add_equals_rebuild(bench: StoreBench, comments: Sequence[Comment]) -> None:
    """Require one store that is shown after each addition to end as one that is filled at once."""
    filled, grown = bench.holding(comments), bench.open()
    for comment in comments:
        grown.apply(Add(comment))
        grown.show()
    one, other = filled.walk(), grown.walk()
    if one != other:
        raise Broken(
            "what was added one by one is shown otherwise",
            one,
            other,
            heads=("at once", "one by one"),
        )


@st.composite
def _moved(draw: st.DrawFn, profile: Profile) -> tuple[Comments, str, str | None]:
    """Draw sound comments, one to move, and where to: to the top, or under one not below it."""
    drawn = draw(some(profile))
    chosen, *others = drawn.turns
    below = NaiveStore(comments=drawn.comments).below(chosen)
    targets = [other for other in others if other not in below]
    to_the_top = draw(st.booleans()) or not targets
    return drawn.comments, chosen, None if to_the_top else targets[0]


@store_law(
    "moves-take-branches",
    "A comment that is moved takes all below it along.",
    _moved,
    needs="move",
)
def moves_take_branches(
    bench: StoreBench, comments: Sequence[Comment], moved: str, parent_id: str | None
) -> None:
    """Require all below a moved comment to be below it still, in whatever order siblings are."""
    store = bench.shown(comments)
    store.apply(Move(moved, parent_id))
    store.expect_tree()


@store_law(
    "moves-by-date",
    "A comment that is moved stands among its new siblings where its date puts it.",
    _moved,
    needs="move",
)
def moves_by_date(
    bench: StoreBench, comments: Sequence[Comment], moved: str, parent_id: str | None
) -> None:
    """Require the order after a move to be what it would be had the comment always stood there."""
    store = bench.shown(comments)
    store.apply(Move(moved, parent_id))
    store.expect()


@st.composite
def _ringed(draw: st.DrawFn, profile: Profile) -> tuple[Comments, str, str]:
    """Draw sound comments, one to move, and one at or below it to move it under."""
    drawn = draw(some(profile))
    chosen = drawn.turns[0]
    below = NaiveStore(comments=drawn.comments).below(chosen)
    return drawn.comments, chosen, [other for other in drawn.turns if other in below][-1]


@store_law(
    "moves-refuse-rings",
    "A comment cannot be moved below itself: that is refused, and changes nothing.",
    _ringed,
    needs="move",
)
def moves_refuse_rings(
    bench: StoreBench, comments: Sequence[Comment], moved: str, parent_id: str
) -> None:
    """Require a move below oneself to raise an error, and to leave all as it was."""
    store = bench.holding(comments)
    # A move that leaves a root where it is: what is refused must not be every move.
    store.handle.call("move", comments[0].id, None)
    before = store.walk()
    store.handle.note(Move(moved, parent_id))
    if not store.handle.refuses("move", moved, parent_id):
        raise Broken(
            f"moving {shown(moved)} under {shown(parent_id)}, which is itself or below it, "
            "raised nothing",
            before,
            store.walk(),
            heads=BEFORE_AFTER,
        )
    after = store.walk()
    if after != before:
        raise Broken("a move that was refused changed something", before, after, heads=BEFORE_AFTER)


@store_law(
    "splits-keep-all",
    "A branch that becomes a thread of its own takes all below it, and leaves all else.",
    one_chosen,
    needs="split",
)
def splits_keep_all(bench: StoreBench, comments: Sequence[Comment], top: str) -> None:
    """Require each comment in just one of the two threads, where it was below its parent."""
    store = bench.shown(comments)
    store.handle.note(f"split {top} off")
    below = store.model.below(top)
    adapter = store.handle.call("split", top)
    branch = NaiveStore(store.model.choices, [c for c in store.model.comments if c.id in below])
    branch.apply(Move(top, None))
    store.model.comments = [c for c in store.model.comments if c.id not in below]
    with named("what is left"):
        store.expect_tree()
    with named("the new thread"):
        bench.adopt(adapter, branch).expect_tree()


@st.composite
def _two_threads(draw: st.DrawFn, profile: Profile) -> tuple[Comments, Comments]:
    """Draw sound comments, and part them anyhow between two threads."""
    comments = draw(comment_lists(max_size=profile.size).map(in_time))
    size = len(comments)
    goes = draw(st.lists(st.booleans(), min_size=size, max_size=size))
    sides: tuple[Comments, Comments] = ([], [])
    for comment, side in zip(comments, goes, strict=True):
        sides[side].append(comment)
    return sides


@store_law(
    "merges-keep-all",
    "Two threads of a post become one: replies find the parents that the other brings.",
    _two_threads,
    needs="merge",
)
def merges_keep_all(
    bench: StoreBench, comments: Sequence[Comment], others: Sequence[Comment]
) -> None:
    """Require what was parted to come together as if it had never been."""
    store = bench.shown(comments)
    for other in others:
        store.handle.note(f"merge in: {Add(other)}")
    store.model.comments = [*store.model.comments, *others]
    store.handle.call("merge", list(others))
    store.expect()
