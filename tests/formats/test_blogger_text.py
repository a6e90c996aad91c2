import re
from pathlib import Path
from typing import Any

import pytest

from blogmodel import Archive, Author, Body, Post, Status, load
from blogmodel.errors import InvalidTypeError, InvalidValueError, UnknownPostError
from blogmodel.formats import (
    BloggerTextOptions,
    Evidence,
    Format,
    Inference,
    InferredField,
    LabelPlace,
    NoticeKind,
    Rule,
    read_blogger_text,
)

FIRST, WHOLE = LabelPlace.AFTER_FIRST_PARAGRAPH, LabelPlace.AFTER_COMMENT

GLUED = """Le premier paragraphe.
Le second.
Merci !
RépondreSupprimerVraiment, merci.
Et bravo.
@Zoé Roy: de rien.
RépondreSupprimer
"""


def read(text: str, place: LabelPlace | None = None) -> Archive:
    return read_blogger_text(text, BloggerTextOptions(post_id="p", label_place=place))


def bodies(archive: Archive) -> list[str]:
    """Return the texts of the post and the comments, paragraphs joined by a bar."""
    texts = [archive.posts[0].body.text, *(comment.body.text for comment in archive.comments)]
    return [text.replace("\n\n", " | ") for text in texts]


def answers(archive: Archive) -> list[str | None]:
    """Return the number of the comment that each one answers."""
    return [comment.parent_id and comment.parent_id[-1] for comment in archive.comments]


def authors(archive: Archive) -> list[str | None]:
    return [comment.author and comment.author.name for comment in archive.comments]


def kinds(archive: Archive) -> list[tuple[NoticeKind, str]]:
    return [(notice.kind, notice.evidence.text) for notice in archive.notices]


def test_the_real_page_is_read_as_it_is(shared_data: Path) -> None:
    archive = load(shared_data / "blogger-page-text.txt")
    (post,), (first, second) = archive.posts, archive.comments
    assert archive.format is Format.BLOGGER_TEXT
    assert (post.title, post.author, post.published_at, post.url) == (None,) * 4
    assert len(post.body.text.split("\n\n")) == 8
    assert post.body.text.startswith("J'ai envie de parler de mon expérience avec Twitter")
    assert post.body.text.endswith("continuer longtemps à tweeter!")
    assert first.author == Author("Génération Agile")
    assert [len(paragraph) for paragraph in first.body.text.split("\n\n")] == [32, 125]
    assert second.author is None
    assert second.body.text.startswith("@Génération Agile: Ah ben ça")
    assert (first.created_at, second.created_at) == (None, None)
    assert (first.status, second.status) == (Status.PUBLISHED,) * 2
    rows = [(node.comment, node.depth) for node in archive.thread(post).walk()]
    assert rows == [(first, 0), (second, 1)]
    assert archive.notices == ()


def test_what_was_inferred_from_the_real_page_is_told_with_its_evidence(shared_data: Path) -> None:
    path = shared_data / "blogger-page-text.txt"
    archive, text = load(path), path.read_text("utf-8")
    first, second = archive.comments
    told = [(i.subject_id, i.field, i.value, i.rule) for i in archive.inferences]
    assert told[2:] == [
        (first.id, "author", "Génération Agile", Rule.MENTION),
        (second.id, "parent_id", first.id, Rule.MENTION),
    ]
    assert [i.rule for i in archive.inferences[:2]] == [Rule.FIRST_LABEL, Rule.LABEL_PLACE]
    for inference in archive.inferences:
        evidence = inference.evidence
        assert text[evidence.start : evidence.end] == evidence.text
        assert inference.adopted
        assert 0 < inference.confidence < 1
    assert archive.inferences[3].evidence.text == "@Génération Agile:"
    assert archive.inferences[3].evidence.comment_id == second.id


def test_a_label_after_the_first_paragraph_is_followed_by_the_rest_of_the_comment() -> None:
    archive = read(GLUED)
    assert bodies(archive) == [
        "Le premier paragraphe. | Le second.",
        "Merci ! | Vraiment, merci. | Et bravo.",
        "@Zoé Roy: de rien.",
    ]
    assert authors(archive) == ["Zoé Roy", None]
    assert answers(archive) == [None, "1"]


def test_everything_inferred_is_told() -> None:
    label = Evidence("RépondreSupprimer", start=42, end=59)
    call = Evidence("@Zoé Roy:", start=86, end=95, comment_id="p-0002")
    assert read(GLUED).inferences == (
        Inference(
            "p",
            InferredField.BODY,
            value="Merci !",
            rule=Rule.FIRST_LABEL,
            evidence=label,
            confidence=0.8,
            adopted=True,
        ),
        Inference(
            "p-0001",
            InferredField.BODY,
            value="Vraiment, merci.",
            rule=Rule.LABEL_PLACE,
            evidence=label,
            confidence=0.8,
            adopted=True,
        ),
        Inference(
            "p-0001",
            InferredField.AUTHOR,
            value="Zoé Roy",
            rule=Rule.MENTION,
            evidence=call,
            confidence=0.8,
            adopted=True,
        ),
        Inference(
            "p-0002",
            InferredField.PARENT_ID,
            value="p-0001",
            rule=Rule.MENTION,
            evidence=call,
            confidence=0.8,
            adopted=True,
        ),
    )


@pytest.mark.parametrize(
    "labels",
    [
        ("RépondreSupprimer", "RépondreSupprimer"),
        ("Répondre", "Répondre"),
        ("Répondre Supprimer", "Répondre\u00a0Supprimer"),
        ("Répondre\nSupprimer", "Répondre\n\nSupprimer"),
        ("ReplyDelete", "ReplyDelete"),
        ("Reply", "Reply"),
        ("Re\u0301pondreSupprimer", "Re\u0301pondre"),
        ("  Répondre  ", "\tSupprimer"),
    ],
)
def test_labels_that_follow_the_whole_comment(labels: tuple[str, str]) -> None:
    text = f"Billet.\n\nPremier.\n{labels[0]}\nDeuxième.\nSuite.\n{labels[1]}\n"
    assert bodies(read(text)) == ["Billet.", "Premier.", "Deuxième. | Suite."]


@pytest.mark.parametrize("label", ["RépondreSupprimer", "ReplyDelete", "Répondre", "Reply"])
def test_labels_glued_to_the_end_of_the_comment(label: str) -> None:
    text = f"Billet.\nPremier.{label}\nDeuxième !\nSuite😀{label}\nTrois sans point{label}"
    assert bodies(read(text)) == ["Billet.", "Premier.", "Deuxième ! | Suite😀", "Trois sans point"]


@pytest.mark.parametrize("label", ["RépondreSupprimer", "ReplyDelete", "Répondre", "Reply"])
def test_labels_glued_on_both_sides(label: str) -> None:
    text = f"Billet.\nPremier.{label}Deuxième.{label}«Trois»{label}@Luc: non{label}"
    assert bodies(read(text)) == ["Billet.", "Premier.", "Deuxième.", "«Trois»", "@Luc: non"]


def test_text_glued_to_every_label_starts_the_next_comment() -> None:
    # Were it the rest of the comment before, the comments after would have no first paragraph.
    text = "Billet.\nUn.\nRépondreSupprimerDeux.\nRépondreSupprimerTrois.\nRépondreSupprimer"
    assert bodies(read(text)) == ["Billet.", "Un.", "Deux.", "Trois."]


def test_a_glued_lower_case_text_is_the_comments_own() -> None:
    text = "Billet.\nUn.\nRépondreSupprimerencore un.\nDeux.\nRépondreSupprimer"
    assert bodies(read(text)) == ["Billet.", "Un. | encore un.", "Deux."]


def test_a_last_comment_goes_on_to_the_end() -> None:
    text = "Billet.\nUn.\nRépondreSupprimerSuite.\nDeux.\nRépondreSupprimerSuite.\nFin."
    assert bodies(read(text)) == ["Billet.", "Un. | Suite.", "Deux. | Suite. | Fin."]


def test_one_comment_with_its_rest_glued() -> None:
    assert bodies(read("Billet.\nUn.\nRépondreSuite.")) == ["Billet.", "Un. | Suite."]


@pytest.mark.parametrize(
    "text",
    [
        "Répondre à un commentaire, c'est poli.",
        "Il faut savoir répondre. Répondre, c'est aimer.",
        "Répondre: voilà le bouton.",
        "Le bouton «RépondreSupprimer» est laid.",
        "Cliquez sur Reply ou Delete.",
        "Reply Delete buttons are ugly.",
        "Replying is fun.\nReplies are welcome.",
        "Voyez https://exemple.ca/RépondreSupprimerOui",
        "Réponses\nVoici les réponses.",
        "Foire aux questions\nRéponses\nOui.",
        "Le mot (Répondre) est un verbe.",
    ],
)
def test_the_words_of_labels_in_prose_are_prose(text: str) -> None:
    archive = read(text)
    assert archive.comments == ()
    assert archive.posts[0].body.text.split("\n\n") == text.split("\n")


def test_a_text_without_labels_is_a_post_without_comments() -> None:
    archive = read("Un billet.\n\n\nEt sa suite.\n")
    assert bodies(archive) == ["Un billet. | Et sa suite."]
    assert archive.inferences == ()
    assert kinds(archive) == [(NoticeKind.NO_LABEL, "Un billet.")]


@pytest.mark.parametrize("end", ["Répondre", "Reply\n", "Répondre\n\n", "\nRépondre\n"])
def test_replies_under_their_label_answer_the_comment_above(end: str) -> None:
    text = (
        "Billet.\nUn.\nRépondreSupprimerRéponses\nOui.\nSupprimer\nNon.\nSupprimer\n"
        f"{end}\nDeux.\nRépondreSupprimer"
    )
    archive = read(text)
    assert bodies(archive) == ["Billet.", "Un.", "Oui.", "Non.", "Deux."]
    assert answers(archive) == [None, "1", "1", None]
    replies = [i for i in archive.inferences if i.rule is Rule.REPLIES_LABEL]
    assert [(i.subject_id, i.value, i.adopted) for i in replies] == [
        ("p-0002", "p-0001", True),
        ("p-0003", "p-0001", True),
    ]
    assert {i.evidence.text for i in replies} == {"Réponses"}


def test_empty_lists_of_replies_change_nothing() -> None:
    text = "Billet.\nUn.\nReplyDeleteRepliesReply\nDeux.\nReplyDelete\nReplies\nReply"
    archive = read(text)
    assert bodies(archive) == ["Billet.", "Un.", "Deux."]
    assert answers(archive) == [None, None]
    assert archive.notices == ()


def test_a_reply_without_a_label_of_its_own_ends_with_its_list() -> None:
    archive = read("Billet.\nUn.\nRépondre\nRéponses\nOui.\nRépondre\nDeux.\nRépondre")
    assert bodies(archive) == ["Billet.", "Un.", "Oui.", "Deux."]
    assert answers(archive) == [None, "1", None]


def test_replies_to_replies_stand_under_them() -> None:
    archive = read(
        "Billet.\nA.\nRépondreSupprimerRéponses\nB.\nRépondreSupprimerRéponses\nC.\n"
        "SupprimerRépondre\nD.\nSupprimerRépondre\nE.\nRépondreSupprimer"
    )
    assert bodies(archive) == ["Billet.", "A.", "B.", "C.", "D.", "E."]
    assert answers(archive) == [None, "1", "2", "1", None]


def test_where_a_list_has_no_end_only_its_first_reply_is_sure() -> None:
    archive = read(
        "Billet.\nUn.\nRépondreSupprimer\nRéponses\nOui.\nRépondreSupprimer\nDeux.\n"
        "RépondreSupprimer"
    )
    assert answers(archive) == [None, "1", None]
    unsure = archive.inferences[-1]
    assert (unsure.subject_id, unsure.value, unsure.adopted) == ("p-0003", "p-0001", False)
    assert unsure.confidence < 0.5


def test_a_label_of_replies_that_follows_no_comment_is_told() -> None:
    archive = read("Billet.\nUn.\nRéponsesRépondre\n")
    assert bodies(archive) == ["Billet.", "Un."]
    assert kinds(archive) == [(NoticeKind.STRAY_LABEL, "Réponses")]


@pytest.mark.parametrize(
    "heading", ["2 commentaires:", "2 commentaires", "2 Comments", "2\u00a0commentaires\u00a0:"]
)
def test_a_heading_tells_where_the_post_ends(heading: str) -> None:
    archive = read(f"Billet.\n{heading}\nUn.\nSuite.\nRépondre\nDeux.\nRépondre")
    assert bodies(archive) == ["Billet.", "Un. | Suite.", "Deux."]
    assert archive.inferences == archive.notices == ()


def test_a_heading_is_read_with_labels_after_first_paragraphs_too() -> None:
    archive = read("Billet.\n1 commentaire :\nUn.\nRépondreSupprimerSuite.")
    assert bodies(archive) == ["Billet.", "Un. | Suite."]
    assert [i.rule for i in archive.inferences] == [Rule.LABEL_PLACE]


def test_a_heading_that_counts_otherwise_is_told() -> None:
    archive = read("Billet.\n12 commentaires:\nUn.\nRépondre")
    assert kinds(archive) == [(NoticeKind.COUNT_MISMATCH, "12 commentaires:")]


def test_without_a_heading_the_end_of_the_post_is_an_inference() -> None:
    (inference,) = read("Billet.\nUn.\nRépondre").inferences
    assert (inference.rule, inference.value) == (Rule.FIRST_LABEL, "Un.")
    assert inference.confidence == 0.5


def test_text_after_the_last_comment_is_kept_and_told() -> None:
    archive = read("Billet.\nUn.\nRépondre\nEnregistrer un commentaire\nAccueil")
    assert bodies(archive) == ["Billet.", "Un."]
    assert kinds(archive) == [
        (NoticeKind.UNASSIGNED_TEXT, "Enregistrer un commentaire"),
        (NoticeKind.UNASSIGNED_TEXT, "Accueil"),
    ]


def test_a_label_without_text_is_an_empty_comment_and_told() -> None:
    archive = read("Billet.\nUn.\nRépondreSupprimer\n\nRépondreSupprimer\nTrois.\nRépondre")
    assert bodies(archive) == ["Billet.", "Un.", "", "Trois."]
    assert [kind for kind, _ in kinds(archive)] == [NoticeKind.EMPTY_COMMENT]


def test_a_page_of_labels_alone_is_an_empty_post() -> None:
    archive = read("RépondreSupprimer")
    assert bodies(archive) == ["", ""]
    assert [kind for kind, _ in kinds(archive)] == [NoticeKind.EMPTY_COMMENT]
    assert archive.inferences == ()


def test_text_that_no_label_is_glued_to_ends_a_page_of_glued_labels() -> None:
    archive = read(GLUED + "Enregistrer un commentaire\nAccueil\n")
    assert bodies(archive) == bodies(read(GLUED))
    assert kinds(archive) == [
        (NoticeKind.UNASSIGNED_TEXT, "Enregistrer un commentaire"),
        (NoticeKind.UNASSIGNED_TEXT, "Accueil"),
    ]


@pytest.mark.parametrize("opening", ["Réponses\n", "Réponses", "RepliesRéponses\n"])
def test_replies_are_found_where_comments_go_on_after_their_labels(opening: str) -> None:
    archive = read(
        f"Billet.\nUn.\nRépondreSupprimerSuite.\n{opening}Oui.\nSupprimerTout à fait.\nNon.\n"
        "Supprimer\nRépondre\nDeux.\nRépondreSupprimer\n"
    )
    assert bodies(archive) == ["Billet.", "Un. | Suite.", "Oui. | Tout à fait.", "Non.", "Deux."]
    assert answers(archive) == [None, "1", "1", None]
    assert archive.notices == ()


def test_the_end_of_a_list_is_no_comment_where_its_last_reply_goes_on() -> None:
    archive = read(
        "Billet.\nUn.\nRépondreSupprimerRéponses\nOui.\nSupprimerTout à fait.\nRépondre\nDeux.\n"
        "RépondreSupprimerBon."
    )
    assert bodies(archive) == ["Billet.", "Un.", "Oui. | Tout à fait.", "Deux. | Bon."]
    assert answers(archive) == [None, "1", None]


def test_words_that_only_end_like_labels_are_words() -> None:
    text = "J'ai configuré un AutoReply\nLa méthode onDelete\nFin."
    assert read(text).comments == ()
    # A page with a label for sure is read otherwise.
    assert bodies(read("Billet.\nBien dit\nReply\nOui toutReply")) == [
        "Billet.",
        "Bien dit",
        "Oui tout",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Jean a dit…",
        "Jean-Guy said...",
        "12 mars 2009 à 10:03",
        "Luc12 mars 2009 à 10 h 03",
        "Luc March 3, 2009 at 10:03 AM",
    ],
)
def test_a_line_with_an_author_or_a_date_is_kept_as_text_and_told(line: str) -> None:
    archive = read(f"Billet.\n1 commentaire\n{line}\nBonjour.\nRépondreSupprimer")
    assert bodies(archive) == ["Billet.", f"{line} | Bonjour."]
    assert kinds(archive) == [(NoticeKind.BYLINE, line)]


def test_the_place_of_labels_can_be_told_by_the_caller() -> None:
    text = "Billet.\nUn.\nRépondreSupprimer\nSuite.\nDeux.\nRépondreSupprimer"
    assert bodies(read(text)) == ["Billet.", "Un.", "Suite. | Deux."]
    assert bodies(read(text, WHOLE)) == ["Billet.", "Un.", "Suite. | Deux."]
    assert bodies(read(text, FIRST)) == ["Billet.", "Un. | Suite.", "Deux."]
    assert Rule.LABEL_PLACE not in {i.rule for i in read(text, FIRST).inferences}
    assert bodies(read(GLUED, WHOLE))[1:] == [
        "Merci !",
        "Vraiment, merci. | Et bravo. | @Zoé Roy: de rien.",
    ]


def test_a_place_that_leaves_a_comment_without_text_is_told() -> None:
    text = "Billet.\nUn.\nRépondreSupprimerDeux.\nRépondreSupprimer"
    archive = read(text, FIRST)
    assert bodies(archive) == ["Billet.", "Un. | Deux.", ""]
    assert [kind for kind, _ in kinds(archive)] == [NoticeKind.EMPTY_COMMENT]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\n\n"])
def test_line_ends_do_not_matter(end: str) -> None:
    assert read(GLUED.replace("\n", end)).comments == read(GLUED).comments


def test_bodies_are_plain_text() -> None:
    archive = read("Billet <b>.\nUn &amp;.\nRépondre")
    assert archive.posts[0].body == Body("Billet <b>.")
    assert archive.comments[0].body == Body("Un &amp;.")


def test_an_id_is_made_of_the_posts_words_alone() -> None:
    one, two = read_blogger_text("Billet.\nUn.\nRépondre"), read_blogger_text("Billet.")
    assert one.posts[0].id == two.posts[0].id
    assert one.comments[0].id == f"{one.posts[0].id}-0001"
    assert read_blogger_text("Autre.").posts[0].id != two.posts[0].id
    assert read_blogger_text("Un\nRépondre").posts != read_blogger_text("Deux\nRépondre").posts


def test_ids_keep_the_order_of_a_long_page() -> None:
    archive = read("Billet.\n" + "Oui.\nRépondre\n" * 10_001)
    ids = [comment.id for comment in archive.comments]
    assert ids == sorted(ids)
    assert [n.comment for n in archive.thread(archive.posts[0]).walk()] == list(archive.comments)


def test_garbled_text_is_told_and_not_repaired() -> None:
    garbled = GLUED.encode().decode("cp1252")
    archive = read(garbled)
    assert kinds(archive) == [(NoticeKind.GARBLED_TEXT, "Ã©")]
    # The labels are seen all the same; the words stay as they are.
    assert bodies(archive)[2] == "@ZoÃ© Roy: de rien."
    assert authors(archive) == ["ZoÃ© Roy", None]


@pytest.mark.parametrize("e_acute", ["?", "\ufffd", "Ž", "‚", "√©", "Ã©"])
def test_a_page_whose_labels_are_garbled_keeps_its_shape_and_is_told(e_acute: str) -> None:
    archive = read(GLUED.replace("Répondre", f"R{e_acute}pondre"))
    assert bodies(archive) == bodies(read(GLUED))
    assert [kind for kind, _ in kinds(archive)] == [NoticeKind.GARBLED_TEXT]


def test_what_a_decoder_could_not_read_is_told() -> None:
    assert (NoticeKind.GARBLED_TEXT, "\ufffd") in kinds(read("d\ufffdjà"))


@pytest.mark.parametrize(
    "text, piece",
    [("dâ€™un", "â€™"), ("â\x80\x99", "â\x80\x99"), ("DÃ\x89JÃ€", "Ã\x89"), ("cÅ“ur", "Å“")],
)
def test_garbled_text_is_seen_in_both_forms(text: str, piece: str) -> None:
    assert (NoticeKind.GARBLED_TEXT, piece) in kinds(read(text))


@pytest.mark.parametrize("text", ["CAFÉ\u00a0: oui", "Âge d’or", "Ça va", "âge", "Å°"])
def test_sound_french_is_not_taken_for_garbled(text: str) -> None:
    assert [kind for kind, _ in kinds(read(text))] == [NoticeKind.NO_LABEL]


def test_a_lone_surrogate_is_refused() -> None:
    with pytest.raises(InvalidValueError, match="lone surrogate"):
        read_blogger_text("Billet \ud800")


def test_the_thread_of_a_post_that_is_not_there_is_refused() -> None:
    archive = read(GLUED)
    assert len(archive.thread(archive.posts[0])) == 2
    with pytest.raises(UnknownPostError, match="no post 'mon-billet' in this archive"):
        archive.thread(Post("mon-billet"))


@pytest.mark.parametrize(
    "field, value, expected",
    [
        ("label_place", "after_comment", "one of LabelPlace.AFTER_FIRST_PARAGRAPH, "),
        ("post_id", "", "a str that is not empty"),
        ("post_id", 7, "a str"),
    ],
)
def test_options_that_are_none_are_refused(field: str, value: Any, expected: str) -> None:
    with pytest.raises(InvalidValueError, match=re.escape(expected)) as caught:
        BloggerTextOptions(**{field: value})
    assert (caught.value.class_name, caught.value.field) == ("BloggerTextOptions", field)


@pytest.mark.parametrize("arguments", [(b"Billet.",), ("Billet.", {"post_id": "p"})])
def test_other_things_than_text_and_options_are_refused(arguments: Any) -> None:
    with pytest.raises(InvalidTypeError, match=r"read_blogger_text\.(text|options) must be a"):
        read_blogger_text(*arguments)


def test_an_archive_has_a_short_repr() -> None:
    assert repr(read(GLUED)) == ("Archive(blogger-text, 1 posts, 2 comments, 4 inferences)")
