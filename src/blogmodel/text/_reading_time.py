"""How long a text takes to read."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta
from fractions import Fraction
from math import ceil, inf

from blogmodel import _checks
from blogmodel.errors import InvalidTypeError, InvalidValueError, UnsupportedLocaleError
from blogmodel.text._locales import supported_locale
from blogmodel.text._words import counted

__all__ = ["reading_time"]


def reading_time(text: str, *, locale: str, words_per_minute: float | None = None) -> timedelta:
    """Return how long an adult takes to read a text in silence, in whole seconds, rounded up.

    Words are counted as people do: « l’arnaque » is one, and so is « rendez-vous ». It is a mean:
    two readers of three are within about an eighth of it. O(characters).

    Source: the standardised texts IReST (Trauzettel-Klosinski and Dietz, Investigative
    Ophthalmology & Visual Science 53, 2012): 195 words a minute in French, 228 in English.

    Args:
        text: plain text.
        locale: that of the text: French or English, unless the speed is given.
        words_per_minute: the reader's own speed, instead of the mean one.

    Raises:
        UnknownLocaleError: the locale is not one.
        UnsupportedLocaleError: the mean speed is not known in that language.
        InvalidValueError: the speed is less than 1, or not finite.
        InvalidTypeError: the text is not a str, or the speed not a number.

    Example:
        >>> from datetime import timedelta
        >>> from math import ceil
        >>> from blogmodel.text import reading_time
        >>> time = reading_time("C’est l’été. " * 250, locale="fr_CA")
        >>> time
        datetime.timedelta(seconds=154)
        >>> f"{ceil(time / timedelta(minutes=1))} min de lecture"
        '3 min de lecture'
    """
    _checks.string("reading_time", "text", text)
    count = sum(1 for _ in counted(text))
    return timedelta(seconds=ceil(count * 60 / _speed(locale, words_per_minute)))


_MEAN = {"fr": 195, "en": 228}


def _speed(locale: str, given: float | None) -> Fraction:
    if given is None:
        return Fraction(_MEAN[supported_locale("reading_time", locale, tuple(_MEAN))])
    with suppress(UnsupportedLocaleError):  # But it is a locale.
        supported_locale("reading_time", locale, tuple(_MEAN))
    if type(given) not in {int, float}:
        raise InvalidTypeError("reading_time", "words_per_minute", given, "a number, or None")
    if not 1 <= given < inf:
        raise InvalidValueError("reading_time", "words_per_minute", given, "1 or more, and finite")
    return Fraction(given)
