"""The expression language: what it accepts, what it says about mistakes, and that no exercise sees another."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stand_in import Play, table

from exercise.engine.expressions import Expressions
from exercise.engine.vocabulary import FUNCTIONS, VARIABLES, known

CEL = Expressions()
KNOWN = known(table().scenario)


@pytest.mark.parametrize("name", [*VARIABLES, *FUNCTIONS], ids=lambda name: str(name.name))
def test_every_name_has_an_example_that_compiles(name: object) -> None:
    assert CEL.check(name.example) == []  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("source", "column", "message", "hint"),
    [
        ("dail('trust') > 10.0", 1, "unknown name dail", "did you mean dial?"),
        ("day > 3 && clossed", 12, "unknown name clossed", "did you mean closed?"),
        ("dial('trsut') > 10.0", 6, "there is no dial trsut", "did you mean trust?"),
        ("on_agenda('FDE')", 11, "there is no issue FDE", "did you mean FED?"),
        ("entries('spok').size() > 0", 9, "there is no kind of event spok", "did you mean spoke?"),
        ("entries('spoke').exists(e, e.isue == 'FED')", 30, "an entry of kind spoke has no field isue", "issue"),
        ("citers(['S0.1', 'S9.9']).size() > 0", 9, "there is no claim S0.1", ""),
        ("dial('trust') > 10", 15, "> does not go between a number with a dot and a whole number", "60.0"),
        ("day", 1, "this is a whole number, but true or false is wanted", "> 3"),
        ("day = 3", 5, "cannot read this at “= 3”", "write == to compare"),
        ("closed and day > 3", 8, "cannot read this at “and day > 3”", "write && for and"),
        ("day >", 6, "cannot read this at the end", "something is missing"),
        ("stage == 'talks", 10, "cannot read this at “'talks”", "the quote is not closed"),
        ("dial(3) > 1.0", 1, "dial(dial) cannot take a whole number", "dial('violence')"),
        ("dial() > 1.0", 1, "dial(dial) takes other arguments", "dial('violence')"),
        ("issues.exist(x, x == 'FED')", 8, "unknown name exist", "did you mean exists?"),
        (
            "core.all(a, core.all(b, core.all(c, true)))",
            30,
            "more than 2 lists are searched inside each other",
            "split",
        ),
        ("", 1, "the expression is empty", ""),
        ("x" * 3000, 1, "an expression has at most 2,000 characters; this one has 3,000", ""),
        ("(" * 500, 1, "the expression is nested too deeply", "split it"),
    ],
)
def test_a_mistake_is_named_with_its_place_and_a_hint(source: str, column: int, message: str, hint: str) -> None:
    problem = CEL.check(source, KNOWN)[0]
    assert (problem.column, problem.message) == (column, message)
    assert hint in problem.hint


@pytest.mark.parametrize(
    ("source", "column", "message", "hint"),
    [
        ("final('FED') == 'FDE3'", 17, "FED has no option FDE3", "did you mean FED3?"),
        ("closed && 'FED33' != agreed('FED')", 11, "FED has no option FED33", "did you mean FED3?"),
        ("final('FED') in ['', 'FED1', 'OIL1']", 30, "FED has no option OIL1", "FED1"),
        ("core.exists(i, i == 'FDE')", 21, "there is no issue FDE", "did you mean FED?"),
        ("'KAA' in parties", 1, "there is no seat KAA", "did you mean KA?"),
        ("yes_votes.filter(p, p != 'KAA').size() > 1", 26, "there is no seat KAA", "did you mean KA?"),
        ("entries('agreed').exists(e, e.issue == 'FDE')", 40, "there is no issue FDE", "did you mean FED?"),
    ],
)
def test_a_name_that_is_compared_is_one_of_the_scenario(source: str, column: int, message: str, hint: str) -> None:
    problem = CEL.check(source, KNOWN)[0]
    assert (problem.column, problem.message) == (column, message)
    assert hint in problem.hint


def test_what_is_no_name_of_the_scenario_may_be_compared() -> None:
    for source in (
        "final('FED') == ''",
        "ended == 'deadlock'",
        "entries('position').exists(p, p.cause == 'pressure')",
        "first_by('FED1') in parties",
        "entries('dial').exists(i, i.dial == 'trust')",
    ):
        assert CEL.check(source, KNOWN) == []


def test_the_line_of_a_mistake_counts() -> None:
    problem = CEL.check("day > 3 &&\n  clossed")[0]
    assert (problem.line, problem.column) == (2, 3)


def test_lists_may_be_searched_side_by_side_as_often_as_you_like() -> None:
    assert CEL.check(" && ".join(["core.exists(a, core.exists(b, a == b))"] * 9)) == []


def test_names_of_other_scenarios_are_only_refused_where_names_are_given() -> None:
    assert CEL.check("on_agenda('WATER')") == []
    assert CEL.check("on_agenda('WATER')", KNOWN) != []


@pytest.mark.parametrize(
    ("entry", "column", "message"),
    [
        ("agreed", 0, ""),
        ("agreed: e.issue == 'FED'", 0, ""),
        ("agred: e.issue == 'FED'", 1, "there is no kind of event agred"),
        ("agreed:", 8, "after the colon a condition on e is wanted"),
        ("agreed: e.isue == 'FED'", 11, "an entry of kind agreed has no field isue"),
        ("agreed:  clossed", 10, "unknown name clossed"),
    ],
)
def test_evidence_is_checked_where_it_stands(entry: str, column: int, message: str) -> None:
    problems = CEL.check_evidence(entry, KNOWN)
    assert [(p.column, p.message) for p in problems] == ([(column, message)] if message else [])


def test_a_condition_on_a_text_is_no_condition() -> None:
    assert CEL.check_evidence("agreed: day", KNOWN) != []


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=60) | st.text("()[]{}.'\"&|!<>=+-*/?:,dayeclosed1 \n\\", max_size=60))
def test_no_text_makes_the_checker_raise(source: str) -> None:
    lines = source.split("\n")
    for problem in CEL.check(source, KNOWN):
        assert problem.message
        assert 1 <= problem.line <= len(lines)
        assert problem.message.isprintable()


def test_what_cannot_be_answered_does_not_hold() -> None:
    facts = Play().facts
    for source in (
        "dial('weather') > 1.0",
        "!(dial('weather') > 1.0)",
        "entries('rain').size() > 0",
        "occurred('F01')",
    ):
        assert CEL.ask(source, facts) is None
        assert CEL.holds(source, facts) is False
    assert CEL.text("dial('weather')", facts).startswith("no answer")


def test_an_empty_condition_always_holds() -> None:
    assert CEL.holds("", Play().facts)
    assert CEL.holds("  ", Play().facts)


def test_a_value_is_told_in_words() -> None:
    facts = Play().facts
    assert CEL.text("day", facts) == "1"
    assert CEL.text("dial('trust')", facts) == "30"
    assert CEL.text("closed", facts) == "no"
    assert CEL.text("no_votes", facts) == "none"
    assert CEL.text("core", facts) == "FED, OIL, SEC, EXE, REL"
    assert CEL.text("clossed", facts).startswith("no answer: unknown name")


def test_a_search_without_end_is_given_up() -> None:
    play = Play()
    for n in range(120):
        play.card(f"E{n % 39 + 1:02}")
    source = "entries('inject').exists(a, entries('inject').exists(b, a.n + b.n < 0))"
    assert CEL.check(source) == []
    assert CEL.holds(source, play.facts) is False


def test_exercises_side_by_side_never_see_each_other() -> None:
    plays = [Play().dials(trust=float(n)).day(n + 1) for n in range(8)]
    source = "day == int(dial('trust')) + 1 && entries('dial').exists(e, e.new == dial('trust'))"
    with ThreadPoolExecutor(8) as pool:
        held = pool.map(lambda n: [CEL.holds(source, plays[n % 8].facts) for _ in range(20)], range(64))
    assert all(all(one) for one in held)


def test_the_library_is_loaded_only_when_an_expression_is_compiled() -> None:
    code = "import sys, exercise.engine.facts, exercise.engine.expressions; sys.exit('cel_expr_python' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
