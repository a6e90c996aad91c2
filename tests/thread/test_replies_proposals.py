"""What is proposed by each rule, in full: whom, on what, how surely, and whom else it may be."""

from datetime import UTC, datetime

from blogmodel import Author, Body, Comment, MediaType, Status, Thread
from blogmodel.thread import Evidence, OnDefect, ReplyProposal, ReplyRule, find_replies

LUC, ANA, ZOE = Author("Luc"), Author("Ana"), Author("Zoé")
SAID = "Je crois que la cabane à sucre vaut le détour en mars."


def comment(
    comment_id: str, author: Author | None, body: Body | str, post_id: str = "p"
) -> Comment:
    return Comment(comment_id, post_id, author=author, body=body)


def proposed(*comments: Comment, host: Author | None = None) -> tuple[ReplyProposal, ...]:
    return find_replies(Thread.build(comments), host).proposals


def proposal(
    comment_id: str,
    parent_id: str | None,
    rule: ReplyRule,
    evidence: tuple[str, int, str],
    confidence: float,
    *alternatives: str,
) -> ReplyProposal:
    text, start, where = evidence
    return ReplyProposal(
        comment_id,
        parent_id,
        rule=rule,
        evidence=Evidence(text, start=start, end=start + len(text), comment_id=where),
        confidence=confidence,
        alternatives=alternatives,
    )


def test_a_link_in_full() -> None:
    body = Body('Oui !<br><a href="#ailleurs">x</a>\n@<a href="#c1">Luc</a> : oui', MediaType.HTML)
    assert proposed(comment("1", LUC, "Un."), comment("2", ZOE, body)) == (
        proposal("2", "1", ReplyRule.LINK, ("Luc", 50, "2"), 0.99),
    )


def test_a_line_ends_before_and_after_a_link() -> None:
    body = Body('Oui !\n<a href="#c1">Luc</a>, oui\net non', MediaType.HTML)
    (found,) = proposed(comment("1", LUC, "Un."), comment("2", ZOE, body))
    assert found.confidence == 0.99


def test_a_link_right_after_a_quotation_is_not_of_it() -> None:
    for words in ('<q>Oui.</q><a href="#c1">ici</a>', '<a href="#c1">ici</a><q>Oui.</q>'):
        (found,) = proposed(
            comment("1", LUC, "Un."), comment("2", ZOE, Body(words, MediaType.HTML))
        )
        assert found.rule is ReplyRule.LINK


def test_a_mark_closes_a_name_and_no_word_before_it_is_left_out() -> None:
    poulin = comment("1", Author("Luc Roy Poulin"), "Un.")
    assert proposed(poulin, comment("2", ZOE, "@Luc Roy Tremblay : oui")) == ()
    (found,) = proposed(poulin, comment("2", ZOE, "@Luc Roy Tremblay oui"))
    assert (found.evidence.text, found.confidence) == ("@Luc Roy", 0.97)


def test_the_fragment_starts_at_the_first_sharp() -> None:
    body = Body('<a href="#b#c1">ici</a>, oui', MediaType.HTML)
    assert proposed(comment("1", LUC, "Un."), comment("2", ZOE, body)) == ()


def test_names_that_go_on_after_the_first_words_are_told_once() -> None:
    comments = [comment("1", Author("Luc Roy"), "Un."), comment("2", Author("Luc Roy fils"), "Un.")]
    (found,) = proposed(*comments, comment("3", ZOE, "@Luc : oui"))
    assert (found.parent_id, found.alternatives, found.confidence) == ("2", ("1",), 0.32)


def test_a_link_to_a_later_comment_or_itself_is_none() -> None:
    for target in ("2", "3", "x"):
        body = Body(f'<a href="#c{target}">ici</a> oui', MediaType.HTML)
        assert (
            proposed(comment("1", LUC, "Un."), comment("2", ZOE, body), comment("3", ANA, "")) == ()
        )


def test_the_longest_id_that_ends_a_fragment_is_meant() -> None:
    body = Body('<a href="#c12">ici</a> oui', MediaType.HTML)
    comments = [comment("1", LUC, "Un."), comment("12", ANA, "Deux."), comment("2", ANA, "Trois.")]
    (found,) = proposed(*comments, comment("3", ZOE, body))
    assert found.parent_id == "12"
    comments[0] = comment("c12", LUC, "Un.")
    (found,) = proposed(*comments[:1], comment("d", ZOE, body))
    assert found.parent_id == "c12"


def test_a_mention_in_full() -> None:
    assert proposed(comment("1", LUC, "Un."), comment("2", ZOE, "Oui.\n @Luc  , oui")) == (
        proposal("2", "1", ReplyRule.MENTION, ("@Luc  ,", 6, "2"), 0.99),
    )
    assert proposed(comment("1", LUC, "Un."), comment("2", ZOE, "Comme @Luc le dit")) == (
        proposal("2", "1", ReplyRule.MENTION, ("@Luc", 6, "2"), 0.79),
    )


def test_a_mention_of_one_of_several_in_full() -> None:
    comments = [comment(str(n), (LUC, ANA)[n % 2], "Un.") for n in range(4)]
    assert proposed(*comments, comment("9", ZOE, "@Ana et @Luc : oui")) == (
        proposal("9", "3", ReplyRule.MENTION, ("@Ana", 0, "9"), 0.33, "2", "1"),
    )


def test_a_name_at_the_start_in_full() -> None:
    roy = Author("Luc Roy")
    assert proposed(comment("1", roy, "Un."), comment("2", ZOE, " Bonjour Luc Roy, oui")) == (
        proposal("2", "1", ReplyRule.VOCATIVE, ("Luc Roy,", 9, "2"), 0.97),
    )


QUOTED = "« la cabane à sucre vaut le détour »"


def test_a_quotation_in_full() -> None:
    comments = [comment("1", LUC, SAID), comment("2", ANA, f"{SAID} Oui.")]
    assert proposed(*comments, comment("3", ZOE, f"Vraiment !\n{QUOTED} Non.")) == (
        proposal("3", "2", ReplyRule.QUOTATION, (QUOTED, 11, "3"), 0.85, "1"),
    )
    assert proposed(*comments, comment("3", ZOE, f"@Luc\n{QUOTED} Non.")) == (
        proposal("3", "1", ReplyRule.QUOTATION, (QUOTED, 5, "3"), 0.99),
    )


def test_who_quotes_themselves_answers_whoever_said_it_too_or_nobody() -> None:
    mine, theirs = comment("1", LUC, SAID), comment("2", ANA, SAID)
    assert proposed(mine, comment("3", LUC, f"{QUOTED} Oui.")) == ()
    (found,) = proposed(mine, theirs, comment("3", LUC, f"{QUOTED} Oui."))
    assert (found.parent_id, found.alternatives, found.confidence) == ("2", (), 0.97)
    # Nothing is known of those whose author is unknown.
    (found,) = proposed(comment("1", None, SAID), comment("3", None, f"{QUOTED} Oui."))
    assert found.parent_id == "1"


def test_the_longest_quotation_that_is_found_counts() -> None:
    other = "« un deux trois quatre cinq six sept huit neuf dix onze douze »"
    comments = [comment("1", LUC, SAID), comment("2", ANA, "un deux trois quatre cinq six")]
    (found,) = proposed(*comments, comment("3", ZOE, f"« un deux trois quatre cinq » et {QUOTED}"))
    assert (found.parent_id, found.evidence.text) == ("1", QUOTED)
    (found,) = proposed(*comments, comment("3", ZOE, f"{other} et {QUOTED}"))
    assert (found.parent_id, found.evidence.text) == ("1", QUOTED)


def test_somebody_named_who_is_not_quoted_in_full() -> None:
    comments = [comment("1", LUC, SAID), comment("2", ANA, "Oui."), comment("3", ANA, "Non.")]
    assert proposed(*comments, comment("4", ZOE, f"@Ana\n{QUOTED}")) == (
        proposal("4", "3", ReplyRule.MENTION, ("@Ana", 0, "4"), 0.39, "1", "2"),
    )


def test_an_answer_to_a_question_in_full() -> None:
    asked = comment("1", LUC, "Ah ! Qui ? Où ?\n Bof ! Qui vient  ?  Merci.")
    assert proposed(asked, comment("2", ZOE, "Moi.")) == (
        proposal("2", "1", ReplyRule.ARRIVAL, ("Qui vient  ?", 23, "1"), 0.13),
    )


def test_the_hosts_answer_in_full() -> None:
    assert proposed(comment("1", LUC, "  Un.  \nDeux."), comment("2", ZOE, "Bof."), host=ZOE) == (
        proposal("2", "1", ReplyRule.ARRIVAL, ("Un.", 2, "1"), 0.33),
    )
    long = "x" * 100
    (found,) = proposed(comment("1", LUC, long), comment("2", ZOE, "Bof."), host=ZOE)
    assert found.evidence.text == "x" * 80


def test_the_host_answers_one_who_waits_since_the_host_was_heard() -> None:
    comments = [comment("1", LUC, "Un."), comment("2", ANA, "Deux."), comment("3", ZOE, "Trois.")]
    assert proposed(*comments, host=ZOE) == ()
    comments += [comment("4", LUC, "Quatre."), comment("5", ZOE, "Cinq.")]
    (found,) = proposed(*comments, host=ZOE)
    assert (found.comment_id, found.parent_id) == ("5", "4")


def test_a_question_has_three_hundred_characters_at_most() -> None:
    def evidence(length: int) -> str:
        (found,) = proposed(comment("1", LUC, "x" * length + "?"), comment("2", ZOE, "Moi."))
        return found.evidence.text

    assert len(evidence(300)) == 301
    assert len(evidence(301)) == 301


def test_nobody_answers_themselves_an_erased_comment_or_what_came_later() -> None:
    question = "Qui vient ?"
    assert proposed(comment("1", LUC, question), comment("2", LUC, "Moi.")) == ()
    erased = Comment("1", "p", body=question, status=Status.ERASED)
    assert proposed(erased, comment("2", ZOE, "Moi.")) == ()
    early, late = (datetime(2009, 1, day, tzinfo=UTC) for day in (1, 2))
    asked = Comment("1", "p", parent_id="2", created_at=early, author=LUC, body=question)
    answer = Comment("2", "p", created_at=late, author=ZOE, body="Moi.")
    assert proposed(asked, answer) == ()


def test_the_posts_of_one_thread_are_conversations_of_their_own() -> None:
    asked = comment("1", LUC, "Qui vient ?")
    quoting = comment("3", ZOE, f"{QUOTED} et @Luc", "q")
    assert proposed(asked, comment("2", ZOE, "Moi.", "q"), quoting) == ()
    assert proposed(comment("1", LUC, SAID), quoting) == ()


def test_five_others_are_told_at_most() -> None:
    comments = [comment(str(n), LUC, "Un.") for n in range(8)]
    (found,) = proposed(*comments, comment("9", ZOE, "@Luc"))
    assert found.alternatives == ("6", "5", "4", "3", "2")


def test_whom_a_comment_answers_already_is_not_asked_again() -> None:
    given = Comment("3", "p", author=ZOE, body="@Luc : oui", parent_id="2")
    comments = [comment("1", LUC, "Un."), comment("2", ANA, "Deux."), given]
    assert proposed(*comments) == ()
    # Whom Ana means is told by whom Zoé answers as the thread has it.
    back = Comment("4", "p", author=ANA, body="@Zoé : non")
    (found,) = proposed(*comments[:1], comment("2", ZOE, "Deux."), *comments[2:], back)
    assert (found.parent_id, found.alternatives, found.confidence) == ("3", ("2",), 0.65)
    given = Comment("3", "p", author=ZOE, body="Oui.", parent_id="2")
    first = comment("1", ZOE, "Un.")
    (found,) = proposed(first, comment("2", ANA, "Deux."), given, back)
    assert (found.parent_id, found.alternatives, found.confidence) == ("3", ("1",), 0.97)


def test_nothing_is_proposed_for_one_that_shares_its_id_or_hangs_under_a_placeholder() -> None:
    same = [comment("2", ZOE, "@Luc : oui"), comment("2", ZOE, "@Luc : oui !")]
    assert proposed(comment("1", LUC, "Un."), *same) == ()
    orphan = Comment("2", "p", author=ZOE, body="@Luc : oui", parent_id="x")
    thread = Thread.build([comment("1", LUC, "Un."), orphan], on_defect=OnDefect.PLACEHOLDER)
    assert find_replies(thread).proposals == ()
