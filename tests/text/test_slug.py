"""Slugs: what becomes of letters and signs, where they are cut, and what is refused."""

from typing import Any

import pytest

from blogmodel.errors import InvalidTypeError, InvalidValueError
from blogmodel.text import slug


@pytest.mark.parametrize(
    "text, expected",
    [
        ("L’été, aujourd’hui : œuvres & Cie", "l-ete-aujourd-hui-oeuvres-cie"),
        ("Qu’est-ce qu'il y a\u202f?", "qu-est-ce-qu-il-y-a"),
        ("  --Déjà vu ?!--  ", "deja-vu"),
        ("ŒUVRE, Æthelred, œ, æ", "oeuvre-aethelred-oe-ae"),
        ("Straße GROẞE Ørsted Łódź đ Þór ð ı İ", "strasse-grosse-orsted-lodz-d-thor-d-i-i"),
        ("ɛɔŋɲ Ɓamako", "eonn-bamako"),
        ("Noël à Nuuk – čeština", "noel-a-nuuk-cestina"),
        ("E\u0301te\u0301 a\u0336b", "ete-ab"),
        ("ﬁn Ｗｉｄｅ 𝐠𝐫𝐚𝐬", "fin-wide-gras"),
        ("1er, 2e, 1ᵉʳ, m²", "1er-2e-1er-m2"),
        ("n° 5, N°6, nº 7, no 8, 20 °C, an°", "no-5-no-6-no-7-no-8-20-c-an"),
        ("3,5 % et 10\u00a0000\u00a0$, 5 €", "3-5-et-10-000-5"),
        ("½ tasse, 1½, ⅔", "1-2-tasse-1-1-2-2-3"),
        ("C++ ou C#, a@b.ca", "c-ou-c-a-b-ca"),
        ("Marque™ © ® ℠ 5 µm", "marque-5-um"),
        ("ana\u00adnas a\u200db a\u200bb", "ananas-ab-ab"),
        ("2011-06-24_09:07", "2011-06-24-09-07"),
        ("Le mot Привет 日本 👍 là", "le-mot-la"),
        ("aβc", "a-c"),
        ("don’t", "don-t"),
        ("a\ud800b", "a-b"),
        ("", "billet"),
        ("« … »", "billet"),
        ("Привет", "billet"),
    ],
)
def test_a_slug_has_small_letters_figures_and_hyphens(text: str, expected: str) -> None:
    assert slug(text, fallback="billet") == expected


@pytest.mark.parametrize(
    "text, most, expected",
    [
        ("Le temps", 8, "le-temps"),
        ("Le temps", 7, "le"),
        ("Le temps", 3, "le"),
        ("Le temps", 1, "l"),
        ("Temps de l’érable", 10, "temps-de"),
        ("Temps de l’érable", 11, "temps-de"),
        ("Ce qu’on dit", 6, "ce"),
        ("Jusqu’à l’aube, jusqu’ici", 13, "jusqu-a-l-aub"),
        ("Lire aujourd’hui", 13, "lire"),
        ("Le plan A, B", 9, "le-plan"),
        ("Le top 5 ici", 9, "le-top-5"),
        ("anticonstitutionnel", 4, "anti"),
        ("l’anticonstitutionnel", 6, "l-anti"),
        ("l’anticonstitutionnel", 2, "l"),
        ("aujourd’hui", 9, "aujourd-h"),
    ],
)
def test_it_is_cut_between_words(text: str, most: int, expected: str) -> None:
    assert slug(text, fallback="a", max_length=most) == expected


class Rows:
    """A container that tells no length, such as a look into a store."""

    def __init__(self, *rows: str) -> None:
        self.rows = rows
        self.asked = 0

    def __contains__(self, row: object) -> bool:
        self.asked += 1
        return not self.rows or row in self.rows


@pytest.mark.parametrize(
    "text, most, taken, expected",
    [
        ("Érable", None, set(), "erable"),
        ("Érable", None, {"autre"}, "erable"),
        ("Érable", None, {"erable"}, "erable-2"),
        ("Érable", None, ["erable", "erable-2", "erable-4"], "erable-3"),
        ("Érable", None, dict.fromkeys(["erable"]), "erable-2"),
        ("Érable", None, Rows("erable", "erable-2"), "erable-3"),
        ("Érable 2", None, {"erable", "erable-2"}, "erable-2-2"),
        ("…", None, {"billet"}, "billet-2"),
        ("Un billet long", 14, {"un-billet-long"}, "un-billet-2"),
        ("Temps de l’eau", 12, {"temps-de"}, "temps-de-2"),
        ("anticonstitutionnel", 6, {"antico"}, "anti-2"),
        ("Érable", 6, {"erable", *(f"erab-{n}" for n in range(2, 10))}, "era-10"),
    ],
)
def test_one_that_is_taken_gets_a_number(
    text: str, most: int | None, taken: Any, expected: str
) -> None:
    assert slug(text, fallback="billet", max_length=most, taken=taken) == expected


def test_it_does_not_look_for_a_free_one_for_ever() -> None:
    rows = Rows()
    with pytest.raises(InvalidValueError, match=r"slug\.taken must be a container that leaves"):
        slug("Érable", fallback="billet", taken=rows)
    assert rows.asked == 10_001
    with pytest.raises(InvalidValueError, match="one like 'a' free"):
        slug("a", fallback="b", max_length=2, taken={"a"})
    with pytest.raises(InvalidValueError, match="one like 'a' free"):
        slug("a", fallback="b", max_length=3, taken={"a", *(f"a-{n}" for n in range(2, 10))})


@pytest.mark.parametrize(
    "arguments, expected",
    [
        ({"fallback": ""}, r"slug\.fallback must be a slug itself, such as 'billet'; got ''"),
        ({"fallback": "Billet"}, "a slug itself"),
        ({"fallback": "un--billet"}, "a slug itself"),
        ({"fallback": "billet\n"}, "a slug itself"),
        ({"fallback": "billet", "max_length": 5}, "a slug of at most 5 characters; got 'billet'"),
        ({"fallback": "a", "max_length": 0}, r"slug\.max_length must be 1 or more; got 0"),
    ],
)
def test_what_makes_no_slug_is_refused(arguments: dict[str, Any], expected: str) -> None:
    with pytest.raises(InvalidValueError, match=expected):
        slug("Un été", **arguments)


@pytest.mark.parametrize(
    "arguments, expected",
    [
        ({"text": None}, r"slug\.text must be a str; got None"),
        ({"fallback": None}, r"slug\.fallback must be a str"),
        ({"max_length": 9.5}, r"slug\.max_length must be an int, or None"),
        ({"max_length": True}, r"slug\.max_length must be an int, or None"),
        ({"taken": "a-b"}, r"slug\.taken must be a container of slugs, such as a set; got 'a-b'"),
        ({"taken": b"a-b"}, r"slug\.taken must be a container of slugs"),
        ({"taken": iter(["a"])}, r"slug\.taken must be a container of slugs"),
        ({"taken": None}, r"slug\.taken must be a container of slugs"),
    ],
)
def test_what_is_of_another_type_is_refused(arguments: dict[str, Any], expected: str) -> None:
    with pytest.raises(InvalidTypeError, match=expected):
        slug(**{"text": "Un été", "fallback": "billet"} | arguments)
