"""What holds of every filter that writes: no naive moment is guessed at, apostrophes are curly."""

import re
from datetime import date, datetime, timedelta
from unittest import SkipTest

from blogmodel.errors import shown
from blogmodel.testing._dates_bench import NOW, DatesBench
from blogmodel.testing._handle import Broken, is_refusal
from blogmodel.testing.laws._dates_making import DAYS, NOWS, ages, date_law
from blogmodel.testing.naive._dates import plain

__all__ = ["naive_refused", "typographic_apostrophes"]


@date_law(
    "naive-refused",
    "A datetime without a zone is refused, not taken for UTC nor for the machine's own zone.",
    DAYS,
)
def naive_refused(bench: DatesBench, day: date) -> None:
    """Require an error of ``format`` and ``relative``, whichever are there.

    French has no norm for this: it is a rule of good houses, which a filter whose caller promises
    aware moments may declare not to keep.
    """
    naive = datetime.combine(day, datetime.min.time())
    calls = (("format", (naive,)), ("relative", (naive, NOW)), ("relative", (NOW, naive)))
    there = [(name, given) for name, given in calls if bench.handle.can(name)]
    if not there:
        raise SkipTest("it has no format() and no relative()")
    for name, given in there:
        bench.asked[:] = [f"{name}:".ljust(11) + ", ".join(map(bench.told, given))]
        try:
            text = bench.handle.call(name, *given)
        except Broken as broken:
            if not is_refusal(broken.__cause__):
                raise
            continue
        raise Broken(f"{name}() takes a naive datetime, and says {shown(text)}")


@date_law(
    "typographic-apostrophes",
    "Apostrophes are ’ (U+2019), as in « aujourd’hui » and « à l’instant ».",
    NOWS,
    ages(timedelta(0), timedelta(days=400)),
)
def typographic_apostrophes(bench: DatesBench, now: datetime, age: timedelta) -> None:
    """Require no straight apostrophe between letters in what ``format`` and ``relative`` say."""
    there = [name for name in ("format", "relative") if bench.handle.can(name)]
    if not there:
        raise SkipTest("it has no format() and no relative()")
    for name in there:
        for moment in (now - age, now):
            text = bench.write(moment) if name == "format" else bench.tell(moment, now)
            found = re.search(r"\w*[^\W\d]'[^\W\d]\w*", plain(text))
            if found:
                right = found[0].replace("'", "’")
                raise Broken(f"{shown(text)} has « {found[0]} »; it is « {right} »")
