"""What can be typed now: commands with examples made of ids that are really there, and reasons for what is not legal."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Final

import attrs

from exercise.engine.judge import judge
from exercise.engine.legal import legal_moves
from exercise.engine.moment import Moment
from exercise.engine.permission import barred
from exercise.engine.sheets import POINT
from exercise.engine.views import View
from exercise.model import moves as m
from exercise.model.events import FACILITATOR
from exercise.model.moves import make_move
from exercise.model.state import Rejection
from exercise.plain.language import ALIASES, MOVES, QUERIES
from exercise.plain.parse import verb_of, write
from exercise.plain.wrapping import pad, width, wrap

BLANK: Final = "..."
_LEFT: Final = 36
"""Columns that a line which could be typed may take beside what it does."""
OF_CONTROL: Final = frozenset({"msel", "dials", "findings", "go"})
_OF_PAPERS: Final = frozenset({"brief", "sheet", "cards", "value", "deals"})


def help_on(view: View, at: Moment, words: tuple[str, ...]) -> list[str]:
    if words:
        return _help_on_one(view, at, ALIASES.get(words[0].lower(), words[0].lower()))
    shown = examples(view, at)
    lines = ["You can do now (help COMMAND says more):"]
    lines += _rows((example, MOVES[verb].says) for verb, example in shown.items())
    lines += [] if shown else ["  nothing; wait for your turn"]
    lines.append("You can always ask:")
    return lines + _rows(asked for verb, asked in QUERIES.items() if concerns(view, verb))


def _rows(pairs: Iterable[tuple[str, str]]) -> list[str]:
    """What can be typed on the left and what it does on the right; what is too long on the left stands on its own line."""
    rows = list(pairs)
    column = max((width(left) for left, _ in rows if width(left) <= _LEFT), default=0) + 4
    lines: list[str] = []
    for left, right in rows:
        if width(left) > _LEFT:
            lines += wrap(left, "  ", "    ")
        first = " " * column if width(left) > _LEFT else pad(f"  {left}", column)
        lines += wrap(right, first, " " * column)
    return lines


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
        return [*lines, f"    now, for example: {example}", *_and_in_full(view, at, verb, example)]
    return lines + why_not(at, verb)


def _and_in_full(view: View, at: Moment, verb: str, example: str) -> list[str]:
    """What stands on the card of an example, and how the same is said in words of one's own."""
    cards = view.role.cards if view.role and verb == "argue" else ()
    card = next((card for card in cards if example == f"argue {card.id}"), None)
    if card is None:
        return []
    shown = wrap(f"your card {card.side} {card.option}: {card.text}", "        ", "        ")
    own = write(m.Argue(card.side, card.option, BLANK))
    return [*shown, f"    or in words of your own: {own}"]


def concerns(view: View, verb: str) -> bool:
    """Whether a question has an answer for this viewer."""
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
        held = view.state.positions.get(view.seat, {}).values()
        wishes = [m.Support("text")] if _bears_text(view, at) else []
        wishes += [m.Support(option) for option in liked if option not in held]
    elif isinstance(move, m.Propose) and liked:
        wishes = [m.Propose(tuple(liked[: len(move.options)])), m.Propose((liked[0],))]
    elif isinstance(move, m.Concede):
        wishes = [m.Concede(option) for option in _bearable(view, at)]
    elif isinstance(move, m.Oppose) and view.role is not None:
        wishes = [m.Oppose(red.option) for red in view.role.red_lines]
        if (text := at.proposal("text")) is not None and not _bears_text(view, at):
            wishes = [m.Oppose("text", option=worst) for worst in _worst(view, text.options)] + wishes
    return next((wish for wish in wishes if _accepted(at, wish)), move)


def _bears_text(view: View, at: Moment) -> bool:
    """Whether there is a text on the table which the viewer could sign."""
    text = at.proposal("text")
    if text is None or view.reservation is None:
        return False
    sheets = view.own.sheets
    red = sheets.red_lines.get(view.seat, frozenset())
    return not red & set(text.options) and sheets.utility(view.seat, text.options) / POINT >= view.reservation


def _worst(view: View, options: Iterable[str]) -> list[str]:
    """The option among these on which the viewer loses most."""
    if view.role is None:
        return []
    values = {option: value for line in view.role.sheet.values() for option, value in line.values.items()}
    return sorted((option for option in options if option in values), key=lambda option: values[option])[:1]


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
        return f"argue {move.text}"
    if isinstance(move, m.Replace | m.Second):
        return write(move)
    if getattr(move, "text", "") or MOVES[verb_of(move.kind)].needs_text:
        move = make_move(move.kind, {**attrs.asdict(move, recurse=False), "text": BLANK})
    return write(move)
