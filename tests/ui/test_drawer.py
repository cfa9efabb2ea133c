"""The facilitator's drawer: every tab by keys, every move, refusals in words, hostile text."""

from pathlib import Path

import pytest
from drawers import at, control, made, opened, read, settle
from seats import burst, run, shown
from textual.pilot import Pilot

from exercise.engine.permission import CONTROL_MOVES
from exercise.model import moves as m
from exercise.model.events import FACILITATOR
from exercise.ui.conference import Conference
from exercise.ui.drawer.asking import Ask
from exercise.ui.drawer.drawer import TRAYS, Drawer
from exercise.ui.field import Field
from exercise.ui.reading import Reading

HOSTILE = ("[/ [b]x \x1b[2J\x07 \u202eevil عربي 世界", "x" * 10_001, "  ")
SIZES = [(60, 20), (80, 24), (120, 40)]


@pytest.mark.parametrize("size", SIZES)
def test_every_tab_opens_by_its_number_and_by_the_arrows(tmp_path: Path, size: tuple[int, int]) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        drawer = await opened(pilot, sessions=4)
        for number, tray in enumerate(TRAYS[:7], 1):
            await pilot.press(str(number))
            await settle(pilot)
            assert isinstance(drawer.tray, tray)
            assert all(len(line) <= size[0] for line in shown(pilot.app).splitlines())
        await pilot.press("shift+tab", "right")
        await settle(pilot)
        assert drawer.tray.TITLE == "Notes"
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(pilot.app.screen, Conference)

    run(Conference(control()), drive, tmp_path, size)


def test_a_card_is_played_after_a_question_and_rated_afterwards(tmp_path: Path) -> None:
    room = control()

    async def drive(pilot: Pilot[None]) -> None:
        drawer = await opened(pilot)
        card = drawer.tray.chosen
        assert card == "E19"
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, Ask)
        await pilot.press("escape")
        await settle(pilot)
        assert card not in room.state.fired
        await pilot.press("f")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert card in room.state.fired
        assert "Done: inject E19" in shown(pilot.app)
        await pilot.press("n")
        await settle(pilot)
        assert made(room)[-1] == "expected"
        assert "waits for an answer, not met" in shown(pilot.app)

    run(Conference(room), drive, tmp_path)


def test_cards_are_held_skipped_and_postponed_with_and_without_spacing(tmp_path: Path) -> None:
    room = control()

    async def drive(pilot: Pilot[None]) -> None:
        drawer = await opened(pilot)
        before = dict(room.state.plan)
        await pilot.press("p")
        await settle(pilot)
        await pilot.press("backspace", *"nine", "enter")
        await settle(pilot)
        assert "The number of days is a whole number." in shown(pilot.app)
        await pilot.press(*["backspace"] * 4, "2", "enter")
        await settle(pilot)
        assert room.state.plan["E19"] == before["E19"] + 2
        assert room.state.plan["E04"] == before["E04"]
        await at(pilot, drawer, "E04")
        await pilot.press("P")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert room.state.plan["E04"] == before["E04"] + 1
        assert room.state.plan["E01"] == before["E01"] + 1
        await pilot.press("h")
        await settle(pilot)
        assert room.state.plan["E04"] == -2
        await pilot.press("h")
        await settle(pilot)
        assert "Not possible: E04 is held already." in shown(pilot.app)
        await pilot.press("s")
        await settle(pilot)
        assert room.state.plan["E04"] == -1

    run(Conference(room), drive, tmp_path)


def test_an_open_question_of_a_card_is_answered_for_all(tmp_path: Path) -> None:
    room = control("KA=Ann")

    async def drive(pilot: Pilot[None]) -> None:
        await pilot.press("enter")
        drawer = await opened(pilot)
        room.submit(m.Command(FACILITATOR, m.FireInject("E03")))
        drawer.tray.show(drawer.chair.look())
        await at(pilot, drawer, "E03")
        assert "waits for an answer" in shown(pilot.app)
        await pilot.press("c")
        await settle(pilot)
        await pilot.press("down", "enter")
        await settle(pilot)
        assert room.state.chosen["E03"] == "go_on"

    run(Conference(room), drive, tmp_path, (120, 40))


def test_a_dial_is_set_with_a_reason_and_nonsense_is_refused(tmp_path: Path) -> None:
    room = control()

    async def drive(pilot: Pilot[None]) -> None:
        await opened(pilot, 2)
        await pilot.press("enter")
        await settle(pilot)
        for value, why in (
            ("", "Type the value."),
            ("much", "The value is a number"),
            ("200", "between 0 and 100"),
            ("nan", "between 0 and 100"),
        ):
            pilot.app.screen.query_one("#blank-value", Field).value = value
            await pilot.press("ctrl+j")
            await settle(pilot)
            assert why in shown(pilot.app)
        pilot.app.screen.query_one("#blank-value", Field).value = "55"
        await pilot.press("enter", *"quiet night", "enter")
        await settle(pilot)
        assert room.state.dials["violence"] == 55
        assert "quiet night" in shown(pilot.app)

    run(Conference(room), drive, tmp_path)


def test_findings_show_warnings_first_and_their_evidence(tmp_path: Path) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        drawer = await opened(pilot, 3, sessions=16)
        screen = shown(pilot.app)
        assert "arly warning" in screen.split("Failures")[0]
        await pilot.press("question_mark")
        await settle(pilot)
        assert isinstance(pilot.app.screen, Reading)
        assert "What the articles predict, held against" in shown(pilot.app)
        await pilot.press("escape")
        await settle(pilot)
        assert drawer.tray.TITLE == "Findings"

    run(Conference(control()), drive, tmp_path)


def test_seats_change_hands(tmp_path: Path) -> None:
    room = control()

    async def drive(pilot: Pilot[None]) -> None:
        drawer = await opened(pilot, 4)
        await pilot.press("enter")
        await settle(pilot)
        assert "Now: bot, trader." in shown(pilot.app)
        await pilot.press("end", "enter")
        await settle(pilot)
        assert room.state.players["KA"] == "bot:follower"
        await pilot.press("r")
        await settle(pilot)
        await pilot.press("tab", "enter")
        await settle(pilot)
        assert "Type a name." in shown(pilot.app)
        await pilot.press("shift+tab")
        burst(pilot, "Zoe\r")
        await settle(pilot)
        assert room.state.players["KA"] == "human:Zoe"
        await pilot.press("t")
        await settle(pilot)
        assert "Take KA over from Zoe?" in shown(pilot.app)
        await pilot.press("escape")
        await settle(pilot)
        assert room.state.players["KA"] == "human:Zoe"
        await pilot.press("t")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert room.state.players["KA"] == "human:Fay"
        await pilot.press("a")
        await settle(pilot)
        assert room.state.away["KA"] == "absent"
        await pilot.press("i")
        await settle(pilot)
        assert "KA" not in room.state.away
        await at(pilot, drawer, "SADR")
        await pilot.press("x")
        await settle(pilot)
        await pilot.press(*"They quarrel", "enter")
        await settle(pilot)
        assert made(room)[-1] == "split"
        assert "there, split" in shown(pilot.app)
        assert "Split: part of it no longer obeys its delegate." in shown(pilot.app)
        await pilot.press("end")
        await settle(pilot)
        assert "in the corridor" in shown(pilot.app)

    run(Conference(room), drive, tmp_path)


def test_the_clock_stops_runs_ends_a_session_and_says_why_it_cannot_be_extended(tmp_path: Path) -> None:
    room = control()

    async def drive(pilot: Pilot[None]) -> None:
        drawer = await opened(pilot, 5)
        await pilot.press("p")
        await settle(pilot)
        assert room.state.paused
        assert "Let the clock run again" in shown(pilot.app)
        await pilot.press("p")
        await settle(pilot)
        clock = room.state.clock
        await pilot.press("n")
        await settle(pilot)
        assert room.state.clock == clock + 1
        await at(pilot, drawer, "extend")
        assert "the deadline of this scenario is hard" in read(pilot)
        for row in ("extend", "consent"):
            await at(pilot, drawer, row)
            await pilot.press("enter")
            await settle(pilot)
            assert isinstance(pilot.app.screen, Drawer)
            assert "✗ Not possible: the deadline of this scenario is hard" in read(pilot)

    run(Conference(room), drive, tmp_path)


def test_sessions_go_by_without_the_facilitator(tmp_path: Path) -> None:
    room = control()

    async def drive(pilot: Pilot[None]) -> None:
        await opened(pilot, 5)
        clock = room.state.clock
        await pilot.press("g")
        await settle(pilot)
        await pilot.press("backspace", *"x", "enter")
        await settle(pilot)
        assert "whole number" in shown(pilot.app)
        await pilot.press("backspace", *"5", "enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, Conference)
        assert room.state.clock == clock + 5

    run(Conference(room), drive, tmp_path)


def test_a_rewind_says_what_it_undoes_and_the_facilitator_is_asked_again(tmp_path: Path) -> None:
    room = control()

    async def drive(pilot: Pilot[None]) -> None:
        drawer = await opened(pilot, 6, sessions=5)
        clock, n = room.state.clock, room.state.n
        await at(pilot, drawer, "at-0-2")
        await pilot.press("enter")
        await settle(pilot)
        assert "no longer counts" in read(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert (room.state.day, room.state.session) == (0, 2)
        assert room.state.n == n + 1
        await pilot.press("escape", "space")
        await settle(pilot)
        assert room.state.clock < clock
        assert (room.state.day, room.state.session) == (0, 3)

    run(Conference(room), drive, tmp_path)


def test_announcements_and_notes_are_kept_and_notes_outlive_a_rewind(tmp_path: Path) -> None:
    room = control()

    async def drive(pilot: Pilot[None]) -> None:
        await opened(pilot, 8, sessions=3)
        await pilot.press(*"Watch the oil", "enter")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert "Say something" in shown(pilot.app)
        room.submit(m.Command(FACILITATOR, m.Rewind(0, 1)))
        await pilot.press("shift+tab", "left")
        await settle(pilot)
        await pilot.press(*"Lunch is ready", "enter")
        await settle(pilot)
        assert "Lunch is ready" in shown(pilot.app)
        assert room.events[-1].to == "all"
        await pilot.press("shift+tab", "right")
        await settle(pilot)
        assert "Watch the oil" in shown(pilot.app)

    run(Conference(room), drive, tmp_path)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_in_every_field_neither_raises_nor_reaches_the_screen(tmp_path: Path, text: str) -> None:
    room = control()

    async def drive(pilot: Pilot[None]) -> None:
        drawer = await opened(pilot, 7)
        for keys in ((), ("shift+tab", "right")):
            await pilot.press(*keys)
            await settle(pilot)
            drawer.tray.query_one(Field).value = text
            await pilot.press("enter")
            await settle(pilot)
        for tab, key in ((1, "p"), (2, "v"), (4, "x"), (4, "r"), (5, "g")):
            drawer.action_open(tab)
            await settle(pilot)
            await pilot.press(key)
            await settle(pilot)
            for field in pilot.app.screen.query(Field):
                field.value = text
            field.focus()
            await pilot.press("enter")
            await settle(pilot)
            assert "\x1b" not in shown(pilot.app)
            assert "\u202e" not in shown(pilot.app)
            while not isinstance(pilot.app.screen, Drawer | Conference):
                await pilot.press("escape")
                await settle(pilot)

    run(Conference(room), drive, tmp_path)


def test_the_footer_holds_only_what_the_chosen_card_allows(tmp_path: Path) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        drawer = await opened(pilot, sessions=14)
        await at(pilot, drawer, "E19")
        footer = shown(pilot.app).splitlines()[-1]
        assert "Met" in footer
        assert "Hold" not in footer
        await at(pilot, drawer, "E01")
        footer = shown(pilot.app).splitlines()[-1]
        assert "Hold" in footer
        assert "Met" not in footer

    run(Conference(control()), drive, tmp_path)


def test_a_move_that_only_the_facilitator_has_can_be_made_in_the_drawer() -> None:
    """Every kind of move of the facilitator is in some tray."""
    folder = Path(__file__).parents[2] / "exercise" / "ui" / "drawer"
    text = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py"))
    wanted = {type_.__name__ for kind, type_ in m.MOVES.items() if kind in CONTROL_MOVES}
    assert not {name for name in wanted if f"m.{name}" not in text}


def test_the_pace_of_real_time_is_set_in_the_middle_of_an_exercise_and_only_warns(tmp_path: Path) -> None:
    room = control()

    async def drive(pilot: Pilot[None]) -> None:
        conference = pilot.app.screen
        assert isinstance(conference, Conference)
        drawer = await opened(pilot, 5)
        before = len(room.events)
        await pilot.press("s")
        await settle(pilot)
        await pilot.press("ctrl+u", *"soon", "enter")
        await settle(pilot)
        assert "a whole number" in shown(pilot.app)
        await pilot.press("ctrl+u", *"45", "enter")
        await settle(pilot)
        assert pilot.app.screen is drawer
        assert conference.pacing.minutes == 45
        assert "45 real minutes for 45 sessions, about 1.0 for each" in read(pilot)
        assert len(room.events) == before

    run(Conference(room), drive, tmp_path)


def test_the_arrows_leave_an_empty_line_and_move_in_a_written_one(tmp_path: Path) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        drawer = await opened(pilot, 7)
        await pilot.press("right")
        await settle(pilot)
        assert drawer.tray.TITLE == "Notes"
        await pilot.press("a", "left", "b")
        await settle(pilot)
        assert drawer.tray.TITLE == "Notes"
        assert drawer.tray.query_one(Field).value == "ba"

    run(Conference(control()), drive, tmp_path)
