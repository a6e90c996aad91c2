"""Where everyone stands, depth first: positions, subtree sizes, depths. No recursion, no sort.

Siblings get their places in the order in which they are given, each as many as its subtree has;
so the order of all comments is known without following a single link.
"""

from collections.abc import Iterable, Sequence
from itertools import repeat
from typing import Protocol

import attrs

from blogmodel.thread._columns import Columns, Ints, integers

__all__ = ["Arrangement", "Layout", "lay_out", "lay_out_as", "parents_first"]


class Arrangement(Protocol):
    """An order of everyone by positions, depth first."""

    def __len__(self) -> int:
        """Return how many stand in it."""
        ...

    def number_at(self, position: int) -> int:
        """Return who stands at a position."""
        ...

    def position(self, number: int) -> int:
        """Return where someone stands."""
        ...

    def size(self, number: int) -> int:
        """Return how many stand in someone's subtree, itself included."""
        ...

    def numbers(self) -> Sequence[int]:
        """Return everyone in order."""
        ...

    def slice(self, start: int, stop: int) -> Sequence[int]:
        """Return those at some positions, in order."""
        ...


@attrs.frozen(eq=False)
class Layout:
    """An arrangement in arrays.

    Attributes:
        order: by position, the number of who stands there.
        ends: by number, the position after the last of its subtree.
        sizes: by number, how many stand in the subtree, itself included.
        depths: by number, 0 at the top.
    """

    order: Ints
    ends: Ints
    sizes: Ints
    depths: Ints

    def __len__(self) -> int:
        return len(self.order)

    def number_at(self, position: int) -> int:
        """Return who stands at a position. O(1)."""
        return self.order[position]

    def position(self, number: int) -> int:
        """Return where someone stands. O(1)."""
        return self.ends[number] - self.sizes[number]

    def size(self, number: int) -> int:
        """Return how many stand in someone's subtree. O(1)."""
        return self.sizes[number]

    def numbers(self) -> Sequence[int]:
        """Return everyone in order."""
        return self.order

    def slice(self, start: int, stop: int) -> Sequence[int]:
        """Return those at some positions, in order."""
        return self.order[start:stop]


def lay_out(columns: Columns) -> Layout:
    """Lay comments out with siblings in canonical order. O(n)."""
    parents, sizes = columns.parents, columns.sizes
    count = len(parents)
    if sizes is None:
        return lay_out_as(parents, range(count), parents_first(parents))
    # The last cell of these, which -1 reads, is what stands above all roots.
    ends = [0] * (count + 1)
    order = integers(repeat(0, count), count)
    depths = [-1] * (count + 1)
    for number, (parent, size) in enumerate(zip(parents, sizes, strict=True)):
        position = ends[parent]
        ends[parent] = position + size
        ends[number] = position + 1
        order[position] = number
        depths[number] = depths[parent] + 1
    ends.pop()
    depths.pop()
    return Layout(order, integers(ends, count), sizes, depths)


def parents_first(parents: Ints) -> Sequence[int]:
    """Return all numbers so that each parent precedes its replies. O(n) beside a sort of depths."""
    depths = [-1] * len(parents)
    for start in range(len(parents)):
        path = []
        number = start
        while number >= 0 and depths[number] < 0:
            path.append(number)
            number = parents[number]
        depth = depths[number] if number >= 0 else -1
        for below, member in enumerate(reversed(path), 1):
            depths[member] = depth + below
    return sorted(range(len(parents)), key=depths.__getitem__)


def lay_out_as(parents: Ints, siblings: Iterable[int], downwards: Sequence[int]) -> Layout:
    """Lay comments out with siblings in the order given. O(n).

    Args:
        parents: by number, or -1.
        siblings: all numbers; those of one parent stand in the order in which they come here.
        downwards: all numbers, each parent before its replies.
    """
    count = len(parents)
    sizes = [1] * (count + 1)
    for number in reversed(downwards):
        sizes[parents[number]] += sizes[number]
    used = [0] * (count + 1)
    ends = [0] * (count + 1)
    for number in siblings:
        parent = parents[number]
        ends[number] = used[parent]
        used[parent] += sizes[number]
    order = [0] * count
    starts = used  # Its cells are free again once read below.
    depths = [-1] * (count + 1)
    starts[-1] = -1
    for number in downwards:
        parent = parents[number]
        start = starts[parent] + 1 + ends[number]
        starts[number] = start
        order[start] = number
        ends[number] = start + sizes[number]
        depths[number] = depths[parent] + 1
    for column in (sizes, ends, depths):
        column.pop()
    return Layout(integers(order, count), integers(ends, count), sizes, depths)
