"""A long life: anything that people do, in any order, against the model after each step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from blogmodel.testing._handle import Broken
from blogmodel.testing._scripts import scripts
from blogmodel.testing.laws._making import store_law

if TYPE_CHECKING:
    from collections.abc import Sequence

    from blogmodel.testing._law import Law
    from blogmodel.testing._profile import Profile
    from blogmodel.testing._scripts import Script, Step
    from blogmodel.testing._store_bench import OpenStore, StoreBench
    from blogmodel.testing._subject import Subject

__all__ = ["long_life"]

_SOME = st.integers(0, 15)


def _machine(law: Law[...], subject: Subject) -> type[Life]:
    class LifeOfSubject(Life):
        pass

    LifeOfSubject.law, LifeOfSubject.subject = law, subject
    LifeOfSubject.__name__ = LifeOfSubject.__qualname__ = f"Life of {subject.name}"
    return LifeOfSubject


class Life(RuleBasedStateMachine):
    """What becomes of a store; each step is held against the model."""

    law: Law[...]
    subject: Subject

    def __init__(self) -> None:
        super().__init__()
        self.bench: StoreBench = self.law.bench(self.subject)
        self.store = self.bench.open()

    def can(self, name: str) -> bool:
        """Tell whether the store has a method."""
        return bool(self.store.can(name))

    @rule(parent=_SOME)
    def add(self, parent: int) -> None:
        """Somebody writes."""
        self.do("add", parent)

    @precondition(lambda self: self.can("edit"))
    @rule(chosen=_SOME, text=_SOME)
    def edit(self, chosen: int, text: int) -> None:
        """Somebody changes what they wrote."""
        self.do("edit", chosen, text)

    @precondition(lambda self: self.can("hide"))
    @rule(chosen=_SOME)
    def hide(self, chosen: int) -> None:
        """A moderator hides something."""
        self.do("hide", chosen)

    @precondition(lambda self: self.can("restore"))
    @rule(chosen=_SOME)
    def restore(self, chosen: int) -> None:
        """A moderator shows it again."""
        self.do("restore", chosen)

    @precondition(lambda self: self.can("delete"))
    @rule(chosen=_SOME)
    def delete(self, chosen: int) -> None:
        """Somebody deletes what they wrote."""
        self.do("delete", chosen)

    @precondition(lambda self: self.can("move"))
    @rule(chosen=_SOME, under=_SOME)
    def move(self, chosen: int, under: int) -> None:
        """A moderator moves a branch."""
        self.do("move", chosen, under)

    def do(self, kind: str, first: int, second: int = 0) -> None:
        """Make a change, if it is possible, and look."""
        __tracebackhide__ = True
        try:
            _step(self.store, (kind, first, second))
        except Broken as broken:
            raise self.law.error(self.bench, broken) from broken.__cause__

    def teardown(self) -> None:
        """Let the store go."""
        self.bench.close()


def _step(store: OpenStore, step: Step) -> None:
    if store.attempt(step) is None:
        return
    store.expect_all()


def _lives(profile: Profile) -> st.SearchStrategy[tuple[Script]]:
    return st.tuples(scripts(max_size=profile.steps))


@store_law(
    "long-life",
    "After any changes in any order, what is shown is what was left.",
    _lives,
    needs="add",
    machine=_machine,
)
def long_life(bench: StoreBench, script: Sequence[tuple[str, int, int]]) -> None:
    """Require a store to be as the model after each step of a script."""
    store = bench.open()
    for step in script:
        _step(store, step)
