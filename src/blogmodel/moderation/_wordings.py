"""Conditions on what is said: words of a list, patterns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from blogmodel import _checks
from blogmodel.errors import InvalidValueError, MissingExtraError
from blogmodel.messages import Message
from blogmodel.moderation._choices import check_choices, chosen, shown_choices
from blogmodel.moderation._kinds import Part, Reason
from blogmodel.moderation._rules import Match, Traits
from blogmodel.moderation._word_list import WordList
from blogmodel.text import Level

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from blogmodel.moderation._facts import Context
    from blogmodel.moderation._signals import Signals

__all__ = ["HasBannedWords", "HasSuspectWords", "Matches"]

# A comment that is full of them is told by the first.
_MOST = 20


def _parts(parts: Iterable[Part] | Part) -> tuple[Part, ...]:
    return chosen(parts, Part)


@attrs.frozen
class HasBannedWords:
    """Met when one of the words is said that nobody may say here.

    Attributes:
        words: the list; each entry is looked for at its own level of folding.
        parts: where; in the comment itself and in its author's name by default.
    """

    words: WordList
    parts: tuple[Part, ...] = attrs.field(
        default=(Part.TEXT, Part.NAME), converter=_parts, repr=shown_choices
    )

    def __attrs_post_init__(self) -> None:
        _checks.instance("HasBannedWords", "words", self.words, WordList, "WordList([…])")
        check_choices("HasBannedWords", "parts", self.parts, Part)

    @property
    def traits(self) -> Traits:
        """What a rule asks of it."""
        return Traits(Reason.BANNED_WORDS)

    def find(self, signals: Signals, context: Context, /) -> Iterator[Match]:  # noqa: ARG002
        """Look for every entry."""
        return _said(self.words, self.parts, signals)


@attrs.frozen
class HasSuspectWords:
    """Met when words are said that are innocent alone, and often are not in spam or quarrels.

    Attributes:
        words: the list; an entry's own points count in place of the rule's.
        parts: where; in the comment itself and in its author's name by default.
    """

    words: WordList
    parts: tuple[Part, ...] = attrs.field(
        default=(Part.TEXT, Part.NAME), converter=_parts, repr=shown_choices
    )

    def __attrs_post_init__(self) -> None:
        _checks.instance("HasSuspectWords", "words", self.words, WordList, "WordList([…])")
        check_choices("HasSuspectWords", "parts", self.parts, Part)

    @property
    def traits(self) -> Traits:
        """What a rule asks of it."""
        return Traits(Reason.SUSPECT_WORDS)

    def find(self, signals: Signals, context: Context, /) -> Iterator[Match]:  # noqa: ARG002
        """Look for every entry."""
        return _said(self.words, self.parts, signals)


def _said(words: WordList, parts: tuple[Part, ...], signals: Signals) -> Iterator[Match]:
    """Yield one match for each entry that is said, with all places where it is."""
    for text in signals.parts(parts):
        spans: dict[Any, list[tuple[int, int]]] = {}
        for hit in words.find_in(text.at):
            spans.setdefault(hit.term, []).append(hit.span)
        for term, found in list(spans.items())[:_MOST]:
            places = tuple(map(text.place, found[:_MOST]))
            message = Message("“{word}” is said", word=term.text)
            yield Match(message, places, level=term.level, points=term.points)


@attrs.frozen(repr=False)
class Matches:
    r"""Met when a pattern matches.

    Patterns are those of RE2, which takes time linear in the text whatever the pattern: there is no
    pattern that hangs it, and so there are no look-arounds and no back references. It is the extra
    ``regex``.

    Attributes:
        pattern: the pattern; case counts unless it starts with ``(?i)``.
        parts: where; in the comment itself by default.
        level: the level of folding of the text that it is looked for in.

    Raises:
        InvalidValueError: RE2 does not take the pattern; the message has its reason.
        MissingExtraError: the extra ``regex`` is not installed.

    Example:
        >>> from blogmodel.moderation.conditions import Matches
        >>> Matches(r"(?i)\bgagn\w+ \d+ \$")
        Matches('(?i)\\bgagn\\w+ \\d+ \\$')
    """

    pattern: str
    parts: tuple[Part, ...] = attrs.field(
        default=(Part.TEXT,), converter=_parts, repr=shown_choices
    )
    level: Level = attrs.field(default=Level.PLAIN, kw_only=True)
    _made: Any = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        _checks.text("Matches", "pattern", self.pattern)
        check_choices("Matches", "parts", self.parts, Part)
        _checks.member("Matches", "level", self.level, Level)
        object.__setattr__(self, "_made", _compiled(self.pattern))

    @property
    def traits(self) -> Traits:
        """What a rule asks of it."""
        return Traits(Reason.PATTERN)

    def find(self, signals: Signals, context: Context, /) -> Iterator[Match]:  # noqa: ARG002
        """Look for the pattern."""
        for text in signals.parts(self.parts):
            climbed = text.at(self.level)
            found = self._made.search(climbed.text)
            if found is not None:
                start, end = found.span()
                span = climbed.span(start, end) if start < end else None
                places = () if span is None else (text.place(span),)
                message = Message("the pattern {pattern} matches", pattern=self.pattern)
                yield Match(message, places, level=self.level)

    def __getstate__(self) -> dict[str, object]:
        return {"pattern": self.pattern, "parts": self.parts, "level": self.level}

    def __setstate__(self, state: dict[str, object]) -> None:
        for name, value in state.items():
            object.__setattr__(self, name, value)
        object.__setattr__(self, "_made", _compiled(self.pattern))

    def __repr__(self) -> str:
        return f"Matches({self.pattern!r})"


def _compiled(pattern: str) -> Any:  # noqa: ANN401 - RE2 has no types
    try:
        import re2  # type: ignore[import-untyped]  # noqa: PLC0415 - an extra
    except ModuleNotFoundError:
        raise MissingExtraError("a rule with a pattern", "regex") from None
    options = re2.Options()
    options.log_errors = False
    try:
        return re2.compile(pattern, options)
    except re2.error as error:
        detail = error.args[0].decode() if isinstance(error.args[0], bytes) else str(error)
        raise InvalidValueError(
            "Matches", "pattern", pattern, f"a pattern that RE2 takes ({detail})"
        ) from None
