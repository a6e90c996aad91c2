import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from io import StringIO
from time import perf_counter
from typing import Any
from zoneinfo import ZoneInfo

import html5lib
import pytest

from blogmodel.errors import (
    InvalidTypeError,
    InvalidValueError,
    MissingExtraError,
    UnknownLocaleError,
)
from blogmodel.formats import _html_bodies
from blogmodel.formats._entries import Site
from blogmodel.formats.html_page import Bodies, HtmlOptions, html_page, html_pieces, write_html
from blogmodel.model import (
    Author,
    Body,
    Comment,
    CommentKind,
    MediaType,
    Post,
    PostStatus,
    Status,
)
from blogmodel.text import _markdown_parser
from blogmodel.thread import orders

MOMENT = datetime(2009, 5, 12, 13, 7, tzinfo=UTC)
TORONTO = ZoneInfo("America/Toronto")
QUEBEC = HtmlOptions("fr_CA", zone=TORONTO)
POST = Post("1", title="Bonjour", body="Premier billet.", published_at=MOMENT)
NBSP = "\u00a0"


def page(*comments: Comment, post: Post = POST, options: HtmlOptions = QUEBEC) -> str:
    return html_page([post], comments, options=options)


def tree(html: str) -> Any:
    """Parse a page, which must be without an error."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return parser.parse(html)


def named(html: str, name: str) -> list[Any]:
    """Return the elements that have a class."""
    return [e for e in tree(html).iter() if name in (e.get("class") or "").split()]


def texts(html: str, name: str) -> list[str]:
    return ["".join(element.itertext()).strip() for element in named(html, name)]


def said(text: str, media_type: MediaType = MediaType.HTML, **post: Any) -> str:
    """Return what becomes of a comment's body."""
    html = page(Comment("c", "1", body=Body(text, media_type)), post=Post("1", **post))
    return html.partition('said e-content" dir="auto">')[2].partition("</div>\n</article></li>")[0]


def said_in_post(text: str) -> str:
    html = page(post=Post("1", body=Body(text, MediaType.HTML)))
    return html.partition('e-content" dir="auto">')[2].partition("</div>\n<section")[0]


def test_a_post_alone_is_the_page() -> None:
    site = Site(title="Mon blogue", description="Notes", url="https://b.example/")
    html = html_page([POST], [], site=site, options=QUEBEC)
    root = tree(html)
    assert (root.get("lang"), root.get("dir")) == ("fr-CA", "ltr")
    assert root.findtext("head/title") == "Bonjour – Mon blogue"
    assert [h.tag for h in root.iter() if re.fullmatch("h[1-6]", h.tag)] == ["h1", "h2"]
    assert texts(html, "p-name") == ["Bonjour"]
    assert texts(html, "site-title") == ["Mon blogue"]
    assert texts(html, "site-end") == ["Mon blogue"]
    assert texts(html, "dt-published") == [f"12 mai 2009 à 9{NBSP}h{NBSP}07"]
    assert named(html, "dt-published")[0].get("datetime") == "2009-05-12T13:07:00Z"
    assert "Aucun commentaire" in html


def test_several_posts_make_a_feed_with_a_table_of_contents() -> None:
    posts = [POST, Post("b/é", title="Deux"), Post("3", body="Sans titre.")]
    html = html_page(posts, [], site=Site(title="Mon blogue"), options=QUEBEC)
    root = tree(html)
    assert "h-feed" in root.find("body").get("class").split()
    assert len(named(html, "h-entry")) == 3
    links = root.findall(".//nav[@class='toc']//a")
    assert [(a.get("href"), a.text) for a in links] == [
        ("#p-1", "Bonjour"),
        ("#p-b_2f__e9_", "Deux"),
        ("#p-3", "Titre inconnu"),
    ]
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert {a.get("href")[1:] for a in links} <= set(ids)
    assert texts(html, "p-name") == ["Mon blogue", "Bonjour", "Deux"]
    assert root.findtext(".//nav[@class='toc']//time") == "12 mai 2009"
    assert not named(html, "site-end")


def test_a_page_of_no_posts_says_so() -> None:
    html = html_page([], [Comment("1", "p")], options=HtmlOptions("en"))
    assert tree(html).findtext("head/title") == "Blog"
    assert texts(html, "gone") == ["No posts"]


def test_a_title_given_is_the_page_s() -> None:
    options = HtmlOptions("fr", title="Archives  de\nmai")
    site = Site(title="Mon blog", description="Notes", url="https://b.example/")
    feed = html_page([POST, Post("2")], [], site=site, options=options)
    alone = html_page([POST], [], site=site, options=options)
    assert tree(feed).findtext("head/title") == "Archives de mai"
    assert tree(feed).findtext(".//h1/a") == "Archives de mai"
    assert tree(alone).findtext("head/title") == "Archives de mai"
    assert texts(alone, "site-title") == ["Mon blog"]


def test_a_site_without_a_title_is_named_by_its_address() -> None:
    html = html_page([POST], [], site=Site(url="https://b.example/?a=1&b=2"), options=QUEBEC)
    assert texts(html, "site-end") == ["https://b.example/?a=1&b=2"]
    assert not named(html, "site")


def test_no_break_spaces_of_a_title_stay() -> None:
    html = page(post=Post("1", title=f" Le plan{NBSP}:\n la  suite "))
    assert texts(html, "p-name") == [f"Le plan{NBSP}: la suite"]


def test_a_thread_is_nested_lists() -> None:
    html = page(
        Comment("a", "1", created_at=MOMENT),
        Comment("b", "1", parent_id="a", created_at=MOMENT),
        Comment("c", "1", parent_id="b", created_at=MOMENT),
        Comment("d", "1", created_at=MOMENT + timedelta(1)),
    )
    (thread,) = tree(html).findall(".//section/ol")
    assert [li.get("id") for li in thread.findall("li")] == ["c-a", "c-d"]
    assert [li.get("id") for li in thread.findall("li/ol/li")] == ["c-b"]
    assert [li.get("id") for li in thread.findall("li/ol/li/ol/li")] == ["c-c"]
    assert thread.find("li/article") is not None


def test_microformats_tell_who_said_what_and_when() -> None:
    html = page(
        Comment(
            "a",
            "1",
            author=Author("Zoé", url="https://zoe.example/?a=1&b=2"),
            body="Bravo !",
            created_at=MOMENT,
            updated_at=MOMENT + timedelta(minutes=9),
            language="fr_CA",
        ),
        post=Post(
            "1",
            title="T",
            author=Author("Luc"),
            tags=("été", " "),
            url="https://b.example/t",
            updated_at=MOMENT,
        ),
    )
    entry, cite = named(html, "h-entry")[0], named(html, "h-cite")[0]
    assert entry.find("header//a[@class='u-url']").get("href") == "https://b.example/t"
    assert texts(html, "p-category") == ["été"]
    assert texts(html, "dt-updated") == ["(modifié)", "(modifié)"]
    assert "u-comment" in cite.get("class").split()
    author = cite.find("article/header/a")
    assert (author.get("class"), author.text) == ("p-author h-card", "Zoé")
    assert author.get("href") == "https://zoe.example/?a=1&b=2"
    assert author.get("rel") == "nofollow noopener ugc"
    assert cite.find(".//a[@class='u-url']").get("href") == "#c-a"
    assert cite.find(".//div").get("lang") == "fr-CA"
    assert texts(html, "e-content") == ["Bravo !"]


def test_what_is_not_told_is_said_in_words() -> None:
    html = page(Comment("a", "1", body="x"))
    assert texts(html, "p-author") == ["Anonyme"]
    assert texts(html, "u-url") == ["Bonjour", "Permalien"]


def test_kinds_and_pins_are_told() -> None:
    html = page(Comment("a", "1", kind=CommentKind.PINGBACK, pinned=True))
    assert texts(html, "note") == ["Rétrolien (pingback)", "Épinglé"]


def test_deep_replies_say_whom_they_answer() -> None:
    people = [Author("Zoé"), None, *[Author(f"A<{n}>") for n in range(7)]]
    chain = [
        Comment(
            str(n),
            "1",
            parent_id=str(n - 1) if n else None,
            author=author,
            status=Status.REMOVED if n == 7 else Status.PUBLISHED,
        )
        for n, author in enumerate(people)
    ]
    html = page(*chain)
    first, second = texts(html, "u-in-reply-to")
    assert first == "en réponse à A<3>"
    assert second != first
    assert [a.get("href") for a in named(html, "u-in-reply-to")] == ["#c-5", "#c-7"]
    assert [li.get("id") for li in named(html, "deep")] == ["c-5", "c-6", "c-7", "c-8"]


def test_an_anonymous_comment_that_is_answered_deep_down_is_named_so() -> None:
    chain = [Comment(str(n), "1", parent_id=str(n - 1) if n else None) for n in range(7)]
    assert texts(page(*chain), "u-in-reply-to") == ["en réponse à Anonyme"]


@pytest.mark.parametrize(
    "status, told",
    [
        (Status.REMOVED, "Commentaire retiré"),
        (Status.WITHDRAWN, "Commentaire supprimé par son auteur"),
        (Status.SPAM, "Commentaire retiré"),
    ],
)
def test_a_hidden_comment_with_replies_leaves_its_place(status: Status, told: str) -> None:
    hidden = Comment("a", "1", author=Author("Troll"), body="insulte", status=status)
    html = page(hidden, Comment("b", "1", parent_id="a", body="Non."))
    assert texts(html, "gone") == [told]
    assert "Troll" not in html
    assert "insulte" not in html
    assert "1 commentaire<" in html
    assert [li.get("id") for li in tree(html).findall(".//li/ol/li")] == ["c-b"]


def test_a_hidden_comment_without_replies_leaves_nothing() -> None:
    html = page(Comment("a", "1", status=Status.PENDING))
    assert not named(html, "comment")
    assert "Aucun commentaire" in html


def test_posts_that_are_not_published_are_left_out_with_their_comments() -> None:
    posts = [POST, *[Post(s.value, title=f"T{s}", status=s) for s in PostStatus]]
    comments = [Comment(f"c{post.id}", post.id) for post in posts]
    html = html_page(posts, comments, options=QUEBEC)
    assert len(named(html, "h-entry")) == 2
    assert len(named(html, "comment")) == 2


def test_posts_of_the_future_are_left_out_where_the_present_is_told() -> None:
    posts = [POST, Post("2", published_at=MOMENT + timedelta(2)), Post("3")]
    now = HtmlOptions("fr", now=MOMENT + timedelta(1))
    assert len(named(html_page(posts, [], options=now), "h-entry")) == 2
    assert len(named(html_page(posts, [], options=QUEBEC), "h-entry")) == 3


def test_whatever_is_wrong_with_a_thread_no_comment_is_lost() -> None:
    html = page(
        Comment("a", "1", parent_id="nowhere"),
        Comment("b", "1", parent_id="b"),
        Comment("c", "1", parent_id="d"),
        Comment("d", "1", parent_id="c"),
        Comment("e", "1", body="one"),
        Comment("e", "1", body="other"),
        Comment("e", "1", body="spam", status=Status.SPAM),
    )
    ids = [li.get("id") for li in named(html, "comment")]
    assert sorted(ids) == ["c-a", "c-b", "c-c", "c-d", "c-e", "c-e~2"]
    assert sorted(texts(html, "said")) == ["one", "other"]


def test_posts_of_one_id_stand_each_and_the_first_has_the_comments() -> None:
    html = html_page([POST, POST], [Comment("a", "1")], options=QUEBEC)
    assert [e.get("id") for e in named(html, "h-entry")] == ["p-1", "p-1~2"]
    assert len(named(html, "comment")) == 1


def test_anchors_are_of_safe_characters() -> None:
    ids = ["tag:blogger.com,1999:blog-8.post-1", 'a b"<é', "_", "c_5f_", "c~2"]
    html = page(*[Comment(id_, "1") for id_ in ids])
    anchors = [li.get("id") for li in named(html, "comment")]
    assert len(set(anchors)) == len(ids)
    assert "c-tag:blogger.com,1999:blog-8.post-1" in anchors
    assert all(re.fullmatch(r"[\w.,:~-]+", anchor, re.ASCII) for anchor in anchors)


def test_an_order_is_kept() -> None:
    comments = [Comment(f"{n}", "1", created_at=MOMENT + timedelta(n)) for n in range(3)]
    html = page(*comments, options=HtmlOptions("fr", order=orders.newest()))
    assert [li.get("id") for li in named(html, "comment")] == ["c-2", "c-1", "c-0"]


def test_plain_text_has_paragraphs_and_lines() -> None:
    plain = said("\na  <b>\r\nb\r\n \n\nc & d\n", MediaType.PLAIN)
    assert plain == '<p class="plain">a  &lt;b&gt;<br>b</p><p class="plain">c &amp; d</p>'


def test_a_summary_stands_for_a_body_that_is_not_there() -> None:
    assert texts(page(post=Post("1", summary="Court")), "p-summary") == ["Court"]
    assert not named(page(post=Post("1", summary=" ")), "p-summary")
    assert not named(page(post=Post("1", body="x", summary="Court")), "p-summary")


@pytest.mark.parametrize(
    "harm",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<a href='javascript:alert(1)'>x</a>",
        "<a href='java\nscript:alert(1)'>x</a>",
        "<a href='da\tta:text/html,<script>'>x</a>",
        "<img src='data:image/svg+xml;base64,AAAA'>",
        "<img src='data:text/html,x'>",
        "<style>body{display:none}</style>",
        "<p style='position:fixed' class='h-entry' id='main'>x</p>",
        "<blockquote cite='javascript:alert(1)'>x</blockquote>",
        "<form action='https://x.example/'><input name=q><button>x</button></form>",
        "<iframe src='javascript:alert(1)'></iframe>",
        "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
        "<svg><a xlink:href='javascript:alert(1)'>x</a></svg>",
        "<meta http-equiv=refresh content='0;url=https://x.example/'>",
        "<base href='https://x.example/'>",
        "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
        "<template><script>alert(1)</script></template>",
    ],
)
def test_nothing_that_harms_is_left_of_html(harm: str) -> None:
    html = page(Comment("c", "1", body=Body(f"avant {harm} après", MediaType.HTML)))
    (content,) = named(html, "said")
    for element in content.iter():
        assert element.tag in {"div", "a", "p", "img", "blockquote"}
        assert not set(element.keys()) & {"id", "style", "onerror", "cite", "action"}
        address = element.get("href") or element.get("src") or "x"
        assert address == "x"
    assert "avant" in "".join(content.itertext())


def test_pictures_may_stand_in_their_addresses() -> None:
    picture = "data:image/png;base64,iVBORw0KGgo="
    assert f'<img src="{picture}" alt="x" loading="lazy"' in said(f"<img src='{picture}' alt=x>")


def test_links_of_commenters_are_not_the_blog_s() -> None:
    link = "<a href='https://x.example/' rel=author>x</a>"
    assert said(link) == '<a href="https://x.example/" rel="nofollow noopener ugc">x</a>'
    assert said_in_post(link) == '<a href="https://x.example/" rel="noopener">x</a>'


def test_relative_addresses_start_from_the_post() -> None:
    html = "<a href='../x'>x</a><img src='//y/z.png'><a href='//[x'>y</a>"
    url = "https://b.example/2009/05/t.html"
    rel = 'rel="nofollow noopener ugc"'
    assert said(html, url=url) == (
        f'<a href="https://b.example/2009/x" {rel}>x</a>'
        '<img src="https://y/z.png" loading="lazy" referrerpolicy="no-referrer">'
        f"<a {rel}>y</a>"
    )
    assert 'href="../x"' in said(html)


def test_players_and_frames_become_links() -> None:
    def link(address: str) -> str:
        return f'<a href="{address}" rel="nofollow noopener ugc">{address}</a> '

    url = "https://v.example/?a=1&amp;b='2'"
    assert said(f'<iframe data-src=y src="{url}">old</iframe>') == link(url)
    assert said("<video controls><source src='//v.example/x.ogv'></video>") == " " + link(
        "//v.example/x.ogv"
    )
    assert said("<object><embed src=https://v.example/x></object>") == link("https://v.example/x")
    assert said("<audio>x</audio>") == " x"


def test_headings_of_bodies_stand_under_that_of_the_page() -> None:
    html = "<h1>a</h1><h4>b</h4><h1>c</h1><h6>d</h6><h2>e</h2>"
    assert said_in_post(html) == "<h2>a</h2><h3>b</h3><h2>c</h2><h3>d</h3><h3>e</h3>"
    assert said(html) == "<h3>a</h3><h4>b</h4><h3>c</h3><h4>d</h4><h4>e</h4>"
    deep = "".join(f"<h{n}>{n}</h{n}>" for n in range(1, 7))
    assert said(deep).count("<h6>") == 3


def test_elements_that_are_no_more_become_what_they_look_like() -> None:
    assert said("<center><tt>x</tt></center>") == "<div><code>x</code></div>"
    assert said("<main><strike>x</strike></main>") == "<div><s>x</s></div>"
    assert said('<i title="<h1>">x</i>') == '<i title="&lt;h1&gt;">x</i>'


def test_what_reads_otherwise_once_tags_are_gone_is_cleaned_until_it_does_not() -> None:
    assert said("<p><object><p>b</p></object></p>") == "<p></p><p>b</p><p></p>"
    assert said("<a href=x>1<marquee><a href=y>2").count("</a><a") == 1
    assert said("<li><center><li>") == "<li><div></div></li><li></li>"


def test_line_feeds_of_preformatted_text_stay() -> None:
    assert said("<pre>\n\nx</pre>") == "<pre>\n\nx</pre>"


def test_characters_that_html_cannot_hold_are_told_by_one_that_it_can() -> None:
    assert said("a\x00b\x92c<i>\ufffe</i>") == "a\ufffdb\ufffdc<i>\ufffd</i>"
    assert said("a\x00b", MediaType.PLAIN) == '<p class="plain">a\ufffdb</p>'


def test_markup_deeper_than_any_real_one_is_shown_as_it_is_written() -> None:
    start = perf_counter()
    assert said("<div>" * 100_000).count("&lt;div&gt;") == 100_000
    assert perf_counter() - start < 2
    assert said("<p>a<br>" * 20_000).count("<br>") == 20_000


def test_what_never_comes_to_rest_is_shown_as_it_is_written(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("blogmodel.formats._html_clean._MOST_READINGS", 1)
    nested = "<p><object><p>b</p></object></p>"
    assert said(nested).startswith('<p class="plain">&lt;p&gt;&lt;object')


def test_markdown_is_shown_as_what_it_stands_for_and_html_in_it_is_text() -> None:
    html = said("# Hé\n\n*a* <b>b</b> [c](javascript:alert(1))", MediaType.MARKDOWN)
    assert html.startswith("<h3>Hé</h3>\n<p><em>a</em> &lt;b&gt;b&lt;/b&gt; ")
    assert "href" not in html


def test_without_its_extra_markdown_is_shown_as_it_is_written(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "markdown_it", None)
    _html_bodies._markdown.cache_clear()
    _markdown_parser.parser.cache_clear()
    assert said("*a*", MediaType.MARKDOWN) == '<p class="plain">*a*</p>'


@pytest.fixture
def _no_sanitizer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "nh3", None)


@pytest.mark.usefixtures("_no_sanitizer")
def test_without_its_extra_html_is_shown_as_it_is_written() -> None:
    assert said("<b>a</b>") == '<p class="plain">&lt;b&gt;a&lt;/b&gt;</p>'


@pytest.mark.usefixtures("_no_sanitizer")
def test_bodies_to_be_sanitised_ask_for_the_extra() -> None:
    options = HtmlOptions("fr", bodies=Bodies.SANITIZED)
    with pytest.raises(MissingExtraError, match=r"blogmodel\[sanitize\]"):
        html_pieces([], [], options=options)


def test_bodies_may_be_shown_as_they_are_written() -> None:
    body = Body("<b>a</b>", MediaType.HTML)
    html = page(post=Post("1", body=body), options=HtmlOptions("fr", bodies=Bodies.ESCAPED))
    assert "&lt;b&gt;a&lt;/b&gt;" in html


def test_the_policy_lets_in_no_script_and_this_style_alone() -> None:
    html = page()
    (meta,) = [m for m in tree(html).iter("meta") if m.get("http-equiv")]
    assert meta.get("content").startswith("default-src 'none'; style-src 'sha256-")
    assert "script" not in meta.get("content")
    assert not {e.tag for e in tree(html).iter()} & {"script", "link", "iframe", "object"}
    assert "url(" not in html
    assert "@import" not in html


def test_the_skip_link_leads_to_the_posts() -> None:
    root = tree(page())
    assert root.find("body/*").find("a").get("href") == "#main"
    assert root.find("body/main").get("id") == "main"


def test_languages_of_posts_and_of_the_site_are_told() -> None:
    site = Site(language="de")
    html = html_page([Post("1"), Post("2", language="en_CA")], [], site=site, options=QUEBEC)
    assert [e.get("lang") for e in named(html, "h-entry")] == ["de", "en-CA"]


@pytest.mark.parametrize(
    "locale, direction, date",
    [("en", "ltr", "May 12, 2009"), ("de", "ltr", "12.05.2009"), ("ar", "rtl", "2009")],
)
def test_dates_are_in_the_readers_language(locale: str, direction: str, date: str) -> None:
    html = page(options=HtmlOptions(locale))
    assert tree(html).get("dir") == direction
    assert date in texts(html, "dt-published")[0]


def test_dates_that_the_zone_cannot_have_are_in_utc() -> None:
    first = Post("1", published_at=datetime(1, 1, 1, tzinfo=UTC))
    assert texts(page(post=first), "dt-published")[0].startswith("1er janvier 0001")


def test_a_page_is_written_to_a_stream_piece_by_piece() -> None:
    stream = StringIO()
    comments = [Comment(f"{n}", "1", body="x") for n in range(9)]
    write_html([POST], comments, stream, options=QUEBEC)
    assert stream.getvalue() == page(*comments)
    assert len(list(html_pieces([POST], comments, options=QUEBEC))) > 20


def _once(*comments: Comment) -> Iterator[Comment]:
    yield from comments


def test_comments_may_be_had_once() -> None:
    html = html_page([POST], _once(Comment("a", "1")), options=QUEBEC)
    assert len(named(html, "comment")) == 1


def test_what_is_not_what_is_asked_for_is_refused() -> None:
    with pytest.raises(UnknownLocaleError):
        HtmlOptions("xx-yy-zz")
    with pytest.raises(InvalidTypeError, match="zone"):
        HtmlOptions("fr", zone="Europe/Paris")  # type: ignore[arg-type]
    with pytest.raises(InvalidValueError, match="naive"):
        HtmlOptions("fr", now=datetime(2009, 5, 12))  # noqa: DTZ001 - what is refused
    wrong: list[dict[str, Any]] = [
        {"order": "newest"},
        {"title": 1},
        {"bodies": "sanitized"},
    ]
    for field in wrong:
        with pytest.raises(InvalidTypeError):
            HtmlOptions("fr", **field)
    calls: list[tuple[Any, Any, Any, Any]] = [
        ([1], [], None, QUEBEC),
        ([], [1], None, QUEBEC),
        ([], [], "x", QUEBEC),
        ([], [], None, "fr"),
    ]
    for posts, comments, site, options in calls:
        with pytest.raises(InvalidTypeError):
            html_page(posts, comments, site=site, options=options)


def test_a_thread_of_a_hundred_thousand_levels_is_shown() -> None:
    comments = [
        Comment(str(n), "1", parent_id=str(n - 1) if n else None, body="x") for n in range(100_000)
    ]
    assert page(*comments).count('<ol class="replies">') == 99_999
