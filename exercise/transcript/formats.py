"""Formats of transcripts: older ones are read as if they had been written in the newest.

A step takes what a header or an event says from one format to the next. It works on plain JSON values, so that it goes on to
work when the classes change, and it leaves alone what is in the newer format already: an exercise that is resumed goes on in
the newest format under its old header.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

from attrs import frozen

Json = dict[str, Any]

FORMAT: Final = 2
"""The format that this program writes. Any new field or event kind needs a new number, and a step from the one before."""


@frozen
class Step:
    """What is different in the next format. `header` takes scenario and setup, `event` the kind and content of an event."""

    header: Callable[[Json, Json], tuple[Json, Json]] | None = None
    event: Callable[[str, Json], tuple[str, Json]] | None = None


def _from_1(scenario: Json, setup: Json) -> tuple[Json, Json]:
    """Format 1 knew no short names of issues, no answers ready for questions, no words on what a finding counts, no branches."""
    issues = [{"short": "", **issue} for issue in scenario.get("issues", ())]
    findings = [{"counts": "", **finding} for finding in scenario.get("findings", ())]
    roles = {seat: {"answers": [], **role} for seat, role in scenario.get("roles", {}).items()}
    return {**scenario, "issues": issues, "findings": findings, "roles": roles}, {
        "parent": "",
        "parent_event": 0,
        **setup,
    }


STEPS: Mapping[int, Step] = {1: Step(header=_from_1)}
"""By format, the step from it to the next."""


def upgrade_header(format: int, scenario: Json, setup: Json) -> tuple[Json, Json]:
    """Scenario and setup of an older header as the newest format says them."""
    for step in _steps(format):
        if step.header is not None:
            scenario, setup = step.header(scenario, setup)
    return scenario, setup


def changes_events(format: int) -> bool:
    """Whether events of a format are written otherwise now."""
    return any(step.event is not None for step in _steps(format))


def upgrade_event(format: int, kind: str, what: Json) -> tuple[str, Json]:
    """Kind and content of an older event as the newest format says them."""
    for step in _steps(format):
        if step.event is not None:
            kind, what = step.event(kind, what)
    return kind, what


def _steps(format: int) -> list[Step]:
    return [STEPS[older] for older in sorted(STEPS) if older >= format]
