"""Playing: set up an exercise from options, run it in the line mode, save it, go on with a saved one."""

import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import click

from exercise.commands.loading import BAD_INPUT, Bad, scenario
from exercise.commands.seating import seating
from exercise.engine.game import Game, Table
from exercise.engine.views import OBSERVER
from exercise.model.scenario import Scenario
from exercise.model.setup import Setup
from exercise.plain.ending import as_json as outcome_json
from exercise.plain.ending import ending
from exercise.plain.session import LineSession
from exercise.room.room import Room
from exercise.transcript.codec import Header
from exercise.transcript.naming import begin_transcript, transcripts_folder
from exercise.transcript.problems import TranscriptError
from exercise.transcript.writer import TranscriptWriter


@click.command()
@click.argument("name", metavar="SCENARIO")
@click.option(
    "--seat", "seats", multiple=True, metavar="SEAT[=HANDLE]", help="A seat that a person plays; may be repeated."
)
@click.option(
    "--bots",
    "bots",
    multiple=True,
    metavar="all|STYLE|SEAT=STYLE",
    help="Bots: all seats, a style for all, or for one seat.",
)
@click.option("--absent", multiple=True, metavar="SEAT", help="A seat that stays empty.")
@click.option("--mediator", default="bot", metavar="human|bot|none", help="Who mediates.  [default: bot]")
@click.option("--facilitator", default="", metavar="HANDLE", help="A person runs the exercise from the same keyboard.")
@click.option("--seed", default=1, show_default=True, type=click.IntRange(0, 2**53), help="The seed of every draw.")
@click.option("--deck", default="", help="The deck of cards.")
@click.option(
    "--difficulty", default="", help="Moves every reservation value: a name from the scenario, or a number of points."
)
@click.option("--red-lines", type=click.Choice(["bind", "warn"]), help="Whether red lines bind.")
@click.option("--leave-out", multiple=True, metavar="CARD", help="A card that is not used with this group.")
@click.option("--issue", "issues", multiple=True, metavar="ISSUE", help="A follow-on issue that is on the agenda too.")
@click.option("--transcript", type=click.Path(path_type=Path, dir_okay=False), help="Where to save; never overwrites.")
@click.option(
    "--plain", is_flag=True, help="Text without boxes, for screen readers, pipes and scripts (the only mode so far)."
)
@click.option(
    "--script", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="Read commands from a file."
)
@click.option("--json", "as_json", is_flag=True, help="Print only the outcome, as JSON.")
@click.option("--no-scores", is_flag=True, help="Do not reveal scores at the end.")
@click.option(
    "--view",
    type=click.Choice(["observer", "facilitator"]),
    default="observer",
    help="What to hear where no person plays.",
)
def play(
    name: str, seats: tuple[str, ...], bots: tuple[str, ...], absent: tuple[str, ...], mediator: str, facilitator: str, seed: int,
    deck: str, difficulty: str, red_lines: str | None, leave_out: tuple[str, ...], issues: tuple[str, ...],
    transcript: Path | None,
    plain: bool, script: Path | None, as_json: bool, no_scores: bool, view: str,
) -> None:  # fmt: skip
    """Play the scenario SCENARIO. Without --seat, bots play every seat and you watch."""
    found = scenario(name)
    setup = Setup(
        seed=seed,
        players=seating(found, seats, bots, absent, mediator),
        deck=_deck(found, deck),
        shift=_shift(found, difficulty),
        red_lines=red_lines or "",
        left_out=_cards(found, leave_out),
        issues=_issues(found, issues),
        facilitator=facilitator,
    )
    people = bool(seats) or mediator == "human" or bool(facilitator)
    game = Game(Table(found), setup)
    try:
        writer = _begin(game, transcript, durable=people)
        room = Room.open(game, writer)
    except TranscriptError as error:
        raise Bad(str(error)) from None
    _run(room, writer.path, script, as_json, not no_scores, view)


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--plain", is_flag=True, help="Text without boxes (the only mode so far).")
@click.option(
    "--script", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="Read commands from a file."
)
@click.option("--json", "as_json", is_flag=True, help="Print only the outcome, as JSON.")
@click.option("--no-scores", is_flag=True, help="Do not reveal scores at the end.")
def resume(file: Path, plain: bool, script: Path | None, as_json: bool, no_scores: bool) -> None:
    """Go on with the exercise saved in FILE."""
    try:
        room = Room.resume(file, durable=True)
    except TranscriptError as error:
        raise Bad(str(error)) from None
    _run(room, file, script, as_json, not no_scores)


def _begin(game: Game, path: Path | None, durable: bool) -> TranscriptWriter:
    """A new transcript: at the path given, or under a name with scenario, calendar day and seed."""
    header = Header(game.scenario, game.setup)
    if path is not None:
        return TranscriptWriter.create(path, header, durable)
    return begin_transcript(transcripts_folder(), header, date.today().isoformat(), durable)


def _deck(found: Scenario, deck: str) -> str:
    known = [d.id for d in found.decks]
    if deck and deck not in known:
        raise Bad(f"no deck {deck} in {found.id}; decks are {', '.join(known) or 'none'}")
    return deck


def _shift(found: Scenario, difficulty: str) -> float:
    named = {d.id: d.shift for d in found.difficulties}
    if not difficulty:
        return 0.0
    if difficulty in named:
        return named[difficulty]
    try:
        shift = float(difficulty)
    except ValueError:
        raise Bad(
            f"no difficulty {difficulty}; there are {', '.join(named) or 'none'}, or a number of points"
        ) from None
    if not -10 <= shift <= 10:
        raise Bad("a difficulty moves reservations by -10 to 10 points")
    return shift


def _issues(found: Scenario, issues: tuple[str, ...]) -> tuple[str, ...]:
    known = [issue.id for issue in found.issues if not issue.opened]
    unknown = [issue for issue in issues if issue.upper() not in known]
    if unknown:
        raise Bad(f"no follow-on issue {', '.join(unknown)} in {found.id}; there are {', '.join(known) or 'none'}")
    return tuple(issue.upper() for issue in issues)


def _cards(found: Scenario, cards: tuple[str, ...]) -> tuple[str, ...]:
    known = {card.id for card in found.injects}
    unknown = [card for card in cards if card.upper() not in known]
    if unknown:
        raise Bad(f"no card {', '.join(unknown)} in {found.id}")
    return tuple(card.upper() for card in cards)


def _run(room: Room, path: Path, script: Path | None, as_json: bool, reveal: bool, view: str = OBSERVER) -> None:
    """Run the line mode to the end of the exercise or of the input, and say where the transcript is."""
    say: Callable[[str], None] = (lambda line: None) if as_json else click.echo
    if not as_json and room.game.scenario.honesty:
        say(room.game.scenario.honesty)
    session = LineSession(room, _reader(script), say, echo=script is not None or not sys.stdin.isatty(), watch_as=view)
    try:
        over = session.run()
    except TranscriptError as error:
        raise Bad(f"{error}; everything acknowledged so far is in {path}") from None
    except KeyboardInterrupt:
        over = False
        say("")
    if as_json:
        click.echo(json.dumps(outcome_json(room, str(path)), indent=1, ensure_ascii=False))
    elif over:
        for line in ending(room, reveal):
            say(line)
    say("")
    say(f"Transcript: {path}")
    if not over:
        say(f"Go on with: exercise resume {path}")
    room.close()
    if script is not None and session.errors:
        sys.exit(BAD_INPUT)


def _reader(script: Path | None) -> Callable[[str], str | None]:
    """Where lines come from: a script, a pipe, or a person at a prompt."""
    if script is not None:
        try:
            lines = iter(script.read_text(encoding="utf-8").splitlines())
        except (OSError, UnicodeDecodeError) as error:
            raise Bad(f"cannot read {script}: {error}") from None
        return lambda prompt: next(lines, None)
    if not sys.stdin.isatty():
        return lambda prompt: _piped()
    return _ask


def _piped() -> str | None:
    line = sys.stdin.readline()
    return line.rstrip("\n") if line else None


def _ask(prompt: str) -> str | None:
    try:
        return input(prompt)
    except EOFError:
        return None
