"""The tags and texts of HTML, as far as the text a reader sees depends on them."""

from __future__ import annotations

import re

from blogmodel.text._charrefs import decoded, literal
from blogmodel.text._skeleton import Skeleton

__all__ = ["HtmlScanner"]

# What follows each of them until its end tag is no markup, and is not shown.
_UNSEEN_RAW = frozenset("iframe noembed noframes noscript script style textarea title".split())
_VOID = frozenset(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source"
    " track wbr".split()
)
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
_HTML_AGAIN = frozenset("annotation-xml desc foreignobject mi mn mo ms mtext title".split())

_MARKUP = re.compile(r"<(?:[A-Za-z!?]|/.)", re.DOTALL)
_COMMENT = re.compile(r"<!--(?:-?>|.*?(?:--!?>|\Z))", re.DOTALL)
_BOGUS = re.compile(r"[^>]*+>?")
_CDATA = re.compile(r"<!\[CDATA\[(.*?)(?:\]\]>|\Z)", re.DOTALL)
_TAG = re.compile(
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
_TELLING = re.compile(r"hidden|translate|display|encoding|open|color|face|size", re.IGNORECASE)
_DISPLAY_NONE = re.compile(r"(?:^|;)\s*display\s*:\s*none\b", re.IGNORECASE)
_SCRIPT = re.compile(r"<!--|-->|<(?P<slash>/?)script(?=[\t\n\f\r />])", re.IGNORECASE)
_END = "(?=[\\t\\n\\f\\r />])"


class HtmlScanner:
    """Writes HTML into a skeleton: its text in pieces, and those of its tags that matter.

    Tags are told apart as the HTML standard's tokenizer does. Those that only dress their text are
    left out, and of attributes only marks remain: ``h`` for what is hidden, ``v`` and ``t`` for
    what is not, or is, to be translated. So the parser has little to do, and nothing to do that
    would not be linear in the source.
    """

    def __init__(self, skeleton: Skeleton) -> None:
        self._skeleton = skeleton
        self._foreign: list[str] = []
        # For names that were left out, but once had a mark: which of those open were written.
        self._written: dict[str, list[bool]] = {}

    def scan(self, source: str, start: int, end: int) -> None:
        """Write a part of a source that holds whole tags and texts."""
        at = start
        while at < end:
            match = _MARKUP.search(source, at, end)
            until = match.start() if match else end
            if until > at:
                self._skeleton.text(decoded(source, at, until))
            at = self._markup(source, until, end) if match else end

    def _markup(self, source: str, start: int, end: int) -> int:
        mark = source[start + 1]
        if mark == "!":
            return self._declaration(source, start, end)
        if mark == "?" or (mark == "/" and not _is_letter(source[start + 2])):
            return _end_of(_BOGUS, source, start, end)
        tag = _TAG.match(source, start, end)
        if tag is None:  # The end comes inside the tag.
            return end
        name = tag["name"].lower()
        if tag["slash"]:
            self._end_tag(name)
            return tag.end()
        return self._start_tag(name, tag["attributes"], source, tag.end(), end)

    def _declaration(self, source: str, start: int, end: int) -> int:
        if source.startswith("<!--", start):
            return _end_of(_COMMENT, source, start, end)
        cdata = _CDATA.match(source, start, end) if self._in_foreign() else None
        if cdata is None:
            return _end_of(_BOGUS, source, start, end)
        self._skeleton.text(literal(source, *cdata.span(1)))
        return cdata.end()

    def _start_tag(self, name: str, attributes: str, source: str, at: int, end: int) -> int:
        found = _attributes(attributes) if _TELLING.search(attributes) else {}
        if self._in_foreign() and not self._breaks_out(name, found):
            self._foreign_start_tag(name, attributes, found)
            return at
        if name in _UNSEEN_RAW:
            return self._raw(name, source, at, end)[1]
        if name in {"xmp", "plaintext"}:
            inside, after = self._raw(name, source, at, end)
            self._skeleton.tag("<pre>")
            self._skeleton.text(literal(source, at, inside))
            self._skeleton.tag("</pre>")
            return after
        self._html_start_tag(name, found)
        if name in {"pre", "listing"} and source.startswith(("\n", "\r"), at, end):
            return at + (2 if source.startswith("\r\n", at, end) else 1)
        return at

    def _html_start_tag(self, name: str, found: dict[str, str]) -> None:
        if name in {"svg", "math"}:
            self._foreign_start_tag(name, "", found)
            return
        mark = _mark(name, found)
        if name in _KEPT:
            self._skeleton.tag(f"<{_PLAIN_NAMES.get(name, name)}{mark}>")
            return
        if name in _VOID:
            return
        if mark:
            self._written.setdefault(name, []).append(True)
            self._skeleton.tag(f"<span{mark}>")
        elif name in self._written:
            self._written[name].append(False)

    def _end_tag(self, name: str) -> None:
        if name in self._foreign:
            del self._foreign[len(self._foreign) - 1 - self._foreign[::-1].index(name) :]
            self._skeleton.tag(f"</{name}>")
        elif name in _KEPT:
            self._skeleton.tag(f"</{_PLAIN_NAMES.get(name, name)}>")
        elif self._written.get(name) and self._written[name].pop():
            self._skeleton.tag("</span>")
        elif name in _FOREIGN and self._foreign:
            self._skeleton.tag(f"</{name}>")

    def _in_foreign(self) -> bool:
        return bool(self._foreign) and self._foreign[-1] not in _HTML_AGAIN

    def _breaks_out(self, name: str, found: dict[str, str]) -> bool:
        dressed = name == "font" and not found.keys().isdisjoint(("color", "face", "size"))
        if name not in _BREAKOUT and not dressed:
            return False
        while self._in_foreign():
            self._foreign.pop()
        if name not in _KEPT:
            self._skeleton.tag("<span></span>")
        return True

    def _foreign_start_tag(self, name: str, attributes: str, found: dict[str, str]) -> None:
        if name not in _FOREIGN:
            return
        if attributes.endswith("/"):
            self._skeleton.tag(f"<{name}/>")
            return
        encoding = found.get("encoding", "").lower()
        is_html = encoding in {"text/html", "application/xhtml+xml"}
        if name in {"svg", "math"} or (name in _HTML_AGAIN and (is_html or name[:3] != "ann")):
            self._foreign.append(name)
        kept = f' encoding="{encoding}"' if is_html else ""
        self._skeleton.tag(f"<{name}{_mark(name, found)}{kept}>")

    def _raw(self, name: str, source: str, at: int, end: int) -> tuple[int, int]:
        """Return where a text without markup ends, and where its end tag does."""
        if name == "plaintext":
            return end, end
        inside = (
            _end_of_script(source, at, end)
            if name == "script"
            else _start_of(re.compile(f"</{name}{_END}", re.IGNORECASE), source, at, end)
        )
        tag = _TAG.match(source, inside, end)
        return inside, tag.end() if tag else end


def _end_of_script(source: str, at: int, end: int) -> int:
    """Return where the end tag of a script starts, which does not count in a script in a comment.

    Source: https://html.spec.whatwg.org/multipage/parsing.html#script-data-state
    """
    in_comment = in_script = False
    while match := _SCRIPT.search(source, at, end):
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
    return end


def _attributes(text: str) -> dict[str, str]:
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
    return {"no": " v", "yes": " t"}.get(found.get("translate", "").lower(), "")


def _is_letter(char: str) -> bool:
    return char.isascii() and char.isalpha()


def _end_of(pattern: re.Pattern[str], source: str, start: int, end: int) -> int:
    match = pattern.match(source, start, end)
    return match.end() if match else end


def _start_of(pattern: re.Pattern[str], source: str, start: int, end: int) -> int:
    match = pattern.search(source, start, end)
    return match.start() if match else end


_PLAIN_NAMES = {"tt": "code"}
