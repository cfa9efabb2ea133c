"""The set-up: who plays what, what is remembered, what is refused, and how the doors open."""

import json
from pathlib import Path

import pytest
from seats import Drive, burst, interface, run, shown, table
from swift import swiftly
from textual.pilot import Pilot
from textual.widgets import Input
from waiting import until, until_shown

from exercise.content import scenario_files
from exercise.model.setup import Setup
from exercise.ui.conference import Conference
from exercise.ui.pick import Pick, PickSeveral
from exercise.ui.plan import Plan
from exercise.ui.preferences import Preferences
from exercise.ui.setup import SetUp
from exercise.ui.setup_rows import seat_row

IRAQ = scenario_files()["iraq-2006"]
HOSTILE = ("[/", "[b", "\x1b[2J", "x" * 10_000, "\u202eمرحبا")


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "transcripts").mkdir()
    monkeypatch.chdir(tmp_path)


def run_with_memory(first: SetUp, drive: Drive, folder: Path) -> None:
    """Run with the preferences that were saved before."""
    app = interface(first, folder)
    app.preferences = Preferences.load(folder / "interface.json")

    async def whole() -> None:
        async with app.run_test(size=(80, 24)) as pilot:
            await drive(pilot)

    swiftly(whole())


async def ready(pilot: Pilot[None]) -> SetUp:
    setup = pilot.app.screen
    assert isinstance(setup, SetUp)
    await until(pilot, lambda: setup.plan is not None and setup.seats.highlighted is not None)
    return setup


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
def test_a_seat_is_taken_by_name_and_the_doors_open(tmp_path: Path, size: tuple[int, int]) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        await ready(pilot)
        assert "Nobody plays yet" in shown(pilot.app)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Pick))
        await pilot.press(*"Ann", "enter")
        await until_shown(pilot, "Ann plays KA")
        await pilot.press("down", "x", "down", "b", "s")
        await until(pilot, lambda: isinstance(pilot.app.screen, Conference))
        conference = pilot.app.screen
        assert isinstance(conference, Conference)
        players = conference.room.game.setup.players
        assert players["KA"] == "human:Ann"
        assert players["SCIRI"] == "absent"
        assert players["DAWA"] == "bot:follower"
        assert len(list((tmp_path / "transcripts").glob("*.jsonl"))) == 1

    run(SetUp(IRAQ), drive, tmp_path, size)
    kept = json.loads((tmp_path / "interface.json").read_text(encoding="utf-8"))["setups"]["iraq-2006"]
    assert kept["players"]["KA"] == "human:Ann"


@pytest.mark.parametrize("listed", [0, 2])
def test_a_name_that_comes_in_one_burst_is_whole(tmp_path: Path, listed: int) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        setup = await ready(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Pick))
        await pilot.press(*["down"] * listed)
        burst(pilot, "Zoë Ann\r")
        await until(pilot, lambda: pilot.app.screen is setup)
        assert setup.plan is not None
        assert setup.plan.players["KA"] == "human:Zoë Ann"
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Pick))
        await pilot.press(*"Bo", "shift+tab", *"Al", "enter")
        await until(pilot, lambda: setup.plan is not None and setup.plan.players["KA"] == "human:Al")

    run(SetUp(IRAQ), drive, tmp_path)


def test_settings_are_changed_by_arrows_and_by_typing(tmp_path: Path) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        setup = await ready(pilot)
        plan = setup.plan
        assert plan is not None
        await pilot.press("tab", "down", "down", "right")
        assert plan.facilitator == "guest"
        await pilot.press("left")
        assert plan.facilitator == ""
        await pilot.press("down", "right")
        assert plan.deck not in ("", plan.scenario.deck)
        await pilot.press("down", "right")
        assert plan.shift == 2
        await pilot.press("enter", "tab")
        pilot.app.screen.query_one(Input).value = "11"
        await pilot.press("enter")
        await until_shown(pilot, "from -10 to 10")
        pilot.app.screen.query_one(Input).value = "1,5"
        await pilot.press("enter")
        await until(pilot, lambda: plan.shift == 1.5)
        await until_shown(pilot, "+1.5 points")
        await pilot.press("down", "right")
        assert plan.red_lines == "warn"
        await pilot.press("down", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, PickSeveral))
        await pilot.press("space", "enter")
        await until(pilot, lambda: len(plan.issues) == 1)
        await pilot.press("down", "right", "right", "down", "right")
        assert (plan.seed, plan.pace) == (3, 15)
        await pilot.press("r")
        assert setup.plan == Plan.fresh(plan.scenario)

    run(SetUp(IRAQ), drive, tmp_path, (120, 40))


def test_enter_on_a_person_takes_the_name_that_stands_there(tmp_path: Path) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        setup = await ready(pilot)
        await pilot.press("enter", "enter")
        await until_shown(pilot, "guest plays KA")
        await pilot.press("down", "enter")
        pilot.app.screen.query_one(Input).value = " "
        await pilot.press("enter")
        await until_shown(pilot, "Type a name")
        await pilot.press(*"Ben", "enter")
        await until(pilot, lambda: setup.plan is not None and setup.plan.players["SCIRI"] == "human:Ben")

    run(SetUp(IRAQ), drive, tmp_path)


def test_the_facilitator_has_a_name(tmp_path: Path) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        setup = await ready(pilot)
        await pilot.press("tab", "down", "down", "enter", "down", *"Cleo", "enter")
        await until(pilot, lambda: setup.plan is not None and setup.plan.facilitator == "Cleo")
        await until_shown(pilot, "Cleo runs the exercise")

    run(SetUp(IRAQ), drive, tmp_path)


def test_what_was_given_stands_there_and_what_was_remembered_comes_back(tmp_path: Path) -> None:
    given = Setup(seed=42, players={"DAWA": "human:Bea"}, pace=30)

    async def drive(pilot: Pilot[None]) -> None:
        setup = await ready(pilot)
        assert setup.plan is not None
        assert (setup.plan.seed, setup.plan.pace, setup.plan.players["DAWA"]) == (42, 30, "human:Bea")
        await pilot.press("s")
        await until(pilot, lambda: isinstance(pilot.app.screen, Conference))

    async def again(pilot: Pilot[None]) -> None:
        setup = await ready(pilot)
        assert setup.plan is not None
        assert (setup.plan.seed, setup.plan.players["DAWA"]) == (42, "human:Bea")

    run(SetUp(IRAQ, given), drive, tmp_path)
    run_with_memory(SetUp(IRAQ), again, tmp_path)


def test_damaged_memories_are_dropped() -> None:
    scenario = table().scenario
    kept = {
        "players": {"KA": "human:", "SCIRI": "bot:angel", "DAWA": 7, "SADR": "human:\x1b[2J", "NOBODY": "absent", "IAF": "human:Zoe"},
        "deck": "none such", "shift": "NaN", "red_lines": [], "seed": -1, "pace": True, "issues": {"KRK": 1}, "facilitator": None,
    }  # fmt: skip
    plan = Plan.remembered(scenario, kept)
    fresh = Plan.fresh(scenario)
    assert plan.players.pop("IAF") == "human:Zoe"
    fresh.players.pop("IAF")
    assert plan == fresh


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_names_are_shown_as_what_they_are(tmp_path: Path, text: str) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        await ready(pilot)
        await pilot.press("enter", "tab")
        pilot.app.screen.query_one(Input).value = text
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("s")
        await until(pilot, lambda: isinstance(pilot.app.screen, Conference))
        assert "\x1b" not in shown(pilot.app)
        assert "\u202e" not in shown(pilot.app)

    run(SetUp(IRAQ), drive, tmp_path)


def test_the_variant_is_told_from_its_row_and_the_arrows_change_it(tmp_path: Path) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        setup = await ready(pilot)
        assert "iraq-2006: The" in shown(pilot.app)
        await pilot.press("tab", "home", "right")
        await until(pilot, lambda: setup.plan is not None and setup.plan.scenario.id == "iraq-2007")
        await until_shown(pilot, "iraq-2007: The")
        await pilot.press("enter")
        await until_shown(pilot, "iraq-2007: The fourteen-day conference, August 2007")
        await pilot.press("up", "enter")
        await until(pilot, lambda: setup.plan is not None and setup.plan.scenario.id == "iraq-2006")

    run(SetUp(IRAQ), drive, tmp_path)


def test_rows_fit_after_the_window_was_made_smaller(tmp_path: Path) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        setup = await ready(pilot)
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        await pilot.pause()
        for rows in (setup.seats, setup.settings):
            assert rows.virtual_size.height == rows.option_count

    run(SetUp(IRAQ), drive, tmp_path, (120, 33))


def test_a_scenario_with_errors_says_where_and_cannot_be_started(tmp_path: Path) -> None:
    bad = tmp_path / "broken.yaml"
    bad.write_text("id: broken\ntitle: Broken\nstages: []\n", encoding="utf-8")

    async def drive(pilot: Pilot[None]) -> None:
        await until_shown(pilot, "Problems of this scenario")
        assert "broken.yaml:" in shown(pilot.app)
        await pilot.press("s")
        await pilot.pause()
        assert isinstance(pilot.app.screen, SetUp)

    run(SetUp(bad), drive, tmp_path, (120, 40))


def test_a_transcript_that_exists_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "there.jsonl"
    path.write_text("precious", encoding="utf-8")

    async def drive(pilot: Pilot[None]) -> None:
        await ready(pilot)
        await pilot.press("p", "s")
        await until_shown(pilot, "overwritten")

    run(SetUp(IRAQ, transcript=path), drive, tmp_path, (120, 40))
    assert path.read_text(encoding="utf-8") == "precious"


def test_reset_forgets_the_last_settings(tmp_path: Path) -> None:
    Preferences(tmp_path / "interface.json", setups={"iraq-2006": {"seed": 9}}).save()

    async def drive(pilot: Pilot[None]) -> None:
        setup = await ready(pilot)
        assert setup.plan is not None
        assert setup.plan.seed == 9
        await pilot.press("r")
        assert setup.plan.seed == 1

    run_with_memory(SetUp(IRAQ), drive, tmp_path)
    assert "iraq-2006" not in (tmp_path / "interface.json").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("player", "width", "says"),
    [
        ("bot:hard-liner", 38, "· SADR   Sadrist movement hard-liner"),
        ("bot:hard-liner", 60, "· SADR   Sadrist movement                  bot, hard-liner"),
        ("human:Annabella Cavendish", 38, "● SADR   Sadrist movement Annabella…"),
        ("absent", 38, "○ SADR   Sadrist movement absent"),
    ],
)
def test_a_row_of_the_seats_shows_its_name_whole_where_it_can(player: str, width: int, says: str) -> None:
    seat = next(seat for seat in table().scenario.seats if seat.id == "SADR")
    row = seat_row(seat, player, width)
    assert row.plain == says
    assert row.cell_length <= width
