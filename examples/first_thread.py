"""Make a few comments, thread them whatever their order, and write one as JSON."""

from datetime import UTC, datetime

from blogmodel import Author, Comment, Thread, to_json

ZOE, LUC = Author("Zoé"), Author("Luc")

comments = [
    Comment("3", "billet", author=ZOE, body="De rien !", parent_id="2"),
    Comment(
        "1", "billet", author=ZOE, body="Beau billet.", created_at=datetime(2011, 6, 24, tzinfo=UTC)
    ),
    Comment("2", "billet", author=LUC, body="Merci !", parent_id="1"),
    Comment("4", "billet", body="Perdu en route.", parent_id="0"),
]

thread = Thread.build(comments)

for node in thread.walk():
    who = node.comment.author.name if node.comment.author else "?"
    print(f"{'    ' * node.depth}{who} : {node.comment.body.text}")

for defect in thread.defects:
    print(defect)

print(to_json(ZOE))
