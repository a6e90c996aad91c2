"""Waiting for somebody else's code, but not for ever."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import attrs

__all__ = ["HungError", "Patience"]


class HungError(BaseException):
    """Raised in the midst of a call that does not end; no ``except Exception`` stops it."""


# Seconds after which the alarm rings again.
_AGAIN = 0.05
# What runs in the midst of somebody's call, or ends the watch, and must not be torn apart.
_NOT_IN = ("coverage.", "hypothesis.", "contextlib", __name__)


@attrs.define
class Patience:
    """How long a call may take, in seconds.

    Once one has not ended, the next ones get less time, so that the least example that hangs is
    soon found. A call is watched in the main thread of systems that have alarms, unless somebody
    else uses them; elsewhere it is not.

    Example:
        >>> from blogmodel.testing import Patience
        >>> Patience(2.0).seconds
        2.0
    """

    seconds: float = 5.0

    @contextmanager
    def watch(self) -> Iterator[None]:
        """Raise `HungError` in what is done within, where it takes too long."""
        if not _can_watch():
            yield
            return
        signal.signal(signal.SIGALRM, _ring)
        try:
            # Again and again: what is raised once may be swallowed, as where garbage is collected.
            signal.setitimer(signal.ITIMER_REAL, self.seconds, _AGAIN)
            try:
                yield
            finally:
                signal.setitimer(signal.ITIMER_REAL, 0)
        except HungError:
            self.seconds = min(self.seconds, 0.1)
            raise
        finally:
            signal.signal(signal.SIGALRM, signal.SIG_DFL)


def _can_watch() -> bool:
    return (
        hasattr(signal, "setitimer")
        and threading.current_thread() is threading.main_thread()
        and signal.getsignal(signal.SIGALRM) is signal.SIG_DFL
    )


def _ring(number: int, frame: FrameType | None) -> None:
    """Interrupt a call; but not a tracer in the midst of it, which would never free its lock."""
    del number
    if frame is not None and frame.f_globals.get("__name__", "").startswith(_NOT_IN):
        return
    raise HungError
