"""The words of a blog that stand alone on its pages: buttons, links, headings, notes."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["Label"]


class Label(StrEnum):
    """A word or two that stand alone on a page; `Messages.label` tells them.

    What counts or names something is in `blogmodel.messages.phrases`.
    """

    # Buttons.
    REPLY = "reply"
    EDIT = "edit"
    DELETE = "delete"
    REPORT = "report"
    """Tell the moderators of it."""
    APPROVE = "approve"
    REJECT = "reject"
    """Refuse to publish it."""
    MARK_AS_SPAM = "mark-as-spam"
    NOT_SPAM = "not-spam"
    """Take it out of the spam."""
    PIN = "pin"
    """Keep it at the top."""
    UNPIN = "unpin"
    SHARE = "share"
    SEND = "send"
    PUBLISH = "publish"
    PREVIEW = "preview"
    SAVE = "save"
    CANCEL = "cancel"
    SEARCH = "search"

    # Links.
    READ_MORE = "read-more"
    """After an excerpt."""
    PERMALINK = "permalink"
    LEAVE_A_COMMENT = "leave-a-comment"
    SHOW_REPLIES = "show-replies"
    HIDE_REPLIES = "hide-replies"
    FIRST_PAGE = "first-page"
    PREVIOUS_PAGE = "previous-page"
    NEXT_PAGE = "next-page"
    LAST_PAGE = "last-page"
    NEWER_POSTS = "newer-posts"
    OLDER_POSTS = "older-posts"
    NEWER_COMMENTS = "newer-comments"
    OLDER_COMMENTS = "older-comments"

    # Orders of comments, for a menu.
    NEWEST_FIRST = "newest-first"
    OLDEST_FIRST = "oldest-first"
    MOST_ACTIVE_FIRST = "most-active-first"
    """Those with the latest replies."""
    MOST_REPLIES_FIRST = "most-replies-first"
    TOP_FIRST = "top-first"
    """By votes for, less votes against."""
    BEST_FIRST = "best-first"
    """By the share of votes for, as far as it is sure."""
    CONTROVERSIAL_FIRST = "controversial-first"
    HOT_FIRST = "hot-first"
    """By votes and age."""

    # Headings, and names of fields and things.
    BLOG = "blog"
    POST = "post"
    """What is published on a blog."""
    COMMENT = "comment"
    COMMENTS = "comments"
    AUTHOR = "author"
    DATE = "date"
    TAG = "tag"
    HASHTAG = "hashtag"
    ARCHIVES = "archives"
    SPAM = "spam"
    """What was judged to be spam, all together."""
    NAME = "name"
    """A person's, in a form."""
    EMAIL = "email"
    """A person's address, in a form."""
    WEBSITE = "website"

    # Notes, and what stands in place of something.
    EDITED = "edited"
    """After a text; in parentheses."""
    PINNED = "pinned"
    AWAITING_MODERATION = "awaiting-moderation"
    COMMENTS_CLOSED = "comments-closed"
    """In place of the form."""
    COMMENT_REMOVED = "comment-removed"
    """In place of a comment that moderators took away, above its replies."""
    COMMENT_WITHDRAWN = "comment-withdrawn"
    """In place of a comment that its author deleted, above its replies."""
    COMMENT_MISSING = "comment-missing"
    """In place of a comment that is not there, above its replies."""
    TITLE_UNKNOWN = "title-unknown"
    AUTHOR_UNKNOWN = "author-unknown"
    DATE_UNKNOWN = "date-unknown"
    ANONYMOUS = "anonymous"
    """In place of a name that was not given."""
