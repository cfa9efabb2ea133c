"""Every field has a meaning and an example that reads well; the schemas accept what is shipped and refuse bad shapes."""

import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml

from exercise.authoring.fields import Fields
from exercise.authoring.reference.noted import reference
from exercise.authoring.reference.schema import KINDS, schema
from exercise.engine.expressions import Expressions
from exercise.model.events import EVENTS
from exercise.model.kinds import MEANINGS, Deferral, RuleKind, SeatKind, StageKind
from exercise.model.moves import MOVES

ROOT = Path(__file__).parent.parent.parent
BAD = ROOT / "tests" / "bad"
SHIPPED = [*sorted((ROOT / "scenarios").rglob("*.yaml")), *sorted((ROOT / "roles").rglob("*.yaml"))]
KNOWN = reference()
VALIDATORS = {kind: jsonschema.Draft7Validator(schema(KNOWN, kind)) for kind in KINDS}
FIRST = re.compile(r"# yaml-language-server: \$schema=(.+)\n")


def problems(kind: str, content: object) -> list[str]:
    return [f"{'.'.join(map(str, e.absolute_path))}: {e.message[:200]}" for e in VALIDATORS[kind].iter_errors(content)]


def test_what_the_readers_ask_for_is_explained_and_nothing_else():
    assert KNOWN.problems == ()


def test_every_field_has_a_meaning_and_an_example():
    for form, fields in KNOWN.forms.items():
        for field in fields:
            assert field.meaning.endswith("."), f"{form}.{field.key}"
            assert field.example, f"{form}.{field.key}"


def test_the_notes_follow_the_readers():
    """A field that a reader asks for and nobody explains is a problem: the net has no hole."""

    def asks_more(self, complete=True):
        self.whole("surprise", 3, 0, 9)
        close(self, complete)

    close = Fields.close
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Fields, "close", asks_more)
        assert "seat.surprise has no meaning" in reference().problems


def test_bounds_and_defaults_come_from_the_readers():
    start = next(field for field in KNOWN.forms["dial"] if field.key == "start")
    assert (start.takes.low, start.takes.high, start.needed) == (0, 100, True)
    within = next(field for field in KNOWN.forms["inject.choice"] if field.key == "within")
    assert (within.default, within.needed) == ("2", False)


@pytest.mark.parametrize(("source", "kind"), KNOWN.expressions)
def test_expressions_among_the_examples_hold_together(source, kind):
    language = Expressions()
    assert (language.check_evidence(source) if kind == "evidence" else language.check(source)) == []


def test_every_kind_move_and_event_has_a_meaning():
    for kinds in (SeatKind, StageKind, RuleKind, Deferral):
        assert set(kinds) <= MEANINGS.keys()
    for table in (MOVES, EVENTS):
        for kind, described in table.items():
            assert described.__doc__, kind
            assert not described.__doc__.startswith("Method generated"), kind


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: str(path.relative_to(ROOT)))
def test_what_is_shipped_names_its_schema_and_fits_it(path):
    text = path.read_text(encoding="utf-8")
    named = FIRST.match(text)
    assert named, "the first line names the schema"
    target = (path.parent / named[1]).resolve()
    assert json.loads(target.read_text(encoding="utf-8")) == schema(KNOWN, target.stem)
    assert problems(target.stem, yaml.safe_load(text)) == []


@pytest.mark.parametrize("kind", KINDS)
def test_schemas_are_schemas(kind):
    jsonschema.Draft7Validator.check_schema(schema(KNOWN, kind))


BAD_SHAPES = [
    path for code in ("202", "203", "204", "205", "206", "207", "209") for path in BAD.glob(f"SCN{code}-*.yaml")
]


@pytest.mark.parametrize("path", BAD_SHAPES, ids=lambda path: path.stem)
def test_bad_shapes_do_not_fit(path):
    folder = BAD / path.stem
    if folder.is_dir():
        found = [p for role in folder.glob("*.yaml") for p in problems("role", yaml.safe_load(role.read_bytes()))]
        assert found or path.name.startswith("SCN202")  # a key that a role does not have counts as a note there
    else:
        assert problems(
            "scenario", yaml.load(path.read_bytes(), yaml.BaseLoader if "204" in path.name else yaml.SafeLoader)
        )


def test_a_whole_scenario_needs_its_fields_and_a_variant_does_not():
    assert any("'title' is a required property" in p for p in problems("scenario", {"id": "x"}))
    assert problems("scenario", {"id": "x", "extends": "iraq-2006", "dials": [{"id": "trust", "start": 3}]}) == []
    whole = yaml.safe_load((BAD / "base.yaml").read_bytes())
    assert problems("scenario", whole) == []
    del whole["dials"][0]["name"]
    assert any("'name' is a required property" in p for p in problems("scenario", whole))


def test_things_fit_as_a_map_too():
    assert problems("piece", {"dials": {"trust": {"name": "Trust", "start": 4}}}) == []
    assert problems("piece", {"dials": {"trust": {"nmae": "Trust"}}})
