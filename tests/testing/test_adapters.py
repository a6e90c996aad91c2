"""What the kit says of stores as people write them with libraries that they know."""

import importlib
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from blogmodel.testing import PROFILES, Profile, check_store

FOLDER = Path(__file__).parents[2] / "examples" / "adapters"

# Databases behind an object mapper take milliseconds to write a comment.
FEW = Profile(name="few", examples=10, steps=8, size=8)
# A flush of a chain takes SQLAlchemy the square of its length; this one is beyond Python's stack.
SHORTER = Profile(name="shorter", examples=10, steps=8, size=8, depth=2_200)
FIRST = {
    "anytree_first.AnytreeFirst": PROFILES["quick"],
    "treelib_first.TreelibFirst": PROFILES["quick"],
    "sqlite_first.SQLiteFirst": PROFILES["quick"],
    "sqlalchemy_first.SQLAlchemyFirst": SHORTER,
    "treebeard_first.TreebeardFirst": FEW,
}
WHOLE = {
    "anytree_whole.AnytreeWhole": FEW,
    "treelib_whole.TreelibWhole": FEW,
    "sqlite_whole.SQLiteWhole": FEW,
    "sqlalchemy_whole.SQLAlchemyWhole": FEW,
}


def adapter(name: str, monkeypatch: pytest.MonkeyPatch) -> tuple[ModuleType, Any]:
    """Import the file of an adapter, from its folder as a script would be, once."""
    monkeypatch.syspath_prepend(FOLDER)
    module, _, class_ = name.partition(".")
    loaded = sys.modules.get(module) or importlib.import_module(module)
    return loaded, getattr(loaded, class_)


@pytest.mark.parametrize("name", FIRST)
def test_what_is_written_first_lacks_just_what_it_says(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    module, make = adapter(name, monkeypatch)
    report = check_store(make, lacks=module.LACKS, profile=FIRST[name], seed=1)
    assert set(report.laws("lacking")) == module.LACKS
    assert {"nothing-lost", "parents-first", "siblings-by-date"} <= set(report.laws("held"))


@pytest.mark.parametrize("name", WHOLE)
def test_what_was_added_to_it_makes_every_law_hold(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    module, make = adapter(name, monkeypatch)
    report = check_store(make, lacks=module.LACKS, profile=WHOLE[name], seed=1)
    assert not module.LACKS
    assert len(report.laws("held")) >= 36


@pytest.mark.parametrize("whole", WHOLE)
def test_what_was_added_offers_what_was_there_first(
    whole: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = next(name for name in FIRST if name.partition("_")[0] == whole.partition("_")[0])
    _, before = adapter(first, monkeypatch)
    _, after = adapter(whole, monkeypatch)
    public = {name for name in vars(before) if not name.startswith("_")}
    assert public - {"load", "split", "close"} <= set(vars(after))
