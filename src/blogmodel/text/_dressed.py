"""Letters dressed up as Latin ones: those of other scripts, and full-width and fancy ones."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import bidirectional, name, normalize

from blogmodel.text._fold import IGNORABLE, fold
from blogmodel.text._looks import LOOKS, lookalikes
from blogmodel.text._traced import CharacterTable

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["fancy", "homoglyphs"]


def homoglyphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of words that mix scripts, and whose letters all look Latin.

    A word of one script is honest, though all of its letters may look Latin (« СССР »). So are a
    Greek letter at the edge of a short word or among capitals (« sinα », « NFκB »), and a first
    letter that is written from the right, since it may be a word of its own. O(characters).

    The script of a lookalike is in the table of looks, from Scripts.txt; of other letters it is
    enough to know whether they are Latin.
    """
    if text.isascii() or {_SCRIPTS[ord(char)] for char in set(text)} <= _HONEST:
        return
    for match in _WORD.finditer(text):
        if not match[0].isascii() and _is_mixed(match[0]):
            yield match.span()


def fancy(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of words in letters that are made for something else.

    Full-width letters and figures, two or more or beside plain ones, in a text without Chinese,
    Japanese or Korean. Mathematical, circled, squared and small capital letters, four or more, or
    six where all are capitals; mathematical ones also within a word of plain ones. O(characters).
    """
    if text.isascii() or not _ANY_FANCY.search(text):
        return
    east_asian = _EAST_ASIAN.search(text) is not None
    for match in _FANCY.finditer(text):
        start, end = match.span()
        plain = text[start - 1 : start].isalpha(), text[end : end + 1].isalpha()
        if match["wide"]:
            suspect = (end - start > 1 or any(plain)) and not east_asian
        else:
            letters = sum(map(str.isalpha, match[0].translate(LOOKS)))
            many = _MANY_CAPITALS if normalize("NFKD", match[0]).isupper() else _MANY
            suspect = letters >= many or (bool(match["mathematical"]) and all(plain))
        if suspect:
            yield start, end


# With marks and invisible characters within it.
_WORD = re.compile(rf"[^\W\d_]++(?:[\u0300-\u036f{IGNORABLE}]*+[^\W_]++)*+[\u0300-\u036f]*+")
_SHORT = 4


def _script(char: str) -> str:
    """Return the script of a letter that looks Latin or is, or nothing."""
    if not char.isalpha():
        return ""
    looks = lookalikes()
    script, _ = looks.get(char) or looks.get(normalize("NFKD", char)[0], ("Latin", ""))
    if script not in {"Latin", "Common"}:
        return script
    return "Latin" if fold(char).isascii() or name(char, "").startswith("LATIN") else ""


def _is_mixed(word: str) -> bool:
    """Tell whether a word is of more than one script, and all of it looks Latin."""
    letters = [(char, _SCRIPTS[ord(char)]) for char in word if char.isalpha()]
    scripts = {script for _, script in letters}
    if len(scripts) <= 1 or "" in scripts or bidirectional(word[0]) in {"R", "AL"}:
        return False
    foreign = [char for char, script in letters if script != "Latin"]
    if foreign[1:] or scripts != {"Latin", "Greek"}:
        return True
    latin = "".join(char for char, script in letters if script == "Latin")
    at_edge = foreign[0] in {word[0], word[-1]}
    return not (latin.isupper() or (at_edge and len(latin) <= _SHORT))


_SCRIPTS = CharacterTable(_script)
_HONEST = frozenset({"", "Latin"})
_WIDE = r"\uff10-\uff19\uff21-\uff3a\uff41-\uff5a"
_MATHEMATICAL = r"\U0001d400-\U0001d7ffℂℊℋℌℍℎℐℑℒℓℕℙℚℛℜℝℤℨℬℭℯℰℱℳℴ"
_ENCLOSED = r"\u249c-\u24e9\U0001f110-\U0001f12b\U0001f130-\U0001f149"
_WHITE_ON_BLACK = r"\U0001f150-\U0001f169\U0001f170-\U0001f189"
_SMALL_CAPITALS = "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢ"
_ANY_FANCY = re.compile(f"[{_WIDE}{_MATHEMATICAL}{_ENCLOSED}{_WHITE_ON_BLACK}{_SMALL_CAPITALS}]")
_FANCY = re.compile(
    f"(?P<wide>[{_WIDE}]+)|(?P<mathematical>[{_MATHEMATICAL}]+)"
    f"|[{_ENCLOSED}]+|[{_WHITE_ON_BLACK}]+|[{_SMALL_CAPITALS}]+"
)
_EAST_ASIAN = re.compile("[\u3001\u3002\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uff66-\uff9f]")
_MANY, _MANY_CAPITALS = 4, 6
