"""Conditions on links."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from enum import StrEnum
from typing import TYPE_CHECKING

import attrs

from blogmodel import _checks
from blogmodel.errors import InvalidTypeError
from blogmodel.messages import Message
from blogmodel.moderation._choices import check_choices, chosen, shown_choices
from blogmodel.moderation._hosts import host_of, matches_host
from blogmodel.moderation._kinds import Part, Reason
from blogmodel.moderation._places import Place
from blogmodel.moderation._rules import Match, Traits

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from blogmodel.moderation._facts import Context
    from blogmodel.moderation._signals import Signals
    from blogmodel.text import Link

__all__ = ["LinkTrick", "LinksToHosts", "TooManyLinks", "TrickyLinks"]

_MOST = 20


@attrs.frozen
class TooManyLinks:
    """Met when there are more links, in HTML, in Markdown and bare; links to the site itself not.

    Attributes:
        most: how many there may be.
    """

    most: int

    def __attrs_post_init__(self) -> None:
        _checks.count("TooManyLinks", "most", self.most)

    @property
    def traits(self) -> Traits:
        """What a rule asks of it."""
        return Traits(Reason.LINKS)

    def find(self, signals: Signals, context: Context, /) -> Iterator[Match]:  # noqa: ARG002
        """Count them."""
        links = signals.links.links
        if len(links) > self.most:
            message = Message.ngettext(
                "{count} link, more than {most}",
                "{count} links, more than {most}",
                len(links),
                most=self.most,
            )
            yield Match(message, _places(links))


def _hosts(hosts: Iterable[str]) -> frozenset[str]:
    if isinstance(hosts, str) or not isinstance(hosts, AbstractSet | list | tuple):
        raise InvalidTypeError("LinksToHosts", "hosts", hosts, "a set or a list of str")
    named = (_checks.text("LinksToHosts", "hosts", host).strip() for host in hosts)
    return frozenset(host_of(host) or host.lower() for host in named)


@attrs.frozen(repr=False)
class LinksToHosts:
    """Met when the comment, or its author's page, leads to one of these hosts, or below one.

    Attributes:
        hosts: such as ``{"casino.example"}``; with « www. » and in capitals they are the same.
    """

    hosts: frozenset[str] = attrs.field(converter=_hosts)

    @property
    def traits(self) -> Traits:
        """What a rule asks of it."""
        return Traits(Reason.LINKS)

    def find(self, signals: Signals, context: Context, /) -> Iterator[Match]:  # noqa: ARG002
        """Look each host up, and those above it."""
        for link in signals.links.links[:_MOST]:
            host = host_of(link.target)
            if host is not None and matches_host(host, self.hosts):
                yield Match(Message("a link to {host}", host=host), _places((link,)))
        author = signals.submission.comment.author
        if author is not None and author.url is not None:
            host = host_of(author.url)
            if host is not None and matches_host(host, self.hosts):
                place = Place(Part.URL, 0, len(author.url))
                yield Match(Message("its author’s page is at {host}", host=host), (place,))

    def __repr__(self) -> str:
        return f"LinksToHosts({len(self.hosts)} hosts)"


class LinkTrick(StrEnum):
    """In which way a link hides where it leads."""

    SHORTENED = "shortened"
    """Through a service that shortens addresses."""
    DISAGREEING = "disagreeing"
    """Its text names another site than it leads to."""
    DISGUISED = "disguised"
    """It is written so that programs do not see it."""
    BARE_ADDRESS = "bare-address"
    """It leads to a network address without a name."""
    CREDENTIALS = "credentials"
    """What stands before an @ in it passes for the site."""
    ODD_SCHEME = "odd-scheme"
    """It does not lead to a page."""
    LOOKALIKE = "lookalike"
    """Its host is written in letters that look like others."""


_FACTS = {
    LinkTrick.SHORTENED: "shorteners",
    LinkTrick.DISAGREEING: "disagreeing",
    LinkTrick.DISGUISED: "disguised",
    LinkTrick.BARE_ADDRESS: "bare_ip",
    LinkTrick.CREDENTIALS: "with_credentials",
    LinkTrick.ODD_SCHEME: "odd_schemes",
    LinkTrick.LOOKALIKE: "confusable",
}


def _tricks(tricks: Iterable[LinkTrick] | LinkTrick) -> tuple[LinkTrick, ...]:
    return chosen(tricks, LinkTrick)


@attrs.frozen
class TrickyLinks:
    """Met when a link hides where it leads.

    Attributes:
        tricks: the ways that count; all by default.
    """

    tricks: tuple[LinkTrick, ...] = attrs.field(
        default=tuple(LinkTrick), converter=_tricks, repr=shown_choices
    )

    def __attrs_post_init__(self) -> None:
        check_choices("TrickyLinks", "tricks", self.tricks, LinkTrick)

    @property
    def traits(self) -> Traits:
        """What a rule asks of it."""
        return Traits(Reason.LINKS)

    def find(self, signals: Signals, context: Context, /) -> Iterator[Match]:  # noqa: ARG002
        """Look at each link."""
        facts = signals.links
        if not facts.links:
            return
        for trick in self.tricks:
            links: tuple[Link, ...] = getattr(facts, _FACTS[trick])
            if links:
                yield Match(
                    Message("a link that hides its end: {trick}", trick=trick), _places(links)
                )


def _places(links: Iterable[Link]) -> tuple[Place, ...]:
    return tuple(Place(Part.TEXT, *link.span) for link in tuple(links)[:_MOST])
