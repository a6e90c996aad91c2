"""How what came differs from what was expected, said in words."""

from collections import Counter
from collections.abc import Sequence

from blogmodel.errors import shown
from blogmodel.testing._rows import Row

__all__ = ["difference", "difference_of_ids", "difference_of_trees", "parents_shown"]


def difference(expected: Sequence[Row], came: Sequence[Row]) -> str | None:
    """Say the first way in which rows differ: who is there, under whom, in which order, as what."""
    return (
        difference_of_ids(expected, came)
        or difference_of_trees(expected, came)
        or _difference_of_order(expected, came)
        or _difference_of_rows(expected, came)
    )


def difference_of_ids(expected: Sequence[Row], came: Sequence[Row]) -> str | None:
    """Say who is missing, is shown several times, or should not be there."""
    wanted, got = Counter(row.id for row in expected), Counter(row.id for row in came)
    missing = [row for row in expected if row.id not in got]
    # Comments before places: a comment that is lost is what matters.
    for row in sorted(missing, key=lambda row: row.is_placeholder):
        if row.is_placeholder:
            return f"nothing keeps the place of {shown(row.id)} above its replies"
        return f"{shown(row.id)} is missing"
    for comment_id, count in got.items():
        if comment_id not in wanted:
            return f"{shown(comment_id)} is shown and should not be"
        if count > wanted[comment_id]:
            return f"{shown(comment_id)} is shown {count} times"
    return None


def difference_of_trees(expected: Sequence[Row], came: Sequence[Row]) -> str | None:
    """Say who stands under another than expected; the same ids are in both."""
    depths = {row.id: row.depth for row in expected}
    wanted, got = parents_shown(expected), parents_shown(came)
    for row in came:
        if got[row.id] != wanted[row.id]:
            return (
                f"{shown(row.id)} stands {_under(got[row.id])}; it belongs {_under(wanted[row.id])}"
            )
        if row.depth != depths[row.id]:
            return f"{shown(row.id)} has the depth {row.depth}; expected {depths[row.id]}"
    return None


def parents_shown(rows: Sequence[Row]) -> dict[str, str | None]:
    """Return under whom each row stands, as a reader sees it: the last one above less far in."""
    parents: dict[str, str | None] = {}
    branch: list[Row] = []
    for row in rows:
        while branch and branch[-1].depth >= row.depth:
            branch.pop()
        parents[row.id] = branch[-1].id if branch else None
        branch.append(row)
    return parents


def _under(parent: str | None) -> str:
    return "at the top" if parent is None else f"under {shown(parent)}"


def _difference_of_order(expected: Sequence[Row], came: Sequence[Row]) -> str | None:
    for wanted, got in zip(expected, came, strict=True):
        if wanted.id != got.id:
            return f"{shown(got.id)} stands where {shown(wanted.id)} belongs"
    return None


def _difference_of_rows(expected: Sequence[Row], came: Sequence[Row]) -> str | None:
    for wanted, got in zip(expected, came, strict=True):
        if None not in (got.text, wanted.text) and got.text != wanted.text:
            return f"{shown(got.id)} has the text {shown(got.text)}; expected {shown(wanted.text)}"
        if None not in (got.text, wanted.text) and got.is_placeholder != wanted.is_placeholder:
            kind = "a placeholder" if got.is_placeholder else "a comment, not as a placeholder"
            return f"{shown(got.id)} is shown as {kind}"
        if None not in (got.parent_id, wanted.parent_id) and got.parent_id != wanted.parent_id:
            told, true = shown(got.parent_id), shown(wanted.parent_id)
            return f"{shown(got.id)} is said to answer {told}; it answers {true}"
    return None
