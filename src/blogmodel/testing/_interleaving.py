"""Several writers at once, in an order that is drawn and can be repeated."""

from __future__ import annotations

import asyncio
from itertools import chain, count
from types import coroutine
from typing import TYPE_CHECKING, Any

import attrs

if TYPE_CHECKING:
    from collections.abc import Coroutine, Generator, Iterator, Sequence

__all__ = ["at_once", "in_turns"]


def in_turns(writers: Sequence[Iterator[Any]], schedule: Sequence[int]) -> None:
    """Let each of several generators make a step when it is its turn, until all have ended.

    Args:
        writers: each yields where another may come between.
        schedule: whose turn it is, counted round those that have not ended; then one after another.
    """
    waiting, turns = list(writers), chain(schedule, count())
    while waiting:
        writer = waiting[next(turns) % len(waiting)]
        try:
            next(writer)
        except StopIteration:
            waiting.remove(writer)


async def at_once(writers: Sequence[Coroutine[Any, Any, Any]], schedule: Sequence[int]) -> None:
    """Run several coroutines at once, where the schedule tells which goes on after each ``await``.

    One that waits for something outside, such as a socket, is passed over until it can go on.
    """
    turns = _Turns(chain(schedule, count()), set(range(len(writers))))
    await asyncio.gather(*(_stepped(writer, n, turns) for n, writer in enumerate(writers)))


@attrs.define
class _Turns:
    """Whose turn it is, of those that can go on."""

    schedule: Iterator[int]
    ready: set[int]
    turn: int = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self.take()

    def is_of(self, number: int) -> bool:
        """Tell whether a writer is to go on now."""
        able = sorted(self.ready)
        return able[self.turn % len(able)] == number

    def take(self) -> None:
        """End a turn."""
        self.turn = next(self.schedule)


@coroutine
def _stepped(
    writer: Coroutine[Any, Any, Any], number: int, turns: _Turns
) -> Generator[Any, None, Any]:
    """Let a writer go on to its next ``await`` each time it is its turn."""
    while True:
        while not turns.is_of(number):
            yield
        turns.take()
        try:
            awaited = writer.send(None)
        except BaseException as ended:
            turns.ready.discard(number)
            if isinstance(ended, StopIteration):
                return ended.value
            raise
        if awaited is not None:
            turns.ready.discard(number)
            yield awaited
            turns.ready.add(number)
