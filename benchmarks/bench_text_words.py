"""Words, sentences and excerpts of French prose, beside ICU and Django."""

import re
import time
from collections.abc import Callable

import django
from django.conf import settings
from django.utils.text import Truncator

from _timing import compare, table
from blogmodel.text import excerpt, reading_time, sentences, words

try:
    import icu
except ImportError:  # It has to be built, against ICU's own library.
    icu = None

COUNT = 100
ROUNDS = 15
PROSE = (
    "Samedi dernier, on a enfin sorti les chaudières : l’eau d’érable coulait depuis l’aube, et "
    "grand-mère n’en revenait pas. « Quoi\u202f! dit-il, déjà\u202f? » Aujourd’hui, c’est l’été ou "
    "presque ; on verra bien. M. Roy a payé 10\u00a0000\u00a0$ pour ça.\n\n"
)
TEXT = PROSE * 100
BRIEF = PROSE * 10


def by_icu(kind: str) -> Callable[[], list[str]]:
    """Return ICU's way of parting the text; all its characters are of one unit of UTF-16."""
    make = getattr(icu.BreakIterator, f"create{kind}Instance")
    breaks = make(icu.Locale("fr"))

    def run() -> list[str]:
        breaks.setText(TEXT)
        start, parts = 0, []
        for end in breaks:
            if kind == "Sentence" or breaks.getRuleStatus():
                parts.append(TEXT[start:end])
            start = end
        return parts

    return run


def parted() -> None:
    """Time words and sentences."""
    ours = [word.text for word in words(TEXT)]
    peers: dict[str, Callable[[], object]] = {
        "words": lambda: list(words(TEXT)),
        "reading_time": lambda: reading_time(TEXT, locale="fr"),
        r"re, \w+": lambda: re.findall(r"\w+", TEXT),
    }
    if icu is not None:
        peers["ICU, words"] = by_icu("Word")
        # ICU has « l’eau » in one and « 10 000 » in two, and a narrow space in the word before it.
        theirs = "".join(by_icu("Word")()).replace("\u202f", "")
        assert theirs == "".join(ours).replace("\u00a0", "")
    table("A word", compare(peers, rounds=ROUNDS, clock=time.process_time), "words", per=len(ours))
    count = len(list(sentences(TEXT)))
    peers = {"sentences": lambda: list(sentences(TEXT))}
    if icu is not None:
        peers["ICU, sentences"] = by_icu("Sentence")
    medians = compare(peers, rounds=ROUNDS, clock=time.process_time)
    table("A sentence", medians, "sentences", per=count)


def excerpts() -> None:
    """Time excerpts of a post, and of a long one."""
    for what, text in (("a post", BRIEF), ("a long post", TEXT)):
        cut = Truncator(text)
        assert cut.words(6).startswith(excerpt(text, words=6).text[:-1])
        makers: dict[str, Callable[[str], object]] = {
            "excerpt, words": lambda text: excerpt(text, words=30),
            "excerpt, characters": lambda text: excerpt(text, characters=160),
            "excerpt, sentences": lambda text: excerpt(text, sentences=2),
            "Django, words": lambda text: Truncator(text).words(30),
            "Django, characters": lambda text: Truncator(text).chars(160),
        }
        peers = {
            name: lambda make=make, text=text: [make(text) for _ in range(COUNT)]
            for name, make in makers.items()
        }
        medians = compare(peers, rounds=ROUNDS, clock=time.process_time)
        title = f"An excerpt of {what}, {len(text)} characters"
        table(title, medians, "excerpt, words", per=COUNT)


if __name__ == "__main__":
    settings.configure(USE_I18N=False)
    django.setup()
    parted()
    excerpts()
