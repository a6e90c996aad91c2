"""Where dates are looked for in a text, and which forms are tried where."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import attrs

from blogmodel.dates._ago import ago_at
from blogmodel.dates._by_calendar import calendar_at, days_from
from blogmodel.dates._clocks import clock_at, clock_first
from blogmodel.dates._context import Context, Refused
from blogmodel.dates._days import day_at, day_of
from blogmodel.dates._points import at_clock, day_reading, is_later, shell_reading, with_year
from blogmodel.dates._reading import Form, Precision, Reading, Refusal
from blogmodel.dates._spans import days_of_a_month, months_of_a_year, range_at, ranged
from blogmodel.dates._words import MONTHS, NUMBER_WORDS, WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["date_at", "dates_in"]


def date_at(text: str, at: int, context: Context) -> Reading | None:
    """Return the date that begins there in a plain text, if any, as far as it goes.

    Raises:
        Refused: there is one, and it cannot be read.
    """
    if "0" <= text[at] <= "9":
        forms = _IN_FIGURES
    else:
        word = _WORD.match(text, at)
        forms = () if word is None else _FORMS.get(word[0], ())
    for form in forms:
        found = form(text, at, context)
        if found is not None:
            return found
    return None


def dates_in(text: str, context: Context) -> Iterator[Reading | Refused]:
    """Yield the dates of a plain text in order, and what looks like one and cannot be read.

    It takes time linear in the text.
    """
    at = 0
    while (match := _CANDIDATE.search(text, at)) is not None:
        at = match.end()
        try:
            found = date_at(text, match.start(), context)
        except Refused as refused:
            at = max(at, refused.stop)
            yield refused
            continue
        if found is not None:
            at = max(at, found.stop)
            yield found


def _day(text: str, at: int, context: Context) -> Reading | None:
    found = day_reading(text, at, context)
    if found is None or found.stop == len(text):
        return found
    return ranged(text, found, context) or found


def _clock(text: str, at: int, context: Context) -> Reading | None:
    """Read a clock with the day that follows it; alone, it is today's."""
    lead = _AT.match(text, at)
    start = at if lead is None else lead.end()
    if start == len(text):
        return None
    clock = clock_first(text, start)
    if clock is None:
        return None
    if lead is not None and lead[1] is not None:
        clock = clock._replace(approximate=True)
    # « Jean 3:16 le 24 juin » tells no clock.
    if lead is None and not context.alone and text[max(0, at - 2) : at].strip().isalnum():
        return None
    joint = _CLOCK_TO_DAY.match(text, clock.stop)
    if joint is not None and joint.end() < len(text):
        day = day_at(text, joint.end(), context)
        if day is not None and day.precision is _DAY:
            known = day if day.year is not None else with_year(day, clock, context)
            return at_clock(text, at, known, clock._replace(stop=day.stop), context)
    # « 2 heures » alone is a duration, « 2 h » and « vers 2 heures » are clocks.
    exact = lead is None or lead[1] not in {None, "vers"}
    if not context.alone or (exact and _HOURS.fullmatch(text, start, clock.stop)):
        return None
    found = at_clock(text, at, day_of(context.today, Form.CLOCK), clock, context)
    return ranged(text, found, context) or found


def _calendar(text: str, at: int, context: Context) -> Reading | None:
    day = calendar_at(text, at, context)
    if day is None:
        return None
    clock = None
    if day.stop < len(text) and day.precision is _DAY:
        clock = clock_at(text, day.stop)
    if clock is None:
        if day.bare:
            return None
        return Reading(
            value=day.value,
            precision=day.precision,
            form=Form.CALENDAR,
            start=at,
            stop=day.stop,
        )
    if day.evening and clock.hour < _NOON:
        if clock.hour < _AFTER_DARK and "apres" not in text[at : day.stop]:
            raise Refused(Refusal.AMBIGUOUS, "such a clock may be of the night after", clock.stop)
        clock = clock._replace(hour=clock.hour + _NOON)
    value = day.value
    if day.bare and value == context.today and is_later(clock, context):
        value = days_from(value, -7, clock.stop)
    found = at_clock(text, at, day_of(value, Form.CALENDAR), clock, context)
    return ranged(text, found, context) or found


def _ago(text: str, at: int, context: Context) -> Reading | None:
    found = ago_at(text, at, context)
    if found is None:
        return None
    return Reading(
        value=found.value,
        precision=found.precision,
        form=Form.RELATIVE,
        start=at,
        stop=found.stop,
        approximate=found.approximate,
    )


def _about(text: str, at: int, context: Context) -> Reading | None:
    lead = _ABOUT.match(text, at)
    if lead is None or lead.end() == len(text) or _ABOUT.match(text, lead.end()):
        return None
    found = date_at(text, lead.end(), context)
    if found is None or found.form is Form.RELATIVE:
        return None
    if lead[1] is not None and found.precision in _EXACT:
        return None
    return attrs.evolve(found, start=at, approximate=True)


_NOON, _AFTER_DARK, _DAY = 12, 5, Precision.DAY
_WORD = re.compile("[a-z]+")
# Not within a word, an address, a tag or a number such as 12,50.
_CANDIDATE = re.compile(r"(?<![\w/\\@#=&$-])(?<![0-9][.,:])(?:[0-9]+|[a-z]+)")
_AT = re.compile(r"(?:(vers|environ|around|about)|a|at) ")
_HOURS = re.compile("[0-9]{1,2} ?(?:heures?|hrs?)")
_CLOCK_TO_DAY = re.compile(r"(?: ?[,|·-] ?| )(?:le |on |the |du )?")
_ABOUT = re.compile(
    r"(?:(debut|fin|milieu|mi|courant|early|late|mid|end|beginning)[ -](?:de |du |d'|of )?"
    r"|(?:vers|autour|environ|around|about|circa) )(?:le |la |du |the )?"
)
# « Fin juin » is roughly then; « fin : 24 juin » is not.
_EXACT = (Precision.DAY, Precision.HOUR, Precision.MINUTE, Precision.SECOND)

_Form = Callable[[str, int, Context], Reading | None]
_IN_FIGURES: tuple[_Form, ...] = (_day, days_of_a_month, _clock, _ago)
_BEGINNINGS: tuple[tuple[Iterable[str], tuple[_Form, ...]], ...] = (
    (WEEKDAYS, (shell_reading, _day, days_of_a_month, _calendar)),
    (MONTHS, (days_of_a_month, _day, months_of_a_year)),
    ("du de d des from entre between".split(), (range_at,)),
    ("le the on ce la l".split(), (_day, days_of_a_month, _calendar)),
    (
        "hier avant aujourd demain apres yesterday today tomorrow last next this cet cette semaine"
        " annee mois an".split(),
        (_calendar,),
    ),
    ("a at midi minuit noon midnight vers environ around about".split(), (_clock,)),
    (
        "il y ca voila voici depuis dans en d in within after apres presque pres a environ about"
        " around peu plus moins quelques few some half almost nearly approximately over more less"
        " just right now maintenant moments".split(),
        (_ago,),
    ),
    (NUMBER_WORDS, (_ago,)),
    (
        "vers autour environ around about circa debut fin milieu mi courant early late mid end"
        " beginning".split(),
        (_about,),
    ),
    (("premier", "first", *NUMBER_WORDS), (_day,)),
)


def _forms() -> dict[str, tuple[_Form, ...]]:
    """Return the forms that a date may have, by its first word, in the order they are tried."""
    forms: dict[str, tuple[_Form, ...]] = {}
    for words, own in _BEGINNINGS:
        for word in words:
            tried = forms.get(word, ())
            forms[word] = (*tried, *(form for form in own if form not in tried))
    return forms


_FORMS = _forms()
