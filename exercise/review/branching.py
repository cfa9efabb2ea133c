"""Commands about branches: play on otherwise from here, the tree of branches, and a branch beside its parent."""

from pathlib import Path

from exercise.model.text import printable
from exercise.plain.ids import find
from exercise.plain.wrapping import wrap
from exercise.review.branch import Twig, branch, tree
from exercise.review.desk import open_desk
from exercise.review.parting import told_parting
from exercise.review.standpoint import AskError, Standpoint
from exercise.review.stepping import Words


def begin(here: Standpoint, words: Words) -> list[str]:
    """A new transcript from here, with seats in other hands where they are named: `KA=Ann`, `KA=bot:trader`."""
    if not here.at:
        raise AskError("nothing has happened yet here; go to the event after which it should go on otherwise")
    players = {}
    for word in words:
        seat, sign, who = word.partition("=")
        if not sign or not who:
            raise AskError(
                f"branch takes seats and who plays them, such as {next(iter(here.desk.game.table.seats))}=Ann"
            )
        named = find(seat, here.desk.game.table.seats) or seat.upper()
        players[named] = who if who.startswith(("bot", "human:")) else f"human:{who}"
    path, shared = branch(here.desk.path, here.at, players=players)
    return [f"Branched after event {shared}: {path}", f"Play on with: exercise resume {path}"]


def told_tree(path: Path) -> list[str]:
    """The transcripts that branched off each other, from the root of the tree that a transcript belongs to."""
    return _told(tree(path), path.name, 0)


def _told(twig: Twig, here: str, depth: int) -> list[str]:
    seen = twig.glimpse
    since = f" after event {seen.parent_event}" if depth else ""
    state = "over" if seen.over else f"day {seen.day}"
    mark = "  < this one" if seen.path.name == here else ""
    text = printable(f"{seen.path.name}{since}: {seen.events:,} events, {state}{mark}", lines=False)
    indent = "  " * depth
    return [
        *wrap(text, indent, f"{indent}    "),
        *(line for each in twig.branches for line in _told(each, here, depth + 1)),
    ]


def show_tree(here: Standpoint, words: Words) -> list[str]:
    """This transcript and its branches."""
    lines = told_tree(here.desk.path)
    return (
        lines if len(lines) > 1 else [*lines, "It has no branches yet; branch begins one at the event where you are."]
    )


def compare(here: Standpoint, words: Words) -> list[str]:
    """This transcript beside its parent, or beside another one."""
    parent = here.desk.game.setup.parent
    if not words and not parent:
        raise AskError("this transcript branched off no other one; compare FILE sets it beside another")
    named = Path(words[0]) if words else here.desk.path.with_name(Path(parent).name)
    other = named if named.exists() else here.desk.path.with_name(named.name)
    if not other.exists():
        raise AskError(f"there is no transcript {named}")
    there = open_desk(other)
    if not here.open or not there.over:
        raise AskError("what came of an exercise is open when it is over; look with as facilitator")
    return told_parting(here.desk, there)
