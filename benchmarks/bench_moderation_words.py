"""Lists of 100,000 words, beside the automaton of Aho and Corasick in C."""

import random
from pathlib import Path

import ahocorasick

from _timing import compare, table
from blogmodel.moderation import TermMatch, WordList
from blogmodel.text import Level, fold

SHARED = Path(__file__).parents[2] / "shared" / "data" / "lists"
DICTIONARY = Path("/usr/share/dict/french")
COMMENT = (
    "Bonjour Lise, j’ai beaucoup aimé ton billet sur la cabane à sucre, surtout la recette de "
    "tire sur la neige que ma grand-mère faisait aussi. Chez nous on ajoutait un peu de beurre "
    "et de crème, et mon père disait toujours que c’était trop. Est-ce que tu connais la sucrerie "
    "du rang Saint-Joseph ? On y va chaque année au mois de mars avec les enfants, c’est à deux "
    "heures de Montréal et ça vaut le détour. Merci encore !"
)
SYLLABLES = "ba ce di fo gu la me ni po ru sa te vi bro cla dri flo gré ouin eau ant tion".split()
ROUNDS = 200
_SHORTEST = 3


def made_up(count: int) -> list[str]:
    """Return so many words that look like French, 3 of them in text."""
    rng = random.Random(7)  # noqa: S311 - no secret
    words: dict[str, None] = {"beurre": None, "neige": None, "mars": None}
    while len(words) < count:
        words["".join(rng.choice(SYLLABLES) for _ in range(rng.randint(2, 5)))] = None
    return list(words)


def automaton(words: list[str]) -> ahocorasick.Automaton:
    """Return the peer."""
    made = ahocorasick.Automaton()
    for word in words:
        made.add_word(word, word)
    made.make_automaton()
    return made


def whole_words(found: ahocorasick.Automaton, text: str) -> set[tuple[int, int]]:
    """Return where the peer finds whole words: its hits, less those within words."""
    spans = set()
    for end, word in found.iter(text):
        start = end - len(word) + 1
        before, after = text[start - 1 : start], text[end + 1 : end + 2]
        if not (before.isalnum() or after.isalnum()):
            spans.add((start, end + 1))
    return spans


def timed(title: str, words: list[str], match: TermMatch) -> None:
    """Time one list."""
    folded = sorted({fold(word) for word in words if fold(word).strip()})
    peer = automaton(folded)
    lines = "\n".join(folded)
    ours = WordList.from_lines(lines, match=match)
    text = fold(COMMENT)
    index = ours._indexes[Level.FOLDED]  # noqa: SLF001 - the part that the peer does
    if match is TermMatch.WORD:
        search = {"Aho-Corasick, words sieved": lambda: whole_words(peer, text)}
        assert whole_words(peer, text) == {hit[:2] for hit in index.find(text)}
    else:
        search = {"Aho-Corasick": lambda: list(peer.iter(text))}
    peers = {
        **search,
        "the same, here": lambda: index.find(text),
        "find, folding and hits included": lambda: ours.find(COMMENT),
    }
    repeated = {name: lambda run=run: [run() for _ in range(ROUNDS)] for name, run in peers.items()}
    title = (
        f"{title}: {len(folded)} entries, {len(COMMENT)} characters, {len(ours.find(COMMENT))} hits"
    )
    table(title, compare(repeated), next(iter(peers)), per=ROUNDS)
    built = compare(
        {
            "built, Aho-Corasick": lambda: automaton(folded),
            "built, here": lambda: WordList.from_lines(lines, match=match),
        },
        rounds=3,
    )
    table(f"{title}: building", built, "built, Aho-Corasick")


if __name__ == "__main__":
    timed("Whole words", made_up(100_000), TermMatch.WORD)
    timed("Starts of words", made_up(100_000), TermMatch.PREFIX)
    timed("Parts of words", made_up(100_000), TermMatch.SUBSTRING)
    if DICTIONARY.exists():
        timed("A dictionary as whole words", DICTIONARY.read_text("utf-8").split(), TermMatch.WORD)
    if SHARED.is_dir():
        blocklist = (SHARED / "splorp-blacklist.txt").read_text("utf-8")
        lines = [
            line for line in blocklist.splitlines() if line.strip() and len(fold(line)) >= _SHORTEST
        ]
        timed("A WordPress blocklist", lines, TermMatch.SUBSTRING)
