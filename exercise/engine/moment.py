"""A seat's moment: who asks, in which state, and the words to refuse or to act with."""

from collections.abc import Sequence

from exercise.engine.game import Game
from exercise.model.events import ALL, CONTROL, Body, IssueOpened, StageEntered
from exercise.model.scenario import Seat, SeatKind, Stage
from exercise.model.state import Proposal, Rejection, State
from exercise.model.value import Value

NOBODY = "a seat without a name"


class Out(Value, frozen=True):
    """An event to be: its content, who may know it, and who acts (empty: the seat that moved)."""

    body: Body
    to: str | tuple[str, ...] = ALL
    seat: str = ""


Outs = list[Out]
Ruling = Outs | Rejection


class Moment(Value, frozen=True):
    """Everything that a rule may look at when it judges a move."""

    game: Game
    state: State
    seat: str

    @property
    def stage(self) -> Stage:
        return self.game.table.stages[self.state.stage]

    @property
    def place(self) -> Seat | None:
        return self.game.table.seats.get(self.seat)

    @property
    def kind(self) -> SeatKind | None:
        place = self.place
        return place.kind if place else None

    @property
    def issues(self) -> tuple[str, ...]:
        """Issues that may be spoken to and bargained over now: those of the stage that are open on the agenda."""
        state, stage = self.state, self.stage
        if not stage.issues:
            return state.issues
        return tuple(issue for issue in stage.issues if issue in state.issues)

    def takes(self, issue: str) -> bool:
        """Whether an issue is one of these."""
        issues = self.stage.issues
        return issue in self.state.issues and (not issues or issue in issues)

    def shut(self, option: str) -> bool:
        """Whether an option still waits for its condition."""
        return option in self.game.table.conditional and option not in self.state.unlocked

    def at_table(self, seat: str) -> bool:
        """Whether a seat takes part in this stage."""
        state, stage = self.state, self.stage
        return seat in state.present and seat not in state.away and (not stage.table or seat in stage.table)

    def others(self) -> tuple[str, ...]:
        """Everybody else who is present, at this table or not."""
        return tuple(s.id for s in self.game.scenario.seats if s.id in self.state.present and s.id != self.seat)

    def voters(self) -> tuple[str, ...]:
        return tuple(p for p in self.game.table.parties if self.at_table(p))

    def count(self, kind: str) -> int:
        """How many events of a kind there were."""
        past = self.state.record.get(kind)
        return len(past) if past is not None else 0

    def live_proposals(self) -> tuple[Proposal, ...]:
        live = [p for p in self.state.proposals.values() if not p.withdrawn]
        return tuple(sorted(live, key=lambda proposal: proposal.n))

    def proposal(self, id: str) -> Proposal | None:
        """A live proposal by id; `text` is the mediator's text, where it is about the issues of this stage."""
        wanted = self.state.text if id == "text" else id
        proposal = self.state.proposals.get(wanted)
        if proposal is None or proposal.withdrawn:
            return None
        return proposal if id != "text" or self._is_ours(proposal) else None

    def _is_ours(self, proposal: Proposal) -> bool:
        issue_of = self.game.table.issue_of
        return not self.stage.issues or all(issue_of[option] in self.stage.issues for option in proposal.options)


def stage_outs(stage: Stage, state: State) -> Outs:
    """A stage begins and opens its issues."""
    opens = [Out(IssueOpened(issue)) for issue in stage.issues if issue not in state.issues]
    return [Out(StageEntered(stage.id, stage.title)), *opens]


def no(code: str, reason: str) -> Rejection:
    return Rejection(code, reason.strip())


def listed(words: Sequence[str], joint: str = "or") -> str:
    """`A, B or C`, at most eight of them."""
    shown = [word or "an empty name" for word in words[:8]] + ([f"{len(words) - 8} more"] if len(words) > 8 else [])
    if len(shown) < 2:
        return "".join(shown) or "none"
    return f"{', '.join(shown[:-1])} {joint} {shown[-1]}"


def private(*seats: str) -> tuple[str, ...]:
    """The audience of a private matter."""
    return tuple(dict.fromkeys(seats))


__all__ = ["ALL", "CONTROL", "NOBODY", "Moment", "Out", "Outs", "Ruling", "listed", "no", "private", "stage_outs"]
