"""What the project says of itself holds."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]
README = (PROJECT / "README.md").read_text("utf-8")


def test_the_core_depends_on_three_packages() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]
    names = {re.split(r"[<>=]", requirement)[0] for requirement in project["dependencies"]}
    assert names == {"attrs", "python-dateutil", "Babel"}


def test_the_readme_has_the_two_commands_and_the_gate_runs_the_second() -> None:
    commands = re.findall(r"```sh\n(.*?)\n```", README, re.DOTALL)
    assert commands == [
        'python -m pip install ".[cli]" && '
        "blogmodel show examples/cabane-a-sucre.txt --locale fr_CA",
        "python -m pip install nox && nox",
    ]
    gate = PROJECT / ".ci" / "run"
    if not gate.exists():
        pytest.skip("the gate's script is not in the source distribution")
    assert f"\n{commands[1]}\n" in gate.read_text("utf-8")


@pytest.mark.parametrize(
    "script", sorted((PROJECT / "examples").glob("*.py")), ids=lambda p: p.name
)
def test_an_example_runs_without_a_warning(script: Path) -> None:
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-W", "error", script], capture_output=True, check=False, encoding="utf-8"
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout


def test_the_first_example_shows_a_thread() -> None:
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, PROJECT / "examples" / "first_thread.py"],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert done.stdout.splitlines()[:5] == [
        "Zoé : Beau billet.",
        "    Luc : Merci !",
        "        Zoé : De rien !",
        "? : Perdu en route.",
        "orphan: '4', '0' (promoted)",
    ]


def test_every_error_of_the_tree_is_in_the_reference() -> None:
    page = (PROJECT / "docs" / "reference" / "errors.md").read_text("utf-8")
    source = (PROJECT / "src" / "blogmodel" / "errors.py").read_text("utf-8")
    names = re.findall(r"^class (\w+)", source, re.MULTILINE)
    assert all(f".. autoexception:: blogmodel.errors.{name}\n" in page for name in names)
