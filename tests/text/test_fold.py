import pytest

from blogmodel.errors import InvalidTypeError
from blogmodel.text import fold


@pytest.mark.parametrize(
    "text, folded",
    [
        ("État", "etat"),
        ("E\u0301tat", "etat"),
        ("ÉTAT", "etat"),
        ("plain TEXT", "plain text"),
        ("Cœur, ÆON", "coeur, aeon"),
        ("l’été", "l'ete"),
        ("1ᵉʳ", "1er"),
        ("Ｗｉｄｅ", "wide"),
        ("Straße", "strasse"),
        ("日本", "日本"),
        ("", ""),
    ],
)
def test_case_accents_and_ligatures_are_folded(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    "name, typed",
    [
        ("Søren Kierkegaard", "soren kierkegaard"),
        ("Lech Wałęsa", "lech walesa"),
        ("Novak Đoković", "novak dokovic"),
        ("Đặng Thái Sơn", "dang thai son"),
        ("Þórður Ægisson", "thordur aegisson"),
        ("Iğdır, İstanbul", "igdir, istanbul"),
        ("Sápmi, Ŋáŋgi, Ħal Tarxien, Ŧ", "sapmi, nangi, hal tarxien, t"),
    ],
)
def test_names_are_found_as_a_french_keyboard_types_them(name: str, typed: str) -> None:
    assert fold(name) == typed


@pytest.mark.parametrize(
    "text, folded",
    [
        ("anti\u00adconsti\u00adtution", "anticonstitution"),
        ("vi\u200bag\u2060ra\ufeff", "viagra"),
        ("❤\ufe0f", "❤"),
        ("👩\u200d🚀", "👩🚀"),
        ("می\u200cخواهم", "میخواهم"),
        ("\u202eabc\u202c", "abc"),
        ("a\u3164b\uffa0c", "abc"),
        ("v\u20ddi\u20de", "vi"),
        ("9\u202fh\u00a007 …", "9 h 07 ..."),
    ],
)
def test_what_shows_nothing_goes(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize("apostrophe", "'’‘ʼ´\uff07")
def test_an_apostrophe_is_an_apostrophe(apostrophe: str) -> None:
    assert fold(f"L{apostrophe}État") == "l'etat"


@pytest.mark.parametrize("hyphen", "-\u2010\u2011\ufe63\uff0d")
def test_a_hyphen_is_a_hyphen(hyphen: str) -> None:
    assert fold(f"peut{hyphen}être") == "peut-etre"


def test_dashes_and_quotation_marks_stay() -> None:
    assert fold("« Oui — “non” – ‹si› €, № 3 »") == "« oui — “non” – ‹si› €, no 3 »"


def test_lone_surrogates_stay() -> None:
    assert fold("É\ud800") == "e\ud800"


@pytest.mark.parametrize("value", [None, b"abc", 7])
def test_only_text_is_folded(value: object) -> None:
    with pytest.raises(InvalidTypeError, match=r"fold\.text must be a str"):
        fold(value)  # type: ignore[arg-type]
