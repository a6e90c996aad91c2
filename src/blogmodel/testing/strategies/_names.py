"""What people call themselves, and what may be taken for it."""

from collections.abc import Collection
from enum import StrEnum
from unicodedata import normalize

from hypothesis import strategies as st

from blogmodel.testing._banks import FIRST, LAST, PSEUDONYMS
from blogmodel.testing.strategies._choices import (
    check_sizes,
    combined,
    from_bank,
    no_longer,
    of_kinds,
    one_of_some,
)

__all__ = ["NameKind", "alike", "names"]


class NameKind(StrEnum):
    """What is hard about a name."""

    FRENCH = "french"
    """Accents, hyphens, apostrophes and particles."""
    PSEUDONYM = "pseudonym"
    """What people call themselves instead."""
    PREFIX = "prefix"
    """Names that others begin with, and those others."""
    DECOMPOSED = "decomposed"
    """Letters and their accents apart (NFD), or letters that are there for compatibility."""
    LOOK_ALIKE = "look-alike"
    """Letters of other scripts that look like those of a French name."""
    INVISIBLE = "invisible"
    """Characters that show nothing, among others or alone."""
    FOREIGN = "foreign"
    """Names in other scripts, some of which run from right to left."""
    ANY = "any"
    """Whatever characters there are, but U+0000."""


def names(
    *, kinds: Collection[NameKind] | None = None, max_size: int | None = None
) -> st.SearchStrategy[str]:
    """Return a strategy for names that an `blogmodel.Author` may have.

    It shrinks to « Zoé », or to the first name of the kinds that are asked for.

    Args:
        kinds: what may be hard about them; None for all kinds.
        max_size: how many characters they have at most, 1 or more; None for any number.

    Raises:
        InvalidValueError: no kind is asked for, or there is no such name.
        InvalidTypeError: an argument is of another type.

    Example:
        >>> from hypothesis import find
        >>> from blogmodel.testing import strategies as blog
        >>> find(blog.names(), lambda name: True)
        'Zoé'
        >>> find(blog.names(kinds={blog.NameKind.LOOK_ALIKE}), lambda name: True) == "Zoé"
        False
    """
    wanted = of_kinds("names", kinds, NameKind)
    check_sizes("names", 1, max_size)
    ways: list[st.SearchStrategy[str]] = []
    listed = no_longer((name for kind in wanted for name in _LISTED[kind]), max_size)
    if listed:
        ways.append(from_bank(listed))
    if NameKind.FRENCH in wanted and (max_size is None or max_size >= _LONGEST):
        ways.append(_WHOLE_NAMES)
    if NameKind.ANY in wanted:
        size = _ANY_SIZE if max_size is None else min(max_size, _ANY_SIZE)
        ways.append(st.text(_CHARACTERS, min_size=1, max_size=size).filter(str.strip))
    return one_of_some("names", max_size, ways)


def alike(name: str) -> list[str]:
    """Return names that are other than a name, and that people or programs may take for it."""
    apart = normalize("NFD", name)
    variants = (
        apart,
        name.casefold(),
        "".join(char for char in apart if not "\u0300" <= char <= "\u036f"),
        name.translate(_CYRILLIC),
        name.translate(_GREEK),
        f"{name}\u200b",
        f"\u2060{name}",
        f"{name} ",
        f"{name} bis",
        name.replace(" ", "\u00a0").replace("’", "'").replace("-", "\u2011"),
        name[: (len(name) + 1) // 2],
    )
    return [one for one in dict.fromkeys(variants) if one != name and one.strip()]


# Letters that Cyrillic and Greek have of the same shape.
_CYRILLIC = str.maketrans("AaBCcEeHIiJjKMOoPpSsTXxYy", "АаВСсЕеНІіЈјКМОоРрЅѕТХхУу")
_GREEK = str.maketrans("ABEHIKMNOoPTXYZvu", "ΑΒΕΗΙΚΜΝΟοΡΤΧΥΖνυ")

_LISTED: dict[NameKind, tuple[str, ...]] = {
    NameKind.FRENCH: (
        *("Zoé", "Luc", "Marie Roy", "Jean-François L’Écuyer", "Marie-Ève", "d’Artagnan"),
        *("Anne de la Tour", "Guy de Maupassant", "Paul St-Pierre", "Ste-Marie", "Yves Le Gall"),
        *("Aÿ d’Haÿ-les-Roses", "Cœur", "L’Heureux", "l'Hérault", "J.-F. Côté", "Dupont, Jean"),
        *("Jean  Deux-Espaces", "Élise\u00a0Côté", "Œdipe", "X"),
    ),
    NameKind.PSEUDONYM: PSEUDONYMS,
    NameKind.PREFIX: (
        *("Jean", "Jean-Paul", "Jean Paul", "Jean-Pa", "Jean P.", "Génération"),
        *("Génération Agile", "Génération Agile 2", "Marie", "Marie-Ève Roy", "Mari", "Zo"),
        *("Zoé B.", "Zoé Bélanger"),
    ),
    NameKind.DECOMPOSED: (
        *(normalize("NFD", name) for name in ("Zoé", "Jean-François L’Écuyer", "Noël", "Ève")),
        *("ﬁlou", "Ｚｏé", "\u212bke", "Ǆura", "Weiß", "İzmir", "Zoe\u0301\u0323"),
    ),
    NameKind.LOOK_ALIKE: (
        *(name.translate(_GREEK) for name in ("Zoé", "Modérateur")),
        *(name.translate(_CYRILLIC) for name in ("Zoé", "Luc", "Marie Roy", "Admin")),
        *("1uc", "Iuc", "Ⲍoé", "𝒁𝒐é", "rnarie"),
    ),
    NameKind.INVISIBLE: (
        *("Zoé\u200b", "Zo\u00adé", "\u200eZoé", "Zoé\u2060", "\u202eéoZ\u202c", "Zoé\ufe0f"),
        *("\u3164", "\u2800", "\u200b", "\u200d", "\u2060", "\u034f", "\u115f\u1160", "\ufeff"),
        *("\U000e0001", "\u061c", "Luc\n", "\tLuc", "Zoé\u2028Roy", "\x7f", "Z\x1bé"),
    ),
    NameKind.FOREIGN: (
        *("李明", "Łukasz", "Σωκράτης", "Наталья", "محمد", "שרה", "हिन्दी", "กานต์", "김민준"),
        *("Nguyễn Thị Ánh", "Zoé שרה", "👩🏽\u200d🚀", "🇶🇨", "𓂀"),
    ),
    NameKind.ANY: (),
}
_WHOLE_NAMES = combined(FIRST, LAST)
_LONGEST = max(map(len, FIRST)) + 1 + max(map(len, LAST))
_ANY_SIZE = 12
_CHARACTERS = st.characters(codec="utf-8", exclude_characters="\0")
