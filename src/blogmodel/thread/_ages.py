"""The canonical order of comments: (created_at, id), those without a date last."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from itertools import chain, groupby, islice
from operator import attrgetter, eq, lt

from blogmodel.errors import InvalidTypeError
from blogmodel.model import Comment

__all__ = ["EARLIEST", "NEVER", "Age", "age", "age_of", "in_canonical_order"]

Age = tuple[bool, datetime, str]
"""What comments are compared by: whether the date is missing, the date, the id."""

NEVER = datetime.max.replace(tzinfo=UTC)
"""What is later than any date."""
EARLIEST = datetime.min.replace(tzinfo=UTC)
"""What is earlier than any date."""
_created_at = attrgetter("created_at")
_id = attrgetter("id")


def age(comment: Comment) -> Age:
    """Return what the canonical order compares."""
    return age_of(comment.created_at, comment.id)


def age_of(date: datetime | None, comment_id: str) -> Age:
    """Return what the canonical order compares of a date and an id."""
    return (date is None, date or NEVER, comment_id)


def in_canonical_order(comments: Iterable[Comment]) -> tuple[Comment, ...]:
    """Return the comments in canonical order. O(n) where they already are in it, else one sort.

    The stamps alone are compared, which the C of `sorted` does without calling back; ids are
    looked at in ties only.

    Raises:
        InvalidTypeError: they are no iterable, or one is not a `Comment`.
    """
    if not isinstance(comments, Iterable):
        raise InvalidTypeError("Thread", "comments", comments, "an iterable of Comment values")
    given = tuple(comments)
    if set(map(type, given)) - {Comment}:
        for comment in given:
            if not isinstance(comment, Comment):
                raise InvalidTypeError("Thread", "comments", comment, "made of Comment values")
    stamps = [comment.created_at for comment in given]
    try:
        if all(map(lt, stamps, islice(stamps, 1, None))):  # type: ignore[arg-type]
            return given
        return _sorted(given)
    except TypeError:  # A date was compared to None.
        return _with_undated(given)


def _with_undated(comments: Sequence[Comment]) -> tuple[Comment, ...]:
    dated = [comment for comment in comments if comment.created_at is not None]
    undated = [comment for comment in comments if comment.created_at is None]
    return (*_sorted(dated), *sorted(undated, key=_id))


def _sorted(dated: Sequence[Comment]) -> tuple[Comment, ...]:
    ordered = sorted(dated, key=_created_at)
    stamps = list(map(_created_at, ordered))
    if not any(map(eq, stamps, islice(stamps, 1, None))):
        return tuple(ordered)
    runs = (sorted(run, key=_id) for _, run in groupby(ordered, key=_created_at))
    return tuple(chain.from_iterable(runs))
