"""Laws of excerpts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blogmodel.text import excerpt, sentences, words
from blogmodel.text._cuts import _GAP, _solid
from blogmodel.text._graphemes import whole_until
from blogmodel.text._pairs import pairs
from blogmodel.text._words import counted

ODD = st.text(
    st.sampled_from("aéÉ. ,:!?…«»“”()[]\n\u00a0\u202f-–’'&1;\u0301\u200d👍🇫🇷日。한\ud800"),
    max_size=30,
)
PIECES = [
    "l’",
    "qu’",
    "été",
    "M. ",
    "10 000",
    "« ",
    " »",
    " (",
    ") ",
    ", ",
    ". ",
    " !",
    "rendez-vous ",
    "👨‍👩‍👧",
]
TEXTS = st.lists(st.sampled_from(PIECES) | ODD, max_size=12).map("".join)
KINDS = st.sampled_from(["words", "characters", "sentences"])
MARKS = st.sampled_from(["…", "", "...", " […]"])


@given(TEXTS, KINDS, st.integers(1, 60), MARKS)
def test_it_is_a_prefix_within_the_limit(text: str, kind: str, most: int, mark: str) -> None:
    most += len(mark) if kind == "characters" else 0
    cut = excerpt(text, mark=mark, **{kind: most})
    start, end = cut.span
    body = text.strip()
    assert text[start:end] + mark * cut.is_cut == cut.text
    assert body.startswith(text[start:end])
    measures = {
        "words": lambda: sum(1 for _ in counted(text[start:end])),
        "characters": lambda: len(cut.text),
        "sentences": lambda: sum(1 for _ in sentences(text[start:end])),
    }
    assert measures[kind]() <= most
    if not cut.is_cut:
        assert cut.text == body


@given(TEXTS, st.integers(1, 60))
def test_what_fits_is_not_cut(text: str, most: int) -> None:
    body = text.strip()
    assert excerpt(text, characters=max(2, len(body))).text == body
    assert excerpt(text, words=max(1, sum(1 for _ in counted(body)))).text == body
    assert excerpt(text, sentences=max(1, sum(1 for _ in sentences(body)))).text == body
    assert excerpt(text, characters=most + 1).is_cut == (len(body) > most + 1)


@given(TEXTS, KINDS, st.integers(1, 60), MARKS)
def test_nothing_dangles_before_the_mark(text: str, kind: str, most: int, mark: str) -> None:
    cut = excerpt(text, mark=mark, **{kind: most + len(mark)})
    if cut.is_cut and cut.span[0] < cut.span[1]:
        last = text[cut.span[1] - 1]
        assert not last.isspace()
        assert last not in ",;:–-([«“&"
        assert last not in ".…" or not mark.startswith(("…", "..."))
        # A short form at the end would be one again before a letter.
        for word in words(text[slice(*cut.span)] + "a"):
            assert not word.is_elided or word.span[1] < cut.span[1] - cut.span[0]


@given(TEXTS, KINDS, st.integers(1, 60), st.integers(0, 9))
def test_a_larger_limit_never_shows_less(text: str, kind: str, most: int, more: int) -> None:
    less, full = (excerpt(text, **{kind: limit + 1}) for limit in (most, most + more))
    assert less.span[1] <= full.span[1]


WORDS = st.sampled_from(
    ["l’été", "rendez-vous", "aujourd’hui", "a", "10\u00a0000\u00a0$", "quoi\u202f!", "fin."]
)


@given(st.lists(WORDS, min_size=1, max_size=12), st.integers(2, 60))
def test_words_are_shown_whole_or_not_at_all(drawn: list[str], most: int) -> None:
    shown = excerpt(" ".join(drawn), characters=most, mark="").text.split(" ")
    if len(drawn[0]) <= most:
        assert shown == drawn[: len(shown)]


@given(TEXTS, st.integers(1, 60), st.sampled_from(["words", "characters"]))
def test_it_ends_in_a_quotation_only_where_nothing_would_be_left(
    text: str, most: int, kind: str
) -> None:
    cut = excerpt(text, **{kind: most + 1})
    body = text.strip()
    end = cut.span[1] - cut.span[0]
    gaps = [gap.start() for gap in _GAP.finditer(body) if gap.start() > _solid(body, "…")]
    for opening, closing in pairs(body) if cut.is_cut else ():
        if opening < end < closing:
            assert not [gap for gap in gaps if gap <= opening]


@given(ODD | TEXTS, st.integers(0, 40))
def test_graphemes_are_those_of_icu(text: str, limit: int) -> None:
    icu = pytest.importorskip("icu")
    text = text.replace("\ud800", "")
    breaks = icu.BreakIterator.createCharacterInstance(icu.Locale("root"))
    breaks.setText(text)
    units = text.encode("utf-16-le")
    ends = {0, *(len(units[: 2 * end].decode("utf-16-le")) for end in breaks)}
    place = whole_until(text, 0, limit)
    assert place <= limit
    assert place in ends
