"""Bodies of posts and comments."""

from hypothesis import strategies as st

from blogmodel.model import Body, Extra, MediaType
from blogmodel.testing.strategies._extras import kept

__all__ = ["bodies"]


def bodies(*, extra: st.SearchStrategy[Extra] | None = None) -> st.SearchStrategy[Body]:
    """Return a strategy for bodies of every media type."""
    return st.builds(
        Body,
        st.text(max_size=40),
        st.sampled_from(MediaType),
        extra=kept(extra),
    )
