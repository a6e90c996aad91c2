from datetime import timedelta, timezone
from typing import Any

import attrs
import html5lib
from hypothesis import given, settings
from hypothesis import strategies as st

from blogmodel.formats._entries import Site
from blogmodel.formats.html_page import Bodies, HtmlOptions, html_page, html_pieces
from blogmodel.model import (
    Author,
    Body,
    Comment,
    Extra,
    MediaType,
    Origin,
    Post,
    PostStatus,
    Status,
)
from blogmodel.testing import strategies as some

LOCALES = st.sampled_from(["fr", "fr_CA", "en", "de", "ar"])
ZONES = st.sampled_from([None, timezone(timedelta(hours=-14)), timezone(timedelta(hours=14))])
OPTIONS = st.builds(
    HtmlOptions,
    LOCALES,
    zone=ZONES,
    now=st.none() | some.moments(),
    title=st.none() | st.text(max_size=6),
    bodies=st.sampled_from([None, *Bodies]),
)
SITES = st.builds(
    Site,
    title=st.none() | st.text(max_size=6),
    description=st.none() | st.text(max_size=6),
    url=st.sampled_from([None, "https://b.example/?a='1'&b"]),
    language=st.sampled_from([None, "fr_CA"]),
)
POST_IDS = st.sampled_from(["p", "q", "é", "a b"])
IDS = st.text("ab_é ~", min_size=1, max_size=2)
POSTS = st.lists(
    st.builds(lambda post, id_: attrs.evolve(post, id=id_), some.posts(), POST_IDS), max_size=3
)
COMMENTS = st.lists(some.comments(ids=IDS, post_ids=POST_IDS, parent_ids=st.none() | IDS))


def tree(html: str) -> Any:
    """Parse a page, which must be without an error."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return parser.parse(html)


def classes(element: Any) -> list[str]:
    return (element.get("class") or "").split()


@settings(max_examples=60)
@given(POSTS, COMMENTS, st.none() | SITES, OPTIONS)
def test_whatever_is_given_the_page_is_html_without_an_error(
    posts: list[Post], comments: list[Comment], site: Site | None, options: HtmlOptions
) -> None:
    html = html_page(posts, comments, site=site, options=options)
    elements = list(tree(html).iter())
    ids = [element.get("id") for element in elements if element.get("id")]
    assert len(set(ids)) == len(ids)
    links = {a.get("href") for a in elements if set(classes(a)) & {"u-url", "u-in-reply-to"}}
    assert {link[1:] for link in links if link.startswith("#")} <= set(ids)
    assert "".join(html_pieces(posts, comments, site=site, options=options)) == html


@settings(max_examples=60)
@given(POSTS, COMMENTS)
def test_all_that_is_published_is_there_once_and_nothing_else(
    posts: list[Post], comments: list[Comment]
) -> None:
    root = tree(html_page(posts, comments, options=HtmlOptions("fr")))
    public = {post.id for post in posts if post.status is PostStatus.PUBLISHED}
    expected = [c for c in comments if c.status is Status.PUBLISHED and c.post_id in public]
    cites = [element for element in root.iter() if "h-cite" in classes(element)]
    assert len(cites) == len(expected)
    entries = [element for element in root.iter() if "h-entry" in classes(element)]
    assert len(entries) == sum(post.status is PostStatus.PUBLISHED for post in posts)


# Each stands in a field that the public may not read, so that it is found wherever it leaks.
SECRET = st.integers(0, 999_999).map(lambda n: f"s3cr3t{n:06}")


@st.composite
def secretive(draw: st.DrawFn) -> tuple[list[Post], list[Comment], Site]:
    """Draw posts, comments and a site with a secret in every field that is private."""

    def extra() -> Extra:
        return Extra.of({draw(SECRET): [draw(SECRET)]})

    def author(name: str | None = None) -> Author:
        email = f"{draw(SECRET)}@{draw(SECRET)}.example"
        return Author(name or "Zoé", id=draw(SECRET), email=email, extra=extra())

    def body(text: str) -> Body:
        return Body(text, draw(st.sampled_from(MediaType)), extra=extra())

    def post(number: int) -> Post:
        status = draw(st.sampled_from(PostStatus))
        shown = status is PostStatus.PUBLISHED
        return Post(
            f"{number}",
            title="T" if shown else draw(SECRET),
            body=body("x" if shown else draw(SECRET)),
            summary=body("y" if shown else draw(SECRET)),
            author=author(None if shown else draw(SECRET)),
            slug=draw(SECRET),
            tags=("z",) if shown else (draw(SECRET),),
            url=None if shown else f"https://{draw(SECRET)}.example/",
            status=status,
            extra=extra(),
        )

    def comment(number: int) -> Comment:
        status = draw(st.sampled_from(Status))
        shown = status is Status.PUBLISHED
        return Comment(
            f"{number}",
            draw(st.sampled_from("0123")),
            parent_id=draw(st.none() | st.integers(0, 9).map(str)),
            author=author(None if shown else draw(SECRET)),
            body=body("x" if shown else draw(SECRET)),
            url=None if shown else f"https://{draw(SECRET)}.example/",
            status=status,
            origin=Origin(
                address=draw(SECRET), agent=draw(SECRET), referrer=draw(SECRET), extra=extra()
            ),
            extra=extra(),
        )

    site = Site(
        title="S",
        id=draw(SECRET),
        zone=draw(SECRET),
        authors=(author(draw(SECRET)),),
        settings=extra(),
    )
    comments = [comment(number) for number in range(draw(st.integers(0, 8)))]
    return [post(number) for number in range(draw(st.integers(0, 3)))], comments, site


@settings(max_examples=60)
@given(secretive(), OPTIONS)
def test_nothing_private_is_told(
    given_: tuple[list[Post], list[Comment], Site], options: HtmlOptions
) -> None:
    posts, comments, site = given_
    html = html_page(posts, comments, site=site, options=options)
    assert "s3cr3t" not in html


# What is open, closed, forgotten and misplaced in bodies that people and attackers write.
TAGS = (
    "a b i p div span table tr td th caption tbody ul ol li pre code h1 h3 blockquote button object"
    " marquee svg math mi title style script template noscript textarea select option form iframe"
    " font center tt nobr dd dt dl ruby rt rp rtc br img hr input main article foreignObject body"
    " html head frameset plaintext xmp listing col colgroup details summary image"
).split()
PIECES = st.one_of(
    st.sampled_from(TAGS).map("<{}>".format),
    st.sampled_from(TAGS).map("</{}>".format),
    st.sampled_from(
        [
            "x",
            "\n",
            " ",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "&lt;b&gt;",
            "&amp",
            "&#0;",
            "&#x92;",
            "\x0c",
            "<a href='x' title='<h1>\"'>",
            "<img alt='<p>' src=y>",
            "<p title='",
            '"',
            "'",
            ">",
            "<",
        ]
    ),
    st.text(max_size=2),
)
SOUPS = st.lists(PIECES, max_size=14).map("".join)


@settings(max_examples=150)
@given(SOUPS)
def test_no_body_breaks_the_page(soup: str) -> None:
    body = Body(soup, MediaType.HTML)
    comments = [Comment("a", "1", body=body), Comment("b", "1", parent_id="a", body=body)]
    html = html_page([Post("1", body=body)], comments, options=HtmlOptions("fr"))
    root = tree(html)
    (outer,) = root.findall("body/main/article/section/ol/li")
    (inner,) = outer.findall("ol/li")
    assert (outer.get("id"), inner.get("id")) == ("c-a", "c-b")
    assert [li.get("id") for li in root.iter() if "comment" in classes(li)] == ["c-a", "c-b"]
    for element in root.findall("body/main/article/div//*"):
        assert element.tag not in {"script", "style", "iframe", "form", "svg", "math", "object"}
        assert not element.get("id")
        assert not element.get("style")
        assert not set(classes(element)) - {"plain"}


@given(st.text(max_size=40))
def test_plain_text_is_told_character_by_character(text: str) -> None:
    html = html_page([Post("1", body=text)], [], options=HtmlOptions("fr"))
    told = "".join(
        "".join(element.itertext())
        for element in tree(html).iter()
        if "e-content" in classes(element)
    )
    assert [c for c in told if c.isalnum()] == [c for c in text if c.isalnum()]
