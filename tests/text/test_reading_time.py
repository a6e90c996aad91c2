"""Reading time: how fast people read, and what is refused."""

from datetime import timedelta
from math import inf, nan
from typing import Any

import pytest

from blogmodel.errors import (
    InvalidTypeError,
    InvalidValueError,
    UnknownLocaleError,
    UnsupportedLocaleError,
)
from blogmodel.text import reading_time


@pytest.mark.parametrize(
    "locale, seconds", [("fr", 60), ("fr_CA", 60), ("fr-BE", 60), ("en", 52), ("en_CA", 52)]
)
def test_the_mean_speed_is_that_of_the_language(locale: str, seconds: int) -> None:
    text = "l’arnaque d’aujourd’hui, rendez-vous : " * 65
    assert reading_time(text, locale=locale) == timedelta(seconds=seconds)


@pytest.mark.parametrize(
    "words, speed, seconds",
    [(1, 60, 1), (2, 60, 2), (1, 61, 1), (61, 61, 60), (62, 61, 61), (1, 1, 60), (3, 1.5, 120)],
)
def test_seconds_are_whole_and_rounded_up(words: int, speed: float, seconds: int) -> None:
    time = reading_time("mot " * words, locale="de", words_per_minute=speed)
    assert time == timedelta(seconds=seconds)


def test_a_text_without_words_takes_no_time() -> None:
    assert reading_time("… 👍 –", locale="fr") == timedelta()


def test_a_speed_of_ones_own_comes_first() -> None:
    text = "mot " * 300
    assert reading_time(text, locale="fr", words_per_minute=300) == timedelta(minutes=1)
    assert reading_time(text, locale="fr", words_per_minute=10**400) == timedelta(seconds=1)


def test_a_language_whose_speed_is_not_known_is_refused() -> None:
    with pytest.raises(
        UnsupportedLocaleError, match="has no rules for 'de'; it has those of fr, en"
    ):
        reading_time("Wort", locale="de")
    with pytest.raises(UnknownLocaleError):
        reading_time("mot", locale="français", words_per_minute=200)


@pytest.mark.parametrize("speed", [0, -1, 0.5, nan, inf])
def test_a_speed_that_is_none_is_refused(speed: float) -> None:
    with pytest.raises(InvalidValueError, match="words_per_minute must be 1 or more, and finite"):
        reading_time("mot", locale="fr", words_per_minute=speed)


@pytest.mark.parametrize(
    "arguments, expected",
    [
        ({"text": b"mot"}, "text must be a str"),
        ({"words_per_minute": True}, "words_per_minute must be a number, or None; got True"),
        ({"words_per_minute": "200"}, "words_per_minute must be a number, or None"),
    ],
)
def test_what_is_of_another_type_is_refused(arguments: dict[str, Any], expected: str) -> None:
    with pytest.raises(InvalidTypeError, match=expected):
        reading_time(**{"text": "mot", "locale": "fr"} | arguments)
