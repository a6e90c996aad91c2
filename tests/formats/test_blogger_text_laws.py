import re
import sys
from collections import Counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from blogmodel import Archive
from blogmodel.formats import BloggerTextOptions, LabelPlace, NoticeKind, read_blogger_text

LABELS = st.sampled_from(["RépondreSupprimer", "ReplyDelete", "Répondre", "Reply"])
# A paragraph that neither looks like a label or a heading nor speaks to anybody.
PARAGRAPHS = st.text("abcéÀœ ’-«»,", min_size=1, max_size=12).filter(
    lambda text: text == text.strip() and text[-1] not in "-’«"
)
COMMENTS = st.lists(st.lists(PARAGRAPHS, min_size=1, max_size=3), min_size=1, max_size=5)
POSTS = st.lists(PARAGRAPHS, max_size=3)
WORDS = [
    "RépondreSupprimer",
    "Répondre",
    "Supprimer",
    "Réponses",
    "ReplyDelete",
    "Replies",
    "Reply",
]
AROUND = ["\n", "\r\n", " ", "@Luc: ", "@Zoé, ", "Oui.", "non", "3 commentaires:", "Ã©", "É"]
PIECES = st.sampled_from(WORDS) | st.sampled_from(AROUND)
ANY_PAGE = st.lists(PIECES | st.text(max_size=5), max_size=30).map("".join)


def paragraphs(archive: Archive) -> tuple[list[str], list[list[str]]]:
    """Return the post's paragraphs and each comment's."""
    post = archive.posts[0].body.text
    return (
        post.split("\n\n") if post else [],
        [comment.body.text.split("\n\n") for comment in archive.comments],
    )


@given(POSTS, COMMENTS, LABELS)
def test_a_page_with_labels_after_comments_is_read_back(
    post: list[str], comments: list[list[str]], label: str
) -> None:
    lines = [*post, "9 commentaires"]
    for comment in comments:
        lines += [*comment, label]
    archive = read_blogger_text("\n".join(lines))
    assert paragraphs(archive) == (post, comments)


@given(POSTS, COMMENTS, st.sampled_from(["RépondreSupprimer", "ReplyDelete"]))
def test_a_page_with_labels_after_first_paragraphs_is_read_back(
    post: list[str], comments: list[list[str]], label: str
) -> None:
    lines = list(post)
    for first, *rest in comments:
        lines.append(first)
        if rest:
            lines += [label + rest[0], *rest[1:]]
        else:
            lines.append(label)
    first = BloggerTextOptions(label_place=LabelPlace.AFTER_FIRST_PARAGRAPH)
    archive = read_blogger_text("\n".join(lines), first)
    assert paragraphs(archive) == (post, comments)
    if any(len(comment) > 1 for comment in comments):
        assert paragraphs(read_blogger_text("\n".join(lines))) == (post, comments)


LABEL_WORDS = re.compile("Répondre|Supprimer|Réponses|Reply|Delete|Replies|RÃ©pon(?:dre|ses)")


@given(ANY_PAGE)
@example("RéponsesSupprimer")
@example("RéponsesRéponses")
@example("")
def test_every_word_of_a_page_is_in_a_body_a_label_or_a_notice(text: str) -> None:
    archive = read_blogger_text(text)
    kept = [archive.posts[0].body.text, *(comment.body.text for comment in archive.comments)]
    kept += [
        notice.evidence.text
        for notice in archive.notices
        if notice.kind in {NoticeKind.UNASSIGNED_TEXT, NoticeKind.COUNT_MISMATCH}
    ]
    there = Counter(LABEL_WORDS.sub(" ", text).split())
    there.subtract(LABEL_WORDS.sub(" ", " ".join(kept)).split())
    # A heading that counts right is understood, so that it is nowhere else.
    lost = {word for word, count in there.items() if count} - {"3", "commentaires:"}
    assert lost == set()


@given(ANY_PAGE)
def test_evidence_slices_back_to_what_it_claims(text: str) -> None:
    archive = read_blogger_text(text)
    pieces = [i.evidence for i in archive.inferences] + [n.evidence for n in archive.notices]
    for evidence in pieces:
        assert text[evidence.start : evidence.end] == evidence.text


@given(ANY_PAGE)
def test_inferences_and_comments_agree(text: str) -> None:
    archive = read_blogger_text(text)
    by_id = {comment.id: comment for comment in archive.comments}
    told = {(i.subject_id, i.field): i.value for i in archive.inferences if i.adopted}
    for comment in archive.comments:
        assert comment.parent_id == told.get((comment.id, "parent_id"))
        assert (comment.author and comment.author.name) == told.get((comment.id, "author"))
        assert comment.parent_id is None or comment.parent_id < comment.id
    for inference in archive.inferences:
        assert 0 < inference.confidence <= 1
        assert inference.subject_id in by_id or inference.subject_id == archive.posts[0].id
    assert archive.thread(archive.posts[0]).defects == ()


LINES = [
    "RépondreSupprimer\n",
    "@Luc: oui.\nRépondre\n",
    "mot Répondre mot ",
    "a\n",
    "Réponses\n",
    "Oui.\nRépondreSupprimerRéponses\n",
    "@",
]


@pytest.mark.parametrize("line", LINES)
def test_time_grows_with_the_page_and_not_with_its_square(line: str) -> None:
    short, long = steps(line * 500), steps(line * 4_000)
    assert long < 12 * short


def steps(text: str) -> int:
    """Count the calls of functions that reading takes: a measure that no clock disturbs."""
    count = 0

    def profile(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(profile)
    try:
        read_blogger_text(text)
    finally:
        sys.setprofile(before)
    return count
