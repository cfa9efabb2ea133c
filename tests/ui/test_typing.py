"""The command bar: keys typed after `:` land in it, it says how a command is written, and completes what its usage asks for."""

import asyncio
from pathlib import Path

import pytest
from reaching import has_floor, reach
from seats import open_room, run, shown
from textual.events import Paste
from textual.pilot import Pilot

from exercise.model.events import FACILITATOR
from exercise.plain.language import Query
from exercise.ui.chair import Chair
from exercise.ui.completing import Completion, usage
from exercise.ui.conference import Conference
from exercise.ui.prose import Prose
from exercise.ui.reading import Reading


def completed(chair: Chair, line: str) -> str | None:
    completion = Completion()
    completion.glance = chair.look()
    return asyncio.run(completion.get_suggestion(line))


def test_a_line_is_completed_word_by_word() -> None:
    room = reach(open_room("KA=Ann"), lambda room: has_floor(room, "KA") and bool(room.state.focus))
    chair = Chair(room, "KA")
    first = room.game.table.issues[room.state.focus].options[0].id
    assert completed(chair, "arg") == "argue"
    assert completed(chair, "argue ") == f"argue {first}"
    assert completed(chair, f"argue {first} ") == f"argue {first} for"
    assert completed(chair, f"argue {first} for ") == f'argue {first} for "'
    assert completed(chair, f'argue {first} for "oil') is None
    assert completed(chair, "tell ") == "tell SCIRI"
    assert completed(chair, "vote ") == "vote yes"
    assert completed(chair, "deal SCIRI ") == "deal SCIRI give"
    assert completed(chair, "nonsense ") is None


def test_above_the_bar_stands_how_a_command_is_written_or_why_it_is_not_possible() -> None:
    room = open_room("KA=Ann")
    reach(room, lambda room: has_floor(room, "KA"))
    glance = Chair(room, "KA").look()
    assert usage(glance, "argue FED3").startswith("argue OPTION|ARGUMENT|CARD")
    assert "a ballot" in usage(glance, "vote") or usage(glance, "vote").startswith("Not now")
    assert "motion" in usage(glance, "m")
    assert usage(glance, "value").startswith("value OPTIONS")
    assert usage(glance, "") == usage(glance, "xyzzy") == ""


def test_the_screen_shows_the_usage_while_one_types_and_no_longer(tmp_path: Path) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        await pilot.press("colon", *"tell")
        await pilot.pause()
        assert "tell SEATS" in shown(pilot.app)
        await pilot.press("escape")
        await pilot.pause()
        assert "tell SEATS" not in shown(pilot.app)
        assert "You have the floor" in shown(pilot.app)

    run(Conference(open_room("KA=Ann")), drive, tmp_path)


def test_what_is_typed_right_after_the_colon_is_text_and_no_key(tmp_path: Path) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        conference = pilot.app.screen
        assert isinstance(conference, Conference)
        # The binding acts before the next key is looked at, so that a quick hand does not walk out of the hall.
        assert await pilot.app._check_bindings("colon", priority=True)
        assert conference.focused is conference.bar
        await pilot.press("escape")
        await pilot.pause()
        assert await pilot.app._check_bindings("slash", priority=True)
        assert conference.focused is conference.query_one("#search")
        await pilot.press("colon")
        assert conference.focused is conference.query_one("#search"), "a colon that is searched for is no key"

    run(Conference(open_room("KA=Ann")), drive, tmp_path)


def test_after_a_command_the_keys_work_again_and_a_refused_one_stays_to_be_mended(tmp_path: Path) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        conference = pilot.app.screen
        assert isinstance(conference, Conference)
        await pilot.press("colon", *"speak We are here.", "enter")
        await pilot.pause()
        assert conference.focused is conference.floor
        assert conference.bar.value == ""
        await pilot.press("colon", *"support NO9", "enter")
        await pilot.pause()
        assert conference.focused is conference.bar
        assert conference.bar.value == "support NO9"
        assert "Not possible" in shown(pilot.app)

    run(Conference(open_room("KA=Ann")), drive, tmp_path)


def test_a_dimmed_key_says_why(tmp_path: Path) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        await pilot.press("t")
        await pilot.pause()
        assert "Not now: there is no text on the table yet" in shown(pilot.app)

    run(Conference(open_room("KA=Ann")), drive, tmp_path)


def test_the_bar_answers_what_the_line_mode_answers() -> None:
    room = open_room("KA=Ann", facilitator="Cleo")
    control = Chair(room, FACILITATOR)
    for verb in ("msel", "dials", "findings"):
        assert not control.answer(Query(verb))[0].startswith("Nothing to say")
        assert Chair(room, "KA").answer(Query(verb)) == [f"{verb} is for the facilitator."]
    few, many = (Chair(room, "KA").answer(Query("log", (number,))) for number in ("1", "50"))
    assert 0 < len(few) < len(many)


def test_a_line_longer_than_its_field_is_seen_where_one_types(tmp_path: Path) -> None:
    words = "a sentence that goes on and on " * 5

    async def drive(pilot: Pilot[None]) -> None:
        await pilot.press("colon", *words, *"the end")
        await pilot.pause()
        assert "on and on the end" in shown(pilot.app)
        await pilot.press("escape", "a", "tab", *words, *"and here as well")
        await pilot.pause()
        assert "on and on and here as well" in shown(pilot.app)

    run(Conference(open_room("KA=Ann")), drive, tmp_path)


def test_all_lines_that_are_pasted_become_one(tmp_path: Path) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        conference = pilot.app.screen
        assert isinstance(conference, Conference)
        await pilot.press("colon", *"tell  here", *["left"] * 5)
        conference.bar.post_message(Paste("IAF first\r\n\r\n  second\x1b[31m\nthird"))
        await pilot.pause()
        assert conference.bar.value == "tell IAF first   second\ufffd[31m third here"

    run(Conference(open_room("KA=Ann")), drive, tmp_path)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
def test_an_answer_is_wrapped_for_the_window_that_it_stands_in(tmp_path: Path, size: tuple[int, int]) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        await pilot.press("colon", *"msel", "enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Reading)
        drawn = pilot.app.screen.query_one("#drawn", Prose)
        lines = str(drawn.render()).splitlines()
        assert "find a common gesture within two sessions" in " ".join(" ".join(lines).split())
        assert max(map(len, lines)) <= drawn.size.width
        assert all(line.startswith("  ") for line in lines), "what goes on is moved in"

    run(Conference(open_room(facilitator="Fay")), drive, tmp_path, size)
