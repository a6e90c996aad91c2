"""Laws of sentences, quotations and brackets."""

from hypothesis import given
from hypothesis import strategies as st

from blogmodel.text import sentences
from blogmodel.text._pairs import around, outermost, pairs

ODD = st.text(
    st.sampled_from("aÉ. !?…«»“”()[]\n\r\u00a0\u202f\u2029-*1'\"。」,:;\ud800\u0301")
    | st.characters(),
    max_size=40,
)
PIECES = [
    "M. ",
    "p. ex. ",
    "Oui. ",
    "non ! ",
    "« ",
    " »",
    "(",
    ") ",
    "\n\n",
    "\n- ",
    "J.-C. ",
    "1. ",
]
TEXTS = ODD | st.lists(st.sampled_from(PIECES) | ODD, max_size=10).map("".join)
CLOSES = {"«": "»", "“": "”", "(": ")", "[": "]"}


@given(TEXTS)
def test_only_white_space_is_in_no_sentence(text: str) -> None:
    end = 0
    for sentence in sentences(text):
        start = sentence.span[0]
        assert not text[end:start].strip()
        end = sentence.span[1]
        assert sentence.text == text[start:end] == text[start:end].strip() != ""
    assert not text[end:].strip()


@given(TEXTS)
def test_no_sentence_ends_inside_of_a_pair_but_at_a_break_of_the_line(text: str) -> None:
    closed = outermost(pairs(text))
    for sentence in sentences(text):
        end = sentence.span[1]
        if around(closed, end) is not None:
            following = text[end:]
            white = following[: len(following) - len(following.lstrip())]
            assert set(white) & set("\n\r\x85\u2029") or text[end - 1] in "。！？｡」』）”’»"


@given(TEXTS)
def test_pairs_are_nested_or_apart(text: str) -> None:
    found = pairs(text)
    assert found == sorted(found)
    for start, end in found:
        assert CLOSES[text[start]] == text[end - 1]
        assert all(
            e <= start or s >= end or (s <= start and end <= e) or (start <= s and e <= end)
            for s, e in found
        )
    outer = outermost(found)
    assert all(any(s <= start and end <= e for s, e in outer) for start, end in found)
    for place in range(len(text) + 1):
        inside = [pair for pair in outer if pair[0] < place < pair[1]]
        assert around(outer, place) == (inside[0] if inside else None)


@given(TEXTS, st.integers(0, 40))
def test_pairs_that_start_before_a_place_are_those_of_the_whole_text(text: str, until: int) -> None:
    found = [pair for pair in pairs(text, until) if pair[0] < until]
    assert found == [pair for pair in pairs(text) if pair[0] < until]
