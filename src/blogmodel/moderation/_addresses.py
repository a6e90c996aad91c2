"""Network addresses, kept no more exactly than they are needed."""

from __future__ import annotations

import re
from enum import StrEnum
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

import attrs

from blogmodel import _checks
from blogmodel.errors import InvalidTypeError, InvalidValueError
from blogmodel.model import Origin
from blogmodel.moderation._revisions import fingerprint

__all__ = ["AddressKept", "cut_address", "guarded_origin", "hash_address"]


class AddressKept(StrEnum):
    """How much of a network address is kept."""

    WHOLE = "whole"
    CUT = "cut"
    """Its network, /24 of IPv4 and /48 of IPv6."""
    HASHED = "hashed"
    """A keyed fingerprint; whether two are the same can be told, and nothing else."""
    NOTHING = "nothing"


_CUT_4, _CUT_6 = 24, 48
_WRITTEN = re.compile(
    r"\[(?P<bracketed>[0-9A-Fa-f:.]+)(?:%[^\]]+)?\](?::\d{1,5})?"
    r"|(?P<with_port>\d{1,3}(?:\.\d{1,3}){3}):\d{1,5}"
    r"|(?P<plain>[0-9A-Fa-f:.]+)(?:%\S+)?"
)


def cut_address(address: str) -> str:
    """Return the network that an address is in: /24 of IPv4, /48 of IPv6.

    So much is not one person's, and still tells one provider from another. A port, brackets and a
    zone are dropped; an IPv4 address in an IPv6 one is taken for itself. A network so large or
    larger stays as it is.

    Raises:
        InvalidValueError: it is no network address.
        InvalidTypeError: it is no str.

    Example:
        >>> from blogmodel.moderation import cut_address
        >>> cut_address("192.0.2.77"), cut_address("[2001:db8:1:2::7]:443")
        ('192.0.2.0/24', '2001:db8:1::/48')
    """
    _checks.string("cut_address", "address", address)
    text, slash, size = address.strip().partition("/")
    known = _address("cut_address", text, address)
    cut = _CUT_4 if isinstance(known, IPv4Address) else _CUT_6
    if slash:
        if not re.fullmatch(r"[0-9]{1,3}", size) or int(size) > known.max_prefixlen:
            raise _no_address("cut_address", address)
        cut = min(cut, int(size))
    return str(ip_network(f"{known}/{cut}", strict=False))


def hash_address(address: str, key: bytes) -> str:
    """Return a keyed fingerprint of an address: the same for every way to write it.

    Without the key, which address it is of cannot be found out by trying them all.

    Args:
        address: the address, whole.
        key: the site's own secret, of 16 bytes or more; see `fingerprint`.

    Raises:
        InvalidValueError: it is no network address, or the key is too short.
        InvalidTypeError: an argument is of another type.

    Example:
        >>> from blogmodel.moderation import hash_address
        >>> key = b"a secret of this site"
        >>> hash_address("2001:DB8::7", key) == hash_address("[2001:db8:0::7]:80", key)
        True
    """
    _checks.string("hash_address", "address", address)
    return fingerprint(key, "address", str(_address("hash_address", address.strip(), address)))


def guarded_origin(
    origin: Origin, *, keep: AddressKept = AddressKept.CUT, key: bytes | None = None
) -> Origin:
    """Return an origin with its address kept no more exactly than asked: for the moment of entry.

    Args:
        origin: as it came.
        keep: how much of the address.
        key: the site's secret, to keep it hashed.

    Raises:
        InvalidValueError: the address is none, or there is no key and it is to be hashed.
        InvalidTypeError: an argument is of another type.

    Example:
        >>> from blogmodel import Origin
        >>> from blogmodel.moderation import guarded_origin
        >>> guarded_origin(Origin(address="192.0.2.77")).address
        '192.0.2.0/24'
    """
    _checks.instance("guarded_origin", "origin", origin, Origin, "Origin(address='192.0.2.7')")
    _checks.member("guarded_origin", "keep", keep, AddressKept)
    address = origin.address
    if address is None or keep is AddressKept.WHOLE:
        return origin
    if keep is AddressKept.CUT:
        return attrs.evolve(origin, address=cut_address(address))
    if keep is AddressKept.NOTHING:
        return attrs.evolve(origin, address=None)
    if key is None:
        raise InvalidTypeError("guarded_origin", "key", None, "bytes, to keep it hashed")
    return attrs.evolve(origin, address=hash_address(address, key))


def _address(owner: str, text: str, given: str) -> IPv4Address | IPv6Address:
    found = _WRITTEN.fullmatch(text)
    try:
        known = ip_address(found[found.lastgroup] if found and found.lastgroup else text)
    except ValueError:
        raise _no_address(owner, given) from None
    if isinstance(known, IPv6Address) and known.ipv4_mapped is not None:
        return known.ipv4_mapped
    return known


def _no_address(owner: str, given: str) -> InvalidValueError:
    return InvalidValueError(
        owner, "address", given, "a network address such as '192.0.2.7' or '2001:db8::7'"
    )
