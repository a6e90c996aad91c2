"""The tags and texts of HTML, as far as the text a reader sees depends on them."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from blogmodel.text._charrefs import decoded, literal

if TYPE_CHECKING:
    from blogmodel.text._skeleton import Piece, Skeleton

__all__ = [
    "MARKUP",
    "TAG",
    "UNSEEN_RAW",
    "HtmlScanner",
    "attributes_of",
    "end_of_declaration",
    "end_of_raw_text",
]

# What follows each of them until its end tag is no markup, and is not shown.
UNSEEN_RAW = frozenset("iframe noembed noframes noscript script style textarea title".split())
# What follows each of them until its end tag is no markup either, but is shown as it is.
_SEEN_RAW = frozenset(("xmp", "plaintext"))
# A parser looks through all that is open for some tags; no page has so much open at once.
_DEEPEST = 256
_PARTS_OF_TABLES = frozenset("caption col colgroup tbody td tfoot th thead tr".split())
# These end one another, or hold nothing, so that none is deep in its like.
_NEVER_DEEP = _PARTS_OF_TABLES | frozenset(
    "br dd dt hr input li optgroup option p rb rp rt rtc".split()
)
# These go on beyond the end of the block they stand in, until they are ended.
_FORMATTING = frozenset("a b big em font i nobr s small strike strong u".split())
_VOID = frozenset(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source"
    " track wbr".split()
) | {"body", "frameset", "head", "html"}  # Their tags mean nothing in a body.
# Elements on which it depends where a text stands or whether it is seen. All others only dress it.
_KEPT = frozenset(
    "address applet article aside audio blockquote br button canvas caption center code col"
    " colgroup datalist dd details dialog dir div dl dt fieldset figcaption figure footer form h1"
    " h2 h3 h4 h5 h6 header hgroup hr input kbd legend li listing main marquee menu meter nav"
    " object ol optgroup option p pre progress rb rp rt rtc ruby samp search section select"
    " summary table tbody td template tfoot th thead tr tt ul var video".split()
)
_FOREIGN = frozenset(
    "annotation annotation-xml defs desc foreignobject math metadata mi mn mo ms mtext script style"
    " svg text title".split()
)
# Tags that end SVG and MathML when they stand in them, if their own rules do not.
_BREAKOUT = frozenset(
    "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li"
    " listing menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul"
    " var".split()
)
_ROOTS = frozenset(("svg", "math"))
_HTML_AGAIN = frozenset("desc foreignobject html mi mn mo ms mtext title".split())
_HTML_TYPES = frozenset(("text/html", "application/xhtml+xml"))
_SWALLOWS_LINE_END = frozenset(("listing", "pre"))
# Elements that differ in nothing that matters here, from others that are safer to write.
_SAME = {"tt": "code"}
_SAME_FOREIGN = {
    **dict.fromkeys(("annotation", "metadata", "script", "style"), "defs"),
    "title": "desc",
}

MARKUP = re.compile(r"<(?:[A-Za-z!?]|/.)", re.DOTALL)
_COMMENT = re.compile(r"<!--(?:-?>|.*?(?:--!?>|\Z))", re.DOTALL)
_BOGUS = re.compile(r"[^>]*+>?")
_CDATA = re.compile(r"<!\[CDATA\[(.*?)(?:\]\]>|\Z)", re.DOTALL)
TAG = re.compile(
    r"""
    <(?P<slash>/?)(?P<name>[A-Za-z][^\t\n\f\r\ />]*+)
    (?P<attributes>(?:
        [\t\n\f\r\ /]++
        | [^\t\n\f\r\ />][^\t\n\f\r\ />=]*+
          (?: [\t\n\f\r\ ]*+=[\t\n\f\r\ ]*+
              (?: "[^"]*+" | '[^']*+' | [^\t\n\f\r\ >"'][^\t\n\f\r\ >]*+ | (?=>) )
            | (?![\t\n\f\r\ ]*=) )
    )*+)>
    """,
    re.VERBOSE,
)
_ATTRIBUTE = re.compile(
    r"""
    (?P<name>[^\t\n\f\r\ />][^\t\n\f\r\ />=]*+)
    (?: [\t\n\f\r\ ]*+=[\t\n\f\r\ ]*+
        (?: "(?P<double>[^"]*+)" | '(?P<single>[^']*+)' | (?P<bare>[^\t\n\f\r\ >]*+) ) )?
    """,
    re.VERBOSE,
)
_TELLING = re.compile(r"hidden|lang|translate|display|encoding|open|color|face|size", re.IGNORECASE)
_DISPLAY_NONE = re.compile(r"(?:^|;)\s*display\s*:\s*none\b", re.IGNORECASE)
_SCRIPT = re.compile(r"<!--|-->|<(?P<slash>/?)script(?=[\t\n\f\r />])", re.IGNORECASE)
_LINE_END = re.compile(r"\r\n?|\n")


class HtmlScanner:
    """Writes HTML into a skeleton: its text in pieces, and those of its tags that matter.

    Tags are told apart as the HTML standard's tokenizer does. Those that only dress their text are
    left out, and of attributes only marks remain: ``h`` for what is hidden, ``v`` and ``t`` for
    what is not, or is, to be translated; what is in another language than French is not. So the
    parser has little to do, and nothing to do that would not be linear in the source.
    """

    def __init__(self, skeleton: Skeleton) -> None:
        self._skeleton = skeleton
        # The element whose content is no markup that is open now, if any.
        self._raw = ""
        # Those open of SVG and MathML, and those in them whose content is HTML again.
        self._foreign: list[str] = []
        self._open = Counter[str]()
        # Of elements by name: how many were written and are open, and how many were left out since
        # too many were open; and how many of those written are nested.
        self._counts = Counter[str]()
        self._left_out = Counter[str]()
        self._depth = 0
        # For names that were left out, but once had a mark: what those open were written as.
        self._written: dict[str, list[str]] = {}

    def tag(self, tag: str) -> None:
        """Write a tag that stands in no HTML."""
        if not self._raw:
            self._skeleton.tag(tag)

    def text(self, piece: Piece) -> None:
        """Write a text that stands in no HTML."""
        if not self._raw or self._raw in _SEEN_RAW:
            self._skeleton.text(piece)

    def open_link(self, target: str, start: int) -> None:
        """Begin a link of Markdown: it only dresses its text."""

    def close_link(self, end: int) -> None:
        """End a link of Markdown."""

    def scan(self, html: Piece) -> None:
        """Write HTML that begins and ends outside of a tag."""
        at, end = 0, len(html.text)
        while at < end:
            if self._raw:
                at = self._raw_text(html, at)
                continue
            match = MARKUP.search(html.text, at)
            until = match.start() if match else end
            if until > at:
                self._skeleton.text(decoded(html, at, until))
            at = self._markup(html, until) if match else end

    def _markup(self, html: Piece, start: int) -> int:
        """Write the tag that starts somewhere, and return where it ends."""
        text = html.text
        if self._in_foreign():
            cdata = _CDATA.match(text, start)
            if cdata is not None:
                self._skeleton.text(literal(html, *cdata.span(1)))
                return cdata.end()
        after = end_of_declaration(text, start)
        if after is not None:
            return after
        tag = TAG.match(text, start)
        if tag is None:  # The end comes inside the tag.
            return len(text)
        name = _lower(tag["name"])
        if tag["slash"]:
            self._end_tag(name)
            return tag.end()
        self._start_tag(name, tag["attributes"])
        if name in _SWALLOWS_LINE_END and not self._in_foreign():
            return _end_of(_LINE_END, text, tag.end())
        return tag.end()

    def _raw_text(self, html: Piece, at: int) -> int:
        """Write text without markup up to its end tag, and return where that ends."""
        name, text = self._raw, html.text
        inside = end_of_raw_text(name, text, at)
        if name in _SEEN_RAW:
            self._skeleton.text(literal(html, at, inside))
        tag = TAG.match(text, inside)
        if tag is None:
            return len(text)
        self._raw = ""
        if name in _SEEN_RAW:
            self._skeleton.tag("</pre>")
        return tag.end()

    def _start_tag(self, name: str, attributes: str) -> None:
        found = attributes_of(attributes) if _TELLING.search(attributes) else {}
        in_foreign = self._in_foreign() and not self._breaks_out(name, found)
        if in_foreign or name in _ROOTS:
            self._foreign_start_tag(name, attributes, found)
        elif name in UNSEEN_RAW:
            self._raw = name
        elif name in _SEEN_RAW:
            self._raw = name
            self._skeleton.tag(f"<pre{_mark(name, found)}>")
        elif name in _KEPT:
            self._kept_start_tag(name, _mark(name, found))
        elif name not in _VOID:
            self._dressing_start_tag(name, _mark(name, found))

    def _kept_start_tag(self, name: str, mark: str) -> None:
        if name in _PARTS_OF_TABLES and not self._counts["table"]:
            return  # They are ignored there.
        if name not in _NEVER_DEEP and self._depth >= _DEEPEST:
            self._skeleton.tag("<div></div>")
            self._left_out[name] += 1
            return
        self._skeleton.tag(f"<{_SAME.get(name, name)}{mark}>")
        self._counts[_kind(name)] += 1
        self._depth += name not in _NEVER_DEEP

    def _kept_end_tag(self, name: str) -> None:
        if self._left_out[name]:
            self._left_out[name] -= 1
        elif self._counts[_kind(name)] or name in {"br", "p"}:
            self._skeleton.tag(f"</{_SAME.get(name, name)}>")
            if name not in _NEVER_DEEP and self._counts[_kind(name)]:
                self._counts[_kind(name)] -= 1
                self._depth -= 1

    def _dressing_start_tag(self, name: str, mark: str) -> None:
        if mark and self._depth < _DEEPEST:
            self._depth += 1
            same = "i" if name in _FORMATTING else "span"
            self._written.setdefault(name, []).append(same)
            self._skeleton.tag(f"<{same}{mark}>")
        elif name in self._written:
            self._written[name].append("")

    def _foreign_start_tag(self, name: str, attributes: str, found: dict[str, str]) -> None:
        if name not in _FOREIGN or len(self._foreign) >= _DEEPEST:
            return
        same = _SAME_FOREIGN.get(name, name)
        if attributes.endswith("/"):
            self._skeleton.tag(f"<{same}/>")
            return
        encoding = found.get("encoding", "").lower()
        is_html = name == "annotation-xml" and encoding in _HTML_TYPES
        if name in _ROOTS or name in _HTML_AGAIN or is_html:
            self._enter_foreign("html" if is_html else name)
        kept = f' encoding="{encoding}"' if is_html else ""
        self._skeleton.tag(f"<{same}{_mark(name, found)}{kept}>")

    def _end_tag(self, name: str) -> None:
        if name in _FOREIGN and self._foreign:
            is_open = self._open[name] > 0
            while is_open and self._leave_foreign() != name:
                pass
            self._skeleton.tag(f"</{_SAME_FOREIGN.get(name, name)}>")
        elif name in _KEPT:
            self._kept_end_tag(name)
        elif self._written.get(name):
            same = self._written[name].pop()
            if same:
                self._depth -= 1
                self._skeleton.tag(f"</{same}>")

    def _in_foreign(self) -> bool:
        return bool(self._foreign) and self._foreign[-1] not in _HTML_AGAIN

    def _enter_foreign(self, name: str) -> None:
        self._foreign.append(name)
        self._open[name] += 1

    def _leave_foreign(self) -> str:
        name = self._foreign.pop()
        self._open[name] -= 1
        return name

    def _breaks_out(self, name: str, found: dict[str, str]) -> bool:
        """Tell whether a tag ends the SVG or MathML it stands in, and end it then."""
        dressed = name == "font" and not found.keys().isdisjoint(("color", "face", "size"))
        if name not in _BREAKOUT and not dressed:
            return False
        while self._in_foreign():
            self._leave_foreign()
        if name not in _KEPT:
            self._skeleton.tag("<span></span>")
        return True


def _end_of_script(text: str, at: int) -> int:
    """Return where the end tag of a script starts, which does not count in a script in a comment.

    Source: https://html.spec.whatwg.org/multipage/parsing.html#script-data-state
    """
    in_comment = in_script = False
    while match := _SCRIPT.search(text, at):
        at = match.end()
        if match[0] == "<!--":
            in_comment, at = True, at - 2  # « <!--> » is a whole comment.
        elif match[0] == "-->":
            in_comment = in_script = False
        elif in_script:
            in_script = not match["slash"]
        elif match["slash"]:
            return match.start()
        else:
            in_script = in_comment
    return len(text)


def end_of_raw_text(name: str, text: str, at: int) -> int:
    """Return where the end tag starts of an element whose content is no markup."""
    if name == "script":
        return _end_of_script(text, at)
    match = _end_tag_of(name).search(text, at)
    return match.start() if match else len(text)


def end_of_declaration(text: str, start: int) -> int | None:
    """Return where a comment, a declaration or the like ends; None for a tag."""
    mark = text[start + 1]
    if mark == "!":
        return _end_of(_COMMENT if text.startswith("<!--", start) else _BOGUS, text, start)
    if mark == "?" or (mark == "/" and not _is_letter(text[start + 2])):
        return _end_of(_BOGUS, text, start)
    return None


@cache
def _end_tag_of(name: str) -> re.Pattern[str]:
    if name == "plaintext":
        return re.compile(r"\Z")
    return re.compile(rf"</{name}(?=[\t\n\f\r />])", re.IGNORECASE)


def attributes_of(text: str) -> dict[str, str]:
    """Return the attributes that the inside of a tag has; of one that stands twice, the first."""
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(text):
        value = match["double"] or match["single"] or match["bare"] or ""
        found.setdefault(match["name"].lower(), value)
    return found


def _mark(name: str, found: dict[str, str]) -> str:
    """Return the mark that stands for attributes, or nothing."""
    if not found and name != "dialog":
        return ""
    closed = name == "dialog" and "open" not in found
    hidden = found.get("hidden", "until-found").lower() != "until-found"
    if closed or hidden or _DISPLAY_NONE.search(found.get("style", "")):
        return " h"
    translate = found.get("translate", "").lower()
    if translate == "no" or _language(found) not in {"", "fr"}:
        return " v"
    return " t" if translate == "yes" else ""


def _kind(name: str) -> str:
    """Return the name that stands for an element; headings end one another."""
    return "h1" if len(name) == 2 and name[0] == "h" and name[1].isdigit() else name  # noqa: PLR2004 - h1 to h6


def _language(found: dict[str, str]) -> str:
    return found.get("lang", "").partition("-")[0].strip().lower()


def _is_letter(char: str) -> bool:
    return char.isascii() and char.isalpha()


def _lower(name: str) -> str:
    """Return a name in small letters; the Kelvin sign is no K."""
    return name.lower() if name.isascii() else ""


def _end_of(pattern: re.Pattern[str], text: str, start: int) -> int:
    match = pattern.match(text, start)
    return match.end() if match else start
