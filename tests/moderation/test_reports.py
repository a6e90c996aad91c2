from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blogmodel.errors import InvalidTypeError, InvalidValueError
from blogmodel.moderation import Reason, Report, Reporter, Reports, ReportState

from support.moderating import NOW


def report(reporter: str = "r1", reason: Reason = Reason.SPAM, **fields: Any) -> Report:
    return Report("c1", reporter, reason, **{"at": NOW, **fields})


@pytest.mark.parametrize(
    "reporter, weight",
    [
        (Reporter("r"), 1),
        (Reporter("r", trust=0.5), 1.5),
        (Reporter("r", upheld=2), 1.5),
        (Reporter("r", upheld=2, dismissed=2), 1),
        (Reporter("r", dismissed=9), 1),
        (Reporter("r", trust=1, upheld=98), 2.98),
    ],
)
def test_a_readers_weight_is_one_and_trust_and_accuracy(reporter: Reporter, weight: float) -> None:
    assert reporter.weight == pytest.approx(weight)


def test_there_is_one_report_of_a_reader_and_a_reason() -> None:
    later = report(at=NOW + timedelta(hours=1), weight=2)
    reports = Reports().file(report()).file(later)
    assert reports.live == (report(),)
    assert len(Reports().file(later).file(report()).kept) == 1


def test_a_reader_with_two_reasons_weighs_once() -> None:
    reports = Reports().file(report(weight=1.5)).file(report(reason=Reason.HATE))
    assert len(reports.live) == 2
    assert reports.total == 1.5
    assert reports.by_reason() == {Reason.SPAM: 1.5, Reason.HATE: 1.0}


def test_what_was_withdrawn_or_judged_never_counts_again() -> None:
    reports = Reports().file(report()).withdraw("r1", Reason.SPAM)
    assert reports.total == 0
    assert reports.file(report()).total == 0
    judged = Reports().file(report()).file(report("r2")).judge(ReportState.DISMISSED)
    assert judged.file(report()).total == 0
    assert judged.withdraw("r2", Reason.SPAM) == judged
    assert judged.file(report(revision=2)).total == 1


def test_only_the_reports_of_a_reason_can_be_judged() -> None:
    reports = Reports().file(report()).file(report("r2", Reason.HATE))
    assert reports.judge(ReportState.UPHELD, reason=Reason.HATE).live == (report(),)
    assert repr(reports) == "Reports(2, 2 live)"
    assert len(reports) == 2


@pytest.mark.parametrize(
    "make, message",
    [
        (lambda: report(""), "Report.reporter"),
        (lambda: report(reason="spam!"), "Report.reason"),
        (lambda: report(at=NOW.replace(tzinfo=None)), "Report.at"),
        (lambda: report(weight=4), "Report.weight must be a number from 0 to 3"),
        (lambda: report(weight="1"), "Report.weight must be a number from 0 to 3"),
        (lambda: report(revision=-1), "Report.revision"),
        (lambda: Reporter("r", trust=2), "Reporter.trust must be a number from 0 to 1"),
        (lambda: Reporter("r", trust=True), "Reporter.trust must be a number from 0 to 1"),
        (lambda: Reporter("r", upheld=-1), "Reporter.upheld"),
        (lambda: Reports([]), "Reports.kept must be a tuple"),
        (lambda: Reports(((report(), "x"),)), "Reports.kept must be one of"),
        (lambda: Reports((("x", ReportState.LIVE),)), "Reports.kept must be a Report"),
        (lambda: Reports(((report(), ReportState.LIVE),) * 2), "Reports.kept must be in order"),
        (lambda: Reports().file("x"), "Reports.file must be a Report"),
        (lambda: Reports().withdraw("r1", Reason.SPAM), "Reports.withdraw must be a report that"),
        (lambda: Reports().judge(ReportState.LIVE), "Reports.judge must be ReportState.UPHELD"),
        (lambda: Reports().merge("x"), "Reports.merge must be a Reports"),
        (
            lambda: Reports().file(report()).file(Report("c2", "r1", Reason.HATE, at=NOW)),
            "Reports.kept must be reports of one comment",
        ),
    ],
)
def test_other_values_are_refused(make: Any, message: str) -> None:
    with pytest.raises((InvalidTypeError, InvalidValueError)) as caught:
        make()
    assert str(caught.value).startswith(message)


FILED = st.builds(
    report,
    st.sampled_from(["r1", "r2", "r3"]),
    st.sampled_from([Reason.SPAM, Reason.HATE]),
    at=st.integers(0, 3).map(lambda n: NOW + timedelta(seconds=n)),
    weight=st.sampled_from([0.1, 1, 1.3, 3]),
    revision=st.integers(1, 2),
)


@given(st.lists(FILED), st.randoms(use_true_random=False))
def test_the_order_of_filing_does_not_matter(filed: list[Report], random: Any) -> None:
    shuffled = list(filed)
    random.shuffle(shuffled)
    one, other = Reports(), Reports()
    for item in filed:
        one = one.file(item)
    for item in shuffled:
        other = other.file(item)
    assert one == other
    assert one.total == other.total


@st.composite
def books(draw: st.DrawFn) -> Reports:
    reports = Reports()
    for item in draw(st.lists(FILED, max_size=5)):
        reports = reports.file(item)
        match draw(st.integers(0, 3)):
            case 0:
                reports = reports.withdraw(item.reporter, item.reason, revision=item.revision)
            case 1:
                state = draw(st.sampled_from([ReportState.UPHELD, ReportState.DISMISSED]))
                reports = reports.judge(state, reason=item.reason)
    return reports


@given(books(), books(), books())
def test_replicas_merge_to_one_value(one: Reports, two: Reports, three: Reports) -> None:
    assert one.merge(two) == two.merge(one)
    assert one.merge(two).merge(three) == one.merge(two.merge(three))
    assert one.merge(one) == one
    assert one.merge(Reports()) == one


@given(books(), FILED)
def test_what_is_not_live_stays_so(reports: Reports, item: Report) -> None:
    over = {
        (kept.reporter, kept.reason, kept.revision)
        for kept, state in reports.kept
        if state is not ReportState.LIVE
    }
    live = {(kept.reporter, kept.reason, kept.revision) for kept in reports.file(item).live}
    assert not over & live
