"""The debate as a flow: arguments with who answered them, what was dropped, and which claims were cited how."""

from collections.abc import Sequence

from attrs import frozen

from exercise.model import events as e
from exercise.review.history import standing


@frozen
class Said:
    """An argument. `depth` is 0 for one on an option or proposal, one more for each answer; `claims` are what it cites.

    `dropped` says that it stands on its own and nobody answered or conceded it.
    """

    n: int
    id: str
    seat: str
    side: str
    target: str
    issue: str
    option: str
    text: str
    claims: tuple[str, ...]
    depth: int
    answered_by: tuple[str, ...]
    conceded_by: tuple[str, ...]

    @property
    def dropped(self) -> bool:
        return not (self.depth or self.answered_by or self.conceded_by)


def flow(events: Sequence[e.Event]) -> list[Said]:
    """Every argument that these events hold, each followed by its answers."""
    arguments: dict[str, e.Event] = {}
    answers: dict[str, list[str]] = {}
    conceded: dict[str, list[str]] = {}
    for event in standing(events):
        match event.body:
            case e.Argued(id=id, target=target):
                arguments[id] = event
                answers.setdefault(target, []).append(id)
            case e.Conceded(target=target):
                conceded.setdefault(target, []).append(event.seat)
    found: list[Said] = []
    waiting = [(id, 0) for id, event in reversed(arguments.items()) if _target(event) not in arguments]
    while waiting:
        id, depth = waiting.pop()
        event = arguments[id]
        assert isinstance(event.body, e.Argued)
        body, replies = event.body, [reply for reply in answers.get(id, ()) if reply in arguments]
        found.append(
            Said(
                event.n, id, event.seat, body.side, body.target, body.issue, body.option, body.text, body.cites, depth,
                tuple(dict.fromkeys(arguments[reply].seat for reply in replies)), tuple(conceded.get(id, ())),
            )
        )  # fmt: skip
        waiting += [(reply, depth + 1) for reply in reversed(replies)]
    return found


def _target(event: e.Event) -> str:
    return event.body.target if isinstance(event.body, e.Argued) else ""


@frozen
class Citation:
    """A claim that was cited: the arguments that did, and of those the ones that somebody answered or conceded."""

    claim: str
    arguments: tuple[Said, ...]

    @property
    def answered(self) -> int:
        return sum(bool(said.answered_by or said.conceded_by) for said in self.arguments)


def citations(said: Sequence[Said]) -> list[Citation]:
    """The claims that were cited, those cited most first."""
    found: dict[str, list[Said]] = {}
    for each in said:
        for claim in each.claims:
            found.setdefault(claim, []).append(each)
    rows = [Citation(claim, tuple(arguments)) for claim, arguments in found.items()]
    return sorted(rows, key=lambda row: (-len(row.arguments), row.claim))


@frozen
class Question:
    """A question to a seat, and the event that answered it; 0 is none."""

    n: int
    id: str
    seat: str
    to: str
    issue: str
    answered: int


def questions(events: Sequence[e.Event]) -> list[Question]:
    """The questions that were asked, in order."""
    log = standing(events)
    answered = {event.body.question: event.n for event in log if isinstance(event.body, e.Answered)}
    return [
        Question(event.n, event.body.id, event.seat, event.body.to, event.body.issue, answered.get(event.body.id, 0))
        for event in log
        if isinstance(event.body, e.Asked)
    ]
