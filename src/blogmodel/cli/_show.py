"""A post and its conversation as lines of text, in the reader's words."""

from collections.abc import Callable, Iterator, Sequence

import attrs
import wcwidth

from blogmodel.cli._clean import clean
from blogmodel.cli._words import Words
from blogmodel.formats import Archive
from blogmodel.messages import Message, Messages
from blogmodel.model import Post
from blogmodel.thread import Node

__all__ = ["Page", "render"]


@attrs.frozen
class Page:
    """How and for whom lines are made.

    Attributes:
        messages: the reader's words.
        width: of a line, in terminal cells; None for lines that are not wrapped.
        bold: how a heading is set off; not at all by default.
    """

    messages: Messages
    width: int | None = None
    bold: Callable[[str], str] = str


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
    yield from _wrapped(words.title(post), page, bold=True)
    yield from _wrapped(f"{words.author(post)} · {words.date(post.published_at)}", page)
    yield from _body(post.body.text, page)
    yield ""
    yield from _wrapped(words.count(len(thread)), page, bold=True)
    dated = any(comment.created_at for comment in thread.comments)
    if len(thread) and not dated:
        yield from _wrapped(words.undated(), page)
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
    yield from _wrapped(head, page, indent=indent, hang=hang, bold=True)
    yield from _body(node.comment.body.text, page, indent=indent + hang)


def _body(text: str, page: Page, indent: str = "") -> Iterator[str]:
    for paragraph in text.split("\n\n"):
        if paragraph:
            yield ""
        for line in paragraph.splitlines():
            yield from _wrapped(line, page, indent=indent)


def _notes(heading: str, notes: Sequence[Message], page: Page) -> Iterator[str]:
    if notes:
        yield ""
        yield from _wrapped(heading, page, bold=True)
        for note in notes:
            yield from _wrapped(f"– {page.messages.render(note)}", page, hang="  ")


# Narrower than this, a terminal gets longer lines than it has.
_NARROWEST = 24


def _wrapped(
    text: str, page: Page, *, indent: str = "", hang: str = "", bold: bool = False
) -> Iterator[str]:
    """Yield the lines of one paragraph; a no-break space does not break."""
    style = page.bold if bold else str
    safe = clean(text)
    if page.width is None:
        yield indent + style(safe)
        return
    width = max(page.width - len(indent), _NARROWEST) - len(hang)
    for number, line in enumerate(_lines(safe, width)):
        yield indent + (hang if number else "") + style(line)


# wcwidth wraps long texts in more than linear time, so that it is given them in pieces.
_PIECE = 200


def _lines(text: str, width: int) -> Iterator[str]:
    """Yield the lines of a text; the last line of a piece is wrapped again with the next piece."""
    carried, position = "", 0
    while position < len(text):
        piece = carried + text[position : position + _PIECE]
        position += _PIECE
        *lines, last = wcwidth.wrap(piece, width, break_on_hyphens=False) or [""]
        yield from lines
        carried = last + piece[len(piece.rstrip()) :]
    if carried.strip():
        yield carried.rstrip()
