"""Prove a blog's comments in Django: a model, an adapter of it, and Django's own test case."""

import sys
import unittest
from collections.abc import Iterator, Sequence

import django
from django.conf import settings

settings.configure(
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    USE_TZ=True,
)
django.setup()

from django.db import connection, models  # noqa: E402 - Django is set up first
from django.test import TestCase  # noqa: E402

import blogmodel  # noqa: E402
from blogmodel.testing import Profile, store_tests  # noqa: E402


class Post(models.Model):  # noqa: DJ008 - only its comments matter here
    """A post."""

    class Meta:  # noqa: D106 - as Django has it
        app_label = "blog"


class Comment(models.Model):  # noqa: DJ008
    """A comment; the parent is kept by its key, for it may be missing."""

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="comments")
    key = models.CharField(max_length=200)
    parent_key = models.CharField(max_length=200, default="")
    text = models.TextField()
    written = models.DateTimeField(null=True)

    class Meta:  # noqa: D106
        app_label = "blog"
        constraints = (models.UniqueConstraint(fields=["post", "key"], name="once"),)
        ordering = (models.F("written").asc(nulls_last=True), "key")


@store_tests(
    base=TestCase,
    profile=Profile(name="example", examples=10, depth=300),
    seed=1,
    lacks={
        "cycles-cut-at-earliest",
        "cycles-stand",
        "defects-in-any-order",
        "foreign-parents-stand",
    },
)
class TestComments:
    """The comments of a new post: several may be open at once, so none empties the table."""

    def __init__(self) -> None:
        self.post = Post.objects.create()

    def load(self, comments: Sequence[blogmodel.Comment]) -> None:
        """Take comments all at once."""
        rows = [
            Comment(
                post=self.post,
                key=comment.id,
                parent_key=comment.parent_id or "",
                text=comment.body.text,
                written=comment.created_at,
            )
            for comment in comments
        ]
        Comment.objects.bulk_create(rows, ignore_conflicts=True)

    def add(self, comment: blogmodel.Comment) -> None:
        """Take a comment."""
        self.load([comment])

    def edit(self, comment_id: str, text: str) -> None:
        """Change what was written."""
        self.post.comments.filter(key=comment_id).update(text=text)

    def walk(self) -> Iterator[tuple[str, int]]:
        """Show each comment below the one that it answers."""
        comments = list(self.post.comments.all())
        keys = {comment.key for comment in comments}
        replies: dict[str, list[Comment]] = {}
        for comment in comments:
            parent = comment.parent_key if comment.parent_key in keys - {comment.key} else ""
            replies.setdefault(parent, []).append(comment)
        below = [(comment, 0) for comment in reversed(replies.get("", []))]
        while below:
            comment, depth = below.pop()
            yield comment.key, depth
            below += [(reply, depth + 1) for reply in reversed(replies.get(comment.key, []))]


if __name__ == "__main__":
    with connection.schema_editor() as editor:
        editor.create_model(Post)
        editor.create_model(Comment)
    runner = unittest.TextTestRunner(stream=sys.stdout)
    runner.run(unittest.defaultTestLoader.loadTestsFromTestCase(TestComments))
