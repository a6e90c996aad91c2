"""Conversations drawn in text, so that a failure can be seen at a glance."""

from collections.abc import Sequence
from itertools import zip_longest

from blogmodel.testing._rows import Row

__all__ = ["draw_tree", "side_by_side"]


def draw_tree(rows: Sequence[Row]) -> str:
    """Draw rows as a tree, a line each.

    Example:
        >>> from blogmodel.testing import Row, draw_tree
        >>> print(draw_tree([Row("c0", 0), Row("c1", 1), Row("c2", 2), Row("c3", 1)]))
        c0
        ├─ c1
        │  └─ c2
        └─ c3
    """
    return "\n".join(_lines(rows))


def _lines(rows: Sequence[Row]) -> list[str]:
    lines: list[str] = []
    # Whether a later row of that depth belongs to the same parent, read from the end.
    goes_on: set[int] = set()
    for row in reversed(rows):
        goes_on = {depth for depth in goes_on if depth <= row.depth}
        rails = "".join("│  " if depth in goes_on else "   " for depth in range(1, row.depth))
        branch = ("├─ " if row.depth in goes_on else "└─ ") if row.depth > 0 else ""
        lines.append(f"{rails}{branch}{_label(row)}")
        goes_on.add(row.depth)
    return lines[::-1] or ["(nothing)"]


def _label(row: Row) -> str:
    label = f"({row.id} is not shown)" if row.is_placeholder else row.id or "''"
    return f"{label} {row.text!r}" if row.text else label


def side_by_side(expected: Sequence[Row], came: Sequence[Row]) -> str:
    """Draw what was expected beside what came, with a mark where a line differs.

    Example:
        >>> from blogmodel.testing import Row, side_by_side
        >>> print(side_by_side([Row("c0", 0), Row("c1", 1)], [Row("c0", 0)]))
        expected    came
        c0          c0
        └─ c1     ≠
    """
    left, right = _lines(expected), _lines(came)
    width = max(map(len, ["expected", *left]))
    drawn = [f"{'expected':{width}}    came"]
    for one, other in zip_longest(left, right, fillvalue=""):
        mark = " " if one == other else "≠"
        drawn.append(f"{one:{width}}  {mark} {other}".rstrip())
    return "\n".join(drawn)
