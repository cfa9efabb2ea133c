"""Options that `play` and `resume` have in common."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import click

FILE: Final = click.Path(path_type=Path, dir_okay=False)
_SHARED = (
    click.option("--pace", metavar="MINUTES", type=click.FloatRange(0, 100_000),
                 help="Real minutes the exercise should take: a line warns when a session takes more than its share. "
                 "A saved exercise keeps its pace; 0 is none."),
    click.option("--plain", is_flag=True, help="Text without boxes, for screen readers, pipes and scripts."),
    click.option("--script", type=FILE, help="Read commands from a file; the first wrong one ends the run."),
    click.option("--json", "as_json", is_flag=True, help="Print only the outcome, as JSON."),
    click.option("--no-scores", is_flag=True, help="Do not reveal scores at the end."),
)  # fmt: skip


def shared(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command these options."""
    for option in reversed(_SHARED):
        command = option(command)
    return command
