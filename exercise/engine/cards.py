"""Cards (injects): when they come, what they do, and how the decisions they ask for are taken."""

from collections import Counter
from collections.abc import Mapping

from exercise.engine.draws import draw, pick
from exercise.engine.facts import Facts
from exercise.engine.game import Game
from exercise.engine.mediation import pressed_outs
from exercise.engine.moment import ALL, CONTROL, Moment, Out, Outs
from exercise.model import events as e
from exercise.model.scenario import Choice, Effects, Inject, SeatKind
from exercise.model.state import OpenChoice, State

SKIPPED, HELD = -1, -2


def due(game: Game, state: State) -> tuple[Inject, ...]:
    """The planned cards whose time has come at the start of this session, at most so many as the day may still take."""
    room = game.scenario.settings.injects_a_day - state.fired_today
    cards = [game.table.injects[card] for card, day in state.plan.items() if 0 <= day <= state.day]
    ready = [card for card in cards if hour(game, card) <= state.session and may_fire(game, state, card)]
    return tuple(ready[: max(0, room)])


def hour(game: Game, card: Inject) -> int:
    """The session of the day in which a card comes; news does not always come in the morning."""
    return 1 + int(draw(game.setup.seed, "card", card.id) * len(game.scenario.clock.sessions))


def may_fire(game: Game, state: State, card: Inject) -> bool:
    """Whether a card's window, trigger and chain allow it now; a card is used once."""
    if card.id in state.fired or card.at or state.ended:
        return False
    if card.window and not card.window[0] <= state.day <= card.window[1]:
        return False
    if card.after:
        if card.after not in state.fired or state.day < state.fired[card.after] + card.after_days:
            return False
        if card.after in state.choice or (card.unless and state.chosen.get(card.after) == card.unless):
            return False
    return not card.when or game.table.expressions.holds(card.when, Facts(game, state))


def fire(game: Game, state: State, card: Inject) -> Outs:
    """The events of a card that is played now."""
    subject = pick(card.subject, game.setup.seed, "subject", card.id, state.n) if card.subject else ""
    named = game.table.short(subject) if subject else ""
    text = card.text.replace("@subject", named)
    audience = tuple(card.to) if card.to else ALL
    outs = [Out(e.Injected(card.id, card.title, text, card.source, subject), audience, e.CLOCK)]
    outs += effects(game, state, card.effects, card.id, subject)
    if card.endorse and subject:
        outs.append(Out(e.Endorsed(subject, ""), audience, card.endorse))
    if card.pressure:
        outs += _pressure(game, state, card)
    if card.choice:
        who = deciders(game, state, card.choice, subject)
        options = tuple(option.id for option in card.choice.options)
        outs.append(
            Out(e.ChoiceOpened(card.id, card.choice.question, who, options, card.choice.default), audience, e.CLOCK)
        )
    return outs


def deciders(game: Game, state: State, choice: Choice, subject: str = "") -> tuple[str, ...]:
    """The seats that answer a card: those named who are in the hall."""
    named: list[str] = []
    for who in choice.who:
        named += game.table.parties if who == "parties" else [subject if who == "@subject" else who]
    return tuple(s for s in dict.fromkeys(named) if s in state.present and s not in state.away)


def _pressure(game: Game, state: State, card: Inject) -> Outs:
    """A patron's letter; what the card leaves to the draw is drawn among patrons with influence and what they want."""
    assert card.pressure is not None
    roles, seed = game.scenario.roles, game.setup.seed
    patron = card.pressure.patron
    if patron == "draw":
        outside = [
            s.id for s in game.scenario.seats if s.kind is SeatKind.OUTSIDE and s.id in roles and roles[s.id].wants
        ]
        if not outside:
            return []
        patron = pick(outside, seed, "patron", card.id, state.n)
    clients = card.pressure.clients
    if clients == ("draw",):
        influence = roles[patron].influence if patron in roles else {}
        moved = [p for p in game.table.parties if influence.get(p, 0) > 0 and p in state.present]
        clients = (pick(moved, seed, "client", card.id, state.n),) if moved else ()
    option = card.pressure.option
    if option == "draw":
        wants = [o for o in (roles[patron].wants if patron in roles else ()) if game.table.issue_of[o] in state.issues]
        if not wants:
            return []
        option = pick(wants, seed, "clause", card.id, state.n)
    at = Moment(game, state, patron)
    return [
        out
        for client in clients
        if client in state.present
        for out in pressed_outs(at, patron, client, option, card.title)
    ]


def effects(
    game: Game,
    state: State,
    what: Effects,
    why: str,
    subject: str = "",
    times: int = 1,
    dials: dict[str, float] | None = None,
) -> Outs:
    """Dials, reservations, time and seats that an effect moves; `dials` carries their values through one batch."""
    outs: Outs = []
    dials = dict(state.dials) if dials is None else dials
    for dial, points in what.dials.items():
        outs += dial_outs(game, state, dials, dial, points * times, why)
    for dial, (floor, otherwise) in what.floors.items():
        now = dials.get(dial, 0.0)
        outs += dial_outs(game, state, dials, dial, floor - now if now < floor else otherwise, why)
    for party, points in what.reservations.items():
        for seat in _who(game, state, party, subject):
            outs.append(Out(e.ReservationShifted(seat, points * times, why), (seat,), e.CLOCK))
    if what.lose_sessions:
        outs.append(Out(e.ClockChanged("lost", what.lose_sessions), ALL, e.CLOCK))
    outs += [
        Out(e.IssueOpened(i), ALL, e.CLOCK) for i in what.opens if i not in state.issues and i in game.table.issues
    ]
    if what.admits and what.admits not in state.present:
        outs.append(Out(e.Admitted(what.admits), ALL, e.CLOCK))
    if what.withdraws_text and state.text:
        outs.append(Out(e.TextWithdrawn(state.text), ALL, e.CLOCK))
    return outs


def dial_outs(game: Game, state: State, dials: dict[str, float], dial: str, points: float, why: str) -> Outs:
    """Move a dial within 0 to 100 and within what it may move in a day. `dials` carries the values of this batch."""
    if dial not in dials:
        return []
    limit = game.scenario.settings.dial_limit
    morning = state.dials_today.get(dial, dials[dial])
    new = min(max(dials[dial] + points, morning - limit, 0.0), morning + limit, 100.0)
    new, old = round(new, 2), dials[dial]
    if new == old:
        return []
    dials[dial] = new
    return [Out(e.DialMoved(dial, old, new, why), CONTROL, e.CLOCK)]


def _who(game: Game, state: State, party: str, subject: str) -> tuple[str, ...]:
    scored = game.table.sheets.scored
    if party == "@subject":
        return (subject,) if subject in scored else ()
    if party in ("@rivals", "@sisters"):
        place = game.table.seats.get(subject)
        rivals = [game.table.seats[r] for r in place.rivals if r in scored] if place else []
        if place and party == "@sisters":
            rivals = [rival for rival in rivals if rival.community == place.community]
        return tuple(rival.id for rival in rivals[:2])
    if party == "@exposed":
        given = Counter(event.seat for event in state.record.get("conceded") or () if event.seat in game.table.parties)
        return (max(sorted(given), key=lambda s: given[s]),) if given else ()
    return (party,) if party in scored else ()


def settled(game: Game, state: State, waiting: OpenChoice) -> str | None:
    """The option that a card's decision has come to, its default when time is up, or None while it is open."""
    card = game.table.injects[waiting.inject]
    assert card.choice is not None
    answers = waiting.answers
    found = _found(game, card.choice, waiting.who, answers) if answers else None
    if found is not None:
        return found
    everyone = all(seat in answers or seat in state.away for seat in waiting.who)
    if not everyone and state.clock < waiting.due:
        return None
    if card.choice.rule == "each" and waiting.who:
        given = each_answer(card.choice, waiting)
        return max(sorted(given), key=lambda option: given[option])
    return card.choice.default


def each_answer(choice: Choice, waiting: OpenChoice) -> Counter[str]:
    """How many seats each answer has; a seat that says nothing takes the default."""
    return Counter(waiting.answers.get(seat, choice.default) for seat in waiting.who)


def _found(game: Game, choice: Choice, who: tuple[str, ...], answers: Mapping[str, str]) -> str | None:
    count = Counter(answers.values())
    match choice.rule:
        case "any":
            return next(iter(answers.values()), None)
        case "joint":
            for option in sorted(count):
                seats = [s for s, o in answers.items() if o == option]
                if len({game.table.seats[s].community or s for s in seats}) >= 2 and option != choice.default:
                    return option
            return None
        case "majority":
            return next((o for o in sorted(count) if 2 * count[o] > len(who)), None)
        case _:
            return None


def decide_choice(game: Game, state: State, waiting: OpenChoice, option: str) -> Outs:
    """What follows from the answer to a card."""
    card = game.table.injects[waiting.inject]
    assert card.choice is not None
    chosen = next(o for o in card.choice.options if o.id == option)
    by_default = option not in waiting.answers.values()
    audience = tuple(card.to) if card.to else ALL
    outs = [Out(e.ChoiceMade(card.id, option, chosen.title, by_default), audience, e.CLOCK)]
    why = f"{card.id} {option}"
    subject = _subject(state, card.id)
    if card.choice.rule == "each":
        dials = dict(state.dials)
        given = each_answer(card.choice, waiting)
        for each in card.choice.options:
            if each.id in given:
                outs += effects(game, state, each.effects, f"{card.id} {each.id}", subject, given[each.id], dials)
        return outs
    return outs + effects(game, state, chosen.effects, why, subject)


def _subject(state: State, card: str) -> str:
    for event in state.record.get("inject") or ():
        if isinstance(event.body, e.Injected) and event.body.inject == card:
            return event.body.subject
    return ""
