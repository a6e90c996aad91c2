"""Who wrote what and who answers whom, from what commenters wrote: « @Nom : ».

On flat pages the text is all there is. A mention tells two things: that the comment answers
someone, and, where no authors are written, that some earlier comment is by the person named. Which
one is told only as surely as the page allows.
"""

from collections.abc import Sequence

import attrs

from blogmodel.formats._archive import Evidence, Inference, Rule
from blogmodel.formats._labels import Paragraph
from blogmodel.thread import Mention, leading_mention, name_key

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
class _Name:
    """An author's name, as inferred: as written, in the form compared, and how surely."""

    name: str
    key: str
    confidence: float


@attrs.frozen
class _Reading:
    """Which comment a mention means, how surely, and which others it could."""

    target: int
    confidence: float
    others: tuple[int, ...] = ()


def find_answers(drafts: Sequence[Draft]) -> tuple[dict[int, str], dict[int, int], list[Inference]]:
    """Return the authors and parents that mentions tell, by comment number, with the inferences.

    Only what reaches `THRESHOLD` is in the two dicts; the rest is told among the inferences.
    """
    calls = [_calls(number, draft) for number, draft in enumerate(drafts)]
    keys = [{call.key for call in own} for own in calls]
    authors: dict[int, _Name] = {}
    parents: dict[int, int] = {}
    inferences: list[Inference] = []
    for number, draft in enumerate(drafts):
        for call in calls[number]:
            reading = _read(call, drafts, keys, authors)
            if reading is None:
                continue
            adopted = reading.confidence >= THRESHOLD
            if adopted and reading.target not in authors:
                authors[reading.target] = _Name(call.name, call.key, reading.confidence)
                inferences.append(_author(call, reading, drafts))
            if draft.parent is None and number not in parents:
                inferences.append(_parent(call, reading, drafts, adopted=adopted))
                if adopted:
                    parents[number] = reading.target
    names = {number: author.name for number, author in authors.items()}
    return names, parents, inferences


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


def _read(
    call: _Call, drafts: Sequence[Draft], keys: Sequence[set[str]], authors: dict[int, _Name]
) -> _Reading | None:
    """Find the comment that a mention means; None where no earlier one can be."""
    earlier = _in_sight(call.number, drafts)
    known = _alike(call.key, [(n, authors[n].key) for n in earlier if n in authors])
    # A person does not speak to themselves: who mentions the name is someone else.
    free = [n for n in earlier if n not in authors and call.key not in keys[n]]
    if known:
        return _by_name(known, free, authors)
    if len(free) == 1:
        return _Reading(free[0], _ONLY)
    fresh = [n for n in free if not keys[n]]
    if len(fresh) == 1:
        return _Reading(fresh[0], _ONLY_FRESH, tuple(n for n in free if n != fresh[0]))
    if free:
        return _Reading(free[-1], _OPEN, tuple(free[:-1]))
    return None


def _by_name(known: Sequence[int], free: Sequence[int], authors: dict[int, _Name]) -> _Reading:
    """Choose among comments whose author may be the one named."""
    nearest = known[-1]
    if len({authors[n].key for n in known}) > 1:
        return _Reading(nearest, _OPEN, tuple(known[:-1]))
    between = tuple(n for n in free if n > nearest)
    sure = authors[nearest].confidence
    return _Reading(nearest, min(sure, _KNOWN_BEFORE_OTHERS) if between else sure, between)


def _in_sight(number: int, drafts: Sequence[Draft]) -> list[int]:
    """Return the earlier comments that one can answer: under a label, those of its own branch."""
    parent = drafts[number].parent
    if parent is None:
        return list(range(number))
    return [n for n in range(number) if n == parent or drafts[n].parent == parent]


def _alike(key: str, authors: Sequence[tuple[int, str]]) -> list[int]:
    """Return the comments whose author may be the one named: by the whole name, else its start.

    « Génération » may stand for « Génération Agile »; several names that start so are all given.
    """
    exact = [n for n, other in authors if other == key]
    return exact or [
        n for n, other in authors if other.startswith(f"{key} ") or key.startswith(f"{other} ")
    ]


def _author(call: _Call, reading: _Reading, drafts: Sequence[Draft]) -> Inference:
    return Inference(
        drafts[reading.target].id,
        "author",
        value=call.name,
        rule=Rule.MENTION,
        evidence=call.evidence,
        confidence=reading.confidence,
        adopted=True,
    )


def _parent(call: _Call, reading: _Reading, drafts: Sequence[Draft], *, adopted: bool) -> Inference:
    return Inference(
        drafts[call.number].id,
        "parent_id",
        value=drafts[reading.target].id,
        rule=Rule.MENTION,
        evidence=call.evidence,
        confidence=reading.confidence,
        adopted=adopted,
        alternatives=tuple(drafts[n].id for n in reading.others),
    )
