"""A time told by how long ago it was, or how far ahead: « il y a 5 minutes », « dans 3 jours »."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import partial

import attrs

from blogmodel import _checks
from blogmodel.dates._calendar import clipped, standard, whole_months
from blogmodel.dates._format import Formatter
from blogmodel.dates._locales import locale_name
from blogmodel.dates._moments import is_day
from blogmodel.dates._norms import RELATIVE
from blogmodel.dates._phrases import Phrases, phrases_of
from blogmodel.dates._styles import Style
from blogmodel.dates._thresholds import DEFAULT, Thresholds
from blogmodel.dates._zones import zone

__all__ = ["RelativeFormatter", "relative"]


def relative(  # noqa: PLR0913 - what a RelativeFormatter is made of, each by its name
    moment: date,
    *,
    locale: str,
    now: datetime,
    tz: tzinfo | str,
    thresholds: Thresholds = DEFAULT,
    just_now: str | None = None,
) -> str:
    """Tell how long ago a moment was, or how far ahead it is; see `RelativeFormatter`.

    Args:
        moment: an aware datetime, or a date, which is told in whole days of the calendar.
        locale: any that CLDR has.
        now: the time at which it is read, aware.
        tz: the reader's zone, or its name.
        thresholds: from which age on it is told in which unit.
        just_now: what is told of less than a minute; None for what the locale has for it.

    Raises:
        InvalidValueError: a datetime is naive, or a plain date is to be told that leaves the years
            1 to 9999 in that zone.
        InvalidTypeError: the moment, now or just_now is of another type.
        UnknownLocaleError: there is no such locale.
        UnknownZoneError: there is no such zone.

    >>> from datetime import UTC, date, datetime
    >>> now = datetime(2011, 6, 24, 13, 7, tzinfo=UTC)
    >>> relative(datetime(2011, 6, 24, 12, 8, tzinfo=UTC), locale="fr_CA", now=now, tz="UTC")
    'il y a 59 minutes'
    >>> relative(date(2011, 6, 27), locale="fr_CA", now=now, tz="UTC")
    'dans 3 jours'
    """
    told = RelativeFormatter(locale=locale, tz=tz, thresholds=thresholds, just_now=just_now)
    return told.ago(moment, now=now)


@attrs.frozen(kw_only=True)
class RelativeFormatter:
    """Tells how long ago moments were, or how far ahead they are, to one reader.

    The largest unit of which one is whole is told, and how many of it are whole; nothing is
    rounded up, neither in the past nor in the future: 59 minutes are 59 minutes, 45 days 1 month.
    Less than a minute is « à l’instant », on either side of now.

    Minutes to weeks are what has gone by, so that a day is 24 hours also where clocks were put
    forward or back. Months and years are those of the reader's calendar: one is whole when its
    day has come again, at the same clock; in a month that lacks that day, on the first of the
    next. So from 31 January to 28 February there is none, and 29 February 2008 is 1 year ago from
    1 March 2009 on. java.time counts so.

    A date without a clock is told in days of the reader's calendar, of 24 hours for the
    thresholds; today's is « aujourd’hui ».

    The norms' locales are written by the norms, with CLDR's words; other locales by CLDR alone, as
    Babel has it. There the names for now and today are missing, and 42 seconds are told in seconds,
    today as 0 days, and a plain date as `Style.LONG_DATE`. A word for now can be given, such as the
    one that `blogmodel.messages.phrases.just_now` has in a program's own catalog.

    It is a value made once, for as many moments as there are: telling one that is in UTC, with a
    ``now`` in UTC, takes a third of a microsecond.

    Attributes:
        locale: any that CLDR has; kept by its CLDR name.
        tz: the reader's zone, or its name in the IANA database; kept as a tzinfo.
        thresholds: from which age on a moment is told in which unit.
        just_now: what is told of less than a minute; None for what the locale has for it.

    Raises:
        UnknownLocaleError: there is no such locale.
        UnknownZoneError: there is no such zone.
        InvalidTypeError: the thresholds are no Thresholds, or just_now is no str.

    >>> from datetime import UTC, datetime
    >>> told = RelativeFormatter(locale="fr_CA", tz="America/Montreal")
    >>> now = datetime(2011, 6, 24, 13, 7, tzinfo=UTC)
    >>> told.ago(datetime(2011, 5, 10, 13, 7, tzinfo=UTC), now=now)
    'il y a 1 mois'
    >>> told.ago(now, now=now)
    'à l’instant'
    """

    locale: str = attrs.field(converter=locale_name)
    # Zones of dateutil are equal by value and have no hash.
    tz: tzinfo = attrs.field(converter=zone, hash=False)
    thresholds: Thresholds = DEFAULT
    just_now: str | None = None
    _past: Phrases = attrs.field(init=False, eq=False, repr=False)
    _future: Phrases = attrs.field(init=False, eq=False, repr=False)
    _steps: _Steps = attrs.field(init=False, eq=False, repr=False)
    _date: Formatter | None = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        example = "Thresholds(weeks=None)"
        _checks.instance("RelativeFormatter", "thresholds", self.thresholds, Thresholds, example)
        past, future = phrases_of(self.locale)
        if self.just_now is not None:
            word = _checks.text("RelativeFormatter", "just_now", self.just_now)
            past, future = past.with_just_now(word), future.with_just_now(word)
        steps = _DEFAULT_STEPS if self.thresholds is DEFAULT else _Steps.of(self.thresholds)
        fields = {"_past": past, "_future": future, "_steps": steps, "_date": self._dates()}
        for field, value in fields.items():
            object.__setattr__(self, field, value)

    def ago(self, moment: date, *, now: datetime) -> str:
        """Tell how long ago a moment was, or how far ahead it is.

        Args:
            moment: an aware datetime, or a date.
            now: the time at which it is read, aware.

        Raises:
            InvalidValueError: a datetime is naive.
            InvalidTypeError: the moment or now is of another type.
        """
        if (
            type(moment) is datetime
            and type(now) is datetime
            and moment.tzinfo is UTC
            and now.tzinfo is UTC
        ):
            return self._told(now - moment, moment, now)
        here = standard("relative", "now", now)
        if is_day(moment):
            return self._told_by_day(moment, clipped(here, self.tz).date())
        there = standard("relative", "moment", moment)
        return self._told(_elapsed(there, here), there, here)

    def _told(self, age: timedelta, moment: datetime, now: datetime) -> str:
        phrases = self._past
        if age.days < 0:
            age, phrases = -age, self._future
        seconds = age.days * _DAY + age.seconds
        steps = self._steps
        if seconds >= steps.far:
            told = self._told_far(seconds, moment, now, phrases)
            if told is not None:
                return told
        if seconds < steps.minutes:
            return phrases.just_now[seconds]
        if seconds < steps.hours:
            return phrases.minutes[seconds // 60]
        if seconds < steps.days:
            return phrases.hours[seconds // 3600]
        if seconds < steps.weeks:
            return phrases.days[seconds // _DAY]
        return phrases.weeks[seconds // _WEEK]

    def _told_by_day(self, day: date, today: date) -> str:
        days = today.toordinal() - day.toordinal()
        phrases = self._past if days > 0 else self._future
        seconds = abs(days) * _DAY
        if not days:
            return phrases.today
        if seconds >= self._steps.far:
            told = self._told_far(seconds, day, today, phrases)
            if told is not None:
                return told
        if seconds < self._steps.weeks:
            return phrases.days[abs(days)]
        return phrases.weeks[abs(days) // 7]

    def _told_far(self, seconds: int, moment: date, now: date, phrases: Phrases) -> str | None:
        """Tell what is far enough for the calendar; None where not even a month is whole."""
        steps = self._steps
        if self._date is not None and seconds >= steps.date:
            return self._date(moment)
        if seconds >= steps.years:
            years = _certain_years(seconds // _DAY)
            if years:
                return phrases.years[years]
        months = _certain_months(moment, now)
        if not months:
            there, here = self._local(moment), self._local(now)
            months = whole_months(there, here) if there < here else whole_months(here, there)
        if months >= _YEAR and seconds >= steps.years:
            return phrases.years[months // _YEAR]
        if months and seconds >= steps.months:
            return phrases.months[months]
        return None

    def _local(self, moment: date) -> date:
        return clipped(moment, self.tz) if isinstance(moment, datetime) else moment

    def _dates(self) -> Formatter | None:
        if self.thresholds.date is None:
            return None
        style = Style.DATE if self.locale in RELATIVE else Style.LONG_DATE
        return Formatter(style, locale=self.locale, tz=self.tz)

    def __reduce__(self) -> tuple[partial[RelativeFormatter], tuple[()]]:
        # The phrases are made again, not carried along.
        public = ("locale", "tz", "thresholds", "just_now")
        return partial(RelativeFormatter, **{field: getattr(self, field) for field in public}), ()


def _elapsed(since: datetime, until: datetime) -> timedelta:
    elapsed = until - since
    if since.tzinfo is until.tzinfo:  # Then Python subtracts what their clocks show.
        elapsed -= _offset(until) - _offset(since)
    return elapsed


def _offset(moment: datetime) -> timedelta:
    return moment.utcoffset() or timedelta()


def _certain_years(days: int) -> int:
    """Return how many years so many days are, or 0 where it depends on which days and which zone.

    Any number of months is within 5 days of its share of the 146 097 days of 400 years, zones
    move clocks by less than 2, and a part of a day was cut off.
    """
    least, most = (days - 7) * 400 // 146_097, (days + 8) * 400 // 146_097
    return least if least == most else 0


def _certain_months(moment: date, now: date) -> int:
    """Return how many months are whole, or 0 where it depends on the zone.

    Between two zones a day moves by two at most, so that days that are apart stay so, and days in
    the middle of a month stay in it.
    """
    first, last = (moment, now) if moment < now else (now, moment)
    start, end = first.day, last.day
    if -_APART < end - start < _APART or not (_EARLY < start < _LATE and _EARLY < end < _LATE):
        return 0
    return (last.year - first.year) * 12 + last.month - first.month - (end < start)


_APART, _EARLY, _LATE = 4, 3, 26
_DAY, _WEEK, _YEAR = 86_400, 604_800, 12  # In seconds, seconds and months.
_NEVER = timedelta.max // timedelta(seconds=1) + 1


@attrs.frozen
class _Steps:
    """From which second on each unit is told; one left out begins where the next one does."""

    minutes: int
    hours: int
    days: int
    weeks: int
    months: int
    years: int
    date: int
    far: int
    """From here on the calendar is asked, or the date is told."""

    @classmethod
    def of(cls, thresholds: Thresholds) -> _Steps:
        weeks, months, years, date_ = map(
            _seconds, (thresholds.weeks, thresholds.months, thresholds.years, thresholds.date)
        )
        days = min(_seconds(thresholds.days), weeks)
        hours = min(_seconds(thresholds.hours), days)
        far = min(months, years, date_)
        return cls(_seconds(thresholds.minutes), hours, days, weeks, months, years, date_, far)


def _seconds(threshold: timedelta | None) -> int:
    return _NEVER if threshold is None else threshold // timedelta(seconds=1)


_DEFAULT_STEPS = _Steps.of(DEFAULT)
