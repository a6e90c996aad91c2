"""What the links of a comment tell: how many, whereto, and whether they hide it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from blogmodel import _checks
from blogmodel.model import Body, MediaType
from blogmodel.text import Level, Link, at_level, html_links, links, markdown_links

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

__all__ = ["SHORTENERS", "LinkFacts", "host_of", "link_facts", "matches_host"]

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
        links: those that do not lead to the site itself, in order.
        hosts: where they lead, each once, in order.
        shorteners: those through a service that shortens addresses.
        disagreeing: those whose text names another site.
        disguised: those written so that programs do not see them.
        bare_ip: those to a network address without a name.
        with_credentials: those with something before an @ that passes for the site.
        odd_schemes: those that lead to no page, such as ``javascript:``.
        confusable: those whose host is written in letters that look like Latin ones.
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

    O(characters).

    Args:
        body: the comment's.
        shorteners: hosts that shorten addresses.
        own_hosts: the site's own; links to them, and below them, are left out.

    Raises:
        InvalidTypeError: it is no Body.
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
    read = {MediaType.PLAIN: links, MediaType.HTML: html_links, MediaType.MARKDOWN: markdown_links}
    known = [(link, host_of(link.target)) for link in read[body.media_type](body.text)]
    known = [(link, host) for link, host in known if _leads_out(link, host, own_hosts)]
    if not known:
        return _NONE
    return LinkFacts(
        links=tuple(link for link, _ in known),
        hosts=tuple(dict.fromkeys(host for _, host in known if host)),
        shorteners=tuple(link for link, host in known if host and matches_host(host, shorteners)),
        disagreeing=tuple(link for link, host in known if host and _disagrees(link, host)),
        disguised=tuple(link for link, _ in known if link.is_disguised),
        bare_ip=tuple(link for link, host in known if host and _is_address(host)),
        with_credentials=tuple(link for link, _ in known if _CREDENTIALS.match(link.target)),
        odd_schemes=tuple(link for link, _ in known if _is_odd(link.target)),
        confusable=tuple(link for link, host in known if host and _is_confusable(host)),
    )


def _leads_out(link: Link, host: str | None, own_hosts: Collection[str]) -> bool:
    """Tell whether a link leads elsewhere than to the site itself, by its name or a bare path."""
    if host is None:
        return _is_odd(link.target)
    return not (own_hosts and matches_host(host, own_hosts))


_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(?!\d+(?:[/?#]|$))")
_HOST = re.compile(
    r"(?:(?:https?|ftp):[/\\]{0,20}|//)?(?:[^/\\?#\s@]*@)?(?P<host>\[[0-9a-f:.]+\]|[^/\\?#:\s@]+)",
    re.IGNORECASE,
)


def host_of(target: str) -> str | None:
    """Return the host that an address leads to: small letters, ASCII, without « www. ».

    Hosts in other letters become what the net calls them (Punycode). It is None for addresses
    within the site, for anything but the web's, and for what is no host.

    Source: the URL standard, for slashes and what stands before an @; IDNA 2003 for other letters.

    Raises:
        InvalidTypeError: it is no str.

    Example:
        >>> from blogmodel.moderation import host_of
        >>> host_of("HTTP://WWW.Exemple.CA:80/x"), host_of("https://été.example"), host_of("/x")
        ('exemple.ca', 'xn--t-9fab.example', None)
    """
    _checks.string("host_of", "target", target)
    if _is_odd(target) or target[:1] in {"#", "?"} or _WITHIN.match(target):
        return None
    found = _HOST.match(target)
    if found is None:
        return None
    host = _ascii(found["host"].lower().rstrip("."))
    return host.removeprefix("www.") if "." in host or host.startswith("[") else None


# A path of the site itself: « /x », « ../x », and names of files without a scheme.
_WITHIN = re.compile(r"/(?!/)|\.")


def _is_odd(target: str) -> bool:
    scheme = _SCHEME.match(target)
    return scheme is not None and scheme[1].lower() not in {"http", "https", "ftp"}


def _ascii(host: str) -> str:
    if host.isascii():
        return host
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:  # A label that the net does not take; it is still one to compare.
        return host


def matches_host(host: str, hosts: Iterable[str]) -> bool:
    """Tell whether a host is one of some, or below one.

    O(labels).

    Example:
        >>> from blogmodel.moderation import matches_host
        >>> own = {"exemple.ca"}
        >>> matches_host("a.exemple.ca", own), matches_host("bexemple.ca", own)
        (True, False)
    """
    known = hosts if isinstance(hosts, set | frozenset | dict) else frozenset(hosts)
    while True:
        if host in known:
            return True
        _, dot, host = host.partition(".")
        if not dot:
            return False


def _disagrees(link: Link, host: str) -> bool:
    """Tell whether a link's text names another site: one neither above its target nor below it."""
    if link.text == link.target:
        return False
    named = [host_of(inner.target) for inner in links(link.text)]
    return any(
        other is not None
        and other != host
        and not other.endswith(f".{host}")
        and not host.endswith(f".{other}")
        for other in named
    )


_ADDRESS = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}|0x[0-9a-f]+|\d{8,10}|\[.*\]", re.IGNORECASE)
_CREDENTIALS = re.compile(r"(?:https?|ftp):[/\\]*[^/\\?#\s@]*@", re.IGNORECASE)


def _is_address(host: str) -> bool:
    return _ADDRESS.fullmatch(host) is not None


def _is_confusable(host: str) -> bool:
    """Tell whether a host has letters of another script that look Latin, all in one label."""
    for label in host.split("."):
        if not label.startswith("xn--"):
            continue
        try:
            shown = label[4:].encode("ascii").decode("punycode")
        except UnicodeError:
            continue
        looks = at_level(shown, Level.CONFUSABLE).text
        if looks.isascii() and at_level(shown, Level.FOLDED).text != looks:
            return True
    return False
