"""The project's checks. ``nox`` runs the default ones; ``nox -l`` lists all."""

import os
from pathlib import Path

import nox

LOCK = "constraints.lock"
PROJECT = nox.project.load_toml("pyproject.toml")

nox.needs_version = ">=2025.2.9"
nox.options.default_venv_backend = "virtualenv"
nox.options.sessions = ["lint", "types", "tests", "docs", "package"]
nox.options.error_on_external_run = True


def install(session: nox.Session, group: str) -> None:
    """Install a dependency group at the versions of the lock."""
    session.install("-q", "-c", LOCK, *nox.project.dependency_groups(PROJECT, group))


def install_package(session: nox.Session, *options: str) -> None:
    """Install blogmodel with its extras, built by the build group's own locked versions."""
    session.install(
        "-q",
        "-c",
        LOCK,
        "--no-build-isolation",
        *options,
        ".[akismet,cli,html,markdown,pages,regex,sanitize,testing]",
    )


def install_icu(session: nox.Session) -> None:
    """Install ICU where it builds; without it the tests that ask it skip."""
    any_outcome = range(256)
    packages = nox.project.dependency_groups(PROJECT, "icu")
    pip = ("python", "-m", "pip", "install", "-q")
    session.run(*pip, *packages, success_codes=any_outcome, silent=True)


def set_up_command() -> str:
    """Return the README's first command: the one that sets the library up and shows a page."""
    _, _, rest = Path("README.md").read_text("utf-8").partition("```sh\n")
    return rest.partition("```")[0]


def fresh_environment(session: nox.Session, name: str) -> tuple[Path, Path]:
    """Make a virtual environment with nothing in it; return its folder and its scripts'."""
    folder = Path(session.create_tmp(), name).resolve()
    session.run("python", "-m", "virtualenv", "-q", "--clear", str(folder))
    return folder, folder / ("Scripts" if os.name == "nt" else "bin")


@nox.session
def lint(session: nox.Session) -> None:
    """Check style, and that each room imports only from the floors below it."""
    install(session, "lint")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("lint-imports", "--no-cache", env={"PYTHONPATH": "src"})


@nox.session
def types(session: nox.Session) -> None:
    """Check types with mypy and pyright, and that every public name has one."""
    install(session, "types")
    install_package(session)
    session.run("mypy")
    session.run("mypy", "tests/typing")
    session.run("pyright")
    session.run("pyright", "--verifytypes", "blogmodel", "--ignoreexternal")


@nox.session
def tests(session: nox.Session) -> None:
    """Run the tests; every line and branch of the package must be reached."""
    install(session, "tests")
    install_icu(session)
    install_package(session, "-e")
    session.run("coverage", "erase")
    # CI has the tests take the same examples each time.
    session.run(
        "coverage", "run", "-m", "pytest", "-n", "auto", *session.posargs, env={"CI": "true"}
    )
    session.run("coverage", "combine", "-q")
    if not session.posargs:
        session.run("coverage", "report")


@nox.session
def docs(session: nox.Session) -> None:
    """Build the docs with warnings as errors; run every example of README, docs and docstrings."""
    install(session, "docs")
    install_package(session, "-e")
    session.run("sphinx-build", "-n", "-W", "--keep-going", "-E", "-q", "docs", "docs/_build")
    session.run("pytest", "README.md", "docs", "src")


@nox.session
def package(session: nox.Session) -> None:
    """Build the wheel and the sdist; use the wheel alone in a fresh environment."""
    install(session, "package")
    built = Path(session.create_tmp(), "dist").resolve()
    session.run("python", "-m", "build", "--no-isolation", "--outdir", str(built), silent=True)
    session.run("twine", "check", "--strict", *map(str, sorted(built.glob("*.*"))))
    wheel = next(built.glob("*.whl"))
    fresh, scripts = fresh_environment(session, "wheel")
    python = str(scripts / "python")
    session.run(python, "-m", "pip", "install", "-q", "-c", LOCK, str(wheel), external=True)
    example = Path("examples/first_thread.py").resolve()
    with session.chdir(fresh):  # Away from the sources, so that only the wheel can be imported.
        session.run(python, "-I", "-W", "error", str(example), external=True)
    # The README's own command, as a newcomer types it, but at the versions of the lock.
    _, scripts = fresh_environment(session, "readme")
    lock = str(Path(LOCK).resolve())
    newcomer = {
        "PATH": os.pathsep.join([str(scripts), os.environ["PATH"]]),
        "PIP_CONSTRAINT": lock,
        "PIP_BUILD_CONSTRAINT": lock,
    }
    session.run("bash", "-euc", set_up_command(), env=newcomer, external=True, silent=True)


@nox.session
def catalogs(session: nox.Session) -> None:
    """Bring the catalogs of messages up to date with the sources; begin those of given locales."""
    install(session, "tests")
    install_package(session, "-e")
    session.run("python", "-m", "tools.catalogs", *session.posargs)


@nox.session
def bench(session: nox.Session) -> None:
    """Run the benchmarks and print their ratios."""
    install(session, "bench")
    install_icu(session)
    install_package(session)
    for script in session.posargs or sorted(map(str, Path("benchmarks").glob("bench_*.py"))):
        session.run("python", script)


@nox.session
def lock(session: nox.Session) -> None:
    """Renew the lock: the newest version of everything that any session installs."""
    session.install("-q", "uv")
    session.run(
        *("uv", "pip", "compile", "-q", "--universal", "--upgrade", "--no-header"),
        *("--no-emit-index-url", "--no-emit-find-links", "--python-version", "3.11"),
        *("--all-extras", "--group", "dev", "--group", "bench"),
        *("-o", LOCK, "pyproject.toml"),
    )
