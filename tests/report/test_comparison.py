"""Groups side by side: what is said of each is what its transcript holds, and what was left on the table is counted."""

import json
import re
from functools import cache
from math import prod
from pathlib import Path

import evil
import pytest
from played import desk
from reported import Page

from exercise.findings.assessment import Verdict
from exercise.model import events as e
from exercise.plain.wrapping import width
from exercise.report.comparison import Group, _better, compare, distinct, group
from exercise.report.comparison_page import as_html, as_svg
from exercise.report.comparison_text import as_json, as_lines
from exercise.report.matrices import SIGNS, matrices, predictions
from exercise.review.notes import Note

SEEDS = (1, 2, 3)


@cache
def groups() -> tuple[Group, ...]:
    return compare([(desk(seed), [Note("ann", 1, "turning", "Here.", 40, 40)]) for seed in SEEDS])


def test_each_group_is_what_its_transcript_says() -> None:
    for seed, found in zip(SEEDS, groups(), strict=True):
        state = desk(seed).last
        assert found.outcome == desk(seed).assessment.outcome.name
        assert {issue: option for issue, option in found.agreed.items() if option}.items() <= state.agreed.items()
        assert found.events == len(desk(seed).events)
        assert found.turning == (40,)
        assert set(found.verdicts) == {mode.id for mode in desk(seed).game.scenario.findings}
        assert set(found.references) == {reference.id for reference in desk(seed).game.scenario.reference_packages}
        assert found.references[found.nearest] == min(found.references.values())
        tabled = [event.day for event in desk(seed).events if isinstance(event.body, e.TextTabled)]
        assert found.days["first text on the table"] == tabled[0]
        assert found.walkouts == sum(isinstance(event.body, e.WalkedOut) for event in desk(seed).events)
        assert sum(found.words.values()) == pytest.approx(100, abs=8)


@pytest.mark.parametrize(
    "package", [("FED3", "OIL3", "SEC3", "EXE3", "REL5"), ("FED1", "OIL1", "SEC1", "EXE1", "REL1"), ("FED3", "OIL2")]
)
def test_what_was_left_on_the_table_is_what_counting_finds(package: tuple[str, ...]) -> None:
    found = desk(1)
    sheets = found.game.table.sheets
    here = {party: sheets.utility(party, package) for party in sheets.parties}
    better = 0
    for other in sheets.packages:
        worth = {party: sheets.utility(party, other) for party in sheets.parties}
        if all(worth[p] >= here[p] for p in here) and any(worth[p] > here[p] for p in here) and sheets.coherent(other):
            better += 1
    assert _better(found, package) == (better if len(package) == 5 else None)


def test_the_joint_surplus_is_a_share_of_the_best_deal_whatever_the_scales_are() -> None:
    agreed = next(found for found in groups() if found.success)
    of = desk(SEEDS[groups().index(agreed)])
    sheets, needed = of.game.table.sheets, of.last.reservations
    products = [prod(sheets.utility(p, deal) / 100 - needed[p] for p in sheets.parties) for deal in sheets.zone(needed)]
    mine = prod(agreed.left.gains.values())
    assert agreed.left.joint == pytest.approx(100 * (mine / max(products)) ** (1 / len(sheets.parties)), abs=1)


@pytest.mark.parametrize("count", [2, 5, 30])
def test_the_table_fits_a_terminal_and_holds_every_group_and_prediction(count: int) -> None:
    many = (groups() * 10)[:count]
    scenario = desk(1).game.scenario
    lines = as_lines(scenario, many)
    text = "\n".join(lines)
    assert max(map(width, lines)) <= 80
    for number, found in enumerate(many, 1):
        assert f"{number:>2}  {found.name}: {found.outcome}" in text
    for mode in scenario.findings:
        seen = any(found.verdicts[mode.id] is not Verdict.NOT_OBSERVABLE for found in many)
        rows = [line for line in lines if line.startswith(f"  {mode.id} ")]
        assert bool(rows) == seen
        signs = re.findall("[●○·]", "".join(rows))
        assert signs == ([SIGNS[found.verdicts[mode.id]] for found in many] if seen else [])


def test_json_holds_every_group() -> None:
    whole = json.loads(json.dumps(as_json(desk(1).game.scenario, groups())))
    assert [row["name"] for row in whole["groups"]] == [found.name for found in groups()]
    assert whole["groups"][0]["verdicts"] == {id: str(verdict) for id, verdict in groups()[0].verdicts.items()}


def test_files_of_one_name_are_told_apart_by_their_folders() -> None:
    paths = [Path("/class/red/talks.jsonl"), Path("/class/blue/talks.jsonl"), Path("/class/other.jsonl")]
    assert distinct(paths) == ["red/talks.jsonl", "blue/talks.jsonl", "class/other.jsonl"]
    assert distinct(paths[1:]) == ["talks.jsonl", "other.jsonl"]


def test_the_page_holds_the_same_matrices_and_runs_nothing() -> None:
    scenario = desk(1).game.scenario
    text = as_html(scenario, groups())
    page = Page(text)
    for matrix in matrices(scenario, groups()):
        assert matrix.title in page.text
        assert all(label in page.text for label, _ in matrix.rows)
    assert page.tags.count("caption") == page.tags.count("table")
    assert page.levels[0] == 1
    assert all(after <= before + 1 for before, after in zip(page.levels, page.levels[1:], strict=False))
    assert len(page.of("id")) == len(set(page.of("id")))
    assert {link[1:] for link in page.of("href")} <= set(page.of("id"))


def test_the_picture_shows_every_verdict_and_says_what_it_is() -> None:
    scenario = desk(1).game.scenario
    text = as_svg(scenario, groups())
    rows = predictions(scenario, groups()).rows
    for verdict in Verdict:
        drawn = text.count(f'class="{verdict.value}"')
        assert drawn == sum(cells.count(SIGNS[verdict]) for _, cells in rows)
    assert f"{len(rows)} predictions in 3 exercises" in text
    assert "http" not in text.replace("http://www.w3.org/2000/svg", "")


@pytest.mark.parametrize("form", [as_html, as_svg])
def test_nothing_of_a_hostile_transcript_is_code(form: object) -> None:
    hostile = (group(evil.desk()), group(evil.desk()))
    text = form(evil.desk().game.scenario, hostile)  # type: ignore[operator]
    page = Page(text)
    assert not {"script", "img", "iframe", "object"} & set(page.tags)
    assert [name for _, name, _ in page.attributes if name.startswith("on")] == []
    assert all(link.startswith("#") for link in page.of("href"))
    assert not set("\x1b\u202e\x07") & set(text)


def test_nothing_of_a_hostile_transcript_reaches_the_terminal() -> None:
    text = "\n".join(as_lines(evil.desk().game.scenario, (group(evil.desk()), group(evil.desk()))))
    assert not set("\x1b\u202e\x07\r") & set(text)
