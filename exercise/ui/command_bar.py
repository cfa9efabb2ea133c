"""The command bar: the line mode's language with completion, and a history that ends when somebody else takes the keyboard."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.suggester import Suggester

from exercise.plain.language import MOVES, QUERIES
from exercise.ui.chair import Glance
from exercise.ui.field import Field


class Completion(Suggester):
    """Completes a command that is legal now, and the ids after it."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self.glance: Glance | None = None

    async def get_suggestion(self, value: str) -> str | None:
        """The whole line with its last word completed; None where nothing fits."""
        glance = self.glance
        if glance is None or not value.strip() or value.endswith(" ") or value.count('"') % 2:
            return None
        *before, last = value.split(" ")
        if not before:
            words = [*glance.examples, *QUERIES, *MOVES]
            found = next((word for word in words if word.startswith(last.lower()) and word != last), None)
            return last + found[len(last) :] if found else None
        found = next((id for id in ids(glance) if id.casefold().startswith(last.casefold()) and id != last), None)
        return f"{value[: len(value) - len(last)]}{last}{found[len(last) :]}" if found else None


def ids(glance: Glance) -> list[str]:
    """Ids that can stand in a command, those of the issue in debate first."""
    view = glance.view
    table, state = view.game.table, view.state
    options = [o for issue in state.issues for o in (option.id for option in table.issues[issue].options)]
    options.sort(key=lambda option: table.issue_of[option] != state.focus)
    cards = [card.id for card in view.role.cards] if view.role else []
    made = [*sorted(state.proposals), *sorted(state.arguments), *sorted(state.questions), *sorted(state.deals)]
    return [
        *options,
        *table.seats,
        *state.issues,
        *made,
        *cards,
        "text",
        "for",
        "against",
        "cite",
        "because",
        "give",
        "get",
    ]


class CommandBar(Field):
    """`:` goes into it, Escape out of it; Up and Down go through what was typed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "earlier", "Earlier command", id="bar.earlier", show=False),
        Binding("down", "later", "Later command", id="bar.later", show=False),
        Binding("tab", "complete", "Complete", id="bar.complete", show=False),
    ]
    HELP = (
        'Type what you want to do, as in the line mode: propose FED3 OIL3, argue FED3 for "...", tell SCIRI "...", vote no,\n'
        "value FED3 OIL2, help argue, why propose. Tab or Right completes; Up and Down bring back what you typed."
    )

    def __init__(self, *, id: str | None = None) -> None:
        self._completion = Completion()
        super().__init__(
            id=id,
            placeholder='argue OIL3 for "..."   : types here, ? helps',
            suggester=self._completion,
            max_length=12_000,
        )
        self._typed: list[str] = []
        self._back = 0

    def show(self, glance: Glance) -> None:
        """Complete for this moment."""
        self._completion.glance = glance

    def forget(self) -> None:
        """Nothing that was typed stays for the next person."""
        self._typed.clear()
        self._back = 0
        self.value = ""

    def remember(self, line: str) -> None:
        """Keep a line for Up and Down."""
        self._typed.append(line)
        self._back = 0
        self.value = ""

    def action_earlier(self) -> None:
        self._recall(1)

    def action_later(self) -> None:
        self._recall(-1)

    def action_complete(self) -> None:
        if self._suggestion:
            self.value = self._suggestion
            self.cursor_position = len(self.value)
        else:
            self.screen.focus_next()

    def _recall(self, step: int) -> None:
        self._back = max(0, min(len(self._typed), self._back + step))
        self.value = self._typed[-self._back] if self._back else ""
        self.cursor_position = len(self.value)
