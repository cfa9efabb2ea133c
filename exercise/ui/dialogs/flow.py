"""The flow of the debate: for each issue the arguments and what was answered, and which of them nobody ever answered."""

from collections.abc import Iterator
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from exercise.engine.flow import FlowRow, answers_to, flow
from exercise.model.state import Argument
from exercise.model.text import printable
from exercise.plain.narration import name, thing
from exercise.plain.wrapping import wrap
from exercise.ui.chair import Chair
from exercise.ui.dialogs.dialog import Dialog
from exercise.ui.reading import Reading

_MARKS: Final = {"for": ("+", "$success"), "against": ("−", "$error")}
_ANSWERS: Final = {"for": ("↳", "backs", "$success"), "against": ("↯", "attacks", "$error")}


class FlowDialog(Dialog):
    """Arguments by option and side, answers under what they answer."""

    CSS_PATH = "../styles/flow.tcss"
    HELP = (
        "Arguments on one issue, by option. + argues for it, − against it; ↳ backs an argument and ↯ attacks it. “Never answered”\n"
        "marks what nobody took up: in a debate a dropped argument stands. Left and Right go to another issue, Enter opens an\n"
        "argument in full, u shows only what was never answered."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn(-1)", "Issue before", id="flow.before", tooltip="The issue before", priority=True),
        Binding("right", "turn(1)", "Next issue", id="flow.next", tooltip="The next issue", priority=True),
        Binding(
            "u", "unanswered", "Unanswered", id="flow.unanswered", tooltip="Only what was never answered, or everything"
        ),
    ]

    def __init__(self, chair: Chair) -> None:
        super().__init__(chair)
        view = self.glance.view
        spoken = {argument.issue for argument in view.state.arguments.values()}
        self._issues = [id for id in view.game.table.issues if id in spoken or id in view.state.issues]
        focus = view.state.focus
        self._at = self._issues.index(focus) if focus in self._issues else 0
        self._only_dropped = False
        self._cited = {
            event.n: event.body.cites
            for event in chair.heard()
            if event.body.kind == "argued" and hasattr(event.body, "cites")
        }
        self._width = 0

    def heading(self) -> str:
        return "Arguments and answers"

    def body(self) -> ComposeResult:
        yield Static("", id="issue", markup=False)
        yield OptionList(id="arguments", markup=False)

    def on_mount(self) -> None:
        self.query_one("#arguments").focus()

    def on_resize(self) -> None:
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        view, listed = self.glance.view, self.query_one("#arguments", OptionList)
        self._width = max(30, listed.scrollable_content_region.width)
        before = listed.highlighted
        listed.clear_options()
        if not self._issues:
            self.query_one("#issue", Static).update(Content("Nothing is on the agenda yet."))
            return
        issue = self._issues[self._at]
        rows = flow(view.state, issue)
        dropped = sum(row.dropped for row in rows)
        answers = sum(len(row.answers) for row in rows)
        told = f"{len(rows)} argument{'s' if len(rows) != 1 else ''}, {answers} answer{'s' if answers != 1 else ''}, {dropped} never answered"
        self.query_one("#issue", Static).update(
            Content.assemble(
                ("‹ ", "$accent"), (f"{issue} {printable(view.game.table.title(issue), lines=False)}", "bold"), (" ›", "$accent"),
                (f"   {self._at + 1} of {len(self._issues)}\n", "$muted"), (told if rows else "No arguments on this issue yet.", "$muted"),
                ("; only these are shown" if self._only_dropped and dropped else "; nothing was left unanswered" if self._only_dropped else "", "$accent"),
            )
        )  # fmt: skip
        listed.add_options(self._options([row for row in rows if row.dropped or not self._only_dropped]))
        if listed.option_count:
            listed.highlighted = min(max(1, before or 1), listed.option_count - 1)

    def _options(self, rows: list[FlowRow]) -> Iterator[Option]:
        table = self.glance.view.game.table
        order = {option: n for n, option in enumerate(table.options)}
        targets = sorted(
            {row.argument.target for row in rows}, key=lambda target: (order.get(target, len(order)), target)
        )
        for target in targets:
            mine = [row for row in rows if row.argument.target == target]
            sides = {side: sum(row.argument.side == side for row in mine) for side in ("for", "against")}
            count = f"  {sides['for']} for, {sides['against']} against"
            yield Option(
                Content.assemble(
                    (printable(thing(self.glance.view.game, target), lines=False), "bold $accent"), (count, "$muted")
                ),
                disabled=True,
            )
            for row in sorted(mine, key=lambda row: row.argument.side != "for"):
                yield from self._row(row)

    def _row(self, row: FlowRow) -> Iterator[Option]:
        mark, style = _MARKS.get(row.argument.side, (" ", ""))
        end = "  never answered" if row.dropped else ""
        if row.conceded_by:
            end = f"  conceded by {', '.join(name(self.glance.view.game, seat) for seat in row.conceded_by)}"
        yield self._option(row.argument, 1, mark, row.argument.side, style, end)
        depth = {row.argument.id: 1}
        for answer in _in_order(row):
            depth[answer.id] = depth.get(answer.answers, 1) + 1
            mark, verb, style = _ANSWERS.get(answer.side, (" ", "", ""))
            yield self._option(answer, depth[answer.id], mark, f"{verb} {answer.answers}", style, "")

    def _option(self, argument: Argument, depth: int, mark: str, verb: str, style: str, end: str) -> Option:
        who = printable(name(self.glance.view.game, argument.seat), lines=False)
        indent = "  " * depth
        text = wrap(printable(argument.text, lines=False)[:400], columns=max(16, self._width - len(indent) - 4))
        first = text[0] + (" …" if len(text) > 1 else "")
        return Option(
            Content.assemble(
                f"{indent[2:]}", (f"{mark} ", f"bold {style}"), (f"{argument.id} ", "$muted"), (who, "bold"), (f"  {verb}", style),
                (end, "bold $warning"), f"\n{indent}", (first, ""),
            ),
            id=argument.id,
        )  # fmt: skip

    @on(OptionList.OptionSelected)
    def opened(self, event: OptionList.OptionSelected) -> None:
        """An argument in full, with what answers it."""
        view = self.glance.view
        argument = view.state.arguments[event.option.id or ""]
        lines = [
            f"{name(view.game, argument.seat)} argues {argument.side} {thing(view.game, argument.target)}:",
            "",
            argument.text,
        ]
        claims = {claim.id: claim.text for claim in view.game.scenario.claims}
        lines += [f"\nCites {cited}: {claims.get(cited, '')}" for cited in self._cited.get(argument.n, ())]
        given = answers_to(view.state, argument.id)
        for id in given:
            answer = view.state.arguments.get(id)
            if answer is None:
                lines.append(f"\n{name(view.game, id.removeprefix('conceded by '))} concedes the point.")
            else:
                verb = _ANSWERS.get(answer.side, ("", "answers", ""))[1]
                lines.append(f"\n{answer.id} {name(view.game, answer.seat)} {verb} it: {answer.text}")
        if not given:
            lines.append("\nNobody answered it.")
        self.app.push_screen(Reading(argument.id, lines))

    def action_turn(self, step: int) -> None:
        if self._issues:
            self._at = (self._at + step) % len(self._issues)
            self.query_one("#arguments", OptionList).highlighted = None
            self._show()

    def action_unanswered(self) -> None:
        self._only_dropped = not self._only_dropped
        self._show()


def _in_order(row: FlowRow) -> Iterator[Argument]:
    """The answers as a tree read from above: under each argument what answers it."""
    under: dict[str, list[Argument]] = {}
    for answer in row.answers:
        under.setdefault(answer.answers, []).append(answer)
    waiting = list(reversed(under.get(row.argument.id, [])))
    while waiting:
        answer = waiting.pop()
        yield answer
        waiting += reversed(under.get(answer.id, []))
