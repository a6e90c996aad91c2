"""SQL for a table of comments with materialised paths."""

import attrs

from blogmodel import _checks
from blogmodel.errors import InvalidValueError
from blogmodel.thread._sql import Dialect, require_names, statement

__all__ = ["PathSQL"]


@attrs.frozen
class PathSQL:
    """The statements of a table that keeps each comment with its parent and its path.

    An insert writes one row, and a page is read from where the last one stopped. Each attribute
    from ``create`` on is the text of one statement; parameters are named, and their names are the
    fields' below, not the columns'. Rows are (id, path, document) unless said otherwise.

    ``post_id`` is that of the post whose thread it is; several can share a table. ``path`` is
    bytes, ``document`` what you keep of the comment as text, such as its
    `blogmodel.model.to_json`. PostgreSQL's text holds no 0x00, so that its drivers refuse an id
    with one.

    PostgreSQL refuses index entries above 2704 bytes, which the path of the hundredth reply to a
    reply passes; there the first 1024 bytes are indexed, and the rest compared.

    Attributes:
        dialect: whose SQL to write.
        table: the table's name.
        post_id: the columns' names, as all below.
        id: ids are one a post.
        parent_id: whom the comment says it answers, which may be nobody here.
        path: where it stands.
        document: the comment itself.

    Raises:
        InvalidValueError: a name is not plain, or two columns have one name.

    Example:
        >>> from blogmodel.thread import Dialect, PathSQL
        >>> print(PathSQL(Dialect.SQLITE).page)
        SELECT "id", "path", "document" FROM "comment"
        WHERE "post_id" = :post_id AND "path" > :after
        ORDER BY "path" LIMIT :size
        >>> PathSQL(Dialect.SQLITE, table="comment; DROP TABLE post")
        Traceback (most recent call last):
        ...
        blogmodel.errors.InvalidValueError: PathSQL.table must be 1 to 48 ASCII letters, ...
    """

    dialect: Dialect
    table: str = "comment"
    post_id: str = attrs.field(default="post_id", kw_only=True)
    id: str = attrs.field(default="id", kw_only=True)
    parent_id: str = attrs.field(default="parent_id", kw_only=True)
    path: str = attrs.field(default="path", kw_only=True)
    document: str = attrs.field(default="document", kw_only=True)

    def __attrs_post_init__(self) -> None:
        require_names(self)

    @property
    def create(self) -> tuple[str, ...]:
        """Create the table and its indexes; several statements, to be run one by one."""
        return (
            self._text(
                """CREATE TABLE {table} (
    {post_id} TEXT NOT NULL,
    {id} TEXT NOT NULL,
    {parent_id} TEXT,
    {path} {bytes_type} NOT NULL,
    {document} TEXT NOT NULL,
    PRIMARY KEY ({post_id}, {id})
)"""
            ),
            self._text(f'CREATE INDEX "{self.table}_by_path" ON {{table}} ({{post_id}}, {{key}})'),
            self._text(
                f'CREATE INDEX "{self.table}_by_parent" ON {{table}} ({{post_id}}, {{parent_id}})'
            ),
        )

    @property
    def insert(self) -> str:
        """Insert a row. Takes post_id, id, parent_id, path, document."""
        return self._text(
            """INSERT INTO {table} ({post_id}, {id}, {parent_id}, {path}, {document})
VALUES (:post_id, :id, :parent_id, :path, :document)"""
        )

    @property
    def update(self) -> str:
        """Write a row anew. Takes those of ``insert``."""
        return self._text(
            """UPDATE {table}
SET {parent_id} = :parent_id, {path} = :path, {document} = :document
WHERE {post_id} = :post_id AND {id} = :id"""
        )

    @property
    def page(self) -> str:
        """Read a page of the thread, in the order of the walk. Takes post_id, after, size.

        ``after`` is the path of the last row of the page before, ``b""`` for the first.
        """
        return self._select("{after}", "{by_path} LIMIT :size")

    @property
    def subtree(self) -> str:
        """Read a comment and all below, in the order of the walk. Takes post_id, low, high.

        The bounds are those that `blogmodel.thread.subtree_range` gives.
        """
        return self._select("{low} AND {high}", "{by_path}")

    @property
    def subtree_page(self) -> str:
        """Read a page of what stands below a comment. Takes post_id, after, high, size.

        ``high`` is the second bound that `blogmodel.thread.subtree_range` gives; ``after`` the
        comment's own path, then that of the last row of the page before.
        """
        return self._select("{after} AND {high}", "{by_path} LIMIT :size")

    @property
    def count(self) -> str:
        """Count a comment and all below, as one row of one number. Takes post_id, low, high."""
        return self._text(
            "SELECT count(*) FROM {table}\nWHERE {post_id} = :post_id AND {low} AND {high}"
        )

    @property
    def replies(self) -> str:
        """Read the comments that say they answer one. Takes post_id, parent_id.

        For a comment that comes late, those are the orphans that waited for it.
        """
        return self._select("{parent_id} = :parent_id", "{path}")

    def ancestors(self, count: int) -> str:
        """Read some comments by their ids, from the top down.

        Takes post_id, and id_1 up to the count. The ids of those above a comment stand in
        its path: `blogmodel.thread.decode_path`.

        Raises:
            InvalidValueError: the count is not 1 or more.

        Example:
            >>> from blogmodel.thread import Dialect, PathSQL
            >>> print(PathSQL(Dialect.POSTGRESQL).ancestors(2))
            SELECT "id", "path", "document" FROM "comment"
            WHERE "post_id" = %(post_id)s AND "id" IN (%(id_1)s, %(id_2)s)
            ORDER BY "path"
        """
        _checks.count("PathSQL", "count", count)
        if not count:
            raise InvalidValueError("PathSQL", "count", count, "1 or more")
        ids = ", ".join(f":id_{number}" for number in range(1, count + 1))
        return self._select(f"{{id}} IN ({ids})", "{path}")

    @property
    def move(self) -> str:
        """Move a comment and all below it to another path. Takes post_id, low, high, path.

        The bounds are those of its present path; the new one is that of
        `blogmodel.thread.child_path`. The comment's own parent_id and document are to be written
        too, with ``update``. A SQLite database whose texts are UTF-16 cannot join bytes, and
        refuses it by the constraint that paths are not NULL.
        """
        return self._text(
            """UPDATE {table} SET {path} = {moved}
WHERE {post_id} = :post_id AND {low} AND {high}"""
        )

    def _select(self, where: str, order: str) -> str:
        head = "SELECT {id}, {path}, {document} FROM {table}\nWHERE {post_id} = :post_id AND "
        return self._text(f"{head}{where}\nORDER BY {order}")

    def _text(self, template: str) -> str:
        for name, part in _PARTS[self.dialect].items():
            template = template.replace(f"{{{name}}}", part)
        return statement(self, template)


_PARTS = {
    Dialect.SQLITE: {
        "key": "{path}",
        "by_path": "{path}",
        "after": "{path} > :after",
        "low": "{path} >= :low",
        "high": "{path} < :high",
        # SQLite joins bytes into a text, of the same bytes where texts are UTF-8; elsewhere the
        # NULL is refused.
        "moved": "CASE length(CAST('a' AS BLOB)) WHEN 1"
        " THEN CAST(:path || substr({path}, length(:low) + 1) AS BLOB) END",
    },
    Dialect.POSTGRESQL: {
        "key": "substr({path}, 1, 1024)",
        "by_path": "substr({path}, 1, 1024), {path}",
        "after": "substr({path}, 1, 1024) >= substr(:after, 1, 1024) AND {path} > :after",
        "low": "substr({path}, 1, 1024) >= substr(:low, 1, 1024) AND {path} >= :low",
        "high": "substr({path}, 1, 1024) <= substr(:high, 1, 1024) AND {path} < :high",
        "moved": ":path || substr({path}, length(:low) + 1)",
    },
}
