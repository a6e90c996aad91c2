"""Bring the catalogs up to date with the sources, tell what is missing in them, and compile them.

``nox -s catalogs`` runs it; ``nox -s catalogs -- br`` begins a catalog in Breton first. The texts
and functions here are what the tests check the catalogs by.
"""

import ast
import inspect
import sys
from collections.abc import Iterator
from enum import Enum
from importlib import import_module
from io import BytesIO
from itertools import pairwise
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[1]
SOURCES = ROOT / "src" / "blogmodel"
FOLDER = SOURCES / "messages" / "locale"
TEMPLATE = FOLDER / "blogmodel.pot"

# All but the testing kit, which speaks to those who write programs.
ROOMS = (
    "dates",
    "errors",
    "formats",
    "messages",
    "model",
    "moderation",
    "text",
    "thread",
)

# Enums whose members no reader is shown, and why.
LEFT_OUT = {
    "Audience": "a program's choice of whom to tell",
    "Damage": "a program's choice of what to do with what is broken",
    "Deeper": "a program's choice of a layout",
    "Dialect": "a program's choice of a database",
    "LabelPlace": "a program's setting; what is inferred from it has messages of its own",
    "Level": "a program's choice of how much is folded",
    "NameMatch": "a program's choice of what tells a person",
    "OnDefect": "a program's choice; what was done is a DefectAction",
    "PageBy": "a program's choice of what a page's size counts",
    "Style": "a program's choice of a form, which a date written in it shows better than a name",
    "Unknown": "a program's choice of what to do with unknown fields",
}

KEYWORDS = {
    "Message": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}

_HEADER = """# {comment}
msgid ""
msgstr ""
"Project-Id-Version: blogmodel\\n"
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plurals}\\n"
"""


def shown_enums() -> list[type[Enum]]:
    """Return the public enums of all rooms whose members readers may be shown, by name."""
    return [kind for kind in public_enums() if kind.__name__ not in LEFT_OUT]


def public_enums() -> list[type[Enum]]:
    """Return the public enums of all rooms, by name."""
    rooms = [import_module(f"blogmodel.{room}") for room in ROOMS]
    public = [getattr(room, name) for room in rooms for name in room.__all__]
    enums = {kind for kind in public if isinstance(kind, type) and issubclass(kind, Enum)}
    return sorted(enums, key=lambda kind: kind.__name__)


def template() -> Catalog:
    """Return every message of the sources, and the label of every member that may be shown."""
    catalog = Catalog(fuzzy=False)
    found = extract_from_dir(
        SOURCES, [("**.py", "python")], keywords=KEYWORDS, comment_tags=("Translators:",)
    )
    for path, _, message, comments, context in sorted(found, key=lambda found: found[0]):
        place = f"src/blogmodel/{path}"
        catalog.add(message, context=context, locations=[(place, None)], auto_comments=comments)
    for kind in shown_enums():
        place = Path(inspect.getfile(kind)).relative_to(ROOT).as_posix()
        notes = dict(_notes(kind))
        for member in kind:
            name, note = f"{kind.__name__}.{member.name}", notes.get(member.name)
            catalog.add(
                member.value,
                context=kind.__name__,
                locations=[(place, None)],
                auto_comments=[f"{name}: {note}" if note else name],
            )
    return catalog


def _notes(kind: type[Enum]) -> Iterator[tuple[str, str]]:
    """Yield the members of an enum that have a docstring, with its first line."""
    (definition,) = ast.parse(inspect.getsource(kind)).body
    body = definition.body if isinstance(definition, ast.ClassDef) else []
    for assigned, note in pairwise(body):
        match assigned, note:
            case ast.Assign([ast.Name(name)]), ast.Expr(ast.Constant(str(text))):
                yield name, text.partition("\n")[0]


def catalogs() -> list[str]:
    """Return the locales that have a catalog, a language before its regions."""
    return sorted(path.parts[-3] for path in FOLDER.rglob("*.po"))


def source(locale: str) -> Path:
    """Return the place of a locale's catalog."""
    return FOLDER / locale / "LC_MESSAGES" / "blogmodel.po"


def read(locale: str) -> Catalog:
    """Return a locale's catalog as it stands."""
    with source(locale).open("rb") as stream:
        return read_po(stream, locale=locale, abort_invalid=True)


def needed(message: Message, locale: str) -> bool:
    """Tell whether a catalog must have a message.

    A region has what it says otherwise than its language, and English what the sources do not say.
    """
    if language_of(locale) is not None:
        return False
    return locale != "en" or message.context is not None


def language_of(locale: str) -> str | None:
    """Return the language whose catalog a region's falls back to."""
    language, _, region = locale.partition("_")
    return language if region and source(language).exists() else None


def missing(locale: str) -> list[Message]:
    """Return the messages that a catalog must have, and has not, or only as a guess."""
    own = read(locale)
    return [
        message
        for message in template()
        if message.id and needed(message, locale) and not _translated(own, message)
    ]


def _translated(catalog: Catalog, message: Message) -> bool:
    own = catalog.get(message.id, message.context)
    if own is None or own.fuzzy or not own.string:
        return False
    return all(own.string) if isinstance(own.string, tuple) else True


def updated(locale: str) -> str:
    """Return the text of a catalog with the messages that the sources have now, and no others."""
    header, _, _ = source(locale).read_text("utf-8").partition("\n\n")
    own = read(locale)
    own.update(template(), no_fuzzy_matching=True)
    for message in list(own):
        if message.id and not needed(message, locale) and not _translated(own, message):
            own.delete(message.id, message.context)
    return f"{header}\n\n{_messages(own)}"


def template_text() -> str:
    """Return the text of the template."""
    comment = "The library's words, for translators."
    header = _HEADER.format(comment=comment, language="", plurals="nplurals=2; plural=(n != 1);")
    return f"{header}\n{_messages(template())}"


def _messages(catalog: Catalog) -> str:
    stream = BytesIO()
    write_po(stream, catalog, width=0, omit_header=True, ignore_obsolete=True, include_lineno=False)
    return stream.getvalue().decode().rstrip("\n") + "\n"


def begin(locale: str) -> None:
    """Begin the catalog of a locale, with the plural rule that CLDR has for it."""
    name = str(Locale.parse(locale.replace("-", "_")))
    path = source(name)
    if path.exists():
        sys.exit(f"there is a catalog of {name} already: {path}")
    path.parent.mkdir(parents=True, exist_ok=True)
    english = Locale.parse(name).get_display_name("en")
    plurals = Catalog(locale=name).plural_forms
    comment = f"The library's words in {english}."
    header = _HEADER.format(comment=comment, language=name, plurals=plurals)
    path.write_text(f"{header}\n", "utf-8")


def main(begun: list[str]) -> None:
    """Update the template and the catalogs, and tell what is missing."""
    from hatch_build import compile_catalogs  # noqa: PLC0415 - the tests need none of the build's

    for locale in begun:
        begin(locale)
    TEMPLATE.write_text(template_text(), "utf-8")
    for locale in catalogs():
        text = updated(locale)
        source(locale).write_text(text, "utf-8")
        lacking = missing(locale)
        print(f"{locale}: {len(lacking)} missing")
        for message in lacking:
            print(f"  {message.context or ''} {message.id}".rstrip())
    compile_catalogs(FOLDER)


if __name__ == "__main__":
    main(sys.argv[1:])
