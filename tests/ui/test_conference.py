"""The conference screen: what it shows, what its keys do, and what it refuses."""

import re
from pathlib import Path

from reaching import has_floor, reach
from seats import open_room, run, shown
from textual.pilot import Pilot

from exercise.commands.loading import load
from exercise.engine.calendar import sessions_left
from exercise.engine.game import Game, Table
from exercise.engine.views import OBSERVER
from exercise.model.setup import Setup
from exercise.room.opening import usual_players
from exercise.room.room import Room
from exercise.scaffold.balanced import invented
from exercise.scaffold.write import files_of
from exercise.ui.chair import Chair
from exercise.ui.conference import Conference
from exercise.ui.floor import NEW
from exercise.ui.panels.clock import forecast
from exercise.ui.panels.now import awaited


def test_a_delegate_sees_time_agenda_hall_floor_and_what_to_do(tmp_path: Path) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        screen = shown(pilot.app)
        for word in ("Day 0 of 14", "Agenda", "Delegations", "Floor", "min left"):
            assert word in screen

    run(Conference(open_room("KA=Ann")), drive, tmp_path)


def test_space_lets_the_floor_go_on(tmp_path: Path) -> None:
    room = open_room("KA=Ann")

    async def drive(pilot: Pilot[None]) -> None:
        await pilot.pause()
        before = len(room.events)
        await pilot.press("space")
        await pilot.pause()
        assert len(room.events) > before
        assert any(event.seat == "KA" and event.body.kind == "passed" for event in room.events)

    run(Conference(room), drive, tmp_path)


def test_a_typed_command_is_a_move_and_a_wrong_one_is_refused_in_words(tmp_path: Path) -> None:
    room = open_room("KA=Ann")

    async def drive(pilot: Pilot[None]) -> None:
        await pilot.press("colon", *"speak we are here", "enter")
        await pilot.pause()
        assert any(event.body.kind == "spoke" and event.seat == "KA" for event in room.events)
        await pilot.press("colon", *"flib", "enter")
        await pilot.pause()
        assert "There is no command flib" in shown(pilot.app)

    run(Conference(room), drive, tmp_path)


def test_long_ids_stand_apart_from_what_follows(tmp_path: Path) -> None:
    draft = invented("Herring", ("Trawler company", "Islanders"), ("Quota: none | half | all", "Nets: wide | any"), 2)
    for path, text in files_of(draft).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text.replace("TRAWLE", "TRAWLERMEN"), encoding="utf-8")
    found = load(tmp_path / "scenarios" / "herring.yaml").scenario
    assert found is not None
    room = Room.open(Game(Table(found), Setup(players={**usual_players(found), "ISLAND": "human:Ann"})))

    async def drive(pilot: Pilot[None]) -> None:
        assert "TRAWLERMEN Trawler" in shown(pilot.app)
        assert "ISLAND     you" in shown(pilot.app)

    run(Conference(room), drive, tmp_path, (120, 40))


def test_the_forecast_stands_apart_from_the_days_and_says_what_is_not_reached(tmp_path: Path) -> None:
    room = reach(open_room(facilitator="Fay"), lambda room: room.state.day == 5)

    async def drive(pilot: Pilot[None]) -> None:
        strip = shown(pilot.app).splitlines()[1]
        assert re.search(r"─14 {2,}9 days left\. At this pace not [A-Z, ]+\.$", strip), strip

    run(Conference(room), drive, tmp_path)


def test_a_facilitator_without_people_sees_what_each_session_brought(tmp_path: Path) -> None:
    room = open_room(facilitator="Fay")
    screen = Conference(room)

    async def drive(pilot: Pilot[None]) -> None:
        for keys in (["space"] * 4, ["d", "5", "g", "2", "enter"]):
            for key in keys:
                before = len(room.events)
                await pilot.press(key)
                await pilot.pause()
            marks = [event for event in screen.floor.items if screen.floor.entry_of(event).says == NEW.says]
            assert [mark.n for mark in marks] == [before]
            assert NEW.says in shown(pilot.app), "and in sight"

    run(screen, drive, tmp_path)


def test_who_stopped_the_clock_is_told_how_it_runs_again(tmp_path: Path) -> None:
    room = open_room(facilitator="Fay")

    async def drive(pilot: Pilot[None]) -> None:
        await pilot.press("d", "5")
        await pilot.pause()
        await pilot.press("p", "escape")
        await pilot.pause()
        assert "Press d, then 5 and Enter, to let it run again." in shown(pilot.app)
        await pilot.press("d", "5")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert not room.state.paused

    run(Conference(room), drive, tmp_path)


def test_one_empty_line_stands_before_a_heading_whatever_was_said_before_it(tmp_path: Path) -> None:
    room = reach(open_room("KA=Ann"), lambda room: room.state.day >= 2 and has_floor(room, "KA"))

    async def drive(pilot: Pilot[None]) -> None:
        conference = pilot.app.screen
        assert isinstance(conference, Conference)
        floor = conference.floor
        headings = 0
        for index, event in enumerate(floor.items):
            before = floor.lay_out(floor.items[index - 1], 50) if index else []
            if floor.entry_of(event).heading and before:
                gap = [*before[-1:], *floor.lay_out(event, 50)[:1]]
                assert [any(text.strip() for text, _ in line) for line in gap].count(False) == 1
                headings += 1
        assert headings > 4

    run(Conference(room), drive, tmp_path, (120, 40))


def test_the_brief_is_named_first_on_the_first_day_and_the_last_session_is_called_so(tmp_path: Path) -> None:
    first = reach(open_room("KA=Ann"), lambda room: has_floor(room, "KA"))
    later = reach(
        open_room("HILL=Ann", name="first-steps"), lambda room: room.state.day == 2 and has_floor(room, "HILL")
    )
    last = reach(open_room("HILL=Ann", name="first-steps"), lambda room: not sessions_left(room.game, room.state))
    assert "Press b for your brief" in awaited(Chair(first, "KA").look())
    assert "You have the floor. Press a key" in awaited(Chair(later, "HILL").look())
    assert forecast(Chair(last, OBSERVER).look())[-1] == "The last day, and its last session."
