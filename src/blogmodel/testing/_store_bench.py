"""Where a store is tried, beside the naive model that it is held against."""

import functools
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from difflib import get_close_matches
from typing import Any
from unittest import SkipTest

import attrs

from blogmodel.errors import AdapterError, UnfitAdapterError
from blogmodel.model import Comment
from blogmodel.testing._changes import Add, Change
from blogmodel.testing._comparing import difference, difference_of_ids, difference_of_trees
from blogmodel.testing._handle import Broken, Handle, Loop, close_all, made
from blogmodel.testing._rows import Row, as_page, as_rows
from blogmodel.testing._scripts import Step, change_of
from blogmodel.testing._subject import Subject
from blogmodel.testing.naive import NaiveStore
from blogmodel.testing.strategies import START

__all__ = ["OpenStore", "StoreBench", "named", "require_same"]


# A law about several kinds of changes leaves out those whose own law is declared as a lack.
_LAWS = {
    "edit": frozenset(("edits-show",)),
    "delete": frozenset(("deleted-keep-replies",)),
    "hide": frozenset(("hidden-keep-replies", "dead-branches")),
    "restore": frozenset(("restored-as-before",)),
    "move": frozenset(("moves-take-branches", "moves-by-date")),
}


@attrs.define
class OpenStore:
    """A store that is open, and the model that goes along with it."""

    handle: Handle
    model: NaiveStore
    lacks: frozenset[str] = frozenset()
    unable: set[str] = attrs.field(factory=set)

    def can(self, kind: str) -> bool:
        """Tell whether it makes changes of a kind, and does not lack what the law of it says."""
        able = self.handle.can(kind) and kind not in self.unable
        return able and not self.lacks & _LAWS.get(kind, frozenset())

    def attempt(self, step: Step) -> Change | None:
        """Make the change that a step comes to; None where it is not possible here, or now."""
        change = change_of(step, self.model, self.can)
        if change is None:
            return None
        try:
            self.apply(change)
        except SkipTest:
            self.unable.add(step[0])
            self.handle.journal.pop()
            return None
        return change

    def hide(self, numbers: Sequence[int]) -> None:
        """Hide some comments, counted round, if it hides any."""
        for number in numbers:
            self.attempt_only("hide", number)

    def attempt_only(self, kind: str, number: int) -> None:
        """Make a change of one kind, if it makes such changes."""
        if self.can(kind):
            self.attempt((kind, number, 0))

    def load(self, comments: Sequence[Comment]) -> None:
        """Fill an empty store, at once where it can."""
        if not self.handle.can("load"):
            for comment in comments:
                self.apply(Add(comment))
            return
        for comment in comments:
            self.handle.note(Add(comment))
        self.model.comments = list(comments)
        self.handle.call("load", list(comments))

    def apply(self, change: Change) -> None:
        """Make a change, here and in the model."""
        self.handle.note(change)
        self.handle.call(type(change).__name__.lower(), *attrs.astuple(change, recurse=False))
        self.model.apply(change)

    def walk(self) -> list[Row]:
        """Return what it shows."""
        return self._rows("walk")

    def show(self) -> None:
        """Let it show what it has, as a reader comes by; what is shown is not looked at."""
        self.handle.note("show it")
        self.walk()

    def walk_to(self, depth: int) -> list[Row]:
        """Return what it shows down to a depth."""
        return self._rows("walk_to", depth)

    def count(self) -> int:
        """Return how many comments it says that there are."""
        count = self.handle.call("count")
        if type(count) is not int:
            raise AdapterError("count", count, "an int")
        return count

    def page(self, size: int, after: object) -> tuple[list[Row], object]:
        """Return a page, and what leads to the next one."""
        read = functools.partial(as_page, "page", most=self._most)
        return self.handle.read(read, "page", size, after)

    def permalink(self, comment_id: str, size: int) -> list[Row]:
        """Return the page that a link leads to."""
        return self._rows("permalink", comment_id, size)

    def _rows(self, call: str, *args: object) -> list[Row]:
        most = self._most
        rows = self.handle.read(lambda given: as_rows(call, given, most), call, *args)
        if len(rows) > most:
            raise Broken(f"{call}() gives more than {most} rows of {len(self.model.comments)}")
        return rows

    @property
    def _most(self) -> int:
        # Enough to see what comes twice; an endless walk is not read to its end.
        return 2 * len(self.model.comments) + 16

    def expect_ids(self) -> None:
        """Require that it shows whom the model shows."""
        require_same(self.model.rows(), self.walk(), difference_of_ids)

    def expect_tree(self) -> None:
        """Require that it shows whom the model shows, each under the same one."""
        self.expect_ids()
        require_same(self.model.rows(), self.walk(), difference_of_trees)

    def expect(self) -> None:
        """Require that it shows what the model shows, in its order unless that is a lack."""
        if "siblings-by-date" in self.lacks:
            self.expect_tree()
            return
        require_same(self.model.rows(), self.walk())

    def expect_all(self, *, in_order: bool = True) -> None:
        """Require that it shows what the model shows, and counts it where it counts."""
        if in_order:
            self.expect()
        else:
            self.expect_tree()
        if self.can("count"):
            try:
                self.expect_count()
            except SkipTest:
                self.unable.add("count")

    def expect_count(self) -> None:
        """Require that it counts those that the model shows."""
        told = self.count()
        if told != self.model.count():
            problem = f"the count is {told}; {self.model.count()} comments are visible"
            raise Broken(problem, self.model.rows(), self.walk())


def require_same(
    expected: Sequence[Row],
    came: Sequence[Row],
    differ: Callable[[Sequence[Row], Sequence[Row]], str | None] = difference,
) -> None:
    """Require that rows differ in nothing, or in nothing that matters."""
    problem = differ(expected, came)
    if problem is not None:
        raise Broken(problem, expected, came)


@attrs.define
class StoreBench:
    """Where the stores of one subject are opened."""

    subject: Subject
    needs: frozenset[str]
    loop: Loop = attrs.field(factory=Loop)
    stores: list[OpenStore] = attrs.field(factory=list)

    def open(self) -> OpenStore:
        """Open a store with nothing in it.

        Raises:
            SkipTest: it has not the methods that the law is about.
        """
        return self.adopt(self._made())

    def _made(self) -> Any:  # noqa: ANN401 - an adapter
        return made(self.subject.make, self.subject.name, self.loop, self.subject.patience)

    def probe(self) -> None:
        """Make sure that a store is empty when it is new, and takes and shows one comment.

        Raises:
            UnfitAdapterError: it is not, or does not.
        """
        store = self.adopt(self._made())
        for names in (("walk",), ("add", "load")):
            if not any(map(store.handle.can, names)):
                raise UnfitAdapterError(self.subject.name, _missing(names, store.handle.adapter))
        try:
            shown = store.walk()
            store.load([Comment("c0", "p", body="Commentaire 0", created_at=START)])
            store.walk()
        except UnfitAdapterError:
            raise
        except (AdapterError, Broken, SkipTest) as error:
            raise UnfitAdapterError(self.subject.name, f"{error}") from error.__cause__
        if shown:
            problem = f"a new one shows {shown[0].id!r} already; each that is made has to be empty"
            raise UnfitAdapterError(self.subject.name, problem)

    def another(self, store: OpenStore) -> OpenStore:
        """Open another handle on the comments of a store; both write to one journal."""
        adapter, first = store.handle.call("another"), store.handle
        if adapter is None:
            raise AdapterError("another", adapter, "an adapter of the same comments")
        store.handle = attrs.evolve(first, label="by the first handle: ")
        handle = Handle(adapter, self.loop, first.patience, first.journal, "by the second handle: ")
        return OpenStore(handle, store.model, self.subject.lacks)

    def adopt(self, adapter: Any, model: NaiveStore | None = None) -> OpenStore:  # noqa: ANN401
        """Take in a store that is open already."""
        handle = Handle(adapter, self.loop, self.subject.patience)
        fresh = NaiveStore(self.subject.choices) if model is None else model
        store = OpenStore(handle, fresh, self.subject.lacks)
        self.stores.append(store)
        handle.need(self.needs)
        return store

    def holding(self, comments: Sequence[Comment]) -> OpenStore:
        """Open a store and fill it."""
        store = self.open()
        store.load(comments)
        return store

    def shown(self, comments: Sequence[Comment]) -> OpenStore:
        """Open a store, fill it and show it, as a site has before anybody changes something.

        What a store remembers of it must not be in the way of the change.
        """
        store = self.holding(comments)
        store.walk()
        return store

    def story(self) -> str:
        """Return what was done to each store."""
        told = [store.handle.journal for store in self.stores if store.handle.journal]
        numbered = [f"store {number}:" for number in range(1, len(told) + 1)]
        heads = ["what was done:"] if len(told) == 1 else numbered
        return "\n".join(
            line
            for head, journal in zip(heads, told, strict=True)
            for line in (head, *(f"  {number}. {step}" for number, step in enumerate(journal, 1)))
        )

    def close(self) -> Broken | None:
        """Let go of all; return what is wrong with that."""
        return close_all([store.handle for store in self.stores], self.loop)


def _missing(names: Sequence[str], adapter: object) -> str:
    """Say that methods are missing, and which others are called nearly so."""
    near = [other for name in names for other in get_close_matches(name, dir(adapter), 1)]
    meant = f"; it has {near[0]}" if near else ""
    return f"it has no {'() and no '.join(names)}(){meant}"


@contextmanager
def named(which: str) -> Iterator[None]:
    """Say of what is broken within which of several stores it is."""
    try:
        yield
    except Broken as broken:
        raise broken.of(which) from broken.__cause__
