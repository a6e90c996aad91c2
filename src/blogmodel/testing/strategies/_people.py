"""People: what they call themselves, and what else is known of them."""

from hypothesis import strategies as st

from blogmodel.model import Author, Extra
from blogmodel.testing.strategies._extras import kept

__all__ = ["authors"]

_NAMES = (
    "Zoé",
    "Génération Agile",
    "Jean-François L’Écuyer",
    "Marie-Ève",
    "d’Artagnan",
    "Anne de la Tour",
    "Œdipe",
    "李明",
)


def authors(
    *, names: st.SearchStrategy[str] | None = None, extra: st.SearchStrategy[Extra] | None = None
) -> st.SearchStrategy[Author]:
    """Return a strategy for authors, with French names and any other."""
    any_name = st.sampled_from(_NAMES) | st.text(min_size=1, max_size=12).filter(str.strip)
    return st.builds(
        Author,
        any_name if names is None else names,
        id=st.none() | st.text(min_size=1, max_size=4),
        email=st.sampled_from([None, "zoe@example.org", "é@exemple.ca"]),
        url=st.sampled_from([None, "https://example.org/zoé", "http://exemple.ca?q=1#a"]),
        extra=kept(extra),
    )
