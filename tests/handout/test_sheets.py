"""The sheets for the printer: complete for those they are for, silent to everybody else, and safe whatever authors write."""

import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import attrs
import pytest
from recorded import assert_recorded
from small import SCENARIO

from exercise.commands.loading import scenario
from exercise.engine.game import Game, Table
from exercise.handout.markdown import as_html, escaped
from exercise.handout.rules import in_words
from exercise.handout.timing import MEETINGS, meeting
from exercise.handout.write import Sheet, sheets_of
from exercise.model.role import Role
from exercise.model.scenario import Rule, RuleKind, Scenario

CANARY = re.compile(r"CANARY\[([^:\]]+):([^\]]*)\]")
SPOKEN_BY_BOTS = {"line"}
"""What belongs to a bot's manner of speaking and is no business of a person in the seat."""


@cache
def papers(name: str = "") -> dict[str, Sheet]:
    return {sheet.path: sheet for sheet in sheets_of(scenario(name) if name else SCENARIO)}


def page(sheet: Sheet) -> str:
    return as_html(sheet.markdown, title=sheet.title, scenario="x", mark=sheet.mark, wide=sheet.wide)


def canaries(text: str) -> set[tuple[str, str]]:
    return set(CANARY.findall(text.replace("\\", "")))


def secrets_of(role: Role) -> set[tuple[str, str]]:
    """What a person in the seat has to know; reasons for numbers only where there are numbers."""
    left_out = SPOKEN_BY_BOTS if role.sheet else SPOKEN_BY_BOTS | {"weights_why", "margin_why"}
    return {found for found in CANARY.findall(repr(role)) if found[1] not in left_out}


def test_no_confidential_line_stands_in_a_public_sheet() -> None:
    public = [sheet for path, sheet in papers().items() if path.startswith("public/")]
    assert len(public) == 3
    for sheet in public:
        assert canaries(sheet.markdown) == canaries(page(sheet)) == set()
    everything = "".join(sheet.markdown for sheet in public)
    for seat, role in SCENARIO.roles.items():
        assert role.summary in everything
        assert all(line in everything for line in role.positions), seat
        assert role.opening not in everything


@pytest.mark.parametrize("name", ["iraq-2006", "first-steps"])
def test_no_confidential_line_of_a_shipped_scenario_stands_in_a_public_sheet(name: str) -> None:
    found = scenario(name)
    everything = "".join(sheet.markdown for path, sheet in papers(name).items() if path.startswith("public/"))
    public = {line for role in found.roles.values() for line in (role.summary, *role.positions)}
    for role in found.roles.values():
        private = [role.brief, role.no_deal, role.margin_why, role.weights_why, role.split, *role.interests.values()]
        private += [line.why for line in role.sheet.values()] + [line.why for line in role.red_lines]
        private += [text for card in role.cards for text in (card.text, card.reply, card.answer)]
        for text in {text for text in private if text} - public:
            assert escaped(text) not in everything


def test_a_role_sheet_holds_all_that_is_its_own_and_nothing_of_others() -> None:
    for seat, role in SCENARIO.roles.items():
        sheet = papers()[f"roles/{seat}"]
        assert canaries(sheet.markdown) == canaries(page(sheet)) == secrets_of(role)
        assert {owner for owner, _ in canaries(sheet.markdown)} <= {seat}
        assert f"confidential: {seat}" in page(sheet)


def test_control_has_every_card_with_its_choice_its_note_and_what_is_expected() -> None:
    handbook = papers()["control/controllers-handbook"].markdown
    wanted = {what for owner, what in CANARY.findall(repr(SCENARIO.injects)) if owner == "control"}
    shown = {what for owner, what in canaries(handbook) if owner == "control"}
    options = {f"{card.id} {option.id}" for card in SCENARIO.injects if card.choice for option in card.choice.options}
    assert wanted - options <= shown


def test_the_list_of_events_has_every_planned_card_on_its_day() -> None:
    found = scenario("iraq-2006")
    handbook = papers("iraq-2006")["control/controllers-handbook"].markdown
    assert "| No. | Time | From | To | Method | Message | Expected action | Objective |" in handbook
    for deck in found.decks:
        part = handbook.split(f"events list: {escaped(deck.title)}", 1)[1].split("\n## ", 1)[0]
        rows = re.findall(r"^\| (\d+) \| day (\d+) \|.*?\| (E\d\d) ", part, re.M)
        assert [(card, int(day)) for _, day, card in rows] == sorted(deck.plan.items(), key=lambda entry: entry[1])
        assert [int(number) for number, _, _ in rows] == list(range(1, len(rows) + 1))


def test_every_prediction_is_an_objective_of_the_evaluation_guide() -> None:
    guide = papers("iraq-2006")["control/evaluation-guide"].markdown
    for mode in scenario("iraq-2006").findings:
        assert f"**{mode.id} {escaped(mode.name)}**" in guide


@pytest.mark.parametrize("sheet", [path for path in papers("first-steps") if not path.endswith("evaluation-guide")])
def test_sheets_read_as_recorded(sheet: str) -> None:
    golden = Path(__file__).parent / "golden" / f"{sheet.replace('/', '-')}.md"
    assert_recorded(golden, papers("first-steps")[sheet].markdown)


@pytest.mark.parametrize("total", MEETINGS)
def test_a_meeting_is_spent_to_the_minute(total: int) -> None:
    plan = meeting(total, 105)
    assert sum(part.minutes for part in plan.parts) == total
    assert [part.start for part in plan.parts] == [
        sum(p.minutes for p in plan.parts[:n]) for n in range(len(plan.parts))
    ]
    debrief = sum(part.minutes for part in plan.parts if part.title.startswith("Debrief"))
    assert debrief == pytest.approx(total / 3, abs=1)
    assert bool(plan.short) == (plan.play < 105)


@pytest.mark.parametrize("kind", list(RuleKind))
def test_every_rule_is_a_sentence(kind: RuleKind) -> None:
    game = Game(Table(SCENARIO))
    rule = Rule(
        "r", kind, of=("N1", "S1"), threshold=2, quorum=2, vetoes=("S1",), signs_for={"N1": ("N2",)}, abstain="no"
    )
    said = in_words(game, rule)
    assert said.startswith(("Carried", "Takes effect", "Decided"))
    for words in ("At least 2", "Blocked by 1 noes from S1", "N1 votes for N2", "Abstaining counts as no"):
        assert words in said


HOSTILE = "<script>alert(1)</script> | *x* [a](javascript:1) ![i](http://x) `c` \x1b[2J # h\n- l\n| a |\n|---|"


class Tags(HTMLParser):
    """Collects tags and the attributes that could do something."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links |= {value or "" for name, value in attributes if name in ("href", "src") or name.startswith("on")}

    def handle_data(self, data: str) -> None:
        self.text += data


def poisoned() -> Scenario:
    """The small scenario with hostile text in every place of a role, an issue, a card and the scenario."""

    def poison(value: object) -> object:
        if isinstance(value, str):
            return HOSTILE
        if isinstance(value, tuple):
            return tuple(poison(each) for each in value)
        return value

    roles = {}
    for seat, role in SCENARIO.roles.items():
        texts = ("name", "summary", "brief", "no_deal", "split", "opening", "positions", "walks_out_if")
        roles[seat] = attrs.evolve(role, **{name: poison(getattr(role, name)) for name in texts})  # type: ignore[arg-type]
    issues = tuple(attrs.evolve(issue, title=HOSTILE, note=HOSTILE) for issue in SCENARIO.issues)
    cards = tuple(attrs.evolve(card, title=HOSTILE, text=HOSTILE, note=HOSTILE) for card in SCENARIO.injects)
    return attrs.evolve(
        SCENARIO, title=HOSTILE, summary=HOSTILE, advisory=HOSTILE, roles=roles, issues=issues, injects=cards
    )


def test_text_of_authors_is_shown_and_never_obeyed() -> None:
    usual = set()
    for sheet in sheets_of(SCENARIO):
        tags = Tags()
        tags.feed(page(sheet))
        usual |= tags.tags
    for sheet in sheets_of(poisoned()):
        assert "\x1b" not in sheet.markdown
        tags = Tags()
        tags.feed(as_html(sheet.markdown, title=HOSTILE, scenario=HOSTILE, mark=HOSTILE, wide=False))
        assert tags.tags <= usual
        assert tags.links == set()
        assert "<script>alert(1)</script>" in tags.text
        assert "[a](javascript:1)" in tags.text
