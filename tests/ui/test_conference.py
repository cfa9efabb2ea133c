"""The conference screen: what it shows, what its keys do, and what it refuses."""

from pathlib import Path

from seats import open_room, run, shown
from textual.pilot import Pilot

from exercise.commands.loading import load
from exercise.engine.game import Game, Table
from exercise.model.setup import Setup
from exercise.room.opening import usual_players
from exercise.room.room import Room
from exercise.scaffold.balanced import invented
from exercise.scaffold.write import files_of
from exercise.ui.conference import Conference


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
