"""What the exercise waits for from a seat, in words: whose turn it is, what it is about, what can be typed."""

from collections.abc import Iterator
from typing import Final

from exercise.engine.ballots import rule_of
from exercise.engine.game import Game
from exercise.engine.moment import Moment
from exercise.engine.turns import to_act
from exercise.engine.views import View
from exercise.model import moves as m
from exercise.model.events import FACILITATOR
from exercise.model.scenario import Rule, RuleKind
from exercise.model.state import Ballot, Motion
from exercise.plain.answers import time_line
from exercise.plain.help_answers import concerns, examples
from exercise.plain.narration import agreeing, name, thing, things
from exercise.plain.own_answers import worth
from exercise.plain.wrapping import wrap

_WHAT_CARRIES: Final = {
    RuleKind.UNANIMITY: "all who vote must be for it",
    RuleKind.CONSENSUS: "nobody may vote no",
    RuleKind.COMMUNITIES: "each community must be for it, by more than half of its parties",
    RuleKind.MAJORITY: "more must be for it than against",
    RuleKind.TWO_THIRDS: "two thirds must be for it",
    RuleKind.SIGNATORIES: "everybody named must sign",
    RuleKind.FIAT: "it is decided from outside",
}
_WAITING: Final = ("answer", "second")
_EXAMPLES: Final = (
    *_WAITING,
    "argue",
    "support",
    "oppose",
    "propose",
    "draft",
    "revise",
    "shuttle",
    "call",
    "press",
    "speak",
)


def reminder(view: View, at: Moment) -> list[str]:
    """What a seat should know before it types."""
    return ["", *_reminder(view, at)]


def welcome(view: View) -> list[str]:
    """What somebody should know who sits down at a seat."""
    papers = [word for word in ("brief", "sheet", "cards") if concerns(view, word)]
    listed = " or ".join(filter(None, (", ".join(papers[:-1]), *papers[-1:])))
    own = f"{listed} for what you alone know, " if view.role else ""
    typed = f"Type {own}help for what can be typed, quit to leave; everything is kept."
    return ["", *wrap(f"You are {name(view.game, view.seat)} ({view.seat}). {typed}")]


def _reminder(view: View, at: Moment) -> list[str]:
    state = at.state
    if at.seat == FACILITATOR:
        return _for_facilitator(view, at)
    if at.seat in state.away:
        return wrap("You are outside the hall: return comes back, an empty line stays out for this session.")
    if state.ballot is not None:
        return _ballot(view, at, state.ballot)
    if view.asked:
        return _card(view)
    if seconding(at) and state.motion is not None:
        motion = state.motion
        return wrap(
            f"{motion.id}: {_moves(view.game, motion)}. second {motion.id} calls a vote on it, pass or an empty line lets it fall."
        )
    return [
        *wrap(f"You have the floor, {name(view.game, at.seat)}. {time_line(view)}"),
        *_pending(view, at),
        *_hints(view, at),
    ]


def seconding(at: Moment) -> bool:
    """Whether a seat is asked to second a motion while the exercise waits for somebody else."""
    return at.state.motion is not None and at.seat not in to_act(at.game, at.state)


def _for_facilitator(view: View, at: Moment) -> list[str]:
    if at.state.paused:
        return wrap("The clock is stopped: resume starts it again; help lists what you can do.")
    return [
        *wrap(f"You run the exercise. {time_line(view)}"),
        *wrap("An empty line lets it go on to the next session, go 5 for five sessions; help lists what you can do."),
    ]


def _moves(game: Game, motion: Motion) -> str:
    """Who moves what."""
    who = name(game, motion.seat)
    return agreeing(who, f"{who} moves to {moved(game, motion)}")


def _ballot(view: View, at: Moment, ballot: Ballot) -> list[str]:
    lines = [f"You have a vote, {name(view.game, at.seat)}."]
    motion = at.state.motion
    if ballot.what == "motion" and motion is not None:
        lines += wrap(f"{motion.id}: {_moves(view.game, motion)}.", "  ", "    ")
    else:
        lines += [f"  {ballot.subject}:"] if ballot.subject not in ballot.options else []
        lines += [line for option in ballot.options for line in wrap(thing(view.game, option), "    ", "      ")]
        lines += [f"  {line}" for line in worth(view, ballot.options)]
    final = " This vote ends the talks." if ballot.final else ""
    lines += wrap(f"To carry it, {what_carries(rule_of(at.game, ballot))}.{final}", "  ", "  ")
    for choice, word in (("yes", "For it"), ("no", "Against it"), ("abstain", "Abstaining")):
        if seats := [name(view.game, seat) for seat, vote in ballot.votes.items() if vote == choice]:
            lines += wrap(f"{word} so far: {', '.join(seats)}.", "  ", "    ")
    return [*lines, '  Type yes, no or abstain; a reason may follow: no "..."']


def motion_says(motion: str) -> str:
    return m.MOTIONS.get(motion, motion.replace("_", " "))


def moved(game: Game, motion: Motion) -> str:
    """What is moved, and about what, after the word "to"."""
    about = things(game, motion.subject)
    match motion.motion:
        case kind if not about:
            return motion_says(kind)
        case "vote":
            return f"vote now on {about}"
        case "reorder":
            return f"take {about} first"
        case "postpone" | "reopen" as kind:
            return f"{kind} {about}"
        case kind:
            return f"{motion_says(kind)}: {about}"


def what_carries(rule: Rule) -> str:
    """What a ballot under this rule needs, as the rest of a sentence."""
    match rule.kind:
        case RuleKind.WEIGHTED:
            needed = f"seats with {rule.threshold} votes must be for it"
        case RuleKind.RECOGNITION:
            needed = f"{rule.threshold or 'all'} must recognise it"
        case kind:
            needed = _WHAT_CARRIES[kind]
    if rule.vetoes:
        needed += f"; {rule.veto_count} no from {', '.join(rule.vetoes)} block{'s' if rule.veto_count == 1 else ''} it"
    return needed + (f"; at least {rule.quorum} must vote" if rule.quorum else "")


def _card(view: View) -> list[str]:
    asked = view.asked[0]
    lines = wrap(f"[{asked.inject}] {asked.question}")
    for option, title, text in asked.options:
        default = " (this holds if nobody answers)" if option == asked.default else ""
        lines += wrap(f"choose {asked.inject} {option}: {title}. {text}{default}", "  ", "      ")
    return lines


def _pending(view: View, at: Moment) -> Iterator[str]:
    """What waits for this seat: the issue in debate, questions, offers, a motion, the text."""
    state, game = view.state, view.game
    if state.focus:
        yield from wrap(f"In debate: {thing(game, state.focus)}.", "  ", "    ")
    for question in sorted(state.questions.values(), key=lambda question: question.n):
        if question.to == at.seat:
            asks = f'{question.id}: {name(game, question.seat)} asked you: {question.text} Reply with: answer {question.id} "..."'
            yield from wrap(asks, "  ", "    ")
    for deal in sorted(state.deals.values(), key=lambda deal: deal.id):
        if deal.to == at.seat and deal.state == "open":
            offer = f"{name(game, deal.seat)} offers support for {things(game, deal.give)} against support for {things(game, deal.get)}"
            yield from wrap(f"{deal.id}: {offer}. Type accept {deal.id} or decline {deal.id}.", "  ", "    ")
    if state.motion is not None:
        yield from wrap(f"{state.motion.id}: {_moves(game, state.motion)}; it needs a second.", "  ", "    ")
    if (text := at.proposal("text")) is not None and not state.ended:
        yield from wrap(f"On the table: {text.id}, {things(game, text.options)}.", "  ", "    ")
        yield from (f"    {line}" for line in worth(view, text.options)[:1])


def _hints(view: View, at: Moment) -> list[str]:
    """What is legal, and a few lines that could be typed as they stand."""
    known = examples(view, at)
    # What waits comes first, then what concerns the text on the table.
    order = sorted(_EXAMPLES, key=lambda verb: 0 if verb in _WAITING else 1 if " text" in known.get(verb, "") else 2)
    shown = [known[verb] for verb in order if verb in known][:3]
    lines = wrap(f"You can: {', '.join(known) or 'only ask'}.", "  ", "    ")
    return lines + (wrap(f"For example: {' | '.join(shown)} | help", "  ", "    ") if shown else [])
