"""What the library says to people, in the reader's locale."""

from blogmodel.messages._messages import Messages

__all__ = ["Messages"]
