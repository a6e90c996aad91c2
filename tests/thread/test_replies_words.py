"""The words and the tags that the reply finder knows, each of them."""

import pytest

from blogmodel import Author, Body, Comment, MediaType, Thread
from blogmodel.thread import ReplyRule, find_replies, leading_mention


def evidence(text: str, *names: str, media: MediaType = MediaType.PLAIN) -> str | None:
    """Return what tells that a text speaks to somebody of some names; None where nothing does."""
    comments = [
        Comment(f"{number}", "p", author=Author(name), body="Un.")
        for number, name in enumerate(names or ("Luc",))
    ]
    comments.append(Comment("9", "p", author=Author("Zoé"), body=Body(text, media)))
    told = [p for p in find_replies(Thread.build(comments)).proposals if p.comment_id == "9"]
    return next((p.evidence.text for p in told if p.rule is not ReplyRule.ARRIVAL), None)


def confidence(text: str, *names: str) -> float:
    comments = [
        Comment(f"{number}", "p", author=Author(name), body="Un.")
        for number, name in enumerate(names)
    ]
    comments.append(Comment("9", "p", author=Author("Zoé"), body=text))
    *_, proposal = find_replies(Thread.build(comments)).proposals
    return proposal.confidence


GREETINGS = """
bonjour;rebonjour;re-bonjour;re bonjour;bonsoir;salut;allo;allô;coucou;hello;hey;hé;hi;cher;chère
chere;bravo;oui;non;désolé;désolée;d'accord;d’accord;tout à fait;exact;bien dit;bon;ah;ben;eh bien
et;mais;merci;mercis;un grand merci;mille mercis;merci beaucoup;merci bien"""


@pytest.mark.parametrize("greeting", GREETINGS.strip().replace("\n", ";").split(";"))
def test_a_name_may_follow_a_greeting(greeting: str) -> None:
    for written in (greeting, greeting.capitalize()):
        assert evidence(f"{written} Luc, ça va ?") == "Luc,"
        assert evidence(f"{written}, Luc, ça va ?") == "Luc,"
        assert evidence(f"{written} @Luc ça va") == "@Luc"
        assert confidence(f"{written}, @Luc : ça va", "Luc") == 0.99


@pytest.mark.parametrize("greeting", ["Voici", "Bonjourno", "Xmerci", "Mercix"])
def test_no_name_follows_another_word(greeting: str) -> None:
    assert evidence(f"{greeting} Luc, ça va ?") is None
    assert confidence(f"{greeting} @Luc : ça va", "Luc") == 0.79


@pytest.mark.parametrize("word", ["pour", "de", "d'", "d’", "du", "des", "POUR"])
def test_thanks_go_on_after_a_name_without_a_mark(word: str) -> None:
    end = "avoir" if word[-1] in "'’" else " ça"
    assert evidence(f"Merci Luc {word}{end} écrit") == "Luc"
    assert evidence(f"Bonjour Luc {word}{end} écrit") is None


@pytest.mark.parametrize("word", ["à", "pourtant", "dur", "sur"])
def test_thanks_do_not_go_on_after_a_name_with_other_words(word: str) -> None:
    assert evidence(f"Merci Luc {word} la suite") is None


@pytest.mark.parametrize("mark", [",", "!", "…", ";", " :", ":", " – ", " - ", " — ", "\n", " \n"])
def test_a_mark_or_the_end_of_the_line_closes_a_name_at_the_start(mark: str) -> None:
    assert evidence(f"Luc{mark}c’est vrai") == f"Luc{mark}".rstrip()


@pytest.mark.parametrize("mark", [".", " ", "://", "–", "?", "/", ")"])
def test_nothing_else_closes_it(mark: str) -> None:
    assert evidence(f"Luc{mark}c’est vrai") is None


@pytest.mark.parametrize(
    "between", [" et ", " and ", " y ", " ou ", ", ", " & ", " / ", " + ", " ET "]
)
def test_people_may_be_spoken_to_together(between: str) -> None:
    assert confidence(f"@Luc{between}@Ana : oui", "Luc", "Ana") == 0.49


@pytest.mark.parametrize("between", [" avec ", " ; ", " - ", " et puis "])
def test_whom_other_words_join_is_spoken_of_in_passing(between: str) -> None:
    assert confidence(f"@Luc{between}@Ana : oui", "Luc", "Ana") > 0.9


@pytest.mark.parametrize("before", ["moi", "a.b", "é", "_", "a.", "a/", "a+", "a=", "a-", "a@"])
def test_an_at_sign_within_an_address_speaks_to_nobody(before: str) -> None:
    assert evidence(f"Voir {before}@Luc : oui") is None


@pytest.mark.parametrize("after", ["@", "/", "\\"])
def test_an_at_sign_before_an_address_speaks_to_nobody(after: str) -> None:
    assert evidence(f"Voir @Luc{after}x") is None


NOBODY = ["Anonyme", "anonymous", "Guest", "Inconnu", "Invité", "UNKNOWN", "Visiteur"]


@pytest.mark.parametrize("name", NOBODY)
def test_a_name_that_many_go_by_tells_no_person(name: str) -> None:
    assert confidence(f"@{name} : oui", name, name) == 0.33
    comments = [
        Comment("1", "p", author=Author(name), body="Qui vient ?"),
        Comment("2", "p", author=Author(name), body="Moi."),
    ]
    (proposal,) = find_replies(Thread.build(comments)).proposals  # Another one may answer.
    assert proposal.parent_id == "1"


PARTICLES = "à au aux d' d’ da de del des di du et l' l’ la le les of the van von y"


@pytest.mark.parametrize("particle", PARTICLES.split())
def test_a_particle_may_stand_in_a_name(particle: str) -> None:
    for written in (particle, particle.upper()):
        mention = leading_mention(f"@Anne {written} Tour: oui")
        assert mention is not None
        assert mention.name == f"Anne {written} Tour"


@pytest.mark.parametrize("word", ["je", "dans", "pour", "sur"])
def test_another_word_in_lower_case_stands_in_none(word: str) -> None:
    assert leading_mention(f"@Anne {word} Tour: oui") is None


def test_a_nickname_in_lower_case_has_four_words_at_most() -> None:
    assert leading_mention("@jean le grand fou: oui") is not None
    assert leading_mention("@jean le grand petit fou: oui") is None


def test_a_name_has_sixty_characters_at_most() -> None:
    assert leading_mention("@" + "x" * 60 + ":") is not None
    assert leading_mention("@" + "x" * 61 + ":") is None


@pytest.mark.parametrize("mark", '!?;()«»"“”…/')
def test_what_ends_a_sentence_or_opens_a_quotation_is_in_no_name(mark: str) -> None:
    assert leading_mention(f"@Anne{mark}Tour: oui") is None


BLOCKS = "blockquote br dd div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre table td tr ul"


@pytest.mark.parametrize("tag", BLOCKS.split())
def test_a_block_starts_a_line(tag: str) -> None:
    text = f"Je crois bien que oui en effet.<{tag}></{tag}>@Luc : oui"
    (proposal,) = find_replies(
        Thread.build(
            [
                Comment("1", "p", author=Author("Luc"), body="Un."),
                Comment("2", "p", author=Author("Zoé"), body=Body(text, MediaType.HTML)),
            ]
        )
    ).proposals
    assert proposal.confidence == 0.99


@pytest.mark.parametrize("tag", ["span", "b", "i", "em", "strong", "font"])
def test_another_tag_starts_none(tag: str) -> None:
    text = f"Oui <{tag}></{tag}>@Luc : oui"
    assert evidence(text, media=MediaType.HTML) == "@Luc :"
    comments = [
        Comment("1", "p", author=Author("Luc"), body="Un."),
        Comment("2", "p", author=Author("Zoé"), body=Body(f"Bref {text}", MediaType.HTML)),
    ]
    (proposal,) = find_replies(Thread.build(comments)).proposals
    assert proposal.confidence == 0.79


@pytest.mark.parametrize("tag", ["code", "pre", "script", "style", "textarea", "title"])
def test_code_and_its_like_are_not_read(tag: str) -> None:
    assert evidence(f"<{tag}>@Luc : oui</{tag}>", media=MediaType.HTML) is None
    assert evidence(f"<{tag}>x</{tag}>\n@Luc : oui", media=MediaType.HTML) == "@Luc :"


@pytest.mark.parametrize("tag", ["blockquote", "q", "cite"])
def test_what_is_marked_as_a_quotation_speaks_to_nobody(tag: str) -> None:
    assert evidence(f"<{tag}>@Luc : oui</{tag}>", media=MediaType.HTML) is None
    assert evidence(f"<{tag}>Un.</{tag}>\n@Luc : oui", media=MediaType.HTML) == "@Luc :"


MARKS = ["«»", "“”", "„“", "„”", "‹›", '""']


@pytest.mark.parametrize("opened, closed", MARKS)
def test_what_stands_in_marks_of_quotation_speaks_to_nobody(opened: str, closed: str) -> None:
    assert evidence(f"{opened}@Luc : oui{closed}") is None
    assert evidence(f"{opened}Un.{closed}\n@Luc : oui") == "@Luc :"


@pytest.mark.parametrize("opened, closed", MARKS)
def test_a_quotation_in_marks_has_two_thousand_characters_at_most(opened: str, closed: str) -> None:
    quoted = "@Luc : oui" + "x" * 1990
    assert evidence(f"{opened}{quoted}{closed}") is None
    assert evidence(f"{opened}{quoted}x{closed}") == "@Luc :"


def test_a_greeting_ends_within_forty_characters() -> None:
    assert confidence(f"Bonjour{' ' * 33}@Luc : oui", "Luc") == 0.99
    assert confidence(f"Bonjour{' ' * 34}@Luc : oui", "Luc") == 0.79
