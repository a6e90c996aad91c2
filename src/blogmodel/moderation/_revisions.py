"""The texts that a comment has had."""

from __future__ import annotations

import hmac
from datetime import datetime  # noqa: TC003 - what decodes documents reads the annotations

import attrs

from blogmodel import _checks
from blogmodel.errors import InvalidTypeError, InvalidValueError
from blogmodel.model import Body

__all__ = ["Revision", "fingerprint"]


def _body(value: Body | str) -> Body:
    return Body(value) if isinstance(value, str) else value


@attrs.frozen(repr=False)
class Revision:
    """One of the texts that a comment has had: what a history tells of, and does not hold.

    Attributes:
        comment_id: whose text.
        number: from 1, one more with each edit.
        body: the text; a str given is plain text.
        written_at: when it was written; None where it is not known. Kept in UTC.

    Raises:
        InvalidValueError: a field holds what it may not; the message names it.
    """

    comment_id: str
    number: int
    body: Body = attrs.field(converter=_body)
    written_at: datetime | None = attrs.field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        _checks.identifier("Revision", "comment_id", self.comment_id)
        _checks.count("Revision", "number", self.number)
        if not self.number:
            raise InvalidValueError("Revision", "number", self.number, "1 or more")
        _checks.instance("Revision", "body", self.body, Body, "Body('…') or a str")
        there = _checks.moment("Revision", "written_at", self.written_at)
        object.__setattr__(self, "written_at", there)

    def __repr__(self) -> str:
        return f"Revision({self.comment_id!r}, {self.number})"


_FEWEST_BYTES = 16


def fingerprint(key: bytes, *parts: str) -> str:
    """Return what stands for some texts where the texts themselves must not: 32 hex digits.

    Equal texts have equal fingerprints, and nothing of a text can be read from one. Without the
    key nobody can try out which short text, such as a name or a network address, has one; so the
    key is kept apart, and once it is gone nobody ever can.

    O(characters).

    Source: HMAC (RFC 2104) with SHA-256, the first 128 bits; each part preceded by its length.

    Args:
        key: at least 16 bytes, the site's own secret.
        parts: what it is of, such as a person's id.

    Raises:
        InvalidValueError: the key is shorter, or a part has a lone surrogate.
        InvalidTypeError: the key is not bytes, or a part no str.

    Example:
        >>> from blogmodel.moderation import fingerprint
        >>> fingerprint(b"a secret of this site", "zoe@example.org")
        '...'
    """
    if not isinstance(key, bytes):
        raise InvalidTypeError("fingerprint", "key", key, "bytes")
    if len(key) < _FEWEST_BYTES:
        # Not the key itself: errors are logged.
        raise InvalidValueError("fingerprint", "key", "…", f"{_FEWEST_BYTES} bytes or more")
    made = hmac.new(key, digestmod="sha256")
    for part in parts:
        data = _checks.text("fingerprint", "parts", part).encode()
        made.update(len(data).to_bytes(8, "big") + data)
    return made.hexdigest()[:32]
