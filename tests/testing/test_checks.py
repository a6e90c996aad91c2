"""What a check says of an implementation, and of a declaration that is not right."""

from collections.abc import Sequence
from typing import Any

import pytest

from blogmodel import Comment
from blogmodel.errors import (
    AdapterError,
    ConformanceError,
    InvalidTypeError,
    InvalidValueError,
    LawBrokenError,
)
from blogmodel.testing import (
    PROFILES,
    Choices,
    ConformanceReport,
    Deleted,
    LawFinding,
    Orphans,
    Profile,
    Row,
    check_store,
    check_threading,
    laws,
    of_builder,
    of_factory,
)
from blogmodel.testing._running import try_law
from blogmodel.testing.broken import (
    MendedStore,
    ParentsRewritten,
    RepliesLostUnderDeleted,
    mended,
    orphans_dropped,
    unstable_ties,
)

QUICK = Profile(name="few", examples=15, steps=8, size=6, depth=50)


def flat(comments: Sequence[Comment]) -> list[tuple[str, int]]:
    return [(comment.id, 0) for comment in comments]


def test_the_report_tells_what_was_and_what_was_not_proved() -> None:
    report = check_threading(mended, profile=QUICK, seed=1)
    assert report.is_sound
    told = str(report)
    assert told.startswith("mended, up to 15 examples a law:\n  held (18): nothing-lost, parents-")
    assert "not applicable, since rows tell no parent_id: logical-parents" in told
    assert "broken" not in told


def test_what_is_broken_is_told_with_its_story() -> None:
    with pytest.raises(ConformanceError) as caught:
        check_threading(orphans_dropped, profile=QUICK, seed=1)
    report: ConformanceReport = caught.value.report
    assert not report.is_sound
    assert {"orphans-stand", "self-parents-stand"} <= set(report.laws("broken"))
    told = str(caught.value)
    assert "  1. add c0, which answers gone, at 2011-06-24 13:07" in told
    assert "expected    came\nc0        ≠ (nothing)" in told


def test_a_declared_lack_is_looked_for_and_told_as_a_lack() -> None:
    lacks = {"ties-steady", "ties-by-id", "cycles-stand"}
    with pytest.raises(ConformanceError) as caught:
        check_threading(unstable_ties, lacks=lacks | {"deep-chains"}, profile=QUICK, seed=1)
    report: ConformanceReport = caught.value.report
    assert "ties-steady" in report.laws("lacking")
    assert "deep-chains" in report.laws("kept after all")
    assert "deep-chains: declared as a lack, and no counterexample was found; remove" in str(report)


def test_findings_are_told_as_they_come() -> None:
    told: list[LawFinding] = []
    report = check_threading(mended, profile=QUICK, seed=1, tell=told.append)
    assert tuple(told) == report.findings
    assert not any(finding.is_failure for finding in told)


def test_a_lack_that_is_no_law_is_refused_with_the_nearest_name() -> None:
    with pytest.raises(InvalidValueError, match=r"names of laws, such as 'ties-by-id'; got 'ties-"):
        check_threading(mended, lacks={"ties-by-ids"})
    with pytest.raises(InvalidValueError, match=r"names of laws: nothing-lost, parents-first, "):
        check_threading(mended, lacks={"???"})


def test_a_profile_goes_by_its_name() -> None:
    with pytest.raises(InvalidValueError, match="one of quick, normal, thorough; got 'slow'"):
        check_threading(mended, profile="slow")
    with pytest.raises(InvalidValueError, match=r"Profile.steps must be 0 or more"):
        Profile(name="x", examples=1, steps=-1)
    with pytest.raises(InvalidValueError, match=r"Profile.size must be 1 or more; got 0"):
        Profile(name="x", examples=1, size=0)
    with pytest.raises(InvalidValueError, match=r"Profile.patience must be seconds, 0.01 or more"):
        Profile(name="x", examples=1, patience=0)
    with pytest.raises(InvalidValueError, match=r"Profile.patience must be seconds"):
        Profile(name="x", examples=1, patience="1")  # type: ignore[arg-type]


def test_a_subject_is_made_of_something_to_call() -> None:
    with pytest.raises(InvalidTypeError, match=r"Subject.make must be something to call; got 3"):
        of_factory(3)  # type: ignore[arg-type]


def test_a_builder_is_something_to_call() -> None:
    with pytest.raises(InvalidTypeError, match=r"Subject\.build must be something to call; got 3"):
        check_threading(3)  # type: ignore[arg-type]


def test_choices_are_of_their_kinds() -> None:
    with pytest.raises(InvalidTypeError, match=r"Choices.orphans must be one of Orphans.ROOT"):
        Choices(orphans="root")  # type: ignore[arg-type]


@pytest.mark.parametrize("rows", [None, 3, "c0", [("c0",)], [("c0", "0")], ["c0"], [(1, 0)]])
def test_a_builder_that_gives_no_rows_is_told_so(rows: object) -> None:
    with pytest.raises(AdapterError, match=r"^walk must give rows, each a Row or "):
        laws.nothing_lost(of_builder(lambda _: rows), [])  # type: ignore[arg-type, return-value]


def test_a_law_can_be_tried_by_hand() -> None:
    comments = [Comment("1", "p"), Comment("2", "p", parent_id="1")]
    laws.parents_first(of_builder(mended), comments)
    with pytest.raises(LawBrokenError) as caught:
        laws.parents_first(of_builder(flat), comments)
    assert caught.value.law == "parents-first"
    assert caught.value.problem == "'2' stands at the top; it belongs under '1'"
    assert "  2. add 2, which answers 1, undated" in caught.value.story
    assert repr(laws.parents_first) == "<Law parents-first>"


def test_what_an_implementation_raises_is_told_and_kept() -> None:
    def build(_: Sequence[Comment]) -> list[tuple[str, int]]:
        raise KeyError("parent")

    with pytest.raises(LawBrokenError, match=r"walk\(\) raised KeyError: 'parent'") as caught:
        laws.nothing_lost(of_builder(build), [])
    assert isinstance(caught.value.__cause__, KeyError)


def test_chance_is_told_from_a_fault() -> None:
    turns = iter(range(10_000))

    def build(comments: Sequence[Comment]) -> list[tuple[str, int]]:
        return flat(comments) if next(turns) % 3 else []

    with pytest.raises(ConformanceError, match="now this, now that"):
        check_threading(build, profile=QUICK, seed=1)


class GoneStore(MendedStore):
    """Forget what is deleted; its replies are orphans."""

    def delete(self, comment_id: str) -> None:
        del self.comments[comment_id]


def test_a_store_may_forget_the_place_of_what_is_deleted() -> None:
    choices = Choices(deleted=Deleted.GONE)
    assert check_store(GoneStore, choices=choices, profile=QUICK, seed=1).is_sound
    with pytest.raises(ConformanceError, match="nothing keeps the place of "):
        check_store(GoneStore, profile=QUICK, seed=1)
    rewritten = of_factory(ParentsRewritten, choices=choices)
    finding, _ = try_law(laws.deleted_keep_replies, rewritten, PROFILES["normal"], 1)
    assert finding.outcome == "broken"


def test_a_lack_is_left_out_of_long_lives() -> None:
    lacks = {"deleted-keep-replies"}
    report = check_store(RepliesLostUnderDeleted, lacks=lacks, profile=QUICK, seed=1)
    assert report.laws("lacking") == ("deleted-keep-replies",)
    assert "long-life" in report.laws("held")


def test_a_blog_may_show_its_comments_as_a_flat_list_or_one_step_in() -> None:
    def blogger(comments: Sequence[Comment]) -> list[tuple[str, int]]:
        return [(comment_id, min(depth, 1)) for comment_id, depth in mended(comments)]

    assert check_threading(blogger, choices=Choices(deepest=1), profile=QUICK, seed=1).is_sound
    with pytest.raises(ConformanceError, match="'c2' stands under 'c0'; it belongs under 'c1'"):
        check_threading(blogger, profile=QUICK, seed=1)
    with pytest.raises(InvalidValueError, match=r"Choices.deepest must be 0 or more"):
        Choices(deepest=-1)


def test_a_store_in_another_order_keeps_the_other_laws() -> None:
    class ByText(MendedStore):
        def age(self, comment_id: str) -> Any:
            return comment_id[::-1]

    lacks = {"siblings-by-date", "ties-by-id", "undated-stand", "moves-by-date", "paths-sort"}
    with pytest.raises(ConformanceError) as caught:
        check_store(ByText, lacks=lacks, profile=QUICK, seed=1)
    assert "long-life" in caught.value.report.laws("held")


class OnlyAdd:
    """A store with the two methods that have to be there."""

    def __init__(self) -> None:
        self.store = MendedStore()

    def add(self, comment: Comment) -> None:
        self.store.add(comment)

    def walk(self) -> list[Row]:
        return self.store.walk()

    def hide(self, comment_id: str) -> None:
        raise NotImplementedError

    def move(self, comment_id: str, parent_id: str | None) -> None:
        raise NotImplementedError

    def close(self) -> None:
        raise NotImplementedError


def test_what_is_not_implemented_does_not_apply() -> None:
    report = check_store(OnlyAdd, lacks={"hidden-tell-nothing"}, profile=QUICK, seed=1)
    told = str(report)
    assert "not applicable, since hide() is not implemented: hidden-keep-replies" in told
    assert "since move() is not implemented: moves-take-branches, moves-by-date, moves" in told
    assert "long-life" in report.laws("held")
    assert check_store(OnlyAdd, choices=Choices(orphans=Orphans.ROOT), profile=QUICK).is_sound
