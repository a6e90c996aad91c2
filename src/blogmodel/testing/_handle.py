"""An adapter as the laws call it: what it raises is told, and what it awaits is awaited."""

import asyncio
import inspect
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import Any, TypeVar
from unittest import SkipTest

import attrs

from blogmodel.errors import AdapterError
from blogmodel.testing._drawing import draw_tree, side_by_side
from blogmodel.testing._patience import HungError, Patience
from blogmodel.testing._rows import Row

T = TypeVar("T")

__all__ = ["Broken", "Handle", "Loop", "is_refusal", "require"]


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


def require(condition: bool, otherwise: str) -> None:  # noqa: FBT001 - what is required
    """Leave a law that does not apply here.

    Raises:
        SkipTest: the condition is not met.
    """
    if not condition:
        raise SkipTest(otherwise)


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

    def need(self, names: Iterable[str]) -> None:
        """Make sure that the adapter has some methods.

        Raises:
            SkipTest: one is not there.
        """
        for name in sorted(names):
            if not self.can(name):
                raise SkipTest(f"it has no {name}()")

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
        self.need([name])
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
        return bool(self.refusal(name, *args))

    def refusal(self, name: str, *args: object) -> str:
        """Call a method that may refuse; return nothing where it does not, or what it raised.

        Raises:
            Broken: it does not end, or raised what is a fault and no refusal.
            SkipTest: it says that it is not implemented.
        """
        try:
            with self.patience.watch():
                self.loop.wait(getattr(self.adapter, name)(*args))
        except NotImplementedError:
            raise SkipTest(f"{name}() is not implemented") from None
        except HungError:
            raise Broken(f"{name}() does not end") from None
        except Exception as error:
            if not is_refusal(error):
                raise Broken(f"{name}() raised {_told(error)}") from error
            return _told(error)
        return ""

    def close(self) -> None:
        """Let the adapter go, if it has a way to."""
        if self.can("close"):
            with suppress(NotImplementedError):
                self.loop.wait(self.adapter.close())


def is_refusal(error: BaseException | None) -> bool:
    """Tell whether an error is a refusal, and no fault."""
    return isinstance(error, Exception) and not isinstance(error, RecursionError | AssertionError)


def _told(error: Exception) -> str:
    text = str(error)
    return f"{type(error).__name__}: {text}" if text else type(error).__name__
