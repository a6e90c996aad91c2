"""Who is shown: hidden comments tell nothing, replies stay, and the count is what is shown."""

from collections.abc import Sequence

from hypothesis import strategies as st

from blogmodel.model import Comment
from blogmodel.testing._changes import Delete, Edit, Hide, Restore
from blogmodel.testing._handle import Broken, require
from blogmodel.testing._profile import Profile
from blogmodel.testing._rows import Row
from blogmodel.testing._store_bench import OpenStore, StoreBench
from blogmodel.testing.laws._cases import BEFORE_AFTER, Comments, one_chosen, some
from blogmodel.testing.laws._making import store_law

__all__ = [
    "count_is_what_is_shown",
    "dead_branches",
    "deleted_keep_replies",
    "deleted_tell_nothing",
    "edits_show",
    "hidden_keep_replies",
    "hidden_tell_nothing",
    "restored_as_before",
]


@store_law(
    "deleted-keep-replies",
    "A deleted comment takes none of its replies with it.",
    one_chosen,
    needs="delete",
)
def deleted_keep_replies(bench: StoreBench, comments: Sequence[Comment], gone: str) -> None:
    """Require the replies to a deleted comment to be shown where the subject's choices say."""
    store = bench.shown(comments)
    store.apply(Delete(gone))
    store.expect_tree()


@store_law(
    "deleted-tell-nothing",
    "Nothing of a deleted comment is told, also where something keeps its place.",
    one_chosen,
    needs="delete",
)
def deleted_tell_nothing(bench: StoreBench, comments: Sequence[Comment], gone: str) -> None:
    """Require a deleted comment to be shown as a placeholder or not at all."""
    store = bench.shown(comments)
    store.apply(Delete(gone))
    _tells_nothing(store.walk(), gone)


@store_law(
    "hidden-keep-replies",
    "A hidden comment keeps its place above replies that are shown.",
    one_chosen,
    needs="hide",
)
def hidden_keep_replies(bench: StoreBench, comments: Sequence[Comment], hidden: str) -> None:
    """Require a place for a hidden comment with replies, and none for one without."""
    store = bench.shown(comments)
    store.apply(Hide(hidden))
    store.expect_tree()


@store_law(
    "hidden-tell-nothing",
    "What keeps the place of a hidden comment has neither its text nor the look of a comment.",
    one_chosen,
    needs="hide",
)
def hidden_tell_nothing(bench: StoreBench, comments: Sequence[Comment], hidden: str) -> None:
    """Require a hidden comment to be shown as a placeholder or not at all."""
    store = bench.shown(comments)
    store.apply(Hide(hidden))
    _tells_nothing(store.walk(), hidden)


def _tells_nothing(rows: Sequence[Row], comment_id: str) -> None:
    for row in rows:
        if row.id != comment_id:
            continue
        require(row.is_placeholder or row.text is not None, "rows tell no text")
        if row.text:
            raise Broken(f"the text of {comment_id!r} is still told: {row.text!r}", rows)
        if not row.is_placeholder:
            raise Broken(f"{comment_id!r} is shown as a comment, not as a placeholder", rows)


@st.composite
def _several_hidden(draw: st.DrawFn, profile: Profile) -> tuple[Comments, list[str]]:
    drawn = draw(some(profile))
    return drawn.comments, drawn.turns[: draw(st.integers(1, profile.size))]


@store_law(
    "dead-branches",
    "A branch in which nothing is visible is gone, upwards to the first comment that is.",
    _several_hidden,
    needs="hide",
)
def dead_branches(bench: StoreBench, comments: Sequence[Comment], hidden: Sequence[str]) -> None:
    """Require placeholders only above something that is shown."""
    store = bench.shown(comments)
    for comment_id in hidden:
        store.apply(Hide(comment_id))
    store.expect_tree()


@store_law(
    "restored-as-before",
    "A comment that was hidden and is restored is shown as before.",
    one_chosen,
    needs="hide restore",
)
def restored_as_before(bench: StoreBench, comments: Sequence[Comment], chosen: str) -> None:
    """Require hiding and restoring to change nothing in the end."""
    store = bench.holding(comments)
    before = store.walk()
    store.apply(Hide(chosen))
    store.walk()
    store.apply(Restore(chosen))
    after = store.walk()
    if after != before:
        raise Broken(
            "what was restored is shown otherwise than before",
            before,
            after,
            heads=BEFORE_AFTER,
        )


@store_law(
    "count-is-what-is-shown",
    "The count is the number of comments that are shown, placeholders not counted.",
    _several_hidden,
    needs="count",
)
def count_is_what_is_shown(
    bench: StoreBench, comments: Sequence[Comment], hidden: Sequence[str]
) -> None:
    """Require the count to follow what is hidden and deleted, in turn."""
    store = bench.holding(comments)
    _counts(store)
    ways = (("hide", Hide), ("delete", Delete))
    can = [change for kind, change in ways if store.can(kind)]
    for number, comment_id in enumerate(hidden if can else ()):
        store.apply(can[number % len(can)](comment_id))
        _counts(store)


def _counts(store: OpenStore) -> None:
    store.expect_count()
    # A reader comes by before the next change: what a store remembers must not be in its way.
    store.walk()


@store_law(
    "edits-show",
    "An edited comment is shown with its new text, in its old place.",
    one_chosen,
    needs="edit",
)
def edits_show(bench: StoreBench, comments: Sequence[Comment], chosen: str) -> None:
    """Require an edit to change the text of one comment, and nothing else."""
    store = bench.holding(comments)
    before = store.walk()
    store.apply(Edit(chosen, "modifié"))
    after = store.walk()
    if [(row.id, row.depth) for row in before] != [(row.id, row.depth) for row in after]:
        raise Broken("an edit moved something", before, after, heads=BEFORE_AFTER)
    for one, other in zip(before, after, strict=True):
        expected = "modifié" if one.id == chosen and one.text is not None else one.text
        if other.text != expected:
            raise Broken(
                f"{other.id!r} has the text {other.text!r}; expected {expected!r}",
                before,
                after,
                heads=BEFORE_AFTER,
            )
