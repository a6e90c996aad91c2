"""From a view to a cursor, and from a cursor to a place in a view that may have changed since."""

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Any

from blogmodel.errors import CursorError
from blogmodel.thread._ages import EARLIEST, age_of
from blogmodel.thread._cursor import (
    LEVELS,
    Cursor,
    Level,
    Resume,
    decode,
    encode,
    is_plain,
    mark,
)

if TYPE_CHECKING:
    from blogmodel.thread._view import View
    from blogmodel.thread.orders import Order

__all__ = ["cursor_at", "place_of", "start_cursor"]


def start_cursor(view: "View") -> str:
    """Return the cursor of the beginning."""
    return encode(Cursor(Resume.START, _mark(view), whole=True, levels=()))


def cursor_at(view: "View", number: int, resume: Resume) -> str:
    """Return the cursor that continues at or after a comment. O(1)."""
    levels: list[Level] = []
    while number >= 0 and len(levels) < LEVELS:
        levels.append(_level(view, number))
        number = view._arranged_under(number)  # noqa: SLF001
    return encode(Cursor(resume, _mark(view), number < 0, tuple(reversed(levels))))


def place_of(view: "View", text: str, allowed: Collection[Resume]) -> tuple[int, int]:
    """Return the positions that a cursor continues from and to.

    O(1) while the comment of the cursor is where it was; else O(siblings) at the first level
    that is not.

    Args:
        view: the view, which may have changed since.
        text: the cursor.
        allowed: how cursors of such pages continue.

    Raises:
        CursorError: it is no cursor, is of another order, or what it continues is gone.
    """
    cursor = decode(text)
    if cursor.order != _mark(view):
        raise CursorError(text, f"of a view in another order than {view.order.name}")
    if cursor.resume is Resume.START:
        return 0, view._nodes_count()  # noqa: SLF001
    if cursor.resume not in allowed:
        raise CursorError(
            text, "of pages that count otherwise; give the same `by` as for that page"
        )
    found, parent = _way(view, cursor, text)
    if found < len(cursor.levels):
        start, end = _beside_missing(view, cursor, found, parent, text)
    else:
        start, end = _beside_known(view, cursor, parent)
    if cursor.resume in {Resume.AFTER_NODE, Resume.AFTER_BRANCH}:
        end = len(view._full)  # noqa: SLF001
    return view._shown_position(start), view._shown_position(end)  # noqa: SLF001


def _beside_known(view: "View", cursor: Cursor, parent: int) -> tuple[int, int]:
    """Return from where to where a cursor continues whose comment is where it was."""
    number = _known(view, cursor.levels[-1].id)
    position = view._full.position(number)  # noqa: SLF001
    if cursor.resume is Resume.REPLIES:
        return position + 1, position + view._full.size(number)  # noqa: SLF001
    inside = cursor.resume is Resume.AFTER_NODE
    return position + (1 if inside else _branch(view, number)), _scope_end(view, parent)


def _beside_missing(
    view: "View", cursor: Cursor, found: int, parent: int, text: str
) -> tuple[int, int]:
    """Return from where to where a cursor continues of whose levels only some were found."""
    last = found == len(cursor.levels) - 1
    if cursor.resume is Resume.REPLIES or (cursor.resume is Resume.SIBLINGS and not last):
        return 0, 0  # What was to be continued hung from something that is gone.
    end = _end(view, parent)
    start = end
    for number in _siblings(view, parent, end):
        if _comes_after(view, number, cursor.levels[found], text):
            start = view._full.position(number)  # noqa: SLF001
            break
    return start, _scope_end(view, parent)


def _end(view: "View", parent: int) -> int:
    """Return where the subtree of a parent ends; that of -1 is everything."""
    full = view._full  # noqa: SLF001
    return len(full) if parent < 0 else full.position(parent) + full.size(parent)


def _scope_end(view: "View", parent: int) -> int:
    """Return where those end that are shown as siblings of the replies of a parent."""
    deepest = parent >= 0 and view._is_deepest(parent)  # noqa: SLF001
    return _end(view, view._shown_under(parent) if deepest else parent)  # noqa: SLF001


def _branch(view: "View", number: int) -> int:
    """Return how many stand in the branch that a comment is shown with."""
    return 1 if view._is_deepest(number) else view._full.size(number)  # noqa: SLF001


def _mark(view: "View") -> bytes:
    limit = view.depth_limit if view._is_sorted() else None  # noqa: SLF001
    told = [(o.name, o.pins, o._own, o._largest_first) for o in (view.order, view.replies)]  # noqa: SLF001
    return mark(repr((told, limit)))


def _level(view: "View", number: int) -> Level:
    order, keys = _order_of(view, number)
    key: tuple[Any, ...] = ()
    # The key of a hidden comment may be its text, and cursors are no secret.
    if keys is not None and not order._by_date and not view._is_placeholder(number):  # noqa: SLF001
        key = (keys[number],) if is_plain(keys[number]) else ()
    comment = view._forest.comment(number)  # noqa: SLF001
    return Level(comment.id, view._forest.date(number), comment.pinned, key)  # noqa: SLF001


def _order_of(view: "View", number: int) -> "tuple[Order, Any]":
    top = view._arranged_under(number) < 0  # noqa: SLF001
    keys, reply_keys = view._keys  # noqa: SLF001
    return (view.order, keys) if top else (view.replies, reply_keys)


def _known(view: "View", comment_id: str) -> int:
    number = view._forest.number(comment_id)  # noqa: SLF001
    return -1 if number is None else number


def _way(view: "View", cursor: Cursor, text: str) -> tuple[int, int]:
    """Follow a cursor from the top down as far as its comments still hang under each other.

    Return how many levels were found, and the number under which the next one was: the last found,
    or where all were found the parent of the last; -1 is the top.
    """
    levels = cursor.levels
    if cursor.whole:
        parent = -1
    else:
        number = _known(view, levels[0].id)
        if number < 0:
            raise CursorError(text, "of a place whose comments are gone; start again")
        parent = view._arranged_under(number)  # noqa: SLF001
    for found, level in enumerate(levels):
        number = _known(view, level.id)
        there = number >= 0 and view._arranged_under(number) == parent  # noqa: SLF001
        if not there or _has_moved(view, number, level):
            return found, parent
        if found < len(levels) - 1:
            parent = number
    return len(levels), parent


def _has_moved(view: "View", number: int, level: Level) -> bool:
    """Tell whether what a comment's siblings are ordered by is no longer what it was."""
    now = _level(view, number)
    pins = _order_of(view, number)[0].pins
    other_key = now.key and level.key and now.key != level.key
    return now.date != level.date or bool(other_key) or (pins and now.pinned != level.pinned)


def _siblings(view: "View", parent: int, end: int) -> Iterator[int]:
    full = view._full  # noqa: SLF001
    position = 0 if parent < 0 else full.position(parent) + 1
    while position < end:
        number = full.number_at(position)
        yield number
        position += full.size(number)


def _comes_after(view: "View", number: int, missing: Level, text: str) -> bool:
    order, keys = _order_of(view, number)
    forest = view._forest  # noqa: SLF001
    comment = forest.comment(number)
    if order.pins and comment.pinned is not missing.pinned:
        return missing.pinned
    if keys is not None:
        own, other = keys[number], _key_of(order, missing, text)
        if not is_plain(own):
            raise CursorError(text, "of keys that this order does not have")
        try:
            if own != other:
                return bool(own < other if order._largest_first else own > other)  # noqa: SLF001
        except TypeError:
            raise CursorError(text, "of keys that this order does not have") from None
    return age_of(forest.date(number), comment.id) > missing.age


def _key_of(order: "Order", missing: Level, text: str) -> Any:  # noqa: ANN401 - a key
    if order._by_date:  # noqa: SLF001
        return missing.date or EARLIEST
    if not missing.key:
        raise CursorError(text, "of a comment that is gone, and whose key no cursor holds")
    return missing.key[0]
