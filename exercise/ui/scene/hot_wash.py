"""The hot wash: a guide for the talk afterwards in timed steps, with a countdown that somebody may start."""

from collections.abc import Callable
from time import monotonic
from typing import ClassVar

from attrs import define
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from exercise.plain.debrief import STEPS, minutes, usual_total
from exercise.ui.prose import Prose, hanging


@define
class Countdown:
    """Which step it is and how long it has left; `clock` gives seconds. It never goes on by itself."""

    minutes: list[int]
    clock: Callable[[], float] = monotonic
    step: int = 0
    running: bool = False
    _spent: float = 0.0
    _since: float = 0.0

    @property
    def left(self) -> float:
        """Seconds left in this step; less than nothing when it has run over."""
        running = self.clock() - self._since if self.running else 0.0
        return 60 * self.minutes[self.step] - self._spent - running

    def toggle(self) -> None:
        """Start or pause."""
        if self.running:
            self._spent += self.clock() - self._since
        self._since = self.clock()
        self.running = not self.running

    def go(self, step: int) -> None:
        """To another step, from its beginning; a running countdown runs on."""
        self.step = max(0, min(len(self.minutes) - 1, step))
        self._spent, self._since = 0.0, self.clock()


def reading(seconds: float) -> str:
    """Seconds as people read a clock; what has run over has a plus."""
    whole = abs(round(seconds))
    return f"{'+' if seconds <= -0.5 else ''}{whole // 60}:{whole % 60:02}"


class HotWash(VerticalScroll):
    """The steps, the present one marked, with its time."""

    HELP = "A guide for the talk afterwards. s starts and pauses the countdown, n and p go to the next step and back."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "start", "Start", id="hot_wash.start", tooltip="Start or pause the countdown"),
        Binding("n", "step(1)", "Next step", id="hot_wash.next", tooltip="The next step"),
        Binding("p", "step(-1)", "Step before", id="hot_wash.before", show=False, tooltip="The step before"),
    ]

    def __init__(self, play_minutes: int, clock: Callable[[], float] = monotonic, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.countdown = Countdown(minutes(usual_total(play_minutes)), clock)
        self._rung = -1

    def compose(self) -> ComposeResult:
        yield Prose(id="steps")

    def on_mount(self) -> None:
        self.set_interval(1, self.tick)
        self.draw()

    def tick(self) -> None:
        """Show the time; ring once when a step is over."""
        if not self.countdown.running:
            return
        if self.countdown.left <= 0 and self._rung != self.countdown.step:
            self._rung = self.countdown.step
            self.app.bell()
        self.draw()

    def draw(self) -> None:
        """The guide at this moment."""
        self.query_one("#steps", Prose).show(self._guide)

    def _guide(self, width: int) -> Content:
        count = self.countdown
        invitation = f"Hot wash, {sum(count.minutes)} minutes. Stay a while: what you say now is what you will keep."
        blocks = [Content.styled(invitation, "bold")]
        for number, (step, length) in enumerate(zip(STEPS, count.minutes, strict=True)):
            now = number == count.step
            mark = "▶" if now else "✓" if number < count.step else " "
            time = f"{reading(count.left)} of {length}:00{self._how(length)}" if now else f"{length} min"
            style = "bold $accent" if now else "bold" if number > count.step else "$muted"
            head = Content.assemble(
                (f"{mark} {number + 1}. {step.title}", style), (f"   {time}", "$accent" if now else "$muted")
            )
            text = hanging(Content(""), step.asks, width, 5)
            blocks.append(Content("\n").join([head, text if now else text.stylize("$muted")]))
        return Content("\n\n").join(blocks)

    def _how(self, length: int) -> str:
        count = self.countdown
        if count.left <= 0:
            return "   time is up"
        return "" if count.running else "   s starts it" if count.left == 60 * length else "   paused"

    def action_start(self) -> None:
        self.countdown.toggle()
        self.draw()

    def action_step(self, step: int) -> None:
        self.countdown.go(self.countdown.step + step)
        self.draw()
