"""The kit bites: each planted fault is found, small, and by the law that says so."""

import re

import attrs
import pytest

from blogmodel.testing import PROFILES, check_store, check_threading
from blogmodel.testing._running import try_law
from blogmodel.testing.broken import GALLERY, Fault, MendedStore, mended
from blogmodel.testing.laws import STORE_LAWS

SOON = attrs.evolve(PROFILES["normal"], patience=1)
LAWS = {law.name: law for law in STORE_LAWS}


@pytest.mark.parametrize("seed", [1])
@pytest.mark.parametrize("fault", GALLERY, ids=lambda fault: fault.name)
def test_a_planted_fault_is_found_and_shrinks_to_five_comments(fault: Fault, seed: int) -> None:
    finding, error = try_law(LAWS[fault.law], fault.subject, SOON, seed)
    assert finding.outcome == "broken"
    assert error is not None
    added = {step for step in re.findall(r"add (\w+)", error.story) if step != "a"}
    assert len(added) <= 5


def test_every_fault_has_a_story_of_its_own() -> None:
    assert len({fault.name for fault in GALLERY}) == len(GALLERY)
    assert {fault.law for fault in GALLERY} <= set(LAWS)


@pytest.mark.parametrize("seed", [1])
def test_what_is_mended_keeps_every_law(seed: int) -> None:
    report = check_store(MendedStore, seed=seed, profile="quick")
    assert report.laws("not applicable") == ("defects-are-told",)
    assert len(report.laws("held")) == len(STORE_LAWS) - 1
    assert check_threading(mended, seed=seed, profile="quick").is_sound
