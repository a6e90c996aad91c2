"""SQL for a table of comments that knows parents and nothing else."""

import attrs

from blogmodel.thread._sql import Dialect, require_names, statement

__all__ = ["AdjacencySQL"]


@attrs.frozen
class AdjacencySQL:
    """The statements of a table that keeps each comment with the parent it names.

    The database finds subtrees and ancestors with recursive queries, which follow the parents as
    the comments name them: a ring ends where it began, and a comment whose parent is missing is
    below nobody. It gives them in no order; `blogmodel.thread.Thread.build` puts them in theirs.

    Each attribute from ``create`` on is the text of one statement; parameters are named, and their
    names are the fields' below, not the columns'. Rows are (id, document).

    Attributes:
        dialect: whose SQL to write.
        table: the table's name.
        post_id: the columns' names, as all below.
        id: ids are one a post.
        parent_id: whom the comment says it answers.
        document: the comment itself.

    Raises:
        InvalidValueError: a name is not plain, or two columns have one name.

    Example:
        >>> from blogmodel.thread import AdjacencySQL, Dialect
        >>> print(AdjacencySQL(Dialect.SQLITE).thread)
        SELECT "id", "document" FROM "comment" WHERE "post_id" = :post_id
    """

    dialect: Dialect
    table: str = "comment"
    post_id: str = attrs.field(default="post_id", kw_only=True)
    id: str = attrs.field(default="id", kw_only=True)
    parent_id: str = attrs.field(default="parent_id", kw_only=True)
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
    {parent_id} TEXT,
    {document} TEXT NOT NULL,
    PRIMARY KEY ({post_id}, {id})
)""",
            ),
            statement(
                self,
                f'CREATE INDEX "{self.table}_by_parent" ON {{table}} ({{post_id}}, {{parent_id}})',
            ),
        )

    @property
    def insert(self) -> str:
        """Insert a row. Takes post_id, id, parent_id, document."""
        return statement(
            self,
            """INSERT INTO {table} ({post_id}, {id}, {parent_id}, {document})
VALUES (:post_id, :id, :parent_id, :document)""",
        )

    @property
    def thread(self) -> str:
        """Read all comments of a post. Takes post_id."""
        return statement(self, "SELECT {id}, {document} FROM {table} WHERE {post_id} = :post_id")

    @property
    def subtree(self) -> str:
        """Read a comment and all below. Takes post_id, id."""
        return self._reached("one.{parent_id} = known.{id}", "one.{id}, one.{document}")

    @property
    def ancestors(self) -> str:
        """Read a comment and all above. Takes post_id, id."""
        return self._reached("one.{id} = known.{parent_id}", "one.{id}, one.{document}")

    @property
    def count(self) -> str:
        """Count a comment and all below, as one row of one number. Takes post_id, id."""
        return self._reached("one.{parent_id} = known.{id}", "count(*)")

    def _reached(self, step: str, what: str) -> str:
        return statement(self, _REACHED.replace("[step]", step).replace("[what]", what))


# UNION drops what is known already, so that rings end. No table has a name with a space.
_REACHED = """WITH RECURSIVE "known ones" ({id}, {parent_id}) AS (
    SELECT {id}, {parent_id} FROM {table} WHERE {post_id} = :post_id AND {id} = :id
    UNION
    SELECT one.{id}, one.{parent_id} FROM "known ones" AS known
    JOIN {table} AS one ON one.{post_id} = :post_id AND [step]
)
SELECT [what] FROM "known ones" AS known
JOIN {table} AS one ON one.{post_id} = :post_id AND one.{id} = known.{id}"""
