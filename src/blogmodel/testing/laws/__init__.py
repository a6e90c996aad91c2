"""The laws of conversations, each as something to call with a subject and what to try it with.

`TREE_LAWS` are those of tree builders, `STORE_LAWS` these and all others of stores, in the order in
which reports have them.
"""

from blogmodel.testing.laws._defects import (
    cycles_cut_at_earliest,
    cycles_stand,
    defects_are_told,
    defects_in_any_order,
    duplicates_once,
    early_replies_stand,
    foreign_parents_stand,
    late_parents,
    orphans_stand,
    self_parents_stand,
    undated_stand,
)
from blogmodel.testing.laws._depth import deep_chains, depth_limit, logical_parents
from blogmodel.testing.laws._encodings import nested_sets_nest, paths_sort, paths_stay
from blogmodel.testing.laws._life import long_life
from blogmodel.testing.laws._lists import STORE_LAWS, TREE_LAWS
from blogmodel.testing.laws._pages import cursors_survive, pages_tile, permalinks
from blogmodel.testing.laws._surgery import (
    add_equals_rebuild,
    merges_keep_all,
    moves_by_date,
    moves_refuse_rings,
    moves_take_branches,
    splits_keep_all,
)
from blogmodel.testing.laws._tree import (
    arrival_order,
    nothing_lost,
    parents_first,
    siblings_by_date,
    ties_by_id,
    ties_steady,
    walking_changes_nothing,
)
from blogmodel.testing.laws._visibility import (
    count_is_what_is_shown,
    dead_branches,
    deleted_keep_replies,
    deleted_tell_nothing,
    edits_show,
    hidden_keep_replies,
    hidden_tell_nothing,
    restored_as_before,
)
from blogmodel.testing.laws._writers import two_handles, writers_at_once

__all__ = [
    "STORE_LAWS",
    "TREE_LAWS",
    "add_equals_rebuild",
    "arrival_order",
    "count_is_what_is_shown",
    "cursors_survive",
    "cycles_cut_at_earliest",
    "cycles_stand",
    "dead_branches",
    "deep_chains",
    "defects_are_told",
    "defects_in_any_order",
    "deleted_keep_replies",
    "deleted_tell_nothing",
    "depth_limit",
    "duplicates_once",
    "early_replies_stand",
    "edits_show",
    "foreign_parents_stand",
    "hidden_keep_replies",
    "hidden_tell_nothing",
    "late_parents",
    "logical_parents",
    "long_life",
    "merges_keep_all",
    "moves_by_date",
    "moves_refuse_rings",
    "moves_take_branches",
    "nested_sets_nest",
    "nothing_lost",
    "orphans_stand",
    "pages_tile",
    "parents_first",
    "paths_sort",
    "paths_stay",
    "permalinks",
    "restored_as_before",
    "self_parents_stand",
    "siblings_by_date",
    "splits_keep_all",
    "ties_by_id",
    "ties_steady",
    "two_handles",
    "undated_stand",
    "walking_changes_nothing",
    "writers_at_once",
]
