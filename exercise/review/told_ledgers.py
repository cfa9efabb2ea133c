"""The ledgers of an exercise as lines of text: concessions, speech, side deals, the flow of the debate, citations."""

from collections.abc import Sequence
from typing import Final

from exercise.engine.game import Game
from exercise.model.events import Event
from exercise.plain.narration import agreeing, name, things, topic
from exercise.plain.wrapping import pad, width, wrap
from exercise.review.debate import Said, citations, flow, questions
from exercise.review.ledger import followers, moves, promises, speeches
from exercise.review.telling import row

_PAIRS: Final = 6
"""Pairs of speakers that are told, those that followed each other most."""
_PROOF: Final = 6
"""Events that are named as proof of a promise kept or broken."""
_INDENT: Final = 4
_DEEPEST: Final = 5
"""Levels of answers that are moved in; further ones stand below each other."""


def told_moves(game: Game, events: Sequence[Event]) -> list[str]:
    """The ledger of concessions: who moved from what to what, how, and after whose words."""
    known = {event.n: event for event in events}
    lines = []
    for move in moves(game, events):
        after = known.get(move.after)
        before = f"; before it, {name(game, after.seat)} spoke to it ({after.n})" if after is not None else ""
        text = f"{name(game, move.seat)}: {move.issue} from {move.old} to {move.new} ({move.cause}){before}"
        lines += row(move.n, text)
    return lines or ["Nobody moved."]


def told_speech(game: Game, events: Sequence[Event]) -> list[str]:
    """Who spoke how much, who speaks after whom most, and which questions were never answered."""
    said = speeches(game, events)
    words = sum(speech.words for speech in said) or 1
    room = max((width(name(game, speech.seat)) for speech in said), default=0)
    lines = [f"{pad('', room)}  turns   words   share  minutes"]
    for speech in said:
        share = speech.words / words
        bar = "█" * round(share * 30)
        who = pad(name(game, speech.seat), room)
        lines.append(
            f"{who} {speech.turns:>6} {speech.words:>7} {share:>7.0%} {speech.minutes:>8}  {bar}".rstrip()
        )  # fmt: skip
    pairs = sorted(followers(events).items(), key=lambda pair: (-pair[1], pair[0]))[:_PAIRS]
    if pairs:
        lines += ["", "Who speaks right after whom, most often"]
        lines += [f"  {name(game, b)} after {name(game, a)}: {count}" for (a, b), count in pairs]
    waiting = [question for question in questions(events) if not question.answered]
    if waiting:
        lines += ["", "Questions that were never answered"]
        for asked in waiting:
            on = f" on {asked.issue}" if asked.issue else ""
            lines += row(asked.n, f"{asked.id} {name(game, asked.seat)} to {name(game, asked.to)}{on}")
    return lines


def told_promises(game: Game, events: Sequence[Event]) -> list[str]:
    """Side deals that were made, and what became of them."""
    lines = []
    for deal in promises(events):
        who = f"{name(game, deal.seat)} gives {things(game, deal.give)}"
        text = f"{deal.id} {who}; {name(game, deal.to)} gives {things(game, deal.get)}: {deal.verdict}"
        proof = deal.broken or deal.kept
        where = f" (events {', '.join(map(str, proof[:_PROOF]))})" if proof else ""
        lines += row(deal.n, f"{text}{where}")
    return lines or ["No side deal was made that these eyes could see."]


def told_flow(game: Game, events: Sequence[Event], issue: str = "") -> list[str]:
    """The debate by issue: each argument with its answers below it, what was cited, conceded and dropped."""
    every = flow(events)
    lines: list[str] = []
    for each in (issue,) if issue else (*game.table.issues, ""):
        said = [argument for argument in every if argument.issue == each]
        if not said:
            continue
        dropped = sum(argument.dropped for argument in said)
        tail = f": {len(said)} arguments, {dropped} dropped"
        lines += ([""] if lines else []) + wrap(f"{topic(game, each) if each else 'On no single issue'}{tail}")
        for argument in said:
            lines += _argument(game, argument, bool(issue))
    if lines and not issue:
        lines += ["", "flow ISSUE adds what was said; cited lists the claims."]
    return lines or ["No arguments yet."]


def _argument(game: Game, said: Said, whole: bool) -> list[str]:
    """An argument in a row, with its words where `whole`."""
    indent = " " * (_INDENT * min(said.depth, _DEEPEST))
    notes = [f"cites {', '.join(said.claims)}"] if said.claims else []
    if said.conceded_by:
        notes.append(f"conceded by {', '.join(name(game, seat) for seat in said.conceded_by)}")
    notes += ["dropped"] if said.dropped else []
    verb = f"argues {said.side} {said.target}" if not said.depth else _answer(said)
    who = name(game, said.seat)
    text = agreeing(who, f"{said.id} {who} {verb}") + (f" [{'; '.join(notes)}]" if notes else "")
    lead = f"{said.n:>6}  {indent}"
    lines = wrap(text, lead, " " * len(lead) + "  ")
    return lines + (wrap(said.text, " " * (len(lead) + 2), " " * (len(lead) + 2)) if whole and said.text else [])


def _answer(said: Said) -> str:
    return f"{'answers' if said.side == 'against' else 'backs'} {said.target}"


def told_citations(game: Game, events: Sequence[Event]) -> list[str]:
    """The claims that were cited: by whom, for or against what, and how many of these arguments were answered."""
    claims = {claim.id: claim.text for claim in game.scenario.claims}
    lines: list[str] = []
    for cited in citations(flow(events)):
        times = f"{len(cited.arguments)} time{'s' if len(cited.arguments) != 1 else ''}, {cited.answered} answered"
        lines += wrap(f"{cited.claim} ({times}): {claims.get(cited.claim, '')}".rstrip(": "), "", "    ")
        for said in cited.arguments:
            lines += row(said.n, f"{name(game, said.seat)} {said.side} {said.target} ({said.id})")
    return lines or ["Nobody cited a claim."]
