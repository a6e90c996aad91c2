"""Which laws a step is the matter of: where one of them is a lack, other laws leave it out."""

import attrs

from blogmodel.testing._steps import QueueStep
from blogmodel.testing.naive import NaiveQueue

__all__ = ["EFFECTS", "laws_of"]

EFFECTS = {
    "submit": "submit-keeps-the-verdict",
    "approve": "approve-publishes",
    "hold": "hold-has-it-wait",
    "mark-spam": "spam-is-marked",
    "reject": "reject-refuses",
    "remove": "remove-takes-down",
    "shadow": "shadow-hides",
    "withdraw": "withdraw-takes-back",
    "restore": "restore-as-before",
    "report": "report-moves-nothing",
    "acknowledge": "acknowledge-moves-nothing",
    "escalate": "escalate-moves-nothing",
    "appeal": "appeal-moves-nothing",
    "grant": "grant-publishes",
    "deny": "deny-moves-nothing",
    "erase": "erase-is-the-end",
    "undo": "undo-takes-back",
}
"""The law that tells what a step comes to, by its kind."""


def laws_of(step: QueueStep, model: NaiveQueue) -> set[str]:
    """Return the laws that refuse a step, or tell what it comes to."""
    answer = model.answer(step)
    if answer:
        return {answer}
    if step.kind == "edit":
        return {_of_edit(step, model)}
    told = {EFFECTS[step.kind]}
    if step.who.role == "policy" and step.comment is None:
        revised = model.comments[step.comment_id].revisions > 1
        told |= {"edit-gives-the-machine-its-say"} if revised else set()
    return told


def _of_edit(step: QueueStep, model: NaiveQueue) -> str:
    if step.who.role != "author":
        return "moderators-edit-stays"
    row = model.comments[step.comment_id]
    after = NaiveQueue(model.rights, {step.comment_id: attrs.evolve(row)})
    after.apply(step)
    same = after.status(step.comment_id) == row.status
    return "edit-keeps-the-status" if same else "worse-verdict-waits"
