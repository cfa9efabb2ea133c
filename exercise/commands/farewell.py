"""What is said when an exercise is left. Stands apart, so that the first screen need not wait for the engine."""

from pathlib import Path

from exercise.model.text import printable


def farewell(path: Path, over: bool) -> None:
    """Where the transcript is and what can be done with it. To standard error: standard output is the exercise alone."""
    import click

    shown = printable(str(path), lines=False)
    click.echo(f"Transcript: {shown}", err=True)
    click.echo(f"{'Look back with: exercise review' if over else 'Go on with: exercise resume'} {shown}", err=True)
