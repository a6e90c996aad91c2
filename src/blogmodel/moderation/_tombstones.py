"""What stays of a comment that was erased."""

from __future__ import annotations

from blogmodel.model import Body, Comment, Status

__all__ = ["tombstone"]


def tombstone(comment: Comment) -> Comment:
    """Return what stays: where the comment stood, when and how it came; no text and nobody."""
    return Comment(
        comment.id,
        comment.post_id,
        parent_id=comment.parent_id,
        created_at=comment.created_at,
        kind=comment.kind,
        body=Body("", comment.body.media_type),
        status=Status.ERASED,
    )
