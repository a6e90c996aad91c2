"""What each law says of somebody who breaks it, by hand: the least case, and the words."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any
from unittest import SkipTest

import attrs
import pytest

from blogmodel import Comment
from blogmodel.errors import AdapterError, LawBrokenError
from blogmodel.testing import Law, Page, Row, laws, of_builder, of_factory
from blogmodel.testing._patience import Patience
from blogmodel.testing.broken import MendedStore, mended

START = datetime(2011, 6, 24, 13, 7, tzinfo=UTC)


def talk(*parents: str | None) -> list[Comment]:
    """Return comments c0, c1 …, a minute apart, each answering who is given."""
    return [
        Comment(
            f"c{n}",
            "p",
            parent_id=parent,
            body=f"Commentaire {n}",
            created_at=START + timedelta(minutes=n),
        )
        for n, parent in enumerate(parents)
    ]


PAIR = talk(None, "c0")
TWO = talk(None, None)


def told(law: Law[...], make: Callable[[], Any], *args: object) -> str:
    """Return what a law says that is broken."""
    with pytest.raises(LawBrokenError) as caught:
        law(of_factory(make, patience=Patience(0.2)), *args)
    assert caught.value.law == law.name
    return caught.value.problem


class Twice(MendedStore):
    """Show all twice."""

    def walk(self) -> list[Row]:
        return [*super().walk(), *super().walk()]


class Invents(MendedStore):
    """Show somebody who never wrote."""

    def walk(self) -> list[Row]:
        return [*super().walk(), Row("x", 0)]


class Deeper(MendedStore):
    """Begin at the depth 1."""

    def walk(self) -> list[Row]:
        return [attrs.evolve(row, depth=row.depth + 1) for row in super().walk()]


class Endless(MendedStore):
    """Show rows without end."""

    def walk(self) -> Iterator[Row]:  # type: ignore[override]
        while True:
            yield Row("c0", 0)


class Sleeps(MendedStore):
    """Never answer, and swallow what is raised on the way."""

    def walk(self) -> list[Row]:
        while True:
            with suppress(Exception):
                time.sleep(1)


def test_rows_are_told_who_is_missing_who_is_there_twice_and_who_should_not_be() -> None:
    assert told(laws.nothing_lost, Twice, PAIR) == "'c0' is shown 2 times"
    assert told(laws.nothing_lost, Invents, PAIR) == "'x' is shown and should not be"
    assert told(laws.parents_first, Deeper, PAIR) == "'c0' has the depth 1; expected 0"
    assert told(laws.nothing_lost, Endless, PAIR) == "walk() gives more than 20 rows of 2"
    assert told(laws.nothing_lost, Sleeps, PAIR) == "walk() does not end"


class Restless(MendedStore):
    """Show the newest first every other time."""

    turns = 0

    def walk(self) -> list[Row]:
        type(self).turns += 1
        return super().walk()[:: (1, -1)[self.turns % 2]]


def test_a_walk_that_changes_what_it_shows_is_told() -> None:
    assert told(laws.walking_changes_nothing, Restless, TWO) == "a second walk shows something else"


@attrs.define
class Tells(MendedStore):
    """Tell defects: none, or always one."""

    told: tuple[tuple[str, str], ...] = ()

    def defects(self) -> list[tuple[str, str]]:
        return list(self.told)


def test_defects_that_are_not_told_or_are_none_are_told() -> None:
    orphan = talk("gone")
    assert "orphan of 'c0' is not told; told is []" in told(
        laws.defects_are_told, Tells, orphan, orphan
    )
    eager = Tells(told=(("cycle", "c0"),))
    assert told(laws.defects_are_told, lambda: eager, [], []) == (
        "cycle of 'c0' is told, and there is none"
    )


def test_a_chain_is_told_where_it_is_cut_or_bent() -> None:
    def cut(comments: Sequence[Comment]) -> list[tuple[str, int]]:
        return mended(comments)[:3]

    def bent(comments: Sequence[Comment]) -> list[tuple[str, int]]:
        return [(comment_id, min(depth, 2)) for comment_id, depth in mended(comments)]

    def fails(comments: Sequence[Comment]) -> list[tuple[str, int]]:
        raise ValueError(str(len(comments)))

    said = []
    for build in (cut, bent, fails):
        with pytest.raises(LawBrokenError) as caught:
            laws.deep_chains(of_builder(build), 5)
        said.append(caught.value.problem)
    assert said == [
        "3 of 5 comments are shown",
        "number 3 of the chain is shown as 'c3', depth 2",
        "walk() raised ValueError: 5",
    ]


class CutsOff(MendedStore):
    """Leave out what is too deep."""

    def walk_to(self, depth: int | None) -> list[Row]:
        rows = super().walk_to(None)
        return [row for row in rows if depth is None or row.depth <= depth]


def test_a_limit_that_leaves_comments_out_is_told() -> None:
    assert told(laws.depth_limit, CutsOff, PAIR, 0) == "'c1' is missing"


class Rewrites(MendedStore):
    """Let everybody answer the first one."""

    def row(self, comment_id: str, depth: int) -> Row:
        parent = "c0" if comment_id != "c0" else None
        return attrs.evolve(super().row(comment_id, depth), parent_id=parent)


def test_a_parent_that_is_rewritten_is_told() -> None:
    chain = talk(None, "c0", "c1")
    assert told(laws.logical_parents, Rewrites, chain) == (
        "'c2' is said to answer 'c0'; it answers 'c1'"
    )


class Silent(MendedStore):
    """Tell ids and depths alone."""

    def walk(self) -> list[Any]:
        return [(row.id, row.depth) for row in super().walk()]


def test_where_rows_tell_nothing_a_law_does_not_apply() -> None:
    silent = of_factory(Silent)
    with pytest.raises(SkipTest, match="rows tell no parent_id"):
        laws.logical_parents(silent, PAIR)
    with pytest.raises(SkipTest, match="rows tell no text"):
        laws.hidden_tell_nothing(silent, PAIR, "c0")
    laws.edits_show(silent, PAIR, "c0")
    with pytest.raises(SkipTest, match=r"it has no defects\(\)"):
        laws.defects_are_told(silent, [], [])
    with pytest.raises(SkipTest, match=r"add\(\) is no coroutine, and there is no add_in_steps"):
        laws.writers_at_once(of_factory(NoSteps), [], [0, 0], [])


class NoSteps(MendedStore):
    """A store that writes in one step."""

    add_in_steps = None  # type: ignore[assignment]


class LooksLikeOne(MendedStore):
    """Show a hidden comment as an empty one."""

    def row(self, comment_id: str, depth: int) -> Row:
        return attrs.evolve(super().row(comment_id, depth), is_placeholder=False)


class Forgets(MendedStore):
    """Show a restored comment without its text."""

    def restore(self, comment_id: str) -> None:
        super().restore(comment_id)
        self.edit(comment_id, "")


class EditsNothing(MendedStore):
    """Take an edit, and do nothing."""

    def edit(self, comment_id: str, text: str) -> None:
        del comment_id, text


class CountsInWords(MendedStore):
    """Count in words."""

    def count(self) -> Any:
        return "deux"


def test_what_is_hidden_shown_and_counted_is_told() -> None:
    assert told(laws.hidden_tell_nothing, LooksLikeOne, PAIR, "c0") == (
        "'c0' is shown as a comment, not as a placeholder"
    )
    assert told(laws.restored_as_before, Forgets, PAIR, "c0") == (
        "what was restored is shown otherwise than before"
    )
    assert told(laws.edits_show, EditsNothing, PAIR, "c1") == (
        "'c1' has the text 'Commentaire 1'; expected 'modifié'"
    )
    with pytest.raises(AdapterError, match="count must give an int; got 'deux'"):
        laws.count_is_what_is_shown(of_factory(CountsInWords), PAIR, [])
    script = [("add", 0, 0), ("edit", 0, 1)]
    assert told(laws.long_life, EditsNothing, script) == (
        "'n0' has the text 'Réponse 0'; expected 'modifié 1'"
    )


class CountsAll(MendedStore):
    """Count what is stored."""

    def count(self) -> int:
        return len(self.comments)


def test_a_long_life_counts_after_each_step() -> None:
    script = [("add", 0, 0), ("restore", 0, 0), ("hide", 0, 0), ("hide", 0, 0)]
    assert told(laws.long_life, CountsAll, script) == "the count is 1; 0 comments are visible"


class FullPages(MendedStore):
    """Give everything on each page."""

    def page(self, size: int, after: object) -> Page:
        return Page(self.walk())


class SamePage(MendedStore):
    """Give the first page for ever."""

    def page(self, size: int, after: object) -> Page:
        return Page(self.walk()[:size], next=1)


class Skips(MendedStore):
    """Leave one out between pages."""

    def page(self, size: int, after: object) -> Any:
        start = int(str(after or 0))
        rows = self.walk()
        following = start + size + 1
        return rows[start : start + size], following if following < len(rows) else None


class Alone(MendedStore):
    """Lead a link to the comment alone."""

    def permalink(self, comment_id: str, size: int) -> list[Row]:
        return [row for row in self.walk() if row.id == comment_id]


class NoPages(MendedStore):
    """Give no page."""

    def page(self, size: int, after: object) -> Any:
        return None


def test_pages_that_skip_repeat_or_do_not_end_are_told() -> None:
    four = talk(None, None, None, None)
    assert told(laws.pages_tile, FullPages, TWO, 1) == "a page of 1 has 2 rows"
    assert told(laws.pages_tile, SamePage, TWO, 1) == (
        "there is no end of pages: 4 for 2 rows; the last one is to have no next"
    )
    assert told(laws.pages_tile, Skips, four, 1) == "pages of 1 do not give what the walk gives"
    assert told(laws.permalinks, Alone, TWO, 2) == "the link to 'c0' leads to no page of 2"
    assert told(laws.cursors_survive, SamePage, TWO, 1, []) == "there is no end of pages"
    assert told(laws.cursors_survive, Skips, four, 1, []) == (
        "'c1' was there all along, and was skipped"
    )
    with pytest.raises(AdapterError, match=r"page must give a Page, or \(rows, next\); got None"):
        laws.pages_tile(of_factory(NoPages), TWO, 1)


class RefusesTooLate(MendedStore):
    """Refuse a ring, and have made it."""

    def move(self, comment_id: str, parent_id: str | None) -> None:
        moved = self.comments[comment_id]
        self.comments[comment_id] = attrs.evolve(moved, parent_id=parent_id)
        if parent_id is not None:
            raise ValueError("a ring")


class MovesByRecursion(MendedStore):
    """Look for rings, and fall into one."""

    def move(self, comment_id: str, parent_id: str | None) -> None:
        if parent_id is not None:
            self.move(comment_id, parent_id)


class MovesForEver(MendedStore):
    """Look for rings for ever."""

    def move(self, comment_id: str, parent_id: str | None) -> None:
        while parent_id is not None:
            pass


class AddsAtTheTop(MendedStore):
    """Put at the top what is added later, and where it belongs what is there at once."""

    def load(self, comments: Sequence[Comment]) -> None:
        for comment in comments:
            super().add(comment)

    def add(self, comment: Comment) -> None:
        super().add(attrs.evolve(comment, parent_id=None))


class RefusesAll(MendedStore):
    """Refuse every move, as one of another signature would."""

    def move(self, comment_id: str) -> None:  # type: ignore[override]
        """Move nothing."""


def test_surgery_that_loses_or_changes_something_is_told() -> None:
    assert told(laws.moves_refuse_rings, RefusesTooLate, PAIR, "c0", "c1") == (
        "a move that was refused changed something"
    )
    assert told(laws.moves_refuse_rings, MovesByRecursion, PAIR, "c0", "c1").startswith(
        "move() raised RecursionError"
    )
    assert told(laws.moves_refuse_rings, MovesForEver, PAIR, "c0", "c1") == "move() does not end"
    assert told(laws.moves_refuse_rings, RefusesAll, PAIR, "c0", "c1").startswith(
        "move() raised TypeError"
    )
    assert told(laws.add_equals_rebuild, AddsAtTheTop, PAIR) == (
        "what was added one by one is shown otherwise"
    )


class ShortPaths(MendedStore):
    """Give paths that are not what they should be."""

    kind = "none"

    def paths(self) -> Any:
        ids = [row.id for row in self.walk()]
        return {
            "none": {},
            "same": dict.fromkeys(ids, b""),
            "flat": {comment_id: comment_id.encode() for comment_id in ids},
            "list": ids,
        }[self.kind]


class NoNumbers(MendedStore):
    """Give nested sets that do not nest."""

    def nested_sets(self) -> Mapping[str, tuple[int, int]]:  # type: ignore[override]
        return {row.id: (1, 2) for row in self.walk()}


def test_encodings_that_do_not_hold_are_told() -> None:
    def kind(name: str) -> type[ShortPaths]:
        return type("Paths", (ShortPaths,), {"kind": name})

    assert told(laws.paths_sort, kind("none"), PAIR) == "'c0' has no path"
    assert told(laws.paths_sort, kind("same"), PAIR) == (
        "'c0' is shown before 'c1', and its path b'' does not sort before b''"
    )
    assert told(laws.paths_sort, kind("flat"), PAIR) == (
        "the path of 'c1', b'c1', does not begin with that of its parent 'c0', b'c0'"
    )
    with pytest.raises(AdapterError, match="paths must give a mapping from ids"):
        laws.paths_sort(of_factory(kind("list")), PAIR)
    assert told(laws.nested_sets_nest, NoNumbers, PAIR) == (
        "'c0' has the numbers (1, 2); expected (1, 4)"
    )


def test_a_step_that_is_not_possible_is_passed_over() -> None:
    steps = [("hide", 0, 0), ("move", 0, 0), ("add", 0, 0), ("delete", 0, 0), ("add", 1, 0)]
    laws.long_life(of_factory(MendedStore), steps)
    laws.cursors_survive(of_factory(MendedStore), TWO, 1, [[("delete", -1, 0)], [("hide", -1, 0)]])


class OneHandle(MendedStore):
    """Have another handle that sees nothing."""

    def another(self) -> "OneHandle":
        return OneHandle()


def test_handles_that_do_not_see_each_other_are_told_by_their_journal() -> None:
    with pytest.raises(LawBrokenError) as caught:
        laws.two_handles(of_factory(OneHandle), [(1, [("add", 0, 0)])])
    assert (
        "what was done:\n  1. by the second handle: add n0, at 2011-06-24 13:08"
        in caught.value.story
    )
