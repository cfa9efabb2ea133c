"""Bots stay with what they have said: over many seeds nobody speaks or votes against itself, and nothing is said twice."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from exercise.commands.loading import load
from exercise.commands.seating import seating
from exercise.content import find_scenario
from exercise.engine.game import Game, Table
from exercise.model import events as e
from exercise.model.scenario import SeatKind
from exercise.model.setup import Setup
from exercise.players.arguing import _mourned
from exercise.players.hearing import speaks_for
from exercise.players.phrases import NEUTRAL
from exercise.room.conductor import Conductor
from exercise.room.room import Room

PLAYED = [("standard", seed) for seed in range(11, 17)] + [("pressure", 7), ("quiet", 8)]


@pytest.fixture(scope="module")
def rooms() -> list[Room]:
    path = find_scenario("iraq-2006")
    assert path is not None
    scenario = load(path).scenario
    assert scenario is not None
    table, players = Table(scenario), seating(scenario, (), ("all",), (), "bot")
    played = []
    for deck, seed in PLAYED:
        conductor = Conductor(Room.open(Game(table, Setup(seed=seed, players=players, deck=deck))))
        conductor.run()
        assert conductor.refused == []
        played.append(conductor.room)
    return played


def told(room: Room, *kinds: type) -> Iterator[e.Event]:
    return (event for event in room.events if isinstance(event.body, kinds) and event.to == e.ALL)


def delegations(room: Room) -> set[str]:
    kinds = (SeatKind.PARTY, SeatKind.CONSULTATIVE)
    return {seat.id for seat in room.game.scenario.seats if seat.kind in kinds}


def test_no_speech_is_made_twice_in_one_exercise(rooms: list[Room]) -> None:
    for room in rooms:
        kinds = (e.Spoke, e.Argued, e.Asked, e.Answered, e.Conceded, e.Supported, e.Opposed, e.Proposed, e.Amended)
        said = Counter(x.body.text for x in told(room, *kinds) if x.seat in delegations(room) and x.body.text)
        assert [words for words, times in said.items() if times > 1] == []


def test_the_same_turn_of_phrase_is_rare_in_one_exercise(rooms: list[Room]) -> None:
    """Lines with a blank are told apart by their words alone: they come back seldom, and never to the same seat at once."""
    frames = {
        re.split(r"\$\w+", line)[0]: line
        for lines in NEUTRAL.values()
        for line in lines
        if len(line.split("$")[0]) > 25
    }
    for room in rooms:
        heard: Counter[str] = Counter()
        for event in told(room, e.Spoke, e.Supported, e.Opposed, e.Conceded, e.Voted):
            heard.update(frame for frame in frames if event.body.text.startswith(frame))
        assert max(heard.values()) <= 4
        assert sum(times > 2 for times in heard.values()) <= 8


def test_nobody_argues_for_what_it_is_on_record_against(rooms: list[Room]) -> None:
    for room in rooms:
        refused: set[tuple[str, str]] = set()
        for event in room.events:
            body = event.body
            if isinstance(body, e.Opposed) and body.option:
                refused.add((event.seat, body.option))
            elif isinstance(body, e.Supported):
                signed = room.state.proposals[body.target].options if body.target in room.state.proposals else ()
                refused -= {(event.seat, option) for option in (*signed, body.target)}
            elif isinstance(body, e.Conceded | e.PositionTaken):
                refused.discard((event.seat, getattr(body, "option", "") or getattr(body, "new", "")))
            elif isinstance(body, e.Argued) and (event.seat, body.option) in refused:
                assert not speaks_for(room.state, room.state.arguments[body.id]), (event.n, event.seat, body.option)


def test_nobody_argues_against_the_option_it_is_on_record_for(rooms: list[Room]) -> None:
    for room in rooms:
        held: dict[tuple[str, str], str] = {}
        for event in room.events:
            body = event.body
            if isinstance(body, e.PositionTaken):
                held[event.seat, body.issue] = body.new
            elif isinstance(body, e.Argued) and body.option and held.get((event.seat, body.issue)) == body.option:
                assert speaks_for(room.state, room.state.arguments[body.id]), (event.n, event.seat, body.option)


def test_nobody_objects_to_a_clause_that_it_is_on_record_for(rooms: list[Room]) -> None:
    for room in rooms:
        held: dict[tuple[str, str], str] = {}
        objections = against_itself = 0
        for event in room.events:
            body = event.body
            if isinstance(body, e.PositionTaken):
                held[event.seat, body.issue] = body.new
            elif isinstance(body, e.Opposed) and body.option:
                objections += 1
                against_itself += held.get((event.seat, room.game.table.issue_of[body.option])) == body.option
        assert objections > 5
        assert against_itself == 0


def test_who_signed_a_version_blames_what_the_next_one_changed(rooms: list[Room]) -> None:
    for room in rooms:
        proposals, stands = room.state.proposals, {}
        for event in told(room, e.Supported, e.Opposed):
            text = proposals.get(event.body.target)
            if text is None or not text.id.startswith("T"):
                continue
            if (
                isinstance(event.body, e.Opposed)
                and stands.get((event.seat, text.parent))
                and not stands.get((event.seat, text.id))
            ):
                last = proposals[text.parent].options
                worth = room.game.table.sheets.worth[event.seat]
                if sum(map(worth.__getitem__, text.options)) < sum(map(worth.__getitem__, last)):
                    assert event.body.option not in last, (event.n, event.seat)
            stands[event.seat, text.id] = isinstance(event.body, e.Supported)


def test_a_no_to_the_whole_names_a_clause_that_had_a_no_as_well(rooms: list[Room]) -> None:
    seen = 0
    for room in rooms:
        short = {room.game.table.spoken(issue): issue for issue in room.game.table.core}
        ballots = {event.body.id: event.body for event in told(room, e.BallotOpened)}
        clauses: dict[tuple[str, str], str] = {}
        for event in told(room, e.Voted):
            ballot = ballots[event.body.ballot]
            if ballot.what == "issue":
                clauses[event.seat, room.game.table.issue_of[ballot.options[0]]] = event.body.choice
            elif ballot.what == "package" and event.body.choice == "no":
                named = [issue for words, issue in short.items() if words in event.body.text]
                assert named, event.body.text
                assert clauses[event.seat, named[0]] == "no", (event.seat, named)
                seen += 1
    assert seen > 2


def test_who_votes_for_a_clause_that_it_spoke_against_gives_a_reason(rooms: list[Room]) -> None:
    seen = 0
    for room in rooms:
        spoke_against = {(a.seat, a.option) for a in room.state.arguments.values() if not speaks_for(room.state, a)}
        moved = {(x.seat, x.body.option) for x in told(room, e.Conceded)}
        ballots = {event.body.id: event.body for event in told(room, e.BallotOpened)}
        for event in told(room, e.Voted):
            ballot = ballots[event.body.ballot]
            option = ballot.options[0] if ballot.what == "issue" and ballot.options else ""
            if event.body.choice == "yes" and (event.seat, option) in spoke_against - moved:
                held = room.state.positions.get(event.seat, {}).values()
                assert event.body.text or option in held, (event.n, event.seat, option)
                seen += 1
    assert seen > 2


def test_everybody_has_a_last_word_when_the_talks_have_failed(rooms: list[Room]) -> None:
    failed = [room for room in rooms if not room.state.success]
    assert failed
    for room in failed:
        end = next(event.n for event in room.events if isinstance(event.body, e.TalksEnded))
        last = [event.seat for event in told(room, e.Spoke) if event.n > end]
        assert sorted(last) == sorted({*delegations(room) & room.state.present, room.game.table.mediator})


def test_a_revised_text_is_new_and_says_what_has_changed(rooms: list[Room]) -> None:
    for room in rooms:
        versions: list[tuple[str, ...]] = []
        for event in told(room, e.TextTabled):
            assert event.body.options not in versions
            if versions and room.state.proposals[event.body.id].parent:
                new = [option for option in event.body.options if option not in versions[-1]]
                assert all(room.game.table.title(option) in event.body.text for option in new)
            versions.append(event.body.options)


def test_nobody_mourns_where_nobody_was_hurt(rooms: list[Room]) -> None:
    cards = rooms[0].game.scenario.injects
    assert {card.id for card in cards if _mourned(f"{card.title} {card.text}")} == {"E01", "E03"}


def test_delegations_have_words_for_the_cards_that_concern_them(rooms: list[Room]) -> None:
    scenario = rooms[0].game.scenario
    later = {"E30"}
    cards = {card.id for card in scenario.injects} | later
    answered = {
        occasion for role in scenario.roles.values() for occasion in role.lines if re.fullmatch(r"E\d\d", occasion)
    }
    assert answered <= cards
    standard = next(deck for deck in scenario.decks if deck.id == "standard")
    assert set(standard.plan) - answered <= {"E01", "E03", "E39"}
    own = {line for role in scenario.roles.values() for card in cards for line in role.lines.get(card, ())}
    for room in rooms:
        assert sum(event.body.text in own for event in told(room, e.Spoke)) >= 3
