"""Sentences: where they end, where they go on, and what is refused."""

import pickle

import pytest

from blogmodel.errors import InvalidTypeError
from blogmodel.text import Sentence, sentences


def told(text: str) -> list[str]:
    return [sentence.text for sentence in sentences(text)]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Un été. Un hiver.", ["Un été.", "Un hiver."]),
        ("  Un été.\nUn hiver  ", ["Un été.", "Un hiver"]),
        ("Quoi\u202f! Non\u00a0? Si !", ["Quoi\u202f!", "Non\u00a0?", "Si !"]),
        ("Quoi ?! Non !!! Hein ! ? Bon.", ["Quoi ?!", "Non !!!", "Hein ! ?", "Bon."]),
        ("Attends… Il vient... Oui.", ["Attends…", "Il vient...", "Oui."]),
        (
            "Ok. 3 ans plus tard. @luc : oui. 👍 Bon.",
            ["Ok.", "3 ans plus tard.", "@luc : oui.", "👍 Bon."],
        ),
        (
            "Il neige. (Encore !) « Tant mieux. » Oui.",
            ["Il neige.", "(Encore !)", "« Tant mieux. »", "Oui."],
        ),
        ('"Oui." "Non." ’Si.’ Bon.', ['"Oui."', '"Non."', "’Si.’", "Bon."]),
        ("“Yes.” **Fini.** Bon.", ["“Yes.”", "**Fini.**", "Bon."]),
        ("Vrai.[12] Faux.² Bon.", ["Vrai.[12]", "Faux.²", "Bon."]),
        ("— Oui ! — Non ! – Bon.", ["— Oui !", "— Non !", "– Bon."]),
        ("Voir https://a.ca/b?c=1. Puis rien.", ["Voir https://a.ca/b?c=1.", "Puis rien."]),
        ("Du lait, etc. Le prix varie.", ["Du lait, etc.", "Le prix varie."]),
        (
            "J’aime l’art. Il peint. Le vol. Il part.",
            ["J’aime l’art.", "Il peint.", "Le vol.", "Il part."],
        ),
        (
            "En 52 av. J.-C. César vint. Aux U.S.A. Elle part.",
            ["En 52 av. J.-C.", "César vint.", "Aux U.S.A.", "Elle part."],
        ),
        ("今日は。元気？「はい。」終", ["今日は。", "元気？", "「はい。」", "終"]),
        ("...", ["..."]),
        ("", []),
        (" \n\n ", []),
    ],
)
def test_a_sentence_ends_at_its_mark(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Oh ! dit-il, ah ? fit-elle… puis rien.",
        "« Quoi ! » dit-il.",
        "« Quoi ! », dit M. Roy.",
        "Il dit : « Je pars. Je reviens. » et partit.",
        "C’est vrai (enfin ! Oui. Non) pour lui.",
        "Il est venu (quoi !) Lui seul.",
        "Un “Yes. No.” et [Sic. Oui] là.",
        "M. Roy, MM. Roy et Côté, Mme. Roy, Dr. Roy, St. Roy, Mgr. Roy",
        "Voir p. ex. Laval, par ex. Laval, c.-à-d. Laval, cf. Laval, coll. Folio, av. Laval",
        "J. K. Rowling, J.-P. Roy, É. Zola, J.K. Roy, Ph. Roy",
        "L’art. 5, p. 12, vol. III, no. 4, t. II, 12 janv. 2011, fig. 3",
        "1. Premier point",
        "IV. Premier point",
        "a. Premier point",
        "- 2. Premier point",
        "Pi vaut 3.14 et fin.Début, voilà.voici",
        "Yahoo! :) c’est bon",
        "(Voir plus bas. (voir le reste)",
        "un\ndeux\r\ntrois",
    ],
)
def test_a_sentence_goes_on(text: str) -> None:
    assert told(text) == [text]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Titre\n\nla suite", ["Titre", "la suite"]),
        ("Dit « (oui) non. Si » là. Bon.", ["Dit « (oui) non. Si » là.", "Bon."]),
        ("Super match! :) On remet ça.", ["Super match! :)", "On remet ça."]),
        ("Aux app. 5 et bur. 200 demain. Fin.", ["Aux app. 5 et bur. 200 demain.", "Fin."]),
        ("Une phrase ordinaire. Une autre.", ["Une phrase ordinaire.", "Une autre."]),
        ("Voir art. 5 et art. Cinq. Fin.", ["Voir art. 5 et art.", "Cinq.", "Fin."]),
        ("Titre\r\n \t\r\nla suite\r\rfin\u2029x", ["Titre", "la suite", "fin", "x"]),
        ("Titre\x85\x85la suite\n\n\n\nfin", ["Titre", "la suite", "fin"]),
        ("« Ouvert.\n\nfermé » et", ["« Ouvert.", "fermé » et"]),
        (
            "Liste :\n- un\n* deux\n\t• trois\n1. quatre\n2) cinq",
            ["Liste :", "- un", "* deux", "• trois", "1. quatre", "2) cinq"],
        ),
        ("un\n-deux\n3 trois", ["un\n-deux\n3 trois"]),
    ],
)
def test_a_blank_line_and_an_item_of_a_list_end_it(text: str, expected: list[str]) -> None:
    assert told(text) == expected


def test_a_quotation_that_is_not_closed_ends_nothing_and_holds_nothing() -> None:
    assert told("Un « deux. Trois ( quatre. Cinq » six. Sept) huit. Neuf.") == [
        "Un « deux. Trois ( quatre. Cinq » six.",
        "Sept) huit.",
        "Neuf.",
    ]


def test_a_sentence_is_a_value() -> None:
    first, last = sentences(" Un été. Fin")
    assert first == Sentence("Un été.", (1, 8))
    assert last.span == (9, 12)
    assert repr(last) == "Sentence(text='Fin', span=(9, 12))"
    assert pickle.loads(pickle.dumps(first)) == first
    assert len({first, last}) == 2


def test_what_is_no_text_is_refused_at_once() -> None:
    with pytest.raises(InvalidTypeError, match=r"sentences\.text must be a str; got None"):
        sentences(None)  # type: ignore[arg-type]
