"""Law 7 on the screen: what people type is never markup and never a control code, wherever it is shown."""

import unicodedata
from pathlib import Path

import pytest
from seats import open_room, run, shown
from textual.pilot import Pilot

from exercise.model import moves as m
from exercise.model.state import Rejection
from exercise.ui.conference import Conference

HOSTILE = [
    "[/",
    "[b]bold[/b] [link=x]y[/link] [@click=app.quit]z[/]",
    "]] [[ [red",
    "\x1b[2J\x1b]0;title\x07 gone",
    "\u202eright to left\u202c and back",
    "مرحبا بالعالم " * 20,
    "漢字" * 500,
    "x" * 10_000,
    "a\x00b\rc\td",
    "e\u0301" * 300,
    "👩‍👩‍👧‍👦 " * 50,
]


def clean(screen: str) -> bool:
    """Whether no control code and no direction override reached the screen."""
    return all(
        char == "\n" or (unicodedata.category(char) != "Cc" and ord(char) not in range(0x202A, 0x202F))
        for char in screen
    )


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("size", [(60, 20), (120, 40)], ids=["narrow", "wide"])
def test_what_others_say_is_shown_as_text(tmp_path: Path, text: str, size: tuple[int, int]) -> None:
    room = open_room("KA=Ann")

    async def drive(pilot: Pilot[None]) -> None:
        for move in (m.Speak(text), m.Tell(("KA",), text), m.Argue("for", "FED4", text)):
            room.submit(m.Command("SCIRI", move))
            room.submit(m.Command("KA", move))
        conference = pilot.app.screen
        assert isinstance(conference, Conference)
        conference.go_on()
        await pilot.pause()
        for key in ("end", "pageup", "home", "up", "f", "f", "f", "f", "f"):
            await pilot.press(key)
            await pilot.pause()
            assert clean(shown(pilot.app))
            assert all(len(line) <= size[0] + line.count("\u0301") * 2 + 200 for line in shown(pilot.app).splitlines())

    run(Conference(room), drive, tmp_path, size)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_what_is_typed_is_a_move_or_refused_in_words(tmp_path: Path, text: str) -> None:
    room = open_room("KA=Ann")

    async def drive(pilot: Pilot[None]) -> None:
        conference = pilot.app.screen
        assert isinstance(conference, Conference)
        for line in (f'speak "{text}"', f"speak {text}", text, f"support {text}", f"help {text}"):
            conference.bar.focus()
            conference.bar.value = line
            await pilot.press("enter")
            await pilot.pause()
            assert clean(shown(pilot.app))
            if pilot.app.screen is not conference:
                await pilot.press("escape")
                await pilot.pause()
        assert pilot.app.screen is conference

    run(Conference(room), drive, tmp_path)


def test_a_handle_is_shown_as_it_is_written(tmp_path: Path) -> None:
    room = open_room("KA=[b]Ann\x1b[31m", "DAWA=Bea")

    async def drive(pilot: Pilot[None]) -> None:
        assert "[b]Ann" in shown(pilot.app)
        assert clean(shown(pilot.app))

    run(Conference(room), drive, tmp_path)


def test_the_room_refuses_what_is_too_long() -> None:
    room = open_room("KA=Ann")
    assert isinstance(room.submit(m.Command("KA", m.Speak("x" * 10_001))), Rejection)
