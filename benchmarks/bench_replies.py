"""How often the reply finder is right, on generated conversations whose parents it does not see.

Precision is the share of the adopted proposals whose parent is the true one. Recall is the share of
the replies that get their true parent: of all replies, and of those that show whom they answer.
"""

import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator

import attrs

from blogmodel import Comment, Thread
from blogmodel.testing.conversations import POST_AUTHOR, conversation, shows_whom_it_answers
from blogmodel.thread import ADOPT_FROM, ReplyProposal, find_replies

# Other seeds than those by which the finder was made.
SEEDS = range(50_000, 50_100)
SIZES = {10: 100, 30: 100, 100: 60, 300: 20, 1_000: 6}


@attrs.frozen
class Told:
    """What was proposed for one comment, and what is true of it."""

    comment: Comment
    proposal: ReplyProposal | None

    @property
    def right(self) -> bool:
        """Whether the parent proposed is the true one."""
        return self.proposal is not None and self.proposal.parent_id == self.comment.parent_id


def told(count: int, seeds: Iterable[int]) -> Iterator[Told]:
    """Hide the parents of conversations, and find them again."""
    for seed in seeds:
        comments = conversation(random.Random(seed), count)  # noqa: S311 - no secret
        flat = Thread.build(attrs.evolve(comment, parent_id=None) for comment in comments)
        found = {p.comment_id: p for p in find_replies(flat, POST_AUTHOR).proposals}
        yield from (Told(comment, found.get(comment.id)) for comment in comments)


def adopted(one: Told) -> bool:
    """Tell whether the proposal is adopted unless told otherwise."""
    return one.proposal is not None and one.proposal.confidence >= ADOPT_FROM


def share(part: int, whole: int) -> str:
    """Write a share with three decimals."""
    return f"{part / whole:9.3f}" if whole else "        –"


def row(name: str, rows: list[Told], replies: int, traced: int) -> str:
    """Write a line of the table: adopted, precision, recall of all replies and of those traced."""
    taken = [one for one in rows if adopted(one)]
    right = [one for one in taken if one.right]
    roots = sum(one.proposal is not None and one.proposal.parent_id is None for one in taken)
    found = sum(one.comment.parent_id is not None for one in right)
    cells = share(len(right), len(taken)), share(found, replies), share(found, traced)
    return f"  {name:<22}{len(taken):>8}{roots:>8}" + "".join(cells)


def report(count: int, rows: list[Told]) -> None:
    """Print the table of one size."""
    replies = sum(one.comment.parent_id is not None for one in rows)
    traced = sum(
        one.comment.parent_id is not None and shows_whom_it_answers(one.comment) for one in rows
    )
    print(f"\n{count:,} comments: {len(rows):,} in all, {replies:,} replies, {traced:,} traced")
    print("  rule                   adopted   roots precision   recall  of traced")
    rules = sorted({one.proposal.rule for one in rows if one.proposal})
    for rule in rules:
        own = [one for one in rows if one.proposal and one.proposal.rule is rule]
        print(row(rule.value, own, replies, traced))
    print(row("all", rows, replies, traced))


def calibration(rows: list[Told]) -> None:
    """Print how often the proposals of each rule and confidence are right."""
    told_: Counter[tuple[str, float]] = Counter()
    right: Counter[tuple[str, float]] = Counter()
    for one in rows:
        if one.proposal:
            case = (one.proposal.rule.value, one.proposal.confidence)
            told_[case] += 1
            right[case] += one.right
    print("\nrule, confidence: measured, of how many")
    for case in sorted(told_):
        print(f"  {case[0]:<10} {case[1]:.2f}: {right[case] / told_[case]:.3f} of {told_[case]:,}")


if __name__ == "__main__":
    seeds = range(*map(int, sys.argv[1:3])) if len(sys.argv) > 2 else SEEDS  # noqa: PLR2004
    everything: list[Told] = []
    for count, times in SIZES.items():
        rows = list(told(count, seeds[:times]))
        report(count, rows)
        everything += rows
    calibration(everything)
