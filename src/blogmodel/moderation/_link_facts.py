"""What the links of a comment tell: how many, whereto, and whether they hide it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from blogmodel import _checks
from blogmodel.errors import InvalidTypeError
from blogmodel.model import Body, MediaType
from blogmodel.moderation._hosts import host_of, is_address, is_public, lead_of, matches_host
from blogmodel.moderation._sites import is_confusable, same_site
from blogmodel.text import Link, html_links, links, markdown_links

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from blogmodel.moderation._hosts import Lead

__all__ = ["SHORTENERS", "LinkFacts", "link_facts"]

SHORTENERS = frozenset(
    (
        "adf.ly bit.do bit.ly bitly.com buff.ly clck.ru cutt.ly goo.gl is.gd j.mp lc.chat lnkd.in"
        " ow.ly qr.ae rb.gy rebrand.ly s.id shorte.st shorturl.at soo.gd t.co t.ly t2m.io tiny.cc"
        " tinyurl.com tr.im u.to urlz.fr v.gd vk.cc"
    ).split()
)
"""Hosts that shorten addresses: a list to start from."""


@attrs.frozen
class LinkFacts:
    """What the links of a comment tell.

    Attributes:
        links: those that do not lead to the site itself, in order; one that does, but whose text
            names another site, is told too.
        hosts: where they lead, each once, in order.
        shorteners: those through a service that shortens addresses.
        disagreeing: those whose text names another site.
        disguised: those written so that programs do not see them.
        bare_ip: those to a network address without a name.
        with_credentials: those with something before an @ that passes for the site.
        odd_schemes: those that lead to no page, such as ``javascript:``.
        confusable: those whose host is written in letters that look like Latin ones, or mixes
            Latin letters with Cyrillic, Greek or others like them in one word.
    """

    links: tuple[Link, ...] = ()
    hosts: tuple[str, ...] = ()
    shorteners: tuple[Link, ...] = ()
    disagreeing: tuple[Link, ...] = ()
    disguised: tuple[Link, ...] = ()
    bare_ip: tuple[Link, ...] = ()
    with_credentials: tuple[Link, ...] = ()
    odd_schemes: tuple[Link, ...] = ()
    confusable: tuple[Link, ...] = ()


_NONE = LinkFacts()


def link_facts(
    body: Body,
    *,
    shorteners: Collection[str] = SHORTENERS,
    own_hosts: Collection[str] = (),
) -> LinkFacts:
    """Return what the links of a comment tell.

    A text names another site than its target where neither host is below the other, and they are
    not both below one name that somebody registered (« fr.wikipedia.org », « en.wikipedia.org »).
    That is told by a short list and by length, not by the Public Suffix List.

    O(characters + hosts given).

    Args:
        body: the comment's.
        shorteners: hosts that shorten addresses.
        own_hosts: the site's own; links to them, and below them, are left out. Hosts are taken as
            `host_of` tells them, so « WWW.Exemple.CA » is « exemple.ca ».

    Raises:
        InvalidTypeError: it is no Body, or hosts are one str.
        MissingExtraError: it is in Markdown, and the extra ``markdown`` is not installed.

    Example:
        >>> from blogmodel import Body, MediaType
        >>> from blogmodel.moderation import link_facts
        >>> html = '<a href="http://x.example/">www.banque.example</a> et http://bit.ly/x'
        >>> facts = link_facts(Body(html, MediaType.HTML))
        >>> facts.hosts, len(facts.disagreeing), len(facts.shorteners)
        (('x.example', 'bit.ly'), 1, 1)
    """
    _checks.instance("link_facts", "body", body, Body, "Body('…')")
    _refuse_one("shorteners", shorteners)
    _refuse_one("own_hosts", own_hosts)
    found = _READ[body.media_type](body.text)
    if not found:
        return _NONE
    short = shorteners if shorteners is SHORTENERS else _told(shorteners)
    own = _told(own_hosts)
    known = list(_outward(found, own))
    if not known:
        return _NONE
    hosts = dict.fromkeys(
        lead.host
        for _, lead, _ in known
        if lead.host is not None and is_public(lead.host) and not matches_host(lead.host, own)
    )
    shortening = {host for host in hosts if matches_host(host, short)}
    addresses = {host for host in hosts if is_address(host)}
    confusable = {host for host in hosts if "xn--" in host and is_confusable(host)}
    return LinkFacts(
        links=tuple(link for link, _, _ in known),
        hosts=tuple(hosts),
        shorteners=_to(shortening, known),
        disagreeing=tuple(link for link, _, disagrees in known if disagrees),
        disguised=tuple(link for link, _, _ in known if link.is_disguised),
        bare_ip=_to(addresses, known),
        with_credentials=tuple(link for link, lead, _ in known if lead.has_credentials),
        odd_schemes=tuple(link for link, lead, _ in known if lead.is_odd),
        confusable=_to(confusable, known),
    )


_READ = {MediaType.PLAIN: links, MediaType.HTML: html_links, MediaType.MARKDOWN: markdown_links}

_Known = tuple[Link, "Lead", bool]


def _refuse_one(field: str, hosts: Collection[str]) -> None:
    if isinstance(hosts, str):
        raise InvalidTypeError("link_facts", field, hosts, "a set or a list of str")


def _told(hosts: Collection[str]) -> frozenset[str]:
    return frozenset(lead_of(host).host or host.lower() for host in hosts)


def _to(hosts: set[str], known: list[_Known]) -> tuple[Link, ...]:
    return tuple(link for link, lead, _ in known if lead.host in hosts) if hosts else ()


def _outward(found: tuple[Link, ...], own: frozenset[str]) -> Iterator[_Known]:
    """Yield the links that do not lead to the site itself, or whose text says so."""
    for link in found:
        lead = lead_of(link.target)
        disagrees = link.text_span != link.span and _disagrees(link, lead, own)
        if (
            disagrees
            or lead.is_odd
            or (lead.is_web and lead.host is None)
            or (lead.host is not None and not (own and matches_host(lead.host, own)))
        ):
            yield link, lead, disagrees


def _disagrees(link: Link, lead: Lead, own: frozenset[str]) -> bool:
    """Tell whether a link's text names another site than it leads to."""
    if link.text == link.target or lead.is_odd:
        return False
    named = [host for inner in links(link.text) if (host := host_of(inner.target)) is not None]
    if lead.host is None or matches_host(lead.host, own):
        return any(not matches_host(host, own) for host in named)
    return any(not same_site(host, lead.host) for host in named)
