"""The beginning of a text, cut where a reader would pause."""

from __future__ import annotations

from itertools import islice

import attrs

from blogmodel import _checks
from blogmodel.errors import InvalidTypeError, InvalidValueError
from blogmodel.text._cuts import cut, cut_after
from blogmodel.text._sentences import sentence_spans
from blogmodel.text._words import counted

__all__ = ["Excerpt", "excerpt"]


@attrs.frozen
class Excerpt:
    """The beginning of a text.

    Attributes:
        text: what is shown: the text of the span, and the mark if it is cut.
        span: which part of the source it is.
        is_cut: more of the source follows.
    """

    text: str
    span: tuple[int, int]
    is_cut: bool

    def __str__(self) -> str:
        return self.text


def excerpt(
    text: str,
    *,
    words: int | None = None,
    characters: int | None = None,
    sentences: int | None = None,
    mark: str = "…",
) -> Excerpt:
    """Return the beginning of a text, within one limit.

    A text within the limit is whole, without the white space around it. One that is cut ends where
    a line may break: within no word and no number, not before « ! » or « ? », not at a no-break
    space. It ends neither after « l’ » nor inside of « », “ ”, ( ) or [ ], but before them; what
    opens, joins or trails there is left out: « ( », « , », « : », a dash. Before a mark that begins
    with « … » a full stop or an ellipsis is left out too: « Fini. » becomes « Fini… ».

    Only where nothing would be left does it end inside of a quotation; and inside of the first
    word, between two graphemes, only where that word alone is longer than the limit.

    O(characters).

    Args:
        text: plain text. Its white space stays as it is.
        words: how many words at most, as people count them: « l’arnaque » and « rendez-vous » are
            one each.
        characters: how many code points at most, the mark with them.
        sentences: how many sentences at most, as `sentences` finds them.
        mark: what stands after a text that is cut; it may be empty.

    Raises:
        InvalidValueError: not exactly one limit is given, or it is less than 1; the mark takes all
            the characters.
        InvalidTypeError: the text or the mark is not a str, or the limit not an int.

    Example:
        >>> from blogmodel.text import excerpt
        >>> excerpt("On parle de l’érable à sucre. Encore.", words=4).text
        'On parle de l’érable…'
        >>> excerpt("Il a dit : « C’est l’été », puis rien.", characters=24)
        Excerpt(text='Il a dit…', span=(0, 8), is_cut=True)
    """
    for field, value in (("text", text), ("mark", mark)):
        _checks.string("excerpt", field, value)
    limits = {"words": words, "characters": characters, "sentences": sentences}
    kind, most = _only(limits, longest_mark=len(mark))
    body = text.strip()
    start = len(text) - len(text.lstrip()) if body else 0
    end = _end(body, kind, most, mark)
    if end is None:
        return Excerpt(body, (start, start + len(body)), is_cut=False)
    return Excerpt(body[:end] + mark, (start, start + end), is_cut=True)


def _only(limits: dict[str, int | None], *, longest_mark: int) -> tuple[str, int]:
    """Return which limit is given, and the limit."""
    given = {kind: most for kind, most in limits.items() if most is not None}
    if len(given) != 1:
        raise InvalidValueError("excerpt", "limit", given, f"exactly one of {', '.join(limits)}")
    kind, most = given.popitem()
    if type(most) is not int:
        raise InvalidTypeError("excerpt", kind, most, "an int")
    least = longest_mark + 1 if kind == "characters" else 1
    if most < least:
        raise InvalidValueError("excerpt", kind, most, f"{least} or more")
    return kind, most


def _end(body: str, kind: str, most: int, mark: str) -> int | None:
    """Return where a text is cut, or None where it is within the limit."""
    if kind == "characters":
        return cut(body, most - len(mark), mark) if len(body) > most else None
    if kind == "words":
        units = list(islice(counted(body), most + 1))
        return cut(body, units[most][0], mark) if len(units) > most else None
    spans = list(islice(sentence_spans(body), most + 1))
    return cut_after(body, [end for _, end in spans[:most]], mark) if len(spans) > most else None
