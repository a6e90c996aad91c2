"""What a submission shows, worked out once for all rules, and only when one asks."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from blogmodel.moderation._bodies import mapped
from blogmodel.moderation._kinds import Part
from blogmodel.moderation._link_facts import LinkFacts, link_facts
from blogmodel.moderation._places import Place
from blogmodel.text import Danger, dangers
from blogmodel.text._levels import climbed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from blogmodel.moderation._facts import Submission
    from blogmodel.text import Level, MappedText
    from blogmodel.text._traced import Traced

__all__ = ["PartText", "Signals"]


class PartText:
    """A text of a submission, as a reader sees it, at every level of folding."""

    def __init__(self, part: Part, text: str, mapped: MappedText | None = None) -> None:
        self.part = part
        self.text = text
        self._mapped = mapped
        self._climbed: dict[Level, Traced] = {}

    def at(self, level: Level) -> Traced:
        """Return the text at a level of folding."""
        made = self._climbed.get(level)
        if made is None:
            made = self._climbed[level] = climbed(self.text, level)
        return made

    def place(self, span: tuple[int, int]) -> Place:
        """Return where a span of the text stands in what was sent."""
        start, end = span if self._mapped is None else self._mapped.span(*span)
        return Place(self.part, start, end)


class Signals:
    """What the rules of a policy ask of one submission.

    Attributes:
        submission: what was sent.
    """

    def __init__(self, submission: Submission, own_hosts: Collection[str] = ()) -> None:
        self.submission = submission
        self._own_hosts = own_hosts

    @cached_property
    def text(self) -> PartText:
        """The comment, as a reader sees it."""
        body = self.submission.comment.body
        seen = mapped(body)
        return PartText(Part.TEXT, body.text if seen is None else seen.text, seen)

    def parts(self, wanted: Collection[Part]) -> Iterator[PartText]:
        """Yield the parts that are asked for and that there are."""
        for part in wanted:
            text = self._part(part)
            if text is not None:
                yield text

    def _part(self, part: Part) -> PartText | None:
        if part is Part.TEXT:
            return self.text
        return self._others.get(part)

    @cached_property
    def _others(self) -> dict[Part, PartText]:
        author, origin = self.submission.comment.author, self.submission.comment.origin
        texts = {
            Part.NAME: author and author.name,
            Part.EMAIL: author and author.email,
            Part.URL: author and author.url,
            Part.ADDRESS: origin and origin.address,
            Part.AGENT: origin and origin.agent,
        }
        return {part: PartText(part, text) for part, text in texts.items() if text}

    @cached_property
    def links(self) -> LinkFacts:
        """The links of the comment."""
        return link_facts(self.submission.comment.body, own_hosts=self._own_hosts)

    @cached_property
    def dangers(self) -> tuple[Danger, ...]:
        """What in the comment is made to deceive."""
        return dangers(self.text.text)
