"""What the library says to people, in the reader's locale."""

from blogmodel.messages import phrases
from blogmodel.messages._labels import Label
from blogmodel.messages._message import Either, Message, Percent
from blogmodel.messages._messages import Messages

__all__ = ["Either", "Label", "Message", "Messages", "Percent", "phrases"]
