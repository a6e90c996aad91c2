"""Laws of folding, over all of Unicode that this Python knows."""

from unicodedata import combining, normalize

import pytest
from hypothesis import example, given

from blogmodel.text import fold
from blogmodel.text._fold import FOLDS

from support.characters import assigned, odd_texts

EVERY = assigned()


@given(odd_texts())
@example("\u0345ᾳ")
@example("ﷺ" * 3)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(odd_texts(), odd_texts())
def test_it_is_done_character_by_character(first: str, second: str) -> None:
    assert fold(first + second) == fold(first) + fold(second)
    assert fold(first) == "".join(map(fold, first))


@given(odd_texts())
def test_the_quick_way_is_the_way_of_the_table(text: str) -> None:
    assert fold(text) == text.translate(FOLDS)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_forms_of_the_same_text_fold_the_same(form: str) -> None:
    assert [char for char in EVERY if fold(normalize(form, char)) != fold(char)] == []  # type: ignore[arg-type]


def test_no_character_changes_when_it_is_folded_again() -> None:
    assert [char for char in EVERY if fold(fold(char)) != fold(char)] == []


def test_what_is_folded_has_no_capitals_and_no_marks() -> None:
    folded = fold("".join(EVERY))
    assert not any(map(combining, folded))
    assert folded.casefold() == folded == normalize("NFKD", folded)


def test_the_table_does_not_keep_all_that_it_is_asked_for() -> None:
    fold("".join(map(chr, range(0xF0000, 0xF6000))))
    assert len(FOLDS) <= 20_000
    assert fold("Привет") == "привет"
