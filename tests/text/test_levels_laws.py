"""Laws of the ladder: each level is made of the one before, and every span is what it claims."""

from itertools import pairwise
from unicodedata import normalize

from hypothesis import example, given
from hypothesis import strategies as st

from blogmodel.text import Level, at_level, find, fold
from blogmodel.text._levels import climbed
from blogmodel.text._looks import LOOKS

from support.characters import assigned, odd_texts

TEXTS = odd_texts(but="\ud800")
LEVELS = st.sampled_from(Level)


@given(TEXTS)
def test_the_folded_text_is_that_of_fold(text: str) -> None:
    assert at_level(text, Level.FOLDED).text == fold(text)


@given(TEXTS)
def test_what_looks_latin_is_folded_too(text: str) -> None:
    made = at_level(text, Level.CONFUSABLE).text
    assert fold(made) == made == text.translate(LOOKS)


@given(TEXTS, st.sampled_from([Level.PLAIN, Level.FOLDED, Level.CONFUSABLE]))
def test_the_first_levels_change_nothing_twice(text: str, level: Level) -> None:
    made = at_level(text, level).text
    assert at_level(made, level).text == made


@given(TEXTS, st.sampled_from([Level.CONFUSABLE, Level.LEET, Level.SPACED]))
def test_a_level_is_made_of_what_looks_latin(text: str, level: Level) -> None:
    made = at_level(text, Level.CONFUSABLE).text
    assert at_level(text, level).text == at_level(made, level).text


@given(TEXTS)
def test_letters_set_apart_are_put_together_after_all_else(text: str) -> None:
    leet, spaced = (at_level(text, level).text for level in (Level.LEET, Level.SPACED))
    assert len(spaced) <= len(leet)
    letters = iter(leet)  # It leaves out separators, and signs become letters.
    assert sum(1 for char in spaced if char.isalpha()) >= sum(char.isalpha() for char in letters)


@given(st.text(st.sampled_from("abzABZilLIO")))
def test_ascii_letters_only_lose_their_case_by_looks(text: str) -> None:
    assert at_level(text, Level.CONFUSABLE).text == text.lower()


@given(TEXTS, LEVELS)
@example("\u0301a\u0301œ\u0301", Level.FOLDED)
def test_the_characters_lie_side_by_side_in_the_source(text: str, level: Level) -> None:
    mapped = at_level(text, level)
    spans = list(zip(mapped.starts, mapped.ends, strict=True))
    for (start, end), (next_start, next_end) in pairwise(spans):
        assert (start, end) == (next_start, next_end) or end == next_start
    if spans:
        assert spans[-1][1] == len(text)
        assert at_level(text[: spans[0][0]], level).text == ""


@given(TEXTS, st.sampled_from([Level.PLAIN, Level.FOLDED, Level.CONFUSABLE]), st.data())
def test_the_quoted_part_makes_the_text_of_its_span(
    text: str, level: Level, data: st.DataObject
) -> None:
    mapped = at_level(text, level)
    start = data.draw(st.integers(0, len(mapped.text)))
    end = data.draw(st.integers(start, len(mapped.text)))
    made = at_level(mapped.quote(start, end), level).text
    assert mapped.text[start:end] in made
    bounds = [
        0,
        *(i for i in range(1, len(mapped.text)) if mapped.starts[i] != mapped.starts[i - 1]),
    ]
    if {start, end} <= {*bounds, len(mapped.text)} and start < end:
        assert made == mapped.text[start:end]


@given(TEXTS, LEVELS)
def test_forms_of_the_same_text_are_the_same_at_a_level(text: str, level: Level) -> None:
    if level is not Level.PLAIN:
        nfd, nfc = (at_level(normalize(form, text), level).text for form in ("NFD", "NFC"))
        assert nfd == nfc == at_level(text, level).text


@given(odd_texts(), LEVELS)
def test_places_do_not_depend_on_when_they_are_asked_for(text: str, level: Level) -> None:
    traced = climbed(text, level)
    assert len(traced.places) == len(traced.ends()) == len(traced.text)
    assert list(traced.places) == sorted(traced.places)


def test_no_character_looks_otherwise_when_it_is_looked_at_again() -> None:
    changed = [
        char
        for char in assigned()
        if char.translate(LOOKS).translate(LOOKS) != char.translate(LOOKS)
    ]
    assert changed == []


@given(odd_texts(), odd_texts(), LEVELS)
@example("e", "œ", Level.FOLDED)
@example("s", "ßs", Level.FOLDED)
@example("aa", "aaaaa", Level.FOLDED)
@example("es", "œss", Level.FOLDED)
@example("", "abc", Level.FOLDED)
def test_finding_is_as_looking_at_every_place(query: str, text: str, level: Level) -> None:
    wanted, made = climbed(query, level).text, climbed(text, level)
    expected: list[tuple[int, int]] = []
    for start in range(len(made.text)):
        if wanted and made.text.startswith(wanted, start):
            span = made.places[start], made.ends()[start + len(wanted) - 1]
            if not expected or span[0] >= expected[-1][1]:
                expected.append(span)
    assert find(query, text, level=level) == tuple(expected)


@given(odd_texts(), odd_texts(), st.sampled_from([Level.PLAIN, Level.FOLDED, Level.CONFUSABLE]))
def test_what_was_put_there_is_found(before: str, query: str, level: Level) -> None:
    if climbed(query, level).text:
        assert find(query, f"{before} {query} {before}", level=level)
