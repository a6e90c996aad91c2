"""The plugin for pytest: a profile for the run, the fixture ``conformance``, and a summary.

pytest loads it by itself wherever blogmodel is installed, so it imports nothing before a test
needs it. ``-p no:blogmodel`` turns it off.
"""

import sys
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from blogmodel.testing._conformance import Conformance
    from blogmodel.testing._profile import Profile
    from blogmodel.testing._report import LawFinding

__all__ = ["conformance"]

_PROPERTY = "blogmodel"
_PROFILES = ("quick", "normal", "thorough")
_CATEGORIES = ("passed", "failed", "skipped", "xfailed", "xpassed")


@pytest.fixture
def conformance(request: pytest.FixtureRequest) -> "Conformance":
    """Try laws of blogmodel's testing kit with this run's profile, and have them reported."""
    from blogmodel.testing._conformance import Conformance  # noqa: PLC0415 - needs Hypothesis

    def note(finding: "LawFinding", profile: "Profile") -> None:
        _note(request.node, finding, profile, request.node.nodeid)

    return Conformance(profile=_profile(request.config) or "normal", note=note)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Take the profile, by the command line or by the configuration."""
    group = parser.getgroup("blogmodel", "blogmodel's testing kit")
    group.addoption(
        "--blogmodel-profile",
        choices=_PROFILES,
        help="How hard to try laws where a test does not say it itself.",
    )
    parser.addini("blogmodel_profile", "Default value for --blogmodel-profile.", default="")


def pytest_configure(config: pytest.Config) -> None:
    """Refuse a profile that is none."""
    name = config.getini("blogmodel_profile")
    if name and name not in _PROFILES:
        raise pytest.UsageError(
            f"blogmodel_profile must be one of {', '.join(_PROFILES)}; got {name!r}"
        )


def _profile(config: pytest.Config) -> str | None:
    return config.getoption("--blogmodel-profile") or config.getini("blogmodel_profile") or None


def pytest_runtest_call(item: pytest.Item) -> None:
    """Give a test case of ours the profile, where it has none."""
    case = _case_of(item)
    name = _profile(item.config)
    if name and case is not None and case.conformance_profile is None:
        from blogmodel.testing._running import profile_of  # noqa: PLC0415 - loaded by now

        case.conformance_profile = profile_of(name)


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, Any, None]:
    """Send what a test case of ours found along with its report, and tell what broke."""
    case = _case_of(item)
    if case is not None and call.when == "call":
        where = item.nodeid.rpartition("::")[0]
        for finding in case.conformance_findings:
            _note(item, finding, case.conformance_profile, where)
    outcome = yield
    if call.excinfo is not None:
        _tell(outcome.get_result(), call.excinfo.value, item)


def _case_of(item: pytest.Item) -> Any:  # noqa: ANN401 - known by what it has
    case = getattr(item, "instance", None)
    return case if hasattr(case, "conformance_findings") else None


def _note(item: pytest.Item, finding: "LawFinding", profile: "Profile", where: str) -> None:
    from blogmodel.testing._tally import pack  # noqa: PLC0415 - loaded by now

    # As text, for pytest-xdist carries it between processes, and junitxml writes it.
    item.user_properties.append((_PROPERTY, pack(finding, profile, where)))


def _tell(report: pytest.TestReport, error: BaseException, item: pytest.Item) -> None:
    """Put the story of an error in the place of the traceback, which tells of the kit alone."""
    errors = sys.modules.get("blogmodel.errors")
    if errors is None or not report.failed or item.config.getoption("fulltrace"):
        return
    if isinstance(error, errors.LawBrokenError | errors.ConformanceError | errors.AdapterError):
        report.longrepr = _as_pytest_has_it(error, item)


def _as_pytest_has_it(error: BaseException, item: pytest.Item) -> Any:  # noqa: ANN401
    from blogmodel.testing._story import place_of, story, summary_line  # noqa: PLC0415 - late

    file, line, _ = item.location
    place = place_of(error)
    path, number = place or (file, (line or 0) + 1)
    told = [story(error), f"{_from_here(path, item)}:{number}: {type(error).__name__}"]
    text = "\n\n".join(told if place else told[:1]) + "\n\n"
    try:
        # These have no public names. They alone survive pytest-xdist with a line for the summary.
        from _pytest._code import code  # noqa: PLC0415 - as above
    except ImportError:
        return text
    return code.ReprExceptionInfo(
        reprtraceback=code.ReprTracebackNative([text]),
        reprcrash=code.ReprFileLocation(path, number, summary_line(error)),
    )


def _from_here(path: str, item: pytest.Item) -> str:
    here = item.config.invocation_params.dir
    return str(Path(path).relative_to(here)) if Path(path).is_relative_to(here) else path


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Tell of each subject which laws held, are broken, and so on, if any was tried."""
    packed = list(_properties(terminalreporter))
    if not packed:
        return
    from blogmodel.testing._tally import tally  # noqa: PLC0415 - loaded by now

    terminalreporter.section("laws of blogmodel")
    for report in tally(packed):
        text = report.brief() if terminalreporter.verbosity < 1 else report.summary()
        terminalreporter.write_line(text, red=not report.is_sound)


def _properties(reporter: pytest.TerminalReporter) -> Iterator[str]:
    for category in _CATEGORIES:
        for report in reporter.stats.get(category, ()):
            if getattr(report, "when", None) == "call":
                yield from (value for name, value in report.user_properties if name == _PROPERTY)
