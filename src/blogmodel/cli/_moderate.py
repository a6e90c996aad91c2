"""A policy tried on an archive, as lines of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import wcwidth

from blogmodel.cli._clean import clean
from blogmodel.cli._lines import wrapped
from blogmodel.messages import Message, Percent
from blogmodel.moderation import Audience, Difference, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from blogmodel.cli._lines import Page
    from blogmodel.messages import Messages
    from blogmodel.moderation import Change, Comparison, Replay, ReplayRow

__all__ = ["comparison_lines", "replay_lines"]

_HEADINGS = {
    Difference.WOULD_WAIT: Message("Would have waited, though it was published"),
    Difference.WOULD_DROP: Message("Would have been set aside, though it was published"),
    Difference.WOULD_PASS: Message("Would have been published, though it was not"),
}


def replay_lines(replay: Replay, page: Page) -> Iterator[str]:
    """Yield the lines that tell of a replay: the table, the rules, each difference with its why."""
    words = page.messages
    count = Message.ngettext(
        "“{policy}” on {count} comment", "“{policy}” on {count} comments", len(replay.rows),
        policy=replay.policy.name,
    )  # fmt: skip
    yield from wrapped(words.render(count), page, bold=True)
    yield ""
    yield from _decisions(replay, words)
    yield ""
    yield from wrapped(words.gettext("Rules"), page, bold=True)
    yield from _rules(replay, words)
    for difference, heading in _HEADINGS.items():
        rows = [row for row in replay.rows if row.difference is difference]
        if rows:
            yield ""
            yield from wrapped(f"{words.render(heading)} ({len(rows)})", page, bold=True)
            for row in rows:
                yield from _row(row, page)
    if not replay.differences:
        yield ""
        yield from wrapped(words.gettext("No verdict differs from what was decided."), page)


def comparison_lines(comparison: Comparison, page: Page) -> Iterator[str]:
    """Yield the lines that tell where two policies differ."""
    words = page.messages
    names = comparison.before.policy.name, comparison.after.policy.name
    heading = Message("From “{before}” to “{after}”", before=names[0], after=names[1])
    yield from wrapped(words.render(heading), page, bold=True)
    yield ""
    rows = [
        (words.label(first), words.label(second), words.number(count))
        for (first, second), count in comparison.table().items()
    ]
    yield from _table([(*names, ""), *rows], left=2)
    for change in comparison.changes:
        yield from _change(change, page)


def _decisions(replay: Replay, words: Messages) -> Iterator[str]:
    table = replay.table()
    head = [words.gettext("Decided"), *(words.label(outcome) for outcome in Outcome)]
    rows = [
        [words.label(status), *(words.number(count) for count in counts.values())]
        for status, counts in table.items()
    ]
    yield from _table([head, *rows])


def _rules(replay: Replay, words: Messages) -> Iterator[str]:
    head = [
        words.gettext("Rule"),
        words.gettext("Fired"),
        words.gettext("Alone"),
        words.gettext("On published"),
        words.gettext("On refused"),
        words.gettext("Not asked"),
        words.gettext("Right"),
    ]
    rows = [
        [
            rule.rule,
            words.number(rule.fired),
            words.number(rule.alone),
            words.number(rule.on_accepted),
            words.number(rule.on_refused),
            words.number(rule.skipped),
            "–" if rule.precision is None else words.render(_share(rule.precision)),
        ]
        for rule in replay.rules()
    ]
    yield from _table([head, *rows])


def _share(share: float) -> Message:
    return Message("{share}", share=Percent(round(share, 2)))


def _row(row: ReplayRow, page: Page) -> Iterator[str]:
    words = page.messages
    author = row.comment.author
    name = words.gettext("unknown author") if author is None else author.name
    yield ""
    yield from wrapped(f"{row.comment.id} · {name}", page, bold=True)
    for line in row.verdict.told(Audience.MODERATOR):
        yield from wrapped(words.render(line), page, indent="    ", hang="  ")


def _change(change: Change, page: Page) -> Iterator[str]:
    words = page.messages
    labels = [words.label(row.verdict.outcome) for row in (change.before, change.after)]
    yield ""
    yield from wrapped(f"{change.before.comment.id} · {labels[0]} → {labels[1]}", page, bold=True)
    for line in change.after.verdict.told(Audience.MODERATOR):
        yield from wrapped(words.render(line), page, indent="    ", hang="  ")


def _table(rows: Sequence[Sequence[str]], *, left: int = 1) -> Iterator[str]:
    """Yield a table: the first columns to the left, those of numbers to the right."""
    cleaned = [[clean(cell) for cell in row] for row in rows]
    widths = [max(map(_width, column)) for column in zip(*cleaned, strict=True)]
    for row in cleaned:
        cells = [
            cell + blank if number < left else blank + cell
            for number, (cell, width) in enumerate(zip(row, widths, strict=True))
            for blank in [" " * (width - _width(cell))]
        ]
        yield "  ".join(cells).rstrip()


def _width(text: str) -> int:
    return max(wcwidth.wcswidth(text), 0)
