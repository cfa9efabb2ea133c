"""The end of an exercise in words: outcome, what each side got, which predictions came true, the invitation to the hot wash."""

from collections.abc import Sequence
from typing import Any, Final

from exercise.engine.flow import dropped
from exercise.engine.game import Game
from exercise.engine.sheets import POINT
from exercise.findings.assess import assess
from exercise.findings.assessment import Assessment
from exercise.findings.mandates import mandates
from exercise.model.events import ALL, Argued, DialMoved, Event, IssueOpened
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
    lines += _agreed(room)
    lines += _predictions(room, result)
    lines += _scoreboard(room, result)
    lines += _cited(room)
    if reveal:
        lines += _scores(room)
        lines += _dials(room)
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


def _agreed(room: Room) -> list[str]:
    """What was agreed, whether it is in force, and what was opened on the way and stayed open."""
    game, state = room.game, room.state
    lines: list[str] = []
    if state.agreed:
        void = game.scenario.settings.all_or_nothing and not state.success
        lines.append("Carried by itself, and not in force without the whole:" if void else "Agreed:")
        lines += [f"  {issue}: {thing(game, option)}" for issue, option in state.agreed.items()]
    opened = [event.body.issue for event in room.events if isinstance(event.body, IssueOpened)]
    left = [issue for issue in dict.fromkeys(opened) if issue in state.issues and issue not in state.agreed]
    if left:
        lines += wrap(f"Opened on the way and left open: {', '.join(thing(game, issue) for issue in left)}.")
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
    for verdict, title in (("averted", "Averted, or not met"), ("not_observable", "Not observable in this exercise")):
        named = [f"{f.id} {by_id[f.id].name}" for f in result.findings if f.verdict == verdict]
        lines += ["", *wrap(f"{title}: {'; '.join(named) or 'none'}.", "", "  ")]
    return lines


def _evidence(room: Room, numbers: Sequence[int]) -> list[str]:
    """The last events that bear a finding out, and how many there are beside them. Private words stay private."""
    events = [room.events[number - 1] for number in numbers if 0 < number <= len(room.events)]
    told = [(event, summary(room.game, event)[0]) for event in events if event.to == ALL or _is_dial(event)]
    shown = told[-QUOTED:]
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
    titles = {source.id: source.title for source in room.game.scenario.sources}
    lines = ["", "== What the articles said, held against this exercise =="]
    for row in result.scoreboard:
        lines += wrap(f"{row.id} {rows[row.id].question}", "  ", "      ")
        for source in row.sources:
            said = rows[row.id].says.get(source, "")
            lines += wrap(f"Borne out: {source}, {titles.get(source, source)}. {said}", "      ", "        ")
        if not row.sources:
            lines.append("      Nothing here bears out one answer or another.")
    return lines


def _cited(room: Room) -> list[str]:
    """The claims that were cited in the debate, in the scenario's order, with where they come from."""
    cited = {claim for event in room.events if isinstance(event.body, Argued) for claim in event.body.cites}
    claims = [claim for claim in room.game.scenario.claims if claim.id in cited]
    if not claims:
        return []
    lines = ["", "== What was cited in the debate =="]
    for source in room.game.scenario.sources:
        told = [claim for claim in claims if claim.source == source.id]
        lines += wrap(f"{source.id} {source.title}. {source.text}".strip(), "  ", "    ") if told else []
        for claim in told:
            lines += wrap(f"{claim.id}: {claim.text}", "    ", "      ")
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


def _dials(room: Room) -> list[str]:
    """Where the dials began, where they stood when the talks ended, and where the aftermath left them."""
    state, dials = room.state, room.game.scenario.dials
    if not dials:
        return []
    later = any(state.dials_at_end.get(dial.id, 0.0) != state.dials.get(dial.id, 0.0) for dial in dials)
    head = f"  {pad('', 24)} start  end of the talks{'  aftermath' if later else ''}"
    lines = ["", "== Where the dials stood, from 0 to 100 ==", head]
    for dial in dials:
        last = state.dials.get(dial.id, dial.start)
        row = f"  {pad(dial.name, 24)} {dial.start:5.0f}  {state.dials_at_end.get(dial.id, last):16.0f}"
        lines.append(f"{row}  {last:9.0f}" if later else row)
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
