import pickle

import pytest

from blogmodel import Comment, Thread
from blogmodel.messages import Messages
from blogmodel.thread import Defect, DefectAction, DefectKind, OnDefect

N = "\u00a0"


@pytest.mark.parametrize(
    "defect, english, french",
    [
        (
            Defect(DefectKind.DUPLICATE_ID, ("a",), action=DefectAction.SET_ASIDE),
            "several comments have the id “a” (one is shown and the others are set aside)",
            f"plusieurs commentaires ont l’identifiant «{N}a{N}» "
            "(un seul est affiché et les autres sont mis de côté)",
        ),
        (
            Defect(DefectKind.SELF_PARENT, ("a",), action=DefectAction.PROMOTED),
            "comment “a” answers itself (“a” stands at the top)",
            f"le commentaire «{N}a{N}» se répond à lui-même («{N}a{N}» est au premier niveau)",
        ),
        (
            Defect(DefectKind.ORPHAN, ("a", "b"), action=DefectAction.PLACED),
            "comment “a” answers “b”, which is not there "
            "(a placeholder stands for the missing one)",
            f"le commentaire «{N}a{N}» répond à «{N}b{N}», qui manque "
            "(un repère tient la place de celui qui manque)",
        ),
        (
            Defect(DefectKind.FOREIGN_PARENT, ("a", "b"), action=DefectAction.REFUSED),
            "comment “a” answers “b”, which is under another post (no thread was built)",
            f"le commentaire «{N}a{N}» répond à «{N}b{N}», qui se rattache à un autre billet "
            "(aucun fil n’a été construit)",
        ),
        (
            Defect(DefectKind.CYCLE, ("a", "{b}", "c"), action=DefectAction.PROMOTED),
            "comments answer each other in a ring: a, {b}, and c (“a” stands at the top)",
            f"des commentaires se répondent en boucle{N}: a, {{b}} et c "
            f"(«{N}a{N}» est au premier niveau)",
        ),
        (
            Defect(DefectKind.REPLY_BEFORE_PARENT, ("a", "b"), action=DefectAction.KEPT),
            "comment “a” is dated before “b”, which it answers (left as it is)",
            f"le commentaire «{N}a{N}» est daté d’avant «{N}b{N}», auquel il répond "
            "(laissé tel quel)",
        ),
    ],
)
def test_a_defect_is_told_to_readers(defect: Defect, english: str, french: str) -> None:
    told = [Messages(locale).render(defect.message) for locale in ("en", "fr_CA")]
    assert told == [english, french]
    assert pickle.loads(pickle.dumps(defect.message)) == defect.message


def test_every_defect_that_a_thread_finds_can_be_told() -> None:
    comments = [
        *(Comment("1", "p", parent_id="1"), Comment("2", "p", parent_id="gone")),
        *(Comment("3", "q", parent_id="2"), Comment("4", "p", parent_id="5")),
        *(Comment("5", "p", parent_id="4"), Comment("6", "p"), Comment("6", "p", body="Oui")),
    ]
    for policy in (OnDefect.PROMOTE, OnDefect.PLACEHOLDER):
        defects = Thread.build(comments, on_defect=policy).defects
        assert len({defect.message for defect in defects}) == len(defects) == 5
