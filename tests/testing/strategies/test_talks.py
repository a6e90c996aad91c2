import pytest
from hypothesis import find, given
from hypothesis import strategies as st

from blogmodel import Author, Comment, Thread
from blogmodel.errors import InvalidTypeError, InvalidValueError
from blogmodel.testing import strategies as blog
from blogmodel.testing.conversations import POST_AUTHOR
from blogmodel.testing.strategies import Conversation
from blogmodel.text import fold
from blogmodel.thread import OnDefect, find_replies

ZOE, LUC = Author("Zoé"), Author("Luc")
TWO = st.just([ZOE, LUC])


@given(blog.conversations())
def test_comments_have_no_parents_and_answer_earlier_ones_of_others(talk: Conversation) -> None:
    assert not any(comment.parent_id for comment in talk.comments)
    assert list(talk.parents.values()) == list(talk.answers)
    thread = Thread.build(talk.threaded, on_defect=OnDefect.RAISE)
    assert thread.comments == talk.threaded
    known = {comment.id: comment for comment in talk.comments}
    for comment_id, answered in talk.parents.items():
        if answered:
            assert known[answered].author != known[comment_id].author


@given(blog.conversations(min_size=1, casts=TWO, post_author=None, texts=st.just("Oui.")))
def test_what_a_user_fixes_of_a_conversation_is_kept(talk: Conversation) -> None:
    assert {comment.author for comment in talk.comments} <= {ZOE, LUC}
    assert all(comment.body.text.endswith("Oui.") for comment in talk.comments)
    assert all(
        comment.body.text == "Oui." for comment in talk.comments if not talk.parents[comment.id]
    )


@given(blog.conversations(casts=st.just([ZOE]), post_author=None))
def test_nobody_answers_themselves(talk: Conversation) -> None:
    assert not any(talk.answers)


def test_the_least_answer_mentions_whom_it_answers() -> None:
    talk = find(blog.conversations(), lambda talk: any(talk.answers))
    assert [comment.body.text for comment in talk.comments] == ["Merci !", "@Zoé : Merci !"]
    assert [comment.author for comment in talk.comments] == [ZOE, LUC]
    assert talk.answers == (None, "c0")


@pytest.mark.parametrize(
    "lead", ["@Zoé : ", "@zoe ", "Bonjour Zoé, ", "> Merci !\n\n", "« Merci ! » ", "@Zoé :\n> "]
)
def test_answers_show_in_many_ways_whom_they_answer(lead: str) -> None:
    def shows(talk: Conversation) -> bool:
        return any(
            talk.parents[comment.id] and comment.body.text.startswith(lead)
            for comment in talk.comments
        )

    talks = blog.conversations(casts=TWO, texts=st.just("Merci !"))
    assert len(find(talks, shows).comments) == 2


def test_answers_that_show_nothing_are_found_and_names_in_passing() -> None:
    silent = find(blog.conversations(casts=TWO), lambda t: any(t.answers) and "Zoé" not in str(t))
    assert silent.answers
    passing = find(
        blog.conversations(),
        lambda t: any("Hélène Dubé a raison" in c.body.text for c in t.comments),
    )
    assert passing.answers == (None,)


def test_the_posts_author_comments_too() -> None:
    talk = find(blog.conversations(), lambda t: any(c.author == POST_AUTHOR for c in t.comments))
    assert len(talk.comments) <= 2


def test_names_are_shortened() -> None:
    cast = st.just([Author("Génération Agile"), LUC])
    talk = find(
        blog.conversations(casts=cast),
        lambda t: any(c.body.text.startswith("@Génération : ") for c in t.comments),
    )
    assert talk.answers == (None, "c0")


@given(blog.conversations(casts=TWO, post_author=None))
def test_a_mention_of_one_person_leads_to_the_comment_that_is_answered(talk: Conversation) -> None:
    proposals = find_replies(Thread.build(talk.comments)).proposals
    found = {proposal.comment_id: proposal for proposal in proposals}
    known = {comment.id: comment for comment in talk.comments}
    for comment in talk.comments:
        answered = talk.parents[comment.id]
        if answered and fold(comment.body.text).startswith(("@zoe", "@luc")):
            parent_id = found[comment.id].parent_id
            assert known[parent_id].author == known[answered].author


def test_a_conversation_can_be_hashed_and_has_an_answer_a_comment() -> None:
    talk = Conversation((Comment("c0", "p"), Comment("c1", "p")), (None, "c0"))
    assert {talk: 1}[Conversation(talk.comments, talk.answers)] == 1
    assert talk.threaded == (Comment("c0", "p"), Comment("c1", "p", parent_id="c0"))
    with pytest.raises(InvalidValueError, match=r"Conversation\.answers must be one for each of 2"):
        Conversation(talk.comments, ())


def test_what_is_no_part_of_a_conversation_is_refused() -> None:
    with pytest.raises(InvalidValueError, match=r"conversations\.post_id"):
        blog.conversations(post_id="")
    with pytest.raises(InvalidTypeError, match=r"conversations\.post_author must be an Author"):
        blog.conversations(post_author="Zoé")  # type: ignore[arg-type]
