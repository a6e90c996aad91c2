"""Where filters of dates are tried, and how what they did is told."""

import re
from datetime import UTC, date, datetime, time
from functools import cached_property
from zoneinfo import ZoneInfo

import attrs

from blogmodel.errors import AdapterError, UnfitAdapterError, shown
from blogmodel.testing._dates import FilteredDates
from blogmodel.testing._handle import Broken, Handle, Loop, is_refusal
from blogmodel.testing._subject import Subject

__all__ = ["NOON", "NOW", "DatesBench", "visible"]

NOON = time(12)
NOW = datetime(2011, 6, 26, 16, 0, tzinfo=UTC)
"""When texts are read that tell their year."""
_SAMPLE = datetime(2011, 1, 21, 9, 7)  # noqa: DTZ001 - a clock of whichever zone is tried


@attrs.define(slots=False)
class DatesBench:
    """Where the filters of one subject are called; all moments go to them and come back here."""

    subject: Subject
    needs: frozenset[str]
    loop: Loop = attrs.field(factory=Loop)
    asked: list[str] = attrs.field(factory=list)

    @cached_property
    def dates(self) -> FilteredDates:
        """What is tried, and for whom."""
        given = self.loop.wait(self.subject.make())
        if not isinstance(given, FilteredDates):
            raise AdapterError("make", given, "what of_dates() makes")
        return given

    @cached_property
    def handle(self) -> Handle:
        """The functions, as they are called."""
        return Handle(self.dates, self.loop, self.subject.patience)

    @property
    def zone(self) -> ZoneInfo:
        """The reader's zone."""
        return self.dates.zone

    @property
    def is_quebec(self) -> bool:
        """Whether it is Québec's French."""
        return self.dates.locale == "fr_CA"

    def open(self) -> None:
        """Make sure that the functions are there that the law is about.

        Raises:
            SkipTest: one is not.
        """
        self.handle.need(self.needs)

    def at(self, day: date, clock: time = NOON) -> datetime:
        """Return the moment, in UTC, at which the zone's calendar and clock show that."""
        return datetime.combine(day, clock, self.zone).astimezone(UTC)

    def there(self, moment: datetime) -> datetime:
        """Return what the zone's calendar and clock show at a moment."""
        return moment.astimezone(self.zone)

    def write(self, moment: datetime) -> str:
        """Return what is written of a moment; nothing that was asked before is told."""
        self.asked.clear()
        return self.write_also(moment)

    def write_also(self, moment: datetime) -> str:
        """Return what is written of a moment; what was asked before is told too."""
        self.asked.append(f"moment:    {self.told(moment)}")
        return self._text("written", self.handle.call("format", moment), "format")

    def tell(self, moment: datetime, now: datetime) -> str:
        """Return how long ago it is said that a moment was."""
        self.asked.clear()
        return self.tell_also(moment, now)

    def tell_also(self, moment: datetime, now: datetime) -> str:
        """Return the same; what was asked before is told too."""
        away = abs(now - moment) if moment.utcoffset() is not None else "?"
        side = "before" if moment <= now else "after"
        self.asked += [
            f"moment:    {self.told(moment)}",
            f"now:       {self.told(now)}",
            f"           the moment is {away} {side} it",
        ]
        return self._text("told", self.handle.call("relative", moment, now), "relative")

    def read(self, text: str, now: datetime = NOW) -> date | None:
        """Return what a text is read as, or None where it is refused."""
        self.asked = [f"text:      {visible(text)}", f"now:       {self.told(now)}"]
        return self.read_also(text, now)

    def read_also(self, text: str, now: datetime) -> date | None:
        """Return the same of a text that is told already."""
        try:
            value: object = self.handle.call("parse", text, now)
        except Broken as broken:
            if not is_refusal(broken.__cause__):
                raise
            self.asked.append(f"refused:   {broken.problem}")
            return None
        if value is None:
            self.asked.append("refused:   parse() gave None")
            return None
        naive = isinstance(value, datetime) and value.utcoffset() is None
        if naive or not isinstance(value, date):
            raise AdapterError("parse", value, "an aware datetime, a date, or None to refuse")
        self.asked.append(f"read as:   {self.told(value)}")
        return value

    def told(self, value: date) -> str:
        """Say what a moment is, in UTC and in the zone."""
        if not isinstance(value, datetime):
            return f"{value}, a date"
        if value.utcoffset() is None:
            return f"{value}, naive"
        utc, there = value.astimezone(UTC), self.there(value)
        given = "" if value.tzinfo is UTC else f", given as {value.isoformat(' ')}"
        return (
            f"{utc.replace(tzinfo=None)} UTC, which is {there.replace(tzinfo=None)} "
            f"in {self.zone.key}{given}"
        )

    def _text(self, label: str, text: object, call: str) -> str:
        if not isinstance(text, str):
            raise AdapterError(call, text, "a str")
        self.asked.append(f"{f'{label}:':10} {shown(text)}")
        return text

    @cached_property
    def sample(self) -> str:
        """What is written of Friday 21 January 2011 at 9:07, or nothing where that fails."""
        try:
            return self.write(_SAMPLE.replace(tzinfo=self.zone).astimezone(UTC))
        except Broken:
            return ""
        finally:
            self.asked.clear()

    def story(self) -> str:
        """Return what was asked last, and what came."""
        return "\n".join(self.asked)

    def probe(self) -> None:
        """Make sure that what writes dates writes an ordinary one.

        Raises:
            UnfitAdapterError: it does not.
        """
        sample = self.at(_SAMPLE.date(), _SAMPLE.time())
        for name, args in (("format", (sample,)), ("relative", (sample, NOW))):
            if not self.handle.can(name):
                continue
            try:
                given = self.handle.call(name, *args)
            except Broken as broken:
                problem = f"{broken}, for {sample:%Y-%m-%d %H:%M} UTC"
                raise UnfitAdapterError(self.subject.name, problem) from broken.__cause__
            if not isinstance(given, str):
                problem = f"{name} must give a str; got {shown(given)}; is a return missing?"
                raise UnfitAdapterError(self.subject.name, problem)

    def close(self) -> Broken | None:
        """Let go of what was opened."""
        self.loop.close()
        return None


def visible(text: str) -> str:
    """Return a text as errors show it, with what looks like something else as its code."""
    return _ALIKE.sub(lambda match: f"\\u{ord(match[0]):04x}", shown(text))


_ALIKE = re.compile("[\u0300-\u036f\u2010-\u2013\ufffd]")
