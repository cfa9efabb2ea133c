"""What there is to know while an exercise is set up: problems of the scenario, its advisory, and the row under the cursor."""

from collections.abc import Sequence
from typing import Final

from textual.content import Content

from exercise.model.diagnostic import Diagnostic, Severity
from exercise.model.scenario import Seat
from exercise.model.text import printable
from exercise.ui.plan import Plan
from exercise.ui.previews import told
from exercise.ui.setup_rows import Setting

MOST: Final = 40
"""Problems shown; `exercise check` lists them all."""


def problems(found: Sequence[Diagnostic]) -> Content | None:
    """Every problem with its place; nothing where there is none."""
    if not found:
        return None
    errors = any(problem.severity is Severity.ERROR for problem in found)
    head = Content.styled(f"Problems of this scenario: {len(found)}", "bold $error" if errors else "bold $warning")
    return Content("\n").join([head, *(Content(told(problem)) for problem in found[:MOST])])


def advisory(plan: Plan) -> Content | None:
    """What a participant should know before taking part."""
    text = plan.scenario.advisory
    return Content.assemble(("Content advisory. ", "bold $warning"), printable(text)) if text else None


def of_setting(plan: Plan, setting: Setting | None) -> Content:
    """A setting in full, and what it does."""
    if setting is None:
        return Content("The scenario to play. Enter chooses another one.")
    shown = printable(setting.shown(plan), lines=False)
    return Content.assemble((f"{setting.label}: ", "bold $primary"), (shown, "bold"), f"\n{setting.says}")


def of_seat(plan: Plan, seat: Seat | None) -> Content | None:
    """What everybody may know of a seat."""
    if seat is None:
        return None
    role = plan.scenario.roles.get(seat.id)
    words = role.summary if role else "This seat has no brief."
    return Content.assemble((printable(seat.name, lines=False), "bold $primary"), f"\n{printable(words)}")
