import pytest

from blogmodel import Archive
from blogmodel.formats import BloggerTextOptions, Rule, read_blogger_text


def page(*comments: str) -> Archive:
    """Read a page of these comments, a label after each."""
    text = "Billet.\n" + "".join(f"{comment}\nRépondreSupprimer\n" for comment in comments)
    return read_blogger_text(text, BloggerTextOptions(post_id="p"))


def answers(archive: Archive) -> list[str | None]:
    return [comment.parent_id and comment.parent_id[-1] for comment in archive.comments]


def authors(archive: Archive) -> list[str | None]:
    return [comment.author and comment.author.name for comment in archive.comments]


def unsure(archive: Archive) -> list[tuple[str, list[str]]]:
    """Return, of each answer that was only told, the nearest comment and the others possible."""
    return [
        (i.value[-1], [other[-1] for other in i.alternatives])
        for i in archive.inferences
        if not i.adopted
    ]


def confidence(archive: Archive) -> list[float]:
    return [i.confidence for i in archive.inferences if i.rule is Rule.MENTION]


def test_a_mention_with_one_comment_before_it_names_that_one() -> None:
    archive = page("Oui.", "@Luc: non.")
    assert (authors(archive), answers(archive)) == (["Luc", None], [None, "1"])
    assert confidence(archive) == [0.8, 0.8]


def test_with_several_before_it_a_mention_is_only_told() -> None:
    archive = page("Oui.", "Bon.", "@Luc: non.")
    assert (authors(archive), answers(archive)) == ([None] * 3, [None] * 3)
    assert unsure(archive) == [("2", ["1"])]


def test_whoever_answers_somebody_is_less_likely_meant() -> None:
    archive = page("Oui.", "@Luc: non.", "Bon.", "@Zoé: merci.")
    assert authors(archive) == ["Luc", None, "Zoé", None]
    assert answers(archive) == [None, "1", None, "3"]
    assert confidence(archive) == [0.8, 0.8, 0.7, 0.7]
    assert [other[-1] for other in archive.inferences[-1].alternatives] == ["2"]


def test_a_known_author_is_answered_at_their_nearest_comment() -> None:
    archive = page("Oui.", "@Luc: non.", "@Luc: encore.")
    assert answers(archive) == [None, "1", "1"]
    assert confidence(archive)[-1] == 0.8  # known; nobody between could be Luc


def test_another_between_makes_it_less_sure() -> None:
    archive = page("Oui.", "@Luc: non.", "Bon.", "@luc : encore.")
    assert answers(archive) == [None, "1", None, "1"]
    assert confidence(archive)[-1] == 0.6


def test_a_name_is_matched_by_its_start_whatever_its_case_and_accents() -> None:
    archive = page("Oui.", "@Génération Agile: non.", "@GENERATION, oui.")
    assert answers(archive) == [None, "1", "1"]
    archive = page("Oui.", "@Génération: non.", "@Génération Agile, oui.")
    assert answers(archive) == [None, "1", "1"]


def test_a_start_that_two_names_share_is_only_told() -> None:
    archive = page("Un.", "@Luc Roy: a.", "Trois.", "@Luc Côté: b.", "@Luc: c.")
    assert authors(archive) == ["Luc Roy", None, "Luc Côté", None, None]
    assert unsure(archive) == [("3", ["1"])]
    assert answers(archive)[-1] is None


def test_nobody_speaks_to_themselves() -> None:
    archive = page("Oui.", "@Luc: non.", "Bon.", "Bien.", "@Luc: enfin.")
    # Comment 2 mentions Luc, so that it is not his.
    assert [other[-1] for other in archive.inferences[-1].alternatives] == ["4", "3"]


def test_a_first_comment_that_mentions_somebody_stays_a_root() -> None:
    archive = page("@Sonia: bravo.", "@Sonia: oui, bravo.")
    assert answers(archive) == [None, None]
    assert [i.rule for i in archive.inferences] == [Rule.FIRST_LABEL]


def test_every_paragraph_may_mention_somebody_and_the_first_one_found_is_answered() -> None:
    text = (
        "Billet.\n1 commentaire\nUn.\nRépondre\n@Luc: a.\nRépondre\nTrois.\nRépondre\n"
        "@Zoé: b.\n@Luc: c.\nRépondre"
    )
    archive = read_blogger_text(text, BloggerTextOptions(post_id="p"))
    assert authors(archive) == ["Luc", None, "Zoé", None]
    assert answers(archive) == [None, "1", None, "3"]


def test_the_nearest_five_others_are_told() -> None:
    archive = page(*["Oui."] * 9, "@Luc: non.")
    assert unsure(archive) == [("9", ["8", "7", "6", "5", "4"])]


def test_names_are_looked_for_in_the_200_comments_before() -> None:
    archive = page("@Zoé: un.", *["@Luc: oui."] * 200, "@Luc: non.")
    # The first comment, which could be Luc's, is the only one, but it is out of sight for the last.
    assert archive.comments[1].parent_id == archive.comments[0].id
    assert archive.comments[-1].parent_id == archive.comments[0].id
    archive = page("Oui.", *["@Zoé, bon."] * 250, "@Luc: non.")
    assert archive.comments[-1].parent_id is None


@pytest.mark.parametrize("mention, author", [("@Zoé: oui.", "Zoé"), ("Oui.", None)])
def test_under_a_label_of_replies_the_label_says_whom_one_answers(
    mention: str, author: str | None
) -> None:
    text = (
        "Billet.\nUn.\nRépondreSupprimer\n@Luc: a.\nRépondreSupprimer\nTrois.\n"
        f"RépondreSupprimerRéponses\n{mention}\nSupprimerRépondre"
    )
    archive = read_blogger_text(text, BloggerTextOptions(post_id="p"))
    assert answers(archive) == [None, "1", None, "3"]
    assert authors(archive) == ["Luc", None, author, None]
