"""Threads beside bare hands and beside tree libraries: building, walking, pages, additions, memory.

``python benchmarks/bench_thread.py 100000`` stops at that many comments; without a number, at a
million.
"""

import gc
import random
import sys
import tracemalloc
from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta
from operator import attrgetter
from statistics import median
from time import process_time
from typing import Any

import attrs

from _forests import ORDERS, SHAPES, START, Bare, forest, with_spam
from _peers import PEERS
from _timing import compare
from blogmodel import Comment, Thread
from blogmodel.thread import Node, View, orders, published

ROUNDS = {1_000: 25, 10_000: 7, 100_000: 5, 1_000_000: 1}
PEER_ROUNDS = {1_000: 5, 10_000: 3, 100_000: 1}
SLOW = 18e-6
LOOKED_UP = (100_000, 1_000_000)
PAGE = 50
ADDS = 1_000
MEASURED = 100_000

Step = Callable[[Thread, Comment], Thread]


def touch_pairs(pairs: Iterable[tuple[Comment, int]]) -> object:
    """Walk as bare hands do."""
    comment, depth = None, 0
    for comment, depth in pairs:  # noqa: B007 - taking them is what is timed
        pass
    return comment, depth


def touch_nodes(nodes: Iterable[Node]) -> object:
    """Walk as the library does, looking at the comment and its depth."""
    comment, depth = None, 0
    for node in nodes:
        comment, depth = node.comment, node.depth
    return comment, depth


def building(limit: int) -> None:
    """Print one table for each number of comments, a row a shape and order."""
    slow: dict[tuple[str, str], str] = {}
    for count in (n for n in ROUNDS if n <= limit):
        peers = PEERS if count in PEER_ROUNDS else {}
        print(f"\nN = {count:,}: ratios to bare hands; of the peers, to Thread (build + walk)")
        heads = ("build", "walk", "both", "µs each", *peers)
        print(" " * 21 + "".join(f"{head:>9}" for head in heads))
        for shape in SHAPES:
            for order in ORDERS:
                comments = forest(shape, count, order)
                cells = beside_bare_hands(comments, ROUNDS[count])
                cells += [beside(name, shape, comments, slow) for name in peers]
                print(f"{shape:<7} {order:<13}" + "".join(f"{c:>9}" for c in cells), flush=True)
        for (name, shape), why in slow.items():
            if name in peers:
                print(f"  - {name}, {shape}: {why}")


def beside_bare_hands(comments: Sequence[Comment], rounds: int) -> list[str]:
    """Return build, walk and both as ratios to the floor, and microseconds a comment of build."""
    thread, bare = Thread.build(comments), Bare(comments)
    medians = compare(
        {
            "floor": lambda: touch_pairs(Bare(comments).walk()),
            "floor walk": lambda: touch_pairs(bare.walk()),
            "build": lambda: Thread.build(comments),
            "walk": lambda: touch_nodes(thread.walk()),
            "both": lambda: touch_nodes(Thread.build(comments).walk()),
        },
        rounds=rounds,
        clock=process_time,
    )
    floor = medians["floor"]
    return [
        f"{medians['build'] / floor:.2f}",
        f"{medians['walk'] / medians['floor walk']:.2f}",
        f"{medians['both'] / floor:.2f}",
        f"{medians['build'] / len(comments) * 1e6:.2f}",
    ]


def beside(
    name: str, shape: str, comments: Sequence[Comment], slow: dict[tuple[str, str], str]
) -> str:
    """Return a peer's time as a ratio to ours; a dash where it fails, or would take too long."""
    if (name, shape) in slow:
        return "-"
    peer, count = PEERS[name], len(comments)
    runs = {
        "ours": lambda: touch_nodes(Thread.build(comments).walk()),
        name: lambda: touch_pairs(peer(comments)),
    }
    try:
        if count == min(PEER_ROUNDS):
            assert list(peer(comments)) == list(Bare(comments).walk())
        medians = compare(runs, rounds=PEER_ROUNDS[count], clock=process_time)
    except RecursionError as error:
        slow[name, shape] = f"fails, {type(error).__name__} at {count:,}"
        return "-"
    ratio = f"{medians[name] / medians['ours']:.1f}"
    shuffled = comments[0].id != "c0"  # They come last.
    if medians[name] / count > SLOW and shuffled and count < max(PEER_ROUNDS):
        slow[name, shape] = (
            f"{medians[name] / count * 1e6:.0f} µs each at {count:,}, not tried further"
        )
    return ratio


def each(call: Callable[[Any], object], arguments: Sequence[Any]) -> float:
    """Return the median microseconds of a call, of seven loops over all arguments."""
    times = []
    for _ in range(7):
        gc.collect()
        start = process_time()
        for argument in arguments:
            call(argument)
        times.append(process_time() - start)
    return median(times) / len(arguments) * 1e6


def ids(comments: Sequence[Comment], count: int) -> list[str]:
    """Return some ids at random."""
    return [c.id for c in random.Random(3).choices(comments, k=count)]  # noqa: S311


def look_ups(count: int, thread: Thread, comments: Sequence[Comment]) -> None:
    """Print microseconds a look-up: just built, with 500 more, and of one of these 500."""
    replies = new_replies(comments, 500, late=False)
    more = thread
    for reply in replies:
        more = more.add(reply)
    chosen = ids(comments, 10_000)
    cases = ((thread, chosen), (more, chosen), (more, ids(replies, 10_000)))
    title = f"Look-ups among {count:,} (reddit), µs"
    print(f"\n{title:<46}{'built':>9}{'500 added':>12}{'of these':>11}")
    for name in ("thread.node(id)", "view.node(id)"):
        shown = [
            each(given.node if "thread" in name else given.view().node, of) for given, of in cases
        ]
        _told(name, shown)
    for name in ("parent", "depth", "position", "size"):
        get = attrgetter(name)
        _told(
            f"node.{name}", [each(get, [given.view().node(i) for i in of]) for given, of in cases]
        )


def _told(name: str, micros: Sequence[float]) -> None:
    built, more, added = micros
    print(f"  {name:<44}{built:>9.2f}{more:>12.2f}{added:>11.2f}", flush=True)


def pages(count: int, build: float, views: dict[str, View], comments: Sequence[Comment]) -> None:
    """Print microseconds a page, and how many of them a build takes."""
    print(f"\nPages of {PAGE} among {count:,} (reddit), µs, 1/x of a build")
    for name, view in views.items():
        last = len(view) // PAGE
        chance = random.Random(5)  # noqa: S311
        middle = (view.page(PAGE, number=chance.randint(1, last)).next for _ in range(100))
        cursors = [cursor for cursor in middle if cursor]
        chosen = [i for i in ids(comments, 100) if i in view]
        taken = {
            "first": each(lambda _, view=view: view.page(PAGE), cursors),
            "after a cursor": each(lambda c, view=view: view.page(PAGE, after=c), cursors),
            "after a cursor, and its next cursor": each(
                lambda c, view=view: view.page(PAGE, after=c).next, cursors
            ),
            "page_of": each(lambda i, view=view: view.page_of(i, PAGE), chosen),
        }
        for call, micros in taken.items():
            print(f"  {name + ', ' + call:<56}{micros:>9.1f}   1/{build * 1e6 / micros:,.0f}")


def new_replies(comments: Sequence[Comment], count: int, *, late: bool) -> list[Comment]:
    """Make replies to comments at random: later than all, or in the middle of time."""
    chance = random.Random(11)  # noqa: S311
    known = len(comments)
    parents = chance.choices(comments[: known // 2] if late else comments, k=count)
    at = START + timedelta(seconds=known // 2 if late else known)
    return [
        attrs.evolve(
            parent,
            id=f"new{number}",
            parent_id=parent.id,
            created_at=at + timedelta(microseconds=number + 1),
        )
        for number, parent in enumerate(parents)
    ]


def step_by_step(thread: Thread, step: Step, given: Sequence[Comment]) -> float:
    """Return the mean seconds of steps, each made on the thread of the one before."""
    gc.collect()
    start = process_time()
    for comment in given:
        thread = step(thread, comment)
    return (process_time() - start) / len(given)


def _and_page(thread: Thread, comment: Comment) -> Thread:
    thread = thread.add(comment)
    thread.view().page(PAGE)
    return thread


def _and_page_published(thread: Thread, comment: Comment) -> Thread:
    thread = thread.add(comment)
    thread.view(sees=published).page(PAGE)
    return thread


def changes(count: int, build: float, thread: Thread, comments: Sequence[Comment]) -> None:
    """Print the mean of each change, and how many of them a build takes."""
    replies = new_replies(comments, 5 * ADDS, late=False)
    late = new_replies(comments, 100, late=True)
    edited = [
        attrs.evolve(comment, body=attrs.evolve(comment.body, text="Merci."))
        for comment in random.Random(13).sample(comments, ADDS)  # noqa: S311
    ]
    print(f"\nChanges to {count:,} (reddit), one after another, mean µs, 1/x of a build")
    few = 3 if count > MEASURED else 10
    steps: dict[str, tuple[Step, Sequence[Comment]]] = {
        "add, 1,000 times": (Thread.add, replies[:ADDS]),
        "add, 5,000 times": (Thread.add, replies),
        "add a late reply, 100 times": (Thread.add, late),
        f"add and a page of {PAGE}, 1,000 times": (_and_page, replies[:ADDS]),
        f"add and a page of {PAGE} of what is published": (_and_page_published, replies[:few]),
        "replace a body, 1,000 times": (Thread.replace, edited),
    }
    for name, (step, given) in steps.items():
        taken = step_by_step(thread, step, given)
        print(f"  {name:<56}{taken * 1e6:>9.1f}   1/{build / taken:,.0f}", flush=True)


def time_to_build(comments: Sequence[Comment]) -> float:
    """Return the seconds of a build."""
    gc.collect()
    start = process_time()
    Thread.build(comments)
    return process_time() - start


def using(limit: int) -> None:
    """Print look-ups, pages and changes of a thread that is there."""
    for count in (n for n in ROUNDS if n <= limit):
        comments = forest("reddit", count)
        build = median(time_to_build(comments) for _ in range(5))
        thread = Thread.build(comments)
        if count in LOOKED_UP:
            look_ups(count, thread, comments)
        views = {
            "all": thread.view(),
            "published, newest": Thread.build(with_spam(comments)).view(
                sees=published, order=orders.newest()
            ),
        }
        pages(count, build, views, comments)
        del views
        changes(count, build, thread, comments)


def memory(limit: int) -> None:
    """Print bytes beside the comments themselves."""
    count = min(MEASURED, limit)
    title = f"Memory beside the comments, {count:,}"
    print(f"\n{title:<40}{'bytes a comment':>15}{'bytes a version':>17}")
    for shape in SHAPES:
        comments = forest(shape, count)
        replies = new_replies(comments, ADDS, late=False)
        gc.collect()
        tracemalloc.start()
        thread = Thread.build(comments)
        gc.collect()
        built = tracemalloc.get_traced_memory()[0]
        versions = [thread]
        for reply in replies:
            versions.append(versions[-1].add(reply))
        gc.collect()
        kept = tracemalloc.get_traced_memory()[0] - built
        tracemalloc.stop()
        print(f"  {shape:<38}{built / count:>15.0f}{kept / ADDS:>17,.0f}", flush=True)


if __name__ == "__main__":
    most = int(sys.argv[1]) if sys.argv[1:] else max(ROUNDS)
    building(most)
    using(most)
    memory(most)
