import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blogmodel.errors import InvalidTypeError, InvalidValueError
from blogmodel.text import MappedText

PAGE = MappedText("a&b\nc", "<p>a&amp;b<p>c", (3, 4, 9, 10, 13), (4, 9, 10, 10, 14))


@pytest.mark.parametrize(
    "span, expected",
    [((0, 1), "a"), ((0, 2), "a&amp;"), ((1, 3), "&amp;b"), ((0, 5), "a&amp;b<p>c"), ((3, 4), "")],
)
def test_a_span_is_that_of_the_source(span: tuple[int, int], expected: str) -> None:
    assert PAGE.quote(*span) == expected


@pytest.mark.parametrize("place, expected", [(0, 3), (2, 9), (3, 10), (5, 14)])
def test_an_empty_span_stays_empty(place: int, expected: int) -> None:
    assert PAGE.span(place, place) == (expected, expected)


def test_a_text_of_nothing_has_one_span() -> None:
    assert MappedText("", "<br>", (), ()).span(0, 0) == (0, 0)


@pytest.mark.parametrize("span", [(-1, 2), (2, 1), (0, 6)])
def test_what_is_no_span_is_refused(span: tuple[int, int]) -> None:
    with pytest.raises(InvalidValueError, match="a span within 0 to 5"):
        PAGE.span(*span)


@pytest.mark.parametrize(
    "starts, ends, expected",
    [
        ((0,), (1, 2), "2 places, one for each"),
        ((0, 1), (1,), "2 places, one for each"),
        ((1, 0), (2, 2), "never go backwards"),
        ((0, 1), (2, 1), "never go backwards"),
        ((-1, 0), (1, 1), "never go backwards"),
        ((0, 1), (1, 4), "never go backwards"),
        ((1, 2), (0, 2), "before their starts"),
    ],
)
def test_places_are_checked(starts: tuple[int, ...], ends: tuple[int, ...], expected: str) -> None:
    with pytest.raises(InvalidValueError, match=expected):
        MappedText("ab", "xyz", starts, ends)


def test_places_are_a_tuple_and_texts_are_text() -> None:
    with pytest.raises(InvalidTypeError, match="a tuple of places"):
        MappedText("a", "a", [0], (1,))  # type: ignore[arg-type]
    with pytest.raises(InvalidTypeError, match=r"MappedText\.source must be a str"):
        MappedText("a", b"a", (0,), (1,))  # type: ignore[arg-type]
    with pytest.raises(InvalidValueError, match="lone surrogate"):
        MappedText.same("\ud800")


def test_maps_are_put_one_upon_the_other() -> None:
    folded = MappedText("ab", "a&b\nc", (0, 2), (1, 3))
    through = folded.through(PAGE)
    assert (through.source, through.text) == (PAGE.source, "ab")
    assert through.span(0, 2) == (3, 10)
    with pytest.raises(InvalidValueError, match="the source of this one"):
        PAGE.through(folded)


def test_it_is_a_value() -> None:
    again = pickle.loads(pickle.dumps(PAGE))
    assert again == PAGE
    assert hash(again) == hash(PAGE)
    assert str(PAGE) == "a&b\nc"
    assert repr(PAGE) == "MappedText(5 characters from 14)"


@given(st.text(), st.data())
def test_a_text_that_is_its_own_source_has_its_own_spans(text: str, data: st.DataObject) -> None:
    mapped = MappedText.same(text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert mapped.span(start, end) == (start, end)
    assert mapped.through(mapped) == mapped
