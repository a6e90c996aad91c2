"""The catalogs hold every message that the sources use, and nothing else."""

import re
from gettext import GNUTranslations
from importlib.resources import files

import pytest
from babel.messages.catalog import Catalog
from babel.messages.plurals import get_plural

from blogmodel.messages import Messages
from blogmodel.text import typeset

from support.scripts import script

catalogs = script("tools/catalogs.py")
LOCALES = catalogs.catalogs()
REGIONS = [locale for locale in LOCALES if catalogs.language_of(locale) is not None]
RENEW = "run `nox -s catalogs`, and commit what it changes"


@pytest.fixture(scope="module")
def template() -> Catalog:
    return catalogs.template()


def test_the_readers_of_the_project_have_their_catalogs() -> None:
    assert {"en", "fr", "fr_CA"} <= set(LOCALES)


def test_the_template_is_up_to_date() -> None:
    assert catalogs.TEMPLATE.read_text("utf-8") == catalogs.template_text(), RENEW


@pytest.mark.parametrize("locale", LOCALES)
def test_a_catalog_has_the_messages_of_the_sources_and_no_others(locale: str) -> None:
    assert catalogs.source(locale).read_text("utf-8") == catalogs.updated(locale), RENEW


@pytest.mark.parametrize("locale", LOCALES)
def test_no_message_is_missing_or_guessed(locale: str) -> None:
    assert [(message.context, message.id) for message in catalogs.missing(locale)] == []
    assert not any(message.fuzzy for message in catalogs.read(locale) if message.id)


def test_every_enum_is_told_or_left_out_for_a_reason() -> None:
    public = [kind.__name__ for kind in catalogs.public_enums()]
    shown = {kind.__name__ for kind in catalogs.shown_enums()}
    assert len(public) == len(set(public))  # The name is all that tells the labels apart.
    assert set(public) == shown | catalogs.LEFT_OUT.keys()
    assert {"Label", "Precision", "Refusal", "Status"} <= shown


@pytest.mark.parametrize("locale", LOCALES)
def test_every_member_that_is_shown_has_a_label(locale: str) -> None:
    messages = Messages(locale)
    for kind in catalogs.shown_enums():
        for member in kind:
            assert messages.label(member).strip()


@pytest.mark.parametrize("locale", REGIONS)
def test_a_region_has_only_what_it_says_otherwise_than_its_language(
    locale: str, template: Catalog
) -> None:
    language, own = catalogs.read(locale.partition("_")[0]), catalogs.read(locale)
    for message in own:
        if message.id:
            assert template.get(message.id, message.context)
            assert message.string != language.get(message.id, message.context).string


def test_english_has_only_what_the_sources_do_not_say() -> None:
    assert all(message.context for message in catalogs.read("en") if message.id)


def texts(text: str | tuple[str, ...]) -> tuple[str, ...]:
    return text if isinstance(text, tuple) else (text,)


def fields(text: str) -> set[str]:
    return set(re.findall(r"\{\w+\}", text))


@pytest.mark.parametrize("locale", LOCALES)
def test_every_translation_has_the_fields_of_its_message(locale: str) -> None:
    for message in catalogs.read(locale):
        if message.id:
            for string in texts(message.string):
                assert fields(string) == fields(texts(message.id)[-1]), string


@pytest.mark.parametrize("locale", LOCALES)
def test_plurals_are_by_the_rule_of_cldr(locale: str) -> None:
    """French has « many » in CLDR, for « 1 million de … »; gettext's two forms leave it out."""
    rule = get_plural(locale)
    text = catalogs.source(locale).read_text("utf-8")
    assert f'"Plural-Forms: nplurals={rule.num_plurals}; plural={rule.plural_expr};\\n"' in text
    for message in catalogs.read(locale):
        if isinstance(message.id, tuple):
            assert len(message.string) == rule.num_plurals


@pytest.mark.parametrize("locale", LOCALES)
def test_the_compiled_catalog_is_up_to_date(locale: str) -> None:
    path = files("blogmodel.messages") / "locale" / locale / "LC_MESSAGES" / "blogmodel.mo"
    with path.open("rb") as stream:
        compiled = GNUTranslations(stream)
    own = [message for message in catalogs.read(locale) if message.id]
    told = vars(compiled)["_catalog"]
    assert len(told) == 1 + sum(len(texts(message.string)) for message in own), RENEW
    for message in own:
        context = "" if message.context is None else f"{message.context}\4"
        one = f"{context}{texts(message.id)[0]}"
        many = isinstance(message.id, tuple)
        for form, string in enumerate(texts(message.string)):
            assert told[(one, form) if many else one] == string, RENEW


# What must stand before « ; ! ? », and what must not.
THIN = {"fr": r"[^\u202f](?=[;!?])", "fr_CA": r"\s(?=[;!?])"}


@pytest.mark.parametrize("locale", ["fr", "fr_CA"])
def test_french_is_set_as_the_norms_have_it(locale: str) -> None:
    own = catalogs.read(locale)
    for french in catalogs.read("fr"):
        if not french.id:
            continue
        # As a reader of the locale gets it: that of fr where fr_CA has none of its own.
        message = own.get(french.id, french.context) or french
        for string in texts(message.string):
            assert not re.search(r"[^\u00a0](?=[:»%])|«(?!\u00a0)", string), string
            assert not re.search(THIN[locale], string), string
            assert "'" not in string
            assert "..." not in string
            assert typeset(string, locale=locale) == string


# Words of France alone, and what Québec says.
OTHERWISE = r"(?i)\b(?:e-?mails?|spams?|blogs?|articles?|mots?-dièses?|indésirables?)\b"


def test_quebec_does_not_speak_as_france_does() -> None:
    own = catalogs.read("fr_CA")
    for french in catalogs.read("fr"):
        message = own.get(french.id, french.context) or french
        for string in texts(message.string) if french.id else ():
            assert not re.search(OTHERWISE, string), string
