"""Comments as declarative models of SQLAlchemy 2, with a relationship to themselves.

Shows what a session remembers while another one writes, what a cascade takes along, which rows no
relationship reaches, and that templates over relationships recurse.
"""

from __future__ import annotations

from datetime import datetime  # noqa: TC003 - SQLAlchemy reads the annotations
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, create_engine, func, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship
from sqlalchemy.pool import StaticPool

from blogmodel.testing import Page, Row, check_store

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy import Engine

    from blogmodel import Comment

LACKS = frozenset()


class Base(DeclarativeBase):
    """What the models of this file have in common."""


class CommentRow(Base):
    """A comment, its parent and its replies, the oldest first."""

    __tablename__ = "comment"

    id: Mapped[str] = mapped_column(primary_key=True)
    parent_id: Mapped[str | None] = mapped_column(ForeignKey("comment.id"))
    created_at: Mapped[datetime | None]
    text: Mapped[str]
    hidden: Mapped[bool] = mapped_column(default=False)
    parent: Mapped[CommentRow | None] = relationship(back_populates="replies", remote_side=[id])
    replies: Mapped[list[CommentRow]] = relationship(
        back_populates="parent", cascade="all, delete-orphan", order_by=created_at
    )


class SQLAlchemyFirst:
    """A session that is kept, as a desktop program or a notebook has it."""

    def __init__(self, engine: Engine | None = None) -> None:
        self.engine = engine or create_engine("sqlite://", poolclass=StaticPool)
        if engine is None:
            Base.metadata.create_all(self.engine)
        self.session = Session(self.engine)

    def another(self) -> SQLAlchemyFirst:
        """Open a second session."""
        return SQLAlchemyFirst(self.engine)

    def close(self) -> None:
        """Close the session, and the database with the engine's connection."""
        self.session.close()
        self.engine.dispose()

    def load(self, comments: Sequence[Comment]) -> None:
        """Add all rows in one transaction."""
        self.session.add_all(_row(comment) for comment in comments)
        self.session.commit()

    def add(self, comment: Comment) -> None:
        """Add a row."""
        self.session.add(_row(comment))
        self.session.commit()

    def edit(self, comment_id: str, text: str) -> None:
        """Give a row another text."""
        self.session.get_one(CommentRow, comment_id).text = text
        self.session.commit()

    def delete(self, comment_id: str) -> None:
        """Delete a row."""
        self.session.delete(self.session.get_one(CommentRow, comment_id))
        self.session.commit()

    def hide(self, comment_id: str) -> None:
        """Mark a row."""
        self.session.get_one(CommentRow, comment_id).hidden = True
        self.session.commit()

    def restore(self, comment_id: str) -> None:
        """Take the mark away."""
        self.session.get_one(CommentRow, comment_id).hidden = False
        self.session.commit()

    def move(self, comment_id: str, parent_id: str | None) -> None:
        """Give a row another parent."""
        parent = self.session.get_one(CommentRow, parent_id) if parent_id else None
        self.session.get_one(CommentRow, comment_id).parent = parent
        self.session.commit()

    def walk(self) -> list[Row]:
        """Follow the replies of the rows without a parent."""
        top = select(CommentRow).where(CommentRow.parent_id.is_(None))
        return list(_rows(self.session.scalars(top.order_by(CommentRow.created_at)), 0))

    def count(self) -> int:
        """Count the rows that are not hidden."""
        shown = select(func.count()).select_from(CommentRow).where(~CommentRow.hidden)
        return self.session.scalars(shown).one()

    def page(self, size: int, after: int | None) -> Page:
        """Show so many rows from an offset."""
        start = after or 0
        rows = self.walk()
        end = start + size
        return Page(rows[start:end], next=end if end < len(rows) else None)


def _row(comment: Comment) -> CommentRow:
    return CommentRow(
        id=comment.id,
        parent_id=comment.parent_id,
        created_at=comment.created_at,
        text=comment.body.text,
    )


def _rows(level: Iterable[CommentRow], depth: int) -> Iterator[Row]:
    """Do what a recursive template does; a hidden comment is said to be removed."""
    for row in level:
        text = "" if row.hidden else row.text
        yield Row(row.id, depth, text=text, parent_id=row.parent_id, is_placeholder=row.hidden)
        yield from _rows(row.replies, depth + 1)


if __name__ == "__main__":
    print(check_store(SQLAlchemyFirst, lacks=LACKS))
