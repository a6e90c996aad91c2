"""What a policy judges, and what it is told of the world outside."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from datetime import datetime, timedelta
from hashlib import blake2b
from typing import TYPE_CHECKING

import attrs

from blogmodel import _checks
from blogmodel.errors import InvalidTypeError, InvalidValueError
from blogmodel.model import Body, Comment, Post
from blogmodel.moderation._external import ExternalVerdict
from blogmodel.moderation._kinds import Role
from blogmodel.moderation._near import SeenTexts
from blogmodel.moderation._reports import Reports
from blogmodel.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Context", "Submission", "text_key"]


@attrs.frozen
class Submission:
    """A comment that was sent in, and what its form tells.

    Attributes:
        comment: the comment; its status does not count.
        post: what it stands under; None where the rules need not know.
        honeypot: what was filled into the field that people do not see; None where the form had
            none.
        filled_in: how long it took to fill the form in; None where nobody measured it.

    Raises:
        InvalidValueError: a field holds what it may not; or the post is another than the comment's.

    Example:
        >>> from blogmodel import Comment
        >>> from blogmodel.moderation import Submission
        >>> Submission(Comment("2", "billet", body="Merci !")).comment.body.text
        'Merci !'
    """

    comment: Comment
    post: Post | None = attrs.field(default=None, kw_only=True)
    honeypot: str | None = attrs.field(default=None, kw_only=True)
    filled_in: timedelta | None = attrs.field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        _checks.instance("Submission", "comment", self.comment, Comment, "Comment('2', 'billet')")
        _checks.optional_instance("Submission", "post", self.post, Post, "Post('billet')")
        _checks.optional_text("Submission", "honeypot", self.honeypot)
        _checks.optional_instance(
            "Submission", "filled_in", self.filled_in, timedelta, "timedelta(seconds=40)"
        )
        if self.post is not None and self.post.id != self.comment.post_id:
            raise InvalidValueError(
                "Submission", "post", self.post, f"the comment's own, {self.comment.post_id!r}"
            )


def _moments(times: Iterable[datetime] | None) -> tuple[datetime, ...] | None:
    if times is None:
        return None
    if not isinstance(times, list | tuple):
        raise InvalidTypeError("Context", "recent", times, "a list or a tuple of datetimes")
    return tuple(_checks.aware("Context", "recent", time) for time in times)


def _keys(keys: Iterable[str] | None) -> frozenset[str] | None:
    if keys is None:
        return None
    if not isinstance(keys, AbstractSet | list | tuple):
        raise InvalidTypeError("Context", "sent", keys, "a set of what text_key returned")
    return frozenset(keys)


@attrs.frozen(repr=False)
class Context:
    """What is known outside a submission when it is judged.

    A rule that needs what is None here does not guess: it is skipped, and the trace tells why.

    Attributes:
        now: the moment; aware, kept in UTC.
        role: in which capacity its author writes here, such as `Role.MODERATOR` for the staff.
        is_trusted: whether its author is one that this site trusts.
        approved: how many comments of its author were approved before.
        refused: how many were rejected, removed or judged to be spam.
        recent: when its author, or its network address, sent earlier comments.
        sent: what `text_key` returned for the comments that its author sent before.
        seen: the texts that were sent of late, by anybody.
        external: what another service says of it.
        reports: what readers reported of it, where it is judged again.

    Raises:
        InvalidValueError: a field holds what it may not; the message names it.

    Example:
        >>> from datetime import UTC, datetime
        >>> from blogmodel.moderation import Context
        >>> Context(datetime(2011, 6, 24, 13, 7, tzinfo=UTC), approved=3)
        Context(2011-06-24 13:07:00+00:00, approved)
    """

    now: datetime
    role: Role | None = attrs.field(default=None, kw_only=True)
    is_trusted: bool | None = attrs.field(default=None, kw_only=True)
    approved: int | None = attrs.field(default=None, kw_only=True)
    refused: int | None = attrs.field(default=None, kw_only=True)
    recent: tuple[datetime, ...] | None = attrs.field(
        default=None, converter=_moments, kw_only=True
    )
    sent: frozenset[str] | None = attrs.field(default=None, converter=_keys, kw_only=True)
    seen: SeenTexts | None = attrs.field(default=None, kw_only=True)
    external: ExternalVerdict | None = attrs.field(default=None, kw_only=True)
    reports: Reports | None = attrs.field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        _checks.aware("Context", "now", self.now)
        object.__setattr__(self, "now", _checks.moment("Context", "now", self.now))
        if self.role is not None:
            _checks.member("Context", "role", self.role, Role)
        if self.is_trusted is not None:
            _checks.flag("Context", "is_trusted", self.is_trusted)
        for field in ("approved", "refused"):
            if getattr(self, field) is not None:
                _checks.count("Context", field, getattr(self, field))
        _checks.optional_instance("Context", "seen", self.seen, SeenTexts, "SeenTexts()")
        _checks.optional_instance(
            "Context", "external", self.external, ExternalVerdict, "ExternalVerdict(…)"
        )
        _checks.optional_instance("Context", "reports", self.reports, Reports, "Reports()")

    def __repr__(self) -> str:
        known = [
            field.name
            for field in attrs.fields(Context)[1:]
            if getattr(self, field.name) is not None
        ]
        return f"Context({', '.join([str(self.now), *known])})"


def text_key(body: Body | str) -> str:
    """Return what two texts have in common when they are the same but for case, accents and spaces.

    It is kept in the place of the text that was sent, to tell when it is sent again. A short text
    can be guessed from it; where that matters, keep `fingerprint` of it, and compare these.

    O(characters).

    Raises:
        InvalidTypeError: it is no Body and no str.

    Example:
        >>> from blogmodel.moderation import text_key
        >>> text_key("Merci  beaucoup !") == text_key("MERCI beaucoup\u00a0!")
        True
    """
    text = body.text if isinstance(body, Body) else _checks.text("text_key", "body", body)
    return blake2b(" ".join(fold(text).split()).encode(), digest_size=16).hexdigest()
