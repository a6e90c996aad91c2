"""Comments as materialised paths of django-treebeard, sorted by their dates.

Shows what a path of limited length holds, that a parent has to be there before its replies, and
what is deleted along. Django is set up here, with a database in memory.
"""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import count
from typing import TYPE_CHECKING

import django
from django.conf import settings

from blogmodel.testing import Page, Row, check_store

if TYPE_CHECKING:
    from blogmodel import Comment

if not settings.configured:
    memory = {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}
    settings.configure(USE_TZ=True, DATABASES={"default": memory})
    django.setup()

from django.db import connection, models
from treebeard.mp_tree import MP_Node

LACKS: frozenset[str] = frozenset(
    {
        # DoesNotExist: the path of a parent is the beginning of a reply's.
        "arrival-order",
        "late-parents",
        "orphans-stand",
        "self-parents-stand",
        "cycles-stand",
        "cycles-cut-at-earliest",
        "defects-in-any-order",
        # No name is unique by itself.
        "duplicates-once",
        # Sorted by the date alone; NULL is before all others.
        "ties-steady",
        "ties-by-id",
        "undated-stand",
        # Nobody asks for the post of a parent.
        "foreign-parents-stand",
        # PathOverflow: 255 characters are 63 levels.
        "deep-chains",
        # delete() takes the branch along; filter() leaves replies under somebody else.
        "deleted-keep-replies",
        "hidden-keep-replies",
        "dead-branches",
        # ``node_order_by`` renumbers those that stand after a new one.
        "paths-stay",
        # Offsets.
        "cursors-survive",
    }
)


class CommentNode(MP_Node):
    """A comment; what is at the top of a tree is a post."""

    name = models.CharField(max_length=50)
    created_at = models.DateTimeField(null=True)
    text = models.TextField()
    hidden = models.BooleanField(default=False)
    node_order_by = ("created_at",)

    class Meta:
        """Where it belongs."""

        app_label = "adapters"
        db_table = "first_comment"


with connection.schema_editor() as editor:
    editor.create_model(CommentNode)

_NUMBERS = count()


class TreebeardFirst:
    """The descendants of the node of one post."""

    def __init__(self, post: CommentNode | None = None) -> None:
        self.post = post or CommentNode.objects.add_root(
            {"name": f"post {next(_NUMBERS)}", "created_at": datetime(2011, 6, 24, tzinfo=UTC)}
        )

    def another(self) -> TreebeardFirst:
        """Fetch the post anew."""
        return TreebeardFirst(CommentNode.objects.get(pk=self.post.pk))

    def close(self) -> None:
        """Delete the post, and all below it."""
        CommentNode.objects.filter(pk=self.post.pk).delete()

    def _all(self) -> models.QuerySet[CommentNode]:
        return CommentNode.objects.get_descendants(CommentNode.objects.get(pk=self.post.pk))

    def _get(self, comment_id: str | None) -> CommentNode:
        if comment_id is None:
            return CommentNode.objects.get(pk=self.post.pk)
        return self._all().get(name=comment_id)

    def add(self, comment: Comment) -> None:
        """Add a child to the node that it answers."""
        fields = {"name": comment.id, "created_at": comment.created_at, "text": comment.body.text}
        CommentNode.objects.add_child(self._get(comment.parent_id), fields)

    def edit(self, comment_id: str, text: str) -> None:
        """Give a node another text."""
        node = self._get(comment_id)
        node.text = text
        node.save()

    def delete(self, comment_id: str) -> None:
        """Delete a node."""
        self._get(comment_id).delete()

    def hide(self, comment_id: str) -> None:
        """Mark a node."""
        self._all().filter(name=comment_id).update(hidden=True)

    def restore(self, comment_id: str) -> None:
        """Take the mark away."""
        self._all().filter(name=comment_id).update(hidden=False)

    def move(self, comment_id: str, parent_id: str | None) -> None:
        """Move a node below another, where its date belongs; treebeard refuses rings."""
        CommentNode.objects.move(self._get(comment_id), self._get(parent_id), "sorted-child")

    def walk(self) -> list[Row]:
        """Show what is not hidden, in the order of the paths."""
        return [self._row(node) for node in self._all().filter(hidden=False)]

    def _row(self, node: CommentNode) -> Row:
        return Row(node.name, node.depth - 2, text=node.text)

    def walk_to(self, depth: int) -> list[Row]:
        """Show nothing further in than a depth."""
        return [Row(row.id, min(row.depth, depth), text=row.text) for row in self.walk()]

    def count(self) -> int:
        """Count what is not hidden."""
        return self._all().filter(hidden=False).count()

    def page(self, size: int, after: int | None) -> Page:
        """Show so many rows from an offset."""
        start = after or 0
        rows = [self._row(node) for node in self._all().filter(hidden=False)[start:][:size]]
        return Page(rows, next=start + size if len(rows) == size else None)

    def paths(self) -> dict[str, bytes]:
        """Return the paths of the nodes."""
        return {node.name: node.path.encode() for node in self._all()}


if __name__ == "__main__":
    print(check_store(TreebeardFirst, lacks=LACKS))
