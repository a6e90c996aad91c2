"""A file in one format, written in another."""

from __future__ import annotations

import sys
from pathlib import PurePath
from typing import TYPE_CHECKING

import click

from blogmodel.cli._clean import clean, one_line
from blogmodel.errors import UnwritableTargetError
from blogmodel.formats import Format, lost, write
from blogmodel.messages import Message

if TYPE_CHECKING:
    from datetime import tzinfo

    from blogmodel.cli._archives import Opening
    from blogmodel.formats import Archive
    from blogmodel.messages import Messages

__all__ = ["WRITTEN", "convert", "format_of", "written"]

WRITTEN = (
    Format.JSON,
    Format.WXR,
    Format.DISQUS,
    Format.MOVABLE_TYPE,
    Format.ATOM,
    Format.RSS,
    Format.JSON_FEED,
    Format.JSON_LD,
    Format.ACTIVITY_STREAMS,
    Format.HTML,
)
_SUFFIXES = {".jsonl": Format.JSON, ".ndjson": Format.JSON, ".html": Format.HTML}
_NOT_ASKED = frozenset({Format.JSON_LD, Format.ACTIVITY_STREAMS, Format.HTML})


def format_of(target: str, told: str | None) -> Format:
    """Return the format to write: the one that was told, else the one that the name ends in."""
    if told is not None:
        return Format(told)
    known = _SUFFIXES.get(PurePath(target).suffix.lower())
    if known is None:
        names = ", ".join(WRITTEN)
        raise click.ClickException(f"{target}: its name tells no format; give --to, one of {names}")
    return known


def convert(source: str, target: str, format_: Format, opening: Opening, words: Messages) -> None:
    """Read a file, tell on standard error what would be lost of it, and write it."""
    archive = opening.load(source)
    if format_ not in _NOT_ASKED:
        _tell_losses(archive, format_, words)
    written(archive, target, format_, words.locale, opening.zone)


def written(
    archive: Archive, target: str, format_: Format, locale: str, zone: tzinfo | None
) -> None:
    """Write an archive for a reader; a problem is one line."""
    options = None
    if format_ is Format.HTML:
        from blogmodel.formats.html_page import HtmlOptions  # noqa: PLC0415 - slow to load

        options = HtmlOptions(locale, zone=zone)
    try:
        write(archive, target, format_, options)
    except UnwritableTargetError as error:
        raise click.ClickException(str(error)) from None


def _tell_losses(archive: Archive, format_: Format, words: Messages) -> None:
    for loss in lost(archive, format_):
        said = Message.ngettext(
            "not held by the format: {field} (of {count}: {example})",
            "not held by the format: {field} (of {count}, first of {example})",
            loss.count,
            field=loss.field,
            example=loss.example,
        )
        if sys.stderr is not None:
            print(clean(one_line(words.render(said))), file=sys.stderr)  # noqa: T201 - for people
