"""Fields that may hold anything, on their way to values that may not."""

from datetime import UTC, datetime
from typing import Any

import pytest

from blogmodel import Author
from blogmodel.errors import InvalidTypeError, InvalidValueError
from blogmodel.formats import Kept, Site, SourceDefect, SourceDefectKind
from blogmodel.formats._draft import Draft
from blogmodel.model import Extra


@pytest.mark.parametrize(
    "given, count, told",
    [
        (None, 0, False),
        ("", 0, False),
        (3, 3, False),
        (" 12 ", 12, False),
        (-1, 0, True),
        ("-1", 0, True),
        ("9" * 30, 0, True),
        (2**63, 0, True),
        ("trois", 0, True),
        (1.5, 0, True),
    ],
)
def test_a_count_is_a_whole_number_or_told(given: object, count: int, told: object) -> None:
    draft = Draft()
    assert draft.count("likes", given) == count
    assert bool(draft.defects) is told
    assert ("likes" in draft.extra) is told


@pytest.mark.parametrize(
    "given, moment",
    [
        (None, None),
        (0, datetime(1970, 1, 1, tzinfo=UTC)),
        ("1236859200.5", datetime(2009, 3, 12, 12, 0, 0, 500_000, tzinfo=UTC)),
        ("hier", None),
        (10**30, None),
        (float("nan"), None),
        ([], None),
    ],
)
def test_seconds_are_a_moment_or_told(given: object, moment: datetime | None) -> None:
    draft = Draft()
    assert draft.seconds("created", given) == moment
    assert bool(draft.defects) is (given is not None and moment is None)


def test_what_is_wrong_is_told_on_one_line() -> None:
    draft = Draft(line=3, column=7, id="p")
    draft.defect(SourceDefectKind.BAD_VALUE, "a\n b" + "c" * 200)
    [defect] = draft.defects
    assert (defect.line, defect.column, defect.subject_id) == (3, 7, "p")
    assert defect.text == f"a b{'c' * 76}…"


def test_a_language_is_a_tag_or_told() -> None:
    draft = Draft()
    assert draft.language("language", "fr-CA") == "fr-CA"
    assert draft.language("language", "le français") is None
    assert draft.kept() == Extra.of({"source:language": "le français"})


@pytest.mark.parametrize(
    "make, error",
    [
        (lambda: Site(url="ici"), InvalidValueError),
        (lambda: Site(title=7), InvalidTypeError),  # type: ignore[arg-type]
        (lambda: Site(authors=[Author("Zoé")]), InvalidTypeError),  # type: ignore[arg-type]
        (lambda: Site(authors=("Zoé",)), InvalidTypeError),  # type: ignore[arg-type]
        (lambda: Kept(""), InvalidValueError),
        (lambda: Kept("a", line=-1), InvalidValueError),
        (lambda: SourceDefect("zut"), InvalidTypeError),  # type: ignore[arg-type]
        (lambda: SourceDefect(SourceDefectKind.DOCTYPE, line=-1), InvalidValueError),
    ],
)
def test_what_readers_yield_holds_its_laws(make: Any, error: type[Exception]) -> None:
    with pytest.raises(error):
        make()


def test_what_readers_yield_has_short_reprs() -> None:
    assert repr(Site(title="Mon blogue")) == "Site('Mon blogue')"
    assert repr(Site(id="b")) == "Site('b')"
    assert (repr(Kept("a", line=3)), repr(Kept("a"))) == ("Kept('a', line=3)", "Kept('a')")
