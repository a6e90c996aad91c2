import importlib
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blogmodel.errors import InvalidValueError, MissingExtraError
from blogmodel.testing import strategies as blog

DEFAULTS = [
    *(blog.actors, blog.authors, blog.bodies, blog.broken_comment_lists, blog.casts),
    *(blog.comment_lists, blog.comments, blog.contexts, blog.conversations, blog.extras),
    *(blog.histories, blog.illegal_histories, blog.moments, blog.names, blog.origins),
    *(blog.policies, blog.posts, blog.rights, blog.stamps, blog.submissions, blog.texts),
    *(blog.threads, blog.viewers, blog.word_lists),
]
SIZED: list[Any] = [
    *(blog.casts, blog.comment_lists, blog.conversations, blog.histories, blog.policies),
    *(blog.stamps, blog.word_lists),
]


def run(code: str) -> str:
    """Run code in a fresh interpreter, where nothing is imported yet."""
    return subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    ).stdout.strip()


def test_the_room_alone_imports_neither_hypothesis_nor_pytest() -> None:
    code = (
        "import sys, blogmodel.testing; blogmodel.testing.Add; blogmodel.testing.conversations;"
        "print({'hypothesis', 'pytest', '_pytest'} & set(sys.modules))"
    )
    assert run(code) == "set()"


def test_what_a_naive_model_uses_does_not_know_the_threads() -> None:
    names = "_forests", "_values", "_people", "_bodies", "_moments"
    imports = "; ".join(f"import blogmodel.testing.strategies.{name}" for name in names)
    code = f"import sys; {imports}; print([n for n in sys.modules if 'blogmodel.thread' in n])"
    assert run(code) == "[]"


def test_broken_comments_of_any_kind_are_drawn_without_the_threads() -> None:
    code = (
        "import sys; from blogmodel.testing import strategies as blog;"
        "blog.broken_comment_lists().validate(); print('blogmodel.thread' in sys.modules)"
    )
    assert run(code) == "False"


def test_the_names_are_listed_and_loaded_when_they_are_touched() -> None:
    assert dir(blog) == sorted(blog.__all__)
    homes = [name for names in vars(blog)["_HOMES"].values() for name in names]
    assert sorted(homes) == sorted(blog.__all__)
    assert {name for name in blog.__all__ if getattr(blog, name) is None} == set()
    with pytest.raises(AttributeError, match=r"'blogmodel\.testing\.strategies' has no .* 'lire'"):
        _ = blog.lire  # type: ignore[attr-defined]


@pytest.mark.parametrize("touched", ["strategies", "strategies._forests"])
def test_without_its_extra_the_room_says_what_to_install(
    touched: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.startswith("blogmodel.testing.strategies")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    with pytest.raises(MissingExtraError, match=r"blogmodel\[testing\]"):
        importlib.import_module(f"blogmodel.testing.{touched}")


@pytest.mark.parametrize("strategy", DEFAULTS, ids=lambda strategy: strategy.__name__)
def test_a_strategy_is_told_of_in_few_words(strategy: Any) -> None:
    # Hypothesis writes strategies out in what it reports; of long ones it warns.
    assert len(repr(strategy())) < 4_000


@pytest.mark.parametrize("strategy", DEFAULTS, ids=lambda strategy: strategy.__name__)
def test_a_strategy_draws_different_things_of_one_class(strategy: Any) -> None:
    drawn = []

    @given(strategy())
    def draw(value: object) -> None:
        drawn.append(value)

    draw()
    assert len({type(value) for value in drawn}) == 1
    assert any(value != drawn[0] for value in drawn)


@pytest.mark.parametrize("strategy", SIZED, ids=lambda strategy: strategy.__name__)
def test_sizes_that_do_not_go_together_are_refused_at_once(strategy: Any) -> None:
    with pytest.raises(InvalidValueError, match=r"max_size must be 3 or more, as min_size is"):
        strategy(min_size=3, max_size=2)
    with pytest.raises(InvalidValueError, match=r"min_size"):
        strategy(min_size=-1)


def test_what_is_fixed_to_one_value_is_that_value() -> None:
    fixed = st.just("Zoé")

    @given(blog.authors(names=fixed, ids=fixed, emails=st.none(), urls=st.none()))
    def draw(author: object) -> None:
        assert repr(author) == "Author('Zoé', id='Zoé')"

    draw()
