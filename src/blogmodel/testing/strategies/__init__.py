"""Hypothesis strategies: authors, bodies, posts, comments, and flat lists of comments to thread.

Each takes what a user would want to fix, and shrinks to something that a person can read. Each is
loaded when it is first touched.
"""

from blogmodel.errors import MissingExtraError

try:
    import hypothesis as _hypothesis  # noqa: F401 - nothing here does without it
except ModuleNotFoundError:
    raise MissingExtraError("blogmodel.testing", "testing") from None

TYPE_CHECKING = False  # Type checkers take it for True; `typing` need not be imported for it.

if TYPE_CHECKING:
    from blogmodel.testing.strategies._bodies import bodies
    from blogmodel.testing.strategies._broken import broken_comment_lists
    from blogmodel.testing.strategies._extras import extras
    from blogmodel.testing.strategies._forests import comment_lists
    from blogmodel.testing.strategies._moments import START, moments
    from blogmodel.testing.strategies._people import authors
    from blogmodel.testing.strategies._values import comments, origins, posts

__all__ = [
    "START",
    "authors",
    "bodies",
    "broken_comment_lists",
    "comment_lists",
    "comments",
    "extras",
    "moments",
    "origins",
    "posts",
]

_HOMES = {
    "_bodies": ("bodies",),
    "_broken": ("broken_comment_lists",),
    "_extras": ("extras",),
    "_forests": ("comment_lists",),
    "_moments": ("START", "moments"),
    "_people": ("authors",),
    "_values": ("comments", "origins", "posts"),
}


def __getattr__(name: str) -> object:
    """Load a name when it is first touched (PEP 562)."""
    from importlib import import_module  # noqa: PLC0415 - paid by the first name touched

    home = next((home for home, names in _HOMES.items() if name in names), None)
    if home is None:
        raise AttributeError(f"module 'blogmodel.testing.strategies' has no attribute {name!r}")
    value: object = getattr(import_module(f"blogmodel.testing.strategies.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the public names, loaded or not."""
    return __all__
