"""What of a blog the public may read: the one gate that all that is published goes through.

The rules:

- Of posts, those whose status is `PostStatus.PUBLISHED`; of comments, those whose status is
  `Status.PUBLISHED` and whose post is among these.
- A comment that is not published and that published ones answer is left out; they then answer the
  nearest published comment above, else the post. Where a format has tombstones, it is one: its
  place, and neither text nor author.
- Where no post at all is given, the comments are a feed of their own, grouped by post; whoever asks
  for that gives only those whose posts the public may read.
- Nowhere: e-mail addresses, `Comment.origin`, ``extra`` of any value, `Site.settings`, ids of
  authors. A name that is its author's e-mail address ends before the at sign.

Who answers whom is told by `blogmodel.thread`, so that orphans and rings are mended as they are
everywhere else; comments come in the order of its walk, parents before their replies. What shares
the id of another comment is published too, after the others and with an IRI of its own.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

import attrs

from blogmodel import _checks
from blogmodel.formats._iris import Iris, id_of, iri
from blogmodel.model import Comment, Post, PostStatus, Status
from blogmodel.thread import Thread, published

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from blogmodel.formats._entries import Site
    from blogmodel.formats._feed_options import FeedOptions
    from blogmodel.model import Author

__all__ = ["Discussion", "Public", "Reply", "id_of", "iri", "latest", "public_name"]


# Not frozen, since attrs then sets each field through a call, and there is one for each comment;
# never changed all the same.
@attrs.define(eq=False)
class Reply:
    """A comment in what is published.

    Attributes:
        comment: the comment. Only its place may be told where it is not shown.
        iri: its id in the document.
        parent: the one that it answers, shown or not; None where it answers the post.
        answers: the nearest one above that is shown; None where it answers the post.
        is_shown: whether it is published; else others that are stand below it.
    """

    comment: Comment
    iri: str
    parent: Reply | None
    answers: Reply | None
    is_shown: bool


@attrs.frozen(eq=False)
class Discussion:
    """A post that is published, and the comments on it.

    Attributes:
        post: the post; None where comments were given alone.
        post_id: its id.
        iri: its id in the document.
        everyone: its comments, and those that are not shown and stand above one that is.
    """

    post: Post | None
    post_id: str
    iri: str
    everyone: tuple[Reply, ...]

    @property
    def replies(self) -> list[Reply]:
        """The comments that are shown."""
        return [reply for reply in self.everyone if reply.is_shown]


class Public:
    """What of a blog the public may read, for one document.

    All comments are held, by post, and one IRI for each entry; posts are not.

    Attributes:
        url: where the blog stands; None where nobody tells.
        iri: the id of the blog in the document.
    """

    def __init__(
        self, site: Site | None, comments: Iterable[Comment], options: FeedOptions
    ) -> None:
        told = site.url if site else None
        self.url = told if options.base_url is None else options.base_url
        self._iris = Iris(self.url)
        self.iri = self._iris.blog(site.id if site else None)
        self._by_post: dict[str, list[Comment]] = {}
        for comment in comments:
            _checks.instance("write", "comments", comment, Comment, "Comment('2', '1')")
            self._by_post.setdefault(comment.post_id, []).append(comment)

    def posts(self, posts: Iterable[Post]) -> Iterator[Discussion]:
        """Yield what is published of posts, in their order.

        Raises:
            InvalidTypeError: one of them is no post.
        """
        for post in posts:
            _checks.instance("write", "posts", post, Post, "Post('1')")
            # Also where it is not published: a later post of the same id does not get them.
            comments = self._by_post.pop(post.id, ())
            if post.status is PostStatus.PUBLISHED:
                yield self._discussion(post, post.id, comments)

    def entries(self, posts: Iterable[Post]) -> Iterator[Discussion]:
        """Yield what is published of posts; where no post at all is given, of comments alone.

        Raises:
            InvalidTypeError: one of them is no post.
        """
        remaining = iter(posts)
        first = next(remaining, None)
        if first is not None:
            yield from self.posts(chain([first], remaining))
            return
        for post_id, comments in self._by_post.items():
            discussion = self._discussion(None, post_id, comments)
            if discussion.everyone:
                yield discussion

    def _discussion(
        self, post: Post | None, post_id: str, comments: Iterable[Comment]
    ) -> Discussion:
        name = self._iris.post(post_id)
        return Discussion(post, post_id, name, tuple(self._replies(comments)) if comments else ())

    def _replies(self, comments: Iterable[Comment]) -> Iterator[Reply]:
        thread = Thread.build(comments)
        standing: dict[str, Reply] = {}
        above: list[Reply] = []
        for node in thread.view(sees=published).walk():
            del above[node.depth :]
            shown = not node.is_placeholder
            comment = node.comment if shown else thread.node(node.comment.id).comment
            reply = self._reply(comment, above[-1] if above else None, shown=shown)
            above.append(reply)
            standing[comment.id] = reply
            yield reply
        for comment in thread.set_aside:
            if comment.status is Status.PUBLISHED:
                # One that names its own id answers the one that has it.
                parent = standing.get(comment.parent_id) if comment.parent_id else None
                yield self._reply(comment, parent, shown=True)

    def _reply(self, comment: Comment, parent: Reply | None, *, shown: bool) -> Reply:
        answers = parent if parent is None or parent.is_shown else parent.answers
        name = self._iris.comment(comment.post_id, comment.id)
        return Reply(comment, name, parent, answers, shown)


def latest(discussions: Iterable[Discussion]) -> datetime | None:
    """Return the latest moment of what is published; None where there is none."""
    moments = (
        moment
        for discussion in discussions
        for dated in chain((discussion.post,), (reply.comment for reply in discussion.replies))
        if dated is not None
        for moment in (_first(dated), dated.updated_at)
        if moment is not None
    )
    return max(moments, default=None)


def _first(dated: Post | Comment) -> datetime | None:
    return dated.published_at if isinstance(dated, Post) else dated.created_at


def public_name(author: Author) -> str:
    """Return the name of an author; of one who is named by an e-mail address, what is before « @ ».

    Example:
        >>> from blogmodel import Author
        >>> from blogmodel.formats._public import public_name
        >>> public_name(Author("zoe@example.org", email="zoe@example.org"))
        'zoe'
    """
    name, email = author.name.strip(), author.email
    if email is None or name.casefold() != email.strip().casefold():
        return author.name
    return name.partition("@")[0]
