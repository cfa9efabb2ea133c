"""The end of an exercise in words: outcome, what each side got, which predictions came true, the invitation to the hot wash."""

from collections.abc import Sequence
from typing import Any, Final

from exercise.engine.flow import dropped
from exercise.engine.game import Game
from exercise.engine.sheets import POINT
from exercise.findings.assess import assess
from exercise.findings.assessment import Assessment
from exercise.findings.mandates import mandates
from exercise.model.events import ALL, DialMoved, Event
from exercise.model.state import State
from exercise.plain.answers import counted
from exercise.plain.narration import label, name, thing
from exercise.plain.summary import summary
from exercise.plain.wrapping import pad, wrap
from exercise.room.room import Room

HONESTY = (
    "Scores, dials and thresholds are judgements of the authors, made for teaching; "
    "one exercise illustrates and proves nothing."
)

QUOTED: Final = 3
"""Events that are told as evidence of one finding; the transcript holds the others."""


def ending(room: Room, reveal: bool = True) -> list[str]:
    """The closing scene as lines. With `reveal`, everybody's scores follow."""
    result = assess(room.game, room.state)
    game, state = room.game, room.state
    lines = ["", "== The outcome ==", *wrap(f"{result.outcome.name}. {result.outcome.text}")]
    if state.final is not None:
        lines.append("The final vote:")
        for word, seats in (
            ("for", state.final.yes),
            ("against", state.final.no),
            ("abstaining", state.final.abstain),
            ("absent", state.final.absent),
        ):
            if seats:
                lines += wrap(f"{word}: {', '.join(name(game, s) for s in seats)}", "  ", "    ")
    lines += [f"  {issue}: {thing(game, option)}" for issue, option in state.agreed.items()]
    lines += _predictions(room, result)
    lines += _scoreboard(room, result)
    if reveal:
        lines += _scores(room)
        lines += _mandates(room, result)
    unanswered = dropped(state)
    lines += ["", f"Arguments made: {len(state.arguments)}; never answered: {len(unanswered)}."]
    lines += [
        "",
        *wrap(HONESTY),
        "",
        *wrap("Hot wash: leave your roles, say how you are, then what happened, why, and what you would do otherwise."),
    ]
    return lines


def _predictions(room: Room, result: Assessment) -> list[str]:
    by_id = {finding.id: finding for finding in room.game.scenario.findings}
    lines = []
    for kind, title in (
        ("failure", "Predicted failures that occurred"),
        ("success", "Conditions of success that were met"),
    ):
        found = [f for f in result.findings if f.verdict == "occurred" and by_id[f.id].kind == kind]
        lines += ["", f"== {title} =="] + ([] if found else ["  none"])
        for finding in found:
            mode = by_id[finding.id]
            claims = f" ({', '.join(mode.claims)})" if mode.claims else ""
            lines += wrap(f"{mode.id} {mode.name}{claims}: {mode.says}", "  ", "      ")
            lines += _evidence(room, finding.evidence)
    unseen = [f.id for f in result.findings if f.verdict == "not_observable"]
    averted = [f.id for f in result.findings if f.verdict == "averted"]
    lines += [
        "",
        *wrap(f"Averted or not met: {', '.join(averted) or 'none'}."),
        *wrap(f"Not observable in this exercise: {', '.join(unseen) or 'none'}."),
    ]
    return lines


def _evidence(room: Room, numbers: Sequence[int]) -> list[str]:
    """The first events that bear a finding out, and how many there are beside them. Private words stay private."""
    events = [room.events[number - 1] for number in numbers if 0 < number <= len(room.events)]
    told = [(event, summary(room.game, event)[0]) for event in events if event.to == ALL or _is_dial(event)]
    shown = told[:QUOTED]
    lines: list[str] = []
    for event, head in shown:
        lines += wrap(f"{label(room.game, event)} {head}.", "      - ", "        ")
    more = len(events) - len(shown)
    if more:
        beside = f"{more} more" if shown else f"{more}"
        lines.append(f"      - {beside} {counted('event', more)} of the transcript")
    return lines


def _is_dial(event: Event) -> bool:
    """Dials are for control while the talks go on; at the end they are evidence that everybody may see."""
    return isinstance(event.body, DialMoved)


def _scoreboard(room: Room, result: Assessment) -> list[str]:
    rows = {row.id: row for row in room.game.scenario.scoreboard}
    if not rows:
        return []
    lines = ["", "== What the articles said, held against this exercise =="]
    for row in result.scoreboard:
        lines += wrap(
            f"{row.id} {rows[row.id].question} This exercise bears out: {', '.join(row.sources) or 'none'}.",
            "  ",
            "      ",
        )
    return lines


def _scores(room: Room) -> list[str]:
    """Everybody's value of the result beside what it needed; scales are private and not to be compared."""
    sheets, state = room.game.table.sheets, room.state
    package = state.final.options if state.final is not None else tuple(state.agreed.values())
    if not sheets.scored or not package:
        return []
    what = "the agreement" if state.success else "the last text" if state.final is not None else "what was agreed"
    lines = ["", f"== What {what} was worth, each on its own scale =="]
    for seat in sheets.scored:
        worth, need = sheets.utility(seat, package) / POINT, state.reservations.get(seat, 0.0)
        lines.append(f"  {pad(name(room.game, seat), 24)} {worth:5.1f}   needed {need:5.1f}")
    return lines


def _mandates(room: Room, result: Assessment) -> list[str]:
    """What seats without a sheet were asked to bring about, and what of it was done."""
    lines = []
    for mandate in mandates(room.game, room.state, result):
        lines += [
            "",
            f"== The mandate of {name(room.game, mandate.seat)}: {mandate.points} of {mandate.most} points ==",
        ]
        for task, done in mandate.tasks:
            lines += wrap(f"{'done' if done else 'not done'}: {task.text} ({task.points})", "  ", "    ")
    return lines


def as_json(game: Game, state: State, path: str = "") -> dict[str, Any]:
    """The outcome for scripts."""
    result = assess(game, state)
    final = state.final
    return {
        "scenario": game.scenario.id,
        "seed": game.setup.seed,
        "transcript": path,
        "events": state.n,
        "day": state.day,
        "closed": state.closed,
        "ended": state.ended,
        "success": state.success,
        "outcome": {"id": result.outcome.id, "name": result.outcome.name},
        "agreed": dict(state.agreed),
        "role": state.role_option,
        "final_vote": None if final is None else {
            "options": list(final.options), "passed": final.passed, "yes": list(final.yes), "no": list(final.no),
            "abstain": list(final.abstain), "absent": list(final.absent),
        },
        "findings": [{"id": f.id, "verdict": str(f.verdict), "evidence": list(f.evidence)} for f in result.findings],
        "mandates": [
            {"seat": m.seat, "points": m.points, "most": m.most, "done": [task.text for task, done in m.tasks if done]}
            for m in mandates(game, state, result)
        ],
        "scoreboard": [{"id": r.id, "sources": list(r.sources), "evidence": list(r.evidence)} for r in result.scoreboard],
    }  # fmt: skip
