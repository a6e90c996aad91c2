"""How sure each finding is, and how much of a text and of a conversation is looked at."""

import pytest

from blogmodel import Author, Body, Comment, MediaType, Thread
from blogmodel.thread import ReplyProposal, ReplyRule, find_replies

HTML, PLAIN = MediaType.HTML, MediaType.PLAIN
Row = tuple[str, str]
LUC, ANA = ("Luc", "Un."), ("Ana", "Rien.")
SAID = ("Luc", "Je crois que la cabane à sucre vaut le détour en mars.")
QUOTED = f"« {SAID[1]} »"


def last(*rows: Row, media: MediaType = PLAIN, host: str | None = None) -> ReplyProposal | None:
    """Return what is proposed for the last of some names and texts; ids are 0, 1 and so on."""
    thread = Thread.build(
        Comment(f"{number:03}", "p", author=Author(name), body=Body(text, media))
        for number, (name, text) in enumerate(rows)
    )
    proposals = find_replies(thread, Author(host) if host else None).proposals
    return next((p for p in proposals if p.comment_id == thread.comments[-1].id), None)


def parents(*rows: Row, media: MediaType = PLAIN) -> list[int]:
    """Return the number of the proposed parent and those of the alternatives."""
    proposal = last(*rows, media=media)
    if proposal is None or proposal.rule is ReplyRule.ARRIVAL:
        return []
    assert proposal.parent_id is not None
    return [int(found) for found in (proposal.parent_id, *proposal.alternatives)]


def between(count: int) -> list[Row]:
    return [ANA] * count


@pytest.mark.parametrize(
    "rows, host, rule, confidence",
    [
        ([LUC, ("Zoé", "@Luc : oui")], None, "mention", 0.99),
        ([LUC, ("Zoé", "Luc, oui")], None, "vocative", 0.97),
        ([LUC, ("Zoé", "Je pense comme @Luc : oui")], None, "mention", 0.79),
        ([("Luc Roy", "Un."), ("Zoé", "@Luc : oui")], None, "mention", 0.97),
        ([("Luc Roy", "Un."), ("Zoé", "Luc, oui")], None, "vocative", 0.95),
        ([("Jeff2009", "Un."), ("Zoé", "@Jeff : oui")], None, "mention", 0.84),
        ([LUC, ("Zoé", "@Luc Roy : oui")], None, "mention", 0.59),
        ([LUC, LUC, ("Zoé", "@Luc : oui")], None, "mention", 0.65),
        ([LUC, *between(4), LUC, ("Zoé", "@Luc : oui")], None, "mention", 0.65),
        ([LUC, *between(5), LUC, ("Zoé", "@Luc : oui")], None, "mention", 0.87),
        ([LUC, *between(10), LUC, ("Zoé", "@Luc : oui")], None, "mention", 0.87),
        ([LUC, *between(11), LUC, ("Zoé", "@Luc : oui")], None, "mention", 0.95),
        (
            [LUC, ("Zoé", "@Luc : deux"), ("Luc", "@Zoé : trois"), ("Zoé", "@Luc : non")],
            None,
            "mention",
            0.97,
        ),
        ([("Marie Roy", "Un."), ("Marie", "Un."), ("Zoé", "@Marie : oui")], None, "mention", 0.49),
        (
            [("Marie Roy", "Un."), ("Marie Gagné", "Un."), ("Zoé", "@Marie : oui")],
            None,
            "mention",
            0.32,
        ),
        ([LUC, ANA, ("Luc", "@Luc : trois")], None, "mention", 0.25),
        ([("Luc Roy Poulin", "Un."), ("Zoé", "@Luc Roy : oui")], None, "mention", 0.97),
        ([LUC, ("Zoé", "@Sonia : merci")], "Sonia", "mention", 0.99),
        ([LUC, ("Zoé", "Je pense comme @Sonia : oui")], "Sonia", "mention", 0.79),
        ([LUC, ("Zoé", "@Sonia : merci")], "Sonia Poulin", "mention", 0.97),
        ([("Sonia", "Un."), ("Zoé", "@Sonia : merci")], "Sonia", "mention", 0.45),
        ([("Marie", "Un."), ("Zoé", "@Marie : merci")], "Marie Poulin", "mention", 0.49),
        ([LUC, ANA, ("Zoé", "@Luc et @Ana : oui")], None, "mention", 0.49),
        ([SAID, ANA, ("Zoé", f"{QUOTED} ?")], None, "quotation", 0.97),
        ([SAID, ("Ana", SAID[1]), ("Zoé", f"{QUOTED} ?")], None, "quotation", 0.85),
        ([SAID, LUC, ("Zoé", f"@Luc :\n{QUOTED} ?")], None, "quotation", 0.99),
        ([SAID, ANA, ("Zoé", f"@Ana :\n{QUOTED} ?")], None, "mention", 0.59),
        ([LUC, ("Sonia", "Merci.")], "Sonia", "arrival", 0.33),
        ([("Luc", "Qui vient ?"), ("Zoé", "Moi.")], None, "arrival", 0.13),
    ],
)
def test_each_finding_is_as_sure_as_the_page_on_replies_says(
    rows: list[Row], host: str | None, rule: str, confidence: float
) -> None:
    proposal = last(*rows, host=host)
    assert proposal is not None
    assert (proposal.rule, proposal.confidence) == (rule, confidence)


@pytest.mark.parametrize("words, confidence", [("", 0.99), ("Comme dit ", 0.7)])
def test_a_link_is_as_sure_as_the_page_on_replies_says(words: str, confidence: float) -> None:
    proposal = last(LUC, ("Zoé", f'{words}<a href="#c000">lui</a>, oui'), media=HTML)
    assert proposal is not None
    assert (proposal.rule, proposal.confidence) == ("link", confidence)


def test_eight_calls_of_a_text_are_looked_at() -> None:
    others = [f"@Autre{number}" for number in range(7)]
    assert parents(LUC, ("Zoé", f"Dites, {' ; '.join(others)} ; @Luc !")) == [0]
    assert parents(LUC, ("Zoé", f"Dites, {' ; '.join([*others, '@Autre7'])} ; @Luc !")) == []


def test_eight_quotations_of_a_text_are_looked_at() -> None:
    others = [f"« rien {number} » dit-elle." for number in range(7)]
    assert parents(SAID, ("Zoé", " ".join([*others, QUOTED]))) == [0]
    assert parents(SAID, ("Zoé", " ".join([*others, "« rien »,", QUOTED]))) == []


def test_eight_links_of_a_text_are_looked_at() -> None:
    others = ['<a href="#ailleurs">x</a>'] * 7
    to_luc = '<a href="#c000">lui</a>'
    assert parents(LUC, ("Zoé", " ".join([*others, to_luc])), media=HTML) == [0]
    assert parents(LUC, ("Zoé", " ".join([*others, others[0], to_luc])), media=HTML) == []


def test_the_last_eighty_characters_of_no_longer_fragment_are_an_id() -> None:
    word = "c" * 77
    assert parents(LUC, ("Zoé", f'<a href="#{word}000">lui</a>'), media=HTML) == [0]
    assert parents(LUC, ("Zoé", f'<a href="#c{word}000">lui</a>'), media=HTML) == []


def test_a_quotation_has_five_words_or_more() -> None:
    assert parents(SAID, ("Zoé", "« la cabane à sucre vaut » ?")) == [0]
    assert parents(SAID, ("Zoé", "« la cabane à sucre » ?")) == []


def test_sixty_percent_of_a_quotation_are_somebodys_words_or_they_are_not_theirs() -> None:
    said = ("Luc", "un deux trois quatre cinq six sept")  # Eight words have five runs of four.
    assert parents(said, ("Zoé", "« un deux trois quatre cinq six huit neuf » ?")) == [0]
    assert parents(said, ("Zoé", "« un deux trois quatre cinq huit neuf dix » ?")) == []


def test_sixty_words_of_a_quotation_are_looked_at() -> None:
    words = [f"mot{number}" for number in range(120)]
    quoted = f"« {' '.join(words)} » ?"
    # Of the 57 runs of its first sixty words 35 are six tenths.
    assert parents(("Luc", " ".join(words[:38])), ("Zoé", quoted)) == [0]
    assert parents(("Luc", " ".join(words[:37])), ("Zoé", quoted)) == []
    assert parents(("Luc", " ".join(words[57:])), ("Zoé", quoted)) == []


def test_eight_comments_that_hold_a_quotation_are_looked_at() -> None:
    rows = [(f"Ana {number}", SAID[1]) for number in range(9)]
    proposal = last(*rows, ("Zoé", f"{QUOTED} ?"))
    assert proposal is not None
    assert (proposal.parent_id, len(proposal.alternatives)) == ("008", 5)
    named = last(*rows, ("Zoé", f"@Ana 1 :\n{QUOTED} ?"))
    assert named is not None
    assert (named.parent_id, named.rule) == ("001", "quotation")
    gone = last(*rows, ("Zoé", f"@Ana 0 :\n{QUOTED} ?"))
    assert gone is not None
    assert (gone.parent_id, gone.rule) == ("000", "mention")


def test_fifty_comments_of_one_name_are_looked_at() -> None:
    author = Author("Luc", url="http://exemple.ca/1")
    other = Author("Luc", url="http://exemple.ca/2")

    def found(count: int) -> float:
        comments = [Comment("000", "p", author=other, body="Un.")]
        comments += [Comment(f"{n + 1:03}", "p", author=author, body="Un.") for n in range(count)]
        comments.append(Comment("999", "p", author=Author("Zoé"), body="@Luc : oui"))
        *_, proposal = find_replies(Thread.build(comments)).proposals
        return proposal.confidence

    assert (found(49), found(50)) == (0.33, 0.65)


def test_twenty_names_that_start_alike_are_looked_at() -> None:
    rows = [(f"Marie {chr(97 + number)}bc", "Un.") for number in range(21)]
    assert parents(*rows[:20], ("Zoé", "@Mariea : oui")) == [0]
    assert parents(*rows, ("Zoé", "@Mariea : oui")) == []
    assert parents(*rows, ("Zoé", "@Marieb : oui")) == [1]
    assert parents(*rows, rows[0], ("Zoé", "@Mariea : oui")) == [21, 0]  # The last heard.


def test_a_name_of_more_than_a_hundred_letters_is_not_listened_for() -> None:
    def found(letters: int) -> list[int]:
        return parents(("Lucy" + "y" * (letters - 4), "Un."), ("Zoé", "@Lucy : oui"))

    assert (found(100), found(101)) == ([0], [])


def test_four_letters_or_more_are_the_beginning_of_a_name() -> None:
    assert parents(("Jeff2009", "Un."), ("Zoé", "@Jeff : oui")) == [0]
    assert parents(("Jeff2009", "Un."), ("Zoé", "@Jef : oui")) == []
    assert parents(("Jeff2009", "Un."), ("Zoé", "@Jeff20 : oui")) == [0]
    assert parents(("Jeff2009", "Un."), ("Zoé", "@Jeff21 : oui")) == []


def test_twenty_thousand_characters_of_a_body_are_read() -> None:
    call = "\n@Luc : oui"
    assert parents(LUC, ("Zoé", "x" * (20_000 - len("\n@Luc")) + call)) == [0]
    assert parents(LUC, ("Zoé", "x" * (20_001 - len("\n@Luc")) + call)) == []
