"""A record on its way to a value: what its fields may hold is taken, what they may not is kept.

Sources hold addresses that are none, dates of the year 0000, names that are blank. A value is made
all the same: such a field stays empty, its text goes into ``extra`` under the name that the source
gives it, and a defect says so.
"""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

import attrs

from blogmodel import _checks
from blogmodel.errors import InvalidValueError
from blogmodel.formats._entries import SourceDefect, SourceDefectKind
from blogmodel.model import Author, Body, Comment, Extra, MediaType, Post

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import tzinfo

__all__ = ["UNKNOWN_POST", "Draft", "changed", "digest_id", "html_body", "laid_out", "shown"]

UNKNOWN_POST = "unknown"
"""The post of comments whose source does not tell it."""

_SHOWN = 80


class Draft:
    """The fields of one record.

    Attributes:
        extra: what goes into the value's ``extra``, by the source's own names.
        defects: what was wrong.
        id: the id of the value, as soon as it is known.
    """

    __slots__ = ("_column", "_line", "defects", "extra", "id", "zone")

    def __init__(
        self,
        *,
        line: int | None = None,
        column: int | None = None,
        zone: tzinfo | None = None,
        id: str | None = None,  # noqa: A002 - the field's own name
    ) -> None:
        self.extra: dict[str, object] = {}
        self.defects: list[SourceDefect] = []
        self.id = id
        self._line = line
        self._column = column
        self.zone = zone

    def defect(self, kind: SourceDefectKind, text: str = "") -> None:
        """List something wrong in the record."""
        self.defects.append(
            SourceDefect(
                kind, shown(text), line=self._line, column=self._column, subject_id=self.id
            )
        )

    def kept(self) -> Extra:
        """Return what goes into the value's ``extra``."""
        if not self.extra:
            return _NOTHING
        # A field of the source that is called as one of the model's own is not that one.
        return Extra.of(
            {f"source:{k}" if k in _TAKEN else k: value for k, value in self.extra.items()}
        )

    def url(self, field: str, text: str | None) -> str | None:
        """Return an absolute web address; None where there is none."""
        return self._checked(field, text, _checks.url)

    def email(self, field: str, text: str | None) -> str | None:
        """Return an e-mail address; None where there is none."""
        return self._checked(field, text, _checks.email)

    def language(self, field: str, text: str | None) -> str | None:
        """Return a language tag; None where there is none."""
        return self._checked(field, text, _checks.language)

    def _checked(
        self,
        field: str,
        text: str | None,
        check: Callable[[str, str, object], None],
    ) -> str | None:
        value = text.strip() if text else None
        if not value:
            return None
        try:
            check("Draft", field, value)
        except InvalidValueError:
            self._refuse(field, value, SourceDefectKind.BAD_VALUE)
            return None
        return value

    def _refuse(self, field: str, text: str, kind: SourceDefectKind) -> None:
        self.extra[field] = text
        self.defect(kind, f"{field}: {text}")

    def count(self, field: str, value: object) -> int:
        """Return a whole number from 0 on; 0 where there is none."""
        if type(value) is str and value.strip().isascii() and value.strip().isdigit():
            value = int(value) if len(value) < 20 else value  # noqa: PLR2004 - 2 ** 63 has 19
        if value is None or value == "":
            return 0
        if type(value) is int and 0 <= value <= _checks.LARGEST:
            return value
        self._refuse(field, str(value)[:_SHOWN], SourceDefectKind.BAD_VALUE)
        return 0

    def iso(self, field: str, text: str | None) -> datetime | None:
        """Return the moment that ISO 8601 or RFC 3339 tells: « 2011-06-24T13:07:00Z ».

        A local time is of the zone that the caller gave.
        """
        return self._moment(field, text, _iso)

    def rfc822(self, field: str, text: str | None) -> datetime | None:
        """Return the moment that RFC 822 tells: « Fri, 24 Jun 2011 13:07:00 +0000 »."""
        return self._moment(field, text, _rfc822)

    def seconds(self, field: str, value: object) -> datetime | None:
        """Return the moment so many seconds after 1970 began, in UTC."""
        if value is None:
            return None
        try:
            return datetime.fromtimestamp(float(value), UTC)  # type: ignore[arg-type]
        except (TypeError, ValueError, OverflowError, OSError):
            self._refuse(field, str(value)[:_SHOWN], SourceDefectKind.BAD_DATE)
            return None

    def _moment(
        self, field: str, text: str | None, read: Callable[[str], datetime]
    ) -> datetime | None:
        value = text.strip() if text else None
        if not value:
            return None
        try:
            moment = read(value)
        except (ValueError, OverflowError, IndexError, TypeError):
            self._refuse(field, value, SourceDefectKind.BAD_DATE)
            return None
        return self.placed(field, value, moment)

    def placed(self, field: str, text: str, moment: datetime) -> datetime | None:
        """Return a moment in UTC; a local time is of the zone that the caller gave."""
        if moment.tzinfo is None:
            if self.zone is None:
                self._refuse(field, text, SourceDefectKind.NAIVE_DATE)
                return None
            moment = moment.replace(tzinfo=self.zone)
        if moment.tzinfo is UTC:
            return moment
        try:
            return moment.astimezone(UTC)
        except OverflowError:
            self._refuse(field, text, SourceDefectKind.BAD_DATE)
            return None

    def author(  # noqa: PLR0913 - the fields of an author
        self,
        name: str | None,
        *,
        id: str | None = None,  # noqa: A002 - the field's own name
        email: str | None = None,
        url: str | None = None,
        field: str = "author",
        extra: Extra | None = None,
    ) -> Author | None:
        """Return who wrote it; None where nobody is named.

        What is told of somebody without a name is in ``extra``: an author has one.
        """
        address = self.email(f"{field}_email", email)
        page = self.url(f"{field}_url", url)
        known = name.strip() if name else ""
        if not known:
            told = {"id": id, "email": address, "url": page}
            told = {key: value for key, value in told.items() if value}
            if told:
                self.extra[field] = told
            return None
        return Author(known, id=id or None, email=address, url=page, extra=extra or _NOTHING)


_NOTHING = Extra()
_TAKEN = frozenset(
    {field.name for kind in (Post, Comment) for field in attrs.fields(kind)} | {"type", "version"}
) - {"title"}  # Comments have none of their own, and posts keep no other.


def _iso(text: str) -> datetime:
    return datetime.fromisoformat(text)


# « Fri, 24 Jun 2011 13:07:00 -0000 » is UTC of which the place is not known: still a moment.
_UNPLACED = re.compile(r"[-+]0000\s*$")


# email.utils takes a year of any figures; WordPress writes « Mon, 30 Nov -0001 » for none.
_NO_YEAR = re.compile(r"(?<!\S)-\d")


def _rfc822(text: str) -> datetime:
    if _NO_YEAR.search(text.partition(":")[0]):
        raise ValueError(text)
    moment = parsedate_to_datetime(text)
    return moment.replace(tzinfo=UTC) if _UNPLACED.search(text) else moment


def laid_out(text: str) -> str:
    """Return a text that its element has on lines of its own without what surrounds it."""
    return text.strip() if text.startswith("\n") else text


def html_body(text: str | None) -> Body:
    """Return a body of HTML; what is empty is in no language."""
    return Body(text, MediaType.HTML) if text else _EMPTY


_EMPTY = Body("")


def changed(updated: datetime | None, created: datetime | None) -> datetime | None:
    """Return when something changed: formats that always say so say when it was made, if never."""
    return None if updated == created else updated


def shown(text: str) -> str:
    """Return the start of a text on one line, for a defect."""
    line = " ".join(text[: _SHOWN * 2].split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"


def digest_id(*parts: str | None) -> str:
    """Return an id for what has none: the same for the same content, each time."""
    said = "\0".join(part or "" for part in parts).encode(errors="surrogatepass")
    return f"made-{hashlib.sha256(said).hexdigest()[:16]}"
