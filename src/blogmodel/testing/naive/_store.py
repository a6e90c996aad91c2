"""A store of comments that is slow and obvious, to hold real ones against."""

import attrs

from blogmodel.model import Body, Comment
from blogmodel.testing._changes import Add, Change, Delete, Edit, Hide, Move, Restore
from blogmodel.testing._choices import Choices, Deleted, Orphans, SiblingOrder
from blogmodel.testing._rows import Row
from blogmodel.testing.naive import _thread, _view

__all__ = ["Effect", "NaiveStore"]


@attrs.frozen
class Effect:
    """Whom a change lets come and go.

    Attributes:
        hidden: who is shown before or after it only.
        moved: who stands elsewhere after it.
    """

    hidden: frozenset[str] = frozenset()
    moved: frozenset[str] = frozenset()


@attrs.define
class NaiveStore:
    """The comments of one post, each as it is now, and which of them are not shown.

    Example:
        >>> from blogmodel import Comment
        >>> from blogmodel.testing import Add, Hide, naive
        >>> store = naive.NaiveStore()
        >>> for change in (
        ...     Add(Comment("1", "p")),
        ...     Add(Comment("2", "p", parent_id="1")),
        ...     Hide("1"),
        ... ):
        ...     store.apply(change)
        >>> [(row.id, row.depth, row.is_placeholder) for row in store.rows()]
        [('1', 0, True), ('2', 1, False)]
    """

    choices: Choices = attrs.field(factory=Choices)
    comments: list[Comment] = attrs.field(factory=list)
    hidden: set[str] = attrs.field(factory=set)
    deleted: set[str] = attrs.field(factory=set)

    def apply(self, change: Change) -> None:
        """Make a change; nothing is refused here, so that a ring is only cut when it is shown."""
        match change:
            case Add(comment):
                self.comments.append(comment)
            case Edit(comment_id, text):
                self._evolve(comment_id, body=Body(text))
            case Move(comment_id, parent_id):
                self._evolve(comment_id, parent_id=parent_id)
            case Hide(comment_id):
                self.hidden.add(comment_id)
            case Restore(comment_id):
                self.hidden.discard(comment_id)
            case _:
                self._delete(change.id)

    def _delete(self, comment_id: str) -> None:
        self.deleted.add(comment_id)
        if self.choices.deleted is Deleted.GONE:
            self.comments = [c for c in self.comments if c.id != comment_id]

    def _evolve(self, comment_id: str, **fields: object) -> None:
        self.comments = [
            attrs.evolve(c, **fields) if c.id == comment_id else c  # type: ignore[arg-type]
            for c in self.comments
        ]

    def is_shown(self, comment: Comment) -> bool:
        """Tell whether visitors see the text of a comment."""
        return comment.id not in self.hidden | self.deleted

    def rows(self, *, deepest: int | None = None) -> list[Row]:
        """Return what visitors see, down to a depth: by default that which the store chose."""
        limit = self.choices.deepest if deepest is None else deepest
        key = _view.newest if self.choices.order is SiblingOrder.NEWEST else _view.oldest
        trees = _view.trees(
            self.comments, self.is_shown, placeholders=self.choices.orphans is Orphans.PLACE
        )
        own = {comment.id: comment for comment in _thread.standing(self.comments)}
        return [
            Row(
                comment_id,
                depth,
                text="" if is_place else own[comment_id].body.text,
                parent_id=own[comment_id].parent_id if comment_id in own else None,
                is_placeholder=is_place,
            )
            for comment_id, depth, is_place, _ in _view.walk(_view.sort(trees, key, key), limit)
        ]

    def count(self) -> int:
        """Return how many comments visitors see."""
        return sum(not row.is_placeholder for row in self.rows())

    def effect(self, change: Change) -> Effect:
        """Tell what a change will do to where comments stand, and to whether they are shown."""
        match change:
            case Hide(comment_id) | Restore(comment_id):
                return Effect(hidden=frozenset([comment_id]))
            case Move(comment_id, _):
                return Effect(moved=frozenset(self.below(comment_id)))
            case Delete(comment_id) if self.choices.deleted is Deleted.GONE:
                return Effect(moved=frozenset(self.below(comment_id)))
            case Delete(comment_id):
                return Effect(hidden=frozenset([comment_id]))
            case _:
                return Effect()

    def standing(self) -> list[str]:
        """Return the ids of all that are not deleted, hidden ones too."""
        return [comment.id for comment in self.comments if comment.id not in self.deleted]

    def below(self, comment_id: str) -> set[str]:
        """Return the ids of a comment and of all that hang below it."""
        found = {comment_id}
        while more := {c.id for c in self.comments if c.parent_id in found} - found:
            found |= more
        return found
