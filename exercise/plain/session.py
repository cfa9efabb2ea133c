"""The line mode: a whole exercise as text, for people, pipes, scripts and screen readers.

One stream of lines serves one person, several people sharing a keyboard, or a script. Private matters of a seat are printed
only after its person has taken the keyboard.
"""

from collections.abc import Callable
from typing import Final

from attrs import frozen

from exercise.engine.moment import Moment
from exercise.engine.turns import to_act
from exercise.engine.views import OBSERVER, view
from exercise.model.events import FACILITATOR
from exercise.model.moves import Choose, Command, Move, Pass
from exercise.model.role import Role
from exercise.model.state import Rejection
from exercise.model.text import printable
from exercise.plain import control_answers
from exercise.plain.answers import answer, time_line
from exercise.plain.ids import as_named, nearest, quotes_missing, with_card
from exercise.plain.language import Problem, Query
from exercise.plain.narration import name
from exercise.plain.pace import Pace
from exercise.plain.parse import parse, verb_of, write
from exercise.plain.prompting import reminder, seconding, welcome
from exercise.plain.telling import Say, Telling
from exercise.plain.wrapping import wrap
from exercise.room.room import Room
from exercise.room.sitting import Sitting

QUIT: Final = "quit"
RECAP: Final = 6
"""Entries that are told again when an exercise is resumed."""


@frozen
class LineError:
    """A line that was refused: its number among the lines read, the column where that is known, a code, and why."""

    line: int
    column: int
    code: str
    message: str

    def __str__(self) -> str:
        """The place and the reason, to stand after the name of a file."""
        return f"{self.line}:{self.column}: error {self.code}: {self.message}"


class LineSession:
    """Drives one room from lines of text.

    `lines` gives what is typed after a prompt (None: no more); `say` prints one line. With `echo` the lines are repeated, as
    for scripts and pipes; with `strict` the first refused line ends the run. Without people, the exercise is told as `watch_as`
    may hear it. `hide` clears a screen before somebody else takes the keyboard. `since` events were told at an earlier sitting.
    """

    def __init__(
        self,
        room: Room,
        lines: Callable[[str], str | None],
        say: Say,
        echo: bool = False,
        strict: bool = False,
        watch_as: str = OBSERVER,
        hide: Callable[[], None] | None = None,
        pace: Pace | None = None,
        since: int = 0,
    ) -> None:
        self.room = room
        self._sitting = Sitting(room, seconding=not echo)
        self.errors: list[LineError] = []
        self._lines = lines
        self._echo = echo
        self._strict = strict
        self._watch_as = watch_as
        self._hide = hide
        self._pace = pace
        self._since = since
        self._read = 0
        self._holder = ""
        self._welcomed: set[str] = set()
        self._telling = Telling(room, say, since)
        self._say = self._telling.say

    def run(self) -> bool:
        """Play until the end or until somebody quits; True when the exercise is over."""
        if self._since:
            self._go_on()
        while not self.room.state.closed:
            seat = self._sitting.due()
            self._tell()
            if self.room.state.closed:
                break
            if not seat:
                self._say("Nobody is left to act.")
                return False
            if not self._turn(seat):
                return False
        self._tell()
        return True

    def _go_on(self) -> None:
        if self.room.state.closed:
            self._say("This exercise is over.")
            return
        where = time_line(view(self.room.game, self.room.state, OBSERVER))
        self._telling.say_all(wrap(f"The exercise goes on. {where}"))
        self._say("The last entries were (log 30 shows more):")
        self._telling.say_all(self._telling.recap(self._alone(), RECAP))

    def _alone(self) -> str:
        """The one person, or the viewer without people; several people share what an observer may hear."""
        viewers = self._sitting.people or (self._watch_as,)
        return viewers[0] if len(viewers) == 1 else OBSERVER

    def _tell(self) -> None:
        self._telling.tell(self._alone())

    # Turns

    def _turn(self, seat: str) -> bool:
        """Ask a seat until it has used its turn. False when somebody quits or the input ends."""
        told = self._telling.told
        if not self._pass_keyboard(seat):
            return self._input_ended()
        if seat not in self._welcomed and seat != FACILITATOR:
            self._welcomed.add(seat)
            self._telling.say_all(welcome(view(self.room.game, self.room.state, seat)))
        reminded: object = None
        done: str | bool = False
        while not done and not self.room.state.closed:
            if (matter := self._matter(seat)) != reminded:
                self._telling.say_all(reminder(view(self.room.game, self.room.state, seat), self._moment(seat)))
                reminded = matter
            self._warn_of_time()
            line = self._lines(self._prompt(seat))
            self._read += 1
            if line is None:
                return self._input_ended()
            if self._echo:
                self._say(f"{seat}> {line}")
            done = self._obey(seat, line)
            if done == QUIT or (self._strict and self.errors):
                return False
        if self._hide is not None and len(self._sitting.people) > 1:
            self._hide()
            self._telling.again(told)
        return True

    def _input_ended(self) -> bool:
        self._say("The input has ended; the exercise is saved as far as it went.")
        return False

    def _moment(self, seat: str) -> Moment:
        return Moment(self.room.game, self.room.state, seat)

    def _matter(self, seat: str) -> object:
        """What a seat is asked for; a reminder is due when it changes."""
        state = self.room.state
        asked = tuple(
            card for card, choice in state.choice.items() if seat in choice.who and seat not in choice.answers
        )
        motion = state.motion.id if state.motion else ""
        return (state.ballot.id if state.ballot else "", motion, asked, seat in state.away, state.paused, state.clock)

    def _pass_keyboard(self, seat: str) -> bool:
        """Make sure that the right person sits at the keyboard; False where the input has ended."""
        passed = len(self._sitting.people) > 1 and seat != self._holder
        self._holder = seat
        if passed:
            who = self._sitting.handle(seat)
            self._say("")
            self._say(f"---- Pass the keyboard to {name(self.room.game, seat)}{f' ({who})' if who else ''}. ----")
            if (
                not self._echo
                and self._lines("Press Enter when you have it and nobody else can see the screen. ") is None
            ):
                return False
        if len(self._sitting.people) > 1:
            self._telling.in_private(seat)
        return True

    def _prompt(self, seat: str) -> str:
        state = self.room.state
        asked = f"vote {state.ballot.id}" if state.ballot else f"{max(0, state.minutes)} min"
        return printable(f"{seat} (day {state.day}.{state.session}, {asked})> ", lines=False)

    def _warn_of_time(self) -> None:
        if self._pace is not None and (warning := self._pace.warning(self.room.state.clock)):
            self._say(warning)

    def _obey(self, seat: str, line: str) -> str | bool:
        """Do what a line says. True when the turn is used, False to ask again, `quit` to stop."""
        if not line.strip():
            return self._empty(seat)
        command = parse(line)
        match command:
            case None:
                return False
            case Problem(message=message, column=column, hint=hint):
                place = (f"column {column}", hint) if column > 1 else (hint,)
                said = f"{message[:1].upper()}{message[1:]} ({'; '.join(filter(None, place))})."
                self._complain(said, f"{message}{f' ({hint})' if hint else ''}", column)
                return False
            case Query(verb="quit"):
                return QUIT
            case Query(verb="go"):
                return self._let_go(seat, command)
            case Query():
                self._answer(seat, command)
                return False
            case _:
                return self._submit(
                    seat, with_card(as_named(command, self.room.game, self.room.state), self._role(seat))
                )

    def _role(self, seat: str) -> Role | None:
        return self.room.game.scenario.roles.get(seat)

    def _empty(self, seat: str) -> bool:
        if seat == FACILITATOR:
            if self.room.state.paused:
                self._say("The clock is stopped; resume starts it again.")
                return False
            return True
        if seat in self.room.state.away or seconding(self._moment(seat)):
            return True
        self._say("Type a command; help lists them, pass lets the floor go on.")
        return False

    def _let_go(self, seat: str, query: Query) -> bool:
        """The facilitator lets several sessions go by."""
        sessions = query.words[0] if query.words else "1"
        if seat != FACILITATOR:
            self._complain("go is for the facilitator; pass lets the floor go on.")
        elif not sessions.isdigit() or not 0 < int(sessions) < 1000:
            self._complain(f"go takes a number of sessions, not {sessions}.")
        elif self.room.state.paused:
            self._complain("The clock is stopped; resume starts it again.")
        else:
            self._sitting.let_go(int(sessions))
            return True
        return False

    def _answer(self, seat: str, query: Query) -> None:
        for_control = {
            "msel": control_answers.msel,
            "dials": control_answers.dials,
            "findings": control_answers.findings_so_far,
        }
        if query.verb == "log":
            number = int(query.words[0]) if query.words and query.words[0].isdigit() else 10
            lines = self._telling.recap(seat, min(number, 10_000))
        elif query.verb not in for_control:
            lines = answer(view(self.room.game, self.room.state, seat), self._moment(seat), query)
        elif seat == FACILITATOR:
            lines = for_control[query.verb](self.room)
        else:
            self._complain(f"{query.verb} is for the facilitator.")
            return
        self._telling.say_all(lines)

    def _passed(self, seat: str) -> Move:
        """What `pass` means now: where the floor is another's and a card waits for us, that its default may hold."""
        asked = view(self.room.game, self.room.state, seat).asked if seat != FACILITATOR else ()
        mine = self.room.state.queue[:1] == (seat,)
        return Choose(asked[0].inject, asked[0].default) if asked and not mine else Pass()

    def _submit(self, seat: str, move: Move) -> bool:
        if isinstance(move, Pass) and seconding(self._moment(seat)):
            return True
        move = self._passed(seat) if isinstance(move, Pass) else move
        before, clock, spoken = to_act(self.room.game, self.room.state), self.room.state.clock, self._telling.lines
        result = self.room.submit(Command(seat, move))
        if isinstance(result, Rejection):
            self._refuse(seat, move, result)
            return False
        self._tell()
        if len(self._sitting.people) > 1:
            self._telling.in_private(seat)
        if spoken == self._telling.lines and not isinstance(move, Pass):
            self._say(f"Done: {write(move)}")
        if seat == FACILITATOR:
            return False
        after = to_act(self.room.game, self.room.state)
        still_mine = seat in after and before == after and clock == self.room.state.clock and not isinstance(move, Pass)
        return not still_mine

    def _refuse(self, seat: str, move: Move, refused: Rejection) -> None:
        mine = view(self.room.game, self.room.state, seat)
        near = nearest(move, mine.game, mine.state)
        meant = f"did you mean {near}?" if near else quotes_missing(move, mine.game, mine.state)
        more = f" {meant[:1].upper()}{meant[1:]}{'' if near else '.'}" if meant else ""
        said = f"Refused ({refused.code}): {refused.reason}.{more}"
        self._complain(said, f"{refused.reason}{f' ({meant})' if meant else ''}", code=refused.code)
        self._say(f"Legal now: {', '.join(verb_of(kind) for kind in refused.legal) or 'nothing'}.")
        if mine.asked:
            self._telling.say_all(reminder(mine, self._moment(seat)))

    def _complain(self, said: str, why: str = "", column: int = 1, code: str = "LINE") -> None:
        """Say what is wrong with a line, and note it for whoever reads a report of the whole input."""
        self.errors.append(LineError(self._read, column, code, why or said))
        self._say(said)
