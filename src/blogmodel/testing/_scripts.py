"""Changes drawn as small numbers, and what they come to in a conversation as it then is."""

from collections.abc import Callable
from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from blogmodel.model import Comment
from blogmodel.testing._changes import Add, Change, Delete, Edit, Hide, Move, Restore
from blogmodel.testing.naive import NaiveStore
from blogmodel.testing.strategies import START

__all__ = ["KINDS", "Script", "Step", "change_of", "new_comment", "scripts"]

KINDS = ("add", "edit", "hide", "restore", "delete", "move")
Step = tuple[str, int, int]
"""What to do, to which comment, and with which other: counted round those there are."""
Script = list[Step]


def scripts(*, kinds: tuple[str, ...] = KINDS, max_size: int = 8) -> SearchStrategy[Script]:
    """Return a strategy for changes in turn; they shrink to few, to early ones."""
    return st.lists(
        st.tuples(st.sampled_from(kinds), st.integers(0, 15), st.integers(0, 15)),
        max_size=max_size,
    )


def change_of(step: Step, model: NaiveStore, can: Callable[[str], bool]) -> Change | None:
    """Return what a step comes to; None where it is not possible now.

    What a store has no way to do becomes an addition: no example is without what can happen.
    """
    kind, first, second = step
    if not can(kind):
        kind = "add"
    standing = model.standing()
    if kind == "add":
        parents = [None, *standing]
        return Add(new_comment(model, parents[first % len(parents)]))
    able = standing
    if kind in {"hide", "restore"}:
        able = [i for i in standing if (i in model.hidden) == (kind == "restore")]
    return _changed(kind, able[first % len(able)], second, model, standing) if able else None


def _changed(kind: str, chosen: str, second: int, model: NaiveStore, standing: list[str]) -> Change:
    if kind == "move":
        below = model.below(chosen)
        targets = [None, *(comment_id for comment_id in standing if comment_id not in below)]
        return Move(chosen, targets[second % len(targets)])
    if kind == "edit":
        return Edit(chosen, f"modifié {second}")
    if kind == "delete":
        return Delete(chosen)
    return Hide(chosen) if kind == "hide" else Restore(chosen)


def new_comment(model: NaiveStore, parent_id: str | None) -> Comment:
    """Return a comment that is written after all others."""
    number = len(model.comments) + len(model.deleted)
    dates = [comment.created_at for comment in model.comments if comment.created_at]
    return Comment(
        f"n{number}",
        "p",
        parent_id=parent_id,
        body=f"Réponse {number}",
        created_at=max(dates, default=START) + timedelta(minutes=1),
    )
