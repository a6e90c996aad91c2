import os
import pickle
import random
import zlib
from pathlib import Path
from unicodedata import normalize

import pytest

from blogmodel.errors import InvalidTypeError, UnknownLocaleError, UnsupportedLocaleError
from blogmodel.text import Collator, collation_key
from blogmodel.text._collation_weights import weights_of

from support.scripts import ROOT, script

FRENCH, QUEBEC = Collator("fr"), Collator("fr_CA")
DATA = ROOT / "src" / "blogmodel" / "text" / "data"

# In the order that ICU 72 has for French; Québec's differs where accents are compared from the end.
ORDERED = (
    "|\xad| |  a|\xa0b|_|-|–|—|, c|;|!|?|.|…|'|’|«\xa0a\xa0»|(a)|@zoé|#blogue|€ 3|0|1|½"
    "|10|1er|1ᵉʳ|2|9 h 07|9\xa0h\xa007|a|A|ª|à|a b|a-b|a’b|aa|ab|æ|aération|âge|âgé|ago|aimé"
    "|aîné|Ainsi|Äpfel|au-delà|aujourd'hui|aujourd’hui|Aujourd’hui|auteur|ça|cable|caché"
    "|Cadre|chat|Chat|CHAT|châtain|co-auteur|cœur|coeurs|coin|comment|Comment|cote|côté d’or"
    "|d'abord|d’accord|dû|du pain|eau|Eau|École|écoles|ecran|écu|Éléonore|Elise|Émile|Épicéa"
    "|état|État|États|été|Fête|ﬁn|fin de l’année|garçon|gâteau|Génération Agile|hélas|l'été"
    "|l’été|là-bas|lac|lacet|maïs|mais oui|naïf|Noël|noëls|œuf|œuvre|oeuvres|où va|ouïe|pâté"
    "|pâtes|péché|pêche|pécher|pêcher|Pêcheur|qu’il|Québec|quelqu’un|ruse|Saint-Élie|straße"
    "|tâche|tache d’encre|Ulysse|user|vécu|xylophone|ÿ|Yves|Zoé|Zoë|Zôn|αβγ|Ωμέγα|Еда|Ёж|Ж|й"
    "|к|שלום|سلام|あ|ア|一|中|日本"
).split("|")


@pytest.mark.parametrize("seed", range(3))
def test_words_are_in_the_order_recorded_from_icu(seed: int) -> None:
    shuffled = random.Random(seed).sample(ORDERED, len(ORDERED))  # noqa: S311 - no secret
    assert sorted(shuffled, key=FRENCH.key) == ORDERED
    place = ORDERED.index("péché")
    in_quebec = [*ORDERED[:place], "pêche", "péché", *ORDERED[place + 2 :]]
    assert sorted(shuffled, key=QUEBEC.key) == in_quebec


@pytest.mark.parametrize(
    "locale, expected",
    [
        ("fr", "cote coté côte côté"),
        ("fr-FR", "cote coté côte côté"),
        ("fr_CH", "cote coté côte côté"),
        ("fr_CA", "cote côte coté côté"),
        ("fr-ca", "cote côte coté côté"),
        ("en", "cote coté côte côté"),
        ("en_CA", "cote coté côte côté"),
    ],
)
def test_accents_are_compared_from_the_end_in_quebec_alone(locale: str, expected: str) -> None:
    assert sorted(["côté", "cote", "côte", "coté"], key=Collator(locale).key) == expected.split()


@pytest.mark.parametrize(
    "before, after",
    [
        ("a\u0323\u0302", "ậb"),  # marks in another order
        ("l·l", "lm"),  # a contraction of Catalan
        ("\u0438\u0306", "\u043a"),  # й is a letter of its own, before к …
        ("\u0438\u0323\u0306", "\u0439\u0438"),  # … also with another mark between them
        ("\u0f71\u0f39\u0f72", "\u0f74"),  # a mark that begins a contraction
        ("ก", "เก"),  # Thai, whose first vowels are sorted behind
        ("\U00017000", "\U00018800"),
        ("\U0001b170", "\U00018b00"),
        ("\U00020000", "中"),  # fewer strokes, though its code is higher
        ("龥", "\U000e01f0"),  # what is not assigned comes last …
        ("zz", "\ud800"),  # … and half a character too
        ("", "a"),
        ("a\ufffeb", "a b"),  # fields part lower than anything
    ],
)
def test_one_comes_before_the_other(before: str, after: str) -> None:
    for collator in (FRENCH, QUEBEC):
        assert collator.key(before) < collator.key(after)


def test_in_quebec_fields_are_compared_from_the_end_one_by_one() -> None:
    # U+FFFE parts them.
    fields = [f"{first}\ufffe{last}" for first in ("cote", "côte", "coté") for last in ("e", "é")]
    backwards = [*reversed(fields)]
    assert sorted(backwards, key=QUEBEC.key) == fields


def test_weights_of_the_first_level_alone_are_told_apart_in_the_key() -> None:
    assert FRENCH.key("ete") < FRENCH.key("Ete") < FRENCH.key("Été") < FRENCH.key("etes")
    assert FRENCH.key("été") == collation_key("été", locale="fr")


def test_a_long_row_of_marks_is_no_more_than_long() -> None:
    row = "\u0fb2" + "\u0f71" * 20_000 + "\u0f72" * 20_000
    # Each sign takes one of the other kind: what is left over is as if it stood alone.
    assert len(weights_of(row).primaries) <= len(row)
    assert FRENCH.key(row) > FRENCH.key("\u0fb2")


def test_marks_in_a_long_row_are_put_in_order() -> None:
    row = "\u0301\u0323" * 40
    assert weights_of(f"a{row}b\u00e9{row}") == weights_of(normalize("NFD", f"a{row}b\u00e9{row}"))
    assert weights_of(f"a{row}b") == weights_of("a" + "\u0323" * 40 + "\u0301" * 40 + "b")
    assert FRENCH.key("a" + "\u0301\u0323" * 100_000) < FRENCH.key("b")


@pytest.mark.parametrize("locale", ["sv", "es", "de_AT", "zh_Hant"])
def test_an_order_that_may_be_another_is_refused(locale: str) -> None:
    with pytest.raises(UnsupportedLocaleError, match="Collator has no rules for"):
        Collator(locale)


def test_what_is_no_locale_or_no_text_is_refused() -> None:
    with pytest.raises(UnknownLocaleError):
        Collator("")
    with pytest.raises(InvalidTypeError, match=r"Collator\.key must be a str; got 3"):
        FRENCH.key(3)  # type: ignore[arg-type]


def test_a_collator_is_a_value() -> None:
    again = pickle.loads(pickle.dumps(QUEBEC))
    assert again == QUEBEC == Collator("fr-CA")
    assert hash(again) == hash(QUEBEC)
    assert repr(again) == "Collator('fr_CA')"
    assert again.version == "CLDR 41, UCA 14.0.0"


@pytest.mark.parametrize("table", ["collation.z", "ideographs.z"])
def test_the_tables_are_what_the_script_makes(table: str) -> None:
    folder = os.environ.get("BLOGMODEL_UNICODE")
    if folder is None:
        pytest.skip("BLOGMODEL_UNICODE names no folder with allkeys_CLDR.txt, FractionalUCA.txt")
    tool = script("tools/make_collation.py")
    runs = tool.ideographs(Path(folder, "FractionalUCA.txt").read_text("utf-8"))
    elements = Path(folder, "allkeys_CLDR.txt").read_text("utf-8")
    made = {
        "collation.z": tool.packed_elements(elements, runs, "41"),
        "ideographs.z": tool.packed_ideographs(runs),
    }
    # What zlib makes of it depends on its version.
    assert zlib.decompress(made[table]) == zlib.decompress((DATA / table).read_bytes())


def test_the_script_makes_a_table_of_a_few_lines() -> None:
    tool = script("tools/make_collation.py")
    runs = tool.ideographs("[radical 1=⼀一:一丁-七]\n[radical 2=⼁丨:丨]\n")
    assert runs == [(0x4E00, 0x4E00), (0x4E01, 0x4E03), (0x4E28, 0x4E28)]
    source = (
        "@version 14.0.0\n0061  ; [.2000.0020.0002] # a\n"
        "00E9 ; [.2001.0020.0002][.0000.0024.0002]\n"
        "006C 00B7 ; [.2002.0020.0002]\n2E84 ; [.FB40.0020.0004][.CE28.0000.0000]\n"
    )
    table = zlib.decompress(tool.packed_elements(source, runs, "41")).decode().split("\n")
    assert table == [
        "CLDR 41, UCA 14.0.0",
        "0;61=2000.20.2;6C+B7=2002.20.2",
        "5D;2E84=FB40.20.4,8004.0.0",
    ]
    lines = zlib.decompress(tool.packed_ideographs(runs)).decode().split("\n")
    assert lines == ["4E00", "4E01 2", "4E28"]
