"""HTML that somebody else wrote, without what could harm a reader or the page around it.

nh3 takes out what may not stay. Headings become those that belong under the heading above them;
elements that HTML no longer has, or that would be landmarks of the page, become what they look
like. What is left when a tag is taken out or renamed may read otherwise than it is meant, so that
all this is done again until nothing changes.
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from blogmodel.errors import MissingExtraError
from blogmodel.formats._html_embeds import linked
from blogmodel.formats._html_escape import cleared

if TYPE_CHECKING:
    from nh3 import Cleaner

__all__ = ["HtmlCleaner", "sanitizer_is_there"]


def sanitizer_is_there() -> bool:
    """Tell whether the extra ``sanitize`` is installed."""
    try:
        import nh3  # noqa: F401, PLC0415 - an extra
    except ImportError:
        return False
    return True


class HtmlCleaner:
    """What cleans bodies of one kind.

    Args:
        rel: what links in them are to the page.
        base: what relative addresses in them start from; None to leave them.
        level: that of the heading above them.

    Raises:
        MissingExtraError: the extra ``sanitize`` is not installed.
    """

    def __init__(self, *, rel: str, base: str | None, level: int) -> None:
        self.required()
        import nh3  # noqa: PLC0415 - an extra

        self._level = level
        self._cleaner: Cleaner = nh3.Cleaner(
            tags=_TAGS,
            clean_content_tags=_GONE,
            attributes=_ATTRIBUTES,
            attribute_filter=_filtered,
            link_rel=rel,
            url_schemes=_SCHEMES,
            url_relative="pass_through" if base is None else partial(_absolute, base),
        )

    @staticmethod
    def required() -> None:
        """Require what cleans.

        Raises:
            MissingExtraError: the extra ``sanitize`` is not installed.
        """
        if not sanitizer_is_there():
            raise MissingExtraError("sanitised HTML", "sanitize")

    def clean(self, html: str) -> str | None:
        """Return HTML that may stand in the page; None where it is beyond repair."""
        if len(_DEEPENING.findall(html)) > _MOST_TAGS:
            return None
        cleaned = self._read(linked(cleared(html)))
        for _ in range(_MOST_READINGS):
            again = self._read(cleaned)
            if again == cleaned:
                return cleaned
            cleaned = again
        return None

    def _read(self, html: str) -> str:
        return _fitted(self._cleaner.clean(_kept_line_feeds(html)), self._level)


# A parser looks through all that is open at many tags, so that its time is quadratic in the depth;
# tags of these close themselves, and are never deep without the others. No post has so many others.
_DEEPENING = re.compile(r"<(?!(?:br|hr|img|li|p|wbr)\b)[a-z]", re.IGNORECASE)
_MOST_TAGS = 10_000
# What was seen to change is the same from the third reading on.
_MOST_READINGS = 6

_GONE = set("script style template title noscript noembed noframes".split())
_TAGS = set(
    "a abbr acronym address article aside b bdi bdo blockquote br caption center cite code col"
    " colgroup data dd del details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6"
    " header hgroup hr i img ins kbd li main mark ol p pre q rp rt ruby s samp section small span"
    " strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr".split()
)
_ATTRIBUTES = {
    "*": {"dir", "lang", "title"},
    "a": {"href", "hreflang"},
    "blockquote": {"cite"},
    "col": {"span"},
    "colgroup": {"span"},
    "data": {"value"},
    "del": {"cite", "datetime"},
    "img": {"alt", "height", "src", "width"},
    "ins": {"cite", "datetime"},
    "li": {"value"},
    "ol": {"reversed", "start", "type"},
    "q": {"cite"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "time": {"datetime"},
}
_SCHEMES = set("data ftp http https mailto tel".split())


# URL parsers skip these wherever they stand.
_SKIPPED = re.compile(r"[\t\n\r]")
_DATA = re.compile(r"[\x00- ]*data:", re.IGNORECASE)
_PICTURE = re.compile(r"data:image/(?:avif|gif|jpe?g|png|webp);base64,", re.IGNORECASE)
_WEB = re.compile(r"https?://", re.IGNORECASE)


def _filtered(tag: str, attribute: str, value: str) -> str | None:
    """Leave out pages in addresses; pictures may stand in them."""
    if attribute == "cite":
        return value if _WEB.match(value) else None
    if attribute not in {"href", "src"} or not _DATA.match(_SKIPPED.sub("", value)):
        return value
    return value if tag == "img" and _PICTURE.match(value) else None


def _absolute(base: str, address: str) -> str | None:
    try:
        return urljoin(base, address)
    except ValueError:
        return None


_PRE = re.compile(r"<pre\b[^<>]*>(?=\r?\n)", re.IGNORECASE)


def _kept_line_feeds(html: str) -> str:
    """Repeat the line feed at the start of preformatted text, since a parser takes one away.

    A tag that is not closed where it seems to be has one more in an attribute, which harms nothing.
    """
    return _PRE.sub(r"\g<0>" + "\n", html)


# Any tag, as nh3 writes it: the values of all attributes in double quotes.
_TAG = re.compile(r'<(/?)([a-z][a-z0-9]*)([^>"]*(?:"[^"]*"[^>"]*)*)>')
_HEADING = re.compile(r"h[1-6]")
_DEEPEST = 6
_NOW = {
    "acronym": "abbr",
    "strike": "s",
    "tt": "code",
    **dict.fromkeys(
        "address article aside center footer header hgroup main section".split(), "div"
    ),
}


def _fitted(html: str, level: int) -> str:
    """Fit headings under that of a level, and rename what HTML has another name for."""
    # The levels, in the source, of the headings that the next one may stand under.
    above: list[str] = []

    def fitted(tag: re.Match[str]) -> str:
        end, name, rest = tag.groups()
        if _HEADING.fullmatch(name):
            if not end:
                while above and above[-1] >= name:
                    above.pop()
                above.append(name)
            name = f"h{min(level + len(above), _DEEPEST)}"
        elif name == "img":
            rest += ' loading="lazy" referrerpolicy="no-referrer"'
        return f"<{end}{_NOW.get(name, name)}{rest}>"

    return _TAG.sub(fitted, html)
