"""« @Nom : » at the start of a paragraph: how people answered each other on flat pages."""

import re
from unicodedata import category

import attrs

from blogmodel.text import fold

__all__ = ["Mention", "leading_mention", "name_key"]


@attrs.frozen
class Mention:
    """A name that a text speaks to.

    Attributes:
        name: the name as written.
        start: where the mention starts in the text.
        end: where it ends, its colon or comma included.
    """

    name: str
    start: int = attrs.field(kw_only=True)
    end: int = attrs.field(kw_only=True)


# Up to 60 characters on one line, closed by a colon (not that of a URL) or a comma.
_MENTION = re.compile(
    r"\s*(?P<all>@[^\S\n]?(?P<name>[^\s@:,][^@:,\n\r\v\f\x1c-\x1e\x85\u2028\u2029]{0,59}?)[^\S\n\r]*(?::(?!//)|,))"
)
# What ends a sentence or opens a quotation is in no name; nor is a dot as in a host.
_NO_NAME = re.compile(r"[!?;()«»\"“”…/]|\.\w{2}")
_PARTICLES = frozenset(
    {"à", "au", "aux", "d", "da", "de", "del", "des", "di", "du", "et", "l", "la", "le", "les"}
    | {"of", "the", "van", "von", "y"}
)


def leading_mention(text: str) -> Mention | None:
    """Return the mention that a text starts with, such as « @Génération Agile: », or None.

    It must be closed by a colon or a comma, since only these tell where a name of several words
    ends; « @Marie je crois que : » is no mention, because its words after the first are not a
    name's.

    Example:
        >>> from blogmodel.thread import leading_mention
        >>> leading_mention("@Génération Agile : merci !").name
        'Génération Agile'
    """
    match = _MENTION.match(text)
    if match is None:
        return None
    name = match["name"]
    if _NO_NAME.search(name) or not any(char.isalpha() for char in name) or _is_prose(name):
        return None
    return Mention(name, start=match.start("all"), end=match.end("all"))


def name_key(name: str) -> str:
    """Return the form in which names are compared: folded, punctuation as spaces.

    Example:
        >>> from blogmodel.thread import name_key
        >>> name_key("Jean-François T.")
        'jean francois t'
    """
    # Letters, digits, and the signs that some scripts write vowels with.
    kept = (char if category(char)[0] in "LMN" else " " for char in fold(name))
    return " ".join("".join(kept).split()) or name


def _is_prose(name: str) -> bool:
    """Tell whether the words after a capitalised one are those of a sentence."""
    first, *rest = name.split()
    if not rest or first[0].islower():
        return len(rest) > 3  # noqa: PLR2004 - longer than a nickname in lower case
    words = [word for word in rest if word.casefold().rstrip("'’") not in _PARTICLES]
    return any(word[0].islower() and not re.match(r"[dl]['’]\w", word) for word in words)
