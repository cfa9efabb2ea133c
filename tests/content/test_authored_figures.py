"""The figures of the shipped content are those that were authored: score sheets, patrons, cards, decks and starting dials."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from exercise.commands.loading import load
from exercise.content import find_scenario
from exercise.model.role import Role
from exercise.model.scenario import Effects, Inject, Scenario

AUTHORED: Mapping[str, Any] = yaml.safe_load((Path(__file__).parent / "authored.yaml").read_text(encoding="utf-8"))


def shipped(name: str) -> Scenario:
    path = find_scenario(name)
    scenario = load(path).scenario if path else None
    assert scenario is not None
    return scenario


@pytest.fixture(scope="module")
def later() -> Scenario:
    return shipped("iraq-2007")


def sheet(role: Role) -> dict[str, Any]:
    return {
        "terms": {"batna": role.batna, "margin": role.margin},
        "red_lines": [line.option for line in role.red_lines],
        **{profile: dict(weights) for profile, weights in role.weights.items()},
        "values": {issue: list(line.values.values()) for issue, line in role.sheet.items()},
    }


def effects(what: Effects) -> dict[str, Any]:
    """What an effect does, in the words of the table."""
    return {
        **what.dials,
        **{dial: list(floor) for dial, floor in what.floors.items()},
        **{f"r({seat})": points for seat, points in what.reservations.items()},
        **({"lost": what.lose_sessions} if what.lose_sessions else {}),
        **{f"opens {issue}": 1 for issue in what.opens},
        **({f"admits {what.admits}": 1} if what.admits else {}),
        **({"withdraws text": 1} if what.withdraws_text else {}),
    }


def row(card: Inject) -> dict[str, Any]:
    told: dict[str, Any] = {
        "days": list(card.window or ()),
        "does": effects(card.effects),
        "feeds": list(card.feeds),
    }
    if card.choice:
        told["default"] = card.choice.default
        told["choice"] = {option.id: effects(option.effects) for option in card.choice.options}
    return told


@pytest.mark.parametrize("seat", AUTHORED["sheets"])
def test_a_score_sheet_is_the_authored_one(later: Scenario, seat: str) -> None:
    assert sheet(later.roles[seat]) == AUTHORED["sheets"][seat]


def test_every_scored_delegation_is_in_the_table(later: Scenario) -> None:
    assert {seat for seat, role in later.roles.items() if role.sheet} == set(AUTHORED["sheets"])


@pytest.mark.parametrize("patron", AUTHORED["patrons"])
def test_a_patron_moves_and_wants_what_was_authored(later: Scenario, patron: str) -> None:
    role = later.roles[patron]
    moved = {seat: force for seat, force in role.influence.items() if force}
    assert {"influence": moved, "wants": list(role.wants)} == AUTHORED["patrons"][patron]


def test_nobody_outside_is_decisive(later: Scenario) -> None:
    assert max(force for role in later.roles.values() for force in role.influence.values()) == 2


def test_every_card_does_what_was_authored(later: Scenario) -> None:
    assert {card.id: row(card) for card in later.injects} == AUTHORED["cards"]


def test_decks_hold_the_authored_cards(later: Scenario) -> None:
    """The later version has one card more, and its standard deck takes it in on the day the calendar names."""
    first = shipped("iraq-2006")
    for scenario, more, less in ((first, set(), {"E30"}), (later, {"standard"}, set())):
        for deck in scenario.decks:
            wanted = {*AUTHORED["decks"][deck.id], *(["E30"] if deck.id in more else [])} - less
            assert set(deck.plan) == wanted, (scenario.id, deck.id)


@pytest.mark.parametrize("name", AUTHORED["dials"])
def test_dials_start_where_they_were_set(name: str) -> None:
    assert {dial.id: dial.start for dial in shipped(name).dials} == AUTHORED["dials"][name]
