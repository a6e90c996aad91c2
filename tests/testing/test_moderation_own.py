"""Our own histories and viewers, held to the laws that others' queues are held to."""

import json
from datetime import datetime, timedelta
from typing import Any

import attrs
import pytest

from blogmodel.model import Body, Comment, Status, to_json
from blogmodel.moderation import (
    Actor,
    EventKind,
    History,
    Rights,
    Role,
    Viewer,
    fingerprint,
    permissions,
)
from blogmodel.testing import check_moderation, laws
from blogmodel.thread import Thread

KEY = b"a secret of this site"
ALL = Rights(post_author_approves=True, shadowing=True)
ENDLESS = Rights(post_author_approves=True, shadowing=True, edit_window=None, restore_window=None)
SHORT = Rights(edit_window=timedelta(minutes=3), restore_window=timedelta(minutes=2))


class Ours:
    """A queue of comments and histories, as the how-to guides have it."""

    def __init__(self, rights: Rights) -> None:
        self.rights = rights
        self.comments: dict[str, Comment] = {}
        self.histories: dict[str, History] = {}

    def actor(self, role: str, actor_id: str, comment_id: str) -> Actor:
        author = self.comments[comment_id].author
        is_another = role == "author" and (author is None or author.id != actor_id)
        return Actor(Role.READER if is_another else Role(role), fingerprint(KEY, actor_id))

    def submit(self, comment: Comment) -> None:
        assert comment.created_at is not None
        self.comments[comment.id] = comment
        self.histories[comment.id] = History.submit(
            comment.id,
            comment.status,
            at=comment.created_at,
            content=fingerprint(KEY, comment.body.text),
            rights=self.rights,
        )

    def move(
        self, kind: str, comment_id: str, role: str, actor_id: str, at: datetime, **more: Any
    ) -> None:
        history = self.histories[comment_id]
        actor = self.actor(role, actor_id, comment_id)
        history = history.move(EventKind(kind), actor, at=at, rights=self.rights, **more)
        self.histories[comment_id] = history
        if history.state.status is Status.ERASED:
            self.comments[comment_id] = history.state.applied(self.comments[comment_id])

    def edit(self, comment_id: str, *args: Any) -> None:
        role, actor_id, at, text, verdict = args
        self.histories[comment_id] = self.histories[comment_id].edit(
            self.actor(role, actor_id, comment_id),
            at=at,
            content=fingerprint(KEY, text),
            verdict=Status(verdict),
            rights=self.rights,
        )
        self.comments[comment_id] = attrs.evolve(self.comments[comment_id], body=Body(text))

    def undo(self, comment_id: str, role: str, actor_id: str, at: datetime) -> None:
        actor = self.actor(role, actor_id, comment_id)
        self.histories[comment_id] = self.histories[comment_id].undo(
            actor, at=at, rights=self.rights
        )

    def status(self, comment_id: str) -> str:
        return self.histories[comment_id].state.status.value

    def review(self, comment_id: str) -> str:
        return self.histories[comment_id].state.review.value

    def appeal(self, comment_id: str) -> str:
        return self.histories[comment_id].state.appeal.value

    def now(self) -> list[Comment]:
        return [self.histories[id_].state.applied(c) for id_, c in self.comments.items()]

    def viewer(self, role: str, actor_id: str) -> Viewer:
        staff = role in ("moderator", "admin")
        posts = {"p"} if role == "post-author" else set[str]()
        return Viewer(Role(role) if staff else Role.READER, id=actor_id, posts=posts)

    def sees(self, role: str, actor_id: str, comment_id: str, at: datetime) -> bool:
        sight = self.viewer(role, actor_id).at(at, self.rights)
        return next(sight(comment) for comment in self.now() if comment.id == comment_id)

    def count(self, role: str, actor_id: str, at: datetime) -> int:
        sight = self.viewer(role, actor_id).at(at, self.rights)
        return len(Thread.build(self.now()).view(sees=sight))

    def waiting(self) -> list[str]:
        return [comment.id for comment in self.now() if comment.status is Status.PENDING]

    def permissions(self, role: str, actor_id: str, comment_id: str, at: datetime) -> list[str]:
        actor, history = self.actor(role, actor_id, comment_id), self.histories[comment_id]
        return [kind.value for kind in permissions(actor, history, at=at, rights=self.rights)]

    def version(self, comment_id: str) -> str:
        return self.histories[comment_id].version

    def move_expecting(self, version: str, *args: Any) -> None:
        self.move(*args, expect=version)

    def events(self, comment_id: str) -> list[Any]:
        return list(json.loads(self.histories[comment_id].to_json())["events"])

    def fold(self, events: list[Any]) -> str:
        comment_id, frame = next(
            (id_, json.loads(history.to_json()))
            for id_, history in self.histories.items()
            if json.loads(history.to_json())["events"][0] == events[0]
        )
        history = History.from_json(json.dumps(frame | {"events": events}))
        assert history.comment_id == comment_id
        return history.state.status.value

    def dump(self, comment_id: str) -> str:
        return to_json(self.comments[comment_id]) + self.histories[comment_id].to_json()

    def another(self) -> "Ours":
        return self


@pytest.mark.parametrize(
    "rights, seed", [(Rights(), 1), (Rights(), 2), (ALL, 3), (ENDLESS, 4), (SHORT, 5)]
)
def test_our_own_histories_and_viewers_hold_every_law(rights: Rights, seed: int) -> None:
    report = check_moderation(lambda: Ours(rights), rights=rights, profile="quick", seed=seed)
    assert report.is_sound
    assert "moderated-life" in report.laws("held")


def test_where_all_is_allowed_every_law_applies() -> None:
    report = check_moderation(lambda: Ours(ALL), rights=ALL, profile="quick", seed=4)
    assert report.laws("held") == tuple(law.name for law in laws.MODERATION_LAWS)
