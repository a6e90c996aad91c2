"""A post as HTML: its title, who wrote it and when, its text and tags, and what was said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from blogmodel.formats._html_bodies import BodyWriter
from blogmodel.formats._html_conversation import Conversation, language, person
from blogmodel.formats._html_escape import escaped, on_one_line
from blogmodel.messages import Label, Message, phrases
from blogmodel.thread import published

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from blogmodel.formats._html_escape import Anchors
    from blogmodel.formats._html_options import Bodies
    from blogmodel.formats._html_words import Words
    from blogmodel.model import Comment, Post
    from blogmodel.thread import Order

__all__ = ["PostWriter", "ShownPost"]


@attrs.frozen
class ShownPost:
    """A post that is shown, with its comments, and the id of its element."""

    post: Post
    comments: Sequence[Comment]
    anchor: str


@attrs.frozen
class PostWriter:
    """What writes the posts of one page.

    Attributes:
        words: the reader's.
        anchors: the ids of the page.
        bodies: what becomes of bodies.
        order: that of the comments.
        level: that of the titles.
        base: what relative addresses start from in posts that have no address of their own.
        lang: the language of posts that do not tell theirs.
    """

    words: Words
    anchors: Anchors
    bodies: Bodies
    order: Order | None
    level: int
    base: str | None
    lang: str | None

    def title(self, post: Post) -> str:
        """Return the title of a post, as HTML."""
        told = escaped(on_one_line(post.title))
        return told or self.words.label(Label.TITLE_UNKNOWN)

    def pieces(self, shown: ShownPost) -> Iterator[str]:
        """Yield a post and its conversation."""
        post = shown.post
        lang = language(post.language or self.lang)
        yield f'<article class="post h-entry" id="{shown.anchor}"{lang}>\n<header>\n'
        yield f"{self._heading(shown)}{self._meta(shown)}</header>\n"
        yield self._text(post)
        yield self._tags(post)
        yield from self._conversation(shown)
        yield "</article>\n"

    def _heading(self, shown: ShownPost) -> str:
        post = shown.post
        name = " p-name" if on_one_line(post.title) else ""
        where = escaped(post.url or f"#{shown.anchor}")
        return (
            f'<h{self.level} class="post-title{name}" dir="auto">'
            f'<a class="u-url" href="{where}">{self.title(post)}</a></h{self.level}>\n'
        )

    def _meta(self, shown: ShownPost) -> str:
        post, words = shown.post, self.words
        parts = [person(post.author)]
        if post.published_at:
            parts.append(words.stamp(post.published_at, "dt-published"))
        if post.updated_at and post.updated_at != post.published_at:
            parts.append(words.edited(post.updated_at))
        count = words.say(phrases.comments(_published(shown.comments)))
        parts.append(f'<a href="#{shown.anchor}~comments">{count}</a>')
        lang = language(words.language)
        return f'<p class="meta"{lang}>{" ".join(filter(None, parts))}</p>\n'

    def _text(self, post: Post) -> str:
        writer = self._writer(post, "noopener", self.level)
        if text := writer.write(post.body):
            return f'<div class="text e-content" dir="auto">{text}</div>\n'
        if post.summary and (text := writer.write(post.summary)):
            return f'<div class="text p-summary" dir="auto">{text}</div>\n'
        return ""

    def _writer(self, post: Post, rel: str, level: int) -> BodyWriter:
        return BodyWriter(self.bodies, rel=rel, base=post.url or self.base, level=level)

    def _tags(self, post: Post) -> str:
        tags = [escaped(told) for tag in post.tags if (told := on_one_line(tag))]
        if not tags:
            return ""
        listed = "".join(f'<li class="p-category" dir="auto">{tag}</li>' for tag in tags)
        label = self.words.say(Message("Tags"))
        return f'<footer><ul class="tags" aria-label="{label}">{listed}</ul></footer>\n'

    def _conversation(self, shown: ShownPost) -> Iterator[str]:
        words, heading = self.words, self.level + 1
        anchor = f"{shown.anchor}~comments"
        yield (
            f'<section class="comments" aria-labelledby="{anchor}"{language(words.language)}>\n'
            f'<h{heading} id="{anchor}">'
            f"{words.say(phrases.comments(_published(shown.comments)))}</h{heading}>"
        )
        yield from Conversation(
            shown.comments,
            order=self.order,
            words=words,
            bodies=self._writer(shown.post, "nofollow noopener ugc", heading),
            anchors=self.anchors,
            lang=shown.post.language or self.lang,
        ).pieces()
        yield "</section>\n"


def _published(comments: Sequence[Comment]) -> int:
    return sum(map(published, comments))
