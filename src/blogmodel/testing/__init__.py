"""The testing kit: what attacks a blog's own threading and stores, and tells what broke.

`check_threading` and `check_store` try every law on an implementation. What they are made of is
here too: strategies that draw conversations, the laws one by one, the naive model that
implementations are held against, and a gallery of broken ones. It needs the extra
``blogmodel[testing]``. Each name is loaded when it is first touched.
"""

TYPE_CHECKING = False  # Type checkers take it for True; `typing` need not be imported for it.

if TYPE_CHECKING:
    from blogmodel.testing import broken as broken
    from blogmodel.testing import broken_dates as broken_dates
    from blogmodel.testing import broken_queues as broken_queues
    from blogmodel.testing import conversations as conversations
    from blogmodel.testing import laws as laws
    from blogmodel.testing import naive as naive
    from blogmodel.testing import strategies as strategies
    from blogmodel.testing._changes import Add, Change, Delete, Edit, Hide, Move, Restore
    from blogmodel.testing._check import check_store, check_threading
    from blogmodel.testing._check_dates import check_dates
    from blogmodel.testing._check_moderation import check_moderation
    from blogmodel.testing._choices import Choices, Deleted, Orphans, SiblingOrder
    from blogmodel.testing._conformance import Conformance
    from blogmodel.testing._dates import DatePrecision, Dates, of_dates
    from blogmodel.testing._drawing import draw_tree, side_by_side
    from blogmodel.testing._law import Law
    from blogmodel.testing._patience import Patience
    from blogmodel.testing._profile import PROFILES, Profile
    from blogmodel.testing._queue import ModerationQueue, OptionalModerationQueue
    from blogmodel.testing._queue_bench import QueueSubject, of_queue
    from blogmodel.testing._report import ConformanceReport, LawFinding, LawOutcome
    from blogmodel.testing._rows import Page, Row
    from blogmodel.testing._steps import CAST, QueueStep, Who
    from blogmodel.testing._store import OptionalStore, Store
    from blogmodel.testing._subject import Subject, of_builder, of_factory
    from blogmodel.testing._suites import law_tests, store_tests, threading_tests

__all__ = [
    "CAST",
    "PROFILES",
    "Add",
    "Change",
    "Choices",
    "Conformance",
    "ConformanceReport",
    "DatePrecision",
    "Dates",
    "Delete",
    "Deleted",
    "Edit",
    "Hide",
    "Law",
    "LawFinding",
    "LawOutcome",
    "ModerationQueue",
    "Move",
    "OptionalModerationQueue",
    "OptionalStore",
    "Orphans",
    "Page",
    "Patience",
    "Profile",
    "QueueStep",
    "QueueSubject",
    "Restore",
    "Row",
    "SiblingOrder",
    "Store",
    "Subject",
    "Who",
    "broken",
    "broken_dates",
    "broken_queues",
    "check_dates",
    "check_moderation",
    "check_store",
    "check_threading",
    "conversations",
    "draw_tree",
    "law_tests",
    "laws",
    "naive",
    "of_builder",
    "of_dates",
    "of_factory",
    "of_queue",
    "side_by_side",
    "store_tests",
    "strategies",
    "threading_tests",
]

_ROOMS = ("broken", "broken_dates", "broken_queues", "conversations", "laws", "naive", "strategies")
_HOMES = {
    "_changes": ("Add", "Change", "Delete", "Edit", "Hide", "Move", "Restore"),
    "_check": ("check_store", "check_threading"),
    "_check_dates": ("check_dates",),
    "_check_moderation": ("check_moderation",),
    "_choices": ("Choices", "Deleted", "Orphans", "SiblingOrder"),
    "_conformance": ("Conformance",),
    "_dates": ("DatePrecision", "Dates", "of_dates"),
    "_drawing": ("draw_tree", "side_by_side"),
    "_law": ("Law",),
    "_patience": ("Patience",),
    "_profile": ("PROFILES", "Profile"),
    "_queue": ("ModerationQueue", "OptionalModerationQueue"),
    "_queue_bench": ("QueueSubject", "of_queue"),
    "_report": ("LawFinding", "LawOutcome", "ConformanceReport"),
    "_rows": ("Page", "Row"),
    "_steps": ("CAST", "QueueStep", "Who"),
    "_store": ("OptionalStore", "Store"),
    "_subject": ("Subject", "of_builder", "of_factory"),
    "_suites": ("law_tests", "store_tests", "threading_tests"),
}


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
