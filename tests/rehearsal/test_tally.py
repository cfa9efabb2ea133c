"""Tallies add up in any order, and rates say how sure they are."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercise.findings.assessment import Verdict
from exercise.rehearsal.interval import Rate
from exercise.rehearsal.tally import EXAMPLES, OPEN, Played, Run, Tally, total

runs = st.builds(
    Run,
    seed=st.integers(0, 50),
    outcome=st.sampled_from(["settlement", "expiry"]),
    success=st.booleans(),
    day=st.integers(1, 14),
    events=st.integers(1, 900),
    issues=st.fixed_dictionaries({"FED": st.sampled_from(["", "FED1", "FED2"])}),
    agreed_on=st.dictionaries(st.sampled_from(["FED"]), st.integers(1, 14)),
    verdicts=st.fixed_dictionaries({"F01": st.sampled_from(list(Verdict))}),
    cards=st.lists(
        st.builds(Played, st.just("E01"), st.sampled_from(["", "yes", "no"]), st.integers(-500, 500)), max_size=1
    ).map(tuple),
    walkouts=st.integers(0, 5),
    refused=st.integers(0, 2),
)


@given(st.lists(runs, max_size=4))
def test_the_order_does_not_matter(played: list[Run]) -> None:
    tallies = [Tally.of(run) for run in played]
    sums = [total(order) for order in permutations(tallies)]
    assert all(each == sums[0] for each in sums)
    assert sums[0].runs == len(played)
    assert sums[0].successes == sum(run.success for run in played)
    assert sum(sums[0].outcomes.values()) == len(played)
    assert sum(sums[0].days.values()) == sums[0].successes


@given(st.lists(runs, max_size=6))
def test_what_is_counted_together_is_what_was_played_apart(played: list[Run]) -> None:
    half = len(played) // 2
    parts = [total(map(Tally.of, part)) for part in (played[:half], played[half:])]
    whole = total(map(Tally.of, played))
    assert parts[0] + parts[1] == whole
    came = [run for run in played if run.cards]
    card = whole.cards.get("E01")
    assert (card.came if card else 0) == len(came)
    assert (card.points if card else 0) == sum(run.cards[0].points for run in came)
    assert (card.settled if card else 0) == sum(run.success for run in came)


def run(seed: int, outcome: str = "expiry") -> Run:
    return Run(seed, outcome, False, 14, 1, {"FED": ""}, {}, {}, (), 0, 0)


def test_the_smallest_seeds_of_an_outcome_are_kept() -> None:
    found = total(Tally.of(run(seed)) for seed in (9, 4, 7, 1, 8))
    assert found.examples == {"expiry": (1, 4, 7)}
    assert len(found.examples["expiry"]) == EXAMPLES
    assert found.issues == {("FED", OPEN): 5}


@pytest.mark.parametrize(
    ("count", "of", "low", "high"),
    [(0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0), (5, 10, 0.2366, 0.7634), (15, 50, 0.191, 0.4375), (0, 0, 0.0, 1.0)],
)
def test_intervals_are_those_of_the_books(count: int, of: int, low: float, high: float) -> None:
    """Wilson's interval as tables of it give it."""
    assert Rate(count, of).interval == pytest.approx((low, high), abs=5e-4)


def test_rates_are_apart_only_where_their_intervals_do_not_touch() -> None:
    assert Rate(5, 100).apart_from(Rate(40, 100))
    assert Rate(40, 100).apart_from(Rate(5, 100))
    assert not Rate(5, 10).apart_from(Rate(7, 10))
