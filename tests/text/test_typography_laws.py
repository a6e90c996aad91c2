import html
import re

from hypothesis import example, given
from hypothesis import strategies as st

from blogmodel.text import markdown_text, typeset, typeset_html, typeset_markdown
from blogmodel.text._typography import applied, edits, rules_of

LOCALES = st.sampled_from(["fr", "fr_CA"])
PIECES = [
    *" \u00a0\u202f\u2009\t\n\u3000:;!?«»'’\"….,/\\@#`<>&()[]{}-–—=%$€0159hmkslaqudéÉDn8*_^\u0301",
    *("😀", "...", "..", "  ", "://", "http://", "www.", "x.org", "a@b.fr", "&amp;", "&#39;"),
    *(":)", ";)", ":smile:", "<b>", "</b>", "](", "l'", "d'", "qu'", "10 000", "9 h 07", " km"),
    *("mot", "oui", " ?", " !", "« ", " »", "514 555-1234", "`x`", "C:\\", "<3", "ou 1 234 567"),
    ":-)",
]
SENTENCES = [
    *("mot", "l'", "été", " ", " ", "!", "?", ";", ":", "«", "»", " !", " ?", "« ", " »", "..."),
    *(".", ",", "'", "\u00a0", "\u202f", "\n", ")", "(", "%", "…", "d", "qu", "-", "—", "http"),
    *('"', "w", "$", "$ ", "5", "10 000", "9:07", " km", "30 %", " h 07", "30%", "oui!!", " ?!"),
]
HTML = [
    *SENTENCES,
    *("<b>", "</b>", "<i> ", " </i>", "<br>", "<p>", "</p>", "<code>", "</code>", "<pre>"),
    *("</pre>", '<a title="a : b ?">', "</a>", "&nbsp;", "&laquo;", "&raquo;", "&#39;", "&amp;"),
    *("&lt;b&gt;", "&#8239;", "<!-- a ? -->", "<td>", "\n ", "http://x.org/?", "&fjlig;", "<li>"),
]
MARKDOWN = [
    *SENTENCES,
    *(
        "*",
        "**",
        "_",
        "`a ? b`",
        "` ",
        "[a",
        "](b?)",
        "\n\n",
        "# ",
        "- ",
        "> ",
        "    ",
        "\\",
        "<b>",
    ),
    *("&nbsp;", "&laquo;", "<http://x.org/?>", "~~a~~", "|", "|-|-|\n", "```\nx\n", "![a", "1. "),
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
    done = 0
    before = None
    for start, end, new in edits(text, rules_of("typeset", "text", text, locale)):
        assert done <= start <= end <= len(text)
        assert (start, end) != before
        assert text[start:end] != new
        done = end
        before = start, end


@given(TEXTS, LOCALES)
def test_what_needs_no_change_is_returned_itself(text: str, locale: str) -> None:
    once = typeset(text, locale=locale)
    assert typeset(once, locale=locale) is once


@given(st.text(st.characters(exclude_characters="'.:;?!«»%0123456789")), LOCALES)
def test_a_text_without_marks_is_returned_itself(text: str, locale: str) -> None:
    assert typeset(text, locale=locale) is text


@given(st.lists(st.sampled_from(SENTENCES), max_size=12).map("".join) | TEXTS, LOCALES)
@example("](...)", "fr")
def test_the_short_way_gives_what_the_edits_give(text: str, locale: str) -> None:
    rules = rules_of("typeset", "text", text, locale)
    assert typeset(text, locale=locale) == applied(text, edits(text, rules))


def parts_that_stay(markup: str) -> list[str]:
    return re.findall(r"<[^<>]*>", markup)


@given(st.lists(st.sampled_from(HTML), max_size=12).map("".join), LOCALES)
def test_html_is_changed_once_and_its_tags_never(markup: str, locale: str) -> None:
    once = typeset_html(markup, locale=locale)
    assert typeset_html(once, locale=locale) == once
    assert parts_that_stay(once) == parts_that_stay(markup)


@given(st.lists(st.sampled_from(SENTENCES), max_size=12).map("".join), LOCALES)
def test_escaped_text_is_typeset_as_plain_text_is(text: str, locale: str) -> None:
    line = " ".join(text.split())
    escaped = html.escape(line, quote=False)
    expected = html.escape(typeset(line, locale=locale), quote=False)
    assert typeset_html(escaped, locale=locale) == expected


@given(st.lists(st.sampled_from(MARKDOWN), max_size=12).map("".join), LOCALES)
def test_markdown_is_changed_once_and_reads_as_before(markup: str, locale: str) -> None:
    once = typeset_markdown(markup, locale=locale)
    assert typeset_markdown(once, locale=locale) == once
    assert bare(markdown_text(once).text) == bare(markdown_text(markup).text)
