"""The outcome as a page: its name, what was agreed, and who voted how."""

from textual.content import Content

from exercise.engine.flow import dropped
from exercise.engine.game import Game
from exercise.findings.assessment import Assessment
from exercise.model.state import State, Verdict
from exercise.model.text import printable
from exercise.plain.ending import HONESTY
from exercise.plain.narration import name, thing
from exercise.ui.prose import hanging

_VOTES = (
    ("yes", "for", "+", "$success"),
    ("no", "against", "−", "$error"),
    ("abstain", "abstaining", "·", "$muted"),
    ("absent", "absent", "«", "$muted"),
)


def outcome(game: Game, state: State, result: Assessment, width: int) -> Content:
    """The first thing that everybody sees."""
    blocks = [
        Content.assemble(
            (printable(result.outcome.name, lines=False), "bold $accent"), "\n", printable(result.outcome.text)
        ),
    ]
    agreed = [
        hanging(Content.assemble(("★ ", "$success"), (f"{issue}  ", "bold")), thing(game, option), width, 7)
        for issue, option in state.agreed.items()
    ]
    blocks.append(
        Content("\n").join([Content.styled("Agreed", "bold"), *agreed])
        if agreed
        else Content.styled("Nothing was agreed.", "bold")
    )
    if state.role_option:
        blocks.append(
            Content.assemble(
                ("The international role  ", "bold"), printable(thing(game, state.role_option), lines=False)
            )
        )
    if state.final is not None:
        blocks.append(_vote(game, state.final, width))
    made = len(state.arguments)
    blocks.append(
        Content(
            f"The debate had {made} argument{'s' if made != 1 else ''}, of which {len(dropped(state))} were never answered."
        )
    )
    blocks.append(Content.styled(HONESTY, "$muted"))
    return Content("\n\n").join(blocks)


def _vote(game: Game, vote: Verdict, width: int) -> Content:
    lines = [
        Content.assemble(
            ("The final vote: ", "bold"), ("carried", "$success") if vote.passed else ("not carried", "$error")
        )
    ]
    lines += [
        hanging(Content.styled(f"  {option:<6}", "$muted"), game.table.title(option), width, 8)
        for option in vote.options
    ]
    lines.append(Content(""))
    for kind, word, mark, style in _VOTES:
        seats: tuple[str, ...] = getattr(vote, kind)
        if seats:
            who = ", ".join(printable(name(game, seat), lines=False) for seat in seats)
            lines.append(hanging(Content.styled(f"  {mark} {len(seats)} {word}  ", f"bold {style}"), who, width, 18))
    return Content("\n").join(lines)
