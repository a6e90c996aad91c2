"""What a move, a removal and a merge may do wrong, which only what was shown before shows."""

import attrs
import pytest

from blogmodel import Comment
from blogmodel.errors import LawBrokenError
from blogmodel.testing import Row, laws, of_factory
from blogmodel.testing.broken import MendedStore
from blogmodel.testing.naive import NaiveStore
from blogmodel.testing.strategies import START

DATES = [START.replace(minute=minute) for minute in range(4)]
C0 = Comment("c0", "p", created_at=DATES[0])
C1 = Comment("c1", "p", created_at=DATES[1])
C2 = Comment("c2", "p", parent_id="c1", created_at=DATES[2])


@attrs.define
class MovedLast(MendedStore):
    """Hang what is moved behind its new siblings, whatever its date."""

    moved: list[str] = attrs.field(factory=list)

    def move(self, comment_id: str, parent_id: str | None) -> None:
        super().move(comment_id, parent_id)
        self.moved.append(comment_id)

    def age(self, comment_id: str) -> tuple[bool, object, str]:  # type: ignore[override]
        undated, at, name = super().age(comment_id)
        return undated or comment_id in self.moved, at, name


def test_a_comment_that_is_moved_behind_its_siblings_breaks_the_law_of_that_alone() -> None:
    case = ([C0, C1, C2], "c0", "c1")
    laws.moves_take_branches(of_factory(MovedLast), *case)
    with pytest.raises(LawBrokenError, match="'c2' stands where 'c0' belongs"):
        laws.moves_by_date(of_factory(MovedLast), *case)
    laws.moves_by_date(of_factory(MendedStore), *case)


@attrs.define
class Remembers(MendedStore):
    """Go on showing what was shown once."""

    shown: list[Row] | None = None

    def walk(self) -> list[Row]:
        self.shown = self.shown or super().walk()
        return self.shown


@pytest.mark.parametrize(
    "law, case",
    [
        (laws.moves_take_branches, ([C0, C1], "c1", "c0")),
        (laws.moves_by_date, ([C0, C1], "c1", "c0")),
        (laws.deleted_keep_replies, ([C0], "c0")),
        (laws.deleted_tell_nothing, ([C0], "c0")),
        (laws.hidden_keep_replies, ([C0], "c0")),
        (laws.hidden_tell_nothing, ([C0], "c0")),
        (laws.dead_branches, ([C0], ["c0"])),
        (laws.splits_keep_all, ([C1, C2], "c2")),
        (laws.merges_keep_all, ([C0], [C1])),
    ],
    ids=str,
)
def test_what_was_shown_before_a_change_is_not_shown_after_it(law, case) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    with pytest.raises(LawBrokenError):
        law(of_factory(Remembers), *case)
    law(of_factory(MendedStore), *case)


def test_the_model_shows_the_text_of_the_duplicate_that_stands() -> None:
    changed = attrs.evolve(C0, body="corrigé", updated_at=DATES[3])
    for comments in ([C0, changed], [changed, C0]):
        (row,) = NaiveStore(comments=comments).rows()
        assert row.text == "corrigé"
