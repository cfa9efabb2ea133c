"""A long exercise for the benchmarks: the shipped scenario with one endless plenary, and people who never tire of it."""

from itertools import count, cycle

from attrs import evolve

from exercise.engine.game import Game, Table
from exercise.engine.turns import to_act
from exercise.model import moves as m
from exercise.model.scenario import Scenario, SeatKind, StageKind
from exercise.model.setup import Setup
from exercise.model.state import Rejection, State
from exercise.room.room import Room

ENDLESS = 10_000_000
ROUND = (
    "speak", "argue", "support", "argue", "ask", "pass", "answer", "argue", "support", "speak",
    "argue", "pass", "support", "argue", "speak", "pass", "argue", "support", "speak", "propose",
)  # fmt: skip
"""What delegates do in turn; about the mix of a bot-only exercise."""
WORDS = (
    "Whoever holds the wells holds the purse, and our people ask who watches the purse. We have heard assurances before, "
    "and each of them ended where the last one did. Put it in the text, or do not ask us to sign it. ({})"
)


def endless(scenario: Scenario) -> Game:
    """The scenario with room for any number of events: its first plenary goes on for ever."""
    plenary = next(stage for stage in scenario.stages if stage.kind is StageKind.PLENARY)
    stages = tuple(evolve(stage, until_day=ENDLESS) if stage is plenary else stage for stage in scenario.stages)
    settings = evolve(scenario.settings, events=ENDLESS)
    clock = evolve(scenario.clock, days=ENDLESS)
    return Game(Table(evolve(scenario, stages=stages, settings=settings, clock=clock)), Setup())


def commands(game: Game, events: int) -> list[m.Command]:
    """Legal moves that lead to so many events."""
    room = Room.open(game)
    packages = cycle(package for package in game.table.sheets.packages if game.table.sheets.coherent(package))
    made: list[m.Command] = []
    for number in count():
        if len(room.events) >= events:
            return made
        seat = to_act(game, room.state)[0]
        move = _move(game, room.state, seat, number)
        if ROUND[number % len(ROUND)] == "propose" and number % 40 == 39 and move == m.Pass():
            move = m.Propose(next(packages))
        for tried in (move, m.Pass()):
            if not isinstance(room.submit(m.Command(seat, tried)), Rejection):
                made.append(m.Command(seat, tried))
                break
    raise AssertionError("numbers never end")


def _move(game: Game, state: State, seat: str, number: int) -> m.Move:
    """What a seat does now; what needs an occasion and has none becomes an argument."""
    for card, choice in state.choice.items():
        asked = game.table.injects[card].choice
        if asked and seat in choice.who and seat not in choice.answers:
            return m.Choose(card, asked.default)
    if game.table.seats[seat].kind is not SeatKind.PARTY:
        return m.Pass()
    words = WORDS.format(number)
    issue = state.focus or state.issues[0]
    match ROUND[number % len(ROUND)]:
        case "speak":
            return m.Speak(words, issue)
        case "ask":
            others = [party for party in game.table.parties if party != seat]
            return m.Ask(others[number % len(others)], words, issue)
        case "answer":
            mine = [question.id for question in state.questions.values() if question.to == seat]
            if mine:
                return m.Answer(mine[0], words)
        case "support":
            newest = max(state.proposals.values(), key=lambda proposal: proposal.n, default=None)
            if newest and seat not in newest.support:
                return m.Support(newest.id, words)
        case "pass" | "propose":
            return m.Pass()
    newest_argument = state.arguments.get(f"A{len(state.arguments)}")
    if newest_argument and newest_argument.seat != seat and number % 3:
        return m.Argue("against", newest_argument.id, words)
    options = game.table.issues[issue].options
    return m.Argue("for", options[number % len(options)].id, words)
