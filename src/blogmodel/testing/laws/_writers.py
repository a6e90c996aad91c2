"""Several writers: nothing that one of them writes is lost by another."""

import inspect
from collections.abc import Sequence

from hypothesis import strategies as st

from blogmodel.model import Comment
from blogmodel.testing._changes import Add
from blogmodel.testing._handle import Broken, is_theirs, require, told
from blogmodel.testing._interleaving import at_once, in_turns
from blogmodel.testing._patience import HungError
from blogmodel.testing._profile import Profile
from blogmodel.testing._scripts import KINDS, Script, new_comment, scripts
from blogmodel.testing._store_bench import OpenStore, StoreBench, named
from blogmodel.testing.laws._cases import ANY, Comments, sound
from blogmodel.testing.laws._making import store_law

__all__ = ["two_handles", "writers_at_once"]


@st.composite
def _shared(draw: st.DrawFn, profile: Profile) -> list[tuple[int, Script]]:
    """Draw who writes next, and what."""
    kinds = tuple(kind for kind in KINDS if kind != "move")
    turns = st.tuples(st.integers(0, 1), scripts(kinds=("add", *kinds), max_size=2))
    return draw(st.lists(turns, max_size=profile.size // 2))


@store_law(
    "two-handles",
    "Two processes that write to one conversation see the same, which is all that was written.",
    lambda profile: st.tuples(_shared(profile)),
    needs="add another",
)
def two_handles(bench: StoreBench, turns: Sequence[tuple[int, Script]]) -> None:
    """Require both handles to show the model after each turn of one of them."""
    first = bench.open()
    first.walk()
    second = bench.another(first)
    for who, script in turns:
        store = (first, second)[who]
        for step in script:
            store.attempt(step)
        with named("the first handle"):
            first.expect_all()
        with named("the second handle"):
            second.expect_all()


def _at_once(profile: Profile) -> st.SearchStrategy[tuple[Comments, list[int], list[int]]]:
    return st.tuples(
        sound(profile).map(lambda case: case[0][:4]),
        st.lists(ANY, min_size=2, max_size=3),
        st.lists(st.integers(0, 3), max_size=16),
    )


@store_law(
    "writers-at-once",
    "Comments written at the same time are all kept, whatever comes between their steps.",
    _at_once,
)
def writers_at_once(
    bench: StoreBench, comments: Sequence[Comment], answers: Sequence[int], schedule: Sequence[int]
) -> None:
    """Require all comments to be there once all writers have ended.

    Writers are coroutines where ``add`` is one, and generators of ``add_in_steps`` otherwise. Each
    answers something that is there before, or the post.
    """
    store = bench.open()
    steps, awaits = store.handle.can("add_in_steps"), _awaits(store)
    require(steps or awaits, "add() is no coroutine, and there is no add_in_steps()")
    for comment in comments:
        store.apply(Add(comment))
    there = [None, *(comment.id for comment in comments)]
    later = []
    for answer in answers:
        comment = new_comment(store.model, there[answer % len(there)])
        later.append(comment)
        store.model.apply(Add(comment))
        store.handle.note(f"at once: {Add(comment)}")
    turns = ", ".join(str(turn) for turn in schedule) or "one after another"
    store.handle.note(f"whose turn it is, of those that have not ended: {turns}")
    _write(store, later, schedule, in_steps=steps)
    store.expect_all(in_order=False)


def _write(
    store: OpenStore, comments: Sequence[Comment], schedule: Sequence[int], *, in_steps: bool
) -> None:
    """Let all comments be written at once."""
    adapter, loop = store.handle.adapter, store.handle.loop
    try:
        with store.handle.patience.watch():
            if in_steps:
                in_turns([iter(adapter.add_in_steps(c)) for c in comments], schedule)
            else:
                loop.run(at_once([adapter.add(c) for c in comments], schedule))
    except HungError:
        raise Broken("the writers do not end") from None
    except BaseException as error:
        if not is_theirs(error):
            raise
        raise Broken(f"a writer raised {told(error)}") from error


def _awaits(store: OpenStore) -> bool:
    return inspect.iscoroutinefunction(getattr(store.handle.adapter, "add", None))
