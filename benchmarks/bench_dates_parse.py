"""How many dates each reader reads as the norms say, and how fast: ours, and six peers'."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime
from functools import partial
from time import process_time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from _date_peers import Readers, peers
from _timing import compare
from blogmodel import dates
from blogmodel.dates import Precision
from date_corpus import NOW, ROWS, ZONE, Row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

OURS = "blogmodel"
RIGHT, REFUSED, WRONG = "right", "refused", "wrong"
# What reads these has the least to look for: where a fast reader shows.
SIMPLE = {
    *("2011-06-24", "2011-06-24T09:07:00Z", "2011-06-24 09:07:33", "24 juin 2011", "24/06/2011"),
    *("vendredi 24 juin 2011", "24 juin 2011 à 09:07", "Fri, 24 Jun 2011 09:07:00 +0000"),
    *("24 juin 2011 à 9 h 07", "June 24, 2011", "il y a 3 jours", "hier"),
}
_CLOCKS = {Precision.HOUR: 13, Precision.MINUTE: 16, Precision.SECOND: 19}


def answer(readers: Readers, row: Row) -> date | None:
    """Return what is read of a row, or None where it is refused, in whatever way."""
    try:
        value = readers[row.locale, row.tz](row.text)
    except Exception:  # noqa: BLE001 - a reader that raises has refused
        return None
    return value if isinstance(value, date) else None


def judged(row: Row, value: date | None) -> str:
    """Tell whether an answer is the row's, at the row's own precision."""
    if value is None:
        return RIGHT if row.expected is None else REFUSED
    same = row.expected is not None and told(row, value) == told(row, row.expected)
    return RIGHT if same else WRONG


def told(row: Row, value: date) -> object:
    """Return as much of a value as a row's precision tells: of an instant, or of a local day."""
    if row.precision in _CLOCKS:
        return None if not isinstance(value, datetime) else _instant(row, value)
    day = value if not isinstance(value, datetime) else _aware(row, value).date()
    match row.precision:
        case Precision.YEAR:
            return day.year
        case Precision.MONTH:
            return day.year, day.month
        case Precision.WEEK:
            return day.isocalendar()[:2]
    return day.year, day.month, day.day


def _instant(row: Row, value: datetime) -> str:
    return _aware(row, value).astimezone(UTC).isoformat()[: _CLOCKS[row.precision]]


def _aware(row: Row, value: datetime) -> datetime:
    """Return a datetime in the reader's zone; a naive one is taken to be."""
    there = ZoneInfo(row.tz)
    return value.replace(tzinfo=there) if value.tzinfo is None else value.astimezone(there)


def accuracy(verdicts: dict[str, dict[Row, str]]) -> None:
    """Print for each kind, and for all, how many rows are right, refused and wrong."""
    kinds = list(dict.fromkeys(row.kind for row in ROWS))
    print(f"Dates read at {NOW:%Y-%m-%d %H:%M:%S}: right / refused / wrong.")
    print("Of a range the first day counts. A text to be refused is right when it is.\n")
    print(f"{'':<26}{'rows':>5}" + "".join(f"{name:>16}" for name in verdicts))
    lines = [(kind, [row for row in ROWS if row.kind == kind]) for kind in kinds]
    lines.append(("all dates", [row for row in ROWS if row.expected is not None]))
    lines.append(("all to be refused", [row for row in ROWS if row.expected is None]))
    lines.append(("all", list(ROWS)))
    for title, rows in lines:
        cells = (_cell(verdict[row] for row in rows) for verdict in verdicts.values())
        print(f"{title:<26}{len(rows):>5}" + "".join(f"{cell:>16}" for cell in cells))
    cells = (f"{_share(verdict):.1%}" for verdict in verdicts.values())
    print(f"{'right of all':<31}" + "".join(f"{cell:>16}" for cell in cells))


def _cell(verdicts: Iterable[str]) -> str:
    counts = Counter(verdicts)
    return " / ".join(str(counts[verdict]) for verdict in (RIGHT, REFUSED, WRONG))


def _share(verdict: dict[Row, str]) -> float:
    return sum(each == RIGHT for each in verdict.values()) / len(verdict)


def speed(ready: dict[str, Readers], verdicts: dict[str, dict[Row, str]]) -> None:
    """Print the time of a row, of those that a peer and we both read right."""
    print("\nMicroseconds a row, of the rows that both read right, side by side")
    print(f"  {'':<30}{'rows':>6}{'peer':>12}{'ours':>12}{'ratio':>9}")
    both = {
        name: [
            row
            for row in ROWS
            if row.expected is not None and verdicts[name][row] == verdicts[OURS][row] == RIGHT
        ]
        for name in ready
        if name != OURS
    }
    for name, rows in both.items():
        _line(name, rows, ready)
        _line(f"{name}, simple ones", [row for row in rows if row.text in SIMPLE], ready)


FORMS = (
    *("24 juin 2011 à 09:07", "24 juin 2011", "vendredi 24 juin 2011", "24/06/2011"),
    *("2011-06-24T09:07:00Z", "Fri, 24 Jun 2011 09:07:00 +0000", "il y a 3 jours", "hier"),
)


def forms(ready: dict[str, Readers], verdicts: dict[str, dict[Row, str]]) -> None:
    """Print the time of single forms, read again and again, beside the peers that read them."""
    print("\nMicroseconds of single forms; ratios to ours of the peers that read them")
    print(f"  {'':<36}{'ours':>8}{'dateparser':>12}{'dateutil':>12}")
    for text in FORMS:
        row = next(row for row in ROWS if row.text == text)
        names = [name for name in ("dateparser", "dateutil") if verdicts[name][row] == RIGHT]
        runs = {name: _run(ready[name], [row] * 100) for name in (OURS, *names)}
        medians = compare(runs, clock=process_time)
        ours = medians[OURS]
        cells = [
            f"{medians[name] / ours:.1f}" if name in medians else "–"
            for name in ("dateparser", "dateutil")
        ]
        each = ours / 100 / REPEATS * 1e6
        print(f"  {text:<36}{each:>8.1f}" + "".join(f"{cell:>12}" for cell in cells))


def _line(title: str, rows: Sequence[Row], ready: dict[str, Readers]) -> None:
    if not rows:
        print(f"  {title:<30}{0:>6}")
        return
    name = title.partition(",")[0]
    runs = {each: _run(ready[each], rows) for each in (name, OURS)}
    medians = compare(runs, clock=process_time)
    peer, ours = (medians[each] / len(rows) / REPEATS * 1e6 for each in (name, OURS))
    print(f"  {title:<30}{len(rows):>6}{peer:>12.1f}{ours:>12.1f}{peer / ours:>9.2f}")


SHAPES = {
    "prose": "Je passe au maximum 45 minutes par jour, écrit le 3 mars. ",
    "dates": "le vendredi 24 juin 2011, à 9 h 07, ",
    "numbers": "24 ",
    "words of numbers": "un ",
    "durations": "3 h ",
    "ranges": "du 7 au ",
    "zones": "9 h 07 heure de ",
    "marks": "e\u0301",
    "spaces": " \n",
}
LENGTHS = (1_000, 10_000, 100_000, 1_000_000)


def lengths() -> None:
    """Print the time of finding dates in longer and longer texts, a character."""
    print("\nNanoseconds a character, of find(), by the length of the text")
    print(f"  {'':<30}" + "".join(f"{length:>12,}" for length in LENGTHS))
    for name, piece in SHAPES.items():
        texts = [(piece * (length // len(piece) + 1))[:length] for length in LENGTHS]
        runs = {str(len(text)): partial(_find, text) for text in texts}
        medians = compare(runs, rounds=3, clock=process_time)
        cells = (medians[str(length)] / length * 1e9 for length in LENGTHS)
        print(f"  {name:<30}" + "".join(f"{cell:>12.0f}" for cell in cells))


def _find(text: str) -> None:
    dates.find(text, locale="fr_CA", now=NOW, tz=ZONE)


REPEATS = 3


def _run(readers: Readers, rows: Sequence[Row]) -> Callable[[], None]:
    calls = [partial(readers[row.locale, row.tz], row.text) for row in rows]

    def run() -> None:
        for _ in range(REPEATS):
            for call in calls:
                call()

    return run


if __name__ == "__main__":
    ready, missing = peers()
    for name, why in missing.items():
        print(f"{name}: {why}")
    found = {
        name: {row: judged(row, answer(readers, row)) for row in ROWS}
        for name, readers in ready.items()
    }
    accuracy(found)
    speed(ready, found)
    forms(ready, found)
    lengths()
