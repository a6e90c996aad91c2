"""The host that an address leads to, as a browser reads it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize
from urllib.parse import unquote

from blogmodel import _checks

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Lead", "host_of", "is_address", "is_public", "lead_of", "matches_host"]


class Lead(NamedTuple):
    """Whereto an address leads.

    Attributes:
        host: the host, as `host_of` tells it, or a name without a dot such as « localhost ».
        is_web: it names a host by the web's rules, even one that cannot be.
        is_odd: it leads to no page, such as ``javascript:``.
        has_credentials: something stands before an @ in front of the host.
    """

    host: str | None
    is_web: bool = False
    is_odd: bool = False
    has_credentials: bool = False


def host_of(target: str) -> str | None:
    """Return the host that an address leads to: small letters, ASCII, without « www. ».

    It is the host that a browser would call: slashes of either kind and in any number, what stands
    before the last @, and signs that are written as ``%2e`` do not hide it, and network addresses
    are four numbers, however they were written. Hosts in other letters become what the net calls
    them (Punycode). It is None for addresses within the site, for anything but the web's, for names
    without a dot such as « localhost », and for what can be no host. An address without a scheme
    leads to the host that it starts with, though a browser would take it for a page of the site:
    most people who write it mean that host.

    O(characters).

    Source: the URL standard, https://url.spec.whatwg.org/#host-parsing; of the mapping of other
    letters (UTS #46) only that to NFKC, to small letters, and to nothing of what nobody sees.

    Raises:
        InvalidTypeError: it is no str.

    Example:
        >>> from blogmodel.moderation import host_of
        >>> host_of("HTTP://WWW.Exemple.CA:80/x"), host_of("https://été.example"), host_of("/x")
        ('exemple.ca', 'xn--t-9fab.example', None)
        >>> host_of("http://banque.example@0xC0.0.519/")
        '192.0.2.7'
    """
    _checks.string("host_of", "target", target)
    host = lead_of(target).host
    return host if host is not None and is_public(host) else None


def matches_host(host: str, hosts: Iterable[str]) -> bool:
    """Tell whether a host is one of some, or below one.

    O(labels) where the hosts are a set or a dict; they are to be as `host_of` tells them.

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


def is_public(host: str) -> bool:
    """Tell whether a host is a network address, or a name with a dot in it."""
    return "." in host or host[0] == "["


def is_address(host: str) -> bool:
    """Tell whether a host is a network address without a name."""
    return host[0] == "[" or host.rpartition(".")[2].isdigit()


def lead_of(target: str) -> Lead:
    """Return whereto an address leads."""
    plain = _PLAIN.match(target)
    if plain is not None and len(plain[1]) <= _LONGEST:
        return Lead(plain[1], is_web=True)
    target = target.strip(_EDGES).translate(_DROPPED)
    scheme = _SCHEME.match(target)
    if scheme is None:
        if _SLASHES.match(target):
            return _led(target)
        return Lead(_bare_host(target))
    if scheme[1].lower() in _OF_THE_WEB:
        return _led(target[scheme.end() :])
    if "." in scheme[1] and _PORT.match(target, scheme.end() - 1):
        return Lead(_bare_host(target))
    return Lead(None, is_odd=True)


def _led(rest: str) -> Lead:
    """Return whereto an address leads, from what stands after its scheme."""
    authority = _AUTHORITY.split(rest.lstrip("/\\"), maxsplit=1)[0]
    before, sign, host = authority.rpartition("@")
    return Lead(_read(host), is_web=True, has_credentials=bool(sign and before))


def _bare_host(target: str) -> str | None:
    """Return the host that an address without a scheme starts with, if it looks like one."""
    written = _AUTHORITY.split(target, maxsplit=1)[0]
    host = _read(written)
    if host is None or "." not in host:
        return None
    last = host.rpartition(".")[2]
    if last.isdigit():  # « 1.2 » is no address, though a browser would call 1.0.0.2.
        return host if host == written.partition(":")[0] else None
    return host if _ENDING.fullmatch(last) and last not in _FILES else None


# What most addresses are; all others are read with care.
_PLAIN = re.compile(
    r"(?:https?://(?:www\.)?|www\.)((?:[a-z0-9][a-z0-9-]{0,62}+\.)+[a-z]{2,63}+)(?![^/?#])"
)
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*+):")
_OF_THE_WEB = frozenset(("ftp", "http", "https"))
_SLASHES = re.compile(r"[/\\]{2}")
_AUTHORITY = re.compile(r"[/\\?#]")
_PORT = re.compile(r":[0-9]*+(?![^/\\?#])")
_EDGES = "".join(map(chr, range(33)))
_DROPPED = dict.fromkeys(map(ord, "\t\n\r"))
_ENDING = re.compile(r"[a-z]{2,}|xn--[a-z0-9-]+")
# What names of files end in, and no host of the web does.
_FILES = frozenset(
    "asp aspx avif cgi css csv doc docx gif htm html ico jpeg jpg js json jsp mp3 mp4 odt pdf php"
    " png rss rtf shtml svg txt webp xhtml xls xlsx xml".split()
)


def _read(written: str) -> str | None:
    """Return a host with its port as `host_of` tells it, or None where it can be none."""
    if written.startswith("["):
        return _six(written)
    written = _PORTS.sub("", written)
    if len(written) > _LONGEST_WRITTEN:
        return None
    if "%" in written:
        written = unquote(written, errors="replace")
    host = written.lower() if written.isascii() else _ascii(written)
    host = host.rstrip(".")
    if len(host) > _LONGEST or not _FIT.fullmatch(host):
        return None
    if _NUMBER.fullmatch(host.rpartition(".")[2]):
        return _four(host)
    return host[4:] if host.startswith("www.") and "." in host[4:] else host


# The net takes no longer ones, nor longer labels; what nobody sees in them may be on top.
_LONGEST, _LONGEST_LABEL, _LONGEST_WRITTEN = 253, 63, 1000
_PORTS = re.compile(r":[0-9]*+\Z")
_LABEL = rf"""[^\x00-\x20"#%/:<>?@\[\\\]^`{{|}}\x7f.]{{1,{_LONGEST_LABEL}}}"""
_FIT = re.compile(rf"{_LABEL}(?:\.{_LABEL})*+", re.ASCII)
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
_UNSEEN = dict.fromkeys(
    (0xAD, 0x34F, *range(0x200B, 0x200E), 0x2060, 0x2064, 0xFEFF, *range(0xFE00, 0xFE10))
)
_DOTS = str.maketrans("\u3002\uff61", "..")


def _ascii(host: str) -> str:
    """Return a host as the net calls it; what it cannot call is longer than a label may be."""
    host = normalize("NFKC", normalize("NFKC", host.translate(_UNSEEN)).lower()).translate(_DOTS)
    return ".".join(map(_ascii_label, host.split(".")))


def _ascii_label(label: str) -> str:
    if label.isascii():
        return label
    if len(label) > _LONGEST_LABEL:  # It only gets longer, and in quadratic time.
        return "-" * (_LONGEST_LABEL + 1)
    return "xn--" + label.encode("punycode").decode("ascii")


def _four(host: str) -> str | None:
    """Return a network address as four numbers.

    Source: https://url.spec.whatwg.org/#concept-ipv4-parser
    """
    parts = host.split(".")
    if len(parts) > _BYTES:
        return None
    try:
        numbers = [_number(part) for part in parts]
    except ValueError:
        return None
    *firsts, last = numbers
    if any(first > _LARGEST_BYTE for first in firsts) or last >= 256 ** (_BYTES - len(firsts)):
        return None
    given = bytes(firsts) + last.to_bytes(_BYTES - len(firsts), "big")
    return ".".join(map(str, given))


_BYTES, _LARGEST_BYTE = 4, 255


def _number(part: str) -> int:
    if not _NUMBER.fullmatch(part):
        raise ValueError(part)
    if part.startswith("0x"):
        return int(part[2:] or "0", 16)
    return int(part, 8) if part.startswith("0") else int(part)


def _six(written: str) -> str | None:
    """Return a network address in brackets in its shortest form."""
    from ipaddress import AddressValueError, IPv6Address  # noqa: PLC0415 - hardly ever needed

    inside, bracket, _ = written[1:].partition("]")
    if not bracket or "%" in inside:
        return None
    try:
        return f"[{IPv6Address(inside).compressed}]"
    except AddressValueError:
        return None
