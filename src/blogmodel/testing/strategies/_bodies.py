"""Bodies of posts and comments."""

from hypothesis import strategies as st

from blogmodel.model import Body, Extra, MediaType
from blogmodel.testing.strategies._choices import or_else
from blogmodel.testing.strategies._extras import kept
from blogmodel.testing.strategies._texts import texts

__all__ = ["bodies"]


def bodies(
    *,
    texts: st.SearchStrategy[str] | None = None,
    media_types: st.SearchStrategy[MediaType] | None = None,
    extra: st.SearchStrategy[Extra] | None = None,
) -> st.SearchStrategy[Body]:
    """Return a strategy for bodies; it shrinks to ``Body('Merci !')``, which is plain text.

    Any text may come under any media type, as on real sites: plain text with signs that HTML gives
    a meaning, HTML that is broken.

    Args:
        texts: by default those of `texts`.
        media_types: by default all.
        extra: kept fields; by default none.

    Example:
        >>> from hypothesis import find
        >>> from blogmodel import MediaType
        >>> from blogmodel.testing import strategies as blog
        >>> find(blog.bodies(), lambda body: body.media_type is MediaType.HTML)
        Body('Merci !', text/html)
    """
    return st.builds(
        Body, or_else(texts, _TEXTS), or_else(media_types, _MEDIA_TYPES), extra=kept(extra)
    )


_TEXTS = texts()
_MEDIA_TYPES = st.sampled_from(MediaType)
