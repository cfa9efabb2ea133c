"""Help of the commands: complete, and at once."""

import subprocess
import sys

import click
import pytest
from running import exercise

from exercise.cli import cli

COMMANDS = tuple(cli.list_commands(click.Context(cli)))


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself_and_every_option(name: str) -> None:
    result = exercise(name, "--help")
    assert result.exit_code == 0
    assert name in exercise("--help").output
    command = cli.get_command(click.Context(cli), name)
    assert command is not None
    assert command.help
    for option in command.params:
        if isinstance(option, click.Option):
            assert option.help, option.name
            assert option.opts[0] in result.output


@pytest.mark.parametrize("name", COMMANDS)
def test_help_of_a_command_loads_neither_interface_nor_numbers(name: str) -> None:
    code = (
        "import sys\n"
        "from exercise.cli import main\n"
        f"try: main(['{name}', '--help'])\n"
        "except SystemExit: pass\n"
        "print(sorted({'textual', 'numpy', 'rich'} & set(sys.modules)), file=sys.stderr)\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stderr.strip() == "[]"
    assert f"exercise {name}" in ran.stdout


def test_the_short_option_does_the_same() -> None:
    assert exercise("play", "-h").output == exercise("play", "--help").output
