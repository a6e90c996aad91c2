"""Where in a submission something was found."""

from __future__ import annotations

import attrs

from blogmodel import _checks
from blogmodel.errors import InvalidValueError
from blogmodel.moderation._kinds import Part

__all__ = ["Place"]


@attrs.frozen
class Place:
    """A span of a part of a submission.

    Attributes:
        part: in which part.
        start: where it starts in it, as it was written: in a comment in HTML, tags count.
        end: where it ends.

    Raises:
        InvalidValueError: it ends before it starts.
        InvalidTypeError: the part is no Part, or the places are no int.

    Example:
        >>> from blogmodel.moderation import Part, Place
        >>> Place(Part.TEXT, 3, 9)
        Place(part=<Part.TEXT: 'text'>, start=3, end=9)
    """

    part: Part
    start: int
    end: int

    def __attrs_post_init__(self) -> None:
        _checks.member("Place", "part", self.part, Part)
        _checks.count("Place", "start", self.start)
        _checks.count("Place", "end", self.end)
        if self.end < self.start:
            raise InvalidValueError("Place", "end", self.end, f"{self.start} or more")
