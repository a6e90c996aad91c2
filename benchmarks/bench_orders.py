"""Views in every order, through a sieve, down to a depth; and pages measured in each way."""

import random
from time import process_time
from typing import TYPE_CHECKING

import attrs

from _forests import forest, with_spam
from _timing import compare, table
from blogmodel import Comment, Thread
from blogmodel.thread import Deeper, Order, PageBy, View, orders, published

if TYPE_CHECKING:
    from collections.abc import Callable

COUNT = 100_000
PAGE = 50
LOOP = 100

ORDERS: dict[str, Order] = {
    "oldest": orders.oldest(),
    "newest": orders.newest(),
    "active": orders.active(),
    "most_replies": orders.most_replies(),
    "top": orders.top(),
    "best": orders.best(),
    "controversial": orders.controversial(),
    "hot": orders.hot(),
    "largest_first by length": orders.largest_first(lambda c: len(c.body.text), name="longest"),
    "smallest_first by id": orders.smallest_first(lambda c: c.id, name="by id"),
    "newest, pinned first": orders.newest().pinned_first(),
}


def voted() -> list[Comment]:
    """Make comments with votes, one in a hundred pinned and one in ten spam."""
    chance = random.Random(17)  # noqa: S311
    return [
        attrs.evolve(
            comment,
            ups=int(chance.expovariate(0.1)),
            downs=int(chance.expovariate(0.3)),
            pinned=chance.random() < 0.01,  # noqa: PLR2004
        )
        for comment in with_spam(forest("reddit", COUNT))
    ]


def views(comments: list[Comment]) -> None:
    """Print what views take beside building the thread and its default view."""
    thread = Thread.build(comments)
    runs: dict[str, Callable[[], object]] = {
        "build and the default view": lambda: Thread.build(comments).view(),
        "the default view": thread.view,
    }
    for name, order in ORDERS.items():
        runs[name] = lambda order=order: thread.view(order=order)
    runs["oldest at the top, best replies"] = lambda: thread.view(
        order=orders.oldest(), replies=orders.best()
    )
    runs["published"] = lambda: thread.view(sees=published)
    runs["published, newest"] = lambda: thread.view(sees=published, order=orders.newest())
    for limit in (0, 1, 3):
        for deeper in Deeper:
            runs[f"depth limit {limit}, {deeper.name}"] = lambda limit=limit, deeper=deeper: (
                thread.view(depth_limit=limit, deeper=deeper)
            )
    title = f"Views of {COUNT:,} comments (reddit), a comment"
    table(
        title, compare(runs, rounds=5, clock=process_time), "build and the default view", per=COUNT
    )


def pages(name: str, view: View) -> None:
    """Print what pages take, measured in each way."""
    middle = {
        PageBy.COMMENTS: view.page(PAGE, number=len(view) // PAGE // 2).next,
        PageBy.ROOTS: view.page(PAGE, by=PageBy.ROOTS, number=len(view.roots) // PAGE // 2).next,
        PageBy.BUDGET: view.page(PAGE, by=PageBy.BUDGET).next,
    }
    chosen = view.page(1, number=len(view) // 2).nodes[0].comment.id
    runs: dict[str, Callable[[], object]] = {}
    for by, cursor in middle.items():
        runs[f"by {by.name}, first"] = lambda by=by: view.page(PAGE, by=by)
        runs[f"by {by.name}, after a cursor"] = lambda by=by, cursor=cursor: view.page(
            PAGE, by=by, after=cursor
        )
    for by in (PageBy.COMMENTS, PageBy.ROOTS):
        runs[f"by {by.name}, page_of"] = lambda by=by: view.page_of(chosen, PAGE, by=by)
    loops = {call: lambda run=run: [run() for _ in range(LOOP)] for call, run in runs.items()}
    medians = compare(loops, rounds=7, clock=process_time)
    table(f"Pages of {PAGE}, {name}", medians, "by COMMENTS, first", per=LOOP)


if __name__ == "__main__":
    given = voted()
    views(given)
    built = Thread.build(given)
    pages("the default view", built.view())
    pages("published, best", built.view(sees=published, order=orders.best()))
