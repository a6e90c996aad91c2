"""A declared lack is looked for longer than what should hold, and is not told at its least."""

import attrs
import pytest

from blogmodel import Comment
from blogmodel.errors import ConformanceError
from blogmodel.testing import Profile, Row, check_store
from blogmodel.testing.broken import MendedStore

FEW = Profile(name="few", examples=5, steps=2)


@attrs.define
class Seldom:
    """What makes stores of which one late one shows nothing, and notes what they are given."""

    late: int
    made: int = 0
    sizes: list[int] = attrs.field(factory=list)

    def __call__(self) -> MendedStore:
        self.made += 1
        return Empty(self) if self.made > self.late else MendedStore()


class Empty(MendedStore):
    """A store that shows nothing."""

    def __init__(self, seldom: Seldom) -> None:
        super().__init__()
        self.seldom = seldom

    def walk(self) -> list[Row]:
        self.seldom.sizes.append(len(self.comments))
        return []


def test_a_lack_that_seldom_shows_is_found_where_it_is_declared() -> None:
    # The law is the first to be tried: of its 5 examples none shows the fault, of 50 one does.
    report = _report(Seldom(late=20), lacks=["nothing-lost"])
    assert "nothing-lost" in report.laws("lacking")
    report = _report(Seldom(late=20))
    assert "nothing-lost" in report.laws("held")


def _report(make: Seldom, lacks: list[str] | None = None):  # type: ignore[no-untyped-def]  # noqa: ANN202
    with pytest.raises(ConformanceError) as caught:  # for all that comes after
        check_store(make, lacks=lacks or (), profile=FEW, seed=1)
    return caught.value.report


def test_a_lack_that_is_kept_fails_all_the_same() -> None:
    with pytest.raises(ConformanceError, match="deep-chains: declared as a lack"):
        check_store(MendedStore, lacks=["deep-chains"], profile=FEW, seed=1)


def test_the_least_example_is_sought_only_where_a_law_is_broken() -> None:
    lacking, broken = Seldom(late=0), Seldom(late=0)
    _report(lacking, lacks=["nothing-lost"])
    _report(broken)
    assert len(lacking.sizes) < len(broken.sizes)


def test_pages_by_number_are_found_out_by_additions_alone() -> None:
    class Numbered:
        """A store that can be added to and paged, and nothing else."""

        def __init__(self) -> None:
            self.store = MendedStore()

        def add(self, comment: Comment) -> None:
            self.store.add(comment)

        def walk(self) -> list[Row]:
            return self.store.walk()

        def page(self, size: int, after: int | None) -> tuple[list[Row], int | None]:
            start = after or 0
            rows = self.walk()
            end = start + size
            return rows[start:end], end if end < len(rows) else None

    report = check_store(Numbered, lacks=["cursors-survive"], profile="quick", seed=1)
    assert report.laws("lacking") == ("cursors-survive",)
