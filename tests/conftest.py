"""What all tests share."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# The gate runs the same examples each time; a developer's runs look further each time.
settings.register_profile("gate", deadline=None, derandomize=True, max_examples=150)
settings.register_profile("developer", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("gate" if os.environ.get("CI") else "developer")


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Return the folder of real files; the tests that read it skip where it is not."""
    default = Path(__file__).parents[2] / "shared"
    folder = Path(os.environ.get("BLOGMODEL_SHARED", default)) / "data"
    if not folder.is_dir():
        pytest.skip(
            f"no real files at {folder}; BLOGMODEL_SHARED names the folder that holds data/"
        )
    return folder
