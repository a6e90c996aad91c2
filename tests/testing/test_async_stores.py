"""Adapters whose methods are coroutines, and writers whose steps come in a drawn order."""

import asyncio
from collections.abc import AsyncIterator, Iterator

import pytest

from blogmodel import Comment
from blogmodel.errors import ConformanceError
from blogmodel.testing import Page, Profile, Row, check_store, check_threading
from blogmodel.testing._interleaving import at_once, in_turns
from blogmodel.testing.broken import MendedStore, mended

QUICK = Profile(name="few", examples=20, steps=8, size=6, depth=50)


class AsyncStore:
    """A store as one over a network is: every method waits."""

    def __init__(self) -> None:
        self.store = MendedStore()

    async def add(self, comment: Comment) -> None:
        await asyncio.sleep(0)
        self.store.add(comment)

    async def walk(self) -> AsyncIterator[Row]:
        for row in self.store.walk():
            yield row

    async def count(self) -> int:
        return self.store.count()

    async def page(self, size: int, after: object) -> Page:
        return self.store.page(size, after)

    async def hide(self, comment_id: str) -> None:
        self.store.hide(comment_id)

    async def move(self, comment_id: str, parent_id: str | None) -> None:
        self.store.move(comment_id, parent_id)

    async def close(self) -> None:
        self.store.comments.clear()


async def make_store() -> AsyncStore:
    return AsyncStore()


def test_an_adapter_may_be_a_coroutine_in_every_part() -> None:
    report = check_store(make_store, profile=QUICK, seed=1)
    assert {"writers-at-once", "pages-tile", "moves-refuse-rings"} <= set(report.laws("held"))


def test_a_builder_may_be_a_coroutine_that_gives_an_asynchronous_iterator() -> None:
    async def rows(comments: list[Comment]) -> AsyncIterator[tuple[str, int]]:
        for row in mended(comments):
            yield row

    async def build(comments: list[Comment]) -> AsyncIterator[tuple[str, int]]:
        return rows(comments)

    assert check_threading(build, profile=QUICK, seed=1).is_sound  # type: ignore[arg-type]


class ForgetfulStore(AsyncStore):
    """Read, wait, and write back."""

    async def add(self, comment: Comment) -> None:
        read = dict(self.store.comments)
        await asyncio.sleep(0)
        self.store.comments = read
        self.store.add(comment)


class WaitingStore(AsyncStore):
    """Read, wait for something outside, and write back."""

    async def add(self, comment: Comment) -> None:
        read = dict(self.store.comments)
        await asyncio.sleep(0.001)
        self.store.comments = read
        self.store.add(comment)


class FailingStore(AsyncStore):
    """Fail where two write at once, as a database that locks."""

    def __init__(self) -> None:
        super().__init__()
        self.busy = False

    async def add(self, comment: Comment) -> None:
        if self.busy:
            raise TimeoutError("the database is locked")
        self.busy = True
        await asyncio.sleep(0)
        self.busy = False
        self.store.add(comment)


@pytest.mark.parametrize("store", [ForgetfulStore, WaitingStore])
def test_a_lost_update_is_found(store: type[AsyncStore]) -> None:
    with pytest.raises(ConformanceError) as caught:
        check_store(store, profile=QUICK, seed=1)
    assert caught.value.report.laws("broken") == ("writers-at-once",)
    assert "  1. at once: add n0, at 2011-06-24 13:08\n  2. at once: add n1, at " in str(
        caught.value
    )


def test_a_writer_that_fails_beside_another_is_told() -> None:
    with pytest.raises(ConformanceError, match="a writer raised TimeoutError: the database is"):
        check_store(FailingStore, profile=QUICK, seed=1)


def test_writers_take_turns_as_the_schedule_says() -> None:
    said: list[str] = []

    def writer(name: str, steps: int) -> Iterator[None]:
        for step in range(steps):
            said.append(f"{name}{step}")
            yield

    in_turns([writer("a", 3), writer("b", 2)], [1, 0, 1, 1, 0])
    assert said == ["b0", "a0", "b1", "a1", "a2"]


def test_coroutines_take_turns_as_the_schedule_says() -> None:
    said: list[str] = []

    async def writer(name: str, steps: int) -> None:
        for step in range(steps):
            said.append(f"{name}{step}")
            await asyncio.sleep(0)

    asyncio.run(at_once([writer("a", 3), writer("b", 2)], [1, 0, 1, 1, 0]))
    assert said == ["b0", "a0", "b1", "a1", "a2"]


def test_who_waits_for_something_outside_is_passed_over() -> None:
    said: list[str] = []

    async def slow() -> None:
        said.append("slow begins")
        await asyncio.sleep(0.01)
        said.append("slow ends")

    async def quick() -> None:
        said.append("quick begins")
        await asyncio.sleep(0)
        said.append("quick ends")

    asyncio.run(at_once([slow(), quick()], []))
    assert said == ["slow begins", "quick begins", "quick ends", "slow ends"]
