"""The reply finder: each comment of a thread is read beside those that came before it."""

from collections.abc import Iterator

from blogmodel.model import Author, Comment
from blogmodel.thread._conversation import Choice, Conversation, Text, text_of
from blogmodel.thread._proposals import ReplyProposal
from blogmodel.thread._quotations import Said
from blogmodel.thread._thread import Thread

__all__ = ["find"]

_ALTERNATIVES = 5


def find(thread: Thread, post_author: Author | None) -> Iterator[ReplyProposal]:
    """Yield what is proposed for each comment, in the order of the thread."""
    comments = thread.comments
    texts = [text_of(comment) for comment in comments]
    shared = {comment.id for comment in thread.set_aside}
    reached = _reached(thread)
    conversations = {
        post_id: Conversation(comments, reached, Said(frozenset(runs)), post_author)
        for post_id, runs in _quoted(comments, texts).items()
    }
    for number, (comment, text) in enumerate(zip(comments, texts, strict=True)):
        conversation = conversations[comment.post_id]
        flat = comment.parent_id is None
        choice = conversation.choose(number, text) if flat else None
        conversation.add(number, text, choice)
        if choice and comment.id not in shared:
            yield _proposal(comments, comment, choice)


def _quoted(comments: tuple[Comment, ...], texts: list[Text]) -> dict[str, set[str]]:
    """Return by post what its comments quote."""
    runs: dict[str, set[str]] = {}
    for comment, text in zip(comments, texts, strict=True):
        own = runs.setdefault(comment.post_id, set())
        own.update(run for quoted in text.quotations for run in quoted.runs)
    return runs


def _reached(thread: Thread) -> list[int]:
    """Return by comment the highest number among itself and all above it.

    A comment whose number is no less than that of a reply must not become its parent: by way of a
    parent that came later, it could hang below it.
    """
    numbers = {comment.id: number for number, comment in enumerate(thread.comments)}
    by_position: list[int] = []
    reached = list(range(len(thread.comments)))
    for node in thread.walk():
        number = -1 if node.is_placeholder else numbers[node.comment.id]
        above = node.parent
        highest = max(number, -1 if above is None else by_position[above.position])
        by_position.append(highest)
        if number >= 0:
            reached[number] = highest
    return reached


def _proposal(comments: tuple[Comment, ...], comment: Comment, choice: Choice) -> ReplyProposal:
    return ReplyProposal(
        comment.id,
        None if choice.target is None else comments[choice.target].id,
        rule=choice.rule,
        evidence=choice.evidence,
        confidence=choice.confidence,
        alternatives=tuple(comments[number].id for number in choice.others[:_ALTERNATIVES]),
    )
