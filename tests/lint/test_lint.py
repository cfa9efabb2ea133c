"""Cases of the lint beyond the examples of its pages."""

import shutil
from pathlib import Path

import pytest

from exercise.engine.sheets import Sheets
from exercise.lint.load import load
from exercise.lint.zone import zone_of

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def warned(tmp_path, monkeypatch):
    """Loads an extension of the valley; its diagnostics as text."""
    monkeypatch.chdir(tmp_path)
    shutil.copy(ROOT / "tests" / "bad" / "base.yaml", "base.yaml")
    shutil.copytree(ROOT / "tests" / "bad" / "roles", "roles")

    def loaded(body, **changes):
        for file, (old, new) in changes.items():
            path = Path("roles") / f"{file}.yaml"
            text = path.read_text(encoding="utf-8")
            assert old in text
            path.write_text(text.replace(old, new), encoding="utf-8")
        Path("new.yaml").write_text("extends: base.yaml\nid: new\n" + body, encoding="utf-8")
        return [str(d) for d in load(Path("new.yaml")).diagnostics]

    return loaded


def test_what_is_shipped_is_without_a_warning():
    for path in sorted((ROOT / "scenarios").glob("*.yaml")):
        assert [str(d) for d in load(path).diagnostics] == []


def test_the_valley_is_without_a_warning(warned):
    assert warned("") == []


def test_errors_come_without_guesses_about_the_game(warned):
    found = warned("deck: plian\nstages:\n  - {id: talks, sessions: 6, until_day: 3}\n")
    assert [line.split()[2] for line in found] == ["SCN309:"]


def test_a_card_waits_for_one_that_never_comes(warned):
    body = """
injects:
  - {id: SNOW, title: "Snow", text: "It snows.", when: "day > 5"}
  - {id: ICE, title: "Ice", text: "It freezes.", after: SNOW}
  - {id: THAW, title: "Thaw", text: "It thaws.", after: ICE, by_hand: true}
decks:
  plain: {plan: {FLOOD: 1, SNOW: 1, ICE: 2}}
"""
    first, second, third = warned(body)
    assert first.startswith(
        "new.yaml:5:56: warning SCN511: inject SNOW can never come by itself: its condition is never true"
    )
    assert "inject ICE can never come by itself: it waits for SNOW, which never comes" in second
    assert "it waits for ICE" in third


def test_cards_that_wait_for_each_other(warned):
    body = """
injects:
  - {id: SNOW, title: "Snow", text: "It snows.", after: ICE}
  - {id: ICE, title: "Ice", text: "It freezes.", after: SNOW}
decks:
  plain: {plan: {FLOOD: 1, SNOW: 1, ICE: 2}}
"""
    assert all("the cards that it waits for wait for it" in line for line in warned(body))
    assert len(warned(body)) == 2


def test_a_card_that_waits_too_long(warned):
    body = """
injects:
  - {id: MUD, title: "Mud", text: "Mud.", after: {inject: FLOOD, days: 3}}
decks:
  plain: {plan: {FLOOD: 1, MUD: 2}}
"""
    assert "FLOOD comes on day 1 at the earliest" in warned(body)[0]


def test_outside_actors_sit_in_the_corridor(warned):
    body = 'seats:\n  - {id: KING, name: "King", kind: outside}\nstages:\n  - {id: talks, table: parties%s}\n  - {id: vote, table: parties}\n'
    assert any("SCN501: seat KING" in line for line in warned(body % ""))
    assert not any("seat KING" in line for line in warned(body % ", corridor: true"))


def test_days_that_do_not_suffice(warned):
    assert (
        "there are 1 sessions for 2 core issues"
        in warned(
            "clock: {days: 1, sessions: [noon]}\nstages:\n  - {id: talks, until_day: 1}\n  - {id: vote, until_day: 1}\ninjects:\n  - {id: FLOOD, window: [1, 1]}\ndecks: {plain: {plan: {FLOOD: 1}}}\n"
        )[0]
    )
    assert (
        "takes one issue a session and has 1 sessions for 2 issues"
        in warned("stages:\n  - {id: talks, rotate: true, sessions: 1}\n")[0]
    )
    assert "to propose takes 15 minutes and a session has 14" in warned("clock: {session_minutes: 14}\n")[0]


def test_an_impossible_part_is_told_at_its_column(warned):
    found = warned("injects:\n  - {id: FLOOD, when: \"day >= 1 && dial('trust') > 30.0\"}\n")
    assert found == ["new.yaml:4:24: warning SCN521: this part is always true (leave it out if it should always hold)"]


def test_a_findings_test_may_have_an_idle_part(warned):
    assert warned("findings:\n  - {id: F1, test: \"settled_count == 0 || count('pressed') > 0\"}\n") == []


def test_a_secret_in_a_card_for_all_but_not_in_one_for_its_own_seat(warned):
    secret = "Without the mill the winter stores are empty by February"
    change = {"NORTH": ('brief: "You need the mill to run in summer."', f'brief: "{secret}."')}
    body = f'injects:\n  - {{id: FLOOD, text: "Rumour has it: {secret.lower()}, they say.", to: [%s]}}\n'
    assert "SCN531: a secret of NORTH stands in a text that others read" in warned(body % "NORTH, SOUTH", **change)[0]
    assert warned(body % "NORTH") == []


def test_a_number_of_the_sheet_in_public(warned):
    found = warned(
        "", NORTH=("Millers and shepherds above the bridge.", "Our score must reach 50 points. We are 40 families.")
    )
    assert [line.split(": ")[2] for line in found] == [
        "the public part of role NORTH tells its number 50 (keep it to `confidential`)"
    ]


def test_names_to_avoid_in_lines_and_briefs(warned):
    found = warned(
        'avoid_names: ["Ada Smith"]\n',
        NORTH=('propose: "Our offer', 'propose: "As ada smith said: our offer'),
        SOUTH=("Farmers and carters", "The Smith family, farmers and carters"),
    )
    assert [line.split(": ")[1:3] for line in found] == [
        ["warning SCN532", "the name Ada Smith stands here (describe the office instead of the person)"]
    ]


def test_a_name_is_told_where_it_stands(warned):
    found = warned(
        """avoid_names: ["Ada Smith"]
injects:
  - id: FLOOD
    source: "The almanac of Ada Smith"
    text: >-
      The water rises, and nobody knows for how long,
      says one who asked (Ada  SMITH) herself.
""",
        NORTH=('reply: "So was the thirst', 'reply: "Ada Smith says: so was the thirst'),
        SOUTH=("Half the water is enough.", "Half is enough, ada smith thinks."),
    )
    assert [line.split(" ")[0] for line in found] == [
        "new.yaml:6:29:", "new.yaml:9:27:", "roles/NORTH.yaml:23:13:", "roles/SOUTH.yaml:11:54:",
    ]  # fmt: skip


def test_a_secret_is_told_where_it_is_said(warned):
    secret = "Without the mill the winter stores are empty by February"
    change = {"NORTH": ('brief: "You need the mill to run in summer."', f'brief: "{secret}."')}
    body = f"""injects:
  - id: FLOOD
    choice:
      question: "Do both villages lend a hand?"
      options:
        - {{id: together, title: "Work together", text: "{secret}."}}
        - {{id: apart, title: "Each for itself"}}
"""
    assert warned(body, **change)[0].startswith("new.yaml:8:56: warning SCN531")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("for: WATER1", "for: WATER3", "roles/NORTH.yaml:21:10: warning SCN508: card NORTH-1 argues for WATER3"),
        ("for: WATER1", "against: WATER1", "roles/NORTH.yaml:21:14: warning SCN508: card NORTH-1 argues against WATER1"),
        ("for: WATER1", "for: WATER2", ""),
        ("for: WATER1", "against: WATER3", ""),
        ("questions:", 'stances: {ROAD: "A fair road. We want no toll here."}\nquestions:', "roles/NORTH.yaml:17:39: warning SCN508: a text under `stances` of NORTH backs ROAD2"),
        ("questions:", 'stances: {ROAD: "We do not want ROAD2."}\nquestions:', ""),
        ("questions:", 'stances: {ROAD: "We are for a toll."}\nquestions:', ""),
        ("questions:", 'stances: {ROAD: "Whether a toll or no toll, we want a road."}\nquestions:', ""),
        ("questions:", 'interests: {ROAD: "You care that it comes out near “no toll”."}\nquestions:', "roles/NORTH.yaml:17:53: warning SCN508: a text under `interests` of NORTH backs ROAD2"),
        ('summary: "Millers and shepherds above the bridge."', 'summary: "Millers."\n  positions: ["On the road we are for no toll."]', "roles/NORTH.yaml:6:39: warning SCN508: a text under `public` of NORTH backs ROAD2"),
        ("The mill comes first.", "“Half and half” is best for you.", "roles/NORTH.yaml:15:40: warning SCN508: the sheet of NORTH calls WATER2 the best, and WATER1 is worth more"),
        ("The mill comes first.", "“As it was” is best for you, and half and half almost as good.", ""),
        ("The mill comes first.", "Free water is best, and wait is worst.", ""),
        ("questions:", 'stances: {WATER: "We favour Wait, for a while."}\nquestions:', "roles/NORTH.yaml:17:29: warning SCN508: a text under `stances` of NORTH backs WATER3"),
    ],
)  # fmt: skip
def test_words_follow_the_sheet(warned, old, new, told):
    found = warned("", NORTH=(old, new))
    assert [line[: len(told)] for line in found] == ([told] if told else [])


@pytest.mark.parametrize(("points", "told"), [("55", True), ("40", False), ("50", False), ("10", False)])
def test_points_in_a_brief_are_those_of_the_role(warned, points, told):
    brief = 'brief: "You need the mill to run in summer."'
    found = warned("", NORTH=(brief, f'{brief}\n  no_deal: "Going home is worth {points} points to you."'))
    at = "roles/NORTH.yaml:8:33: warning SCN509: the brief of NORTH speaks of 55 points, and its numbers are 40 and 10"
    assert [line[: len(at)] for line in found] == ([at] if told else [])


def test_large_spaces_are_counted_as_the_analysis_counts_them(monkeypatch):
    scenario = load(ROOT / "scenarios" / "iraq-2006.yaml").scenario
    here = zone_of(scenario, Sheets(scenario))
    monkeypatch.setattr("exercise.lint.zone.STEPS", 0)
    assert zone_of(scenario, Sheets(scenario)) == here
    assert here is not None
    assert 0 < here.packages < here.total == 6_480
