from decimal import Decimal, localcontext
from typing import Any

import pytest
from babel.numbers import format_decimal, format_percent

from blogmodel.errors import InvalidTypeError, InvalidValueError
from blogmodel.messages import Messages

N, T = "\u00a0", "\u202f"


@pytest.mark.parametrize(
    "locale, expected",
    [
        ("fr_CA", f"1{N}234{N}567,5"),
        ("fr", f"1{T}234{T}567,5"),
        ("fr_BE", f"1{T}234{T}567,5"),
        ("fr_CH", f"1{T}234{T}567,5"),
        ("en", "1,234,567.5"),
        ("en_CA", "1,234,567.5"),
        ("de", "1.234.567,5"),
        ("fr_LU", "1.234.567,5"),
        ("hi", "12,34,567.5"),
    ],
)
def test_numbers_are_those_of_the_locale(locale: str, expected: str) -> None:
    for number in (1234567.5, Decimal("1234567.5"), Decimal("1234567.50")):
        assert Messages(locale).number(number) == expected


@pytest.mark.parametrize(
    "number, expected",
    [
        (0, "0"),
        (-0.0, "0"),
        (Decimal("0E+9999"), "0"),
        (12, "12"),
        (999, "999"),
        (-1000, "-1,000"),
        (2.0, "2"),
        (0.1 + 0.2, "0.3"),
        (0.0005, "0"),
        (0.0015, "0.002"),
        (0.0025, "0.002"),
        (-0.0001, "0"),
        (0.001, "0.001"),
        (1e15, "1,000,000,000,000,000"),
        (1e22 + 0.5, "10,000,000,000,000,000,000,000"),
        (10**30, "1" + ",000" * 10),
        (Decimal("1E+30"), "1" + ",000" * 10),
        (Decimal("123456789012345678901234567890.5"), "123,456,789,012,345,678,901,234,567,890.5"),
        (Decimal("0." + "1" * 5000), "0.111"),
        (10**600 - 1, ",".join(["999"] * 200)),
    ],
)
def test_a_number_has_three_decimals_at_the_most(number: Any, expected: str) -> None:
    assert Messages("en").number(number) == expected
    # By CLDR's table, as locales without norms are written.
    assert Messages("en_GB").number(number) == expected


@pytest.mark.parametrize(
    "share, french, english, german",
    [
        (0.8, f"80{N}%", "80%", f"80{N}%"),
        (Decimal("0.805"), f"80{N}%", "80%", f"80{N}%"),
        (0.815, f"82{N}%", "82%", f"82{N}%"),
        (1, f"100{N}%", "100%", f"100{N}%"),
        (-0.001, f"0{N}%", "0%", f"0{N}%"),
        (12.5, f"1{T}250{N}%", "1,250%", f"1.250{N}%"),
    ],
)
def test_shares_are_told_in_whole_percents(
    share: Any, french: str, english: str, german: str
) -> None:
    told = [Messages(locale).percent(share) for locale in ("fr", "en", "de")]
    assert told == [french, english, german]


@pytest.mark.parametrize("locale", ["fr", "fr_CA", "fr_BE", "en", "en_CA"])
def test_cldr_writes_numbers_as_the_norms_do(locale: str) -> None:
    messages = Messages(locale)
    for number in (0, 1, 999, 1000, 12345, 1234567.5, -0.25, 1e12):
        assert messages.number(number) == format_decimal(number, locale=locale)
        assert messages.percent(number) == format_percent(number, locale=locale)


def test_swiss_percents_are_those_of_the_norms_and_not_of_cldr() -> None:
    assert format_percent(0.8, locale="fr_CH") == "80%"
    assert Messages("fr_CH").percent(0.8) == f"80{N}%"


@pytest.mark.parametrize("locale", ["fr", "de"])
def test_what_a_program_has_set_for_its_own_arithmetic_changes_nothing(locale: str) -> None:
    plain = [Messages(locale).number(1234.5678), Messages(locale).percent(Decimal("0.12345"))]
    with localcontext() as context:
        context.prec = 1
        context.rounding = "ROUND_UP"
        for signal in context.traps:
            context.traps[signal] = True
        told = [Messages(locale).number(1234.5678), Messages(locale).percent(Decimal("0.12345"))]
    assert told == plain


@pytest.mark.parametrize("locale", ["fr", "de"])
@pytest.mark.parametrize(
    "number",
    [
        *(float("nan"), float("-inf"), Decimal("NaN"), Decimal("sNaN"), 10**600),
        *(Decimal("1E+600"), Decimal("1E+999999")),
        pytest.param(10**5000, id="more digits than Python shows"),
    ],
)
def test_a_number_that_cannot_be_written_is_refused(locale: str, number: Any) -> None:
    expected = r"must be a finite number of 600 digits at most; got"
    with pytest.raises(InvalidValueError, match=rf"number\.number {expected}"):
        Messages(locale).number(number)
    with pytest.raises(InvalidValueError, match=rf"percent\.share {expected}"):
        Messages(locale).percent(number)


@pytest.mark.parametrize("number", [True, None, "1", 1j, [1]])
def test_what_is_no_number_is_refused(number: Any) -> None:
    with pytest.raises(InvalidTypeError, match="must be an int, a float or a Decimal; got"):
        Messages("fr").number(number)
