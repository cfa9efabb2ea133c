"""The after-action report: complete, safe whatever people typed, readable by everybody, and silent where it has to be."""

import csv
import io
import json
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from tempfile import mkdtemp

import pytest

from exercise.commands.loading import scenario
from exercise.engine.game import Game, Table
from exercise.engine.turns import to_act
from exercise.model import moves as m
from exercise.model.events import FACILITATOR
from exercise.model.setup import Setup
from exercise.model.state import Rejection
from exercise.report.account import Account, account
from exercise.report.exports import as_csv, as_json, as_markdown, as_text
from exercise.report.page import as_html
from exercise.review.desk import Desk, open_desk
from exercise.review.notes import Note
from exercise.room.conductor import Conductor
from exercise.room.opening import open_room, usual_players

HOSTILE = "<script>alert(1)</script> [/b] \x1b[2J \u202e **x** |"
NOTES = (Note("carla", 1, "turning", "Here it turned.", 40, 40), Note("carla", 2, "agree", HOSTILE, about="F02"))


@cache
def desk() -> Desk:
    """A whole exercise in which somebody called `anna-secret` types hostile text, in public and in private."""
    found = scenario("iraq-2006")
    players = {**usual_players(found), "KA": "human:anna-secret"}
    path = Path(mkdtemp(prefix="report")) / "talks.jsonl"
    setup = Setup(seed=3, players=players, facilitator="frank-secret")
    room, _ = open_room(Game(Table(found), setup), path, durable=False)
    conductor = Conductor(room)
    room.submit(m.Command(FACILITATOR, m.Note("CONTROL-CANARY")))
    said = False
    while not room.state.closed:
        awaited = conductor.run()
        if not awaited:
            break
        seat = to_act(room.game, room.state)[0]
        wanted: list[m.Move] = [m.Vote("no"), m.Pass()]
        if not said:
            wanted = [m.Speak(HOSTILE), *wanted]
        for move in wanted:
            if not isinstance(room.submit(m.Command(seat, move)), Rejection):
                said = said or isinstance(move, m.Speak)
                break
        else:
            room.submit(m.Command(FACILITATOR, m.Advance()))
        if said and not room.state.arguments.get("seen"):
            room.submit(m.Command("KA", m.Tell(("MED",), "PRIVATE-CANARY")))
            said = True
    room.close()
    return open_desk(path)


@cache
def told(redacted: bool = False, scores: bool = True) -> Account:
    return account(desk(), NOTES, scores=scores, redacted=redacted)


class Page(HTMLParser):
    """What matters of a page: tags, headings, links, and what tables and pictures are called."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.levels: list[int] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.levels.append(int(tag[1]))
        self.attributes += [(tag, name, value or "") for name, value in attributes]

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_page_is_one_file_that_asks_nobody_and_runs_nothing() -> None:
    text = as_html(told())
    page = Page(text)
    assert not {"script", "img", "link", "iframe", "object"} & set(page.tags)
    assert "default-src 'none'" in text
    links = [value for tag, name, value in page.attributes if name in ("href", "src") or name.startswith("on")]
    assert links
    assert all(link.startswith("#") for link in links)
    assert "http" not in text.replace("http-equiv", "")
    assert "<script>alert(1)</script> [/b]" in page.text
    assert not set("\x1b\u202e") & set(text)


def test_everybody_can_read_it() -> None:
    page = Page(as_html(told()))
    assert page.levels[0] == 1
    assert page.levels.count(1) == 1
    assert all(after <= before + 1 for before, after in zip(page.levels, page.levels[1:], strict=False))
    assert page.tags.count("caption") == page.tags.count("table")
    assert page.tags.count("desc") == page.tags.count("svg") > 3
    assert ("html", "lang", "en") in page.attributes
    assert {value for tag, name, value in page.attributes if tag == "th" and name == "scope"} == {"col", "row"}
    assert len([1 for tag, name, _ in page.attributes if tag == "th" and name == "scope"]) == page.tags.count("th")
    ids = [value for _, name, value in page.attributes if name == "id"]
    assert len(ids) == len(set(ids))
    targets = {value[1:] for tag, name, value in page.attributes if tag == "a" and name == "href"}
    assert targets <= set(ids)


def test_it_says_what_happened() -> None:
    text = Page(as_html(told())).text
    found = desk()
    assert found.assessment.outcome.name in text
    assert all(mode.name in text for mode in found.game.scenario.findings)
    assert "Here it turned." in text
    assert "anna-secret" in text
    assert "Appendix: scores" in text
    assert "Appendix: scores" not in as_html(told(scores=False))


def test_a_redacted_report_tells_nobody_who_it_was_or_what_was_private() -> None:
    whole, shared = told(), told(redacted=True)
    for form in (as_html, as_markdown, as_text, as_json, as_csv):
        text = form(shared)
        for secret in ("anna-secret", "frank-secret", "carla", "CONTROL-CANARY", "PRIVATE-CANARY"):
            assert secret not in text
    assert whole.dials
    assert not shared.dials
    assert not shared.scores
    assert not shared.promises


def test_charts_say_what_the_states_say() -> None:
    found = told()
    trust = next(line for line in found.dials if line.id == "trust")
    last = [event.n for event in desk().events if event.day == found.days[5]][-1]
    assert trust.values[5] == desk().state(last).dials["trust"]
    reservations = desk().state(last).reservations
    assert found.zone.values[5] == len(desk().game.table.sheets.zone(reservations))
    assert len(found.zone.values) == len(found.days)


def test_tables_and_json_hold_the_same() -> None:
    rows = list(csv.reader(io.StringIO(as_csv(told()))))
    whole = json.loads(as_json(told()))
    assert [int(row[0]) for row in rows[1:]] == whole["days"]
    at = rows[0].index("trust")
    assert [float(row[at]) for row in rows[1:]] == whole["dials"]["trust"]
    assert {row["id"] for row in whole["findings"]} == {mode.id for mode in desk().game.scenario.findings}


@pytest.mark.parametrize("form", [as_markdown, as_text, as_html, as_json])
def test_no_form_lets_control_codes_through(form: object) -> None:
    text = form(told())  # type: ignore[operator]
    assert not set("\x1b\u202e") & set(text)
