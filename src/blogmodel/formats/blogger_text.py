"""The saved text of a Blogger page: the post's paragraphs, then the comments', labels between.

Such a text has no markup. All that separates the comments are the action labels that Blogger puts
at each (« RépondreSupprimer », « ReplyDelete »), and the heading « Réponses » before the replies to
one. Where in a comment its label stands differs from page to page; `LabelPlace` names the two ways.
"""

import hashlib
import re
from collections.abc import Iterator, Sequence

import attrs

from blogmodel import _checks
from blogmodel.errors import InvalidTypeError
from blogmodel.formats._answers import THRESHOLD, Draft, find_answers
from blogmodel.formats._archive import Archive, Format
from blogmodel.formats._decode import garbled
from blogmodel.formats._findings import Inference, InferredField, Notice, NoticeKind, Rule
from blogmodel.formats._grouping import Grouped, LabelPlace, group
from blogmodel.formats._labels import Label, Paragraph
from blogmodel.model import Author, Comment, Post
from blogmodel.thread import Evidence

__all__ = ["BloggerTextOptions", "LabelPlace", "read_blogger_text"]

# Confidences; docs/explanation/inference.md says why.
_LABEL_PLACE = 0.8
_FIRST_LABEL = {LabelPlace.AFTER_FIRST_PARAGRAPH: 0.8, LabelPlace.AFTER_COMMENT: 0.5}
_IN_LIST = 0.95
_AFTER_OPEN_LIST = 0.3


@attrs.frozen
class BloggerTextOptions:
    """What the caller knows of the saved text of a page, and the text does not tell.

    Attributes:
        post_id: the id of the post; None for one made of the post's words, the same at each
            reading. The comments' ids are this one's, with their number in the page.
        label_place: where labels stand; None to find out.

    Raises:
        InvalidValueError: the id is empty.
        InvalidTypeError: a field is of another type.
    """

    post_id: str | None = attrs.field(default=None, kw_only=True)
    label_place: LabelPlace | None = attrs.field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        _checks.optional_identifier("BloggerTextOptions", "post_id", self.post_id)
        if self.label_place is not None:
            _checks.member("BloggerTextOptions", "label_place", self.label_place, LabelPlace)


_UNKNOWN = BloggerTextOptions()


def read_blogger_text(text: str, options: BloggerTextOptions = _UNKNOWN) -> Archive:
    r"""Read the text of a Blogger page, as a browser saves or copies it.

    One line is one paragraph. A text without labels is a post without comments. Titles, authors
    and dates are None, save what the commenters' own words tell; whatever the text does not say
    outright is among the archive's inferences, with its evidence. Lines with an author's name or
    a date, which some saves have, are not understood: they stand as text, with a notice.

    Args:
        text: the page's text, with any line ends.
        options: what the text does not tell.

    Raises:
        InvalidValueError: the text holds a lone surrogate.
        InvalidTypeError: the text or the options are something else.

    Example:
        >>> from blogmodel.formats import read_blogger_text
        >>> page = read_blogger_text('''Un billet.
        ... Bravo !
        ... RépondreSupprimerVraiment.
        ... @Luc : merci.
        ... RépondreSupprimer''')
        >>> [(comment.author, comment.body.text) for comment in page.comments]
        [(Author('Luc'), 'Bravo !\n\nVraiment.'), (None, '@Luc : merci.')]
        >>> page.comments[1].parent_id == page.comments[0].id
        True
    """
    _require("text", text, str, "a str; decode bytes first, or give them to load as a stream")
    _require("options", options, BloggerTextOptions, "a BloggerTextOptions")
    page = group(text, options.label_place)
    post = Post(options.post_id or _digest(page, text), body=_body(page.post))
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
        inferences=(
            *_shape(page, text, post, drafts, detected=options.label_place is None),
            *answers,
        ),
        notices=tuple(_notices(page, text, drafts)),
    )


def _require(field: str, value: object, kind: type, expected: str) -> None:
    if not isinstance(value, kind):
        raise InvalidTypeError("read_blogger_text", field, value, expected)


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
            InferredField.BODY,
            value=page.comments[0].before[0].text,
            rule=Rule.FIRST_LABEL,
            evidence=_evidence(text, page.comments[0].label),
            confidence=_FIRST_LABEL[page.place],
            adopted=True,
        )
    for draft, comment in zip(drafts, page.comments, strict=True):
        if comment.after and detected:
            yield Inference(
                draft.id,
                InferredField.BODY,
                value=comment.after[0].text,
                rule=Rule.LABEL_PLACE,
                evidence=_evidence(text, comment.label),
                confidence=_LABEL_PLACE,
                adopted=True,
            )
        if comment.branch is not None:
            confidence = _IN_LIST if comment.branch.sure else _AFTER_OPEN_LIST
            yield Inference(
                draft.id,
                InferredField.PARENT_ID,
                value=drafts[comment.branch.parent].id,
                rule=Rule.REPLIES_LABEL,
                evidence=_evidence(text, comment.branch.label),
                confidence=confidence,
                adopted=confidence >= THRESHOLD,
            )


def _notices(page: Grouped, text: str, drafts: Sequence[Draft]) -> Iterator[Notice]:
    if page.heading is not None and int(page.heading.text.split()[0]) != len(page.comments):
        yield Notice(NoticeKind.COUNT_MISMATCH, _evidence(text, page.heading))
    if page.place is None and page.post:
        yield Notice(NoticeKind.NO_LABEL, _evidence(text, page.post[0]))
    for draft, comment in zip(drafts, page.comments, strict=True):
        if not draft.paragraphs:
            yield Notice(NoticeKind.EMPTY_COMMENT, _evidence(text, comment.label))
    for paragraph in (p for draft in drafts for p in draft.paragraphs):
        if _BYLINE.fullmatch(paragraph.text):
            yield Notice(NoticeKind.BYLINE, _evidence(text, paragraph))
    for label in page.stray:
        yield Notice(NoticeKind.STRAY_LABEL, _evidence(text, label))
    for paragraph in page.rest:
        yield Notice(NoticeKind.UNASSIGNED_TEXT, _evidence(text, paragraph))
    if match := garbled(text):
        evidence = Evidence(match[0], start=match.start(), end=match.end())
        yield Notice(NoticeKind.GARBLED_TEXT, evidence)


# « Luc a dit… », « 12 mars 2009 à 10:03 », « Luc12 mars 2009 10 h 03 »: what Blogger's pages show
# around a comment, where the save has it.
_BYLINE = re.compile(
    r".{1,60}\s(?:a dit|said)\s?(?:…|\.\.\.|:)?"
    r"|.{0,60}\d{1,2}\D{2,12}\d{4}\D{1,6}\d{1,2}\s?[:h]\s?\d{2}(?:\s?[AP]M)?",
    re.IGNORECASE,
)


def _evidence(text: str, piece: Paragraph | Label) -> Evidence:
    return Evidence(text[piece.start : piece.end], start=piece.start, end=piece.end)
