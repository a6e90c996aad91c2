from random import Random

from blogmodel import MediaType, Thread
from blogmodel.testing.conversations import POST_AUTHOR, conversation
from blogmodel.thread import OnDefect


def seeded(seed: int) -> Random:
    return Random(seed)  # noqa: S311 - no secret


def test_a_conversation_is_sound_and_follows_its_seed() -> None:
    comments = conversation(seeded(7), 200)
    assert Thread.build(comments, on_defect=OnDefect.RAISE).comments == tuple(comments)
    assert comments == conversation(seeded(7), 200)
    assert comments != conversation(seeded(8), 200)
    assert {comment.body.media_type for comment in comments} == set(MediaType)
    assert POST_AUTHOR in {comment.author for comment in comments}
    without = conversation(seeded(7), 100, post_author=None)
    assert POST_AUTHOR not in {comment.author for comment in without}
