"""French typography: no-break spaces, apostrophes and ellipses, as edits of a plain text."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

import attrs

from blogmodel.errors import InvalidTypeError
from blogmodel.text._locales import supported_locale
from blogmodel.text._typography_fast import marks_of, typeset_sentences
from blogmodel.text._typography_verbatim import Kept

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from blogmodel.text._typography_fast import Marks

__all__ = ["Rules", "edits", "rules_of", "typeset"]

Span = tuple[int, int]
Edit = tuple[int, int, str]

NBSP = "\u00a0"
NNBSP = "\u202f"


@attrs.frozen
class Rules:
    """What a locale writes.

    Attributes:
        high: the space before « ; ! ? ».
        group: the space between groups of three figures.
        marks: its marks, for the short way.
    """

    high: str
    group: str
    marks: Marks


_SPACES_OF = {"fr": (NNBSP, NNBSP), "fr_CA": ("", NBSP)}


def typeset(text: str, *, locale: str) -> str:
    r"""Return a plain text with French typography.

    The spaces that marks, units and figures want become no-break spaces and are put where they are
    missing, « ' » between letters becomes « ’ » and « ... » becomes « … ». Addresses, clocks such
    as 9:07, smileys, and code and HTML typed in the text stay as they are. A second time changes
    nothing more. It takes time linear in the text.

    Args:
        text: a plain text, not HTML.
        locale: fr, fr_CA, or one that falls back to fr.

    Raises:
        UnsupportedLocaleError: there are no rules for the locale.
        UnknownLocaleError: it is not a locale's name.
        InvalidTypeError: the text is not a str.

    Example:
        >>> from blogmodel.text import typeset
        >>> typeset("L'été : 30 % de rabais ? « oui »...", locale="fr")
        'L’été\xa0: 30\xa0% de rabais\u202f? «\xa0oui\xa0»…'
        >>> typeset("Vraiment ?", locale="fr_CA")
        'Vraiment?'

    Source: the Lexique des règles typographiques of the Imprimerie nationale; for Québec, the OQLF.
    """
    rules = rules_of("typeset", "text", text, locale)
    done = typeset_sentences(text, rules.marks)
    if done is None:
        return applied(text, edits(text, rules))
    if any(map(done.__contains__, "0123456789")):
        return applied(done, _figure_edits(done, rules))
    return done


def rules_of(call: str, field: str, text: object, locale: object) -> Rules:
    """Return the rules of a locale, once the text is a str."""
    if not isinstance(text, str):
        raise InvalidTypeError(call, field, text, "a str")
    if isinstance(locale, str):
        return _rules(call, locale)
    return _rules_by_name(supported_locale(call, locale, tuple(_SPACES_OF)))


@lru_cache(maxsize=64)
def _rules(call: str, locale: str) -> Rules:
    return _rules_by_name(supported_locale(call, locale, tuple(_SPACES_OF)))


@cache
def _rules_by_name(name: str) -> Rules:
    high, group = _SPACES_OF[name]
    return Rules(high, group, marks_of(high))


def applied(text: str, changes: Iterable[Edit]) -> str:
    """Return a text with edits, which are in order and do not overlap."""
    parts: list[str] = []
    done = 0
    for start, end, new in changes:
        parts += (text[done:start], new)
        done = end
    if not parts:
        return text
    parts.append(text[done:])
    return "".join(parts)


def edits(text: str, rules: Rules, verbatim: Sequence[Span] = ()) -> Iterator[Edit]:
    """Yield what is to be replaced in a plain text: the span, and what stands there then.

    In order, and never two at one place. What is in place already is not told.

    Args:
        text: a plain text.
        rules: those of its locale.
        verbatim: more spans that stay as they are, in order and apart from one another.
    """
    kept = Kept(text, verbatim)
    for match in _candidates().finditer(text):
        if kept.overlaps(*match.span()):
            continue
        for start, end, new in _changes(text, match, rules):
            if text[start:end] != new and kept.allows(start, end, new):
                yield start, end, new


def _changes(text: str, match: re.Match[str], rules: Rules) -> Iterable[Edit]:
    start, end = match.span()
    kind = match.lastgroup
    if kind == "apostrophe":
        return ((start, end, "’"),)
    if kind == "dots":
        return ((start, end, "…"),)
    if kind == "figures":
        return _figures(text, match, rules)
    if kind == "opening":
        return _inside_opening(text, end)
    if kind == "closing":
        return _inside_closing(text, start)
    return _before_mark(text, start, rules.high if kind == "high" else NBSP)


# The spaces that a typesetter may have put; not those of tables (tabs) and of other scripts.
_SPACES = " \u00a0\u2000-\u200a\u202f"
_SPACE = frozenset(" \u00a0\u202f").union(map(chr, range(0x2000, 0x200B)))

_MONEY = "%‰$€£¥¢"
_UNITS = (
    "°C|°F|h|min|s|km|hm|m|dm|cm|mm|[kcm]?m[²³]|kg|g|mg|t|[cdm]?[lL]|[kKMGT]o|[kMG]?Hz|[kMG]?Wh?|"
    "k?V|m?A|dB|ha|po|pi|lb|oz|[kMG][$€£]"
)

# An elided word; the next may be set apart by a mark.
_ELIDED = r"(?<=\b[cdjlmnstCDJLMNST]')|(?<=[qQ][uU]')"

_FIGURES = rf"""
    [0-9]*+(?P<groups>(?:[{_SPACES}][0-9]++)*+)
    (?:
        (?P<gap>[{_SPACES}]?+)(?=[{_MONEY}](?!\w)|\$(?:US|CAN?)\b|°[CF]\b)
      | (?P<space>[{_SPACES}])(?=\$(?!\d)|(?:{_UNITS})(?![\w'’]|-\w))
    )?
"""

_CANDIDATE = rf"""
[0-9'.:;!?«»](?:
    (?<=')(?:
        (?:(?<=[^\W\d_]')|(?<=[\u0300-\u036f]'))(?=[^\W_])
      | (?:{_ELIDED})(?=["«“(\[*_`<@\#…]|\.\.\.)
    )(?P<apostrophe>)
  | (?<=[0-9]){_FIGURES}(?P<figures>)
  | (?:
        (?<=[!?])(?<![!?][!?])[!?]*+(?=\s|\Z|[)\]}}»"”’',.…*_<–—])
      | (?<=;)(?=\s|\Z|[\]»"”])
    )(?P<high>)
  | (?<=:)(?=\s|\Z|[«»“”])(?<!http:)(?<!https:)(?<!ftp:)(?<!mailto:)(?P<colon>)
  | (?<=«)(?P<opening>)
  | (?<=»)(?P<closing>)
  | (?<=\.)(?<![./\\]\.)\.\.(?![./\\])(?:(?<![0-9]\.\.\.)|(?![0-9]))(?P<dots>)
)
"""


@cache
def _candidates() -> re.Pattern[str]:
    return re.compile(_CANDIDATE, re.VERBOSE)


# After these, with or without a space, a mark closes nothing: « (?) », « — ! », « x = ? ».
_OPENERS = frozenset("([{«“‘-–—=<|&")
# After these it does so only without one: « /? », « ?: ».
_JOINED = frozenset(":;!?/\\@#~^+_")
_QUOTES = frozenset("\"'’”")


def _before_mark(text: str, at: int, space: str) -> Iterable[Edit]:
    start = _start_of_spaces(text, at)
    if not start or text[start - 1].isspace() or text[start - 1] in _OPENERS:
        return ()
    if start == at and not _may_be_joined(text, at):
        return ()
    # Several spaces before a colon are a table's: « Nom   : Zoé ».
    if text[at] == ":" and at - start > 1:
        return ()
    return ((start, at, space),)


def _may_be_joined(text: str, at: int) -> bool:
    before = text[at - 1]
    if before in _QUOTES:
        return at > 1 and not text[at - 2].isspace() and text[at - 2] not in _OPENERS
    return before not in _JOINED


def _inside_opening(text: str, at: int) -> Iterable[Edit]:
    end = at
    while end < len(text) and text[end] in _SPACE:
        end += 1
    if end == len(text) or text[end].isspace() or text[end] == "»":
        return ()
    return ((at, end, NBSP),)


def _inside_closing(text: str, at: int) -> Iterable[Edit]:
    start = _start_of_spaces(text, at)
    if not start or text[start - 1].isspace() or text[start - 1] == "«":
        return ()
    return ((start, at, NBSP),)


def _start_of_spaces(text: str, at: int) -> int:
    while at and text[at - 1] in _SPACE:
        at -= 1
    return at


def _figure_edits(text: str, rules: Rules) -> Iterator[Edit]:
    for match in _numbers().finditer(text):
        for start, end, new in _figures(text, match, rules):
            if text[start:end] != new:
                yield start, end, new


@cache
def _numbers() -> re.Pattern[str]:
    return re.compile(f"[0-9]{_FIGURES}", re.VERBOSE)


def _figures(text: str, match: re.Match[str], rules: Rules) -> Iterator[Edit]:
    start, end = match.span()
    before = text[start - 1] if start else ""
    first, last = match.span("groups")
    if first < last and _is_grouped(text, start, last):
        for place in range(first, last, 4):
            yield place, place + 1, rules.group
    if match["space"]:
        yield end - 1, end, NBSP
        if text[end] == "h" and _MINUTES.match(text, end + 1):
            yield end + 1, end + 2, NBSP
    elif match["gap"]:
        yield end - 1, end, NBSP
    elif match["gap"] is not None and not (before.isalpha() or before in _OF_CODE):
        yield end, end, NBSP


_MINUTES = re.compile(rf"[{_SPACES}][0-5]?[0-9](?![0-9])")
_OF_CODE = frozenset("$%=_#\\{")

# Not telephone numbers, nor years and dates before a number.
_GROUPED = re.compile(rf"[1-9][0-9]{{0,2}}(?:[{_SPACES}][0-9]{{3}})+(?![-/:.][0-9])")
_BETWEEN_NUMBERS = frozenset("-.,:/")
_NOT_BEFORE_GROUPS = frozenset("+_#")


def _is_grouped(text: str, start: int, end: int) -> bool:
    match = _GROUPED.match(text, start)
    if match is None or match.end() != end:
        return False
    if not start:
        return True
    before = text[start - 1]
    if before in _BETWEEN_NUMBERS:
        return not text[start - 2 : start - 1].isalnum()
    if before in _SPACE:
        return text[start - 2 : start - 1] != ")"
    return not before.isalpha() and before not in _NOT_BEFORE_GROUPS
