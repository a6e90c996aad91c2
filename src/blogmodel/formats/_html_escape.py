"""Text on its way into HTML: escaped, and without what HTML cannot hold; ids of elements."""

from __future__ import annotations

import re

__all__ = ["Anchors", "cleared", "escaped", "on_one_line"]

# Controls and noncharacters, which no HTML may hold, not even by reference.
_UNWRITABLE = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef"
    + "".join(f"{chr(0xFFFE + (plane << 16))}{chr(0xFFFF + (plane << 16))}" for plane in range(17))
    + "]"
)


def cleared(html: str) -> str:
    """Put the replacement character in the place of characters that HTML cannot hold."""
    return html if html.isprintable() else _UNWRITABLE.sub("\ufffd", html)


def escaped(text: str) -> str:
    """Escape a text, for an element or for an attribute in double quotes."""
    text = cleared(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;")


def on_one_line(text: str | None) -> str:
    """Return a text without white space around it, and with single spaces in it.

    No-break spaces in it stay, since they are its typography.
    """
    return _BREAKS.sub(" ", text.strip()) if text else ""


_BREAKS = re.compile(r"[ \t\n\v\f\r\u2028\u2029]+")


# What needs no thought in an id, in the fragment of a URL, and in what people copy.
_UNSAFE = re.compile(r"[^A-Za-z0-9.,:-]")


class Anchors:
    """The ids of the elements of one page.

    Each is made of what it stands for, so that links to it last: characters that are not safe
    everywhere are written as their code point, ``_e9_`` for « é ». Where that is taken, a number
    follows, after a tilde, which nothing else is written with.
    """

    def __init__(self) -> None:
        self._times: dict[str, int] = {}

    def new(self, prefix: str, given: str) -> str:
        """Return an id that the page does not have yet."""
        anchor = prefix + _UNSAFE.sub(lambda found: f"_{ord(found[0]):x}_", given)
        times = self._times[anchor] = self._times.get(anchor, 0) + 1
        return anchor if times == 1 else f"{anchor}~{times}"
