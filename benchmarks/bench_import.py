"""Import time: of the face, of the values, beside attrs alone. Each in fresh interpreters."""

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

if __name__ == "__main__":
    runs = [{name: microseconds(code) for name, code in CASES.items()} for _ in range(11)]
    medians = {name: statistics.median(run[name] for run in runs) for name in CASES}
    table("Import, ratio to attrs", medians, "import attrs")
