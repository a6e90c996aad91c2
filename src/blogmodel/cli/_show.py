"""A post and its conversation as lines of text, in the reader's words."""

from collections.abc import Iterator, Sequence

from blogmodel.cli._lines import Page, wrapped
from blogmodel.cli._words import Words
from blogmodel.formats import Archive
from blogmodel.messages import Message
from blogmodel.model import Post
from blogmodel.thread import Node

__all__ = ["render"]


def render(archive: Archive, page: Page) -> Iterator[str]:
    """Yield the lines that show an archive: posts, threads, what was inferred, what is left."""
    words = Words.of(archive, page.messages)
    for post in archive.posts:
        yield from _post(archive, post, words, page)
    gettext = page.messages.gettext
    inferred = gettext("Inferred (not written in the page)")
    yield from _notes(inferred, archive.tell_inferences(), page)
    yield from _notes(gettext("Noticed, and left as it is"), archive.tell_notices(), page)


def _post(archive: Archive, post: Post, words: Words, page: Page) -> Iterator[str]:
    thread = archive.thread(post)
    yield from wrapped(words.title(post), page, bold=True)
    yield from wrapped(f"{words.author(post)} · {words.date(post.published_at)}", page)
    yield from _body(post.body.text, page)
    yield ""
    yield from wrapped(words.count(len(thread)), page, bold=True)
    dated = any(comment.created_at for comment in thread.comments)
    if len(thread) and not dated:
        yield from wrapped(words.undated(), page)
    for node in thread.walk():
        yield from _comment(node, words, page, dated=dated)


# Deeper replies stay at this depth on the screen; whom each answers is said in words anyway.
_DEEPEST = 6


def _comment(node: Node, words: Words, page: Page, *, dated: bool) -> Iterator[str]:
    indent = "    " * min(node.depth, _DEEPEST)
    number = f"{words.number(node.comment)}. "
    hang = " " * len(number)
    head = number + words.heading(node)
    if dated:
        head += f" · {words.date(node.comment.created_at)}"
    yield ""
    yield from wrapped(head, page, indent=indent, hang=hang, bold=True)
    yield from _body(node.comment.body.text, page, indent=indent + hang)


def _body(text: str, page: Page, indent: str = "") -> Iterator[str]:
    for paragraph in text.split("\n\n"):
        if paragraph:
            yield ""
        for line in paragraph.splitlines():
            yield from wrapped(line, page, indent=indent)


def _notes(heading: str, notes: Sequence[Message], page: Page) -> Iterator[str]:
    if notes:
        yield ""
        yield from wrapped(heading, page, bold=True)
        for note in notes:
            yield from wrapped(f"– {page.messages.render(note)}", page, hang="  ")
