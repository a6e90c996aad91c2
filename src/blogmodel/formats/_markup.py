"""Bodies as HTML, and HTML made safe: what writers share."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from blogmodel.errors import MissingExtraError
from blogmodel.model import MediaType

if TYPE_CHECKING:
    from blogmodel.model import Body

__all__ = ["as_html", "clean_html"]


def as_html(body: Body) -> str:
    r"""Return a body as HTML.

    HTML is what it is; plain text becomes paragraphs and line breaks; Markdown is rendered, its own
    HTML left out.

    Raises:
        MissingExtraError: the body is Markdown and blogmodel[markdown] is not installed.

    Example:
        >>> from blogmodel import Body
        >>> from blogmodel.formats import as_html
        >>> as_html(Body("Été < hiver.\n\nOui !"))
        '<p>Été &lt; hiver.</p>\n<p>Oui !</p>'
    """
    if body.media_type is MediaType.HTML:
        return body.text
    if body.media_type is MediaType.PLAIN:
        paragraphs = _BLANK.split(body.text.strip("\r\n"))
        return "\n".join(f"<p>{_lines(each)}</p>" for each in paragraphs if each.strip())
    try:
        from markdown_it import MarkdownIt  # noqa: PLC0415 - an extra
    except ModuleNotFoundError:
        raise MissingExtraError("Markdown as HTML", "markdown") from None
    return str(MarkdownIt("commonmark", {"html": False}).render(body.text)).strip()


_BLANK = re.compile(r"(?:\r\n?|\n)[^\S\r\n]*(?:\r\n?|\n)\s*")


def _lines(paragraph: str) -> str:
    return "<br>\n".join(html.escape(line, quote=False) for line in paragraph.splitlines())


# What a blog's own text is made of. Nothing here runs, posts, or loads but images.
_TAGS = frozenset(
    "a abbr acronym address article aside b bdi bdo big blockquote br caption center cite code col "
    "colgroup dd del details dfn div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 "
    "header hr i img ins kbd li mark ol p picture pre q rp rt ruby s samp section small span "
    "strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr".split()
)
_ATTRIBUTES = {
    "*": {"lang", "dir", "title"},
    "a": {"href", "hreflang"},
    "blockquote": {"cite"},
    "col": {"span"},
    "colgroup": {"span"},
    "del": {"cite", "datetime"},
    "img": {"src", "alt", "width", "height"},
    "ins": {"cite", "datetime"},
    "li": {"value"},
    "ol": {"start", "reversed", "type"},
    "q": {"cite"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "time": {"datetime"},
}


def clean_html(text: str) -> str:
    """Return HTML in which nothing runs: what `read` and `load` take as ``clean``.

    Elements of text, links and images stay; scripts, styles, frames, forms, event handlers, ids,
    classes and addresses that are neither web nor mail go.

    Raises:
        MissingExtraError: blogmodel[sanitize] is not installed.

    Example:
        >>> from blogmodel.formats import clean_html
        >>> clean_html('<p onclick="x()">Oui<script>x()</script></p>')
        '<p>Oui</p>'
    """
    try:
        import nh3  # noqa: PLC0415 - an extra
    except ModuleNotFoundError:
        raise MissingExtraError("clean_html", "sanitize") from None
    return nh3.clean(
        text,
        tags=set(_TAGS),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        url_schemes={"http", "https", "mailto"},
        link_rel="nofollow noopener ugc",
    )
