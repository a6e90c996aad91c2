"""A moderation queue that is open: what it is asked, what was expected, and what came."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from unittest import SkipTest

import attrs

from blogmodel.errors import AdapterError
from blogmodel.model import Author, Comment, Origin, Status
from blogmodel.moderation import Appeal, Review
from blogmodel.testing._handle import Broken, Handle
from blogmodel.testing._queue_lacks import laws_of
from blogmodel.testing._steps import CAST, QueueStep, Who
from blogmodel.testing.naive import OPEN, NaiveQueue
from blogmodel.testing.naive._moderation import TABLE

__all__ = ["PERSONAL", "START", "Absent", "OpenQueue", "kind_of"]

START = datetime(2011, 6, 24, 13, 7, tzinfo=UTC)
_MINUTE = timedelta(minutes=1)
_VERDICTS = ("pending", "published", "spam", "shadowed")
_MOST = 2
_AXES = frozenset(("report", "acknowledge", "escalate", "appeal", "grant", "deny"))

PERSONAL = {
    "the text": "un mot sur",
    "the name": "Tremblay",
    "the e-mail address": "@example.org",
    "the author's page": "pages.example.org",
    "the network address": "192.0.2.7",
    "the browser": "Iceweasel/3.5",
}
"""What is to be found nowhere, by what it is; the text of an edit among it."""


class Absent(SkipTest):
    """The queue has nothing of this kind, or it is another law's matter that it fails."""

    def __init__(self, why: str = "") -> None:
        super().__init__(why)


@attrs.define
class OpenQueue:
    """A queue, the model that goes along with it, and the story of both."""

    handle: Handle
    model: NaiveQueue
    lacks: frozenset[str] = frozenset()
    now: datetime = START
    lines: list[tuple[str, str, str]] = attrs.field(factory=list)
    absent: set[str] = attrs.field(factory=set)

    def go(self, way: str) -> None:
        """Take steps as a means, such as ``"pending approve:lise"``.

        Raises:
            Absent: one of them is not possible; that is the matter of a law of its own.
        """
        for word in way.split():
            step = self.step(word)
            if self.model.answer(step) or laws_of(step, self.model) & self.lacks:
                raise Absent
            try:
                self.do(step)
            except Broken as broken:
                raise Absent(f"it does not come so far: {broken}") from None

    def come_to(self, case: str) -> QueueStep:
        """Go the way of a case, and return its last step.

        Raises:
            Absent: the way is not possible.
        """
        way, _, last = case.rpartition(" ")
        self.go(way)
        return self.step(last)

    def step(self, word: str, comment_id: str = "c1") -> QueueStep:
        """Return the step of a word: a verdict, or ``kind:who:verdict``, a minute later."""
        self.now += _MINUTE
        if word in _VERDICTS:
            return self.submission(comment_id, word)
        kind, who, *verdict = word.split(":")
        kind, _, late = kind.partition("@")
        if late:
            self.wait(late, comment_id)
        return self.act(kind, CAST[who], comment_id, *verdict)

    def submission(self, comment_id: str, verdict: str) -> QueueStep:
        """Return the submission of a comment, by Luc where its number is even."""
        who = CAST["luc" if int(comment_id[1:]) % 2 == 0 else "zoe"]
        comment = Comment(
            comment_id,
            "p",
            author=Author(
                f"{who.id[:3].title()} Tremblay",
                id=who.id,
                email=f"{who.id[:3]}@example.org",
                url=f"https://pages.example.org/{who.id[:3]}",
            ),
            body=f"un mot sur {comment_id}",
            created_at=self.now,
            status=Status(verdict),
            origin=Origin(address="192.0.2.7", agent="Iceweasel/3.5"),
        )
        return QueueStep("submit", comment_id, CAST["policy"], self.now, comment)

    def act(self, kind: str, who: Who, comment_id: str, verdict: str = "published") -> QueueStep:
        """Return something that somebody does now."""
        if kind != "edit":
            return QueueStep(kind, comment_id, who, self.now)
        text = f"encore un mot sur {comment_id}"
        return QueueStep(kind, comment_id, who, self.now, text=text, verdict=verdict)

    def wait(self, until: str, comment_id: str) -> None:
        """Let half a window pass, or all of it and a minute.

        Raises:
            Absent: the window has no end.
        """
        row, rights = self.model.comments[comment_id], self.model.rights
        is_restored = row.status == "withdrawn"
        since = row.changed_at if is_restored else row.submitted_at
        window = rights.restore_window if is_restored else rights.edit_window
        if window is None:
            raise Absent("its window has no end")
        self.now = max(self.now, since + (window + _MINUTE if until == "late" else window / 2))

    def do(self, step: QueueStep) -> None:
        """Make a step that can be made, here and in the model.

        Raises:
            Broken: it is refused, or leads elsewhere.
            Absent: the queue knows no such step.
        """
        refusal = self.tried(step)
        self.model.apply(step)
        expected = self.model.status(step.comment_id)
        came = "refused" if refusal else self.status(step.comment_id)
        why = f"{step.kind}, by {step.who}, was refused: {refusal}"
        wrong = f"{step.comment_id} is {came} after {step.kind}; expected {expected}"
        self.expect(str(step), expected, came, why if refusal else wrong)
        self.same_statuses()
        if step.kind in _AXES:
            self._same_axes(step)

    def attempt(self, step: QueueStep) -> None:
        """Make a step where the model says that it can be made, and else require a refusal.

        Raises:
            Broken: as `do` and `refuse` raise it.
            Absent: the queue knows no such step.
        """
        (self.refuse if self.model.answer(step) else self.do)(step)

    def _same_axes(self, step: QueueStep) -> None:
        """Require review and appeal to be as in the model, where they are told and certain."""
        row = self.model.comments[step.comment_id]
        axes = (("review", row.review, Review), ("appeal", row.appeal, Appeal))
        for call, expected, known in axes:
            if expected not in [value.value for value in known] or not self.handle.can(call):
                continue
            with suppress(SkipTest):
                came = self.one_of(call, [value.value for value in known], step.comment_id)
                problem = f"the {call} is {came} after {step.kind}; expected {expected}"
                self.ask(f"look at the {call}", expected, came, problem)

    def refuse(self, step: QueueStep) -> None:
        """Require a step to be refused, and to change nothing.

        Raises:
            Broken: it is not, or does.
            Absent: the queue knows no such step.
        """
        refusal = self.tried(step)
        known = step.comment_id in self.model.comments
        came = self.status(step.comment_id) if known else "no refusal"
        before = self.model.status(step.comment_id) if known else "no refusal"
        problem = f"{step.kind}, by {step.who}, was not refused: {step.comment_id} was {before}"
        if refusal:
            problem = f"{step.kind}, by {step.who}, was refused, and changed the status"
            came = "refused" if came == before else f"refused, yet {came}"
        self.expect(str(step), "refused", came, problem)
        self.same_statuses()

    def tried(self, step: QueueStep, *version: object) -> str:
        """Try a step; return nothing where it went through, and what was raised otherwise."""
        who = (step.who.role, step.who.id)
        call = "move"
        args: tuple[object, ...] = (step.kind, step.comment_id, *who, step.at)
        if version:
            call, args = "move_expecting", (*version, *args)
        elif step.comment is not None:
            call, args = "submit", (step.comment,)
        elif step.kind == "edit":
            call, args = "edit", (step.comment_id, *who, step.at, step.text, step.verdict)
        elif step.kind == "undo":
            call, args = "undo", (step.comment_id, *who, step.at)
        if not self.handle.can(call):
            raise Absent(f"it has no {call}()")
        try:
            return self.handle.refusal(call, *args)
        except SkipTest:
            raise Absent(f"{call}() knows no {kind_of(step)!r}") from None

    def status(self, comment_id: str) -> str:
        """Return where a comment stands."""
        return self.one_of("status", [status.value for status in Status], comment_id)

    def one_of(self, call: str, values: Sequence[str], *args: object) -> str:
        """Return what a method gives, which is one of some words."""
        came = self.handle.call(call, *args)
        if not isinstance(came, str) or came not in values:
            raise AdapterError(call, came, f"one of {', '.join(values)}")
        return str(came)

    def ids(self, call: str, *args: object) -> list[str]:
        """Return what a method gives, which are several words, in order."""
        came = self.handle.call(call, *args)
        if isinstance(came, str) or not hasattr(came, "__iter__"):
            raise AdapterError(call, came, "several str")
        words = list(came)
        if not all(isinstance(word, str) for word in words):
            raise AdapterError(call, words, "several str")
        return sorted(map(str, words))

    def sees(self, who: Who, comment_id: str) -> bool:
        """Tell whether it says that somebody sees a comment now."""
        came = self._asked("sees", who.role, who.id, comment_id, self.now)
        if type(came) is not bool:
            raise AdapterError("sees", came, "a bool")
        return came

    def count(self, who: Who) -> int:
        """Return how many comments it tells somebody of now."""
        came = self._asked("count", who.role, who.id, self.now)
        if type(came) is not int:
            raise AdapterError("count", came, "an int")
        return came

    def _asked(self, call: str, *args: object) -> object:
        """Return what a method gives, which may know some roles and not others."""
        try:
            return self.handle.call(call, *args)
        except SkipTest as skipped:
            raise Absent(str(skipped)) from None

    def expect(self, what: str, expected: str, came: str, problem: str) -> None:
        """Write down what was asked, and require what came to be as expected."""
        self.lines.append((what, expected, came))
        if came != expected:
            raise Broken(problem)

    def ask(self, what: str, expected: str, came: str, problem: str) -> None:
        """Require what came to be as expected; only what was not is written down."""
        if came != expected:
            self.expect(what, expected, came, problem)

    def all_told(self, comment_id: str) -> dict[str, str]:
        """Return all that it tells besides the status, by the method."""
        lise, rene = CAST["lise"], CAST["rene"]
        calls: dict[str, tuple[object, ...]] = {
            "version": (comment_id,),
            "events": (comment_id,),
            "review": (comment_id,),
            "appeal": (comment_id,),
            "waiting": (),
            "count": (rene.role, rene.id, self.now),
            "sees": (lise.role, lise.id, comment_id, self.now),
        }
        told = {}
        for call, args in calls.items():
            with suppress(SkipTest):
                told[call] = _text_of(self.handle.call(call, *args))
        return told

    def same_statuses(self) -> None:
        """Require that each comment stands where the model has it."""
        for comment_id in self.model.comments:
            came, expected = self.status(comment_id), self.model.status(comment_id)
            if came != expected:
                problem = f"{comment_id} became {came}, though nothing was done to it"
                self.expect(f"look at {comment_id}", expected, came, problem)

    def possible(self, number: int, laws: Collection[str] = ("",)) -> QueueStep | None:
        """Return one of the steps that somebody may make now, or that some laws refuse.

        The number chooses the kind, then who does it to what; each kind is as likely as any other.
        """
        new = self.next_id()
        steps = [
            self.act(kind, who, comment_id, verdict)
            for kind in TABLE
            for comment_id in self.model.comments
            for who in CAST.values()
            for verdict in (_VERDICTS if kind == "edit" else ("published",))
        ]
        steps += [self.submission(new, verdict) for verdict in _VERDICTS] if new else []
        able = [step for step in steps if self.model.answer(step) in laws and self.can_try(step)]
        if not able:
            return None
        kinds = list(dict.fromkeys(step.kind for step in able))
        kind = kinds[number % len(kinds)]
        same = [step for step in able if step.kind == kind]
        return same[number // len(kinds) % len(same)]

    def next_id(self) -> str:
        """Return the id of the next comment; nothing as long as enough are there."""
        count = len(self.model.comments)
        living = [row for row in self.model.comments.values() if row.status != "erased"]
        return f"c{count + 1}" if len(living) < _MOST else ""

    def can_try(self, step: QueueStep) -> bool:
        """Tell whether no lack, and nothing that is not there, stands against trying a step."""
        if kind_of(step) in self.absent or self.model.answer(step) == OPEN:
            return False
        return not laws_of(step, self.model) & self.lacks

    def lived(self, script: Sequence[int]) -> Iterator[QueueStep]:
        """Make possible steps, each of that number counted round; what fails ends it."""
        for number in script:
            self.now += _MINUTE
            step = self.possible(number)
            if step is None:
                return
            try:
                self.do(step)
            except Absent:
                self.absent.add(kind_of(step))
            except Broken:
                return
            else:
                yield step

    def story(self) -> str:
        """Return what was done, and beside it what was expected and what came."""
        table = [("what was done:", "expected", "came")]
        table += [
            (f"  {number}. {what}", expected, came if came == expected else f"≠ {came}")
            for number, (what, expected, came) in enumerate(self.lines, 1)
        ]
        first, second = (max(len(row[column]) for row in table) for column in (0, 1))
        return "\n".join(f"{one:<{first}}  {two:<{second}}  {three}" for one, two, three in table)


def _text_of(given: object) -> str:
    """Return something as text that is the same for the same."""
    is_several = hasattr(given, "__iter__") and not isinstance(given, str | bytes)
    return repr(list(given)) if is_several else repr(given)  # type: ignore[call-overload]


def kind_of(step: QueueStep) -> str:
    """Return the name of what a queue may not know: a kind, or a verdict."""
    return step.kind if step.comment is None else step.comment.status.value
