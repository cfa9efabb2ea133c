"""What an exercise amounts to: verdicts on predictions, a name for the outcome, and which sources it bears out."""

from enum import StrEnum

from attrs import frozen

from exercise.model.scenario import OutcomeName


class Verdict(StrEnum):
    """For a success condition `occurred` means met and `averted` means missed."""

    OCCURRED = "occurred"
    AVERTED = "averted"
    NOT_OBSERVABLE = "not_observable"


@frozen
class Finding:
    """A verdict on one failure mode or success condition with the events that prove it.

    `warning` says that its early warning holds while the bargaining goes on.
    """

    id: str
    verdict: Verdict
    evidence: tuple[int, ...] = ()
    warning: bool = False


@frozen
class Score:
    """A question on which the sources differ, and those whose answer this exercise bears out."""

    id: str
    sources: tuple[str, ...] = ()
    evidence: tuple[int, ...] = ()


@frozen
class Assessment:
    findings: tuple[Finding, ...]
    outcome: OutcomeName
    scoreboard: tuple[Score, ...]

    def finding(self, id: str) -> Finding:
        """The finding of that id. Raises KeyError where the scenario has none."""
        for finding in self.findings:
            if finding.id == id:
                return finding
        raise KeyError(id)

    @property
    def occurred(self) -> tuple[str, ...]:
        return tuple(finding.id for finding in self.findings if finding.verdict is Verdict.OCCURRED)
