"""Conversations drawn in text, so that a failure can be seen at a glance."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import zip_longest

import attrs

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
    return "\n".join(_lines(rows, {row.id for row in rows}))


# What is deeper is drawn here; so far in nobody counts.
_DEEPEST = 100


def _lines(rows: Sequence[Row], with_text: AbstractSet[str]) -> list[str]:
    lines: list[str] = []
    # Whether a later row of that depth belongs to the same parent, read from the end.
    goes_on: set[int] = set()
    for row in reversed([attrs.evolve(row, depth=min(row.depth, _DEEPEST)) for row in rows]):
        goes_on = {depth for depth in goes_on if depth <= row.depth}
        rails = "".join("│  " if depth in goes_on else "   " for depth in range(1, row.depth))
        branch = ("├─ " if row.depth in goes_on else "└─ ") if row.depth > 0 else ""
        lines.append(f"{rails}{branch}{_label(row, with_text)}")
        goes_on.add(row.depth)
    return lines[::-1] or ["(nothing)"]


def _label(row: Row, with_text: AbstractSet[str]) -> str:
    label = f"({row.id} is not shown)" if row.is_placeholder else row.id or "''"
    return f"{label} {row.text!r}" if row.text and row.id in with_text else label


def side_by_side(
    expected: Sequence[Row],
    came: Sequence[Row],
    *,
    heads: tuple[str, str] = ("expected", "came"),
) -> str:
    """Draw two trees side by side, with a mark where a line differs, and texts that differ.

    Example:
        >>> from blogmodel.testing import Row, side_by_side
        >>> print(side_by_side([Row("c0", 0), Row("c1", 1)], [Row("c0", 0)]))
        expected    came
        c0          c0
        └─ c1     ≠
    """
    one, other = _texts(expected), _texts(came)
    differing = {
        comment_id
        for comment_id in one
        if other.get(comment_id, one[comment_id]) != one[comment_id]
    }
    left, right = _lines(expected, differing), _lines(came, differing)
    width = max(map(len, [heads[0], *left]))
    drawn = [f"{heads[0]:{width}}    {heads[1]}"]
    for first, second in zip_longest(left, right, fillvalue=""):
        mark = " " if first == second else "≠"
        drawn.append(f"{first:{width}}  {mark} {second}".rstrip())
    return "\n".join(drawn)


def _texts(rows: Sequence[Row]) -> dict[str, str]:
    return {row.id: row.text for row in rows if row.text is not None}
