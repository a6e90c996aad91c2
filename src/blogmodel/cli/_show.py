"""Posts and their conversations as lines of text, in the reader's words."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from blogmodel.cli._lines import wrapped
from blogmodel.cli._words import Words
from blogmodel.messages import Message
from blogmodel.model import MediaType
from blogmodel.text import html_text, markdown_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import tzinfo

    from blogmodel.cli._lines import Page
    from blogmodel.formats import Archive
    from blogmodel.model import Body, Post
    from blogmodel.thread import Node, Thread
    from blogmodel.thread.orders import Order

__all__ = ["render"]


def render(
    archive: Archive, page: Page, *, zone: tzinfo | None = None, order: Order | None = None
) -> Iterator[str]:
    """Yield the lines that show an archive: posts, threads, what was inferred, what is left.

    Args:
        archive: what to show.
        page: for whom.
        zone: the zone that dates are told in; None for UTC.
        order: that of replies to one thing; None for the oldest first.
    """
    words = Words.of(archive, page.messages, zone)
    threads = archive.threads()
    for number, post in enumerate(archive.posts):
        if number:
            yield from ("", "")
        yield from _post(post, threads.pop(post.id, None), words, page, order)
    for post_id, thread in threads.items():
        said = Message("Comments on a post that is not in the file ({id})", id=post_id)
        yield ""
        yield from wrapped(page.messages.render(said), page, bold=True)
        yield from _conversation(thread, words, page, order)
    gettext = page.messages.gettext
    inferred = gettext("Inferred (not written in the page)")
    yield from _notes(inferred, archive.tell_inferences(), page)
    yield from _notes(gettext("Noticed, and left as it is"), archive.tell_notices(), page)
    if archive.defects:
        said = Message.ngettext(
            "{count} thing is wrong in the file: blogmodel check tells it",
            "{count} things are wrong in the file: blogmodel check tells them",
            len(archive.defects),
        )
        yield ""
        yield from wrapped(page.messages.render(said), page)


def _post(
    post: Post, thread: Thread | None, words: Words, page: Page, order: Order | None
) -> Iterator[str]:
    yield from wrapped(words.title(post), page, bold=True)
    yield from wrapped(f"{words.author(post)} · {words.date(post.published_at)}", page)
    yield from _body(post.body, page)
    if thread is None:  # A post of the same id was shown with it.
        return
    yield ""
    yield from wrapped(words.count(len(thread)), page, bold=True)
    yield from _conversation(thread, words, page, order)


def _conversation(thread: Thread, words: Words, page: Page, order: Order | None) -> Iterator[str]:
    dated = any(comment.created_at for comment in thread.comments)
    if len(thread) and not dated:
        yield from wrapped(words.undated(), page)
    for node in thread.view(order=order).walk():
        yield from _comment(node, words, page, dated=dated)


# Deeper replies stay at this depth on the screen; whom each answers is said in words anyway.
_DEEPEST = 6


def _comment(node: Node, words: Words, page: Page, *, dated: bool) -> Iterator[str]:
    indent = "    " * min(node.depth, _DEEPEST)
    number = f"{words.number(node.comment)}. "
    hang = " " * len(number)
    parts = [number + words.heading(node)]
    if dated:
        parts.append(words.date(node.comment.created_at))
    if status := words.status(node.comment):
        parts.append(status)
    yield ""
    yield from wrapped(" · ".join(parts), page, indent=indent, hang=hang, bold=True)
    yield from _body(node.comment.body, page, indent=indent + hang)


def _body(body: Body, page: Page, indent: str = "") -> Iterator[str]:
    for paragraph in _text(body).split("\n\n"):
        if paragraph:
            yield ""
        for line in paragraph.splitlines():
            yield from wrapped(line, page, indent=indent)


def _text(body: Body) -> str:
    if body.media_type is MediaType.HTML:
        return html_text(body.text).text
    if body.media_type is MediaType.MARKDOWN:
        return markdown_text(body.text).text
    return body.text


_MOST_NOTES = 1_000


def _notes(heading: str, notes: Sequence[Message], page: Page) -> Iterator[str]:
    if notes:
        yield ""
        yield from wrapped(heading, page, bold=True)
        for note in islice(notes, _MOST_NOTES):
            yield from wrapped(f"– {page.messages.render(note)}", page, hang="  ")
