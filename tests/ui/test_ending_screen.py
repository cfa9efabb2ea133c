"""The end is a scene: its pages, evidence on the floor, secrets only on request, the hot wash with its countdown."""

import re
from pathlib import Path

import pytest
from drawers import read
from seats import open_room, run, shown
from textual.pilot import Pilot
from waiting import until_shown

from exercise.engine.views import OBSERVER
from exercise.findings.assess import assess
from exercise.model import moves as m
from exercise.model.events import FACILITATOR
from exercise.plain.debrief import STEPS, minutes, usual_total
from exercise.room.conductor import Conductor
from exercise.room.room import Room
from exercise.ui.chair import Chair
from exercise.ui.conference import Conference
from exercise.ui.confirming import Confirm
from exercise.ui.ending import Ending
from exercise.ui.evidence import Evidence
from exercise.ui.floor import Floor
from exercise.ui.prose import Prose
from exercise.ui.scene.hot_wash import Countdown, HotWash, reading

SECRET = "our-secret-canary"
SIZES = [(60, 20), (80, 24), (120, 40)]


async def settle(pilot: Pilot[None]) -> None:
    for _ in range(4):
        await pilot.pause()


def over(path: Path | None = None, secret: bool = False) -> Room:
    room = open_room(path=path)
    if secret:
        room.submit(m.Command("KA", m.Tell(("IAF",), SECRET)))
    Conductor(room).run()
    assert room.state.closed
    return room


@pytest.mark.parametrize("size", SIZES)
def test_the_pages_tell_the_end_without_any_secret(tmp_path: Path, size: tuple[int, int]) -> None:
    room = over(secret=True)
    outcome = assess(room.game, room.state).outcome

    async def drive(pilot: Pilot[None]) -> None:
        await settle(pilot)
        assert isinstance(pilot.app.screen, Ending)
        assert outcome.name in shown(pilot.app)
        for word in (
            "Agreed" if room.state.agreed else "Nothing was agreed",
            "Kurdistan Alliance",
            "Predicted failures",
            "Which article",
            "talks",
            "Hot wash",
        ):
            await until_shown(pilot, word)
            page = shown(pilot.app)
            assert SECRET not in page
            assert all(len(line) <= size[0] for line in page.splitlines())
            await pilot.press("right")
            await settle(pilot)
        assert outcome.name in shown(pilot.app)

    run(Conference(room), drive, tmp_path, size)


def test_a_finding_leads_to_its_evidence_on_the_floor(tmp_path: Path) -> None:
    room = over()
    finding = next(f for f in assess(room.game, room.state).findings if f.verdict == "occurred" and f.evidence)

    async def drive(pilot: Pilot[None]) -> None:
        await pilot.press("3")
        await settle(pilot)
        rows = pilot.app.screen.query_one("#page-3 .listing-rows")
        rows.highlighted = rows.get_option_index(finding.id)
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        window = pilot.app.screen
        assert isinstance(window, Evidence)
        cursor = window.query_one(Floor).cursor
        assert cursor is not None
        assert cursor.n in finding.evidence
        assert f"Event {cursor.n}" in shown(pilot.app)
        await pilot.press("right", "left", "escape")
        await settle(pilot)
        assert isinstance(pilot.app.screen, Ending)

    run(Conference(room), drive, tmp_path)


def test_what_is_revealed_is_in_sight_in_the_smallest_window(tmp_path: Path) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        await settle(pilot)
        assert shown(pilot.app).splitlines()[1].split() == [
            "Outcome",
            "Got,",
            "gave",
            "Predicted",
            "Articles",
            "Epilogue",
            "Hot",
            "wash",
        ]
        await pilot.press("r")
        await settle(pilot)
        await pilot.press("left", "enter")
        await settle(pilot)
        assert "Revealed" in shown(pilot.app).splitlines()[1]
        needs = [line for line in shown(pilot.app).splitlines() if "  needed " in line]
        assert needs
        assert all(line.rstrip("▆▄▂▁ ").endswith(("enough", "little", "line")) for line in needs)

    run(Conference(over()), drive, tmp_path, (60, 20))


def test_secrets_come_only_after_a_warning(tmp_path: Path) -> None:
    room = over(secret=True)

    async def drive(pilot: Pilot[None]) -> None:
        await pilot.press("7")
        await settle(pilot)
        assert SECRET not in shown(pilot.app)
        await pilot.press("r")
        await settle(pilot)
        assert isinstance(pilot.app.screen, Confirm)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, Ending), "what cannot be unseen is not shown by accident"
        assert "7 Revealed" not in shown(pilot.app)
        await pilot.press("r")
        await settle(pilot)
        await pilot.press("left", "enter")
        await settle(pilot)
        screen = shown(pilot.app)
        assert "each on its own scale" in screen
        assert "needed" in screen
        assert SECRET in str(pilot.app.screen.query_one("#revealed", Prose).render())

    run(Conference(room), drive, tmp_path)


def test_escape_goes_back_to_the_floor_and_q_leaves(tmp_path: Path) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(pilot.app.screen, Conference)
        await pilot.press("space")
        await settle(pilot)
        assert isinstance(pilot.app.screen, Ending)
        await pilot.press("q")
        await settle(pilot)
        assert not pilot.app.is_running or not isinstance(pilot.app.screen, Ending)

    run(Conference(over()), drive, tmp_path)


def test_what_was_revealed_and_the_countdown_are_there_after_the_floor_was_read_again(tmp_path: Path) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        await settle(pilot)
        await pilot.press("r")
        await settle(pilot)
        await pilot.press("left", "enter")
        await settle(pilot)
        await pilot.press("6", "s")
        await pilot.pause(3)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(pilot.app.screen, Conference)
        await pilot.press("space")
        await settle(pilot)
        ending = pilot.app.screen
        assert isinstance(ending, Ending)
        assert "7 Revealed" in shown(pilot.app)
        assert ending.query_one(HotWash).countdown.running
        await pilot.press("q")
        await settle(pilot)
        assert not ending.is_attached, "what was revealed does not stay behind"

    run(Conference(over()), drive, tmp_path)


@pytest.mark.parametrize("width", [60, 80, 160])
def test_the_place_of_the_transcript_is_shown(tmp_path: Path, width: int) -> None:
    path = tmp_path / ("folder-with-a-long-name" * 3) / "the-name-of-the-file-stays.jsonl"
    path.parent.mkdir()
    room = over(path)

    async def drive(pilot: Pilot[None]) -> None:
        await settle(pilot)
        assert re.search(r"Transcript: \S*the-name-of-the-file-stays\.jsonl", shown(pilot.app))

    run(Conference(room), drive, tmp_path, (width, 24))
    room.close()


def test_evidence_that_the_floor_does_not_tell_is_said_in_words(tmp_path: Path) -> None:
    room = over()
    moved = next(event.n for event in room.events if event.body.kind == "position" and event.body.old)
    dial = next(event.n for event in room.events if event.body.kind == "dial")

    async def drive(pilot: Pilot[None]) -> None:
        await settle(pilot)
        pilot.app.push_screen(Evidence(Chair(room, OBSERVER), "F05", (moved, dial)))
        await settle(pilot)
        assert re.search(rf"Event {moved}, 1 of 2\..* moves on .*the floor does not tell", read(pilot))
        await pilot.press("right")
        await settle(pilot)
        assert f"Event {dial}, 2 of 2. It cannot be read here: a number, or private words." in read(pilot)

    run(Conference(room), drive, tmp_path)


def test_the_floor_says_which_key_shows_the_end_again(tmp_path: Path) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert "Space shows how it ended." in shown(pilot.app)
        assert not re.search(r"Day (\d+) of 14", shown(pilot.app)) or "Day 14 of 14" in shown(pilot.app)
        await pilot.press("space")
        await settle(pilot)
        assert isinstance(pilot.app.screen, Ending)

    run(Conference(over()), drive, tmp_path)


def test_an_exercise_that_the_facilitator_ended_at_once_has_an_end_too(tmp_path: Path) -> None:
    room = open_room(facilitator="Fay")
    room.submit(m.Command(FACILITATOR, m.End("fire alarm")))

    async def drive(pilot: Pilot[None]) -> None:
        await settle(pilot)
        assert "Nothing was agreed" in shown(pilot.app)
        for key in "234567":
            await pilot.press(key)
            await settle(pilot)
        await pilot.press("r")
        await settle(pilot)
        await pilot.press("left", "enter")
        await settle(pilot)
        assert "nothing to score" in " ".join(shown(pilot.app).split())

    run(Conference(room), drive, tmp_path)


def test_the_countdown_runs_pauses_and_says_when_a_step_is_over(tmp_path: Path) -> None:
    room = over()
    now = [0.0]

    async def drive(pilot: Pilot[None]) -> None:
        await pilot.press("6")
        await settle(pilot)
        wash = pilot.app.screen.query_one(HotWash)
        wash.countdown.clock = lambda: now[0]
        length = wash.countdown.minutes[0]
        assert f"{length}:00 of {length}:00" in shown(pilot.app)
        await pilot.press("s")
        now[0] += 61
        wash.tick()
        await settle(pilot)
        assert f"{length - 2}:59" in shown(pilot.app)
        await pilot.press("s")
        now[0] += 500
        await settle(pilot)
        assert "paused" in shown(pilot.app)
        await pilot.press("s")
        now[0] += 60 * length
        wash.tick()
        await settle(pilot)
        assert "time is up" in shown(pilot.app)
        await pilot.press("n")
        await settle(pilot)
        assert wash.countdown.step == 1
        await pilot.press("p", "p")
        assert wash.countdown.step == 0

    run(Conference(room), drive, tmp_path)


@pytest.mark.parametrize("total", [15, 30, 35, 45])
def test_the_steps_fill_the_time(total: int) -> None:
    assert sum(minutes(total)) == total
    assert len(minutes(total)) == len(STEPS)


def test_the_debrief_takes_a_third_of_the_time() -> None:
    assert [usual_total(m) for m in (0, 20, 90, 400)] == [30, 15, 30, 45]


def test_a_clock_reads_like_a_clock() -> None:
    assert [reading(s) for s in (0, 61, -5, 599.6)] == ["0:00", "1:01", "+0:05", "10:00"]


def test_a_countdown_that_pauses_keeps_what_is_left() -> None:
    now = [10.0]
    count = Countdown([1, 2], lambda: now[0])
    count.toggle()
    now[0] += 20
    count.toggle()
    now[0] += 100
    assert count.left == 40
    count.go(9)
    assert count.step == 1
    assert count.left == 120
