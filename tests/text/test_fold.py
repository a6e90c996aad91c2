import pytest
from hypothesis import given
from hypothesis import strategies as st

from blogmodel.text import fold


@pytest.mark.parametrize(
    "text, folded",
    [
        ("État", "etat"),
        ("E\u0301tat", "etat"),
        ("ÉTAT", "etat"),
        ("plain TEXT", "plain text"),
        ("Cœur, ÆON", "coeur, aeon"),
        ("l’été", "l'ete"),
        ("1ᵉʳ", "1er"),
        ("Ｗｉｄｅ", "wide"),
        ("Straße", "strasse"),
        ("日本", "日本"),
    ],
)
def test_case_accents_and_ligatures_are_folded(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)
