"""Players and frames in HTML become links to what they show, since a page fetches nothing."""

from __future__ import annotations

import re

__all__ = ["linked"]

# Between its tags a frame has what no browser shows.
_EMBED = re.compile(
    r"<(?:iframe\b([^<>]*)>(?:[^<]*</iframe\s*>)?|(?:audio|embed|source|video)\b([^<>]*)>)",
    re.IGNORECASE,
)
_SOURCE = re.compile(r"""(?<![\w-])src\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=`]+))""", re.IGNORECASE)
_WEB = re.compile(r"\s*(?:https?:)?//", re.IGNORECASE)


def linked(html: str) -> str:
    """Put a link in the place of each player and frame; the HTML is still to be cleaned. O(n)."""
    return _EMBED.sub(_link, html)


def _link(embed: re.Match[str]) -> str:
    source = _SOURCE.search(embed[1] or embed[2] or "")
    address = next(filter(None, source.groups()), "").strip() if source else ""
    if not _WEB.match(address):
        return " "
    # It is HTML already, and cannot hold angle brackets.
    address = address.replace('"', "&quot;")
    return f'<a href="{address}">{address}</a> '
