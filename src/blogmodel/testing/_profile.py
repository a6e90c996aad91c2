"""How hard a law is tried."""

import attrs

from blogmodel import _checks

__all__ = ["PROFILES", "Profile"]


@attrs.frozen(kw_only=True)
class Profile:
    """How hard laws are tried.

    Attributes:
        name: what reports call it.
        examples: how many examples each law is tried with.
        steps: how many changes a long life has.
        size: how many comments an example has at most.
        depth: how long the chain is that must not break.

    Raises:
        InvalidValueError: a number is negative.

    Example:
        >>> from blogmodel.testing import PROFILES
        >>> PROFILES["quick"].examples
        25
    """

    name: str
    examples: int
    steps: int = 20
    size: int = 12
    depth: int = 3_000

    def __attrs_post_init__(self) -> None:
        for field in ("examples", "steps", "size", "depth"):
            _checks.count("Profile", field, getattr(self, field))


PROFILES = {
    profile.name: profile
    for profile in (
        Profile(name="quick", examples=25, steps=12),
        Profile(name="normal", examples=100),
        Profile(name="thorough", examples=1_000, steps=50, size=30, depth=100_000),
    )
}
"""Those that ``--blogmodel-profile`` knows; « normal » is the one where nothing is said."""
