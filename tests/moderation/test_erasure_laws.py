import pickle
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from blogmodel.model import Author, Body, Comment, Extra, MediaType, Origin, Post, to_json
from blogmodel.moderation import Person, Reason, Report, Revision, plan_erasure
from blogmodel.text import fold

from support.moderating import NOW

# What tells the person, and what others write, have no letter in common.
NAME, MAIL, PAGE, ADDRESS, ID = "Zoézoé", "zoz@zz.zo", "https://zoz.zz/zo", "9.9.9.9", "zzz999"
SAID = "zo zz zozo zzo zoo ozz"
PERSON = Person(ids=[ID], names=[NAME], emails=[MAIL], urls=[PAGE], addresses=[ADDRESS])
AUTHOR = Author(NAME, id=ID, email=MAIL, url=PAGE)
SECRETS = [NAME, MAIL, PAGE, ADDRESS, ID, SAID]

PIECES = st.sampled_from(
    [
        *("un", "Test", " ", "\n", "@", "&amp;", "<b>", "</b>", "*", "."),
        *(NAME, NAME.upper(), f"{NAME},", MAIL, MAIL.upper(), PAGE, ADDRESS),
        *(f" {SAID} ", f"« {SAID.title()} »"),
    ]
)
TEXTS = st.lists(PIECES, max_size=7).map(" ".join)
BODIES = st.builds(Body, TEXTS, st.sampled_from(MediaType))
ORIGINS = st.builds(
    Origin,
    address=st.sampled_from([None, ADDRESS, "1.1.1.1"]),
    referrer=st.sampled_from([None, PAGE, f"http://t.test/?{MAIL}"]),
)
EXTRAS = st.sampled_from([{}, {"a": "un"}, {"by": ID}, {"a": [NAME, 1]}, {MAIL: 1}]).map(Extra.of)
AUTHORS = st.sampled_from(
    [None, AUTHOR, Author("Luc"), Author("Luc", url=f"{PAGE}/x"), Author("Ana", email=MAIL.upper())]
)


@st.composite
def comments(draw: st.DrawFn) -> list[Comment]:
    count = draw(st.integers(0, 5))
    return [
        Comment(
            f"c{number}",
            "p",
            author=draw(AUTHORS),
            body=draw(BODIES),
            origin=draw(st.none() | ORIGINS),
            parent_id=draw(st.sampled_from([None, "c0", "c1"])),
            extra=draw(EXTRAS),
        )
        for number in range(count)
    ]


POSTS = st.lists(
    st.builds(
        Post, st.just("p"), title=st.none() | TEXTS, body=BODIES, author=AUTHORS, extra=EXTRAS
    ),
    max_size=2,
)
REVISIONS = st.lists(
    st.builds(Revision, st.sampled_from(["c0", "c1"]), st.integers(1, 3), BODIES), max_size=3
)
REPORTS = st.lists(
    st.builds(
        Report, st.just("c0"), st.sampled_from([ID, "r1"]), st.just(Reason.SPAM), at=st.just(NOW)
    ),
    max_size=3,
)
OWN = Comment("own", "p", author=AUTHOR, body=SAID)


@given(comments(), POSTS, REVISIONS, REPORTS)
def test_no_erased_value_is_in_any_serialised_byte(
    written: list[Comment], posts: Any, revisions: Any, reports: Any
) -> None:
    values = {
        "posts": posts,
        "comments": [OWN, *written],
        "revisions": revisions,
        "reports": reports,
    }
    plan = plan_erasure(PERSON, **values)
    made = plan.apply(**values)
    shown = [to_json(value) for value in (*made.posts, *made.comments)]
    shown += [repr(value) for value in (*made.revisions, *made.reports, *made.comments)]
    shown += [pickle.dumps(value, 0).decode("raw_unicode_escape") for value in (made, plan)]
    everything = " ".join(fold("\n".join(shown)).split())
    for secret in SECRETS:
        assert fold(secret) not in everything


@given(comments(), POSTS, REVISIONS, REPORTS)
def test_the_thread_stays_whole(
    written: list[Comment], posts: Any, revisions: Any, reports: Any
) -> None:
    values = {
        "posts": posts,
        "comments": [OWN, *written],
        "revisions": revisions,
        "reports": reports,
    }
    plan = plan_erasure(PERSON, **values)
    made = plan.apply(**values)
    for before, after in zip(values["comments"], made.comments, strict=True):
        assert (before.id, before.parent_id, before.post_id, before.created_at, before.kind) == (
            after.id,
            after.parent_id,
            after.post_id,
            after.created_at,
            after.kind,
        )
    touched = {(item.subject.value, item.at) for item in plan.items}
    for kind in ("post", "comment", "revision", "report"):
        pairs = zip(values[f"{kind}s"], getattr(made, f"{kind}s"), strict=True)
        for at, (before, after) in enumerate(pairs):
            assert ((kind, at) in touched) == (before is not after)


@given(comments(), POSTS, REVISIONS, REPORTS)
def test_what_was_erased_has_nothing_to_erase(
    written: list[Comment], posts: Any, revisions: Any, reports: Any
) -> None:
    values = {
        "posts": posts,
        "comments": [OWN, *written],
        "revisions": revisions,
        "reports": reports,
    }
    made = plan_erasure(PERSON, **values).apply(**values)
    again = plan_erasure(
        PERSON,
        posts=made.posts,
        comments=made.comments,
        revisions=made.revisions,
        reports=made.reports,
    )
    assert again.items == ()
