"""Charts: a picture first, numbers on request, only what the seat may see, and words where there is nothing."""

from pathlib import Path

import pytest
from seats import open_room, run, shown
from textual.color import Color
from textual.pilot import Pilot
from textual.theme import Theme

from exercise.review.history import Line
from exercise.ui.charts import Charts, figures, hue_of, legend, marks
from exercise.ui.conference import Conference
from exercise.ui.themes import THEMES

SIZES = [(60, 20), (80, 24), (120, 40)]


async def settle(pilot: Pilot[None]) -> None:
    for _ in range(3):
        await pilot.pause()


@pytest.mark.parametrize("size", SIZES)
def test_the_facilitator_sees_dials_support_and_distance(tmp_path: Path, size: tuple[int, int]) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        await pilot.press(*["space"] * 9, "h")
        await settle(pilot)
        assert isinstance(pilot.app.screen, Charts)
        assert "less is better" in shown(pilot.app)
        assert "Violence" in shown(pilot.app)
        await pilot.press("right")
        await settle(pilot)
        assert "Trust" in shown(pilot.app)
        await pilot.press("2")
        await settle(pilot)
        assert "for each option" in shown(pilot.app)
        assert "FED Powers of the centre, the regions and the" in shown(pilot.app)
        assert " 1 of 5" in shown(pilot.app)
        await pilot.press("right")
        await settle(pilot)
        assert " 2 of 5" in shown(pilot.app)
        await pilot.press("3")
        await settle(pilot)
        assert "How far apart" in shown(pilot.app)
        assert all(len(line) <= size[0] for line in shown(pilot.app).splitlines())
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(pilot.app.screen, Conference)

    run(Conference(open_room(facilitator="Fay")), drive, tmp_path, size)


def test_the_numbers_come_on_request_and_go_again(tmp_path: Path) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        await pilot.press(*["space"] * 9, "h", "n")
        await settle(pilot)
        screen = shown(pilot.app)
        assert "Day " in screen
        assert "70" in screen
        assert not pilot.app.screen.query_one("#picture").display
        await pilot.press("n")
        await settle(pilot)
        assert pilot.app.screen.query_one("#picture").display

    run(Conference(open_room(facilitator="Fay")), drive, tmp_path)


def test_a_delegate_sees_no_dials_and_is_told_where_there_is_nothing_yet(tmp_path: Path) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        await pilot.press("h")
        await settle(pilot)
        assert "is on record on" in shown(pilot.app)
        await pilot.press("1")
        await settle(pilot)
        assert "Only the facilitator sees the dials." in shown(pilot.app)
        assert "Violence" not in shown(pilot.app)
        await pilot.press("3")
        await settle(pilot)
        assert "No two parties" in shown(pilot.app)
        await pilot.press("question_mark")
        await settle(pilot)
        assert "Lines over the days" in shown(pilot.app)

    run(Conference(open_room("KA=Ann")), drive, tmp_path)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_lines_and_words_of_fields_stand_out_from_their_ground(theme: Theme) -> None:
    assert theme.surface
    for number in range(7):
        assert _contrast(Color(*hue_of(number, theme.dark)), Color.parse(theme.surface)) >= 3
    assert theme.panel
    assert _contrast(Color.parse(theme.variables["muted"]), Color.parse(theme.panel)) >= 4


def _contrast(one: Color, other: Color) -> float:
    """The contrast of two colours as the guidelines for readable pages count it."""

    def light(colour: Color) -> float:
        parts = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2] + 0.05

    low, high = sorted((light(one), light(other)))
    return high / low


def test_lines_that_meet_have_their_letters_beside_each_other() -> None:
    days = range(15)
    lines = [Line(name, name.title(), (25.0,) * 15) for name in ("calm", "trust", "hope", "order", "reach", "grip")]
    columns = [round(4.8 * x) for number, line in enumerate(lines) for x, _ in marks(days, line, False, number, 6)]
    assert len(columns) == len(set(columns)) >= 12
    steps = [Line(f"X{n}", f"Option {n}", (2.0,) * 15) for n in range(6)]
    columns = [round(4.5 * x) for number, line in enumerate(steps) for x, _ in marks(days, line, True, number, 6)]
    assert len(columns) == len(set(columns)) >= 6


def test_a_letter_stands_on_its_line() -> None:
    rising = Line("calm", "Calm", (None, 10.0, 20.0, 40.0))
    for x, value in marks(range(4), rising, False, 2, 5):
        assert 1 <= x <= 3
        assert value == pytest.approx(10 * x if x <= 2 else 20 * (x - 1))
    late = Line("calm", "Calm", (None, None, None, 40.0))
    assert marks(range(4), late, False, 0, 1) == [(3, 40.0)]


def test_the_numbers_of_every_line_fit_and_are_named() -> None:
    lines = [Line(f"dial_{n}", f"A dial with a long name, number {n}", (50.0, 49.5)) for n in range(8)]
    told = figures((0, 1), lines).plain.splitlines()
    assert all(len(line) <= 76 for line in told)
    assert told[2].split() == ["1", *["49.5"] * 8]
    assert told[-1].split(maxsplit=1) == ["h", "A dial with a long name, number 7"]


@pytest.mark.parametrize(("count", "rows"), [(6, 6), (13, 7)])
def test_many_names_stand_in_two_columns(count: int, rows: int) -> None:
    lines = [
        Line(f"IS{n}", "An issue with a rather long title, longer than half a window", (50.0,)) for n in range(count)
    ]
    told = legend(lines, 120 if count == 6 else 76).plain.splitlines()
    assert len(told) == rows
    assert all(len(line) <= 120 for line in told)
