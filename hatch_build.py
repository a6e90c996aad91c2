"""Compile the gettext catalogs when the package is built, so that the wheel holds the .mo files."""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogBuildHook(BuildHookInterface[Any]):
    """Write one .mo beside each .po, for wheels and editable installs alike."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Compile every catalog under the package; a broken one stops the build."""
        if self.target_name != "wheel":
            return
        for source in sorted(Path(self.root, "src/blogmodel/messages/locale").rglob("*.po")):
            with source.open("rb") as stream:
                catalog = read_po(stream, locale=source.parts[-3], abort_invalid=True)
            with source.with_suffix(".mo").open("wb") as stream:
                write_mo(stream, catalog)
