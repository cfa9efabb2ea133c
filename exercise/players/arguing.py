"""The debating half of a delegation bot."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from exercise.engine.flow import answers_to
from exercise.model import moves as m
from exercise.model.events import ALL, Injected
from exercise.model.role import Card
from exercise.model.state import Argument, Proposal
from exercise.players import hearing, single_text
from exercise.players.phrases import GRIEF
from exercise.players.voice import alike

if TYPE_CHECKING:
    from exercise.players.delegate import Mind


def _focus(mind: Mind) -> str:
    """The issue of this session, or one that is still open and matters."""
    return next(iter(_issues(mind)), "")


def _issues(mind: Mind) -> tuple[str, ...]:
    """The issue of this session, or all that are still open and matter, another one first in each session."""
    state, table = mind.view.state, mind.view.game.table
    if state.focus:
        return (state.focus,)
    stage = table.stages[state.stage]
    wanted = [
        i for i in state.agenda if (not stage.issues or i in stage.issues) and i not in state.agreed and i in table.core
    ]
    first = (state.clock + len(mind.view.seat)) % len(wanted) if wanted else 0
    return (*wanted[first:], *wanted[:first])


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
    """Answer the oldest open question: as the role is prepared to, else with what fits best of its stance and cards."""
    view, role = mind.view, mind.view.role
    if role is None or not view.state.questions:
        return None
    mine = [q for q in view.state.questions.values() if q.to == view.seat]
    if not mine:
        return None
    question = min(mine, key=lambda q: q.n)
    issue = question.issue
    ready = (a.text for a in role.answers if a.asker == question.seat and a.issue == issue)
    prepared = next((t for t in ready if alike(question.text, t) >= FITTING and mind.voice.unsaid(t)), "")
    if prepared:
        return m.Answer(question.id, prepared)
    words = [(alike(question.text, c.reply), c.answer) for c in mind.voice.cards("for", issue)]
    words += [(alike(question.text, c.text), c.text) for c in mind.voice.cards("for", issue) if _own(mind, c.option)]
    stance = role.stances.get(issue, "")
    words.append((FITTING + alike(question.text, stance), stance))
    fresh = [(fit, text) for fit, text in words if fit >= FITTING and text and mind.voice.unsaid(text)]
    if fresh:
        return m.Answer(question.id, max(fresh)[1])
    option = view.state.positions.get(view.seat, {}).get(issue) or (mind.appraisal.best(issue) if issue else "")
    return m.Answer(question.id, mind.voice.line("answered", issue=issue, option=option) if option else stance)


FITTING = 2
"""Words that an answer shares with the question before it is an answer."""
GOOD, POOR = 55, 45
"""Value on its own issue from which a party argues for an option, and below which it argues against it."""


def _own(mind: Mind, option: str) -> bool:
    """Whether a party may argue for an option without arguing against itself."""
    if hearing.refused(mind.view, option):
        return False
    return mind.appraisal.value(option) >= GOOD or option in mind.view.state.positions.get(mind.view.seat, {}).values()


def argue(mind: Mind) -> m.Move | None:
    """The next card on an issue: for what we want most, or against what others want, as far as it is still in play."""
    order = (_against, _favour) if mind.chance(0.4, "against") or _chorus(mind) else (_favour, _against)
    for issue in _issues(mind):
        for cards in order if issue in mind.view.state.issues else ():
            card = cards(mind, issue)
            if card is not None:
                return m.Argue(card.side, card.option, card.text, card.cites)
    return None


def _chorus(mind: Mind) -> bool:
    """Whether the last arguments all praise what we would praise too."""
    count, arguments = len(mind.view.state.arguments), mind.view.state.arguments
    last = [arguments[f"A{number}"] for number in range(max(1, count - 1), count + 1)]
    card = _favour(mind, last[-1].issue) if last else None
    return card is not None and all(a.side == "for" and a.option == card.option for a in last)


def _favour(mind: Mind, issue: str) -> Card | None:
    """The card for what we want most of what is still in play."""
    play = mind.in_play
    cards = [c for c in mind.voice.cards("for", issue) if (play is None or c.option in play) and _own(mind, c.option)]
    return max(cards, key=lambda c: _interest(mind, c.option), default=None)


def _against(mind: Mind, issue: str) -> Card | None:
    """A card against what others want and we do not like; none from who has signed."""
    if hearing.signed(mind.view):
        return None
    positions, me = mind.view.state.positions, mind.view.seat
    wanted = {held.get(issue) for seat, held in positions.items() if seat != me}
    mine, play = positions.get(me, {}).get(issue), mind.in_play or ()
    for card in mind.voice.cards("against", issue):
        option = card.option
        if option != mine and mind.appraisal.value(option) < POOR and (option in wanted or option in play):
            return card
    return None


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


RECENT, MOST = 24, 6
"""Arguments that a bot still has in mind, the newest, and how many of them it thinks of answering."""


def _provocations(mind: Mind) -> Iterator[Argument]:
    """Recent arguments of others that we have not answered, newest first."""
    state, me, issue = mind.view.state, mind.view.seat, _focus(mind)
    found = 0
    answered: set[str] = set()  # an answer is newer than what it answers
    for argument in islice(state.arguments.newest(), RECENT):
        if argument.seat == me:
            answered.add(argument.answers)
        elif argument.id not in answered and (not issue or argument.issue == issue):
            yield argument
            found += 1
            if found == MOST:
                return


def _reply(mind: Mind, argument: Argument) -> tuple[str, tuple[str, ...]] | None:
    """Words against an argument: the answer on our own attacked card, or a card about the same option."""
    state, voice, option = mind.view.state, mind.voice, argument.option
    if not argument.answers and (not option or (argument.side == "for" and mind.appraisal.value(option) >= POOR)):
        return None
    if option and hearing.speaks_for(state, argument) and hearing.bound(mind.view, option):
        return None
    answered = state.arguments.get(argument.answers) if argument.answers else None
    if answered is not None and answered.seat == mind.view.seat:
        card = voice.card_of(answered)
        if card is not None and voice.unsaid(card.answer):
            return card.answer, ()
        return None
    if answered is not None or not argument.option:
        return None
    play = mind.in_play
    if play is not None and argument.option not in play:
        return None
    like = mind.appraisal.value(argument.option)
    mine = argument.option in state.positions.get(mind.view.seat, {}).values()
    if argument.side == "for" and like < POOR and not mine and not hearing.signed(mind.view):
        cards = voice.cards("against", option=argument.option)
    elif argument.side == "against" and (like > 60 or mine) and not hearing.refused(mind.view, argument.option):
        cards = voice.cards("for", option=argument.option)
    else:
        return None
    if not cards:
        return None
    theme = voice.theme_of(argument)
    card = next((card for card in cards if card.theme == theme), cards[0])
    return card.text, card.cites


def grant(mind: Mind) -> m.Move | None:
    """Concede a point that was made against us and that we have no words against; now and then."""
    if not mind.chance(0.12, "grant"):
        return None
    state, me = mind.view.state, mind.view.seat
    for argument in _provocations(mind):
        attacked = state.arguments.get(argument.answers) if argument.answers else None
        ours = attacked is not None and attacked.seat == me
        settled = f"conceded by {me}" in answers_to(state, argument.id)
        if ours and argument.option and not settled and _reply(mind, argument) is None:
            return m.Concede(argument.id, mind.voice.line("grant", option=argument.option, seat=argument.seat))
    return None


def react(mind: Mind) -> m.Move | None:
    """A word on news of this session: mourning where somebody was hurt, else a short comment, and not from everybody."""
    news, state = mind.view.news, mind.view.state
    if news is None or news.session != state.session or news.day != state.day:
        return None
    if news.to != ALL or not isinstance(news.body, Injected):
        return None
    occasion, odds = _said_of(mind, news.body)
    if not mind.chance(odds, "news"):
        return None
    text = mind.voice.line(occasion, turn=news.day, news=news.body.title)
    return m.Speak(text) if mind.voice.unsaid(text) else None


def _said_of(mind: Mind, news: Injected) -> tuple[str, float]:
    """Which lines answer a card, and how likely that is: the role's own for this card, where it does not name somebody else."""
    ours = news.subject == mind.view.seat
    if news.inject in mind.brief.lines and (ours or not news.subject):
        return news.inject, 1.0 if ours else 0.85
    if ours:
        return "named", 1.0
    return ("news", 0.55) if _mourned(f"{news.title} {news.text}") else ("comment", 0.08)


@lru_cache(maxsize=1024)
def _mourned(text: str) -> bool:
    """Whether news tells of somebody who was hurt."""
    return not GRIEF.isdisjoint(re.findall(r"[a-z]+", text.lower()))


LATE = 0.7
"""Share of the time after which a party says that it is running out."""


def late(mind: Mind) -> m.Move | None:
    """A word on how little time is left, once, when little is left."""
    if mind.appraisal.elapsed < LATE or not mind.chance(0.15, "late"):
        return None
    text = mind.voice.fresh("late")
    return m.Speak(text) if text else None


def _carried_home(mind: Mind) -> Proposal | None:
    """The mediator's text; where there is none, the whole package that most are on record for, the newest of equals."""
    state = mind.view.state
    text = state.proposals.get(state.text)
    if text is not None and not text.withdrawn:
        return text
    whole = [p for p in state.proposals.values() if not p.withdrawn and mind.appraisal.whole(p.options)]
    return max(whole, key=lambda p: (len(p.support), p.n), default=None)


def report_home(mind: Mind) -> m.Move | None:
    """A word on how the text is received at home, once for each text; on the record, where we were not yet."""
    if not mind.chance(0.6, "report"):
        return None
    text = _carried_home(mind)
    if text is None or mind.view.role is None or not mind.view.role.sheet:
        return late(mind)
    told = mind.view.state.stances.get(text.id, {}).get(mind.view.seat)
    fine, issue = single_text.acceptable(mind, text), ""
    if fine:
        words = mind.voice.fresh("home_yes", option=mind.appraisal.dearest(text.options))
        record: m.Move = m.Support(text.id, words)
    else:
        clause, wanted = single_text.obstacle(mind, text, mind.appraisal.need)
        issue = mind.view.game.table.issue_of.get(clause, "")
        words = mind.voice.fresh("home_no", issue=issue, wanted=wanted) if wanted else ""
        record = m.Oppose(text.id, words, clause)
    if words and told is not fine:
        return record
    return m.Speak(words, issue) if words else late(mind)


def exit_words(mind: Mind) -> m.Move | None:
    """What the delegation does now that the talks have failed; each seat speaks once."""
    words = mind.voice.fresh("exit_card")
    return m.Speak(words) if words else None
