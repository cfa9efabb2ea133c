"""Findings so far: early warnings first, then what would be found if the exercise ended now, with the evidence."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList

from exercise.findings.assess import assess
from exercise.findings.assessment import Finding, Verdict
from exercise.model.text import printable
from exercise.ui.chair import Chair, Glance
from exercise.ui.drawer.dials import readings
from exercise.ui.drawer.tray import Tray
from exercise.ui.evidence import Evidence, verdict_words
from exercise.ui.listing import Row, heading


class Findings(Tray):
    """The predictions of the sources, held against the exercise so far."""

    TITLE = "Findings"
    HELP = (
        "What the articles predict, held against the exercise so far. Early warnings come first. A verdict is what would be\n"
        "found if the exercise ended now. Enter shows the events that are its evidence."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("v", "evidence", "Evidence", id="findings.evidence", tooltip="The events that prove it"),
    ]

    def __init__(self, chair: Chair, *, id: str | None = None) -> None:
        super().__init__(chair, id=id)
        self._found: dict[str, Finding] = {}

    def show(self, glance: Glance) -> None:
        self._found = {finding.id: finding for finding in assess(glance.view.game, glance.view.state).findings}
        super().show(glance)

    def rows(self) -> Iterable[Row]:
        modes = self.glance.view.game.scenario.findings
        warned = [mode for mode in modes if self._warns(mode.id)]
        yield heading("Early warnings" if warned else "No early warnings")
        yield from (self._row(mode.id, mode.name, "!", "early warning", "$warning") for mode in warned)
        for verdict, failure, style in (
            (Verdict.OCCURRED, True, "$error"),
            (Verdict.OCCURRED, False, "$success"),
            (Verdict.AVERTED, True, "$muted"),
            (Verdict.AVERTED, False, "$muted"),
            (Verdict.NOT_OBSERVABLE, True, "$faint"),
            (Verdict.NOT_OBSERVABLE, False, "$faint"),
        ):
            found = [m for m in modes if (m.kind == "failure") == failure and self._stands_under(m.id, verdict)]
            if found:
                what = "Failures" if failure else "Conditions of success"
                words, mark = verdict_words("failure" if failure else "success", verdict)
                if not self.glance.view.state.ended:
                    words += " yet" if verdict is Verdict.NOT_OBSERVABLE else " so far"
                yield heading(f"{what}: {words}")
                yield from (self._row(mode.id, mode.name, mark, words, style) for mode in found)

    def _warns(self, id: str) -> bool:
        """Whether a finding stands among the warnings: until it occurs."""
        return self._found[id].warning and self._found[id].verdict is not Verdict.OCCURRED

    def _stands_under(self, id: str, verdict: Verdict) -> bool:
        """Whether a finding is listed with this verdict: one that warns stands among the warnings."""
        return self._found[id].verdict is verdict and not self._warns(id)

    def _row(self, id: str, name: str, mark: str, words: str, style: str) -> Row:
        room = max(8, self.columns - len(words) - 10)
        return Row(
            id,
            Content.assemble(
                (f" {mark} ", style), (f"{id:<4} ", "bold"), f"{name[:room]:<{room}}", (f" {words}", style)
            ),
        )

    def detail(self, id: str) -> Content:
        mode = next(m for m in self.glance.view.game.scenario.findings if m.id == id)
        finding = self._found[mode.id]
        parts = [
            Content.styled(f"{mode.id} {printable(mode.name, lines=False)}", "bold"),
            Content(printable(mode.says)),
        ]
        for label, text in (
            ("Counted", mode.counts),
            ("Helps against it" if mode.kind == "failure" else "Helps", mode.mitigates),
            ("Evidence", f"events {', '.join(map(str, finding.evidence))}" if finding.evidence else "no events so far"),
            ("Early warning while", mode.warning),
            ("Test", mode.test),
            ("Dials now", readings(self.glance, mode.warning, mode.test)),
            ("Claims", ", ".join(mode.claims)),
        ):
            if text:
                parts.append(Content.assemble((f"{label}: ", "$muted"), printable(text)))
        return Content("\n").join(parts)

    @on(OptionList.OptionSelected)
    def action_evidence(self) -> None:
        id = self.chosen
        if id and not self._found[id].evidence:
            self.refuse(self.why_dimmed("evidence"))
        elif id:
            self.app.push_screen(Evidence(self.chair, id, self._found[id].evidence))

    def why_dimmed(self, action: str) -> str:
        return f"No event bears on {self.chosen} so far."

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action != "evidence":
            return True
        id = self.chosen
        return True if id and self._found[id].evidence else None
