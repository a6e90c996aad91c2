"""What Hypothesis draws for the library's own classes."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from hypothesis import strategies as st

__all__ = ["register", "register_values"]


def register() -> None:
    """Tell Hypothesis how to draw what the library has classes for, threads and histories too.

    From then on ``st.from_type(Thread)`` draws threads, and so do ``st.builds`` and ``@given``
    wherever an annotation names such a class. Call it in a ``conftest.py`` of tests that want it.
    The values of `blogmodel.model` are there without: see `register_values`.

    It imports the threads and moderation, which takes some 150 ms.

    Example:
        >>> from hypothesis import find, strategies as st
        >>> from blogmodel import Thread
        >>> from blogmodel.testing import strategies as blog
        >>> blog.register()
        >>> find(st.from_type(Thread), lambda thread: len(thread) == 2).comments
        (Comment('c0', 'p', body='Commentaire 0'), Comment('c1', 'p', body='Commentaire 1'))
    """
    register_values()
    for room, names in _REST.items():
        _register(room, names)


def register_values() -> None:
    """Tell Hypothesis how to draw the values of `blogmodel.model`.

    Hypothesis calls it by itself when it is imported, through an entry point of this package. So
    whoever imports Hypothesis pays for it: some 20 ms, nearly all of it to import the values. What
    draws them is imported when it is first asked for.

    Example:
        >>> from hypothesis import find, strategies as st
        >>> from blogmodel import Comment
        >>> find(st.builds(len, st.lists(st.from_type(Comment), min_size=3)), lambda count: True)
        3
    """
    _register("model", _VALUES)


# By the names of classes, those of strategies.
_VALUES = {
    "Author": "authors",
    "Body": "bodies",
    "Comment": "comments",
    "Extra": "extras",
    "Origin": "origins",
    "Post": "posts",
}
_REST = {
    "moderation": {
        "Actor": "actors",
        "Context": "contexts",
        "History": "histories",
        "Policy": "policies",
        "Rights": "rights",
        "Submission": "submissions",
        "Viewer": "viewers",
        "WordList": "word_lists",
    },
    "testing.strategies": {"Conversation": "conversations"},
    "thread": {"Thread": "threads"},
}


def _register(room: str, names: dict[str, str]) -> None:
    # Not before this module is whole: when Hypothesis is imported, it calls `register_values`.
    from hypothesis import strategies as st  # noqa: PLC0415

    module = import_module(f"blogmodel.{room}")
    for of_class, of_strategy in names.items():
        st.register_type_strategy(getattr(module, of_class), _drawing(of_strategy))


def _drawing(name: str) -> "Callable[[type], st.SearchStrategy[Any]]":
    """Return what asks for a strategy once it is needed."""

    def drawn(_: type) -> "st.SearchStrategy[Any]":
        strategy: st.SearchStrategy[Any] = getattr(
            import_module("blogmodel.testing.strategies"), name
        )()
        return strategy

    return drawn
