"""Validated values beside the same attrs classes without validators; msgspec beside both."""

from datetime import UTC, datetime
from functools import partial

import attrs
import msgspec

from _timing import compare, table
from blogmodel import Author, Body, Comment, Post, from_json, to_json

COUNT = 20_000
NOON = datetime(2011, 6, 24, 12, tzinfo=UTC)
ZOE, BODY = Author("Zoé"), Body("C'est un excellent résumé. " * 16)


def unchecked(cls: type[attrs.AttrsInstance]) -> type:
    """Return the same class without validators or converters."""
    fields = {
        field.name: attrs.field(default=field.default, kw_only=field.kw_only, type=field.type)
        for field in attrs.fields(cls)
    }
    return attrs.make_class(f"Plain{cls.__name__}", fields, frozen=True, slots=True)


def make(cls: type) -> None:
    """Make comments as a reader of exports does."""
    for number in range(COUNT):
        cls(str(number), "p", author=ZOE, body=BODY, created_at=NOON, parent_id="0")


def make_posts(cls: type) -> None:
    """Make posts without a link, a language or tags."""
    for number in range(COUNT):
        cls(str(number), title="Été", author=ZOE, body=BODY, published_at=NOON)


def make_linked(cls: type) -> None:
    """Make posts as a reader of exports does."""
    url, tags = "https://example.org/2011/06/ete.html", ("sirop", "érable")
    for number in range(COUNT):
        cls(str(number), title="Été", author=ZOE, body=BODY, published_at=NOON, url=url, tags=tags)


def make_authors(cls: type) -> None:
    """Make authors of whom the name is known."""
    for _ in range(COUNT):
        cls("Zoé")


def make_bodies(cls: type) -> None:
    """Make bodies in French."""
    for _ in range(COUNT):
        cls(BODY.text)


OTHERS = {
    "a post": (make_posts, Post),
    "a post with a link and tags": (make_linked, Post),
    "an author": (make_authors, Author),
    "a body": (make_bodies, Body),
}

if __name__ == "__main__":
    Plain = unchecked(Comment)
    medians = compare({"without validators": lambda: make(Plain), "Comment": lambda: make(Comment)})
    table("Making a comment of 450 characters", medians, "without validators", per=COUNT)

    for what, (run, cls) in OTHERS.items():
        peers = {
            "without validators": partial(run, unchecked(cls)),
            cls.__name__: partial(run, cls),
        }
        table(f"Making {what}", compare(peers), "without validators", per=COUNT)

    comment = Comment("1", "p", author=ZOE, body=BODY, created_at=NOON, parent_id="0")
    text, encoded = to_json(comment), msgspec.json.encode(comment)
    plain, ours = msgspec.json.Decoder(Plain), msgspec.json.Decoder(Comment)
    assert ours.decode(encoded) == from_json(text, Comment) == comment
    medians = compare(
        {
            "msgspec, without validators": lambda: [plain.decode(encoded) for _ in range(COUNT)],
            "msgspec, Comment": lambda: [ours.decode(encoded) for _ in range(COUNT)],
            "from_json": lambda: [from_json(text, Comment) for _ in range(COUNT)],
            "to_json": lambda: [to_json(comment) for _ in range(COUNT)],
        }
    )
    table("JSON", medians, "msgspec, without validators", per=COUNT)
