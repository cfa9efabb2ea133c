"""The list that is drawn line by line: what is in sight at once, far jumps, more items, other widths."""

from collections.abc import Awaitable, Callable

from rich.style import Style
from seats import shown
from swift import swiftly
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from exercise.ui.line_view import AHEAD, FIRST, LineView, Run
from exercise.ui.panels.clock import LINE, _days

MANY = 20 * FIRST
View = LineView[int]


class Numbers(View):
    """Every third number takes two lines."""

    def lay_out(self, item: int, width: int) -> list[list[Run]]:
        lines = [[(f"number {item}.", "plain")]]
        return [*lines, [("and more", "plain")]] if item % 3 == 0 else lines

    def style_of(self, name: str) -> Style:
        return Style()


class Alone(App[None]):
    def compose(self) -> ComposeResult:
        yield Numbers(id="numbers")


def drive(steps: Callable[[Pilot[None], Numbers], Awaitable[None]]) -> None:
    async def whole() -> None:
        app = Alone()
        async with app.run_test(size=(30, 10)) as pilot:
            await pilot.pause()
            await steps(pilot, app.query_one(Numbers))

    swiftly(whole())


def numbers_in(pilot: Pilot[None]) -> list[str]:
    """What is in sight, without the scroll bar."""
    return [line[:20].strip() for line in shown(pilot.app).splitlines()]


def test_the_end_of_a_long_list_is_in_sight_before_all_of_it_is_laid_out() -> None:
    async def steps(pilot: Pilot[None], numbers: Numbers) -> None:
        numbers.show(range(MANY))
        await pilot.pause()
        assert f"number {MANY - 1}." in shown(pilot.app)

    drive(steps)


def test_a_list_is_shown_from_the_item_that_was_asked_for() -> None:
    async def steps(pilot: Pilot[None], numbers: Numbers) -> None:
        numbers.show(range(MANY), top=MANY // 2)
        await pilot.pause()
        assert shown(pilot.app).strip().startswith(f"number {MANY // 2}.")

    drive(steps)


def test_what_is_in_sight_stays_while_the_rest_is_laid_out() -> None:
    async def steps(pilot: Pilot[None], numbers: Numbers) -> None:
        numbers.show(range(MANY), top=MANY // 2)
        await pilot.pause()
        seen = numbers_in(pilot)
        while numbers._filling is not None:
            numbers._fill()
        await pilot.pause()
        assert numbers_in(pilot) == seen
        assert numbers.virtual_size.height > 2 * AHEAD

    drive(steps)


def test_the_cursor_goes_to_any_item_at_once() -> None:
    async def steps(pilot: Pilot[None], numbers: Numbers) -> None:
        numbers.show(range(MANY))
        await pilot.pause()
        for wanted in (0, MANY // 2, 7, MANY - 1):
            numbers.go_to(wanted)
            await pilot.pause()
            assert numbers.cursor == wanted
            assert f"number {wanted}." in shown(pilot.app)

    drive(steps)


def test_more_items_are_followed_at_the_end_and_only_there() -> None:
    async def steps(pilot: Pilot[None], numbers: Numbers) -> None:
        numbers.show(range(MANY))
        await pilot.pause()
        numbers.add(range(MANY, 2 * MANY))
        await pilot.pause()
        assert f"number {2 * MANY - 1}." in shown(pilot.app)
        numbers.go_to(0)
        await pilot.pause()
        numbers.add([2 * MANY])
        await pilot.pause()
        assert "number 0." in shown(pilot.app)

    drive(steps)


def test_another_width_keeps_the_place() -> None:
    async def steps(pilot: Pilot[None], numbers: Numbers) -> None:
        numbers.show(range(MANY), top=MANY // 2)
        await pilot.resize_terminal(50, 12)
        await pilot.pause()
        assert shown(pilot.app).strip().startswith(f"number {MANY // 2}.")

    drive(steps)


def test_what_was_asked_for_while_nothing_is_in_sight_is_there_when_it_is_seen_again() -> None:
    async def steps(pilot: Pilot[None], numbers: Numbers) -> None:
        numbers.visible = False
        numbers.show([])
        await pilot.pause(1)
        numbers.add(range(50))
        numbers.show(range(50), top=20)
        await pilot.pause(1)
        numbers.visible = True
        await pilot.resize_terminal(30, 9)
        await pilot.pause(1)
        assert shown(pilot.app).strip().startswith("number 20.")

    drive(steps)


def test_any_number_of_days_takes_a_line_that_fits() -> None:
    for final in (1, 14, 40, 10_000_000):
        for today in {0, 1, final // 2, final}:
            shown_days = "".join(text for text, _ in _days(0, today, final, 66))
            assert f"[{today}]" in shown_days
            assert len(shown_days) <= max(74, LINE + 20)
