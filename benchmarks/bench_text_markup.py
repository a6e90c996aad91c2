"""The text of HTML and Markdown with its places, beside readers that give the text alone."""

from collections.abc import Callable
from time import process_time

import html5lib
from justhtml import JustHTML
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from _timing import compare, table
from blogmodel.text import excerpt, html_text, markdown_text

PARAGRAPH = (
    "<p>Samedi dernier, on a <em>enfin</em> ferm&eacute; la cabane. L&rsquo;&eacute;rable a"
    " tout donn&eacute;, mais <a href='http://example.org/?a=1&amp;b=2'>la neige</a> tombait"
    " encore et personne ne voulait <b>repartir</b>&nbsp;!<br>\nÀ l’an prochain.</p>\n"
)
SIZES = {"a comment": 1, "a post": 16, "a page": 450}
MARKDOWN = (
    "Samedi dernier, on a *enfin* fermé la cabane. L&rsquo;érable n’a presque rien donné, mais\n"
    "[la neige](http://example.org/ 'neige') tombait encore et personne ne voulait **partir** !\n\n"
    "- un\n- deux\n\n"
)
Read = Callable[[], object]
PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def by_html5lib(html: str) -> str:
    """Return the text of html5lib's tree."""
    return "".join(html5lib.parseFragment(html, treebuilder="etree").itertext())


def main() -> None:
    """Print the times of texts of a few sizes."""
    for name, count in SIZES.items():
        html = PARAGRAPH * count
        readers: dict[str, Read] = {
            "html_text": lambda html=html: html_text(html),
            "html_text, and an excerpt of 30 words": lambda html=html: excerpt(
                html_text(html).text, words=30
            ),
            "justhtml, text alone": lambda html=html: JustHTML(
                html, fragment=True, sanitize=False
            ).to_text(),
            "html5lib, text alone": lambda html=html: by_html5lib(html),
            "selectolax, text alone": lambda html=html: LexborHTMLParser(html).text(),
        }
        starts = {"".join(str(read()).split())[:60] for read in readers.values()}
        assert len(starts) == 1
        title = f"The text of HTML, {name} of {len(html):,} characters"
        table(title, compare(readers, clock=process_time), "html_text")
    for name, count in SIZES.items():
        markdown = MARKDOWN * count
        writers: dict[str, Read] = {
            "markdown_text": lambda markdown=markdown: markdown_text(markdown),
            "markdown-it, HTML alone": lambda markdown=markdown: PARSER.render(markdown),
            "markdown-it, and html_text": lambda markdown=markdown: html_text(
                PARSER.render(markdown)
            ),
        }
        title = f"The text of Markdown, {name} of {len(markdown):,} characters"
        table(title, compare(writers, clock=process_time), "markdown_text")


if __name__ == "__main__":
    main()
