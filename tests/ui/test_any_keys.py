"""Whatever keys are pressed, nothing is raised, the transcript stays readable, and it replays to the state that was reached.

Longer runs: `KEY_MASHING=2000 pytest tests/ui/test_any_keys.py` presses so many keys for each seed, and MASH_SEEDS=1,2,3 chooses seeds.
"""

import os
from pathlib import Path
from random import Random

import pytest
from gallery import kept
from seats import interface, open_room, shown
from swift import swiftly
from test_hostile_text import HOSTILE, clean
from textual.events import MouseDown, MouseScrollDown, MouseScrollUp, MouseUp, Paste
from textual.pilot import Pilot

from exercise.engine.game import Game, Table
from exercise.engine.replay import replay
from exercise.room.room import Room
from exercise.transcript.reader import read_transcript
from exercise.ui.conference import Conference
from exercise.ui.curtain import Curtain
from exercise.ui.ending import Ending
from exercise.ui.guided import GuidedConference
from exercise.ui.home import Home

KEYS = int(os.environ.get("KEY_MASHING", "120"))
SEEDS = tuple(int(seed) for seed in os.environ.get("MASH_SEEDS", "1,2,3").split(","))
"""Each seed sits down in another chair."""
PLAIN = [
    *"abcdefghijklmnoprstuvwxyz0123456789?/:+-\"'[]",
    "space",
    "enter",
    "tab",
    "shift+tab",
    "up",
    "down",
    "left",
    "right",
]
SPECIAL = [
    *(f"f{n}" for n in range(1, 13)), "escape", "home", "end", "pageup", "pagedown", "backspace", "delete", "insert",
    *(f"ctrl+{key}" for key in "abdefghijknoprstuvwxyz"), "ctrl+left", "ctrl+right", "shift+up", "shift+down", "alt+x",
]  # fmt: skip
"""Not among them: ctrl+q quits, ctrl+l leaves, ctrl+c offers to."""
ONWARD = ("escape", "space", "y", "enter", "v", "x")
"""Keys that bring an exercise on."""
CHAIRS = {1: ("HILL=Ann",), 2: ("HILL=Ann", "MILL=Bea", "FERRY=Cy"), 3: (), 0: ("HILL=Ann", "MED=Di")}


async def anything(pilot: Pilot[None], random: Random) -> None:
    """Something that a person, a child or a cat does to a keyboard or a mouse."""
    match random.choices(("onward", "plain", "special", "words", "mouse", "paste", "resize"), (40, 25, 15, 6, 8, 4, 2))[
        0
    ]:
        case "onward":
            await pilot.press(random.choice(ONWARD))
        case "plain":
            await pilot.press(random.choice(PLAIN))
        case "special":
            await pilot.press(random.choice(SPECIAL))
        case "words":
            await pilot.press(
                "colon",
                *random.choice(["propose BRG1 PAY2", "vote yes", "walkout", "help argue", "support text", "go 3"]),
                "enter",
            )
        case "mouse":
            click(pilot, random)
        case "paste":
            pilot.app.post_message(Paste(random.choice(HOSTILE)))
        case "resize":
            await pilot.resize_terminal(random.choice([80, 60, 100, 30]), random.choice([24, 20, 40, 8]))


def click(pilot: Pilot[None], random: Random) -> None:
    """Press and let go of a button, or turn the wheel, anywhere on the screen."""
    x, y = random.randrange(pilot.app.size.width), random.randrange(pilot.app.size.height)
    for kind in random.choice([(MouseDown, MouseUp), (MouseScrollDown,), (MouseScrollUp,)]):
        event = kind(None, x, y, 0, 0, 1, False, False, False, screen_x=x, screen_y=y)
        pilot.app.screen._forward_event(event)


async def to_the_end(pilot: Pilot[None], room: Room) -> None:
    """Let the exercise go on until it is over, and look at how it ended."""
    await pilot.resize_terminal(80, 24)
    for _ in range(400):
        screen = pilot.app.screen
        if room.state.closed and isinstance(screen, Ending):
            return
        if isinstance(screen, Curtain):
            screen._pins._of.clear()
            await pilot.press("enter")
        elif isinstance(screen, Conference):
            screen.floor.focus()
            await pilot.press("space")
        else:
            await pilot.press("escape" if room.state.ballot is None else "y", "escape")
        await pilot.pause()
    raise AssertionError(shown(pilot.app))


@pytest.mark.parametrize("seed", SEEDS)
def test_any_keys_over_a_whole_exercise(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    monkeypatch.chdir(tmp_path)
    seats = CHAIRS[seed % len(CHAIRS)]
    path = tmp_path / "x.jsonl"
    room = open_room(*seats, facilitator="" if seats else "Fay", seed=seed, name="first-steps", path=path)
    random = Random(seed)
    app = interface(Conference(room), tmp_path)

    async def whole() -> None:
        async with app.run_test(size=(80, 24)) as pilot:
            for number in range(KEYS):
                await anything(pilot, random)
                if number % 10 == 0:
                    await pilot.pause()
                    assert clean(shown(app))
                assert app.is_running
            await to_the_end(pilot, room)

    swiftly(whole())
    recording = read_transcript(path)
    assert recording.header is not None
    assert not recording.problems
    assert list(recording.events) == list(room.events)
    game = Game(Table(recording.header.scenario), recording.header.setup)
    assert replay(game, recording.events) == room.state


def test_any_keys_at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    kept("going", open_room("HILL=Ann", name="first-steps"))
    random = Random(5)
    app = interface(Home(), tmp_path)

    async def whole() -> None:
        async with app.run_test(size=(80, 24)) as pilot:
            for _ in range(KEYS // 2):
                if isinstance(app.screen, GuidedConference | Conference):
                    await pilot.press("ctrl+l")
                    await pilot.pause()
                await pilot.press(random.choice([key for key in (*PLAIN, *SPECIAL) if key not in ("q", "s", "v")]))
                assert app.is_running
            await pilot.pause(1)
            assert clean(shown(app))

    swiftly(whole())
