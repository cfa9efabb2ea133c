"""Playing: set up an exercise from options, run it in the interface or the line mode, and save it."""

from pathlib import Path

import click

from exercise.commands.loading import Bad, locate, scenario
from exercise.commands.playing_options import FILE, shared
from exercise.commands.running import Run, reader, run
from exercise.commands.screen import at_screen, set_up, sit_down
from exercise.commands.seating import cards_of, deck_of, issues_of, seating, shift_of
from exercise.engine.game import Game, Table
from exercise.model.setup import Setup
from exercise.room.opening import has_people, open_room
from exercise.transcript.problems import TranscriptError

EXAMPLES = """\b
Examples:
  exercise play iraq-2006 --seat KA                  one delegation against bots
  exercise play iraq-2006 --seat KA=Ann --seat DAWA  two people share a keyboard
  exercise play iraq-2006 --mediator human           you mediate
  exercise play iraq-2006 --facilitator Bob          you run the exercise
  exercise play iraq-2006 --bots all --seed 7        bots only, you watch
"""


@click.command(epilog=EXAMPLES)
@click.argument("name", metavar="SCENARIO")
@click.option(
    "--seat", "seats", multiple=True, metavar="SEAT[=NAME]", help="A seat that a person plays; may be repeated."
)
@click.option(
    "--bots",
    multiple=True,
    metavar="all|STYLE|SEAT=STYLE",
    help="Bots: a mixed table, one style for all, or a style for one seat: hard-liner, trader, follower.",
)
@click.option("--absent", multiple=True, metavar="SEAT", help="A seat that stays empty.")
@click.option(
    "--mediator", default="bot", show_default=True, type=click.Choice(["human", "bot", "none"]), help="Who mediates."
)
@click.option("--facilitator", default="", metavar="NAME", help="A person runs the exercise from the same keyboard.")
@click.option("--seed", default=1, show_default=True, type=click.IntRange(0, 2**53), help="The seed of every draw.")
@click.option("--deck", default="", help="The deck of cards; exercise show lists them.")
@click.option(
    "--difficulty",
    default="",
    help="Moves what every party needs: a name that exercise show lists, or a number of points.",
)
@click.option(
    "--red-lines", type=click.Choice(["bind", "warn"]), help="Whether red lines bind, or only warn and are logged."
)
@click.option("--leave-out", multiple=True, metavar="CARD", help="A card that is not used with this group.")
@click.option("--issue", "issues", multiple=True, metavar="ISSUE", help="A follow-on issue that is on the agenda too.")
@click.option("--transcript", type=FILE, help="Where to save; never overwrites.")
@click.option(
    "--view",
    type=click.Choice(["observer", "facilitator"]),
    default="observer",
    show_default=True,
    help="What to hear where no person plays.",
)
@shared
def play(
    name: str, seats: tuple[str, ...], bots: tuple[str, ...], absent: tuple[str, ...], mediator: str, facilitator: str, seed: int,
    deck: str, difficulty: str, red_lines: str | None, leave_out: tuple[str, ...], issues: tuple[str, ...],
    transcript: Path | None, view: str,
    pace: float | None, plain: bool, script: Path | None, as_json: bool, no_scores: bool,
) -> None:  # fmt: skip
    """Play the scenario SCENARIO: at a terminal choose first who plays; with --plain and no --seat you watch bots."""
    lines = reader(script, as_json)
    screen = at_screen(plain, script, as_json)
    found = scenario(name)
    setup = Setup(
        seed=seed,
        players=seating(found, seats, bots, absent, mediator),
        deck=deck_of(found, deck),
        shift=shift_of(found, difficulty),
        red_lines=red_lines or "",
        left_out=cards_of(found, leave_out),
        issues=issues_of(found, issues),
        facilitator=facilitator.strip(),
        pace=pace or 0.0,
    )
    people = has_people(tuple(setup.players.values()), setup.facilitator)
    if screen and not (people or bots):
        untouched = setup == Setup(players=setup.players) and not absent and mediator == "bot"
        set_up(locate(name), None if untouched else setup, transcript, view)
        return
    game = Game(Table(found), setup)
    try:
        room, path = open_room(game, transcript, durable=people)
    except TranscriptError as error:
        raise Bad(str(error)) from None
    if screen:
        sit_down(room, path, view, setup.pace)
    else:
        run(room, Run(path, script, as_json, not no_scores, view, setup.pace), lines)
