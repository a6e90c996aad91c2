"""Who has the last word: people over machines, another judge over the first, the newest text."""

from collections.abc import Sequence

from blogmodel.testing._law import Law
from blogmodel.testing._open_queue import OpenQueue
from blogmodel.testing.laws._moderation_cases import case_law, done, refused, to_any

__all__ = [
    "another_judges_the_appeal",
    "appeal_once",
    "edit_gives_the_machine_its_say",
    "edit_keeps_the_status",
    "judged_only_when_filed",
    "machine_yields_to_people",
    "moderators_edit_stays",
    "worse_verdict_waits",
]


def _law(
    name: str, statement: str, *, refuses: Sequence[str] = (), goes: Sequence[str] = ()
) -> Law[[int]]:
    """Return the law that the last step is refused in some cases, and goes through in others."""

    def trial(queue: OpenQueue, case: str) -> None:
        (refused(name) if case in refuses else done)(queue, case)

    return case_law(name, statement, [*refuses, *goes], trial)


machine_yields_to_people: Law[[int]] = _law(
    "machine-yields-to-people",
    "What a person decided on a text no machine undoes: it holds nothing of that, marks nothing.",
    refuses=[
        "pending approve:lise hold:policy",
        "pending approve:lise mark-spam:policy",
        "pending approve:host mark-spam:policy",
        "spam approve:lise mark-spam:policy",
        "published hold:lise mark-spam:policy",
        "pending reject:lise mark-spam:policy",
        "published remove:lise mark-spam:policy",
        "published remove:host mark-spam:policy",
        "published shadow:lise mark-spam:policy",
        "published remove:lise restore:marc hold:policy",
        "published remove:lise restore:marc mark-spam:policy",
        "pending approve:lise withdraw:zoe restore:zoe hold:policy",
        "pending approve:lise report:rene hold:policy",
        "spam appeal:zoe grant:lise hold:policy",
        "spam appeal:zoe grant:lise mark-spam:policy",
        "shadowed appeal:zoe deny:lise mark-spam:policy",
    ],
)
edit_gives_the_machine_its_say: Law[[int]] = _law(
    "edit-gives-the-machine-its-say",
    "Once its author changed the text, what a person decided on the text before binds no machine.",
    goes=[
        "pending approve:lise edit:zoe:published hold:policy",
        "pending approve:lise edit:zoe:published mark-spam:policy",
        "published shadow:lise edit:zoe:published mark-spam:policy",
        "published remove:lise restore:marc edit:zoe:published hold:policy",
    ],
)
edit_keeps_the_status: Law[[int]] = _law(
    "edit-keeps-the-status",
    "An edit of its author's leaves a comment where it stands, where the verdict is no worse.",
    goes=[
        "published edit:zoe:published",
        "pending edit:zoe:pending",
        "pending edit:zoe:published",
        "shadowed edit:zoe:published",
        "shadowed edit:zoe:shadowed",
        "pending approve:lise edit:zoe:published",
    ],
)
worse_verdict_waits: Law[[int]] = _law(
    "worse-verdict-waits",
    "An edit that the policy finds worse than what the comment is has it wait, approved or not.",
    goes=[
        "published edit:zoe:pending",
        "published edit:zoe:spam",
        "pending approve:lise edit:zoe:pending",
        "pending approve:lise edit:zoe:spam",
        "shadowed edit:zoe:spam",
    ],
)
moderators_edit_stays: Law[[int]] = _law(
    "moderators-edit-stays",
    "A moderator's own edit sends no comment back to wait, whatever the policy finds.",
    goes=[
        f"{way} edit:{who}:{verdict}"
        for verdict in ("spam", "pending", "published")
        for who in ("lise", "anne")
        for way in to_any(("published", "pending", "shadowed"))
    ],
)
appeal_once: Law[[int]] = _law(
    "appeal-once",
    "Its author appeals once against a decision, and again only against a new one.",
    refuses=[
        "published remove:lise appeal:zoe appeal:zoe",
        "published remove:lise appeal:zoe deny:marc appeal:zoe",
        "spam appeal:zoe deny:lise appeal:zoe",
    ],
    goes=["published remove:lise appeal:zoe deny:marc mark-spam:lise appeal:zoe"],
)
judged_only_when_filed: Law[[int]] = _law(
    "judged-only-when-filed",
    "No appeal is granted or denied that nobody filed, and none twice.",
    refuses=[
        *(
            f"{way} {kind}:marc"
            for kind in ("grant", "deny")
            for way in to_any(("removed", "rejected", "spam", "shadowed"))
        ),
        "published remove:lise appeal:zoe deny:marc grant:anne",
        "published remove:lise appeal:zoe deny:marc deny:anne",
    ],
)
another_judges_the_appeal: Law[[int]] = _law(
    "another-judges-the-appeal",
    "Who made a decision does not judge the appeal against it, in whichever role.",
    refuses=[
        f"{way} appeal:zoe {kind}:{who}"
        for kind in ("grant", "deny")
        for who in ("lise", "lise-as-admin")
        for way in (
            "published remove:lise",
            "pending reject:lise",
            "pending mark-spam:lise",
            "published shadow:lise",
        )
    ],
)
