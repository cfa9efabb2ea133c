"""decide(state, command) -> events or Rejection: the one door through which an exercise changes."""

from msgspec.structs import replace

from exercise.engine.closing import enter_stage
from exercise.engine.consequences import follow
from exercise.engine.game import Game
from exercise.engine.judge import judge
from exercise.engine.legal import legal_kinds
from exercise.engine.moment import Moment, Out
from exercise.engine.tape import Tape
from exercise.model import events as e
from exercise.model.moves import Command
from exercise.model.state import Rejection, State
from exercise.model.value import Value


class Decision(Value, frozen=True):
    """The events that follow from a command, and the state after them."""

    events: tuple[e.Event, ...]
    state: State


def start(game: Game) -> Decision:
    """The first events of an exercise."""
    tape = Tape(game, State())
    tape.add([Out(e.Opened(game.scenario.title, game.scenario.advisory))])
    enter_stage(tape, game.table.procedure.first)
    follow(tape)
    return Decision(tuple(tape.events), tape.state)


def decide(game: Game, state: State, command: Command) -> Decision | Rejection:
    """Judge a move. A refusal says why and which kinds of move are legal for that seat."""
    at = Moment(game, state, command.seat)
    ruling = judge(at, command)
    if isinstance(ruling, Rejection):
        return replace(ruling, legal=legal_kinds(at))
    tape = Tape(game, state)
    minutes = 0 if command.seat == e.FACILITATOR else game.table.costs.get(command.move.kind, 0)
    tape.add(ruling, command.seat, minutes)
    follow(tape)
    return Decision(tuple(tape.events), tape.state)
