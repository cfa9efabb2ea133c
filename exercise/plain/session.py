"""The line mode: a whole exercise as text, for people, pipes, scripts and screen readers.

One stream of lines serves one person, several people sharing a keyboard, or a script. Private matters of a seat are printed
only after its person has taken the keyboard.
"""

from collections.abc import Callable, Iterator
from typing import Final

from exercise.engine.audience import sees
from exercise.engine.moment import Moment
from exercise.engine.turns import to_act
from exercise.engine.views import OBSERVER, view
from exercise.model.events import ALL, FACILITATOR, Event
from exercise.model.moves import Command, Move, Pass
from exercise.model.state import Rejection
from exercise.model.text import printable
from exercise.plain import control_answers
from exercise.plain.answers import answer, time_line
from exercise.plain.language import Problem, Query
from exercise.plain.narration import name, narrate
from exercise.plain.parse import parse, verb_of
from exercise.plain.wrapping import wrap
from exercise.room.conductor import Conductor
from exercise.room.room import Room

Say = Callable[[str], None]
QUIT: Final = "quit"


class LineSession:
    """Drives one room from lines of text.

    `lines` yields what people type (a script's lines, or prompts answered); `say` prints one line. With `prompt`, each line
    is asked for by it; the script mode has none. Without people, the exercise is told as `watch_as` may hear it.
    """

    def __init__(
        self, room: Room, lines: Callable[[str], str | None], say: Say, echo: bool = False, watch_as: str = OBSERVER
    ) -> None:
        self.room = room
        self.conductor = Conductor(room)
        self.errors: list[str] = []
        self._lines = lines
        self._say = say
        self._echo = echo
        self._watch_as = watch_as
        self._quiet = True
        self._holder = ""
        self._public = 0
        self._heard: dict[str, int] = {}
        self._asked_outside: dict[str, int] = {}
        self._events: list[Event] = []
        self._offered = -1
        room.watch(self._events.extend)

    @property
    def people(self) -> tuple[str, ...]:
        """Seats that people play, the facilitator's chair included."""
        seats = [
            s.id for s in self.room.game.scenario.seats if self.conductor.player(s.id).startswith(("human", "script"))
        ]
        return (*seats, FACILITATOR) if self.room.game.setup.facilitator else tuple(seats)

    def run(self) -> bool:
        """Play until the end or until somebody quits; True when the exercise is over."""
        while not self.room.state.closed:
            awaited = self.conductor.run(self._somebody_is_due)
            self._tell()
            if self.room.state.closed:
                break
            seat = self._next(awaited)
            if not seat:
                self._say("Nobody is left to act.")
                return False
            if not self._turn(seat):
                return False
        self._tell()
        return True

    def _somebody_is_due(self) -> bool:
        return self._facilitator_is_due() or bool(self._outside())

    def _outside(self) -> str:
        """A person whose delegation left the hall; asked once a session whether to return."""
        state = self.room.state
        if state.ended:
            return ""
        gone = (seat for seat, why in state.away.items() if why != "absent" and seat in self.people)
        return next((seat for seat in gone if self._asked_outside.get(seat) != state.clock), "")

    def _facilitator_is_due(self) -> bool:
        """The facilitator is asked once a session, and whenever the clock is stopped."""
        return FACILITATOR in self.people and self._offered != self.room.state.clock

    def _next(self, awaited: tuple[str, ...]) -> str:
        if FACILITATOR in self.people and (self._facilitator_is_due() or self.room.state.paused):
            self._offered = self.room.state.clock
            return FACILITATOR
        if outside := self._outside():
            self._asked_outside[outside] = self.room.state.clock
            return outside
        return awaited[0] if awaited else ""

    # Telling

    def _viewers(self) -> tuple[str, ...]:
        return self.people or (self._watch_as,)

    def _tell(self) -> None:
        """Print what everybody may hear; one person alone hears its own private matters in the same stream."""
        alone = self._viewers()[0] if len(self._viewers()) == 1 else OBSERVER
        while self._public < len(self._events):
            event = self._events[self._public]
            self._public += 1
            if sees(event, alone):
                self._notice_quiet(event)
                self._print(event)

    def _notice_quiet(self, event: Event) -> None:
        """A session of which nothing was heard is told in a sentence."""
        if event.body.kind == "session_ended" and self._quiet:
            self._say("    The delegations talk behind closed doors.")
        self._quiet = event.body.kind == "session_started" or (self._quiet and not narrate(self.room.game, event))

    def _print(self, event: Event) -> None:
        for line in narrate(self.room.game, event):
            self._say(line)

    def _tell_private(self, seat: str) -> None:
        """After the keyboard was passed: what came to this seat alone since it was printed last."""
        for event in self._unheard(seat):
            self._print(event)

    def _unheard(self, seat: str) -> Iterator[Event]:
        heard = self._heard.get(seat, 0)
        self._heard[seat] = len(self._events)
        return (event for event in self._events[heard:] if event.to != ALL and sees(event, seat))

    # Turns

    def _turn(self, seat: str) -> bool:
        """Ask a seat until it has used its turn. False when somebody quits or the input ends."""
        self._pass_keyboard(seat)
        while not self.room.state.closed:
            self._remind(seat)
            line = self._lines(self._prompt(seat))
            if line is None:
                self._say("The input has ended; the exercise is saved as far as it went.")
                return False
            if self._echo:
                self._say(f"{seat}> {printable(line, lines=False)}")
            done = self._obey(seat, line)
            if done == QUIT:
                return False
            if done:
                return True
        return True

    def _pass_keyboard(self, seat: str) -> None:
        if len(self.people) < 2 or seat == self._holder:
            self._holder = seat
            return
        self._holder = seat
        who = self.conductor.player(seat).partition(":")[2] if seat != FACILITATOR else self.room.game.setup.facilitator
        self._say("")
        self._say(
            f"---- Pass the keyboard to {name(self.room.game, seat)}{f' ({printable(who)})' if who else ''}. ----"
        )
        if not self._echo:
            self._lines("Press Enter when you have it and nobody else can see the screen. ")
        self._tell_private(seat)

    def _prompt(self, seat: str) -> str:
        state = self.room.state
        return f"{seat} (day {state.day}.{state.session}, {max(0, state.minutes)} min)> "

    def _remind(self, seat: str) -> None:
        """What the exercise waits for from this seat."""
        state = self.room.state
        mine = view(self.room.game, state, seat)
        if seat == FACILITATOR:
            self._say("You run the exercise: help lists what you can do; an empty line lets it go on.")
        elif seat in state.away:
            self._say("You are outside the hall: return comes back, an empty line stays out for this session.")
        elif state.ballot is not None:
            self._say(f"You have a vote on {state.ballot.subject}: vote yes, no or abstain.")
        elif mine.asked:
            asked = mine.asked[0]
            self._say(f"[{asked.inject}] {asked.question}")
            for option, title, text in asked.options:
                self._say(f"  choose {asked.inject} {option}: {title}. {text}")
        else:
            self._say(f"You have the floor. {time_line(mine)}")

    def _obey(self, seat: str, line: str) -> str | bool:
        """Do what a line says. True when the turn is used, False to ask again, `quit` to stop."""
        if not line.strip():
            return self._empty(seat)
        command = parse(line)
        match command:
            case None:
                return False
            case Problem():
                self._complain(f"{command.message}" + (f" ({command.hint})" if command.hint else ""))
                return False
            case Query(verb="quit"):
                return QUIT
            case Query():
                self._answer(seat, command)
                return False
            case _:
                return self._submit(seat, command)

    def _empty(self, seat: str) -> bool:
        if seat == FACILITATOR:
            if self.room.state.paused:
                self._say("The clock is stopped; resume starts it again.")
                return False
            return True
        if seat in self.room.state.away:
            return True
        self._say("Type a command; help lists them, pass lets the floor go on.")
        return False

    def _answer(self, seat: str, query: Query) -> None:
        for_control = {
            "msel": control_answers.msel,
            "dials": control_answers.dials,
            "findings": control_answers.findings_so_far,
        }
        if query.verb in for_control:
            if seat != FACILITATOR:
                self._complain(f"{query.verb} is for the facilitator")
                return
            lines = for_control[query.verb](self.room)
        elif query.verb == "log":
            lines = self._log(seat, query)
        else:
            mine = view(self.room.game, self.room.state, seat)
            lines = answer(mine, Moment(self.room.game, self.room.state, seat), query)
        for line in lines:
            self._say(line)

    def _log(self, seat: str, query: Query) -> list[str]:
        number = int(query.words[0]) if query.words and query.words[0].isdigit() else 10
        heard = [event for event in self._events if sees(event, seat)][-max(1, number) :]
        return [line for event in heard for line in narrate(self.room.game, event)]

    def _submit(self, seat: str, move: Move) -> bool:
        before = to_act(self.room.game, self.room.state)
        clock = self.room.state.clock
        result = self.room.submit(Command(seat, move))
        if isinstance(result, Rejection):
            legal = ", ".join(verb_of(kind) for kind in result.legal) or "nothing"
            self._complain(f"Refused ({result.code}): {result.reason}.")
            for line in wrap(f"Legal now: {legal}."):
                self._say(line)
            return False
        self._tell()
        after = to_act(self.room.game, self.room.state)
        if seat == FACILITATOR:
            return False
        still_mine = seat in after and before == after and clock == self.room.state.clock and not isinstance(move, Pass)
        return not still_mine

    def _complain(self, message: str) -> None:
        self.errors.append(message)
        for line in wrap(message):
            self._say(line)
