"""Whoever reads a law's name in a failure finds its page."""

import re
from pathlib import Path

import pytest

from blogmodel.testing import laws

PAGES = Path(__file__).parents[2] / "docs" / "laws"
LISTS = ("STORE_LAWS", "MODERATION_LAWS", "DATE_LAWS")
STATEMENTS = {law.name: law.statement for listed in LISTS for law in getattr(laws, listed)}
NAMES = list(STATEMENTS)
INDEX = (PAGES / "index.md").read_text("utf-8")
TEXTS = {
    page.stem: page.read_text("utf-8") for page in PAGES.glob("*.md") if page.name != "index.md"
}
# Pages of several laws list them first, each with what it says.
FAMILIES = sorted(
    page for page, text in TEXTS.items() if re.search(r"^- `[\w-]+`: ", text, re.MULTILINE)
)


def _speaks_of(name: str, text: str) -> bool:
    return text.startswith(f"# `{name}`\n") or f"\n- `{name}`: " in text


@pytest.mark.parametrize("name", NAMES)
def test_a_law_has_a_page_of_its_own_or_one_of_its_family_that_the_index_links(name: str) -> None:
    pages = [page for page in (name, *FAMILIES) if _speaks_of(name, TEXTS.get(page, ""))]
    assert pages
    assert f"[`{name}`]({pages[0]}.md)" in INDEX


@pytest.mark.parametrize("name", [name for name in NAMES if name in TEXTS and name not in FAMILIES])
def test_a_page_of_its_own_begins_with_the_law_and_what_it_says(name: str) -> None:
    title, statement, *_ = TEXTS[name].split("\n\n")
    assert title == f"# `{name}`"
    assert " ".join(statement.split()).strip("*") == STATEMENTS[name]


def test_the_index_has_each_law_once_in_the_order_of_the_report() -> None:
    rows = re.findall(r"^\| \[`([\w-]+)`\]", INDEX, re.MULTILINE)
    assert [row for row in rows if row in NAMES] == NAMES
