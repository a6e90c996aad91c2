"""Conversations in French as people hold them under a post, with their true parents.

They are for trying a page, a store or a reply finder on something that looks like life: a few
people write most of it, names are shortened and lose their accents, some answers show nothing of
whom they answer, and some texts name people without speaking to them.
"""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from html import escape
from random import Random

import attrs

from blogmodel.model import Author, Body, Comment, MediaType
from blogmodel.testing._banks import (
    ENDINGS,
    FIRST,
    GREETINGS,
    LAST,
    MENTIONS,
    NOISE,
    OPENINGS,
    PASSING,
    PSEUDONYMS,
    SHORT,
    SUBJECTS,
    VERBS,
)
from blogmodel.text import fold

__all__ = ["POST_AUTHOR", "conversation", "shows_whom_it_answers"]

POST_AUTHOR = Author("Hélène Dubé")
"""Who wrote the post that the conversations are about."""

_START = datetime(2009, 6, 24, 13, 7, tzinfo=UTC)


@attrs.frozen
class _Person:
    """Somebody who comments; how often, against the others."""

    author: Author | None
    weight: float


def conversation(
    chance: Random, count: int, *, post_author: Author | None = POST_AUTHOR
) -> list[Comment]:
    """Return the comments under a post, in the order of time, each with the parent it truly has.

    A comment that answers the post has none. The same state of the generator gives the same
    comments. O(count).

    Args:
        chance: where all chance comes from; give it a seed.
        count: how many comments.
        post_author: who wrote the post, and answers now and then; None if nobody known did.

    Example:
        >>> from random import Random
        >>> from blogmodel.testing.conversations import conversation
        >>> comments = conversation(Random(2009), 30)
        >>> len(comments), comments == conversation(Random(2009), 30)
        (30, True)
    """
    return _Talk(chance, _cast(chance, count), post_author).run(count)


def shows_whom_it_answers(reply: Comment) -> bool:
    """Tell whether the text of a reply of `conversation` has a trace of whom it answers.

    Example:
        >>> from random import Random
        >>> from blogmodel.testing.conversations import conversation, shows_whom_it_answers
        >>> replies = [comment for comment in conversation(Random(1), 100) if comment.parent_id]
        >>> 0.5 < sum(map(shows_whom_it_answers, replies)) / len(replies) < 0.8
        True
    """
    return not reply.body.text.removeprefix("<p>").startswith((*OPENINGS, *SHORT))


def _cast(chance: Random, count: int) -> list[_Person]:
    """Make up people: the first ones write most."""
    people: list[_Person] = []
    for rank in range(3 + round(count**0.75)):
        first, last = chance.choice(FIRST), chance.choice(LAST)
        initial = f"{first} {last[0].upper()}."
        names = (first, f"{first} {last}", initial, chance.choice(PSEUDONYMS))
        name = chance.choices(names, (3, 4, 2, 3))[0]
        url = f"http://exemple.ca/{rank}" if chance.random() < 0.4 else None  # noqa: PLR2004
        people.append(_Person(Author(name, url=url), 1 / (rank + 2)))
    share = sum(person.weight for person in people)
    people.append(_Person(Author("Anonyme"), share * 0.04))
    people.append(_Person(None, share * 0.02))
    return people


@attrs.define
class _Talk:
    """A conversation in the making."""

    chance: Random
    people: Sequence[_Person]
    post_author: Author | None
    comments: list[Comment] = attrs.field(factory=list)
    said: list[str] = attrs.field(factory=list)
    at: datetime = _START

    def run(self, count: int) -> list[Comment]:
        """Let people speak in turn."""
        for number in range(count):
            self.at += timedelta(minutes=self.chance.randrange(1, 300))
            author = self._speaker()
            target = self._target(author)
            said = self._thoughts()
            media = self.chance.choices(tuple(MediaType), (6, 3, 1))[0]
            lead = self._lead(media, target) if target else self._aside(author)
            text = said if lead is None else lead + said
            if media is MediaType.HTML:
                text = text.replace("\n", "<br>\n") if lead and "<" in lead else _html(text)
            self.said.append(said)
            self.comments.append(
                Comment(
                    str(1000 + number),
                    "billet",
                    author=author,
                    body=Body(text, media),
                    created_at=self.at,
                    parent_id=target.id if target else None,
                )
            )
        return self.comments

    def _happens(self, likelihood: float) -> bool:
        return self.chance.random() < likelihood

    def _speaker(self) -> Author | None:
        if self.post_author and self._happens(0.15):
            return self.post_author
        if len(self.comments) > 1 and self._happens(0.25):
            # Who was just answered comes back.
            parent_id = self.comments[-1].parent_id
            if parent_id is not None:
                return self.comments[int(parent_id) - 1000].author
        weights = [person.weight for person in self.people]
        return self.chance.choices(self.people, weights)[0].author

    def _target(self, author: Author | None) -> Comment | None:
        """Choose whom somebody answers: rather one of the latest, and not themselves."""
        others = [c for c in self.comments[-60:] if c.author is None or c.author != author]
        if not others or self._happens(0.15 if author == self.post_author else 0.45):
            return None
        back = min(int(self.chance.expovariate(0.35)), len(others) - 1)
        theirs = [c for c in others[-6:] if c.parent_id and self._author_of(c.parent_id) == author]
        return theirs[-1] if theirs and self._happens(0.6) else others[-1 - back]

    def _author_of(self, comment_id: str) -> Author | None:
        return self.comments[int(comment_id) - 1000].author

    def _thoughts(self) -> str:
        sentences = [self._sentence() for _ in range(self.chance.choices((1, 2, 3), (5, 3, 2))[0])]
        if self._happens(0.3):
            sentences.insert(0, self.chance.choice(SHORT))
        return " ".join(sentences)

    def _sentence(self) -> str:
        parts = [self.chance.choice(bank) for bank in (OPENINGS, SUBJECTS, VERBS, ENDINGS)]
        return " ".join(parts) + self.chance.choices((".", "!", " ?"), (7, 1, 2))[0]

    def _lead(self, media: MediaType, target: Comment) -> str | None:
        """Show whom a comment answers, or nothing, as in a third of all answers."""
        name = self._called(target.author)
        if name is None:
            return None
        ways: tuple[tuple[Callable[[MediaType, Comment, str], str | None], int], ...] = (
            (_nothing, 34),
            (self._mention, 34),
            (self._greeting, 14),
            (self._quote, 8),
            (self._mention_and_quote, 3),
            (self._link, 4),
            (self._two, 2),
            (self._in_passing, 1),
        )
        way = self.chance.choices([way for way, _ in ways], [weight for _, weight in ways])[0]
        return way(media, target, name)

    def _called(self, author: Author | None) -> str | None:
        """Write a name as people do: shortened, without accents, misspelt."""
        if author is None:
            return None
        name = author.name
        words = name.split()
        if len(words) > 1 and words[0].casefold() not in {"le", "la", "mme"} and self._happens(0.4):
            name = words[0]
        if self._happens(0.2):
            name = fold(name) if self._happens(0.5) else name.lower()
        if len(name) > 5 and self._happens(0.03):  # noqa: PLR2004 - a short one is seldom misspelt
            at = self.chance.randrange(1, len(name) - 1)
            name = name[:at] + name[at + 1] + name[at] + name[at + 2 :]
        return name

    def _mention(self, media: MediaType, target: Comment, name: str) -> str:
        del media, target
        ways = self.chance.choices(MENTIONS, (5, 4, 3, 3, 1, 1))
        return ways[0].format(name=name)

    def _greeting(self, media: MediaType, target: Comment, name: str) -> str:
        del media, target
        return self.chance.choice(GREETINGS).format(name=name)

    def _quote(self, media: MediaType, target: Comment, name: str) -> str:
        del name
        words = self.said[int(target.id) - 1000].split()
        first = self.chance.randrange(max(1, len(words) - 8))
        piece = " ".join(words[first : first + self.chance.randrange(4, 14)])
        if media is MediaType.HTML and self._happens(0.6):
            return f"<blockquote>{escape(piece)}</blockquote>\n"
        if media is not MediaType.HTML and self._happens(0.5):
            return f"> {piece}\n\n"
        return f"« {piece} » "

    def _mention_and_quote(self, media: MediaType, target: Comment, name: str) -> str:
        quote = self._quote(MediaType.PLAIN if media is MediaType.HTML else media, target, name)
        return f"@{name} :\n{quote}"

    def _link(self, media: MediaType, target: Comment, name: str) -> str:
        if media is MediaType.HTML:
            anchor = self.chance.choice(("#c{id}", "#comment-{id}")).format(id=target.id)
            return f'@<a href="{anchor}" rel="nofollow">{escape(name)}</a> : '
        return self._mention(media, target, name)

    def _two(self, media: MediaType, target: Comment, name: str) -> str:
        del media, target
        other = self._someone()
        names = [name, other] if self._happens(0.5) else [other, name]
        return f"@{names[0]} et @{names[1]} : "

    def _in_passing(self, media: MediaType, target: Comment, name: str) -> str:
        del media, target
        return f"Je suis d’accord avec @{name} là-dessus. "

    def _aside(self, author: Author | None) -> str | None:
        """Start a comment that answers the post: often with nothing, or with names in passing."""
        host = self.post_author.name if self.post_author else "Hélène"
        host = host.split()[0] if self._happens(0.6) else host
        way = self.chance.random()
        if way < 0.1 and author != self.post_author:  # noqa: PLR2004
            return self.chance.choice((*GREETINGS, *MENTIONS)).format(name=host)
        if way < 0.2:  # noqa: PLR2004
            return self.chance.choice(PASSING).format(name=self._someone()) + " "
        if way < 0.3:  # noqa: PLR2004
            name = self._someone()
            handle = fold(name.split()[0])
            return self.chance.choice(NOISE).format(name=name, handle=handle) + " "
        if way < 0.303:  # noqa: PLR2004
            return f"{self._someone()}, ma voisine, en parlait encore. "
        return None

    def _someone(self) -> str:
        recent = [c.author for c in self.comments[-20:] if c.author is not None]
        author = self.chance.choice(recent) if recent else Author("Marie")
        return self._called(author) or author.name


def _nothing(media: MediaType, target: Comment, name: str) -> None:
    del media, target, name


def _html(text: str) -> str:
    return f"<p>{escape(text, quote=False)}</p>".replace("\n", "<br>\n")
