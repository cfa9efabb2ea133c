"""Searching the floor: what is found is marked, also without colour, and a search that goes nowhere says so."""

from pathlib import Path

from seats import open_room, run, shown
from textual.pilot import Pilot

from exercise.ui.conference import Conference
from exercise.ui.finding import FOUND, marked


def test_words_are_marked_in_their_line_and_where_a_line_breaks_between_them() -> None:
    lines = [[("We take ", "who"), ("Oil and", "speech")], [("  ", "plain"), ("gas", "speech")]]
    assert marked(lines, "oil  AND gas") == [
        [("We take ", "who"), ("Oil and", f"speech{FOUND}")],
        [("  ", "plain"), ("gas", f"speech{FOUND}")],
    ]
    assert marked([[("an oily oil", "speech")]], "oil") == [
        [("an ", "speech"), ("oil", f"speech{FOUND}"), ("y ", "speech"), ("oil", f"speech{FOUND}")]
    ]
    assert marked([[("a (b", "speech")]], "(b") == [[("a ", "speech"), ("(b", f"speech{FOUND}")]]


def reversed_text(conference: Conference) -> str:
    strips = [conference.floor.render_line(y) for y in range(conference.floor.size.height)]
    return " ".join(s.text for strip in strips for s in strip if s.style and s.style.reverse)


def test_found_words_are_reversed_and_a_second_enter_goes_on_or_says_why_not(tmp_path: Path) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        conference = pilot.app.screen
        assert isinstance(conference, Conference)
        await pilot.press("colon", *"speak the zebra stays", "enter")
        await pilot.pause()
        await pilot.press("slash", *"zebra", "enter")
        await pilot.pause()
        assert reversed_text(conference) == "zebra"
        await pilot.press("enter")
        await pilot.pause()
        assert "No other entry holds these words." in shown(pilot.app)
        await pilot.press("escape")
        await pilot.pause()
        assert reversed_text(conference) == ""
        await pilot.press("slash", *"the", "enter")
        first = conference.floor.at
        await pilot.press("enter")
        assert conference.floor.at != first
        await pilot.press(*"xyz", "enter")
        await pilot.pause()
        assert "Nobody said that." in shown(pilot.app)

    run(Conference(open_room("KA=Ann")), drive, tmp_path)
