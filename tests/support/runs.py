"""Runs of pytest and unittest on small files, in processes of their own."""

import os
import subprocess
import sys
from pathlib import Path

PLUGIN = "blogmodel.testing.plugin"
CONFIGURATION = """
[pytest]
addopts = -p no:cacheprovider --strict-markers --strict-config
xfail_strict = true
filterwarnings = error
"""


def run(folder: Path, *command: str, **variables: str) -> tuple[int, str]:
    """Run Python on a folder; return its exit code, and all that it wrote."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-W", "error", *command],
        cwd=folder,
        env=ours | {"PYTHONIOENCODING": "utf-8"} | variables,
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    return done.returncode, done.stdout


def run_pytest(
    folder: Path, *options: str, plugins: tuple[str, ...] = (PLUGIN,), **variables: str
) -> str:
    """Run pytest with these plugins alone, whatever is installed; return what it wrote."""
    folder.joinpath("pytest.ini").write_text(CONFIGURATION, "utf-8")
    named = [option for plugin in plugins for option in ("-p", plugin)]
    variables["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    _, written = run(folder, "-m", "pytest", *named, *options, **variables)
    return written
