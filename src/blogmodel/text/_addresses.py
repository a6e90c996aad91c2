"""Addresses of the web that merely stand in a text."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Address", "addresses"]


class Address(NamedTuple):
    """An address in a text.

    Attributes:
        target: the address as it is meant.
        start: where it starts.
        end: where it ends.
        is_disguised: it is written so that programs do not take it for one.
    """

    target: str
    start: int
    end: int
    is_disguised: bool


def addresses(text: str) -> Iterator[Address]:
    """Yield the addresses in a text, in order. O(characters)."""
    for match in _matches(text):
        read = _spaced if match["host"] is not None else _plain
        address = read(text, match)
        if address is not None:
            yield address


def _matches(text: str) -> Iterator[re.Match[str]]:
    """Yield what may be an address; looking at each word of a text is what costs time."""
    find = _pattern().finditer
    if _may_be_spaced(text):
        yield from find(text)
        return
    if not _SIGN.search(text):
        return
    at = 0
    for word in text.split():
        if ("." in word or ":" in word) and _SIGN.search(word):
            # A word without a sign has none with a sign in it, so it is this one that is found.
            start = text.index(word, at)
            at = start + len(word)
            yield from find(text, start, at)


# Each address has one of them, if there is no white space in it, and nothing is disguised.
_SIGN = re.compile(r"\.\w|://")
_DOT = r"(?:[.．。｡]|dot|point)"


def _may_be_spaced(text: str) -> bool:
    low = text.lower()
    for hint in _HINTS:
        if hint in low:
            return _SPACED.search(low) is not None
    return "//" in low and _SCHEME_APART.search(low) is not None


# Most texts have none of them, and to look for a few is faster than any expression.
_HINTS = ("point", "dot", "[", "(", "．", "。", "｡")
_APART = r"ps?\s:\s?//"
_SCHEME_APART = re.compile(_APART)
_SPACED = re.compile(rf"[\[(]\s?{_DOT}\s?[\])]|\s(?:dot|point)\s|\w[．。｡]\w|{_APART}")

# Domains that people do write without a scheme. Those of two letters are no abbreviation and no
# unit, and hardly a word.
_DOMAINS = (
    "com org net info biz xyz top club online site shop store link click icu vip pro blog live"
    " website space quebec dev app edu gov mobi"
    " ca fr be ch eu uk us de nl ru cn es pl br jp tv io me ly gl co au nz dk fi pt gr cz ro hu"
    " ua kr mx tk cc pw ws su рф xn--p1ai"
).split()
_COUNTRIES = (
    "ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs"
    " bt bw by bz ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee"
    " eg er es et eu fi fj fk fm fo fr ga gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm"
    " hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb"
    " lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz"
    " na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs"
    " ru rw sa sb sc sd se sg sh si sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl"
    " tm tn to tr tt tv tw tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw"
).split()
_UNSEEN = "\u00ad\u200b-\u200d\u2060\ufeff"
_END = r'\s<>"«»“”'
_SHORT = 2


@cache
def _pattern() -> re.Pattern[str]:
    """Return what finds addresses; each part looks at a character a bounded number of times."""
    domains = "|".join(sorted(_DOMAINS, key=len, reverse=True))
    told = "|".join([*(name for name in _DOMAINS if len(name) > _SHORT), "ca", "fr", "ru"])
    label = rf"[^\W_](?:[\w{_UNSEEN}-]{{0,61}}[^\W_])?"
    dot = (
        rf"(?:\s?\[\s?{_DOT}\s?\]\s?|\s?\(\s?{_DOT}\s?\)\s?|[．。｡]"
        r"|(?:(?<=\w{4})|(?<=\bwww))\s(?:dot|point)\s)"
    )
    return re.compile(
        rf"""
        (?P<scheme>https?://|\bftp://|(?<![\w@.-])www\d?\.(?=\w))[^{_END}|\\^`{{}}]+
        | (?P<broken>\bh(?:xx|\*\*|tt)p(?P<safe>s?)(?::[/\\]{{0,2}}|//|\s:\s?//)(?=[^\s/\\]))
          [^{_END}]+
        | (?<![\w@./:-])(?!(?:etc|p\.ex)\.)(?:{label}\.){{1,6}}
          (?:(?P<domain>{domains})(?![\w@-]|\.(?-i:[a-z0-9]))(?::\d{{1,5}}\b)?
             (?P<path>[/?#][^{_END}]*)?
             |(?:{"|".join(_COUNTRIES)})(?=/)[^{_END}]*)
        | (?<![\w@.-])(?P<host>{label}(?:(?:\.|{dot}){label}){{0,4}}?){dot}(?P<ending>{told})\b
          (?P<tail>/[^{_END}]*)?
        """,
        re.VERBOSE | re.IGNORECASE,
    )


def _spaced(text: str, match: re.Match[str]) -> Address:
    """Read an address with dots that are none."""
    start = match.start()
    end = start + len(_trimmed(text[start : match.end()])) if match["tail"] else match.end()
    host = _WRITTEN_DOT.sub(".", _shown(match["host"]))
    tail = text[match.end("ending") : end]
    return Address(f"{host}.{match['ending']}{tail}", start, end, is_disguised=True)


_WRITTEN_DOT = re.compile(rf"\s?[\[(]\s?{_DOT}\s?[\])]\s?|\s(?:dot|point)\s|[．。｡]", re.IGNORECASE)


def _plain(text: str, match: re.Match[str]) -> Address | None:
    start, end = match.span()
    written = _trimmed(text[start:end])
    end = start + len(written)
    shown = written if written.isascii() else _shown(written)
    if match["broken"] is not None:
        rest = shown[len(match["broken"]) :]
        target = f"http{match['safe'].lower()}://{_BRACKETED.sub('.', rest)}"
        return Address(target, start, end, is_disguised=True) if "." in target else None
    scheme = match["scheme"]
    if scheme is not None:
        if len(written) <= len(scheme):
            return None
        target = _BRACKETED.sub(".", shown) if "[" in shown or "(" in shown else shown
        return Address(target, start, end, target != written)
    if match["domain"] is not None and match["path"] is None and _goes_on(written, match["domain"]):
        return None
    return Address(shown, start, end, shown != written)


def _shown(written: str) -> str:
    return _INVISIBLE.sub("", written)


def _goes_on(written: str, domain: str) -> bool:
    """Tell whether a sentence begins after the full stop: « C’est fini.Top ! », « Merci.Ca va »."""
    return domain[0].isupper() and domain.lower() not in {"com", "org"} and not written.isupper()


_INVISIBLE = re.compile(f"[{_UNSEEN}]")
_BRACKETED = re.compile(r"\[(?:\.|dot|point)\]|\((?:\.|dot|point)\)", re.IGNORECASE)
_TRAILING = frozenset(".,;:!?…'’‘\"*_~&。")


def _trimmed(address: str) -> str:
    """Return an address without what stands after it: punctuation, and what closes a bracket."""
    if "]" in address:
        address = _before_bracket(address)
    elif ")" not in address and (address[-1] == "/" or address[-1].isalnum()):
        return address
    end = len(address)
    extra = address.count(")") - address.count("(")
    while True:  # It starts with a letter or a figure.
        last = address[end - 1]
        if last == ")" and extra > 0:
            extra -= 1
        elif last not in _TRAILING and last != "[":
            return address[:end]
        end -= 1


def _before_bracket(address: str) -> str:
    """Return an address up to a bracket that is not opened in it: « [url=x.org]mot[/url] »."""
    depth = 0
    for match in _BRACKETS.finditer(address):
        depth += 1 if match[0] == "[" else -1
        if depth < 0:
            return address[: match.start()]
    return address


_BRACKETS = re.compile(r"[\[\]]")
