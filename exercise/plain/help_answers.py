"""What can be typed now: commands with examples made of ids that are really there, and reasons for what is not legal."""

from difflib import get_close_matches
from typing import Final

import attrs

from exercise.engine.judge import judge
from exercise.engine.legal import legal_moves
from exercise.engine.moment import Moment
from exercise.engine.permission import barred
from exercise.engine.views import View
from exercise.model import moves as m
from exercise.model.events import FACILITATOR
from exercise.model.moves import make_move
from exercise.model.state import Rejection
from exercise.plain.language import ALIASES, MOVES, QUERIES
from exercise.plain.parse import verb_of, write
from exercise.plain.wrapping import wrap

BLANK: Final = "..."
OF_CONTROL: Final = frozenset({"msel", "dials", "findings", "go"})
_OF_PAPERS: Final = frozenset({"brief", "sheet", "cards", "value", "deals"})


def help_on(view: View, at: Moment, words: tuple[str, ...]) -> list[str]:
    if words:
        return _help_on_one(view, at, ALIASES.get(words[0].lower(), words[0].lower()))
    shown = examples(view, at)
    lines = ["You can do now (help COMMAND says more):"]
    lines += [f"  {verb:<11} {MOVES[verb].says:<29} {example}" for verb, example in shown.items()]
    lines += [] if shown else ["  nothing; wait for your turn"]
    lines.append("You can always ask:")
    return lines + [f"  {usage:<27} {says}" for verb, (usage, says) in QUERIES.items() if _concerns(view, verb)]


def _help_on_one(view: View, at: Moment, verb: str) -> list[str]:
    if verb in QUERIES:
        usage, says = QUERIES[verb]
        return [usage, f"    {says}"]
    if verb not in MOVES:
        near = get_close_matches(verb, [*MOVES, *QUERIES], n=1)
        return [f"There is no command {verb}" + (f"; did you mean {near[0]}?" if near else "; help lists them.")]
    lines = [MOVES[verb].usage, f"    {MOVES[verb].says}"]
    if verb == "motion":
        lines += [f"    motion {motion}: {says}" for motion, says in m.MOTIONS.items()]
    if example := examples(view, at).get(verb):
        return [*lines, f"    now, for example: {example}"]
    return lines + why_not(at, verb)


def _concerns(view: View, verb: str) -> bool:
    if view.seat == FACILITATOR:
        return verb not in _OF_PAPERS
    if verb in ("sheet", "value") and (view.role is None or not view.role.sheet):
        return False
    return verb not in OF_CONTROL and (verb != "cards" or bool(view.role and view.role.cards))


def why(view: View, at: Moment, words: tuple[str, ...]) -> list[str]:
    lines = wrap(f"Legal now: {', '.join(legal_verbs(at)) or 'nothing'}.")
    for word in words:
        lines += why_not(at, ALIASES.get(word.lower(), word.lower()))
    return lines


def why_not(at: Moment, verb: str) -> list[str]:
    """Why a command is not possible now, or that it is."""
    kinds = {verb_of(kind): kind for kind in m.MOVES}
    if verb not in kinds:
        return [f"{verb} only asks; it is always possible." if verb in QUERIES else f"There is no command {verb}."]
    if verb in legal_verbs(at):
        return [f"{verb} is legal: {MOVES[verb].usage}"]
    refused = barred(at, kinds[verb])
    return wrap(f"{verb}: not now, {refused.reason if refused else 'there is nothing to do it with'}.")


def legal_verbs(at: Moment) -> list[str]:
    """The command words that are legal for a seat now."""
    return [verb_of(move.kind) for move in legal_moves(at)]


def examples(view: View, at: Moment) -> dict[str, str]:
    """For every legal command one line that the rules would accept, in the order of the command list."""
    return {verb_of(move.kind): _written(better(view, at, move)) for move in legal_moves(at)}


def better(view: View, at: Moment, move: m.Move) -> m.Move:
    """The example that suits the seat: its own cards, and options that it likes."""
    liked = _liked(view, at)
    wishes: list[m.Move] = []
    if isinstance(move, m.Argue) and view.role is not None:
        said = {a.text for a in view.state.arguments.values() if a.seat == view.seat}
        unsaid = [card for card in view.role.cards if card.text not in said]
        unsaid.sort(key=lambda card: at.game.table.issue_of.get(card.option) != view.state.focus)
        wishes = [m.Argue(card.side, card.option, card.id) for card in unsaid]
    elif isinstance(move, m.Support):
        wishes = [m.Support(option) for option in liked]
    elif isinstance(move, m.Propose) and liked:
        wishes = [m.Propose(tuple(liked[: len(move.options)])), m.Propose((liked[0],))]
    elif isinstance(move, m.Concede):
        wishes = [m.Concede(option) for option in _bearable(view, at)]
    elif isinstance(move, m.Oppose) and view.role is not None:
        wishes = [m.Oppose(red.option) for red in view.role.red_lines]
    return next((wish for wish in wishes if _accepted(at, wish)), move)


def _liked(view: View, at: Moment) -> list[str]:
    """For each issue that can be bargained over, the option that the seat's sheet likes best; the issue in debate first."""
    if view.role is None:
        return []
    sheets = [(issue, view.role.sheet[issue].values) for issue in at.issues if issue in view.role.sheet]
    sheets.sort(key=lambda pair: pair[0] != view.state.focus)
    return [max(values, key=lambda option: values[option]) for _, values in sheets if values]


def _bearable(view: View, at: Moment) -> list[str]:
    """For each issue, the option that comes after the one that the seat likes best."""
    if view.role is None:
        return []
    sheets = [view.role.sheet[issue].values for issue in at.issues if issue in view.role.sheet]
    return [sorted(values, key=lambda option: values[option])[-2] for values in sheets if len(values) > 1]


def _accepted(at: Moment, move: m.Move) -> bool:
    return not isinstance(judge(at, m.Command(at.seat, move)), Rejection)


def _written(move: m.Move) -> str:
    """The line for a move, with a blank where somebody's own words belong; a card stands for its text."""
    if isinstance(move, m.Argue) and " " not in move.text:
        return f"argue {move.target} {move.side} {move.text}"
    if isinstance(move, m.Replace | m.Second):
        return write(move)
    if getattr(move, "text", "") or MOVES[verb_of(move.kind)].needs_text:
        move = make_move(move.kind, {**attrs.asdict(move, recurse=False), "text": BLANK})
    return write(move)
