"""The domain layer of a blog, without a framework.

Posts, comments and authors are frozen, validated values; comments in any order become a thread;
old pages are read with what they say and with what can be inferred. The names here are those that
most programs need; each is loaded when it is first touched. The rooms behind them hold the rest:
`blogmodel.model`, `blogmodel.thread`, `blogmodel.formats`, `blogmodel.dates`,
`blogmodel.messages`, `blogmodel.text`, `blogmodel.moderation`, `blogmodel.errors`,
`blogmodel.testing`.

PYTEST_DONT_REWRITE: a run of pytest that began after this was loaded has nothing to warn of.
"""

TYPE_CHECKING = False  # Type checkers take it for True; `typing` need not be imported for it.

if TYPE_CHECKING:
    from blogmodel import cli as cli
    from blogmodel import dates as dates
    from blogmodel import errors as errors
    from blogmodel import formats as formats
    from blogmodel import messages as messages
    from blogmodel import model as model
    from blogmodel import moderation as moderation
    from blogmodel import testing as testing
    from blogmodel import text as text
    from blogmodel import thread as thread
    from blogmodel.errors import BlogModelError
    from blogmodel.formats import Archive, load
    from blogmodel.model import (
        Author,
        Body,
        Comment,
        CommentKind,
        MediaType,
        Origin,
        Post,
        PostKind,
        PostStatus,
        Status,
        from_dict,
        from_json,
        to_dict,
        to_json,
    )
    from blogmodel.thread import Thread

    __version__: str

__all__ = [
    "Archive",
    "Author",
    "BlogModelError",
    "Body",
    "Comment",
    "CommentKind",
    "MediaType",
    "Origin",
    "Post",
    "PostKind",
    "PostStatus",
    "Status",
    "Thread",
    "__version__",
    "from_dict",
    "from_json",
    "load",
    "to_dict",
    "to_json",
]

_ROOMS = (
    "cli",
    "dates",
    "errors",
    "formats",
    "messages",
    "model",
    "moderation",
    "testing",
    "text",
    "thread",
)
_HOMES = {
    "errors": ("BlogModelError",),
    "formats": ("Archive", "load"),
    "model": (
        "Author",
        "Body",
        "Comment",
        "CommentKind",
        "MediaType",
        "Origin",
        "Post",
        "PostKind",
        "PostStatus",
        "Status",
        "from_dict",
        "from_json",
        "to_dict",
        "to_json",
    ),
    "thread": ("Thread",),
}


def __getattr__(name: str) -> object:
    """Load a name, or a room, when it is first touched (PEP 562)."""
    from importlib import import_module  # noqa: PLC0415 - paid by the first name touched

    if name == "__version__":
        from importlib.metadata import version  # noqa: PLC0415 - needed by few programs

        value: object = version("blogmodel")
    elif name in _ROOMS:
        value = import_module(f"blogmodel.{name}")
    else:
        home = next((home for home, names in _HOMES.items() if name in names), None)
        if home is None:
            raise AttributeError(f"module 'blogmodel' has no attribute {name!r}")
        value = getattr(import_module(f"blogmodel.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the public names, loaded or not."""
    return __all__
