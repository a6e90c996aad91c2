"""Archives written: to files and streams, and what each format loses told before it is lost."""

import io
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from blogmodel import (
    Author,
    Body,
    Comment,
    CommentKind,
    MediaType,
    Origin,
    Post,
    PostKind,
    PostStatus,
    Status,
)
from blogmodel.errors import (
    InvalidTypeError,
    MissingExtraError,
    UnknownFormatError,
    UnwritableTargetError,
)
from blogmodel.formats import Archive, Format, Kept, Loss, Site, as_html, load, lost, pieces, write
from blogmodel.model import Extra
from blogmodel.testing.strategies import comment_lists

NOON = datetime(2009, 3, 12, 12, 0, tzinfo=UTC)


def html(text: str) -> Body:
    return Body(text, MediaType.HTML) if text else Body("")


def again(archive: Archive, format_: Format) -> Archive:
    return load(io.BytesIO("".join(pieces(archive, format_)).encode()), format=format_)


# What each format can hold, as strategies: reading what was written gives it back.

texts = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), max_size=12
)
lines = texts.map(lambda text: " ".join(text.split()))
ids = st.integers(1, 99).map(str) | texts.filter(lambda text: bool(text.strip())).map(str.strip)
moments = st.datetimes(
    datetime(1971, 1, 1),  # noqa: DTZ001 - Hypothesis adds the zone
    datetime(2100, 1, 1),  # noqa: DTZ001
    timezones=st.just(UTC),
)
bodies = (texts | st.just("a\r\n]]>\tb")).map(html)
names = lines.filter(bool)
urls = st.sampled_from([None, "https://a.example/été?a=b&c=d"])


def disqus_authors() -> st.SearchStrategy[Author]:
    return st.builds(
        Author, names, id=st.none() | names, email=st.sampled_from([None, "z@a.example"]), url=urls
    )


def disqus_archives() -> st.SearchStrategy[Archive]:
    post = st.builds(
        Post,
        ids,
        title=st.none() | names,
        body=bodies,
        author=st.none() | disqus_authors(),
        published_at=st.none() | moments,
        status=st.sampled_from([PostStatus.PUBLISHED, PostStatus.TRASHED]),
        url=urls,
    )
    comment = st.builds(
        Comment,
        ids,
        st.just("p"),
        body=bodies,
        author=st.none() | disqus_authors(),
        created_at=st.none() | moments,
        parent_id=st.none() | ids,
        status=st.sampled_from([Status.PUBLISHED, Status.PENDING, Status.SPAM, Status.REMOVED]),
        origin=st.none() | st.builds(Origin, address=names),
    )
    return archives(post, comment, site=st.none())


def archives(
    post: st.SearchStrategy[Post],
    comment: st.SearchStrategy[Comment],
    site: st.SearchStrategy[Site | None],
) -> st.SearchStrategy[Archive]:
    def made(posts: list[Post], comments: list[Comment], site: Site | None) -> Archive:
        under = {post.id for post in posts}
        return Archive(
            Format.JSON,
            site=site,
            posts=(Post("p"), *(post for post in posts if post.id != "p")),
            comments=tuple(c for c in comments if c.id not in under | {"p"}),
        )

    return st.builds(
        made,
        st.lists(post, max_size=3, unique_by=lambda post: post.id),
        st.lists(comment, max_size=4, unique_by=lambda comment: comment.id),
        site,
    )


def wordpress_archives() -> st.SearchStrategy[Archive]:
    numbers = st.none() | st.integers(1, 9).map(str)
    people = st.builds(Author, names, id=numbers, email=st.sampled_from([None, "z@a.example"]))
    post = st.builds(
        Post,
        ids,
        title=st.none() | names,
        body=bodies,
        summary=st.none() | names.map(html),
        kind=st.sampled_from([PostKind.POST, PostKind.PAGE]),
        status=st.sampled_from(PostStatus),
        author=st.none() | st.just(Author("Zoé", id="1")),
        published_at=st.none() | moments,
        url=urls,
        slug=st.none() | names,
        tags=st.lists(names, max_size=3, unique=True),
    )
    comment = st.builds(
        Comment,
        ids,
        st.just("p"),
        body=bodies,
        author=st.none() | people,
        created_at=st.none() | moments,
        parent_id=st.none() | ids,
        status=st.sampled_from([Status.PUBLISHED, Status.PENDING, Status.SPAM, Status.REMOVED]),
        kind=st.sampled_from(CommentKind),
        origin=st.none() | st.builds(Origin, address=names, agent=st.none() | names),
    )
    return archives(post, comment, site=st.none() | st.builds(Site, title=names))


@given(disqus_archives())
def test_disqus_gives_back_what_it_can_hold(archive: Archive) -> None:
    assert lost(archive, Format.DISQUS) == ()
    assert again(archive, Format.DISQUS).comments == archive.comments


@given(wordpress_archives())
def test_wordpress_gives_back_what_it_can_hold(archive: Archive) -> None:
    losses = [loss for loss in lost(archive, Format.WXR) if loss.field != "site.authors"]
    assert losses == []
    assert again(archive, Format.WXR).comments == archive.comments


@given(comment_lists())
def test_a_conversation_survives_in_each_format(comments: list[Comment]) -> None:
    archive = Archive(Format.JSON, posts=(Post("p"),), comments=tuple(comments))
    for format_ in (Format.JSON, Format.WXR, Format.DISQUS):
        [thread] = again(archive, format_).threads().values()
        assert not thread.defects
        assert {c.id: c.parent_id for c in thread.comments} == {
            comment.id: comment.parent_id for comment in comments
        }


# What is lost, before it is.


def test_what_a_format_cannot_hold_is_told() -> None:
    archive = Archive(
        Format.JSON,
        site=Site(title="Mon blogue", zone="America/Toronto"),
        posts=(Post("p", language="fr"), Post("q", language="fr", tags=["sirop"])),
        comments=(Comment("1", "p", ups=3), Comment("2", "p", body="Oui")),
    )
    assert lost(archive, Format.WXR) == (
        Loss("post.language", 2, "p"),
        Loss("comment.ups", 1, "1"),
        Loss("comment.body", 1, "2"),
        Loss("site.zone", 1, "Mon blogue"),
    )


def test_a_comment_whose_post_is_not_there_has_one_made() -> None:
    archive = Archive(Format.JSON, posts=(), comments=(Comment("1", "p"),))
    assert lost(archive, Format.WXR) == (Loss("post (made by the format)", 1, "p"),)
    assert again(archive, Format.WXR).posts[0].status is PostStatus.DRAFT
    assert lost(archive, Format.DISQUS) == ()


def test_ids_that_stand_twice_are_compared_each_with_one() -> None:
    twice = (Post("p", title="a"), Post("p", title="b"))
    assert lost(Archive(Format.JSON, posts=twice, comments=()), Format.JSON) == ()


def test_characters_that_xml_cannot_hold_are_told() -> None:
    archive = Archive(Format.JSON, posts=(Post("p", title="a\x0bb\ufffe"),), comments=())
    assert lost(archive, Format.DISQUS) == (Loss("post.title", 1, "p"),)


def test_terms_and_metadata_of_wordpress_are_written_again() -> None:
    extra = Extra.of(
        {
            "category": [
                ["category", "sirop", "Sirop"],
                ["post_tag", "", "Ôté"],
                ["post_format", "a", "Aside"],
                "zut",
            ],
            "wp:postmeta": [["k", "v"], "zut"],
            "wp:post_type": "recette",
            "wp:attachment_url": "https://a.example/x.png",
            "guid": "https://a.example/?p=7",
            "wp:menu_order": 7,
        }
    )
    post = Post("7", kind=PostKind.OTHER, tags=["Sirop", "érable"], extra=extra)
    text = "".join(pieces(Archive(Format.JSON, posts=(post,), comments=()), Format.WXR))
    [told] = load(io.BytesIO(text.encode())).posts
    assert told.tags == ("Sirop", "érable")
    assert told.extra.as_dict() == {
        "category": [
            ["category", "sirop", "Sirop"],
            ["post_format", "a", "Aside"],
            ["post_tag", "", "érable"],
        ],
        "wp:postmeta": [["k", "v"]],
        "wp:post_type": "recette",
        "wp:attachment_url": "https://a.example/x.png",
        "guid": "https://a.example/?p=7",
    }


def test_people_with_one_name_have_logins_of_their_own() -> None:
    people = (Author("Zoé", id="1"), Author("Zoé", id="2"), Author("Zoé"))
    posts = tuple(Post(str(n), author=author) for n, author in enumerate(people, 1))
    archive = Archive(Format.JSON, posts=posts, comments=())
    told = again(archive, Format.WXR).posts
    assert [post.author.id for post in told if post.author] == ["1", "2", None]


def test_numbers_stay_and_other_ids_are_found_again() -> None:
    posts = (Post("12"), Post("billet"), Post("012"), Post("13"))
    comments = (
        Comment("5", "billet"),
        Comment("6", "billet", parent_id="loin"),
        Comment("5", "12"),
    )
    archive = Archive(Format.JSON, posts=posts, comments=comments)
    text = "".join(pieces(archive, Format.WXR))
    assert "<wp:post_id>14</wp:post_id>" in text
    told = again(archive, Format.WXR)
    assert {post.id for post in told.posts} == {post.id for post in posts}
    assert set(told.comments) == set(comments)


# Bodies.


@pytest.mark.parametrize(
    "body, written",
    [
        (Body("<p>Oui</p>", MediaType.HTML), "<p>Oui</p>"),
        (Body("a < b\nc\r\n\r\n\nd"), "<p>a &lt; b<br>\nc</p>\n<p>d</p>"),
        (Body(" \n \n"), ""),
        (Body("*Oui* <b>", MediaType.MARKDOWN), "<p><em>Oui</em> &lt;b&gt;</p>"),
    ],
)
def test_bodies_as_html(body: Body, written: str) -> None:
    assert as_html(body) == written


def test_markdown_needs_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "markdown_it", None)
    with pytest.raises(MissingExtraError, match=r"blogmodel\[markdown\]"):
        as_html(Body("a", MediaType.MARKDOWN))


# Where it goes.

ARCHIVE = Archive(Format.JSON, posts=(Post("p"),), comments=())


def test_a_file_is_replaced_once_the_new_one_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "blogue.jsonl"
    write(ARCHIVE, path, Format.JSON)
    write(ARCHIVE, str(path), Format.JSON)
    assert load(path) == ARCHIVE
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_stays_what_it_is_where_writing_fails(tmp_path: Path) -> None:
    path = tmp_path / "blogue.xml"
    path.write_text("avant")
    with pytest.raises(UnwritableTargetError):
        write(ARCHIVE, path / "dedans", Format.JSON)
    with pytest.raises(UnwritableTargetError, match="embedded null"):
        write(ARCHIVE, tmp_path / "a\0b", Format.JSON)
    assert path.read_text() == "avant"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("error", [OSError(28, "No space left"), ValueError("closed")])
def test_a_stream_that_refuses_is_told(error: Exception) -> None:
    class Full(io.BytesIO):
        def write(self, _data: Any, /) -> int:
            raise error

    with pytest.raises(UnwritableTargetError, match="it cannot be written") as caught:
        write(ARCHIVE, Full(), Format.JSON)
    assert caught.value.__cause__ is error


def test_what_is_no_target_no_archive_or_no_format_is_refused() -> None:
    with pytest.raises(InvalidTypeError, match=r"write\.target"):
        write(ARCHIVE, 7, Format.JSON)  # type: ignore[arg-type]
    with pytest.raises(InvalidTypeError, match=r"pieces\.archive"):
        pieces([], Format.JSON)  # type: ignore[arg-type]
    with pytest.raises(InvalidTypeError, match=r"pieces\.format"):
        pieces(ARCHIVE, "wxr")  # type: ignore[arg-type]
    with pytest.raises(UnknownFormatError, match="read only"):
        write(ARCHIVE, io.BytesIO(), Format.BLOGGER_TEXT)


def test_what_is_written_only_cannot_be_asked() -> None:
    with pytest.raises(UnknownFormatError, match="written only"):
        lost(ARCHIVE, Format.HTML)


def test_archives_are_equal_by_what_they_hold() -> None:
    assert attrs.evolve(ARCHIVE, format=Format.WXR, encoding="utf-8") == ARCHIVE


def test_what_a_format_makes_of_what_it_cannot_hold_is_told() -> None:
    archive = Archive(Format.JSON, posts=(Post("p", title=" Été "),), comments=())
    assert lost(archive, Format.WXR) == (Loss("post.title", 1, "p"),)


def test_what_was_kept_of_wordpress_may_hold_what_is_no_element() -> None:
    kept = (
        Kept("wp:x", content=Extra.of({"value": {"@a": "b", "c": ["d", 7], "#text": "é"}})),
        Kept("wp:y", content=Extra.of({"value": ""})),
    )
    text = "".join(pieces(attrs.evolve(ARCHIVE, kept=kept), Format.WXR))
    assert '<wp:x a="b">é<c>d</c></wp:x>\n<wp:y/>\n' in text
