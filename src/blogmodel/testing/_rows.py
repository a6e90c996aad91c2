"""What an implementation shows of a conversation, one row a comment, and how it is read."""

from collections.abc import Iterable
from itertools import islice

import attrs

from blogmodel.errors import AdapterError

__all__ = ["Page", "Row", "Rows", "as_page", "as_rows"]


@attrs.frozen
class Row:
    """A comment as it is shown, or the place of one that is not.

    What an implementation does not tell stays None, and the laws about it do not apply.

    Attributes:
        id: the comment's id; a placeholder has the id of the comment that it stands for.
        depth: how far in it is shown; 0 is the top.
        text: its text; that of a placeholder is empty.
        parent_id: the comment that it answers, by what it says itself.
        is_placeholder: whether it only keeps the place of a comment that is not shown.

    Example:
        >>> from blogmodel.testing import Row
        >>> Row("c1", 0)
        Row(id='c1', depth=0)
    """

    id: str
    depth: int
    text: str | None = attrs.field(default=None, kw_only=True)
    parent_id: str | None = attrs.field(default=None, kw_only=True)
    is_placeholder: bool = attrs.field(default=False, kw_only=True)

    def __repr__(self) -> str:
        rest = {"text": self.text, "parent_id": self.parent_id}
        told = [f"{name}={value!r}" for name, value in rest.items() if value is not None]
        told += ["is_placeholder=True"] * self.is_placeholder
        return f"Row({', '.join([f'id={self.id!r}', f'depth={self.depth}', *told])})"


Rows = Iterable[Row | tuple[str, int]]
"""What a program may give as rows: each a `Row`, or its id and its depth."""


@attrs.frozen
class Page:
    """A page of rows.

    Attributes:
        rows: what it shows.
        next: what to ask the next page with, whatever that is; None after the last.

    Example:
        >>> from blogmodel.testing import Page, Row
        >>> Page([Row("c1", 0)], next="c1").next
        'c1'
    """

    rows: Rows
    next: object = None


_PAIR = 2
_ROWS = "rows, each a Row or (id, depth)"


def as_rows(call: str, given: object, most: int) -> list[Row]:
    """Return what an implementation gave as rows, and one more than the most that there may be."""
    if not isinstance(given, Iterable) or isinstance(given, str | bytes):
        raise AdapterError(call, given, _ROWS)
    return [_row(call, one) for one in islice(given, most + 1)]


def _row(call: str, given: object) -> Row:
    row = Row(*given) if isinstance(given, tuple) and len(given) == _PAIR else given
    if not isinstance(row, Row) or not _is_told(row):
        raise AdapterError(call, given, _ROWS)
    # As plain values: classes derived from str and int may compare as they like.
    return Row(
        str.__str__(row.id),
        int.__int__(row.depth),
        text=None if row.text is None else str.__str__(row.text),
        parent_id=None if row.parent_id is None else str.__str__(row.parent_id),
        is_placeholder=row.is_placeholder,
    )


def _is_told(row: Row) -> bool:
    kinds = (str, int, str | None, str | None, bool)
    return all(map(isinstance, attrs.astuple(row), kinds))


def as_page(call: str, given: object, most: int) -> tuple[list[Row], object]:
    """Return what an implementation gave as the rows of a page and what leads to the next one."""
    if isinstance(given, Page):
        given = (given.rows, given.next)
    if not isinstance(given, tuple) or len(given) != _PAIR:
        raise AdapterError(call, given, "a Page, or (rows, next)")
    rows, following = given
    return as_rows(call, rows, most), following
