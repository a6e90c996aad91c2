"""How hard a law is tried."""

import attrs

from blogmodel import _checks
from blogmodel.errors import InvalidValueError

__all__ = ["PROFILES", "Profile"]

# Seconds: less than any call takes, and a day.
_SOON, _FOR_EVER = 0.01, 86_400


@attrs.frozen(kw_only=True)
class Profile:
    """How hard laws are tried.

    Attributes:
        name: what reports call it.
        examples: how many examples each law is tried with.
        steps: how many changes a long life has.
        size: how many comments an example has at most.
        depth: how long the chain is that must not break.
        patience: how many seconds a call may take before it counts as one that does not end.

    Raises:
        InvalidValueError: a number is not positive.

    Example:
        >>> from blogmodel.testing import PROFILES
        >>> PROFILES["quick"].examples
        25
    """

    name: str
    examples: int
    steps: int = 20
    size: int = 10
    depth: int = 3_000
    patience: float = 5.0

    def __attrs_post_init__(self) -> None:
        for field in ("examples", "steps", "size", "depth"):
            _checks.count("Profile", field, getattr(self, field))
            if not getattr(self, field):
                raise InvalidValueError("Profile", field, 0, "1 or more")
        if type(self.patience) not in {int, float} or not _SOON <= self.patience < _FOR_EVER:
            raise InvalidValueError("Profile", "patience", self.patience, "seconds, 0.01 or more")


PROFILES = {
    profile.name: profile
    for profile in (
        Profile(name="quick", examples=25, steps=12),
        Profile(name="normal", examples=100),
        Profile(name="thorough", examples=1_000, steps=50, size=30, depth=100_000),
    )
}
"""Those that ``--blogmodel-profile`` knows; « normal » is the one where nothing is said."""
