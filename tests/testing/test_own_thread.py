"""Our own `Thread`, held to every law of the kit."""

from blogmodel.testing import Choices, Orphans, SiblingOrder, check_store, check_threading
from blogmodel.testing.laws import STORE_LAWS
from blogmodel.thread import OnDefect, orders

from support.own_store import making

# Encodings are of the tree in its own order, and of its own places for missing comments.
AS_IT_IS = {"paths-sort", "nested-sets-nest"}


def test_our_own_thread_keeps_every_law_that_it_has_something_to_do_with() -> None:
    report = check_store(making(), seed=8, profile="quick")
    assert report.laws("held") == tuple(law.name for law in STORE_LAWS)


def test_it_keeps_them_with_placeholders_for_missing_comments() -> None:
    choices = Choices(orphans=Orphans.PLACE)
    report = check_store(making(OnDefect.PLACEHOLDER), choices=choices, seed=8, profile="quick")
    assert report.is_sound


def test_it_keeps_them_with_the_newest_first() -> None:
    report = check_store(
        making(order=orders.newest()),
        choices=Choices(order=SiblingOrder.NEWEST),
        lacks=AS_IT_IS,
        seed=8,
        profile="quick",
    )
    assert set(report.laws("lacking")) == AS_IT_IS


def test_a_builder_made_of_it_keeps_them() -> None:
    def build(comments: object) -> list[tuple[str, int]]:
        store = making()()
        store.load(comments)  # type: ignore[arg-type]
        return [(row.id, row.depth) for row in store.walk()]

    assert check_threading(build, seed=1, profile="quick").is_sound
