"""Pages: together they are the conversation, also while it changes."""

from collections.abc import Sequence
from itertools import pairwise

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from blogmodel.errors import shown
from blogmodel.model import Comment
from blogmodel.testing._comparing import difference
from blogmodel.testing._handle import Broken
from blogmodel.testing._profile import Profile
from blogmodel.testing._rows import Row
from blogmodel.testing._scripts import Script, Step, scripts
from blogmodel.testing._store_bench import OpenStore, StoreBench
from blogmodel.testing.laws._cases import HIDDEN, Comments, tied
from blogmodel.testing.laws._making import store_law

__all__ = ["cursors_survive", "pages_tile", "permalinks"]

SIZES = st.integers(1, 4)


def _sized(profile: Profile) -> SearchStrategy[tuple[Comments, int, list[int]]]:
    return st.tuples(tied(profile).map(lambda case: case[0]), SIZES, HIDDEN)


@store_law(
    "pages-tile",
    "All pages one after another are the conversation: nothing is skipped, nothing comes twice.",
    _sized,
    needs="page",
)
def pages_tile(
    bench: StoreBench, comments: Sequence[Comment], size: int, hidden: Sequence[int] = ()
) -> None:
    """Require pages to be of their size, and to give the walk, row for row."""
    store = bench.holding(comments)
    store.hide(hidden)
    walk = store.walk()
    pages = _pages(store, size, len(walk))
    read = [row for page in pages for row in page]
    if [row.id for row in read] != [row.id for row in walk]:
        raise Broken(
            f"pages of {size} do not give what the walk gives",
            walk,
            read,
            heads=("the walk", "the pages"),
        )
    difference_of_rows = difference(walk, read)
    if difference_of_rows is not None:
        raise Broken(difference_of_rows, walk, read, heads=("the walk", "the pages"))
    for page in pages:
        if len(page) > size:
            raise Broken(f"a page of {size} has {len(page)} rows", page)


def _pages(store: OpenStore, size: int, total: int) -> list[list[Row]]:
    rows, following = store.page(size, None)
    pages = [rows]
    while following is not None:
        rows, following = store.page(size, following)
        pages.append(rows)
        if len(pages) > total + 1:
            problem = f"there is no end of pages: {len(pages)} for {total} rows"
            raise Broken(f"{problem}; the last one is to have no next")
    return pages


@store_law(
    "permalinks",
    "A link to a comment leads to the one page on which it stands.",
    _sized,
    needs="page permalink",
)
def permalinks(
    bench: StoreBench, comments: Sequence[Comment], size: int, hidden: Sequence[int] = ()
) -> None:
    """Require every comment's link to lead to one of the pages, which has it."""
    store = bench.holding(comments)
    store.hide(hidden)
    walk = store.walk()
    pages = [[row.id for row in page] for page in _pages(store, size, len(walk))]
    for row in walk:
        linked = store.permalink(row.id, size)
        ids = [other.id for other in linked]
        missing = row.id not in ids
        of_the_walk = [other for other in walk if other.id in ids]
        unlike = None if missing else difference(of_the_walk, linked)
        if unlike is not None and ids in pages:
            raise Broken(f"the page linked differs from the walk: {unlike}", of_the_walk, linked)
        if missing or ids not in pages:
            what = "a page without it" if missing else f"no page of {size}"
            problem = f"the link to {shown(row.id)} leads to {what}"
            raise Broken(problem, walk, linked, heads=("the walk", "the page linked"))


def _changing(profile: Profile) -> SearchStrategy[tuple[Comments, int, list[Script]]]:
    last = st.sampled_from([[("hide", LAST, 0)], [("delete", LAST, 0)], [("move", LAST, 0)]])
    return st.tuples(
        tied(profile).map(lambda case: case[0]),
        st.integers(1, 3),
        st.lists(scripts(max_size=2) | last, max_size=4),
    )


# The comment that was read last, where a step would say which.
LAST = -1


@store_law(
    "cursors-survive",
    "Who reads page after page while others write reads each comment that stays exactly once.",
    _changing,
    needs="page",
)
def cursors_survive(
    bench: StoreBench, comments: Sequence[Comment], size: int, meanwhile: Sequence[Script]
) -> None:
    """Require what was visible all along, and was not moved, to be read once; all else, at most."""
    store = bench.holding(comments)
    steady, moved = {comment.id for comment in comments}, set[str]()
    rows, following = store.page(size, None)
    read = list(rows)
    store.handle.note(_told(rows))
    for script in (*meanwhile, *([],) * (3 * len(comments) + len(meanwhile) + 3)):
        if following is None:
            break
        for step in script:
            model = attrs.evolve(store.model, comments=list(store.model.comments))
            change = store.attempt(_of_the_last(step, read, store))
            if change is not None:
                effect = model.effect(change)
                steady -= effect.hidden | effect.moved
                moved |= effect.moved
        rows, following = store.page(size, following)
        store.handle.note(_told(rows))
        read += rows
    if following is not None:
        raise Broken("there is no end of pages")
    _once(read, steady, moved)


def _of_the_last(step: Step, read: Sequence[Row], store: OpenStore) -> Step:
    kind, first, second = step
    standing = store.model.standing()
    if first != LAST or not read or read[-1].id not in standing:
        return kind, max(first, 0), second
    return kind, standing.index(read[-1].id), second


def _told(rows: Sequence[Row]) -> str:
    return f"read a page: {', '.join(row.id for row in rows) or 'nothing'}"


def _once(read: Sequence[Row], steady: set[str], moved: set[str]) -> None:
    counted = [row.id for row in read if not row.is_placeholder]
    for comment_id in sorted(steady):
        if comment_id not in counted:
            raise Broken(f"{shown(comment_id)} was there all along, and was skipped")
    for one, other in pairwise(sorted(counted)):
        if one == other and one not in moved:
            raise Broken(f"{shown(one)} was read twice")
