"""The command bar: the line mode's language with completion, and a history that ends when somebody else takes the keyboard."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from exercise.ui.chair import Glance
from exercise.ui.completing import Completion, ids, usage
from exercise.ui.field import Field


class CommandBar(Field):
    """`:` goes into it, Escape out of it; Up and Down go through what was typed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "Do it", id="bar.do", tooltip="Do what is typed"),
        Binding("tab", "complete", "Complete", id="bar.complete", tooltip="Complete what is typed"),
        Binding("up", "earlier", "Earlier", id="bar.earlier", tooltip="Earlier command"),
        Binding("down", "later", "Later command", id="bar.later", show=False),
        Binding("escape", "screen.back_to_keys", "Back", id="bar.back", tooltip="Back to the keys"),
    ]
    HELP = (
        'Type what you want to do, as in the line mode: propose FED3 OIL3, argue FED3 for "...", tell SCIRI "...", vote no,\n'
        "value FED3 OIL2, help argue, why propose. Above the bar stands how the command is written. Tab or Right completes, Up\n"
        "and Down bring back what you typed, Escape goes back to the keys."
    )

    def __init__(self, *, id: str | None = None) -> None:
        self._completion = Completion()
        super().__init__(
            id=id,
            placeholder=": types here, ? helps",
            suggester=self._completion,
            max_length=12_000,
        )
        self._typed: list[str] = []
        self._back = 0

    def show(self, glance: Glance) -> None:
        """Complete for this moment, and give an example of it."""
        self._completion.glance = glance
        option = next(iter(ids(glance)), "")
        example = f'argue {option} for "..."   ' if "argue" in glance.legal and option else ""
        self.placeholder = f"{example}: types here, ? helps"

    @property
    def usage(self) -> str:
        """How the command that is being typed is written; empty where nothing is typed."""
        return usage(self._completion.glance, self.value)

    def forget(self) -> None:
        """Nothing that was typed or copied stays for the next person."""
        self._typed.clear()
        self._back = 0
        self.clear()
        if self.app.clipboard:
            self.app.copy_to_clipboard("")

    def remember(self, line: str) -> None:
        """Keep a line for Up and Down."""
        self._typed.append(line)
        self._back = 0
        self.value = ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing to bring back before something was typed."""
        return bool(self._typed) if action in ("earlier", "later") else True

    def action_earlier(self) -> None:
        self._recall(1)

    def action_later(self) -> None:
        self._recall(-1)

    def action_complete(self) -> None:
        if self._suggestion:
            self.value = self._suggestion
            self.cursor_position = len(self.value)
        elif not self.value:
            self.screen.focus_next()

    def _recall(self, step: int) -> None:
        self._back = max(0, min(len(self._typed), self._back + step))
        self.value = self._typed[-self._back] if self._back else ""
        self.cursor_position = len(self.value)
