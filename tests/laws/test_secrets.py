"""Law 2: what a seat is sent holds no other seat's sheet, no private words of others and nothing of control's.

Every secret text is a canary that names those who may know it. Random play spreads private words with canaries of their own.
"""

import re
from collections.abc import Iterator, Mapping
from random import Random
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small import PLENARY, SEATS, TABLE, Play, hall, secret

from exercise.engine.audience import sees
from exercise.engine.decide import Decision
from exercise.engine.legal import legal_moves
from exercise.engine.turns import to_act
from exercise.engine.views import OBSERVER, View, view
from exercise.model import events as e
from exercise.model import moves as m
from exercise.model.role import Role
from exercise.model.series import Series
from exercise.model.state import State
from exercise.model.versions import Versions

CANARY = re.compile(r"CANARY\[([^:\]]+):([^\]]*)\]")
VIEWERS = (*SEATS, "LATE", OBSERVER)
PUBLIC = {"id", "name", "short", "summary", "positions", "delegates", "opening"}


def reach(value: Any, seen: set[int]) -> Iterator[str]:
    """Every string that can be reached from a value, whatever holds it."""
    if isinstance(value, str):
        yield value
    if value is None or isinstance(value, str | int | float | bytes | type) or id(value) in seen:
        return
    seen.add(id(value))
    if isinstance(value, Versions):
        yield from reach(value._entries, seen)
    elif isinstance(value, Mapping) or hasattr(value, "items"):
        for key, inner in value.items():
            yield from reach(key, seen)
            yield from reach(inner, seen)
    elif isinstance(value, Series):
        yield from reach(value._items, seen)
    elif isinstance(value, list | tuple | set | frozenset):
        for inner in value:
            yield from reach(inner, seen)
    elif attrs.has(type(value)) or type(value).__module__.startswith("exercise"):
        names = [a.name for a in attrs.fields(type(value))] if attrs.has(type(value)) else []
        for name in {*names, *getattr(value, "__struct_fields__", ()), *getattr(value, "__dict__", {})}:
            yield from reach(getattr(value, name), seen)


def canaries(value: Any) -> set[tuple[str, str]]:
    return {found for text in reach(value, set()) for found in CANARY.findall(text)}


def allowed(viewer: str, owner: str, what: str, state: State) -> bool:
    """Whether a viewer may know a secret: its own, one it was told, or a card that was played for it."""
    if owner != "control":
        return viewer in owner.split("+")
    card = TABLE.injects.get(what.split()[0])
    letters = (x.body for x in state.record.get("pressed") or ())
    if card is not None and what == f"{card.id} title" and any(viewer in (x.patron, x.client) for x in letters):  # type: ignore[attr-defined]
        return True  # the heading of a letter is known to who wrote it and to whom it was written
    return card is not None and card.id in state.fired and (not card.to or viewer in card.to)


class Whispers(Play):
    """Random play in which everything private says who may know it."""

    def whisper(self, seat: str, move: m.Move, number: int) -> m.Move:
        def said(*who: str) -> str:
            return f"{secret('+'.join(dict.fromkeys(who)), f'{move.kind} {number}')}"

        match move:
            case m.Tell(to=to):
                return attrs.evolve(move, text=said(seat, *to))
            case m.OfferDeal(to=other) | m.Shuttle(to=other):
                return attrs.evolve(move, text=said(seat, other))
            case m.Press(client=client):
                return attrs.evolve(move, text=said(seat, client))
            case m.AcceptDeal(deal=deal) | m.DeclineDeal(deal=deal):
                made = self.state.deals[deal]
                return attrs.evolve(move, text=said(made.seat, made.to))
            case m.Choose(inject=inject):
                return move if seat == e.FACILITATOR else attrs.evolve(move, text=said(seat))
            case m.Note() | m.SetDial():
                return attrs.evolve(move, text=said("control"))
            case _:
                return move

    def step(self, random: Random, number: int) -> None:
        awaited = to_act(self.game, self.state)
        everybody = (*SEATS, e.FACILITATOR)
        seat = random.choice(awaited) if awaited and random.random() < 0.4 else random.choice(everybody)
        offered = [x for x in legal_moves(self.at(seat), each=3) if x.kind not in ("end", "rewind", "pause", "absent")]
        if not offered:
            return
        kind = random.choice(sorted({move.kind for move in offered}))
        move = random.choice([x for x in offered if x.kind == kind])
        made = self.ask(seat, self.whisper(seat, move, number))
        if isinstance(made, Decision):
            self.log += made.events
            self.state = made.state

    def leaks(self) -> list[tuple[str, str, str]]:
        found = []
        for viewer in VIEWERS:
            seen = view(self.game, self.state, viewer)
            known = canaries((seen, seen.own))
            for event in self.log:
                if sees(event, viewer):
                    known |= canaries(event)
            found += [(viewer, owner, what) for owner, what in known if not allowed(viewer, owner, what, self.state)]
        return found


@settings(max_examples=12)
@given(seed=st.integers(0, 2**32))
def test_no_canary_reaches_anybody_else(seed: int) -> None:
    play, random = Whispers(), Random(seed)
    for number in range(140):
        if play.state.closed:
            break
        play.step(random, number)
        if number % 35 == 0:
            assert play.leaks() == []
    assert play.leaks() == []


def test_the_canaries_are_everywhere_they_should_be() -> None:
    """A test of the test: the facilitator's view reaches every canary of the scenario, a seat's own view all of its own."""
    play = Play()
    everything = canaries(view(play.game, play.state, e.FACILITATOR))
    fields = {what for owner, what in everything if owner == "N1"}
    texts = {
        "brief",
        "no_deal",
        "margin_why",
        "interest",
        "red_line",
        "weights_why",
        "why",
        "split",
        "walks_out_if",
        "stance",
    }
    assert fields >= texts | {"question", "card", "reply", "answer", "line", "notes"}
    assert {what.split()[0] for owner, what in everything if owner == "control"} >= {
        "K1",
        "K2",
        "K3",
        "K4",
        "note",
        "finding",
        "outcome",
    }
    assert {what for owner, what in canaries(view(play.game, play.state, "N1")) if owner == "N1"} == fields


@pytest.mark.parametrize("viewer", VIEWERS)
def test_numbers_of_others_are_not_in_a_view(viewer: str) -> None:
    play = Play(shift=-2.0, deck="deck", left_out=("K4",))
    seen = view(play.game, play.state, viewer)
    for seat, role in seen.game.scenario.roles.items():
        bare = Role(id=seat, name=role.name, short=role.short, summary=role.summary)
        hidden = [a.name for a in attrs.fields(Role) if a.name not in PUBLIC]
        assert all(getattr(role, name) == getattr(bare, name) for name in hidden)
    assert set(seen.state.reservations) <= {viewer}
    assert set(seen.state.told_reservations) <= {viewer}
    assert (seen.reservation is None) is (viewer not in play.state.reservations)
    setup = seen.game.setup
    assert (setup.seed, setup.shift, setup.deck, setup.left_out) == (0, 0.0, "", ())
    for name in ("dials", "dials_today", "dials_at_end", "dial_days", "shifts", "plan", "fired", "chosen"):
        assert not getattr(seen.state, name), name
    assert not seen.state.record
    assert not list(seen.state.checkpoints)
    scenario = seen.game.scenario
    secrets = (
        scenario.injects,
        scenario.decks,
        scenario.drift,
        scenario.reactions,
        scenario.findings,
        scenario.outcomes,
    )
    assert not any(secrets)
    assert seen.role is play.game.scenario.roles.get(viewer)


def test_every_field_of_the_state_is_judged() -> None:
    """A new field of the state must be put on one of these lists, so that nobody forgets to hide it."""
    shown = {
        "n", "day", "session", "minutes", "clock", "started", "sitting", "days_done", "stage", "stage_clock", "voted_here",
        "skip", "focus", "focus_index", "paused", "closed", "ended", "success", "deadline", "added_sessions", "extensions",
        "queue", "idle", "debate_closed", "present", "away", "issues", "agenda", "agreed", "locked", "postponed", "positions",
        "stances", "tabled", "proposals", "worded", "text", "text_version", "arguments", "answered", "questions", "said", "motion",
        "ballot", "point", "rulings", "verdicts", "final", "role_option", "role_by", "declarations", "recognitions",
        "participation", "pledges", "players", "counts", "unlocked",
    }  # fmt: skip
    hidden = {
        "deals", "dials", "dials_today", "dials_at_end", "dial_days", "shifts", "reservations", "told_reservations", "fired",
        "fired_today", "plan", "choice", "chosen", "inbox", "record", "checkpoints", "pressed", "sent",
    }  # fmt: skip
    assert {a.name for a in attrs.fields(State)} == shown | hidden
    play = Play(hall(PLENARY))
    play.do("N1", m.OfferDeal("S1", ("a1",), ("b1",)))
    play.do("MED", m.Shuttle("N1", "Well?"))
    full, bare = play.state, view(play.game, play.state, OBSERVER).state
    for name in hidden:
        assert not getattr(bare, name), name
    for name in shown:
        assert getattr(bare, name) == getattr(full, name), name


def test_words_of_the_inbox_come_to_those_they_were_meant_for() -> None:
    play = Play(hall(PLENARY))
    play.do("N1", m.Tell(("S1", "L1"), "Between us."))
    play.do("MED", m.Shuttle("S1", "And you?"))
    assert [x.body.text for x in view(play.game, play.state, "S1").inbox] == ["And you?", "Between us."]  # type: ignore[attr-defined]
    assert view(play.game, play.state, "N2").inbox == ()
    assert view(play.game, play.state, OBSERVER).inbox == ()


def test_those_asked_see_the_question_and_others_do_not() -> None:
    play = Play()
    asked: View = view(play.game, play.state, "N1")
    assert [x.inject for x in asked.asked] == ["K1"]
    assert view(play.game, play.state, "TOWN").asked == ()
    assert "K1" not in view(play.game, play.state, "TOWN").state.choice
    play.do("N1", m.Choose("K1", "accept"))
    assert view(play.game, play.state, "N1").asked == ()


def test_who_may_know_of_an_event() -> None:
    def event(to: str | tuple[str, ...], seat: str = "N1") -> e.Event:
        return e.Event(1, 1, 1, seat, to, e.Spoke("x"))

    assert all(sees(event(e.ALL), viewer) for viewer in VIEWERS)
    assert not any(sees(event(e.CONTROL, e.CLOCK), viewer) for viewer in VIEWERS)
    assert [viewer for viewer in VIEWERS if sees(event(("S1",)), viewer)] == ["N1", "S1"]
    assert all(sees(event(to), e.FACILITATOR) for to in (e.ALL, e.CONTROL, ("S1",)))
