"""What an implementation is free to choose, and says of itself."""

from enum import StrEnum

import attrs

from blogmodel import _checks

__all__ = ["Choices", "Deleted", "Orphans", "SiblingOrder"]


class SiblingOrder(StrEnum):
    """In which order siblings are shown; those of equal dates by their ids."""

    OLDEST = "oldest"
    """The oldest first."""
    NEWEST = "newest"
    """The newest first."""


class Orphans(StrEnum):
    """Where a reply stands whose parent is missing."""

    ROOT = "root"
    """At the top."""
    PLACE = "place"
    """Under a placeholder for the missing comment, with the others that answer it."""


class Deleted(StrEnum):
    """What becomes of the place of a deleted comment."""

    PLACE = "place"
    """A placeholder keeps it above replies that are shown."""
    GONE = "gone"
    """It is gone, and its replies are orphans."""


@attrs.frozen(kw_only=True)
class Choices:
    """What an implementation is free to choose.

    Attributes:
        order: how siblings stand.
        orphans: where replies to missing comments stand.
        deleted: what becomes of the place of a deleted comment.
        deepest: how far in replies are shown at most: 0 for a flat list, 1 as on Blogger; None for
            no limit. What is deeper is shown there, in its place.

    Raises:
        InvalidTypeError: a field is of another type.
        InvalidValueError: the depth is negative.

    Example:
        >>> from blogmodel.testing import Choices, SiblingOrder
        >>> Choices(order=SiblingOrder.NEWEST).deleted
        <Deleted.PLACE: 'place'>
    """

    order: SiblingOrder = SiblingOrder.OLDEST
    orphans: Orphans = Orphans.ROOT
    deleted: Deleted = Deleted.PLACE
    deepest: int | None = None

    def __attrs_post_init__(self) -> None:
        _checks.member("Choices", "order", self.order, SiblingOrder)
        _checks.member("Choices", "orphans", self.orphans, Orphans)
        _checks.member("Choices", "deleted", self.deleted, Deleted)
        if self.deepest is not None:
            _checks.count("Choices", "deepest", self.deepest)
