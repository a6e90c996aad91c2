"""SQL for a table of comments with nested sets."""

import attrs

from blogmodel.thread._sql import Dialect, require_names, statement

__all__ = ["NestedSetSQL"]


@attrs.frozen
class NestedSetSQL:
    """The statements of a table of comments with intervals, to be written whole and then read.

    For exports and reports: subtrees, counts and ancestors are read by plain comparisons of
    numbers, which any tool can make; an insert would move every number after it. Each attribute
    from ``create`` on is the text of one statement; parameters are named, and their names are the
    fields' below, not the columns'. Rows are (id, left, right, depth, is_placeholder, document)
    in the order of the walk, unless said otherwise.

    Attributes:
        dialect: whose SQL to write.
        table: the table's name.
        post_id: the columns' names, as all below.
        id: ids are one a post.
        left: its default is not LEFT, which is a word of SQL.
        right: as ``left``.
        depth: how many nodes stand above.
        is_placeholder: whether it is a placeholder's.
        document: the comment itself.

    Raises:
        InvalidValueError: a name is not plain, or two columns have one name.

    Example:
        >>> from blogmodel.thread import Dialect, NestedSetSQL
        >>> print(NestedSetSQL(Dialect.POSTGRESQL).clear)
        DELETE FROM "comment_set" WHERE "post_id" = %(post_id)s
    """

    dialect: Dialect
    table: str = "comment_set"
    post_id: str = attrs.field(default="post_id", kw_only=True)
    id: str = attrs.field(default="id", kw_only=True)
    left: str = attrs.field(default="lft", kw_only=True)
    right: str = attrs.field(default="rgt", kw_only=True)
    depth: str = attrs.field(default="depth", kw_only=True)
    is_placeholder: str = attrs.field(default="is_placeholder", kw_only=True)
    document: str = attrs.field(default="document", kw_only=True)

    def __attrs_post_init__(self) -> None:
        require_names(self)

    @property
    def create(self) -> tuple[str, ...]:
        """Create the table and its index; several statements, to be run one by one."""
        return (
            statement(
                self,
                """CREATE TABLE {table} (
    {post_id} TEXT NOT NULL,
    {id} TEXT NOT NULL,
    {left} {number_type} NOT NULL,
    {right} {number_type} NOT NULL,
    {depth} {number_type} NOT NULL,
    {is_placeholder} BOOLEAN NOT NULL,
    {document} TEXT NOT NULL,
    PRIMARY KEY ({post_id}, {id})
)""",
            ),
            statement(
                self,
                f'CREATE UNIQUE INDEX "{self.table}_by_left" ON {{table}} ({{post_id}}, {{left}})',
            ),
        )

    @property
    def clear(self) -> str:
        """Delete the rows of one post, before they are written anew. Takes post_id."""
        return statement(self, "DELETE FROM {table} WHERE {post_id} = :post_id")

    @property
    def insert(self) -> str:
        """Insert a row. Takes post_id, id, left, right, depth, is_placeholder, document."""
        return statement(
            self,
            """INSERT INTO {table}
    ({post_id}, {id}, {left}, {right}, {depth}, {is_placeholder}, {document})
VALUES (:post_id, :id, :left, :right, :depth, :is_placeholder, :document)""",
        )

    @property
    def page(self) -> str:
        """Read a page. Takes post_id, after, size; ``after`` is the last left read, or 0."""
        return statement(
            self,
            "SELECT one.{id}, one.{left}, one.{right}, one.{depth}, one.{is_placeholder},"
            " one.{document}\nFROM {table} AS one\n"
            "WHERE one.{post_id} = :post_id AND one.{left} > :after\n"
            "ORDER BY one.{left} LIMIT :size",
        )

    @property
    def subtree(self) -> str:
        """Read a comment and all below. Takes post_id, id."""
        return self._select_by("one.{left} BETWEEN it.{left} AND it.{right}")

    @property
    def ancestors(self) -> str:
        """Read the comments above one, from the top down. Takes post_id, id."""
        return self._select_by("one.{left} < it.{left} AND one.{right} > it.{right}")

    @property
    def count(self) -> str:
        """Count a comment and all below, as one row of one number. Takes post_id, id."""
        return statement(
            self,
            """SELECT ({right} - {left} + 1) / 2 FROM {table}
WHERE {post_id} = :post_id AND {id} = :id""",
        )

    def _select_by(self, where: str) -> str:
        return statement(
            self,
            "SELECT one.{id}, one.{left}, one.{right}, one.{depth}, one.{is_placeholder},"
            " one.{document}\nFROM {table} AS it JOIN {table} AS one"
            " ON one.{post_id} = it.{post_id}\n"
            f"WHERE it.{{post_id}} = :post_id AND it.{{id}} = :id AND {where}"
            "\nORDER BY one.{left}",
        )
