"""The first page of a handout: what is in it, for whom, and in how many copies."""

from collections.abc import Sequence

from exercise.handout.markdown import escaped
from exercise.handout.write import Sheet
from exercise.model.scenario import Scenario


def overview(scenario: Scenario, papers: Sequence[Sheet], ending: str) -> Sheet:
    """A table of the sheets with whom each is for; it leads to files with this ending."""
    rows = [
        f"| [{escaped(sheet.title)}]({sheet.path}{ending}) | {escaped(sheet.mark)} | {_copies(sheet)} |"
        for sheet in papers
    ]
    text = "\n".join(
        [
            f"# Handout: {escaped(scenario.title)}",
            "",
            "*For the facilitator. Print what is public once for everybody, each role for its own seat, and keep the rest.*",
            "",
            "| Sheet | For | Copies |",
            "|---|---|---|",
            *rows,
            "",
        ]
    )
    return Sheet("README", "Handout", "for the facilitator", text)


def _copies(sheet: Sheet) -> str:
    if sheet.path.startswith("roles/"):
        return "one for each person in the seat"
    if sheet.path.startswith("control/"):
        return "one for each evaluator" if sheet.path.endswith("evaluation-guide") else "one"
    return "one for each delegation" if sheet.path.endswith("forms") else "one for everybody"
