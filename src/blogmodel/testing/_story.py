"""How a failure is told: what is wrong, where the user's own code raised, how to try it again."""

import traceback
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import TypeVar

from blogmodel.errors import ConformanceError, LawBrokenError
from blogmodel.testing._report import ConformanceReport

__all__ = ["place_of", "story", "summary_line", "with_places", "without_ours"]

E = TypeVar("E", bound=BaseException)

# Whose frames tell nothing about the code under test.
_OURS = ("blogmodel.testing", "asyncio", "hypothesis", "_pytest", "pluggy", "unittest", "xdist")


# How many frames are told at either end of a long way, as where something calls itself.
_ENDS = 3


def story(error: BaseException) -> str:
    """Tell an error of the kit, on several lines.

    Example:
        >>> from blogmodel.errors import LawBrokenError
        >>> print(story(LawBrokenError("nothing-lost", "All is shown.", "'c1' is missing")))
        nothing-lost: All is shown.
        'c1' is missing
    """
    frames = _frames(error.__cause__)
    raised = f"raised here:\n{frames}{_last_line(error.__cause__)}" if frames else ""
    notes = "\n".join(getattr(error, "__notes__", ()))
    return "\n\n".join(filter(None, [str(error), raised, notes]))


def with_places(error: E, broken: Iterable[LawBrokenError]) -> E:
    """Note on an error where the user's code raised when laws were tried, each place once."""
    first: dict[str, LawBrokenError] = {}
    for law in broken:
        first.setdefault(_frames(law.__cause__), law)
    for frames, law in first.items():
        if frames:
            error.add_note(f"{law.law}, raised here:\n{frames}{_last_line(law.__cause__)}\n")
    return error


def _frames(cause: BaseException | None) -> str:
    """Return the frames of the user's code that led to an error of its own."""
    if cause is None:
        return ""
    summaries = (traceback.extract_tb(tb, limit=1) for tb in _theirs(cause.__traceback__))
    frames = [line for summary in summaries for line in summary.format()]
    left_out = len(frames) - 2 * _ENDS
    if left_out > 0:
        frames[_ENDS:-_ENDS] = [f"  … {left_out} frames like these …\n"]
    return "".join(frames)


def _last_line(error: BaseException | None) -> str:
    return "".join(traceback.format_exception_only(error)).rstrip()


def summary_line(error: BaseException) -> str:
    """Tell an error in one line, what is wrong rather than the law that says so."""
    if isinstance(error, ConformanceError) and isinstance(error.report, ConformanceReport):
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
