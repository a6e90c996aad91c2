"""An adapter as the laws call it: what it raises is told, and what it awaits is awaited."""

import asyncio
import inspect
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar
from unittest import SkipTest

import attrs

from blogmodel.errors import AdapterError, UnfitAdapterError
from blogmodel.testing._drawing import draw_tree, side_by_side
from blogmodel.testing._patience import HungError, Patience
from blogmodel.testing._rows import Row

T = TypeVar("T")

__all__ = [
    "Broken",
    "Handle",
    "Loop",
    "close_all",
    "is_refusal",
    "is_theirs",
    "made",
    "require",
    "told",
]


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
        self.problem: str = problem
        self.drawing: str = ""
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
        is_awaitable = inspect.isawaitable(given)
        if not is_awaitable and not hasattr(given, "__aiter__"):
            return given
        if _is_running():
            if inspect.iscoroutine(given):
                given.close()
            raise UnfitAdapterError(
                "an asynchronous adapter",
                "an event loop is running here already; call the check from a plain function",
            )
        return self.run(_awaited(given) if is_awaitable else _gathered(given))

    def run(self, coroutine: Any) -> Any:  # noqa: ANN401 - as above
        """Run a coroutine to its end."""
        if self._runner is None:
            self._runner = asyncio.Runner()
        return self._runner.run(coroutine)

    def close(self) -> None:
        """End the loop."""
        if self._runner is not None:
            self._runner.close()


def _is_running() -> bool:
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True


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
    worked: set[str] = attrs.field(factory=set)
    # Whether a method may do one thing and not another, as a queue that knows some moves.
    in_part: bool = False

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
                read = reader(self.loop.wait(getattr(self.adapter, name)(*args)))
        except NotImplementedError as error:
            if name in self.worked and not self.in_part:
                raise Broken(f"{name}() worked, and now says that it is not implemented") from error
            raise SkipTest(f"{name}() is not implemented") from None
        except AdapterError:
            raise
        except HungError:
            raise Broken(f"{name}() does not end") from None
        except BaseException as error:
            if not is_theirs(error):
                raise
            raise Broken(f"{name}() raised {told(error)}") from error
        self.worked.add(name)
        return read

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
        except BaseException as error:
            if not is_theirs(error):
                raise
            if not is_refusal(error):
                raise Broken(f"{name}() raised {told(error)}") from error
            return told(error)
        return ""

    def close(self) -> Broken | None:
        """Let the adapter go, if it has a way to; return what is wrong with that way."""
        if not self.can("close"):
            return None
        try:
            self.call("close")
        except SkipTest:
            return None
        except Broken as broken:
            return broken
        return None


def close_all(handles: Iterable[Handle], loop: Loop) -> Broken | None:
    """Let adapters go, and the loop; return the first thing that is wrong."""
    broken = [handle.close() for handle in handles]
    loop.close()
    return next(filter(None, broken), None)


def made(make: Callable[[], Any], name: str, loop: Loop, patience: Patience) -> Any:  # noqa: ANN401
    """Return a new adapter.

    Raises:
        UnfitAdapterError: making it raised something, does not end, or gave nothing.
    """
    try:
        with patience.watch():
            adapter = loop.wait(make())
    except AdapterError:
        raise
    except HungError:
        raise UnfitAdapterError(name, "making it does not end") from None
    except BaseException as error:
        if not is_theirs(error):
            raise
        raise UnfitAdapterError(name, f"making it raised {told(error)}") from error
    if adapter is None:
        raise UnfitAdapterError(name, "what makes it gave None; is a return missing?")
    return adapter


def is_theirs(error: BaseException) -> bool:
    """Tell whether an error is to be told: not where somebody stops the run, or Hypothesis does."""
    of_hypothesis = type(error).__module__.partition(".")[0] == "hypothesis"
    return not isinstance(error, KeyboardInterrupt) and not of_hypothesis


def is_refusal(error: BaseException | None) -> bool:
    """Tell whether an error is a refusal, and no fault."""
    return isinstance(error, Exception) and not isinstance(error, RecursionError | AssertionError)


# How many characters of an error's own words are told.
_LONGEST = 500


def told(error: BaseException) -> str:
    """Return what an error says, in short."""
    try:
        text = str(error)
    except Exception:  # noqa: BLE001 - foreign code, and the error has to be told
        text = "it has no words"
    text = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    return f"{type(error).__name__}: {text}" if text else type(error).__name__
