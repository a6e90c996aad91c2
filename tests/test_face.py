import importlib.metadata
import subprocess
import sys
from pathlib import Path

import pytest

import blogmodel
from blogmodel.model import Comment

ROOMS = [
    "cli",
    "dates",
    "errors",
    "formats",
    "messages",
    "model",
    "moderation",
    "testing",
    "text",
    "thread",
]


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
        "PostKind",
        "PostStatus",
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


@pytest.mark.parametrize("name", [name for name in blogmodel.__all__ if name != "__version__"])
def test_every_name_of_the_face_is_a_rooms_own(name: str) -> None:
    rooms = [importlib.import_module(f"blogmodel.{room}") for room in ROOMS]
    assert getattr(blogmodel, name) in [vars(room)[name] for room in rooms if name in vars(room)]


def test_the_version_is_that_of_the_package() -> None:
    assert blogmodel.__version__ == importlib.metadata.version("blogmodel")


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_loads_when_it_is_first_touched(room: str) -> None:
    assert run(f"import blogmodel; print(blogmodel.{room}.__name__)") == f"blogmodel.{room}"


@pytest.mark.parametrize("room", [room for room in ROOMS if room != "cli"])
def test_the_reference_has_every_public_name(room: str) -> None:
    docs = Path(__file__).parents[1] / "docs" / "reference"
    text = "".join(page.read_text("utf-8") for page in docs.glob("*.md"))
    module = importlib.import_module(f"blogmodel.{room}")
    whole = f".. automodule:: blogmodel.{room}\n" in text
    for name in module.__all__:
        home = getattr(getattr(module, name), "__module__", module.__name__)
        if not home.startswith(module.__name__):
            continue  # Another room's, and there in the reference.
        full = f"blogmodel.{room}.{name}"
        assert whole or f":: {full}\n" in text or f"automodule:: {full}\n" in text


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Commentaire'"):
        _ = blogmodel.Commentaire  # type: ignore[attr-defined]


@pytest.mark.parametrize("room", ["dates", "moderation", "testing", "text"])
def test_the_names_of_a_large_room_are_listed_and_loaded_when_they_are_touched(room: str) -> None:
    module = importlib.import_module(f"blogmodel.{room}")
    assert dir(module) == sorted(module.__all__)
    homes = [name for names in vars(module)["_HOMES"].values() for name in names]
    homes += vars(module).get("_ROOMS", ())
    assert sorted(homes) == sorted(module.__all__)
    with pytest.raises(AttributeError, match=rf"'blogmodel\.{room}' has no attribute 'lire'"):
        _ = module.lire


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


def test_dates_by_the_norms_need_no_babel() -> None:
    code = (
        "import sys; from datetime import UTC, datetime; from blogmodel import dates;"
        "now = datetime(2011, 6, 24, 13, 7, tzinfo=UTC);"
        "dates.format(now, 'stamp', locale='fr_CA', tz='America/Montreal');"
        "dates.relative(now, locale='fr', now=now, tz='Europe/Paris');"
        "dates.parse('hier à 9 h 07', locale='fr', now=now, tz='Europe/Paris');"
        "print('babel' in sys.modules, 'dateutil' in sys.modules)"
    )
    assert run(code) == "False False"


def test_french_text_needs_neither_babel_nor_a_parser() -> None:
    code = (
        "import sys; from blogmodel import text;"
        "text.fold('État'); text.slug('État', fallback='x'); text.Collator('fr').key('État');"
        "text.excerpt('Oui. Non.', sentences=1); text.dangers('a\\u200bb'); text.words('a');"
        "names = {name.partition('.')[0] for name in sys.modules};"
        "print(names & {'babel', 'justhtml', 'markdown_it'})"
    )
    assert run(code) == "set()"


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_names_its_public_face_and_defines_nothing(room: str) -> None:
    module = __import__(f"blogmodel.{room}", fromlist=["__all__"])
    # Constants first, as those who read imports expect.
    assert module.__all__ == sorted(module.__all__, key=lambda name: (not name.isupper(), name))
    assert all(hasattr(module, name) for name in module.__all__)
    if hasattr(module, "__path__"):
        own = [
            name
            for name in module.__all__
            if getattr(getattr(module, name), "__module__", None) == module.__name__
        ]
        assert own == []
