"""Erasing a person: a plan to look at, then new values without them."""

from __future__ import annotations

from enum import StrEnum
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import attrs

from blogmodel import _checks
from blogmodel.errors import InvalidValueError
from blogmodel.model import Author, Comment, Extra, Origin, Post, to_json
from blogmodel.moderation._bodies import plain
from blogmodel.moderation._erased_texts import Found, Traces
from blogmodel.moderation._persons import Person
from blogmodel.moderation._reports import Report
from blogmodel.moderation._revisions import Revision
from blogmodel.moderation._tombstones import tombstone

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = [
    "Erased",
    "ErasureItem",
    "ErasureKind",
    "ErasurePlan",
    "ErasureSubject",
    "plan_erasure",
]


class ErasureKind(StrEnum):
    """What of a person is erased."""

    COMMENT = "comment"
    """A comment of theirs; a tombstone stays."""
    REVISION = "revision"
    """A text that a comment of theirs had."""
    AUTHOR = "author"
    """That they wrote a post, or are told as the author of something else."""
    REPORT = "report"
    """That they reported something; the report stays, and counts."""
    MENTION = "mention"
    """Their name in what another wrote."""
    QUOTATION = "quotation"
    """What they wrote, in what another wrote."""
    CONTACT = "contact"
    """An address of theirs, anywhere."""
    EXTRA = "extra"
    """Fields of other engines that tell of them."""


class ErasureSubject(StrEnum):
    """What kind of value something is erased in."""

    POST = "post"
    COMMENT = "comment"
    REVISION = "revision"
    REPORT = "report"


@attrs.frozen(repr=False)
class ErasureItem:
    """One thing that a plan erases.

    Attributes:
        kind: what.
        subject: in what kind of value.
        at: in which of those that were given, from 0.
        subject_id: its id; of revisions and reports, the comment's.
        field: in which field, such as ``"body.text"``; empty for the whole value.
        spans: where in the field; none for all of it.
        replacement: what stands there then.
    """

    kind: ErasureKind
    subject: ErasureSubject
    at: int
    subject_id: str
    field: str = ""
    spans: tuple[tuple[int, int], ...] = ()
    replacement: str = ""

    def __repr__(self) -> str:
        return f"ErasureItem({self.kind}, {self.subject} {self.subject_id!r}, {self.field!r})"


@attrs.frozen
class Erased:
    """Values without a person, each in the place of the one that was given.

    Attributes:
        posts: the posts.
        comments: the comments; as many, under the same ids and parents.
        revisions: the revisions.
        reports: the reports.
    """

    posts: tuple[Post, ...]
    comments: tuple[Comment, ...]
    revisions: tuple[Revision, ...]
    reports: tuple[Report, ...]


@attrs.frozen(repr=False)
class ErasurePlan:
    """What is to be erased, to be looked at before it is. Nothing is done by making it.

    Attributes:
        items: in the order of what was given: posts, comments, revisions, reports.
        stamps: what tells the values that it was made for.
    """

    items: tuple[ErasureItem, ...]
    stamps: tuple[str, ...]

    def without(self, items: Iterable[ErasureItem]) -> ErasurePlan:
        """Return the plan without some things: a name, say, that is another's.

        Raises:
            InvalidValueError: one of them is not in the plan.
        """
        spared = set(items)
        unknown = [item for item in spared if item not in self.items]
        if unknown:
            raise InvalidValueError("ErasurePlan", "items", unknown, "items of this plan")
        return attrs.evolve(self, items=tuple(item for item in self.items if item not in spared))

    def apply(
        self,
        *,
        posts: Iterable[Post] = (),
        comments: Iterable[Comment] = (),
        revisions: Iterable[Revision] = (),
        reports: Iterable[Report] = (),
    ) -> Erased:
        """Return the values without the person. Those that tell nothing of them are the same ones.

        Comments keep their ids, their parents and their number, so that the thread stays whole.
        Histories hold fingerprints only, and nothing in them changes: each erased comment gets an
        event of its own there (`EventKind.ERASE`).

        Args:
            posts: those that the plan was made for, in the same order.
            comments: likewise.
            revisions: likewise.
            reports: likewise.

        Raises:
            InvalidValueError: they are others than the plan was made for.
        """
        given = (tuple(posts), tuple(comments), tuple(revisions), tuple(reports))
        if _stamps(given) != self.stamps:
            raise InvalidValueError(
                "ErasurePlan", "apply", "…", "given the values that the plan was made for"
            )
        done: dict[ErasureSubject, list[Any]] = {
            subject: list(values) for subject, values in zip(ErasureSubject, given, strict=True)
        }
        # From the end on, so that the places of what comes before still hold.
        for item in sorted(self.items, key=_last_place, reverse=True):
            values = done[item.subject]
            values[item.at] = _without(values[item.at], item)
        made = [tuple(done[subject]) for subject in ErasureSubject]
        return Erased(*made)

    def __repr__(self) -> str:
        return f"ErasurePlan({len(self.items)} items)"


def plan_erasure(  # noqa: PLR0913 - what there is
    person: Person,
    *,
    posts: Iterable[Post] = (),
    comments: Iterable[Comment] = (),
    revisions: Iterable[Revision] = (),
    reports: Iterable[Report] = (),
    name_replacement: str = "[nom effacé]",
    replacement: str = "[…]",
    quoted_words: int = 6,
) -> ErasurePlan:
    """Plan what is to be done so that nothing tells of a person any more.

    - Comments of theirs become tombstones: no author, text, origin, language or kept fields.
    - Posts of theirs lose their author; the posts themselves stay.
    - Texts of others lose their name, as whole words whatever its case and accents, their
      addresses, and so many words in a row of what they wrote.
    - Reports of theirs stay, and lose who reported.
    - Kept fields of other engines that tell of them go altogether.

    A name that another author bears is that author's, and stays there.

    What stands in HTML and Markdown is found in what readers see and in the source; only text
    between tags is replaced. O(characters).

    Args:
        person: who.
        posts: what is looked through: all that there is.
        comments: likewise.
        revisions: likewise.
        reports: likewise.
        name_replacement: what stands in the place of a name.
        replacement: what stands in the place of a quotation or an address.
        quoted_words: how many words in a row make a quotation.

    Raises:
        InvalidTypeError: an argument is of another type.
        InvalidValueError: a replacement tells of the person, or a quotation has no word.
        MissingExtraError: a body is in HTML or Markdown, and the extra that reads it is not
            installed.

    Example:
        >>> from blogmodel import Author, Comment
        >>> from blogmodel.moderation import Person, plan_erasure
        >>> comments = [
        ...     Comment("1", "p", author=Author("Zoé", id="zoe"), body="Merci !"),
        ...     Comment("2", "p", author=Author("Luc"), body="@Zoé : de rien.", parent_id="1"),
        ... ]
        >>> plan = plan_erasure(Person(ids=["zoe"], names=["Zoé"]), comments=comments)
        >>> plan.items
        (ErasureItem(comment, comment '1', ''), ErasureItem(mention, comment '2', 'body.text'))
        >>> [comment.body.text for comment in plan.apply(comments=comments).comments]
        ['', '@[nom effacé] : de rien.']
    """
    _checks.instance("plan_erasure", "person", person, Person, "Person(ids=['zoe'])")
    _checks.count("plan_erasure", "quoted_words", quoted_words)
    if not quoted_words:
        raise InvalidValueError("plan_erasure", "quoted_words", quoted_words, "1 or more")
    given = (tuple(posts), tuple(comments), tuple(revisions), tuple(reports))
    _check_given(given)
    own = {comment.id for comment in given[1] if person.wrote(comment.author)}
    texts = [plain(comment.body) for comment in given[1] if comment.id in own]
    texts += [plain(revision.body) for revision in given[2] if revision.comment_id in own]
    traces = Traces(person.names, person.contacts(), texts, quoted_words)
    for field, text in (("name_replacement", name_replacement), ("replacement", replacement)):
        if traces.anywhere(_checks.text("plan_erasure", field, text)):
            raise InvalidValueError("plan_erasure", field, text, "a text that tells of nobody")
    planner = _Planner(person, traces, own, (name_replacement, replacement))
    return ErasurePlan(tuple(planner.items(given)), _stamps(given))


_KINDS = {
    "name": ErasureKind.MENTION,
    "contact": ErasureKind.CONTACT,
    "quotation": ErasureKind.QUOTATION,
}
_Given = tuple[tuple[Post, ...], tuple[Comment, ...], tuple[Revision, ...], tuple[Report, ...]]


class _Planner:
    def __init__(
        self, person: Person, traces: Traces, own: set[str], replacements: tuple[str, str]
    ) -> None:
        self._person = person
        self._traces = traces
        self._own = own
        self._name, self._rest = replacements

    def items(self, given: _Given) -> Iterator[ErasureItem]:
        posts, comments, revisions, reports = given
        for at, post in enumerate(posts):
            yield from self._post(post, at)
        for at, comment in enumerate(comments):
            yield from self._comment(comment, at)
        for at, revision in enumerate(revisions):
            yield from self._revision(revision, at)
        for at, report in enumerate(reports):
            if report.reporter in self._person.ids:
                subject = ErasureSubject.REPORT
                yield ErasureItem(ErasureKind.REPORT, subject, at, report.comment_id, "reporter")

    def _post(self, post: Post, at: int) -> Iterator[ErasureItem]:
        subject = ErasureSubject.POST
        if self._person.wrote(post.author):
            yield ErasureItem(ErasureKind.AUTHOR, subject, at, post.id, "author")
        elif post.author is not None:
            yield from self._author(post.author, subject, at, post.id)
        if post.title is not None:
            yield from self._found(self._traces.in_text(post.title), subject, at, post.id, "title")
        yield from self._found(self._traces.in_body(post.body), subject, at, post.id, "body.text")
        yield from self._extra(post.extra, subject, at, post.id)

    def _comment(self, comment: Comment, at: int) -> Iterator[ErasureItem]:
        subject = ErasureSubject.COMMENT
        if comment.id in self._own:
            yield ErasureItem(ErasureKind.COMMENT, subject, at, comment.id)
            return
        if comment.author is not None:
            yield from self._author(comment.author, subject, at, comment.id)
        yield from self._found(
            self._traces.in_body(comment.body), subject, at, comment.id, "body.text"
        )
        for name in ("address", "agent", "referrer"):
            value = comment.origin and getattr(comment.origin, name)
            if value and self._traces.anywhere(value):
                yield ErasureItem(ErasureKind.CONTACT, subject, at, comment.id, f"origin.{name}")
        yield from self._extra(comment.extra, subject, at, comment.id)

    def _revision(self, revision: Revision, at: int) -> Iterator[ErasureItem]:
        subject, key = ErasureSubject.REVISION, revision.comment_id
        if key in self._own:
            if revision.body.text:
                yield ErasureItem(ErasureKind.REVISION, subject, at, key)
            return
        yield from self._found(self._traces.in_body(revision.body), subject, at, key, "body.text")

    def _author(
        self, author: Author, subject: ErasureSubject, at: int, key: str
    ) -> Iterator[ErasureItem]:
        """Yield what another author is told by that is the person's."""
        for name in ("email", "url"):
            value = getattr(author, name)
            if value is not None and self._traces.anywhere(value):
                yield ErasureItem(ErasureKind.CONTACT, subject, at, key, f"author.{name}")

    def _extra(
        self, extra: Extra, subject: ErasureSubject, at: int, key: str
    ) -> Iterator[ErasureItem]:
        if extra and any(self._tells(text) for text in _texts_in(extra.as_dict())):
            yield ErasureItem(ErasureKind.EXTRA, subject, at, key, "extra")

    def _tells(self, text: str) -> bool:
        return text in self._person.ids or self._traces.anywhere(text)

    def _found(
        self,
        found: Iterable[Found],
        subject: ErasureSubject,
        at: int,
        key: str,
        field: str,
    ) -> Iterator[ErasureItem]:
        for one in found:
            text = self._name if one.kind == "name" else self._rest
            yield ErasureItem(_KINDS[one.kind], subject, at, key, field, one.parts, text)


def _texts_in(value: object) -> Iterator[str]:
    """Yield the texts of plain JSON, names of fields too."""
    waiting = [value]
    while waiting:
        match waiting.pop():
            case str() as text:
                yield text
            case dict() as fields:
                waiting += [*fields.keys(), *fields.values()]
            case list() as items:
                waiting += items
            case bool() | None:
                pass
            case number:
                yield str(number)


def _check_given(given: Sequence[Sequence[object]]) -> None:
    names = ("posts", "comments", "revisions", "reports")
    classes = (Post, Comment, Revision, Report)
    for name, kind, values in zip(names, classes, given, strict=True):
        for value in values:
            _checks.instance("plan_erasure", name, value, kind, f"a {kind.__name__}")


def _stamps(given: Sequence[Sequence[Any]]) -> tuple[str, ...]:
    """Return what tells these values from others, without what they hold."""
    return tuple(sha256(_said(value).encode()).hexdigest() for values in given for value in values)


def _said(value: Any) -> str:  # noqa: ANN401 - any of the values
    if isinstance(value, Post | Comment):
        return to_json(value)
    return repr(attrs.asdict(value, recurse=True))


def _last_place(item: ErasureItem) -> tuple[int, ...]:
    return item.spans[-1] if item.spans else (-1,)


def _without(value: Any, item: ErasureItem) -> Any:  # noqa: ANN401 - any of the values
    """Return a value without what an item tells."""
    match item.kind:
        case ErasureKind.COMMENT:
            return tombstone(value)
        case ErasureKind.REVISION:
            return attrs.evolve(value, body=attrs.evolve(value.body, text="", extra=Extra()))
        case ErasureKind.REPORT:
            # Of nothing that tells who; of what tells it from others, so that two stay two.
            told = f"{value.comment_id}/{value.reason}/{value.at}/{item.at}"
            return attrs.evolve(value, reporter=sha256(told.encode()).hexdigest()[:32])
        case ErasureKind.AUTHOR:
            return attrs.evolve(value, author=None)
        case ErasureKind.EXTRA:
            return attrs.evolve(value, extra=Extra())
        case _:
            return _replaced(value, item)


def _replaced(value: Any, item: ErasureItem) -> Any:  # noqa: ANN401 - any of the values
    owner_name, _, name = item.field.rpartition(".")
    owner = getattr(value, owner_name) if owner_name else value
    if not item.spans:
        changed = attrs.evolve(owner, **{name: None})
        kept = None if changed == Origin() else changed
        return attrs.evolve(value, **{owner_name: kept})
    text: str = getattr(owner, name)
    for number, (start, end) in reversed(list(enumerate(item.spans))):
        # What stands there then takes the place of the first stretch.
        text = text[:start] + ("" if number else item.replacement) + text[end:]
    changed = attrs.evolve(owner, **{name: text})
    return attrs.evolve(value, **{owner_name: changed}) if owner_name else changed
