"""Who sees what: one function, from which trees, counts, pages, feeds and permalinks come."""

from __future__ import annotations

from enum import Enum, StrEnum, auto
from typing import TYPE_CHECKING

import attrs

from blogmodel import _checks
from blogmodel.errors import InvalidTypeError
from blogmodel.model import Comment, Status
from blogmodel.moderation._kinds import Role
from blogmodel.moderation._moves import Rights

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

__all__ = ["Shown", "Sight", "Viewer", "sees", "shown_as"]


_RIGHTS = Rights()


class Shown(StrEnum):
    """How a comment is shown to somebody."""

    PLAIN = "plain"
    """As it is."""
    WAITING = "waiting"
    """Marked as waiting for a moderator."""
    REFUSED = "refused"
    """Marked as refused or taken down, with the reason."""
    WITHDRAWN = "withdrawn"
    """Marked as deleted by its author."""
    HIDDEN = "hidden"
    """Not at all; above a reply that is shown, as a placeholder without text and name."""


def _ids(field: str, given: Iterable[str]) -> frozenset[str]:
    if isinstance(given, str) or not hasattr(given, "__iter__"):
        raise InvalidTypeError("Viewer", field, given, "a set of ids")
    return frozenset(given)


def _wrote(given: Iterable[str]) -> frozenset[str]:
    return _ids("wrote", given)


def _posts(given: Iterable[str]) -> frozenset[str]:
    return _ids("posts", given)


@attrs.frozen
class Viewer:
    """Who looks at comments.

    Attributes:
        role: `Role.MODERATOR` and `Role.ADMIN` see nearly everything, wherever it stands; any other
            is a visitor, but for what they wrote.
        id: the viewer's own id, where it is known: comments whose author has it are theirs.
        wrote: ids of comments that they can show they wrote, as by a cookie.
        posts: ids of posts that they wrote.

    Raises:
        InvalidValueError: the id is empty.
        InvalidTypeError: a field is of another type.

    Example:
        >>> from blogmodel.moderation import Viewer
        >>> Viewer(id="zoe", posts={"billet"}).role
        <Role.READER: 'reader'>
    """

    role: Role = Role.READER
    id: str | None = attrs.field(default=None, kw_only=True)
    wrote: frozenset[str] = attrs.field(default=frozenset(), converter=_wrote, kw_only=True)
    posts: frozenset[str] = attrs.field(default=frozenset(), converter=_posts, kw_only=True)

    def __attrs_post_init__(self) -> None:
        _checks.member("Viewer", "role", self.role, Role)
        _checks.optional_identifier("Viewer", "id", self.id)

    def at(self, now: datetime, rights: Rights | None = None) -> Sight:
        """Return what the viewer sees at a moment: a function of comments, for ``Thread.view``.

        Example:
            >>> from datetime import UTC, datetime
            >>> from blogmodel import Comment, Status, Thread
            >>> from blogmodel.moderation import Viewer
            >>> now = datetime(2011, 6, 24, 13, 7, tzinfo=UTC)
            >>> thread = Thread.build([Comment("1", "p"), Comment("2", "p", status=Status.SPAM)])
            >>> len(thread.view(sees=Viewer().at(now)))
            1
        """
        return Sight(self, now, _RIGHTS if rights is None else rights)


class _Stand(Enum):
    """How somebody stands to a comment."""

    VISITOR = auto()
    AUTHOR = auto()
    POST_AUTHOR = auto()
    MODERATOR = auto()


_P, _W, _R, _D, _H = Shown.PLAIN, Shown.WAITING, Shown.REFUSED, Shown.WITHDRAWN, Shown.HIDDEN
# The columns: visitor, its author, the author of the post, moderator and admin. What depends on
# rights and windows is in `shown_as`.
_TABLE: dict[Status, tuple[Shown, Shown, Shown, Shown]] = {
    Status.PUBLISHED: (_P, _P, _P, _P),
    Status.PENDING: (_H, _W, _W, _W),
    Status.SHADOWED: (_H, _P, _R, _R),
    Status.SPAM: (_H, _R, _R, _R),
    Status.REJECTED: (_H, _R, _R, _R),
    Status.REMOVED: (_H, _R, _R, _R),
    Status.WITHDRAWN: (_H, _D, _H, _D),
    Status.ERASED: (_H, _H, _H, _H),
}
_COLUMNS = {stand: number for number, stand in enumerate(_Stand)}
_IF_THEY_APPROVE = frozenset((Status.PENDING, Status.SPAM, Status.REJECTED))


def shown_as(
    viewer: Viewer, comment: Comment, now: datetime, rights: Rights | None = None
) -> Shown:
    """Tell how a comment is shown to somebody. O(1).

    Its author sees what waits or was refused, marked as such, and what they withdrew as long as
    they may bring it back: for the time of ``rights.restore_window`` after ``comment.updated_at``,
    the moment of the withdrawal; where that is not known, not at all. Who is both author of the
    post and of the comment sees what either sees.

    Args:
        viewer: who.
        comment: what.
        now: when; aware.
        rights: what the site lets people do.

    Raises:
        InvalidTypeError: an argument is of another type.
        InvalidValueError: the moment is naive.

    Example:
        >>> from datetime import UTC, datetime
        >>> from blogmodel import Author, Comment, Status
        >>> from blogmodel.moderation import Viewer, shown_as
        >>> now = datetime(2011, 6, 24, 13, 7, tzinfo=UTC)
        >>> zoe = Author("Zoé", id="zoe")
        >>> waiting = Comment("2", "1", author=zoe, status=Status.PENDING)
        >>> shown_as(Viewer(id="zoe"), waiting, now), shown_as(Viewer(id="luc"), waiting, now)
        (<Shown.WAITING: 'waiting'>, <Shown.HIDDEN: 'hidden'>)
    """
    return (viewer.at(now, rights)).shown(comment)


def sees(viewer: Viewer, comment: Comment, now: datetime, rights: Rights | None = None) -> bool:
    """Tell whether somebody sees the text of a comment; see `shown_as`. O(1)."""
    return shown_as(viewer, comment, now, rights) is not Shown.HIDDEN


@attrs.frozen
class Sight:
    """What somebody sees at a moment: give it to ``Thread.view`` as ``sees``.

    Attributes:
        viewer: who looks.
        now: when; aware.
        rights: what the site lets people do.

    Raises:
        InvalidTypeError: a field is of another type.
        InvalidValueError: the moment is naive.
    """

    viewer: Viewer
    now: datetime
    rights: Rights = _RIGHTS

    def __attrs_post_init__(self) -> None:
        _checks.instance("Sight", "viewer", self.viewer, Viewer, "Viewer()")
        _checks.aware("Sight", "now", self.now)
        _checks.instance("Sight", "rights", self.rights, Rights, "Rights()")

    def __call__(self, comment: Comment) -> bool:
        """Tell whether the text of a comment is seen."""
        return self.shown(comment) is not Shown.HIDDEN

    def shown(self, comment: Comment) -> Shown:
        """Tell how a comment is shown."""
        if comment.status is Status.PUBLISHED:
            return Shown.PLAIN
        best = Shown.HIDDEN
        for stand in self._stands(comment):
            shown = self._cell(stand, comment)
            if _RANKS[shown] < _RANKS[best]:
                best = shown
        return best

    def _stands(self, comment: Comment) -> Iterable[_Stand]:
        viewer = self.viewer
        if viewer.role in {Role.MODERATOR, Role.ADMIN}:
            yield _Stand.MODERATOR
        author = comment.author
        is_own = viewer.id is not None and author is not None and author.id == viewer.id
        if is_own or comment.id in viewer.wrote:
            yield _Stand.AUTHOR
        if comment.post_id in viewer.posts:
            yield _Stand.POST_AUTHOR

    def _cell(self, stand: _Stand, comment: Comment) -> Shown:
        status = comment.status
        shown = _TABLE[status][_COLUMNS[stand]]
        if stand is _Stand.POST_AUTHOR and status in _IF_THEY_APPROVE:
            return shown if self.rights.post_author_approves else Shown.HIDDEN
        if stand is _Stand.AUTHOR and status is Status.WITHDRAWN:
            window, at = self.rights.restore_window, comment.updated_at
            if window is not None and (at is None or self.now - at > window):
                return Shown.HIDDEN
        return shown


# Of two ways, the one that shows more; of its own author, a shadowed comment as it is.
_RANKS = {shown: rank for rank, shown in enumerate(Shown)}
