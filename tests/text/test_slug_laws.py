"""Laws of slugs."""

import re
from unicodedata import normalize

from hypothesis import given
from hypothesis import strategies as st

from blogmodel.text import slug
from blogmodel.text._slug import _hyphened, _hyphened_by_letters

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
TEXTS = st.text(
    st.sampled_from(
        "aelLdDqQuU nN°º’'ʼ-_,.&é\u0301œŒæÆßøłıİ½²µ™\u00ad\u200d\u202f\u00a0Ж日👍🇫🇷\ud800"
    )
    | st.characters(codec="latin-1")
    | st.characters(),
    max_size=40,
)
LENGTHS = st.integers(1, 20)


@given(TEXTS)
def test_a_slug_is_never_empty_and_ascii(text: str) -> None:
    assert SLUG.fullmatch(slug(text, fallback="x"))


@given(TEXTS, LENGTHS)
def test_the_slug_of_a_slug_is_the_same(text: str, most: int) -> None:
    made = slug(text, fallback="x")
    assert slug(made, fallback="y") == made
    cut = slug(text, fallback="x", max_length=most)
    assert slug(cut, fallback="y", max_length=most) == cut


@given(TEXTS)
def test_composed_or_not_a_text_has_one_slug(text: str) -> None:
    slugs = {slug(normalize(form, text), fallback="x") for form in ("NFC", "NFD")}
    assert slugs == {slug(text, fallback="x")}


@given(TEXTS | st.characters(codec="cp1252"))
def test_the_way_by_bytes_and_that_by_letters_are_one(text: str) -> None:
    assert _hyphened(text) == _hyphened_by_letters(text)


@given(TEXTS, LENGTHS)
def test_it_is_cut_between_words_unless_the_first_is_longer(text: str, most: int) -> None:
    whole, cut = slug(text, fallback="x"), slug(text, fallback="x", max_length=most)
    assert len(cut) <= most
    assert whole.startswith(cut)
    assert SLUG.fullmatch(cut)
    words = cut.split("-")
    if cut != whole and _is_letter(words[-1]):
        # There is nothing else, or it is cut within.
        assert all(map(_is_letter, words)) or not whole.startswith(f"{cut}-")


def _is_letter(word: str) -> bool:
    return len(word) == 1 and word.isalpha()


@given(TEXTS, st.sets(st.sampled_from(["a", "x", "l", "x-2", "x-3", "a-2", "x-2-2"])), LENGTHS)
def test_what_is_taken_is_not_returned(text: str, taken: set[str], most: int) -> None:
    assert slug(text, fallback="x", taken=taken) not in taken
    first = slug(text, fallback="x", max_length=most + 3)
    second = slug(text, fallback="x", max_length=most + 3, taken={*taken, first})
    assert second not in {*taken, first}
    assert len(second) <= most + 3
    assert SLUG.fullmatch(second)


@given(st.lists(TEXTS, max_size=20))
def test_slugs_made_one_after_the_other_differ(texts: list[str]) -> None:
    taken: list[str] = []
    for text in texts:
        taken.append(slug(text, fallback="x", max_length=6, taken=taken))
    assert len(set(taken)) == len(taken)
