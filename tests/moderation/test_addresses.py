from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blogmodel.errors import InvalidTypeError, InvalidValueError
from blogmodel.model import Origin
from blogmodel.moderation import AddressKept, cut_address, guarded_origin, hash_address

KEY = b"a secret of this site"


@pytest.mark.parametrize(
    "address, cut",
    [
        ("192.0.2.77", "192.0.2.0/24"),
        ("192.0.2.77:8080", "192.0.2.0/24"),
        ("192.0.2.0/24", "192.0.2.0/24"),
        ("10.0.0.0/8", "10.0.0.0/8"),
        ("192.0.2.77/32", "192.0.2.0/24"),
        (" 192.0.2.77 ", "192.0.2.0/24"),
        ("2001:db8:1:2:3::7", "2001:db8:1::/48"),
        ("[2001:DB8::7]:443", "2001:db8::/48"),
        ("fe80::1%eth0", "fe80::/48"),
        ("[fe80::1%25eth0]", "fe80::/48"),
        ("::ffff:192.0.2.77", "192.0.2.0/24"),
        ("::1", "::/48"),
        ("2001:db8::/32", "2001:db8::/32"),
    ],
)
def test_an_address_is_cut_to_its_network(address: str, cut: str) -> None:
    assert cut_address(address) == cut
    assert cut_address(cut) == cut


@pytest.mark.parametrize(
    "address",
    [
        *("", "x", "192.0.2", "192.0.2.256", "192.0.2.7/33", "192.0.2.7/x", "2001:db8::/129"),
        *("::g", "192.0.2.7:", "[192.0.2.7", "192.0.2.7, 10.0.0.1", "192.0.2.7/-1", "unknown"),
    ],
)
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(InvalidValueError, match="must be a network address"):
        cut_address(address)
    with pytest.raises(InvalidValueError):
        guarded_origin(Origin(address=address))


@given(st.ip_addresses().map(str))
def test_cutting_twice_is_cutting_once(address: str) -> None:
    assert cut_address(cut_address(address)) == cut_address(address)


@given(st.ip_addresses(v=6))
def test_an_address_is_hashed_the_same_however_it_is_written(address: Any) -> None:
    made = hash_address(str(address), KEY)
    assert made == hash_address(address.exploded.upper(), KEY)
    assert made == hash_address(f"[{address}]:443", KEY)
    assert made != hash_address(str(address), KEY + b"!")


@pytest.mark.parametrize(
    "keep, address",
    [
        (AddressKept.WHOLE, "192.0.2.77"),
        (AddressKept.CUT, "192.0.2.0/24"),
        (AddressKept.HASHED, hash_address("192.0.2.77", KEY)),
        (AddressKept.NOTHING, None),
    ],
)
def test_an_origin_keeps_as_much_as_is_asked(keep: AddressKept, address: str | None) -> None:
    origin = Origin(address="192.0.2.77", agent="x")
    assert guarded_origin(origin, keep=keep, key=KEY) == Origin(address=address, agent="x")


def test_an_origin_without_an_address_stays() -> None:
    assert guarded_origin(Origin(agent="x")) == Origin(agent="x")


@pytest.mark.parametrize(
    "make",
    [
        lambda: cut_address(3),
        lambda: hash_address(3, KEY),
        lambda: hash_address("192.0.2.7", b"x"),
        lambda: guarded_origin("x"),
        lambda: guarded_origin(Origin(), keep="cut!"),
        lambda: guarded_origin(Origin(address="192.0.2.7"), keep=AddressKept.HASHED),
    ],
)
def test_other_values_are_refused(make: Any) -> None:
    with pytest.raises((InvalidTypeError, InvalidValueError)):
        make()
