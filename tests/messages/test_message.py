import copy
import pickle
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

import attrs
import pytest

from blogmodel import Status
from blogmodel.errors import InvalidTypeError, InvalidValueError
from blogmodel.messages import Either, Message, Messages, Percent

COUNTED = Message.ngettext("{count} leek", "{count} leeks of {name}", 2, name="Zoé")


def test_a_message_is_a_value() -> None:
    said = Message("{b} {a}", a=["x", 1], b=Message("{c}", c=Either([Percent(0.5)])))
    for again in (pickle.loads(pickle.dumps(said)), copy.deepcopy(said)):
        assert again == said
        assert hash(again) == hash(said)
    assert said == Message("{b} {a}", b=Message("{c}", c=Either([Percent(0.5)])), a=("x", 1))
    assert said != Message("{b} {a}", a=["x", 2], b=Message("{c}", c=Either([Percent(0.5)])))
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        said.text = "x"  # type: ignore[misc]


def test_a_message_knows_what_it_was_made_of() -> None:
    assert (COUNTED.text, COUNTED.many, COUNTED.count, COUNTED.context) == (
        "{count} leek",
        "{count} leeks of {name}",
        2,
        None,
    )
    assert COUNTED.fields == (("count", 2), ("name", "Zoé"))
    assert Message.pgettext("Leek", "{name}", name="Zoé").context == "Leek"


@pytest.mark.parametrize(
    "message, text",
    [
        (Message("Oui"), "Message('Oui')"),
        (Message("{a}", a="x"), "Message('{a}', a='x')"),
        (
            COUNTED,
            "Message.ngettext('{count} leek', '{count} leeks of {name}', 2, count=2, name='Zoé')",
        ),
        (Message.pgettext("Leek", "{a}", a=1), "Message.pgettext('Leek', '{a}', a=1)"),
        (
            Message.npgettext("Leek", "one", "many", 1.5),
            "Message.npgettext('Leek', 'one', 'many', 1.5)",
        ),
        (Message("{a}", a=Either([1])), "Message('{a}', a=Either(items=(1,)))"),
        (Message("{a}", a=Percent(1)), "Message('{a}', a=Percent(share=1))"),
    ],
)
def test_a_message_is_shown_as_it_is_made(message: Message, text: str) -> None:
    assert repr(message) == str(message) == text
    assert eval(text) == message  # noqa: S307 - our own text


def test_fields_that_the_text_does_not_name_are_left_out() -> None:
    given: dict[str, Any] = {"a": 1, "b": None, "self": 2, "text": 3, "cls": object()}
    assert Message("{a} {text} {self}", **given) == Message(
        "{a} {text} {self}", a=1, text=3, self=2
    )
    assert Message.pgettext("x", "{a}", **given) == Message.pgettext("x", "{a}", a=1)


@pytest.mark.parametrize(
    "make",
    [
        lambda: Message("{a} {name}", a=1),
        lambda: Message.ngettext("{name}", "{count}", 1),
        lambda: Message.ngettext("{count}", "{name}", 1),
        lambda: Message.pgettext("x", "{name}"),
        lambda: Message.npgettext("x", "one", "{name}", 1),
    ],
)
def test_a_field_that_is_not_given_is_refused(make: Any) -> None:
    with pytest.raises(
        InvalidValueError, match=r"Message\.fields must be all that .* without name"
    ):
        make()


class Markup(str):
    """As template engines have it; its own text is not what it shows."""

    __slots__ = ()

    def __str__(self) -> str:
        return "safe"


class Real(float):
    def __repr__(self) -> str:
        return "Real"


def test_values_are_kept_as_pythons_own() -> None:
    kept = dict(Message("{a} {b}", a=Markup("<b>"), b=Real(1.5)).fields)
    assert {name: type(value) for name, value in kept.items()} == {"a": str, "b": float}
    assert Messages("en").render(Message("{a} {b}", a=Markup("<b>"), b=Real(1.5))) == "<b> 1.5"


class Colour(Enum):
    RED = "red"


@pytest.mark.parametrize("value", ["", "\ud800", 0, 1.5, Decimal(1), Colour.RED, date.min, [], ()])
def test_what_a_field_may_be(value: Any) -> None:
    said = Message("{a}", a=value)
    assert hash(said) == hash(Message("{a}", a=value))
    assert pickle.loads(pickle.dumps(said)) == said


@pytest.mark.parametrize("value", [None, True, b"x", {}, {"x"}, object(), [None], Status, 1j])
def test_what_a_field_may_not_be(value: Any) -> None:
    with pytest.raises(InvalidTypeError, match=r"Message\.\w+ must be a str, number, member of"):
        Message("{a}", a=value)
    with pytest.raises(InvalidTypeError):
        Either([value])


@pytest.mark.parametrize(
    "make",
    [
        lambda: Message(None),
        lambda: Message(b"x"),
        lambda: Message.ngettext("one", None, 1),
        lambda: Message.ngettext("one", "many", "2"),
        lambda: Message.pgettext(None, "text"),
        lambda: Message.npgettext(None, "one", "many", 2),
        lambda: Either("abc"),
        lambda: Either(iter([1])),
        lambda: Percent("80"),
        lambda: Percent(Percent(1)),
    ],
)
def test_texts_counts_and_shares_of_another_type_are_refused(make: Any) -> None:
    with pytest.raises(InvalidTypeError):
        make()


@pytest.mark.parametrize(
    "number",
    [
        *(float("nan"), float("inf"), Decimal("-inf"), Decimal("sNaN"), 10**600),
        pytest.param(-(10**5000), id="more digits than Python shows"),
    ],
)
def test_a_number_that_cannot_be_written_is_refused(number: Any) -> None:
    expected = "a finite number of 600 digits at most"
    for make in (
        lambda: Message("{a}", a=number),
        lambda: Message.ngettext("one", "many", number),
        lambda: Percent(number),
        lambda: Either([number]),
    ):
        with pytest.raises(InvalidValueError, match=expected):
            make()


def nested(times: int, wrap: Any) -> Any:
    value: Any = "x"
    for _ in range(times):
        value = wrap(value)
    return value


WRAPS = {
    "message": lambda inner: Message("{a}", a=inner),
    "either": lambda inner: Either([inner]),
    "list": lambda inner: [inner],
}


@pytest.mark.parametrize("wrap", WRAPS.values(), ids=WRAPS)
def test_messages_and_lists_stand_in_each_other_ten_deep_at_most(wrap: Any) -> None:
    assert Messages("fr").render(Message("{a}", a=nested(10, wrap))) == "x"
    for times in (11, 12, 10_000):
        with pytest.raises(InvalidValueError, match="messages and lists in each other 10 deep"):
            Message("{a}", a=nested(times, wrap))


def test_a_list_in_itself_is_refused() -> None:
    ring: list[Any] = []
    ring.append(ring)
    with pytest.raises(InvalidValueError, match="in each other 10 deep at most"):
        Message("{a}", a=ring)
