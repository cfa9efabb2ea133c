"""Opening the facilitator's drawer by keys, and reading what stands in it."""

from seats import open_room, shown
from textual.pilot import Pilot

from exercise.model.events import FACILITATOR
from exercise.room.room import Room
from exercise.ui.drawer.drawer import Drawer
from exercise.ui.listing import Rows


def control(*seats: str, name: str = "iraq-2006") -> Room:
    return open_room(*seats, facilitator="Fay", name=name)


async def opened(pilot: Pilot[None], tab: int = 1, sessions: int = 0) -> Drawer:
    await pilot.press(*["space"] * sessions, "d")
    await pilot.pause()
    drawer = pilot.app.screen
    assert isinstance(drawer, Drawer)
    if tab != 1:
        await pilot.press(str(tab))
    await settle(pilot)
    return drawer


async def settle(pilot: Pilot[None]) -> None:
    for _ in range(2):
        await pilot.pause()


async def at(pilot: Pilot[None], drawer: Drawer, id: str) -> None:
    rows = drawer.tray.query_one(Rows)
    rows.highlighted = rows.get_option_index(id)
    await settle(pilot)


def read(pilot: Pilot[None]) -> str:
    """The words on the screen, without lines and frames."""
    return " ".join(shown(pilot.app).translate(dict.fromkeys(map(ord, "│─╭╮╰╯"), " ")).split())


def made(room: Room) -> list[str]:
    return [event.body.kind for event in room.events if event.seat == FACILITATOR]
