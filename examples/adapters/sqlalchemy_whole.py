"""A model of SQLAlchemy 2 that holds every law: it keeps comments as they came.

What was added to `sqlalchemy_first.py`: a session for each task and none that is kept, no
relationship and so no cascade, a status in place of deletion, and `Thread` to show the rows.
"""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import count
from typing import TYPE_CHECKING

from shown import defects_of, page_of, rows_of, view_of
from sqlalchemy import create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, mapped_column, sessionmaker
from sqlalchemy.pool import StaticPool

from blogmodel import Comment, Status, Thread
from blogmodel.testing import check_store

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from blogmodel.testing import Page, Row

LACKS: frozenset[str] = frozenset()


class Base(MappedAsDataclass, DeclarativeBase):
    """What the models of this file have in common."""


class CommentRow(Base):
    """A comment as it came; ``page`` is the page that it was written on."""

    __tablename__ = "comment"

    page: Mapped[int] = mapped_column(index=True)
    id: Mapped[str] = mapped_column(index=True)
    post_id: Mapped[str]
    parent_id: Mapped[str | None]
    created_at: Mapped[datetime | None]
    updated_at: Mapped[datetime | None]
    text: Mapped[str]
    status: Mapped[Status] = mapped_column(default=Status.PUBLISHED)
    number: Mapped[int] = mapped_column(primary_key=True, init=False)

    def value(self) -> Comment:
        """Return the comment; SQLite keeps no zones, and all is in UTC."""
        return Comment(
            self.id,
            self.post_id,
            body=self.text,
            parent_id=self.parent_id,
            created_at=self.created_at and self.created_at.replace(tzinfo=UTC),
            updated_at=self.updated_at and self.updated_at.replace(tzinfo=UTC),
            status=self.status,
        )


ENGINE = create_engine("sqlite://", poolclass=StaticPool)
Base.metadata.create_all(ENGINE)
_NUMBERS = count()


class SQLAlchemyWhole:
    """The number of a page, and what makes sessions."""

    def __init__(self, number: int | None = None) -> None:
        self.number = next(_NUMBERS) if number is None else number
        self.sessions = sessionmaker(ENGINE)

    def another(self) -> SQLAlchemyWhole:
        """Return another store of the same page."""
        return SQLAlchemyWhole(self.number)

    def merge(self, comments: Sequence[Comment]) -> None:
        """Add rows."""
        with self.sessions.begin() as session:
            session.add_all(
                CommentRow(
                    self.number,
                    comment.id,
                    comment.post_id,
                    comment.parent_id,
                    comment.created_at,
                    comment.updated_at,
                    comment.body.text,
                )
                for comment in comments
            )

    load = merge

    def add(self, comment: Comment) -> None:
        """Add a row."""
        self.merge([comment])

    def _comments(self, session: Session | None = None) -> list[Comment]:
        if session is None:
            with self.sessions() as own:
                return self._comments(own)
        same = select(CommentRow).where(CommentRow.page == self.number)
        return [row.value() for row in session.scalars(same)]

    def _change(self, comment_id: str, **fields: object) -> None:
        with self.sessions.begin() as session:
            if fields.get("parent_id") is not None:
                Thread.build(self._comments(session)).move(comment_id, str(fields["parent_id"]))
            for row in session.scalars(
                select(CommentRow).filter_by(page=self.number, id=comment_id)
            ):
                for name, value in fields.items():
                    setattr(row, name, value)

    def edit(self, comment_id: str, text: str) -> None:
        """Give a comment another text."""
        self._change(comment_id, text=text)

    def delete(self, comment_id: str) -> None:
        """Leave of a comment what keeps its place."""
        self._change(comment_id, text="", status=Status.ERASED)

    def hide(self, comment_id: str) -> None:
        """Take a comment down."""
        self._change(comment_id, status=Status.REMOVED)

    def restore(self, comment_id: str) -> None:
        """Publish it again."""
        self._change(comment_id, status=Status.PUBLISHED)

    def move(self, comment_id: str, parent_id: str | None) -> None:
        """Give a comment another parent, unless `Thread.move` refuses."""
        self._change(comment_id, parent_id=parent_id)

    def walk(self) -> list[Row]:
        """Read all, and show it."""
        return rows_of(view_of(self._comments()).walk())

    def walk_to(self, depth: int) -> list[Row]:
        """Show nothing further in than a depth."""
        return rows_of(view_of(self._comments(), depth).walk())

    def count(self) -> int:
        """Count what is shown."""
        return len(view_of(self._comments()))

    def page(self, size: int, after: str | None) -> Page:
        """Show a page."""
        return page_of(view_of(self._comments()), size, after)

    def permalink(self, comment_id: str, size: int) -> list[Row]:
        """Show the page that has a comment."""
        return rows_of(view_of(self._comments()).page_of(comment_id, size).nodes)

    def defects(self) -> list[tuple[str, str]]:
        """Tell what is wrong."""
        return defects_of(self._comments())


if __name__ == "__main__":
    print(check_store(SQLAlchemyWhole, lacks=LACKS))
