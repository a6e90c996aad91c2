"""Keys of order for words and titles, beside pyuca and ICU."""

import subprocess
import sys
from collections.abc import Callable
from time import process_time

import pyuca

from _timing import compare, table
from blogmodel.text import Collator

try:
    import icu
except ImportError:  # It has to be built, against ICU's own library.
    icu = None

ACCENTED = (
    "côte coté côté été états œuvre naïf Noël garçon l’érable Québec grand-père Élise François"
    " hôpital forêt août maïs ambiguë Zoé"
).split()
WORDS = (
    "Samedi dernier nous avons enfin fermé la cabane pour la saison et les voisins sont venus"
    " manger avec toute la famille malgré la neige qui tombait depuis jeudi Mon oncle racontait"
    " comment son père entaillait plus de mille érables chaque printemps sans jamais compter ses"
    " heures et personne ne voulait repartir avant la dernière chanson"
).split()
TITLES = [
    f"{first.title()} de {second} à {third} : {first}"
    for first in ACCENTED
    for second, third in zip(WORDS, ACCENTED, strict=False)
]
OTHER = [
    "Привет мир",
    "日本語の文章",
    "Ελληνικά",
    "e\u0301te\u0301 de\u0301ja\u0300",
    "fête 🎉",
] * 20

Key = Callable[[str], bytes]


def over(key: Callable[[str], object], texts: list[str]) -> Callable[[], object]:
    """Return what makes the keys of all texts."""

    def run() -> None:
        for text in texts:
            key(text)

    return run


def main() -> None:
    """Print the times of keys, and of a first one."""
    keys: dict[str, Callable[[str], object]] = {
        "Collator.key": Collator("fr").key,
        "Collator.key, fr_CA": Collator("fr_CA").key,
        "pyuca": pyuca.Collator().sort_key,
    }
    if icu is not None:
        keys["ICU"] = icu.Collator.createInstance(icu.Locale("fr")).getSortKey
    for name, texts in (
        ("words of a text", WORDS * 20),
        ("words with accents", ACCENTED * 50),
        ("titles", TITLES),
        ("other scripts", OTHER),
    ):
        assert sorted(texts, key=Collator("fr").key)
        medians = compare(
            {each: over(key, texts) for each, key in keys.items()}, clock=process_time
        )
        table(f"A key of order, {name}", medians, "Collator.key", per=len(texts))
    start = "from blogmodel.text import Collator"
    first = {
        "import": start,
        "…, and a key": f"{start}; Collator('fr').key('été')",
        "…, and a key of an ideograph": f"{start}; Collator('fr').key('中')",
        "pyuca, and a key": "import pyuca; pyuca.Collator().sort_key('été')",
    }
    runs = {
        name: lambda code=code: subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603 - our own interpreter
        for name, code in first.items()
    }
    table("A first key, with its interpreter", compare(runs), "import")


if __name__ == "__main__":
    main()
