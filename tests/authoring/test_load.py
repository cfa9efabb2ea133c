"""Scenarios from files to values."""

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exercise.authoring.load import Checks, Loaded, find_scenarios, load_scenario
from exercise.model.scenario import (
    ChoiceOption,
    Coherence,
    Effects,
    Gate,
    Pressure,
    Scenario,
    SeatKind,
    Settings,
    StageKind,
)

BAD = Path(__file__).parent.parent / "bad"


@pytest.fixture
def valley(tmp_path):
    """A folder with the good scenario; `write` adds a file beside it and loads it."""
    shutil.copy(BAD / "base.yaml", tmp_path)
    shutil.copytree(BAD / "roles", tmp_path / "roles")

    def write(body: str, name: str = "new.yaml", head: str = "extends: base.yaml\nid: new\n") -> Loaded:
        (tmp_path / name).write_text(head + body, encoding="utf-8")
        return load_scenario(tmp_path / name)

    write.folder = tmp_path
    return write


def good(loaded: Loaded) -> Scenario:
    assert loaded.diagnostics == ()
    assert loaded.scenario is not None
    return loaded.scenario


def codes(loaded: Loaded) -> list[str]:
    return [diagnostic.code for diagnostic in loaded.diagnostics]


@pytest.mark.parametrize("id", ["NORHT", "MILLERS"])
def test_a_role_file_whose_id_is_no_seat_is_named(valley, id):
    role = valley.folder / "roles" / "NORTH.yaml"
    role.write_text(role.read_text(encoding="utf-8").replace("id: NORTH\n", f"id: {id}\n"), encoding="utf-8")
    (told,) = [d for d in valley("").diagnostics if d.code == "SCN405"]
    assert told.message == "party NORTH has no role: no role file says `id: NORTH`"
    assert told.hint.endswith(f"NORTH.yaml says `id: {id}`: a seat plays the role that has its id")


def test_a_misspelt_stage_is_told_once_and_not_what_it_would_have_led_to(valley):
    (told,) = valley("stages:\n  - {id: talks, next: vot}\n").diagnostics
    assert str(told).endswith("new.yaml:4:23: error SCN304: there is no stage `vot` (did you mean `vote`?)")


def test_a_party_without_any_file_is_told_to_write_one(valley):
    (valley.folder / "roles" / "NORTH.yaml").unlink()
    (told,) = [d for d in valley("").diagnostics if d.code == "SCN405"]
    assert told.hint == "write a role file that does; `exercise new` shows what belongs into one"


def test_base(valley):
    loaded = load_scenario(valley.folder / "base.yaml")
    scenario = good(loaded)
    assert scenario.id == "valley"
    assert [seat.kind for seat in scenario.seats] == [SeatKind.PARTY, SeatKind.PARTY, SeatKind.MEDIATOR]
    assert scenario.settings == Settings()
    assert scenario.stages[0].kind is StageKind.PLENARY
    assert scenario.stages[0].issues == ("WATER", "ROAD")
    assert scenario.stages[1].next == (Gate("closed"),)
    assert scenario.coherence == (Coherence("WATER1", "The mill lives from the toll.", ("ROAD2",)),)
    assert scenario.decks[0].plan == {"FLOOD": 2}
    assert scenario.injects[0].window == (1, 2)
    assert scenario.injects[0].effects == Effects(dials={"trust": 2.0})
    choice = scenario.injects[0].choice
    assert choice is not None
    assert (choice.who, choice.default, choice.within) == (("parties",), "apart", 2)
    assert choice.options[0] == ChoiceOption("together", "Work together")
    assert {path.name for path in loaded.files} == {"base.yaml", "NORTH.yaml", "SOUTH.yaml"}


def test_roles_are_read_in_the_order_of_the_options(valley):
    role = good(load_scenario(valley.folder / "base.yaml")).roles["NORTH"]
    assert role.sheet["WATER"].values == {"WATER1": 100, "WATER2": 50, "WATER3": 0}
    assert role.reservation == 50
    assert role.cards[0].side == "for"
    assert role.cards[0].option == "WATER1"
    assert role.lines == {"propose": ("Our offer on $issue: $option.",)}
    assert role.brief == "You need the mill to run in summer."


def test_a_seat_may_play_a_role_of_another_name(valley):
    scenario = good(valley("seats:\n  - {id: EAST, name: East, role: SOUTH}\n"))
    assert scenario.roles["EAST"].id == "SOUTH"


def test_words_stand_for_groups(valley):
    body = "stages:\n  - {id: talks, table: [parties, MED], issues: all}\n  - {id: vote, table: all}\n"
    scenario = good(valley(body))
    assert scenario.stages[0].table == ("NORTH", "SOUTH", "MED")
    assert scenario.stages[0].issues == ("WATER", "ROAD")
    assert scenario.stages[1].table == ()


def test_exits_of_a_stage(valley):
    body = 'stages:\n  - id: talks\n    next: [{to: vote, when: "day > 1"}, closed]\n'
    assert good(valley(body)).stages[0].next == (Gate("vote", "day > 1"), Gate("closed"))


def test_effects_with_a_floor_and_everything_else_that_a_card_does(valley):
    body = """
seats: [{id: KING, name: "The king", kind: outside}]
injects:
  - id: FLOOD
    after: {inject: RAIN, days: 2, unless: dams}
    effects: {trust: {at_least: 60, otherwise: 5}}
    reservations: {NORTH: -1, "@exposed": 1}
    lose_sessions: 1
    opens: [ROAD]
    pressure: {patron: KING, clients: draw, option: draw}
    subject: [NORTH, SOUTH]
    endorse: KING
  - id: RAIN
    title: Rain
    text: It rains.
    at: failure
    choice: {question: "Dams?", who: "@subject", rule: each, default: dams, options: [{id: dams, title: Dams}]}
"""
    flood, rain = good(valley(body)).injects
    assert flood.effects.floors == {"trust": (60.0, 5.0)}
    assert flood.effects.dials == {}
    assert flood.effects.reservations == {"NORTH": -1.0, "@exposed": 1.0}
    assert (flood.after, flood.after_days, flood.unless) == ("RAIN", 2, "dams")
    assert (flood.effects.lose_sessions, flood.effects.opens) == (1, ("ROAD",))
    assert flood.pressure == Pressure("KING", ("draw",), "draw")
    assert rain.choice is not None
    assert (rain.choice.who, rain.at) == (("@subject",), "failure")


def test_reactions_and_drift(valley):
    scenario = good(valley("reactions: {agreed: {trust: 3}, warned: {}}\ndrift: {trust: {NORTH: -0.5}}\n"))
    assert scenario.reactions == {"agreed": Effects(dials={"trust": 3.0}), "warned": Effects()}
    assert scenario.drift == {"trust": {"NORTH": -0.5}}


def test_words_that_yaml_would_turn_into_something_else(valley):
    scenario = good(valley("rules:\n  - {id: all, abstain: no, absent: yes}\nlevel: 010\n"))
    assert (scenario.rules[0].abstain, scenario.rules[0].absent) == ("no", "yes")
    assert scenario.level == "010"


def test_a_card_of_another_scenario_is_left_out_with_its_day_in_the_decks(valley):
    body = "injects:\n  - {id: FLOOD, only: elsewhere}\n"
    scenario = good(valley(body))
    assert scenario.injects == ()
    assert scenario.decks[0].plan == {}


def test_a_card_of_the_scenario_that_is_extended_stays(valley):
    valley("injects:\n  - {id: FLOOD, only: new}\n")
    scenario = good(valley("", "third.yaml", "extends: new.yaml\nid: third\n"))
    assert [inject.id for inject in scenario.injects] == ["FLOOD"]


def test_a_removed_issue_takes_its_part_of_the_roles_along(valley):
    body = "remove: {issues: [ROAD]}\nsettings: {weights: river}\nroles: [roles, mine]\n"
    (valley.folder / "mine").mkdir()
    for seat in ("NORTH", "SOUTH"):
        text = (valley.folder / "roles" / f"{seat}.yaml").read_text(encoding="utf-8")
        text = text.replace("weights:\n", "weights:\n  river: {WATER: 100}\n")
        (valley.folder / "mine" / f"{seat}.yaml").write_text(text, encoding="utf-8")
    scenario = good(valley(body))
    assert list(scenario.roles["NORTH"].sheet) == ["WATER"]
    assert scenario.roles["NORTH"].weights == {"river": {"WATER": 100}, "core": {"WATER": 60}}
    assert scenario.coherence[0].excluded == ()


def test_a_name_of_what_was_removed_says_so(valley):
    loaded = valley("remove: {stages: [vote]}\n")
    assert codes(loaded) == ["SCN304"]
    assert "removed" in loaded.diagnostics[0].hint


def test_the_file_that_includes_has_the_last_word(valley):
    (valley.folder / "piece.yaml").write_text("title: From the piece\nminutes: 30\n", encoding="utf-8")
    scenario = good(valley("include: piece.yaml\ntitle: From the file\n"))
    assert (scenario.title, scenario.minutes) == ("From the file", 30)


def test_paths_are_taken_from_the_file_that_names_them(tmp_path):
    home = tmp_path / "content"
    (home / "scenarios" / "valley").mkdir(parents=True)
    shutil.copytree(BAD / "roles", home / "roles")
    text = (BAD / "base.yaml").read_text(encoding="utf-8").replace("roles: roles", "roles: ../../roles")
    (home / "scenarios" / "valley" / "base.yaml").write_text(text, encoding="utf-8")
    (home / "scenarios" / "new.yaml").write_text("extends: valley/base.yaml\nid: new\n", encoding="utf-8")
    assert good(load_scenario(home / "scenarios" / "new.yaml")).roles.keys() == {"NORTH", "SOUTH"}


def test_a_scenario_of_the_library_is_extended_by_its_name(valley, tmp_path_factory):
    own = tmp_path_factory.mktemp("own") / "mine.yaml"
    own.write_text("extends: valley\nid: mine\nremove: {findings: [F1]}\n", encoding="utf-8")
    scenario = good(load_scenario(own, library={"valley": valley.folder / "base.yaml"}))
    assert (scenario.id, scenario.findings) == ("mine", ())
    loaded = load_scenario(own, library={"valleys": valley.folder / "base.yaml"})
    assert codes(loaded) == ["SCN101"]
    assert "valleys" in loaded.diagnostics[0].hint


def test_a_link_does_not_lead_out(tmp_path, valley):
    outside = tmp_path.parent / f"{tmp_path.name}-secret.yaml"
    outside.write_text("title: Secret\n", encoding="utf-8")
    (valley.folder / "inside.yaml").symlink_to(outside)
    assert codes(valley("include: inside.yaml\n")) == ["SCN151"]
    outside.unlink()


def test_all_problems_are_found_at_once(valley):
    body = "deck: plian\nminutes: soon\nsettings: {red_lines: bend}\ndials: [{id: trust, start: 101}]\n"
    assert codes(valley(body)) == ["SCN309", "SCN204", "SCN206", "SCN207"]


def test_a_broken_piece_does_not_drown_the_rest(valley):
    shutil.copy(valley.folder / "base.yaml", valley.folder / "whole.yaml")
    text = (valley.folder / "base.yaml").read_text(encoding="utf-8")
    start, end = text.index("issues:\n  - id"), text.index("coherence:")
    (valley.folder / "issues.yaml").write_text(text[start:end] + "  : [\n", encoding="utf-8")
    (valley.folder / "base.yaml").write_text(text[:start] + "include: issues.yaml\n" + text[end:], encoding="utf-8")
    loaded = load_scenario(valley.folder / "base.yaml")
    assert codes(loaded) == ["SCN106"]


def test_a_missing_file():
    loaded = load_scenario(Path("no/such/file.yaml"))
    assert loaded.scenario is None
    assert codes(loaded) == ["SCN101"]


def test_extra_keys_of_a_role_are_notes(valley):
    path = valley.folder / "roles" / "SOUTH.yaml"
    extra = (
        'levers:\n  - {points: 12, text: "for the river"}\ntools: ["A pen", "A bell"]\nmotto: "Water runs"\n'
        'interests: ["Dry feet"]\n'
    )
    path.write_text(path.read_text(encoding="utf-8") + extra, encoding="utf-8")
    assert good(load_scenario(valley.folder / "base.yaml")).roles["SOUTH"].notes == {
        "interests": ("Dry feet",),
        "levers": ("for the river (12 points)",),
        "tools": ("A pen", "A bell"),
        "motto": ("Water runs",),
    }


def test_a_circle_of_stages_is_odd_but_the_deadline_ends_it(valley):
    loaded = valley("stages:\n  - {id: vote, next: talks}\n")
    assert loaded.scenario is not None
    assert codes(loaded) == ["SCN412", "SCN412"]


def test_evidence_and_expressions_have_checks_of_their_own(valley):
    asked = []

    def checks_for(scenario: Scenario) -> Checks:
        assert scenario.id == "new"
        return Checks(lambda s: asked.append(s) or [], lambda s: [(3, f"bad {s}", "")])

    (valley.folder / "new.yaml").write_text(
        "extends: base.yaml\nid: new\nfindings:\n  - {id: F1, evidence: [agreed]}\n", encoding="utf-8"
    )
    loaded = load_scenario(valley.folder / "new.yaml", checks_for=checks_for)
    assert asked == ["settled_count == 0"]
    assert [(d.line, d.column, d.message) for d in loaded.diagnostics] == [(4, 27, "bad agreed")]


def test_find_scenarios(valley):
    valley("title: Newer\n")
    (valley.folder / "broken.yaml").write_text("a: [", encoding="utf-8")
    (valley.folder / "piece.yaml").write_text("dials: []\n", encoding="utf-8")
    found = find_scenarios([valley.folder, valley.folder / "nowhere", BAD])
    names = {one.path.name: one for one in found}
    assert names["new.yaml"].title == "Newer"
    assert names["new.yaml"].summary == names["base.yaml"].summary != ""
    assert names["base.yaml"].path.parent == valley.folder
    assert names["broken.yaml"].problem
    assert "piece.yaml" not in names


BASE = (BAD / "base.yaml").read_text(encoding="utf-8")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_no_edit_of_a_scenario_raises(valley, data):
    """Characters lost, lines moved, words swapped: the worst result is a list of diagnostics."""
    words = [
        "[]",
        "{}",
        "0",
        "-1",
        "id:",
        "core",
        "- x",
        "null",
        "~",
        "WATER1",
        "\u202e",
        "'",
        "{a: b}",
        "1e9",
        "999999999999",
    ]
    text = BASE
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = min(len(text), start + data.draw(st.integers(0, 30)))
        text = text[:start] + data.draw(st.sampled_from(["", *words])) + text[end:]
    (valley.folder / "edited.yaml").write_text(text, encoding="utf-8")
    loaded = load_scenario(valley.folder / "edited.yaml", lambda source: [(1, "no", "")])
    assert (loaded.scenario is None) == bool(loaded.errors)
