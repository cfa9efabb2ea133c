"""What each side got and gave, in public terms: what it first went on record for, and what came of it."""

from collections.abc import Mapping, Sequence

from textual.content import Content

from exercise.engine.game import Game
from exercise.model.events import Event
from exercise.model.state import State
from exercise.model.text import printable
from exercise.plain.narration import name, thing
from exercise.review.history import first_positions
from exercise.ui.prose import hanging


def balance(game: Game, state: State, heard: Sequence[Event], width: int) -> Content:
    """A block for each party. Private scores are not touched here."""
    asked = first_positions(heard)
    blocks = [
        Content.styled(
            "What each side first asked for in public, beside what came of it. What that was worth to it is its own matter.",
            "$muted",
        )
    ]
    for seat in game.table.parties:
        first, last = asked.get(seat, {}), state.positions.get(seat, {})
        lines = [
            hanging(*_line(game, state, issue, first, last), width, 16)
            for issue in state.issues
            if issue in first or issue in state.agreed
        ]
        got = sum(first.get(issue) == option for issue, option in state.agreed.items())
        gave = sum(issue in first and first[issue] != option for issue, option in state.agreed.items())
        tally = (
            f"got {got}, gave {gave} of {len(state.agreed)} settled"
            if state.agreed
            else f"moved on {_moved(first, last)} of {len(first)}, nothing was settled"
            if first
            else "nothing was settled"
        )
        vote = _vote(state, seat)
        head = Content.assemble(
            (printable(name(game, seat), lines=False), "bold $accent"), (f"   {tally}{vote}", "$muted")
        )
        blocks.append(Content("\n").join([head, *lines] if lines else [head, Content("  never went on record")]))
    return Content("\n\n").join(blocks)


def _moved(first: Mapping[str, str], last: Mapping[str, str]) -> int:
    return sum(last.get(issue, option) != option for issue, option in first.items())


def _vote(state: State, seat: str) -> str:
    final = state.final
    if final is None:
        return ""
    words = {"yes": final.yes, "no": final.no, "abstained": final.abstain, "absent": final.absent}
    return next((f"; final vote: {word}" for word, seats in words.items() if seat in seats), "")


def _line(
    game: Game, state: State, issue: str, first: Mapping[str, str], last: Mapping[str, str]
) -> tuple[Content, str]:
    asked, result = first.get(issue, ""), state.agreed.get(issue, "")
    if not result:
        now = last.get(issue, asked)
        if now == asked:
            return _row(issue, "=", "stayed", "$muted", f"at {_thing(game, asked)}; not settled")
        return _row(
            issue,
            "~",
            "moved",
            "$warning",
            f"from {_thing(game, asked)} to {_thing(game, now) or 'nothing'}; not settled",
        )
    if not asked:
        return _row(issue, "·", "took", "$muted", f"{_thing(game, result)}; had asked for nothing")
    if asked == result:
        return _row(issue, "★", "got", "$success", _thing(game, result))
    return _row(
        issue,
        "~",
        "gave",
        "$warning",
        f"asked for {_thing(game, asked)}, the result is {_thing(game, result)}{_steps(game, issue, asked, result)}",
    )


def _row(issue: str, mark: str, word: str, style: str, text: str) -> tuple[Content, str]:
    return Content.assemble((f"  {mark} {word:<7}", style), (f"{issue:<5}", "bold")), text


def _thing(game: Game, option: str) -> str:
    return printable(thing(game, option), lines=False) if option else ""


def _steps(game: Game, issue: str, asked: str, result: str) -> str:
    options = [option.id for option in game.table.issues[issue].options]
    steps = abs(options.index(asked) - options.index(result))
    return f", {steps} step{'s' if steps != 1 else ''} away"
