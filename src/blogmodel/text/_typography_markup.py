"""French typography of HTML and of Markdown: the edits of their plain text, in the source."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from blogmodel.text._html import read_html
from blogmodel.text._markdown import read_markdown
from blogmodel.text._typography import applied, edits, rules_of
from blogmodel.text._typography_verbatim import may_be_reference

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from blogmodel.text._mapped import MappedText
    from blogmodel.text._markup import Markup, Span
    from blogmodel.text._typography import Edit

__all__ = ["typeset_html", "typeset_markdown"]


def typeset_html(html: str, *, locale: str) -> str:
    r"""Return HTML with French typography.

    What is done is what `typeset` does to the text a reader sees, across tags as well, but not
    across pictures and other objects, nor in another language (``lang``). Tags,
    attributes, comments, code and all that is not replaced stay byte for byte; a reference is
    replaced if it stands for what is replaced. It takes time linear in the HTML.

    Args:
        html: a piece of HTML, such as a comment's body.
        locale: fr, fr_CA, or one that falls back to fr.

    Raises:
        UnsupportedLocaleError: there are no rules for the locale.
        UnknownLocaleError: it is not a locale's name.
        InvalidTypeError: the HTML is not a str.
        InvalidValueError: it holds a lone surrogate.
        MissingExtraError: the extra ``html`` is not installed.

    Example:
        >>> from blogmodel.text import typeset_html
        >>> typeset_html('<p title="a : b">C\'est <code>x ? y</code> vrai&nbsp;!', locale="fr")
        '<p title="a : b">C’est <code>x ? y</code> vrai\u202f!'
    """
    rules = rules_of("typeset_html", "html", html, locale)
    markup = read_html(html, "typeset_html")
    changes = edits(markup.plain.text, rules, markup.verbatim)
    kept = (
        change
        for change in changes
        if not _has_object(markup.plain, change) and not _ends_reference(markup.plain, change)
    )
    return applied(html, _in_source(markup, kept))


def typeset_markdown(markdown: str, *, locale: str) -> str:
    r"""Return Markdown with French typography.

    What is done is what `typeset` does to the text a reader sees. Code, the addresses of links and
    all that is not replaced stay byte for byte, and what was emphasised still is.

    Args:
        markdown: a text in Markdown, such as a comment's body.
        locale: fr, fr_CA, or one that falls back to fr.

    Raises:
        UnsupportedLocaleError: there are no rules for the locale.
        UnknownLocaleError: it is not a locale's name.
        InvalidTypeError: the Markdown is not a str.
        InvalidValueError: it holds a lone surrogate.
        MissingExtraError: the extra ``markdown`` is not installed.

    Example:
        >>> from blogmodel.text import typeset_markdown
        >>> typeset_markdown("**L'été** : `a ? b` !", locale="fr_CA")
        '**L’été**\xa0: `a ? b`!'
    """
    rules = rules_of("typeset_markdown", "markdown", markdown, locale)
    markup = read_markdown(markdown, "typeset_markdown")
    changes = edits(markup.plain.text, rules, markup.verbatim)
    kept = (change for change in changes if _keeps_syntax(markup, change))
    return applied(markdown, _in_source(markup, kept))


def _ends_reference(plain: MappedText, change: Edit) -> bool:
    """Tell whether an edit would end a reference that has no semicolon: « &eacute ; »."""
    start, end, new = change
    is_taken = not new and plain.text[end : end + 1] == ";"
    return is_taken and may_be_reference(plain.source, plain.ends[start - 1])


def _has_object(plain: MappedText, change: Edit) -> bool:
    """Tell whether what is shown and is no text, such as a picture, stands where an edit is."""
    start, end, _ = change
    first = plain.ends[start - 1] if start else 0
    last = plain.starts[end] if end < len(plain.starts) else len(plain.source)
    return _OBJECT.search(plain.source, first, last) is not None


_OBJECT = re.compile(
    r"<(?:audio|button|canvas|embed|iframe|img|input|meter|object|progress|select|svg|textarea|video)"
    r"(?=[\s/>])",
    re.IGNORECASE,
)


def _keeps_syntax(markup: Markup, change: Edit) -> bool:
    """Tell whether code and the marks of emphasis beside an edit still are such.

    Of code that is a space, no space can be taken. Marks of emphasis hang on their neighbours: a
    space put or taken beside them, or in the place of a reference, is safe only if a letter or
    figure stands on their other side (CommonMark 0.31, section 6.2).
    """
    start, end, new = change
    plain = markup.plain
    if start < end and _hidden(markup, start, end):
        return False
    if start < end and new and (not new.isspace() or plain.quote(start, end).isspace()):
        return True
    if start < end and (_has_emphasis(plain, end) or plain.text[end] in _EMPHASIS):
        return False
    other = start if start == end and plain.text[start - 1] == "«" else start - 1
    if plain.text[other] in _EMPHASIS:
        return False
    return plain.text[other].isalnum() or not _has_emphasis(plain, start)


def _has_emphasis(plain: MappedText, place: int) -> bool:
    between = plain.source[plain.ends[place - 1] : plain.starts[place]]
    return any(map(between.__contains__, _EMPHASIS))


_EMPHASIS = "*_~"


def _in_source(markup: Markup, changes: Iterable[Edit]) -> Iterator[Edit]:
    """Yield the edits of the source that make those of the plain text."""
    plain = markup.plain
    for start, end, new in changes:
        if start == end:
            is_opening = plain.text[start - 1] == "«"
            place = plain.ends[start - 1] if is_opening else plain.starts[start]
            yield place, place, new
        elif len(new) == end - start == 1 or _is_blank(plain, start, end):
            yield from _replaced(markup, start, end, new)
        elif all(_is_joined(plain, place) for place in range(start + 1, end)):
            yield plain.starts[start], plain.ends[end - 1], new


def _is_joined(plain: MappedText, place: int) -> bool:
    return plain.ends[place - 1] == plain.starts[place]


def _is_blank(plain: MappedText, start: int, end: int) -> bool:
    return plain.text[start:end].isspace()


def _replaced(markup: Markup, start: int, end: int, new: str) -> Iterator[Edit]:
    """Yield the edits that put one thing in the place of several, whatever stands between them."""
    starts, ends = markup.plain.starts, markup.plain.ends
    yield starts[start], ends[start], new
    # What did not show for the space before it would show after a no-break space.
    others = zip(starts[start + 1 : end], ends[start + 1 : end], strict=True)
    for span in sorted((*_hidden(markup, start, end), *others)):
        yield (*span, "")


def _hidden(markup: Markup, start: int, end: int) -> tuple[Span, ...]:
    """Return the white space that does not show from a character on until another."""
    starts = markup.plain.starts
    last = starts[end] if end < len(starts) else len(markup.plain.source)
    first = bisect_left(markup.collapsed, (starts[start],))
    return markup.collapsed[first : bisect_left(markup.collapsed, (last,))]
