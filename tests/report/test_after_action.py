"""The after-action report: complete in every form, and silent where it has to be."""

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import evolve
from reported import NOTES, Page, desk, told

from exercise.findings.assessment import Verdict
from exercise.model import events as e
from exercise.plain.debrief import STEPS
from exercise.plain.narration import label, name
from exercise.plain.wrapping import width
from exercise.report.account import Account, account
from exercise.report.cited import tell
from exercise.report.exports import TABLES, as_csv, as_json
from exercise.report.page import as_html
from exercise.report.written import as_markdown, as_text

WRITTEN = (as_markdown, as_text)


def words(text: str) -> str:
    """Text without what Markdown and wrapping do to it."""
    return " ".join(text.replace("\\", "").replace("**", "").replace("|", " ").split())


@pytest.mark.parametrize("form", [as_html, *WRITTEN])
def test_every_form_says_all_of_it(form: Callable[[Account], str]) -> None:
    found, game = told(), desk().game
    text = words(Page(form(found)).text if form is as_html else form(found))
    assert found.desk.assessment.outcome.text in text
    assert all(option in text for _, option in found.issues)
    assert (
        f"The last package on the table: {'adopted' if found.package and found.package.adopted else 'not adopted'}"
        in text
    )
    assert found.package is not None
    assert all(word in text and seats in text for word, seats in found.package.votes)
    assert all(words(moment.title) in text for moment in found.timeline)
    assert all(name(game, speech.seat) in text for speech in found.speech)
    assert all(mode.name in text for mode in game.scenario.findings)
    told_of = {cited.n: cited for cited in found.cited}
    assert all(words(told_of[n].head) in text for row in found.predicted for n in row.evidence)
    assert all(
        words(row.argument.text) in text for _, rows in found.flow for row in rows if "\x1b" not in row.argument.text
    )
    assert all(step.title in text and step.asks in text for step in STEPS)
    assert all(words(point) in text for lesson in found.lessons for point in lesson.matter if "\x1b" not in point)
    assert all(row.seen in text for row in found.plan)
    assert "Here it turned." in text
    assert "Who knew of it?" in text
    assert "carla saw that otherwise." in text
    assert "anna-secret" in text
    assert game.scenario.honesty in text
    assert "Appendix: scores" in text
    assert "Appendix: scores" not in form(told(scores=False))


def test_every_event_that_is_referred_to_is_told_in_the_page_and_says_by_what() -> None:
    page = Page(as_html(told()))
    ids = set(page.of("id"))
    links = {link[1:] for link in page.of("href")}
    assert links <= ids
    evidence = {n for row in told().predicted for n in row.evidence}
    assert evidence
    assert {f"e{n}" for n in evidence} <= links & ids
    for cited in told().cited:
        assert cited.by
        assert cited.head in page.text or "\x1b" in cited.head


def test_markdown_writes_places_as_they_are() -> None:
    text = as_markdown(told())
    place = label(desk().game, desk().events[desk().index(told().moves[0].n) - 1])
    assert f"- **{place}** " in text
    assert "\\.3." not in text


def test_text_fits_a_terminal() -> None:
    assert max(map(width, as_text(told()).splitlines())) <= 78


def test_every_kind_of_event_says_something_in_a_report() -> None:
    for event in desk().events:
        head = tell(desk().game, event).head
        assert head.strip()
        assert head != "position"


def test_the_plan_begins_with_the_worst_that_occurred() -> None:
    occurred = {
        p.mode.id for p in told().predicted if p.mode.kind == "failure" and p.finding.verdict is Verdict.OCCURRED
    }
    assert {row.seen.split()[0] for row in told().plan} == occurred
    assert all(row.helps for row in told().plan)


def test_lessons_draw_on_what_reviewers_and_the_exercise_say() -> None:
    matter = {lesson.title: " ".join(lesson.matter) for lesson in told().lessons}
    assert "turning point at event 40: Here it turned." in matter["What happened"]
    assert "A reviewer disagrees with F05" in matter["What was predicted"]
    assert "Who knew of it?" in matter["What stays"]
    assert matter["Out of role"] == ""


def test_charts_say_what_the_states_say() -> None:
    found = told()
    trust = next(line for line in found.dials if line.id == "trust")
    last = [event.n for event in desk().events if event.day == found.days[5]][-1]
    assert trust.values[5] == desk().state(last).dials["trust"]
    assert found.zone is not None
    assert found.zone.values[5] == len(desk().game.table.sheets.zone(desk().state(last).reservations))
    assert len(found.zone.values) == len(found.days)


def test_a_package_that_was_only_tabled_is_told_as_not_adopted() -> None:
    tabled = [event.n for event in desk().events if isinstance(event.body, e.TextTabled)]
    package = told().package
    assert tabled
    assert package is not None
    assert package.n == tabled[-1]
    assert package.adopted == (desk().last.final is not None and desk().last.final.passed)


def test_tables_and_json_hold_the_same() -> None:
    rows = list(csv.reader(io.StringIO(as_csv(told()))))
    whole = json.loads(as_json(told()))
    assert [int(row[0]) for row in rows[1:]] == whole["days"]
    at = rows[0].index("trust")
    assert [float(row[at]) for row in rows[1:]] == whole["dials"]["trust"]
    assert {row["id"] for row in whole["findings"]} == {mode.id for mode in desk().game.scenario.findings}
    assert {row["n"] for row in whole["cited"]} >= {n for row in whole["findings"] for n in row["evidence"]}
    moved = list(csv.reader(io.StringIO(as_csv(told(), "moves"))))
    assert [int(row[0]) for row in moved[1:]] == [move["n"] for move in whole["moves"]]
    assert len(whole["notes"]) == len(NOTES)


@pytest.mark.parametrize("table", TABLES)
def test_tables_are_of_one_width_and_no_cell_is_a_formula(table: str) -> None:
    rows = list(csv.reader(io.StringIO(as_csv(told(), table))))
    assert len(rows) > 1
    assert {len(row) for row in rows} == {len(rows[0])}
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "@", "\t"))]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t"])
def test_a_cell_that_begins_like_a_formula_is_text(start: str) -> None:
    found = account(desk(), NOTES)
    dials = tuple(type(line)(f"{start}cmd|' /C calc'!A0", line.title, line.values) for line in found.dials[:1])
    head = as_csv(evolve(found, dials=dials))
    assert next(csv.reader(io.StringIO(head)))[1].startswith(("'", " "))


@pytest.mark.parametrize("form", [*WRITTEN, as_html, as_json, as_csv])
def test_no_form_lets_control_codes_through(form: Callable[[Account], str]) -> None:
    assert not set("\x1b\u202e") & set(form(told()))


def test_the_page_on_formats_names_every_field_of_the_json() -> None:
    page = (Path(__file__).parents[2] / "docs" / "report-formats.md").read_text(encoding="utf-8")
    part = page.split("## JSON of a report")[1].split("## CSV")[0]
    named = {word for row in re.findall(r"^\| (`.*?) \|", part, re.MULTILINE) for word in re.findall(r"`(\w+)`", row)}
    assert named == set(json.loads(as_json(told())))
    assert all(f"`{table}`" in page for table in TABLES)


@pytest.mark.parametrize("form", WRITTEN)
def test_an_answer_names_the_argument_that_it_answers(form: Callable[[Account], str]) -> None:
    found = told()
    answers = [answer for _, rows in found.flow for row in rows for answer in row.answers]
    text = words(form(found))
    assert answers
    for answer in answers:
        does = "supports" if answer.side == "for" else "answers"
        assert f"{name(desk().game, answer.seat)} {does} {answer.answers}:" in text
