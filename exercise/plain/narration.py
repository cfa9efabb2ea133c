"""What happened, as sentences: people before numbers."""

import re
from collections.abc import Sequence

from exercise.engine.calendar import session_name
from exercise.engine.game import Game
from exercise.model import events as e
from exercise.plain.wrapping import wrap

SILENT = frozenset({"passed", "position", "dial", "reservation_shifted", "inject_planned", "day_ended"})
"""Kinds that the line mode does not tell players; they stand in the transcript."""
HEADINGS = frozenset({"opened", "stage", "session_started"})
"""Kinds that begin a part; an empty line stands before them."""


def name(game: Game, seat: str) -> str:
    if seat == e.FACILITATOR:
        return "The facilitator"
    return game.table.short(seat)


def label(game: Game, event: e.Event) -> str:
    return f"{event.day}.{event.session}.{event.n}"


def thing(game: Game, id: str) -> str:
    """An option or issue with its title: `FED3 Small regions later`."""
    title = game.table.title(id)
    return f"{id} ({title})" if title != id else id


def topic(game: Game, issue: str) -> str:
    """An issue as it is named within a sentence: `OIL (oil revenue)`."""
    short = game.table.issues[issue].short if issue in game.table.issues else ""
    return f"{issue} ({short})" if short else thing(game, issue)


def things(game: Game, ids: Sequence[str]) -> str:
    return ", ".join(thing(game, id) for id in ids)


def narrate(game: Game, event: e.Event) -> list[str]:
    """An event as lines of text; nothing for what goes without saying."""
    if event.body.kind in SILENT:
        return []
    head, speech = sentence(game, event)
    if not head:
        return []
    if not speech.strip():
        head = f"{head[:-1]}." if head.endswith(":") else head
    lines = ["", *wrap(head)] if event.body.kind in HEADINGS else wrap(head)
    if speech.strip():
        lines += wrap(speech, "    ", "    ")
    return lines


def sentence(game: Game, event: e.Event) -> tuple[str, str]:
    """The sentence that tells an event, and the words that were spoken."""
    who, body = name(game, event.seat), event.body
    private = "" if event.to == e.ALL else "(in private) "
    for tell in (_clock, _debate, _bargaining, _procedure, _rest):
        told = tell(game, who, body)
        if told is not None:
            return private + agreeing(who, told[0]) if told[0] else "", told[1]
    return "", ""


def agreeing(who: str, sentence: str) -> str:
    """The sentence with its verb in the plural where the actor's short name is one: `Smaller communities go`.

    A name is a plural if its last word ends in s and is its only one or written small, or if it is `people`; `United States` is the
    name of one delegation.
    """
    first, _, last = who.rpartition(" ")
    if (first and not last.islower()) or last.endswith("ss") or not last.endswith(("s", "people")):
        return sentence
    found = re.match(rf"((?:[A-Z][0-9.]+|<<|>>) )?{re.escape(who)} (\w+)", sentence)
    if found is None:
        return sentence
    verb = found[2]
    return f"{sentence[: found.start(2)]}{_plural(verb)}{sentence[found.end(2) :]}"


def _plural(verb: str) -> str:
    """The plural of a verb in the singular: `presses` to `press`, `votes` to `vote`."""
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    return verb[:-2] if verb.endswith("sses") else verb.removesuffix("s")


_IRREGULAR = {"is": "are", "goes": "go"}


Told = tuple[str, str] | None


def _clock(game: Game, who: str, body: e.Body) -> Told:
    match body:
        case e.Opened():
            return f"== {body.title} ==", body.advisory
        case e.StageEntered():
            stage = game.table.stages[body.stage]
            return f"== {stage.title} ==", stage.text
        case e.SessionStarted():
            focus = f", on {thing(game, body.focus)}" if body.focus else ""
            return f"-- {_day(game, body.day)}, {session_name(game, body.session)}{focus} --", ""
        case e.SessionEnded(why=why):
            words = {
                "recess": "The session rises.",
                "nobody wishes to speak": "Nobody wishes to speak; the session rises.", "lost": "This session is lost.",
                "ended by the facilitator": "The facilitator ends the session.",
            }  # fmt: skip
            return words.get(why, ""), ""
        case e.ClockChanged(change=change, sessions=sessions):
            said = {
                "paused": "The clock stops.", "resumed": "The clock runs again.",
                "extended": f"The clock gains {sessions} sessions.",
                "lost": f"{sessions} session{'s' if sessions != 1 else ''} will be lost.",
            }  # fmt: skip
            return said.get(change, ""), ""
        case e.DeadlineReached():
            return "The deadline has come.", ""
        case e.Rewound(day=day, session=session):
            return (
                f"The exercise goes back to day {day}, {session_name(game, session)}. What came after stays in the log only.",
                "",
            )
        case e.TalksEnded(success=success, why=why):
            ends = {
                "imposed": "The talks are over: terms were imposed.",
                "recognition": "The talks are over: facts were recognised.",
            }
            return (
                ends.get(why, "The talks have ended in agreement.") if success else f"The talks have failed: {why}."
            ), ""
        case e.Closed(why=why):
            return f"The exercise is over ({why}).", ""
        case _:
            return None


def _dial(game: Game, dial: str) -> str:
    return game.table.dials[dial].name.lower() if dial in game.table.dials else dial.replace("_", " ")


def _meaning(game: Game, card: str, choice: str) -> str:
    """What a decision on a card means, where it is one for all and the scenario is known in full."""
    inject = game.table.injects.get(card)
    if inject is None or inject.choice is None or inject.choice.rule == "each":
        return ""
    return next((option.text for option in inject.choice.options if option.id == choice), "")


def _answer(game: Game, card: str, option: str) -> str:
    """What an answer to a card is called, where the scenario is known in full; its id where it is not."""
    inject = game.table.injects.get(card)
    options = inject.choice.options if inject is not None and inject.choice is not None else ()
    return next((made.title.rstrip(".") for made in options if made.id == option and made.title), option)


def _day(game: Game, day: int) -> str:
    """A day by its number, or by how long after the last day of the conference it comes."""
    clock = game.scenario.clock
    after = day - clock.days
    if after < 1 or clock.deadline != "hard":  # elsewhere days may have been added
        return f"Day {day}"
    return "The day after the last" if after == 1 else f"{after} days after the last"


def _debate(game: Game, who: str, body: e.Body) -> Told:
    match body:
        case e.Spoke(issue=issue, text=text):
            return f"{who} speaks{f' on {topic(game, issue)}' if issue else ''}:", text
        case e.Argued():
            cites = f", citing {', '.join(body.cites)}" if body.cites else ""
            if body.option and body.target == body.option:
                return f"{body.id} {who} argues {body.side} {thing(game, body.option)}{cites}:", body.text
            verb = "answers" if body.side == "against" else "backs"
            about = f" on {thing(game, body.option)}" if body.option else ""
            return f"{body.id} {who} {verb} {body.target}{about}{cites}:", body.text
        case e.Asked():
            return f"{body.id} {who} asks {name(game, body.to)}{f' on {body.issue}' if body.issue else ''}:", body.text
        case e.Answered(question=question, text=text):
            return f"{who} answers {question}:", text
        case e.Conceded():
            if body.option == body.target:
                return f"{who} gives way on {body.issue} and can accept {thing(game, body.option)}:", body.text
            return f"{who} concedes the point of {body.target}.", body.text
        case e.PointRaised(text=text):
            return f"{who} rises to a point of order:", text
        case e.Ruled(upheld=upheld, text=text):
            return f"{who} {'upholds' if upheld else 'rejects'} the point of order:", text
        case e.Told(to=to, text=text):
            return f"{who} to {', '.join(name(game, seat) for seat in to)}:", text
        case e.Shuttled(to=to, text=text):
            return f"{who} visits {name(game, to)}:", text
        case e.Warned(text=text):
            return f"{who} warns:", text
        case e.Announced(text=text):
            return f"{who} announces:", text
        case e.Noted(text=text):
            return f"{who} notes:", text
        case _:
            return None


def _bargaining(game: Game, who: str, body: e.Body) -> Told:
    match body:
        case e.Proposed():
            return f"{body.id} {who} proposes {things(game, body.options)}.", body.text
        case e.Amended():
            return f"{body.id} {who} amends {body.parent}. It now reads {things(game, body.options)}.", body.text
        case e.Withdrawn(id=id, text=text):
            return f"{who} withdraws {id}.", text
        case e.Supported(target=target, text=text):
            return f"{who} goes on record for {thing(game, target)}.", text
        case e.Opposed():
            clause = f" because of {thing(game, body.option)}" if body.option and body.option != body.target else ""
            return f"{who} goes on record against {thing(game, body.target)}{clause}.", body.text
        case e.Sponsored(id=id):
            return f"{who} sponsors {id}.", ""
        case e.Reserved(target=target, option=option, text=text):
            return f"{who} holds back on {thing(game, option)} in {target}.", text
        case e.DealOffered():
            give, get = things(game, body.give), things(game, body.get)
            return (
                f"{body.id} {who} offers {name(game, body.to)} support for {give} against support for {get}.",
                body.text,
            )
        case e.DealAccepted(id=id, text=text):
            return f"{who} accepts {id}.", text
        case e.DealDeclined(id=id, text=text):
            return f"{who} declines {id}.", text
        case e.TextTabled():
            word = (
                "puts a text on the table"
                if body.version == 1
                else f"puts version {body.version} of the text on the table"
            )
            return f"{body.id} {who} {word}: {things(game, body.options)}.", body.text
        case e.TextWithdrawn(id=id):
            return f"The text {id} is withdrawn.", ""
        case e.Bridged(seats=seats, option=option, text=text):
            return f"{who} suggests {thing(game, option)} between {' and '.join(name(game, s) for s in seats)}.", text
        case e.Agreed(issue=issue, option=option):
            return f"** Agreed on {issue}: {thing(game, option)}. **", ""
        case e.Deferred(issue=issue):
            return f"{issue} is put off by this and not settled.", ""
        case e.Reopened(issue=issue):
            return f"{thing(game, issue)} is open again.", ""
        case e.RoleDecided(option=option):
            return f"** The parties decide on the international role: {thing(game, option)}. **", ""
        case _:
            return None


def _procedure(game: Game, who: str, body: e.Body) -> Told:
    match body:
        case e.Moved():
            on = " on" if body.motion == "vote" else ""
            subject = f"{on} {things(game, body.subject)}" if body.subject else ""
            return f"{body.id} {who} moves: {body.motion.replace('_', ' ')}{subject}.", body.text
        case e.Seconded(id=id):
            return f"{who} seconds {id}.", ""
        case e.MotionDecided(motion=motion, passed=passed):
            return f"The motion ({motion.replace('_', ' ')}) {'passes' if passed else 'falls'}.", ""
        case e.BallotOpened():
            if body.what == "motion":
                return f"{body.id} Vote on the motion.", ""
            subject = f"{body.subject}: " if body.what == "package" else ""
            return f"{body.id} Vote on {subject}{things(game, body.options)}.", ""
        case e.Voted(ballot=ballot, choice=choice, text=text, proxy_for=client):
            verb = "abstains" if choice == "abstain" else f"votes {choice}"
            return f"{who} {verb}{f' for {name(game, client)}' if client else ''} on {ballot}.", text
        case e.BallotClosed():
            if body.what == "motion":
                return "", ""
            result = "carried" if body.passed else "not carried"
            return f"{body.id} {thing(game, body.subject)} is {result} ({body.why}).", ""
        case e.Ratified(result=result):
            return f"The agreement is {'ratified' if result else 'not ratified'}.", ""
        case e.AgendaSet(order=order):
            return f"{who} sets the order: {', '.join(order)}.", ""
        case e.Postponed(issue=issue):
            return f"{thing(game, issue)} is postponed.", ""
        case e.IssueOpened(issue=issue):
            return f"{thing(game, issue)} comes onto the agenda.", ""
        case e.OptionOpened(option=option):
            return f"From now on this can be proposed: {thing(game, option)}.", ""
        case e.FloorGiven(seat=seat):
            return f"{who} gives the floor to {name(game, seat)}.", ""
        case e.Recessed():
            return "", ""
        case e.Deadlocked(text=text):
            return f"{who} declares a deadlock.", text
        case _:
            return None


def _rest(game: Game, who: str, body: e.Body) -> Told:
    match body:
        case e.WalkedOut(text=text):
            return f"<< {who} walks out. >>", text
        case e.Returned(text=text):
            return f">> {who} returns. <<", text
        case e.MarkedAbsent(seat=seat):
            return f"Absent from now on: {name(game, seat)}.", ""
        case e.Admitted(who=seat):
            return f"Admitted to the conference: {name(game, seat)}.", ""
        case e.HasSplit(seat=seat, text=text):
            return f"The delegation of {name(game, seat)} breaks apart.", text
        case e.Participated(choice=choice, text=text):
            return f"{who} will {choice.replace('_', ' ')}.", text
        case e.Declared(id=id, option=option, text=text):
            return f"{id} {who} declares {thing(game, option)}.", text
        case e.RecognisedState(id=id, accept=accept, text=text):
            return f"{who} {'recognises' if accept else 'refuses to recognise'} {id}.", text
        case e.Imposed(options=options, text=text):
            return f"{who} decides: {things(game, options)}.", text
        case e.Pressed():
            end = "It is obeyed." if body.obeyed else "It is not obeyed."
            asks = f"{name(game, body.patron)} presses {name(game, body.client)} to accept {thing(game, body.option)}."
            return f"{asks} {end}", body.text
        case e.Pledged(id=id, dial=dial, text=text):
            return f"{id} {who} makes a promise ({_dial(game, dial)}):", text
        case e.PledgeWithdrawn(id=id, text=text):
            return f"{who} takes back {id}.", text
        case e.Endorsed(party=party, text=text):
            return f"{who} praises {name(game, party)}.", text
        case e.Injected(title=title, text=text, source=source, inject=card):
            return f"[{card}] News{f' ({source})' if source else ''}: {title}", text
        case e.ChoiceOpened(question=question, inject=card, options=options, who=seats):
            asked = ", ".join(name(game, seat) for seat in seats) or "nobody here"
            return f"[{card}] {question} ({' or '.join(options)}; asked: {asked})", ""
        case e.AnswerGiven(inject=card, option=option):
            return f"{who} answers {card}: {_answer(game, card, option)}.", ""
        case e.ChoiceMade(inject=card, title=title, choice=choice):
            return f"[{card}] Result: {(title or choice).rstrip('.')}.", _meaning(game, card, choice)
        case e.ReservationMoved(party=party, old=old, new=new, why=why):
            return f"What {name(game, party)} needs moved from {old:g} to {new:g} ({why}).", ""
        case e.ExpectedRated(inject=card, met=met):
            return f"{card}: expected action {'met' if met else 'not met'}.", ""
        case e.Replaced(seat=seat, player=player):
            kind, _, who = player.partition(":")
            return f"From now on {who if kind == 'human' else f'a {kind}'} plays {name(game, seat)}.", ""
        case _:
            return "", ""
