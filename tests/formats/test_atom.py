"""Atom feeds: posts and comments, threaded by RFC 4685, and Blogger's two exports."""

import io
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from blogmodel import Author, Body, Comment, MediaType, Post, PostKind, PostStatus, Status
from blogmodel.formats import Archive, Format, Kept, Site, load
from blogmodel.formats import SourceDefectKind as Kind

START = """<feed xmlns="http://www.w3.org/2005/Atom"
 xmlns:thr="http://purl.org/syndication/thread/1.0" xmlns:gd="http://schemas.google.com/g/2005"
 xmlns:app="http://www.w3.org/2007/app" xmlns:xhtml="http://www.w3.org/1999/xhtml">"""
KIND = (
    '<category scheme="http://schemas.google.com/g/2005#kind"'
    ' term="http://schemas.google.com/blogger/2008/kind#{}"/>'
)
BLOG = "tag:blogger.com,1999:blog-1"
NOON = datetime(2009, 3, 12, 12, 0, tzinfo=UTC)
STAMP = "<published>2009-03-12T08:00:00-04:00</published>"


def feed(*entries: str, head: str = "", **options: Any) -> Archive:
    text = "\n".join([START, head, *(f"<entry>{e}</entry>" for e in entries), "</feed>"])
    return load(io.BytesIO(text.encode()), **options)


def post(entry: str, **options: Any) -> Post:
    [found] = feed(entry, **options).posts
    return found


def comment(entry: str, **options: Any) -> Comment:
    [found] = feed(entry, **options).comments
    return found


def kinds(archive: Archive) -> list[tuple[Kind, str]]:
    return [(defect.kind, defect.text) for defect in archive.defects]


# Any feed.


def test_an_entry_is_a_post_with_all_that_atom_tells_of_one() -> None:
    told = post(
        f"""<id>tag:a.example,2009:1</id><title>Été &amp; hiver</title>{STAMP}
        <updated>2009-03-13T12:00:00Z</updated><author><name> Zoé </name>
        <uri>https://zoe.example/</uri><email>zoe@example.org</email></author>
        <link href="https://a.example/1"/><link rel="self" href="https://a.example/1.xml"/>
        <category term="sirop"/><category term="érable"/>
        <summary>Court.</summary><content type="html">&lt;p>Long.&lt;/p></content>"""
    )
    assert told == Post(
        "tag:a.example,2009:1",
        title="Été & hiver",
        body=Body("<p>Long.</p>", MediaType.HTML),
        summary="Court.",
        author=Author("Zoé", email="zoe@example.org", url="https://zoe.example/"),
        published_at=NOON,
        updated_at=datetime(2009, 3, 13, 12, 0, tzinfo=UTC),
        url="https://a.example/1",
        tags=("sirop", "érable"),
    )


@pytest.mark.parametrize(
    "content, body",
    [
        ("<content>Oui &lt;</content>", Body("Oui <")),
        ("<content type='text/html'>&lt;b></content>", Body("<b>", MediaType.HTML)),
        ("<content type='html'/>", Body("")),
        ("<content type='text/markdown'>*Oui*</content>", Body("*Oui*", MediaType.MARKDOWN)),
        (
            "<content type='xhtml'><xhtml:div>a &lt; <xhtml:b title='&quot;'>b</xhtml:b><xhtml:br/>"
            "<xhtml:i>é</xhtml:i></xhtml:div></content>",
            Body('a &lt; <b title="&quot;">b</b><br><i>é</i>', MediaType.HTML),
        ),
        ("<summary type='html'>&lt;i></summary>", Body("<i>", MediaType.HTML)),
        ("", Body("")),
    ],
)
def test_a_body_says_what_it_is_written_in(content: str, body: Body) -> None:
    assert post(f"<id>1</id>{content}").body == body


def test_a_body_of_another_kind_is_text_and_its_kind_is_kept() -> None:
    told = post("<id>1</id><content type='image/png' src='https://a.example/x.png'>a</content>")
    assert (told.body, told.extra.as_dict()) == (
        Body("a"),
        {"content_src": "https://a.example/x.png", "content_type": "image/png"},
    )
    told = post("<id>1</id><content type='application/xml'><x>a</x></content>")
    assert told.body == Body("<x>a</x>", MediaType.HTML)


def test_a_title_is_plain_text() -> None:
    title = "<title type='html'>&lt;b>Sirop&lt;/b>\n &amp;amp; tire</title>"
    assert post(f"<id>1</id>{title}").title == "Sirop & tire"
    assert post("<id>1</id><title> </title>").title is None
    assert post("<id>1</id>").title is None


def test_a_draft_is_one() -> None:
    told = post("<id>1</id><app:control><app:draft> yes </app:draft></app:control>")
    assert told.status is PostStatus.DRAFT
    told = post("<id>1</id><app:control><app:draft>no</app:draft></app:control>")
    assert told.status is PostStatus.PUBLISHED


def test_what_is_not_understood_is_kept() -> None:
    told = post(
        """<id>1</id><rights>Zoé</rights><contributor><name>Luc</name></contributor>
        <contributor><name>Léa</name></contributor><url>ici</url>
        <link rel="enclosure" href="https://a.example/a.mp3" length="7"/>"""
    )
    assert told.extra.as_dict() == {
        "rights": "Zoé",
        "contributor": {"name": "Luc"},
        "contributor (others)": [{"name": "Léa"}],
        "source:url": "ici",
        "enclosures": [{"rel": "enclosure", "href": "https://a.example/a.mp3", "length": "7"}],
    }


def test_what_a_field_may_not_hold_is_kept_and_told() -> None:
    archive = feed(
        """<id>1</id><published>hier</published><link href="javascript:x"/>
        <author><name/><email>z@example.org</email></author>"""
    )
    [told] = archive.posts
    assert (told.published_at, told.url, told.author) == (None, None, None)
    assert told.extra.as_dict() == {
        "published": "hier",
        "link": "javascript:x",
        "source:author": {"email": "z@example.org"},
    }
    assert kinds(archive) == [
        (Kind.BAD_DATE, "published: hier"),
        (Kind.BAD_VALUE, "link: javascript:x"),
    ]
    assert {defect.subject_id for defect in archive.defects} == {"1"}


def test_a_local_time_is_of_the_zone_that_is_given() -> None:
    entry = "<id>1</id><published>2009-03-12T08:00:00</published>"
    assert post(entry, zone=ZoneInfo("America/Toronto")).published_at == NOON
    archive = feed(entry)
    assert archive.posts[0].published_at is None
    assert kinds(archive) == [(Kind.NAIVE_DATE, "published: 2009-03-12T08:00:00")]


@pytest.mark.parametrize("stamp", ["0001-01-01T00:00:00+05:00", "9999-12-31T23:59:59-05:00"])
def test_a_moment_beyond_all_years_is_told(stamp: str) -> None:
    archive = feed(f"<id>1</id><published>{stamp}</published>")
    assert kinds(archive) == [(Kind.BAD_DATE, f"published: {stamp}")]


def test_an_old_feed_has_other_names_for_its_dates() -> None:
    told = post(
        "<id>1</id><issued>2009-03-12T12:00:00Z</issued><modified>2009-03-12T12:00Z</modified>"
    )
    assert (told.published_at, told.updated_at) == (NOON, None)
    told = post("<id>1</id><updated>2009-03-12T12:00:00Z</updated>")
    assert (told.published_at, told.updated_at) == (NOON, None)


def test_what_has_no_id_gets_one_of_its_content_each_time_the_same() -> None:
    one, other = (feed("<title>Été</title>") for _ in range(2))
    assert one == other
    assert one.posts[0].id.startswith("made-")
    assert kinds(one) == [(Kind.MISSING_ID, one.posts[0].id)]
    assert post("<link href='https://a.example/1'/>").id == "https://a.example/1"


def test_an_entry_in_reply_to_something_is_a_comment_on_it() -> None:
    told = comment(
        f"""<id>c</id><title>Re</title>{STAMP}<content>Oui</content><author><name>Zoé</name></author>
        <thr:in-reply-to ref="p" href="https://a.example/p"/><link href="https://a.example/p#c"/>"""
    )
    assert (told.post_id, told.parent_id, told.created_at) == ("p", None, NOON)
    assert (told.body, told.url) == (Body("Oui"), "https://a.example/p#c")
    assert told.extra.as_dict() == {"title": "Re"}


def test_the_first_reference_is_the_comment_that_is_answered_the_last_its_post() -> None:
    told = comment('<id>c</id><thr:in-reply-to ref="b"/><thr:in-reply-to ref="p"/>')
    assert (told.post_id, told.parent_id) == ("p", "b")
    many = "".join(f'<thr:in-reply-to ref="{ref}"/>' for ref in "bap")
    told = comment(f"<id>c</id>{many}")
    assert (told.post_id, told.parent_id) == ("p", "b")
    assert told.extra.as_dict() == {"in_reply_to": ["b", "a", "p"]}


def test_a_reply_to_a_reply_stands_under_the_post_of_the_first() -> None:
    reply = '<id>{}</id><thr:in-reply-to ref="{}"/>'
    archive = feed(
        reply.format("c", "b"), "<id>p</id>", reply.format("b", "a"), reply.format("a", "p")
    )
    assert [(c.id, c.post_id, c.parent_id) for c in archive.comments] == [
        ("c", "p", "b"),
        ("b", "p", "a"),
        ("a", "p", None),
    ]
    assert archive.defects == ()


def test_replies_in_a_ring_are_read_and_told() -> None:
    reply = '<id>{}</id><thr:in-reply-to ref="{}"/>'
    archive = feed(reply.format("a", "b"), reply.format("b", "a"), reply.format("c", "c"))
    assert len(archive.comments) == 3
    assert Kind.UNKNOWN_POST in {defect.kind for defect in archive.defects}


def test_a_reply_to_nothing_is_a_comment_on_an_unknown_post() -> None:
    archive = feed("<id>c</id><thr:in-reply-to/>")
    assert archive.comments[0].post_id == "unknown"
    assert kinds(archive) == [(Kind.UNKNOWN_POST, "a reply to nothing that is named")]


def test_the_head_tells_of_the_site() -> None:
    head = """<id>f</id><title>Mon blogue</title><subtitle>Ici</subtitle><link rel="self" href="x"/>
        <link href="https://a.example/"/><author><name>Zoé</name></author><generator>g</generator>
        <geo>Québec</geo><author/>"""
    archive = feed(head=head)
    assert archive.site == Site(
        title="Mon blogue",
        description="Ici",
        url="https://a.example/",
        id="f",
        authors=(Author("Zoé"),),
    )
    assert archive.kept == (Kept("geo", content=archive.kept[0].content),)


def test_a_feed_of_nothing_tells_nothing() -> None:
    archive = feed()
    assert (archive.format, archive.site, archive.posts) == (Format.ATOM, None, ())


def test_ids_that_stand_twice_are_told() -> None:
    reply = '<id>c</id><thr:in-reply-to ref="1"/>'
    archive = feed("<id>1</id>", "<id>1</id>", reply, reply)
    assert kinds(archive) == [(Kind.DUPLICATE_ID, "2 posts"), (Kind.DUPLICATE_ID, "2 comments")]


# Blogger's backup.


def blogger(kind: str, id_: str = "7", more: str = "") -> str:
    return f"<id>{BLOG}.post-{id_}</id>{KIND.format(kind)}{more}"


REPLY = f'<thr:in-reply-to ref="{BLOG}.post-1"/>'


def test_what_an_entry_is_stands_in_its_category_alone() -> None:
    archive = feed(blogger("post", "1"), blogger("page", "2"), blogger("comment", "3", REPLY))
    assert archive.format is Format.BLOGGER_ATOM
    assert [(p.id, p.kind) for p in archive.posts] == [
        (f"{BLOG}.post-1", PostKind.POST),
        (f"{BLOG}.post-2", PostKind.PAGE),
    ]
    assert archive.comments[0].post_id == f"{BLOG}.post-1"


def test_a_post_of_blogger_has_its_labels_its_slug_and_its_author() -> None:
    told = post(
        blogger(
            "post",
            more=f"""{STAMP}<updated>2009-03-12T12:00:00Z</updated>
            <category scheme="http://www.blogger.com/atom/ns#" term="Agilité"/>
            <link rel="alternate" href="http://agile.example/2009/03/mon-billet.html?m=1"/>
            <author><name>Zoé</name><uri>http://www.blogger.com/profile/0123</uri>
            <email>noreply@blogger.com</email><gd:image src="x"/><gd:x>y</gd:x></author>
            <gd:extendedProperty name="a" value="b"/>""",
        )
    )
    assert (told.tags, told.slug, told.updated_at) == (("Agilité",), "mon-billet", None)
    assert told.author == Author(
        "Zoé",
        id="0123",
        url="http://www.blogger.com/profile/0123",
        extra=told.author.extra if told.author else None,  # type: ignore[arg-type]
    )


def test_a_draft_of_blogger_has_no_date_of_publication() -> None:
    told = post(
        blogger("post", more=f"{STAMP}<app:control><app:draft>yes</app:draft></app:control>")
    )
    assert (told.status, told.published_at) == (PostStatus.DRAFT, None)
    assert told.extra.as_dict() == {"published": "2009-03-12T08:00:00-04:00"}


def test_the_related_link_names_the_comment_that_is_answered() -> None:
    link = '<link rel="related" href="http://www.blogger.com/feeds/1/1/comments/default/5"/>'
    assert comment(blogger("comment", more=REPLY + link)).parent_id == f"{BLOG}.post-5"
    told = comment(f"<id>autre</id>{KIND.format('comment')}{REPLY}{link}")
    assert told.parent_id == f"{BLOG}.post-5"
    other = '<link rel="related" href="http://a.example/"/>'
    assert comment(blogger("comment", more=REPLY + other)).parent_id is None


def test_a_second_reference_names_it_too() -> None:
    second = f'<thr:in-reply-to ref="{BLOG}.post-5"/>'
    assert comment(blogger("comment", more=REPLY + second)).parent_id == f"{BLOG}.post-5"


def test_the_post_of_a_comment_is_found_in_its_own_address() -> None:
    link = '<link rel="self" href="http://www.blogger.com/feeds/1/9/comments/default/7"/>'
    assert comment(blogger("comment", more=link)).post_id == f"{BLOG}.post-9"
    assert comment(blogger("comment", more="<thr:in-reply-to/>" + link)).post_id.endswith("-9")
    archive = feed(blogger("comment"))
    assert archive.comments[0].post_id == "unknown"
    assert kinds(archive) == [(Kind.UNKNOWN_POST, "")]


@pytest.mark.parametrize(
    "sentence, status",
    [
        ("Ce commentaire a été supprimé par l'auteur.", Status.WITHDRAWN),
        ("Ce commentaire a été supprimé par un administrateur du blog.", Status.REMOVED),
        ("This comment has been removed by a blog administrator.", Status.REMOVED),
        ("", Status.WITHDRAWN),
    ],
)
def test_a_deleted_comment_is_a_tombstone_and_its_sentence_is_not_its_text(
    sentence: str, status: Status
) -> None:
    removed = '<gd:extendedProperty name="blogger.contentRemoved" value="true"/>'
    told = comment(blogger("comment", more=f"{REPLY}<content>{sentence}</content>{removed}"))
    assert (told.status, told.body.text) == (status, "")
    assert told.extra.as_dict() == ({"removed": sentence} if sentence else {})


@pytest.mark.parametrize(
    "published, millisecond, expected",
    [
        ("2009-03-12T08:00:00-04:00", 1236859242345, NOON.replace(second=42 - 20, microsecond=0)),
        ("2009-03-12T08:00:07-04:00", 1236859242345, NOON.replace(second=7)),
        ("2009-03-12T08:00:00-04:00", 1236859999999, NOON),
    ],
)
def test_the_address_of_a_comment_tells_the_very_moment(
    published: str, millisecond: int, expected: datetime
) -> None:
    exact = datetime.fromtimestamp(millisecond / 1000, UTC)
    link = f'<link rel="alternate" href="http://a.example/b.html?showComment={millisecond}#c7"/>'
    told = comment(blogger("comment", more=f"{REPLY}<published>{published}</published>{link}"))
    within = NOON <= exact < NOON.replace(minute=1) and published.endswith("00:00-04:00")
    assert told.created_at == (exact if within else expected)
    assert comment(blogger("comment", more=REPLY + link)).created_at == exact


SHOWN = '<gd:extendedProperty name="blogger.displayTime" value="{}"/>'
ZONE = (
    f"<id>{BLOG}.settings.BLOG_TIME_ZONE</id>{KIND.format('settings')}"
    "<content>America/Toronto</content>"
)


def test_a_date_that_is_only_shown_is_read_in_french() -> None:
    shown = SHOWN.format("12 mars 2009 08:00")
    zone = ZoneInfo("America/Toronto")
    assert comment(blogger("comment", more=REPLY + shown), zone=zone).created_at == NOON
    assert feed(ZONE, blogger("comment", more=REPLY + shown)).comments[0].created_at == NOON
    archive = feed(blogger("comment", more=REPLY + shown))
    assert kinds(archive)[0] == (Kind.NAIVE_DATE, "displayTime: 12 mars 2009 08:00")


@pytest.mark.parametrize("shown", ["09:15", "le 12 mars", "2009 zut 2009"])
def test_a_date_that_is_only_shown_may_be_none(shown: str) -> None:
    archive = feed(ZONE, blogger("comment", more=REPLY + SHOWN.format(shown)))
    assert archive.comments[0].created_at is None
    assert archive.comments[0].extra.as_dict() == {"displayTime": shown}
    assert kinds(archive)[0] == (Kind.BAD_DATE, f"displayTime: {shown}")


def setting(name: str, value: str) -> str:
    return f"<id>{BLOG}.settings.{name}</id>{KIND.format('settings')}<content>{value}</content>"


def test_settings_tell_of_the_site() -> None:
    archive = feed(
        setting("BLOG_NAME", "Mon blogue"),
        setting("BLOG_DESCRIPTION", "Ici"),
        setting("BLOG_LOCALE", "fr_CA"),
        setting("BLOG_TIME_ZONE", "America/Toronto"),
        setting("BLOG_COMMENT_EMAIL", "zoe@example.org"),
        blogger("template", more="<content>&lt;html></content>"),
        blogger("zut"),
        head="<title>Autre</title>",
    )
    site = archive.site
    assert site is not None
    assert (site.title, site.description) == ("Mon blogue", "Ici")
    assert (site.language, site.zone) == ("fr_CA", "America/Toronto")
    assert site.settings.as_dict()["BLOG_COMMENT_EMAIL"] == "zoe@example.org"
    assert [kept.name for kept in archive.kept] == ["template", "zut"]
    assert kinds(archive) == [(Kind.UNKNOWN_KIND, "zut")]


def test_a_language_that_is_none_is_left_out() -> None:
    site = feed(setting("BLOG_LOCALE", "le français")).site
    assert site is not None
    assert site.language is None


# Takeout.

TAKEOUT = START.replace(
    "xmlns:thr", 'xmlns:blogger="http://schemas.google.com/blogger/2018" xmlns:thr'
)


def takeout(*entries: str) -> Archive:
    text = "\n".join([TAKEOUT, *(f"<entry>{e}</entry>" for e in entries), "</feed>"])
    return load(io.BytesIO(text.encode()))


def test_takeout_has_its_own_words_for_what_an_entry_is() -> None:
    archive = takeout(
        f"""<id>{BLOG}.post-1</id><blogger:type>POST</blogger:type>
        <blogger:status>LIVE</blogger:status><title>Été</title>
        <author><name>Zoé</name><blogger:type>BLOGGER</blogger:type></author>
        <blogger:created>2009-03-12T12:00:00Z</blogger:created>
        <blogger:filename>/2009/03/ete.html</blogger:filename><blogger:metaDescription/>""",
        f"""<id>{BLOG}.post-3</id><blogger:type>COMMENT</blogger:type>
        <blogger:parent>{BLOG}.post-1</blogger:parent><blogger:status>LIVE</blogger:status>
        <blogger:inReplyTo>{BLOG}.post-2</blogger:inReplyTo>
        <author><name>Luc</name><blogger:type>ANONYMOUS</blogger:type></author>""",
    )
    assert archive.format is Format.TAKEOUT
    [told], [reply] = archive.posts, archive.comments
    assert (told.slug, told.published_at, told.author) == ("ete", NOON, Author("Zoé"))
    assert told.extra.as_dict() == {"filename": "/2009/03/ete.html", "blogger:metaDescription": ""}
    assert (reply.post_id, reply.parent_id) == (f"{BLOG}.post-1", f"{BLOG}.post-2")
    assert reply.author == Author("Luc")


@pytest.mark.parametrize(
    "word, status",
    [
        ("LIVE", PostStatus.PUBLISHED),
        ("DRAFT", PostStatus.DRAFT),
        ("SCHEDULED", PostStatus.SCHEDULED),
        ("SOFT_TRASHED", PostStatus.TRASHED),
        ("ZUT", PostStatus.DRAFT),
    ],
)
def test_the_status_of_a_post_in_takeout(word: str, status: PostStatus) -> None:
    archive = takeout(
        f"<id>1</id><blogger:type>PAGE</blogger:type><blogger:status>{word}</blogger:status>"
    )
    assert (archive.posts[0].status, archive.posts[0].kind) == (status, PostKind.PAGE)
    expected = [(Kind.BAD_VALUE, "blogger:status: ZUT")] if word == "ZUT" else []
    assert kinds(archive) == expected


@pytest.mark.parametrize(
    "word, status",
    [
        ("LIVE", Status.PUBLISHED),
        ("PENDING", Status.PENDING),
        ("SPAM", Status.SPAM),
        ("EMPTIED", Status.WITHDRAWN),
        ("GHOSTED", Status.REMOVED),
        ("ZUT", Status.PENDING),
    ],
)
def test_the_status_of_a_comment_in_takeout(word: str, status: Status) -> None:
    archive = takeout(
        f"""<id>1</id><blogger:type>COMMENT</blogger:type><blogger:parent>p</blogger:parent>
        <blogger:status>{word}</blogger:status>"""
    )
    assert archive.comments[0].status is status
    assert ((Kind.BAD_VALUE, "blogger:status: ZUT") in kinds(archive)) == (word == "ZUT")


def test_an_entry_of_blogger_without_an_id_gets_one() -> None:
    archive = takeout("<blogger:type>POST</blogger:type><title>Été</title>")
    assert kinds(archive) == [(Kind.MISSING_ID, archive.posts[0].id)]
