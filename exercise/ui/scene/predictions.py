"""What the sources predicted, held against the exercise: verdicts with evidence, and the scoreboard of the articles."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList

from exercise.engine.game import Game
from exercise.findings.assessment import Assessment, Verdict
from exercise.model.events import ALL, DialMoved, Event
from exercise.model.text import printable
from exercise.plain.summary import summary
from exercise.ui.evidence import verdict_words
from exercise.ui.listing import Listing, Row, heading

TOLD = 6
"""Events that are told as evidence beside a finding; Enter shows all of them on the floor."""

_GROUPS = (
    ("failure", Verdict.OCCURRED, "Predicted failures that occurred", "$error"),
    ("success", Verdict.OCCURRED, "Conditions of success that were met", "$success"),
    ("failure", Verdict.AVERTED, "Predicted failures that were averted", "$success"),
    ("success", Verdict.AVERTED, "Conditions of success that were not met", "$warning"),
    ("failure", Verdict.NOT_OBSERVABLE, "Failures not observable in this exercise", "$muted"),
    ("success", Verdict.NOT_OBSERVABLE, "Conditions not observable in this exercise", "$muted"),
)


class WithEvidence(Listing):
    """Rows with evidence: Enter asks the screen to show it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("v", "evidence", "Evidence", id="ending.evidence", tooltip="The events that prove it, on the floor"),
    ]

    class Evidence(Message):
        """Show these events."""

        def __init__(self, title: str, events: tuple[int, ...]) -> None:
            super().__init__()
            self.title = title
            self.events = events

    def __init__(self, game: Game, events: Sequence[Event], result: Assessment, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._game = game
        self._events = events
        self._result = result

    def evidence(self, id: str) -> tuple[int, ...]:
        """The events that bear a row out."""
        raise NotImplementedError

    @on(OptionList.OptionSelected)
    def action_evidence(self) -> None:
        if self.chosen and self.evidence(self.chosen):
            self.post_message(self.Evidence(self.chosen, self.evidence(self.chosen)))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return (True if self.chosen and self.evidence(self.chosen) else None) if action == "evidence" else True

    def told(self, id: str) -> list[Content]:
        """The newest events of the evidence in words."""
        numbers = self.evidence(id)
        if not numbers:
            return [Content.styled("No event bears on it.", "$muted")]
        lines = [
            Content.styled(
                f"Evidence, {len(numbers)} events (Enter shows them):"
                if len(numbers) > 1
                else "Evidence, 1 event (Enter shows it):",
                "bold",
            )
        ]
        for n in numbers[-TOLD:]:
            event = self._events[n - 1]
            lines.append(
                Content.assemble((f"  {n}  ", "$muted"), (f"day {event.day}  ", "$muted"), words(self._game, event))
            )
        return lines


def words(game: Game, event: Event) -> str:
    """An event in a line, for everybody to read after the end; private words are not repeated."""
    if event.to != ALL and not isinstance(event.body, DialMoved):
        return "something said in private"
    return printable(summary(game, event)[0], lines=False)


class Predictions(WithEvidence):
    """Failure modes and conditions of success with their verdicts."""

    HELP = "What the articles predict, and whether it came true here. Enter shows the events that are the evidence."

    def rows(self) -> Iterable[Row]:
        verdicts = {finding.id: finding.verdict for finding in self._result.findings}
        modes = self._game.scenario.findings
        for kind, verdict, title, style in _GROUPS:
            group = [mode for mode in modes if mode.kind == kind and verdicts[mode.id] is verdict]
            if group or verdict is Verdict.OCCURRED:
                yield heading(f"{title}: {len(group) or 'none'}")
            says, mark = verdict_words(kind, verdict)
            for mode in group:
                room = max(8, self.columns - len(says) - 10)
                label = printable(mode.name, lines=False)
                yield Row(
                    mode.id,
                    Content.assemble(
                        (f" {mark} ", style), (f"{mode.id:<4} ", "bold"), f"{label[:room]:<{room}}", (f" {says}", style)
                    ),
                )

    def evidence(self, id: str) -> tuple[int, ...]:
        return self._result.finding(id).evidence

    def detail(self, id: str) -> Content:
        mode = next(mode for mode in self._game.scenario.findings if mode.id == id)
        says, mark = verdict_words(mode.kind, self._result.finding(id).verdict)
        claims = {claim.id: claim.text for claim in self._game.scenario.claims}
        parts = [
            Content.assemble(
                (f"{mode.id} {printable(mode.name, lines=False)}", "bold"), (f"   {mark} {says}", "$accent")
            ),
            Content(printable(mode.says)),
        ]
        if mode.counts:
            parts.append(Content.assemble(("Counted: ", "$muted"), printable(mode.counts)))
        parts.append(Content(""))
        parts += self.told(id)
        parts.append(Content(""))
        parts += [Content.assemble((f"{claim}: ", "$muted"), printable(claims.get(claim, ""))) for claim in mode.claims]
        if mode.mitigates:
            parts.append(Content.assemble(("Would help: ", "$muted"), printable(mode.mitigates)))
        return Content("\n").join(parts)


class Articles(WithEvidence):
    """Questions on which the articles differ, and whose answer this exercise bears out."""

    HELP = "Where the articles disagree, and which of them this exercise bears out. One exercise illustrates and proves nothing."

    def rows(self) -> Iterable[Row]:
        yield heading("Which article does this exercise bear out?")
        questions = {row.id: row.question for row in self._game.scenario.scoreboard}
        for score in self._result.scoreboard:
            says = ", ".join(score.sources) or "none"
            room = max(8, self.columns - len(says) - 8)
            question = printable(questions[score.id], lines=False)
            question = question if len(question) <= room else question[: room - 1] + "…"
            yield Row(
                score.id,
                Content.assemble(
                    (f" {score.id:<4} ", "bold"),
                    f"{question:<{room}}",
                    (f" {says}", "$success" if score.sources else "$muted"),
                ),
            )

    def evidence(self, id: str) -> tuple[int, ...]:
        return next(score.evidence for score in self._result.scoreboard if score.id == id)

    def detail(self, id: str) -> Content:
        row = next(row for row in self._game.scenario.scoreboard if row.id == id)
        borne = next(score.sources for score in self._result.scoreboard if score.id == id)
        titles = {source.id: source.title for source in self._game.scenario.sources}
        parts = [Content.styled(printable(row.question), "bold"), Content("")]
        for source, answer in row.says.items():
            verdict = row.verdict(source, borne)
            mark, style = (f"✓ {verdict}", "$success") if source in borne else (verdict, "$muted")
            parts.append(
                Content.assemble(
                    (f"{source} {titles.get(source, '')}".strip(), "bold"),
                    (f"   {mark}", style),
                    f"\n  {printable(answer)}",
                )
            )
        parts += [Content(""), *self.told(id)]
        if row.look_at:
            parts += [Content(""), Content.assemble(("Compare: ", "$muted"), printable(row.look_at))]
        return Content("\n").join(parts)
