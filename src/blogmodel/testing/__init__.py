"""Hypothesis strategies for the library's values. It needs the extra ``blogmodel[testing]``."""

from blogmodel.testing import strategies

__all__ = ["strategies"]
