"""Building and walking a thread beside bare hands: a dict of lists, sorted siblings, a stack."""

import random
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta

from _timing import compare, table
from blogmodel import Comment, Thread

START = datetime(2011, 6, 24, 12, tzinfo=UTC)


def forest(shape: str, count: int) -> list[Comment]:
    """Make comments in the order of time."""
    chance = random.Random(2011)  # noqa: S311 - a shape, not a secret
    parents: dict[str, object] = {
        "wide": lambda _: None,
        "chain": lambda n: n - 1 if n else None,
        "forum": lambda n: n - n % 10 if n % 10 else None,
        "reddit": lambda n: chance.randrange(n) if n and chance.random() < 0.8 else None,  # noqa: PLR2004
    }
    parent_of = parents[shape]
    made = []
    for number in range(count):
        parent = parent_of(number)  # type: ignore[operator]
        made.append(
            Comment(
                f"c{number}",
                "p",
                created_at=START + timedelta(seconds=number),
                parent_id=None if parent is None else f"c{parent}",
            )
        )
    return made


def bare_hands(comments: Sequence[Comment]) -> Iterator[tuple[Comment, int]]:
    """Build and walk as one would without a library; it loses orphans and rings."""
    children: dict[str | None, list[Comment]] = {}
    for comment in comments:
        children.setdefault(comment.parent_id, []).append(comment)
    for siblings in children.values():
        siblings.sort(key=lambda comment: (comment.created_at, comment.id), reverse=True)
    stack = [(comment, 0) for comment in children.get(None, ())]
    while stack:
        comment, depth = stack.pop()
        yield comment, depth
        stack.extend((child, depth + 1) for child in children.get(comment.id, ()))


def ours(comments: Sequence[Comment]) -> Iterator[tuple[Comment, int]]:
    """Build and walk with the library."""
    return ((node.comment, node.depth) for node in Thread.build(comments).walk())


if __name__ == "__main__":
    for count, rounds in ((1_000, 15), (100_000, 3)):
        for shape in ("wide", "chain", "forum", "reddit"):
            for order in ("in time order", "shuffled"):
                comments = forest(shape, count)
                if order == "shuffled":
                    random.Random(7).shuffle(comments)  # noqa: S311
                assert list(ours(comments)) == list(bare_hands(comments))
                medians = compare(
                    {
                        "bare hands": lambda given=comments: list(bare_hands(given)),
                        "Thread": lambda given=comments: list(ours(given)),
                    },
                    rounds=rounds,
                )
                table(f"{shape}, {count:,}, {order}", medians, "bare hands", per=count)
