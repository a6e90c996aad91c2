"""Text that others wrote, made safe for a terminal, and problems told in one line."""

import sys
import unicodedata

__all__ = ["USAGE", "clean", "one_line", "report"]

USAGE = 2
"""The exit code of every problem that is not a bug."""


def report(problem: str) -> int:
    """Tell a problem in one line on standard error, and return the exit code for it."""
    if sys.stderr is not None:  # A process may be started with its streams closed.
        print(f"blogmodel: {clean(one_line(problem))}", file=sys.stderr)  # noqa: T201 - for people
    return USAGE


def one_line(text: str) -> str:
    """Return a text on one line; its no-break spaces stay."""
    return " ".join(text.splitlines())


# They turn the writing direction of what follows, the rest of the screen included.
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def clean(text: str) -> str:
    """Return a text with the characters that could steer a terminal shown by their codes."""
    if text.isprintable():
        return text
    return "".join(map(_visible, text))


def _visible(char: str) -> str:
    if char == "\t":
        return " "
    if char in _BIDI or unicodedata.category(char) in {"Cc", "Zl", "Zp", "Cs"}:
        return f"\\u{ord(char):04x}"
    return char
