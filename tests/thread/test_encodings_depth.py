"""Law 7 for encodings: a chain of a million replies encodes without recursion."""

import tracemalloc
from itertools import islice

import pytest

from blogmodel import Comment, Thread
from blogmodel.thread import (
    decode_path,
    nested_sets,
    parent_path,
    parents_of_nested_sets,
    path_of,
    paths,
)

CHAIN = 1_000_000


@pytest.fixture(scope="module")
def chain() -> Thread:
    made = [Comment("0000000", "p")]
    made += [Comment(f"{n:07}", "p", parent_id=f"{n - 1:07}") for n in range(1, CHAIN)]
    return Thread.build(made)


def test_the_first_paths_of_a_chain_take_no_more_than_themselves(chain: Thread) -> None:
    tracemalloc.start()
    told = list(islice(paths(chain), 100))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert [len(path) for _, path in told] == [16 * n for n in range(1, 101)]
    assert peak < 10**6


def test_a_path_of_a_million_steps_is_written_and_read(chain: Thread) -> None:
    path = path_of(chain.node(f"{CHAIN - 1:07}"))
    assert len(path) == 16 * CHAIN
    assert decode_path(path)[-1].id == f"{CHAIN - 1:07}"
    assert parent_path(path) == path[:-16]


def test_a_million_nested_sets_are_written_and_read(chain: Thread) -> None:
    parents = parents_of_nested_sets(nested_sets(chain))
    assert len(parents) == CHAIN
    assert all(parents[f"{n:07}"] == f"{n - 1:07}" for n in range(1, CHAIN))
