"""What charts are drawn from: support and distance by day, and what a rewind undid left out."""

from played import desk

from exercise.model import events as e
from exercise.review.history import distances, first_positions, positions_by_day, standing, support

GAME = desk().game


def taken(n: int, day: int, seat: str, new: str, session: int = 1) -> e.Event:
    return e.Event(n, day, session, seat, "all", e.PositionTaken("FED", "", new))


def rewound(n: int, day: int, to: tuple[int, int]) -> e.Event:
    return e.Event(n, day, 1, "facilitator", "all", e.Rewound(*to))


EVENTS = [taken(1, 1, "KA", "FED5"), taken(2, 1, "IAF", "FED1"), taken(3, 3, "KA", "FED3"), taken(4, 3, "SADR", "FED1")]


def test_support_counts_seats_at_the_end_of_each_day() -> None:
    lines = {line.id: line.values for line in support(GAME, positions_by_day(EVENTS, (0, 1, 2, 3)), "FED")}
    assert lines["FED5"] == (0, 1, 1, 0)
    assert lines["FED1"] == (0, 1, 1, 2)
    assert lines["FED3"] == (0, 0, 0, 1)


def test_distance_is_the_mean_over_pairs_along_the_options() -> None:
    (line,) = distances(GAME, positions_by_day(EVENTS, (0, 1, 3)), ("FED",))
    assert line.values[0] is None
    assert line.values[1] == 80
    assert line.values[2] == 100 * (2 + 2 + 0) / 3 / 5


def test_an_option_that_only_postpones_stands_nowhere() -> None:
    held = {"KA": {"SEC": "SEC5"}, "IAF": {"SEC": "SEC1"}}
    assert distances(GAME, [held], ("SEC",))[0].values == (None,)


def test_a_rewind_takes_back_what_came_after() -> None:
    events = [*EVENTS, rewound(5, 3, (3, 1)), taken(6, 3, "INL", "FED2")]
    assert [event.n for event in standing(events)] == [1, 2, 6]
    assert first_positions(events) == {"KA": {"FED": "FED5"}, "IAF": {"FED": "FED1"}, "INL": {"FED": "FED2"}}
