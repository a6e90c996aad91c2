"""The commands, by click."""

import io
import shutil
import sys
from collections.abc import Iterable

import click

from blogmodel.cli._archives import PLACES, Opening, zone_named
from blogmodel.cli._clean import USAGE, report
from blogmodel.cli._convert import WRITTEN, format_of, written
from blogmodel.cli._convert import convert as write_converted
from blogmodel.cli._lines import Page
from blogmodel.cli._show import render
from blogmodel.formats import Damage, Format
from blogmodel.messages import Messages
from blogmodel.thread import orders

__all__ = ["run"]

_INTERRUPTED = 130
# Longer lines are hard to read, however wide the terminal.
_WIDEST = 100


def run(arguments: list[str]) -> int:
    """Run the command that the arguments name; return its code, or 2 with one line of why."""
    try:
        code: object = _blogmodel.main(arguments, prog_name="blogmodel", standalone_mode=False)
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
        # click gives back the code of its own Exit.
        return code if isinstance(code, int) else 0
    return USAGE


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="blogmodel")
def _blogmodel() -> None:
    """Read blogs and their conversations, show them, convert them, try policies on them."""


_file = click.argument("file")
_locale = click.option("--locale", default="fr_CA", show_default=True, help="The reader's locale.")
_encoding = click.option("--encoding", help="The file's encoding.  [default: found out]")
_labels = click.option(
    "--labels",
    type=click.Choice(list(PLACES)),
    help="Where in a comment its labels stand.  [default: found out]",
)
_zone = click.option(
    "--tz", "zone", metavar="ZONE", help="The time zone of times that tell none, and of the reader."
)
_ORDERS = {
    "oldest": orders.oldest,
    "newest": orders.newest,
    "active": orders.active,
    "top": orders.top,
}


@_blogmodel.command()
@_file
@_locale
@_zone
@click.option(
    "--order",
    type=click.Choice(list(_ORDERS)),
    default="oldest",
    show_default=True,
    help="The order of comments.",
)
@click.option("--html", metavar="OUT", help="Write a page of HTML to OUT instead.")
@click.option("--json", metavar="OUT", help="Write blogmodel's documents to OUT instead.")
@_encoding
@_labels
def show(  # noqa: PLR0913, PLR0917 - an option each
    file: str,
    locale: str,
    zone: str | None,
    order: str,
    html: str | None,
    json: str | None,
    encoding: str | None,
    labels: str | None,
) -> None:
    """Show the posts in FILE and their conversations; - is standard input.

    A page of HTML has what the public may read; the rest shows all that is there.
    """
    messages = Messages(locale)
    there = zone_named(zone, messages)
    archive = Opening(messages, encoding=encoding, labels=labels, zone=there).load(file)
    if html is not None:
        written(archive, html, Format.HTML, messages.locale, there)
    if json is not None:
        written(archive, json, Format.JSON, messages.locale, there)
    if html is not None or json is not None:
        return
    page = _page(messages)
    _write(render(archive, page, zone=there, order=_ORDERS[order]()))


@_blogmodel.command()
@_file
@_locale
@_zone
@_encoding
@_labels
def check(
    file: str, locale: str, zone: str | None, encoding: str | None, labels: str | None
) -> None:
    """Tell what is in FILE and what is wrong with it; - is standard input.

    The exit code is 1 where something is wrong.
    """
    from blogmodel.cli._check import (  # noqa: PLC0415 - what only this command needs
        check_lines,
        problems,
    )

    messages = Messages(locale)
    there = zone_named(zone, messages)
    archive = Opening(messages, encoding=encoding, labels=labels, zone=there).load(file)
    _write(check_lines(archive, _page(messages)))
    if problems(archive):
        raise click.exceptions.Exit(1)


@_blogmodel.command()
@click.argument("source")
@click.argument("target")
@click.option(
    "--to",
    "format_",
    type=click.Choice([str(known) for known in WRITTEN]),
    help="The format to write.  [default: by TARGET's name, where it ends in .jsonl or .html]",
)
@click.option("--strict", is_flag=True, help="Refuse a file that is broken, instead of mending it.")
@_locale
@_zone
@_encoding
@_labels
def convert(  # noqa: PLR0913, PLR0917 - an option each
    source: str,
    target: str,
    format_: str | None,
    strict: bool,  # noqa: FBT001 - what click gives
    locale: str,
    zone: str | None,
    encoding: str | None,
    labels: str | None,
) -> None:
    """Write what is in the file SOURCE to the file TARGET in another format.

    What that format cannot hold is told first.
    """
    messages = Messages(locale)
    opening = Opening(
        messages,
        encoding=encoding,
        labels=labels,
        zone=zone_named(zone, messages),
        damage=Damage.REFUSE if strict else Damage.REPAIR,
    )
    write_converted(source, target, format_of(target, format_), opening, messages)


@_blogmodel.command()
@_file
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
@_locale
@_encoding
@_labels
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
    archive = Opening(messages, encoding=encoding, labels=labels).load(file)
    page = _page(messages)
    if other is None:
        _write(replay_lines(replay(policy, archive), page))
    else:
        _write(comparison_lines(compare(policy, other, archive), page))


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


def _bold(text: str) -> str:
    return click.style(text, bold=True)
