"""Laws of messages: whatever the fields hold, nothing but their words comes out."""

import pickle
import re
from contextlib import suppress
from datetime import date
from decimal import Decimal
from typing import Any

from babel import Locale, localedata
from hypothesis import assume, example, given
from hypothesis import strategies as st

from blogmodel import Status
from blogmodel.errors import BlogModelError
from blogmodel.messages import Either, Label, Message, Messages, Percent, phrases

N, T = "\u00a0", "\u202f"
LOCALES = st.sampled_from(["fr", "fr_CA", "fr_BE", "fr_LU", "en", "en_CA", "de", "ar", "hi", "ml"])
ANY_LOCALE = st.sampled_from(sorted(set(localedata.locale_identifiers()) - {"root"}))

# What a format could take for its own: braces, names, conversions, percents, regular expressions.
ODD = st.text(
    st.sampled_from("{}{}%$\\()s.!:[]_a0x\0\x04\n\ud800é’«»\u202e\U0001f600"), max_size=12
) | st.sampled_from(["{author}", "{0}", "{author.__class__}", "%(author)s", "{{", "}}", r"\g<1>"])
TEXTS = ODD | st.text(max_size=20)
NUMBERS = (
    st.integers()
    | st.integers(-(10**599), 10**599)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.decimals(allow_nan=False, allow_infinity=False)
)
PLAIN = (
    TEXTS
    | NUMBERS
    | st.sampled_from([*Status, *Label])
    | NUMBERS.map(Percent)
    | st.dates()
    | st.sampled_from([phrases.comments(0), phrases.comments(2), phrases.written_by("{x}")])
)
FIELDS = st.recursive(
    PLAIN,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.lists(inner, max_size=4).map(Either)
        | inner.map(lambda value: Message("<{value}>", value=value))
    ),
    max_leaves=6,
)
ANYTHING = FIELDS | st.none() | st.booleans() | st.binary() | st.floats() | st.complex_numbers()


@given(LOCALES, FIELDS)
def test_a_message_is_told_whatever_its_fields_hold(locale: str, value: Any) -> None:
    try:
        said = Message("({value}) {value}", value=value)
    except BlogModelError:
        assume(False)  # noqa: FBT003 - numbers of more than 600 digits
    told = Messages(locale).render(said, dates=date.isoformat)
    assert told.startswith("(")
    inner = told[1 : (len(told) - 3) // 2 + 1]
    assert told == f"({inner}) {inner}"


@given(LOCALES, ANYTHING, ANYTHING)
def test_nothing_is_refused_but_by_errors_of_ours(locale: str, value: Any, count: Any) -> None:
    messages = Messages(locale)
    calls = [
        lambda: messages.render(Message("{value}", value=value)),
        lambda: messages.render(Message.ngettext("{value}", "{count}", count, value=value)),
        lambda: messages.gettext("by {author}", author=value),
        lambda: messages.ngettext("{count} comment", "{count} comments", count),
        lambda: messages.gettext(value),
        lambda: messages.pgettext(value, count),
        lambda: messages.label(value),
        lambda: messages.number(value),
        lambda: messages.percent(value),
        lambda: messages.list_and(value),
        lambda: messages.list_or([value, count]),
    ]
    for call in calls:
        told: Any = ""
        with suppress(BlogModelError):
            told = call()
        assert isinstance(told, str)


@given(LOCALES, TEXTS, TEXTS)
@example("fr", "{b}", "{a}")
def test_texts_come_out_as_they_went_in(locale: str, a: str, b: str) -> None:
    told = Messages(locale).render(Message("{a}|{b}", a=a, b=b))
    assert told == f"{a}|{b}"


@given(TEXTS)
def test_what_is_no_plain_name_stays_in_a_text(text: str) -> None:
    assume(not re.search(r"\{[^\W\d]\w*\}", text))
    assert Messages("fr_BE").render(Message(f"« {text} »")) == f"« {text} »"


@given(LOCALES, FIELDS, NUMBERS)
def test_messages_are_values(locale: str, value: Any, count: Any) -> None:
    messages = Messages(locale)
    try:
        said = Message.npgettext("c", "{count} {value}", "{value}", count, value=value)
    except BlogModelError:
        assume(False)  # noqa: FBT003 - numbers of more than 600 digits
    again = pickle.loads(pickle.dumps((messages, said)))
    assert again == (messages, said)
    assert hash(again) == hash((messages, said))
    assert again[0].render(again[1], dates=str) == messages.render(said, dates=str)


@given(st.sampled_from(["fr", "fr_CA", "en", "de"]), st.integers(-(10**40), 10**40))
def test_a_whole_number_is_its_figures_in_groups_of_three(locale: str, number: int) -> None:
    told = Messages(locale).number(number)
    group = {"fr": T, "fr_CA": N, "en": ",", "de": "."}[locale]
    assert int(told.replace(group, "")) == number
    assert all(len(part) == 3 for part in told.lstrip("-").split(group)[1:])


@given(st.decimals(-(10**9), 10**9, places=3))
def test_three_decimals_come_back(number: Decimal) -> None:
    told = Messages("fr").number(number)
    assert Decimal(told.replace(T, "").replace(",", ".")) == number


@given(st.floats(allow_nan=False, allow_infinity=False) | st.integers())
def test_the_norms_and_cldr_write_the_same_numbers(number: Any) -> None:
    # en_GB has CLDR's table and en the norms'; so have fr_FR's neighbours in Africa and fr.
    assert Messages("en").number(number) == Messages("en_GB").number(number)
    assert Messages("en").percent(number) == Messages("en_GB").percent(number)
    assert Messages("fr").number(number) == Messages("fr_SN").number(number)


@given(NUMBERS)
def test_a_plural_goes_with_the_number_as_it_is_shown(number: Any) -> None:
    for locale, singular in (("fr", r"-?[01](?:,\d+)?"), ("en", "-?1")):
        messages = Messages(locale)
        try:
            shown = messages.number(number)
        except BlogModelError:
            assume(False)  # noqa: FBT003 - numbers of more than 600 digits
        told = messages.ngettext("{count} comment", "{count} comments", number)
        assert told.startswith(f"{shown} comment")
        assert told.endswith("s") == (re.fullmatch(singular, shown) is None)


@given(ANY_LOCALE, st.lists(TEXTS, max_size=6))
def test_a_list_has_each_item_in_its_place(locale: str, items: list[str]) -> None:
    for told in (Messages(locale).list_and(items), Messages(locale).list_or(items)):
        at = 0
        for item in items:
            at = told.index(item, at) + len(item)


@given(ANY_LOCALE)
def test_every_locale_of_cldr_is_spoken_to(locale: str) -> None:
    messages = Messages(locale)
    language = Locale.parse(locale).language
    word = messages.label(Label.REPLY)
    assert (word == "Répondre") is (language == "fr")
    assert messages.render(phrases.comments(0))
    assert messages.number(1.5)
    assert messages.percent(0.5)
