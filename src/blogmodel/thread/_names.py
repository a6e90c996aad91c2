"""The names of those who have written so far, and whom a few written words mean."""

from collections.abc import Iterator
from enum import Enum, auto
from itertools import islice

import attrs

from blogmodel.thread._mentions import name_key

__all__ = ["Fit", "Match", "Names"]

# How many names that start alike are looked at, those heard last first.
_ALIKE = 20
# A beginning that is no whole word must be this long to stand for a name.
_LONGEST = 100
_BEGINNING = 4


class Fit(Enum):
    """How the words that were written fit a name."""

    WHOLE = auto()
    """They are the name."""
    FIRST_WORDS = auto()
    """The name begins with these words: « Génération » of « Génération Agile »."""
    BEGINNING = auto()
    """The name begins with these letters: « Jeff » of « Jeff2009 »."""
    MORE = auto()
    """They say more than the name: « Luc Roy » where there is a « Luc »."""


@attrs.frozen
class Match:
    """The names that written words fit, all in one way, and how many of the words were needed."""

    keys: tuple[str, ...]
    fit: Fit
    words: int


@attrs.define
class Names:
    """Names by their keys (see `name_key`); what is asked about all is answered in O(1)."""

    _keys: dict[str, None] = attrs.field(factory=dict)
    _tight: dict[str, dict[str, None]] = attrs.field(factory=dict)
    _by_word: dict[str, dict[str, None]] = attrs.field(factory=dict)
    _by_letters: dict[str, dict[str, None]] = attrs.field(factory=dict)

    def add(self, key: str) -> None:
        """Note a name, as the one heard last; nobody writes out one of a hundred letters."""
        if len(key) > _LONGEST:
            return
        tight = key.replace(" ", "")
        self._keys[key] = None
        for index, entry in (
            (self._tight, tight),
            (self._by_word, key.partition(" ")[0]),
            (self._by_letters, tight[:_BEGINNING]),
        ):
            alike = index.setdefault(entry, {})
            alike.pop(key, None)
            alike[key] = None

    def match(self, words: list[str], *, closed: bool) -> Match | None:
        """Find whom words mean, which a name starts; the longest reading wins.

        Where they are ``closed`` by a mark they are all of the name; otherwise a sentence may go
        on after it.
        """
        for count in range(len(words), 0, -1):
            keys = self._whole(name_key(" ".join(words[:count])))
            if keys:
                more = closed and count < len(words)
                return Match(keys, Fit.MORE if more else Fit.WHOLE, len(words) if more else count)
        counts = [len(words)] if closed else range(len(words), 0, -1)
        for fit, find in ((Fit.FIRST_WORDS, self._first_words), (Fit.BEGINNING, self._beginning)):
            for count in counts:
                keys = find(name_key(" ".join(words[:count])))
                if keys:
                    return Match(keys, fit, count)
        return None

    def whole(self, words: list[str]) -> Match | None:
        """Find whom words mean that are all of a name, or its first words."""
        key = name_key(" ".join(words))
        for fit, find in ((Fit.WHOLE, self._whole), (Fit.FIRST_WORDS, self._first_words)):
            keys = find(key)
            if keys:
                return Match(keys, fit, len(words))
        return None

    def longer(self, match: Match) -> tuple[str, ...]:
        """Return the names that begin with a name that was matched whole, and go on."""
        whole = match.keys if match.fit is Fit.WHOLE else ()
        return tuple(other for key in whole for other in self._first_words(key))

    def _whole(self, key: str) -> tuple[str, ...]:
        if key in self._keys:
            return (key,)
        return tuple(_latest(self._tight.get(key.replace(" ", ""))))

    def _first_words(self, key: str) -> tuple[str, ...]:
        alike = _latest(self._by_word.get(key.partition(" ")[0]))
        return tuple(other for other in alike if other.startswith(f"{key} "))

    def _beginning(self, key: str) -> tuple[str, ...]:
        tight = key.replace(" ", "")
        if len(tight) < _BEGINNING:
            return ()
        alike = _latest(self._by_letters.get(tight[:_BEGINNING]))
        return tuple(other for other in alike if other.replace(" ", "").startswith(tight))


def _latest(keys: dict[str, None] | None) -> Iterator[str]:
    return islice(reversed(keys or {}), _ALIKE)
