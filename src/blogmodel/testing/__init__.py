"""Strategies for the library's values, conversations. It needs the extra ``blogmodel[testing]``."""

from blogmodel.testing import conversations, strategies

__all__ = ["conversations", "strategies"]
