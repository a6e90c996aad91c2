"""Make the table of what looks like Latin letters and figures, from Unicode's own.

    python tools/make_confusables.py CONFUSABLES SCRIPTS > src/blogmodel/text/data/confusables.txt

CONFUSABLES is confusables.txt of UTS #39, SCRIPTS is Scripts.txt of the Unicode Character
Database, of the same version. The table is ASCII, sorted, and the same each time.

Of some 6,300 rows it keeps those that a word in Latin letters can be disguised with:

- Rows from ASCII go: I looks like l and m like rn, but « VIAGRA » is to stay one word.
- What folding makes plain by itself (ł, mathematical, full-width) goes, unless it makes another
  letter of it than it looks like: ϲ folds to σ.
- Punctuation, marks and signs of currency go, and what looks like several letters without being
  Latin.
- Marks of what is left go, as in folding.
- « l » stands in UTS #39 for all that is one upright line. A capital, and a letter named I or iota,
  is « i » here; the figure and the numeral one are « 1 »; other letters are « l »; signs go.
  A figure 0 is « 0 », though it looks like an o.

What UTS #39 leaves out is added: small capitals, white letters on black, what ε, ь, м and β look
like.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import category, combining, decimal, name, normalize

from blogmodel.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

HEADER = """\
# What looks like Latin letters or figures: a script, what is seen, the code points.
# Made by tools/make_confusables.py from confusables.txt (UTS #39) and Scripts.txt, Unicode {}.
# (c) Unicode, Inc. LICENSE-UNICODE.txt, beside this file, tells the terms of use.
"""
# After each letter what is to be seen as it; the prototypes of other letters are among them.
ADDED = (
    "aᴀ bʙ bƅ bβ cᴄ dᴅ eᴇ eꞓ eƐ fꜰ gɢ hʜ iɪ jᴊ jȷ kᴋ kĸ lʟ mᴍ mʍ nɴ oᴏ pᴘ qꞯ rʀ sꜱ tᴛ uᴜ vᴠ "
    "wᴡ yʏ zᴢ"
)
WHITE_ON_BLACK = (0x1F150, 0x1F170)  # Where the circled A and the squared one stand.
LATIN = re.compile("[a-z]+|[0-9]")


def main(confusables: str, scripts: str) -> str:
    """Return the table as a text."""
    source = Path(confusables).read_text("utf-8-sig")
    version = re.search(r"^# Version: ([\d.]+)", source, re.MULTILINE)
    if version is None:
        raise SystemExit(f"{confusables} does not tell its version")
    script_of = dict(read_scripts(Path(scripts).read_text("utf-8")))
    lines = defaultdict(list)
    for char, latin in sorted(looks(dict(read_rows(source)), script_of).items()):
        lines[script_of.get(char, "Common"), latin].append(f"{ord(char):04X}")
    rows = sorted(f"{' '.join(key)} {' '.join(codes)}\n" for key, codes in lines.items())
    return HEADER.format(version[1]) + "".join(rows)


def read_rows(source: str) -> Iterator[tuple[str, str]]:
    """Yield each character and its prototype."""
    for line in source.splitlines():
        fields = line.partition("#")[0].split(";")
        if len(fields) > 1:
            char, prototype = (
                "".join(chr(int(code, 16)) for code in field.split()) for field in fields[:2]
            )
            yield char, prototype


def read_scripts(source: str) -> Iterator[tuple[str, str]]:
    """Yield each character and the name of its script."""
    row = re.compile(r"([0-9A-F]+)(?:\.\.([0-9A-F]+))?\s*;\s*(\w+)")
    for match in filter(None, map(row.match, source.splitlines())):
        for code in range(int(match[1], 16), int(match[2] or match[1], 16) + 1):
            yield chr(code), match[3]


def looks(rows: dict[str, str], script_of: dict[str, str]) -> dict[str, str]:
    """Return what is seen in each character that the table is about."""
    seen = {pair[1]: pair[0] for pair in ADDED.split()}
    for start in WHITE_ON_BLACK:
        seen |= {chr(start + number): chr(ord("a") + number) for number in range(26)}
    for char, prototype in rows.items():
        latin = latin_of(char, prototype, seen)
        if is_letterlike(char) and (len(latin) == 1 or (latin and script_of.get(char) == "Latin")):
            seen.setdefault(char, latin)
    return {char: latin for char, latin in seen.items() if not is_plain(char, latin, seen)}


def is_letterlike(char: str) -> bool:
    """Tell whether a word can be disguised with it: letters, numbers and signs, none of ASCII."""
    return not char.isascii() and (category(char)[0] in "LN" or category(char) in {"Sm", "So"})


def latin_of(char: str, prototype: str, seen: dict[str, str]) -> str:
    """Return the letters or the figure that a character looks like, or nothing."""
    parts = "".join(part for part in normalize("NFD", prototype) if not combining(part))
    latin = {"l": upright(char), "rn": "m"}.get(parts)
    if latin is None:
        latin = "".join(seen.get(part, part.lower()) for part in parts)
    if category(char) == "Nd" and (latin, decimal(char)) == ("o", 0):
        latin = "0"
    return latin if LATIN.fullmatch(latin) else ""


def upright(char: str) -> str:
    """Return what is read where one upright line is seen, or nothing for a sign."""
    if category(char)[0] != "L":
        return "1" if category(char)[0] == "N" else ""
    return "i" if category(char) == "Lu" or re.search(r" LETTER I$|IOTA", name(char)) else "l"


def is_plain(char: str, latin: str, seen: dict[str, str]) -> bool:
    """Tell whether folding makes plain letters of a character, or letters that look the same."""
    parts = normalize("NFKD", char)
    return fold(char).isascii() or (
        parts != char and latin == "".join(seen.get(part, "") for part in parts)
    )


if __name__ == "__main__":
    sys.stdout.write(main(*sys.argv[1:]))
