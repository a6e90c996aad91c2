from __future__ import annotations

import attrs


@attrs.frozen
class Weight:
    feature: str
    weight: float
    spans: tuple = ()
