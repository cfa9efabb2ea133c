"""Where the program begins. The first screen is shown before anything is imported that only the command line needs."""

import sys

from exercise.commands.screen import at_screen, home


def main() -> None:
    """Show the first screen where nothing else was asked for at a terminal, else do what the command line says."""
    if len(sys.argv) == 1 and at_screen(False, None, False):
        home()
    else:
        from exercise.cli import main as command_line

        command_line()
