"""Between two people at one keyboard: nothing is shown until the next one says that nobody else can see."""

import hashlib
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Center, Middle, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from exercise.engine.game import Game
from exercise.model.events import FACILITATOR
from exercise.model.text import printable
from exercise.plain.narration import name
from exercise.ui.field import Field
from exercise.ui.footer import Keys
from exercise.ui.modal import Modal

HUSH: Final = 0.5
"""Seconds after the curtain has fallen in which keys do nothing: they were meant for what stood there before."""


FORGOTTEN: Final = (
    "This is not the PIN of this seat. If it is forgotten: Ctrl+L leaves, and a new one may be chosen after resuming."
)


class Pins:
    """The PINs that people chose to keep their seat closed. They live as long as the program."""

    def __init__(self) -> None:
        self._of: dict[str, bytes] = {}

    def choose(self, seat: str, pin: str) -> None:
        """Keep a seat closed with this PIN."""
        self._of[seat] = _digest(seat, pin)

    def has(self, seat: str) -> bool:
        return seat in self._of

    def opens(self, seat: str, pin: str) -> bool:
        """Whether a PIN opens a seat; one without a PIN is open."""
        return not self.has(seat) or self._of[seat] == _digest(seat, pin)


def _digest(seat: str, pin: str) -> bytes:
    return hashlib.sha256(f"{seat} {pin}".encode()).digest()


class Pin(Field):
    """Where a PIN is typed. Enter comes after the digits before it, however fast they are typed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "I have the keyboard", id="curtain.take"),
    ]

    async def action_submit(self) -> None:
        await super().action_submit()
        self.value = ""


class Curtain(Modal[bool]):
    """Says who is to take the keyboard, and waits. The first time, a PIN may be chosen; afterwards it is asked for.

    It ends with True when the keyboard was taken, with False when the exercise is to be left.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+l", "leave", "Leave", id="curtain.leave", tooltip="Leave the exercise; everything is saved"),
    ]
    HELP = (
        "Several people share this keyboard. Whoever is named takes it; nothing is shown until Enter. A PIN keeps the seat closed\n"
        "to the others until the exercise is left; after it was resumed a new one may be chosen."
    )

    def __init__(self, game: Game, seat: str, handle: str, pins: Pins) -> None:
        super().__init__()
        called = "the facilitator" if seat == FACILITATOR else name(game, seat)
        named = handle and handle.casefold() != called.casefold()
        self._who = printable(f"{called} ({handle})" if named else called, lines=False)
        self._seat = seat
        self._pins = pins
        self._chosen = ""
        """A PIN that was typed once: it is kept when it is typed again, so that a slip closes no seat."""

    def compose(self) -> ComposeResult:
        asks, wanted = (
            ("Type your PIN and press Enter.", "PIN")
            if self._pins.has(self._seat)
            else (
                "Press Enter when nobody else can see the screen. You may type a PIN first: it will be asked for next time.",
                "PIN, if you want one",
            )
        )
        with Middle(), Center(), Vertical(id="window"):
            yield Static("Pass the keyboard", id="curtain-title")
            yield Static(Content.assemble("to ", (self._who, "bold $accent")), id="curtain-who")
            yield Static(asks, id="curtain-asks")
            yield Pin(password=True, max_length=32, id="pin", placeholder=wanted, disabled=True)
            yield Static("", id="refusal")
        yield Keys()

    def on_mount(self) -> None:
        self.set_timer(HUSH, self._listen)

    def _listen(self) -> None:
        """From now on keys are those of the person who is named."""
        field = self.query_one("#pin")
        field.disabled = False
        field.focus()

    @on(Input.Submitted)
    def _take(self, event: Input.Submitted) -> None:
        pin, chosen = event.value.strip(), self._chosen
        self._chosen = ""
        if not self._pins.opens(self._seat, pin):
            self._say(FORGOTTEN)
        elif not pin or self._pins.has(self._seat):
            self.dismiss(True)
        elif not chosen:
            self._chosen = pin
            self._say("Type this PIN once more to keep it, or only Enter to go on without one.")
        elif pin != chosen:
            self._say("These were two different PINs. Type one again, or only Enter to go on without one.")
        else:
            self._pins.choose(self._seat, pin)
            self.dismiss(True)

    def _say(self, words: str) -> None:
        self.query_one("#refusal", Static).update(words)

    def action_leave(self) -> None:
        self.dismiss(False)
