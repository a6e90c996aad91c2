"""What an adapter gives the kit: two methods at least, and the others as far as there is a way."""

from collections.abc import Awaitable, Iterable, Mapping, Sequence
from typing import Protocol

from blogmodel.model import Comment
from blogmodel.testing._rows import Page, Rows

__all__ = ["OptionalStore", "Store"]


class Store(Protocol):
    """The comments of one post, as the program under test keeps them.

    Every method may be a coroutine. `Store.add` and `Store.walk` have to be there; a law about
    another one applies where the adapter has that method: `OptionalStore` lists them.
    """

    def add(self, comment: Comment) -> object:
        """Take a comment; its parent may come later, or never."""
        ...

    def walk(self) -> Rows | Awaitable[Rows]:
        """Return what visitors see: parents before their replies, each subtree whole."""
        ...


class OptionalStore(Store, Protocol):
    """The methods that an adapter may have besides.

    An adapter that has ``load`` needs no ``add``. A method that raises `NotImplementedError`
    counts as not there.
    """

    def load(self, comments: Sequence[Comment]) -> object:
        """Take comments all at once; nothing was there before."""
        ...

    def edit(self, comment_id: str, text: str) -> object:
        """Give a comment another text."""
        ...

    def delete(self, comment_id: str) -> object:
        """Delete a comment for good."""
        ...

    def hide(self, comment_id: str) -> object:
        """Hide a comment from visitors, as a moderator does."""
        ...

    def restore(self, comment_id: str) -> object:
        """Show a hidden comment again."""
        ...

    def move(self, comment_id: str, parent_id: str | None) -> object:
        """Move a comment, and all below it, under another one or to the top; refuse a ring."""
        ...

    def count(self) -> int | Awaitable[int]:
        """Return how many comments visitors are told that there are."""
        ...

    def page(self, size: int, after: object) -> Page | Awaitable[Page]:
        """Return a page of so many comments: the first, or what follows `Page.next` of another."""
        ...

    def permalink(self, comment_id: str, size: int) -> Rows | Awaitable[Rows]:
        """Return the rows of the page that a link to a comment leads to."""
        ...

    def walk_to(self, depth: int) -> Rows | Awaitable[Rows]:
        """Return what visitors see where nothing is shown further in than a depth."""
        ...

    def defects(self) -> Iterable[tuple[str, str]] | Awaitable[Iterable[tuple[str, str]]]:
        """Return what is wrong: a kind of `blogmodel.thread.DefectKind`, and the comment's id."""
        ...

    def paths(self) -> Mapping[str, bytes] | Awaitable[Mapping[str, bytes]]:
        """Return the materialised paths of the comments, by their ids."""
        ...

    def nested_sets(self) -> Mapping[str, tuple[int, int]]:
        """Return the left and right numbers of the comments, by their ids."""
        ...

    def split(self, comment_id: str) -> object:
        """Take a comment and all below it out; return an adapter of the new thread."""
        ...

    def merge(self, comments: Sequence[Comment]) -> object:
        """Take in the comments of another thread of the post."""
        ...

    def another(self) -> object:
        """Return an adapter of the same comments, as another process would open it."""
        ...

    def add_in_steps(self, comment: Comment) -> Iterable[object]:
        """Do what ``add`` does, and yield wherever another writer could come between."""
        ...

    def close(self) -> object:
        """Let go of what it holds; called once an example is over."""
        ...
