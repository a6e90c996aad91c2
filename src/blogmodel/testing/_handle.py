"""An adapter as the laws call it: what it raises is told, and what it awaits is awaited."""

import asyncio
import inspect
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any, TypeVar
from unittest import SkipTest

import attrs

from blogmodel.errors import AdapterError
from blogmodel.testing._drawing import draw_tree, side_by_side
from blogmodel.testing._patience import HungError, Patience
from blogmodel.testing._rows import Row

T = TypeVar("T")

__all__ = ["Broken", "Handle", "Loop"]


class Broken(Exception):  # noqa: N818 - no error yet: the law makes one of it
    """A law does not hold: what is wrong, and what was expected and came, or what is shown."""

    def __init__(
        self,
        problem: str,
        expected: Sequence[Row] | None = None,
        came: Sequence[Row] | None = None,
        *,
        heads: tuple[str, str] = ("expected", "came"),
    ) -> None:
        super().__init__(problem)
        self.problem = problem
        self.drawing = ""
        if expected is not None and came is None:
            self.drawing = f"what is shown:\n{draw_tree(expected)}"
        elif expected is not None and came is not None:
            self.drawing = side_by_side(expected, came, heads=heads)

    def of(self, which: str) -> "Broken":
        """Return the same, of one of several stores."""
        named = Broken(f"{which}: {self.problem}")
        named.drawing = self.drawing
        return named


@attrs.define
class Loop:
    """An event loop that starts when something is first awaited."""

    _runner: asyncio.Runner | None = None

    def wait(self, given: Any) -> Any:  # noqa: ANN401 - whatever an adapter gives
        """Return what an adapter gave, once it is there."""
        if inspect.isawaitable(given):
            return self.run(_awaited(given))
        if hasattr(given, "__aiter__"):
            return self.run(_gathered(given))
        return given

    def run(self, coroutine: Any) -> Any:  # noqa: ANN401 - as above
        """Run a coroutine to its end."""
        if self._runner is None:
            self._runner = asyncio.Runner()
        return self._runner.run(coroutine)

    def close(self) -> None:
        """End the loop."""
        if self._runner is not None:
            self._runner.close()


async def _awaited(given: Any) -> Any:  # noqa: ANN401
    result = await given
    return await _gathered(result) if hasattr(result, "__aiter__") else result


async def _gathered(given: Any) -> list[Any]:  # noqa: ANN401
    return [one async for one in given]


def _as_it_is(given: Any) -> Any:  # noqa: ANN401
    return given


@attrs.frozen
class Handle:
    """One adapter, and the journal of what was asked of it."""

    adapter: Any
    loop: Loop
    patience: Patience = attrs.field(factory=Patience)
    journal: list[str] = attrs.field(factory=list)
    label: str = ""

    def note(self, step: object) -> None:
        """Note a step in the journal."""
        self.journal.append(f"{self.label}{step}")

    def can(self, name: str) -> bool:
        """Tell whether the adapter has a method."""
        return callable(getattr(self.adapter, name, None))

    def call(self, name: str, *args: object) -> Any:  # noqa: ANN401 - whatever it gives
        """Call a method.

        Raises:
            Broken: it raised something.
            SkipTest: it is not there, or says that it is not implemented.
        """
        return self.read(_as_it_is, name, *args)

    def read(self, reader: Callable[[Any], T], name: str, *args: object) -> T:
        """Call a method, and read what it gives while it is watched: rows may come one by one.

        Raises:
            Broken: it raised something.
            SkipTest: it is not there, or says that it is not implemented.
        """
        if not self.can(name):
            raise SkipTest(f"it has no {name}()")
        try:
            with self.patience.watch():
                return reader(self.loop.wait(getattr(self.adapter, name)(*args)))
        except NotImplementedError:
            raise SkipTest(f"{name}() is not implemented") from None
        except (SkipTest, AdapterError):
            raise
        except HungError:
            raise Broken(f"{name}() does not end") from None
        except Exception as error:
            raise Broken(f"{name}() raised {_told(error)}") from error

    def refuses(self, name: str, *args: object) -> bool:
        """Call a method that is to refuse; tell whether it does, by raising something lawful."""
        try:
            with self.patience.watch():
                self.loop.wait(getattr(self.adapter, name)(*args))
        except NotImplementedError:
            raise SkipTest(f"{name}() is not implemented") from None
        except HungError:
            raise Broken(f"{name}() does not end") from None
        except (RecursionError, AssertionError) as error:
            raise Broken(f"{name}() raised {_told(error)}") from error
        except Exception:  # noqa: BLE001 - any error of theirs refuses
            return True
        return False

    def close(self) -> None:
        """Let the adapter go, if it has a way to."""
        if self.can("close"):
            with suppress(NotImplementedError):
                self.loop.wait(self.adapter.close())


def _told(error: Exception) -> str:
    text = str(error)
    return f"{type(error).__name__}: {text}" if text else type(error).__name__
