"""Laws of words, and their agreement with ICU."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from blogmodel.text import words
from blogmodel.text._words import counted

ODD = st.text(
    st.sampled_from("aeélLdDqQuUjcçÇsStBMN é12٣.,;:'’‘ʼ··_‿-@/w()«»\"!?…\n\t\u00a0\u202f")
    | st.sampled_from("\u0301\u0327\u00ad\u200d\u200b\ufe0f👍🇫🇷אבβЖカーﾞひ日ก한½²ªﬁ\ud800\u2060")
    | st.characters(),
    max_size=60,
)
PIECES = ["l’", "d'", "qu’", "jusqu’", "http://", "www.", "a@b.ca", "été", "c’te", "-", " ", "N’D"]
TEXTS = ODD | st.lists(st.sampled_from(PIECES) | ODD, max_size=8).map("".join)


@given(TEXTS)
def test_spans_give_the_words_back_in_order(text: str) -> None:
    end = 0
    for word in words(text):
        assert end <= word.span[0] < word.span[1]
        end = word.span[1]
        assert text[slice(*word.span)] == word.text


@given(TEXTS)
def test_every_letter_and_figure_is_in_one_word(text: str) -> None:
    inside = {place for word in words(text) for place in range(*word.span)}
    assert all(place in inside for place, char in enumerate(text) if char.isalnum())
    assert all(any(char.isalnum() for char in word.text) for word in words(text))


@given(TEXTS)
@example("a@b.c\u00ad")
@example("a'\u0301")
def test_no_word_begins_with_a_mark_or_ends_before_one(text: str) -> None:
    marks = set("\u0301\u0327\u00ad\u200d\ufe0f\u2060")
    for word in words(text):
        assert word.text[0] not in marks
        assert text[word.span[1] : word.span[1] + 1] not in marks


@given(TEXTS)
def test_words_counted_hold_all_words_but_lone_short_forms(text: str) -> None:
    units = list(counted(text))
    assert units == sorted(units)
    whole = [word for word in words(text) if not word.is_elided]
    assert all(any(s <= word.span[0] and word.span[1] <= e for s, e in units) for word in whole)
    assert len(units) <= len(whole)


# Where ICU is of another mind: it takes Hangul and kana by a dictionary, a ZWJ before an emoji into
# the word, « a@b » for one word, and U+202F as a letter's neighbour.
LETTERS = "aeélLdDqQuUjcçÇsStBMNéβЖ"
AGREED = st.text(
    st.sampled_from(f"{LETTERS}123٣ .,;:'’‘··_‿-()«»\"!?…\n\u0301\u0308\u00ad\u200c\ufe0f\u2060🇫🇷"),
    max_size=30,
)
HEBREW = st.text(st.sampled_from("אבa1'\"’.,_ -"), max_size=20)


@given(AGREED | HEBREW)
@pytest.mark.parametrize("locale", ["fr", "root"])
def test_words_are_those_of_icu_but_for_the_short_forms(locale: str, text: str) -> None:
    icu = pytest.importorskip("icu")
    breaks = icu.BreakIterator.createWordInstance(icu.Locale(locale))
    units = text.encode("utf-16-le")
    breaks.setText(text)
    ends = [len(units[: 2 * end].decode("utf-16-le")) for end in breaks]
    parts = [text[start:end] for start, end in zip([0, *ends], ends, strict=False)]
    theirs = [part for part in parts if any(char.isalnum() for char in part)]
    ours: list[str] = []
    joined = ""
    for word in words(text):
        if not word.is_elided:
            ours.append(joined + word.text)
            joined = ""
        elif text[word.span[1]].isalpha():
            joined += word.text
        else:  # « l’1 », « l’« »: for ICU the apostrophe stands between two words.
            ours.append(joined + word.text[:-1])
            joined = ""
    assert ours == theirs
