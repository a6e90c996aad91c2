"""A text made from another one, with a map back: where each of its characters came from."""

from __future__ import annotations

from operator import le
from typing import TYPE_CHECKING

import attrs

from blogmodel import _checks
from blogmodel.errors import InvalidTypeError, InvalidValueError

if TYPE_CHECKING:
    from typing import Self

__all__ = ["MappedText"]


@attrs.frozen(repr=False)
class MappedText:
    """A text made from a source, and where in the source each character came from.

    A character may come from several (a space from a run of white space), several from one (« oe »
    from « œ »), and one from none, such as a line feed put between two paragraphs.

    Attributes:
        text: the text that was made.
        source: the text it was made from.
        starts: for each character of the text, where its source starts.
        ends: for each character of the text, where its source ends.

    Raises:
        InvalidValueError: the places are not one for each character, go backwards, or lie outside
            the source.
        InvalidTypeError: a text is not a str, or the places are not tuples.

    Example:
        >>> from blogmodel.text import MappedText
        >>> mapped = MappedText("oeuf", "Un œuf", (3, 3, 4, 5), (4, 4, 5, 6))
        >>> mapped.span(0, 2)
        (3, 4)
        >>> mapped.quote(1, 4)
        'œuf'
    """

    text: str
    source: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __attrs_post_init__(self) -> None:
        _checks.text("MappedText", "text", self.text)
        _checks.text("MappedText", "source", self.source)
        for field in ("starts", "ends"):
            places = getattr(self, field)
            if type(places) is not tuple:
                raise InvalidTypeError("MappedText", field, places, "a tuple of places")
            if len(places) != len(self.text):
                raise InvalidValueError(
                    "MappedText", field, places, f"{len(self.text)} places, one for each character"
                )
            inside = not places or (places[0] >= 0 and places[-1] <= len(self.source))
            if not inside or not all(map(le, places, places[1:])):
                raise InvalidValueError(
                    "MappedText", field, places, "places in the source that never go backwards"
                )
        if not all(map(le, self.starts, self.ends)):
            raise InvalidValueError(
                "MappedText", "ends", self.ends, "places that do not lie before their starts"
            )

    @classmethod
    def same(cls, text: str) -> Self:
        """Return a text that is its own source.

        Example:
            >>> from blogmodel.text import MappedText
            >>> MappedText.same("été").span(1, 3)
            (1, 3)
        """
        return cls(text, text, tuple(range(len(text))), tuple(range(1, len(text) + 1)))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the source that a span of the text came from.

        It reaches from the start of the first character's source to the end of the last one's. An
        empty span gives an empty one, before the character that it stands before.

        Raises:
            InvalidValueError: it is no span of this text.
        """
        if not 0 <= start <= end <= len(self.text):
            raise InvalidValueError(
                "MappedText", "span", (start, end), f"a span within 0 to {len(self.text)}"
            )
        if start < end:
            return self.starts[start], self.ends[end - 1]
        place = self.starts[start] if start < len(self.starts) else (self.ends or (0,))[-1]
        return place, place

    def quote(self, start: int, end: int) -> str:
        """Return the part of the source that a span of the text came from.

        Raises:
            InvalidValueError: it is no span of this text.
        """
        first, last = self.span(start, end)
        return self.source[first:last]

    def through(self, outer: MappedText) -> MappedText:
        """Return the same text mapped to the source of its source.

        O(characters).

        Args:
            outer: what this text's source was made from; its text is this one's source.

        Raises:
            InvalidValueError: ``outer`` made another text.

        Example:
            >>> from blogmodel.text import MappedText
            >>> page = MappedText("a&b", "<p>a&amp;b", (3, 4, 9), (4, 9, 10))
            >>> small = MappedText("&b", "a&b", (1, 2), (2, 3))
            >>> small.through(page).quote(0, 1)
            '&amp;'
        """
        if outer.text != self.source:
            raise InvalidValueError(
                "MappedText", "through", outer, "a text that is the source of this one"
            )
        spans = [outer.span(*place) for place in zip(self.starts, self.ends, strict=True)]
        starts = tuple(start for start, _ in spans)
        return MappedText(self.text, outer.source, starts, tuple(end for _, end in spans))

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"MappedText({len(self.text)} characters from {len(self.source)})"
