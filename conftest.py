"""Run every example: the blocks of README and docs, and the doctests of docstrings.

``python`` blocks are run, and what they show after ``>>>`` is compared; so are ``console`` blocks,
from the project's folder. ``sh`` blocks set things up: the gate runs them itself.
"""

import doctest
import os
import shlex
import subprocess
import sys
from pathlib import Path

from sybil import Example, Sybil
from sybil.document import PythonDocStringDocument
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser
from sybil.parsers.rest import DocTestParser

HERE = Path(__file__).parent
OPTIONS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def run_console(example: Example) -> str | None:
    """Run each command of a block and compare what it prints; ``…`` alone stands for some lines."""
    for part in f"\n{example.parsed}".split("\n$ ")[1:]:
        line, _, expected = part.partition("\n")
        program, *arguments = shlex.split(line)
        if program != "blogmodel":
            return f"console blocks run blogmodel, not {program}"
        done = subprocess.run(  # noqa: S603 - our own shell, on our own examples
            [sys.executable, "-m", "blogmodel", *arguments],
            cwd=HERE,
            env=os.environ | {"PYTHONIOENCODING": "utf-8"},
            check=False,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        wanted = expected.replace("\n…\n", "\n...\n").strip() + "\n"
        checker = doctest.OutputChecker()
        if not checker.check_output(wanted, done.stdout, OPTIONS):
            return f"$ {line}\nprinted:\n{done.stdout}\ninstead of:\n{expected}"
    return None


pytest_collect_file = (
    Sybil(
        parsers=[
            PythonCodeBlockParser(doctest_optionflags=OPTIONS),
            CodeBlockParser("console", run_console),
        ],
        patterns=["README.md", "docs/*.md", "docs/**/*.md"],
        path=str(HERE),
        excludes=["docs/_build/**"],
    )
    + Sybil(
        parsers=[DocTestParser(OPTIONS)],
        # Matched from the right: « ** » is one folder only to Path.match before Python 3.13.
        patterns=["*.py"],
        path=str(HERE / "src"),
        document_types={".py": PythonDocStringDocument},
    )
).pytest()
