"""What readers report."""

from __future__ import annotations

from datetime import datetime  # noqa: TC003 - what decodes documents reads the annotations

import attrs

from blogmodel import _checks
from blogmodel.moderation._kinds import Reason

__all__ = ["Report"]


@attrs.frozen
class Report:
    """A reader's report of a comment.

    Attributes:
        comment_id: what is reported.
        reporter: who reports, as an opaque id or a fingerprint.
        reason: why.
        at: when; kept in UTC.

    Raises:
        InvalidValueError: a field holds what it may not; the message names it.
    """

    comment_id: str
    reporter: str
    reason: Reason
    at: datetime = attrs.field(kw_only=True)

    def __attrs_post_init__(self) -> None:
        _checks.identifier("Report", "comment_id", self.comment_id)
        _checks.identifier("Report", "reporter", self.reporter)
        _checks.member("Report", "reason", self.reason, Reason)
        _checks.aware("Report", "at", self.at)
        object.__setattr__(self, "at", _checks.moment("Report", "at", self.at))
