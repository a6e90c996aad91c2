"""Large exports, made to look like real ones: Blogger's backup, WordPress's, Disqus's."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

__all__ = ["EXPORTS", "made"]

_WORDS = (
    "le la les un une des billet commentaire français québec hiver érable sirop merci bonjour "
    "raison toujours jamais peut-être aujourd'hui".split()
)
_STAMP = "2012-11-05T00:15:05.941+11:00"
_FEEDS = "http://www.blogger.com/feeds/1"


def made(folder: Path, name: str, size: int) -> Path:
    """Write one of `EXPORTS` of so many bytes to a folder; return its path."""
    path = folder / f"{name}.xml"
    start, records, end = EXPORTS[name]
    written = 0
    with path.open("w", encoding="utf-8") as file:
        file.write(start)
        for record in records(random.Random(1)):  # noqa: S311 - the same words each time
            file.write(record)
            written += len(record.encode())
            if written >= size:
                break
        file.write(end)
    return path


def _text(chance: random.Random, count: int) -> str:
    return " ".join(chance.choices(_WORDS, k=count))


def _blogger(chance: random.Random) -> Iterator[str]:
    post = number = 0
    while True:
        number += 1
        is_post = number % 10 == 1
        post = number if is_post else post
        kind = "post" if is_post else "comment"
        body = f"&lt;p&gt;{_text(chance, 60)}&lt;br /&gt;{_text(chance, 30)}&lt;/p&gt;\n"
        answer = f"{_FEEDS}/{post}/comments/default/{number - 1}"
        related = "" if is_post or number % 3 else f"<link rel='related' href='{answer}'/>"
        reply = (
            "" if is_post else f"<thr:in-reply-to ref='tag:blogger.com,1999:blog-1.post-{post}'/>"
        )
        yield (
            f"<entry><id>tag:blogger.com,1999:blog-1.post-{number}</id>"
            f"<published>{_STAMP}</published><updated>{_STAMP}</updated>"
            "<category scheme='http://schemas.google.com/g/2005#kind'"
            f" term='http://schemas.google.com/blogger/2008/kind#{kind}'/>"
            f"<title type='text'>{_text(chance, 5)}</title>"
            f"<content type='html'>{body * (8 if is_post else 1)}</content>"
            f"<link rel='edit' type='application/atom+xml' href='{_FEEDS}/{number}/default'/>"
            f"<link rel='self' type='application/atom+xml' href='{_FEEDS}/{number}/default'/>"
            "<link rel='alternate' type='text/html'"
            f" href='http://b.example/{post}.html?showComment=1352034905941#c{number}'/>{related}"
            f"<author><name>Zoé {number % 500}</name>"
            f"<uri>http://www.blogger.com/profile/{number % 500}</uri>"
            "<email>noreply@blogger.com</email>"
            "<gd:image rel='http://schemas.google.com/g/2005#thumbnail' src='//a.example/a.jpg'/>"
            f"</author>{reply}"
            "<gd:extendedProperty name='blogger.itemClass' value='pid-1'/>"
            "<gd:extendedProperty name='blogger.displayTime' value='5 novembre 2012 00:15'/>"
            "</entry>\n"
        )


def _wordpress_comment(chance: random.Random, number: int, parent: int) -> str:
    return f"""<wp:comment>
  <wp:comment_id>{number}</wp:comment_id>
  <wp:comment_author><![CDATA[Zoé {number % 500}]]></wp:comment_author>
  <wp:comment_author_email>zoe{number % 500}@example.org</wp:comment_author_email>
  <wp:comment_author_url>http://zoe.example/</wp:comment_author_url>
  <wp:comment_author_IP>192.0.2.7</wp:comment_author_IP>
  <wp:comment_date>2012-11-05 00:15:05</wp:comment_date>
  <wp:comment_date_gmt>2012-11-05 05:15:05</wp:comment_date_gmt>
  <wp:comment_content><![CDATA[{_text(chance, 90)}]]></wp:comment_content>
  <wp:comment_approved>1</wp:comment_approved>
  <wp:comment_type></wp:comment_type>
  <wp:comment_parent>{parent}</wp:comment_parent>
  <wp:comment_user_id>0</wp:comment_user_id>
</wp:comment>
"""


def _wordpress(chance: random.Random) -> Iterator[str]:
    post = number = 0
    while True:
        post += 1
        comments = []
        for place in range(9):
            number += 1
            parent = 0 if place % 3 else number - 1
            comments.append(_wordpress_comment(chance, number, parent))
        paragraphs = f"<p>{_text(chance, 60)}</p>\n" * 8
        yield f"""<item>
<title>{_text(chance, 5)}</title>
<link>http://b.example/{post}/</link>
<pubDate>Mon, 05 Nov 2012 00:15:05 +0000</pubDate>
<dc:creator><![CDATA[zoe]]></dc:creator>
<guid isPermaLink="false">http://b.example/?p={post}</guid>
<description></description>
<content:encoded><![CDATA[{paragraphs}]]></content:encoded>
<excerpt:encoded><![CDATA[]]></excerpt:encoded>
<wp:post_id>{post}</wp:post_id>
<wp:post_date>2012-11-05 00:15:05</wp:post_date>
<wp:post_date_gmt>2012-11-05 05:15:05</wp:post_date_gmt>
<wp:comment_status>open</wp:comment_status>
<wp:ping_status>open</wp:ping_status>
<wp:post_name>billet-{post}</wp:post_name>
<wp:status>publish</wp:status>
<wp:post_parent>0</wp:post_parent>
<wp:menu_order>0</wp:menu_order>
<wp:post_type>post</wp:post_type>
<wp:post_password></wp:post_password>
<category domain="category" nicename="hiver"><![CDATA[Hiver]]></category>
<wp:postmeta><wp:meta_key>_edit_last</wp:meta_key><wp:meta_value>1</wp:meta_value></wp:postmeta>
{"".join(comments)}</item>
"""


def _disqus(chance: random.Random) -> Iterator[str]:
    for thread in range(500):
        yield (
            f'<thread dsq:id="{thread}"><id>{thread}</id><forum>b</forum>'
            f"<link>http://b.example/{thread}.html</link><title>{_text(chance, 5)}</title>"
            "<message/><createdAt>2012-11-05T00:15:05Z</createdAt>"
            "<isClosed>false</isClosed><isDeleted>false</isDeleted></thread>\n"
        )
    number = 1000
    while True:
        number += 1
        answers = number > 1600 and number % 3 == 0  # noqa: PLR2004 - some way in
        yield f"""<post dsq:id="{number}">
<id>wp_id={number}</id>
<message><![CDATA[<p>{_text(chance, 90)}</p>]]></message>
<createdAt>2012-11-05T00:15:05Z</createdAt>
<isDeleted>false</isDeleted>
<isSpam>false</isSpam>
<author><email>zoe{number % 500}@example.org</email><name>Zoé {number % 500}</name>
<isAnonymous>false</isAnonymous><username>zoe{number % 500}</username></author>
<ipAddress>192.0.2.7</ipAddress>
<thread dsq:id="{number % 500}"/>{f'<parent dsq:id="{number - 500}"/>' if answers else ""}
</post>
"""


_BLOGGER = (
    "<?xml version='1.0' encoding='UTF-8'?><feed xmlns='http://www.w3.org/2005/Atom'"
    " xmlns:gd='http://schemas.google.com/g/2005'"
    " xmlns:thr='http://purl.org/syndication/thread/1.0'>"
    "<id>tag:blogger.com,1999:blog-1.archive</id><title type='text'>b</title>"
)
_WORDPRESS = (
    '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"'
    ' xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"'
    ' xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>b</title>'
    "<link>http://b.example</link><wp:wxr_version>1.2</wp:wxr_version>\n"
)
_DISQUS = (
    '<?xml version="1.0" encoding="utf-8"?><disqus xmlns="http://disqus.com"'
    ' xmlns:dsq="http://disqus.com/disqus-internals">\n'
)
EXPORTS: dict[str, tuple[str, Callable[[random.Random], Iterator[str]], str]] = {
    "blogger": (_BLOGGER, _blogger, "</feed>"),
    "wordpress": (_WORDPRESS, _wordpress, "</channel></rss>"),
    "disqus": (_DISQUS, _disqus, "</disqus>"),
}
