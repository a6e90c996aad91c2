"""What people do to the comments of a post: the changes that a store is put through."""

import attrs

from blogmodel.model import Comment

__all__ = ["Add", "Change", "Delete", "Edit", "Hide", "Move", "Restore"]


# What every comment stands under unless a law is about posts.
_POST = "p"


@attrs.frozen
class Add:
    """Somebody writes a comment, or an import brings one.

    Example:
        >>> from blogmodel import Comment
        >>> from blogmodel.testing import Add
        >>> print(Add(Comment("2", "p", parent_id="1")))
        add 2, which answers 1, undated
    """

    comment: Comment

    def __str__(self) -> str:
        comment = self.comment
        parts = [f"add {comment.id}"]
        if comment.parent_id is not None:
            parts.append(f"which answers {comment.parent_id}")
        parts.append(f"at {comment.created_at:%Y-%m-%d %H:%M}" if comment.created_at else "undated")
        if comment.post_id != _POST:
            parts.append(f"under the post {comment.post_id}")
        return ", ".join(parts)


@attrs.frozen
class Edit:
    """A comment gets another text."""

    id: str
    text: str

    def __str__(self) -> str:
        return f"edit {self.id}: {self.text!r}"


@attrs.frozen
class Delete:
    """A comment is deleted for good; its replies are not."""

    id: str

    def __str__(self) -> str:
        return f"delete {self.id}"


@attrs.frozen
class Hide:
    """A moderator hides a comment from visitors."""

    id: str

    def __str__(self) -> str:
        return f"hide {self.id}"


@attrs.frozen
class Restore:
    """A hidden comment is shown again."""

    id: str

    def __str__(self) -> str:
        return f"restore {self.id}"


@attrs.frozen
class Move:
    """A comment, and all below it, goes under another one, or to the top.

    Example:
        >>> from blogmodel.testing import Move
        >>> print(Move("2", None))
        move 2 to the top
    """

    id: str
    parent_id: str | None

    def __str__(self) -> str:
        return f"move {self.id} " + (f"under {self.parent_id}" if self.parent_id else "to the top")


Change = Add | Edit | Delete | Hide | Restore | Move
"""One of the six."""
