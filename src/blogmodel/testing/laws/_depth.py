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
from blogmodel.testing.laws._cases import HIDDEN, Comments, sound
from blogmodel.testing.laws._making import store_law
from blogmodel.testing.strategies import START

__all__ = ["deep_chains", "depth_limit", "logical_parents", "many_replies"]


def _chain(profile: Profile) -> SearchStrategy[tuple[int]]:
    return st.just((profile.depth,))


@store_law(
    "deep-chains",
    "A chain of replies of any length is shown: nothing fails by recursion.",
    _chain,
)
def deep_chains(bench: StoreBench, length: int) -> None:
    """Require a chain of so many replies to be shown."""
    bench.subject.patience.seconds *= _LONGER
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


# How many times as long a long chain may take: who looks through all for each reply is slow.
_LONGER = 24


def _chain_in(bench: StoreBench, length: int) -> OpenStore:
    store = bench.open()
    chain = [
        Comment(
            f"c{number}",
            "p",
            parent_id=f"c{number - 1}" if number else None,
            created_at=START + timedelta(seconds=number),
        )
        for number in range(length)
    ]
    _fill(store, chain, f"add a chain of {length} comments, each a reply to the last one")
    return store


def _fill(store: OpenStore, comments: list[Comment], told: str) -> None:
    """Fill a store with what is told in one line, and leave the model out of it: it is slow."""
    store.handle.note(told)
    store.model.comments = comments
    if store.handle.can("load"):
        store.handle.call("load", list(comments))
        return
    for comment in comments:
        store.handle.call("add", comment)


def _frames(subject: Subject) -> str:
    """Tell how many calls stand within each other for short chains."""
    deepest = [_deepest_call(subject, length) for length in (1, 3, 5)]
    return "calls within calls for chains of 1, 3 and 5: " + ", ".join(map(str, deepest))


def _deepest_call(subject: Subject, length: int) -> int:
    bench = StoreBench(subject, frozenset())
    depth = deepest = 0

    def count(_: FrameType, event: str, __: object) -> None:  # pragma: no cover - nobody traces it
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


@store_law(
    "many-replies",
    "However many replies a comment has, all are shown.",
    lambda profile: st.just((min(profile.depth, _MANY),)),
)
def many_replies(bench: StoreBench, number: int) -> None:
    """Require so many replies to one comment to be shown."""
    store = bench.open()
    comments = [
        Comment(
            f"c{n}", "p", parent_id="c0" if n else None, created_at=START + timedelta(seconds=n)
        )
        for n in range(number)
    ]
    _fill(store, comments, f"add c0, and {number - 1} replies to it")
    shown_ids = [row.id for row in store.walk()]
    missing = [comment.id for comment in comments if comment.id not in set(shown_ids)]
    if missing:
        raise Broken(f"{len(missing)} of {number} comments are missing, {missing[0]!r} first")
    if len(shown_ids) != number:
        raise Broken(f"{number} comments are shown in {len(shown_ids)} rows")


# More than a query takes that somebody limited, and than fits on a page.
_MANY = 300


def _limited(profile: Profile) -> SearchStrategy[tuple[Comments, int, list[int]]]:
    return st.tuples(sound(profile).map(lambda case: case[0]), st.integers(0, 3), HIDDEN)


@store_law(
    "depth-limit",
    "A limit to the depth changes only how far in comments are shown: none is lost or reordered.",
    _limited,
    needs="walk_to",
)
def depth_limit(
    bench: StoreBench, comments: Sequence[Comment], deepest: int, hidden: Sequence[int] = ()
) -> None:
    """Require what is deeper to be shown at the limit, in its place, and nothing that is hidden."""
    store = bench.holding(comments)
    store.hide(hidden)
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
    answers = any(comment.parent_id for comment in comments)
    tells = not answers or any(row.parent_id for row in came)
    require(tells, "rows tell no parent_id")
    named = {comment.id: comment.parent_id for comment in comments}
    for row in came:
        if row.id in named and row.parent_id != named[row.id]:
            raise Broken(
                f"{row.id!r} is said to answer {row.parent_id!r}; it answers {named[row.id]!r}",
                store.model.rows(),
                came,
            )
