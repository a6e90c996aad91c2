"""The table of what looks Latin: made by its script, and right in what matters most."""

import os
from pathlib import Path
from types import ModuleType
from unicodedata import category

import pytest

from blogmodel.text import fold
from blogmodel.text._looks import lookalikes

from support import scripts

DATA = scripts.ROOT / "src" / "blogmodel" / "text" / "data"
TABLE = (DATA / "confusables.txt").read_text("ascii")


@pytest.fixture(name="script")
def make_confusables() -> ModuleType:
    return scripts.script("tools/make_confusables.py")


def test_the_table_is_what_the_script_makes(script: ModuleType) -> None:
    folder = Path(os.environ.get("BLOGMODEL_UNICODE", ""))
    if not all((folder / name).is_file() for name in ("confusables.txt", "Scripts.txt")):
        pytest.skip("BLOGMODEL_UNICODE names no folder with confusables.txt and Scripts.txt")
    made = script.main(str(folder / "confusables.txt"), str(folder / "Scripts.txt"))
    assert made == TABLE


def test_the_script_keeps_what_a_latin_word_can_be_disguised_with(
    script: ModuleType, tmp_path: Path
) -> None:
    rows = {
        "0430": "0061",  # а
        "0399": "006C",  # Ι looks like l, which is read i here
        "05D5": "006C",  # ו, which is read l
        "0661": "006C",  # the Arabic figure 1
        "0966": "006F",  # the Devanagari figure 0
        "2223": "006C",  # ∣, a sign
        "0432": "0299",  # в looks like a small capital B
        "04AA": "0043 0326",  # Ҫ, as C with a comma
        "03B8": "004F 0335",  # θ, as O with a bar
        "044E": "006C 006F",  # ю, as lo
        "A733": "0061 0061",  # ꜳ, which is Latin
        "0271": "0072 006E",  # ɱ, as rn
        "03F2": "0063",  # ϲ, which folding takes for σ
        "1D6C2": "0061",  # 𝛂, which folds to α
        "03B1": "0061",  # α
        "FF21": "0041",  # Ａ, which folds to a
        "0142": "006C 0338",  # ł, which folds to l
        "0049": "006C",  # I, of ASCII
        "20AC": "A792",  # €
        "0414": "0414",  # Д
    }
    confusables, scripts = tmp_path / "confusables.txt", tmp_path / "Scripts.txt"
    lines = (f"{source} ;\t{target} ;\tMA\t# comment\n" for source, target in rows.items())
    confusables.write_text("# Version: 99.0.0\n\n" + "".join(lines), "utf-8")
    scripts.write_text(
        "0391..03F2 ; Greek # Α\n0410..04FF ; Cyrillic # А\n0142 ; Latin\n0271 ; Latin\n"
        "A733 ; Latin\n05D5 ; Hebrew\n0661 ; Arabic\n0966 ; Devanagari\n",
        "utf-8",
    )
    made = script.main(str(confusables), str(scripts)).splitlines()
    assert "Unicode 99.0.0." in made[1]
    added = {"Common", "Latin"}  # Small capitals and white letters, the same whatever is given.
    assert [line for line in made[3:] if line.split()[0] not in added] == [
        "Arabic 1 0661",
        "Cyrillic a 0430",
        "Cyrillic b 0432",
        "Cyrillic c 04AA",
        "Devanagari 0 0966",
        "Greek a 03B1",
        "Greek b 03B2",  # Added.
        "Greek c 03F2",
        "Greek i 0399",
        "Greek o 03B8",
        "Hebrew l 05D5",
    ]
    assert {"Latin aa A733", "Latin m 0271"} <= set(made)


def test_a_file_without_a_version_is_refused(script: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / "confusables.txt"
    path.write_text("", "utf-8")
    with pytest.raises(SystemExit, match="does not tell its version"):
        script.main(str(path), str(path))


def test_the_table_tells_where_it_is_from() -> None:
    header = [line for line in TABLE.splitlines() if line.startswith("#")]
    assert "confusables.txt (UTS #39) and Scripts.txt, Unicode 15.0.0" in header[1]
    assert "LICENSE-UNICODE.txt" in header[2]
    licence = (DATA / "LICENSE-UNICODE.txt").read_text("utf-8")
    assert "Unicode, Inc. All rights reserved." in licence
    assert 'THE DATA FILES AND SOFTWARE ARE PROVIDED "AS IS"' in licence


def test_the_table_is_small_sorted_and_has_each_character_once() -> None:
    rows = [line for line in TABLE.splitlines() if not line.startswith("#")]
    assert rows == sorted(rows)
    codes = [code for row in rows for code in row.split()[2:]]
    assert len(codes) == len(set(codes)) == len(lookalikes())
    assert len(TABLE) < 10_000


def test_a_lookalike_is_a_letter_a_figure_or_a_sign_that_folding_does_not_make_plain() -> None:
    for char, (script, latin) in lookalikes().items():
        assert category(char)[0] in "LN" or category(char) in {"Sm", "So"}
        assert not fold(char).isascii()
        assert fold(latin) == latin
        assert latin.isascii()
        assert latin.isalnum()
        assert len(latin) == 1 or script == "Latin"


@pytest.mark.parametrize(
    "char, expected",
    [
        ("а", ("Cyrillic", "a")),
        ("А", ("Cyrillic", "a")),
        ("Н", ("Cyrillic", "h")),
        ("н", ("Cyrillic", "h")),
        ("І", ("Cyrillic", "i")),
        ("Ι", ("Greek", "i")),
        ("η", ("Greek", "n")),
        ("Η", ("Greek", "h")),
        ("ו", ("Hebrew", "l")),
        ("ɑ", ("Latin", "a")),
        ("ᴀ", ("Latin", "a")),
        ("🅰", ("Common", "a")),
    ],
)
def test_what_matters_most_is_there(char: str, expected: tuple[str, str]) -> None:
    assert lookalikes()[char] == expected


@pytest.mark.parametrize("char", "Iml01é€£юДΓГЛ∣ﬁ𝐚Ａłø")
def test_what_is_no_look_is_not_there(char: str) -> None:
    assert char not in lookalikes()


def test_icu_sees_the_same() -> None:
    icu = pytest.importorskip("icu", reason="PyICU has to be built, against ICU's own library")
    if icu.UNICODE_VERSION != "15.0":
        pytest.skip(f"ICU is of Unicode {icu.UNICODE_VERSION}, the table of 15.0")
    checker = icu.SpoofChecker()
    others = []
    for char, (_, latin) in lookalikes().items():
        bare = "".join(part for part in checker.getSkeleton(0, char) if fold(part))
        if bare.isascii() and {"l": "i", "rn": "m"}.get(bare, fold(bare)) != latin:
            others.append(char)
    # Upright lines that are l here, and figures.
    assert {lookalikes()[char][1] for char in others} == {"l", "0", "1"}
    skeletons = (checker.getSkeleton(0, word) for word in ("Ноtеl", "vіаgrа", "ΡаΥРАL"))
    assert [fold(skeleton) for skeleton in skeletons] == ["hotel", "viagra", "paypal"]
