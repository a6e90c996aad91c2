from typing import Any

import pytest

from blogmodel import errors, load
from blogmodel.dates import Refusal
from blogmodel.errors import BlogModelError, DateError, InvalidTypeError
from blogmodel.messages import Message, Messages, phrases

N, T = "\u00a0", "\u202f"
MINUTES = (f"3{N}min de lecture", "3 min read")


@pytest.mark.parametrize(
    "message, french, english",
    [
        (phrases.comments(0), "Aucun commentaire", "No comments"),
        (phrases.comments(0.0), "Aucun commentaire", "No comments"),
        (phrases.comments(1), "1 commentaire", "1 comment"),
        (phrases.comments(1234), f"1{T}234 commentaires", "1,234 comments"),
        (phrases.replies(0), "Aucune réponse", "No replies"),
        (phrases.replies(1), "1 réponse", "1 reply"),
        (phrases.replies(2), "2 réponses", "2 replies"),
        (phrases.more_replies(1), "1 autre réponse", "1 more reply"),
        (phrases.more_replies(12), "12 autres réponses", "12 more replies"),
        (phrases.reading_time(3), *MINUTES),
        (phrases.page(2, 5), f"Page{N}2 sur{N}5", "Page 2 of 5"),
        (phrases.written_by("{author}"), "par {author}", "by {author}"),
        (phrases.in_reply_to("Zoé"), "en réponse à Zoé", "in reply to Zoé"),
        (phrases.just_now(), "à l’instant", "just now"),
    ],
)
def test_what_a_page_counts_and_names(message: Message, french: str, english: str) -> None:
    assert [Messages(locale).render(message) for locale in ("fr", "en")] == [french, english]


def test_a_count_of_another_type_is_refused() -> None:
    for count in (None, "", []):
        for phrase in (phrases.comments, phrases.replies, phrases.more_replies):
            with pytest.raises(InvalidTypeError):
                phrase(count)


PROBLEMS: list[tuple[BlogModelError, str, str]] = [
    (
        errors.EmptySourceError("page.txt", "0 bytes"),
        f"page.txt{N}: aucun texte",
        "page.txt: there is no text in it",
    ),
    (
        errors.BinarySourceError("<stdin>", "byte 0"),
        f"entrée standard{N}: ce n’est pas du texte",
        "standard input: this is not text",
    ),
    (
        errors.EncodingError("page.txt", "utf-8"),
        f"page.txt{N}: ces octets ne correspondent à aucun des encodages essayés (utf-8){T}; "
        "précisez l’encodage",
        "page.txt: its bytes are in none of the encodings tried (utf-8); give theirs",
    ),
    (
        errors.UnknownFormatError("page.txt", "XML"),
        f"page.txt{N}: le format XML n’est pas pris en charge",
        "page.txt: this is XML, which is not read",
    ),
    (
        errors.MalformedSourceError("page.xml", "mismatched tag", 3, 7),
        f"page.xml{N}: mismatched tag (ligne{N}3, colonne{N}7)",
        "page.xml: mismatched tag (line 3, column 7)",
    ),
    (
        errors.MalformedSourceError("a.zip", "no zip archive"),
        f"a.zip{N}: no zip archive",
        "a.zip: no zip archive",
    ),
    (
        errors.UnreadableSourceError("page.txt", "Input/output error"),
        f"page.txt{N}: lecture impossible (Input/output error)",
        "page.txt: it cannot be read (Input/output error)",
    ),
    (
        DateError("avril", Refusal.BARE_MONTH, "give its day"),
        f"«{N}avril{N}»{N}: un mois seul n’est pas une date",
        "“avril”: a month alone is no date",
    ),
    (
        DateError("mot\nmot " * 50, Refusal.NO_DATE, "there is none"),
        f"«{N}{'mot mot ' * 7}mot…{N}»{N}: il n’y a pas de date dans ce texte",
        f"“{'mot mot ' * 7}mot…”: there is no date in this text",
    ),
    (
        DateError(None, "of tomorrow", "?"),
        f"«{N}None{N}»{N}: of tomorrow",
        "“None”: of tomorrow",
    ),
    (
        errors.UnknownLocaleError("xx"),
        f"aucune langue ou région ne s’appelle «{N}xx{N}»",
        "there is no locale named “xx”",
    ),
    (
        errors.UnknownZoneError("Mars"),
        f"aucun fuseau horaire ne s’appelle «{N}Mars{N}»",
        "there is no time zone named “Mars”",
    ),
    (
        errors.CursorError("x", "cut"),
        "ce lien ne mène plus à aucune page",
        "this link leads to no page any more",
    ),
    (errors.UnknownCommentError("1"), "ce commentaire n’existe pas", "there is no such comment"),
    (errors.UnknownPostError("1"), "cet article n’existe pas", "there is no such post"),
    (
        errors.PathError(b"x", 0, "{problem}"),
        "path b'x', byte 0: {problem}",
        "path b'x', byte 0: {problem}",
    ),
]


@pytest.mark.parametrize(
    "error, french, english", PROBLEMS, ids=[type(error).__name__ for error, _, _ in PROBLEMS]
)
def test_errors_are_told_to_those_who_cause_them(
    error: BlogModelError, french: str, english: str
) -> None:
    message = phrases.problem(error)
    assert [Messages(locale).render(message) for locale in ("fr", "en")] == [french, english]


def test_what_the_system_refuses_is_told_apart(tmp_path: Any) -> None:
    told = []
    for name in ("rien.txt", "."):
        with pytest.raises(BlogModelError) as caught:
            load(tmp_path / name)
        told.append(Messages("en").render(phrases.problem(caught.value)).rpartition(": ")[2])
    caught.value.__cause__ = PermissionError()
    told.append(Messages("en").render(phrases.problem(caught.value)).rpartition(": ")[2])
    assert told == [
        "there is no such file",
        "this is a folder, not a file",
        "you may not read this file",
    ]


def test_an_error_of_somebody_else_is_refused() -> None:
    with pytest.raises(InvalidTypeError, match="except BlogModelError"):
        phrases.problem(ValueError("x"))  # type: ignore[arg-type]


def test_every_reason_of_dates_has_its_sentence() -> None:
    for reason in Refusal:
        told = Messages("fr").render(phrases.problem(DateError("x", reason, "?")))
        assert told == f"«{N}x{N}»{N}: {Messages('fr').label(reason)}"
