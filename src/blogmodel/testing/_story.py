"""How a failure is told: what is wrong, where the user's own code raised, how to try it again."""

import traceback
from collections.abc import Iterator
from types import TracebackType
from typing import TypeVar

from blogmodel.errors import ConformanceError, LawBrokenError
from blogmodel.testing._report import Report

__all__ = ["place_of", "story", "summary_line", "without_ours"]

E = TypeVar("E", bound=BaseException)

# Whose frames tell nothing about the code under test.
_OURS = ("blogmodel.testing", "asyncio", "hypothesis", "_pytest", "pluggy", "unittest", "xdist")


def story(error: BaseException) -> str:
    """Tell an error of the kit, on several lines.

    Example:
        >>> from blogmodel.errors import LawBrokenError
        >>> print(story(LawBrokenError("nothing-lost", "All is shown.", "'c1' is missing")))
        nothing-lost: All is shown.
        'c1' is missing
    """
    notes = "\n".join(getattr(error, "__notes__", ()))
    return "\n\n".join(filter(None, [str(error), _own_error(error.__cause__), notes]))


def _own_error(cause: BaseException | None) -> str:
    """Tell an error of the user's code by the frames of that code."""
    theirs = list(_theirs(cause.__traceback__)) if cause is not None else []
    if cause is None or not theirs:
        return ""
    frames = traceback.extract_tb
    lines = [line for tb in theirs for line in traceback.format_list(frames(tb, limit=1))]
    lines += traceback.format_exception_only(cause)
    return "".join(["raised here:\n", *lines]).rstrip()


def summary_line(error: BaseException) -> str:
    """Tell an error in one line, what is wrong rather than the law that says so."""
    if isinstance(error, ConformanceError) and isinstance(error.report, Report):
        return error.report.brief()
    problem = error.problem if isinstance(error, LawBrokenError) else str(error)
    return problem.partition("\n")[0]


def place_of(error: BaseException) -> tuple[str, int] | None:
    """Return the file and the line of the user's test that failed, counted from 1."""
    for tb in _theirs(error.__traceback__):
        return tb.tb_frame.f_code.co_filename, tb.tb_lineno
    return None


def without_ours(error: E) -> E:
    """Let an error, and its cause, begin where the user's code begins."""
    cause = error.__cause__
    if cause is not None:
        cause.__traceback__ = next(_theirs(cause.__traceback__), None)
    error.__traceback__ = None
    return error


def _theirs(tb: TracebackType | None) -> Iterator[TracebackType]:
    while tb is not None:
        name = str(tb.tb_frame.f_globals.get("__name__", ""))
        if not any(name == ours or name.startswith(f"{ours}.") for ours in _OURS):
            yield tb
        tb = tb.tb_next
