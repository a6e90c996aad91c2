"""Numbers and percentages: the norms' by their own table, others by CLDR, as Babel has it."""

from __future__ import annotations

import math
from decimal import ROUND_HALF_EVEN, Context, Decimal, InvalidOperation, localcontext
from typing import TYPE_CHECKING

import attrs

from blogmodel.errors import InvalidTypeError, InvalidValueError
from blogmodel.messages._locales import NORMS, parsed

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Number", "checked", "rounded", "written", "written_percent"]

Number = int | float | Decimal

_NBSP, _NNBSP = "\u00a0", "\u202f"


@attrs.frozen
class _Figures:
    """What a locale writes in a number: between thousands, before decimals, after percents."""

    group: str
    decimal: str
    percent: str


_FRENCH = _Figures(_NNBSP, ",", f"{_NBSP}%")
_FIGURES = {
    **dict.fromkeys(NORMS, _FRENCH),
    "fr_CA": attrs.evolve(_FRENCH, group=_NBSP),
    **dict.fromkeys(("en", "en_CA"), _Figures(",", ".", "%")),
}


def written(number: Number, locale: str) -> str:
    """Write a checked number with three decimals at the most; a half goes to the even one."""
    figures = _FIGURES.get(locale)
    if figures is None:
        from babel.numbers import format_decimal  # noqa: PLC0415 - the norms need no Babel

        return _by_cldr(format_decimal, rounded(number), locale)
    whole, _, decimals = f"{rounded(number):,}".partition(".")
    grouped = whole.replace(",", figures.group)
    return f"{grouped}{figures.decimal}{decimals}" if decimals else grouped


def written_percent(share: Number, locale: str) -> str:
    """Write a checked share of 1 in whole percents."""
    percents = _to(0, _exact(share).scaleb(2, _CONTEXT))
    figures = _FIGURES.get(locale)
    if figures is None:
        from babel.numbers import format_percent  # noqa: PLC0415 - the norms need no Babel

        return _by_cldr(format_percent, Decimal(percents).scaleb(-2, _CONTEXT), locale)
    return f"{percents:,}".replace(",", figures.group) + figures.percent


def rounded(number: Number) -> int | Decimal:
    """Return a checked number as it is shown: whole, or with the decimals that are not 0."""
    return number if isinstance(number, int) else _to(3, _exact(number))


def _to(decimals: int, number: Decimal) -> int | Decimal:
    cut = number.quantize(Decimal(1).scaleb(-decimals), context=_CONTEXT)
    whole = cut.to_integral_value(context=_CONTEXT)
    return int(whole) if cut == whole else cut.normalize(_CONTEXT)


# Python writes an int of this many digits, however low a program has set its limit (640).
_DIGITS = 600
# With room for the decimals. What a program has set for its own arithmetic is left out.
_CONTEXT = Context(prec=_DIGITS + 10, rounding=ROUND_HALF_EVEN, traps=[InvalidOperation])


def _exact(number: Number) -> Decimal:
    """Return a number as Python writes it: 0.1 is a tenth."""
    return Decimal(repr(number)) if isinstance(number, float) else Decimal(number)


def _by_cldr(write: Callable[..., str], number: int | Decimal, locale: str) -> str:
    with localcontext(_CONTEXT):
        return write(Decimal(number), locale=parsed(locale))


def checked(owner: str, field: str, value: object) -> Number:
    """Require a number that can be written; return it as Python's own class.

    Raises:
        InvalidTypeError: it is no int, float or Decimal.
        InvalidValueError: it is not finite, or has too many digits.
    """
    if isinstance(value, bool) or not isinstance(value, Number):
        raise InvalidTypeError(owner, field, value, "an int, a float or a Decimal")
    if isinstance(value, int):
        number: Number = int(value)
        fits = -_BEYOND < number < _BEYOND
    elif isinstance(value, float):
        number = float(value)
        fits = math.isfinite(number)
    else:
        number = value
        fits = number.is_finite() and (not number or number.adjusted() < _DIGITS)
    if not fits:
        expected = f"a finite number of {_DIGITS} digits at most"
        raise InvalidValueError(owner, field, value, expected)
    return number


_BEYOND = 10**_DIGITS
