"""A verdict in words: for who wrote the comment, and for who moderates."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from blogmodel.messages import Message
from blogmodel.moderation._kinds import Reason
from blogmodel.moderation._traces import StepKind, Why

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blogmodel.moderation._traces import Contribution
    from blogmodel.moderation._verdict import Verdict

__all__ = ["Audience", "because", "told_to_moderator", "told_to_writer"]


class Audience(Enum):
    """Who is told of a verdict."""

    WRITER = auto()
    """Who wrote the comment, and is told no way around the rules."""
    MODERATOR = auto()
    """Who moderates, and is told everything."""


# A fact is told as a sentence about the comment, so that it stands after any outcome.
_BECAUSE = {
    Reason.COMMENTS_CLOSED: Message("Comments are closed here."),
    Reason.EMPTY: Message("There is no text in it."),
    Reason.TOO_LONG: Message("It is too long."),
    Reason.DUPLICATE: Message("You have already sent the same comment."),
    Reason.FLOOD: Message("You have sent several comments in a short time; please wait a little."),
    Reason.BANNED_WORDS: Message("It contains words that are not accepted here."),
    Reason.SUSPECT_WORDS: Message("It contains words that call for a second reading."),
    Reason.LINKS: Message("It contains links."),
    Reason.SHAPE: Message("The way it is written calls for a second reading."),
    Reason.IDENTITY: Message("What you entered about yourself calls for a second reading."),
    Reason.NEW_AUTHOR: Message("The first comments of a new author are read beforehand."),
    Reason.NEAR_DUPLICATE: Message("It is nearly the same as another comment."),
    Reason.BOT: Message("The form was filled in as a program does."),
    Reason.SPAM_SCORE: Message("It resembles advertising."),
    Reason.EXTERNAL: Message("A service that looks for spam advises against it."),
    Reason.REPORTED: Message("Readers reported it."),
    Reason.PREMODERATION: Message("All comments are read before they are published."),
    Reason.PATTERN: Message("It goes against a rule of this site."),
    Reason.SCORE: Message("Several small things in it call for a second reading."),
}
_OUTCOMES = {
    "refused": Message("Your comment was not accepted."),
    "published": Message("Your comment is published."),
    "pending": Message("Your comment is waiting to be read by a moderator."),
    "shadowed": Message("Your comment is published."),
    "spam": Message("Your comment was set aside as spam."),
}
_SILENT = frozenset(("published", "shadowed"))


def because(reason: Reason) -> Message | None:
    """Return what a writer is told of a reason that a rule has, or None."""
    return _BECAUSE.get(reason)


def told_to_writer(verdict: Verdict) -> Iterator[Message]:
    """Yield what its writer is told of a verdict."""
    yield _OUTCOMES[verdict.outcome.value]
    if verdict.outcome.value in _SILENT:
        return
    why = because(verdict.reason)
    if why is not None:
        yield why
    for note in verdict.notes:
        yield Message("{note}", note=note)


_QUOTED = 40
_QUOTES = 3


def told_to_moderator(verdict: Verdict) -> Iterator[Message]:
    """Yield all that there is to tell of a verdict: outcome, score, findings, what was skipped."""
    if verdict.rule is None:
        yield Message("{outcome}: {reason}", outcome=verdict.outcome, reason=verdict.reason)
    else:
        yield Message(
            "{outcome}: {reason} (rule “{rule}”)",
            outcome=verdict.outcome,
            reason=verdict.reason,
            rule=verdict.rule,
        )
    yield from _score(verdict)
    for found in verdict.contributions:
        yield _finding(verdict, found)
    for step in verdict.trace:
        if step.kind is StepKind.SKIPPED and step.why is Why.FACT_MISSING:
            yield Message(
                "Rule “{rule}” was not asked: not known is {facts}",
                rule=step.rule,
                facts=list(step.missing),
            )
    decided = [step.rule for step in verdict.trace if step.why is Why.DECIDED]
    if decided:
        yield Message.ngettext(
            "{count} rule was not asked, since an earlier one had decided",
            "{count} rules were not asked, since an earlier one had decided",
            len(decided),
        )


def _score(verdict: Verdict) -> Iterator[Message]:
    score, hold, spam = verdict.score, verdict.hold_at, verdict.spam_at
    if hold is not None and spam is not None:
        yield Message(
            "Score {score}; waits from {hold_at}, spam from {spam_at}",
            score=score,
            hold_at=hold,
            spam_at=spam,
        )
    elif hold is not None:
        yield Message("Score {score}; waits from {hold_at}", score=score, hold_at=hold)
    elif spam is not None:
        yield Message("Score {score}; spam from {spam_at}", score=score, spam_at=spam)
    elif score:
        yield Message("Score {score}", score=score)


def _finding(verdict: Verdict, found: Contribution) -> Message:
    quotes = list(dict.fromkeys(_quoted(verdict.quote(place)) for place in found.places))
    rule, message = found.rule, found.message
    if quotes:
        shown = [Message("“{text}”", text=quote) for quote in quotes[:_QUOTES]]
        if found.points:
            return Message(
                "– {rule}: {finding}, in {quotes} ({points} points)",
                rule=rule,
                finding=message,
                quotes=shown,
                points=found.points,
            )
        return Message("– {rule}: {finding}, in {quotes}", rule=rule, finding=message, quotes=shown)
    if found.points:
        return Message(
            "– {rule}: {finding} ({points} points)", rule=rule, finding=message, points=found.points
        )
    return Message("– {rule}: {finding}", rule=rule, finding=message)


def _quoted(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _QUOTED else f"{line[: _QUOTED - 1]}…"
