"""What tests of a blog are made of: strategies, conversations, and changes to make.

The strategies need the extra ``blogmodel[testing]``. Each name is loaded when it is first touched.
"""

TYPE_CHECKING = False  # Type checkers take it for True; `typing` need not be imported for it.

if TYPE_CHECKING:
    from blogmodel.testing import conversations as conversations
    from blogmodel.testing import strategies as strategies
    from blogmodel.testing._changes import Add, Change, Delete, Edit, Hide, Move, Restore

__all__ = [
    "Add",
    "Change",
    "Delete",
    "Edit",
    "Hide",
    "Move",
    "Restore",
    "conversations",
    "strategies",
]

_ROOMS = ("conversations", "strategies")
_HOMES = {"_changes": ("Add", "Change", "Delete", "Edit", "Hide", "Move", "Restore")}


def __getattr__(name: str) -> object:
    """Load a name when it is first touched (PEP 562)."""
    from importlib import import_module  # noqa: PLC0415 - paid by the first name touched

    home = next((home for home, names in _HOMES.items() if name in names), None)
    if name in _ROOMS:
        value: object = import_module(f"blogmodel.testing.{name}")
    elif home is not None:
        value = getattr(import_module(f"blogmodel.testing.{home}"), name)
    else:
        raise AttributeError(f"module 'blogmodel.testing' has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the public names, loaded or not."""
    return __all__
