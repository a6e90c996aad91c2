"""What becomes of comments with something wrong: all are shown, whatever it is."""

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import Any

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from blogmodel.errors import AdapterError
from blogmodel.model import Comment
from blogmodel.testing import naive
from blogmodel.testing._changes import Add
from blogmodel.testing._handle import Broken
from blogmodel.testing._profile import Profile
from blogmodel.testing._store_bench import StoreBench
from blogmodel.testing.laws._cases import Comments, above, some, sound
from blogmodel.testing.laws._making import shown_alike, store_law
from blogmodel.testing.strategies import broken_comment_lists

__all__ = [
    "cycles_cut_at_earliest",
    "cycles_stand",
    "defects_are_told",
    "defects_in_any_order",
    "duplicates_once",
    "early_replies_stand",
    "foreign_parents_stand",
    "late_parents",
    "orphans_stand",
    "self_parents_stand",
    "undated_stand",
]

How = Callable[[Comments, str, str], Comments]


def _changed(
    comments: Sequence[Comment],
    comment_id: str,
    **fields: Any,  # noqa: ANN401 - those of a comment
) -> Comments:
    return [attrs.evolve(c, **fields) if c.id == comment_id else c for c in comments]


@st.composite
def _with_one(draw: st.DrawFn, profile: Profile, how: How) -> tuple[Comments]:
    """Draw sound comments in which one is spoilt by a function of all, it, and another one."""
    drawn = draw(some(profile))
    return (how(drawn.comments, drawn.turns[0], drawn.turns[-1]),)


def _orphaned(comments: Comments, one: str, _: str) -> Comments:
    return _changed(comments, one, parent_id="gone")


def _own_parent(comments: Comments, one: str, _: str) -> Comments:
    return _changed(comments, one, parent_id=one)


def _ring(comments: Comments, one: str, _: str) -> Comments:
    """Let the one at the top of a branch answer the one below, itself left out."""
    chosen = next(comment for comment in comments if comment.id == one)
    way = above(chosen, comments)
    return _changed(comments, way[-1].id, parent_id=one) if way else comments


def _early(comments: Comments, one: str, other: str) -> Comments:
    dates = {comment.id: comment.created_at for comment in comments}
    swapped = _changed(comments, one, created_at=dates[other])
    return _changed(swapped, other, created_at=dates[one])


def _undated(comments: Comments, one: str, _: str) -> Comments:
    return _changed(comments, one, created_at=None)


def _foreign(comments: Comments, one: str, _: str) -> Comments:
    """Let a comment stand under another post than its replies and its parent."""
    return _changed(comments, one, post_id="q")


def _cases(how: How) -> Callable[[Profile], SearchStrategy[Any]]:
    return lambda profile: _with_one(profile, how)


@store_law(
    "orphans-stand",
    "A reply whose parent is missing is shown, with all below it.",
    _cases(_orphaned),
)
def orphans_stand(bench: StoreBench, comments: Sequence[Comment]) -> None:
    """Require orphans to stand where the subject's choices say."""
    bench.holding(comments).expect_tree()


def _last_first(profile: Profile) -> SearchStrategy[tuple[Comments]]:
    return sound(profile).map(lambda case: (case[0][::-1],))


@store_law(
    "late-parents",
    "A parent that arrives after its replies takes them under it.",
    _last_first,
    needs="add",
)
def late_parents(bench: StoreBench, comments: Sequence[Comment]) -> None:
    """Require the whole tree once the last parent has come, also when it was shown before."""
    store = bench.open()
    for comment in comments:
        store.apply(Add(comment))
        store.show()
    store.expect_tree()


@store_law(
    "self-parents-stand",
    "A comment that names itself as its parent is shown, once and at the top.",
    _cases(_own_parent),
)
def self_parents_stand(bench: StoreBench, comments: Sequence[Comment]) -> None:
    """Require comments that answer themselves to stand at the top."""
    bench.holding(comments).expect_tree()


@store_law(
    "cycles-stand",
    "Comments that answer each other in a ring are all shown, once.",
    _cases(_ring),
)
def cycles_stand(bench: StoreBench, comments: Sequence[Comment]) -> None:
    """Require every comment of a ring and below it, wherever the ring is cut."""
    bench.holding(comments).expect_ids()


@store_law(
    "cycles-cut-at-earliest",
    "A ring of answers is cut at its earliest comment, which stands at the top.",
    _cases(_ring),
)
def cycles_cut_at_earliest(bench: StoreBench, comments: Sequence[Comment]) -> None:
    """Require the earliest comment of a ring at the top, and the others below it."""
    bench.holding(comments).expect_tree()


@st.composite
def _twice(draw: st.DrawFn, profile: Profile) -> tuple[Comments]:
    drawn = draw(some(profile))
    comments, ids = drawn.comments, [comment.id for comment in drawn.comments]
    again = comments[ids.index(drawn.turns[0])]
    at = ids.index(drawn.turns[-1]) + draw(st.integers(0, 1))
    return ([*comments[:at], again, *comments[at:]],)


@store_law(
    "duplicates-once", "A comment that arrives twice, as imports have it, is shown once.", _twice
)
def duplicates_once(bench: StoreBench, comments: Sequence[Comment]) -> None:
    """Require a comment that came twice to be shown once, and its replies with it."""
    bench.holding(comments).expect_tree()


@store_law(
    "foreign-parents-stand",
    "A reply whose parent stands under another post is shown, at the top.",
    _cases(_foreign),
)
def foreign_parents_stand(bench: StoreBench, comments: Sequence[Comment]) -> None:
    """Require replies across posts to stand at the top."""
    bench.holding(comments).expect_tree()


@store_law(
    "early-replies-stand",
    "A reply dated before its parent, as clocks that differ write it, stands below its parent.",
    _cases(_early),
)
def early_replies_stand(bench: StoreBench, comments: Sequence[Comment]) -> None:
    """Require early replies to stand below their parents."""
    bench.holding(comments).expect_tree()


@store_law(
    "undated-stand", "A comment without a date is shown, after its siblings.", _cases(_undated)
)
def undated_stand(bench: StoreBench, comments: Sequence[Comment]) -> None:
    """Require undated comments to be shown where the model has them."""
    bench.holding(comments).expect()


def _anything(profile: Profile) -> SearchStrategy[tuple[Comments, Comments]]:
    lists = broken_comment_lists(max_size=profile.size)
    return lists.flatmap(lambda c: st.tuples(st.just(c), st.permutations(c)))


@store_law(
    "defects-in-any-order",
    "Whatever is wrong with comments, all are shown, and alike in any order of arrival.",
    _anything,
)
def defects_in_any_order(
    bench: StoreBench, comments: Sequence[Comment], again: Sequence[Comment]
) -> None:
    """Require that of comments with anything wrong each id is shown once, in one way."""
    first, second = bench.holding(comments), bench.holding(again)
    first.expect_ids()
    shown_alike(first, second)


@store_law(
    "defects-are-told",
    "What is wrong with comments is told, with the id that it concerns.",
    _anything,
    needs="defects",
)
def defects_are_told(
    bench: StoreBench, comments: Sequence[Comment], again: Sequence[Comment]
) -> None:
    """Require every defect to be told, whatever the order of arrival, and none besides."""
    del again
    store = bench.holding(comments)
    most = 4 * len(comments) + 16
    told = store.handle.read(lambda given: _as_defects(given, most), "defects")
    _, found = naive.build(list(comments))
    expected = {(kind, ids[0]) for kind, ids, _ in found}
    for kind, comment_id in sorted(expected - told):
        raise Broken(f"{kind} of {comment_id!r} is not told; told is {sorted(told)}")
    for kind, comment_id in sorted(told - expected):
        raise Broken(f"{kind} of {comment_id!r} is told, and there is none")


def _as_defects(given: object, most: int) -> set[tuple[str, str]]:
    pairs = list(islice(given, most)) if isinstance(given, Iterable) else [None]
    told = [pair for pair in pairs if isinstance(pair, tuple) and len(pair) == len(_DEFECT)]
    if len(told) < len(pairs) or not all(isinstance(part, str) for pair in told for part in pair):
        raise AdapterError("defects", given, "pairs of a kind and an id")
    return {(str(kind), comment_id) for kind, comment_id in told}


_DEFECT = ("kind", "id")
