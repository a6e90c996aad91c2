import pickle
from pathlib import Path
from typing import Any

import pytest

from blogmodel.errors import InvalidTypeError, InvalidValueError, WordListError
from blogmodel.messages import Messages
from blogmodel.moderation import (
    Term,
    TermMatch,
    WordFlawKind,
    WordHit,
    WordList,
    lint_words,
)
from blogmodel.text import Level

WORD, PREFIX, PART, PHRASE = (
    TermMatch.WORD,
    TermMatch.PREFIX,
    TermMatch.SUBSTRING,
    TermMatch.PHRASE,
)


def found(text: str, *terms: Term) -> list[str]:
    """Return what of a text is found."""
    return [text[slice(*hit.span)] for hit in WordList(terms).find(text)]


@pytest.mark.parametrize(
    "term, text, expected",
    [
        (Term("arnaque"), "Une ARNAQUE !", ["ARNAQUE"]),
        (Term("arnaque"), "L’arnaque, d'arnaque, qu’arnaque", ["arnaque"] * 3),
        (Term("arnaque"), "arnaqueur, désarnaque", []),
        (Term("hui"), "aujourd’hui", []),
        (Term("aujourd'hui"), "AUJOURD’HUI", ["AUJOURD’HUI"]),
        (Term("brien"), "O’Brien", []),
        (Term("un"), "quelqu’un, un", ["un"]),
        (Term("con"), "Il contient un con-vive, con.", ["con", "con"]),
        (Term("pousse-crotte"), "un pousse-crotte", ["pousse-crotte"]),
        (Term("crotte"), "un pousse-crotte", ["crotte"]),
        (Term("pedale"), "PÉDALE pedalée", ["PÉDALE"]),
        (Term("pédé"), "pede", ["pede"]),
        (Term("pédé", level=Level.PLAIN), "pede pédé PÉDÉ", ["pédé"]),
        (Term("viagra"), "v1agra vіаgrа", []),
        (Term("viagra", level=Level.CONFUSABLE), "v1agra vіаgrа", ["vіаgrа"]),
        (Term("viagra", level=Level.LEET), "v1agra vіаgrа", ["v1agra", "vіаgrа"]),
        (Term("viagra", level=Level.SPACED), "du V.1.@.G.R.A ici", ["V.1.@.G.R.A"]),
        (
            Term("arnaque", level=Level.LEET),
            "L’@rnaque, l’arnaque, l'4rnaque",
            ["arnaque", "4rnaque"],
        ),
        (Term("arnaqu", PREFIX, level=Level.SPACED), "lorsqu’arnaqueur", ["arnaqu"]),
        (Term("18"), "18,50 € et 18, 18", ["18", "18"]),
        (Term("arnaque"), "http://a.example/(arnaque) http://a.example/arnaque,b", []),
        (Term("viagra"), "买viagra吧", ["viagra"]),
        (Term("カジノ"), "このカジノで", ["カジノ"]),
        (Term("s", PART), "Maß", ["ß"]),
        (Term("œuf"), "un oeuf", ["oeuf"]),
        (Term("c++"), "du c++ et du C", ["c++"]),
        (Term("$ca$h"), "pa$ca$h $ca$h", ["$ca$h"] * 2),
        (Term("arnaqu", PREFIX), "arnaqueur, l’arnaque, désarnaqué", ["arnaqu", "arnaqu"]),
        (Term("a", PREFIX), "Ah ça", ["A"]),
        (Term("arnaques", PREFIX), "arnaqueurs", []),
        (
            Term("casino en ligne", PHRASE),
            f"casino{' ' * 30}en-ligne",
            [f"casino{' ' * 30}en-ligne"],
        ),
        (Term("casino en", PREFIX), "casino enligne, mon casino en", ["casino en"] * 2),
        (Term("press", PART), "Expression", ["press"]),
        (Term(".xyz/", PART), "http://a.xyz/b", [".xyz/"]),
        (Term("aa", PART), "aaaaa", ["aa", "aa"]),
        (Term("!", PART), "Oh !", ["!"]),
        (Term("é" * 12, PART), "xé" + "É" * 12, ["é" + "É" * 11]),
        (Term("online casino", PART), "my online casino!", ["online casino"]),
        (Term("casino en ligne", PHRASE), "CASINO\n en  ligne", ["CASINO\n en  ligne"]),
        (Term("casino en ligne", PHRASE), "casino-en-ligne", ["casino-en-ligne"]),
        (Term("casino en ligne", PHRASE), "casino, en ligne", []),
        (Term("casino en ligne", PHRASE), "casino en lignes", []),
        (Term("casino en ligne", PHRASE), "le casino, un casino en ligne", ["casino en ligne"]),
        (Term("gagner de l’argent", PHRASE), "Gagner de l'argent", ["Gagner de l'argent"]),
        (Term("un", PHRASE), "un", ["un"]),
    ],
)
def test_a_term_is_found_as_it_is_meant(term: Term, text: str, expected: list[str]) -> None:
    assert found(text, term) == expected


def test_hits_come_by_their_places_and_may_overlap() -> None:
    terms = [Term("en ligne", PHRASE), Term("casino en ligne", PHRASE), Term("asi", PART)]
    assert found("casino en ligne", *terms) == ["casino en ligne", "asi", "en ligne"]


@pytest.mark.parametrize("number", range(1, 26))
def test_a_part_is_found_wherever_it_stands(number: int) -> None:
    part = "abcdefghijklmnopqrstuvwxy"[:number]
    words = WordList([Term(part, PART), *(Term(f"zz{n}zzzzzzzzzz", PART) for n in range(9))])
    for shift in range(9):
        text = "." * shift + part + "."
        assert [hit.span for hit in words.find(text)] == [(shift, shift + number)]
    assert words.find(part[:-1]) == ()


def test_parts_that_share_their_start_are_found_by_what_else_they_have() -> None:
    parts = [f"http://www.site{number}.example/" for number in range(50)]
    words = WordList([Term(part, PART) for part in parts])
    assert [hit.term.text for hit in words.find(f"voir {parts[7]} ici")] == [parts[7]]
    assert words.find("http://www.") == ()


def test_lists_of_lines_are_parts_of_words_as_wordpress_has_them() -> None:
    words = WordList.from_lines("\ufeff casino \r\n\n# non\nViagra\n")
    assert [term.text for term in words] == ["casino", "# non", "Viagra"]
    assert {term.match for term in words.terms} == {PART}


def test_lines_of_several_words_are_phrases_where_words_are_meant() -> None:
    words = WordList.from_lines("con\nfille de\u00a0rien", match=WORD, points=2)
    assert [(term.match, term.points) for term in words] == [(WORD, 2), (PHRASE, 2)]


def test_a_list_is_a_value() -> None:
    words = WordList([Term("a"), Term("b", PART, points=2), Term("c", level=Level.LEET)])
    again = pickle.loads(pickle.dumps(words))
    assert again == words
    assert hash(again) == hash(words)
    assert again.find("a b c") == words.find("a b c")
    assert words != WordList([Term("a"), Term("b"), Term("c")])
    assert words != WordList([Term("a")])
    assert words != 3
    assert len(words) == 3
    assert repr(words) == "WordList(3 terms)"
    assert WordList([]).find("a") == ()


def test_of_the_same_entry_twice_the_first_counts() -> None:
    words = WordList([Term("Été", points=1), Term("ete", points=2)])
    assert words.find("été") == (WordHit(Term("Été", points=1), (0, 3)),)


@pytest.mark.parametrize(
    "terms, entry, problem",
    [
        ([Term("ok"), Term("!!")], 2, "it has no letter; give TermMatch.SUBSTRING"),
        ([Term("\u0301")], 1, "nothing is left of it at its level"),
        ([Term("\u200b", PART)], 1, "nothing is left of it at its level"),
        ([Term("a b")], 1, "it is of several words; give TermMatch.PHRASE"),
    ],
)
def test_an_entry_that_cannot_be_looked_for_is_refused(
    terms: list[Term], entry: int, problem: str
) -> None:
    with pytest.raises(WordListError) as caught:
        WordList(terms)
    assert caught.value.entry == entry
    assert caught.value.problem.startswith(problem)


@pytest.mark.parametrize(
    "make",
    [
        lambda: Term(""),
        lambda: Term("a", "word!"),
        lambda: Term("a", level=3),
        lambda: Term("a", points="x"),
        lambda: WordList("abc"),
        lambda: WordList(3),
        lambda: WordList(["a"]),
        lambda: WordList.from_lines(3),
        lambda: WordList.from_lines("a", match="x"),
        lambda: WordList([]).find(3),
        lambda: lint_words([]),
    ],
)
def test_other_values_are_refused(make: Any) -> None:
    with pytest.raises((InvalidTypeError, InvalidValueError)):
        make()


def test_entries_with_line_feeds_are_phrases_all_the_same() -> None:
    assert found("en ligne", Term("en\n\nligne", PHRASE), Term("x")) == ["en ligne"]
    assert found("1", Term("1\n", PART), Term("1")) == ["1"]
    assert found("1\n", Term("1\n", PART), Term("2")) == ["1\n"]


@pytest.mark.parametrize(
    "text", ["Ce contenu contient des concours.", "La pièce de théâtre", "Ménagère, culture, tapis"]
)
def test_insults_as_words_do_not_hit_innocent_french(shared_data: Path, text: str) -> None:
    lines = (shared_data / "lists" / "ldnoobw-fr").read_text("utf-8")
    assert WordList.from_lines(lines, match=WORD).find(text) == ()


def test_a_real_list_finds_what_looking_for_each_entry_does(shared_data: Path) -> None:
    from blogmodel.text import fold  # noqa: PLC0415 - for this alone

    lines = (shared_data / "lists" / "splorp-blacklist.txt").read_text("utf-8")
    words = WordList.from_lines(lines)
    text = (
        "Bonjour, voici un online casino et des backlinks pas chers : www.replica-watches.example"
    )
    plain = fold(text)
    expected = {term.text for term in words if fold(term.text) in plain}
    hits = {hit.term.text for hit in words.find(text)}
    assert hits <= expected
    assert {fold(hit) for hit in hits} == {fold(term) for term in expected}
    assert len(hits) > 5


def test_many_entries_of_one_text_are_all_found() -> None:
    lines = [f"mot{n}" for n in range(20)]
    text = "« mot1 » mot11, mot1x, mot10-mot1"
    assert found(text, *map(Term, lines)) == ["mot1", "mot11", "mot10", "mot1"]
    many = [Term(line, PREFIX) for line in lines]
    assert found(text, *many).count("mot1") == 5
    assert found("c c# c++ c+++", Term("c"), Term("c#"), Term("c++")).count("c++") == 2


def test_entries_that_share_a_word_are_told_apart_by_their_others() -> None:
    words = WordList.from_lines("\n".join(f"je mot{n}" for n in range(50)), match=PHRASE)
    assert [hit.term.text for hit in words.find("Je suis, je mot7.")] == ["je mot7"]


def kinds(*terms: Term, approved: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    flaws = lint_words(WordList(terms), approved=approved)
    return [(flaw.kind.value, flaw.term.text) for flaw in flaws]


@pytest.mark.parametrize(
    "terms, expected",
    [
        ([Term("a"), Term("b")], []),
        ([Term("Été"), Term("ete")], [("repeated", "ete")]),
        ([Term("a", points=1), Term("A", points=2)], [("contradictory", "A")]),
        ([Term("a"), Term("a", level=Level.LEET)], []),
        ([Term("ab", PART)], [("short", "ab")]),
        ([Term("casino", PART), Term("casinos")], [("subsumed", "casinos")]),
        ([Term("casino", PART), Term("casino")], [("subsumed", "casino")]),
        ([Term("casino", PART), Term("casino", level=Level.LEET)], []),
        ([Term("casino en", PART), Term("casino en ligne", PHRASE)], []),
        ([Term("arnaq", PREFIX), Term("arnaque")], [("subsumed", "arnaque")]),
        ([Term("arnaq", PREFIX), Term("arnaque", PART)], []),
        ([Term("arnaque", PREFIX), Term("arnaque")], [("subsumed", "arnaque")]),
        ([Term("arnaq", PREFIX), Term("désarnaquer")], []),
    ],
)
def test_a_list_is_linted(terms: list[Term], expected: list[tuple[str, str]]) -> None:
    assert kinds(*terms) == expected


def test_hits_on_what_was_approved_are_told_with_the_words() -> None:
    terms = [Term("con", PART), Term("!", PART), Term("jamais")]
    approved = ("Il contient !", "Il contient le conseil", "Oui")
    flaws = lint_words(WordList(terms), approved=approved)
    assert [(flaw.term.text, flaw.count, flaw.examples) for flaw in flaws[1:]] == [
        ("con", 2, ("contient", "conseil")),
        ("!", 1, ("!",)),
    ]


def test_what_is_amiss_is_told_in_french() -> None:
    terms = [
        Term("casino", PART),
        Term("casino en ligne", PHRASE),
        Term("ab", PART),
        Term("un"),
        Term("un"),
        Term("le", points=1),
        Term("le", points=2),
    ]
    flaws = lint_words(WordList(terms), approved=["Un casino"])
    fr = Messages("fr")
    assert {flaw.kind for flaw in flaws} == set(WordFlawKind)
    assert [fr.render(flaw.message) for flaw in flaws] == [
        "«\u00a0un\u00a0» y est deux fois",
        "«\u00a0le\u00a0» y est deux fois, avec d’autres points",
        "«\u00a0ab\u00a0» est si court qu’il est presque partout",
        "«\u00a0casino en ligne\u00a0» est déjà trouvé par «\u00a0casino\u00a0»",
        "«\u00a0casino\u00a0» est dans 1\u00a0texte approuvé\u00a0: casino",
        "«\u00a0un\u00a0» est dans 1\u00a0texte approuvé\u00a0: un",
    ]
