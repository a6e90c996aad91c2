"""Conversations of which the comments do not tell whom they answer, and whom they truly answer."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from itertools import product

import attrs
from hypothesis import strategies as st

from blogmodel import _checks
from blogmodel.errors import InvalidValueError
from blogmodel.model import Author, Comment
from blogmodel.testing._banks import GREETINGS, MENTIONS, OPENINGS, PASSING, SHORT, SUBJECTS, VERBS
from blogmodel.testing.conversations import POST_AUTHOR
from blogmodel.testing.strategies._choices import check_sizes, from_bank, made, or_else
from blogmodel.testing.strategies._moments import START
from blogmodel.testing.strategies._names import NameKind, names
from blogmodel.testing.strategies._people import casts
from blogmodel.text import fold

__all__ = ["Conversation", "conversations"]


@attrs.frozen
class Conversation:
    """Comments as old pages have them, without parents, and whom each of them truly answers.

    Attributes:
        comments: in the order of time; none has a parent.
        answers: for each, the id of the comment that it answers; None for one that answers the
            post.

    Raises:
        InvalidValueError: there are not as many answers as comments.

    Example:
        >>> from blogmodel import Comment
        >>> from blogmodel.testing import strategies as blog
        >>> talk = blog.Conversation((Comment("c0", "p"), Comment("c1", "p")), (None, "c0"))
        >>> talk.parents, talk.threaded[1]
        ({'c0': None, 'c1': 'c0'}, Comment('c1', 'p', parent_id='c0'))
    """

    comments: tuple[Comment, ...]
    answers: tuple[str | None, ...]

    def __attrs_post_init__(self) -> None:
        if len(self.answers) != len(self.comments):
            raise InvalidValueError(
                "Conversation", "answers", self.answers, f"one for each of {len(self.comments)}"
            )

    @property
    def parents(self) -> Mapping[str, str | None]:
        """By the id of each comment, that of the one that it answers, or None."""
        ids = (comment.id for comment in self.comments)
        return dict(zip(ids, self.answers, strict=True))

    @property
    def threaded(self) -> tuple[Comment, ...]:
        """The comments with their true parents."""
        return tuple(
            attrs.evolve(comment, parent_id=answered)
            for comment, answered in zip(self.comments, self.answers, strict=True)
        )


def conversations(  # noqa: PLR0913 - what there is to fix
    *,
    min_size: int = 0,
    max_size: int = 12,
    post_id: str = "p",
    post_author: Author | None = POST_AUTHOR,
    casts: st.SearchStrategy[list[Author]] | None = None,
    texts: st.SearchStrategy[str] | None = None,
) -> st.SearchStrategy[Conversation]:
    """Return a strategy for conversations under one post, as pages had them before threads.

    Who answers somebody mentions them (« @Nom : »), speaks to them, quotes them, or shows nothing;
    names are also shortened, or lose their accents. Some who answer the post speak to its author,
    or name somebody in passing. Nobody answers themselves. It shrinks to comments of « Zoé » that
    answer the post.

    Args:
        min_size: how many comments there are at least.
        max_size: how many there are at most.
        post_id: what they stand under.
        post_author: who wrote the post, and may comment too; None where nobody known did.
        casts: who else may comment, one or more; by default two to five with French names and
            pseudonyms, of which some begin as another does.
        texts: what they say besides; by default sentences in French.

    Raises:
        InvalidValueError: the sizes do not go together, or the post's id is empty.
        InvalidTypeError: an argument is of another type.

    Example:
        >>> from hypothesis import find
        >>> from blogmodel.testing import strategies as blog
        >>> talk = find(blog.conversations(), lambda talk: any(talk.answers))
        >>> [comment.body.text for comment in talk.comments], talk.answers
        (['Merci !', '@Zoé : Merci !'], (None, 'c0'))
    """
    check_sizes("conversations", min_size, max_size)
    _checks.identifier("conversations", "post_id", post_id)
    _checks.optional_instance(
        "conversations", "post_author", post_author, Author, "Author('Marie')"
    )
    turn = st.tuples(_SPEAKERS, _STEPS, _MANNERS, or_else(texts, _TEXTS))
    return made(
        "conversations",
        _talk,
        or_else(casts, _CASTS),
        st.lists(turn, min_size=min_size, max_size=max_size),
        st.just(post_author),
        st.just(post_id),
    )


_CASTS = casts(
    min_size=2,
    max_size=5,
    names=names(kinds=(NameKind.FRENCH, NameKind.PSEUDONYM, NameKind.PREFIX)),
    ids=st.none(),
    emails=st.none(),
    urls=st.none(),
)
_SENTENCES = map(" ".join, product(OPENINGS, SUBJECTS, [f"{verb}." for verb in VERBS]))
_TEXTS = from_bank(("Merci !", *SHORT, *_SENTENCES))
# How a comment begins that answers another, and one that answers the post.
_ANSWERING = (
    *MENTIONS,
    *GREETINGS,
    "> {text}\n\n",
    "« {text} » ",
    "@{name} :\n> {text}\n\n",
    *[""] * 5,
)
_OPENING = (*[""] * 8, *[f"{passing} " for passing in PASSING], *GREETINGS, "@{name} : ")

# Hypothesis leaves out turns of four parts and no more at once. They come from ranges apart, since
# it lowers equal numbers together.
_Turn = tuple[int, int, int, str]
_WAYS = max(len(_ANSWERING), len(_OPENING))
_NO_STEP, _FIRST_MANNER = 100, 1_000
_SPEAKERS = st.integers(0, 59)
_STEPS = st.integers(_NO_STEP, _NO_STEP + 6)
_MANNERS = st.integers(_FIRST_MANNER, _FIRST_MANNER + 6 * _WAYS - 1)


def _talk(
    cast: Sequence[Author], turns: Sequence[_Turn], post_author: Author | None, post_id: str
) -> Conversation:
    """Let people speak in turn: each answers one of the latest comments of others, or the post."""
    people = [*cast, post_author] if post_author else list(cast)
    comments: list[Comment] = []
    answers: list[str | None] = []
    for number, (speaker, steps, manner, said) in enumerate(turns):
        back = min(steps - _NO_STEP, len(comments))
        answered = comments[-back] if back else None
        others = [one for one in people if answered is None or one != answered.author]
        if not others:  # Nobody is there who could answer.
            answered, others = None, people
        author = others[speaker % len(others)]
        if answered:
            lead = _lead(_ANSWERING, manner, answered.author, answered.body.text)
        else:
            lead = _lead(_OPENING, manner, post_author, "")
        answers.append(answered.id if answered else None)
        comments.append(
            Comment(
                f"c{number}",
                post_id,
                author=author,
                body=lead + said,
                created_at=START + timedelta(minutes=number),
            )
        )
    return Conversation(tuple(comments), tuple(answers))


def _lead(ways: Sequence[str], manner: int, author: Author | None, text: str) -> str:
    """Return how a comment begins that is meant for somebody."""
    if author is None:
        return ""
    form, way = divmod(manner - _FIRST_MANNER, _WAYS)
    lead = ways[way % len(ways)]
    return lead.format(name=_called(author.name, form), text=_last_line(text))


def _called(name: str, form: int) -> str:
    """Write a name as people do: as it is, or its first word, or without accents, or small."""
    forms = (name, name, name, name.split(maxsplit=1)[0], fold(name), name.lower())
    return forms[form].strip() or name


def _last_line(text: str) -> str:
    """Return what is quoted of a text."""
    return text.splitlines()[-1] if text else ""
