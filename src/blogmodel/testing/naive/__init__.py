"""The model that implementations are held against: slow, obvious, apart from `blogmodel.thread`.

It looks through all comments for each parent, follows every path to its end, and sorts everything
each time it is asked. Nobody would serve a page from it; anybody can see that it is right.
"""

from blogmodel.testing.naive._moderation import OPEN, Allowing, NaiveComment, NaiveQueue
from blogmodel.testing.naive._store import Effect, NaiveStore
from blogmodel.testing.naive._thread import Age, Defect, age, build, standing
from blogmodel.testing.naive._view import (
    Branch,
    Key,
    PlaceRow,
    active,
    most_replies,
    newest,
    oldest,
    pinned_first,
    sort,
    stamp,
    top,
    trees,
    walk,
)

__all__ = [
    "OPEN",
    "Age",
    "Allowing",
    "Branch",
    "Defect",
    "Effect",
    "Key",
    "NaiveComment",
    "NaiveQueue",
    "NaiveStore",
    "PlaceRow",
    "active",
    "age",
    "build",
    "most_replies",
    "newest",
    "oldest",
    "pinned_first",
    "sort",
    "stamp",
    "standing",
    "top",
    "trees",
    "walk",
]
