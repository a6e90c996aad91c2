"""Forests of several shapes, and a thread by bare hands to measure others against."""

import random
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta

import attrs

from blogmodel import Author, Body, Comment, Status

__all__ = ["ORDERS", "SHAPES", "START", "Bare", "forest", "with_spam"]

START = datetime(2011, 6, 24, 12, tzinfo=UTC)
ZOE, BODY = Author("Zoé"), Body("C'est un excellent résumé.")

ORDERS = ("in time order", "shuffled")


def _reddit(chance: random.Random) -> Callable[[int], int | None]:
    """Four in five answer somebody, most often somebody recent."""

    def parent(number: int) -> int | None:
        if not number or chance.random() < 0.2:  # noqa: PLR2004
            return None
        return number - 1 - min(number - 1, int(chance.expovariate(1 / 50)))

    return parent


SHAPES: dict[str, Callable[[random.Random], Callable[[int], int | None]]] = {
    "wide": lambda _: lambda _: None,
    "chain": lambda _: lambda number: number - 1 if number else None,
    "forum": lambda _: lambda number: number - number % 10 if number % 10 else None,
    "reddit": _reddit,
}


def forest(shape: str, count: int, order: str = ORDERS[0]) -> list[Comment]:
    """Make comments, a second apart."""
    parent_of = SHAPES[shape](random.Random(2011))  # noqa: S311 - a shape, not a secret
    parents = [parent_of(number) for number in range(count)]
    comments = [
        Comment(
            f"c{number}",
            "p",
            author=ZOE,
            body=BODY,
            created_at=START + timedelta(seconds=number),
            parent_id=None if parent is None else f"c{parent}",
        )
        for number, parent in enumerate(parents)
    ]
    if order != ORDERS[0]:
        random.Random(7).shuffle(comments)  # noqa: S311
    return comments


def with_spam(comments: Sequence[Comment]) -> list[Comment]:
    """Return the same comments, one in ten of them spam."""
    return [
        attrs.evolve(comment, status=Status.SPAM) if number % 10 == 9 else comment  # noqa: PLR2004
        for number, comment in enumerate(comments)
    ]


class Bare:
    """A thread by bare hands: a dict of lists, sorted siblings, an explicit stack.

    It loses orphans and rings, tells no defects, and knows no positions, depths or sizes.
    """

    def __init__(self, comments: Sequence[Comment]) -> None:
        """Build the lists of replies."""
        self.children: dict[str | None, list[Comment]] = {}
        for comment in comments:
            self.children.setdefault(comment.parent_id, []).append(comment)
        for siblings in self.children.values():
            siblings.sort(key=lambda comment: (comment.created_at, comment.id), reverse=True)

    def walk(self) -> Iterator[tuple[Comment, int]]:
        """Yield everyone with their depth."""
        stack = [(comment, 0) for comment in self.children.get(None, ())]
        while stack:
            comment, depth = stack.pop()
            yield comment, depth
            stack.extend((child, depth + 1) for child in self.children.get(comment.id, ()))
