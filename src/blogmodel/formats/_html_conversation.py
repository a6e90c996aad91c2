"""The conversation under a post as HTML: nested lists, each comment with an anchor of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from blogmodel.formats._html_escape import escaped
from blogmodel.messages import Label, Message, phrases
from blogmodel.model import Author, Comment, CommentKind, Status
from blogmodel.thread import Thread, published

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from blogmodel.formats._html_bodies import BodyWriter
    from blogmodel.formats._html_escape import Anchors
    from blogmodel.formats._html_words import Words
    from blogmodel.thread import Order

__all__ = ["Conversation", "language", "person"]

# Replies further in are not shown further in, but say whom they answer. The stylesheet knows.
_INDENTED = 5
_REL = ' rel="nofollow noopener ugc"'


class _Item(NamedTuple):
    """A comment's place in a conversation; its text is hidden where it is a placeholder."""

    comment: Comment
    depth: int
    hidden: bool


class _Above(NamedTuple):
    """What a reply may say of the comment above it, which has no author where it is hidden."""

    anchor: str
    author: str | None


class Conversation:
    """What writes the published comments of a post.

    Args:
        comments: all comments of the post.
        order: that of the comments.
        words: the reader's.
        bodies: what writes their bodies.
        anchors: the ids of the page.
        lang: the language of comments that do not tell theirs.
    """

    def __init__(  # noqa: PLR0913 - what a conversation needs
        self,
        comments: Sequence[Comment],
        *,
        order: Order | None,
        words: Words,
        bodies: BodyWriter,
        anchors: Anchors,
        lang: str | None,
    ) -> None:
        self._comments = comments
        self._order = order
        self._words = words
        self._bodies = bodies
        self._anchors = anchors
        self._lang = lang

    def pieces(self) -> Iterator[str]:
        """Yield the lists. There may be any number of them in each other: nothing recurs. O(n)."""
        above: list[_Above] = []
        for item in self._items():
            if item.depth == len(above):
                yield f'\n<ol class="{"replies" if above else "thread"}">\n'
            else:
                yield "</li>\n" + "</ol>\n</li>\n" * (len(above) - item.depth - 1)
                del above[item.depth :]
            comment = item.comment
            anchor = self._anchors.new("c-", comment.id)
            if item.hidden:
                yield self._gone(item, anchor)
                above.append(_Above(anchor, None))
            else:
                yield self._comment(item, anchor, above)
                author = comment.author.name if comment.author else Label.ANONYMOUS
                above.append(_Above(anchor, author))
        if above:
            yield "</li>\n" + "</ol>\n</li>\n" * (len(above) - 1) + "</ol>\n"

    def _items(self) -> Iterator[_Item]:
        """Yield what is shown; comments that share the id of another stand at the end."""
        thread = Thread.build(self._comments)
        for node in thread.view(order=self._order, sees=published).walk():
            yield _Item(node.comment, node.depth, node.is_placeholder)
        for comment in thread.set_aside:
            if published(comment):
                yield _Item(comment, 0, hidden=False)

    def _gone(self, item: _Item, anchor: str) -> str:
        withdrawn = item.comment.status is Status.WITHDRAWN
        label = Label.COMMENT_WITHDRAWN if withdrawn else Label.COMMENT_REMOVED
        return (
            f'<li class="comment{_deep(item)}" id="{anchor}">'
            f'<p class="gone">{self._words.label(label)}</p>'
        )

    def _comment(self, item: _Item, anchor: str, above: Sequence[_Above]) -> str:
        comment, words = item.comment, self._words
        ping = "" if comment.kind is CommentKind.COMMENT else " ping"
        said = self._bodies.write(comment.body)
        lang = language(comment.language or self._lang)
        text = f'\n<div class="said e-content" dir="auto"{lang}>{said}</div>' if said else ""
        nobody = f'<span class="p-author">{words.label(Label.ANONYMOUS)}</span>'
        parts = [person(comment.author, _REL) or nobody, self._link(comment, anchor)]
        if comment.updated_at and comment.updated_at != comment.created_at:
            parts.append(words.edited(comment.updated_at))
        if ping:
            parts.append(f'<span class="note">{words.label(comment.kind)}</span>')
        if comment.pinned:
            parts.append(f'<span class="note">{words.label(Label.PINNED)}</span>')
        if item.depth > _INDENTED:
            parts.append(self._answer(above[-1]))
        return (
            f'<li class="comment{ping}{_deep(item)} u-comment h-cite" id="{anchor}"><article>\n'
            f'<header class="by">{" ".join(parts)}</header>{text}\n</article>'
        )

    def _link(self, comment: Comment, anchor: str) -> str:
        words = self._words
        if comment.created_at is None:
            shown = words.label(Label.PERMALINK)
        else:
            shown = words.stamp(comment.created_at, "dt-published")
        return f'<a class="u-url" href="#{anchor}">{shown}</a>'

    def _answer(self, above: _Above) -> str:
        if above.author is None:
            said = Message("in reply to a comment that is not shown")
        else:
            said = phrases.in_reply_to(above.author)
        return f'<a class="u-in-reply-to" href="#{above.anchor}">{self._words.say(said)}</a>'


def _deep(item: _Item) -> str:
    return " deep" if item.depth >= _INDENTED else ""


def person(author: Author | None, rel: str = "") -> str:
    """Write who wrote something: the name, with the person's page. Never anything else of them."""
    if author is None:
        return ""
    name = escaped(author.name)
    if author.url is None:
        return f'<span class="p-author h-card" dir="auto">{name}</span>'
    return f'<a class="p-author h-card" dir="auto" href="{escaped(author.url)}"{rel}>{name}</a>'


def language(tag: str | None) -> str:
    """Write the language of a text as an attribute."""
    return "" if tag is None else f' lang="{tag.replace("_", "-")}"'
