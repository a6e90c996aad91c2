"""Adapters that cannot be tried, and code that ends in other ways than by an error."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from itertools import repeat
from typing import Any
from unittest import SkipTest

import attrs
import pytest
from hypothesis import find

from blogmodel import Comment
from blogmodel.errors import (
    AdapterError,
    InvalidTypeError,
    InvalidValueError,
    LawBrokenError,
    UnfitAdapterError,
)
from blogmodel.testing import (
    Choices,
    ConformanceReport,
    Page,
    Profile,
    Row,
    check_dates,
    check_moderation,
    check_store,
    check_threading,
    draw_tree,
    laws,
    of_builder,
    of_factory,
)
from blogmodel.testing._patience import Patience
from blogmodel.testing._story import story
from blogmodel.testing.broken import MendedStore, StaleCache, mended

FEW = Profile(name="few", examples=10, steps=6, size=5, depth=40, patience=0.3)
PAIR = [Comment("c0", "p"), Comment("c1", "p", parent_id="c0")]


def told(law: Any, make: Callable[[], Any], *args: object) -> str:
    with pytest.raises(LawBrokenError) as caught:
        law(of_factory(make, patience=Patience(0.2)), *args)
    return caught.value.problem


class Typo:
    """A store whose methods are called otherwise."""

    def add(self, comment: Comment) -> None:
        """Take it."""

    def wlak(self) -> list[Row]:
        return []


class OnlyWalks:
    """A store that takes nothing."""

    def walk(self) -> list[Row]:
        return []


class Full(MendedStore):
    """A store that is not new."""

    def walk(self) -> list[Row]:
        return [Row("old", 0), *super().walk()]


class Refuses(MendedStore):
    """A store that does not take the kit's comments."""

    def add(self, comment: Comment) -> None:
        raise ValueError("datatype mismatch")


class Unfinished(MendedStore):
    """A store that cannot show anything yet."""

    def walk(self) -> list[Row]:
        raise NotImplementedError


def failing() -> MendedStore:
    raise ConnectionError("no database")


def hanging() -> MendedStore:
    time.sleep(60)
    return MendedStore()


@pytest.mark.parametrize(
    "make, problem",
    [
        (Typo, "it has no walk(); it has wlak"),
        (OnlyWalks, "it has no add() and no load()"),
        (Full, "a new one shows 'old' already; each that is made has to be empty"),
        (Refuses, "add() raised ValueError: datatype mismatch"),
        (Unfinished, "walk() is not implemented"),
        (failing, "making it raised ConnectionError: no database"),
        (hanging, "making it does not end"),
        (lambda: None, "what makes it gave None; is a return missing?"),
    ],
)
def test_a_store_that_cannot_be_tried_is_told_before_any_law(
    make: Callable[[], Any], problem: str
) -> None:
    with pytest.raises(UnfitAdapterError) as caught:
        check_store(make, profile=FEW, seed=1)
    assert caught.value.problem == problem


def test_a_builder_that_gives_nothing_is_told_before_any_law() -> None:
    def build(comments: Sequence[Comment]) -> Any:
        comments.count(None)  # type: ignore[arg-type]

    with pytest.raises(UnfitAdapterError, match=r"walk must give rows, each a Row or \(id, dept"):
        check_threading(build, profile=FEW, seed=1)


def test_filters_of_dates_that_cannot_be_tried_are_told_before_any_law() -> None:
    def wrong(moment: object, locale: str) -> str:
        return f"{moment} {locale}"

    with pytest.raises(UnfitAdapterError, match=r"format\(\) raised TypeError.* for 2011-01-21"):
        check_dates(wrong, zone="Europe/Paris")  # type: ignore[arg-type]
    with pytest.raises(UnfitAdapterError, match="format must give a str; got None; is a return"):
        check_dates(lambda _: None, zone="Europe/Paris")  # type: ignore[arg-type, return-value]


def test_a_queue_without_its_methods_is_told_before_any_law() -> None:
    class NoStatus:
        def submit(self, comment: Comment) -> None:
            """Take it."""

        def move(self, *args: object) -> None:
            """Move it."""

    with pytest.raises(UnfitAdapterError, match=r"NoStatus cannot be tried: it has no status\(\)"):
        check_moderation(NoStatus)


def test_a_coroutine_within_a_running_loop_is_told_as_such() -> None:
    async def build(comments: Sequence[Comment]) -> list[tuple[str, int]]:
        return mended(comments)

    async def test() -> None:
        laws.nothing_lost(of_builder(build), [])

    async def rows(comments: Sequence[Comment]) -> AsyncIterator[tuple[str, int]]:
        for row in mended(comments):
            yield row

    async def make() -> MendedStore:
        return MendedStore()

    async def test_rows() -> None:
        check_threading(rows, profile=FEW)  # type: ignore[arg-type]

    async def test_store() -> None:
        check_store(make, profile=FEW)

    for tried in (test, test_rows, test_store):
        with pytest.raises(UnfitAdapterError, match="an event loop is running here already"):
            asyncio.run(tried())


@attrs.define
class Ends(MendedStore):
    """Raise something, once there are two comments."""

    error: BaseException = attrs.field(factory=SystemExit)

    def walk(self) -> list[Row]:
        if len(self.comments) > 1:
            raise self.error
        return super().walk()

    def move(self, comment_id: str, parent_id: str | None) -> None:
        if parent_id is not None:
            raise self.error

    def add_in_steps(self, comment: Comment) -> Iterator[None]:
        raise self.error


@pytest.mark.parametrize("error", [SystemExit(3), GeneratorExit(), asyncio.CancelledError()])
def test_whatever_ends_a_call_is_told(error: BaseException) -> None:
    name = type(error).__name__
    assert told(laws.nothing_lost, lambda: Ends(error=error), PAIR).startswith(
        f"walk() raised {name}"
    )
    assert told(laws.writers_at_once, lambda: Ends(error=error), [], [0, 0], []).startswith(
        f"a writer raised {name}"
    )


def test_who_stops_the_run_stops_it() -> None:
    def make() -> Ends:
        return Ends(error=KeyboardInterrupt())

    def interrupted() -> MendedStore:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        laws.nothing_lost(of_factory(make), PAIR)
    with pytest.raises(KeyboardInterrupt):
        laws.moves_refuse_rings(of_factory(make), PAIR[:1], "c0", "c0")
    with pytest.raises(KeyboardInterrupt):
        laws.writers_at_once(of_factory(make), [], [0, 0], [])
    with pytest.raises(KeyboardInterrupt):
        laws.nothing_lost(of_factory(interrupted), [])


def test_a_refusal_is_no_end_of_the_program() -> None:
    assert told(
        laws.moves_refuse_rings, lambda: Ends(error=SystemExit(3)), PAIR[:1], "c0", "c0"
    ) == ("move() raised SystemExit: 3")


class GivesUp(MendedStore):
    """Work with one comment, and say with two that nothing is implemented."""

    def walk(self) -> list[Row]:
        if len(self.comments) > 1:
            raise NotImplementedError
        return super().walk()


def test_what_worked_once_is_implemented() -> None:
    assert told(laws.late_parents, GivesUp, PAIR) == (
        "walk() worked, and now says that it is not implemented"
    )


@attrs.define
class Closes(MendedStore):
    """Fail when it is let go."""

    rows: list[Row] | None = None

    def walk(self) -> list[Row]:
        return super().walk() if self.rows is None else self.rows

    def close(self) -> None:
        raise OSError("the file is gone")


def test_what_fails_when_it_is_let_go_is_told_after_all_else() -> None:
    assert told(laws.nothing_lost, Closes, PAIR) == "close() raised OSError: the file is gone"
    assert told(laws.nothing_lost, lambda: Closes(rows=[]), PAIR) == "'c0' is missing"


class Wordless(Exception):  # noqa: N818 - an error of somebody's
    """An error that cannot be written."""

    def __str__(self) -> str:
        raise RuntimeError


def test_errors_are_told_whatever_their_words() -> None:
    assert told(laws.nothing_lost, lambda: Ends(error=Wordless()), PAIR) == (
        "walk() raised Wordless: it has no words"
    )
    long = told(laws.nothing_lost, lambda: Ends(error=ValueError("x" * 9_999)), PAIR)
    assert len(long) < 600
    assert long.endswith("x…")


class NeverEnds(MendedStore):
    """Write in steps without end."""

    def add_in_steps(self, comment: Comment) -> Iterator[None]:
        return repeat(None)


def test_writers_that_do_not_end_are_told() -> None:
    assert told(laws.writers_at_once, NeverEnds, [], [0, 0], []) == "the writers do not end"


class Odd(MendedStore):
    """Give what nobody can read."""

    def nested_sets(self) -> Any:
        return dict.fromkeys(self.comments, 1)

    def defects(self) -> Any:
        return [("orphan", 1)]

    def another(self) -> Any:
        return None


def test_what_cannot_be_read_is_told_by_the_method() -> None:
    subject = of_factory(Odd)
    with pytest.raises(AdapterError, match=r"nested_sets must give a mapping from ids to \(left"):
        laws.nested_sets_nest(subject, PAIR)
    with pytest.raises(AdapterError, match="defects must give pairs of a kind and an id"):
        laws.defects_are_told(subject, PAIR, PAIR)
    with pytest.raises(AdapterError, match="another must give an adapter of the same comments"):
        laws.two_handles(subject, [])


def test_an_enormous_depth_is_drawn_nevertheless() -> None:
    assert len(draw_tree([Row("c0", 0), Row("c1", 10**30)])) < 1_000


def test_arguments_of_other_types_are_told() -> None:
    for lacks in ("nothing-lost", 5, [None]):
        with pytest.raises(InvalidTypeError, match=r"Subject.lacks must be a set of names of laws"):
            check_threading(mended, lacks=lacks)  # type: ignore[arg-type]
    with pytest.raises(InvalidTypeError, match=r"Subject.choices must be a Choices"):
        of_builder(mended, choices={"deepest": 1})
    with pytest.raises(InvalidValueError, match="one of quick, normal, thorough"):
        check_threading(mended, profile=["quick"])  # type: ignore[arg-type]


class Limited(MendedStore):
    """Show twenty, and no more."""

    def walk(self) -> list[Row]:
        return super().walk()[:20]


def test_a_limit_that_nobody_told_is_found() -> None:
    assert told(laws.many_replies, Limited, 30) == "10 of 30 comments are missing, 'c20' first"

    class Doubled(MendedStore):
        def walk(self) -> list[Row]:
            return super().walk() * 2

    assert told(laws.many_replies, Doubled, 3) == "3 comments are shown in 6 rows"


class LeaksOnPages(MendedStore):
    """Serve hidden comments page by page."""

    def page(self, size: int, after: object) -> Page:
        page = super().page(size, after)
        rows = [row for row in page.rows if isinstance(row, Row)]
        texts = {row.id: self.comments[row.id].body.text for row in rows}
        return Page(
            [attrs.evolve(row, text=texts[row.id], is_placeholder=False) for row in rows], page.next
        )


class DepthsOfPages(MendedStore):
    """Count depths from the first row of a page."""

    def page(self, size: int, after: object) -> Page:
        page = super().page(size, after)
        rows = [row for row in page.rows if isinstance(row, Row)]
        first = rows[0].depth if rows else 0
        return Page([attrs.evolve(row, depth=max(0, row.depth - first)) for row in rows], page.next)


class LeaksByLink(MendedStore):
    """Serve the text of hidden comments to who has a link."""

    def permalink(self, comment_id: str, size: int) -> list[Row]:
        rows = super().permalink(comment_id, size)
        return [attrs.evolve(r, text=self.comments[r.id].body.text) for r in rows]


class CountsByHandle(MendedStore):
    """Count what this handle wrote."""

    written = 0

    def add(self, comment: Comment) -> None:
        super().add(comment)
        self.written += 1

    def count(self) -> int:
        return self.written


class StalePaths(MendedStore):
    """Keep the paths that were asked for once."""

    kept: dict[str, bytes] | None = None

    def paths(self) -> dict[str, bytes]:
        self.kept = {**super().paths(), **(self.kept or {})}
        return self.kept


class StaleNumbers(MendedStore):
    """Keep the numbers that were asked for once."""

    kept: dict[str, tuple[int, int]] | None = None

    def nested_sets(self) -> dict[str, tuple[int, int]]:
        self.kept = self.kept or super().nested_sets()
        return self.kept


class OldParents(MendedStore):
    """Tell whom a comment answered when it was written."""

    def row(self, comment_id: str, depth: int) -> Row:
        row = super().row(comment_id, depth)
        return attrs.evolve(row, parent_id="c0") if comment_id == "c1" else row


def test_what_is_served_beside_the_walk_is_looked_at_too() -> None:
    pair = [attrs.evolve(comment, body="Bonjour") for comment in PAIR]
    hidden = told(laws.pages_tile, LeaksOnPages, pair, 2, [0])
    assert hidden == "'c0' has the text 'Bonjour'; expected ''"
    assert (
        told(laws.pages_tile, DepthsOfPages, pair, 1)
        == "'c1' stands at the top; it belongs under 'c0'"
    )
    assert told(laws.permalinks, LeaksByLink, pair, 2, [0]) == (
        "the page linked differs from the walk: 'c0' has the text 'Bonjour'; expected ''"
    )
    turns = [(0, [("add", 0, 0)]), (1, [("add", 0, 0)])]
    assert told(laws.two_handles, CountsByHandle, turns) == (
        "the second handle: the count is 0; 1 comments are visible"
    )
    three, moves = [*PAIR, Comment("c2", "p")], [("move", 1, 2)]
    assert "does not sort before" in told(laws.paths_sort, StalePaths, three, moves)
    added = told(laws.nested_sets_nest, StaleNumbers, PAIR, [("add", 0, 0)])
    assert added == "'n2' has the numbers None; expected (1, 2)"
    assert told(laws.moves_by_date, OldParents, three, "c1", "c2") == (
        "'c1' is said to answer 'c0'; it answers 'c2'"
    )


class Uncounted(MendedStore):
    """Count nothing yet."""

    def count(self) -> int:
        raise NotImplementedError


def test_what_is_not_counted_is_left_out_of_long_lives() -> None:
    report = check_store(Uncounted, profile=FEW, seed=1)
    assert isinstance(report, ConformanceReport)
    assert "long-life" in report.laws("held")
    assert "count-is-what-is-shown" in report.laws("not applicable")


def test_a_flat_list_that_names_no_parents_is_not_charged_with_it() -> None:
    def flat(comments: Sequence[Comment]) -> list[tuple[str, int]]:
        return [(comment_id, 0) for comment_id, _ in mended(comments)]

    assert check_threading(flat, choices=Choices(deepest=0), profile=FEW, seed=1).is_sound


def test_a_long_way_of_frames_is_told_by_its_ends() -> None:
    def build(comments: Sequence[Comment]) -> list[tuple[str, int]]:
        return build(comments)

    with pytest.raises(LawBrokenError) as caught:
        laws.nothing_lost(of_builder(build), [])
    written = story(caught.value)
    assert len(written.splitlines()) < 40
    assert "frames like these" in written


class Plain(MendedStore):
    """Show a hidden comment as an empty one."""

    def row(self, comment_id: str, depth: int) -> Row:
        return attrs.evolve(super().row(comment_id, depth), is_placeholder=False)


def test_an_empty_comment_is_no_placeholder() -> None:
    script = [("add", 0, 0), ("add", 1, 0), ("hide", 0, 0)]
    assert told(laws.long_life, Plain, script) == "'n0' is shown as a comment, not as a placeholder"


def test_a_cache_of_one_process_is_no_fault_where_there_is_one() -> None:
    script = [(kind, 0, 0) for kind in ("add", "edit", "hide", "restore", "move", "delete")]
    laws.long_life(of_factory(StaleCache), script)


def test_a_life_can_be_drawn_as_a_script_too() -> None:
    (script,) = find(laws.long_life.cases(FEW), lambda case: bool(case[0]))
    laws.long_life(of_factory(MendedStore), script)


class CannotMove(MendedStore):
    """Have no way to move what is not at the top already."""

    def move(self, comment_id: str, parent_id: str | None) -> None:
        if parent_id is not None:
            raise NotImplementedError


def test_a_way_that_is_not_implemented_refuses_nothing() -> None:
    with pytest.raises(SkipTest, match=r"move\(\) is not implemented"):
        laws.moves_refuse_rings(of_factory(CannotMove), PAIR, "c0", "c1")
