"""What bots say to each other: counters, reasons, answers to questions and to news, and no chorus."""

from collections import Counter
from itertools import pairwise

import pytest

from exercise.commands.loading import load
from exercise.commands.seating import seating
from exercise.content import find_scenario
from exercise.engine.game import Game, Table
from exercise.model import events as e
from exercise.model.setup import Setup
from exercise.players.brief import SHAME
from exercise.players.hearing import speaks_for
from exercise.players.phrases import NEUTRAL
from exercise.players.voice import alike, stems
from exercise.room.conductor import Conductor
from exercise.room.room import Room

SEEDS = (1, 2, 3, 4)


@pytest.fixture(scope="module")
def rooms() -> list[Room]:
    path = find_scenario("iraq-2006")
    assert path is not None
    scenario = load(path).scenario
    assert scenario is not None
    table = Table(scenario)
    played = []
    for seed in SEEDS:
        conductor = Conductor(
            Room.open(Game(table, Setup(seed=seed, players=seating(scenario, (), ("all",), (), "bot"))))
        )
        conductor.run()
        assert conductor.refused == []
        played.append(conductor.room)
    return played


def told(room: Room, kind: type) -> list[e.Event]:
    return [event for event in room.events if isinstance(event.body, kind)]


def test_bots_amend_one_or_two_clauses_of_others_proposals_and_say_which(rooms: list[Room]) -> None:
    amended = [(room, event) for room in rooms for event in told(room, e.Amended)]
    assert len(amended) >= 2 * len(rooms)
    for room, event in amended:
        parent = room.state.proposals[event.body.parent]
        new = [option for option in event.body.options if option not in parent.options]
        assert parent.seat != event.seat
        assert 1 <= len(new) <= 2
        assert all(room.game.table.title(option) in event.body.text for option in new)


def test_an_amendment_suits_its_author_and_somebody_else_has_spoken_for_it(rooms: list[Room]) -> None:
    for room in rooms:
        sheets = room.game.table.sheets
        for event in told(room, e.Amended):
            parent = room.state.proposals[event.body.parent]
            assert sheets.utility(event.seat, event.body.options) > sheets.utility(event.seat, parent.options) or (
                set(parent.options) & sheets.red_lines[event.seat]
            )


def test_an_amendment_does_not_take_the_last_one_back(rooms: list[Room]) -> None:
    for room in rooms:
        for event in told(room, e.Amended):
            parent = room.state.proposals[event.body.parent]
            new = set(event.body.options) - set(parent.options)
            if parent.parent:
                assert new.isdisjoint(room.state.proposals[parent.parent].options)


def test_a_refusal_names_the_clause_and_mostly_what_would_be_signed_instead(rooms: list[Room]) -> None:
    refusals = [(room, event) for room in rooms for event in told(room, e.Opposed)]
    named = sum(
        1
        for room, event in refusals
        if any(option.title in event.body.text for option in room.game.table.options.values())
    )
    assert all(event.body.option for _, event in refusals)
    assert named > len(refusals) * 0.8


def test_nobody_says_the_same_again_and_again(rooms: list[Room]) -> None:
    for room in rooms:
        texts = Counter(
            (event.seat, event.body.text) for event in room.events if event.seat and getattr(event.body, "text", "")
        )
        again = [words for words, count in texts.items() if count > 1]
        assert len(again) <= 12
        assert max(texts.values()) <= 3


def test_a_round_on_the_text_is_no_chorus(rooms: list[Room]) -> None:
    for room in rooms:
        stands = sorted((*told(room, e.Opposed), *told(room, e.Supported)), key=lambda event: event.n)
        words = [event.body.text[:40] for event in stands if event.body.target.startswith("T")]
        assert len(words) > 10
        assert sum(one == other for one, other in pairwise(words)) <= 1


def test_no_two_steps_are_explained_in_the_same_words(rooms: list[Room]) -> None:
    for room in rooms:
        said = Counter(event.body.text for event in told(room, e.Conceded) if event.body.text)
        assert said
        assert max(said.values()) == 1


def test_a_question_of_a_role_gets_the_answer_that_the_other_role_has_ready(rooms: list[Room]) -> None:
    for room in rooms:
        asked = {event.body.id: event for event in told(room, e.Asked)}
        for event in told(room, e.Answered):
            question = asked[event.body.question]
            ready = [a.text for a in room.game.scenario.roles[event.seat].answers if a.asker == question.seat]
            assert event.body.text in ready


def test_nobody_thanks_itself(rooms: list[Room]) -> None:
    for room in rooms:
        for event in told(room, e.Conceded):
            assert f", {room.game.table.short(event.seat)}" not in event.body.text


def test_nobody_argues_against_the_text_it_has_signed(rooms: list[Room]) -> None:
    for room in rooms:
        signed: dict[str, tuple[str, ...]] = {}
        for event in room.events:
            if isinstance(event.body, e.Supported) and event.body.target.startswith("T"):
                signed[event.seat] = room.state.proposals[event.body.target].options
            elif isinstance(event.body, (e.TextTabled, e.TextWithdrawn)):
                signed.clear()
            elif isinstance(event.body, e.Argued) and event.body.option in signed.get(event.seat, ()):
                assert speaks_for(room.state, room.state.arguments[event.body.id])


def test_news_is_answered_by_some_and_not_by_all(rooms: list[Room]) -> None:
    for room in rooms:
        own = (line for role in room.game.scenario.roles.values() for line in role.lines.get("news", ()))
        lines = {*own, *NEUTRAL["news"]}
        mourning = [event for event in told(room, e.Spoke) if event.body.text in lines]
        assert 1 <= len(mourning) <= 12


def test_words_are_compared_by_what_they_are_about() -> None:
    assert stems("Small regions, later") == {"small", "regio", "later"}
    assert alike("Who commands the regional guard?", "Guards are commanded by a governor of the region.") == 3
    assert alike("Oil", "Oil") == 0


def test_nobody_proposes_what_it_would_be_ashamed_of(rooms: list[Room]) -> None:
    for room in rooms:
        for event in told(room, e.Proposed):
            sheet = room.game.scenario.roles[event.seat].sheet
            issue_of = room.game.table.issue_of
            assert all(sheet[issue_of[o]].values[o] >= SHAME for o in event.body.options)


def test_without_a_mediator_the_best_supported_package_is_carried_home() -> None:
    path = find_scenario("iraq-2006")
    assert path is not None
    scenario = load(path).scenario
    assert scenario is not None
    players = {**seating(scenario, (), ("all",), (), "bot"), "MED": "absent"}
    conductor = Conductor(Room.open(Game(Table(scenario), Setup(seed=2, players=players))))
    conductor.run()
    home = [
        event
        for event in conductor.room.events
        if event.day == 13 and isinstance(event.body, (e.Spoke, e.Supported, e.Opposed))
    ]
    assert len({event.seat for event in home}) >= 5
