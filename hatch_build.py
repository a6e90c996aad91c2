"""Compile the gettext catalogs when the package is built, so that the wheel holds the .mo files."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

CATALOGS = Path("src/blogmodel/messages/locale")

# Babel puts dates in what it compiles; these make the same catalog the same bytes each time.
_NO_DATE = datetime(1970, 1, 1, tzinfo=UTC)


class CatalogBuildHook(BuildHookInterface[Any]):
    """Write one .mo beside each .po, whatever is built, so that none is ever older than its .po."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Compile every catalog of the package; a broken one stops the build."""
        compile_catalogs(Path(self.root, CATALOGS))


def compile_catalogs(folder: Path) -> None:
    """Write one .mo beside each .po of a folder, and remove those whose .po is gone.

    What is fuzzy or missing in a .po is left out, so that readers get it in the next language.

    Raises:
        babel.messages.pofile.PoFileError: a .po cannot be read.
        ValueError: a message that counts has some of its forms and lacks others.
    """
    for compiled in folder.rglob("*.mo"):
        compiled.unlink()
    for source in sorted(folder.rglob("*.po")):
        with source.open("rb") as stream:
            catalog = read_po(stream, locale=source.parts[-3], abort_invalid=True)
        _check(source, catalog)
        catalog.creation_date = catalog.revision_date = _NO_DATE
        with source.with_suffix(".mo").open("wb") as stream:
            write_mo(stream, catalog)


def _check(source: Path, catalog: Catalog) -> None:
    # Babel would fill the gap with the English text.
    for message in catalog:
        if isinstance(message.string, tuple) and any(message.string) and not all(message.string):
            raise ValueError(f"{source}: {message.id!r} lacks one of its forms")
