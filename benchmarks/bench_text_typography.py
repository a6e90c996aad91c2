"""French typography, beside typographeur with its ligatures and without them."""

import html
import time
from collections.abc import Callable

from typographeur import typographeur

from _timing import compare, table
from blogmodel.text import typeset, typeset_html

ROUNDS = 9
CHARACTERS = 20_000

Typeset = Callable[[str], str]

TITLES = [
    "L'été des Indiens : c'est fini ?",
    "Où manger une bonne poutine à Québec ?",
    "Mon jardin en juin",
    "« Maria Chapdelaine », cent ans plus tard",
    "Recette : le pâté chinois de ma mère...",
    "Dix livres qu'il faut avoir lus !",
]
PARAGRAPHS = """\
Il faisait encore nuit quand nous sommes partis, et la route était déserte jusqu'à Baie-Saint-Paul.
Personne n'avait pensé au café : nous avons donc attendu que le village s'éveille, assis devant
l'église, à regarder la brume se lever sur le fleuve.

« Vous venez de loin ? » nous a demandé la boulangère ; elle n'avait pas l'air pressée. Je lui ai
dit d'où nous venions, ce qui l'a fait rire : sa soeur y habite depuis toujours !

L'après-midi, le vent s'est calmé. Les enfants ont ramassé du bois de grève, des coquillages et tout
ce que la marée avait laissé, pendant que nous lisions à l'abri des rochers. C'était le premier jour
de l'été, et l'on aurait voulu qu'il ne finisse pas...

Au retour, le traversier coûtait 12 $ par personne, et nous avons attendu une heure. Est-ce que ça
valait la peine ? Oui, mille fois oui ; nous y retournerons avant l'automne.
"""


def text_of(size: int) -> str:
    """Return paragraphs of so many characters."""
    return ((PARAGRAPHS + "\n") * (size // len(PARAGRAPHS) + 1))[:size]


def page_of(size: int) -> str:
    """Return HTML of about so many characters."""
    return "\n".join(
        f"<p>{html.escape(part, quote=False)}</p>" for part in text_of(size).split("\n\n")
    )


def ours(text: str) -> str:
    """Typeset as one call does it."""
    return typeset(text, locale="fr")


def ours_html(text: str) -> str:
    """Typeset HTML."""
    return typeset_html(text, locale="fr")


def without_ligatures(text: str) -> str:
    """Typeset as the peer does it without its dictionaries."""
    return typographeur(text, fix_oe=False, fix_ae=False)


def compared(title: str, mine: Typeset, texts: list[str]) -> None:
    """Print the times of all on some texts."""
    repeats = max(1, CHARACTERS // sum(map(len, texts)))

    def over(run: Typeset) -> Callable[[], object]:
        def all_of_them() -> None:
            for _ in range(repeats):
                for text in texts:
                    run(text)

        return all_of_them

    peers = {
        "blogmodel": over(mine),
        "typographeur": over(typographeur),
        "typographeur, no ligatures": over(without_ligatures),
    }
    medians = compare(peers, rounds=ROUNDS, clock=time.process_time)
    table(title, medians, "blogmodel", per=repeats * len(texts))


def agree() -> None:
    """Check that both did the same work: marks, apostrophes and ellipses.

    They differ in what is no part of ours (« soeur »), in the space before « ; », and in that the
    peer writes spaces as references.
    """
    theirs = html.unescape(without_ligatures(PARAGRAPHS))
    assert marks(theirs) == marks(ours(PARAGRAPHS))


def marks(text: str) -> str:
    """Return the characters that typography is about."""
    return "".join(char for char in text if char in "’…«»:;!?")


if __name__ == "__main__":
    agree()
    compared("Titles", ours, TITLES)
    for size in (500, 2_000, 5_000):
        compared(f"A text of {size} characters", ours, [text_of(size)])
    for size in (500, 5_000):
        compared(f"HTML of {size} characters", ours_html, [page_of(size)])
