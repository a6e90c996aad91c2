import pytest

from blogmodel import Archive, Comment
from blogmodel.formats import (
    Evidence,
    Format,
    Inference,
    InferredField,
    Notice,
    NoticeKind,
    Rule,
    read_blogger_text,
)
from blogmodel.messages import Messages

EVIDENCE = Evidence("@Luc:", start=0, end=5, comment_id="c2")


def told(*inferences: Inference, locale: str = "en") -> list[str]:
    comments = tuple(Comment(f"c{number}", "p") for number in (1, 2, 3))
    archive = Archive(Format.BLOGGER_TEXT, posts=(), comments=comments, inferences=inferences)
    return [Messages(locale).render(message) for message in archive.tell_inferences()]


def answer(value: str, *alternatives: str, adopted: bool = False) -> Inference:
    return Inference(
        "c3",
        InferredField.PARENT_ID,
        value=value,
        rule=Rule.MENTION,
        evidence=EVIDENCE,
        confidence=0.805,
        adopted=adopted,
        alternatives=alternatives,
    )


def test_comments_are_told_by_their_numbers() -> None:
    assert told(answer("c2", adopted=True)) == [
        "comment 3 answers comment 2, from “@Luc:” (confidence 80%)"
    ]
    assert told(answer("c2", "c1")) == [
        "comment 3 may answer comment 2, else 1, from “@Luc:”; left as it is (confidence 80%)"
    ]
    assert told(answer("c2"), locale="fr_CA") == [
        "le commentaire\u00a03 répond peut-être au commentaire\u00a02, d’après «\u00a0@Luc:\u00a0»"
        "; rien n’est changé (confiance\u00a0: 80\u00a0%)"
    ]


def test_a_comment_that_is_not_in_the_archive_is_told_by_its_id() -> None:
    assert told(answer("c9", "c8")) == [
        "comment 3 may answer comment c9, from “@Luc:”; left as it is (confidence 80%)"
    ]


def placed(comment_id: str, label: str) -> Inference:
    return Inference(
        comment_id,
        InferredField.BODY,
        value="x",
        rule=Rule.LABEL_PLACE,
        evidence=Evidence(label, start=0, end=1),
        confidence=0.8,
        adopted=True,
    )


def test_where_labels_stand_is_told_once_for_all_that_read_the_same() -> None:
    found = told(placed("c1", "Reply"), placed("c2", "Répondre"), placed("c3", "Reply"))
    assert found == [
        "comments 1 and 3 go on after their “Reply” (confidence 80%)",
        "comment 2 goes on after its “Répondre” (confidence 80%)",
    ]


def test_a_long_text_is_told_by_its_start_on_one_line() -> None:
    notice = Notice(NoticeKind.UNASSIGNED_TEXT, Evidence("mot\n" * 60, start=0, end=240))
    archive = Archive(Format.BLOGGER_TEXT, posts=(), comments=(), notices=(notice,))
    (message,) = archive.tell_notices()
    assert Messages("en").render(message) == f"“{'mot ' * 14}mot…” belongs to no comment"


@pytest.mark.parametrize("kind", NoticeKind)
def test_every_notice_is_told(kind: NoticeKind) -> None:
    archive = Archive(
        Format.BLOGGER_TEXT,
        posts=(),
        comments=(Comment("1", "p"),),
        notices=(Notice(kind, Evidence("{text}", start=0, end=6)),),
    )
    (message,) = archive.tell_notices()
    for locale in ("fr", "fr_CA", "en"):
        shown = Messages(locale).render(message)
        assert ("{text}" in shown) is (kind is not NoticeKind.NO_LABEL)
    if kind is NoticeKind.COUNT_MISMATCH:
        assert Messages("fr").render(message).endswith("1 commentaire")


def test_an_archive_tells_in_the_order_of_its_findings() -> None:
    archive = read_blogger_text("Un billet.\nBravo !\nRépondreSupprimer\n@Zoé : merci.\nRépondre")
    said = [Messages("en").render(message) for message in archive.tell_inferences()]
    assert said[0].startswith("the post ends before “Bravo !”")
    assert len(said) == len(archive.inferences)
