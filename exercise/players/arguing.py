"""The debating half of a delegation bot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exercise.model import moves as m
from exercise.model.state import Argument

if TYPE_CHECKING:
    from exercise.players.delegate import Mind


def _focus(mind: Mind) -> str:
    """The issue of this session, or one that is still open and matters."""
    state, table = mind.view.state, mind.view.game.table
    if state.focus:
        return state.focus
    stage = table.stages[state.stage]
    wanted = [
        i for i in state.agenda if (not stage.issues or i in stage.issues) and i not in state.agreed and i in table.core
    ]
    return wanted[(state.clock + len(mind.view.seat)) % len(wanted)] if wanted else ""


def opening(mind: Mind) -> m.Move | None:
    """The opening statement, once."""
    role = mind.view.role
    if role is None or not role.opening or mind.view.state.counts.get(mind.view.seat, 0):
        return None
    return m.Speak(role.opening)


def speak(mind: Mind) -> m.Move | None:
    """The party's stance on the issue of the session, or on one it has not spoken to; each once."""
    role, state = mind.view.role, mind.view.state
    if role is None or not mind.chance(0.7, "speak"):
        return None
    issues = [state.focus] if state.focus else [i for i in state.agenda if i in state.issues]
    fresh = [i for i in issues if i in role.stances and mind.voice.unsaid(role.stances[i])]
    if not fresh:
        return None
    issue = fresh[state.clock % len(fresh)]
    return m.Speak(role.stances[issue], issue)


def ask(mind: Mind) -> m.Move | None:
    """One of the role's questions, each once, to whom it is meant for."""
    role, state = mind.view.role, mind.view.state
    if role is None or not mind.chance(0.3, "ask"):
        return None
    stage = mind.view.game.table.stages[state.stage]
    asked = {q.to for q in state.questions.values()}
    for question in role.questions:
        timely = question.issue == state.focus if state.focus else not stage.issues or question.issue in stage.issues
        here = question.to in state.present and question.to not in state.away and question.to not in asked
        if timely and here and mind.voice.unsaid(question.text):
            return m.Ask(question.to, question.text, question.issue)
    return None


def answer_question(mind: Mind) -> m.Move | None:
    """Answer the oldest open question: with the party's stance, the answer on a card, or by standing by what was said."""
    view, role = mind.view, mind.view.role
    mine = sorted((q for q in view.state.questions.values() if q.to == view.seat), key=lambda q: q.n)
    if not mine or role is None:
        return None
    question = mine[0]
    issue_of = view.game.table.issue_of
    words = [role.stances.get(question.issue, "")]
    words += [c.answer for c in role.cards if c.side == "for" and issue_of.get(c.option) == question.issue]
    fresh = [text for text in words if text and mind.voice.unsaid(text)]
    return m.Answer(question.id, fresh[0] if fresh else mind.voice.line("answered", issue=question.issue))


def argue(mind: Mind) -> m.Move | None:
    """The next card on the issue: for what we want most, or against what others are on record for."""
    issue = _focus(mind)
    if not issue or issue not in mind.appraisal.view.state.issues:
        return None
    state, me = mind.view.state, mind.view.seat
    wanted_by_others = {p.get(issue) for seat, p in state.positions.items() if seat != me}
    against = [c for c in mind.voice.cards("against", issue) if c.option in wanted_by_others]
    favour = sorted(mind.voice.cards("for", issue), key=lambda c: -_interest(mind, c.option))
    cards = against + favour if mind.chance(0.4, "against") else favour + against
    if not cards:
        return None
    card = cards[0]
    return m.Argue(card.side, card.option, card.text, card.cites)


def _interest(mind: Mind, option: str) -> float:
    """A party argues most for the option it is on record for, then by what options are worth to it."""
    mine = mind.view.state.positions.get(mind.view.seat, {})
    issue = mind.view.game.table.issue_of[option]
    return mind.appraisal.value(option) + (50 if mine.get(issue) == option else 0)


def rebut(mind: Mind) -> m.Move | None:
    """Answer the newest argument that goes against us and that we have words for."""
    for argument in _provocations(mind):
        found = _reply(mind, argument)
        if found:
            text, cites = found
            return m.Argue("against", argument.id, text, cites)
    return None


RECENT = 24
"""Arguments that a bot still has in mind: the newest."""


def _provocations(mind: Mind) -> list[Argument]:
    """Recent arguments of others that we have not answered, newest first."""
    state, me, issue = mind.view.state, mind.view.seat, _focus(mind)
    count = len(state.arguments)
    recent = [state.arguments[f"A{number}"] for number in range(count, max(0, count - RECENT), -1)]
    mine = {a.answers for a in recent if a.seat == me and a.answers}
    return [a for a in recent if a.seat != me and a.id not in mine and (not issue or a.issue == issue)][:6]


def _reply(mind: Mind, argument: Argument) -> tuple[str, tuple[str, ...]] | None:
    """Words against an argument: the answer on our own attacked card, or a card about the same option."""
    state, voice = mind.view.state, mind.voice
    answered = state.arguments.get(argument.answers) if argument.answers else None
    if answered is not None and answered.seat == mind.view.seat:
        card = voice.card_of(answered)
        if card is not None and voice.unsaid(card.answer):
            return card.answer, ()
        return None
    if answered is not None or not argument.option:
        return None
    like = mind.appraisal.value(argument.option)
    if argument.side == "for" and like < 45:
        cards = voice.cards("against", option=argument.option)
    elif argument.side == "against" and like > 60:
        cards = voice.cards("for", option=argument.option)
    else:
        return None
    theme = voice.theme_of(argument)
    cards.sort(key=lambda card: card.theme != theme)
    return (cards[0].text, cards[0].cites) if cards else None


def report_home(mind: Mind) -> m.Move | None:
    """A word on how the text is received at home, once a day."""
    if not mind.chance(0.5, "report"):
        return None
    text = mind.view.state.proposals.get(mind.view.state.text)
    if text is None or mind.view.role is None or not mind.view.role.sheet:
        return m.Speak(mind.voice.line("late")) if mind.voice.line("late") else None
    ready = mind.appraisal.accepts(text.options)
    clause, _ = ("", "") if ready else mind.appraisal.obstacle(text.options, mind.appraisal.need)
    issue = mind.view.game.table.issue_of.get(clause, "")
    return m.Speak(mind.voice.line("accept_text") if ready else mind.voice.line("refuse_text", issue=issue), issue)


def exit_words(mind: Mind) -> m.Move | None:
    """What the delegation does now that the talks have failed; each seat speaks in the first round."""
    state, table = mind.view.state, mind.view.game.table
    spent = mind.view.game.scenario.clock.session_minutes - state.minutes
    first_round = spent < len(state.queue) * table.costs["speak"]
    return m.Speak(mind.voice.line("exit_card")) if first_round else None
