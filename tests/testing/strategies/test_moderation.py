from datetime import timedelta

import pytest
from hypothesis import find, given
from hypothesis import strategies as st

from blogmodel import Comment, Post, Status
from blogmodel.moderation import (
    Action,
    Actor,
    Context,
    Outcome,
    Policy,
    Rights,
    Role,
    Rule,
    Shown,
    Submission,
    Term,
    TermMatch,
    Viewer,
    WordList,
    conditions,
    policies,
    shown_as,
)
from blogmodel.testing import strategies as blog
from blogmodel.text import Level

COMMENTS = blog.comments(authors=blog.authors(), post_ids=st.sampled_from(["p", "p0"]))


@given(blog.actors(roles=st.just(Role.AUTHOR), ids=st.just("0" * 32)))
def test_what_a_user_fixes_of_an_actor_is_kept(actor: Actor) -> None:
    assert actor == Actor(Role.AUTHOR, "0" * 32)


@pytest.mark.parametrize("role", Role)
def test_every_role_is_drawn(role: Role) -> None:
    assert find(blog.actors(), lambda actor: actor.role is role) == Actor(role)
    assert find(blog.viewers(), lambda viewer: viewer.role is role) == Viewer(role)


@given(
    blog.viewers(
        roles=st.just(Role.ADMIN),
        ids=st.just("zoe"),
        wrote=st.just(frozenset("1")),
        posts=st.just(frozenset("2")),
    )
)
def test_what_a_user_fixes_of_a_viewer_is_kept(viewer: Viewer) -> None:
    assert viewer == Viewer(Role.ADMIN, id="zoe", wrote={"1"}, posts={"2"})


@pytest.mark.parametrize("shown", Shown)
def test_comments_and_viewers_are_found_that_go_together_in_every_way(shown: Shown) -> None:
    comment, viewer, rights = find(
        st.tuples(COMMENTS, blog.viewers(), blog.rights()),
        lambda drawn: shown_as(drawn[1], drawn[0], blog.START, drawn[2]) is shown,
    )
    assert shown_as(viewer, comment, blog.START, rights) is shown


@given(
    blog.rights(
        post_author_approves=st.just(value=True),
        shadowing=st.just(value=True),
        windows=st.just(timedelta(1)),
    )
)
def test_what_a_user_fixes_of_rights_is_kept(rights: Rights) -> None:
    day = timedelta(1)
    assert rights == Rights(
        post_author_approves=True, shadowing=True, edit_window=day, restore_window=day
    )


@given(blog.word_lists(max_size=3))
def test_lists_of_words_keep_to_their_size(words: WordList) -> None:
    assert len(words) <= 3


@pytest.mark.parametrize("match", TermMatch)
@pytest.mark.parametrize("level", Level)
def test_words_are_found_in_texts_in_every_way(match: TermMatch, level: Level) -> None:
    def hits(words: WordList) -> bool:
        found = [hit.term for hit in words.find("merci, oui : tout à fait, http://example.org/ !")]
        return any((term.match, term.level) == (match, level) for term in found)

    words = find(blog.word_lists(), hits)
    assert len(words) == 1


@given(blog.word_lists(terms=st.just(Term("oui")), min_size=2))
def test_entries_that_are_given_are_those_of_the_list(words: WordList) -> None:
    assert set(words.terms) == {Term("oui")}


@pytest.mark.parametrize("outcome", Outcome)
def test_policies_and_submissions_are_found_for_every_outcome(outcome: Outcome) -> None:
    def judged(drawn: tuple[Policy, Submission, Context]) -> bool:
        return drawn[0].judge(*drawn[1:]).outcome is outcome

    plain = blog.submissions(comments=blog.comments(bodies=blog.bodies(media_types=PLAIN)))
    policy, submission, context = find(st.tuples(blog.policies(), plain, blog.contexts()), judged)
    assert policy.judge(submission, context).outcome is outcome


PLAIN = st.just(Comment("c0", "p").body.media_type)


@pytest.mark.parametrize("name", ["carnet personnel", "WordPress", "AutoModerator"])
def test_policies_that_are_ready_are_drawn_too(name: str) -> None:
    policy = find(blog.policies(), lambda policy: policy.name == name)
    assert policy in (policies.personal_blog(), policies.wordpress(), policies.automoderator())


def test_policies_shrink_to_the_simplest_rule() -> None:
    policy = find(blog.policies(), lambda policy: len(policy.rules) == 1)
    assert policy == Policy("p", [Rule("r0", conditions.Always(), Action.SCORE)])


@given(
    blog.policies(
        rules=st.sampled_from([Rule("a", conditions.Empty()), Rule("b", conditions.Empty())]),
        max_size=5,
    )
)
def test_rules_that_are_given_are_those_of_the_policy(policy: Policy) -> None:
    assert {rule.id for rule in policy.rules} <= {"a", "b"}


@given(
    blog.submissions(
        comments=st.just(Comment("c0", "q")),
        posts=st.just(Post("p", title="Été")),
        honeypots=st.just("x"),
        filled_in=st.just(timedelta(1)),
    )
)
def test_what_a_user_fixes_of_a_submission_is_kept_and_goes_together(given_: Submission) -> None:
    assert given_ == Submission(
        Comment("c0", "q"), post=Post("q", title="Été"), honeypot="x", filled_in=timedelta(1)
    )


def test_every_fact_is_drawn_and_may_be_unknown() -> None:
    names = "role is_trusted approved refused recent sent seen external reports".split()
    for name in names:
        assert find(blog.contexts(), lambda c, name=name: getattr(c, name) is not None)
    least = find(blog.contexts(), lambda _: True)
    assert least == Context(blog.START)
    seen = find(blog.contexts(), lambda c: c.seen is not None and len(c.seen) == 2)
    assert seen.reports is None
    assert find(blog.contexts(), lambda c: c.reports is not None and c.reports.total > 3)


@given(
    blog.contexts(
        now=st.just(blog.START + timedelta(1)),
        roles=st.just(Role.ADMIN),
        is_trusted=st.just(value=True),
        approved=st.just(1),
        refused=st.just(2),
        recent=st.just([blog.START]),
        sent=st.just(["x"]),
        seen=st.none(),
        external=st.none(),
        reports=st.none(),
    )
)
def test_every_fact_can_be_fixed(context: Context) -> None:
    assert context == Context(
        blog.START + timedelta(1),
        role=Role.ADMIN,
        is_trusted=True,
        approved=1,
        refused=2,
        recent=[blog.START],
        sent=["x"],
    )


@pytest.mark.parametrize("status", Status)
def test_a_comment_of_every_status_is_sent_in(status: Status) -> None:
    found = find(blog.submissions(), lambda submission: submission.comment.status is status)
    assert found == Submission(Comment("c0", "p0", body="Merci !", status=status))
