"""Going on with a saved exercise. The interface opens before anything is imported that only the line mode needs."""

from pathlib import Path

import click

from exercise.commands.playing_options import FILE, shared
from exercise.commands.screen import at_screen, sit_down
from exercise.engine.views import OBSERVER
from exercise.room.room import Room
from exercise.transcript.problems import TranscriptError


@click.command()
@click.argument("file", type=FILE)
@shared
def resume(file: Path, pace: float | None, plain: bool, script: Path | None, as_json: bool, no_scores: bool) -> None:
    """Go on with the exercise saved in FILE."""
    if at_screen(plain, script, as_json):
        room = _open(file)
        sit_down(room, file, OBSERVER, _pace(room, pace))
        return
    from exercise.commands.running import Run, reader, run

    lines = reader(script, as_json)
    room = _open(file)
    run(room, Run(file, script, as_json, not no_scores, pace=_pace(room, pace), since=len(room.events)), lines)


def _open(file: Path) -> Room:
    """The room of a saved exercise. Raises Bad where it cannot be gone on with."""
    try:
        return Room.resume(file, durable=True)
    except TranscriptError as error:
        from exercise.commands.loading import Bad

        for problem in error.problems:
            click.echo(str(problem), err=True)
        raise Bad(str(error)) from None


def _pace(room: Room, given: float | None) -> float:
    """Real minutes that the exercise should take."""
    return room.game.setup.pace if given is None else given
