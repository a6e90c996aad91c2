"""Pages of Blogger saved as HTML: flat ones, threaded ones, in any language of labels."""

import io
import random
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from blogmodel import Author, Body, Comment, MediaType, Post, Status
from blogmodel.errors import BlogModelError, MalformedSourceError, MissingExtraError
from blogmodel.formats import Archive, Damage, Format, Site, _blogger_page, load, merge
from blogmodel.formats import SourceDefectKind as Kind
from blogmodel.thread import Thread, find_replies

NOON = datetime(2009, 3, 12, 12, 0, tzinfo=UTC)
TORONTO = ZoneInfo("America/Toronto")
BLOG = "tag:blogger.com,1999:blog-42"
HEAD = """<!DOCTYPE html><html lang="fr"><head><meta content='blogger' name='generator'/>
<meta charset="utf-8"><link href="http://agile.example/2009/03/ete.html" rel="canonical"/>
<script>var blogID = '42';</script></head><body><div id="header"><h1>Mon blogue</h1></div>"""
POST = """<div class="post hentry"><a name="10001"></a><h3 class="post-title entry-title">
<a href="http://agile.example/2009/03/ete.html">Été</a></h3>
<div class="post-body entry-content" id="post-body-10001"><p>Oui &amp; non</p></div>
<span class="post-author vcard">Publié par <span class="fn">Génération Agile</span></span>
<a class="timestamp-link" href="http://agile.example/2009/03/ete.html">
<abbr class="published" title="2009-03-12T08:00:00-04:00">08:00</abbr></a>
<span class="post-labels"><a rel="tag" href="x">sirop</a> <a rel="tag" href="y">sirop</a></span>
</div>"""
FLAT = """<div class="comments" id="comments"><h4>{count} commentaires:</h4>
<dl id="comments-block">{comments}</dl></div>"""
ONE = """<dt class="comment-author {more}" id="c{id}"><a name="c{id}"></a>
<a href="{page}" rel="nofollow">{name}</a> a dit...</dt>
<dd class="comment-body">{body}</dd>
<dd class="comment-footer"><span class="comment-timestamp">
<a href="{link}" title="comment permalink">12 mars 2009 à 08:00</a></span></dd>"""


def one(id_: int, **fields: str) -> str:
    told = {
        "page": "http://www.blogger.com/profile/777",
        "name": "Zoé",
        "body": "<p>Oui</p>",
        "link": f"http://agile.example/2009/03/ete.html?showComment=1236859200000#c{id_}",
        "more": "",
        **fields,
    }
    return ONE.format(id=id_, **told)


def flat(*comments: str, count: int | None = None) -> str:
    told = len(comments) if count is None else count
    return HEAD + POST + FLAT.format(count=told, comments="".join(comments)) + "</body></html>"


def reply(id_: int, *inner: str, name: str = "Zoé", body: str = "Oui", kind: str = "user") -> str:
    link = f"http://agile.example/2009/03/ete.html?showComment=1236859200000#c{id_}"
    return f"""<li class="comment" id="c{id_}"><div class="comment-block">
    <div class="comment-header"><cite class="{kind}"><a href="http://www.blogger.com/profile/777">{name}</a></cite>
    <span class="datetime"><a href="{link}">12 mars 2009 à 08:00</a></span></div>
    <p class="comment-content">{body}</p>
    <span class="comment-actions"><a>Répondre</a><a>Supprimer</a></span></div>
    <div class="comment-replies"><ol>{"".join(inner)}</ol></div></li>"""


def threaded(*comments: str) -> str:
    told = f'<div id="comments"><h4>Commentaires:</h4><ol>{"".join(comments)}</ol></div>'
    return f"{HEAD}{POST}{told}</body></html>"


def loaded(text: str | bytes, **options: Any) -> Archive:
    return load(io.BytesIO(text.encode() if isinstance(text, str) else text), **options)


def kinds(archive: Archive) -> list[tuple[Kind, str]]:
    return [(defect.kind, defect.text) for defect in archive.defects]


def test_the_post_of_a_page_has_all_that_the_page_tells() -> None:
    archive = loaded(flat())
    assert archive.format is Format.BLOGGER_PAGE
    assert archive.site == Site(title="Mon blogue", url="http://agile.example/", language="fr")
    assert archive.posts == (
        Post(
            f"{BLOG}.post-10001",
            title="Été",
            body=Body("<p>Oui &amp; non</p>", MediaType.HTML),
            author=Author("Génération Agile"),
            published_at=NOON,
            url="http://agile.example/2009/03/ete.html",
            tags=("sirop",),
        ),
    )
    assert (archive.comments, archive.defects) == ((), ())


def test_flat_comments_have_their_authors_and_their_very_moments() -> None:
    archive = loaded(flat(one(20001), one(20002, more="blog-author", name="Génération Agile")))
    first, second = archive.comments
    assert first == Comment(
        f"{BLOG}.post-20001",
        f"{BLOG}.post-10001",
        author=Author("Zoé", id="777", url="http://www.blogger.com/profile/777"),
        body=Body("<p>Oui</p>", MediaType.HTML),
        created_at=NOON,
        url="http://agile.example/2009/03/ete.html?showComment=1236859200000#c20001",
    )
    assert second.extra.as_dict() == {"blog-author": True}
    assert archive.defects == ()


def test_flat_comments_get_their_replies_from_what_people_wrote() -> None:
    answer = one(20002, name="Luc", body="<p>@Zoé : bien dit.</p>")
    archive = loaded(flat(one(20001), answer))
    plain = [
        Comment(c.id, c.post_id, author=c.author, body=c.body.text[3:-4], created_at=c.created_at)
        for c in archive.comments
    ]
    [found] = find_replies(Thread.build(plain)).proposals
    assert (found.comment_id, found.parent_id) == (f"{BLOG}.post-20002", f"{BLOG}.post-20001")


def test_threaded_comments_stand_under_what_they_answer() -> None:
    archive = loaded(
        threaded(reply(20001, reply(20002, reply(20003)), reply(20004, kind="user blog-author")))
    )
    parents = {c.id[-5:]: c.parent_id and c.parent_id[-5:] for c in archive.comments}
    assert parents == {"20001": None, "20002": "20001", "20003": "20002", "20004": "20001"}
    assert archive.comments[0].body == Body("Oui", MediaType.HTML)
    assert archive.comments[3].extra.as_dict() == {"blog-author": True}
    assert archive.defects == ()


@pytest.mark.parametrize(
    "sentence, status",
    [
        ("Ce commentaire a été supprimé par l'auteur.", Status.WITHDRAWN),
        ("Ce commentaire a été supprimé par un administrateur du blog.", Status.REMOVED),
        ("This comment has been removed by the author.", Status.WITHDRAWN),
        ("Dieser Kommentar wurde von einem Blog-Administrator entfernt.", Status.REMOVED),
        ('<span class="deleted-comment">Zut</span>', Status.WITHDRAWN),
    ],
)
def test_a_deleted_comment_is_a_tombstone(sentence: str, status: Status) -> None:
    for page in (flat(one(20001, body=sentence)), threaded(reply(20001, body=sentence))):
        [told] = loaded(page).comments
        assert (told.status, told.body) == (status, Body(""))
        assert "removed" in told.extra.as_dict()


def test_a_comment_without_its_own_text_does_not_take_that_of_a_reply() -> None:
    inner = reply(20002, body="Réponse")
    bare = f'<li class="comment" id="c20001"><ol>{inner}</ol></li>'
    first, second = loaded(threaded(bare)).comments
    assert (first.body, first.author, first.created_at) == (Body(""), None, None)
    assert second.body.text == "Réponse"


@pytest.mark.parametrize(
    "shown, zone, moment, told",
    [
        ("12 mars 2009 à 08:00", TORONTO, NOON, None),
        ("12 mars 2009 à 08:00", None, None, Kind.NAIVE_DATE),
        ("March 12, 2009 at 8:00 AM", TORONTO, NOON, None),
        ("12. März 2009 um 08:00", TORONTO, None, Kind.BAD_DATE),
        ("08:00", TORONTO, None, Kind.BAD_DATE),
    ],
)
@pytest.mark.parametrize("lang", ["fr", "en-US"])
def test_a_date_that_is_shown_counts_where_no_address_tells_better(
    shown: str, zone: Any, moment: datetime | None, told: Kind | None, lang: str
) -> None:
    comment = one(20001, link="http://agile.example/#c20001").replace("12 mars 2009 à 08:00", shown)
    page = flat(comment).replace('lang="fr"', f'lang="{lang}"')
    archive = loaded(page, zone=zone)
    assert archive.comments[0].created_at == moment
    assert [kind for kind, _ in kinds(archive)] == ([told] if told else [])


DAY = '<h2 class="date-header">jeudi 12 mars 2009</h2>'


@pytest.mark.parametrize(
    "markup, moment",
    [
        ('<time datetime="2009-03-12T12:00:00Z">x</time>', NOON),
        ('<span itemprop="datePublished" content="2009-03-12T12:00:00Z"></span>', NOON),
        (
            '<h2 class="date-header">jeudi 12 mars 2009</h2><a class="timestamp-link">08:00</a>',
            NOON,
        ),
        ('<h2 class="date-header">jeudi 12 mars 2009</h2>', None),
        ("", None),
    ],
)
def test_the_date_of_a_post(markup: str, moment: datetime | None) -> None:
    post = f'<div class="post"><h3 class="post-title">Été</h3>{markup}</div>'
    assert loaded(HEAD + post, zone=TORONTO).posts[0].published_at == moment


def test_a_page_of_several_posts_is_all_of_them() -> None:
    posts = "".join(
        f'<div class="post"><h3 class="post-title"><a href="http://agile.example/{n}">T{n}</a></h3>'
        f'<meta itemprop="postId" content="1000{n}"></div>'
        for n in range(3)
    )
    archive = loaded(HEAD + posts)
    assert [(post.id, post.url) for post in archive.posts] == [
        (f"{BLOG}.post-1000{n}", f"http://agile.example/{n}") for n in range(3)
    ]


def test_what_has_no_id_gets_one_and_a_page_may_tell_little() -> None:
    page = "<html><head><meta name='generator' content='blogger'></head><body><div id='comments'>"
    page += "<dl><dt>Luc a dit…</dt><dd class='comment-body'>Oui</dd><dd>x</dd><p></p></dl></div>"
    page += "</html>"
    archive = loaded(page)
    assert [kind for kind, _ in kinds(archive)] == [Kind.MISSING_ID, Kind.MISSING_ID]
    assert archive.comments[0].author == Author("Luc")
    assert (archive.site, archive.posts[0].title) == (None, None)
    page = page.replace("<dl>", "<dl><dd>avant</dd><dt id='c20001'><a name='x'>Zoé</a></dt>")
    assert loaded(page).comments[0].id == "20001"


def test_comments_that_are_written_in_a_page_and_are_no_elements_of_it_are_told() -> None:
    page = threaded(reply(20001), reply(20002)).replace("<ol>", "<ol><script>", 1)
    archive = loaded(page)
    assert archive.comments == ()
    said = "2 comments are written in the page, 0 are read"
    assert kinds(archive) == [(Kind.BROKEN_RECORD, said)]


def test_a_page_that_ends_too_early_is_told_or_refused() -> None:
    page = threaded(reply(20001), reply(20002))
    cut = page[: page.index('id="c20002"')]
    archive = loaded(cut)
    assert [comment.id[-5:] for comment in archive.comments] == ["20001"]
    assert kinds(archive) == [(Kind.TRUNCATED, "no </html>")]
    with pytest.raises(MalformedSourceError, match="it ends too early: no </html>"):
        loaded(cut, damage=Damage.REFUSE)
    assert loaded(page.replace("</html>", "</HTML >"), damage=Damage.REFUSE).defects == ()


def test_what_a_page_says_otherwise_than_it_shows_is_told() -> None:
    more = '<a href="http://agile.example/2009/03/ete.html?commentPage=2">suivants</a>'
    archive = loaded(flat(one(20001), count=250).replace("</dl>", f"</dl>{more}"))
    assert kinds(archive) == [
        (Kind.BAD_VALUE, "250 commentaires:"),
        (
            Kind.TRUNCATED,
            "other pages of comments: http://agile.example/2009/03/ete.html?commentPage=2",
        ),
    ]


def test_a_page_merges_with_a_backup_by_id() -> None:
    page = loaded(flat(one(20001)))
    backup = Archive(
        Format.BLOGGER_ATOM,
        posts=(Post(f"{BLOG}.post-10001", title="Été"),),
        comments=(Comment(f"{BLOG}.post-20001", f"{BLOG}.post-10001"),),
    )
    both = merge(backup, page)
    assert (len(both.posts), len(both.comments)) == (1, 1)
    assert both.comments[0].body.text == "<p>Oui</p>"


@pytest.mark.parametrize(
    "encoding, declared", [("utf-8", "utf-8"), ("cp1252", "windows-1252"), ("utf-16", "utf-16")]
)
def test_a_page_in_any_encoding_reads_the_same(encoding: str, declared: str) -> None:
    page = flat(one(20001)).replace('charset="utf-8"', f'charset="{declared}"')
    if encoding == "utf-16":
        told = loaded(page.encode(encoding), format=Format.BLOGGER_PAGE)
    else:
        told = loaded(page.encode(encoding))
    assert told.posts[0].title == "Été"
    assert told.defects == ()


def test_bytes_of_another_encoding_are_told() -> None:
    page = flat(one(20001)).encode("cp1252")
    archive = loaded(page)
    assert archive.posts[0].title == "Été"
    assert kinds(archive)[0][0] is Kind.WRONG_ENCODING
    assert loaded(page, encoding="cp1252").defects == ()
    with pytest.raises(MalformedSourceError, match="wrong-encoding"):
        loaded(page, damage=Damage.REFUSE)


@pytest.mark.parametrize(
    "page, is_one",
    [
        (flat(), True),
        ("<html><a href='http://www.blogger.com/'></a><div class='post-body'></div>", True),
        ("<html><a href='http://www.blogger.com/'></a>", False),
        ("<html><div class='post-body'></div>", False),
        ("<p>blogger.com/ post-body</p>", False),
    ],
)
def test_a_page_is_recognised_by_what_blogger_puts_there(page: str, is_one: object) -> None:
    assert _blogger_page.recognises(page.encode()) is is_one


def test_a_page_needs_its_extra_and_has_a_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_blogger_page, "_LARGEST", 1_000)
    with pytest.raises(MalformedSourceError, match="a page of more than 0 MiB"):
        loaded(flat(*map(one, range(20_001, 20_009))))
    monkeypatch.setitem(__import__("sys").modules, "selectolax.lexbor", None)
    with pytest.raises(MissingExtraError, match=r"blogmodel\[pages\]"):
        loaded(flat())


def test_the_real_page_has_its_conversation(shared_data: Path) -> None:
    archive = load(shared_data / "interop" / "blogger-page-threaded.html")
    [thread] = archive.threads().values()
    assert len(archive.comments) == 13
    assert sum(comment.parent_id is not None for comment in archive.comments) == 9
    assert max(node.depth for node in thread.walk()) == 1
    assert all(
        c.created_at and c.author and "Antworten" not in c.body.text for c in archive.comments
    )


def test_damaged_pages_give_our_own_errors_or_none() -> None:
    whole = threaded(reply(20001, reply(20002)), reply(20003)).encode()
    chance = random.Random(1)  # noqa: S311 - the same damage each time
    for _ in range(200):
        data = bytearray(whole)
        for _ in range(chance.choice([1, 5, 30])):
            data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            loaded(bytes(data[: chance.randrange(60, len(data))]), format=Format.BLOGGER_PAGE)
        except BlogModelError:
            continue
    deep = HEAD + "<div>" * 50_000 + POST + reply(20001) + "</div>" * 50_000
    assert len(loaded(deep).comments) == 1
