"""Threading gone wrong: implementations with one fault each, as real sites have had them.

They show what the kit finds, and that it does. ``GALLERY`` says which law finds each. `mended` and
`MendedStore` have no fault that it knows.
"""

from blogmodel.testing._fault import Fault
from blogmodel.testing.broken._builders import (
    arrival_order_trusted,
    cycles_vanish,
    depth_by_recursion,
    duplicates_shown_twice,
    orphans_dropped,
    self_parents_hang,
    self_parents_loop,
    siblings_by_id,
    unstable_ties,
)
from blogmodel.testing.broken._gallery import GALLERY
from blogmodel.testing.broken._mended import MendedStore, mended
from blogmodel.testing.broken._stores import (
    CountsIncludeHidden,
    DeletedTextKept,
    EditsMoveUp,
    HiddenTakeReplies,
    HiddenTextTold,
    LinksByArrival,
    LostUpdates,
    MovesMakeRings,
    PagesByAnchor,
    PagesByOffset,
    ParentsRewritten,
    PathsRenumbered,
    RepliesLostUnderDeleted,
    StaleCache,
)

__all__ = [
    "GALLERY",
    "CountsIncludeHidden",
    "DeletedTextKept",
    "EditsMoveUp",
    "Fault",
    "HiddenTakeReplies",
    "HiddenTextTold",
    "LinksByArrival",
    "LostUpdates",
    "MendedStore",
    "MovesMakeRings",
    "PagesByAnchor",
    "PagesByOffset",
    "ParentsRewritten",
    "PathsRenumbered",
    "RepliesLostUnderDeleted",
    "StaleCache",
    "arrival_order_trusted",
    "cycles_vanish",
    "depth_by_recursion",
    "duplicates_shown_twice",
    "mended",
    "orphans_dropped",
    "self_parents_hang",
    "self_parents_loop",
    "siblings_by_id",
    "unstable_ties",
]
