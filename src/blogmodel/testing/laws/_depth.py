"""How far in replies may go, and how far in they are shown."""

import sys
from collections.abc import Sequence
from datetime import timedelta
from types import FrameType

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from blogmodel.model import Comment
from blogmodel.testing._handle import Broken, require
from blogmodel.testing._profile import Profile
from blogmodel.testing._store_bench import OpenStore, StoreBench, require_same
from blogmodel.testing._subject import Subject
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
    bench.subject.patience.seconds = max(bench.subject.patience.seconds, _LONG)
    try:
        came = _chain_in(bench, length).walk()
    except Broken as broken:
        if not isinstance(broken.__cause__, RecursionError):
            raise
        raise Broken(f"{broken.problem}; {_frames(bench.subject)}") from broken.__cause__
    deepest = bench.subject.choices.deepest
    for number, row in enumerate(came):
        depth = number if deepest is None else min(number, deepest)
        if (row.id, row.depth) != (f"c{number}", depth):
            raise Broken(f"number {number} of the chain is shown as {row.id!r}, depth {row.depth}")
    if len(came) != length:
        raise Broken(f"{len(came)} of {length} comments are shown")


# Seconds that a long chain may take: builders that look through all for each reply are slow.
_LONG = 120


def _chain_in(bench: StoreBench, length: int) -> OpenStore:
    store = bench.open()
    store.handle.note(f"add a chain of {length} comments, each a reply to the last one")
    chain = [
        Comment(
            f"c{number}",
            "p",
            parent_id=f"c{number - 1}" if number else None,
            created_at=START + timedelta(seconds=number),
        )
        for number in range(length)
    ]
    store.model.comments = chain
    if store.handle.can("load"):
        store.handle.call("load", chain)
    else:
        for comment in chain:
            store.handle.call("add", comment)
    return store


def _frames(subject: Subject) -> str:
    """Tell how many calls stand within each other for short chains."""
    deepest = [_deepest_call(subject, length) for length in (1, 3, 5)]
    return "calls within calls for chains of 1, 3 and 5: " + ", ".join(map(str, deepest))


def _deepest_call(subject: Subject, length: int) -> int:
    bench = StoreBench(subject, frozenset())
    depth = deepest = 0

    def count(_: FrameType, event: str, __: object) -> None:
        nonlocal depth, deepest
        depth += {"call": 1, "return": -1}.get(event, 0)
        deepest = max(deepest, depth)

    before = sys.getprofile()
    try:
        store = _chain_in(bench, length)
        sys.setprofile(count)
        bench.loop.wait(store.handle.adapter.walk())
    finally:
        sys.setprofile(before)
        bench.close()
    return deepest


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
    require_same(store.model.rows(deepest=deepest), store.walk_to(deepest))


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
