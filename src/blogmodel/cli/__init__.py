"""``blogmodel …``: a thin shell over the rest. It needs the extra ``blogmodel[cli]``."""

from blogmodel.cli._main import main

__all__ = ["main"]
