"""Tell how many small changes of a package its tests notice, by a sample of all such changes.

A mutant is the package with one change in one place, such as an operator, a number, a text or an
argument: mutmut's changes, made wherever code runs (the bodies of classes and modules too). What
kills one is in `tools.trials`. It needs the group ``mutants``, and a system on which processes
fork; it prints what survives and then figures, with the Wilson interval of 95 %:

    python -m tools.mutants src/blogmodel/thread tests/thread --seed 1 --count 1000
"""

import argparse
import random
from collections import Counter
from math import sqrt
from pathlib import Path

import libcst as cst
from libcst import matchers as m
from libcst.metadata import MetadataWrapper, PositionProvider
from mutmut.mutation.mutators import mutation_operators
from tools.trials import Mutant, Trial

# What changes nothing that runs, what names a module's face, and what mutmut leaves alone too.
_LEFT = (
    m.OneOf(m.Annotation(), m.Decorator(), m.Import(), m.ImportFrom())
    | m.SimpleStatementLine([m.Expr(m.SimpleString() | m.ConcatenatedString())])
    | m.Assign(targets=[m.AssignTarget(m.Name("__all__"))])
    | m.Call(func=m.Name("len") | m.Name("isinstance"))
)


def main() -> None:
    """Read the command line, try the mutants, print what survives and the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("package", type=Path)
    parser.add_argument("tests")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=1000, help="how many at most")
    given = parser.parse_args()
    drawn, total = sample(given.package, given.count, given.seed)
    trial = Trial(given.tests)
    tried, killed = Counter(one.path.name for one in drawn), Counter[str]()
    for mutant in drawn:
        if trial.killer(mutant):
            killed[mutant.path.name] += 1
        else:
            print(f"{mutant.path}:{mutant.line}\n{mutant.diff()}", flush=True)
    for name, count in tried.items():
        print(_figures(name, killed[name], count))
    print(_figures(f"a sample of {total}", killed.total(), tried.total()))


def sample(package: Path, count: int, seed: int) -> tuple[list[Mutant], int]:
    """Draw mutants, of each file its share, and tell how many there are in all."""
    files = {}
    for path in sorted(package.rglob("*.py")):
        wrapper, changes = MetadataWrapper(cst.parse_module(path.read_text("utf-8"))), _Changes()
        wrapper.visit(changes)
        files[path] = wrapper.module, changes.found
    total = sum(len(found) for _, found in files.values())
    drawn: list[Mutant] = []
    for path, (module, found) in files.items():
        share = round(len(found) * min(1, count / total))
        for old, new, line in random.Random(f"{seed} {path}").sample(found, share):  # noqa: S311
            changed = cst.ensure_type(module.deep_replace(old, new), cst.Module)
            drawn.append(Mutant(path, changed.code, line))
    return drawn, total


class _Changes(cst.CSTVisitor):
    METADATA_DEPENDENCIES = (PositionProvider,)

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[cst.CSTNode, cst.CSTNode, int]] = []

    def on_visit(self, node: cst.CSTNode) -> bool:
        if m.matches(node, _LEFT):
            return False
        place = self.get_metadata(PositionProvider, node, None)
        for kind, change in mutation_operators:
            if place and isinstance(node, kind):
                self.found += [(node, new, place.start.line) for new in change(node)]
        return True


def _figures(name: str, killed: int, tried: int) -> str:
    z, share = 1.96, killed / tried
    middle, whole = share + z * z / (2 * tried), 1 + z * z / tried
    reach = z * sqrt(share * (1 - share) / tried + (z / tried / 2) ** 2)
    low, high = (middle - reach) / whole, (middle + reach) / whole
    return f"{name:24}{killed:6} of {tried:<6}{share:.3f}  (95 %: {low:.3f} to {high:.3f})"


if __name__ == "__main__":
    main()
