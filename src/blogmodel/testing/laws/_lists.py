"""Which laws there are, in the order in which they are tried and reported."""

from blogmodel.testing._law import Law
from blogmodel.testing.laws import (
    _defects,
    _depth,
    _encodings,
    _life,
    _pages,
    _surgery,
    _tree,
    _visibility,
    _writers,
)

__all__ = ["STORE_LAWS", "TREE_LAWS"]

TREE_LAWS: tuple[Law[...], ...] = (
    _tree.nothing_lost,
    _tree.parents_first,
    _tree.siblings_by_date,
    _tree.ties_steady,
    _tree.ties_by_id,
    _tree.walking_changes_nothing,
    _tree.arrival_order,
    _defects.orphans_stand,
    _defects.self_parents_stand,
    _defects.cycles_stand,
    _defects.cycles_cut_at_earliest,
    _defects.duplicates_once,
    _defects.foreign_parents_stand,
    _defects.early_replies_stand,
    _defects.undated_stand,
    _defects.defects_in_any_order,
    _depth.deep_chains,
    _depth.many_replies,
    _depth.logical_parents,
)
"""Those that a function which builds a tree can keep."""

STORE_LAWS: tuple[Law[...], ...] = (
    *TREE_LAWS,
    _defects.late_parents,
    _defects.defects_are_told,
    _depth.depth_limit,
    _surgery.add_equals_rebuild,
    _visibility.edits_show,
    _visibility.deleted_keep_replies,
    _visibility.deleted_tell_nothing,
    _visibility.hidden_keep_replies,
    _visibility.hidden_tell_nothing,
    _visibility.dead_branches,
    _visibility.restored_as_before,
    _visibility.count_is_what_is_shown,
    _pages.pages_tile,
    _pages.permalinks,
    _pages.cursors_survive,
    _surgery.moves_take_branches,
    _surgery.moves_by_date,
    _surgery.moves_refuse_rings,
    _surgery.splits_keep_all,
    _surgery.merges_keep_all,
    _encodings.paths_sort,
    _encodings.paths_stay,
    _encodings.nested_sets_nest,
    _writers.two_handles,
    _writers.writers_at_once,
    _life.long_life,
)
"""All about a store: those of trees, and those of what becomes of comments."""
