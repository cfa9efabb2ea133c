"""Rewinding: the state goes back, the log goes on."""

import attrs
from small import Play

from exercise.engine.control import REWINDS
from exercise.engine.replay import replay
from exercise.model import events as e
from exercise.model import moves as m
from exercise.model.state import State

KEPT = {"n", "record", "players", "paused", "checkpoints"}


def differences(one: State, other: State) -> set[str]:
    return {a.name for a in attrs.fields(State) if not getattr(one, a.name) == getattr(other, a.name)}


def test_the_state_is_that_of_the_checkpoint_and_the_number_goes_on(play: Play) -> None:
    play.sessions(2)
    there = next(p for p in play.state.checkpoints if (p.day, p.session) == (1, 3)).state
    play.do("MED", m.Warn("Time is short."))
    play.ff(m.Replace("N1", "human:Ada"))
    play.take("N2", m.Concede("a2"))
    play.sessions(3)
    before = play.state.n
    events = play.ff(m.Rewind(1, 3))
    assert events[0].body == e.Rewound(1, 3)
    assert events[0].n == before + 1
    back = replay(play.game, [x for x in play.log if x.n <= events[0].n])
    assert differences(back, there) <= KEPT, "and what follows from it follows again"
    known = replay(play.game, [x for x in play.log if x.n <= there.n]).record
    assert {kind: list(past) for kind, past in back.record.items() if kind != "rewound"} == {
        kind: list(past) for kind, past in known.items()
    }, "no trigger counts what was undone"
    assert play.state.players["N1"] == "human:Ada", "who sits where is not undone"
    assert play.state.positions == {}
    assert [(p.day, p.session) for p in play.state.checkpoints] == [(1, 3), (1, 2), (1, 1)]
    assert list(range(1, len(play.log) + 1)) == [x.n for x in play.log]


def test_a_rewind_goes_on_like_the_first_time(play: Play) -> None:
    play.sessions(4)
    there = (play.state.day, play.state.session)
    dials = dict(play.state.dials)
    play.sessions(2)
    play.ff(m.Rewind(*there))
    assert dict(play.state.dials) == dials
    play.sessions(2)
    assert not play.state.closed


def test_only_to_where_the_exercise_has_been(play: Play) -> None:
    play.sessions(2)
    refusal = play.refused(e.FACILITATOR, m.Rewind(4, 1))
    assert refusal.code == "NO_POINT"
    assert refusal.reason.endswith("from 1.1 to 1.3")
    play.ff(m.Rewind(1, 2))
    assert play.refused(e.FACILITATOR, m.Rewind(1, 3)).code == "NO_POINT", "what was undone is no longer there"


def test_an_exercise_that_is_over_can_be_rewound(play: Play) -> None:
    play.ff(m.End())
    assert play.refused("N1", m.Speak("Wait!")).code == "CLOSED"
    play.ff(m.Note("They want to try again."))
    play.ff(m.Rewind(1, 1))
    assert not play.state.closed
    assert play.state.ended == ""


def test_rewinds_are_counted_so_that_they_end(play: Play) -> None:
    for _ in range(REWINDS):
        play.ff(m.Rewind(1, 1))
    assert play.refused(e.FACILITATOR, m.Rewind(1, 1)).code == "REWINDS"


def test_states_of_long_exercises_can_be_compared_and_shown(play: Play) -> None:
    """Each checkpoint holds all earlier ones; a comparison must not follow them all."""
    play.sessions(11)
    again = replay(play.game, play.log)
    assert again == play.state
    assert differences(again, play.state) == set()
    assert len(repr(play.state)) < 200_000
    play.sessions(1)
    assert again != play.state
