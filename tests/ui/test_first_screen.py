"""The first screen waits only for what it shows."""

import subprocess
import sys

HEAVY = ("attr", "click", "wcwidth", "msgspec", "yaml", "cattrs", "numpy", "exercise.engine", "exercise.model.scenario")


def test_the_first_screen_imports_nothing_that_is_needed_later_only() -> None:
    program = "import sys, exercise.start, exercise.ui.app, exercise.ui.home; print(*(m for m in sys.argv[1:] if m in sys.modules))"
    ran = subprocess.run([sys.executable, "-c", program, *HEAVY], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == []


def test_a_saved_exercise_opens_without_what_only_the_line_mode_and_authors_need() -> None:
    heavy = ("cattrs", "wcwidth", "yaml", "numpy", "exercise.authoring", "exercise.commands.running")
    program = (
        "import sys, exercise.cli, exercise.commands.resume, exercise.ui.app, exercise.ui.conference;"
        " print(*(m for m in sys.argv[1:] if m in sys.modules))"
    )
    ran = subprocess.run([sys.executable, "-c", program, *heavy], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == []
