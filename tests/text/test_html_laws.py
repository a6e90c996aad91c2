"""The text of HTML: as another parser has it, and each character from its own place."""

from html import escape, unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blogmodel.text import html_text

# Pieces that make a page, and a mess; the other parser knows no template.
PIECES = (
    "<p>|</p>|<b>|</b>|<i>|</i>|<em>|</em>|<div>|</div>|<a href='x>y'>|</a>|mot|é |&amp;|&eacute;"
    "|&eacute|&notit;|&nbsp;|<br>|<br/>|<!-- c -->|<!-->|<script>x<y</script>|<style>a{}</style>"
    "|<pre>\n|</pre>|<code>|</code>|<blockquote>|</blockquote>|<li>|<ul>|</ul>|  |\n|&#65;|&#x42;"
    "|&lt;b&gt;|<img alt='a'>|<h2>|</h2>|<span class=x>|</span>|<|& | < |<u hidden>|</u>|<table>"
    "|<tr>|<td>|</table>|\r\n|<math>|</math>|<button>|</button>|<foo>|</foo>"
    "|</br>|</ p>|<?x>|<title>t</title>"
).split("|")
SOUP = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


@given(SOUP | st.text())
def test_each_character_is_from_its_own_place(html: str) -> None:
    plain = html_text(html)
    for char, start, end in zip(plain.text, plain.starts, plain.ends, strict=True):
        source = html[start:end]
        if not source:
            assert char in "\n\t"
        elif char in " \n":
            assert not unescape(source).strip()
        else:
            assert char in unescape(source)


@given(SOUP)
def test_the_words_are_those_that_another_parser_has(html: str) -> None:
    naive = pytest.importorskip("support.naive_html", reason="html5lib is not installed")
    ours, theirs = naive.squeezed(html_text(html).text), naive.naive_text(html)
    if "<table>" in html:
        # What a table may not hold goes before it there, and stands where it is written here.
        ours, theirs = ("".join(sorted(text.replace(" ", ""))) for text in (ours, theirs))
    assert ours == theirs


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0\r")))
def test_a_text_that_is_escaped_comes_back(text: str) -> None:
    words = " ".join(text.replace("\xa0", "x").split(" "))
    plain = html_text(f"<pre>\n{escape(words)}</pre>").text
    assert plain == words.removesuffix("\n")


@given(SOUP)
def test_no_line_begins_or_ends_with_a_space_outside_of_pre(html: str) -> None:
    if "<pre>" in html:
        return
    text = html_text(html).text
    assert text == text.strip(" \n\t")
    assert "  " not in text
    assert " \n" not in text
    assert "\n " not in text
