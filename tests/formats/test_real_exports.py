"""Every real export, counted: what an independent count found in each is what is read."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from blogmodel import CommentKind, PostKind, PostStatus, Status
from blogmodel.errors import MalformedSourceError
from blogmodel.formats import Archive, Damage, Format, SourceDefectKind, load, lost, read
from blogmodel.model import Comment, Post

WXR = "wxr-importer-"
COUNTS: dict[str, tuple[Format, int, int, int, int]] = {
    # format, posts, pages, comments, of which answer another
    "blogger-cheshrkat.xml": (Format.BLOGGER_ATOM, 9, 2, 6, 3),
    "blogger-nexusdecode.xml": (Format.BLOGGER_ATOM, 10, 1, 1, 0),
    "blogger-pelican.xml": (Format.BLOGGER_ATOM, 2, 2, 1, 0),
    "blogger-sample.xml": (Format.BLOGGER_ATOM, 3, 0, 2, 0),
    "wxr-theme-unit-test.xml": (Format.WXR, 58, 21, 33, 10),
    "wxr-comprehensive.xml": (Format.WXR, 1, 1, 1, 0),
    "wxr-slashes.xml": (Format.WXR, 1, 0, 1, 0),
    "wxr-isso.xml": (Format.WXR, 3, 0, 8, 3),
    "wxr-pelican.xml": (Format.WXR, 11, 2, 4, 2),
    "disqus-isso.xml": (Format.DISQUS, 3, 0, 6, 2),
    "disqus-remark42.xml": (Format.DISQUS, 2, 0, 6, 0),
    "disqus-deleted-post.xml": (Format.DISQUS, 2, 0, 6, 0),
    "atom-rfc4685.xml": (Format.ATOM, 0, 0, 1, 0),
    f"{WXR}valid-wxr-1.0.xml": (Format.WXR, 3, 3, 1, 0),
    f"{WXR}valid-wxr-1.1.xml": (Format.WXR, 1, 1, 1, 0),
    f"{WXR}test-serialized-comment-meta.xml": (Format.WXR, 1, 0, 1, 0),
    f"{WXR}crazy-cdata.xml": (Format.WXR, 1, 0, 0, 0),
    f"{WXR}wxr-utf-8-challenges.xml": (Format.WXR, 1, 0, 0, 0),
    f"{WXR}namespace-edge-cases.xml": (Format.WXR, 6, 0, 0, 0),
    f"{WXR}missing-version-tag.xml": (Format.WXR, 0, 0, 0, 0),
    f"{WXR}malformed.xml": (Format.WXR, 0, 0, 0, 0),
    "isso.db": (Format.ISSO, 2, 0, 5, 2),
    "remark42-tree.json": (Format.REMARK42, 1, 0, 12, 8),
    "commento-remark42.json": (Format.COMMENTO, 2, 0, 3, 1),
    "movabletype-sample2.txt": (Format.MOVABLE_TYPE, 1, 0, 3, 0),
    "blogger-page-threaded.html": (Format.BLOGGER_PAGE, 1, 0, 13, 9),
    "dotclear-flat.txt": (Format.DOTCLEAR, 1, 1, 2, 0),
}


@pytest.fixture
def interop(shared_data: Path) -> Path:
    return shared_data / "interop"


@pytest.mark.parametrize("name", COUNTS)
def test_a_real_export_holds_what_was_counted(interop: Path, name: str) -> None:
    format_, posts, pages, comments, answers = COUNTS[name]
    archive = load(interop / name)
    kinds = Counter(post.kind for post in archive.posts)
    assert archive.format is format_
    assert (kinds[PostKind.POST], kinds[PostKind.PAGE]) == (posts, pages)
    assert len(archive.comments) == comments
    assert sum(comment.parent_id is not None for comment in archive.comments) == answers


@pytest.mark.parametrize("name", COUNTS)
def test_our_own_documents_lose_nothing_of_a_real_export(interop: Path, name: str) -> None:
    assert lost(load(interop / name), Format.JSON) == ()


@pytest.mark.parametrize(
    "name", [n for n in COUNTS if n.startswith("wxr-") and "namespace" not in n]
)
def test_an_export_of_wordpress_is_written_again_without_loss(interop: Path, name: str) -> None:
    assert lost(load(interop / name), Format.WXR) == ()


@pytest.mark.parametrize(
    "name, line, column, detail",
    [
        (f"{WXR}malformed.xml", 90, 3, "mismatched tag"),
        ("disqus-remark42.xml", 1, 1, "junk-before"),
        ("blogger-pelican.xml", 969, 2, "undeclared-prefix"),
        (f"{WXR}crazy-cdata.xml", 18, 72, "not well-formed"),
    ],
)
def test_a_strict_reading_says_where_a_real_export_is_broken(
    interop: Path, name: str, line: int, column: int, detail: str
) -> None:
    with pytest.raises(MalformedSourceError, match=detail) as caught:
        load(interop / name, damage=Damage.REFUSE)
    assert (caught.value.line, caught.value.column) == (line, column)


def statuses(archive: Archive) -> Counter[str]:
    return Counter(str(comment.status) for comment in archive.comments)


def test_the_theme_test_has_its_kinds_statuses_and_depth(interop: Path) -> None:
    archive = load(interop / "wxr-theme-unit-test.xml")
    assert statuses(archive) == {"published": 30, "pending": 3}
    kinds = Counter(comment.kind for comment in archive.comments)
    assert (kinds[CommentKind.TRACKBACK], kinds[CommentKind.PINGBACK]) == (2, 2)
    assert Counter(post.status for post in archive.posts)[PostStatus.SCHEDULED] == 1
    assert Counter(kept.name for kept in archive.kept)["attachment"] == 37
    assert max(node.depth for t in archive.threads().values() for node in t.walk()) == 9


def test_the_orphan_and_the_trashed_pingback_of_pelican_are_there(interop: Path) -> None:
    archive = load(interop / "wxr-pelican.xml")
    pings = [comment for comment in archive.comments if comment.kind is CommentKind.PINGBACK]
    assert [ping.status for ping in pings] == [Status.REMOVED]
    assert "_wp_trash_meta_status" in dict(pings[0].extra.as_dict()["wp:commentmeta"])
    assert sum(post.kind is PostKind.OTHER for post in archive.posts) == 3
    orphans = [d for thread in archive.threads().values() for d in thread.defects]
    assert len(orphans) == 1


def test_backslashes_survive(interop: Path) -> None:
    archive = load(interop / "wxr-slashes.xml")
    assert "\\" in archive.posts[0].body.text + archive.comments[0].body.text


def test_the_settings_of_a_blog_are_its_sites_and_its_template_is_kept(interop: Path) -> None:
    site = load(interop / "blogger-cheshrkat.xml").site
    assert site is not None
    assert (site.language, site.zone) == ("en_GB", "Australia/Sydney")
    assert len(site.settings.as_dict()) == 57


def test_the_answers_on_blogger_are_those_of_the_related_links(interop: Path) -> None:
    archive = load(interop / "blogger-cheshrkat.xml")
    threads = [thread for thread in archive.threads().values() if len(thread)]
    assert all(not thread.defects for thread in threads)
    assert sum(node.depth > 0 for thread in threads for node in thread.walk()) == 3


def test_a_deleted_comment_of_disqus_keeps_its_place(interop: Path) -> None:
    archive = load(interop / "disqus-isso.xml")
    assert statuses(archive) == {"published": 5, "removed": 1}
    deleted = next(c for c in archive.comments if c.status is Status.REMOVED)
    assert any(comment.parent_id == deleted.id for comment in archive.comments)


def test_the_repairs_of_a_broken_disqus_export_are_listed(interop: Path) -> None:
    defects = load(interop / "disqus-remark42.xml").defects
    assert {defect.kind for defect in defects} >= {
        SourceDefectKind.JUNK_BEFORE,
        SourceDefectKind.BARE_VALUE,
        SourceDefectKind.BAD_DATE,
    }


def reversed_entries(text: str, tag: str) -> str:
    start, end = text.index(f"<{tag}"), text.rindex(f"</{tag}>") + len(f"</{tag}>")
    pieces = text[start:end].split(f"</{tag}>")[:-1]
    return text[:start] + "".join(f"{p}</{tag}>" for p in reversed(pieces)) + text[end:]


@pytest.mark.parametrize(
    "name, tag",
    [("blogger-cheshrkat.xml", "entry"), ("wxr-theme-unit-test.xml", "item")],
)
def test_the_order_of_entries_makes_no_difference(
    interop: Path, tmp_path: Path, name: str, tag: str
) -> None:
    path = tmp_path / name
    path.write_text(reversed_entries((interop / name).read_text("utf-8"), tag), "utf-8")
    one, other = load(interop / name), load(path)
    assert one.site == other.site
    assert Counter(one.posts) == Counter(other.posts)
    assert Counter(one.comments) == Counter(other.comments)
    assert Counter(one.kept) == Counter(other.kept)


def test_reading_and_loading_give_the_same(interop: Path) -> None:
    archive = load(interop / "wxr-isso.xml")
    entries: list[Any] = list(read(interop / "wxr-isso.xml"))
    assert tuple(e for e in entries if isinstance(e, Post)) == archive.posts
    assert tuple(e for e in entries if isinstance(e, Comment)) == archive.comments
