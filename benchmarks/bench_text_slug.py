"""Slugs of French titles, beside python-slugify, Django and ICU."""

import re
import time
from collections.abc import Callable

from django.utils.text import slugify as by_django
from slugify import slugify as by_python_slugify

from _timing import compare, table
from blogmodel.text import slug

try:
    import icu
except ImportError:  # It has to be built, against ICU's own library.
    icu = None

COUNT = 2_000
ROUNDS = 15
TITLES = [
    "Le temps des sucres",
    "L’été, aujourd’hui : œuvres & Cie",
    "Trente sous pour une piastre",
    "Qu’est-ce qu’on mange ce soir ?",
    "À la recherche de la cabane perdue",
    "Les sœurs Côté et leur cœur d’artichaut",
    "« Ben voyons donc ! »",
    "1er avril : poisson à l’érable",
    "Noël à Montréal, 20 ans après",
    "Pourquoi j’ai débranché la télé – et ce que j’en ai gardé",
    "Recette de tire d’érable",
    "Ça s’en vient",
]
PLAIN = ["Le temps des sucres", "Trente sous pour une piastre", "Merci", "Retour au chalet"]
DECOMPOSED = ["E\u0301te\u0301 a\u0300 Que\u0301bec", "Les e\u0301rables du Me\u0301gantic"]
TYPESET = ["Quoi de neuf\u202f?", "Enfin l’été\u202f! On rentre les pelles"]

Slug = Callable[[str], str]


def ours(title: str) -> str:
    """Make a slug as the documentation shows."""
    return slug(title, fallback="billet")


def by_icu() -> Slug:
    """Return ICU's way: a transliterator made once, and hyphens by a pattern made once."""
    transliterator = icu.Transliterator.createInstance("Latin-ASCII; Lower")
    parted = re.compile(r"[^a-z0-9]+")
    return lambda title: parted.sub("-", transliterator.transliterate(title)).strip("-")


def compared(what: str, titles: list[str]) -> None:
    """Print the times of all peers."""
    drawn = [titles[number % len(titles)] for number in range(COUNT)]
    peers: dict[str, Slug] = {
        "slug": ours,
        "slug, 60 characters": lambda title: slug(title, fallback="billet", max_length=60),
        "python-slugify": by_python_slugify,
        "Django": by_django,
    }
    if icu is not None:
        peers["ICU, made once"] = by_icu()
    runs = {
        name: lambda make=make: [make(title) for title in drawn] for name, make in peers.items()
    }
    table(what, compare(runs, rounds=ROUNDS, clock=time.process_time), "slug", per=COUNT)


def check() -> None:
    """Check that the peers make slugs of the same letters, wherever they set hyphens."""
    for title in TITLES + PLAIN + TYPESET:
        made = ours(title).replace("-", "")
        assert by_python_slugify(title).replace("-", "") == made
        assert icu is None or by_icu()(title).replace("-", "") == made
        # Django drops « œ ».
        assert by_django(title).replace("-", "") in {made, made.replace("oe", "")}


if __name__ == "__main__":
    check()
    compared("Slugs of French titles", TITLES)
    compared("Slugs of titles that are ASCII", PLAIN)
    compared("Slugs of titles with narrow no-break spaces", TYPESET)
    compared("Slugs of titles whose accents are apart (NFD)", DECOMPOSED)
