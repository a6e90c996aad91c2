"""Post, Comment, Author: frozen, validated values, and the documents they are written to."""

from blogmodel.model._codec import (
    Unknown,
    from_dict,
    from_json,
    json_schema,
    to_dict,
    to_json,
)
from blogmodel.model._kinds import CommentKind, MediaType, PostKind, PostStatus, Status
from blogmodel.model._values import Author, Body, Comment, Extra, Origin, Post

__all__ = [
    "Author",
    "Body",
    "Comment",
    "CommentKind",
    "Extra",
    "MediaType",
    "Origin",
    "Post",
    "PostKind",
    "PostStatus",
    "Status",
    "Unknown",
    "from_dict",
    "from_json",
    "json_schema",
    "to_dict",
    "to_json",
]
