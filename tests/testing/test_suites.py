import pickle
import unittest
from collections.abc import Iterator, Sequence
from pathlib import Path
from traceback import extract_tb
from typing import Any, ClassVar

import pytest

from blogmodel import Comment, Thread
from blogmodel.errors import (
    AdapterError,
    ConformanceError,
    InvalidTypeError,
    InvalidValueError,
    LawBrokenError,
)
from blogmodel.testing import (
    PROFILES,
    Profile,
    check_threading,
    law_tests,
    laws,
    of_builder,
    of_factory,
    store_tests,
    threading_tests,
)
from blogmodel.testing._story import story

from support.runs import run, run_pytest

Rows = list[tuple[str, int]]
FEW = Profile(name="few", examples=5, steps=3, size=4, depth=20)


def build(comments: Sequence[Comment]) -> Rows:
    return [(node.comment.id, node.depth) for node in Thread.build(comments).walk()]


def flat(comments: Sequence[Comment]) -> Rows:
    return [(comment.id, 0) for comment in comments]


def raising(comments: Sequence[Comment]) -> Rows:
    by_id = {comment.id: comment for comment in comments}
    for comment in comments:
        by_id[comment.parent_id or comment.id]
    return flat(comments)


class FlatStore:
    """It is told what is added, and shows all of it at the top."""

    def __init__(self) -> None:
        self.rows: Rows = []

    def add(self, comment: Comment) -> None:
        self.rows.append((comment.id, 0))

    def walk(self) -> Rows:
        return self.rows


# Collected here too: it is a test case like others.
TestBuild = law_tests(
    of_builder(build), [laws.nothing_lost, laws.parents_first], profile=FEW, seed=1
)


def tried(suite: type[unittest.TestCase], name: str) -> tuple[Any, BaseException | None]:
    """Run a test as pytest and unittest do; return the case, and what it raised."""
    case = suite(name)
    try:
        getattr(case, name)()
    except (Exception, unittest.SkipTest) as error:  # noqa: BLE001 - what it raises is looked at
        return case, error
    return case, None


def test_each_law_is_a_test_that_is_told_by_its_statement() -> None:
    for suite, its_laws in (
        (threading_tests(build), laws.TREE_LAWS),
        (store_tests(FlatStore), laws.STORE_LAWS),
    ):
        names = unittest.defaultTestLoader.getTestCaseNames(suite)
        assert names == sorted(f"test_{law.name.replace('-', '_')}" for law in its_laws)
        for law in its_laws:
            assert suite(f"test_{law.name.replace('-', '_')}").shortDescription() == law.statement


def test_a_law_that_holds_passes_and_is_noted() -> None:
    case, error = tried(threading_tests(build, profile=FEW), "test_parents_first")
    assert error is None
    assert [(f.law, f.outcome) for f in case.conformance_findings] == [("parents-first", "held")]
    assert case.conformance_profile is FEW


def test_a_broken_law_fails_with_its_story_and_none_of_the_kits_frames() -> None:
    case, error = tried(threading_tests(flat, profile=FEW), "test_parents_first")
    assert isinstance(error, LawBrokenError)
    assert "└─ c1" in error.story
    assert {Path(frame.filename).name for frame in extract_tb(error.__traceback__)} == {
        "_suites.py",
        "test_suites.py",
    }
    assert [f.outcome for f in case.conformance_findings] == ["broken"]


def test_where_the_users_code_raised_is_kept() -> None:
    _, error = tried(threading_tests(raising, profile=FEW), "test_orphans_stand")
    assert isinstance(error, LawBrokenError)
    assert isinstance(error.__cause__, KeyError)
    assert extract_tb(error.__cause__.__traceback__)[0].name == "raising"


def test_where_the_users_code_raised_is_noted_once_with_all_laws() -> None:
    with pytest.raises(ConformanceError) as raised:
        check_threading(raising, lacks={"self-parents-stand"}, profile=FEW, seed=1)
    [note] = raised.value.__notes__
    assert note.startswith(f'orphans-stand, raised here:\n  File "{__file__}", line ')
    assert note.count(", line ") == note.count(", in raising\n") == 1
    assert note.endswith("KeyError: 'gone'\n")
    assert story(raised.value).endswith(note)


def test_a_law_that_does_not_apply_is_skipped_with_the_reason() -> None:
    case, error = tried(store_tests(FlatStore, profile=FEW), "test_moves_take_branches")
    assert isinstance(error, unittest.SkipTest)
    assert str(error) == "it has no move()"
    assert [f.outcome for f in case.conformance_findings] == ["not applicable"]


def test_a_lack_that_is_one_passes() -> None:
    suite = threading_tests(flat, lacks={"parents-first"}, profile=FEW)
    case, error = tried(suite, "test_parents_first")
    assert error is None
    assert [f.outcome for f in case.conformance_findings] == ["lacking"]


def test_a_lack_that_is_none_fails_and_is_to_be_removed() -> None:
    suite = threading_tests(build, lacks={"parents-first"}, profile=FEW)
    _, error = tried(suite, "test_parents_first")
    assert isinstance(error, ConformanceError)
    assert str(error).endswith("no counterexample was found; remove it from lacks")


def test_what_cannot_be_read_is_told_without_the_kits_frames() -> None:
    def nothing(comments: Sequence[Comment]) -> Any:
        del comments

    case, error = tried(threading_tests(nothing, profile=FEW), "test_nothing_lost")
    assert isinstance(error, AdapterError)
    assert "hypothesis" not in str(extract_tb(error.__traceback__))
    assert case.conformance_findings == []


def test_where_no_profile_is_said_it_is_the_normal_one() -> None:
    case, _ = tried(threading_tests(build), "test_deep_chains")
    assert case.conformance_profile is PROFILES["normal"]


def test_a_seed_gives_the_same_examples_each_time() -> None:
    def seen(seed: int) -> list[list[Comment]]:
        examples: list[list[Comment]] = []

        def noting(comments: Sequence[Comment]) -> Rows:
            examples.append(list(comments))
            return build(comments)

        tried(threading_tests(noting, profile=FEW, seed=seed), "test_nothing_lost")
        return examples

    assert seen(1) == seen(1)
    assert seen(1) != seen(2)


def test_a_test_case_is_told_as_one_of_the_module_that_asks_for_it() -> None:
    suite = threading_tests(build)
    assert (suite.__module__, suite.__qualname__) == (__name__, "build")
    assert suite.__doc__ == "What build keeps."


def test_a_test_case_has_the_name_that_its_module_gives_it() -> None:
    case = TestBuild("test_nothing_lost")
    assert case.id() == f"{__name__}.TestBuild.test_nothing_lost"
    again = pickle.loads(pickle.dumps(case))
    assert type(again) is TestBuild


def test_an_adapters_class_becomes_a_test_case_of_its_name() -> None:
    @store_tests(profile=FEW, seed=1, lacks={"parents-first"})
    class Decorated(FlatStore):
        pass

    assert (Decorated.__module__, Decorated.__qualname__) == (__name__, "Decorated")
    assert issubclass(Decorated, unittest.TestCase)
    assert tried(Decorated, "test_nothing_lost")[1] is None
    assert tried(Decorated, "test_parents_first")[1] is None


def test_an_adapters_class_is_decorated_without_arguments_too() -> None:
    @store_tests
    class Store(FlatStore):
        pass

    assert isinstance(tried(Store, "test_parents_first")[1], LawBrokenError)
    # Its module does not know it, so it keeps its own name.
    assert Store.__qualname__ == "Store"


def test_a_test_case_can_be_derived_from() -> None:
    class Derived(threading_tests(build, profile=FEW)):  # type: ignore[misc]
        def setUp(self) -> None:
            self.skipTest("not today")

    result = Derived("test_nothing_lost").run()
    assert [reason for _, reason in result.skipped] == ["not today"]


def test_what_makes_no_test_case_is_refused() -> None:
    class Case(unittest.TestCase):
        pass

    with pytest.raises(InvalidTypeError, match=r"give base= a TestCase"):
        store_tests(Case)
    with pytest.raises(InvalidTypeError, match=r"a unittest\.TestCase or one derived"):
        threading_tests(build, base=FlatStore)  # type: ignore[arg-type]
    with pytest.raises(InvalidTypeError, match="something to call"):
        store_tests(3)  # type: ignore[call-overload]
    with pytest.raises(InvalidValueError, match="such as 'nothing-lost'"):
        threading_tests(build, lacks={"nothing-losst"})
    with pytest.raises(InvalidValueError, match="one of quick, normal, thorough"):
        threading_tests(build, profile="slow")


class Examples(unittest.TestCase):
    told: ClassVar[list[str]] = []

    def setup_example(self) -> None:
        self.told.append("begin")

    def teardown_example(self, example: object) -> None:
        assert example is None
        self.told.append("end")


@pytest.mark.parametrize(
    "law", ["nothing_lost", "long_life", "moves_take_branches", "parents_first"]
)
def test_each_example_is_tried_between_what_is_set_up_and_undone(law: str) -> None:
    Examples.told.clear()
    tried(store_tests(FlatStore, base=Examples, profile=FEW), f"test_{law}")
    assert Examples.told
    assert Examples.told == ["begin", "end"] * (len(Examples.told) // 2)


def test_an_example_that_never_began_leaves_nothing_set_up() -> None:
    class Unready:
        def walk(self) -> Iterator[tuple[str, int]]:
            yield from ()

        def load(self, comments: Sequence[Comment]) -> None:
            """Take nothing."""

    Examples.told.clear()
    suite = law_tests(of_factory(Unready), [laws.long_life], base=Examples, profile=FEW)
    assert isinstance(tried(suite, "test_long_life")[1], unittest.SkipTest)
    assert Examples.told == ["begin", "end"] * 2


UNITTEST = """
from blogmodel.testing import store_tests, threading_tests

def flat(comments):
    return [(comment.id, 0) for comment in comments]

def raising(comments):
    by_id = {comment.id: comment for comment in comments}
    for comment in comments:
        by_id[comment.parent_id or comment.id]
    return flat(comments)

TestFlat = threading_tests(flat, profile="quick")
TestRaising = threading_tests(raising, profile="quick")

@store_tests
class TestStore:
    def add(self, comment): ...
    def walk(self): return []
"""


def test_unittest_tells_the_story_and_the_users_frames_alone(tmp_path: Path) -> None:
    tmp_path.joinpath("test_mine.py").write_text(UNITTEST, "utf-8")
    names = (
        "TestFlat.test_parents_first",
        "TestStore.test_edits_show",
        "TestRaising.test_orphans_stand",
    )
    code, written = run(tmp_path, "-m", "unittest", "-v", *(f"test_mine.{name}" for name in names))
    assert code == 1
    assert "(test_mine.TestFlat.test_parents_first)" in written
    assert "skipped 'it has no edit()'" in written
    assert "FAILED (failures=2, skipped=1)" in written
    assert "└─ c1" in written
    assert "_suites.py" not in written
    frames = [line for line in written.splitlines() if line.startswith("  File ")]
    assert frames == [f'  File "{tmp_path / "test_mine.py"}", line 10, in raising']


DJANGO = """
import django
from django.conf import settings
settings.configure(
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
)
django.setup()
from django.db import connection, models
from django.test import TestCase
from hypothesis.extra.django import TestCase as HypothesisTestCase
from blogmodel.testing import Profile, law_tests, laws, of_factory

class Post(models.Model):
    class Meta:
        app_label = "blog"

class Comment(models.Model):
    class Meta:
        app_label = "blog"
        constraints = [models.UniqueConstraint(fields=["post", "key"], name="once")]
    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="comments")
    key = models.CharField(max_length=9)

with connection.schema_editor() as editor:
    editor.create_model(Post)
    editor.create_model(Comment)

class Store:
    def __init__(self):
        self.post = Post.objects.create()
        assert Post.objects.count() < 3, "an example before this one left something"
    def add(self, comment):
        self.post.comments.create(key=comment.id)
    def walk(self):
        return [(comment.key, 0) for comment in self.post.comments.order_by("key")]

FEW = Profile(name="few", examples=10, steps=4, size=4)
SOME = [laws.nothing_lost, laws.ties_steady, laws.duplicates_once, laws.long_life]

class Everywhere(TestCase):
    databases = "__all__"

TestStore = law_tests(of_factory(Store), SOME, profile=FEW, seed=1, base=Everywhere)
TestAgain = law_tests(of_factory(Store), SOME, profile=FEW, seed=1, base=HypothesisTestCase)
"""


@pytest.fixture
def django_tests(tmp_path: Path) -> Path:
    tmp_path.joinpath("test_django.py").write_text(DJANGO, "utf-8")
    return tmp_path


def assert_told_of_django(written: str) -> None:
    # The database's error would spoil the transaction for the examples after it.
    assert "TransactionManagementError" not in written
    assert "left something" not in written
    story = (
        "add() raised IntegrityError: UNIQUE constraint failed: blog_comment.post_id, "
        "blog_comment.key\n\nwhat was done:\n"
        "  1. add c0, at 2011-06-24 13:07\n  2. add c0, at 2011-06-24 13:07\n\n"
    )
    assert written.count(story) == 2


def test_djangos_test_case_is_told_by_unittest(django_tests: Path) -> None:
    code, written = run(django_tests, "-m", "unittest", "test_django")
    assert code == 1
    assert_told_of_django(written)
    assert "Ran 8 tests" in written
    assert "FAILED (failures=4)" in written


def test_djangos_test_case_is_told_by_pytest(django_tests: Path) -> None:
    written = run_pytest(django_tests)
    assert_told_of_django(written)
    assert (
        "Store (test_django.py::TestAgain): 2 held, 2 broken (duplicates-once, long-life)"
        in written
    )
    assert "4 failed, 4 passed in" in written
