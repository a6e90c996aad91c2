from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blogmodel.dates._plain import plain
from blogmodel.dates._words import number


@pytest.mark.parametrize(
    "text, bare",
    [
        ("1ᵉʳ Février", "1er fevrier"),
        ("9\u00a0h\u202f07", "9 h 07"),
        ("7\u20119\u20139", "7-9-9"),
        ("aujourd’hui", "aujourd'hui"),
        ("a\t\r\n b", "a b"),
        ("AOÛ\u0302T", "aout"),
        ("İstanbul", "istanbul"),
        ("\ufeff24\u00ad juin", "24 juin"),
        ("m²", "m²"),
    ],
)
def test_a_text_has_one_spelling_of_what_people_vary(text: str, bare: str) -> None:
    assert plain(text)[0] == bare


@given(st.text())
def test_composed_or_not_a_text_has_one_plain_form(text: str) -> None:
    latin = "".join(char for char in text if ord(char) < 0x180)
    assert plain(normalize("NFD", latin))[0] == plain(normalize("NFC", latin))[0]


@given(st.text(st.characters(codec="utf-8") | st.sampled_from("éÉ\u0301 \n’\u200b")))
def test_places_lead_back_to_the_source(text: str) -> None:
    bare, places = plain(text)
    if places is None:
        assert len(bare) == len(text)
        return
    assert places[-1] == len(text)
    assert len(places) == len(bare) + 1
    assert places == sorted(places)
    for char, place in zip(bare, places, strict=False):
        assert plain(text[place])[0] in {char, ""}


@pytest.mark.parametrize(
    "words, value",
    [
        ("0042", 42),
        ("une", 1),
        ("vingt et un", 21),
        ("vingt-et-une", 21),
        ("soixante-dix-sept", 77),
        ("soixante et onze", 71),
        ("quatre-vingts", 80),
        ("quatre-vingt-un", 81),
        ("quatre-vingt-onze", 91),
        ("septante et un", 71),
        ("nonante-neuf", 99),
        ("cent", 100),
        ("forty-two", 42),
        ("an", 1),
        ("a hundred", 100),
        ("deux trois", None),
        ("quatre-vingt et un", None),
    ],
)
def test_numbers_are_read_in_words(words: str, value: int | None) -> None:
    assert number(words) == value
