"""The catalogs hold every message that the sources use, and nothing else."""

import re
from gettext import GNUTranslations
from importlib.resources import files
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from blogmodel.messages import Messages

PACKAGE = Path(str(files("blogmodel")))
LOCALES = PACKAGE / "messages" / "locale"


def catalog(locale: str) -> Catalog:
    with (LOCALES / locale / "LC_MESSAGES" / "blogmodel.po").open("rb") as stream:
        return read_po(stream, locale=locale, abort_invalid=True)


def sources() -> set[str | tuple[str, ...]]:
    found = extract_from_dir(
        PACKAGE, [("**.py", "python")], keywords={"gettext": None, "ngettext": (1, 2)}
    )
    return {message for _, _, message, _, _ in found}


def test_french_has_every_message_of_the_sources_and_no_other() -> None:
    assert {message.id for message in catalog("fr") if message.id} == sources()


def test_quebec_french_has_only_messages_of_the_sources_that_differ() -> None:
    french = {message.id: message.string for message in catalog("fr")}
    for message in catalog("fr_CA"):
        if message.id:
            assert message.id in sources()
            assert message.string != french[message.id]


@pytest.mark.parametrize("locale", ["fr", "fr_CA"])
def test_every_message_is_translated_with_the_same_fields(locale: str) -> None:
    for message in catalog(locale):
        if not message.id:
            continue
        assert not message.fuzzy
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        for string in strings:
            assert string
            assert set(re.findall(r"\{\w+\}", string)) == set(re.findall(r"\{\w+\}", ids[-1]))


@pytest.mark.parametrize("locale", ["fr", "fr_CA"])
def test_the_compiled_catalog_is_up_to_date(locale: str) -> None:
    with (LOCALES / locale / "LC_MESSAGES" / "blogmodel.mo").open("rb") as stream:
        compiled = GNUTranslations(stream)
    for message in catalog(locale):
        if isinstance(message.id, tuple):
            one, many = message.id
            assert [compiled.ngettext(one, many, n) for n in (1, 2)] == list(message.string)
        elif message.id:
            assert compiled.gettext(message.id) == message.string


# What must stand before « ; ! ? », and what must not.
THIN = {"fr": r"[^\u202f](?=[;!?])", "fr_CA": r"\s(?=[;!?])"}


@pytest.mark.parametrize("locale", ["fr", "fr_CA"])
def test_french_is_set_as_the_norms_have_it(locale: str) -> None:
    messages = Messages(locale)
    for message in catalog("fr"):
        if not message.id:
            continue
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        # As a reader of the locale gets them: those of fr where fr_CA has none of its own.
        strings = [messages.gettext(ids[0])] if len(ids) == 1 else both(messages, ids)
        for string in strings:
            assert not re.search(r"[^\u00a0](?=[:»%])|«(?!\u00a0)", string), string
            assert not re.search(THIN[locale], string), string
            assert "'" not in string
            assert "..." not in string


def both(messages: Messages, ids: tuple[str, ...]) -> list[str]:
    return [messages.ngettext(ids[0], ids[1], count) for count in (1, 2)]
