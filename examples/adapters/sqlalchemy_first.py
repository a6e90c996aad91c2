"""Comments as declarative models of SQLAlchemy 2, with a relationship to themselves.

Shows what a session remembers while another one writes, what a cascade takes along, which rows no
relationship reaches, and that templates over relationships recurse.
"""

from __future__ import annotations

from datetime import datetime  # noqa: TC003 - SQLAlchemy reads the annotations
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, UniqueConstraint, create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship
from sqlalchemy.pool import StaticPool

from blogmodel.testing import Page, Row, check_store

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from blogmodel import Comment

LACKS: frozenset[str] = frozenset(
    {
        # NoResultFound.
        "late-parents",
        # CircularDependencyError.
        "self-parents-stand",
        "cycles-stand",
        "cycles-cut-at-earliest",
        "defects-in-any-order",
        # Sorted by the date alone; a collection that is loaded is not sorted again.
        "ties-steady",
        "ties-by-id",
        "undated-stand",
        "moves-by-date",
        # Nobody asks for the post of a parent.
        "foreign-parents-stand",
        # A generator calls itself for each level.
        "deep-chains",
        # The cascade takes the branch along.
        "deleted-keep-replies",
        # A place is kept where there are no replies, too.
        "hidden-keep-replies",
        "dead-branches",
        # delete-orphan deletes what is moved from a loaded collection to the top.
        "moves-take-branches",
        # A ring is written, and never reached again.
        "moves-refuse-rings",
        # The session remembers the collection.
        "two-handles",
        # Offsets.
        "cursors-survive",
    }
)


class Base(DeclarativeBase):
    """What the models of this file have in common."""


class PostRow(Base):
    """A post and its comments, the oldest first."""

    __tablename__ = "post"

    number: Mapped[int] = mapped_column(primary_key=True)
    comments: Mapped[list[CommentRow]] = relationship(order_by="CommentRow.created_at")


class CommentRow(Base):
    """A comment, its parent and its replies, the oldest first."""

    __tablename__ = "comment"
    __table_args__ = (UniqueConstraint("post_number", "name"),)

    number: Mapped[int] = mapped_column(primary_key=True)
    post_number: Mapped[int] = mapped_column(ForeignKey("post.number"))
    name: Mapped[str]
    parent_number: Mapped[int | None] = mapped_column(ForeignKey("comment.number"), index=True)
    created_at: Mapped[datetime | None]
    text: Mapped[str]
    hidden: Mapped[bool] = mapped_column(default=False)
    parent: Mapped[CommentRow | None] = relationship(
        back_populates="replies", remote_side="CommentRow.number"
    )
    replies: Mapped[list[CommentRow]] = relationship(
        back_populates="parent",
        cascade="all, delete-orphan",
        single_parent=True,
        order_by="CommentRow.created_at",
    )


ENGINE = create_engine("sqlite://", poolclass=StaticPool)
Base.metadata.create_all(ENGINE)


class SQLAlchemyFirst:
    """A post, and the session that fetched it: kept, as a desktop program or a notebook does."""

    def __init__(self, number: int | None = None) -> None:
        self.session = Session(ENGINE)
        if number is None:
            self.session.add(post := PostRow())
            self.session.commit()
            number = post.number
        self.post = self.session.get_one(PostRow, number)

    def another(self) -> SQLAlchemyFirst:
        """Fetch the post in a second session."""
        return SQLAlchemyFirst(self.post.number)

    def close(self) -> None:
        """Close the session."""
        self.session.close()

    def load(self, comments: Sequence[Comment]) -> None:
        """Add all rows in one transaction."""
        rows = {comment.id: self._row(comment) for comment in comments}
        for comment in comments:
            rows[comment.id].parent = rows.get(comment.parent_id or "")
        self.post.comments.extend(rows.values())
        self.session.commit()

    def add(self, comment: Comment) -> None:
        """Add a row."""
        row = self._row(comment)
        row.parent = self._get(comment.parent_id) if comment.parent_id else None
        self.post.comments.append(row)
        self.session.commit()

    def _row(self, comment: Comment) -> CommentRow:
        return CommentRow(name=comment.id, created_at=comment.created_at, text=comment.body.text)

    def _get(self, comment_id: str) -> CommentRow:
        same = select(CommentRow).filter_by(post_number=self.post.number, name=comment_id)
        return self.session.scalars(same).one()

    def edit(self, comment_id: str, text: str) -> None:
        """Give a row another text."""
        self._get(comment_id).text = text
        self.session.commit()

    def delete(self, comment_id: str) -> None:
        """Delete a row."""
        self.session.delete(self._get(comment_id))
        self.session.commit()

    def hide(self, comment_id: str) -> None:
        """Mark a row."""
        self._get(comment_id).hidden = True
        self.session.commit()

    def restore(self, comment_id: str) -> None:
        """Take the mark away."""
        self._get(comment_id).hidden = False
        self.session.commit()

    def move(self, comment_id: str, parent_id: str | None) -> None:
        """Give a row another parent."""
        self._get(comment_id).parent = self._get(parent_id) if parent_id else None
        self.session.commit()

    def walk(self) -> list[Row]:
        """Follow the replies of the comments without a parent."""
        return list(_rows((row for row in self.post.comments if row.parent is None), 0))

    def count(self) -> int:
        """Count the comments that are not hidden."""
        return sum(not row.hidden for row in self.post.comments)

    def page(self, size: int, after: int | None) -> Page:
        """Show so many rows from an offset."""
        start = after or 0
        rows = self.walk()
        end = start + size
        return Page(rows[start:end], next=end if end < len(rows) else None)


def _rows(level: Iterable[CommentRow], depth: int) -> Iterator[Row]:
    """Do what a recursive template does; a hidden comment is said to be removed."""
    for row in level:
        text = "" if row.hidden else row.text
        parent_id = row.parent and row.parent.name
        yield Row(row.name, depth, text=text, parent_id=parent_id, is_placeholder=row.hidden)
        yield from _rows(row.replies, depth + 1)


if __name__ == "__main__":
    print(check_store(SQLAlchemyFirst, lacks=LACKS))
