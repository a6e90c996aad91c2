"""Stores with one fault each, of those that real sites have had; all else is as it should be."""

from collections.abc import Iterator

import attrs

from blogmodel.model import Comment
from blogmodel.testing._rows import Page, Row
from blogmodel.testing.broken._mended import MendedStore

__all__ = [
    "CountsIncludeHidden",
    "DeletedTextKept",
    "EditsMoveUp",
    "HiddenTakeReplies",
    "HiddenTextTold",
    "LinksByArrival",
    "LostUpdates",
    "MovesMakeRings",
    "PagesByAnchor",
    "PagesByOffset",
    "ParentsRewritten",
    "PathsRenumbered",
    "RepliesLostUnderDeleted",
    "StaleCache",
]


class RepliesLostUnderDeleted(MendedStore):
    """Lose the replies with the comment that was deleted, as a foreign key that cascades does."""

    def delete(self, comment_id: str) -> None:
        """Delete the comment and all below it."""
        self.deleted.update([i for i in self.comments if comment_id in self.way_up(i)])


class ParentsRewritten(MendedStore):
    """Hang the replies to a deleted comment under its parent: whom they answer is lost for ever."""

    def delete(self, comment_id: str) -> None:
        """Delete the comment, and let its parent adopt what is below."""
        above = self.comments.pop(comment_id).parent_id
        for comment in list(self.comments.values()):
            if comment.parent_id == comment_id:
                self.comments[comment.id] = attrs.evolve(comment, parent_id=above)


class DeletedTextKept(MendedStore):
    """Mark a comment as deleted, and go on serving its text."""

    def row(self, comment_id: str, depth: int) -> Row:
        """Return a comment with its text, whether it is deleted or not."""
        row = super().row(comment_id, depth)
        return attrs.evolve(row, text=f"(supprimé) {comment_id}") if row.is_placeholder else row


class HiddenTakeReplies(MendedStore):
    """Hide the whole branch with its top, answers of other people included."""

    def is_seen(self, comment_id: str) -> bool:
        """Tell whether the comment and all above it are seen."""
        return all(super(HiddenTakeReplies, self).is_seen(i) for i in self.way_up(comment_id))


class HiddenTextTold(MendedStore):
    """Hide a comment by a style of the page: its text is still in what is sent."""

    def row(self, comment_id: str, depth: int) -> Row:
        """Return a comment with its text, always."""
        return attrs.evolve(
            super().row(comment_id, depth), text=self.comments[comment_id].body.text
        )


class CountsIncludeHidden(MendedStore):
    """Count what is stored, and show what is visible: « 3 commentaires » above two."""

    def count(self) -> int:
        """Return how many comments there are, hidden ones too."""
        return len(self.comments)


class PagesByOffset(MendedStore):
    """Count pages by offset: whoever is hidden meanwhile makes the next page skip somebody."""

    def page(self, size: int, after: object) -> Page:
        """Return the rows from a number on."""
        start = int(str(after or 0))
        rows = self.walk()
        return Page(
            rows[start : start + size], next=start + size if start + size < len(rows) else None
        )


class PagesByAnchor(MendedStore):
    """Go on after the last comment that was read, and begin anew where that one is gone."""

    def page(self, size: int, after: object) -> Page:
        """Return the rows after the one of an id."""
        rows = self.walk()
        ids = [row.id for row in rows]
        start = ids.index(str(after)) + 1 if after in ids else 0
        page = rows[start : start + size]
        return Page(page, next=page[-1].id if start + size < len(rows) else None)


class LinksByArrival(MendedStore):
    """Reckon the page of a comment by when it came, not by where it stands."""

    def permalink(self, comment_id: str, size: int) -> list[Row]:
        """Return the page that the number of the comment would be on."""
        number = sorted(self.comments, key=self.age).index(comment_id)
        start = number - number % size
        return self.walk()[start : start + size]


class MovesMakeRings(MendedStore):
    """Move a comment wherever it is told to, below itself too."""

    def move(self, comment_id: str, parent_id: str | None) -> None:
        """Write the parent down."""
        moved = self.comments[comment_id]
        self.comments[comment_id] = attrs.evolve(moved, parent_id=parent_id)


class EditsMoveUp(MendedStore):
    """Sort by the moment of the last change, so that mending a comma moves a comment to the end."""

    def edit(self, comment_id: str, text: str) -> None:
        """Write the text down, and put the comment last."""
        super().edit(comment_id, text)
        dates = [c.created_at for c in self.comments.values() if c.created_at]
        last = max(dates).replace(microsecond=999_999)
        self.comments[comment_id] = attrs.evolve(self.comments[comment_id], created_at=last)


class LostUpdates(MendedStore):
    """Read all, change it, write all back: of two writers at once, one writes for nothing."""

    def add_in_steps(self, comment: Comment) -> Iterator[None]:
        """Add a comment to what was there a moment ago."""
        read = dict(self.comments)
        yield
        self.comments.clear()
        self.comments.update(read | {comment.id: comment})


@attrs.define
class StaleCache(MendedStore):
    """Keep what was shown once: what another process writes is never seen here."""

    shown: list[Row] | None = None

    def walk(self) -> list[Row]:
        """Return what was shown before, unless this handle has written since."""
        if self.shown is None:
            self.shown = super().walk()
        return self.shown

    def add(self, comment: Comment) -> None:
        """Add a comment, and forget what was shown."""
        super().add(comment)
        self.shown = None

    def edit(self, comment_id: str, text: str) -> None:
        """Edit a comment, and forget what was shown."""
        super().edit(comment_id, text)
        self.shown = None

    def hide(self, comment_id: str) -> None:
        """Hide a comment, and forget what was shown."""
        super().hide(comment_id)
        self.shown = None

    def restore(self, comment_id: str) -> None:
        """Restore a comment, and forget what was shown."""
        super().restore(comment_id)
        self.shown = None

    def delete(self, comment_id: str) -> None:
        """Delete a comment, and forget what was shown."""
        super().delete(comment_id)
        self.shown = None

    def move(self, comment_id: str, parent_id: str | None) -> None:
        """Move a comment, and forget what was shown."""
        super().move(comment_id, parent_id)
        self.shown = None


class PathsRenumbered(MendedStore):
    """Number paths by the position among siblings, so that one more comment renumbers others."""

    def paths(self) -> dict[str, bytes]:
        """Return paths of two-byte positions."""
        parents, paths, seen = self.parents(), dict[str, bytes](), dict[str | None, int]()
        for comment_id, _ in self.arranged():
            parent = parents[comment_id]
            seen[parent] = seen.get(parent, 0) + 1
            above = b"" if parent is None else paths[parent]
            paths[comment_id] = above + seen[parent].to_bytes(2, "big")
        return paths
