"""A validated Comment beside the same attrs class without validators; msgspec beside both."""

from datetime import UTC, datetime

import attrs
import msgspec

from _timing import compare, table
from blogmodel import Author, Body, Comment, from_json, to_json

COUNT = 20_000
NOON = datetime(2011, 6, 24, 12, tzinfo=UTC)
ZOE, BODY = Author("Zoé"), Body("C'est un excellent résumé. " * 16)

Plain = attrs.make_class(
    "Plain",
    {
        field.name: attrs.field(default=field.default, kw_only=field.kw_only, type=field.type)
        for field in attrs.fields(Comment)
    },
    frozen=True,
    slots=True,
)


def make(cls: type) -> None:
    """Make comments as a reader of exports does."""
    for number in range(COUNT):
        cls(str(number), "p", author=ZOE, body=BODY, created_at=NOON, parent_id="0")


if __name__ == "__main__":
    medians = compare({"without validators": lambda: make(Plain), "Comment": lambda: make(Comment)})
    table("Making a comment of 450 characters", medians, "without validators", per=COUNT)

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
