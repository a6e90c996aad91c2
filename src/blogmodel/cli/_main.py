"""The way in and out: arguments, and one line on standard error where something is wrong."""

import sys
from collections.abc import Sequence

from blogmodel.cli._clean import report
from blogmodel.errors import BlogModelError, MissingExtraError

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0, or 2 with one line on standard error.

    Args:
        arguments: those after the program's name; None for those of the process.
    """
    try:
        from blogmodel.cli._commands import run  # noqa: PLC0415 - its libraries are an extra
    except ModuleNotFoundError as error:
        if error.name not in {"click", "wcwidth"}:
            raise
        return report(str(MissingExtraError("the shell", "cli")))
    try:
        return run(sys.argv[1:] if arguments is None else list(arguments))
    except BlogModelError as error:
        return report(str(error))
