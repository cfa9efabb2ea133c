"""A new scenario checks clean and can be played, whatever it is called and however many sit at the table."""

from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exercise.engine.game import Game, Table
from exercise.lint.load import load
from exercise.model.diagnostic import Severity
from exercise.model.scenario import Scenario
from exercise.model.setup import Setup
from exercise.room.conductor import Conductor
from exercise.room.opening import usual_players
from exercise.room.room import Room
from exercise.scaffold.balanced import FEWEST, SHARE, invented
from exercise.scaffold.draft import Draft, DraftError, ids, rounded, slug
from exercise.scaffold.write import files_of

AWKWARD = (
    '"Quoted: # not a comment"',
    "no",
    "null",
    "- dash",
    "{brace",
    "ماء",
    "水の問題",
    "<b>[/b]",
    "it's",
    "a\\b",
    "2026-01-01",
    "%s",
)


def written(draft: Draft, folder: Path) -> Path:
    for path, text in files_of(draft).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder / "scenarios" / f"{draft.id}.yaml"


def loaded(draft: Draft, folder: Path, severities: tuple[Severity, ...] = tuple(Severity)) -> Scenario:
    found = load(written(draft, folder))
    assert [str(diagnostic) for diagnostic in found.diagnostics if diagnostic.severity in severities] == []
    assert found.scenario is not None
    return found.scenario


def played(scenario: Scenario, seed: int) -> Conductor:
    conductor = Conductor(Room.open(Game(Table(scenario), Setup(seed=seed, players=usual_players(scenario)))))
    conductor.run()
    return conductor


@pytest.mark.parametrize(("parties", "issues", "days"), [(2, 1, 1), (3, 3, 3), (5, 4, 7), (4, 5, 14)])
def test_it_checks_clean_and_bots_play_it_to_its_end(parties: int, issues: int, days: int, tmp_path: Path) -> None:
    names = [f"{word} side" for word in ("Upper", "Lower", "Middle", "Outer", "Inner")[:parties]]
    asked = ["Water", "Dam: no | small | large", "Who pays: all | some", "Guards", "Courts"][:issues]
    scenario = loaded(invented("A treaty", names, asked, days), tmp_path)
    assert len(scenario.issues) == issues
    conductor = played(scenario, 5)
    assert conductor.room.state.closed
    assert conductor.refused == []


@settings(max_examples=15)
@given(
    st.lists(st.sampled_from(AWKWARD), min_size=2, max_size=4, unique=True),
    st.lists(st.sampled_from(AWKWARD), min_size=1, max_size=3, unique=True),
    st.sampled_from(AWKWARD),
)
def test_awkward_names_come_back_as_they_were_typed(
    tmp_path_factory: pytest.TempPathFactory, parties: list[str], issues: list[str], title: str
) -> None:
    scenario = loaded(invented(title, parties, [f"{issue}: a | b" for issue in issues if ":" not in issue] or ["X"], 2),
                      tmp_path_factory.mktemp("new"))  # fmt: skip
    assert scenario.title == title
    assert [seat.name for seat in scenario.seats][:-1] == parties


def test_a_deal_exists_and_is_worth_the_search() -> None:
    draft = invented("T", ["Red", "Green", "Blue"], ["Water", "Dam", "Road"], 3)
    choices = [[(issue.id, option.id) for option in issue.options] for issue in draft.issues]
    packages = [dict(package) for package in product(*choices)]
    zone = [p for p in packages if all(party.worth(p) >= party.reservation * 100 for party in draft.parties)]
    assert max(FEWEST, SHARE * len(packages)) <= len(zone) <= 0.15 * len(packages)
    assert len({party.ranked(draft.issues[0])[0].id for party in draft.parties}) > 1


@pytest.mark.parametrize(
    ("parties", "issues", "says"),
    [
        (["One"], ["Water"], "there are 1 delegations"),
        (["One", "Two"], [], "there are 0 questions"),
        (["One", "Two"], ["Water: only"], "there are 1 options of WAT"),
        ([f"P{n}" for n in range(30)], ["Water"], "there are 30 delegations"),
    ],
)
def test_what_no_conference_can_be_made_of_is_refused(parties: list[str], issues: list[str], says: str) -> None:
    with pytest.raises(DraftError, match=says):
        invented("T", parties, issues, 3)


@given(st.lists(st.text(max_size=12), max_size=40))
def test_ids_are_short_capitals_and_all_different(names: list[str]) -> None:
    found = ids(names, 6, ("MED",))
    assert len(set(found)) == len(names)
    assert all(id.isascii() and id.isalpha() and id.isupper() and 0 < len(id) <= 7 and id != "MED" for id in found)


@given(st.lists(st.floats(0, 1000), min_size=1, max_size=12))
def test_weights_add_up_to_a_hundred(shares: list[float]) -> None:
    found = rounded(shares)
    assert sum(found) == 100
    if whole := sum(shares):
        assert all(abs(value - 100 * share / whole) <= 1 for value, share in zip(found, shares, strict=True))


def test_a_title_becomes_the_name_of_a_file() -> None:
    assert slug("Water for two towns!") == "water-for-two-towns"
    assert slug("Été à Genève") == "ete-a-geneve"
    assert slug("ماء") == "scenario"
    assert slug("../../etc/passwd") == "etc-passwd"
