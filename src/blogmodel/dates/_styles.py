"""The styles in which dates are written: CLDR's under its names, the norms' under theirs."""

from __future__ import annotations

from enum import Enum

__all__ = ["Style"]


class Style(Enum):
    """How a date, a clock or both are written.

    The first twelve are CLDR's, in any locale that CLDR has, and code point for code point as it
    has them. The others are the norms', for ``fr``, ``fr_CA``, ``fr_BE``, ``fr_CH``, ``en`` and
    ``en_CA``. Nobody gets one where the other was asked.
    """

    SHORT = "short"
    """CLDR's, date and clock; of a date without a clock, its date alone."""
    MEDIUM = "medium"
    LONG = "long"
    FULL = "full"
    SHORT_DATE = "short-date"
    """CLDR's, the date alone."""
    MEDIUM_DATE = "medium-date"
    LONG_DATE = "long-date"
    FULL_DATE = "full-date"
    SHORT_TIME = "short-time"
    """CLDR's, the clock alone."""
    MEDIUM_TIME = "medium-time"
    LONG_TIME = "long-time"
    FULL_TIME = "full-time"

    DATE = "date"
    """The norms' date in words, « 1er mai 2011 »."""
    WEEKDAY_DATE = "weekday-date"
    """The norms' date with its weekday, « vendredi 24 juin 2011 »."""
    ABBREVIATED_DATE = "abbreviated-date"
    """The norms' date with the month abbreviated, « 1er juill. 2011 » in Québec."""
    NUMERIC_DATE = "numeric-date"
    """The norms' date in figures, « 24/06/2011 » in France, « 2011-06-24 » in Québec."""
    CODED_DATE = "coded-date"
    """Québec's date with the month's code, for tables, « 24 JUN 2011 », in fr_CA alone."""
    MONTH = "month"
    """The month and year, for the headings of archives, « juin 2011 »."""
    CLOCK = "clock"
    """The clock as it is written, « 9 h 07 » and « 18 h »."""
    SCREEN_CLOCK = "screen-clock"
    """The clock as screens show it, « 9 h 07 » in Québec and with a colon in France."""
    STAMP = "stamp"
    """Date and clock on a screen, « 24 juin 2011 à 9 h 07 » in Québec."""
    ZONED_STAMP = "zoned-stamp"
    """The stamp with its zone, « 24 juin 2011 à 9 h 07 HAE »."""
    RUNNING_TEXT = "running-text"
    """Date and clock in a sentence, « le vendredi 24 juin 2011, à 9 h 07 » or « …, à midi »."""
