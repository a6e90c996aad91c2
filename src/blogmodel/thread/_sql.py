"""The text of SQL statements: identifiers that cannot inject, parameters as the driver names them.

The library imports no driver and runs nothing: what it gives is text.
"""

import re
from enum import StrEnum, auto
from typing import Protocol

import attrs

from blogmodel import _checks
from blogmodel.errors import InvalidTypeError, InvalidValueError

__all__ = ["Dialect", "Names", "require_names", "statement"]


class Dialect(StrEnum):
    """The database that statements are written for."""

    SQLITE = auto()
    """SQLite 3.24 or later; parameters are ``:name``, as the standard library's sqlite3 reads."""
    POSTGRESQL = auto()
    """PostgreSQL 12 or later; parameters are ``%(name)s``, as psycopg reads."""


class Names(attrs.AttrsInstance, Protocol):
    """What statements are written with: a dialect, and fields of identifiers."""

    @property
    def dialect(self) -> Dialect:
        """Whose SQL to write."""
        ...


def statement(names: Names, template: str) -> str:
    """Fill a template in.

    ``{name}`` is the identifier that the field of that name holds, quoted, or a type;
    ``:name`` is a parameter.
    """
    identifiers = {field: f'"{value}"' for field, value in _names(names).items()}
    text = template.format(**identifiers, **_TYPES[names.dialect])
    return text if names.dialect is Dialect.SQLITE else _PARAMETER.sub(r"%(\1)s", text)


def require_names(names: Names) -> None:
    """Require plain identifiers, and columns that differ."""
    owner = type(names).__name__
    _checks.member(owner, "dialect", names.dialect, Dialect)
    taken: dict[str, str] = {}
    for field, value in _names(names).items():
        if type(value) is not str:
            raise InvalidTypeError(owner, field, value, "a str")
        if not _IDENTIFIER.fullmatch(value):
            raise InvalidValueError(
                owner, field, value, "1 to 48 ASCII letters, digits and _, not a digit first"
            )
        # SQLite takes names that differ by case for one, quoted or not.
        if field != "table" and taken.setdefault(value.lower(), field) != field:
            other = taken[value.lower()]
            raise InvalidValueError(owner, field, value, f"another name than that of {other}")


def _names(names: Names) -> dict[str, str]:
    fields = attrs.asdict(names, recurse=False)
    return {field: value for field, value in fields.items() if field != "dialect"}


# PostgreSQL cuts names at 63 bytes, and indexes add some to the table's.
_IDENTIFIER = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,47}")
_PARAMETER = re.compile(r":(\w+)")
_TYPES = {
    Dialect.SQLITE: {"bytes_type": "BLOB", "number_type": "INTEGER"},
    Dialect.POSTGRESQL: {"bytes_type": "BYTEA", "number_type": "BIGINT"},
}
