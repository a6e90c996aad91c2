"""What every reader of a format is given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import attrs

from blogmodel.formats._entries import Damage

if TYPE_CHECKING:
    from datetime import tzinfo

__all__ = ["Options", "Source"]


class Source(Protocol):
    """The bytes of a file, from their start."""

    @property
    def name(self) -> str:
        """What to call it in an error."""
        ...

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes, so many at most; b"" at the end."""
        ...


@attrs.frozen
class Options:
    """What the caller said.

    Attributes:
        zone: that of local times of which the source does not tell it.
        encoding: that of the bytes; None to find out.
        damage: whether what is broken is repaired.
    """

    zone: tzinfo | None = None
    encoding: str | None = None
    damage: Damage = Damage.REPAIR
