"""What readers report, and what their reports weigh together."""

from __future__ import annotations

from datetime import datetime  # noqa: TC003 - what decodes documents reads the annotations
from enum import StrEnum
from typing import TYPE_CHECKING

import attrs

from blogmodel import _checks
from blogmodel.errors import InvalidTypeError, InvalidValueError
from blogmodel.moderation._kinds import Reason

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Report", "ReportState", "Reporter", "Reports"]


@attrs.frozen
class Reporter:
    """What is known of somebody who reports, when they do.

    Attributes:
        id: who, as an opaque id or a fingerprint.
        trust: how much the site trusts them, from 0 to 1.
        upheld: how many of their earlier reports moderators found right.
        dismissed: how many they found wrong.

    Raises:
        InvalidValueError: a field holds what it may not; the message names it.

    Example:
        >>> from blogmodel.moderation import Reporter
        >>> Reporter("r1").weight, Reporter("r2", trust=1, upheld=9).weight
        (1.0, 2.8181818181818183)
    """

    id: str
    trust: float = attrs.field(default=0.0, kw_only=True)
    upheld: int = attrs.field(default=0, kw_only=True)
    dismissed: int = attrs.field(default=0, kw_only=True)

    def __attrs_post_init__(self) -> None:
        _checks.identifier("Reporter", "id", self.id)
        if isinstance(self.trust, bool) or not isinstance(self.trust, int | float):
            raise InvalidTypeError("Reporter", "trust", self.trust, "a number from 0 to 1")
        if not 0 <= self.trust <= 1:
            raise InvalidValueError("Reporter", "trust", self.trust, "a number from 0 to 1")
        _checks.count("Reporter", "upheld", self.upheld)
        _checks.count("Reporter", "dismissed", self.dismissed)

    @property
    def weight(self) -> float:
        """What a report of theirs weighs, which is 1 + trust + accuracy, from 1 to 3.

        Accuracy is how far more of their reports were upheld than dismissed: the difference over
        the sum and two more, which say nothing yet; 0 for who was wrong as often as right.
        """
        judged = self.upheld + self.dismissed
        accuracy = max(0.0, (self.upheld - self.dismissed) / (judged + 2))
        return 1.0 + self.trust + accuracy


@attrs.frozen
class Report:
    """A reader's report of a comment.

    Attributes:
        comment_id: what is reported.
        reporter: who reports, as an opaque id or a fingerprint.
        reason: why.
        at: when; kept in UTC.
        weight: what it weighs; 1 for a reader of whom nothing is known. See `Reporter.weight`.
        revision: of the comment, from 1.

    Raises:
        InvalidValueError: a field holds what it may not; the message names it.
    """

    comment_id: str
    reporter: str
    reason: Reason
    at: datetime = attrs.field(kw_only=True)
    weight: float = attrs.field(default=1.0, kw_only=True)
    revision: int = attrs.field(default=1, kw_only=True)

    def __attrs_post_init__(self) -> None:
        _checks.identifier("Report", "comment_id", self.comment_id)
        _checks.identifier("Report", "reporter", self.reporter)
        _checks.member("Report", "reason", self.reason, Reason)
        _checks.aware("Report", "at", self.at)
        object.__setattr__(self, "at", _checks.moment("Report", "at", self.at))
        if isinstance(self.weight, bool) or not isinstance(self.weight, int | float):
            raise InvalidTypeError("Report", "weight", self.weight, "a number from 0 to 3")
        if not 0 <= self.weight <= _HEAVIEST:
            raise InvalidValueError("Report", "weight", self.weight, "a number from 0 to 3")
        _checks.count("Report", "revision", self.revision)


_HEAVIEST = 3


class ReportState(StrEnum):
    """What has become of a report."""

    LIVE = "live"
    """It counts."""
    WITHDRAWN = "withdrawn"
    """Whoever reported took it back."""
    UPHELD = "upheld"
    """A moderator found it right."""
    DISMISSED = "dismissed"
    """A moderator found it wrong."""


# Of two replicas that know different things, the one further on is right.
_ORDER = {state: rank for rank, state in enumerate(ReportState)}

# Who, why, and of which revision: there is one report of each.
_Key = tuple[str, Reason, int]


@attrs.frozen(repr=False)
class Reports:
    """The reports of one comment: one for each reader, reason and revision.

    Whatever the order in which they were filed, withdrawn and judged, the same ones make the same
    value, and two replicas merge to it. What was withdrawn or judged stays so, and never counts
    again: who files it again changes nothing, until the comment has another revision.

    Attributes:
        kept: each report, with what has become of it, in the order of who, why and which revision.

    Example:
        >>> from datetime import UTC, datetime
        >>> from blogmodel.moderation import Reason, Report, Reports
        >>> at = datetime(2011, 6, 24, 13, 7, tzinfo=UTC)
        >>> reports = Reports().file(Report("c1", "r1", Reason.SPAM, at=at))
        >>> reports.file(Report("c1", "r1", Reason.SPAM, at=at)).total
        1.0
        >>> reports.withdraw("r1", Reason.SPAM).total
        0
    """

    kept: tuple[tuple[Report, ReportState], ...] = ()

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.kept, tuple):
            raise InvalidTypeError("Reports", "kept", self.kept, "a tuple of reports and states")
        for report, state in self.kept:
            _checks.instance("Reports", "kept", report, Report, "Report('c1', 'r1', Reason.SPAM)")
            _checks.member("Reports", "kept", state, ReportState)
        keys = [_key(report) for report, _ in self.kept]
        if keys != sorted(set(keys)):
            raise InvalidValueError(
                "Reports", "kept", self.kept, "in order, one for each reader, reason and revision"
            )
        others = {report.comment_id for report, _ in self.kept}
        if len(others) > 1:
            raise InvalidValueError("Reports", "kept", sorted(others), "reports of one comment")

    def file(self, report: Report) -> Reports:
        """Return the reports with one more; the earlier one of two of a kind is kept.

        Raises:
            InvalidValueError: it is of another comment.
            InvalidTypeError: it is no Report.
        """
        _checks.instance("Reports", "file", report, Report, "Report('c1', 'r1', Reason.SPAM)")
        return self._with([(report, ReportState.LIVE)])

    def withdraw(self, reporter: str, reason: Reason, *, revision: int = 1) -> Reports:
        """Return the reports with one taken back by whoever filed it; judged ones stay so.

        Raises:
            InvalidValueError: there is no such report.
        """
        wanted = (reporter, reason, revision)
        found = [report for report, _ in self.kept if _key(report) == wanted]
        if not found:
            raise InvalidValueError("Reports", "withdraw", wanted, "a report that was filed")
        return self._with([(found[0], ReportState.WITHDRAWN)])

    def judge(self, state: ReportState, *, reason: Reason | None = None) -> Reports:
        """Return the reports with all live ones, or those of a reason, upheld or dismissed.

        Raises:
            InvalidValueError: the state is neither.
        """
        if state not in (ReportState.UPHELD, ReportState.DISMISSED):
            raise InvalidValueError(
                "Reports", "judge", state, "ReportState.UPHELD or ReportState.DISMISSED"
            )
        return self._with(
            (report, state) for report in self.live if reason is None or report.reason is reason
        )

    def merge(self, other: Reports) -> Reports:
        """Return what two replicas know together; of what they differ in, the later state.

        Raises:
            InvalidValueError: they are of two comments.
            InvalidTypeError: it is no Reports.
        """
        _checks.instance("Reports", "merge", other, Reports, "Reports()")
        return self._with(other.kept)

    def _with(self, more: Iterable[tuple[Report, ReportState]]) -> Reports:
        made: dict[_Key, tuple[Report, ReportState]] = {_key(kept[0]): kept for kept in self.kept}
        for report, state in more:
            old = made.get(_key(report), (report, state))
            first = min(report, old[0], key=lambda one: (one.at, -one.weight))
            made[_key(report)] = (first, max(state, old[1], key=_ORDER.__getitem__))
        return Reports(tuple(made[key] for key in sorted(made)))

    @property
    def live(self) -> tuple[Report, ...]:
        """The reports that count."""
        return tuple(report for report, state in self.kept if state is ReportState.LIVE)

    @property
    def total(self) -> float:
        """What the reports that count weigh together, each reader once, by their heaviest."""
        heaviest: dict[str, float] = {}
        for report in self.live:
            heaviest[report.reporter] = max(report.weight, heaviest.get(report.reporter, 0.0))
        # In the order of their sizes, so that a sum of fractions has one value.
        return sum(sorted(heaviest.values()))

    def by_reason(self) -> dict[Reason, float]:
        """Return what the reports of each reason weigh that count; without zeros."""
        weights: dict[Reason, list[float]] = {}
        for report in self.live:
            weights.setdefault(report.reason, []).append(report.weight)
        return {reason: sum(sorted(weights[reason])) for reason in Reason if reason in weights}

    def __len__(self) -> int:
        return len(self.kept)

    def __repr__(self) -> str:
        return f"Reports({len(self.kept)}, {len(self.live)} live)"


def _key(report: Report) -> _Key:
    return report.reporter, report.reason, report.revision
