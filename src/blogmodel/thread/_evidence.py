"""What a reading of somebody's words rests on."""

import attrs

__all__ = ["Evidence"]


@attrs.frozen
class Evidence:
    """The piece of a text that something rests on.

    Attributes:
        text: the piece; always ``source[start:end]`` of the text that was read.
        start: where it starts in that text, in code points.
        end: where it ends.
        comment_id: the comment it stands in, where it stands in one.
    """

    text: str
    start: int = attrs.field(kw_only=True)
    end: int = attrs.field(kw_only=True)
    comment_id: str | None = attrs.field(default=None, kw_only=True)
