"""Files opened for the shell, with a bar, and refusals in the reader's words."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, BinaryIO
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import click

from blogmodel.cli._clean import clean
from blogmodel.errors import EncodingError, InvalidValueError, SourceError, UnknownZoneError
from blogmodel.formats import BloggerTextOptions, Damage, LabelPlace, load
from blogmodel.messages import Message, phrases

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import tzinfo

    from blogmodel.formats import Archive, Progress
    from blogmodel.messages import Messages

__all__ = ["PLACES", "Opening", "zone_named"]

PLACES = {
    "after-first-paragraph": LabelPlace.AFTER_FIRST_PARAGRAPH,
    "after-comment": LabelPlace.AFTER_COMMENT,
}
# Smaller files are read before a bar could be seen.
_LARGE = 4 << 20


class Opening:
    """How the files of one command are opened.

    Args:
        messages: the reader's words.
        encoding: the files' encoding, as the command was told it.
        labels: where labels stand, as the command was told it.
        zone: the zone of times of which a file does not tell it.
        damage: what to do with what is broken.

    Attributes:
        zone: as it was given.
    """

    def __init__(
        self,
        messages: Messages,
        *,
        encoding: str | None = None,
        labels: str | None = None,
        zone: tzinfo | None = None,
        damage: Damage = Damage.REPAIR,
    ) -> None:
        self._messages = messages
        self._encoding = encoding
        self._options = BloggerTextOptions(label_place=PLACES[labels] if labels else None)
        self.zone = zone
        self._damage = damage

    def load(self, file: str) -> Archive:
        """Read a file whole; - is standard input."""
        with self._told(), _bar(file) as progress:
            return load(
                _source(file),
                encoding=self._encoding,
                zone=self.zone,
                damage=self._damage,
                options=self._options,
                progress=progress,
            )

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except SourceError as error:
            raise click.ClickException(_refusal(error, self._messages)) from None
        except InvalidValueError as error:
            if error.field != "encoding":
                raise
            said = Message("there is no encoding named {encoding}", encoding=str(error.value))
            raise click.ClickException(self._messages.render(said)) from None


def zone_named(name: str | None, messages: Messages) -> tzinfo | None:
    """Return the zone of a name; a problem in the reader's words where there is none."""
    if name is None:
        return None
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, ZoneInfoNotFoundError):
        said = phrases.problem(UnknownZoneError(name))
        raise click.ClickException(messages.render(said)) from None


def _source(file: str) -> str | BinaryIO:
    if file != "-":
        return file
    # A process may be started with its streams closed.
    if sys.stdin is None:
        raise click.ClickException("standard input is closed")
    return sys.stdin.buffer


@contextmanager
def _bar(file: str) -> Iterator[Callable[[Progress], None] | None]:
    """Show on the terminal how far the reading of a large file has come."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield None
        return
    bars: list[Any] = []

    def told(progress: Progress) -> None:
        if not bars and (progress.total or 0) >= _LARGE:
            bar: Any = click.progressbar(length=progress.total, label=clean(file), file=sys.stderr)
            bar.__enter__()
            bars.append(bar)
        for bar in bars:
            bar.update(progress.done - bar.pos)

    try:
        yield told
    finally:
        for bar in bars:
            bar.__exit__(None, None, None)


def _refusal(error: SourceError, messages: Messages) -> str:
    """Say in the reader's words why a file is refused."""
    said = phrases.problem(error)
    if isinstance(error, EncodingError):
        said = Message(
            "{source}: its bytes are in none of the encodings tried ({detail}); give --encoding",
            **dict(said.fields),
        )
    return messages.render(said)
