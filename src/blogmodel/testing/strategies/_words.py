"""Lists of words, as sites have them."""

from hypothesis import strategies as st

from blogmodel.moderation import Term, TermMatch, WordList
from blogmodel.testing.strategies._choices import check_sizes, from_bank, or_else
from blogmodel.text import Level

__all__ = ["word_lists"]


def word_lists(
    *, terms: st.SearchStrategy[Term] | None = None, min_size: int = 0, max_size: int = 6
) -> st.SearchStrategy[WordList]:
    """Return a strategy for lists of words, some of which are in what `texts` draws.

    Args:
        terms: the entries; by default words, phrases, prefixes and parts of words, of some ten
            texts, at every level of folding, some with points of their own, and some twice.
        min_size: how many there are at least.
        max_size: how many there are at most.

    Raises:
        InvalidValueError: the sizes do not go together.

    Example:
        >>> from hypothesis import find
        >>> from blogmodel.testing import strategies as blog
        >>> [term.text for term in find(blog.word_lists(), lambda words: len(words) == 1)]
        ['merci']
    """
    check_sizes("word_lists", min_size, max_size)
    return st.lists(or_else(terms, _TERMS), min_size=min_size, max_size=max_size).map(WordList)


_ENTRIES = (
    *(("merci", TermMatch.WORD), ("Été", TermMatch.WORD), ("œuvre", TermMatch.WORD)),
    *(("viagra", TermMatch.WORD), ("oui", TermMatch.PREFIX), ("anticonstitu", TermMatch.PREFIX)),
    *(("http", TermMatch.SUBSTRING), ("@", TermMatch.SUBSTRING), ("!!!", TermMatch.SUBSTRING)),
    *(("tout à fait", TermMatch.PHRASE), ("l’heure", TermMatch.PHRASE)),
)
_LEVELS = (Level.FOLDED, *(level for level in Level if level is not Level.FOLDED))
_TERMS = from_bank(
    [
        Term(text, match, level=level, points=points)
        for points in (None, 0.5, -1.0)
        for level in _LEVELS
        for text, match in _ENTRIES
    ]
)
