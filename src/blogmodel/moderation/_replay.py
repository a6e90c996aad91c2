"""What a policy would have done with an archive, against what its moderators did."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

import attrs

from blogmodel import _checks
from blogmodel.errors import InvalidTypeError
from blogmodel.model import Comment, Post, Status
from blogmodel.moderation._facts import Context, Submission, text_key
from blogmodel.moderation._kinds import Role
from blogmodel.moderation._near import SeenTexts, text_print
from blogmodel.moderation._policy import Policy
from blogmodel.moderation._traces import StepKind
from blogmodel.moderation._verdict import Outcome, Verdict
from blogmodel.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

__all__ = [
    "Archived",
    "Change",
    "Comparison",
    "Difference",
    "Replay",
    "ReplayRow",
    "RuleCount",
    "compare",
    "replay",
]


class Archived(Protocol):
    """Posts and comments: an `blogmodel.Archive`, or anything that has both."""

    @property
    def posts(self) -> Sequence[Post]:
        """The posts."""
        ...

    @property
    def comments(self) -> Sequence[Comment]:
        """The comments, with the status that the moderators gave them."""
        ...


class Difference(StrEnum):
    """How a policy's verdict stands to what the moderators decided."""

    NONE = "none"
    """Both let it pass, or neither did."""
    WOULD_WAIT = "would-wait"
    """The moderators let it pass, and it would have waited for them."""
    WOULD_DROP = "would-drop"
    """The moderators let it pass, and it would have been refused or set aside."""
    WOULD_PASS = "would-pass"  # noqa: S105 - no password
    """The moderators did not let it pass, and it would have been published."""
    UNDECIDED = "undecided"
    """The archive does not tell what the moderators decided."""


_ACCEPTED = (Status.PUBLISHED,)
_REFUSED = (Status.SPAM, Status.REJECTED, Status.REMOVED, Status.SHADOWED)


@attrs.frozen(repr=False)
class ReplayRow:
    """A comment of an archive, what was decided, and what a policy says.

    Attributes:
        decided: the status that it has in the archive.
        verdict: what the policy says, with its trace; the comment is in its submission.
    """

    decided: Status
    verdict: Verdict

    @property
    def comment(self) -> Comment:
        """The comment."""
        return self.verdict.submission.comment

    @property
    def difference(self) -> Difference:
        """How the two stand to each other."""
        passed = self.verdict.outcome is Outcome.PUBLISHED
        if self.decided in _REFUSED:
            return Difference.WOULD_PASS if passed else Difference.NONE
        if self.decided not in _ACCEPTED:
            return Difference.UNDECIDED
        if passed:
            return Difference.NONE
        waits = self.verdict.outcome is Outcome.PENDING
        return Difference.WOULD_WAIT if waits else Difference.WOULD_DROP

    def __repr__(self) -> str:
        return f"ReplayRow({self.comment.id!r}, {self.decided}, {self.verdict!r})"


@attrs.frozen
class RuleCount:
    """What one rule did in a replay.

    Attributes:
        rule: the rule's id.
        fired: how many comments it found something in.
        on_accepted: of these, those that the moderators let pass.
        on_refused: of these, those that they did not.
        alone: of these, those in which no other rule found anything.
        skipped: how many it was not asked of.
    """

    rule: str
    fired: int
    on_accepted: int
    on_refused: int
    alone: int
    skipped: int

    @property
    def precision(self) -> float | None:
        """The share of what it found, and was decided, that the moderators refused; None of 0."""
        decided = self.on_accepted + self.on_refused
        return self.on_refused / decided if decided else None


@attrs.frozen(repr=False)
class Replay:
    """What a policy would have done with an archive.

    Attributes:
        policy: the policy.
        rows: a row for each comment, in the order in which they were judged: by time.
    """

    policy: Policy
    rows: tuple[ReplayRow, ...]

    @property
    def differences(self) -> tuple[ReplayRow, ...]:
        """The rows in which the policy differs from the moderators."""
        same = (Difference.NONE, Difference.UNDECIDED)
        return tuple(row for row in self.rows if row.difference not in same)

    def table(self) -> dict[Status, dict[Outcome, int]]:
        """Count what was decided, by status, against what the policy says; without empty rows."""
        counts = Counter((row.decided, row.verdict.outcome) for row in self.rows)
        return {
            status: {outcome: counts[status, outcome] for outcome in Outcome}
            for status in Status
            if any(counts[status, outcome] for outcome in Outcome)
        }

    def rules(self) -> tuple[RuleCount, ...]:
        """Count what each rule did, in the policy's order."""
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        for row in self.rows:
            fired = row.verdict.fired
            side = "accepted" if row.decided in _ACCEPTED else "refused"
            decided = row.decided in _ACCEPTED + _REFUSED
            for step in row.verdict.trace:
                count = counts[step.rule]
                if step.kind is StepKind.SKIPPED:
                    count["skipped"] += 1
                elif step.kind is StepKind.FIRED:
                    count["fired"] += 1
                    count["alone"] += len(fired) == 1
                    if decided:
                        count[side] += 1
        return tuple(
            RuleCount(
                rule.id,
                counts[rule.id]["fired"],
                counts[rule.id]["accepted"],
                counts[rule.id]["refused"],
                counts[rule.id]["alone"],
                counts[rule.id]["skipped"],
            )
            for rule in self.policy.rules
        )

    def __repr__(self) -> str:
        return f"Replay({self.policy!r}, {len(self.rows)} rows, {len(self.differences)} differ)"


@attrs.frozen
class Change:
    """A comment of which two policies say different things.

    Attributes:
        before: what the first says.
        after: what the second says.
    """

    before: ReplayRow
    after: ReplayRow


@attrs.frozen(repr=False)
class Comparison:
    """Two policies on the same archive.

    Attributes:
        before: what the first would have done.
        after: what the second would have done.
    """

    before: Replay
    after: Replay

    @property
    def changes(self) -> tuple[Change, ...]:
        """The comments of which they say different things, in order."""
        return tuple(
            Change(before, after)
            for before, after in zip(self.before.rows, self.after.rows, strict=True)
            if before.verdict.outcome is not after.verdict.outcome
        )

    def table(self) -> dict[tuple[Outcome, Outcome], int]:
        """Count what the first says against what the second says; without zeros."""
        pairs = zip(self.before.rows, self.after.rows, strict=True)
        counts = Counter((before.verdict.outcome, after.verdict.outcome) for before, after in pairs)
        return {
            (first, second): counts[first, second]
            for first in Outcome
            for second in Outcome
            if counts[first, second]
        }

    def __repr__(self) -> str:
        return f"Comparison({len(self.before.rows)} comments, {len(self.changes)} change)"


def replay(
    policy: Policy,
    archive: Archived,
    *,
    now: datetime | None = None,
    facts: Callable[[Comment, Context], Context] | None = None,
) -> Replay:
    """Judge every comment of an archive as if it came in at its time, and compare.

    What a policy is told is worked out from the archive itself, from the comments before: how many
    of its author's were approved and refused, when they came, what was sent of late, whether its
    author wrote the post. Authors are told apart by id, else by address, else by name. What the
    archive does not hold (reports, other services' judgements, trust) is not known, unless
    ``facts`` adds it.

    Comments without a date come first, in the archive's order, at the moment of the first dated
    one; where none has a date, at ``now``, or the latest moment of the posts. O(characters), beside
    a sort.

    Args:
        policy: what is tried.
        archive: posts and comments, each with the status that its moderators gave it.
        now: the moment at which comments are judged where none has a date.
        facts: what returns the context with more in it, for a comment and what is known so far.

    Raises:
        InvalidTypeError: an argument is of another type.
        InvalidValueError: ``now`` is naive.
        MissingExtraError: bodies are in HTML or Markdown, and the extra that reads them is not
            installed.

    Example:
        >>> from blogmodel import load
        >>> from blogmodel.moderation import policies, replay
        >>> replay(policies.personal_blog(), load("examples/cabane-a-sucre.txt"))
        Replay(Policy('carnet personnel', ... rules), 12 rows, ... differ)
    """
    _checks.instance("replay", "policy", policy, Policy, "policies.personal_blog()")
    rows = [
        ReplayRow(submission.comment.status, policy.judge(submission, context))
        for submission, context in _as_they_came(archive, now, facts)
    ]
    return Replay(policy, tuple(rows))


def compare(
    before: Policy,
    after: Policy,
    archive: Archived,
    *,
    now: datetime | None = None,
    facts: Callable[[Comment, Context], Context] | None = None,
) -> Comparison:
    """Judge every comment of an archive by two policies; see `replay`.

    Raises:
        InvalidTypeError: an argument is of another type.
        InvalidValueError: ``now`` is naive.

    Example:
        >>> from blogmodel import load
        >>> from blogmodel.moderation import compare, policies
        >>> archive = load("examples/cabane-a-sucre.txt")
        >>> compare(policies.personal_blog(), policies.wordpress(), archive)
        Comparison(12 comments, ... change)
    """
    return Comparison(
        replay(before, archive, now=now, facts=facts), replay(after, archive, now=now, facts=facts)
    )


_RECENT = 50
_SEEN = 10_000


@attrs.define
class _Known:
    """What is known of one author so far."""

    approved: int = 0
    refused: int = 0
    recent: list[datetime] = attrs.field(factory=list)
    sent: set[str] = attrs.field(factory=set)


def _as_they_came(
    archive: Archived,
    now: datetime | None,
    facts: Callable[[Comment, Context], Context] | None,
) -> Iterator[tuple[Submission, Context]]:
    posts, comments = _read(archive)
    start = _start(posts.values(), comments, now)
    known: defaultdict[str, _Known] = defaultdict(_Known)
    seen = SeenTexts()
    for comment in sorted(comments, key=lambda comment: comment.created_at or start):
        moment = comment.created_at or start
        post = posts.get(comment.post_id)
        who = _who(comment)
        own = _Known() if who is None else known[who]
        key = text_key(comment.body)
        context = Context(
            moment,
            role=_role(comment, post),
            approved=None if who is None else own.approved,
            refused=None if who is None else own.refused,
            recent=None if who is None else tuple(own.recent[-_RECENT:]),
            sent=None if who is None else own.sent & {key},
            seen=seen,
        )
        if facts is not None:
            context = facts(comment, context)
        yield Submission(comment, post=post), context
        own.approved += comment.status in _ACCEPTED
        own.refused += comment.status in _REFUSED
        if comment.created_at is not None:
            own.recent.append(moment)
        own.sent.add(key)
        seen = seen.add(comment.id, text_print(comment.body)).latest(_SEEN)


def _read(archive: Archived) -> tuple[dict[str, Post], list[Comment]]:
    try:
        posts, comments = list(archive.posts), list(archive.comments)
    except (AttributeError, TypeError):
        raise InvalidTypeError(
            "replay", "archive", archive, "an archive, with posts and comments"
        ) from None
    for post in posts:
        _checks.instance("replay", "archive", post, Post, "Post('1')")
    for comment in comments:
        _checks.instance("replay", "archive", comment, Comment, "Comment('2', '1')")
    return {post.id: post for post in posts}, comments


def _start(posts: Iterable[Post], comments: Iterable[Comment], now: datetime | None) -> datetime:
    dated = [comment.created_at for comment in comments if comment.created_at is not None]
    if dated:
        return min(dated)
    if now is not None:
        return _checks.aware("replay", "now", now)
    moments = [
        moment
        for post in posts
        for moment in (post.published_at, post.updated_at)
        if moment is not None
    ]
    # Where there is no date at all, there is nothing to compare this one with.
    return max(moments, default=datetime(1970, 1, 1, tzinfo=UTC))


def _who(comment: Comment) -> str | None:
    """Return what tells an author from others, or None for one who is not known."""
    author = comment.author
    if author is None:
        return None
    if author.id is not None:
        return f"id {author.id}"
    return f"mail {author.email.lower()}" if author.email else f"name {fold(author.name)}"


def _role(comment: Comment, post: Post | None) -> Role | None:
    if post is None or post.author is None or comment.author is None:
        return None
    # A name alone would let anybody pass for the post's author.
    same_id = comment.author.id is not None and comment.author.id == post.author.id
    same_mail = comment.author.email is not None and comment.author.email == post.author.email
    return Role.POST_AUTHOR if same_id or same_mail else Role.READER
