"""The saved text of a Blogger page: the post's paragraphs, then the comments', labels between.

Such a text has no markup. All that separates the comments are the action labels that Blogger puts
at each (« RépondreSupprimer », « ReplyDelete »), and the heading « Réponses » before the replies to
one. Where in a comment its label stands differs from page to page; `LabelPlace` names the two ways.
"""

import hashlib
from collections.abc import Iterator, Sequence

from blogmodel.errors import InvalidTypeError
from blogmodel.formats._answers import THRESHOLD, Draft, find_answers
from blogmodel.formats._archive import (
    Archive,
    Evidence,
    Format,
    Inference,
    Notice,
    NoticeKind,
    Rule,
)
from blogmodel.formats._decode import garbled
from blogmodel.formats._grouping import Group, Grouped, LabelPlace, group
from blogmodel.formats._labels import Paragraph, scan
from blogmodel.model import Author, Comment, Post

__all__ = ["LabelPlace", "read_blogger_text"]

# Confidences; docs/explanation/inference.md says why.
_LABEL_PLACE = 0.8
_FIRST_LABEL = {LabelPlace.AFTER_FIRST_PARAGRAPH: 0.8, LabelPlace.AFTER_COMMENT: 0.5}
_IN_LIST = 0.95
_AFTER_OPEN_LIST = 0.3


def read_blogger_text(
    text: str, *, post_id: str | None = None, label_place: LabelPlace | None = None
) -> Archive:
    r"""Read the text of a Blogger page, as a browser saves or copies it.

    One line is one paragraph. A text without labels is a post without comments. No title, author
    or date is written there, so they are None, save what the commenters' own words tell; whatever
    the text does not say outright is among the archive's inferences, with its evidence.

    Args:
        text: the page's text, with any line ends.
        post_id: the id of the post; None for one made of the post's words, the same at each
            reading. The comments' ids are this one's, with their number in the page.
        label_place: where labels stand; None to find out.

    Raises:
        InvalidValueError: the text holds what no text can, or the id is empty.
        InvalidTypeError: ``label_place`` is something else.

    Example:
        >>> from blogmodel.formats import read_blogger_text
        >>> page = read_blogger_text('''Un billet.
        ... Bravo !
        ... RépondreSupprimerVraiment.
        ... @Luc : merci.
        ... RépondreSupprimer''', post_id="1")
        >>> [(c.author and c.author.name, c.parent_id, c.body.text) for c in page.comments]
        [('Luc', None, 'Bravo !\n\nVraiment.'), (None, '1-0001', '@Luc : merci.')]
    """
    if label_place is not None and not isinstance(label_place, LabelPlace):
        names = ", ".join(f"LabelPlace.{member.name}" for member in LabelPlace)
        raise InvalidTypeError("read_blogger_text", "label_place", label_place, f"one of {names}")
    page = group(list(scan(text)), label_place)
    post_id = _digest(page, text) if post_id is None else post_id
    post = Post(post_id, body=_body(page.post))
    drafts = list(_drafts(page, post.id))
    authors, parents, answers = find_answers(drafts)
    comments = tuple(
        Comment(
            draft.id,
            post.id,
            author=Author(authors[number]) if number in authors else None,
            body=_body(draft.paragraphs),
            parent_id=_id_at(drafts, parents.get(number, draft.parent)),
        )
        for number, draft in enumerate(drafts)
    )
    return Archive(
        Format.BLOGGER_TEXT,
        posts=(post,),
        comments=comments,
        inferences=(*_shape(page, text, post, drafts, detected=label_place is None), *answers),
        notices=tuple(_notices(page, text, drafts)),
    )


def _body(paragraphs: Sequence[Paragraph]) -> str:
    return "\n\n".join(paragraph.text for paragraph in paragraphs)


def _digest(page: Grouped, text: str) -> str:
    """Make an id of the post's own words, so that the same post has the same id each time."""
    words = (_body(page.post) or text).encode(errors="surrogatepass")
    return f"page-{hashlib.sha256(words).hexdigest()[:12]}"


def _drafts(page: Grouped, post_id: str) -> Iterator[Draft]:
    # Comments without a date are ordered by id, so ids of equal width keep the page's order.
    width = max(4, len(str(len(page.comments))))
    for number, comment in enumerate(page.comments):
        branch = comment.branch
        yield Draft(
            f"{post_id}-{number + 1:0{width}}",
            (*comment.before, *comment.after),
            branch.parent if branch and branch.sure else None,
        )


def _id_at(drafts: Sequence[Draft], number: int | None) -> str | None:
    return None if number is None else drafts[number].id


def _shape(
    page: Grouped, text: str, post: Post, drafts: Sequence[Draft], *, detected: bool
) -> Iterator[Inference]:
    """Tell what the labels' places were taken to mean."""
    if page.place is not None and page.heading is None and page.comments[0].before:
        yield Inference(
            post.id,
            "body",
            value=page.comments[0].before[0].text,
            rule=Rule.FIRST_LABEL,
            evidence=_label(text, page.comments[0]),
            confidence=_FIRST_LABEL[page.place],
            adopted=True,
        )
    for draft, comment in zip(drafts, page.comments, strict=True):
        if comment.after and detected:
            yield Inference(
                draft.id,
                "body",
                value=comment.after[0].text,
                rule=Rule.LABEL_PLACE,
                evidence=_label(text, comment),
                confidence=_LABEL_PLACE,
                adopted=True,
            )
        if comment.branch is not None:
            confidence = _IN_LIST if comment.branch.sure else _AFTER_OPEN_LIST
            label = comment.branch.label
            yield Inference(
                draft.id,
                "parent_id",
                value=drafts[comment.branch.parent].id,
                rule=Rule.REPLIES_LABEL,
                evidence=_evidence(text, label.start, label.end),
                confidence=confidence,
                adopted=confidence >= THRESHOLD,
            )


def _notices(page: Grouped, text: str, drafts: Sequence[Draft]) -> Iterator[Notice]:
    if page.heading is not None and int(page.heading.text.split()[0]) != len(page.comments):
        yield Notice(
            NoticeKind.COUNT_MISMATCH, _evidence(text, page.heading.start, page.heading.end)
        )
    if page.place is None and page.post:
        yield Notice(NoticeKind.NO_LABEL, _evidence(text, page.post[0].start, page.post[0].end))
    for draft, comment in zip(drafts, page.comments, strict=True):
        if not draft.paragraphs:
            yield Notice(NoticeKind.EMPTY_COMMENT, _label(text, comment))
    for label in page.stray:
        yield Notice(NoticeKind.STRAY_LABEL, _evidence(text, label.start, label.end))
    for paragraph in page.rest:
        yield Notice(NoticeKind.UNASSIGNED_TEXT, _evidence(text, paragraph.start, paragraph.end))
    if match := garbled(text):
        yield Notice(NoticeKind.GARBLED_TEXT, _evidence(text, *match.span()))


def _label(text: str, comment: Group) -> Evidence:
    return _evidence(text, comment.label.start, comment.label.end)


def _evidence(text: str, start: int, end: int) -> Evidence:
    return Evidence(text[start:end], start=start, end=end)
