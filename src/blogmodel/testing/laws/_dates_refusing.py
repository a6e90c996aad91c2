"""What is refused rather than guessed: days and clocks that are none, and texts without a date."""

from calendar import monthrange
from datetime import date, datetime

from hypothesis import strategies as st

from blogmodel.testing._dates_bench import DatesBench, visible
from blogmodel.testing._handle import Broken
from blogmodel.testing.laws._dates_expecting import expect_refusal, in_words
from blogmodel.testing.laws._dates_making import OLD_DAYS, date_law
from blogmodel.testing.naive._dates import MONTHS

__all__ = [
    "broken_accents",
    "impossible_clocks_refused",
    "impossible_days_refused",
    "never_guessed",
    "never_swapped",
]

_YEARS = st.integers(1971, 2037)
_IMPOSSIBLE = st.builds(
    lambda year, month, more: (year, month, min(monthrange(year, month)[1] + more, 31)),
    _YEARS,
    st.sampled_from([2, 4, 6, 9, 11]),
    st.integers(1, 3),
)
_DAY_FORMS = ("{0} {name} {2}", "{0:02}/{1:02}/{2}", "{2}-{1:02}-{0:02}")


@date_law(
    "impossible-days-refused",
    "Days that no calendar has are refused: 31 février, 29 février 2011, 31 avril.",
    _IMPOSSIBLE,
    st.sampled_from(_DAY_FORMS),
    needs="parse",
)
def impossible_days_refused(bench: DatesBench, day: tuple[int, int, int], form: str) -> None:
    """Require a day past the end of its month to be refused, in words and in figures."""
    year, month, number = day
    text = form.format(number, month, year, name=MONTHS[month - 1])
    last = monthrange(year, month)[1]
    expect_refusal(bench, text, f"{MONTHS[month - 1]} {year} has {last} days")


@date_law(
    "impossible-clocks-refused",
    "Clocks that none shows are refused: 25 h, 9 h 60, 09:75.",
    OLD_DAYS,
    st.tuples(st.integers(25, 99), st.integers(0, 59))
    | st.tuples(st.integers(0, 23), st.integers(60, 99)),
    st.sampled_from(["{0} h {1:02}", "{0:02}:{1:02}", "{0}h{1:02}"]),
    needs="parse",
)
def impossible_clocks_refused(
    bench: DatesBench, day: date, clock: tuple[int, int], form: str
) -> None:
    """Require an hour above 24 or a minute above 59 to be refused, and not to be left out."""
    text = f"{in_words(day)} à {form.format(*clock)}"
    expect_refusal(bench, text, "no clock shows that")


@date_law(
    "never-swapped",
    "Figures that are no date day first are refused, not read month first: 06/24/2011.",
    st.builds(date, _YEARS, st.integers(1, 12), st.integers(13, 28)),
    needs="parse",
)
def never_swapped(bench: DatesBench, day: date) -> None:
    """Require a month above 12 to be refused: its neighbours may be month first as well."""
    text = f"{day.month:02}/{day.day:02}/{day.year}"
    expect_refusal(
        bench, text, f"no month is the {day.day}th, and its neighbours are read day first"
    )


_GUESSED = (
    *("", " ", "2011", "mai", "sept", "mars", "bonjour", "Répondre"),
    *("Le chat est sorti.", "un peu plus tard", "24 juinet 2011", "3 commentaires"),
)


@date_law(
    "never-guessed",
    "A bare year, a bare month, a misspelt one and prose are refused, not filled up from now.",
    st.sampled_from(_GUESSED),
    needs="parse",
)
def never_guessed(bench: DatesBench, text: str) -> None:
    """Require what is no date to be refused."""
    expect_refusal(bench, text, "it tells no day")


_SPOILT = (("é", "?"), ("é", "\ufffd"), ("é", "Ã©"), ("û", "?"), ("û", "\ufffd"), ("û", "Ã»"))


@date_law(
    "broken-accents",
    "A month whose accent an export broke is read rightly or refused, never read as another.",
    OLD_DAYS.map(lambda day: day.replace(day=min(day.day, 28))),
    st.sampled_from([2, 8, 12]),
    st.sampled_from(_SPOILT),
    needs="parse",
)
def broken_accents(bench: DatesBench, day: date, month: int, spoilt: tuple[str, str]) -> None:
    """Require « F?vrier » to be February or nothing."""
    day = day.replace(month=month)
    text = in_words(day).replace(*spoilt)
    came = bench.read(text)
    got = bench.there(came).date() if isinstance(came, datetime) else came
    if got not in (None, day):
        raise Broken(f"{visible(text)} is read as {got}; it is {day} or nothing")
