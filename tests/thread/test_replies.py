import pickle
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import attrs
import pytest

from blogmodel import Author, Body, Comment, MediaType, Status, Thread, load
from blogmodel.errors import InvalidTypeError, InvalidValueError
from blogmodel.testing.conversations import (
    POST_AUTHOR,
    conversation,
    shows_whom_it_answers,
)
from blogmodel.thread import (
    ADOPT_FROM,
    FoundReplies,
    OnDefect,
    ReplyProposal,
    ReplyRule,
    find_replies,
)

HTML, MARKDOWN, PLAIN = MediaType.HTML, MediaType.MARKDOWN, MediaType.PLAIN


def seeded(seed: int) -> Random:
    return Random(seed)  # noqa: S311 - no secret


def flat(*rows: tuple[str | None, str], media: MediaType = PLAIN) -> Thread:
    """Make a flat thread of names and texts; the ids are a, b, c and so on."""
    return Thread.build(
        Comment(
            chr(ord("a") + number),
            "p",
            author=None if name is None else Author(name),
            body=Body(text, media),
        )
        for number, (name, text) in enumerate(rows)
    )


def found(
    *rows: tuple[str | None, str], media: MediaType = PLAIN, host: str | None = None
) -> list[tuple[str, str | None, str, str, float]]:
    """Find replies in a flat thread, but those by order of arrival."""
    replies = find_replies(flat(*rows, media=media), Author(host) if host else None)
    return [
        (p.comment_id, p.parent_id, p.rule.value, p.evidence.text, p.confidence)
        for p in replies.proposals
        if p.rule is not ReplyRule.ARRIVAL
    ]


def last(
    *rows: tuple[str | None, str], media: MediaType = PLAIN, host: str | None = None
) -> ReplyProposal | None:
    """Return what is proposed for the last comment."""
    thread = flat(*rows, media=media)
    proposals = find_replies(thread, Author(host) if host else None).proposals
    of_last = [p for p in proposals if p.comment_id == thread.comments[-1].id]
    return of_last[0] if of_last else None


AGILE = ("Génération Agile", "D'abord merci pour la référence.")


@pytest.mark.parametrize(
    "text, evidence",
    [
        ("@Génération Agile: Ah ben ça !", "@Génération Agile:"),
        ("@Génération Agile : Ah ben ça !", "@Génération Agile :"),
        ("@Génération Agile\u00a0: Ah ben ça !", "@Génération Agile\u00a0:"),
        ("@GENERATION AGILE, merci", "@GENERATION AGILE,"),
        ("@generation-agile merci", "@generation-agile"),
        ("@GénérationAgile merci", "@GénérationAgile"),
        ("@ Génération Agile : merci", "@ Génération Agile :"),
        ("@Génération Agile\nMerci", "@Génération Agile"),
        ("@Génération : merci", "@Génération :"),
        ("@génération merci", "@génération"),
        ("Oui.\n\n@Génération Agile: merci", "@Génération Agile:"),
        ("Bonjour @Génération Agile, merci", "@Génération Agile,"),
    ],
)
def test_a_mention_is_found(text: str, evidence: str) -> None:
    proposal = last(AGILE, ("Sonia", text))
    assert proposal is not None
    assert (proposal.parent_id, proposal.rule) == ("a", ReplyRule.MENTION)
    assert proposal.evidence.text == evidence
    assert proposal.confidence >= ADOPT_FROM
    assert proposal.alternatives == ()


@pytest.mark.parametrize(
    "text, evidence",
    [
        ("Luc, tu as raison.", "Luc,"),
        ("luc : tu as raison.", "luc :"),
        ("Bonjour Luc, ça va ?", "Luc,"),
        ("Salut Luc! Ça va ?", "Luc!"),
        ("Merci Luc !", "Luc !"),
        ("Merci beaucoup Luc\u202f!", "Luc\u202f!"),
        ("Merci Luc pour le lien", "Luc"),
        ("Oui, Luc, c’est vrai", "Luc,"),
        ("Luc\nC’est vrai", "Luc"),
        ("Luc – c’est vrai", "Luc –"),
        ("« Beau billet » ?\nLuc, tu as raison.", None),
        ("> Beau billet\nLuc, tu as raison.", "Luc,"),
    ],
)
def test_a_name_at_the_start_speaks_to_its_bearer(text: str, evidence: str | None) -> None:
    proposal = last(("Luc", "Bonjour."), ("Zoé", text))
    if evidence is None:
        assert proposal is None
        return
    assert proposal is not None
    assert (proposal.parent_id, proposal.rule) == ("a", ReplyRule.VOCATIVE)
    assert proposal.evidence.text == evidence
    assert proposal.confidence >= ADOPT_FROM


@pytest.mark.parametrize(
    "text",
    [
        "Comme dit Luc, il faut voir.",
        "J'ai vu Luc hier.",
        "Luc a raison, je crois.",
        "Merci à Luc pour le lien.",
        "Écrivez à moi@luc.ca ou luc@Luc",
        "Voir http://exemple.ca/@Luc et https://x.ca/?a=@Luc",
        "« @Luc : non », disait la chanson.",
        "“@Luc: non” disait-elle",
        'Elle disait "@Luc: non"',
        "> @Luc: non\n\nC'est moi qui le dis.",
        "« Ah !\n@Luc : non »",
        "@srvif merci",
        "@ 12:30",
        "@lucarne: non",
        "@",
        "@@@ :",
        "Monsieur, non",
        "",
        " \n",
    ],
)
def test_what_speaks_to_nobody_is_left(text: str) -> None:
    assert last(("Luc", "Bonjour."), ("Zoé", text)) is None


def test_a_mention_in_passing_is_too_unsure_to_be_adopted() -> None:
    proposal = last(("Luc", "Bonjour."), ("Zoé", "Je pense comme @Luc là-dessus."))
    assert proposal is not None
    assert (proposal.parent_id, proposal.evidence.text) == ("a", "@Luc")
    assert proposal.confidence < ADOPT_FROM


def test_the_nearest_comment_of_a_name_comes_first_and_the_others_are_told() -> None:
    rows = [("Luc", "Un."), ("Ana", "Deux."), ("Luc", "Trois."), ("Zoé", "@Luc : oui")]
    proposal = last(*rows)
    assert proposal is not None
    assert (proposal.parent_id, proposal.alternatives) == ("c", ("a",))
    assert proposal.confidence < ADOPT_FROM


def test_the_further_the_one_before_the_surer_the_nearest() -> None:
    between = [("Ana", "Rien.")]
    sure = []
    for apart in (1, 6, 12):
        proposal = last(("Luc", "Un."), *between * (apart - 1), ("Luc", "Deux."), ("Zoé", "@Luc"))
        assert proposal is not None
        sure.append(proposal.confidence)
    assert sure == sorted(set(sure))
    assert sure[-1] >= ADOPT_FROM


def test_whoever_was_just_spoken_to_answers_that() -> None:
    rows = [("Luc", "Un."), ("Zoé", "@Luc : deux"), ("Luc", "@Zoé : trois"), ("Zoé", "@Luc : non")]
    proposal = last(*rows)
    assert proposal is not None
    assert proposal.parent_id == "c"
    assert proposal.confidence >= ADOPT_FROM


def test_no_more_than_five_others_are_told() -> None:
    proposal = last(*[("Luc", "Un.")] * 9, ("Zoé", "@Luc : oui"))
    assert proposal is not None
    assert (proposal.parent_id, proposal.alternatives) == ("i", ("h", "g", "f", "e", "d"))


@pytest.mark.parametrize(
    "names",
    [
        ["Marie Roy", "Marie Gagné"],
        ["Marie Roy", "Marie"],
        ["Anonyme", "Anonyme"],
    ],
)
def test_a_name_of_several_people_is_unsure(names: list[str]) -> None:
    called = names[-1].split()[0]
    proposal = last(*((name, "Un.") for name in names), ("Zoé", f"@{called} : oui"))
    assert proposal is not None
    assert (proposal.parent_id, proposal.alternatives) == ("b", ("a",))
    assert proposal.confidence < ADOPT_FROM


def test_people_of_one_name_are_told_apart_by_what_is_known_of_them() -> None:
    def by(comment_id: str, url: str, text: str) -> Comment:
        author = Author("Marie", url=f"http://exemple.ca/{url}")
        return Comment(comment_id, "p", author=author, body=text)

    one, other = by("a", "1", "Un."), by("b", "2", "Deux.")
    (proposal,) = find_replies(
        Thread.build([one, other, Comment("c", "p", body="@Marie: oui")])
    ).proposals
    assert (proposal.parent_id, proposal.alternatives) == ("b", ("a",))
    assert proposal.confidence < ADOPT_FROM
    # One Marie speaks to the other, not to herself.
    (proposal,) = find_replies(Thread.build([one, other, by("c", "2", "@Marie: oui")])).proposals
    assert (proposal.parent_id, proposal.confidence >= ADOPT_FROM) == ("a", True)


def test_nobody_speaks_to_themselves_but_for_want_of_others() -> None:
    rows = [("Luc", "Un."), ("Luc Roy", "Deux."), ("Luc", "@Luc : trois")]
    assert [row[1] for row in found(*rows)] == ["b"]
    rows = [("Luc", "Un."), ("Zoé", "Deux."), ("Luc", "@Luc : trois")]
    ((_, parent, _, _, sure),) = found(*rows)
    assert (parent, sure) == ("a", 0.25)


def test_more_words_than_the_name_has_make_it_unsure() -> None:
    proposal = last(("Luc", "Un."), ("Zoé", "@Luc Tremblay : oui"))
    assert proposal is not None
    assert proposal.evidence.text == "@Luc Tremblay :"
    assert proposal.confidence < ADOPT_FROM


def test_the_beginning_of_a_pseudonym_stands_for_it_less_surely() -> None:
    assert [row[1] for row in found(("Jeff2009", "Un."), ("Zoé", "@Jeff : oui"))] == ["a"]
    assert found(("Jeff2009", "Un."), ("Zoé", "@Jef : oui")) == []
    assert found(("Jeff2009", "Un."), ("Zoé", "Jeff, oui")) == []


@pytest.mark.parametrize("text", ["@Luc et @Ana : oui", "@Luc, @Ana : oui", "@Luc: oui\n@Ana: oui"])
def test_of_several_who_are_spoken_to_the_one_who_spoke_last_is_proposed(text: str) -> None:
    proposal = last(("Luc", "Un."), ("Ana", "Deux."), ("Zoé", text))
    assert proposal is not None
    assert (proposal.parent_id, proposal.alternatives) == ("b", ("a",))
    assert proposal.confidence < ADOPT_FROM


def test_one_who_is_spoken_to_twice_is_one() -> None:
    proposal = last(("Luc", "Un."), ("Zoé", "@Luc: oui\n@Luc: non"))
    assert proposal is not None
    assert proposal.confidence >= ADOPT_FROM


def test_what_is_said_at_the_start_goes_before_what_is_said_in_passing() -> None:
    proposal = last(("Luc", "Un."), ("Ana", "Deux."), ("Zoé", "@Luc : je pense comme @Ana."))
    assert proposal is not None
    assert (proposal.parent_id, proposal.confidence >= ADOPT_FROM) == ("a", True)


@pytest.mark.parametrize("text", ["@Sonia : merci", "Bonjour Sonia, merci", "@Sonia Poulin merci"])
def test_who_speaks_to_the_posts_author_answers_the_post(text: str) -> None:
    proposal = last(("Luc", "Un."), ("Zoé", text), host="Sonia Poulin")
    assert proposal is not None
    assert proposal.parent_id is None
    assert proposal.confidence >= ADOPT_FROM


def test_where_the_posts_author_has_commented_it_is_still_the_post_but_unsure() -> None:
    proposal = last(("Sonia", "Un."), ("Zoé", "@Sonia : merci"), host="Sonia")
    assert proposal is not None
    assert (proposal.parent_id, proposal.alternatives) == (None, ("a",))
    assert proposal.confidence < ADOPT_FROM


def test_a_commenter_of_the_whole_name_goes_before_the_posts_author() -> None:
    proposal = last(("Marie", "Un."), ("Zoé", "@Marie : merci"), host="Marie Poulin")
    assert proposal is not None
    assert proposal.parent_id == "a"
    assert proposal.confidence < ADOPT_FROM


def test_the_posts_author_does_not_answer_the_post_by_naming_themselves() -> None:
    assert last(("Luc", "Un."), ("Sonia", "@Sonia : merci"), host="Sonia") is not None
    rows = [("Luc", "Un."), ("Sonia", "@Sonia : merci")]
    assert found(*rows, host="Sonia") == []


def test_of_the_post_and_a_comment_that_are_spoken_to_the_comment_is_proposed() -> None:
    proposal = last(("Luc", "Un."), ("Zoé", "@Sonia et @Luc : merci"), host="Sonia")
    assert proposal is not None
    assert (proposal.parent_id, proposal.alternatives) == ("a", ())


SAID = ("Luc", "Je crois que la cabane à sucre vaut le détour en mars.")


@pytest.mark.parametrize(
    "text, media",
    [
        ("> la cabane à sucre vaut le détour\n\nTout à fait.", PLAIN),
        ("> la cabane à sucre\n> vaut le détour\n\nTout à fait.", MARKDOWN),
        ("« La cabane à sucre vaut le détour » ? Non.", PLAIN),
        ("“LA CABANE A SUCRE VAUT LE DETOUR” ? Non.", PLAIN),
        ('"la cabane à sucre vaut le détour" : oui', PLAIN),
        ("<blockquote>la cabane &agrave; sucre vaut le détour</blockquote>Oui.", HTML),
        ("<p>Oui : <q>la cabane à <b>sucre</b> vaut le d&#233;tour</q></p>", HTML),
        ("<blockquote>la cabane à sucre vaut le détour. Oui.", HTML),
        ("&gt; la cabane à sucre vaut le détour<br>Oui.", HTML),
    ],
)
def test_a_quotation_is_found_where_it_was_said(text: str, media: MediaType) -> None:
    thread = flat(SAID, ("Ana", "Rien."), ("Zoé", "Bof."))
    thread = thread.replace(attrs.evolve(thread.comments[2], body=Body(text, media)))
    (proposal,) = find_replies(thread).proposals
    assert (proposal.comment_id, proposal.parent_id) == ("c", "a")
    assert proposal.rule is ReplyRule.QUOTATION
    assert proposal.confidence >= ADOPT_FROM


@pytest.mark.parametrize(
    "text", ["« la cabane à sucre » ?", "« le printemps fait fondre la neige de mars » ?"]
)
def test_too_few_words_or_others_are_no_quotation(text: str) -> None:
    assert found(SAID, ("Zoé", text)) == []


def test_a_quotation_of_two_comments_is_unsure() -> None:
    proposal = last(SAID, ("Ana", SAID[1]), ("Zoé", f"« {SAID[1]} » ?"))
    assert proposal is not None
    assert (proposal.parent_id, proposal.alternatives) == ("b", ("a",))
    assert proposal.confidence < ADOPT_FROM


def test_a_quotation_tells_which_comment_of_the_one_named_is_meant() -> None:
    rows = [SAID, ("Luc", "Non."), ("Zoé", f"@Luc :\n« {SAID[1]} » ?")]
    assert found(*rows) == [("c", "a", "quotation", f"« {SAID[1]} »", 0.99)]


def test_a_name_and_a_quotation_that_disagree_are_unsure() -> None:
    proposal = last(SAID, ("Ana", "Non."), ("Zoé", f"@Ana :\n« {SAID[1]} » ?"))
    assert proposal is not None
    assert (proposal.parent_id, proposal.alternatives) == ("b", ("a",))
    assert proposal.confidence < ADOPT_FROM


def test_a_quotation_goes_before_a_name_in_passing() -> None:
    rows = [SAID, ("Ana", "Non."), ("Zoé", f"« {SAID[1]} » ? Je pense comme @Ana.")]
    assert [row[:3] for row in found(*rows)] == [("c", "a", "quotation")]


def test_what_a_comment_itself_quotes_is_not_its_own_words() -> None:
    rows = [SAID, ("Ana", f"« {SAID[1]} » ?"), ("Zoé", f"« {SAID[1]} », en effet")]
    assert [row[1] for row in found(*rows)] == ["a", "a"]


@pytest.mark.parametrize(
    "text, evidence, media",
    [
        ('<p>@<a href="#ca" rel="nofollow">Luc</a> : oui</p>', "Luc", HTML),
        ('<a href="http://exemple.ca/2009/#comment-a">@Luc</a> oui', "@Luc", HTML),
        ("<A HREF='#a'>Luc &amp; cie</A> oui", "Luc &amp; cie", HTML),
        ("[@Luc](#ca) oui", "@Luc", MARKDOWN),
    ],
)
def test_a_link_to_a_comment_is_nearly_certain(text: str, evidence: str, media: MediaType) -> None:
    proposal = last(("Ana", "Un."), ("Luc", "Deux."), ("Zoé", text), media=media)
    assert proposal is not None
    assert (proposal.parent_id, proposal.rule) == ("a", ReplyRule.LINK)
    assert (proposal.evidence.text, proposal.confidence) == (evidence, 0.99)


@pytest.mark.parametrize(
    "text",
    [
        '<a href="#c9a">Luc</a> oui',
        '<a href="#cc">Luc</a> oui',
        '<a href="#ca"></a> oui',
        '<a name="ca">Luc</a> oui',
        "<a href>Luc</a>, oui",
        '<a href="http://exemple.ca/a">@Luc</a>: oui',
        '<blockquote><a href="#ca">Luc</a></blockquote> oui',
    ],
)
def test_other_links_tell_nothing(text: str) -> None:
    assert found(("Jo", "Un."), ("Ana", "Deux."), ("Zoé", text), media=HTML) == []


def test_a_link_within_a_sentence_is_unsure() -> None:
    proposal = last(("Luc", "Un."), ("Zoé", 'Comme <a href="#ca">disait Luc</a>, non'), media=HTML)
    assert proposal is not None
    assert (proposal.parent_id, proposal.confidence < ADOPT_FROM) == ("a", True)


@pytest.mark.parametrize(
    "text, evidence",
    [
        ("<b>@Zo&eacute;</b> : oui", "@Zo&eacute;</b> :"),
        ("<p>Oui.<p>@Zo&#233 : oui", "@Zo&#233 :"),
        ("<!-- @Ana : --><br/>@Zoé&nbsp;: oui", "@Zoé&nbsp;:"),
        ("<pre>x</pre>@Zoé\n\nAT&T & cie", "@Zoé"),
        ("<i></i></code></q>@Zoé: 1 < 2", "@Zoé:"),
        ("<![si]>@Zoé: oui", None),
        ("<code>@Zoé: oui</code>", None),
        ("<pre>@Zoé: oui</pre>", None),
        ("<code>&eacute;<a href='/x'>x</a></code><br>@Zoé: oui", "@Zoé:"),
        ("<q>Ah, <cite>bon</cite> ?</q><br>@Zoé: oui", "@Zoé:"),
        ("<script>@Zoé: oui</script>", None),
        ("<cite>@Zoé: oui</cite>", None),
        ("<a href='/x'>@Zoé: <br>&eacute;</a>", None),
        ("<p title='@Zoé: oui", None),
    ],
)
def test_html_is_read_as_a_reader_sees_it(text: str, evidence: str | None) -> None:
    rows = found(("Zoé", "Un."), ("Luc", text), media=HTML)
    assert [row[3] for row in rows] == ([] if evidence is None else [evidence])


@pytest.mark.parametrize(
    "text, evidence",
    [
        ("**@Zoé** : oui", "@Zoé** :"),
        ("**Zoé**, oui", "Zoé**,"),
        ("```\n@Luc: non\n```\n@Zoé: oui", "@Zoé:"),
        ("~~~\n@Zoé: oui\n```\n@Zoé: non", None),
        ("`@Zoé: oui`", None),
        ("[@Zoé](http://exemple.ca): oui", None),
        ("> @Zoé: oui", None),
    ],
)
def test_markdown_is_read_without_its_code_and_links(text: str, evidence: str | None) -> None:
    rows = found(("Zoé", "Un."), ("Luc", text), media=MARKDOWN)
    assert [row[3] for row in rows] == ([] if evidence is None else [evidence])


def test_the_posts_author_answers_the_only_one_who_waits_but_this_is_unsure() -> None:
    rows: list[tuple[str | None, str]] = [("Luc", "  Beau billet.\nVraiment."), ("Sonia", "Merci.")]
    proposal = last(*rows, host="Sonia")
    assert proposal is not None
    assert (proposal.parent_id, proposal.rule) == ("a", ReplyRule.ARRIVAL)
    assert (proposal.evidence.text, proposal.evidence.comment_id) == ("Beau billet.", "a")
    assert proposal.confidence < ADOPT_FROM
    assert last(("Ana", "Ah."), *rows, host="Sonia") is None
    assert last(*rows) is None
    assert last(("Luc", "> Rien de neuf."), ("Sonia", "Merci."), host="Sonia") is not None


def test_what_comes_after_a_question_may_answer_it() -> None:
    proposal = last(("Luc", "Bof. Qui vient ? Merci."), ("Zoé", "Pas moi."))
    assert proposal is not None
    assert (proposal.parent_id, proposal.evidence.text) == ("a", "Qui vient ?")
    assert last(("Luc", "Qui vient ?"), ("Luc", "Personne.")) is None
    thread = flat(("Luc", "Qui vient ?"), ("Zoé", "Moi."))
    erased = attrs.evolve(thread.comments[0], author=None, status=Status.ERASED)
    assert find_replies(thread.replace(erased)).proposals == ()
    assert find_replies(flat(("Luc", ""), ("Sonia", "Ah.")), Author("Sonia")).proposals == ()


def test_unknown_authors_speak_and_are_not_spoken_to() -> None:
    rows: list[tuple[str | None, str]] = [(None, "Un."), ("Luc", "Deux."), (None, "@Luc : oui")]
    assert [row[:2] for row in found(*rows)] == [("c", "b")]
    quote = "« Deux et deux font quatre, dit la table »"
    assert [row[:2] for row in found((None, quote[2:-2]), (None, quote))] == [("b", "a")]
    assert [
        row[1] for row in found((None, quote[2:-2]), ("Jo", "."), ("Zoé", f"@Jo\n{quote}"))
    ] == ["b"]


def test_answered_erased_and_shared_comments_get_no_proposal() -> None:
    text = "@Luc : oui"
    first = Comment("1", "p", author=Author("Luc"), body="Un.")
    answered = Comment("2", "p", author=Author("Zoé"), body=text, parent_id="1")
    lost = Comment("3", "p", author=Author("Zoé"), body=text, parent_id="0")
    erased = Comment("4", "p", body=text, status=Status.ERASED)
    shared = [Comment("5", "p", body=text), Comment("5", "p", body=f"{text} !")]
    thread = Thread.build([first, answered, lost, erased, *shared], on_defect=OnDefect.PLACEHOLDER)
    assert find_replies(thread).proposals == ()


def test_the_comments_of_another_post_are_not_answered() -> None:
    thread = Thread.build(
        [
            Comment("1", "p", author=Author("Luc"), body="Un."),
            Comment("2", "q", author=Author("Zoé"), body="@Luc : oui"),
            Comment("3", "p", author=Author("Zoé"), body="@Luc : oui"),
        ]
    )
    assert [(p.comment_id, p.parent_id) for p in find_replies(thread).proposals] == [("3", "1")]


def test_no_ring_is_closed() -> None:
    early, late = (datetime(2009, 1, day, tzinfo=UTC) for day in (1, 2))
    zoe, luc = Author("Zoé"), Author("Luc")
    comments = [
        Comment("1", "p", author=luc, created_at=early, parent_id="2", body="Un."),
        Comment("2", "p", author=zoe, created_at=late, body="@Luc : oui"),
    ]
    assert find_replies(Thread.build(comments)).proposals == ()


def test_adopting_makes_a_new_thread_and_taking_back_undoes_it() -> None:
    thread = flat(("Luc", "Un."), ("Zoé", "@Luc : deux"), ("Ana", "Je pense comme @Luc."))
    replies = find_replies(thread)
    adopted = replies.adopt()
    assert [c.parent_id for c in thread.comments] == [None] * 3
    assert [c.parent_id for c in adopted.comments] == [None, "a", None]
    same = [new is old for new, old in zip(adopted.comments, thread.comments, strict=True)]
    assert same == [True, False, True]
    every = replies.adopt(0)
    assert [c.parent_id for c in every.comments] == [None, "a", "a"]
    assert replies.adopt(1) == thread
    assert replies.take_back(every) == thread
    assert replies.take_back(every, ["c", "?"]) == adopted
    assert replies.take_back(every, iter(())) == every


def test_what_changed_since_it_was_adopted_stays() -> None:
    thread = flat(("Luc", "Un."), ("Zoé", "@Luc : deux"), ("Ana", "@Luc : trois"))
    replies = find_replies(thread)
    later = replies.adopt().move("c", "b").add(Comment("d", "p", parent_id="b"))
    taken = replies.take_back(later)
    assert [c.parent_id for c in taken.comments] == [None, None, "b", "b"]


@pytest.mark.parametrize("threshold", [-0.1, 1.1, float("nan"), float("inf")])
def test_a_threshold_is_between_0_and_1(threshold: float) -> None:
    with pytest.raises(InvalidValueError, match="between 0 and 1"):
        find_replies(flat()).adopt(threshold)


def test_other_types_are_refused() -> None:
    replies = find_replies(flat())
    for threshold in ("0.5", None, True):
        with pytest.raises(InvalidTypeError):
            replies.adopt(threshold)  # type: ignore[arg-type]
    with pytest.raises(InvalidTypeError):
        find_replies([])  # type: ignore[arg-type]
    with pytest.raises(InvalidTypeError):
        find_replies(flat(), "Sonia")  # type: ignore[arg-type]
    with pytest.raises(InvalidTypeError):
        replies.take_back(())  # type: ignore[arg-type]
    with pytest.raises(InvalidTypeError):
        replies.take_back(flat(), "a")


def test_what_was_found_is_a_value() -> None:
    replies = find_replies(flat(("Luc", "Un."), ("Zoé", "@Luc : oui")))
    again = pickle.loads(pickle.dumps(replies))
    assert again == replies
    assert hash(again) == hash(replies)
    assert repr(replies) == "FoundReplies(2 comments, 1 proposals)"
    assert isinstance(again, FoundReplies)


def test_the_reply_of_the_real_page_is_found(shared_data: Path) -> None:
    archive = load(shared_data / "blogger-page-text.txt")
    names = ("Génération Agile", "Sonia")
    comments = [
        attrs.evolve(comment, author=Author(name), parent_id=None)
        for comment, name in zip(archive.comments, names, strict=True)
    ]
    replies = find_replies(Thread.build(comments), Author("Sonia"))
    (proposal,) = replies.proposals
    assert (proposal.comment_id, proposal.parent_id) == (comments[1].id, comments[0].id)
    assert proposal.evidence.text == "@Génération Agile:"
    assert [node.depth for node in replies.adopt().walk()] == [0, 1]


HOSTILE = ["@", "@a ", ">", "«", '"', "<", "<!--", "<a ", "<a b='", "<q>", "&", "&#", "[", "`", "*"]


@pytest.mark.parametrize("media", MediaType)
@pytest.mark.parametrize("piece", [*HOSTILE, "</", "<![", "Luc ", "Luc, ", "?", "x ", "\n", " "])
def test_a_hostile_body_is_read_in_linear_time(piece: str, media: MediaType) -> None:
    thread = flat(("Luc", "Un."), ("Zoé", piece * (1_000_000 // len(piece))), media=media)
    # Anything but linear time would never come back.
    assert find_replies(thread).thread is thread


def test_six_thousand_comments_are_read() -> None:
    rows = [
        (f"Marie {n % 900}", f"@Marie {n % 7} : « un deux trois quatre cinq »") for n in range(6000)
    ]
    comments = [
        Comment(f"{n:05}", "p", author=Author(name), body=f"{text} un deux trois quatre cinq")
        for n, (name, text) in enumerate(rows)
    ]
    assert len(find_replies(Thread.build(comments)).proposals) > 5_000


def test_what_is_adopted_in_generated_conversations_is_right() -> None:
    right = adopted = replies = recalled = 0
    for seed in range(900, 940):
        comments = conversation(seeded(seed), 80)
        thread = Thread.build(attrs.evolve(comment, parent_id=None) for comment in comments)
        parents = {comment.id: comment.parent_id for comment in comments}
        for proposal in find_replies(thread, POST_AUTHOR).proposals:
            if proposal.confidence >= ADOPT_FROM:
                adopted += 1
                right += proposal.parent_id == parents[proposal.comment_id]
                recalled += proposal.parent_id is not None
        replies += sum(c.parent_id is not None and shows_whom_it_answers(c) for c in comments)
    assert right / adopted >= 0.98
    assert recalled / replies >= 0.4


def test_those_that_somebody_looked_at_are_adopted_however_sure() -> None:
    comments = [
        Comment("1", "p", author=Author("Luc"), body="Bravo !"),
        Comment("2", "p", author=Author("Zoé"), body="Oui, @Luc a raison."),
        Comment("3", "p", author=Author("Anne"), body="@Luc : non."),
    ]
    found = find_replies(Thread.build(comments))
    adopted = found.adopt_only(["2", "9"])
    assert [node.comment.parent_id for node in adopted.walk()] == [None, "1", None]
    assert found.take_back(adopted) == found.thread
    with pytest.raises(InvalidTypeError, match="an iterable of ids, not one str"):
        found.adopt_only("2")


def test_a_name_that_nobody_would_write_out_is_not_looked_for() -> None:
    long = "Luc" + "y" * 200
    comments = [
        Comment("1", "p", author=Author(long), body="Bravo !"),
        Comment("2", "p", author=Author("Zoé"), body="@Lucy : merci" + " " * 20_000 + "!"),
        Comment("3", "p", author=Author("Zoé"), body="merci" + " " * 20_000 + "!"),
    ]
    assert not any(
        p.parent_id for p in find_replies(Thread.build(comments)).proposals if p.confidence >= 0.5
    )
