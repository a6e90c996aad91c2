"""A fault that is planted, for galleries of broken implementations."""

import attrs

from blogmodel.testing._subject import Subject

__all__ = ["Fault"]


@attrs.frozen
class Fault:
    """A fault that is planted, and what finds it.

    Attributes:
        subject: the implementation with the fault.
        law: the name of the law that it breaks.

    Example:
        >>> from blogmodel.testing.broken import GALLERY
        >>> GALLERY[0].name, GALLERY[0].law
        ('orphans_dropped', 'orphans-stand')
    """

    subject: Subject
    law: str

    @property
    def name(self) -> str:
        """What the implementation is called."""
        return self.subject.name
