"""What becomes of a comment: verdicts that explain themselves, and a history that can be replayed.

A policy judges a submission by facts that it is given, and its verdict tells why. Every later
move is checked against a table, recorded as an event, and can be taken back. Who sees what is
answered by one function. Nothing here reads a clock, a file or a network by itself. Each name is
loaded when it is first touched.
"""

TYPE_CHECKING = False  # Type checkers take it for True; `typing` need not be imported for it.

if TYPE_CHECKING:
    from blogmodel.moderation._kinds import Appeal, EventKind, Part, Reason, Review, Role
    from blogmodel.moderation._places import Place
    from blogmodel.moderation._reports import Report
    from blogmodel.moderation._revisions import Revision, fingerprint

__all__ = [
    "Appeal",
    "EventKind",
    "Part",
    "Place",
    "Reason",
    "Report",
    "Review",
    "Revision",
    "Role",
    "fingerprint",
]

_HOMES = {
    "_kinds": ("Appeal", "EventKind", "Part", "Reason", "Review", "Role"),
    "_places": ("Place",),
    "_reports": ("Report",),
    "_revisions": ("Revision", "fingerprint"),
}


def __getattr__(name: str) -> object:
    """Load a name when it is first touched (PEP 562)."""
    from importlib import import_module  # noqa: PLC0415 - paid by the first name touched

    home = next((home for home, names in _HOMES.items() if name in names), None)
    if home is None:
        raise AttributeError(f"module 'blogmodel.moderation' has no attribute {name!r}")
    value: object = getattr(import_module(f"blogmodel.moderation.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the public names, loaded or not."""
    return __all__
