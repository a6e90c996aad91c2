from hypothesis import example, given
from hypothesis import strategies as st

from blogmodel.text import typeset
from blogmodel.text._typography import edits, rules_of

LOCALES = st.sampled_from(["fr", "fr_CA"])
PIECES = [
    *" \u00a0\u202f\u2009\t\n\u3000:;!?«»'’\"….,/\\@#`<>&()[]{}-–—=%$€0159hmkslaqudéÉDn8*_^\u0301",
    *(
        "😀",
        "...",
        "..",
        "  ",
        "://",
        "http://",
        "www.",
        "x.org",
        "a@b.fr",
        "&amp;",
        "&#39;",
        ":-)",
    ),
    *(":)", ";)", ":smile:", "<b>", "</b>", "](", "l'", "d'", "qu'", "10 000", "9 h 07", " km"),
    *("mot", "oui", " ?", " !", "« ", " »", "514 555-1234", "`x`", "C:\\", "<3", "ou 1 234 567"),
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


@given(TEXTS | st.text(), LOCALES)
@example("«&nbsp;mot&nbsp;»", "fr")
def test_a_second_time_changes_nothing_more(text: str, locale: str) -> None:
    once = typeset(text, locale=locale)
    assert typeset(once, locale=locale) == once


def bare(text: str) -> str:
    plain = text.replace("’", "'").replace("…", "...")
    return "".join(char for char in plain if not char.isspace())


@given(TEXTS | st.text(), LOCALES)
def test_only_spaces_apostrophes_and_ellipses_change(text: str, locale: str) -> None:
    assert bare(typeset(text, locale=locale)) == bare(text)


@given(TEXTS, LOCALES)
def test_edits_are_in_order_apart_and_needed(text: str, locale: str) -> None:
    done = -1
    for start, end, new in edits(text, rules_of("typeset", "text", text, locale)):
        assert done < end
        assert max(done, 0) <= start <= end <= len(text)
        assert text[start:end] != new
        done = end


@given(TEXTS, LOCALES)
def test_what_needs_no_change_is_returned_itself(text: str, locale: str) -> None:
    once = typeset(text, locale=locale)
    assert typeset(once, locale=locale) is once


@given(st.text(st.characters(exclude_characters="'.:;?!«»%0123456789")), LOCALES)
def test_a_text_without_marks_is_returned_itself(text: str, locale: str) -> None:
    assert typeset(text, locale=locale) is text
