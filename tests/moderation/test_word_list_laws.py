import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from blogmodel.errors import WordListError
from blogmodel.moderation import Term, TermMatch, WordList, _word_index
from blogmodel.text import Level, at_level, words

ALPHABET = "aabé1 -'’.A\n,!«\u00a0"
# What words() takes apart, or joins, by other rules, and what becomes several characters.
ODD_ALPHABET = "aal1,.;' ’-_()/:点カßœ\u0301"
TERMS = st.builds(
    Term,
    st.text(ALPHABET, min_size=1, max_size=7).filter(str.strip),
    st.sampled_from(TermMatch),
    level=st.sampled_from(Level),
)


def usable(terms: list[Term]) -> list[Term]:
    """Leave out those that a list refuses, and those that stand there twice."""
    kept: dict[tuple[str, object, object], Term] = {}
    for term in terms:
        try:
            WordList([term])
        except WordListError:
            continue
        text = at_level(term.text, term.level).text
        if term.match is not TermMatch.SUBSTRING:
            text = " ".join(text.split())
        kept.setdefault((text, term.match, term.level), term)
    return list(kept.values())


def naive(term: Term, text: str) -> set[tuple[int, int]]:
    """Look for one entry at every place."""
    mapped = at_level(text, term.level)
    wanted = at_level(term.text, term.level).text
    made = mapped.text
    upright = term.level >= Level.LEET  # « l » is written « i ».
    plain = re.sub(r"(?<![^\W_])i(?='|orsqu')", "l", made) if upright else made
    edges = [word.span for word in words(plain)]
    starts, ends = {start for start, _ in edges}, {end for _, end in edges}
    spans: set[tuple[int, int]] = set()
    place = 0
    while place < len(made):
        end = fits(wanted, made, place, term.match, starts, ends)
        if end:
            spans.add(mapped.span(place, end))
            place = end
        else:
            place += 1
    return spans


def fits(  # noqa: PLR0913, PLR0917 - all that there is
    wanted: str, made: str, place: int, match: TermMatch, starts: set[int], ends: set[int]
) -> int:
    if match is TermMatch.SUBSTRING:
        return place + len(wanted) if made.startswith(wanted, place) else 0
    end = place
    for number, part in enumerate(wanted.split()):
        if number:
            gap = end
            while gap < len(made) and made[gap].isspace():
                gap += 1
            if gap == end:
                gap += made[gap : gap + 1] == "-"
            elif (
                made[gap : gap + 1] == "-"
                and made[gap + 1 : gap + 2].isspace()
                and not part.startswith("-")
            ):
                gap += 1
                while gap < len(made) and made[gap].isspace():
                    gap += 1
            if gap == end:
                return 0
            end = gap
        if not made.startswith(part, end):
            return 0
        end += len(part)
    if made[place].isalnum() and place not in starts:
        return 0
    if match is not TermMatch.PREFIX and made[end - 1].isalnum() and end not in ends:
        return 0
    return end


@given(st.lists(TERMS, max_size=6).map(usable), st.text(ALPHABET, max_size=25))
def test_a_list_finds_what_looking_for_each_entry_does(terms: list[Term], text: str) -> None:
    hits = WordList(terms).find(text)
    spans = {term: {hit.span for hit in hits if hit.term == term} for term in terms}
    assert spans == {term: naive(term, text) for term in terms}


ODD_TERMS = st.builds(
    Term,
    st.text(ODD_ALPHABET, min_size=1, max_size=5).filter(str.strip),
    st.sampled_from(TermMatch),
    level=st.sampled_from(Level),
)


@given(st.lists(ODD_TERMS, max_size=6).map(usable), st.text(ODD_ALPHABET, max_size=25))
@example([Term("a", level=Level.LEET)], "l’a")
@example([Term("1")], "1,1")
@example([Term("a")], "点a")
def test_edges_are_those_of_words_in_other_scripts_and_numbers(
    terms: list[Term], text: str
) -> None:
    hits = WordList(terms).find(text)
    spans = {term: {hit.span for hit in hits if hit.term == term} for term in terms}
    assert spans == {term: naive(term, text) for term in terms}
    assert len(set(hits)) == len(hits)


@given(st.lists(TERMS | ODD_TERMS, max_size=6).map(usable), st.text(ODD_ALPHABET, max_size=25))
def test_many_entries_are_looked_for_as_few_are(terms: list[Term], text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_word_index, "_MANY", 0)
        many = WordList(terms).find(text)
    assert many == WordList(terms).find(text)


@given(st.lists(TERMS, max_size=6).map(usable), st.text(ALPHABET, max_size=25))
def test_hits_are_in_order_and_within_the_text(terms: list[Term], text: str) -> None:
    hits = WordList(terms).find(text)
    assert [hit.span for hit in hits] == sorted(hit.span for hit in hits)
    assert all(0 <= hit.span[0] < hit.span[1] <= len(text) for hit in hits)


@given(
    st.lists(
        st.text("abcé \u00e3\u00a8", min_size=1).filter(lambda t: t.strip() and not t.isspace()),
        max_size=5,
    )
)
def test_entries_folded_together_are_those_folded_alone(texts: list[str]) -> None:
    for level in Level:
        alone = [at_level(text.strip(), level).text for text in texts]
        if not all(part.strip() for part in alone):
            continue
        words_ = WordList.from_lines("\n".join(texts), level=level)
        for text, part in zip(texts, alone, strict=True):
            assert any(
                hit.term.text == text.strip() or at_level(hit.term.text, level).text == part
                for hit in words_.find(text)
            )
