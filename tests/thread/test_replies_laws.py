"""The laws of the reply finder, on any text in any media type and on generated conversations."""

from random import Random

import attrs
from hypothesis import given
from hypothesis import strategies as st

from blogmodel import Author, Body, Comment, MediaType, Thread
from blogmodel.testing import strategies as blog
from blogmodel.testing.conversations import POST_AUTHOR, conversation
from blogmodel.thread import FoundReplies, OnDefect, find_replies

PIECES = st.sampled_from(
    [
        *(
            "@",
            "Luc",
            "Zoé",
            "zoe",
            " ",
            " : ",
            ", ",
            "\n",
            "> ",
            "« ",
            " »",
            '"',
            "?",
            ".",
            "\u00a0",
        ),
        *("<b>", "</b>", "<q>", "</q>", "<a href='#ca'>", "<a href='/'>", "</a>", "<!-", "<code>"),
        *(
            "&eacute;",
            "&",
            "<",
            ">",
            "`",
            "**",
            "```\n",
            "[Luc](#cb)",
            "Bonjour ",
            "Merci ",
            " et ",
        ),
        "un deux trois quatre cinq",
    ]
)
TEXTS = st.lists(PIECES, max_size=14).map("".join) | st.text(max_size=30)
AUTHORS = st.none() | st.sampled_from(["Luc", "Zoé", "Luc Roy", "ZOE", "Anonyme"]).map(Author)


@st.composite
def threads(draw: st.DrawFn) -> Thread:
    """Draw a thread with anything wrong, whose comments have authors and speak to each other."""
    comments = [
        attrs.evolve(
            comment, author=draw(AUTHORS), body=Body(draw(TEXTS), draw(st.sampled_from(MediaType)))
        )
        for comment in draw(blog.broken_comment_lists() | blog.comment_lists())
    ]
    policy = draw(st.sampled_from([OnDefect.PROMOTE, OnDefect.PLACEHOLDER]))
    return Thread.build(comments, on_defect=policy)


@st.composite
def conversations(draw: st.DrawFn) -> Thread:
    seeded = Random(draw(st.integers(0, 999)))  # noqa: S311 - no secret
    comments = conversation(seeded, draw(st.integers(0, 40)))
    hidden = draw(st.sets(st.sampled_from([c.id for c in comments] or ["?"])))
    return Thread.build(attrs.evolve(c, parent_id=None) if c.id in hidden else c for c in comments)


FOUND = st.builds(
    find_replies,
    threads() | conversations(),
    st.none() | st.sampled_from([POST_AUTHOR, Author("Luc")]),
)
THRESHOLDS = st.floats(0, 1) | st.integers(0, 1)


@given(FOUND)
def test_a_parent_is_an_earlier_comment_of_the_same_post(found: FoundReplies) -> None:
    comments = found.thread.comments
    numbers = {comment.id: number for number, comment in enumerate(comments)}
    places = [numbers[proposal.comment_id] for proposal in found.proposals]
    assert places == sorted(set(places))
    for proposal in found.proposals:
        child = comments[numbers[proposal.comment_id]]
        assert child.parent_id is None
        assert len(proposal.alternatives) <= 5
        assert proposal.parent_id not in proposal.alternatives
        for other in (proposal.parent_id, *proposal.alternatives):
            if other is not None:
                assert numbers[other] < numbers[child.id]
                assert comments[numbers[other]].post_id == child.post_id


@given(FOUND)
def test_evidence_slices_back_to_the_body_it_stands_in(found: FoundReplies) -> None:
    for proposal in found.proposals:
        evidence = proposal.evidence
        assert evidence.comment_id in {proposal.comment_id, proposal.parent_id}
        body = found.thread.node(evidence.comment_id or "").comment.body
        assert evidence.text == body.text[evidence.start : evidence.end]
        assert 0 <= evidence.start < evidence.end
        assert 0 <= proposal.confidence <= 1


@given(FOUND, THRESHOLDS)
def test_taking_back_undoes_adopting_and_defects_stay_the_same(
    found: FoundReplies, threshold: float
) -> None:
    adopted = found.adopt(threshold)
    assert adopted.defects == found.thread.defects
    back = found.take_back(adopted)
    assert back == found.thread
    assert back.defects == found.thread.defects
    parents = {c.id: c.parent_id for c in adopted.comments}
    for proposal in found.proposals:
        taken = proposal.confidence >= threshold
        assert parents[proposal.comment_id] == (proposal.parent_id if taken else None)


@given(st.data(), threads())
def test_the_order_in_which_comments_are_given_does_not_matter(
    data: st.DataObject, thread: Thread
) -> None:
    given_ = data.draw(st.permutations(thread.comments + thread.set_aside))
    again = Thread.build(given_, on_defect=thread.on_defect)
    assert find_replies(again) == find_replies(thread)


@given(conversations(), THRESHOLDS)
def test_finding_again_keeps_what_was_adopted(thread: Thread, threshold: float) -> None:
    adopted = find_replies(thread, POST_AUTHOR).adopt(threshold)
    given_ = {c.id for c in adopted.comments if c.parent_id is not None}
    assert not given_ & {p.comment_id for p in find_replies(adopted, POST_AUTHOR).proposals}


@given(st.lists(blog.comments(), max_size=6))
def test_no_comments_make_it_raise(comments: list[Comment]) -> None:
    find_replies(Thread.build(comments))
