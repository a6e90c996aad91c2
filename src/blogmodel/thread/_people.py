"""Who wrote what, and whose comments a name can mean."""

from collections.abc import Sequence
from itertools import islice

import attrs

from blogmodel.model import Author
from blogmodel.thread._mentions import name_key
from blogmodel.thread._names import Match, Names

__all__ = ["Meant", "People", "Person", "person_of"]

# How likely it is the nearest of that name, where longer names begin so; the nearest by any of
# several people of one name.
_LOOK_ALIKE = 0.5
_SEVERAL_PEOPLE = 0.5

# How many comments of one name are looked at.
_SIGHT = 50

# Names that many people go by.
_NOBODY = frozenset({"anonyme", "anonymous", "guest", "inconnu", "invite", "unknown", "visiteur"})


@attrs.frozen
class Person:
    """Who wrote a comment: a name, and what tells two of one name apart, where that is known."""

    key: str
    mark: str | None

    def may_be(self, other: "Person") -> bool:
        """Tell whether two are one person, as far as is known."""
        same = self.key == other.key and self.key not in _NOBODY
        return same and (None in {self.mark, other.mark} or self.mark == other.mark)


def person_of(author: Author | None) -> Person | None:
    """Return who an author is; None for one who is unknown."""
    if author is None:
        return None
    return Person(name_key(author.name), author.id or author.email or author.url)


@attrs.frozen
class Meant:
    """The comments that a name can mean, each list nearest first, and how likely it is the name.

    Attributes:
        theirs: those by people of that name.
        alike: those by people whose longer names begin so.
        own: those by the one who writes.
        likely: a factor of the confidence.
    """

    theirs: Sequence[int] = ()
    alike: Sequence[int] = ()
    own: Sequence[int] = ()
    likely: float = 1.0


@attrs.define
class People:
    """The authors of the comments that have arrived.

    Attributes:
        reached: by comment, the number that a reply to it must be higher than.
        names: theirs.
    """

    reached: Sequence[int]
    names: Names = attrs.field(init=False, factory=Names)
    _authors: dict[int, Person | None] = attrs.field(init=False, factory=dict)
    _by_key: dict[str, list[int]] = attrs.field(init=False, factory=dict)

    def add(self, number: int, person: Person | None) -> None:
        """Note who wrote a comment."""
        self._authors[number] = person
        if person:
            self.names.add(person.key)
            self._by_key.setdefault(person.key, []).append(number)

    def author(self, number: int) -> Person | None:
        """Return who wrote a comment."""
        return self._authors[number]

    def wrote(self, person: Person | None, number: int) -> bool:
        """Tell whether a person may have written a comment; nothing is known of the unknown."""
        author = self._authors[number]
        return person is not None and author is not None and author.may_be(person)

    def meant(self, match: Match | None, number: int, me: Person | None) -> Meant:
        """Return the comments before a number that a name can mean, where one person writes."""
        if match is None:
            return Meant()
        theirs = self._earlier(match.keys, number)
        own = [target for target in theirs if self.wrote(me, target)]
        others = [target for target in theirs if not self.wrote(me, target)]
        longer = self._earlier(self.names.longer(match), number)
        alike = [target for target in longer if not self.wrote(me, target)]
        several = len(others) > 1 and self._are_several(others)
        likely = _SEVERAL_PEOPLE if several else _LOOK_ALIKE if alike else 1.0
        return Meant(others, alike, own, likely)

    def _are_several(self, numbers: Sequence[int]) -> bool:
        people = {person for person in map(self.author, numbers) if person}
        keys = {person.key for person in people}
        marks = {person.mark for person in people if person.mark}
        return len(keys) > 1 or len(marks) > 1 or bool(keys & _NOBODY)

    def _earlier(self, keys: Sequence[str], number: int) -> list[int]:
        found = [
            target
            for key in keys
            for target in islice(reversed(self._by_key[key]), _SIGHT)
            if self.reached[target] < number
        ]
        return sorted(found, reverse=True)
