import pickle
from datetime import timedelta
from typing import Any

import attrs
import pytest

from blogmodel.errors import InvalidTypeError, InvalidValueError, MissingExtraError
from blogmodel.model import Author, Comment, CommentKind, MediaType, Origin, Post
from blogmodel.moderation import (
    Condition,
    ExternalOutcome,
    ExternalVerdict,
    Part,
    Place,
    Rate,
    Reason,
    Report,
    Reports,
    Role,
    SeenTexts,
    Submission,
    Term,
    TermMatch,
    Weight,
    WordList,
    conditions,
    text_key,
    text_print,
)
from blogmodel.moderation.conditions import (
    AllOf,
    AlreadySent,
    Always,
    AnyOf,
    ClosedAfter,
    CommentsClosed,
    Deceives,
    DisposableMail,
    Empty,
    HasBannedWords,
    HasSuspectWords,
    Honeypot,
    JudgedElsewhere,
    LinksToHosts,
    LinkTrick,
    LooksLikeSpam,
    Matches,
    NearDuplicate,
    NewAuthor,
    OfKind,
    OftenRefused,
    Repeats,
    Reported,
    Shouts,
    Staff,
    TooFast,
    TooLong,
    TooMany,
    TooManyLinks,
    TooShort,
    TrickyLinks,
    Trusted,
    Unless,
    Unnamed,
)
from blogmodel.text import DangerKind, Level

from support.moderating import NOW, found, sent, told

POST = Post("p1", published_at=NOW - timedelta(days=30), comments_closed_at=NOW)
LISE = Author("Lise", email="Lise@Jetable.example", url="https://casino.example/lise")


@attrs.frozen
class Guess:
    """A model that says one thing."""

    value: float

    def score(self, text: str, /) -> float:
        assert isinstance(text, str)
        return self.value

    def explain(self, text: str, /, *, most: int = 5) -> tuple[Weight, ...]:
        assert most
        start = text.find("gratuit")
        return (
            Weight("gratuit", 2.0, ((start, start + 7),)),
            Weight("merci", -1.0, ((0, 1),)),
        )


MET: list[tuple[Condition, Submission | str, dict[str, Any], list[str]]] = [
    (CommentsClosed(), sent(post=POST), {}, ["the post takes no comments any more"]),
    (ClosedAfter(timedelta(days=29)), sent(post=POST), {}, ["the post is 30 days old"]),
    (Empty(), " \u200b\n", {}, ["there is no text"]),
    (Empty(), sent("<p> <br></p>", media_type=MediaType.HTML), {}, ["there is no text"]),
    (TooLong(3), "quatre", {}, ["6 characters, more than 3"]),
    (TooShort(3), "ok", {}, ["2 characters, fewer than 3"]),
    (
        AlreadySent(),
        "MERCI  beaucoup",
        {"sent": {text_key("Merci beaucoup")}},
        ["its author sent the same text before"],
    ),
    (
        TooMany([Rate(5, timedelta(hours=1)), Rate(1, timedelta(seconds=15))]),
        "Encore",
        {"recent": [NOW - timedelta(seconds=14)]},
        ["1 sent within 15 s before this one; 1 may be"],
    ),
    (
        OfKind([CommentKind.PINGBACK]),
        Submission(Comment("c1", "p1", kind=CommentKind.PINGBACK)),
        {},
        ["it came as: Pingback"],
    ),
    (Always(), "Oui", {}, ["every comment is read before it is published"]),
    (Staff(), "Oui", {"role": Role.ADMIN}, ["its author is of the staff: Administrator"]),
    (Trusted(), "Oui", {"is_trusted": True}, ["the site trusts its author"]),
    (NewAuthor(2), "Oui", {"approved": 1}, ["1 comment of its author was approved before"]),
    (NewAuthor(), "Oui", {"approved": 0}, ["0 comments of its author were approved before"]),
    (
        OftenRefused(0.5),
        "Oui",
        {"approved": 3, "refused": 3},
        ["3 of 6 comments of its author were refused before"],
    ),
    (
        DisposableMail(["jetable.example"]),
        sent(author=LISE),
        {},
        ["disposable mail: jetable.example"],
    ),
    (Unnamed(), sent(author=Author("Zoé")), {}, ["not given: E-mail address"]),
    (Unnamed(), "Oui", {}, ["not given: Name and E-mail address"]),
    (
        Honeypot(),
        sent(honeypot="http://x"),
        {},
        ["the field that people do not see was filled in"],
    ),
    (
        TooFast(timedelta(seconds=3)),
        sent(filled_in=timedelta(seconds=1.25)),
        {},
        ["the form was filled in within 1.2 s"],
    ),
    (
        HasBannedWords(WordList([Term("arnaque")])),
        "L’ARNAQUE, une arnaque",
        {},
        ["“arnaque” is said"],
    ),
    (
        HasSuspectWords(WordList([Term("casino", TermMatch.SUBSTRING)]), Part.URL),
        sent(author=LISE),
        {},
        ["“casino” is said"],
    ),
    (Matches("(?i)gagn[eé]"), "Il GAGNE", {}, ["the pattern (?i)gagn[eé] matches"]),
    (TooManyLinks(0), "http://a.example", {}, ["1 link, more than 0"]),
    (
        TooManyLinks(1),
        sent('<a href="http://a.example">a</a> http://b.example', media_type=MediaType.HTML),
        {},
        ["2 links, more than 1"],
    ),
    (
        LinksToHosts(["WWW.Casino.example", "localhost"]),
        sent("Voir http://www.casino.example/x", author=LISE),
        {},
        ["a link to casino.example", "its author’s page is at casino.example"],
    ),
    (
        TrickyLinks(),
        "http://bit.ly/x et http://192.0.2.7/",
        {},
        [
            "a link that hides its end: Shortened address",
            "a link that hides its end: Network address without a name",
        ],
    ),
    (
        Shouts(least=10),
        "ACHETEZ MES MONTRES vite",
        {},
        ["81% of its letters are capitals"],
    ),
    (Repeats(), "Ohhhhhhhhhh non", {}, ["“h”, 10 times in a row"]),
    (Repeats(), "oui oui, oui oui oui", {}, ["“oui”, 5 times in a row"]),
    (
        Deceives(),
        "du v\u200biagra, du vіаgrа",
        {},
        [
            "it deceives the eye: Invisible characters",
            "it deceives the eye: Look-alike letters",
        ],
    ),
    (
        NearDuplicate(words=4),
        "Achetez mes belles montres de luxe",
        {
            "seen": SeenTexts().add("s1", text_print("achetez mes belles montres de luxe")),
        },
        ["100% the same as comment s1"],
    ),
    (
        LooksLikeSpam(Guess(0.91), 0.9),
        "Tout est gratuit",
        {},
        ["91% likely to be spam, for: gratuit"],
    ),
    (
        JudgedElsewhere(),
        "Oui",
        {"external": ExternalVerdict("Akismet", ExternalOutcome.SPAM)},
        ["Akismet says: Spam"],
    ),
    (
        Reported(1),
        "Oui",
        {"reports": Reports().file(Report("c1", "r1", Reason.SPAM, at=NOW))},
        ["reports of readers weigh 1"],
    ),
    (
        AllOf([Always(), TooShort(9)]),
        "Oui",
        {},
        ["every comment is read before it is published", "3 characters, fewer than 9"],
    ),
    (AnyOf([TooShort(2), Always()]), "Oui", {}, ["every comment is read before it is published"]),
    (Unless(TooShort(2)), "Oui", {}, ["not met: TooShort"]),
]  # fmt: skip

NOT_MET: list[tuple[Condition, Submission | str, dict[str, Any]]] = [
    (CommentsClosed(), sent(), {}),
    (CommentsClosed(), sent(post=attrs.evolve(POST, comments_closed_at=None)), {}),
    (
        CommentsClosed(),
        sent(post=attrs.evolve(POST, comments_closed_at=NOW + timedelta(microseconds=1))),
        {},
    ),
    (ClosedAfter(timedelta(days=30)), sent(post=POST), {}),
    (ClosedAfter(timedelta(days=1)), sent(post=Post("p1")), {}),
    (Empty(), "👍", {}),
    (Empty(), "…", {}),
    (TooLong(6), "quatre", {}),
    (TooLong(3), sent("<b>oui</b>", media_type=MediaType.HTML), {}),
    (TooShort(2), "ok", {}),
    (AlreadySent(), "Merci", {"sent": {text_key("Merci bien")}}),
    (AlreadySent(), "Merci", {"sent": ()}),
    (
        TooMany(Rate(1, timedelta(seconds=15))),
        "Encore",
        {"recent": [NOW - timedelta(seconds=15)]},
    ),
    (OfKind(CommentKind.PINGBACK), "Oui", {}),
    (Staff(), "Oui", {"role": Role.AUTHOR}),
    (Staff(Role.ADMIN), "Oui", {"role": Role.MODERATOR}),
    (Trusted(), "Oui", {"is_trusted": False}),
    (NewAuthor(), "Oui", {"approved": 1}),
    (OftenRefused(0.5), "Oui", {"approved": 0, "refused": 2}),
    (OftenRefused(0.5), "Oui", {"approved": 4, "refused": 3}),
    (OftenRefused(0, least=0), "Oui", {"approved": 0, "refused": 0}),
    (DisposableMail(["table.example"]), sent(author=LISE), {}),
    (DisposableMail(["jetable.example"]), sent(author=Author("Zoé")), {}),
    (DisposableMail(["jetable.example"]), "Oui", {}),
    (Unnamed(), sent(author=LISE), {}),
    (Honeypot(), "Oui", {}),
    (Honeypot(), sent(honeypot=""), {}),
    (TooFast(timedelta(seconds=3)), sent(filled_in=timedelta(seconds=3)), {}),
    (TooFast(timedelta(seconds=3)), "Oui", {}),
    (HasBannedWords(WordList([Term("con")])), "Ce contenu", {}),
    (HasBannedWords(WordList([Term("casino")])), sent(author=LISE), {}),
    (HasSuspectWords(WordList([Term("casino")])), "cassis", {}),
    (Matches("gagne"), "Il GAGNE", {}),
    (TooManyLinks(1), "http://a.example", {}),
    (LinksToHosts(["sino.example"]), sent("http://casino.example", author=LISE), {}),
    (LinksToHosts(["x.example"]), sent("Oui", author=Author("Zoé")), {}),
    (TrickyLinks(), "http://exemple.ca/", {}),
    (TrickyLinks(LinkTrick.DISAGREEING), "http://bit.ly/x", {}),
    (TrickyLinks(), "Oui", {}),
    (Shouts(), "OK", {}),
    (Shouts(), "VENEZ TOUS DEMAIN À NOTRE FÊTE, tout le monde y sera", {}),
    (Shouts(least=5), "Bonjour à tous", {}),
    (Shouts(least=0), "123", {}),
    (Repeats(), "Ohhh non !!!", {}),
    (Repeats(), "------------ ..........", {}),
    (Repeats(), "oui oui oui oui", {}),
    (Deceives(DangerKind.BIDI), "du vіаgrа", {}),
    (Deceives(), "L’État, c’est moi", {}),
    (NearDuplicate(), "Merci", {"seen": SeenTexts().add("s1", text_print("Merci"))}),
    (NearDuplicate(words=1), "Bon an", {"seen": SeenTexts().add("c1", text_print("Bon an"))}),
    (NearDuplicate(words=1), "Bon an", {"seen": SeenTexts().add("s1", text_print("Zut"))}),
    (NearDuplicate(words=1), "Bonne année", {"seen": SeenTexts()}),
    (LooksLikeSpam(Guess(0.89), 0.9), "Tout est gratuit", {}),
    (
        JudgedElsewhere(ExternalOutcome.DISCARD),
        "Oui",
        {"external": ExternalVerdict("Akismet", ExternalOutcome.SPAM)},
    ),
    (Reported(1.5), "Oui", {"reports": Reports().file(Report("c1", "r1", Reason.SPAM, at=NOW))}),
    (AllOf([Always(), TooShort(2)]), "Oui", {}),
    (AnyOf([TooShort(2), TooLong(9)]), "Oui", {}),
    (Unless(Always()), "Oui", {}),
]  # fmt: skip


@pytest.mark.parametrize("condition, submission, facts, expected", MET)
def test_a_condition_that_is_met_says_what_it_found(
    condition: Condition, submission: Submission | str, facts: dict[str, Any], expected: list[str]
) -> None:
    assert told(condition, submission, **facts) == expected


@pytest.mark.parametrize("condition, submission, facts", NOT_MET)
def test_a_condition_that_is_not_met_finds_nothing(
    condition: Condition, submission: Submission | str, facts: dict[str, Any]
) -> None:
    assert found(condition, submission, **facts) == []


def test_every_condition_is_met_and_not_met_here() -> None:
    kinds = {
        value
        for value in vars(conditions).values()
        if isinstance(value, type) and hasattr(value, "traits")
    }
    assert {type(case[0]) for case in MET} == kinds
    assert {type(case[0]) for case in NOT_MET} == kinds - {Always}


@pytest.mark.parametrize("condition", [case[0] for case in MET])
def test_a_condition_is_a_value(condition: Condition) -> None:
    again = pickle.loads(pickle.dumps(condition))
    assert again == condition
    assert hash(again) == hash(condition)
    assert len(repr(condition)) < 160


def test_what_is_found_in_html_stands_in_its_source() -> None:
    html = "<p>Une <b>arn</b>aque &eacute;norme</p>"
    submission = sent(html, media_type=MediaType.HTML)
    (match,) = found(HasBannedWords(WordList([Term("arnaque")])), submission)
    (place,) = match.places
    assert html[place.start : place.end] == "arn</b>aque"
    assert match.level is Level.FOLDED


def test_a_pattern_is_looked_for_at_its_level_and_found_in_the_source() -> None:
    (match,) = found(Matches("viagra", level=Level.SPACED), "Du V.1.@.G.R.A ici")
    assert match.places == (Place(Part.TEXT, 3, 14),)
    assert match.level is Level.SPACED


def test_a_pattern_that_matches_nothing_has_no_place() -> None:
    (match,) = found(Matches("x*"), "Oui")
    assert match.places == ()


def test_no_pattern_takes_more_than_linear_time() -> None:
    assert found(Matches("(a+)+b|(a|a)*c"), "a" * 100_000) == []


@pytest.mark.parametrize("pattern", ["(", r"(a)\1", "(?=a)b"])
def test_a_pattern_that_re2_does_not_take_is_refused(pattern: str) -> None:
    with pytest.raises(InvalidValueError, match="must be a pattern that RE2 takes"):
        Matches(pattern)


def test_a_pattern_asks_for_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "re2", None)
    with pytest.raises(MissingExtraError, match=r"blogmodel\[regex\]"):
        Matches("a")


def test_words_are_looked_for_in_every_part_that_is_asked_for() -> None:
    origin = Origin(address="192.0.2.7", agent="Robot/1", referrer="http://robot.example")
    author = Author("Robot", email="robot@example.org", url="http://robot.example/")
    submission = sent("Un robot", author=author, origin=origin)
    words = WordList([Term("robot", TermMatch.SUBSTRING), Term("192.0.2.", TermMatch.SUBSTRING)])
    matches = found(HasBannedWords(words, set(Part)), submission)
    assert {match.places[0].part for match in matches} == set(Part)


def test_an_entry_with_points_has_them_counted_in_place_of_the_rules() -> None:
    words = WordList([Term("gratuit", points=3), Term("promo")])
    matches = found(HasSuspectWords(words), "Promo gratuit")
    assert sorted(match.points or 0 for match in matches) == [0, 3]


def test_a_comment_full_of_words_is_told_by_some() -> None:
    words = WordList([Term(f"mot{number}") for number in range(50)])
    matches = found(HasBannedWords(words), " ".join(f"mot{number} " * 2 for number in range(50)))
    assert len(matches) == 20


@pytest.mark.parametrize(
    "make, message",
    [
        (lambda: ClosedAfter(timedelta(0)), "ClosedAfter.age must be a time above zero"),
        (lambda: ClosedAfter(3), "ClosedAfter.age must be a timedelta"),
        (lambda: TooLong(-1), "TooLong.most must be 0 or more"),
        (lambda: TooMany([]), "TooMany.rates must be one rate or more"),
        (lambda: TooMany([3]), "TooMany.rates must be a Rate"),
        (lambda: OfKind(["x"]), "OfKind.kinds must be one of"),
        (lambda: Staff(["x"]), "Staff.roles must be one of"),
        (lambda: OftenRefused(1.5), "OftenRefused.share must be a number from 0 to 1"),
        (lambda: OftenRefused("x"), "OftenRefused.share must be a number from 0 to 1"),
        (lambda: DisposableMail("x.example"), "DisposableMail.domains must be a set or a list"),
        (lambda: Unnamed(["x"]), "Unnamed.parts must be one of"),
        (lambda: TooFast("3"), "TooFast.least must be a timedelta"),
        (lambda: HasBannedWords(["x"]), "HasBannedWords.words must be a WordList"),
        (lambda: HasSuspectWords(WordList([Term("x")]), []), "parts must be one or more"),
        (lambda: HasSuspectWords(WordList([Term("x")]), 3), "parts must be a list of Part"),
        (lambda: HasSuspectWords(WordList([Term("x")]), [3]), "parts must be one of"),
        (lambda: Matches(3), "Matches.pattern must be a str"),
        (lambda: Matches("x", level="x"), "Matches.level must be one of"),
        (lambda: TooManyLinks(most=True), "TooManyLinks.most must be an int"),
        (lambda: LinksToHosts("x"), "LinksToHosts.hosts must be a set or a list"),
        (lambda: TrickyLinks(["x"]), "TrickyLinks.tricks must be one of"),
        (lambda: Shouts(2), "Shouts.share must be a number from 0 to 1"),
        (lambda: Deceives(["x"]), "Deceives.kinds must be one of"),
        (lambda: NearDuplicate(-1), "NearDuplicate.least must be a number from 0 to 1"),
        (lambda: LooksLikeSpam("x", 0.5), "LooksLikeSpam.model must be"),
        (lambda: LooksLikeSpam(Guess(1), 5), "LooksLikeSpam.least must be a number from 0 to 1"),
        (lambda: JudgedElsewhere(["x"]), "JudgedElsewhere.outcomes must be one of"),
        (lambda: Reported(float("nan")), "Reported.least must be a finite number"),
        (lambda: AllOf([]), "AllOf.conditions must be one condition or more"),
        (lambda: AnyOf([Always]), "AnyOf.conditions must be a condition"),
        (lambda: Unless(3), "Unless.conditions must be a condition"),
    ],
)
def test_a_condition_says_what_is_wrong_with_its_values(make: Any, message: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        make()
    assert str(caught.value).startswith(message) or message in str(caught.value)


def test_conditions_in_each_other_are_bounded() -> None:
    condition: Condition = Always()
    for _ in range(7):
        condition = Unless(AnyOf([condition])) if _ % 2 else AllOf([condition])
        if _ == 4:
            break
    with pytest.raises(InvalidValueError, match="8 deep at most"):
        AllOf([Unless(Unless(condition))])


def test_what_is_made_of_conditions_needs_and_may_what_they_do() -> None:
    made = AllOf([LooksLikeSpam(Guess(1), 0.5), NewAuthor(), AnyOf([Staff(), OftenRefused(1)])])
    assert made.traits.needs == ("approved", "role", "refused")
    assert made.traits.only_holds
    assert made.traits.reason is Reason.SPAM_SCORE
    assert AnyOf([Staff(), Always()]).traits.reason is Reason.TRUSTED
    assert not AnyOf([Staff(), Always()]).traits.only_holds
    assert Unless(NewAuthor()).traits.needs == ("approved",)
    assert Unless(NewAuthor()).traits.reason is Reason.NEW_AUTHOR
    assert not Unless(NewAuthor()).traits.only_holds


def test_the_texts_key_is_no_text() -> None:
    key = text_key("Merci")
    assert len(key) == 32
    assert text_key("merci.") != key
    with pytest.raises(InvalidTypeError):
        text_key(3)  # type: ignore[arg-type]
