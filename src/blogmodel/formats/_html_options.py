"""What the writer of HTML is told."""

from __future__ import annotations

from datetime import tzinfo
from enum import Enum, auto
from typing import TYPE_CHECKING

import attrs

from blogmodel import _checks
from blogmodel.errors import InvalidTypeError
from blogmodel.messages import Messages
from blogmodel.thread import orders

if TYPE_CHECKING:
    from datetime import datetime

__all__ = ["Bodies", "HtmlOptions"]


class Bodies(Enum):
    """What becomes of bodies that are not plain text."""

    SANITIZED = auto()
    """HTML is shown as HTML, without whatever could harm a reader or the page. Markdown is shown
    as what it stands for, where the extra ``markdown`` is installed, and else as it is written."""
    ESCAPED = auto()
    """All bodies are shown as they are written, marks and all, and nothing of them is lost."""


def _name(locale: str) -> str:
    return Messages(locale).locale


@attrs.frozen
class HtmlOptions:
    """What a page of HTML is to be like.

    Attributes:
        locale: the reader's, in which labels, numbers and dates are written; kept as the CLDR
            name.
        zone: that in which dates are shown; UTC by default.
        now: where given, posts dated later are left out, as a blog does with them. None leaves
            none out: no clock is asked.
        order: of the comments; oldest first by default. See `blogmodel.thread.orders`.
        title: that of the page, where it is not to be made of those of the site and the post.
        bodies: what becomes of bodies that are not plain text; None sanitises them where the extra
            ``sanitize`` is installed, and else escapes them.

    Raises:
        UnknownLocaleError: CLDR has no such locale.
        InvalidTypeError: a field is of another type.
        InvalidValueError: ``now`` is naive.

    Example:
        >>> from blogmodel.formats.html_page import HtmlOptions
        >>> HtmlOptions("fr-CA").locale
        'fr_CA'
    """

    locale: str = attrs.field(converter=_name)
    zone: tzinfo | None = attrs.field(default=None, kw_only=True)
    now: datetime | None = attrs.field(default=None, kw_only=True)
    order: orders.Order | None = attrs.field(default=None, kw_only=True)
    title: str | None = attrs.field(default=None, kw_only=True)
    bodies: Bodies | None = attrs.field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if self.zone is not None and not isinstance(self.zone, tzinfo):
            raise InvalidTypeError("HtmlOptions", "zone", self.zone, "a ZoneInfo")
        if self.now is not None:
            _checks.aware("HtmlOptions", "now", self.now)
        _checks.optional_instance(
            "HtmlOptions", "order", self.order, orders.Order, "blogmodel.thread.orders.newest()"
        )
        _checks.optional_text("HtmlOptions", "title", self.title)
        if self.bodies is not None:
            _checks.member("HtmlOptions", "bodies", self.bodies, Bodies)
