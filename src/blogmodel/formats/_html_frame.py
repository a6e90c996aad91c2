"""The page around the posts: its head, the site, the table of contents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blogmodel.formats._html_escape import escaped, on_one_line
from blogmodel.formats._html_post import PostWriter
from blogmodel.formats._html_style import STYLE, policy
from blogmodel.formats._html_words import Words
from blogmodel.messages import Label, Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from blogmodel.formats._entries import Site
    from blogmodel.formats._html_escape import Anchors
    from blogmodel.formats._html_options import Bodies, HtmlOptions
    from blogmodel.formats._html_post import ShownPost

__all__ = ["Page"]


class Page:
    """What writes one page.

    A post alone is the page: its title is the first heading. Several make a feed, of which the
    site's title is the first heading.

    Args:
        posts: those that are shown.
        site: what is told of the blog.
        options: what the caller said.
        bodies: what becomes of bodies.
        anchors: the ids of the page.
    """

    def __init__(
        self,
        posts: Sequence[ShownPost],
        site: Site | None,
        options: HtmlOptions,
        bodies: Bodies,
        anchors: Anchors,
    ) -> None:
        self._posts = posts
        self._words = Words(options)
        self._is_feed = len(posts) != 1
        self._given = escaped(on_one_line(options.title))
        self._title = escaped(on_one_line(site.title)) if site else ""
        self._line = escaped(on_one_line(site.description)) if site else ""
        self._url = escaped(site.url) if site and site.url else ""
        self._writer = PostWriter(
            words=self._words,
            anchors=anchors,
            bodies=bodies,
            order=options.order,
            level=2 if self._is_feed else 1,
            base=site.url if site else None,
            lang=site.language if site else None,
        )

    def pieces(self) -> Iterator[str]:
        """Yield the page. O(n)."""
        words = self._words
        yield (
            f'<!DOCTYPE html>\n<html lang="{words.language}" dir="{words.direction}">\n<head>\n'
            '<meta charset="utf-8">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{policy()}">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f"<title>{self._page_title()}</title>\n<style>{STYLE}</style>\n</head>\n"
        )
        yield '<body class="feed h-feed">\n' if self._is_feed else "<body>\n"
        skip = words.say(Message("Skip to content"))
        yield f'<nav class="skip" aria-label="{skip}"><a href="#main">{skip}</a></nav>\n'
        yield self._site()
        yield '<main id="main">\n'
        if self._is_feed:
            yield from self._contents()
        for post in self._posts:
            yield from self._writer.pieces(post)
        yield f"</main>\n{self._end()}</body>\n</html>\n"

    def _page_title(self) -> str:
        if self._given or self._is_feed:
            return self._feed_title()
        title = self._writer.title(self._posts[0].post)
        return f"{title} – {self._title}" if self._title else title

    def _feed_title(self) -> str:
        return self._given or self._title or self._words.label(Label.BLOG)

    def _site(self) -> str:
        """Return the site's title and line, at the top of the page."""
        line = f'<p class="site-line p-summary" dir="auto">{self._line}</p>\n' if self._line else ""
        if self._is_feed:
            title = f'<h1 class="p-name" dir="auto">{self._linked(self._feed_title())}</h1>\n'
        elif self._title:
            title = f'<p class="site-title" dir="auto">{self._linked(self._title)}</p>\n'
        else:
            title = ""
        return f'<header class="site">\n{title}{line}</header>\n' if title or line else ""

    def _linked(self, text: str) -> str:
        return f'<a class="u-url" href="{self._url}">{text}</a>' if self._url else text

    def _contents(self) -> Iterator[str]:
        """Yield the table of contents."""
        if not self._posts:
            yield f'<p class="gone">{self._words.say(Message("No posts"))}</p>\n'
            return
        heading = self._words.say(Message("Posts"))
        yield (
            '<nav class="toc" aria-labelledby="contents">\n'
            f'<h2 id="contents">{heading}</h2>\n<ol>\n'
        )
        for shown in self._posts:
            moment = shown.post.published_at
            day = f" {self._words.day(moment)}" if moment else ""
            title = self._writer.title(shown.post)
            yield f'<li><a href="#{shown.anchor}" dir="auto">{title}</a>{day}</li>\n'
        yield "</ol>\n</nav>\n"

    def _end(self) -> str:
        """Return the link to the site, at the end of the page."""
        if not self._url:
            return ""
        where = f'<a href="{self._url}">{self._title or self._url}</a>'
        return f'<footer class="site-end"><p>{where}</p></footer>\n'
