"""Words: what is one, what French elides, and what is refused."""

import pickle

import pytest

from blogmodel.errors import InvalidTypeError
from blogmodel.text import Word, words
from blogmodel.text._words import counted


def told(text: str) -> list[str]:
    """Return the words, the elided ones with a stroke after them."""
    return [word.text + "|" * word.is_elided for word in words(text)]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("L’arnaque d’aujourd’hui", "L’| arnaque d’| aujourd’hui"),
        ("l'été", "l'| été"),
        ("lʼété", "lʼ| été"),
        ("d’l’autre", "d’| l’| autre"),
        ("j’t’aime, j’te dis", "j’| t’| aime j’| te dis"),
        ("j’s’rai là", "j’| s’| rai là"),
        ("qu’il, QU’ELLE", "qu’| il QU’| ELLE"),
        ("jusqu’à lorsqu’on puisqu’un", "jusqu’| à lorsqu’| on puisqu’| un"),
        ("Quoiqu’ils", "Quoiqu’| ils"),
        ("m’a s’en n’y", "m’| a s’| en n’| y"),
        ("ç’a été, c\u0327’a", "ç’| a été c\u0327’| a"),
        ("l’hiver, d’habitude", "l’| hiver d’| habitude"),
        ("d’abord", "d’| abord"),
        ("l’1er", "l’| 1er"),
        ("l’« été », d’“x”, d’(y)", "l’| été d’| x d’| y"),
        ("N’importe quoi", "N’| importe quoi"),
        ("D’Artagnan", "D’| Artagnan"),
        ("C’ÉTAIT", "C’| ÉTAIT"),
        ("l’https://a.example/", "l’| https://a.example/"),
    ],
)
def test_short_forms_are_words_of_their_own(text: str, expected: str) -> None:
    assert told(text) == expected.split()


@pytest.mark.parametrize(
    "text",
    [
        *("aujourd’hui", "aujourd'hui", "AUJOURD’HUI", "quelqu’un", "quelqu’unes", "presqu’île"),
        *("entr’acte", "prud’homme", "prud’hommes", "grand’mère", "p’tit", "v’là"),
        *("c’te", "m’sieur", "m’dames", "M’man", "m’enfin", "d’jeuns"),
        *("don’t", "it’s", "o’clock", "rock’n’roll", "O’Brien", "D’oh", "c’mon", "s’mores", "t’s"),
        *("N’Djamena", "M’Bala", "T’Challa", "D’Souza"),
    ],
)
def test_other_words_keep_their_apostrophe(text: str) -> None:
    assert told(text) == [text]
    assert told(f"({text}.") == [text]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("", []),
        (" \n…", []),
        ("3,14 et 1.5", ["3,14", "et", "1.5"]),
        ("1’000 24/06/2011", ["1’000", "24", "06", "2011"]),
        ("10\u00a0000 ou 10\u202f000\u202f$", ["10\u00a0000", "ou", "10\u202f000"]),
        ("10\u00a00001, 10 000", ["10", "0001", "10", "000"]),
        ("quoi\u202f! quoi\u00a0!", ["quoi", "quoi"]),
        ("m² et 1½", ["m²", "et", "1½"]),
        ("a_b _a_ __ _", ["a_b", "_a_"]),
        ("U.S.A. fin.Début note:voici", ["U.S.A", "fin.Début", "note", "voici"]),
        ("auteur·e·s", ["auteur·e·s"]),
        ("E\u0301tat a\u00adb a\u200db", ["E\u0301tat", "a\u00adb", "a\u200db"]),
        ("e\u0301’a 1\u0301,2", ["e\u0301’a", "1\u0301,2"]),
        ("rendez-vous, c’est-à-dire", ["rendez", "vous", "c’", "est", "à", "dire"]),
        ("chef-d’œuvre", ["chef", "d’", "œuvre"]),
        ("👍 1️⃣ 🇫🇷 👨‍👩‍👧", ["1️⃣"]),
        ("日本語のテキスト", ["日", "本", "語", "の", "テキスト"]),
        ("カ_a カa", ["カ_a", "カ", "a"]),
        ("สวัสดีครับ", ["สวัสดีครับ"]),
        ("한국어", ["한국어"]),
        ("צה\"ל ג'", ['צה"ל', "ג'"]),
        ("a\ud800b", ["a", "b"]),
    ],
)
def test_words_are_those_of_unicode(text: str, expected: list[str]) -> None:
    assert [word.text for word in words(text)] == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("voir https://a.example/c_(d), puis", ["voir", "https://a.example/c_(d)", "puis"]),
        ("(http://a.example/?q=l’été&x=1#y).", ["http://a.example/?q=l’été&x=1#y"]),
        ("www.Exemple.org. WWW.A.CA!", ["www.Exemple.org", "WWW.A.CA"]),
        ("jean-luc+x@a-b.example.org.", ["jean-luc+x@a-b.example.org"]),
        ("a@b, @zoe, http:// x", ["a", "b", "zoe", "http", "x"]),
        ("« https://a.example »", ["https://a.example"]),
        (f"{'a' * 65}@b.ca", ["a" * 65, "b.ca"]),
    ],
)
def test_an_address_is_one_word(text: str, expected: list[str]) -> None:
    assert [word.text for word in words(text)] == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("l’arnaque", ["l’arnaque"]),
        ("Est-ce qu’il l’a ?", ["Est-ce", "qu’il", "l’a"]),
        ("un chef-d’œuvre, c’est-à-dire", ["un", "chef-d’œuvre", "c’est-à-dire"]),
        ("l’« été » – oui", ["été", "oui"]),
        ("a - b", ["a", "b"]),
        ("日本", ["日", "本"]),
        ("d’l’", ["d’l"]),
        ("d’(", []),
    ],
)
def test_people_count_a_short_form_and_a_compound_as_one(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in counted(text)] == expected


def test_words_come_one_by_one() -> None:
    found = words("Un été " * 1_000)
    assert next(found) == Word("Un", (0, 2))
    assert next(found).span == (3, 6)


def test_a_word_is_a_value() -> None:
    elided, word = words("L’Œuvre")
    assert elided == Word("L’", (0, 2), is_elided=True)
    assert (word.text, word.span, word.folded) == ("Œuvre", (2, 7), "oeuvre")
    assert elided.folded == "l'"
    assert repr(word) == "Word(text='Œuvre', span=(2, 7), is_elided=False)"
    assert pickle.loads(pickle.dumps(word)) == word
    assert len({word, *words("L’Œuvre")}) == 2


def test_what_is_no_text_is_refused_at_once() -> None:
    with pytest.raises(InvalidTypeError, match=r"words\.text must be a str; got b'a'"):
        words(b"a")  # type: ignore[arg-type]
