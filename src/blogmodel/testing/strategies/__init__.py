"""Hypothesis strategies: people, texts, dates, comments, conversations, changes and moderation.

They draw what goes wrong on real sites. Each takes what a user would want to fix as strategies or
values, and shrinks to something that a person can read. Each is loaded when it is first touched.
"""

from importlib.util import find_spec

from blogmodel.errors import MissingExtraError

# It is looked for and not imported here: when it is imported, it calls back into this package.
if find_spec("hypothesis") is None:
    raise MissingExtraError("blogmodel.testing", "testing")

TYPE_CHECKING = False  # Type checkers take it for True; `typing` need not be imported for it.

if TYPE_CHECKING:
    from blogmodel.testing.strategies._bodies import bodies
    from blogmodel.testing.strategies._broken import broken_comment_lists
    from blogmodel.testing.strategies._changes_drawn import changes
    from blogmodel.testing.strategies._extras import extras
    from blogmodel.testing.strategies._forests import Arrival, Shape, comment_lists
    from blogmodel.testing.strategies._histories import (
        ALL_RIGHTS,
        HistoryStep,
        histories,
        history_steps,
        illegal_histories,
    )
    from blogmodel.testing.strategies._moderation import actors, rights, viewers
    from blogmodel.testing.strategies._moments import START, moments, stamps
    from blogmodel.testing.strategies._names import NameKind, names
    from blogmodel.testing.strategies._people import authors, casts
    from blogmodel.testing.strategies._policies import policies
    from blogmodel.testing.strategies._registered import register, register_values
    from blogmodel.testing.strategies._submitted import contexts, submissions
    from blogmodel.testing.strategies._talks import Conversation, conversations
    from blogmodel.testing.strategies._texts import TextKind, texts
    from blogmodel.testing.strategies._threads import threads
    from blogmodel.testing.strategies._values import comments, origins, posts
    from blogmodel.testing.strategies._words import word_lists

__all__ = [
    "ALL_RIGHTS",
    "START",
    "Arrival",
    "Conversation",
    "HistoryStep",
    "NameKind",
    "Shape",
    "TextKind",
    "actors",
    "authors",
    "bodies",
    "broken_comment_lists",
    "casts",
    "changes",
    "comment_lists",
    "comments",
    "contexts",
    "conversations",
    "extras",
    "histories",
    "history_steps",
    "illegal_histories",
    "moments",
    "names",
    "origins",
    "policies",
    "posts",
    "register",
    "register_values",
    "rights",
    "stamps",
    "submissions",
    "texts",
    "threads",
    "viewers",
    "word_lists",
]

_HOMES = {
    "_bodies": ("bodies",),
    "_broken": ("broken_comment_lists",),
    "_changes_drawn": ("changes",),
    "_extras": ("extras",),
    "_forests": ("Arrival", "Shape", "comment_lists"),
    "_histories": ("ALL_RIGHTS", "HistoryStep", "histories", "history_steps", "illegal_histories"),
    "_moderation": ("actors", "rights", "viewers"),
    "_moments": ("START", "moments", "stamps"),
    "_names": ("NameKind", "names"),
    "_people": ("authors", "casts"),
    "_policies": ("policies",),
    "_registered": ("register", "register_values"),
    "_submitted": ("contexts", "submissions"),
    "_talks": ("Conversation", "conversations"),
    "_texts": ("TextKind", "texts"),
    "_threads": ("threads",),
    "_values": ("comments", "origins", "posts"),
    "_words": ("word_lists",),
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
