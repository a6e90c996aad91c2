"""Which faults the kit is known to find, and the law that finds each."""

from blogmodel.testing._fault import Fault
from blogmodel.testing._subject import of_builder, of_factory
from blogmodel.testing.broken import _builders, _stores

__all__ = ["GALLERY"]


GALLERY: tuple[Fault, ...] = (
    Fault(of_builder(_builders.orphans_dropped), "orphans-stand"),
    Fault(of_builder(_builders.cycles_vanish), "cycles-stand"),
    Fault(of_builder(_builders.self_parents_loop), "self-parents-stand"),
    Fault(of_builder(_builders.self_parents_hang), "self-parents-stand"),
    Fault(of_builder(_builders.unstable_ties), "ties-steady"),
    Fault(of_builder(_builders.siblings_by_id), "siblings-by-date"),
    Fault(of_builder(_builders.depth_by_recursion), "deep-chains"),
    Fault(of_builder(_builders.duplicates_shown_twice), "duplicates-once"),
    Fault(of_builder(_builders.arrival_order_trusted), "arrival-order"),
    Fault(of_factory(_stores.RepliesLostUnderDeleted), "deleted-keep-replies"),
    Fault(of_factory(_stores.ParentsRewritten), "deleted-keep-replies"),
    Fault(of_factory(_stores.DeletedTextKept), "deleted-tell-nothing"),
    Fault(of_factory(_stores.HiddenTakeReplies), "hidden-keep-replies"),
    Fault(of_factory(_stores.HiddenTextTold), "hidden-tell-nothing"),
    Fault(of_factory(_stores.CountsIncludeHidden), "count-is-what-is-shown"),
    Fault(of_factory(_stores.PagesByOffset), "cursors-survive"),
    Fault(of_factory(_stores.PagesByAnchor), "cursors-survive"),
    Fault(of_factory(_stores.LinksByArrival), "permalinks"),
    Fault(of_factory(_stores.MovesMakeRings), "moves-refuse-rings"),
    Fault(of_factory(_stores.EditsMoveUp), "edits-show"),
    Fault(of_factory(_stores.LostUpdates), "writers-at-once"),
    Fault(of_factory(_stores.StaleCache), "two-handles"),
    Fault(of_factory(_stores.PathsRenumbered), "paths-stay"),
)
"""All of them."""
