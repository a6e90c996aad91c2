"""The closed sets of moderation: who acts, what happens, why, and where a matter stands."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["HUMAN", "Appeal", "EventKind", "Fact", "Part", "Reason", "Review", "Role"]


class Role(StrEnum):
    """In which capacity somebody, or something, acts on a comment or looks at it."""

    READER = "reader"
    """Any visitor."""
    AUTHOR = "author"
    """Who wrote the comment."""
    POST_AUTHOR = "post-author"
    """Who wrote the post that it stands under."""
    MODERATOR = "moderator"
    ADMIN = "admin"
    """May all that a moderator may, and erase."""
    POLICY = "policy"
    """The rules, acting by themselves."""
    RETENTION = "retention"
    """The schedule by which data is erased."""


HUMAN = frozenset(Role) - {Role.POLICY, Role.RETENTION}
"""The roles that are people's."""


class EventKind(StrEnum):
    """What happened to a comment."""

    SUBMIT = "submit"
    """It was written, and the policy judged it."""
    IMPORT = "import"
    """It came from another engine, with the status it had there."""
    APPROVE = "approve"
    HOLD = "hold"
    """It was taken back to wait."""
    MARK_SPAM = "mark-spam"
    REJECT = "reject"
    """It was refused before anybody saw it."""
    REMOVE = "remove"
    """It was taken down."""
    SHADOW = "shadow"
    """It was left to be seen by its author alone."""
    EDIT = "edit"
    """Its text was changed."""
    WITHDRAW = "withdraw"
    """Its author deleted it."""
    RESTORE = "restore"
    """It was brought back as it was before it was removed or withdrawn."""
    REPORT = "report"
    """A reader reported it."""
    ACKNOWLEDGE = "acknowledge"
    """A moderator looked at the reports and closed the matter."""
    ESCALATE = "escalate"
    """A moderator passed the matter on."""
    APPEAL = "appeal"
    """Its author contested the decision."""
    GRANT = "grant"
    """The appeal was granted."""
    DENY = "deny"
    """The appeal was denied."""
    ERASE = "erase"
    """Its text and its author were erased for good."""
    UNDO = "undo"
    """A decision was taken back."""


class Review(StrEnum):
    """Whether somebody is to look at a comment, whatever its status."""

    NONE = "none"
    """Nothing calls for it."""
    OPEN = "open"
    ESCALATED = "escalated"
    """Passed on to someone else."""
    CLOSED = "closed"


class Appeal(StrEnum):
    """Where the appeal against a decision stands."""

    NONE = "none"
    """There is none."""
    FILED = "filed"
    GRANTED = "granted"
    DENIED = "denied"


class Fact(StrEnum):
    """Something that a rule may need to know of the world outside: a field of `Context`."""

    ROLE = "role"
    TRUST = "is_trusted"
    APPROVED = "approved"
    REFUSED = "refused"
    RECENT = "recent"
    SENT = "sent"
    SEEN = "seen"
    EXTERNAL = "external"
    REPORTS = "reports"


class Part(StrEnum):
    """A part of a submission in which something can be found."""

    TEXT = "text"
    """The comment itself."""
    NAME = "name"
    """Its author's name."""
    EMAIL = "email"
    """Its author's address."""
    URL = "url"
    """Its author's page."""
    ADDRESS = "address"
    """The network address it came from."""
    AGENT = "agent"
    """The browser it came from."""


class Reason(StrEnum):
    """Why: what a rule found, or a person decided by; readers are told it in their words."""

    # What rules find.
    COMMENTS_CLOSED = "comments-closed"
    EMPTY = "empty"
    """There is no text in it."""
    TOO_LONG = "too-long"
    DUPLICATE = "duplicate"
    """The same was sent before."""
    FLOOD = "flood"
    """Too many came in too short a time."""
    TRUSTED = "trusted"
    """Its author is of the staff, or trusted."""
    BANNED_WORDS = "banned-words"
    SUSPECT_WORDS = "suspect-words"
    LINKS = "links"
    SHAPE = "shape"
    """The way it is written, as in capitals, with repeats or hidden characters."""
    IDENTITY = "identity"
    """What is known of its author."""
    NEW_AUTHOR = "new-author"
    """It is the first of its author's."""
    NEAR_DUPLICATE = "near-duplicate"
    """It is nearly the same as another."""
    BOT = "bot"
    """It was filled in as no person does."""
    SPAM_SCORE = "spam-score"
    """It resembles what was judged to be spam."""
    EXTERNAL = "external"
    """Another service judged it."""
    REPORTED = "reported"
    """Readers reported it."""
    PREMODERATION = "premoderation"
    """Every comment waits here."""
    PATTERN = "pattern"
    """It matches a rule of this site."""
    SCORE = "score"
    """Several small things came together."""
    NO_RULE = "no-rule"
    """No rule had anything against it."""

    # What people decide by.
    ACCEPTABLE = "acceptable"
    SPAM = "spam"
    OFF_TOPIC = "off-topic"
    INSULT = "insult"
    HARASSMENT = "harassment"
    HATE = "hate"
    PERSONAL_DATA = "personal-data"
    COPYRIGHT = "copyright"
    ILLEGAL = "illegal"
    MISINFORMATION = "misinformation"
    MISTAKE = "mistake"
    """The decision before was wrong."""
    AUTHORS_WISH = "authors-wish"
    RETENTION = "retention"
    """The time for which it may be kept is over."""
    IMPORTED = "imported"
    """It came so from another engine."""
    OTHER = "other"
