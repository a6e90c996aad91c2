"""What a blog's pages say that counts or names something, each as a `Message`.

A message is made where the count is known; `Messages.render` puts it into the reader's words:

>>> from blogmodel.messages import Messages, phrases
>>> fr = Messages("fr")
>>> [fr.render(phrases.comments(count)) for count in (0, 1, 2)]
['Aucun commentaire', '1 commentaire', '2 commentaires']

Words that stand alone are in `Label`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from blogmodel import _checks
from blogmodel.errors import (
    BinarySourceError,
    BlogModelError,
    CursorError,
    DateError,
    EmptySourceError,
    EncodingError,
    MalformedSourceError,
    SourceError,
    UnknownCommentError,
    UnknownFormatError,
    UnknownLocaleError,
    UnknownPostError,
    UnknownZoneError,
    shown,
)
from blogmodel.messages._message import Message

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

__all__ = [
    "comments",
    "in_reply_to",
    "just_now",
    "more_replies",
    "page",
    "problem",
    "reading_time",
    "replies",
    "written_by",
]


def comments(count: float | Decimal) -> Message:
    """Tell how many comments there are; none have a phrase of their own."""
    if count == 0:
        return Message("No comments")
    return Message.ngettext("{count} comment", "{count} comments", count)


def replies(count: float | Decimal) -> Message:
    """Tell how many replies there are; none have a phrase of their own.

    >>> from blogmodel.messages import Messages
    >>> Messages("fr").render(replies(0))
    'Aucune réponse'
    """
    if count == 0:
        return Message("No replies")
    return Message.ngettext("{count} reply", "{count} replies", count)


def more_replies(count: float | Decimal) -> Message:
    """Tell how many replies are left out, as `blogmodel.thread.MoreReplies.count` does.

    >>> from blogmodel.messages import Messages
    >>> Messages("fr").render(more_replies(12))
    '12 autres réponses'
    """
    return Message.ngettext("{count} more reply", "{count} more replies", count)


def reading_time(minutes: float | Decimal) -> Message:
    r"""Tell how long a text takes to read.

    >>> from blogmodel.messages import Messages
    >>> Messages("fr").render(reading_time(3)), Messages("en").render(reading_time(3))
    ('3\xa0min de lecture', '3 min read')
    """
    return Message.ngettext("{count} min read", "{count} min read", minutes)


def page(number: int, count: int) -> Message:
    r"""Tell which page this is, of how many.

    >>> from blogmodel.messages import Messages
    >>> Messages("fr").render(page(2, 5))
    'Page\xa02 sur\xa05'
    """
    return Message("Page {number} of {count}", number=number, count=count)


def written_by(author: str) -> Message:
    """Tell who wrote something.

    >>> from blogmodel.messages import Messages
    >>> Messages("fr").render(written_by("Zoé"))
    'par Zoé'
    """
    return Message("by {author}", author=author)


def in_reply_to(author: str) -> Message:
    """Tell whom a comment answers, where it does not stand under that one.

    >>> from blogmodel.messages import Messages
    >>> Messages("fr").render(in_reply_to("Zoé"))
    'en réponse à Zoé'
    """
    return Message("in reply to {author}", author=author)


def just_now() -> Message:
    """Tell that something happened less than a minute ago.

    CLDR has no word for it. `blogmodel.dates.relative` has those of French and English by itself,
    and takes this one for all other languages.

    >>> from blogmodel.messages import Messages
    >>> Messages("fr").render(just_now())
    'à l’instant'
    """
    return Message("just now")


def problem(error: BlogModelError) -> Message:
    r"""Tell an error of the library to the one who uses a program.

    Those that people cause have phrases: files that cannot be read, dates, zones and locales that
    are none, links that lead nowhere. Others are a program's own fault, and are told in English, as
    they are.

    Raises:
        InvalidTypeError: it is no error of the library.

    >>> from blogmodel.errors import EmptySourceError
    >>> from blogmodel.messages import Messages
    >>> Messages("fr").render(problem(EmptySourceError("page.txt", "0 bytes")))
    'page.txt\xa0: aucun texte'
    """
    example = "the one that `except BlogModelError` caught"
    _checks.instance("problem", "error", error, BlogModelError, example)
    match error:
        case SourceError():
            said = _refused(error)
        case DateError():
            reason = Message.pgettext("Refusal", error.reason)
            said = Message("“{text}”: {reason}", text=_start(error.text), reason=reason)
        case UnknownLocaleError():
            said = Message("there is no locale named “{name}”", name=_start(error.locale))
        case UnknownZoneError():
            said = Message("there is no time zone named “{name}”", name=_start(error.zone))
        case CursorError():
            said = Message("this link leads to no page any more")
        case UnknownCommentError():
            said = Message("there is no such comment")
        case UnknownPostError():
            said = Message("there is no such post")
        case _:
            said = Message(_AS_IT_IS, problem=str(error))
    return said


_AS_IT_IS = "{problem}"


def _refused(error: SourceError) -> Message:  # noqa: PLR0911 - a case each
    given = {
        "source": Message("standard input") if error.source == "<stdin>" else error.source,
        "detail": error.detail,
    }
    match error:
        case EmptySourceError():
            return Message("{source}: there is no text in it", **given)
        case BinarySourceError():
            return Message("{source}: this is not text", **given)
        case EncodingError():
            return Message(
                "{source}: its bytes are in none of the encodings tried ({detail}); give theirs",
                **given,
            )
        case UnknownFormatError():
            return Message("{source}: this is {detail}, which is not read", **given)
        case MalformedSourceError(line=None):
            return Message("{source}: {detail}", **given)
        case MalformedSourceError():
            return Message(
                "{source}: {detail} (line {line}, column {column})",
                line=str(error.line),
                column=str(error.column),
                **given,
            )
        case _:
            return _unreadable(error.__cause__, given)


def _unreadable(cause: BaseException | None, given: Mapping[str, str | Message]) -> Message:
    """Tell why the system does not let a file be read."""
    match cause:
        case FileNotFoundError():
            return Message("{source}: there is no such file", **given)
        case IsADirectoryError():
            return Message("{source}: this is a folder, not a file", **given)
        case PermissionError():
            return Message("{source}: you may not read this file", **given)
        case _:
            return Message("{source}: it cannot be read ({detail})", **given)


_SHOWN = 60


def _start(given: object) -> str:
    """Return the start of a text on one line; of what is none, how Python shows it."""
    if not isinstance(given, str):
        return shown(given)
    from blogmodel.text import excerpt  # noqa: PLC0415 - its patterns are paid for by who is told

    return excerpt(" ".join(given.splitlines()), characters=_SHOWN).text
