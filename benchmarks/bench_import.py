"""Import time of the face, the values and the dates, beside attrs and Babel. Each starts afresh."""

import statistics
import subprocess
import sys

from _timing import table


def microseconds(code: str) -> float:
    """Return the time that imports take in a new interpreter, beyond its own start."""
    timed = f"import time; t = time.perf_counter(); {code}; print(time.perf_counter() - t)"
    command = [sys.executable, "-c", timed]
    return float(subprocess.run(command, check=True, capture_output=True).stdout)  # noqa: S603


CASES = {
    "import attrs": "import attrs",
    "import blogmodel": "import blogmodel",
    "from blogmodel import Comment": "from blogmodel import Comment",
    "from blogmodel import Comment, Thread, load": "from blogmodel import Comment, Thread, load",
}

FROM = "from datetime import UTC, date, datetime; from blogmodel import dates; "
NOW = "now = datetime(2011, 6, 24, tzinfo=UTC); "
DATES = {
    "import babel.dates": "import babel.dates",
    "…, and a date": (
        "from datetime import date; import babel.dates; "
        "babel.dates.format_date(date(2011, 6, 24), 'long', locale='fr_CA')"
    ),
    "import blogmodel.dates": "import blogmodel.dates",
    "…, and a date by the norms": (
        f"{FROM} dates.format(date(2011, 6, 24), 'date', locale='fr_CA')"
    ),
    "…, and a CLDR date": f"{FROM} dates.format(date(2011, 6, 24), 'long-date', locale='fr_CA')",
    "…, and a relative time": f"{FROM} {NOW} dates.relative(now, locale='fr', now=now, tz=UTC)",
    "…, and a date read": f"{FROM} {NOW} dates.parse('hier', locale='fr', now=now, tz=UTC)",
}


def told(title: str, cases: dict[str, str], base: str) -> None:
    """Print the medians of some imports as ratios to one."""
    runs = [{name: microseconds(code) for name, code in cases.items()} for _ in range(11)]
    medians = {name: statistics.median(run[name] for run in runs) for name in cases}
    table(title, medians, base)


if __name__ == "__main__":
    told("Import, ratio to attrs", CASES, "import attrs")
    told("Import, ratio to babel.dates", DATES, "import babel.dates")
