"""What is said when an exercise is left. Stands apart, so that the first screen need not wait for the engine."""

from pathlib import Path

from exercise.model.text import printable


def farewell(path: Path, over: bool) -> None:
    """Where the transcript is. To standard error, so that standard output is the exercise and nothing else."""
    import click

    shown = printable(str(path), lines=False)
    click.echo(f"Transcript: {shown}", err=True)
    if not over:
        click.echo(f"Go on with: exercise resume {shown}", err=True)
