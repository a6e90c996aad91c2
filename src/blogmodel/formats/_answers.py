"""Who wrote what and who answers whom, from what commenters wrote: « @Nom : ».

On flat pages the text is all there is. A mention tells two things: that the comment answers
someone, and, where no authors are written, that some earlier comment is by the person named. Which
one is told only as surely as the page allows.
"""

from bisect import bisect_left, insort
from collections.abc import Sequence

import attrs

from blogmodel.formats._findings import Inference, InferredField, Rule
from blogmodel.formats._labels import Paragraph
from blogmodel.thread import Evidence, Mention, leading_mention, name_key

__all__ = ["THRESHOLD", "Draft", "find_answers"]

THRESHOLD = 0.5
"""From which confidence on an inference is adopted."""

# Only one earlier comment can be meant; the post's author, whom nothing names, still could be too.
_ONLY = 0.8
# The nearest comment known to be that person's, but one between could be theirs too. Where none
# could, the answer is as sure as the name.
_KNOWN_BEFORE_OTHERS = 0.6
# Several could be meant, but only one of them does not itself answer somebody.
_ONLY_FRESH = 0.7
# Several could be meant, and nothing tells them apart.
_OPEN = 0.3

# How many comments before a mention are looked at for one whose author is not known yet.
_SIGHT = 200
# How many other readings of a mention are told.
_OTHERS = 5


@attrs.frozen
class Draft:
    """A comment as its page shows it, before anything is inferred from its words.

    Attributes:
        id: the id it gets.
        paragraphs: its text.
        parent: the number of the comment that it is known to answer, or None.
    """

    id: str
    paragraphs: tuple[Paragraph, ...]
    parent: int | None = None


@attrs.frozen
class _Call:
    """A mention, with the number of the comment it stands in and its evidence."""

    number: int
    key: str
    name: str
    evidence: Evidence


@attrs.frozen
class _Reading:
    """Which comment a mention means, how surely, and which others it could."""

    target: int
    confidence: float
    others: tuple[int, ...] = ()


@attrs.frozen
class _Name:
    """An author's name, as a mention has it, and how surely it is theirs."""

    name: str
    confidence: float


@attrs.define
class _Page:
    """The comments of a page, and whose they are as far as mentions have told.

    Attributes:
        drafts: the comments.
        keys: by comment, the names that it speaks to.
        names: by comment, its author.
        by_key: by name, its comments, in the order of the page.
        by_first_word: by the first word of a name, the names that start so.
    """

    drafts: Sequence[Draft]
    keys: Sequence[set[str]]
    names: dict[int, _Name] = attrs.field(factory=dict)
    by_key: dict[str, list[int]] = attrs.field(factory=dict)
    by_first_word: dict[str, set[str]] = attrs.field(factory=dict)

    def name(self, number: int, call: _Call, confidence: float) -> None:
        """Note that a comment is by the person that a mention names."""
        self.names[number] = _Name(call.name, confidence)
        insort(self.by_key.setdefault(call.key, []), number)
        self.by_first_word.setdefault(_first_word(call.key), set()).add(call.key)

    def read(self, call: _Call) -> _Reading | None:
        """Find the comment that a mention means; None where no earlier one can be."""
        free, all_seen = self._free(call)
        known = self._known(call)
        if known:
            return self._nearest(known, free)
        fresh = [number for number in free if not self.keys[number]]
        if all_seen and len(free) == 1:
            return _Reading(free[0], _ONLY)
        if all_seen and len(fresh) == 1:
            return _Reading(fresh[0], _ONLY_FRESH, _others(free, fresh[0]))
        return _Reading(free[0], _OPEN, _others(free, free[0])) if free else None

    def _free(self, call: _Call) -> tuple[list[int], bool]:
        """Return the comments of unknown authors that can be meant, nearest first; are these all?

        A person does not speak to themselves: a comment that mentions the name is someone else's.
        """
        first = max(0, call.number - _SIGHT)
        free = [
            number
            for number in range(call.number - 1, first - 1, -1)
            if number not in self.names
            and call.key not in self.keys[number]
            and self._in_sight(number, call)
        ]
        return free, first == 0

    def _known(self, call: _Call) -> dict[str, int]:
        """Return the nearest comment by each author who may be the one named.

        « Génération » may stand for « Génération Agile »; several names that start so are all
        given, but a whole name stands for itself alone.
        """
        keys = {call.key} if call.key in self.by_key else self._alike(call.key)
        nearest = {key: self._nearest_by(key, call) for key in keys}
        return {key: number for key, number in nearest.items() if number is not None}

    def _alike(self, key: str) -> set[str]:
        others = self.by_first_word.get(_first_word(key), set())
        return {o for o in others if o.startswith(f"{key} ") or key.startswith(f"{o} ")}

    def _nearest_by(self, key: str, call: _Call) -> int | None:
        own = self.by_key[key]
        earlier = own[: bisect_left(own, call.number)][-_SIGHT:]
        return next((n for n in reversed(earlier) if self._in_sight(n, call)), None)

    def _nearest(self, known: dict[str, int], free: Sequence[int]) -> _Reading:
        nearest = max(known.values())
        if len(known) > 1:
            return _Reading(nearest, _OPEN, _others(sorted(known.values(), reverse=True), nearest))
        between = [number for number in free if number > nearest]
        sure = self.names[nearest].confidence
        if between:
            return _Reading(nearest, min(sure, _KNOWN_BEFORE_OTHERS), _others(between, nearest))
        return _Reading(nearest, sure)

    def _in_sight(self, number: int, call: _Call) -> bool:
        """Tell whether a comment can be answered: under a label, those of its own branch."""
        parent = self.drafts[call.number].parent
        return parent is None or number == parent or self.drafts[number].parent == parent


def _first_word(key: str) -> str:
    return key.partition(" ")[0]


def _others(numbers: Sequence[int], chosen: int) -> tuple[int, ...]:
    return tuple(number for number in numbers if number != chosen)[:_OTHERS]


def find_answers(drafts: Sequence[Draft]) -> tuple[dict[int, str], dict[int, int], list[Inference]]:
    """Return the authors and parents that mentions tell, by comment number, with the inferences.

    Only what reaches `THRESHOLD` is in the two dicts; the rest is told among the inferences.
    """
    calls = [_calls(number, draft) for number, draft in enumerate(drafts)]
    page = _Page(drafts, [{call.key for call in own} for own in calls])
    parents: dict[int, int] = {}
    inferences: list[Inference] = []
    for call in (call for own in calls for call in own):
        reading = page.read(call)
        if reading is None:
            continue
        adopted = reading.confidence >= THRESHOLD
        if adopted and reading.target not in page.names:
            page.name(reading.target, call, reading.confidence)
            inferences.append(_author(call, reading, drafts))
        if drafts[call.number].parent is None and call.number not in parents:
            inferences.append(_parent(call, reading, drafts, adopted=adopted))
            if adopted:
                parents[call.number] = reading.target
    return {number: name.name for number, name in page.names.items()}, parents, inferences


def _calls(number: int, draft: Draft) -> list[_Call]:
    found = ((paragraph, leading_mention(paragraph.text)) for paragraph in draft.paragraphs)
    return [
        _Call(number, name_key(mention.name), mention.name, _evidence(draft, paragraph, mention))
        for paragraph, mention in found
        if mention is not None
    ]


def _evidence(draft: Draft, paragraph: Paragraph, mention: Mention) -> Evidence:
    return Evidence(
        paragraph.text[mention.start : mention.end],
        start=paragraph.start + mention.start,
        end=paragraph.start + mention.end,
        comment_id=draft.id,
    )


def _author(call: _Call, reading: _Reading, drafts: Sequence[Draft]) -> Inference:
    return Inference(
        drafts[reading.target].id,
        InferredField.AUTHOR,
        value=call.name,
        rule=Rule.MENTION,
        evidence=call.evidence,
        confidence=reading.confidence,
        adopted=True,
    )


def _parent(call: _Call, reading: _Reading, drafts: Sequence[Draft], *, adopted: bool) -> Inference:
    return Inference(
        drafts[call.number].id,
        InferredField.PARENT_ID,
        value=drafts[reading.target].id,
        rule=Rule.MENTION,
        evidence=call.evidence,
        confidence=reading.confidence,
        adopted=adopted,
        alternatives=tuple(drafts[n].id for n in reading.others),
    )
