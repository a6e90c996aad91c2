from typing import Any

import pytest

from blogmodel.errors import InvalidTypeError, InvalidValueError
from blogmodel.moderation import Part, Place, Revision

from support.moderating import NOW


def test_a_place_ends_after_it_starts() -> None:
    assert Place(Part.TEXT, 3, 3).end == 3
    with pytest.raises(InvalidValueError, match=r"Place\.end must be 3 or more; got 2"):
        Place(Part.TEXT, 3, 2)


def test_a_revision_takes_a_str_for_plain_text() -> None:
    assert Revision("c1", 1, "Oui", written_at=NOW).body.text == "Oui"
    assert repr(Revision("c1", 2, "Oui")) == "Revision('c1', 2)"


@pytest.mark.parametrize(
    "make",
    [
        lambda: Place("text", 0, 1),
        lambda: Place(Part.TEXT, -1, 1),
        lambda: Revision("", 1, "Oui"),
        lambda: Revision("c1", 0, "Oui"),
        lambda: Revision("c1", "1", "Oui"),
        lambda: Revision("c1", 1, 3),
        lambda: Revision("c1", 1, "Oui", written_at=NOW.replace(tzinfo=None)),
    ],
)
def test_other_values_are_refused(make: Any) -> None:
    with pytest.raises((InvalidTypeError, InvalidValueError)):
        make()
