"""Fields that a document had besides those of the value it holds."""

from hypothesis import strategies as st

from blogmodel.model import Extra

__all__ = ["extras", "kept"]


def extras() -> st.SearchStrategy[Extra]:
    """Return a strategy for kept fields: often none; names that no value has of its own."""
    numbers = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    plain = st.recursive(
        st.none() | st.booleans() | numbers | st.text(max_size=5),
        lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner),
        max_leaves=4,
    )
    names = st.sampled_from(["x_karma", "x_éloge", "x"])
    return st.dictionaries(names, plain, max_size=2).map(Extra.of)


def kept(extra: st.SearchStrategy[Extra] | None) -> st.SearchStrategy[Extra]:
    return st.just(Extra()) if extra is None else extra
