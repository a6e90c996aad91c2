"""What a page of HTML says by itself, in the reader's words, as HTML."""

from __future__ import annotations

from datetime import UTC
from functools import cached_property
from typing import TYPE_CHECKING

from blogmodel.dates import Formatter, Style, rfc3339
from blogmodel.errors import InvalidValueError, StyleError
from blogmodel.formats._html_escape import escaped
from blogmodel.messages import Label, Messages

if TYPE_CHECKING:
    from datetime import datetime, tzinfo
    from enum import Enum

    from blogmodel.formats._html_options import HtmlOptions
    from blogmodel.messages import Message

__all__ = ["Words"]

# Languages written from right to left.
_LEFTWARDS = frozenset("ar arc ckb dv fa he ks nqo ps sd syr ug ur yi".split())


class Words:
    """The words and dates of one page."""

    def __init__(self, options: HtmlOptions) -> None:
        self._messages = Messages(options.locale)
        self._locale = options.locale
        self._zone = options.zone
        self._labels: dict[Enum, str] = {}

    @property
    def language(self) -> str:
        """The tag of the page's language."""
        return self._locale.replace("_", "-")

    @property
    def direction(self) -> str:
        """That in which the page's language is written, as ``dir`` has it."""
        return "rtl" if self._locale.partition("_")[0] in _LEFTWARDS else "ltr"

    def label(self, label: Enum) -> str:
        """Tell a label."""
        told = self._labels.get(label)
        if told is None:
            told = self._labels[label] = escaped(self._messages.label(label))
        return told

    def say(self, message: Message) -> str:
        """Tell a message."""
        return escaped(self._messages.render(message))

    def stamp(self, moment: datetime, name: str) -> str:
        """Write a date and its clock.

        Args:
            moment: the moment.
            name: the class of the element.
        """
        return _time(moment, name, _told(moment, self._stamp))

    def day(self, moment: datetime) -> str:
        """Write a date without its clock."""
        return f'<time datetime="{rfc3339(moment)}">{_told(moment, self._day)}</time>'

    def edited(self, moment: datetime) -> str:
        """Say that something was edited, and when."""
        when = _told(moment, self._stamp)
        return (
            f'<time class="dt-updated" datetime="{rfc3339(moment)}" title="{when}">'
            f"{self.label(Label.EDITED)}</time>"
        )

    @cached_property
    def _stamp(self) -> tuple[Formatter, Formatter]:
        return self._formatters(Style.STAMP, Style.MEDIUM)

    @cached_property
    def _day(self) -> tuple[Formatter, Formatter]:
        return self._formatters(Style.DATE, Style.LONG_DATE)

    def _formatters(self, style: Style, otherwise: Style) -> tuple[Formatter, Formatter]:
        """Return what writes dates in the reader's zone, and in UTC."""
        zones: tuple[tzinfo, tzinfo] = (self._zone or UTC, UTC)
        try:
            there, utc = (Formatter(style, locale=self._locale, tz=zone) for zone in zones)
        except StyleError:  # The norms tell of French and English alone.
            there, utc = (Formatter(otherwise, locale=self._locale, tz=zone) for zone in zones)
        return there, utc


def _time(moment: datetime, name: str, text: str) -> str:
    return f'<time class="{name}" datetime="{rfc3339(moment)}">{text}</time>'


def _told(moment: datetime, formatters: tuple[Formatter, Formatter]) -> str:
    there, utc = formatters
    try:
        return escaped(there(moment))
    except InvalidValueError:  # In that zone it is before the year 1, or after 9999.
        return escaped(utc(moment))
