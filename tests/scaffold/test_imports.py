"""Score sheets and negotiation domains of others become drafts; what is wrong with them is said with its place."""

from pathlib import Path

import pytest
from test_new_scenarios import loaded, played

from exercise.model.diagnostic import Severity
from exercise.model.scenario import Scenario
from exercise.scaffold.draft import Draft, DraftError
from exercise.scaffold.genius import from_genius
from exercise.scaffold.sheet_csv import from_csv
from exercise.scaffold.source import LIMIT

SHEET = """\
issue,option,Upper town,Lower town,The mill
Water,,50,30,20
Water,none,100,0,40
Water,half,60,70,"80,5"
Water,all,0,100,50

Dam,,50,70,80
Dam,small,30,90,100
Dam,large,100,20,0
,reservation,55,60,45
"""
DOMAIN = """<?xml version="1.0"?><negotiation_template><utility_space number_of_issues="2"><objective name="camera">
<issue index="1" type="discrete" name="Maker"><item index="1" value="Canon"/><item index="2" value="Nikon"/></issue>
<issue index="2" type="discrete" name="Bag"><item index="1" value="leather"/><item index="2" value="none"/></issue>
</objective></utility_space></negotiation_template>"""
PROFILE = """<utility_space><objective name="camera">
<issue index="1" type="discrete" name="Maker"><item value="Canon" evaluation="{0}"/><item value="Nikon" evaluation="{1}"/></issue>
<issue index="2" type="discrete" name="Bag"><item value="leather" evaluation="5"/><item value="none" evaluation="10"/></issue>
<weight index="1" value="{2}"/><weight index="2" value="{3}"/></objective><reservation value="0.4"/></utility_space>"""
WEB_DOMAIN = '{"name": "jobs", "issuesValues": {"car": {"values": ["yes", "no"]}, "days": {"values": ["3", "4", "5"]}}}'
WEB_PROFILE = """{{"LinearAdditiveUtilitySpace": {{"name": "{0}", "issueWeights": {{"car": {1}, "days": {2}}},
"reservationBid": {{"issueValues": {{"car": "no", "days": "4"}}}},
"issueUtilities": {{"car": {{"DiscreteValueSetUtilities": {{"valueUtilities": {{"yes": 1, "no": 0}}}}}},
"days": {{"DiscreteValueSetUtilities": {{"valueUtilities": {{"3": 0, "4": 0.5, "5": 1}}}}}}}}}}}}"""


def playable(draft: Draft, folder: Path) -> Scenario:
    """The scenario; what others made may be a poor game, which is a warning."""
    return loaded(draft, folder, (Severity.ERROR,))


def saved(folder: Path, **texts: str) -> list[Path]:
    paths = []
    for name, text in texts.items():
        paths.append(folder / name.replace("_", "."))
        paths[-1].write_text(text, encoding="utf-8")
    return paths


def genius(folder: Path) -> list[Path]:
    return saved(
        folder, domain_xml=DOMAIN, ann_xml=PROFILE.format(10, 4, 0.75, 0.25), bob_xml=PROFILE.format(2, 8, 0.4, 0.6)
    )


def web(folder: Path) -> list[Path]:
    return saved(
        folder,
        jobs_json=WEB_DOMAIN,
        one_json=WEB_PROFILE.format("Ann", 0.3, 0.7),
        two_json=WEB_PROFILE.format("Bob", 0.6, 0.4),
    )


def test_a_score_sheet_becomes_a_scenario(tmp_path: Path) -> None:
    (path,) = saved(tmp_path, scores_csv=SHEET)
    draft = from_csv(path, "Water", 3)
    assert [party.name for party in draft.parties] == ["Upper town", "Lower town", "The mill"]
    upper, _, mill = draft.parties
    assert dict(upper.weights) == {"WAT": 50, "DAM": 50}
    assert dict(upper.values["WAT"]) == {"WAT1": 100, "WAT2": 60, "WAT3": 0}
    assert mill.values["WAT"]["WAT2"] == 80
    assert [party.reservation for party in draft.parties] == [55, 60, 45]
    scenario = playable(draft, tmp_path)
    assert scenario.roles["UPPER"].reservation == 55
    assert played(scenario, 2).room.state.closed


def test_a_genius_domain_becomes_a_scenario(tmp_path: Path) -> None:
    domain, *profiles = genius(tmp_path)
    draft = from_genius(domain, profiles, "Camera", 3)
    ann, bob = draft.parties
    assert (ann.name, bob.name) == ("ann", "bob")
    assert dict(ann.weights) == {"MAK": 75, "BAG": 25}
    assert dict(ann.values["MAK"]) == {"MAK1": 100, "MAK2": 40}
    assert dict(bob.values["MAK"]) == {"MAK1": 25, "MAK2": 100}
    assert ann.reservation == 40
    assert played(playable(draft, tmp_path), 2).room.state.closed


def test_a_geniusweb_domain_becomes_a_scenario(tmp_path: Path) -> None:
    domain, *profiles = web(tmp_path)
    draft = from_genius(domain, profiles, "Jobs", 3)
    ann, bob = draft.parties
    assert (ann.name, bob.name) == ("Ann", "Bob")
    assert dict(ann.weights) == {"CAR": 30, "DAY": 70}
    assert dict(ann.values["DAY"]) == {"DAY1": 0, "DAY2": 50, "DAY3": 100}
    assert (ann.reservation, bob.reservation) == (35, 20)
    playable(draft, tmp_path)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "scores.csv:1:1: error: the first row has to be"),
        ("issue,option,A\n", "the first row has to be"),
        ("issue,option,A,A\nX,a,1,2\n", "a name of its own"),
        ("issue,option,A,B\n", "no row with an issue and an option"),
        ("issue,option,A,B\nX,a,1\n", "scores.csv:2:1: error: this row has 1 numbers for 2 delegations"),
        ("issue,option,A,B\nX,a,1,200\n", "scores.csv:2:4: error: `200` is no number from 0 to 100"),
        ("issue,option,A,B\nX,a,nan,2\n", "scores.csv:2:3: error: `nan` is no number"),
        ("issue,option,A,B\nX,a,1,2\nX,a,1,2\n", "scores.csv:3:1: error: the option a of X stands twice"),
        ("issue,option,A,B\n,a,1,2\n", "scores.csv:2:1: error: this row names no issue"),
        ("issue,option,A,B\nX,a,1,2\n", "there are 1 options of X"),
        ('issue,option,A,B\nX,"a\n', "this row has"),
        ("issue,option,A,B\nX,a,1,2\x00\n", "is no number"),
    ],
)
def test_what_is_wrong_with_a_score_sheet_is_said_with_its_place(text: str, says: str, tmp_path: Path) -> None:
    (path,) = saved(tmp_path, scores_csv=text)
    with pytest.raises(DraftError) as error:
        from_csv(path, "T", 3)
    assert says in str(error.value)


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><negotiation_template>&b;</negotiation_template>'


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("<a>", "this is no XML"),
        ("<a/>", "no issue with a name"),
        (BOMB, "document types and entities are not read"),
        (DOMAIN.replace('type="discrete" name="Bag"', 'type="real" name="Bag"'), "the issue Bag is real"),
        (DOMAIN.replace("leather", "cloth"), "says nothing about the value cloth of Bag"),
        (DOMAIN.replace("Bag", "Lens"), "says nothing about the issue Lens"),
    ],
)
def test_what_is_wrong_with_a_genius_domain_is_said(text: str, says: str, tmp_path: Path) -> None:
    domain, *profiles = genius(tmp_path)
    domain.write_text(text, encoding="utf-8")
    with pytest.raises(DraftError) as error:
        from_genius(domain, profiles, "T", 3)
    assert says in str(error.value)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "jobs.json:1:2: error: this is no JSON"),
        ("[]", "this is no GeniusWeb file"),
        ("{}", "it has no issuesValues"),
        ('{"issuesValues": {"car": {"range": [1, 2]}}}', "the issue car has no listed values"),
        ("[" * 100_000, "nested too deeply"),
    ],
)
def test_what_is_wrong_with_a_geniusweb_domain_is_said(text: str, says: str, tmp_path: Path) -> None:
    domain, *profiles = web(tmp_path)
    domain.write_text(text, encoding="utf-8")
    with pytest.raises(DraftError) as error:
        from_genius(domain, profiles, "T", 3)
    assert says in str(error.value)


def test_files_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    odd = tmp_path / "odd.csv"
    odd.write_bytes(b"issue,\xff")
    large = tmp_path / "large.csv"
    with large.open("wb") as file:
        file.truncate(LIMIT + 1)
    for path, says in (
        (tmp_path / "none.csv", "not there"),
        (tmp_path, "not a file"),
        (odd, "not UTF-8"),
        (large, "larger than"),
    ):
        with pytest.raises(DraftError, match=says):
            from_csv(path, "T", 3)
    with pytest.raises(DraftError, match="two or more profiles"):
        from_genius(genius(tmp_path)[0], [], "T", 3)
