"""How an exercise begins: who sits where when nothing else is said, and where its transcript goes."""

from collections.abc import Collection
from datetime import date
from pathlib import Path
from typing import Final

from exercise.engine.draws import pick
from exercise.engine.game import Game
from exercise.model.scenario import Scenario, SeatKind
from exercise.model.setup import is_person
from exercise.players.styles import DEFAULT
from exercise.room.room import Room
from exercise.transcript.codec import Header
from exercise.transcript.naming import begin_transcript, transcripts_folder
from exercise.transcript.writer import TranscriptWriter

MIXED: Final = ("trader", "hard-liner", "trader", "follower")
"""Styles that seats get in turn where nothing is said, so that a table of bots has different characters."""
HARDEST: Final = 10
"""Points by which a difficulty moves reservations at most."""


def usual_style(scenario: Scenario, number: int) -> str:
    """The style of the bot in seat number `number` where nobody chose one."""
    seat = scenario.seats[number]
    return DEFAULT if seat.kind is SeatKind.MEDIATOR else pick(MIXED, number, scenario.id, seat.id)


def usual_players(scenario: Scenario) -> dict[str, str]:
    """A bot in every seat, of different characters."""
    return {seat.id: f"bot:{usual_style(scenario, number)}" for number, seat in enumerate(scenario.seats)}


def has_people(players: Collection[str], facilitator: str = "") -> bool:
    """Whether anybody at this keyboard plays or runs the exercise."""
    return bool(facilitator) or any(is_person(player) for player in players)


def open_room(game: Game, path: Path | None = None, *, durable: bool) -> tuple[Room, Path]:
    """Open the room of a new exercise with a transcript at `path`, or under a name with scenario, calendar day and seed.

    Raises TranscriptError.
    """
    header = Header(game.scenario, game.setup)
    if path is not None:
        writer = TranscriptWriter.create(path, header, durable)
    else:
        writer = begin_transcript(transcripts_folder(), header, date.today().isoformat(), durable)
    try:
        return Room.open(game, writer), writer.path
    except BaseException:
        writer.close()
        raise
