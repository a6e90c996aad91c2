"""Excerpts: where they end, what they leave out, and what is refused."""

import pickle
from typing import Any

import pytest

from blogmodel.errors import InvalidTypeError, InvalidValueError
from blogmodel.text import Excerpt, excerpt

NB, NNB = "\u00a0", "\u202f"
STORY = (
    f"Samedi dernier, on a bu l’eau d’érable (un peu) à l’aube. «{NB}Quoi{NNB}! dit-il.{NB}» "
    f"Elle a payé 10{NB}000{NB}$."
)


@pytest.mark.parametrize(
    "words, expected",
    [
        (1, "Samedi…"),
        (2, "Samedi dernier…"),
        (6, "Samedi dernier, on a bu l’eau…"),
        (7, "Samedi dernier, on a bu l’eau d’érable…"),
        (8, "Samedi dernier, on a bu l’eau d’érable…"),
        (9, "Samedi dernier, on a bu l’eau d’érable (un peu)…"),
        (11, "Samedi dernier, on a bu l’eau d’érable (un peu) à l’aube…"),
        (12, "Samedi dernier, on a bu l’eau d’érable (un peu) à l’aube…"),
        (13, STORY[: STORY.index(" Elle")] + "…"),
        (15, STORY[: STORY.index(" payé")] + "…"),
        (17, STORY),
    ],
)
def test_words_are_kept_whole_and_so_are_quotations(words: int, expected: str) -> None:
    assert excerpt(STORY, words=words).text == expected


@pytest.mark.parametrize(
    "text, characters, expected",
    [
        ("Un été", 6, "Un été"),
        ("Un été", 5, "Un…"),
        ("Un l’été", 6, "Un…"),
        ("Un l’ été", 6, "Un…"),
        ("Un qu’ «à»", 7, "Un…"),
        ("Un, deux", 4, "Un…"),
        ("Un – deux", 6, "Un…"),
        ("Un « deux", 6, "Un…"),
        ("Un (et ça)", 8, "Un…"),
        ("Un [et ça] là", 9, "Un…"),
        ("Un “et ça” là", 9, "Un…"),
        ("Un (et ça) là.", 13, "Un (et ça)…"),
        ("Un & deux", 5, "Un…"),
        ("Dit : oui oui", 7, "Dit…"),
        ("Fini. Encore", 8, "Fini…"),
        ("Fini... Encore", 9, "Fini…"),
        ("Fini… Encore", 8, "Fini…"),
        ("Fini ! Encore", 9, "Fini !…"),
        ("Oh ! dit-il", 5, "Oh !…"),
        ("Oh ah ! dit-il", 6, "Oh…"),
        (f"Oh ah{NNB}! dit-il", 7, "Oh…"),
        ("Oh 50 % de", 6, "Oh…"),
        ("Oh 10 000 de", 6, "Oh…"),
        ("Oh 10 000 de", 11, "Oh 10 000…"),
        ("Oh 10 0000", 6, "Oh 10…"),
        ("Oh 10 $ de", 6, "Oh…"),
        ("Oh 10 $de", 6, "Oh 10…"),
        (f"Oh 9{NB}h{NB}07 ici", 7, "Oh…"),
        ("Vu M. Roy là", 8, "Vu…"),
        ("Vu MM. Roy là", 9, "Vu…"),
        ("Vu Mme Roy là", 9, "Vu…"),
        ("Vu Me Roy là", 8, "Vu…"),
        ("Vu Dr. Roy là", 9, "Vu…"),
        ("Vu n° 5 là", 7, "Vu…"),
        ("Vers 23 h 30 ou", 10, "Vers…"),
        ("Cuire 5 kg de", 9, "Cuire…"),
        ("Vu Dr Roy là", 8, "Vu…"),
        ("Vu par J. K. Roy", 13, "Vu par…"),
        ("Un\n\ndeux trois", 9, "Un\n\ndeux…"),
        (" \n Un deux", 4, "Un…"),
        ("", 5, ""),
        (" \n ", 5, ""),
    ],
)
def test_it_ends_where_a_reader_would_pause(text: str, characters: int, expected: str) -> None:
    assert excerpt(text, characters=characters).text == expected


@pytest.mark.parametrize(
    "text, characters, expected",
    [
        ("anticonstitutionnellement", 5, "anti…"),
        ("rendez-vous là", 9, "rendez…"),
        ("l’anti-tout là", 9, "l’anti…"),
        ("l’anticonstitutionnel là", 9, "l’antico…"),
        ("l’anticonstitutionnel là", 3, "…"),
        (f"quoi{NNB}! là", 6, "quoi…"),
        ("– – – anticonstitutionnel", 10, "– – – ant…"),
        ("«anticonstitutionnel»", 6, "«anti…"),
        ("« Une citation longue » là", 9, "« Une…"),
        ("« Une (grande et) belle » là", 14, "« Une…"),
        ("« Une (grande et) belle » là", 22, "« Une (grande et)…"),
        ("e\u0301e\u0301e\u0301", 4, "e\u0301…"),
        ("👨‍👩‍👧👨‍👩‍👧", 6, "👨‍👩‍👧…"),
        ("👨‍👩‍👧👨‍👩‍👧", 5, "…"),
        ("🇫🇷🇨🇦🇫🇷", 4, "🇫🇷…"),
        ("한국어국", 3, "한국…"),
        ("\u1112\u1161\u11ab\u1112\u1161\u11ab", 5, "\u1112\u1161\u11ab…"),
        ("\u1161\u11ab\u1112\u1161", 3, "\u1161\u11ab…"),
        ("क्षक्ष", 5, "क्ष…"),
        ("日本語のテキスト", 4, "日本語…"),
        ("\ud800\ud800\ud800", 2, "\ud800…"),
    ],
)
def test_what_is_longer_than_the_limit_is_cut_within(
    text: str, characters: int, expected: str
) -> None:
    assert excerpt(text, characters=characters).text == expected


@pytest.mark.parametrize(
    "text, words, expected",
    [
        ("et/ou rien", 1, "et…"),
        ("rendez-vous là-bas oui", 2, "rendez-vous là-bas…"),
        ("a et/ou rien", 2, "a…"),
        ("日本語", 2, "日本…"),
        (f"un{NB}deux{NB}trois", 2, f"un{NB}deux…"),
        ("Un été 👍 (deux) trois", 3, "Un été 👍 (deux)…"),
        ("Un été 👍 – 👍", 2, "Un été 👍 – 👍"),
        ("👍 👍", 1, "👍 👍"),
        ("l’ été", 1, "…"),
    ],
)
def test_words_are_counted_as_people_do(text: str, words: int, expected: str) -> None:
    assert excerpt(text, words=words).text == expected


@pytest.mark.parametrize(
    "sentences, mark, expected",
    [
        (1, "…", "M. Roy rit…"),
        (1, "", "M. Roy rit."),
        (1, " […]", "M. Roy rit. […]"),
        (2, "…", "M. Roy rit. Oh !…"),
        (2, "...", "M. Roy rit. Oh !..."),
        (3, "", "M. Roy rit. Oh ! « Oui. Non. »"),
        (4, "…", "M. Roy rit. Oh ! « Oui. Non. » Fin."),
    ],
)
def test_sentences_are_kept_whole(sentences: int, mark: str, expected: str) -> None:
    text = " M. Roy rit. Oh ! « Oui. Non. » Fin."
    assert excerpt(text, sentences=sentences, mark=mark).text == expected


def test_a_quotation_of_several_paragraphs_is_not_entered() -> None:
    assert excerpt("Un. « Deux.\n\nTrois. » Quatre.", sentences=2, mark="").text == "Un."


def test_faces_and_letters_in_brackets_open_nothing() -> None:
    text = "Dommage :( mais ce soir ça ira auteur(e et tout :) oui) là"
    assert excerpt(text, words=4).text == "Dommage :( mais ce soir…"
    assert excerpt(text, words=9).text == "Dommage :( mais ce soir ça ira auteur(e et…"


def test_another_mark_may_stand_there_or_none() -> None:
    assert excerpt("Un. Deux. Trois.", words=2, mark="").text == "Un. Deux."
    assert excerpt("Un, deux", words=1, mark=" →").text == "Un →"
    assert excerpt("Un deux trois", characters=9, mark=" [lire]").text == "Un [lire]"


def test_an_excerpt_is_a_value() -> None:
    cut = excerpt(" Un été", words=1)
    assert cut == Excerpt("Un…", (1, 3), is_cut=True)
    assert str(cut) == "Un…"
    assert repr(cut) == "Excerpt(text='Un…', span=(1, 3), is_cut=True)"
    assert pickle.loads(pickle.dumps(cut)) == cut
    assert len({cut, excerpt("Un", words=1)}) == 2
    assert excerpt(" Un ", words=1) == Excerpt("Un", (1, 3), is_cut=False)
    assert excerpt(" ", words=1) == Excerpt("", (0, 0), is_cut=False)


@pytest.mark.parametrize(
    "limits, expected",
    [
        ({}, "exactly one of words, characters, sentences; got {}"),
        ({"words": 1, "sentences": 1}, "exactly one of words, characters, sentences"),
        ({"words": 0}, r"excerpt\.words must be 1 or more; got 0"),
        ({"sentences": -1}, r"excerpt\.sentences must be 1 or more; got -1"),
        ({"characters": 1}, r"excerpt\.characters must be 2 or more; got 1"),
        ({"characters": 3, "mark": "..."}, r"excerpt\.characters must be 4 or more; got 3"),
    ],
)
def test_a_limit_that_is_none_is_refused(limits: dict[str, Any], expected: str) -> None:
    with pytest.raises(InvalidValueError, match=expected):
        excerpt("Un été", **limits)


@pytest.mark.parametrize(
    "arguments, expected",
    [
        ({"text": b"a", "words": 1}, "text must be a str"),
        ({"text": "a", "words": 1, "mark": None}, "mark must be a str"),
        ({"text": "a", "words": True}, "words must be an int; got True"),
        ({"text": "a", "characters": 9.5}, "characters must be an int"),
        ({"text": "a", "sentences": "2"}, "sentences must be an int"),
    ],
)
def test_what_is_of_another_type_is_refused(arguments: dict[str, Any], expected: str) -> None:
    with pytest.raises(InvalidTypeError, match=expected):
        excerpt(**arguments)
