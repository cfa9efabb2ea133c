"""A bot that plays an outside actor: now and then it presses a client, makes a pledge, or says a word."""

from collections.abc import Iterator

from exercise.engine.draws import draw
from exercise.engine.moment import Moment
from exercise.engine.permission import permitted
from exercise.engine.views import View
from exercise.model import moves as m
from exercise.players.brief import brief_of
from exercise.players.replying import acknowledge
from exercise.players.voice import Voice

IDLEST = 0.3
"""How much an outsider who hardly cares does of what one with all its will does; each exercise draws anew who cares."""
HELPS = ("enforcement", "patron_alignment", "trust")
"""Dials that outsiders pledge for, where the scenario has them."""


def wishes(view: View, seed: int) -> Iterator[m.Move]:
    """What an outside actor would do now, dearest first; nothing where it is not its turn."""
    state = view.state
    if view.asked:
        yield m.Choose(view.asked[0].inject, view.asked[0].default)
    elif state.ballot is not None:
        if view.seat in state.ballot.electors and view.seat not in state.ballot.votes:
            yield m.Vote("yes")
    elif state.queue and state.queue[0] == view.seat:
        office = permitted(Moment(view.game, state, view.seat))
        if "recognise_state" in office:
            yield from _on_declarations(view)
        voice = Voice(view, seed, brief_of(view.own, view.seat))
        if move := acknowledge(view, voice, "private_reported"):
            yield move
        if view.role is not None:
            if "impose" in office:
                yield m.Impose(view.role.wants)
            move = _lean(view, voice, seed)
            if move is not None:
                yield move
        yield m.Pass()


def _on_declarations(view: View) -> Iterator[m.Move]:
    """Where declarations are made: recognise what we want, refuse the rest, each once."""
    state, wants = view.state, view.role.wants if view.role else ()
    for id, (_, option) in state.declarations.items():
        if view.seat not in state.recognitions.get(id, {}):
            yield m.RecogniseState(id, option in wants)


def _lean(view: View, voice: Voice, seed: int) -> m.Move | None:
    """Press, pledge or speak, as often as the outsider cares."""
    will = IDLEST + (1 - IDLEST) * draw(seed, view.seat, "will")
    luck = draw(seed, view.seat, view.state.n, "corridor") / will
    if luck < 0.2:
        return _press(view, voice, seed)
    if luck < 0.7:
        return _pledge(view, voice, seed)
    words = voice.once("speak") if luck < 1.0 else ""
    return m.Speak(words) if words else None


def _press(view: View, voice: Voice, seed: int) -> m.Move | None:
    """Lean on the client with most influence that is not yet on record for what we want."""
    role, state = view.role, view.state
    assert role is not None
    issues = view.game.table.issue_of
    wants = [o for o in role.wants if issues.get(o) in state.issues]
    clients = sorted(
        (c for c, i in role.influence.items() if i > 0 and c in state.present), key=lambda c: -role.influence[c]
    )
    for client in clients:
        mine = state.positions.get(client, {})
        asks = [o for o in wants if mine.get(issues[o]) not in (o, None)]
        if asks:
            option = asks[int(draw(seed, view.seat, state.n, "clause") * len(asks))]
            return m.Press(client, option, voice.line("press", option=option, seat=client))
    return None


def _pledge(view: View, voice: Voice, seed: int) -> m.Move | None:
    """A promise for a dial that it has not promised for; whoever counts for little with everybody makes only one."""
    given = {p.dial for p in view.state.pledges.values() if p.seat == view.seat}
    dials = [d for d in HELPS if d in view.game.table.dials and d not in given]
    strong = view.role is not None and max(view.role.influence.values(), default=0) > 1
    if not dials or (given and not strong):
        return None
    return m.MakePledge(dials[int(draw(seed, view.seat, "help") * len(dials))], voice.line("pledge"))
