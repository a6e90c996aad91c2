"""How laws about stores are written down, and what several of them require."""

from collections.abc import Callable
from typing import Any, Concatenate, ParamSpec

from hypothesis.strategies import SearchStrategy

from blogmodel.testing._handle import Broken
from blogmodel.testing._law import Law
from blogmodel.testing._profile import Profile
from blogmodel.testing._store_bench import OpenStore, StoreBench
from blogmodel.testing._subject import Subject
from blogmodel.testing.laws._cases import HEADS

__all__ = ["shown_alike", "store_law"]

P = ParamSpec("P")


def store_law(
    name: str,
    statement: str,
    cases: Callable[[Profile], SearchStrategy[Any]],
    *,
    needs: str = "",
    machine: Callable[[Law[...], Subject], Any] | None = None,
) -> Callable[[Callable[Concatenate[StoreBench, P], None]], Law[P]]:
    """Make a law of a function that checks it on a bench."""

    def made(check: Callable[Concatenate[StoreBench, P], None]) -> Law[P]:
        return Law(name, statement, frozenset(needs.split()), cases, machine, StoreBench, check)

    return made


def shown_alike(first: OpenStore, second: OpenStore) -> None:
    """Require that two stores, which got the same comments in two orders, show them alike."""
    one, other = first.walk(), second.walk()
    if one != other:
        raise Broken("two orders of arrival are shown in two ways", one, other, heads=HEADS)
