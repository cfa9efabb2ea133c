"""The problems of a scenario, one by one, each with the place in its file; from there into the author's own editor."""

import os
import shlex
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import ClassVar, Final

from textual import getters, on
from textual.app import ComposeResult, SuspendNotSupported
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from exercise.authoring.explain import lines_of, shown
from exercise.model.diagnostic import Diagnostic, Severity
from exercise.ui.explaining import explain
from exercise.ui.footer import Keys
from exercise.ui.modal import Modal

AROUND: Final = 6
"""Lines of the file that are shown before and after the place."""
_AT_LINE: Final[Mapping[str, str]] = {
    "vi": "+{line} {file}", "vim": "+{line} {file}", "nvim": "+{line} {file}", "nano": "+{line},{column} {file}",
    "emacs": "+{line}:{column} {file}", "micro": "+{line}:{column} {file}", "hx": "{file}:{line}:{column}",
    "code": "--wait --goto {file}:{line}:{column}", "subl": "--wait {file}:{line}:{column}",
}  # fmt: skip
"""How editors are told a place; others get the file alone."""

Check = Callable[[], tuple[Diagnostic, ...]]


def editor_command(found: Diagnostic, environment: Mapping[str, str] = os.environ) -> list[str]:
    """How the author's editor is started at a place; nothing where none is named by VISUAL or EDITOR."""
    command = shlex.split(environment.get("VISUAL") or environment.get("EDITOR") or "")
    if not command:
        return []
    place = _AT_LINE.get(Path(command[0]).stem, "{file}").split(" ")
    words = [word.format(file=found.file, line=max(1, found.line), column=max(1, found.column)) for word in place]
    return [*command, *words]


class Problems(Modal[None]):
    """A list of problems above the file in which the chosen one stands. `check` finds them, and again after a change."""

    CSS_PATH = "styles/problems.tcss"
    DEFAULT_CLASSES = "dialog"
    HELP = (
        "Every problem with its place. Up and Down go from one to the next, and the file below follows. Enter opens your editor there\n"
        "(the one that VISUAL or EDITOR names); when it is closed the scenario is checked again. r checks again at any time."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss", "Back", id="problems.back", tooltip="Back to the list of scenarios"),
        Binding("r", "again", "Check again", id="problems.again", tooltip="Check the files as they are now"),
        Binding("question_mark", "explain", "Help", id="problems.help", tooltip="What is shown, and the keys"),
    ]

    listed = getters.query_one("#problems", OptionList)

    def __init__(self, title: str, check: Check) -> None:
        super().__init__()
        self._title = title
        self._check = check
        self._found: tuple[Diagnostic, ...] = ()

    def compose(self) -> ComposeResult:
        with Vertical(id="window") as window:
            window.border_title = Content(shown(self._title))
            yield Static("", id="summary", markup=False)
            yield OptionList(id="problems", markup=False)
            with VerticalScroll(id="place"):
                yield Static("", id="source", markup=False)
        yield Keys()

    def on_mount(self) -> None:
        self.action_again()
        self.listed.focus()

    def action_again(self) -> None:
        """Check the files as they are now."""
        self._found = self._check()
        errors = sum(problem.severity is Severity.ERROR for problem in self._found)
        warnings = len(self._found) - errors
        style = "bold $error" if errors else "bold $success"
        self.query_one("#summary", Static).update(
            Content.styled(f"{_count(errors, 'error')}, {_count(warnings, 'warning')}.", style)
        )
        chosen = self.listed.highlighted or 0
        with self.prevent(OptionList.OptionHighlighted):
            self.listed.clear_options()
            self.listed.add_options([Option(_row(problem), id=str(n)) for n, problem in enumerate(self._found)])
            self.listed.highlighted = min(chosen, len(self._found) - 1) if self._found else None
        self._show_place()

    @on(OptionList.OptionHighlighted, "#problems")
    def _show_place(self) -> None:
        """The lines around the chosen problem, its own marked."""
        problem = self._chosen()
        source = self.query_one("#source", Static)
        if problem is None:
            source.update(Content("There is nothing to mend."))
            return
        lines = lines_of(problem.file)
        first = max(1, problem.line - AROUND)
        parts: list[Content] = []
        for number, line in enumerate(lines[first - 1 : problem.line + AROUND], first):
            here = number == problem.line
            text = f"{'▶' if here else ' '}{number:>5} {shown(line)}"
            parts.append(Content.styled(text, "bold $accent") if here else Content(text))
        source.update(Content("\n").join(parts))
        place = self.query_one("#place", VerticalScroll)
        place.border_title = Content(shown(_near(problem.file)))
        place.scroll_to(y=max(0, problem.line - first - 2), animate=False)

    def _chosen(self) -> Diagnostic | None:
        at = self.listed.highlighted
        return self._found[at] if at is not None and at < len(self._found) else None

    @on(OptionList.OptionSelected, "#problems")
    def _edit(self) -> None:
        """Into the author's editor at the place, and check again afterwards."""
        problem = self._chosen()
        if problem is None:
            return
        command = editor_command(problem)
        if not command:
            self._say("No editor is named: set VISUAL or EDITOR, for instance EDITOR=nano.")
            return
        try:
            with self.app.suspend():
                subprocess.run(command, check=False)
        except (OSError, SuspendNotSupported) as error:
            self._say(f"The editor could not be started: {error}")
            return
        self.action_again()

    def _say(self, words: str) -> None:
        self.query_one("#summary", Static).update(Content.styled(shown(words), "$warning"))

    def action_explain(self) -> None:
        explain(self, "Problems", self.HELP)


def _near(file: str) -> str:
    """A file as it is called from the folder one stands in, where it lies below that."""
    path = Path(file)
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else file


def _row(problem: Diagnostic) -> Content:
    """A problem in two lines: its mark and place, then what it is."""
    error = problem.severity is Severity.ERROR
    mark = ("✗ ", "bold $error") if error else ("! ", "bold $warning")
    place = f"{Path(problem.file).name}:{problem.line}:{problem.column} {problem.code}"
    hint = f" ({problem.hint})" if problem.hint else ""
    return Content.assemble(mark, (shown(place), "$muted"), "  ", shown(f"{problem.message}{hint}"))


def _count(number: int, what: str) -> str:
    return f"{number or 'no'} {what}{'' if number == 1 else 's'}"
