"""What stands in plain texts of the web and is no French: addresses, code, smileys, references."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Kept"]

Span = tuple[int, int]

# Each starts at a place where no longer one could, so that no run is read more than once or has a
# bound: the time stays linear.
_VERBATIM = re.compile(
    r"""
    (?P<address>
        \b[A-Za-z][A-Za-z0-9+.-]{0,20}+://[^\s<>«»"]*+     # a URL
      | \b(?:www\.|mailto:|doi:)[^\s<>«»"]++
      | (?<![\w.%+-])[\w.%+-]{1,64}+@[\w-]++(?:\.[\w-]++)+ # an e-mail address
      | (?<![\w.-])[\w-]++(?:\.[\w-]++)++/[^\s<>«»"]*+     # a host and a path
      | (?<!\S)[^\s\\]*+\\\S*+                             # a path of Windows, TeX
    )
  | (?P<reference>&(?:\#[0-9]{1,7}|\#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)
  | (?P<smiley>
        (?<![^\s(«\u00a0])
        (?:[:;=8xX]['’]?[-^o~]?(?:[()\[\]{}|/\\*$@#<>DPpOoSXx03]++)(?!\w)|<3+)
      | (?<![\w:]):[A-Za-z0-9_+-]++:(?![\w:])              # a short code
    )
  | </?[A-Za-z][^<>]*+>|<![^<>]*+>                         # a tag
  | ```[^`]*+```|``[^`]++``|`[^`\n]++`                     # code
  | \]\([^()\n]*+\)                                        # where a link of Markdown goes
    """,
    re.VERBOSE,
)


class Kept:
    """The spans of a text that stay as they are."""

    def __init__(self, text: str, more: Sequence[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._names: set[int] = set()
        self._references: set[int] = set()
        spans = list(more)
        for match in _VERBATIM.finditer(text):
            spans.append(match.span())
            if match.lastgroup == "reference":
                self._references.update(match.span())
            elif match.lastgroup:
                self._names.add(match.end())
        spans.sort()
        for start, end in spans:
            if self._ends and start < self._ends[-1]:
                self._ends[-1] = max(end, self._ends[-1])
            else:
                self._starts.append(start)
                self._ends.append(end)

    def overlaps(self, start: int, end: int) -> bool:
        """Tell whether a span lies in one of them, or has a part in it."""
        place = bisect_left(self._starts, end) - 1
        return place >= 0 and self._ends[place] > start

    def allows(self, start: int, end: int, new: str) -> bool:
        """Tell whether an edit leaves them as they are.

        A mark that is joined to an address would become a part of it, and a reference may be a
        space already.
        """
        if self.overlaps(start, end):
            return False
        if start == end:
            return start not in self._references
        return bool(new) or (start not in self._names and start not in self._references)
