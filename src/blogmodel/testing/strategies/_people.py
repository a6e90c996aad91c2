"""People: authors, and those who meet in one conversation."""

import attrs
from hypothesis import strategies as st

from blogmodel.model import Author, Extra
from blogmodel.testing.strategies._choices import check_sizes, from_bank, or_else
from blogmodel.testing.strategies._extras import kept
from blogmodel.testing.strategies._names import alike, names

__all__ = ["authors", "casts"]


def authors(
    *,
    names: st.SearchStrategy[str] | None = None,
    ids: st.SearchStrategy[str | None] | None = None,
    emails: st.SearchStrategy[str | None] | None = None,
    urls: st.SearchStrategy[str | None] | None = None,
    extra: st.SearchStrategy[Extra] | None = None,
) -> st.SearchStrategy[Author]:
    """Return a strategy for authors; it shrinks to ``Author('Zoé')``.

    Args:
        names: by default those of `names`.
        ids: by default none, short ones, and ones that are no ASCII.
        emails: by default none, and addresses of the domains kept for examples.
        urls: by default none, and pages of these domains.
        extra: kept fields; by default none.

    Example:
        >>> from hypothesis import find, strategies as st
        >>> from blogmodel.testing import strategies as blog
        >>> find(blog.authors(ids=st.just("u1")), lambda author: True)
        Author('Zoé', id='u1')
    """
    return st.builds(
        Author,
        or_else(names, _NAMES),
        id=or_else(ids, _IDS),
        email=or_else(emails, _EMAILS),
        url=or_else(urls, _URLS),
        extra=kept(extra),
    )


_NAMES = names()
_IDS = from_bank((None, "u0", "u1", "U1", "1", "01", " ", "é", "e\u0301", "👩‍🚀"))
_EMAILS = from_bank(
    (
        *(None, "zoe@example.org", "Zoe@Example.org", "é@exemple.ca", "a+b@example.org"),
        *("zoe@éxemple.ca", '"@example.org', "x@localhost", "a" * 64 + "@example.org"),
    )
)
_URLS = from_bank(
    (
        *(None, "https://example.org/zoé", "http://exemple.ca?q=1#a", "HTTP://EXAMPLE.ORG"),
        *("https://xn--xemple-9ua.ca/", "https://éxemple.ca/", "http://192.0.2.7:8080/~zoe"),
        *("http://[2001:db8::7]/", "https://example.org/%C3%A9?a=1&b='", "http://a@example.org/"),
    )
)


def casts(  # noqa: PLR0913 - what there is to fix
    *,
    min_size: int = 1,
    max_size: int = 6,
    names: st.SearchStrategy[str] | None = None,
    ids: st.SearchStrategy[str | None] | None = None,
    emails: st.SearchStrategy[str | None] | None = None,
    urls: st.SearchStrategy[str | None] | None = None,
) -> st.SearchStrategy[list[Author]]:
    """Return a strategy for the people of one conversation.

    No two have the same name, character for character. Some have a name that may be taken for
    another's: in other case, without its accents, with its letters and accents apart, in letters
    of another script, with something that does not show, or cut short.

    Args:
        min_size: how many there are at least.
        max_size: how many there are at most.
        names: by default those of `names`, and names alike; where given, these alone.
        ids: see `authors`.
        emails: see `authors`.
        urls: see `authors`.

    Raises:
        InvalidValueError: the sizes do not go together.

    Example:
        >>> from hypothesis import find
        >>> from blogmodel.testing import strategies as blog
        >>> find(blog.casts(), lambda cast: len(cast) == 2)
        [Author('Zoé'), Author('Luc')]
    """
    check_sizes("casts", min_size, max_size)
    people = st.lists(
        authors(names=names, ids=ids, emails=emails, urls=urls),
        min_size=min_size,
        max_size=max_size,
        unique_by=_name,
    )
    return people if names is not None else _with_doubles(people)


def _name(author: Author) -> str:
    return author.name


@st.composite
def _with_doubles(draw: st.DrawFn, casts: st.SearchStrategy[list[Author]]) -> list[Author]:
    """Draw people of whom some have a name that may be taken for that of the one before."""
    people = draw(casts)
    for number in range(1, len(people)):
        which = draw(_DOUBLES)
        if which:
            taken = set(map(_name, people))
            free = [name for name in alike(people[number - 1].name) if name not in taken]
            free.append(people[number].name)
            people[number] = attrs.evolve(people[number], name=free[which % len(free)])
    return people


# Most are nobody's double.
_DOUBLES = from_bank((*[0] * 24, *range(1, 13)))
