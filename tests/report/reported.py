"""An exercise to report on: a person among bots types hostile text, in public and in private, and control takes notes."""

from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from tempfile import mkdtemp

from exercise.commands.loading import scenario
from exercise.engine.game import Game, Table
from exercise.engine.turns import to_act
from exercise.model import moves as m
from exercise.model.events import FACILITATOR
from exercise.model.setup import Setup
from exercise.model.state import Rejection
from exercise.report.account import Account, account
from exercise.review.desk import Desk, open_desk
from exercise.review.notes import Note
from exercise.room.conductor import Conductor
from exercise.room.opening import open_room, usual_players

HOSTILE = "<script>alert(1)</script> [/b] \x1b[2J \u202e **x** | javascript:alert(1) \" onclick='x'"
NOTES = (
    Note("carla", 1, "turning", "Here it turned.", 40, 44),
    Note("carla", 2, "agree", HOSTILE, about="F02"),
    Note("dora", 1, "question", "Who knew of it?", 60, 60),
    Note("dora", 2, "disagree", "carla saw that otherwise.", about="F05"),
    Note("dora", 3, "rating", "", about="O1", rating="performed"),
)
MOVES: tuple[m.Move, ...] = (m.Vote("no"), m.Pass())


@cache
def transcript() -> Path:
    """A whole exercise with `anna-secret` at the table and `frank-secret` in control."""
    found = scenario("iraq-2006")
    players = {**usual_players(found), "KA": "human:anna-secret"}
    path = Path(mkdtemp(prefix="report")) / "talks.jsonl"
    setup = Setup(seed=3, players=players, facilitator="frank-secret")
    room, _ = open_room(Game(Table(found), setup), path, durable=False)
    conductor = Conductor(room)
    room.submit(m.Command(FACILITATOR, m.Note("CONTROL-CANARY")))
    said = False
    while not room.state.closed and conductor.run():
        seat = to_act(room.game, room.state)[0]
        wanted = MOVES if said else (m.Speak(HOSTILE), *MOVES)
        done = [move for move in wanted if not isinstance(room.submit(m.Command(seat, move)), Rejection)][:1]
        if not done:
            room.submit(m.Command(FACILITATOR, m.Advance()))
        if done and isinstance(done[0], m.Speak):
            said = True
            room.submit(m.Command("KA", m.Tell(("MED",), "PRIVATE-CANARY")))
    room.close()
    return path


@cache
def desk() -> Desk:
    return open_desk(transcript())


@cache
def told(redacted: bool = False, scores: bool = True) -> Account:
    return account(desk(), NOTES, scores=scores, redacted=redacted)


class Page(HTMLParser):
    """What matters of a page: tags, headings, attributes, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.levels: list[int] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.levels.append(int(tag[1]))
        self.attributes += [(tag, name, value or "") for name, value in attributes]

    def handle_data(self, data: str) -> None:
        self.text += data

    def of(self, name: str) -> list[str]:
        """The values of an attribute, wherever it stands."""
        return [value for _, key, value in self.attributes if key == name]
