"""Answers to the questions that a seat can put to the exercise: all from that seat's view."""

from collections.abc import Callable, Mapping
from typing import Final

from exercise.engine.calendar import session_name, sessions_left, unreachable_issues
from exercise.engine.closing import is_settled
from exercise.engine.flow import flow
from exercise.engine.moment import Moment
from exercise.engine.views import View
from exercise.model.scenario import SeatKind
from exercise.model.state import Argument
from exercise.plain import help_answers, own_answers
from exercise.plain.ids import find, not_found
from exercise.plain.language import Query
from exercise.plain.narration import name, thing, things
from exercise.plain.wrapping import pad, wrap


def answer(view: View, at: Moment, query: Query) -> list[str]:
    """Lines that answer a question. `at` is the seat's moment in the room, for what is legal."""
    make = _ANSWERS.get(query.verb)
    return make(view, at, query.words) if make else [f"Nothing to say to {query.verb} here."]


def time_line(view: View) -> str:
    """Where the clock stands, in one line."""
    state, game = view.state, view.game
    stage = game.table.stages[state.stage]
    left = sessions_left(game, state)
    minutes = max(0, state.minutes)
    rest = (
        f"then {left} more {counted('session', left)} before the deadline" if left else "the last before the deadline"
    )
    if state.ended:
        rest = "the talks are over"
    return (
        f"Day {state.day} of {game.scenario.clock.days}, {session_name(game, state.session)}: {stage.title}. "
        f"{minutes} {counted('minute', minutes)} left in this session, {rest}."
    )


def counted(word: str, number: int) -> str:
    """A word in the singular or plural."""
    return word if number == 1 else f"{word}s"


def _time(view: View, at: Moment, words: tuple[str, ...]) -> list[str]:
    late = unreachable_issues(view.game, view.state)
    lines = wrap(time_line(view))
    return lines + (
        wrap(f"At this pace {', '.join(late)} {'is' if len(late) == 1 else 'are'} not reached.") if late else []
    )


def _agenda(view: View, at: Moment, words: tuple[str, ...]) -> list[str]:
    state, game = view.state, view.game
    if words:
        issue = game.table.issues.get(find(words[0], game.table.issues))
        if issue is None:
            return [not_found("issue", words[0], game.table.issues)]
        lines = [thing(game, issue.id), f"  from {issue.dimension}"]
        for option in issue.options:
            late = " (postpones the question)" if option.deferral else ""
            late += " (cannot be proposed yet)" if at.shut(option.id) else ""
            lines += [f"  {option.id} {option.title}{late}", *wrap(option.text, "      ", "      ")]
        return lines
    lines = []
    for issue_id in state.agenda:
        agreed = state.agreed.get(issue_id)
        if agreed:
            status = f"agreed: {agreed}" + ("" if is_settled(game, state, issue_id) else " (not settled: it postpones)")
        else:
            status = "in debate" if state.focus == issue_id else "postponed" if issue_id in state.postponed else "open"
        lines.append(f"  {issue_id}  {pad(game.table.title(issue_id), 58)} {status}")
    return lines or ["Nothing is on the agenda yet."]


def _parties(view: View, at: Moment, words: tuple[str, ...]) -> list[str]:
    state, game = view.state, view.game
    lines = []
    for seat in game.scenario.seats:
        if seat.id not in state.present:
            continue
        here = f"outside ({state.away[seat.id]})" if seat.id in state.away else ""
        positions = state.positions.get(seat.id, {})
        held = " ".join(positions[issue] for issue in state.issues if issue in positions)
        record = f"on record for {held}" if held else "not on record" if seat.kind is SeatKind.PARTY else ""
        me = " (you)" if seat.id == view.seat else ""
        lines.append(f"  {seat.id:<6} {pad(name(game, seat.id), 24)}{me} {here or record}".rstrip())
    return lines


def _floor(view: View, at: Moment, words: tuple[str, ...]) -> list[str]:
    state, game = view.state, view.game
    lines = [f"The floor is with {name(game, state.queue[0])}." if state.queue else "Nobody has the floor."]
    if len(state.queue) > 1:
        lines += wrap("Then: " + ", ".join(name(game, seat) for seat in state.queue[1:]) + ".")
    for question in sorted(state.questions.values(), key=lambda q: q.n):
        lines += wrap(
            f"{question.id} {name(game, question.seat)} asked {name(game, question.to)}: {question.text}", "  ", "    "
        )
    if state.motion:
        lines.append(
            f"  {state.motion.id} motion to {state.motion.motion.replace('_', ' ')} by {name(game, state.motion.seat)}"
        )
    if state.ballot:
        votes = ", ".join(f"{name(game, s)} {v}" for s, v in state.ballot.votes.items()) or "no votes yet"
        lines += wrap(f"{state.ballot.id} vote on {state.ballot.subject}: {votes}", "  ", "    ")
    return lines


def _proposals(view: View, at: Moment, words: tuple[str, ...]) -> list[str]:
    lines: list[str] = []
    for proposal in at.live_proposals():
        mark = " (the text on the table)" if proposal.id == view.state.text else ""
        lines += wrap(
            f"{proposal.id} by {name(view.game, proposal.seat)}{mark}: {things(view.game, proposal.options)}",
            "  ",
            "      ",
        )
        if proposal.support or proposal.opposed:
            lines += wrap(
                f"for: {', '.join(proposal.support) or 'nobody'}; against: {', '.join(proposal.opposed) or 'nobody'}",
                "      ",
                "      ",
            )
    return lines or ["Nothing is on the table."]


def _flow(view: View, at: Moment, words: tuple[str, ...]) -> list[str]:
    issue = find(words[0], view.game.table.issues) if words else ""
    if words and not issue:
        return [not_found("issue", words[0], view.game.table.issues)]
    lines: list[str] = []
    for row in flow(view.state, issue):
        lines += _argument(view, row.argument, bool(issue), "  ")
        lines += [line for answered in row.answers for line in _argument(view, answered, bool(issue), "      ")]
        if row.conceded_by:
            lines.append(f"      conceded by {', '.join(name(view.game, s) for s in row.conceded_by)}")
        if row.dropped:
            lines.append("      not answered")
    if lines and not issue:
        lines += wrap("flow ISSUE shows what was said on one issue.")
    return lines or ["No arguments yet."]


def _argument(view: View, said: Argument, whole: bool, indent: str) -> list[str]:
    """An argument with its words, or only who is for or against what."""
    head = f"{said.id} {name(view.game, said.seat)} {said.side} {said.target}"
    return wrap(f"{head}: {said.text}" if whole else head, indent, indent + "    ")


def _deals(view: View, at: Moment, words: tuple[str, ...]) -> list[str]:
    deals = sorted(view.state.deals.values(), key=lambda d: d.id)
    return [
        f"  {d.id} {name(view.game, d.seat)} to {name(view.game, d.to)}: {' '.join(d.give)} for {' '.join(d.get)}, {d.state}"
        for d in deals
    ] or ["No side deals of yours."]


def _claim(view: View, at: Moment, words: tuple[str, ...]) -> list[str]:
    claims = {claim.id: claim for claim in view.game.scenario.claims}
    if not words:
        return [f"Name a claim: {', '.join(claims) or 'there are none'}."]
    lines: list[str] = []
    for word in words:
        claim = claims.get(find(word, claims))
        lines += wrap(f"{claim.id}: {claim.text}") if claim else [not_found("claim", word, claims)]
    return lines


_ANSWERS: Final[Mapping[str, Callable[[View, Moment, tuple[str, ...]], list[str]]]] = {
    "help": help_answers.help_on, "why": help_answers.why, "time": _time, "brief": own_answers.brief, "sheet": own_answers.sheet,
    "cards": own_answers.cards, "value": own_answers.value, "agenda": _agenda, "parties": _parties, "floor": _floor,
    "proposals": _proposals, "flow": _flow, "deals": _deals, "claim": _claim,
}  # fmt: skip
