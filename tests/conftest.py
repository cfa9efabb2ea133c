"""Fixtures and hypothesis settings of all tests."""

import pytest
from hypothesis import HealthCheck, settings
from small import PLENARY, Play, hall

from exercise.model.scenario import Clock

settings.register_profile(
    "exercise",
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("exercise")


@pytest.fixture
def play() -> Play:
    """The small scenario, started."""
    return Play()


@pytest.fixture
def plenary() -> Play:
    """One long plenary without cards."""
    return Play(hall(PLENARY, clock=Clock(5, 1, ("morning", "afternoon", "evening"), 600, "soft", 1)))
