"""The catalogs as the build compiles them, and the script that keeps them up to date."""

from pathlib import Path
from typing import Any

import pytest
from babel.messages.pofile import PoFileError

from blogmodel.messages import Label, Messages, phrases

from support.scripts import script

HEADER = """msgid ""
msgstr ""
"Language: br\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\\n"

"""
REPLY = 'msgctxt "Label"\nmsgid "reply"\nmsgstr "Respont"\n'


hatch_build = script("hatch_build.py")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "br" / "LC_MESSAGES"
    place.mkdir(parents=True)
    return place


def written(folder: Path, text: str) -> Path:
    path = folder / "blogmodel.po"
    path.write_text(HEADER + text, "utf-8")
    return path.with_suffix(".mo")


def test_a_catalog_is_compiled_beside_its_source(tmp_path: Path, folder: Path) -> None:
    compiled = written(folder, REPLY)
    hatch_build.compile_catalogs(tmp_path)
    assert Messages("br", catalogs=[compiled.read_bytes()]).label(Label.REPLY) == "Respont"


def test_the_same_source_gives_the_same_bytes(tmp_path: Path, folder: Path) -> None:
    compiled = written(folder, REPLY)
    hatch_build.compile_catalogs(tmp_path)
    first = compiled.read_bytes()
    hatch_build.compile_catalogs(tmp_path)
    assert compiled.read_bytes() == first
    assert b"1970" in first


def test_a_compiled_catalog_whose_source_is_gone_does_not_stay(
    tmp_path: Path, folder: Path
) -> None:
    stale = folder / "stale.mo"
    stale.write_bytes(b"old")
    compiled = written(folder, REPLY)
    hatch_build.compile_catalogs(tmp_path)
    assert [*folder.glob("*.mo")] == [compiled]
    compiled.with_suffix(".po").unlink()
    hatch_build.compile_catalogs(tmp_path)
    assert not [*folder.glob("*.mo")]


def test_what_is_guessed_or_missing_is_left_to_the_next_language(
    tmp_path: Path, folder: Path
) -> None:
    guessed = '#, fuzzy\nmsgid "No replies"\nmsgstr "Respont ebet"\n\n'
    missing = 'msgid "No comments"\nmsgstr ""\n'
    compiled = written(folder, guessed + missing)
    hatch_build.compile_catalogs(tmp_path)
    br = Messages("br", catalogs=[compiled.read_bytes()])
    assert br.render(phrases.replies(0)) == "No replies"
    assert br.render(phrases.comments(0)) == "No comments"


COUNTED = 'msgid "{count} comment"\nmsgid_plural "{count} comments"\nmsgstr[0] "{count} a"\n'


@pytest.mark.parametrize(
    "text, error, problem",
    [
        ('msgid "a"\nmsgtsr "b"\n', PoFileError, "misformatted keyword"),
        (f'{COUNTED}msgstr[1] "b"\nmsgstr[2] "c"\n', PoFileError, "more translations"),
        (COUNTED, ValueError, "lacks one of its forms"),
    ],
)
def test_a_broken_catalog_stops_the_build_and_leaves_no_old_one(
    tmp_path: Path, folder: Path, text: str, error: Any, problem: str
) -> None:
    compiled = written(folder, text)
    compiled.write_bytes(b"old")
    with pytest.raises(error, match=problem):
        hatch_build.compile_catalogs(tmp_path)
    assert not compiled.exists()


@pytest.mark.parametrize(
    "target, version", [("wheel", "standard"), ("wheel", "editable"), ("sdist", "standard")]
)
def test_whatever_is_built_has_catalogs_as_new_as_their_sources(
    tmp_path: Path, target: str, version: str
) -> None:
    folder = tmp_path / hatch_build.CATALOGS / "br" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    compiled = written(folder, REPLY)
    compiled.write_bytes(b"old")
    hook = hatch_build.CatalogBuildHook(str(tmp_path), {}, None, None, str(tmp_path), target)
    hook.initialize(version, {})
    assert Messages("br", catalogs=[compiled.read_bytes()]).label(Label.REPLY) == "Respont"


def test_a_translator_begins_with_the_rule_of_the_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalogs = script("tools/catalogs.py")
    monkeypatch.setattr(catalogs, "FOLDER", tmp_path)
    catalogs.begin("pt-BR")
    text = catalogs.source("pt_BR").read_text("utf-8")
    assert text.startswith("# The library's words in Portuguese (Brazil).\n")
    assert "nplurals=2; plural=(n > 1)" in text
    updated = catalogs.updated("pt_BR")
    assert updated.startswith(text.rstrip("\n"))
    assert 'msgctxt "Label"\nmsgid "reply"\nmsgstr ""\n' in updated
    assert len(catalogs.missing("pt_BR")) == len(catalogs.template())


def test_an_update_keeps_what_is_translated_and_drops_what_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    catalogs = script("tools/catalogs.py")
    monkeypatch.setattr(catalogs, "FOLDER", tmp_path)
    written(folder, f'# Checked.\n{REPLY}\nmsgid "gone"\nmsgstr "aet"\n')
    updated = catalogs.updated("br")
    assert f"# Checked.\n#. Label.REPLY\n#: src/blogmodel/messages/_labels.py\n{REPLY}" in updated
    assert 'msgid "gone"' not in updated
    assert len(catalogs.missing("br")) == len(catalogs.template()) - 1
