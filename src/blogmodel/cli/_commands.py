"""The commands, by click."""

import io
import shutil
import sys
from collections.abc import Iterable
from typing import BinaryIO

import click

from blogmodel.cli._clean import USAGE, report
from blogmodel.cli._lines import Page
from blogmodel.cli._show import render
from blogmodel.errors import EncodingError, InvalidValueError, SourceError
from blogmodel.formats import Archive, BloggerTextOptions, LabelPlace, load
from blogmodel.messages import Message, Messages, phrases

__all__ = ["run"]

_INTERRUPTED = 130
# Longer lines are hard to read, however wide the terminal.
_WIDEST = 100


def run(arguments: list[str]) -> int:
    """Run the command that the arguments name; return 0, or 2 with one line on standard error."""
    try:
        _blogmodel.main(arguments, prog_name="blogmodel", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
    except click.ClickException as error:
        return report(error.format_message())
    except click.Abort:
        report("interrupted")
        return _INTERRUPTED
    except SystemExit as error:  # Whoever read the output has gone.
        return int(error.code or 0)
    except OSError as error:
        return report(f"the output cannot be written: {error.strerror or error}")
    else:
        return 0
    return USAGE


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="blogmodel")
def _blogmodel() -> None:
    """Read old blog pages, show their conversations, and try policies on them."""


_PLACES = {
    "after-first-paragraph": LabelPlace.AFTER_FIRST_PARAGRAPH,
    "after-comment": LabelPlace.AFTER_COMMENT,
}


@_blogmodel.command()
@click.argument("file")
@click.option("--locale", default="fr_CA", show_default=True, help="The reader's locale.")
@click.option("--encoding", help="The file's encoding.  [default: found out]")
@click.option(
    "--labels",
    type=click.Choice(list(_PLACES)),
    help="Where in a comment its labels stand.  [default: found out]",
)
def show(file: str, locale: str, encoding: str | None, labels: str | None) -> None:
    """Show the post in FILE and its conversation; - is standard input."""
    messages = Messages(locale)
    archive = _archive(file, encoding, labels, messages)
    page = _page(messages)
    _write(render(archive, page))


@_blogmodel.command()
@click.argument("file")
@click.option("--policy", "policy_file", required=True, help="The policy, in TOML.")
@click.option("--compare", "other_file", help="Another policy: show what it would change.")
@click.option(
    "--words", multiple=True, metavar="NAME=FILE", help="A list of words, one a line: NAME=FILE."
)
@click.option(
    "--names",
    multiple=True,
    metavar="NAME=FILE",
    help="A list of hosts or domains, one a line: NAME=FILE.",
)
@click.option(
    "--model", multiple=True, metavar="NAME=FILE", help="A model of spam, in JSON: NAME=FILE."
)
@click.option("--locale", default="fr_CA", show_default=True, help="The reader's locale.")
@click.option("--encoding", help="The file's encoding.  [default: found out]")
@click.option(
    "--labels",
    type=click.Choice(list(_PLACES)),
    help="Where in a comment its labels stand.  [default: found out]",
)
def moderate(  # noqa: PLR0913, PLR0917 - an option each
    file: str,
    policy_file: str,
    other_file: str | None,
    words: tuple[str, ...],
    names: tuple[str, ...],
    model: tuple[str, ...],
    locale: str,
    encoding: str | None,
    labels: str | None,
) -> None:
    """Show what a policy would have done with the comments in FILE; nothing is changed."""
    from blogmodel.cli._moderate import (  # noqa: PLC0415 - what only this command needs
        comparison_lines,
        replay_lines,
    )
    from blogmodel.cli._policies import Resources  # noqa: PLC0415 - as above
    from blogmodel.moderation import compare, replay  # noqa: PLC0415 - as above

    messages = Messages(locale)
    resources = Resources(messages)
    resources.add(words=words, names=names, models=model)
    policy = resources.policy(policy_file)
    other = None if other_file is None else resources.policy(other_file)
    archive = _archive(file, encoding, labels, messages)
    page = _page(messages)
    if other is None:
        _write(replay_lines(replay(policy, archive), page))
    else:
        _write(comparison_lines(compare(policy, other, archive), page))


def _archive(file: str, encoding: str | None, labels: str | None, messages: Messages) -> Archive:
    try:
        source = _standard_input() if file == "-" else file
        options = BloggerTextOptions(label_place=_PLACES[labels] if labels else None)
        return load(source, encoding=encoding, options=options)
    except SourceError as error:
        raise click.ClickException(_refusal(error, messages)) from None
    except InvalidValueError as error:
        if error.field != "encoding":
            raise
        said = Message("there is no encoding named {encoding}", encoding=str(encoding))
        raise click.ClickException(messages.render(said)) from None


def _page(messages: Messages) -> Page:
    if sys.stdout is None:
        raise click.ClickException("standard output is closed")
    if not sys.stdout.isatty():
        return Page(messages)
    width = min(shutil.get_terminal_size().columns, _WIDEST)
    return Page(messages, width=width, bold=_bold)


def _write(lines: Iterable[str]) -> None:
    if isinstance(sys.stdout, io.TextIOWrapper):
        # What the terminal's encoding does not have is shown by its code.
        sys.stdout.reconfigure(errors="backslashreplace")
    for line in lines:
        # Not click.echo: where the encoding is ASCII it would write UTF-8 all the same.
        sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _standard_input() -> BinaryIO:
    # A process may be started with its streams closed.
    if sys.stdin is None:
        raise click.ClickException("standard input is closed")
    return sys.stdin.buffer


def _bold(text: str) -> str:
    return click.style(text, bold=True)


def _refusal(error: SourceError, messages: Messages) -> str:
    """Say in the reader's words why a file is refused."""
    said = phrases.problem(error)
    if isinstance(error, EncodingError):
        said = Message(
            "{source}: its bytes are in none of the encodings tried ({detail}); give --encoding",
            **dict(said.fields),
        )
    return messages.render(said)
