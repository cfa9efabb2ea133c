"""What is always true, never true, or depends: conditions in the small valley, which has neither outside actors nor a second act."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercise.authoring.load import load_scenario
from exercise.engine.expressions import Expressions
from exercise.lint.ranges import Ranges, Span
from exercise.lint.truth import constant_parts, truth_of

VALLEY = load_scenario(Path(__file__).parent.parent / "bad" / "base.yaml").scenario
assert VALLEY is not None
RANGES = Ranges(VALLEY)


@pytest.mark.parametrize(
    "source",
    [
        "true",
        "!false",
        "day >= 1",
        "1 <= day",
        "day < 4",
        "days == 3",
        "session in [1, 2] || session <= 2",
        "dial('trust') >= 0.0 && dial('trust') <= 100.0",
        "dial_change('trust') >= -40.0",
        "settled_count <= 2",
        "parties.size() <= 2",
        "stage != 'supper'",
        "agreed('WATER') != 'ROAD1'",
        "day > 2 || day <= 2",
        "stage != 'talks' || stage != 'vote'",
        "entries('pressed').all(p, p.client == 'NORTH')",
        "!epilogue",
        "!(count('pressed') > 0)",
    ],
)
def test_always(source):
    assert Expressions().check(source) == []
    assert truth_of(source, RANGES) is True


@pytest.mark.parametrize(
    "source",
    [
        "false",
        "day > 3",
        "dial('trust') < 0.0",
        "dial('trust') > 60.0 && dial('trust') < 40.0",
        "day == 1 && day == 2",
        "day >= 2 && (settled_count == 0 && 2 > day)",
        "stage == 'supper'",
        "stage == 'talks' && stage == 'vote'",
        "'MED' in parties",
        "core_settled > 2",
        "count('pressed') > 0",
        "entries('pressed').exists(p, p.client == 'NORTH')",
        "entries('pressed').filter(p, p.day > 1).size() > 0",
        "agreed('WATER') == 'WATER9'",
        "community('upper') == 'agrees'",
        "epilogue || 1 > 2",
        "played('security') > 0",
    ],
)
def test_never(source):
    assert Expressions().check(source) == []
    assert truth_of(source, RANGES) is False


@pytest.mark.parametrize(
    "source",
    [
        "day > 1",
        "day > 1 && day < 3",
        "day == 2 || day == 3",
        "dial('trust') >= 60.0",
        "dial('trust') > 60.0 && dial_start('trust') < 40.0",
        "settled('WATER')",
        "stage == 'talks' || stage == 'vote'",
        "agreed('WATER') == 'WATER1'",
        "'NORTH' in parties",
        "parties.filter(p, away(p)).size() >= 2",
        "['upper', 'lower'].filter(c, community(c) == 'endorses').size() >= 1",
        "count('walked_out') > 0",
        "entries('walked_out').exists(w, w.day > 10)",
        "day > 1 ? true : false",
        "zone_size == 0",
        "played('') > 0",
        "fired('FLOOD')",
    ],
)
def test_depends(source):
    assert Expressions().check(source) == []
    assert truth_of(source, RANGES) is None


def test_the_largest_parts_are_told_with_their_places():
    source = "settled_count == 0 && (day >= 1 || day > 2) && !(dial('trust') < 0.0)"
    assert list(constant_parts(source, RANGES)) == [(23, True), (47, True)]


def test_what_is_not_understood_is_left_alone():
    assert truth_of("(" * 200 + "true" + ")" * 200, RANGES) is None
    assert truth_of("{'a': 1}['a'] == 1", RANGES) is None
    assert truth_of("day >", RANGES) is None


@given(st.text(alphabet=st.sampled_from(list("day<>=&|!()[]'.,?:0 1+-*intrue")), max_size=40))
def test_no_text_raises(source):
    assert truth_of(source, RANGES) in (True, False, None)


spans = st.builds(Span, st.integers(-3, 3), st.integers(-3, 3), st.booleans(), st.booleans())


@given(spans, spans, st.sampled_from([n / 2 for n in range(-8, 9)]))
def test_a_cut_holds_what_both_hold(one, other, number):
    def holds(span):
        low = number > span.low if span.low_open else number >= span.low
        return low and (number < span.high if span.high_open else number <= span.high)

    assert holds(one.cut(other)) == (holds(one) and holds(other))
