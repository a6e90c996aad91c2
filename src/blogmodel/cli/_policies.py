"""Policies, lists and models, read from the files that the command line names."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import attrs
import click

from blogmodel.errors import BlogModelError, PolicyError
from blogmodel.messages import Message, Messages
from blogmodel.moderation import LinearModel, NaiveBayes, Policy, WordList

__all__ = ["Resources"]


@attrs.define
class Resources:
    """What policies name and cannot hold.

    Attributes:
        messages: the reader's words.
        given: by name.
    """

    messages: Messages
    given: dict[str, object] = attrs.field(factory=dict)

    def add(
        self, *, words: tuple[str, ...], names: tuple[str, ...], models: tuple[str, ...]
    ) -> None:
        """Read the files of the options, each « NAME=FILE »."""
        for option in words:
            name, text = self._named(option)
            self._keep(option, name, partial(WordList.from_lines, text))
        for option in names:
            name, text = self._named(option)
            lines = (line.strip() for line in text.splitlines())
            self.given[name] = frozenset(line for line in lines if line)
        for option in models:
            name, text = self._named(option)
            self._keep(option, name, partial(_model, text))

    def policy(self, file: str) -> Policy:
        """Read a policy."""
        text = self._read(file)
        try:
            return Policy.from_toml(text, self.given)
        except PolicyError as error:
            raise click.ClickException(f"{file}: {error}") from None

    def _keep(self, option: str, name: str, make: Callable[[], object]) -> None:
        try:
            self.given[name] = make()
        except BlogModelError as error:
            raise click.ClickException(f"{option}: {error}") from None

    def _named(self, option: str) -> tuple[str, str]:
        name, sign, file = option.partition("=")
        if not (name and sign and file):
            said = Message("{option} is to be NAME=FILE", option=option)
            raise click.ClickException(self.messages.render(said))
        return name, self._read(file)

    def _read(self, file: str) -> str:
        try:
            return Path(file).read_text("utf-8-sig")
        except UnicodeDecodeError:
            said = Message("{file} is not in UTF-8", file=file)
        except (OSError, ValueError) as error:
            reason = error.strerror if isinstance(error, OSError) else None
            said = Message("{file}: {reason}", file=file, reason=reason or str(error))
        raise click.ClickException(self.messages.render(said))


def _model(text: str) -> object:
    """Read a model of either kind: the first refusal is told where it is neither."""
    if '"linear-model"' in text[:_START]:
        return LinearModel.from_json(text)
    return NaiveBayes.from_json(text)


# Where a document says its kind.
_START = 200
