"""Answers to the questions that a seat can put to the exercise: all from that seat's view."""

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import Final

from exercise.engine.calendar import session_name, sessions_left, unreachable_issues
from exercise.engine.closing import is_settled
from exercise.engine.flow import flow
from exercise.engine.legal import legal_kinds
from exercise.engine.moment import Moment
from exercise.engine.permission import barred
from exercise.engine.sheets import POINT
from exercise.engine.views import View
from exercise.model import moves as m
from exercise.model.scenario import SeatKind
from exercise.plain.language import ALIASES, MOVES, QUERIES, Query
from exercise.plain.narration import name, thing, things
from exercise.plain.parse import verb_of
from exercise.plain.wrapping import wrap

HONESTY = "Scores are the authors' judgement, made for teaching."


def answer(view: View, at: Moment, query: Query) -> list[str]:
    """Lines that answer a question. `at` is the seat's moment in the room, for what is legal."""
    make = _ANSWERS.get(query.verb)
    return make(view, at, query.words) if make else [f"Nothing to say to {query.verb} here."]


def _help(view: View, at: Moment, words: tuple[str, ...]) -> list[str]:
    if words:
        verb = ALIASES.get(words[0], words[0])
        if verb in MOVES:
            return [f"{MOVES[verb].usage}", f"    {MOVES[verb].says}"]
        if verb in QUERIES:
            return [f"{QUERIES[verb][0]}", f"    {QUERIES[verb][1]}"]
        near = get_close_matches(verb, [*MOVES, *QUERIES], n=1)
        return [f"No command {verb}." + (f" Did you mean {near[0]}?" if near else "")]
    legal = [verb_of(kind) for kind in legal_kinds(at)]
    lines = ["You can do now:"]
    lines += [f"  {MOVES[verb].usage:<58} {MOVES[verb].says}" for verb in legal if verb in MOVES] or [
        "  nothing; wait for your turn"
    ]
    lines.append("You can always ask:")
    lines += [f"  {usage:<22} {says}" for usage, says in QUERIES.values()]
    return lines


def _why(view: View, at: Moment, words: tuple[str, ...]) -> list[str]:
    legal = [verb_of(kind) for kind in legal_kinds(at)]
    lines = wrap(f"Legal now: {', '.join(legal) or 'nothing'}.")
    kinds = {verb_of(kind): kind for kind in m.MOVES}
    for word in words:
        verb = ALIASES.get(word, word)
        if verb not in kinds:
            lines.append(f"There is no command {word}.")
        elif verb in legal:
            lines.append(f"{verb} is legal: {MOVES[verb].usage}")
        else:
            refused = barred(at, kinds[verb])
            reason = refused.reason if refused else "there is nothing to do it with now"
            lines += wrap(f"{verb}: {reason}.")
    return lines


def time_line(view: View) -> str:
    """Where the clock stands, in one line."""
    state, game = view.state, view.game
    stage = game.table.stages[state.stage]
    left = sessions_left(game, state)
    rest = f"{left} session{'s' if left != 1 else ''} after this one before the deadline"
    if state.ended:
        rest = "the talks are over"
    return (
        f"Day {state.day} of {game.scenario.clock.days}, {session_name(game, state.session)}: {stage.title}. "
        f"{max(0, state.minutes)} minutes left in this session, {rest}."
    )


def _time(view: View, at: Moment, words: tuple[str, ...]) -> list[str]:
    late = unreachable_issues(view.game, view.state)
    lines = wrap(time_line(view))
    return lines + (wrap(f"At this pace not reached: {', '.join(late)}.") if late else [])


def _brief(view: View, at: Moment, words: tuple[str, ...]) -> list[str]:
    role = view.role
    if role is None:
        return ["This seat has no brief."]
    lines = [f"{role.name}", "", "What everybody knows", *wrap(role.summary, "  ", "  ")]
    lines += [line for position in role.positions for line in wrap(position, "  - ", "    ")]
    if role.delegates:
        lines += [
            "",
            "Your delegation",
            *(x for d in role.delegates for x in wrap(f"{d.title}: {d.stance}", "  - ", "    ")),
        ]
    if role.brief:
        lines += ["", "For your eyes only", *wrap(role.brief, "  ", "  ")]
    if role.interests:
        lines += [
            "",
            "Your interests",
            *(x for i, text in role.interests.items() for x in wrap(f"{i}: {text}", "  - ", "    ")),
        ]
    if role.red_lines:
        lines += ["", "Your red lines"]
        lines += [
            x for red in role.red_lines for x in wrap(f"{thing(view.game, red.option)}: {red.why}", "  - ", "    ")
        ]
    for title, text in (("Without an agreement", role.no_deal), ("The quarrel in your own house", role.split)):
        if text:
            lines += ["", title, *wrap(text, "  ", "  ")]
    if role.walks_out_if:
        lines += ["", "You would walk out if", *(x for why in role.walks_out_if for x in wrap(why, "  - ", "    "))]
    for title, notes in role.notes.items():
        lines += ["", title.replace("_", " ").capitalize(), *(x for n in notes for x in wrap(n, "  - ", "    "))]
    return lines


def _sheet(view: View, at: Moment, words: tuple[str, ...]) -> list[str]:
    role = view.role
    if role is None or not role.sheet:
        return ["This seat has no score sheet."]
    profile = view.game.scenario.settings.weights
    weights = role.weights.get(profile) or role.weights.get("core", {})
    lines = [
        f"Your score sheet (private). You sign from {view.reservation:g} of 100. {HONESTY}",
        *wrap(role.weights_why),
    ]
    wanted = {w.upper() for w in words} or set(view.state.issues)
    for issue, line in role.sheet.items():
        if issue in wanted:
            lines.append(f"{thing(view.game, issue)}: weight {weights.get(issue, 0)}")
            red = view.own.sheets.red_lines.get(view.seat, frozenset())
            for option, value in line.values.items():
                mark = "  RED LINE" if option in red else ""
                lines.append(f"  {option:<6}{value:>4}  {view.game.table.title(option)}{mark}")
            lines += wrap(line.why, "  ", "  ")
    return lines


def _cards(view: View, at: Moment, words: tuple[str, ...]) -> list[str]:
    role = view.role
    if role is None or not role.cards:
        return ["This seat has no argument cards."]
    wanted = {w.upper() for w in words} or ({view.state.focus} if view.state.focus else set(view.state.issues))
    issue_of = view.game.table.issue_of
    said = {a.text for a in view.state.arguments.values() if a.seat == view.seat}
    lines: list[str] = []
    for card in role.cards:
        if issue_of.get(card.option) in wanted or card.option in wanted:
            played = " (played)" if card.text in said else ""
            cites = f" [{', '.join(card.cites)}]" if card.cites else ""
            lines += [f"{card.id}{played}: {card.side} {thing(view.game, card.option)}{cites}"]
            lines += wrap(card.text, "    ", "    ")
            lines += wrap(card.reply, "    they will say: ", "      ") + wrap(card.answer, "    you answer: ", "      ")
    return lines or ["No cards on that."]


def _value(view: View, at: Moment, words: tuple[str, ...]) -> list[str]:
    sheets = view.own.sheets
    if view.seat not in sheets.worth:
        return ["This seat has no score sheet."]
    proposal = at.proposal(words[0] if words[:1] == ("text",) else "".join(words[:1]).upper()) if words else None
    options = proposal.options if proposal else tuple(w.upper() for word in words for w in word.split(",") if w)
    unknown = [o for o in options if o not in view.game.table.options]
    if not options or unknown:
        return [f"Name options, a proposal or text{'; unknown: ' + ', '.join(unknown) if unknown else ''}."]
    total = sheets.utility(view.seat, options) / POINT
    open_issues = [i for i in view.game.table.core if i not in {view.game.table.issue_of[o] for o in options}]
    red = [o for o in options if o in sheets.red_lines.get(view.seat, frozenset())]
    verdict = (
        "you could sign"
        if view.reservation is not None and total >= view.reservation and not red
        else "you could not sign"
    )
    lines = [f"For you {total:.1f} of 100; you need {view.reservation:g}: {verdict}."]
    lines += [f"Red lines in it: {things(view.game, red)}."] if red else ["No red line is in it."]
    lines += [f"Still open: {', '.join(open_issues)}; an open issue adds nothing."] if open_issues else []
    return lines + [f"They do not fit together: {why}." for why in sheets.clashes(options)]


def _agenda(view: View, at: Moment, words: tuple[str, ...]) -> list[str]:
    state, game = view.state, view.game
    if words and words[0].upper() in game.table.issues:
        issue = game.table.issues[words[0].upper()]
        lines = [thing(game, issue.id), f"  from {issue.dimension}"]
        for option in issue.options:
            late = " (postpones the question)" if option.deferral else ""
            lines += [f"  {option.id} {option.title}{late}", *wrap(option.text, "      ", "      ")]
        return lines
    lines = []
    for issue_id in state.agenda:
        agreed = state.agreed.get(issue_id)
        if agreed:
            status = f"agreed: {agreed}" + ("" if is_settled(game, state, issue_id) else " (not settled: it postpones)")
        else:
            status = "in debate" if state.focus == issue_id else "postponed" if issue_id in state.postponed else "open"
        lines.append(f"  {issue_id}  {game.table.title(issue_id):<58} {status}")
    return lines


def _parties(view: View, at: Moment, words: tuple[str, ...]) -> list[str]:
    state, game = view.state, view.game
    lines = []
    for seat in game.scenario.seats:
        if seat.id not in state.present:
            continue
        here = f"outside ({state.away[seat.id]})" if seat.id in state.away else ""
        held = " ".join(state.positions.get(seat.id, {}).values())
        record = f"on record for {held}" if held else "not on record" if seat.kind is SeatKind.PARTY else ""
        me = " (you)" if seat.id == view.seat else ""
        lines.append(f"  {seat.id:<6} {name(game, seat.id):<24}{me} {here or record}".rstrip())
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
    lines: list[str] = []
    for row in flow(view.state, words[0].upper() if words else ""):
        a = row.argument
        lines += wrap(f"{a.id} {name(view.game, a.seat)} {a.side} {a.target}: {a.text}", "  ", "      ")
        lines += [
            x
            for b in row.answers
            for x in wrap(f"{b.id} {name(view.game, b.seat)} {b.side} {b.target}: {b.text}", "      ", "        ")
        ]
        if row.conceded_by:
            lines.append(f"      conceded by {', '.join(name(view.game, s) for s in row.conceded_by)}")
        if row.dropped:
            lines.append("      not answered")
    return lines or ["No arguments yet."]


def _deals(view: View, at: Moment, words: tuple[str, ...]) -> list[str]:
    deals = sorted(view.state.deals.values(), key=lambda d: d.id)
    return [
        f"  {d.id} {name(view.game, d.seat)} to {name(view.game, d.to)}: {' '.join(d.give)} for {' '.join(d.get)}, {d.state}"
        for d in deals
    ] or ["No side deals of yours."]


def _claim(view: View, at: Moment, words: tuple[str, ...]) -> list[str]:
    wanted = {word.upper() for word in words}
    found = [x for c in view.game.scenario.claims if c.id.upper() in wanted for x in wrap(f"{c.id}: {c.text}")]
    return found or ["Name a claim, such as S0.12."]


_ANSWERS: Final[Mapping[str, Callable[[View, Moment, tuple[str, ...]], list[str]]]] = {
    "help": _help, "why": _why, "time": _time, "brief": _brief, "sheet": _sheet, "cards": _cards, "value": _value,
    "agenda": _agenda, "parties": _parties, "floor": _floor, "proposals": _proposals, "flow": _flow, "deals": _deals,
    "claim": _claim,
}  # fmt: skip
