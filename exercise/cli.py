"""The command `exercise`. What a subcommand needs is imported when it runs, so that help answers at once."""

import os
import sys
from contextlib import suppress
from importlib import import_module
from io import TextIOWrapper
from typing import Any, ClassVar

import click

BAD_OUTPUT = 2
CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class _Lazy(click.Group):
    """A group whose commands live in modules of their own, loaded when they are used or listed in help."""

    commands_at: ClassVar = {
        "play": ("exercise.commands.play", "Play a scenario."),
        "resume": ("exercise.commands.resume", "Go on with a saved exercise."),
        "scenarios": ("exercise.commands.show", "List the scenarios."),
        "show": ("exercise.commands.show", "Show a scenario, or one of its roles."),
        "diagram": ("exercise.commands.show", "Print a scenario's procedure as Mermaid."),
        "check": ("exercise.commands.check", "Check scenarios, roles and folders, and list every problem."),
        "analyse": ("exercise.commands.analyse", "Show a scenario's balance: who can agree on what."),
        "new": ("exercise.commands.new", "Begin a scenario of your own."),
        "schema": ("exercise.commands.schema", "Print the JSON Schema of scenario files for editors."),
        "handout": ("exercise.commands.handout", "Write a scenario's sheets for the printer."),
        "review": ("exercise.commands.review", "Look back at a saved exercise."),
        "report": ("exercise.commands.report", "Write an after-action report."),
        "compare": ("exercise.commands.compare", "Set exercises side by side."),
        "verify": ("exercise.commands.review", "Check whether a transcript can be trusted."),
        "simulate": ("exercise.commands.simulate", "Rehearse a scenario by bots, many times."),
    }

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands_at)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in self.commands_at:
            return None
        command: click.Command = getattr(import_module(self.commands_at[name][0]), name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, says) for name, (_, says) in self.commands_at.items()])


@click.group(cls=_Lazy, context_settings=CONTEXT, invoke_without_command=True)
@click.version_option(package_name="fourteen-days", prog_name="exercise")
@click.pass_context
def cli(ctx: click.Context) -> None:
    """Fourteen Days: role-plays of peace conferences, from first statement to outcome.

    Start with: exercise
    """
    if ctx.invoked_subcommand is not None:
        return
    from exercise.commands.screen import at_screen, home

    if at_screen(False, None, False):
        home()
    else:
        click.echo(ctx.get_help())


def main(argv: list[str] | None = None) -> Any:
    """Run the command line; problems end with exit code 2 and a sentence, never with a traceback."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        return cli(args=argv, prog_name="exercise")
    except OSError as error:
        # Output that nobody reads ends quietly inside click; what is left is a full disk behind a redirection.
        _drop_output()
        with suppress(OSError):
            click.echo(f"exercise: cannot write the output: {error.strerror or error}", err=True)
        sys.exit(BAD_OUTPUT)


def _drop_output() -> None:
    """Let what is still in the buffer go nowhere, or the interpreter complains about it when it ends."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    main()
