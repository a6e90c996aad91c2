"""Fields that a document had besides those of the value that it holds."""

from hypothesis import strategies as st

from blogmodel.model import Extra

__all__ = ["extras", "kept"]


def extras(*, names: st.SearchStrategy[str] | None = None) -> st.SearchStrategy[Extra]:
    """Return a strategy for kept fields: often none; names that no value has of its own.

    Args:
        names: of the fields; by default a few that begin with « x ».

    Example:
        >>> from hypothesis import find
        >>> from blogmodel.testing import strategies as blog
        >>> find(blog.extras(), bool)
        Extra(x_karma)
    """
    return st.dictionaries(_NAMES if names is None else names, _PLAIN, max_size=2).map(Extra.of)


_NAMES = st.sampled_from(("x_karma", "x_éloge", "x"))
_NUMBERS = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
_PLAIN: st.SearchStrategy[object] = st.recursive(
    st.none() | st.booleans() | _NUMBERS | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=4,
)


def kept(extra: st.SearchStrategy[Extra] | None) -> st.SearchStrategy[Extra]:
    """Return the kept fields that a user asks for: none unless they do."""
    return _NOTHING if extra is None else extra


_NOTHING = st.just(Extra())
