"""The zone of agreement and early warnings, as they stood at a moment."""

from itertools import product

from attrs import evolve
from played import desk

from exercise.engine.game import Game, Table
from exercise.findings.assess import warnings
from exercise.review.warned import warnings_at, warnings_of
from exercise.review.zone import zone_at


def test_the_zone_is_what_looking_at_every_package_gives() -> None:
    found = desk()
    sheets = found.game.table.sheets
    for n in (1, 300, 700, 900):
        state = found.state(n)
        zone = zone_at(found.game, state)
        assert zone is not None
        there = [p for p in sheets.parties if p in state.present] or list(sheets.parties)
        needs = {p: state.reservations.get(p, sheets.base[p] / 100) for p in there}
        issues = [[o.id for o in issue.options] for issue in found.game.scenario.issues if issue.core]
        pleasing = [p for p in product(*issues) if all(sheets.accepts(s, p, needs[s]) for s in there)]
        assert zone.size == len(pleasing)
        assert zone.deals == sum(sheets.coherent(package) for package in pleasing)
        assert zone.parties == tuple(there)


def test_who_would_sign_the_text_is_told() -> None:
    found = desk()
    state = found.state(900)
    zone = zone_at(found.game, state)
    assert zone is not None
    assert zone.text == state.proposals[state.text].options
    assert set(zone.signers) <= set(zone.parties)


def test_a_scenario_without_sheets_has_no_zone() -> None:
    found = desk()
    bare = evolve(found.game.scenario, roles={id: evolve(r, sheet={}) for id, r in found.game.scenario.roles.items()})
    assert zone_at(Game(Table(bare), found.game.setup), found.state(900)) is None


def test_warnings_stand_from_the_session_in_which_they_came_to_the_one_in_which_they_went() -> None:
    found = desk()
    every = warnings_of(found)
    assert every.looked == every.sessions > 40
    assert every.stood
    for warned in every.stood:
        assert warned.finding in warnings_at(found, warned.first) == warnings(found.game, found.state(warned.first))
        assert not warned.last or warned.finding not in warnings_at(found, warned.last)
