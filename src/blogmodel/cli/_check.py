"""What is in a file, and what is wrong with it, as lines of text."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from blogmodel.cli._lines import wrapped
from blogmodel.messages import Message, phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blogmodel.cli._lines import Page
    from blogmodel.formats import Archive, SourceDefect, SourceDefectKind
    from blogmodel.messages import Messages

__all__ = ["check_lines", "problems"]


def problems(archive: Archive) -> int:
    """Count what is wrong, in the file and in its conversations."""
    threads = archive.threads().values()
    return (
        len(archive.defects) + len(archive.notices) + sum(len(thread.defects) for thread in threads)
    )


def check_lines(archive: Archive, page: Page) -> Iterator[str]:
    """Yield the lines that tell what a file holds, what was kept as it is, and what is wrong."""
    words = page.messages
    yield from wrapped(words.label(archive.format), page, bold=True)
    site = archive.site
    if site is not None:
        yield from wrapped(" · ".join(filter(None, (site.title, site.url, site.zone))), page)
    yield from wrapped(f"{_posts(archive, words)} · {_comments(archive, words)}", page)
    yield from _kept(archive, page)
    yield from _notes(
        words.gettext("In the file"),
        [*map(_defect, archive.defects), *archive.tell_notices()],
        page,
    )
    told = [
        Message("post {id}: {problem}", id=post_id, problem=defect.message)
        for post_id, thread in archive.threads().items()
        for defect in thread.defects
    ]
    yield from _notes(words.gettext("In the conversations"), told, page)
    if not problems(archive):
        yield ""
        yield from wrapped(words.gettext("Nothing is wrong."), page)


def _posts(archive: Archive, words: Messages) -> str:
    count = words.render(Message.ngettext("{count} post", "{count} posts", len(archive.posts)))
    kinds = Counter(str(words.label(post.status)) for post in archive.posts)
    return f"{count}{_apart(kinds, words)}"


def _comments(archive: Archive, words: Messages) -> str:
    count = words.render(phrases.comments(len(archive.comments)))
    statuses = Counter(str(words.label(comment.status)) for comment in archive.comments)
    return f"{count}{_apart(statuses, words)}"


def _apart(counts: Counter[str], words: Messages) -> str:
    """Tell how a count is made up, where it is of several kinds."""
    if len(counts) < 2:  # noqa: PLR2004 - one kind is all there is
        return ""
    told = (f"{name} {words.number(count)}" for name, count in counts.most_common())
    return f" ({', '.join(told)})"


def _kept(archive: Archive, page: Page) -> Iterator[str]:
    counts = Counter(kept.name for kept in archive.kept)
    if counts:
        words = page.messages
        told = ", ".join(f"{name} {words.number(count)}" for name, count in counts.most_common())
        yield from wrapped(words.gettext("Kept as it is: {names}", names=told), page)


def _defect(defect: SourceDefect) -> Message:
    said: Message | SourceDefectKind = defect.kind
    if defect.text:
        said = Message("{problem} (“{text}”)", problem=said, text=defect.text)
    if defect.line is not None:
        return Message("line {line}: {problem}", line=str(defect.line), problem=said)
    if defect.subject_id is not None:
        return Message("{id}: {problem}", id=defect.subject_id, problem=said)
    return Message("{problem}", problem=said)


def _notes(heading: str, notes: list[Message], page: Page) -> Iterator[str]:
    if notes:
        yield ""
        yield from wrapped(f"{heading} ({page.messages.number(len(notes))})", page, bold=True)
        for note in notes:
            yield from wrapped(f"– {page.messages.render(note)}", page, hang="  ")
