"""How far in replies may go, and how far in they are shown."""

from collections.abc import Sequence
from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from blogmodel.model import Comment
from blogmodel.testing._comparing import difference
from blogmodel.testing._handle import Broken
from blogmodel.testing._profile import Profile
from blogmodel.testing._store_bench import StoreBench, require
from blogmodel.testing.laws._cases import Comments, sound
from blogmodel.testing.laws._making import store_law
from blogmodel.testing.strategies import START

__all__ = ["deep_chains", "depth_limit", "logical_parents"]


def _chain(profile: Profile) -> SearchStrategy[tuple[int]]:
    return st.just((profile.depth,))


@store_law(
    "deep-chains",
    "A chain of replies of any length is shown: nothing fails by recursion.",
    _chain,
)
def deep_chains(bench: StoreBench, length: int) -> None:
    """Require a chain of so many replies to be shown."""
    chain = [
        Comment(
            f"c{number}",
            "p",
            parent_id=f"c{number - 1}" if number else None,
            created_at=START + timedelta(seconds=number),
        )
        for number in range(length)
    ]
    store = bench.open()
    store.handle.journal.append(f"add a chain of {length} comments, each a reply to the last one")
    if store.handle.can("load"):
        store.handle.call("load", chain)
    else:
        for comment in chain:
            store.handle.call("add", comment)
    came = store.walk()
    for number, row in enumerate(came):
        if (row.id, row.depth) != (f"c{number}", number):
            raise Broken(f"number {number} of the chain is shown as {row.id!r}, depth {row.depth}")
    if len(came) != length:
        raise Broken(f"{len(came)} of {length} comments are shown")


def _limited(profile: Profile) -> SearchStrategy[tuple[Comments, int]]:
    return st.tuples(sound(profile).map(lambda case: case[0]), st.integers(0, 3))


@store_law(
    "depth-limit",
    "A limit to the depth changes only how far in comments are shown: none is lost or reordered.",
    _limited,
    needs="walk_to",
)
def depth_limit(bench: StoreBench, comments: Sequence[Comment], deepest: int) -> None:
    """Require what is deeper to be shown at the limit, in its place."""
    store = bench.holding(comments)
    came, expected = store.walk_to(deepest), store.model.rows(deepest=deepest)
    problem = difference(expected, came)
    if problem is not None:
        raise Broken(problem, expected, came)


@store_law(
    "logical-parents",
    "Whom a comment answers is never rewritten, however it is shown.",
    sound,
)
def logical_parents(bench: StoreBench, comments: Sequence[Comment]) -> None:
    """Require the parents that rows tell to be those that the comments named."""
    store = bench.holding(comments)
    came = store.walk()
    tells = any(row.parent_id for row in came) or not any(row.depth for row in came)
    require(tells, "rows tell no parent_id")
    named = {comment.id: comment.parent_id for comment in comments}
    for row in came:
        if row.id in named and row.parent_id != named[row.id]:
            raise Broken(
                f"{row.id!r} is said to answer {row.parent_id!r}; it answers {named[row.id]!r}",
                store.model.rows(),
                came,
            )
