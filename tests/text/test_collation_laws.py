"""Order as ICU has it, and what must hold of every order."""

import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blogmodel.text import Collator, collation_key
from blogmodel.text._collation import _key, _latin
from blogmodel.text._collation_weights import weights_of

FRENCH, QUEBEC = Collator("fr"), Collator("fr_CA")
# What words are made of, and what collation is made difficult by.
LETTERS = "aàâäåbcçdeéèêëfghiîïjklmnñoôöœøæpqrsßtuùûüvwxyÿz"
LATIN = st.text(
    alphabet=LETTERS + LETTERS.upper() + " -'’.,!?0123456789\u00a0\u202f«»…ŀ·", max_size=12
)
MARKS = st.text(
    alphabet="aeoiuAEÉœŒ \u0300\u0301\u0302\u0308\u0323\u0327\u0328\u0335\u034f\u200d·ßéệ",
    max_size=12,
)
CONTRACTIONS = st.text(
    alphabet="\u0438\u0418\u0306\u0301\u0627\u0648\u0653\u0654\u0655\u0c46\u0c56\u0dd9\u0dca\u0dcf\u0ddc"
    "\u0fb2\u0fb3\u0f71\u0f72\u0f74\u0f80\u0f81l·L\u0387\u0323\u0e40\u0e41\u0e01\u0e02\u0ec0\u0e81\u0316",
    max_size=8,
)
# What Python 3.11 and ICU 72 both know.
ASSIGNED = st.text(
    alphabet=st.characters(exclude_categories=["Cs", "Cn"], exclude_characters="\ufffe\uffff"),
    max_size=6,
)
IDEOGRAPHS = st.text(
    alphabet=st.characters(
        min_codepoint=0x2E80, max_codepoint=0xFAFF, exclude_categories=["Cs", "Cn"]
    )
    | st.characters(min_codepoint=0x20000, max_codepoint=0x3134A, exclude_categories=["Cn"]),
    max_size=3,
)
TEXTS = LATIN | MARKS | CONTRACTIONS | ASSIGNED | IDEOGRAPHS | st.text()


@given(TEXTS, TEXTS)
def test_only_the_same_text_has_the_same_key(one: str, other: str) -> None:
    for collator in (FRENCH, QUEBEC):
        assert (collator.key(one) == collator.key(other)) == (one == other)


@given(TEXTS)
def test_canonically_equivalent_texts_differ_in_the_last_level_alone(text: str) -> None:
    for form in ("NFC", "NFD"):
        again = unicodedata.normalize(form, text)  # type: ignore[arg-type]
        for collator in (FRENCH, QUEBEC):
            assert levels(collator, again) == levels(collator, text)


@given(st.text(alphabet=sorted(_latin().characters), max_size=20))
def test_latin_text_has_the_weights_that_any_text_has(text: str) -> None:
    assert FRENCH.key(text) == _key(text, *weights_of(text))
    primaries, secondaries, tertiaries = weights_of(text)
    assert QUEBEC.key(text) == _key(text, primaries, secondaries[::-1], tertiaries)


@given(LATIN, LATIN)
def test_what_a_text_begins_with_comes_before_it(start: str, rest: str) -> None:
    whole = unicodedata.normalize("NFD", start)
    assert FRENCH.key(whole) <= FRENCH.key(f"{whole} {rest}")


@given(TEXTS, st.sampled_from(["fr", "fr_CA"]))
def test_a_single_call_gives_the_key_of_the_collator(text: str, locale: str) -> None:
    assert collation_key(text, locale=locale) == Collator(locale).key(text)


def levels(collator: Collator, text: str) -> bytes:
    """Return the key without its last level, which is the text."""
    return collator.key(text).removesuffix(text.encode("utf-8", "surrogatepass"))


@pytest.fixture(scope="module")
def icu_collators() -> list[tuple[Collator, Any]]:
    """Return our collators with ICU's, where it is installed."""
    icu = pytest.importorskip("icu", reason="PyICU is not installed")
    pairs = []
    for ours in (FRENCH, QUEBEC):
        theirs = icu.Collator.createInstance(icu.Locale(ours.locale))
        theirs.setAttribute(icu.UCollAttribute.NORMALIZATION_MODE, icu.UCollAttributeValue.ON)
        pairs.append((ours, theirs))
    return pairs


@given(one=LATIN, other=LATIN)
def test_latin_text_is_ordered_as_by_icu(
    icu_collators: list[tuple[Collator, Any]], one: str, other: str
) -> None:
    agree(icu_collators, one, other)


@given(one=MARKS, other=MARKS)
def test_marks_are_ordered_as_by_icu(
    icu_collators: list[tuple[Collator, Any]], one: str, other: str
) -> None:
    agree(icu_collators, one, other)


@given(one=CONTRACTIONS, other=CONTRACTIONS)
def test_contractions_are_ordered_as_by_icu(
    icu_collators: list[tuple[Collator, Any]], one: str, other: str
) -> None:
    agree(icu_collators, one, other)


@given(one=IDEOGRAPHS, other=IDEOGRAPHS)
def test_ideographs_are_ordered_as_by_icu(
    icu_collators: list[tuple[Collator, Any]], one: str, other: str
) -> None:
    agree(icu_collators, one, other)


@given(one=ASSIGNED, other=ASSIGNED)
def test_all_scripts_are_ordered_as_by_icu(
    icu_collators: list[tuple[Collator, Any]], one: str, other: str
) -> None:
    agree(icu_collators, one, other)


@given(text=LATIN | MARKS, data=st.data())
def test_a_text_with_one_letter_changed_is_ordered_as_by_icu(
    icu_collators: list[tuple[Collator, Any]], text: str, data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(text)))
    other = text[:place] + data.draw(st.sampled_from("eéêèEÉ\u0301\u0302 -’œ")) + text[place + 1 :]
    agree(icu_collators, text, other)


def agree(pairs: list[tuple[Collator, Any]], one: str, other: str) -> None:
    for ours, theirs in pairs:
        first, second = levels(ours, one), levels(ours, other)
        # By ICU's keys: its `compare` skips what both begin with, which backwards is not the same.
        third, fourth = theirs.getSortKey(one), theirs.getSortKey(other)
        assert (first > second, first < second) == (third > fourth, third < fourth), ours
