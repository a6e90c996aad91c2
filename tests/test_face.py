import subprocess
import sys

import pytest

import blogmodel
from blogmodel.model import Comment

ROOMS = ["cli", "errors", "formats", "messages", "model", "testing", "text", "thread"]


def run(code: str) -> str:
    """Run code in a fresh interpreter, where nothing is imported yet."""
    return subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    ).stdout.strip()


def test_the_face_is_pinned() -> None:
    assert blogmodel.__all__ == [
        "Archive",
        "Author",
        "BlogModelError",
        "Body",
        "Comment",
        "CommentKind",
        "MediaType",
        "Origin",
        "Post",
        "Status",
        "Thread",
        "__version__",
        "from_dict",
        "from_json",
        "load",
        "to_dict",
        "to_json",
    ]
    assert dir(blogmodel) == sorted(blogmodel.__all__)


@pytest.mark.parametrize("name", blogmodel.__all__)
def test_every_name_of_the_face_loads(name: str) -> None:
    assert getattr(blogmodel, name) is getattr(blogmodel, name)


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Commentaire'"):
        _ = blogmodel.Commentaire  # type: ignore[attr-defined]


def test_the_face_and_the_room_give_the_same_class() -> None:
    assert blogmodel.Comment is Comment


def test_importing_blogmodel_imports_nothing_else() -> None:
    code = (
        "import sys; before = set(sys.modules); import blogmodel;"
        "print(sorted(set(sys.modules) - before))"
    )
    assert run(code) == "['blogmodel']"


def test_the_values_import_no_babel_and_no_dateutil() -> None:
    code = (
        "import sys, blogmodel; blogmodel.Comment; blogmodel.Thread; blogmodel.load;"
        "print(sorted({name.partition('.')[0] for name in sys.modules} "
        "& {'babel', 'dateutil', 'hypothesis', 'click', 'wcwidth'}))"
    )
    assert run(code) == "[]"


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_names_its_public_face_and_defines_nothing(room: str) -> None:
    module = __import__(f"blogmodel.{room}", fromlist=["__all__"])
    assert module.__all__ == sorted(module.__all__)
    assert all(hasattr(module, name) for name in module.__all__)
    if hasattr(module, "__path__"):
        own = [
            name
            for name in module.__all__
            if getattr(getattr(module, name), "__module__", None) == module.__name__
        ]
        assert own == []
