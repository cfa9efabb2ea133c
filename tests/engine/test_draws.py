"""Chance is a hash: the same numbers on every machine, for ever."""

import pytest

from exercise.engine.draws import draw, pick


@pytest.mark.parametrize(
    ("seed", "purpose", "value"),
    [
        (1, (), 0.06461383209479725),
        (1, ("card", "E01"), 0.43762897097859227),
        (2, ("card", "E01"), 0.17229323981220152),
        (1, ("obeys", 17, "US", "KA", "OIL3"), 0.7498491739930571),
        (-7, ("ü", 3.5), 0.11903747227459242),
    ],
)
def test_golden_values(seed: int, purpose: tuple[object, ...], value: float) -> None:
    assert draw(seed, *purpose) == value


def test_a_draw_is_a_share_and_a_pick_is_one_of_the_items() -> None:
    drawn = [draw(5, n) for n in range(2000)]
    assert all(0 <= x < 1 for x in drawn)
    assert 0.48 < sum(drawn) / len(drawn) < 0.52
    assert len(set(drawn)) == len(drawn)
    assert {pick("abc", 5, n) for n in range(50)} == set("abc")
    assert draw(1, "ab", "c") != draw(1, "a", "bc")
    with pytest.raises(IndexError):
        pick((), 1)
