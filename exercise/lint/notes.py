"""What every rule of the lint is given: the scenario, where everything stands, and a place for warnings."""

from functools import cached_property

from exercise.authoring.codes import Code
from exercise.authoring.nodes import Place, problem
from exercise.authoring.proof import Proof
from exercise.engine.sheets import Sheets
from exercise.model.diagnostic import Diagnostic, Severity
from exercise.model.scenario import Scenario


class Notes:
    """Collects the warnings about one scenario that loads without an error."""

    def __init__(self, scenario: Scenario, proof: Proof, lines: dict[str, tuple[str, ...]]) -> None:
        self.scenario = scenario
        self.proof = proof
        self.lines = lines
        self.warnings: list[Diagnostic] = []
        self.silent: dict[str, str] = {}
        """Cards that never come by themselves, with the reason."""

    def warn(self, place: Place, code: Code, message: str, hint: str = "") -> None:
        self.warnings.append(problem(place, code, message, hint, Severity.WARNING))

    @cached_property
    def sheets(self) -> Sheets:
        return Sheets(self.scenario)
