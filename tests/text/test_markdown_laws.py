"""The text of Markdown: that of its HTML, and each character from its own place."""

from html import unescape

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from blogmodel.text import html_text, markdown_text

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
PIECES = [
    *("*", "**", "_", "~~", "`", "``", "[", "](", '](http://x.org/a "b")', ")", "![", "a", "mot"),
    *(" ", "  ", "\n", "\n\n", "> ", "- ", "1. ", "# ", "## ", "\\", "\\*", "&amp;", "&eacute;"),
    *("&#65;", "&nosuch;", "<b>", "</b>", "<br>", "<http://x.org>", "<a@b.ca>", "```\n", "```"),
    *("    ", "\t", "|", "|-|-|\n", "| a | b |\n|---|---|\n", "=====\n", "---\n", "***\n", "[r]"),
    *('[r]: http://y "t"\n', "é", "\xa0", "\r\n", "\r", "<!-- c -->", "<div>\n", "</div>\n", "'"),
    *('"', "!", "  \n", "\\\n", "+ ", "x|y\\|z\n", "<code>", "</code>", "\x0b", "\u2028", "0"),
]
SOUP = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


def words(text: str) -> str:
    return " ".join(text.split())


@given(SOUP)
def test_the_words_are_those_of_its_html(markdown: str) -> None:
    assert words(markdown_text(markdown).text) == words(html_text(PARSER.render(markdown)).text)


@given(SOUP | st.text())
def test_each_character_is_from_its_own_place(markdown: str) -> None:
    plain = markdown_text(markdown)
    for char, start, end in zip(plain.text, plain.starts, plain.ends, strict=True):
        source = markdown[start:end]
        if not source:
            assert char in "\n\t"
        elif char in " \n":
            assert not unescape(source).strip(" \t\r\n\f\\")
        else:
            assert source == f"\\{char}" or char in unescape(source).replace("\0", "\ufffd")
