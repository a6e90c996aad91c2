"""Make the tables of collation from CLDR's root collation.

    python tools/make_collation.py FOLDER CLDR-VERSION

The folder is `common/uca` of CLDR's release, with `allkeys_CLDR.txt` and `FractionalUCA.txt`. Two
tables are written to src/blogmodel/text/data, each zlib over lines of text.

collation.z has the collation elements. Its first line tells what it was made from. Each other line
holds a block of 128 code points: its number in hexadecimal, then what it has elements for, divided
by « ; », as « code points=weights », with three weights an element. What decomposes canonically is
left out, since texts are decomposed before elements are looked up.

ideographs.z has the ideographs in the order of their radicals and strokes, one run of code points
that follow each other on each line: its first in hexadecimal, and how many more there are, if any.
"""

import re
import sys
import zlib
from itertools import pairwise
from pathlib import Path
from unicodedata import normalize

DATA = Path(__file__).parents[1] / "src" / "blogmodel" / "text" / "data"
ROW = re.compile(r"(?P<points>[0-9A-F ]+?)\s*;\s*(?P<elements>(?:\[[^\]]*\])+)")
ELEMENT = re.compile(r"\[[.*](\w+)\.(\w+)\.(\w+)\]")
RADICAL = re.compile(r"^\[radical [^:\n]*:(?P<members>[^\n]+)\]$", re.MULTILINE)
# The primary weights from which on characters without elements have theirs (UTS #10, 10.1.3).
UNIFIED, RARE, UNASSIGNED = 0xFB40, 0xFB80, 0xFBC0
RUN = re.compile(r"(.)(?:-(.))?")


def ideographs(source: str) -> list[tuple[int, int]]:
    """Return the runs of ideographs, by first and last, from the text of ``FractionalUCA.txt``."""
    members = "".join(radical["members"] for radical in RADICAL.finditer(source))
    return [(ord(first), ord(last or first)) for first, last in RUN.findall(members)]


def packed_ideographs(runs: list[tuple[int, int]]) -> bytes:
    """Return the table of the order of ideographs."""
    lines = (f"{first:X}" + (f" {last - first}" if last > first else "") for first, last in runs)
    return zlib.compress("\n".join(lines).encode("ascii"), 9)


def packed_elements(source: str, runs: list[tuple[int, int]], cldr: str) -> bytes:
    """Return the table of elements made from the text of ``allkeys_CLDR.txt``.

    What decomposes to ideographs has their primary weights there by code; here it has them by the
    place of the ideograph among all.
    """
    version = re.search(r"^@version (\S+)$", source, re.MULTILINE)
    if version is None:
        sys.exit("this is not allkeys_CLDR.txt: it has no line « @version »")
    codes = (code for first, last in runs for code in range(first, last + 1))
    places = {code: place for place, code in enumerate(codes)}
    blocks: dict[int, list[str]] = {}
    for points, elements in sorted(
        (_points(row["points"]), row["elements"]) for row in ROW.finditer(source)
    ):
        characters = "".join(map(chr, points))
        if len(points) > 1 or normalize("NFD", characters) == characters:
            entry = "+".join(f"{point:X}" for point in points) + "=" + _written(elements, places)
            blocks.setdefault(points[0] >> 7, []).append(entry)
    lines = [f"{number:X};{';'.join(entries)}" for number, entries in sorted(blocks.items())]
    text = "\n".join([f"CLDR {cldr}, UCA {version[1]}", *lines])
    return zlib.compress(text.encode("ascii"), 9)


def _points(row: str) -> list[int]:
    return [int(point, 16) for point in row.split()]


def _written(elements: str, places: dict[int, int]) -> str:
    weights = [[int(weight, 16) for weight in element] for element in ELEMENT.findall(elements)]
    for first, second in pairwise(weights):
        if UNIFIED <= first[0] < UNASSIGNED:
            page = (first[0] - UNIFIED) % (RARE - UNIFIED)
            place = places[page << 15 | second[0] & 0x7FFF]
            first[0], second[0] = UNIFIED + (place >> 15), place & 0x7FFF | 0x8000
    return ",".join(".".join(f"{weight:X}" for weight in element) for element in weights)


def main() -> None:
    """Write the tables and say how large they are."""
    if len(sys.argv) != 3:  # noqa: PLR2004 - the two of the usage
        sys.exit(__doc__)
    folder = Path(sys.argv[1])
    runs = ideographs((folder / "FractionalUCA.txt").read_text("utf-8"))
    elements = (folder / "allkeys_CLDR.txt").read_text("utf-8")
    tables = {
        "collation.z": packed_elements(elements, runs, sys.argv[2]),
        "ideographs.z": packed_ideographs(runs),
    }
    for name, table in tables.items():
        (DATA / name).write_bytes(table)
        print(f"{name}: {len(table)} bytes")


if __name__ == "__main__":
    main()
