"""Where in texts a person is told of: by name, by address, by quotation."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from blogmodel.moderation._bodies import mapped
from blogmodel.text import Level, MappedText, find, fold, words
from blogmodel.text._levels import climbed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from blogmodel.model import Body

__all__ = ["Found", "Traces"]

_Span = tuple[int, int]


class Found(NamedTuple):
    """Something that tells of a person.

    Attributes:
        kind: « name », « contact » or « quotation ».
        parts: where it stands: in markup, a span for each stretch between tags.
    """

    kind: str
    parts: tuple[_Span, ...]


class Traces:
    """What tells of a person, and where it stands in a text.

    Args:
        names: as whole words, whatever their case and accents.
        contacts: addresses of any kind, anywhere, whatever their case.
        texts: what the person wrote, as readers saw it.
        quoted_words: how many words in a row make a quotation.
    """

    def __init__(
        self,
        names: Iterable[str],
        contacts: Iterable[str],
        texts: Iterable[str],
        quoted_words: int,
    ) -> None:
        # The longest first, so that a full name is one name.
        self._names = sorted(set(names), key=lambda name: (-len(name), name))
        self._contacts = sorted(set(contacts), key=lambda text: (-len(text), text))
        self._size = quoted_words
        self._runs: set[tuple[str, ...]] = set()
        for text in texts:
            said = [word.folded for word in words(text)]
            self._runs.update(
                tuple(said[at : at + quoted_words]) for at in range(len(said) - quoted_words + 1)
            )

    def in_text(self, text: str) -> tuple[Found, ...]:
        """Return what stands in a plain text, by place; nothing overlaps."""
        return self._apart(self._plain(text), MappedText.same(text))

    def in_body(self, body: Body) -> tuple[Found, ...]:
        """Return what stands in a body: in what readers see of it, and in its markup."""
        text = mapped(body)
        if text is None:
            return self.in_text(body.text)
        seen = self._apart(self._plain(text), text)
        taken = [part for found in seen for part in found.parts]
        # Addresses in attributes, names in comments and alternative texts.
        hidden = [
            Found(kind, (span,))
            for kind, span in self._said(body.text, taken)
            if not any(span[0] < end and start < span[1] for start, end in taken)
        ]
        return tuple(sorted([*seen, *_disjoint(hidden)], key=lambda found: found.parts))

    def anywhere(self, text: str) -> bool:
        """Tell whether a text tells of the person at all."""
        return next(self._said(text), None) is not None

    def _plain(self, text: str | MappedText) -> Iterator[tuple[str, _Span]]:
        shown = str(text)
        quoted = list(self._quotations(shown))
        yield from quoted
        yield from self._said(shown, [span for _, span in quoted])

    def _said(self, text: str, found: Iterable[_Span] = ()) -> Iterator[tuple[str, _Span]]:
        """Yield addresses and names, beside what was found already."""
        contacts = [span for contact in self._contacts for span in find(contact, text)]
        yield from (("contact", span) for span in contacts)
        # Once what was found is replaced, it is no part of the word beside it.
        spans = [*found, *contacts]
        edges = {start for start, _ in spans}, {end for _, end in spans}
        folded = climbed(text, Level.FOLDED)
        for name in self._names:
            wanted = fold(name)
            start = folded.text.find(wanted)
            while start >= 0:
                end = start + len(wanted)
                before, after = folded.text[start - 1 : start], folded.text[end : end + 1]
                span = folded.span(start, end)
                starts = not before.isalnum() or span[0] in edges[1]
                if starts and (not after.isalnum() or span[1] in edges[0]):
                    yield "name", span
                start = folded.text.find(wanted, start + 1)

    def _quotations(self, text: str) -> Iterator[tuple[str, _Span]]:
        """Yield where so many words in a row, or more, are the person's."""
        if not self._runs:
            return
        found = list(words(text))
        said = [word.folded for word in found]
        first = last = -1
        for at in range(len(found) - self._size + 1):
            if tuple(said[at : at + self._size]) not in self._runs:
                continue
            if first < 0 or at > last + 1:
                if first >= 0:
                    yield "quotation", (found[first].span[0], found[last].span[1])
                first = at
            last = at + self._size - 1
        if first >= 0:
            yield "quotation", (found[first].span[0], found[last].span[1])

    @staticmethod
    def _apart(found: Iterable[tuple[str, _Span]], text: MappedText) -> tuple[Found, ...]:
        return tuple(
            Found(one.kind, _stretches(one.parts[0], text))
            for one in _disjoint(Found(kind, (span,)) for kind, span in found)
        )


_RANKS = {"quotation": 0, "contact": 1, "name": 2}


def _disjoint(found: Iterable[Found]) -> list[Found]:
    """Return what does not overlap: of what does, quotations first, then the longest, as one."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda one: (one.parts[0][0], -one.parts[0][1])):
        start, end = one.parts[0]
        if kept and start < kept[-1].parts[0][1]:
            first, last = kept[-1].parts[0]
            kind = min(one.kind, kept[-1].kind, key=_RANKS.__getitem__)
            kept[-1] = Found(kind, ((first, max(last, end)),))
        else:
            kept.append(one)
    return kept


def _stretches(span: _Span, text: MappedText) -> tuple[_Span, ...]:
    """Return the source of a span without the tags that stand in it."""
    made: list[_Span] = []
    for at in range(*span):
        start, end = text.starts[at], text.ends[at]
        if made and start <= made[-1][1]:
            made[-1] = made[-1][0], max(end, made[-1][1])
        else:
            made.append((start, end))
    return tuple(made)
