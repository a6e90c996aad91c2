"""The conditions that rules are made of: small values, each with what it compares.

What a condition finds depends on the submission and the facts alone. A program may write its own:
see `blogmodel.moderation.Condition`.
"""

from blogmodel.moderation._combined import AllOf, AnyOf, Unless
from blogmodel.moderation._intake import (
    AlreadySent,
    Always,
    ClosedAfter,
    CommentsClosed,
    Empty,
    OfKind,
    TooLong,
    TooMany,
    TooShort,
)
from blogmodel.moderation._judges import JudgedElsewhere, LooksLikeSpam, Reported, SpamModel
from blogmodel.moderation._linked import LinksToHosts, LinkTrick, TooManyLinks, TrickyLinks
from blogmodel.moderation._shapes import Deceives, NearDuplicate, Repeats, Shouts
from blogmodel.moderation._wordings import HasBannedWords, HasSuspectWords, Matches
from blogmodel.moderation._writers import (
    DisposableMail,
    Honeypot,
    NewAuthor,
    OftenRefused,
    Staff,
    TooFast,
    Trusted,
    Unnamed,
)

__all__ = [
    "AllOf",
    "AlreadySent",
    "Always",
    "AnyOf",
    "ClosedAfter",
    "CommentsClosed",
    "Deceives",
    "DisposableMail",
    "Empty",
    "HasBannedWords",
    "HasSuspectWords",
    "Honeypot",
    "JudgedElsewhere",
    "LinkTrick",
    "LinksToHosts",
    "LooksLikeSpam",
    "Matches",
    "NearDuplicate",
    "NewAuthor",
    "OfKind",
    "OftenRefused",
    "Repeats",
    "Reported",
    "Shouts",
    "SpamModel",
    "Staff",
    "TooFast",
    "TooLong",
    "TooMany",
    "TooManyLinks",
    "TooShort",
    "TrickyLinks",
    "Trusted",
    "Unless",
    "Unnamed",
]
