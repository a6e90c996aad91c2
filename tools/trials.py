"""Try mutants: run on each the tests that could notice it, in a process of its own.

These are the tests that reach the changed statement, or that reach its file or nothing at all
where it runs on import only, but those of more than ten seconds of processor time (traced); the
likely ones come first, and Hypothesis gives 25 examples. Killed is what fails a test, takes far
longer than before, or cannot be imported.
"""

import ast
import difflib
import os
import resource
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from importlib.machinery import SourceFileLoader
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from time import process_time
from typing import Any, NamedTuple

import coverage
import hypothesis.stateful
import hypothesis.strategies  # noqa: F401 - imported once here, and not by every process
import pytest
from hypothesis import Phase, settings

_EXAMPLES, _FIRST, _SECONDS, _MEMORY, _SLOW = 25, 30, 10.0, 6 << 30, 9


class Mutant(NamedTuple):
    """A file, its text with one change, and the line of the change."""

    path: Path
    text: str
    line: int

    def diff(self) -> str:
        """Return the lines that differ."""
        old, new = self.path.read_text("utf-8").splitlines(), self.text.splitlines()
        return "\n".join([*difflib.unified_diff(old, new, lineterm="", n=0)][3:])


class Trial:
    """Tries mutants, by what each test reaches and takes in a run without any."""

    def __init__(self, tests: str) -> None:
        with tempfile.TemporaryDirectory() as folder:
            code, last, self.seconds = _forked(None, _Tests({}), [tests], f"{folder}/reached")
            if code:
                sys.exit(f"a test fails without any mutant: {last}")
            data = coverage.CoverageData(f"{folder}/reached")
            data.read()
            self.reached = {file: data.contexts_by_lineno(file) for file in data.measured_files()}
            self.aloof = set(self.seconds) - data.measured_contexts()
        self.kills: Counter[tuple[Path, str]] = Counter()

    def killer(self, mutant: Mutant) -> str:
        """Return what kills a mutant, or nothing."""
        lines = self.reached.get(str(mutant.path.resolve()), {})
        reach = {name for line in _statement(mutant) for name in lines.get(line, ())} - {""}
        reach = reach or self.aloof | {name for names in lines.values() for name in names} - {""}
        likely = {n: self.seconds[n] / (1 + self.kills[mutant.path, n]) for n in sorted(reach)}
        quick = [n for n in sorted(likely, key=likely.__getitem__) if self.seconds[n] < _SECONDS]
        for names in filter(None, (quick[:_FIRST], quick[_FIRST:])):
            limits = {name: 5 + 10 * self.seconds[name] for name in names}
            files = sorted({name.partition("::")[0] for name in names})
            code, last, _ = _forked(mutant, _Tests(limits), files)
            if code not in {0, 1, 2, _SLOW} and _forked(None, _Tests(limits), files)[0]:
                sys.exit("pytest cannot run, with a mutant or without")
            if code:
                self.kills[mutant.path, last] += 1
                return f"too slow: {last}" if code == _SLOW else last or "not imported"
        return ""


def _statement(mutant: Mutant) -> range:
    """Return the lines of the statement of the change; of a compound one, its head."""
    found = range(0)
    for node in ast.walk(ast.parse(mutant.path.read_text("utf-8"))):  # Outer ones come first.
        if isinstance(node, ast.stmt):
            body = getattr(node, "body", None)
            after = body[0].lineno if body else (node.end_lineno or 0) + 1
            span = range(node.lineno, max(after, node.lineno + 1))
            found = span if mutant.line in span else found
    return found


class _Tests:
    """A plugin of pytest, which runs all tests or some of them, in order and within limits."""

    def __init__(self, limits: dict[str, float]) -> None:
        self.limits = limits
        self.seconds: dict[str, float] = {}
        self.last = ""

    def pytest_sessionstart(self) -> None:
        gate, phases = settings.get_profile("gate"), (Phase.explicit, Phase.generate)
        settings.register_profile("mutants", gate, max_examples=_EXAMPLES, phases=phases)
        settings.load_profile("mutants")

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        if rank := {name: place for place, name in enumerate(self.limits)}:
            items[:] = sorted((i for i in items if i.nodeid in rank), key=lambda i: rank[i.nodeid])

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        if measured := coverage.Coverage.current():
            measured.switch_context(item.nodeid)
        self.last, start = item.nodeid, process_time()
        signal.setitimer(signal.ITIMER_PROF, self.limits.get(item.nodeid, 0))
        result = yield
        signal.setitimer(signal.ITIMER_PROF, 0)
        self.seconds[item.nodeid] = process_time() - start
        return result


def _forked(
    mutant: Mutant | None, tests: _Tests, files: list[str], to: str = ""
) -> tuple[Any, ...]:
    fork = get_context("fork")
    told, pipe = fork.Pipe(duplex=False)
    process = fork.Process(target=_run, args=(pipe, mutant, tests, files, to), daemon=True)
    process.start()
    pipe.close()
    outcome: tuple[Any, ...] = (_SLOW, "", {})
    with suppress(EOFError):
        if told.poll(60 + sum(tests.limits.values()) if tests.limits else None):
            outcome = told.recv()
    process.kill()
    process.join()
    return outcome


def _run(pipe: Connection, mutant: Mutant | None, tests: _Tests, files: list[str], to: str) -> None:
    os.environ["CI"] = "true"
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    signal.signal(signal.SIGPROF, lambda *_: pytest.exit("too slow", _SLOW))
    for stream in (1, 2):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream)
    if mutant:
        place, text, as_it_is = str(mutant.path.resolve()), mutant.text, SourceFileLoader.get_code

        def get_code(self: SourceFileLoader, name: str) -> Any:  # noqa: ANN401 - code
            at = self.get_filename(name)
            return compile(text, at, "exec") if at == place else as_it_is(self, name)

        SourceFileLoader.get_code = get_code  # type: ignore[assignment, method-assign]
    measured = coverage.Coverage(to, config_file=False, source=["src"])
    if to:
        measured.start()
    calm = ("-W", "ignore::pytest.PytestAssertRewriteWarning", "-p", "no:cacheprovider")
    code = int(pytest.main([*files, "-x", "-q", *calm], plugins=[tests]))
    if to:
        measured.stop()
        measured.save()
    pipe.send((code, tests.last, tests.seconds))
