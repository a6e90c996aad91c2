"""Hosts compared: which belong together, and which pass for others."""

from __future__ import annotations

from unicodedata import name

from blogmodel.text import Level, at_level

__all__ = ["is_confusable", "same_site"]


def same_site(one: str, other: str) -> bool:
    """Tell whether a host is another, stands below it, or next to it below one registered name."""
    if one == other or one.endswith(f".{other}") or other.endswith(f".{one}"):
        return True
    registered = _registered(one)
    return registered is not None and registered == _registered(other)


# Below them, each name is somebody else's: the best known of the Public Suffix List.
_SHARED = frozenset(
    "blogspot.ca blogspot.com blogspot.fr canalblog.com eklablog.com free.fr github.io gitlab.io"
    " gouv.fr herokuapp.com netlify.app over-blog.com pages.dev tumblr.com vercel.app web.app"
    " weebly.com wixsite.com wordpress.com workers.dev".split()
)
_SHORT = 3


def _registered(host: str) -> str | None:
    """Return the name that somebody registered, by shape; None where it cannot be told."""
    labels = host.split(".")
    if labels[-1].isdigit() or host.startswith("["):
        return None
    *_, second, last = labels if len(labels) > 1 else ("", *labels)
    # « qc.ca », « co.uk », « com.au »
    public = len(last) == 2 and len(second) <= _SHORT  # noqa: PLR2004 - a country's
    size = 3 if public or f"{second}.{last}" in _SHARED else 2
    return ".".join(labels[-size:]) if len(labels) >= size else None


def is_confusable(host: str) -> bool:
    """Tell whether a label of a host is made of letters that pass for Latin ones, or mixes scripts.

    A label of one other script is honest below a domain that is not written in Latin letters
    either, and so are Latin letters beside Chinese, Japanese or Korean ones.
    """
    *labels, last = host.split(".")
    honest = last.startswith("xn--")
    return any(_passes(label[4:], honest) for label in labels if label.startswith("xn--"))


def _passes(coded: str, honest: bool) -> bool:  # noqa: FBT001 - a fact about its domain
    try:
        shown = coded.encode("ascii").decode("punycode")
        shown.encode()
    except (UnicodeError, OverflowError):
        return False
    scripts = {name(char, "").partition(" ")[0] for char in shown if char.isalpha()}
    if "LATIN" in scripts:
        return not _LIKE_LATIN.isdisjoint(scripts)
    looks = at_level(shown, Level.CONFUSABLE).text
    return not honest and looks.isascii() and at_level(shown, Level.FOLDED).text != looks


_LIKE_LATIN = frozenset(("ARMENIAN", "CHEROKEE", "COPTIC", "CYRILLIC", "GREEK"))
