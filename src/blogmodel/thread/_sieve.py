"""Which nodes of an arrangement are shown, and where they stand then."""

from collections.abc import Callable, Sequence
from itertools import accumulate

import attrs

from blogmodel.errors import InvalidTypeError
from blogmodel.model import Comment, Status
from blogmodel.thread._columns import Ints, integers
from blogmodel.thread._forest import Forest
from blogmodel.thread._layout import Arrangement

__all__ = ["Sieve", "sift", "tombstone", "visible_texts"]


@attrs.frozen(eq=False)
class Sieve:
    """The positions that are shown.

    Attributes:
        kept: the positions, in order.
        before: by position, how many are shown before it; one more for the end.
        hidden: the numbers of those shown without their text, above a visible reply.
        placeholders_before: as ``before``, of those shown how many are placeholders.
    """

    kept: Ints
    before: Ints
    hidden: frozenset[int]
    placeholders_before: Ints


def visible_texts(forest: Forest, sees: Callable[[Comment], bool] | None) -> list[bool]:
    """Return by number whether a comment's text is shown; that of a missing one never is."""
    entries = forest.entries()
    visible = [True] * len(entries) if sees is None else [sees(comment) for comment in entries]
    for told in visible:
        if told is not True and told is not False:
            raise InvalidTypeError("View", "sees", told, "a function that returns True or False")
    for number in forest.columns.placeholders:
        visible[number] = False
    return visible


def sift(forest: Forest, arrangement: Arrangement, visible: Sequence[bool]) -> Sieve:
    """Keep what is visible and what it answers, up to the top. O(n).

    Args:
        forest: the comments, all laid out.
        arrangement: their order.
        visible: by number, whether the text is shown.
    """
    numbers, parents = arrangement.numbers(), forest.columns.parents
    live = [*visible, False]
    for number in reversed(forest.layout.order):  # Replies come before what they answer.
        if live[number]:
            live[parents[number]] = True
    shown = [live[number] for number in numbers]
    count = len(numbers)
    kept = [position for position, is_shown in enumerate(shown) if is_shown]
    bare = [is_shown and not visible[n] for n, is_shown in zip(numbers, shown, strict=True)]
    return Sieve(
        integers(kept, len(kept)),
        integers(accumulate(shown, initial=0), count + 1),
        frozenset(
            number
            for number, is_bare in zip(numbers, bare, strict=True)
            if is_bare and number not in forest.columns.placeholders
        ),
        integers(accumulate(bare, initial=0), count + 1),
    )


# What these tell of a comment, that it was taken away, is what its place shows anyway.
_TELLABLE = frozenset({Status.REMOVED, Status.WITHDRAWN, Status.ERASED})


def tombstone(comment: Comment) -> Comment:
    """Return what may be shown of a hidden comment: where it stood, without text or identity.

    A status that would tell why it is hidden (spam, shadowed, waiting) is told as removed.
    """
    status = comment.status if comment.status in _TELLABLE else Status.REMOVED
    return Comment(comment.id, comment.post_id, parent_id=comment.parent_id, status=status)
