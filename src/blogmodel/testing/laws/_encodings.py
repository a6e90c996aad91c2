"""Trees kept in columns: materialised paths and nested sets."""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from blogmodel.errors import AdapterError, shown
from blogmodel.model import Comment
from blogmodel.testing._changes import Add
from blogmodel.testing._comparing import parents_shown
from blogmodel.testing._handle import Broken
from blogmodel.testing._profile import Profile
from blogmodel.testing._scripts import Script, scripts
from blogmodel.testing._store_bench import OpenStore, StoreBench
from blogmodel.testing.laws._cases import Comments, any_siblings, sound
from blogmodel.testing.laws._making import store_law

__all__ = ["nested_sets_nest", "paths_sort", "paths_stay"]


# What a tree is changed by, and what not at all.
_KINDS = ("add", "move")
_NONE: Script = []


def _with_changes(profile: Profile) -> SearchStrategy[tuple[Comments, Script]]:
    drawn = sound(profile).map(lambda case: case[0])
    return st.tuples(drawn, scripts(kinds=_KINDS, max_size=3))


@store_law(
    "paths-sort",
    "Materialised paths, sorted as bytes, give the walk; a reply's begins with its parent's.",
    _with_changes,
    needs="paths",
)
def paths_sort(bench: StoreBench, comments: Sequence[Comment], script: Script = _NONE) -> None:
    """Require paths to be unique, in the order of the walk, and to lead over the parents.

    They are asked for before and after some comments are added and moved.
    """
    store = bench.holding(comments)
    _paths_sort(store)
    if script:
        for step in script:
            store.attempt(step)
        _paths_sort(store)


def _paths_sort(store: OpenStore) -> None:
    rows = store.walk()
    paths = _mapping(store, "paths")
    for row in rows:
        if row.id not in paths:
            raise Broken(f"{shown(row.id)} has no path")
    for one, other in pairwise(rows):
        if not paths[one.id] < paths[other.id]:
            raise Broken(
                f"{shown(one.id)} is shown before {shown(other.id)}, and its path "
                f"{paths[one.id]!r} does not sort before {paths[other.id]!r}",
                rows,
            )
    for comment_id, parent in parents_shown(rows).items():
        if parent is not None and not paths[comment_id].startswith(paths[parent]):
            raise Broken(
                f"the path of {shown(comment_id)}, {paths[comment_id]!r}, does not begin with "
                f"that of its parent {shown(parent)}, {paths[parent]!r}"
            )


def _mapping(store: OpenStore, call: str) -> Mapping[str, Any]:
    return store.handle.read(_READERS[call], call)


def _as_paths(given: object) -> Mapping[str, bytes]:
    if not isinstance(given, Mapping) or not all(type(p) in {bytes, str} for p in given.values()):
        raise AdapterError("paths", given, "a mapping from ids to bytes")
    return given


def _as_numbers(given: object) -> Mapping[str, tuple[int, ...]]:
    if not isinstance(given, Mapping) or not all(isinstance(p, Sequence) for p in given.values()):
        raise AdapterError("nested_sets", given, "a mapping from ids to (left, right)")
    return {key: tuple(value) for key, value in given.items()}


_READERS: Mapping[str, Callable[[object], Mapping[str, Any]]] = {
    "paths": _as_paths,
    "nested_sets": _as_numbers,
}


@store_law(
    "paths-stay",
    "The paths of comments do not change when others are added.",
    any_siblings,
    needs="paths add",
)
def paths_stay(bench: StoreBench, comments: Sequence[Comment]) -> None:
    """Require the path that a comment once had to be the one it has in the end."""
    store = bench.open()
    before: Mapping[str, Any] = {}
    for comment in comments:
        store.apply(Add(comment))
        after = dict(_mapping(store, "paths"))
        for comment_id, path in before.items():
            if after.get(comment_id) != path:
                raise Broken(
                    f"the path of {shown(comment_id)} was {path!r}, and is "
                    f"{after.get(comment_id)!r} since {shown(comment.id)} was added"
                )
        before = after


@store_law(
    "nested-sets-nest",
    "Left and right numbers enclose just what stands below a comment, and run without a gap.",
    _with_changes,
    needs="nested_sets",
)
def nested_sets_nest(
    bench: StoreBench, comments: Sequence[Comment], script: Script = _NONE
) -> None:
    """Require the numbers 1 to 2n once each, in the order in which a walk opens and closes.

    They are asked for before and after some comments are added and moved.
    """
    store = bench.holding(comments)
    _nest(store)
    if script:
        for step in script:
            store.attempt(step)
        _nest(store)


def _nest(store: OpenStore) -> None:
    rows = store.walk()
    came = _mapping(store, "nested_sets")
    parents = parents_shown(rows)
    below = {row.id: 1 for row in rows}
    for row in reversed(rows):
        parent = parents[row.id]
        if parent is not None:
            below[parent] += below[row.id]
    for position, row in enumerate(rows):
        left = 2 * position - row.depth + 1
        expected = (left, left + 2 * below[row.id] - 1)
        if came.get(row.id) != expected:
            raise Broken(
                f"{shown(row.id)} has the numbers {came.get(row.id)}; expected {expected}", rows
            )
