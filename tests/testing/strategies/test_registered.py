import importlib.metadata
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import find, given
from hypothesis import strategies as st

from blogmodel import Author, Body, Comment, Origin, Post, Thread
from blogmodel.model import Extra
from blogmodel.moderation import (
    Actor,
    Context,
    History,
    Policy,
    Rights,
    Submission,
    Viewer,
    WordList,
)
from blogmodel.testing import strategies as blog

blog.register()

VALUES: list[type] = [Author, Body, Comment, Extra, Origin, Post]
REST: list[type] = [
    *(Actor, Context, History, Policy, Rights, Submission, Thread, Viewer, WordList),
    blog.Conversation,
]
PROJECT = Path(__file__).parents[3]
HOOK = "blogmodel.testing.strategies:register_values"


def run(code: str, *folders: Path) -> str:
    """Run code in a fresh interpreter, which looks in some folders first."""
    path = [*map(str, folders), *sys.path]
    return subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", f"import sys; sys.path[:0] = {path!r}; {code}"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()


@pytest.mark.parametrize("kind", [*VALUES, *REST], ids=lambda kind: kind.__name__)
def test_a_class_is_drawn_by_its_annotation(kind: type) -> None:
    assert isinstance(find(st.from_type(kind), lambda _: True), kind)


def test_the_values_are_those_of_the_strategies() -> None:
    assert find(st.from_type(Comment), lambda _: True) == Comment("c0", "p0", body="Merci !")
    assert find(st.from_type(Author), lambda _: True) == Author("Zoé")


@attrs.frozen
class Row:
    """What a program of a user's own makes of the library's values."""

    comment: Comment
    author: Author | None
    thread: Thread


@given(st.builds(Row))
def test_a_users_own_classes_are_built_of_them(row: Row) -> None:
    assert row.comment.id
    assert row.author is None or row.author.name.strip()
    assert len(row.thread.comments) <= 12


@given(...)
def test_a_tests_own_annotations_are_enough(comment: Comment, viewer: Viewer) -> None:
    assert isinstance(comment, Comment)
    assert isinstance(viewer, Viewer)


def test_hypothesis_is_told_of_what_to_call() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["entry-points"]["hypothesis"] == {"blogmodel": HOOK}


def test_the_hook_of_what_is_installed_can_be_loaded() -> None:
    hooks = [
        hook
        for hook in importlib.metadata.entry_points(group="hypothesis")
        if hook.value.startswith("blogmodel.")
    ]
    if not hooks:
        pytest.skip("what is installed is older than the hook")
    assert {hook.load() for hook in hooks} == {blog.register_values}


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """Return a folder with what an installed package would say of itself, and nothing else."""
    folder = tmp_path / "blogmodel_hook-0.dist-info"
    folder.mkdir()
    folder.joinpath("METADATA").write_text(
        "Metadata-Version: 2.1\nName: blogmodel-hook\nVersion: 0\n"
    )
    folder.joinpath("entry_points.txt").write_text(f"[hypothesis]\nblogmodel = {HOOK}\n")
    return tmp_path


@pytest.mark.parametrize(
    "first",
    [
        "import hypothesis",
        "import blogmodel.testing.strategies._forests",
        "from blogmodel.testing import strategies; strategies.comments()",
        "from blogmodel.testing import strategies; strategies.register()",
        "from blogmodel.testing import strategies; strategies.register_values()",
    ],
)
def test_whatever_imports_hypothesis_first_the_values_are_there(
    first: str, installed: Path
) -> None:
    code = (
        f"{first}; from hypothesis import find, strategies as st; from blogmodel import Comment;"
        "print(find(st.from_type(Comment), lambda comment: True))"
    )
    assert run(code, installed) == "Comment('c0', 'p0', body='Merci !')"


def test_the_hook_imports_little(installed: Path) -> None:
    code = (
        "import hypothesis;"
        "print(sorted(n for n in sys.modules if n.startswith('blogmodel') and n.count('.') == 1))"
    )
    rooms = {name.strip("'[] ") for name in run(code, installed).split(",")}
    assert rooms == {
        f"blogmodel.{name}" for name in ("_checks", "_json", "errors", "model", "testing")
    }


def test_what_draws_is_asked_for_when_it_is_drawn() -> None:
    code: Any = (
        "from blogmodel.testing import strategies; strategies.register_values();"
        "print([n for n in sys.modules if n.endswith('strategies._values')])"
    )
    assert run(code) == "[]"
