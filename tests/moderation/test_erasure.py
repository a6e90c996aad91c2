from typing import Any

import attrs
import pytest

from blogmodel.errors import InvalidTypeError, InvalidValueError
from blogmodel.model import Author, Body, Comment, Extra, MediaType, Origin, Post, Status
from blogmodel.moderation import (
    Erased,
    ErasureKind,
    NameMatch,
    Person,
    Reason,
    Report,
    Revision,
    plan_erasure,
)

from support.moderating import NOW

ZOE = Author("Zoé Tremblay", id="zoe", email="zoe@example.org", url="https://zoe.example/")
LUC = Author("Luc", id="luc")
PERSON = Person(
    ids=["zoe"],
    names=["Zoé", "Zoé Tremblay"],
    emails=["Zoe@Example.org"],
    urls=["https://zoe.example/"],
    addresses=["192.0.2.7"],
)
SAID = "Ma grand-mère faisait toujours la tire avec du sirop foncé"


def comment(text: str = "Oui", media_type: MediaType = MediaType.PLAIN, **fields: Any) -> Comment:
    return Comment("c1", "p1", body=Body(text, media_type), **{"author": LUC, **fields})


def erased(person: Person = PERSON, **values: Any) -> Erased:
    return plan_erasure(person, **values).apply(**values)


def other(text: str, media_type: MediaType = MediaType.PLAIN, person: Person = PERSON) -> str:
    """Return what becomes of a text of somebody else, beside a comment of the person's."""
    own = Comment("c0", "p1", author=ZOE, body=SAID)
    return erased(person, comments=[own, comment(text, media_type)]).comments[1].body.text


def test_a_comment_of_theirs_becomes_a_tombstone() -> None:
    own = comment(
        SAID,
        author=ZOE,
        parent_id="c0",
        created_at=NOW,
        origin=Origin(address="192.0.2.7"),
        extra=Extra.of({"karma": 3}),
        language="fr",
        ups=4,
    )
    (made,) = erased(comments=[own]).comments
    assert made == Comment(
        "c1", "p1", body="", parent_id="c0", created_at=NOW, status=Status.ERASED
    )


@pytest.mark.parametrize(
    "author, match, theirs",
    [
        (ZOE, NameMatch.NEVER, True),
        (Author("Z.", id="zoe"), NameMatch.NEVER, True),
        (Author("Z.", email="ZOE@example.ORG"), NameMatch.NEVER, True),
        (Author("Zoé"), NameMatch.NEVER, False),
        (Author("ZOE "), NameMatch.ALWAYS, True),
        (Author("Zoé T."), NameMatch.ALWAYS, False),
        (Author("Zoé", id="other"), NameMatch.NEVER, False),
        (None, NameMatch.ALWAYS, False),
    ],
)
def test_whose_a_comment_is(
    author: Author | None,
    match: NameMatch,
    theirs: bool,  # noqa: FBT001 - a case
) -> None:
    person = attrs.evolve(PERSON, match=match)
    (made,) = erased(person, comments=[comment(author=author)]).comments
    assert (made.status is Status.ERASED) == theirs


@pytest.mark.parametrize(
    "text, expected",
    [
        ("@Zoé : tu as raison", "@[nom effacé] : tu as raison"),
        ("ZOÉ et zoe", "[nom effacé] et [nom effacé]"),
        ("Zoé Tremblay l’a dit", "[nom effacé] l’a dit"),
        ("Zoétrope, azoé, d’Azoé", "Zoétrope, azoé, d’Azoé"),
        ("L’idée de Zoé.", "L’idée de [nom effacé]."),
        ("Z\u200boé", "[nom effacé]"),
        ("Zoe\u0301 !", "[nom effacé] !"),
        ("Écris à zoe@example.org", "Écris à […]"),
        ("Voir https://zoe.example/ ou zoe.example", "Voir […] ou […]"),
        ("De 192.0.2.7", "De […]"),
        ("zoe@example.orgZoé192.0.2.7", "[…][nom effacé][…]"),
        (f"Tu dis « {SAID} », bravo", "Tu dis « […] », bravo"),
        ("ma grand-mère, FAISAIT toujours la tire hier", "[…] hier"),
        ("grand-mère faisait toujours la", "grand-mère faisait toujours la"),
        ("Oui", "Oui"),
    ],
)
def test_what_another_wrote_loses_what_tells_of_them(text: str, expected: str) -> None:
    assert other(text) == expected


@pytest.mark.parametrize(
    "html, expected",
    [
        ("<p>@Z<b>oé</b> : non</p>", "<p>@[nom effacé]<b></b> : non</p>"),
        ("<p>Zo&eacute;</p>", "<p>[nom effacé]</p>"),
        (
            '<a href="mailto:zoe@example.org" title="Zoé">écrire</a>',
            '<a href="mailto:[…]" title="[nom effacé]">écrire</a>',
        ),
        ("<!-- de Zoé --><p>Oui</p>", "<!-- de [nom effacé] --><p>Oui</p>"),
        (
            "<p>Ma grand-mère faisait <em>toujours la tire</em> avec</p>",
            "<p>[…]<em></em></p>",
        ),
    ],
)
def test_markup_keeps_its_tags(html: str, expected: str) -> None:
    assert other(html, MediaType.HTML) == expected


def test_markdown_is_read_as_readers_see_it() -> None:
    assert other("Un *mot* de Zo\\é, [Zoé](https://zoe.example/)", MediaType.MARKDOWN) == (
        "Un *mot* de Zo\\é, [[nom effacé]]([…])"
    )


def test_own_texts_in_markup_are_quoted_too() -> None:
    own = Comment("c0", "p1", author=ZOE, body=Body(f"<p>{SAID}", MediaType.HTML))
    marked = Comment(
        "c2", "p1", author=ZOE, body=Body("*Un* deux trois quatre cinq six", MediaType.MARKDOWN)
    )
    made = erased(
        comments=[own, marked, comment(SAID + " !"), comment("un deux trois quatre cinq six")]
    )
    assert [one.body.text for one in made.comments[2:]] == ["[…] !", "[…]"]


def test_posts_lose_their_author_and_keep_their_text() -> None:
    post = Post("p1", title="Le sirop de Zoé", body="Un billet.", author=ZOE)
    (made,) = erased(posts=[post]).posts
    assert made == Post("p1", title="Le sirop de [nom effacé]", body="Un billet.")


def test_others_lose_addresses_that_are_the_persons() -> None:
    author = Author("Luc", email="zoe@example.org", url="https://zoe.example/luc")
    own = attrs.evolve(author, email=None)
    origin = Origin(address="192.0.2.7", agent="Zoé/1", referrer="https://zoe.example/x")
    kept = Origin(address="192.0.2.9", referrer="https://zoe.example/x")
    made = erased(comments=[comment(author=own, origin=origin), comment(origin=kept)]).comments
    assert made[0].author == Author("Luc")
    assert made[0].origin is None
    assert made[1].origin == Origin(address="192.0.2.9")
    (post,) = erased(posts=[Post("p1", author=own)]).posts
    assert post.author == Author("Luc")


@pytest.mark.parametrize(
    "fields",
    [
        {"by": "zoe"},
        {"by": ["x", {"note": "De Zoé"}]},
        {"zoe@example.org": 1},
        {"ip": "192.0.2.7"},
    ],
)
def test_kept_fields_that_tell_of_them_go(fields: dict[str, object]) -> None:
    values = [
        comment(extra=Extra.of(fields)),
        comment(extra=Extra.of({"n": 3, "ok": True, "x": None})),
    ]
    made = erased(comments=values).comments
    assert not made[0].extra
    assert made[1] is values[1]


def test_reports_stay_and_lose_who_reported() -> None:
    reports = [
        Report("c1", "zoe", Reason.SPAM, at=NOW),
        Report("c1", "zoe", Reason.SPAM, at=NOW, revision=2),
        Report("c1", "luc", Reason.SPAM, at=NOW),
    ]
    made = erased(reports=reports).reports
    assert len({report.reporter for report in made}) == 3
    assert [report.reason for report in made] == [Reason.SPAM] * 3
    assert made[2] is reports[2]


def test_revisions_of_theirs_lose_their_text() -> None:
    own = Comment("c0", "p1", author=ZOE, body="Autre")
    revisions = [Revision("c0", 1, SAID), Revision("c0", 2, ""), Revision("c1", 1, f"Zoé : {SAID}")]
    made = erased(comments=[own, comment()], revisions=revisions).revisions
    assert [revision.body.text for revision in made] == ["", "", "[nom effacé] : […]"]
    assert made[1] is revisions[1]


def test_a_plan_is_looked_at_and_changed_before_it_is_done() -> None:
    values = [comment("Zoé est là, zoe@example.org")]
    plan = plan_erasure(PERSON, comments=values)
    assert [(item.kind, item.field) for item in plan.items] == [
        (ErasureKind.MENTION, "body.text"),
        (ErasureKind.CONTACT, "body.text"),
    ]
    spared = plan.without(plan.items[:1])
    assert spared.apply(comments=values).comments[0].body.text == "Zoé est là, […]"
    with pytest.raises(InvalidValueError, match="items of this plan"):
        spared.without(plan.items)
    assert repr(plan) == "ErasurePlan(2 items)"


def test_a_plan_is_for_the_values_that_it_was_made_for() -> None:
    values = [comment("Zoé")]
    plan = plan_erasure(PERSON, comments=values)
    for others in ([], [comment("Zoé !")], [*values, comment()]):
        with pytest.raises(InvalidValueError, match="the values that the plan was made for"):
            plan.apply(comments=others)


def test_replacements_are_the_callers() -> None:
    plan = plan_erasure(
        PERSON, comments=[comment("Zoé, zoe.example")], name_replacement="X", replacement="Y"
    )
    assert plan.apply(comments=[comment("Zoé, zoe.example")]).comments[0].body.text == "X, Y"


def test_what_was_erased_has_nothing_to_erase() -> None:
    made = erased(comments=[comment(SAID, author=ZOE), comment(f"@Zoé {SAID}")])
    assert plan_erasure(PERSON, comments=made.comments).items == ()


def test_a_tombstone_known_by_its_cookie_is_left() -> None:
    stone = comment("", author=None, status=Status.ERASED)
    assert plan_erasure(PERSON, comments=[stone]).items == ()


def test_a_comment_that_was_erased_and_kept_its_author_is_erased_again() -> None:
    half = comment(author=ZOE, status=Status.ERASED)
    assert erased(comments=[half]).comments[0].author is None


@pytest.mark.parametrize(
    "make",
    [
        Person,
        lambda: Person(names="Zoé"),
        lambda: Person(names=3),
        lambda: Person(names=[" "]),
        lambda: Person(ids=[3]),
        lambda: Person(ids=["a"], match="x"),
        lambda: plan_erasure("zoe"),
        lambda: plan_erasure(PERSON, comments=[3]),
        lambda: plan_erasure(PERSON, posts=[comment()]),
        lambda: plan_erasure(PERSON, quoted_words=0),
        lambda: plan_erasure(PERSON, name_replacement="[Zoé]"),
        lambda: plan_erasure(PERSON, replacement=3),
    ],
)
def test_other_values_are_refused(make: Any) -> None:
    with pytest.raises((InvalidTypeError, InvalidValueError)):
        make()


def test_nothing_of_a_person_is_in_a_repr() -> None:
    plan = plan_erasure(PERSON, comments=[comment("Zoé")])
    assert "Zo" not in repr(PERSON) + repr(plan) + repr(plan.items) + repr(plan.stamps)
