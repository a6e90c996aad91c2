"""Figures and signs that stand for letters: « v14gr@ » is written for « viagra »."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["LETTER_OF", "disguised", "one_upright", "spelled", "stretched"]

_FIGURES, _SYMBOLS = "01345789", "@$€£¢¥!|¡+"
LETTER_OF = str.maketrans(_FIGURES + _SYMBOLS, "oieastbg" + "aselcyiiit")
"""Which letter each figure or sign stands for."""


def spelled(text: str) -> str:
    """Return a folded text with letters for the figures and signs in its words.

    The text stays as long as it is. O(characters).
    """
    parts: list[str] = []
    done = 0
    for start, core in _words(text):
        if not _ALONE.fullmatch(core):
            parts += text[done:start], _RUN.sub(_letters, core)
            done = start + len(core)
    return "".join([*parts, text[done:]]) if parts else text


def stretched(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of what letters are stretched by: all but the first of three or more.

    Three « e » are left alone, since « créée » folds to them, and so are « iii » and « www ».
    O(characters).
    """
    if any(run in text for run in _RUNS):
        for match in _STRETCHED.finditer(text):
            if match[0] not in _HONEST:
                yield match.start() + 1, match.end()


def one_upright(text: str) -> str:
    """Return a text with one letter for « i » and « l », since a figure 1 stands for both."""
    return text.replace("l", "i")


def disguised(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the words of a folded text that signs surely disguise.

    Honest are addresses, mentions and hashes, words of less than three letters (« p2p »), numbers
    of several figures, « m1tenant » and « c7un » of short messages, « html5lib », « tod@s ».
    O(characters).
    """
    plain = None
    for start, core in _words(text):
        if not _is_disguise(core) or text[start - 1 : start] in _NO_WORD_AFTER:
            continue
        if plain is None:
            plain = _ADDRESS.sub(_blank, text)
        if not plain[start].isspace():
            yield start, start + len(core)


_EDGE = "!|¡+"  # Around a word these are punctuation and operators.
_BEFORE = f"{_EDGE}@"  # A mention has an at sign.
_FROM_SIGN = re.compile(rf"[{_FIGURES}{_SYMBOLS}](?:[^\W_]|[{_SYMBOLS}])*+")
_RUN = re.compile(rf"\d+|[{_SYMBOLS}]+")
_ALONE = re.compile(
    # Prices: us$20, 20$ca, 20k€, 5€50, m€, $us.
    r"[a-z]{0,3}[$€£¥¢]\d+[kmg]?d?"
    r"|\d+[kmg]?d?[$€£¥¢](?:[a-z]{1,3}|\d+)?"
    r"|(?:[kmg]d?|us|can?|hk|au?|nz|r)[$€£¥¢]"
    r"|[$€£¥¢](?:us|cad?|can|hk|au|nz)"
    # Numbers with what they count, ordinals: 5km, 1er, 2eme, 3d.
    r"|\d+[^\W\d_]{1,2}"
    r"|\d+(?:i?e(?:re|me)|nde|min|sec|ans|kwh|[kmg]hz|jour|mois|heure|fois|euro|minute|seconde"
    r"|semaine|cad|usd|eur|cfa|mph|dpi)s?"
    # Clocks and sizes: 9h07, 4x4, 1m80. Codes of single letters: h1n1.
    r"|\d+(?:[hxlmekgsv]|mn|min|k[gm])\d+(?:[^\W\d_]{0,3}|x\d+)"
    r"|(?:[^\W\d_]\d+){2,}"
)
_STRETCHED = re.compile(r"([a-z])\1{2,}")
_HONEST = frozenset({"eee", "iii", "www"})
_RUNS = tuple(letter * 3 for letter in "abcdefghijklmnopqrstuvwxyz")


def _words(text: str) -> Iterator[tuple[int, str]]:
    """Yield the words that have both letters and signs, with their places.

    They are without the punctuation around them and the at sign of a mention.
    """
    done = 0
    for rest in _FROM_SIGN.finditer(text):
        start, end = rest.span()
        # Most words have no sign, so that it is quicker to go back from one than to look at all.
        while start > done and text[start - 1].isalnum():
            start -= 1
        word = text[start:end]
        core = "" if word.isdigit() else word.lstrip(_BEFORE).rstrip(_EDGE)
        if any(map(str.isalpha, core)):
            yield start + word.index(core), core
        done = end


# So long may a number be that stands for letters, within a word; a lone figure may stand at its
# end, when so much of a word is before it.
_SHORT, _LONG = 2, 4


def _letters(run: re.Match[str]) -> str:
    signs, (start, end) = run[0], run.span()
    if signs.isdigit():
        at_edge = start == 0 or end == len(run.string)
        is_number = len(signs) > (1 if at_edge else _SHORT)
        if is_number or (end == len(run.string) and start < _LONG):
            return signs
    return signs.translate(LETTER_OF)


# What follows is how much it takes to speak of a disguise.

_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S*+|(?<![\w.+-])[\w.+-]++@[\w-]++(?:\.[\w-]++)++", re.ASCII
)
_NO_WORD_AFTER = frozenset("@#&=/_\\")
_OF_LETTERS = re.compile(r"[a-z013457@$€!|]{4,}")
_HEXADECIMAL = re.compile(r"[\da-f]{6,}")
_CODE = re.compile(r"(?:mp|ps|web|w)\d")
_INNER_RUN = re.compile(r"(?<=[a-z])[013457@$€]+(?=[a-z])")
_FEW = 3


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _is_disguise(core: str) -> bool:
    if not _OF_LETTERS.fullmatch(core) or _ALONE.fullmatch(core) or _CODE.match(core):
        return False
    if sum(map(str.isalpha, core)) < _FEW or _HEXADECIMAL.fullmatch(core):
        return False
    runs = list(_INNER_RUN.finditer(core))
    if any(_is_number(run[0]) for run in runs):
        return False
    several = len(runs) > 1 or (bool(runs) and not core[-1].isalpha())
    return several or any(map(_tells, runs))


def _is_number(signs: str) -> bool:
    return len(signs) > _SHORT or (len(signs) == _SHORT and signs[0] == "0" != signs[1])


def _tells(run: re.Match[str]) -> bool:
    """Tell whether a lone run of signs in a word is enough to call it a disguise."""
    signs, core = run[0], run.string
    before, after = core[: run.start()], core[run.end() :]
    if signs == "1":  # « m1tenant », where it is told as « un ».
        return after[0] in "aeiouy"
    if signs == "@":  # « tod@s », and a host without a dot.
        return after != "s" and not (len(before) > _FEW and len(after) > _FEW)
    return signs not in {"5", "7"} and len(set(signs)) == 1
