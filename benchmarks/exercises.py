"""Whole bot-only exercises of the shipped scenario per second and core, beside as many negotiations by NegMAS.

Ours: start to outcome with debate, cards, side deals, ballots and findings, in memory. NegMAS: SAOMechanism with seven
AspirationNegotiators over the same packages and score sheets, 100 rounds; see bargain.py.
"""

import json

from measure import (
    HERE,
    NEGMAS,
    Reading,
    Side,
    alternate,
    print_rates,
    print_target,
    reading,
    runs,
    shipped,
    timed,
    told,
)

from exercise.commands.seating import seating
from exercise.engine.game import Game, Table
from exercise.findings.assess import assess
from exercise.model.scenario import Scenario
from exercise.model.setup import Setup
from exercise.room.conductor import Conductor
from exercise.room.room import Room

ROUNDS = 100
OURS, THEIRS = 20, 4
"""Exercises of each side in one run."""
TARGET = 10


def sheets(scenario: Scenario, keep: bool) -> str:
    """The package space and the parties' sheets as JSON for NegMAS; utilities from 0 to 1."""
    core = {issue.id: [option.id for option in issue.options] for issue in scenario.issues if issue.core}
    parties = Table(scenario).sheets.parties
    roles = {party: scenario.roles[party] for party in parties}
    profile = scenario.settings.weights
    found = {
        party: {
            "weights": {issue: role.weights[profile][issue] / 100 for issue in core},
            "values": {issue: {o: role.sheet[issue].values[o] / 100 for o in core[issue]} for issue in core},
            "reservation": role.reservation / 100,
        }
        for party, role in roles.items()
    }
    return json.dumps({"issues": core, "sheets": found, "rounds": ROUNDS, "times": THEIRS, "keep": keep})


def play(table: Table, seed: int) -> int:
    """One exercise from its first event to the findings; gives the number of events."""
    players = seating(table.scenario, (), (), (), "bot")
    room = Room.open(Game(table, Setup(seed=seed, players=players)))
    Conductor(room).run()
    if not room.state.closed:
        raise RuntimeError("the exercise did not end")
    assess(room.game, room.state, evidence=False)
    return len(room.events)


def main() -> None:
    times = runs(__doc__)
    scenario = shipped()
    table = Table(scenario)
    events = [play(table, seed) for seed in range(1, OURS + 1)]  # warm, as NegMAS is

    def ours() -> Reading:
        return timed(lambda: sum(play(table, seed) > 0 for seed in range(1, OURS + 1)))

    def theirs(keep: bool) -> Side:
        given = sheets(scenario, keep)
        return lambda: reading(told([NEGMAS, HERE / "bargain.py"], given))

    sides = alternate(
        {
            "Fourteen Days, bots": ours,
            "NegMAS, built anew": theirs(False),
            "NegMAS, utilities kept": theirs(True),
        },
        times,
    )
    print_rates("exercises", sides)
    ours_, anew, _ = sides.values()
    print(f"events in each of ours: {min(events)} to {max(events)}")
    print_target(f"at least {TARGET} times NegMAS", ours_.count / ours_.cpu >= TARGET * anew.count / anew.cpu)


if __name__ == "__main__":
    main()
