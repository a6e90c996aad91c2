"""Folding, its levels and dangers, beside transliterators, ICU's and other checks of homoglyphs."""

import time
from collections.abc import Callable
from functools import partial

from text_unidecode import unidecode

from _timing import compare, table
from blogmodel.text import Level, at_level, dangers, find, fold

try:
    import icu
except ImportError:  # It has to be built, against ICU's own library.
    icu = None
try:
    from confusable_homoglyphs import confusables
except ImportError:  # No other benchmark needs it.
    confusables = None

ROUNDS = 15
FRENCH = (
    "L’été dernier, nous étions à l’Île-d’Orléans : « Quel cœur ! » disait Zoé, déjà fatiguée "
    "d’avoir marché jusqu’à la forêt. Ça m’a fait penser à l’État, et aux élèves français qui "
    "n’écoutent guère. Bref, j’ai aimé ce billet du 24 juin 2011, et merci à l’auteur… "
    "Il y a 3 ans, j’avais payé 20\u00a0$. "
)
ENGLISH = (
    "Last summer we were on the island, and the children were tired of walking to the forest. "
    "It made me think of the state, and of pupils who hardly listen! Thanks for this post of "
    "June 24, 2011. "
)
RUSSIAN = "Прошлым летом мы были на острове, и дети устали идти в лес. Спасибо за эту запись. "
DISGUISED = "Le Ноtеl Раris, du vіаgrа, du V14GR@ et du v.i.a.g.r.a pour l’été : ｐａｓ ｃｈｅｒ. "
TEXTS = {"French": FRENCH, "English": ENGLISH, "Russian": RUSSIAN, "disguised": DISGUISED}
COUNT = 200  # Comments a run, of two such texts each.

Read = Callable[[str], object]


def over(read: Read, text: str) -> Callable[[], object]:
    """Return what reads as many comments as are timed."""

    def run() -> None:
        for _ in range(COUNT):
            read(text)

    return run


def compared(title: str, text: str, readers: dict[str, Read]) -> None:
    """Print the times of several readers, a comment."""
    base = next(iter(readers))
    peers = {name: over(read, text) for name, read in readers.items()}
    medians = compare(peers, rounds=ROUNDS, clock=time.process_time)
    table(f"{title}, {len(text)} characters", medians, base, per=COUNT)


def by_unidecode(text: str) -> str:
    """Fold by transliterating all to ASCII, as slugs are made."""
    lowered: str = unidecode(text).lower()
    return lowered


def folding() -> None:
    """Time the folded text alone."""
    for name, text in TEXTS.items():
        readers: dict[str, Read] = {"fold": fold, "text-unidecode, lower": by_unidecode}
        if icu is not None:
            rules = "NFKD; [:Nonspacing Mark:] Remove; Latin-ASCII; Lower"
            readers["ICU's Latin-ASCII, lower"] = icu.Transliterator.createInstance(
                rules
            ).transliterate
        if name == "French":
            assert {str(read("l’œuvre de l’État")) for read in readers.values()} == {
                "l'oeuvre de l'etat"
            }
        readers["casefold alone, accents stay"] = str.casefold
        compared(f"Folding, {name}", text * 2, readers)


def levels() -> None:
    """Time each level with its map, and finding what is not there without one."""
    for name, text in TEXTS.items():
        readers: dict[str, Read] = {
            f"at_level, {level.value}": partial(at_level, level=level) for level in Level
        }
        for level in Level:
            readers[f"find, {level.value}"] = partial(find, "casino", level=level)
        compared(f"Levels, {name}", text * 2, readers)


def looks() -> None:
    """Time what a text looks like; the peers do not fold it."""
    if icu is None:
        return
    skeleton = partial(icu.SpoofChecker().getSkeleton, 0)
    for name, text in TEXTS.items():
        readers: dict[str, Read] = {
            "at_level, confusable": partial(at_level, level=Level.CONFUSABLE),
            "find, confusable, without a map": partial(find, "casino", level=Level.CONFUSABLE),
            "ICU's skeleton, without a map": skeleton,
        }
        assert fold(skeleton("Ноtеl")) == at_level("Ноtеl", Level.CONFUSABLE).text == "hotel"
        compared(f"What it looks like, {name}", text * 2, readers)


def dangerous() -> None:
    """Time all dangers; the peers look for mixed scripts alone."""
    for name, text in TEXTS.items():
        readers: dict[str, Read] = {"dangers, all kinds": dangers}
        if icu is not None:
            readers["ICU's SpoofChecker"] = icu.SpoofChecker().check
        if confusables is not None:
            readers["confusable_homoglyphs"] = confusables.is_dangerous
        assert name != "disguised" or all(read(text) for read in readers.values())
        compared(f"Dangers, {name}", text * 2, readers)


if __name__ == "__main__":
    folding()
    levels()
    looks()
    dangerous()
