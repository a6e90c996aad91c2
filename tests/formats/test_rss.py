"""RSS: feeds of posts, feeds of comments, and the export of WordPress in it."""

import io
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

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
from blogmodel.formats import Archive, Format, Site, load
from blogmodel.formats import SourceDefectKind as Kind

START = """<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:thr="http://purl.org/syndication/thread/1.0"
 xmlns:slash="http://purl.org/rss/1.0/modules/slash/"{}>"""
WP = ' xmlns:wp="http://wordpress.org/export/1.2/" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"'
NOON = datetime(2009, 3, 12, 12, 0, tzinfo=UTC)


def channel(*items: str, head: str = "", more: str = "", **options: Any) -> Archive:
    inner = "\n".join([head, *(f"<item>{item}</item>" for item in items)])
    text = f"{START.format(more)}<channel>{inner}</channel></rss>"
    return load(io.BytesIO(text.encode()), **options)


def kinds(archive: Archive) -> list[tuple[Kind, str]]:
    return [(defect.kind, defect.text) for defect in archive.defects]


def html(text: str) -> Body:
    return Body(text, MediaType.HTML)


# Any feed.


def test_an_item_is_a_post() -> None:
    archive = channel(
        """<title>Été</title><link>https://a.example/1</link><guid isPermaLink="false">g1</guid>
        <dc:creator>Zoé</dc:creator><pubDate>Thu, 12 Mar 2009 08:00:00 -0400</pubDate>
        <category>sirop</category><category> </category><description>Court</description>
        <content:encoded><![CDATA[<p>Long</p>]]></content:encoded>
        <slash:comments>3</slash:comments><enclosure url="a"/><enclosure url="b"/>"""
    )
    assert archive.format is Format.RSS
    [told] = archive.posts
    assert told == Post(
        "g1",
        title="Été",
        body=html("<p>Long</p>"),
        summary=html("Court"),
        author=Author("Zoé"),
        published_at=NOON,
        url="https://a.example/1",
        tags=("sirop",),
        extra=told.extra,
    )
    assert told.extra.as_dict() == {
        "slash:comments": "3",
        "enclosure": [{"@url": "a"}, {"@url": "b"}],
    }


def test_a_description_is_the_body_where_there_is_no_other() -> None:
    [told] = channel("<guid>1</guid><description>Court</description>").posts
    assert (told.body, told.summary) == (html("Court"), None)


@pytest.mark.parametrize(
    "written, author",
    [
        ("zoe@example.org (Zoé)", Author("Zoé", email="zoe@example.org")),
        ("Zoé", Author("Zoé")),
        ("", None),
    ],
)
def test_an_author_is_a_mailbox_or_a_name(written: str, author: Author | None) -> None:
    [told] = channel(f"<guid>1</guid><author>{written}</author>").posts
    assert told.author == author


def test_an_address_without_a_name_is_kept() -> None:
    [told] = channel("<guid>1</guid><author>zoe@example.org</author>").posts
    assert told.author is None
    assert told.extra.as_dict() == {"source:author": {"email": "zoe@example.org"}}


@pytest.mark.parametrize(
    "date, moment",
    [
        ("<dc:date>2009-03-12T12:00:00Z</dc:date>", NOON),
        ("<pubDate>Thu, 12 Mar 2009 12:00:00 -0000</pubDate>", NOON),
        ("<pubDate>12 Mar 2009 12:00 GMT</pubDate>", NOON),
        ("<pubDate>Mon, 30 Nov -0001 00:00:00 +0000</pubDate>", None),
        ("<pubDate>hier</pubDate>", None),
        ("<pubDate>Thu, 12 Mar 2009 12:00:99 +9999</pubDate>", None),
    ],
)
def test_a_date_is_read_or_told(date: str, moment: datetime | None) -> None:
    archive = channel(f"<guid>1</guid>{date}")
    assert archive.posts[0].published_at == moment
    assert [kind for kind, _ in kinds(archive)] == ([] if moment else [Kind.BAD_DATE])


def test_a_guid_may_be_the_address() -> None:
    [told] = channel("<guid>https://a.example/1</guid>").posts
    assert (told.id, told.url) == ("https://a.example/1", "https://a.example/1")


def test_an_item_without_an_id_gets_one() -> None:
    archive = channel("<title>Été</title>")
    assert kinds(archive) == [(Kind.MISSING_ID, archive.posts[0].id)]


def test_an_item_in_reply_to_something_is_a_comment() -> None:
    archive = channel(
        '<guid>c</guid><title>Re</title><thr:in-reply-to ref="b"/><thr:in-reply-to ref="p"/>',
        '<guid>d</guid><link>javascript:x</link><thr:in-reply-to ref="p"/>',
    )
    one, other = archive.comments
    assert (one.post_id, one.parent_id, one.extra.as_dict()) == ("p", "b", {"title": "Re"})
    assert (other.post_id, other.parent_id, other.url) == ("p", None, None)
    assert other.extra.as_dict() == {"link": "javascript:x"}


def test_an_item_that_leads_to_a_comment_is_one() -> None:
    archive = channel(
        """<title>Par : Zoé</title><link>https://a.example/ete/#comment-12</link>
        <guid isPermaLink="false">https://a.example/ete/#comment-12</guid><description>Oui</description>"""
    )
    [told] = archive.comments
    assert (told.post_id, told.body) == ("https://a.example/ete/", html("Oui"))


def test_a_channel_tells_of_the_site() -> None:
    head = """<title>Mon blogue</title><link>https://a.example/</link><description>Ici</description>
        <language>fr-CA</language><generator>g</generator><zut>b</zut>"""
    archive = channel(head=head)
    assert archive.site == Site(
        title="Mon blogue", description="Ici", url="https://a.example/", language="fr-CA"
    )
    assert [kept.name for kept in archive.kept] == ["zut"]


def test_rss_1_has_its_items_beside_its_channel() -> None:
    text = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
        xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel rdf:about="a"><title>Mon blogue</title><items/></channel>
        <item rdf:about="b"><title>Été</title><link>https://a.example/1</link></item></rdf:RDF>"""
    archive = load(io.BytesIO(text.encode()))
    assert archive.site == Site(title="Mon blogue")
    assert [(post.id, post.title) for post in archive.posts] == [("https://a.example/1", "Été")]


# WordPress.


def wordpress(*items: str, **options: Any) -> Archive:
    return channel(*items, more=WP, **options)


ITEM = "<wp:post_id>7</wp:post_id>"


def test_an_item_of_wordpress_is_a_post_with_all_it_has() -> None:
    archive = wordpress(
        """<title>Été</title><link>https://a.example/ete</link><dc:creator>zoe</dc:creator>
        <guid isPermaLink="false">https://a.example/?p=7</guid><description>d</description>
        <content:encoded><![CDATA[<p>Long</p>]]></content:encoded>
        <excerpt:encoded><![CDATA[Court]]></excerpt:encoded><wp:post_id>7</wp:post_id>
        <wp:post_date>2009-03-12 08:00:00</wp:post_date>
        <wp:post_date_gmt>2009-03-12 12:00:00</wp:post_date_gmt>
        <wp:post_modified_gmt>2009-03-13 12:00:00</wp:post_modified_gmt>
        <wp:comment_status>closed</wp:comment_status><wp:ping_status>open</wp:ping_status>
        <wp:post_name>ete</wp:post_name><wp:status>publish</wp:status>
        <wp:post_parent>0</wp:post_parent><wp:menu_order>3</wp:menu_order>
        <wp:post_type>post</wp:post_type><wp:is_sticky>0</wp:is_sticky>
        <category domain="category" nicename="sirop"><![CDATA[Sirop]]></category>
        <category domain="post_tag" nicename="sirop"><![CDATA[Sirop]]></category>
        <category domain="post_format" nicename="post-format-aside">Aside</category>
        <wp:postmeta><wp:meta_key>k</wp:meta_key><wp:meta_value>v</wp:meta_value></wp:postmeta>
        <wp:a>1</wp:a><wp:a>2</wp:a>""",
        head="""<wp:author><wp:author_id>1</wp:author_id><wp:author_login>zoe</wp:author_login>
        <wp:author_email>zoe@example.org</wp:author_email>
        <wp:author_display_name>Zoé</wp:author_display_name></wp:author>""",
    )
    zoe = Author("Zoé", id="1", email="zoe@example.org", extra=archive.posts[0].author.extra)  # type: ignore[union-attr]
    assert zoe.extra.as_dict() == {"login": "zoe"}
    assert archive.site == Site(authors=(zoe,))
    assert archive.posts == (
        Post(
            "7",
            title="Été",
            body=html("<p>Long</p>"),
            summary=html("Court"),
            author=zoe,
            published_at=NOON,
            updated_at=datetime(2009, 3, 13, 12, 0, tzinfo=UTC),
            comments_closed_at=NOON,
            url="https://a.example/ete",
            slug="ete",
            tags=("Sirop",),
            extra=archive.posts[0].extra,
        ),
    )
    assert archive.posts[0].extra.as_dict() == {
        "description": "d",
        "guid": "https://a.example/?p=7",
        "wp:comment_status": "closed",
        "wp:menu_order": "3",
        "wp:postmeta": [["k", "v"]],
        "wp:a": ["1", "2"],
        "category": [
            ["category", "sirop", "Sirop"],
            ["post_tag", "sirop", "Sirop"],
            ["post_format", "post-format-aside", "Aside"],
        ],
    }
    assert archive.defects == ()


@pytest.mark.parametrize(
    "word, status, kept",
    [
        ("publish", PostStatus.PUBLISHED, None),
        ("future", PostStatus.SCHEDULED, None),
        ("pending", PostStatus.PENDING, None),
        ("draft", PostStatus.DRAFT, None),
        ("auto-draft", PostStatus.DRAFT, "auto-draft"),
        ("inherit", PostStatus.PUBLISHED, "inherit"),
        ("private", PostStatus.PRIVATE, None),
        ("trash", PostStatus.TRASHED, None),
        ("zut", PostStatus.DRAFT, "zut"),
    ],
)
def test_the_status_of_a_post(word: str, status: PostStatus, kept: str | None) -> None:
    archive = wordpress(f"{ITEM}<wp:status>{word}</wp:status>")
    assert archive.posts[0].status is status
    assert archive.posts[0].extra.as_dict().get("wp:status") == kept
    assert kinds(archive) == ([(Kind.BAD_VALUE, "wp:status: zut")] if word == "zut" else [])


def test_a_post_under_a_password_is_private() -> None:
    item = f"{ITEM}<wp:status>publish</wp:status><wp:post_password>sésame</wp:post_password>"
    [told] = wordpress(item).posts
    assert told.status is PostStatus.PRIVATE
    assert told.extra.as_dict() == {"wp:status": "publish", "wp:post_password": "sésame"}


@pytest.mark.parametrize(
    "type_, kind",
    [("post", PostKind.POST), ("page", PostKind.PAGE), ("recette", PostKind.OTHER)],
)
def test_the_kind_of_a_post(type_: str, kind: PostKind) -> None:
    [told] = wordpress(f"{ITEM}<wp:post_type>{type_}</wp:post_type>").posts
    assert told.kind is kind
    assert told.extra.as_dict().get("wp:post_type") == ("recette" if type_ == "recette" else None)


def test_what_is_wordpresss_own_is_kept_unless_somebody_commented_on_it() -> None:
    photo = "<wp:post_id>{}</wp:post_id><wp:post_type>attachment</wp:post_type>"
    remark = "<wp:comment><wp:comment_id>1</wp:comment_id></wp:comment>"
    archive = wordpress(photo.format(7) + remark, photo.format(8))
    assert [post.id for post in archive.posts] == ["7"]
    assert [kept.content.as_dict()["wp:post_id"] for kept in archive.kept] == ["8"]
    assert archive.comments[0].post_id == "7"


DATES = [
    # GMT, local, the feed's, status, zone, what is told, defects
    ("2009-03-12 12:00:00", "", "", "publish", None, NOON, []),
    ("0000-00-00 00:00:00", "2009-03-12 08:00:00", "", "publish", "America/Toronto", NOON, []),
    ("0000-00-00 00:00:00", "2009-03-12 08:00:00", "", "publish", None, None, [Kind.NAIVE_DATE]),
    ("0000-00-00 00:00:00", "2009-03-12 08:00:00", "", "draft", None, None, []),
    ("", "2009-03-12 08:00:00", "", "draft", "America/Toronto", NOON, []),
    ("", "", "Thu, 12 Mar 2009 12:00:00 +0000", "publish", None, NOON, []),
    ("", "0000-00-00 00:00:00", "Mon, 30 Nov -0001 00:00:00 +0000", "publish", None, None, []),
    ("hier", "0000-00-00 00:00:00", "", "publish", None, None, [Kind.BAD_DATE]),
]


@pytest.mark.parametrize("gmt, local, feed, status, zone, moment, told", DATES)
def test_times_are_those_in_gmt_else_the_local_ones_in_the_zone_given(  # noqa: PLR0913, PLR0917
    gmt: str,
    local: str,
    feed: str,
    status: str,
    zone: str | None,
    moment: datetime | None,
    told: list[Kind],
) -> None:
    archive = wordpress(
        f"""{ITEM}<pubDate>{feed}</pubDate><wp:post_date>{local}</wp:post_date>
        <wp:post_date_gmt>{gmt}</wp:post_date_gmt><wp:status>{status}</wp:status>""",
        zone=ZoneInfo(zone) if zone else None,
    )
    assert archive.posts[0].published_at == moment
    assert [kind for kind, _ in kinds(archive)] == told
    if moment is None and local and "0000" not in local:
        assert archive.posts[0].extra.as_dict() == {"wp:post_date": local}


def test_an_author_that_the_export_does_not_list_is_known_by_login() -> None:
    [told] = wordpress(f"{ITEM}<dc:creator>zoe</dc:creator>").posts
    assert told.author == Author("zoe")


def test_an_author_without_a_name_is_kept() -> None:
    archive = wordpress(head="<wp:author><wp:author_email>z</wp:author_email></wp:author>")
    assert [kept.name for kept in archive.kept] == ["wp:author"]
    assert kinds(archive) == [(Kind.BAD_VALUE, "author_email: z")]


COMMENT = """<wp:comment_id>{}</wp:comment_id><wp:comment_author>Zoé</wp:comment_author>
    <wp:comment_author_email>zoe@example.org</wp:comment_author_email>
    <wp:comment_author_url>https://zoe.example/</wp:comment_author_url>
    <wp:comment_author_IP>192.0.2.7</wp:comment_author_IP><wp:comment_agent>N</wp:comment_agent>
    <wp:comment_date>2009-03-12 08:00:00</wp:comment_date>
    <wp:comment_date_gmt>2009-03-12 12:00:00</wp:comment_date_gmt>
    <wp:comment_content><![CDATA[Oui & \\ non]]></wp:comment_content>
    <wp:comment_approved>1</wp:comment_approved><wp:comment_type></wp:comment_type>
    <wp:comment_parent>3</wp:comment_parent><wp:comment_user_id>5</wp:comment_user_id>"""


def commented(*comments: str, **options: Any) -> Archive:
    inner = "".join(f"<wp:comment>{comment}</wp:comment>" for comment in comments)
    return wordpress(ITEM + inner, **options)


def test_a_comment_has_all_it_has() -> None:
    archive = commented(COMMENT.format(1), COMMENT.format(2))
    assert archive.comments[0] == Comment(
        "1",
        "7",
        author=Author("Zoé", id="5", email="zoe@example.org", url="https://zoe.example/"),
        body=html("Oui & \\ non"),
        created_at=NOON,
        parent_id="3",
        origin=Origin(address="192.0.2.7", agent="N"),
    )
    assert archive.comments[1].author is archive.comments[0].author


@pytest.mark.parametrize(
    "word, status",
    [
        ("1", Status.PUBLISHED),
        ("0", Status.PENDING),
        ("hold", Status.PENDING),
        ("spam", Status.SPAM),
        ("trash", Status.REMOVED),
        ("post-trashed", Status.REMOVED),
        ("zut", Status.PENDING),
    ],
)
def test_the_status_of_a_comment(word: str, status: Status) -> None:
    archive = commented(
        f"<wp:comment_id>1</wp:comment_id><wp:comment_approved>{word}</wp:comment_approved>"
    )
    assert archive.comments[0].status is status
    told = [(Kind.BAD_VALUE, "wp:comment_approved: zut")] if word == "zut" else []
    assert kinds(archive) == told
    kept = archive.comments[0].extra.as_dict().get("wp:comment_approved")
    assert kept == (word if word in {"zut", "post-trashed"} else None)


@pytest.mark.parametrize(
    "word, kind",
    [
        ("", CommentKind.COMMENT),
        ("comment", CommentKind.COMMENT),
        ("pingback", CommentKind.PINGBACK),
        ("trackback", CommentKind.TRACKBACK),
        ("webmention", CommentKind.WEBMENTION),
        ("order_note", CommentKind.COMMENT),
    ],
)
def test_the_kind_of_a_comment(word: str, kind: CommentKind) -> None:
    [told] = commented(
        f"<wp:comment_id>1</wp:comment_id><wp:comment_type>{word}</wp:comment_type>"
    ).comments
    assert told.kind is kind
    assert (word in told.extra.as_dict().values()) == (word == "order_note")


def test_metadata_and_what_is_not_known_of_a_comment_is_kept() -> None:
    [told] = commented(
        """<wp:comment_id>1</wp:comment_id><wp:comment_karma>0</wp:comment_karma>
        <wp:rating>5</wp:rating><wp:x><wp:y>z</wp:y></wp:x>
        <wp:commentmeta><wp:meta_key>k</wp:meta_key><wp:meta_value>v</wp:meta_value></wp:commentmeta>"""
    ).comments
    assert told.extra.as_dict() == {
        "wp:rating": "5",
        "wp:x": {"wp:y": "z"},
        "wp:commentmeta": [["k", "v"]],
    }


@pytest.mark.parametrize("zone, moment", [("America/Toronto", NOON), (None, None)])
def test_a_comment_may_have_local_time_alone(zone: str | None, moment: datetime | None) -> None:
    archive = commented(
        """<wp:comment_id>1</wp:comment_id><wp:comment_date>2009-03-12 08:00:00</wp:comment_date>
        <wp:comment_date_gmt>0000-00-00 00:00:00</wp:comment_date_gmt>""",
        zone=ZoneInfo(zone) if zone else None,
    )
    assert archive.comments[0].created_at == moment
    none = "<wp:comment_id>1</wp:comment_id><wp:comment_date>0000-00-00 00:00:00</wp:comment_date>"
    assert commented(none).comments[0].created_at is None


def test_a_comment_without_a_name_an_id_or_a_post() -> None:
    archive = wordpress(
        "<wp:comment><wp:comment_content>\n  Oui\n</wp:comment_content></wp:comment>"
    )
    [told] = archive.comments
    assert (told.author, told.post_id, told.body) == (None, "unknown", html("Oui"))
    assert [kind for kind, _ in kinds(archive)] == [
        Kind.MISSING_ID,
        Kind.UNKNOWN_POST,
        Kind.MISSING_ID,
    ]


def test_a_comment_finds_its_post_by_guid_where_it_has_no_number() -> None:
    remark = "<wp:comment><wp:comment_id>1</wp:comment_id></wp:comment>"
    item = f"<guid>g</guid><wp:status>publish</wp:status>{remark}"
    archive = wordpress(item)
    assert (archive.posts[0].id, archive.comments[0].post_id) == ("g", "g")


def test_the_same_commenter_is_made_once_and_a_bad_address_is_told_each_time() -> None:
    bad = COMMENT.replace("https://zoe.example/", "zoe")
    archive = commented(bad.format(1), bad.format(2))
    assert len(archive.defects) == 2
    assert archive.comments[0].extra.as_dict() == {"wp:comment_author_url": "zoe"}


def test_an_author_may_have_no_login_and_a_post_no_id() -> None:
    author = "<wp:author><wp:author_display_name>Zoé</wp:author_display_name></wp:author>"
    archive = wordpress("<title>Été</title><wp:status>publish</wp:status>", head=author)
    assert archive.site == Site(authors=(Author("Zoé"),))
    assert kinds(archive) == [(Kind.MISSING_ID, archive.posts[0].id)]
