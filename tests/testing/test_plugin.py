import os
import re
import sys
import tomllib
from pathlib import Path

import attrs
import pytest

from blogmodel.errors import ConformanceError, LawBrokenError
from blogmodel.testing import PROFILES, ConformanceReport, plugin
from blogmodel.testing._story import summary_line

from support.runs import PLUGIN, run, run_pytest

pytest_plugins = ("pytester",)

ROOT = Path(__file__).parents[2]
BUILDERS = """
from blogmodel import Thread
from blogmodel.testing import Profile, law_tests, laws, of_builder, threading_tests

def build(comments):
    return [(node.comment.id, node.depth) for node in Thread.build(comments).walk()]

def flat(comments):
    return [(comment.id, 0) for comment in comments]

def raising(comments):
    for comment in comments:
        {other.id: other for other in comments}[comment.parent_id or comment.id]
    return build(comments)

FEW = Profile(name="few", examples=20, size=4)
SOME = [laws.parents_first, laws.orphans_stand, laws.edits_show, laws.nothing_lost]
"""
MIXED = f"""{BUILDERS}
import pytest

TestBuild = law_tests(of_builder(build), SOME, profile=FEW)
TestFlat = law_tests(of_builder(flat, lacks=["parents-first", "nothing-lost"]), SOME, profile=FEW)
TestRaising = law_tests(of_builder(raising), SOME, profile=FEW)

def test_sound(conformance):
    assert conformance.check(of_builder(build), SOME, profile=FEW).is_sound

def test_raising(conformance):
    conformance.check(of_builder(raising), SOME, profile=FEW)

def test_garbage(conformance):
    conformance.check(of_builder(lambda comments: None), SOME, profile=FEW)

@pytest.mark.skip("not mine")
def test_skipped():
    pass

@pytest.mark.xfail
def test_not_yet():
    laws.parents_first(of_builder(flat), [])
    assert False, "of the user"

def test_own():
    assert build([]) == [1], "of the user"
"""
STORY = re.compile(
    "orphans-stand: A reply whose parent is missing is shown, with all below it.\n"
    r"'c\d' stands at the top; it belongs under 'c\d'\n\n"
    r"what was done:\n(  \d. add c\d, .*\n)+\n"
    r"expected    came\n(.+\n)*└─ c\d     ≠ c\d\n"
)
KEPT = "nothing-lost: declared as a lack, and no counterexample was found; remove it from lacks\n"
SUMMARY = {
    "build (test_mixed.py::TestBuild): 3 held, 1 not applicable",
    "flat (test_mixed.py::TestFlat): 1 broken (orphans-stand), 1 lacking (parents-first), "
    "1 kept after all (nothing-lost), 1 not applicable",
    "raising (test_mixed.py::TestRaising): 2 held, 1 broken (orphans-stand), 1 not applicable",
    "build (test_mixed.py::test_sound): 3 held, 1 not applicable",
    "raising (test_mixed.py::test_raising): 2 held, 1 broken (orphans-stand), 1 not applicable",
}
FAILED = {
    "test_mixed.py::TestFlat::test_nothing_lost - flat: 1 kept after all (nothing-lost)",
    "test_mixed.py::TestRaising::test_orphans_stand - walk() raised KeyError: 'gone'",
    "test_mixed.py::test_raising - raising: 2 held, 1 broken (orphans-stand), 1 not applicable",
    "test_mixed.py::test_garbage - test_garbage.<locals>.<lambda> cannot be tried: walk must give "
    "rows, each a Row or (id, depth); got None",
    "test_mixed.py::test_own - AssertionError: of the user",
}


@pytest.mark.parametrize(
    "plugins, options",
    [
        (("_hypothesis_pytestplugin",), ("--hypothesis-seed=1",)),
        (("xdist", "xdist.looponfail"), ("-n", "2")),
    ],
    ids=["alone", "xdist"],
)
def test_a_run_tells_stories_and_sums_up(
    tmp_path: Path, plugins: tuple[str, ...], options: tuple[str, ...]
) -> None:
    tmp_path.joinpath("test_mixed.py").write_text(MIXED, "utf-8")
    written = run_pytest(tmp_path, "-ra", *options, plugins=(PLUGIN, *plugins), COLUMNS="200")
    lines = written.splitlines()
    assert STORY.search(written)
    assert KEPT in written
    own = f'  File "{tmp_path / "test_mixed.py"}", line 13, in raising\n'
    assert written.count(f"raised here:\n{own}") == 2
    assert "\ntest_mixed.py:29: ConformanceError\n" in written
    assert "\ntest_mixed.py:32: UnfitAdapterError\n" in written
    assert not [line for line in lines if "blogmodel/testing/" in line or "/hypothesis/" in line]
    title = next(number for number, line in enumerate(lines) if " laws of blogmodel =" in line)
    assert set(lines[title + 1 : title + 1 + len(SUMMARY)]) == SUMMARY
    failed = {line.removeprefix("FAILED ") for line in lines if line.startswith("FAILED ")}
    assert failed >= FAILED
    [of_tree] = failed - FAILED
    assert re.fullmatch(
        r"test_mixed.py::TestFlat::test_orphans_stand - "
        r"'c\d' stands at the top; it belongs under 'c\d'",
        of_tree,
    )
    # Told where the test module is, not where the kit makes tests of laws.
    skipped = {line for line in lines if line.startswith("SKIPPED") and "not mine" not in line}
    assert skipped == {
        f"SKIPPED [1] test_mixed.py:{line}: it has no edit()" for line in (21, 22, 23)
    }
    assert "6 failed, 7 passed, 4 skipped, 1 xfailed in" in lines[-1]


@attrs.frozen
class Inside:
    """Runs of pytest in this process, with the plugin alone."""

    pytester: pytest.Pytester

    def run(self, source: str, *options: str) -> pytest.RunResult:
        """Run pytest on a file."""
        self.pytester.makepyfile(test_file=source)
        return self.pytester.runpytest_inprocess("-p", PLUGIN, *options)


@pytest.fixture
def inside(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> Inside:
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    return Inside(pytester)


PROFILED = f"""{BUILDERS}
TestOwn = law_tests(of_builder(build), [laws.depth_limit], profile=FEW)
TestRun = law_tests(of_builder(build), [laws.depth_limit])

def test_own(conformance):
    conformance.check(of_builder(build), [laws.depth_limit], profile=FEW)

def test_run(conformance):
    conformance.check(of_builder(build), [laws.depth_limit])
"""


@pytest.mark.parametrize(
    "options, examples",
    [
        (("-o", "blogmodel_profile=thorough"), 1000),
        (("-o", "blogmodel_profile=thorough", "--blogmodel-profile", "quick"), 25),
        ((), 100),
    ],
)
def test_the_profile_is_the_tests_own_or_the_runs(
    inside: Inside, options: tuple[str, ...], examples: int
) -> None:
    lines = inside.run(PROFILED, "-v", *options).outlines
    assert {line for line in lines if line.endswith("examples a law:")} == {
        "build (test_file.py::TestOwn), up to 20 examples a law:",
        f"build (test_file.py::TestRun), up to {examples} examples a law:",
        "build (test_file.py::test_own), up to 20 examples a law:",
        f"build (test_file.py::test_run), up to {examples} examples a law:",
    }


@pytest.mark.parametrize(
    "options", [("-o", "blogmodel_profile=slow"), ("--blogmodel-profile=slow",)]
)
def test_a_profile_that_is_none_is_refused(inside: Inside, options: tuple[str, ...]) -> None:
    result = inside.run(PROFILED, *options)
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    told = result.stderr.str()
    assert "blogmodel" in told
    assert all(name in told for name in (*PROFILES, "'slow'"))


def test_the_profiles_of_the_option_are_those_of_the_kit() -> None:
    assert tuple(PROFILES) == plugin._PROFILES


def test_all_laws_are_tried_by_the_fixtures_calls(inside: Inside) -> None:
    source = f"""{BUILDERS}
FEWER = Profile(name="fewer", examples=1, steps=1, size=2, depth=1)

def test_threading(conformance):
    report = conformance.check_threading(build, profile=FEWER, seed=1)
    assert [finding.law for finding in report.findings] == [law.name for law in laws.TREE_LAWS]

class Store:
    def __init__(self):
        self.comments = []
    def add(self, comment):
        self.comments.append(comment)
    def walk(self):
        return build(self.comments)

def test_store(conformance):
    report = conformance.check_store(Store, profile=FEWER, seed=1)
    assert [finding.law for finding in report.findings] == [law.name for law in laws.STORE_LAWS]
"""
    result = inside.run(source)
    result.assert_outcomes(passed=2)
    told = [line.partition(" held")[0] for line in result.outlines if " held" in line]
    assert [line.rpartition(" ")[0] for line in told] == [
        "build (test_file.py::test_threading):",
        "Store (test_file.py::test_store):",
    ]


def test_where_nothing_is_tried_nothing_is_said(inside: Inside) -> None:
    written = inside.run("def test_one(): assert 1 == 2, 'mine'").stdout.str()
    assert "AssertionError: mine" in written
    assert "laws of blogmodel" not in written


def test_the_full_traceback_is_there_for_who_asks(inside: Inside) -> None:
    source = f"{BUILDERS}\nTestFlat = law_tests(of_builder(flat), SOME, profile=FEW)"
    assert "conformance_try" in inside.run(source, "--full-trace", "-k", "orphans").stdout.str()
    assert "conformance_try" not in inside.run(source, "-k", "orphans").stdout.str()


def test_without_pytests_private_classes_the_story_is_a_text(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    error = LawBrokenError("nothing-lost", "All is shown.", "'c1' is missing")
    here = plugin._as_pytest_has_it(error, request.node)
    assert (here.reprcrash.path, here.reprcrash.message) == (
        str(request.node.location[0]),
        "'c1' is missing",
    )
    monkeypatch.setitem(sys.modules, "_pytest._code", None)
    told = plugin._as_pytest_has_it(error, request.node)
    assert told == "nothing-lost: All is shown.\n'c1' is missing\n\n"


def test_a_file_elsewhere_is_told_by_its_whole_path(request: pytest.FixtureRequest) -> None:
    here = request.config.invocation_params.dir
    assert plugin._from_here(str(here / "a" / "b.py"), request.node) == str(Path("a", "b.py"))
    assert plugin._from_here(str(here.parent / "b.py"), request.node) == str(here.parent / "b.py")


def test_an_error_with_a_foreign_report_is_told_by_its_first_line() -> None:
    assert summary_line(ConformanceError("one\ntwo")) == "one"
    assert summary_line(ConformanceError(ConformanceReport("f", (), 1))) == "f: "


METADATA = "Metadata-Version: 2.1\nName: blogmodel\nVersion: 0\n"
NO_HYPOTHESIS = "raise ModuleNotFoundError('No module named hypothesis', name='hypothesis')"
# Nor is it found by who looks for it.
NOT_FOUND = """
import importlib.util as util
looked_up = util.find_spec
util.find_spec = lambda name, *args: None if name == "hypothesis" else looked_up(name, *args)
"""
LIGHT = """
import sys

def test_light():
    mine = {name for name in sys.modules if name.partition(".")[0] == "blogmodel"}
    assert mine == {"blogmodel", "blogmodel.testing", "blogmodel.testing.plugin"}
    assert not {"attrs", "hypothesis"} & set(sys.modules)
"""


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """Return a folder from which blogmodel looks installed, and where Hypothesis is not."""
    site = tmp_path / "site"
    metadata = site / "blogmodel-0.dist-info"
    metadata.mkdir(parents=True)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    points = project["entry-points"]["pytest11"]
    written = "\n".join(["[pytest11]", *(f"{name} = {target}" for name, target in points.items())])
    metadata.joinpath("METADATA").write_text(METADATA, "utf-8")
    metadata.joinpath("entry_points.txt").write_text(written, "utf-8")
    metadata.joinpath("RECORD").write_text("blogmodel/__init__.py,,\n", "utf-8")
    site.joinpath("hypothesis.py").write_text(NO_HYPOTHESIS, "utf-8")
    site.joinpath("sitecustomize.py").write_text(NOT_FOUND, "utf-8")
    tmp_path.joinpath("test_light.py").write_text(LIGHT, "utf-8")
    return tmp_path


def with_it(folder: Path, *command: str) -> tuple[int, str]:
    """Run Python with the package, and its metadata, of a folder."""
    path = os.pathsep.join(map(str, (folder / "site", ROOT / "src")))
    return run(folder, *command, PYTHONPATH=path)


QUIET = ("-q", "-p", "no:hypothesispytest", "-p", "no:cacheprovider")


def test_who_does_not_use_the_kit_notices_nothing(installed: Path) -> None:
    code, written = with_it(installed, "-m", "pytest", *QUIET, "--blogmodel-profile", "quick")
    assert code == 0, written
    code, written = with_it(
        *(installed, "-c", "import blogmodel, pytest, sys; sys.exit(pytest.main(sys.argv[1:]))"),
        *QUIET,
    )
    assert code == 0, written


def test_who_uses_the_kit_without_hypothesis_is_told_what_to_install(installed: Path) -> None:
    installed.joinpath("test_light.py").write_text("def test_one(conformance): ...", "utf-8")
    code, written = with_it(installed, "-m", "pytest", *QUIET)
    assert code == 1
    assert "MissingExtraError: blogmodel.testing needs the extra 'testing'" in written


def test_the_plugin_can_be_turned_off(installed: Path) -> None:
    off = ("-p", "no:blogmodel", "--blogmodel-profile", "quick")
    code, written = with_it(installed, "-m", "pytest", *QUIET, *off)
    assert code == pytest.ExitCode.USAGE_ERROR
    assert "unrecognized arguments: --blogmodel-profile" in written
